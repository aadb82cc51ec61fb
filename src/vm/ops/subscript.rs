//! Subscripts and slices.

use crate::base::watch::STRETCH;
use crate::bytecode::temps;
use crate::heap::{Object, ShapeId, Value};
use crate::layout::search::Lookup;
use crate::layout::{BytesBody, Dict, DictBody, List, ListBody, StrBody, Tuple, TupleBody};
use crate::object::{ClassFlags, Result, Runtime};
use crate::types::slice::{Bounds, SliceBody};
use crate::vm::safe_point;
use crate::vm::site::Site;

/// The hash of a string or small int.
#[inline(always)]
fn quick_hash(rt: &Runtime, key: &Object) -> Option<i64> {
    match key.cast_exact::<StrBody>() {
        Some(text) => Some(text.hash(&rt.hash_key)),
        None => key.value().as_int().map(crate::base::bigint::hash_i64),
    }
}

/// The value of a key that is a string or small int and in a dict of any class with plain subscripts.
#[inline]
fn plain_value(rt: &Runtime, object: &Object, key: &Object) -> Option<Object> {
    let hash = quick_hash(rt, key)?;
    let body = plain_dict(rt, object)?.get(&rt.heap);
    match body.lookup(key, hash) {
        Lookup::Found(position) => Some(body.value(position).clone()),
        _ => None,
    }
}

/// `R[a] = R[b][R[c]]` of what [`plain_value`] finds. False, nothing having happened, if that is nothing.
#[inline]
pub fn load_plain(rt: &mut Runtime, site: Site) -> bool {
    let Some(value) = plain_value(rt, site.get(site.b()), site.get(site.c())) else { return false };
    site.finish(site.c());
    site.set(site.a(), value);
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    true
}

/// The object as a dict whose subscripts are dict's for keys that are there.
#[inline]
fn plain_dict<'a>(rt: &Runtime, object: &'a Object) -> Option<&'a Dict> {
    match object.cast_exact::<DictBody>() {
        Some(dict) => Some(dict),
        None if rt.class_of(object).get(&rt.heap).flags.has(ClassFlags::PLAIN_ITEMS) => object.cast::<DictBody>(),
        None => None,
    }
}

/// `object[key]`, dicts first.
fn get(rt: &mut Runtime, object: &Object, key: &Object) -> Result {
    let Some(dict) = object.cast_exact::<DictBody>() else {
        return match plain_value(rt, object, key) {
            Some(value) => Ok(value),
            None => rt.get_item(object, key),
        };
    };
    if let Some(hash) = quick_hash(rt, key) {
        let body = dict.get(&rt.heap);
        match body.lookup(key, hash) {
            Lookup::Found(position) => return Ok(body.value(position).clone()),
            Lookup::Missing(_) => return Err(rt.key_error(key)),
            Lookup::Ask => {}
        }
    }
    match dict.get_key(rt, key)? {
        Some(value) => Ok(value),
        None => Err(rt.key_error(key)),
    }
}

/// The value of a string or small int in a dict, a new reference; `UNBOUND` if there is none or it takes more.
#[inline(always)]
fn quick_value(rt: &Runtime, dict: &Object, key: &Object) -> Value {
    let (Some(dict), Some(hash)) = (dict.cast_exact::<DictBody>(), quick_hash(rt, key)) else { return Value::UNBOUND };
    let body = dict.get(&rt.heap);
    match body.lookup(key, hash) {
        Lookup::Found(position) => body.value(position).clone().into_value(),
        _ => Value::UNBOUND,
    }
}

/// `R[b][R[c]]` of a dict, a new reference, if that is told at once; else `UNBOUND`, nothing having happened.
#[inline(never)]
pub fn dict_value(rt: &mut Runtime, site: Site) -> Value {
    let value = quick_value(rt, site.get(site.b()), site.get(site.c()));
    if !value.is_unbound() {
        // A string or a number: nothing is left to be done after it.
        site.finish(site.c());
    }
    value
}

/// `R[b][constant]` of a dict, as [`dict_value`].
#[inline(never)]
pub fn dict_value_of_constant(rt: &mut Runtime, site: Site) -> Value {
    quick_value(rt, site.get(site.b()), site.constant(site.c()))
}

/// `R[a][R[b]] = R[c]` of a dict and a string or small int. False, nothing having happened, if it takes more.
#[inline(never)]
pub fn store_dict(rt: &mut Runtime, site: Site) -> bool {
    let (object, key, value) = (site.a(), site.b(), site.c());
    let Some(hash) = quick_hash(rt, site.get(key)) else { return false };
    let Some(dict) = site.get(object).cast_exact::<DictBody>() else { return false };
    let (body, heap) = dict.get_mut(&mut rt.heap);
    let old = match body.lookup(site.get(key), hash) {
        Lookup::Found(position) => body.replace(position, site.get(value).clone()),
        Lookup::Missing(vacancy) => {
            match body.insert(heap, vacancy, hash, site.get(key).clone(), site.get(value).clone()) {
                Ok(()) => Object::UNBOUND,
                Err(_) => return false,
            }
        }
        Lookup::Ask => return false,
    };
    drop(old);
    finish(site, value, Some(key), object);
    if safe_point::has_events(rt) {
        rt.machine.base = site.base;
        rt.machine.pc = site.pc.wrapping_add(1);
        safe_point::run_events(rt);
    }
    true
}

