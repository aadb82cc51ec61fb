//! `list.sort`: the items are taken out, so that the list looks empty to whatever code runs meanwhile.
//!
//! Keys of one plain kind are sorted without calling back; the others by CPython's merge sort, with its sequence of
//! comparisons.

use super::order::quick_less;
use crate::base::sort::{merge_sort, sort_by_key, sort_bytes, sort_floats};
use crate::heap::{HeapVec, Object};
use crate::layout::{List, Str, StrBody};
use crate::object::{Result, Runtime};

/// Sorts a list in place. On an error the list keeps all its items, in some order.
pub fn sort(rt: &mut Runtime, list: &List, key: Option<&Object>, reverse: bool) -> Result<()> {
    let mut items = list.get_mut(&mut rt.heap).0.items.take();
    let result = match key {
        None => sort_items(rt, &mut items, reverse),
        Some(key) => sort_with_key(rt, &mut items, key, reverse),
    };
    let body = list.get_mut(&mut rt.heap).0;
    let modified = body.items.capacity() != 0;
    let meanwhile = std::mem::replace(&mut body.items, items);
    drop(meanwhile);
    if modified && result.is_ok() {
        return Err(rt.value_error("list modified during sort"));
    }
    result
}

fn sort_items(rt: &mut Runtime, items: &mut HeapVec<Object>, reverse: bool) -> Result<()> {
    if items.iter().all(|item| item.value().is_int()) {
        // An immediate int's word orders as the int does.
        sort_by_key(items, reverse, |item| item.value().bits() as i64);
        return Ok(());
    }
    if items.iter().all(|item| item.value().is_float())
        && sort_floats(items, reverse, |item| item.value().float_unchecked())
    {
        return Ok(());
    }
    let (order, result) = sorted_order(rt, items, reverse);
    rearrange(items, &order);
    result
}

fn sort_with_key(rt: &mut Runtime, items: &mut HeapVec<Object>, key: &Object, reverse: bool) -> Result<()> {
    let mut keys = Vec::with_capacity(items.len());
    for item in items.iter() {
        keys.push(rt.call(key, std::slice::from_ref(item))?);
    }
    let (order, result) = sorted_order(rt, &keys, reverse);
    rearrange(items, &order);
    result
}

/// The positions of the keys in the order in which they sort, or with an error in some order.
fn sorted_order(rt: &mut Runtime, keys: &[Object], reverse: bool) -> (Vec<usize>, Result<()>) {
    let len = keys.len();
    if keys.iter().all(|key| key.value().is_int()) {
        let mut pairs: Vec<(i64, usize)> = keys.iter().map(|key| key.value().int_unchecked()).zip(0..len).collect();
        sort_by_key(&mut pairs, reverse, |pair| pair.0);
        return (pairs.into_iter().map(|pair| pair.1).collect(), Ok(()));
    }
    if keys.iter().all(|key| key.value().is_float()) {
        let mut pairs: Vec<(f64, usize)> = keys.iter().map(|key| key.value().float_unchecked()).zip(0..len).collect();
        if sort_floats(&mut pairs, reverse, |pair| pair.0) {
            return (pairs.into_iter().map(|pair| pair.1).collect(), Ok(()));
        }
    }
    let mut order: Vec<usize> = (0..len).collect();
    let strings: Option<Vec<&Str>> = keys.iter().map(|key| key.cast_exact::<StrBody>()).collect();
    if let Some(strings) = strings {
        if strings.iter().all(|s| s.kind().shift() == 0) {
            sort_bytes(&mut order, reverse, |&i| strings[i].units().as_bytes());
        } else if reverse {
            order.sort_by(|&a, &b| strings[b].compare(strings[a]));
        } else {
            order.sort_by(|&a, &b| strings[a].compare(strings[b]));
        }
        return (order, Ok(()));
    }
    // Reversed before and after, equal items stay in order.
    let mut pairs: Vec<(&Object, usize)> = keys.iter().zip(0..len).collect();
    if reverse {
        pairs.reverse();
    }
    let result = merge_sort(&mut pairs, |a, b| match quick_less(a.0, b.0) {
        Some(less) => Ok(less),
        None => rt.less(a.0, b.0),
    });
    if reverse {
        pairs.reverse();
    }
    (pairs.into_iter().map(|pair| pair.1).collect(), result)
}

/// Puts the items into the given order, a permutation of their positions.
fn rearrange(items: &mut [Object], order: &[usize]) {
    let mut moved: Vec<Object> = order.iter().map(|&i| std::mem::replace(&mut items[i], Object::UNBOUND)).collect();
    items.swap_with_slice(&mut moved);
}
