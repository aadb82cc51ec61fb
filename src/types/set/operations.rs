//! The algebra of sets. Each function takes the steps that CPython takes, so that its results have the same order.

use super::access::{add, add_hashed, contains, contains_hashed, discard, discard_hashed};
use super::{is_frozen, new_like};
use crate::base::bigint;
use crate::base::watch::STRETCH;
use crate::heap::{Object, Value};
use crate::layout::search::Lookup;
use crate::layout::{DictBody, ListBody, Set, SetBody, StrBody, TupleBody};
use crate::object::{CompareOp, Result, Runtime};
use crate::types::range::RangeBody;

/// The first key at `position` or behind it: position, key, hash.
fn next(rt: &Runtime, set: &Set, position: usize) -> Option<(usize, Object, i64)> {
    set.get(&rt.heap).next(position).map(|(at, key, hash)| (at, key.clone(), hash))
}

/// Calls `body` with each key and its hash. The set may change meanwhile.
fn each(rt: &mut Runtime, set: &Set, body: impl FnMut(&mut Runtime, &Object, i64) -> Result<()>) -> Result<()> {
    each_from(rt, set, 0, body)
}

/// The same from a position on.
fn each_from(
    rt: &mut Runtime,
    set: &Set,
    mut position: usize,
    mut body: impl FnMut(&mut Runtime, &Object, i64) -> Result<()>,
) -> Result<()> {
    while let Some((at, key, hash)) = next(rt, set, position) {
        body(rt, &key, hash)?;
        position = at + 1;
    }
    Ok(())
}

/// Calls `body` with each key of an exact dict and its hash.
fn each_of_dict(
    rt: &mut Runtime,
    dict: &crate::layout::Dict,
    mut body: impl FnMut(&mut Runtime, &Object, i64) -> Result<()>,
) -> Result<()> {
    let mut position = 0;
    while let Some((at, entry)) = dict.get(&rt.heap).next(position) {
        let (key, hash) = (entry.key.clone(), entry.hash);
        body(rt, &key, hash)?;
        position = at + 1;
    }
    Ok(())
}

/// Adds the keys of an iterable.
pub fn update(rt: &mut Runtime, set: &Set, other: &Object) -> Result<()> {
    if let Some(other) = other.cast::<SetBody>() {
        return merge(rt, set, other);
    }
    if let Some(dict) = other.cast_exact::<DictBody>() {
        let extra = dict.get(&rt.heap).len();
        let (body, heap) = set.get_mut(&mut rt.heap);
        body.prepare_merge(heap, extra)?;
        return each_of_dict(rt, dict, |rt, key, hash| add_hashed(rt, set, key, hash).map(drop));
    }
    if let Some(range) = other.cast_exact::<RangeBody>() {
        let body = range.get(&rt.heap);
        let parts = (body.start.value().as_int(), body.step.value().as_int(), body.length.value().as_int());
        if let (Some(start), Some(step), Some(length)) = parts
            && step.checked_mul(length).and_then(|span| start.checked_add(span)).and_then(Value::int).is_some()
        {
            return add_ints(rt, set, start, step, length);
        }
    }
    // An iterator of a list or tuple does nothing but count.
    if let Some(list) = other.cast_exact::<ListBody>() {
        let mut i = 0;
        loop {
            if let Some((body, list, heap)) = set.get_mut_beside(list, &mut rt.heap) {
                i = body.add_items(heap, &list.items, i, &rt.hash_key)?;
            }
            let Some(key) = list.get(&rt.heap).items.get(i).cloned() else { return Ok(()) };
            add_item(rt, set, key)?;
            i += 1;
        }
    }
    if let Some(tuple) = other.cast_exact::<TupleBody>() {
        let (items, mut i) = (tuple.items(), 0);
        loop {
            let (body, heap) = set.get_mut(&mut rt.heap);
            i = body.add_items(heap, items, i, &rt.hash_key)?;
            let Some(key) = items.get(i) else { return Ok(()) };
            add_item(rt, set, key.clone())?;
            i += 1;
        }
    }
    if let Some(text) = other.cast_exact::<StrBody>().and_then(|string| string.as_ascii()) {
        // Characters that are there already, each a bit. Python code might take them out again.
        let mut present = 0u128;
        for (i, &byte) in text.as_bytes().iter().enumerate() {
            let bit = 1u128 << (byte & 0x7f);
            if present & bit != 0 && i % STRETCH > 0 {
                continue;
            }
            rt.check_interrupts()?;
            let key = rt.strings.character(&rt.heap, byte.into())?.into();
            let hash = rt.hash(&key)?;
            present = if add_owned(rt, set, key, hash)? { present | bit } else { 0 };
        }
        return Ok(());
    }
    rt.for_each(other, |rt, key| add(rt, set, &key).map(drop))
}

