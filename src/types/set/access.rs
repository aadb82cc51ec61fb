//! Finding, adding and removing any key, with Python's hash and equality.

use crate::heap::{Object, ShapeId};
use crate::layout::search::{self, Lookup};
use crate::layout::{Set, SetBody};
use crate::object::{ClassId, Result, Runtime};

/// Where `key` is, or where it would go. Never `Ask`.
#[inline]
pub(super) fn find(rt: &mut Runtime, set: &Set, key: &Object, hash: i64) -> Result<Lookup> {
    match set.get(&rt.heap).lookup(key, hash) {
        Lookup::Ask => search::find(rt, set, hash, key, Runtime::equal),
        found => Ok(found),
    }
}

/// Adds a key. Whether it is new.
#[inline]
pub fn add(rt: &mut Runtime, set: &Set, key: &Object) -> Result<bool> {
    let hash = rt.hash(key)?;
    add_hashed(rt, set, key, hash)
}

/// Adds a key whose hash is known. Whether it is new.
pub(super) fn add_hashed(rt: &mut Runtime, set: &Set, key: &Object, hash: i64) -> Result<bool> {
    match find(rt, set, key, hash)? {
        Lookup::Missing(vacancy) => {
            let (body, heap) = set.get_mut(&mut rt.heap);
            body.insert(heap, vacancy, hash, key.clone())?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// Whether the set has a key.
#[inline]
pub fn contains(rt: &mut Runtime, set: &Set, key: &Object) -> Result<bool> {
    let hash = rt.hash(key)?;
    contains_hashed(rt, set, key, hash)
}

pub(super) fn contains_hashed(rt: &mut Runtime, set: &Set, key: &Object, hash: i64) -> Result<bool> {
    Ok(matches!(find(rt, set, key, hash)?, Lookup::Found(_)))
}

/// Removes a key. Whether it was there.
pub fn discard(rt: &mut Runtime, set: &Set, key: &Object) -> Result<bool> {
    let hash = rt.hash(key)?;
    discard_hashed(rt, set, key, hash)
}

/// Removes a key whose hash is known. Whether it was there.
pub(super) fn discard_hashed(rt: &mut Runtime, set: &Set, key: &Object, hash: i64) -> Result<bool> {
    match find(rt, set, key, hash)? {
        Lookup::Found(position) => {
            let removed = set.get_mut(&mut rt.heap).0.remove(position);
            drop(removed);
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// As [`contains`]; an unhashable set stands for the frozenset of its keys.
pub(super) fn contains_or_frozen(rt: &mut Runtime, set: &Set, key: &Object) -> Result<bool> {
    or_frozen(rt, key, |rt, key| contains(rt, set, key))
}

/// As [`discard`]; an unhashable set stands for the frozenset of its keys.
pub(super) fn discard_or_frozen(rt: &mut Runtime, set: &Set, key: &Object) -> Result<bool> {
    or_frozen(rt, key, |rt, key| discard(rt, set, key))
}

fn or_frozen(
    rt: &mut Runtime,
    key: &Object,
    mut attempt: impl FnMut(&mut Runtime, &Object) -> Result<bool>,
) -> Result<bool> {
    match attempt(rt, key) {
        Err(raised) if rt.is_raised(&raised, ClassId::TypeError) => match key.cast::<SetBody>() {
            Some(unhashable) if !super::is_frozen(rt, key) => {
                let mut body = SetBody::new();
                body.copy_from(&rt.heap, unhashable.get(&rt.heap))?;
                let frozen = rt.heap.alloc(ShapeId::FROZENSET, body)?;
                attempt(rt, &frozen)
            }
            _ => Err(raised),
        },
        other => other,
    }
}
