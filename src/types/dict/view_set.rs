//! Views of keys and items as sets: operators, comparisons, `isdisjoint`.

use super::view::{ItemsBody, KeysBody, dict_of, items_contain, keys_contain};
use crate::heap::{Object, ShapeId};
use crate::layout::search::Lookup;
use crate::layout::{Dict, Set, SetBody};
use crate::object::{CompareOp, Result, Runtime};
use crate::types::set;

/// Whether the object is a view that acts as a set.
fn is_view(object: &Object) -> bool {
    object.cast::<KeysBody>().is_some() || object.cast::<ItemsBody>().is_some()
}

/// `left - right`.
pub(super) fn difference(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let result = to_set(rt, left)?;
    set::difference_update(rt, &result, right)?;
    Ok(result.into())
}

/// `left & right`.
pub(super) fn intersection(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    // One of the two is a view; CPython then walks over the shorter one.
    let (mut this, mut other) = if is_view(left) { (left, right) } else { (right, left) };
    if is_view(other) && rt.len(other)? > rt.len(this)? {
        (this, other) = (other, this);
    }
    if let Some(set) = other.cast_exact::<SetBody>().filter(|set| set.shape() == ShapeId::SET)
        && rt.len(this)? <= set.get(&rt.heap).len()
    {
        return Ok(set::intersection(rt, set, this)?.into());
    }
    if this.cast::<KeysBody>().is_some() && other.cast::<KeysBody>().is_some() {
        let (walked, whole) = (dict_of(rt, other), dict_of(rt, this));
        if let Some(result) = common_keys(rt, &walked, &whole)? {
            return Ok(result.into());
        }
    }
    let result = Set::new(&rt.heap)?;
    rt.for_each(other, |rt, key| {
        if contains(rt, this, &key)? {
            set::add(rt, &result, &key)?;
        }
        Ok(())
    })?;
    Ok(result.into())
}

/// The keys of `walked` that `whole` has too, if all of that can be told without Python code.
fn common_keys(rt: &mut Runtime, walked: &Dict, whole: &Dict) -> Result<Option<Set>> {
    let result = Set::new(&rt.heap)?;
    let mut position = 0;
    while let Some((at, entry)) = walked.get(&rt.heap).next(position) {
        position = at + 1;
        rt.heap.go_on()?;
        match whole.get(&rt.heap).lookup(&entry.key, entry.hash) {
            Lookup::Missing(_) => continue,
            Lookup::Found(_) => {}
            Lookup::Ask => return Ok(None),
        }
        let (key, hash) = (entry.key.clone(), entry.hash);
        let (body, heap) = result.get_mut(&mut rt.heap);
        match body.lookup(&key, hash) {
            Lookup::Missing(vacancy) => body.insert(heap, vacancy, hash, key)?,
            Lookup::Found(_) => {}
            Lookup::Ask => return Ok(None),
        }
    }
    Ok(Some(result))
}

/// `left | right`.
pub(super) fn union(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let result = to_set(rt, left)?;
    set::update(rt, &result, right)?;
    Ok(result.into())
}

/// `left ^ right`.
pub(super) fn symmetric_difference(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let result = to_set(rt, left)?;
    set::symmetric_difference_update(rt, &result, right)?;
    Ok(result.into())
}

fn to_set(rt: &mut Runtime, source: &Object) -> Result<Set> {
    let result = Set::new(&rt.heap)?;
    set::update(rt, &result, source)?;
    Ok(result)
}

fn contains(rt: &mut Runtime, view: &Object, item: &Object) -> Result<bool> {
    match view.cast::<KeysBody>() {
        Some(_) => keys_contain(rt, view, item),
        None => items_contain(rt, view, item),
    }
}

pub(super) fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    if right.cast::<SetBody>().is_none() && !is_view(right) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let (a, b) = (rt.len(left)?, rt.len(right)?);
    let result = match op {
        CompareOp::Equal => a == b && all_in(rt, left, right)?,
        CompareOp::NotEqual => !(a == b && all_in(rt, left, right)?),
        CompareOp::Less => a < b && all_in(rt, left, right)?,
        CompareOp::LessEqual => a <= b && all_in(rt, left, right)?,
        CompareOp::Greater => a > b && all_in(rt, right, left)?,
        CompareOp::GreaterEqual => a >= b && all_in(rt, right, left)?,
    };
    Ok(Object::bool(result))
}

fn all_in(rt: &mut Runtime, part: &Object, whole: &Object) -> Result<bool> {
    let iterator = rt.iter(part)?;
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if !rt.contains(whole, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

pub(super) fn is_disjoint(rt: &mut Runtime, this: &Object, other: &Object) -> Result<bool> {
    if this.is(other) {
        return Ok(rt.len(this)? == 0);
    }
    let (mut this, mut other) = (this, other);
    if (other.cast::<SetBody>().is_some() || is_view(other)) && rt.len(other)? > rt.len(this)? {
        (this, other) = (other, this);
    }
    let iterator = rt.iter(other)?;
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if rt.contains(this, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}