/// `slice(start, stop, step)`.
fn new_slice(rt: &mut Runtime, start: &Object, stop: &Object, step: &Object) -> Result {
    let body = SliceBody { start: start.clone(), stop: stop.clone(), step: step.clone() };
    Ok(rt.heap.alloc(ShapeId::SLICE, body)?.into())
}

/// `R[a] = R[b][R[c]]`.
pub fn load(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = get(rt, site.get(site.b()), site.get(site.c()))?;
    site.finish(site.c());
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = R[b][c]`.
pub fn load_imm(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = get(rt, site.get(site.b()), &Object::small(site.c_signed()))?;
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = R[b][constant]`.
pub fn load_const(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = get(rt, site.get(site.b()), site.constant(site.c()))?;
    site.set(site.a(), result);
    Ok(())
}

/// Releases a store's operands that are temps.
fn finish(site: Site, value: usize, key: Option<usize>, object: usize) {
    let flags = site.extra(0);
    if flags & temps::VALUE != 0 {
        drop(site.take(value));
    }
    if let Some(key) = key
        && flags & temps::KEY != 0
    {
        drop(site.take(key));
    }
    if flags & temps::OBJECT != 0 {
        drop(site.take(object));
    }
}

/// `R[a][R[b]] = R[c]`.
pub fn store(rt: &mut Runtime, site: Site) -> Result<()> {
    let (object, key, value) = (site.a(), site.b(), site.c());
    match (plain_dict(rt, site.get(object)), quick_hash(rt, site.get(key))) {
        (Some(dict), Some(hash)) => dict.set_hashed(rt, site.get(key), hash, site.get(value).clone())?,
        (Some(dict), None) => dict.set_key(rt, site.get(key), site.get(value).clone())?,
        _ => rt.set_item(site.get(object), site.get(key), site.get(value))?,
    }
    finish(site, value, Some(key), object);
    Ok(())
}

/// `del R[a][R[b]]`.
pub fn delete(rt: &mut Runtime, site: Site) -> Result<()> {
    rt.del_item(site.get(site.a()), site.get(site.b()))?;
    site.finish(site.a());
    site.finish(site.b());
    Ok(())
}

/// `object[start:stop]` of an exact string, list, tuple or bytes object and bounds that are small ints or None, if it is
/// not long; else `None`.
#[inline(always)]
fn plain_part(rt: &Runtime, object: &Object, start: &Object, stop: &Object) -> Option<Result> {
    let range = |len: usize| Bounds::plain(start, stop, len).filter(|range| range.len() <= STRETCH);
    if let Some(list) = object.cast_exact::<ListBody>() {
        let items = &list.get(&rt.heap).items;
        let part = List::from_slice(&rt.heap, &items[range(items.len())?]);
        return Some(part.map(Into::into).map_err(Into::into));
    }
    if let Some(bytes) = object.cast_exact::<BytesBody>() {
        let bytes = bytes.as_slice();
        let range = range(bytes.len())?;
        if range.len() == bytes.len() {
            return Some(Ok(object.clone()));
        }
        return Some(rt.bytes.copy(&rt.heap, &bytes[range]).map(Into::into).map_err(Into::into));
    }
    if let Some(tuple) = object.cast_exact::<TupleBody>() {
        let range = range(tuple.len())?;
        if range.len() == tuple.len() {
            return Some(Ok(object.clone()));
        }
        if range.is_empty() {
            return Some(Ok(rt.empty_tuple.clone().into()));
        }
        return Some(Tuple::from_slice(&rt.heap, &tuple.items()[range]).map(Into::into).map_err(Into::into));
    }
    let string = object.cast_exact::<StrBody>()?;
    let range = Bounds::plain(start, stop, string.len())?;
    if range.len() == string.len() {
        return Some(Ok(object.clone()));
    }
    Some(string.slice(&rt.heap, &rt.strings, range.start, range.end).map(Into::into).map_err(Into::into))
}

/// `R[a] = R[b][R[c]:R[c+1]]`.
pub fn load_slice(rt: &mut Runtime, site: Site) -> Result<()> {
    let first = site.c();
    let (object, start, stop) = (site.get(site.b()), site.get(first), site.get(first + 1));
    let result = match plain_part(rt, object, start, stop) {
        Some(part) => part?,
        None => {
            let slice = new_slice(rt, start, stop, &Object::NONE)?;
            rt.get_item(object, &slice)?
        }
    };
    site.clear(first, 2);
    site.set(site.a(), result);
    Ok(())
}

/// `R[a][R[b]:R[b+1]] = R[c]`.
pub fn store_slice(rt: &mut Runtime, site: Site) -> Result<()> {
    let (object, first, value) = (site.a(), site.b(), site.c());
    let slice = new_slice(rt, site.get(first), site.get(first + 1), &Object::NONE)?;
    rt.set_item(site.get(object), &slice, site.get(value))?;
    site.clear(first, 2);
    finish(site, value, None, object);
    Ok(())
}

/// `R[a] = slice(R[b], R[b+1], R[b+2])`.
pub fn build_slice(rt: &mut Runtime, site: Site) -> Result<()> {
    let first = site.b();
    let slice = new_slice(rt, site.get(first), site.get(first + 1), site.get(first + 2))?;
    site.clear(first, 3);
    site.set(site.a(), slice);
    Ok(())
}
