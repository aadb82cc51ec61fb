//! `list.sort`: the items are taken out, so that the list looks empty to whatever code runs meanwhile.
//!
//! Keys of one plain kind are sorted without calling back; the others by CPython's merge sort, with its sequence of
//! comparisons.

use super::rows;
use crate::base::sort::{Sorted, is_long, merge_sort, sort_by, sorted_bytes, sorted_positions, weight};
use crate::base::watch::{STRETCH, Stopped, Watch};
use crate::heap::{HeapVec, Object};
use crate::layout::order::quick_less;
use crate::layout::{BytesBody, List, Str, StrBody, TupleBody};
use crate::object::{CompareOp, PreparedLess, Result, Runtime, comparison_mark};
use std::cmp::Ordering;

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
        if is_long(items.len()) {
            return sort_ints(rt, items, reverse);
        }
        // An immediate int's word orders as the int does.
        let key = |item: &Object| item.value().bits() as i64;
        if reverse {
            items.sort_by_key(|item| std::cmp::Reverse(key(item)));
        } else {
            items.sort_by_key(key);
        }
        return Ok(());
    }
    if !is_long(items.len()) && items.iter().all(is_ordered_float) {
        let compare = |a: &Object, b: &Object| {
            let (a, b) = (a.value().float_unchecked(), b.value().float_unchecked());
            a.partial_cmp(&b).unwrap_or(Ordering::Equal)
        };
        items.sort_by(|a, b| if reverse { compare(b, a) } else { compare(a, b) });
        return Ok(());
    }
    let (order, result) = sorted_order(rt, items, reverse);
    put_in_order(rt, items, &order, result)
}

/// Equal ints are the same word: they are sorted as words, then written down anew.
fn sort_ints(rt: &mut Runtime, items: &mut [Object], reverse: bool) -> Result<()> {
    let mut words = HeapVec::from_exact(&rt.heap, items.iter().map(|item| item.value().int_unchecked()))?;
    if let Err(Stopped) = sort_by(&mut words, reverse, i64::cmp, &|| rt.interrupt_waits()) {
        return Err(rt.interrupted());
    }
    for (item, &word) in items.iter_mut().zip(words.iter()) {
        *item = rt.new_int(word.into())?;
    }
    Ok(())
}

fn sort_with_key(rt: &mut Runtime, items: &mut HeapVec<Object>, key: &Object, reverse: bool) -> Result<()> {
    let mut keys = HeapVec::with_capacity(&rt.heap, items.len())?;
    for item in items.iter() {
        rt.check_interrupts()?;
        let key = rt.call(key, std::slice::from_ref(item))?;
        keys.push(&rt.heap, key)?;
    }
    let (order, result) = sorted_order(rt, &keys, reverse);
    put_in_order(rt, items, &order, result)
}

/// Whether the keys are in order already, as far as that can be told without Python code: then CPython's sort finds one
/// run, by the same comparisons.
fn in_order(rt: &Runtime, keys: &[Object], reverse: bool) -> bool {
    keys.windows(2).all(|pair| {
        let (before, behind) = if reverse { (&pair[1], &pair[0]) } else { (&pair[0], &pair[1]) };
        quick_less(behind, before) == Some(false) && !rt.interrupt_waits()
    })
}

/// The positions of the keys in the order in which they sort, or with an error in some order; none if they stay.
fn sorted_order(rt: &mut Runtime, keys: &[Object], reverse: bool) -> (Vec<usize>, Result<()>) {
    if in_order(rt, keys, reverse) {
        return (Vec::new(), Ok(()));
    }
    if let Some((order, result)) = sorted_by_fields(rt, keys, reverse) {
        return unless_stopped(rt, order, result);
    }
    let (order, result) = match natively_sorted_order(rt, keys, reverse) {
        Some(sorted) => sorted,
        None => return compared_order(rt, keys, reverse),
    };
    unless_stopped(rt, order, result)
}

/// What native sorting found. Items stay where they are if it was stopped.
fn unless_stopped(
    rt: &mut Runtime,
    order: Vec<usize>,
    result: std::result::Result<(), Stopped>,
) -> (Vec<usize>, Result<()>) {
    match result {
        Ok(()) => (order, Ok(())),
        Err(Stopped) => (Vec::new(), Err(rt.interrupted())),
    }
}

/// The same for instances whose `__lt__` compares their fields as tuples; `None` for others.
fn sorted_by_fields(rt: &mut Runtime, keys: &[Object], reverse: bool) -> Option<Sorted> {
    let first = keys.first().filter(|first| first.is_pointer())?;
    let name = rt.names.lt.clone();
    let less = rt.marked_method(first, &name, comparison_mark(CompareOp::Less))?;
    let class = rt.class_of(first);
    if keys.iter().any(|key| !rt.class_of(key).is(class)) {
        return None;
    }
    let places = keys.iter().map(|key| rt.field_places(&less, key)).collect::<Option<Vec<_>>>()?;
    let values = |i: usize| places[i].values(rt, &keys[i]);
    rows::sorted_rows(keys.len(), places[0].count(), values, reverse, &|| rt.interrupt_waits())
}