/// Adds an item of a sequence. With hashes that collide one may take long.
fn add_item(rt: &mut Runtime, set: &Set, key: Object) -> Result<()> {
    rt.check_interrupts()?;
    let hash = match key.value().as_int() {
        Some(n) => bigint::hash_i64(n),
        None => rt.hash(&key)?,
    };
    add_owned(rt, set, key, hash).map(drop)
}

/// Adds a key whose hash is known. False if code may have run.
#[inline(always)]
fn add_owned(rt: &mut Runtime, set: &Set, key: Object, hash: i64) -> Result<bool> {
    let (body, heap) = set.get_mut(&mut rt.heap);
    if body.add_first(&key, hash) {
        return Ok(true);
    }
    match body.lookup(&key, hash) {
        Lookup::Missing(vacancy) => body.insert(heap, vacancy, hash, key)?,
        Lookup::Found(_) => {}
        // A key whose equality is Python's.
        Lookup::Ask => {
            add_hashed(rt, set, &key, hash)?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Adds `length` small ints from `start` on.
fn add_ints(rt: &mut Runtime, set: &Set, start: i64, step: i64, length: i64) -> Result<()> {
    for i in 0..length {
        if i & 0xfff == 0 {
            rt.check_interrupts()?;
        }
        let key = Object::int(start + step * i).expect("the caller has seen the bounds");
        add_owned(rt, set, key, bigint::hash_i64(start + step * i))?;
    }
    Ok(())
}

fn merge(rt: &mut Runtime, set: &Set, other: &Set) -> Result<()> {
    let Some((body, keys, heap)) = set.get_mut_beside(other, &mut rt.heap) else { return Ok(()) };
    if keys.is_empty() {
        return Ok(());
    }
    if body.is_fresh() {
        return Ok(body.copy_from(heap, keys)?);
    }
    body.prepare_merge(heap, keys.len())?;
    match body.merge(heap, keys, |_, _| Some(true))? {
        None => Ok(()),
        Some(position) => each_from(rt, other, position, |rt, key, hash| add_hashed(rt, set, key, hash).map(drop)),
    }
}

/// A copy of the same kind, subclasses aside.
pub(super) fn copy(rt: &mut Runtime, set: &Set) -> Result<Set> {
    let copy = new_like(rt, set)?;
    merge(rt, &copy, set)?;
    Ok(copy)
}

/// The keys that are in `other` as well.
pub fn intersection(rt: &mut Runtime, set: &Set, other: &Object) -> Result<Set> {
    if set.is(other) {
        return copy(rt, set);
    }
    let result = new_like(rt, set)?;
    if let Some(other) = other.cast::<SetBody>() {
        let swap = other.get(&rt.heap).len() > set.get(&rt.heap).len();
        let (whole, walked) = if swap { (other, set) } else { (set, other) };
        let Some((body, [inside, outside], heap)) = result.get_mut_beside_two([walked, whole], &mut rt.heap) else {
            return Ok(result);
        };
        let Some(position) = body.merge(heap, inside, |key, hash| outside.quick_contains(key, hash))? else {
            return Ok(result);
        };
        each_from(rt, walked, position, |rt, key, hash| {
            if contains_hashed(rt, whole, key, hash)? {
                add_hashed(rt, &result, key, hash)?;
            }
            Ok(())
        })?;
        return Ok(result);
    }
    rt.for_each(other, |rt, key| {
        let hash = rt.hash(&key)?;
        let inside = match set.get(&rt.heap).quick_contains(&key, hash) {
            Some(inside) => inside,
            None => contains_hashed(rt, set, &key, hash)?,
        };
        if inside { add_owned(rt, &result, key, hash).map(drop) } else { Ok(()) }
    })?;
    Ok(result)
}

/// Replaces the keys by those that are in `other` as well.
pub(super) fn intersection_update(rt: &mut Runtime, set: &Set, other: &Object) -> Result<()> {
    let common = intersection(rt, set, other)?;
    take_over(rt, set, &common);
    Ok(())
}

/// Moves the keys of a temporary set to `set`.
pub(super) fn take_over(rt: &mut Runtime, set: &Set, from: &Set) {
    let body = from.get_mut(&mut rt.heap).0.take();
    let old = set.get_mut(&mut rt.heap).0.exchange(body);
    drop(old);
}

/// Removes the keys of an iterable.
pub fn difference_update(rt: &mut Runtime, set: &Set, other: &Object) -> Result<()> {
    if set.is(other) {
        drop(set.get_mut(&mut rt.heap).0.take());
        return Ok(());
    }
    match other.cast::<SetBody>() {
        Some(other) => {
            // Of a much larger set only the common keys are walked over.
            let other = match other.get(&rt.heap).len() >> 3 > set.get(&rt.heap).len() {
                true => intersection(rt, set, other)?,
                false => other.clone(),
            };
            each(rt, &other, |rt, key, hash| discard_hashed(rt, set, key, hash).map(drop))?;
        }
        None => rt.for_each(other, |rt, key| discard(rt, set, &key).map(drop))?,
    }
    let (body, heap) = set.get_mut(&mut rt.heap);
    Ok(body.clear_dummies(heap)?)
}

/// The keys that are not in `other`.
pub(super) fn difference(rt: &mut Runtime, set: &Set, other: &Object) -> Result<Set> {
    let len = match (other.cast::<SetBody>(), other.cast_exact::<DictBody>()) {
        (Some(other), _) => other.get(&rt.heap).len(),
        (None, Some(other)) => other.get(&rt.heap).len(),
        (None, None) => 0,
    };
    let walkable = other.cast::<SetBody>().is_some() || other.cast_exact::<DictBody>().is_some();
    if !walkable || set.get(&rt.heap).len() >> 2 > len {
        let result = copy(rt, set)?;
        difference_update(rt, &result, other)?;
        return Ok(result);
    }
    let result = new_like(rt, set)?;
    let mut position = 0;
    if let Some(other) = other.cast::<SetBody>() {
        let Some((body, [inside, outside], heap)) = result.get_mut_beside_two([set, other], &mut rt.heap) else {
            return Ok(result);
        };
        match body.merge(heap, inside, |key, hash| outside.quick_contains(key, hash).map(|has| !has))? {
            Some(at) => position = at,
            None => return Ok(result),
        }
    }
    each_from(rt, set, position, |rt, key, hash| {
        let found = match (other.cast::<SetBody>(), other.cast_exact::<DictBody>()) {
            (Some(other), _) => contains_hashed(rt, other, key, hash)?,
            (None, Some(other)) => other.get_hashed(rt, key, hash)?.is_some(),
            (None, None) => false,
        };
        if !found {
            add_hashed(rt, &result, key, hash)?;
        }
        Ok(())
    })?;
    Ok(result)
}

/// Toggles the keys of an iterable.
pub fn symmetric_difference_update(rt: &mut Runtime, set: &Set, other: &Object) -> Result<()> {
    if set.is(other) {
        drop(set.get_mut(&mut rt.heap).0.take());
        return Ok(());
    }
    let toggle = |rt: &mut Runtime, key: &Object, hash: i64| {
        if !discard_hashed(rt, set, key, hash)? {
            add_hashed(rt, set, key, hash)?;
        }
        Ok(())
    };
    if let Some(dict) = other.cast_exact::<DictBody>() {
        return each_of_dict(rt, dict, toggle);
    }
    match other.cast::<SetBody>() {
        Some(other) => {
            let Some((body, keys, heap)) = set.get_mut_beside(other, &mut rt.heap) else { return Ok(()) };
            match body.toggle(heap, keys)? {
                None => Ok(()),
                Some(position) => each_from(rt, other, position, toggle),
            }
        }
        None => {
            let keys = new_like(rt, set)?;
            update(rt, &keys, other)?;
            each(rt, &keys, toggle)
        }
    }
}

/// The keys that are in one of the two only.
pub(super) fn symmetric_difference(rt: &mut Runtime, set: &Set, other: &Object) -> Result<Set> {
    let result = new_like(rt, set)?;
    update(rt, &result, other)?;
    symmetric_difference_update(rt, &result, set)?;
    Ok(result)
}

/// Whether all keys are in `other`.
pub(super) fn is_subset(rt: &mut Runtime, set: &Set, other: &Object) -> Result<bool> {
    let Some(other) = other.cast::<SetBody>() else {
        let common = intersection(rt, set, other)?;
        return Ok(common.get(&rt.heap).len() == set.get(&rt.heap).len());
    };
    if set.get(&rt.heap).len() > other.get(&rt.heap).len() {
        return Ok(false);
    }
    let (keys, others) = (set.get(&rt.heap), other.get(&rt.heap));
    let (mut position, mut look) = (0, STRETCH);
    while let Some((at, key, hash)) = keys.next(position) {
        if at >= look {
            rt.heap.go_on()?;
            look = at + STRETCH;
        }
        match others.quick_contains(key, hash) {
            Some(true) => position = at + 1,
            Some(false) => return Ok(false),
            None => break,
        }
    }
    // From here on Python code tells.
    while let Some((at, key, hash)) = next(rt, set, position) {
        if !contains_hashed(rt, other, &key, hash)? {
            return Ok(false);
        }
        rt.check_interrupts()?;
        position = at + 1;
    }
    Ok(true)
}

/// Whether all keys of `other` are in the set.
pub(super) fn is_superset(rt: &mut Runtime, set: &Set, other: &Object) -> Result<bool> {
    if let Some(other) = other.cast::<SetBody>() {
        return is_subset(rt, other, set);
    }
    let iterator = rt.iter(other)?;
    while let Some(key) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if !contains(rt, set, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether no key is in `other`.
pub(super) fn is_disjoint(rt: &mut Runtime, set: &Set, other: &Object) -> Result<bool> {
    if set.is(other) {
        return Ok(set.get(&rt.heap).is_empty());
    }
    if let Some(other) = other.cast::<SetBody>() {
        let swap = other.get(&rt.heap).len() > set.get(&rt.heap).len();
        let (whole, walked) = if swap { (other, set) } else { (set, other) };
        let mut position = 0;
        while let Some((at, key, hash)) = next(rt, walked, position) {
            if contains_hashed(rt, whole, &key, hash)? {
                return Ok(false);
            }
            rt.check_interrupts()?;
            position = at + 1;
        }
        return Ok(true);
    }
    let iterator = rt.iter(other)?;
    while let Some(key) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if contains(rt, set, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

pub(super) fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<SetBody>(), right.cast::<SetBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let (m, n) = (a.get(&rt.heap).len(), b.get(&rt.heap).len());
    let result = match op {
        CompareOp::Equal => equal(rt, a, b)?,
        CompareOp::NotEqual => !equal(rt, a, b)?,
        CompareOp::Less => m < n && is_subset(rt, a, right)?,
        CompareOp::LessEqual => is_subset(rt, a, right)?,
        CompareOp::Greater => m > n && is_subset(rt, b, left)?,
        CompareOp::GreaterEqual => is_subset(rt, b, left)?,
    };
    Ok(Object::bool(result))
}

fn equal(rt: &mut Runtime, a: &Set, b: &Set) -> Result<bool> {
    if a.get(&rt.heap).len() != b.get(&rt.heap).len() {
        return Ok(false);
    }
    if is_frozen(rt, a) && is_frozen(rt, b) {
        let (x, y) = (a.get(&rt.heap).hash.get(), b.get(&rt.heap).hash.get());
        if x != 0 && y != 0 && x != y {
            return Ok(false);
        }
    }
    is_subset(rt, a, b)
}

/// Both operands of an operator, if both are sets.
fn operands<'a>(left: &'a Object, right: &Object) -> Option<&'a Set> {
    right.cast::<SetBody>().and_then(|_| left.cast::<SetBody>())
}

macro_rules! operators {
    ($($name:ident => |$rt:ident, $set:ident, $other:ident| $body:expr;)*) => { $(
        pub(super) fn $name($rt: &mut Runtime, left: &Object, $other: &Object) -> Result {
            let Some($set) = operands(left, $other) else { return Ok(Object::NOT_IMPLEMENTED) };
            $body
        }
    )* };
}

operators! {
    subtract => |rt, set, other| Ok(difference(rt, set, other)?.into());
    and => |rt, set, other| Ok(intersection(rt, set, other)?.into());
    xor => |rt, set, other| Ok(symmetric_difference(rt, set, other)?.into());
    or => |rt, set, other| {
        let result = copy(rt, set)?;
        if !set.is(other) {
            update(rt, &result, other)?;
        }
        Ok(result.into())
    };
    subtract_in_place => |rt, set, other| {
        difference_update(rt, set, other)?;
        Ok(set.as_object().clone())
    };
    and_in_place => |rt, set, other| {
        intersection_update(rt, set, other)?;
        Ok(set.as_object().clone())
    };
    xor_in_place => |rt, set, other| {
        symmetric_difference_update(rt, set, other)?;
        Ok(set.as_object().clone())
    };
    or_in_place => |rt, set, other| {
        update(rt, set, other)?;
        Ok(set.as_object().clone())
    };
}