/// The same for keys of one plain kind; `None` for others.
fn natively_sorted_order(rt: &Runtime, keys: &[Object], reverse: bool) -> Option<Sorted> {
    let (first, len) = (keys.first()?.value(), keys.len());
    let stop = || rt.interrupt_waits();
    if first.is_int() {
        let int = |i: usize| keys[i].value().int_unchecked();
        let plain = keys.iter().all(|key| key.value().is_int());
        return plain.then(|| sorted_positions(len, reverse, int, i64::cmp, 1, &stop));
    }
    if first.is_float() {
        let float = |i: usize| keys[i].value().float_unchecked();
        let compare = |a: &f64, b: &f64| a.partial_cmp(b).unwrap_or(Ordering::Equal);
        // A NaN compares with nothing: the general sort gives it its place.
        let plain = keys.iter().all(is_ordered_float);
        return plain.then(|| sorted_positions(len, reverse, float, compare, 1, &stop));
    }
    if keys[0].cast_exact::<TupleBody>().is_some() {
        return rows::sorted_tuples(keys, reverse, &stop);
    }
    if keys[0].cast_exact::<BytesBody>().is_some() {
        let sizes = sizes(keys, |key| Some(key.cast_exact::<BytesBody>()?.as_slice().len()), &stop)?;
        let bytes = |i: usize| keys[i].cast_exact::<BytesBody>().map_or(&[][..], |bytes| bytes.as_slice());
        return Some(sorted_bytes(len, sizes, reverse, bytes, &stop));
    }
    let mut shift = 0;
    let size = |key: &Object| {
        let text = key.cast_exact::<StrBody>()?;
        shift |= text.kind().shift();
        Some(text.len())
    };
    let sizes = sizes(keys, size, &stop)?;
    if shift == 0 {
        return Some(sorted_bytes(len, sizes, reverse, |i| rows::text(&keys[i]), &stop));
    }
    let text = |i: usize| keys[i].cast_exact::<StrBody>();
    // All keys are texts.
    let compare = |a: &Option<&Str>, b: &Option<&Str>| match (a, b) {
        (Some(a), Some(b)) => a.compare(b),
        _ => Ordering::Equal,
    };
    Some(sorted_positions(len, reverse, text, compare, weight(sizes.1, len), &stop))
}

/// The largest size, and all together; `None` if a key has none. Where `stop` says so, those of the first keys only: the
/// sorting, which asks before anything else, stops too.
fn sizes(keys: &[Object], mut size: impl FnMut(&Object) -> Option<usize>, stop: Watch<'_>) -> Option<(usize, usize)> {
    let (mut longest, mut total) = (0, 0usize);
    for part in keys.chunks(STRETCH) {
        for key in part {
            let size = size(key)?;
            longest = longest.max(size);
            total = total.saturating_add(size);
        }
        if stop() {
            break;
        }
    }
    Some((longest, total))
}

fn is_ordered_float(item: &Object) -> bool {
    item.value().is_float() && !item.value().float_unchecked().is_nan()
}

/// The same by comparisons that may run Python code, in the order in which CPython makes them.
fn compared_order(rt: &mut Runtime, keys: &[Object], reverse: bool) -> (Vec<usize>, Result<()>) {
    // Reversed before and after, equal items stay in order.
    let mut pairs: Vec<(usize, &Object)> = keys.iter().enumerate().collect();
    if reverse {
        pairs.reverse();
    }
    let mut prepared = PreparedLess::default();
    let result = merge_sort(&mut pairs, |a, b| {
        rt.check_interrupts()?;
        match quick_less(a.1, b.1) {
            Some(less) => Ok(less),
            None => prepared.less(rt, a.1, b.1),
        }
    });
    if reverse {
        pairs.reverse();
    }
    (pairs.into_iter().map(|pair| pair.0).collect(), result)
}

/// Ends a sort: `result`, or KeyboardInterrupt.
fn put_in_order(rt: &mut Runtime, items: &mut [Object], order: &[usize], result: Result<()>) -> Result<()> {
    let arranged = rearrange(items, order, &|| rt.interrupt_waits());
    result?;
    arranged.map_err(|Stopped| rt.interrupted())
}

/// Puts the items into the given order, a permutation of their positions; with an empty one they stay.
///
/// # Errors
/// `stop` said so; then they are in some order.
fn rearrange(items: &mut [Object], order: &[usize], stop: Watch<'_>) -> std::result::Result<(), Stopped> {
    // What is replaced is UNBOUND, which nobody counts.
    let put = |slot: &mut Object, item| std::mem::forget(std::mem::replace(slot, item));
    let mut moved = Vec::with_capacity(order.len());
    for part in order.chunks(STRETCH) {
        moved.extend(part.iter().map(|&i| std::mem::replace(&mut items[i], Object::UNBOUND)));
        if part.len() == STRETCH && stop() {
            let holes = items.iter_mut().filter(|slot| slot.is_unbound());
            holes.zip(moved).for_each(|(slot, item)| put(slot, item));
            return Err(Stopped);
        }
    }
    items.iter_mut().zip(moved).for_each(|(slot, item)| put(slot, item));
    Ok(())
}
