//! Unpacking.

use crate::heap::{Object, ShapeId, Value};
use crate::layout::{List, ListBody, Tuple, TupleBody};
use crate::object::{ClassId, Raised, Result, Runtime};
use crate::vm::run::{body, shape};
use crate::vm::site::Site;

/// `cannot unpack non-iterable …`.
fn iterator(rt: &mut Runtime, value: &Object) -> Result {
    let slots = &rt.class_of(value).get(&rt.heap).slots;
    if slots.iter.is_none() && slots.get_item.is_none() {
        let name = rt.type_name(value);
        return Err(rt.type_error(format!("cannot unpack non-iterable {name} object")));
    }
    rt.iter(value)
}

fn too_many(rt: &mut Runtime, expected: usize) -> Raised {
    rt.value_error(format!("too many values to unpack (expected {expected})"))
}

/// CPython 3.13 says how many there are for lists, tuples and dicts.
fn not_enough(rt: &mut Runtime, expected: usize, got: usize, starred: bool) -> Raised {
    let least = if starred { "at least " } else { "" };
    rt.value_error(format!("not enough values to unpack (expected {least}{expected}, got {got})"))
}

/// Exactly `count` items of `value`.
fn exactly(rt: &mut Runtime, value: &Object, count: usize) -> Result<Vec<Object>> {
    let known = match value.cast_exact::<ListBody>() {
        Some(list) => Some(list.get(&rt.heap).items.len()),
        None => value.cast_exact::<TupleBody>().map(|tuple| tuple.len()),
    };
    if let Some(length) = known {
        if length < count {
            return Err(not_enough(rt, count, length, false));
        }
        if length > count {
            return Err(too_many(rt, count));
        }
        return rt.collect(value);
    }
    let iterator = iterator(rt, value)?;
    let mut items = Vec::with_capacity(count.min(64));
    while items.len() < count {
        match rt.next(&iterator)? {
            Some(item) => items.push(item),
            None => return Err(not_enough(rt, count, items.len(), false)),
        }
    }
    if rt.next(&iterator)?.is_some() {
        return Err(too_many(rt, count));
    }
    Ok(items)
}

/// Unpacks `value` into two registers.
pub fn into_pair(rt: &mut Runtime, site: Site, value: &Object, first: usize, second: usize) -> Result<()> {
    let (one, two) = if let Some(tuple) = as_tuple(rt, value)
        && let [one, two] = tuple.items()
    {
        (one.clone(), two.clone())
    } else if let Some(list) = value.cast_exact::<ListBody>()
        && let [one, two] = &list.get(&rt.heap).items[..]
    {
        (one.clone(), two.clone())
    } else {
        let mut items = exactly(rt, value, 2)?.into_iter();
        match (items.next(), items.next()) {
            (Some(one), Some(two)) => (one, two),
            _ => return Err(not_enough(rt, 2, 0, false)),
        }
    };
    site.set(first, one);
    site.set(second, two);
    Ok(())
}

/// The two items of an exact tuple or list, borrowed.
///
/// # Safety
/// The word is valid (H1).
#[inline(always)]
pub unsafe fn two_items(pair: Value) -> Option<(Value, Value)> {
    if !pair.is_pointer() {
        return None;
    }
    // SAFETY: a shape says what the body is (H4).
    let items = unsafe {
        match shape(pair) {
            ShapeId::TUPLE => (*body::<TupleBody>(pair)).items(),
            ShapeId::LIST => &(*body::<ListBody>(pair)).items,
            _ => return None,
        }
    };
    match items {
        [first, second] => Some((first.value(), second.value())),
        _ => None,
    }
}

/// UNPACK_PAIR.
pub fn pair(rt: &mut Runtime, site: Site) -> Result<()> {
    // Held while the destinations are written: one of them may be the register itself.
    let value = site.consume(site.c());
    into_pair(rt, site, &value, site.a(), site.b())
}

/// UNPACK_SEQUENCE.
pub fn sequence(rt: &mut Runtime, site: Site) -> Result<()> {
    let value = site.consume(site.a());
    into_registers(rt, site, &value, site.b(), site.c())
}

/// The tuple that is iterated as tuples are: of a subclass only if it leaves `__iter__` as it is.
fn as_tuple<'a>(rt: &Runtime, value: &'a Object) -> Option<&'a Tuple> {
    let tuple = value.cast::<TupleBody>()?;
    let plain = value.cast_exact::<TupleBody>().is_some() || {
        let usual = rt.class(ClassId::Tuple).get(&rt.heap).slots.iter;
        let own = rt.class_of(value).get(&rt.heap).slots.iter;
        matches!((usual, own), (Some(a), Some(b)) if std::ptr::fn_addr_eq(a, b))
    };
    plain.then_some(tuple)
}

/// Unpacks `value` into `count` registers.
pub fn into_registers(rt: &mut Runtime, site: Site, value: &Object, first: usize, count: usize) -> Result<()> {
    if let Some(tuple) = as_tuple(rt, value)
        && tuple.len() == count
    {
        for (i, item) in tuple.items().iter().enumerate() {
            site.set(first + i, item.clone());
        }
        return Ok(());
    }
    if let Some(list) = value.cast_exact::<ListBody>()
        && list.get(&rt.heap).items.len() == count
    {
        for i in 0..count {
            // Dropping what a register held runs no Python code, so the list stays as it is.
            let item = list.get(&rt.heap).items[i].clone();
            site.set(first + i, item);
        }
        return Ok(());
    }
    for (i, item) in exactly(rt, value, count)?.into_iter().enumerate() {
        site.set(first + i, item);
    }
    Ok(())
}

/// UNPACK_EX of a tuple or list; false if there are too few items.
fn starred_items(rt: &mut Runtime, site: Site, value: &Object, after: usize) -> Result<bool> {
    let (first, before) = (site.b(), site.c());
    // SAFETY: H4. The caller holds the value, and nothing here changes it: what targets give up runs no Python code.
    let items: &[Object] = unsafe {
        match value.shape() {
            ShapeId::TUPLE | ShapeId::TUPLE_LARGE => (*body::<TupleBody>(value.value())).items(),
            ShapeId::LIST => &(*body::<ListBody>(value.value())).items,
            _ => return Ok(false),
        }
    };
    if items.len() < before + after {
        return Ok(false);
    }
    let (head, rest) = items.split_at(before);
    let (middle, tail) = rest.split_at(rest.len() - after);
    let middle = List::from_slice(&rt.heap, middle)?;
    head.iter().enumerate().for_each(|(i, item)| site.set(first + i, item.clone()));
    site.set(first + before, middle.into());
    tail.iter().enumerate().for_each(|(i, item)| site.set(first + before + 1 + i, item.clone()));
    Ok(true)
}

/// UNPACK_EX.
pub fn starred(rt: &mut Runtime, site: Site) -> Result<()> {
    let value = site.consume(site.a());
    let (first, before, after) = (site.b(), site.c(), site.extra(0) as u32 as usize);
    if starred_items(rt, site, &value, after)? {
        return Ok(());
    }
    let iterator = iterator(rt, &value)?;
    let mut items = Vec::new();
    while items.len() < before {
        match rt.next(&iterator)? {
            Some(item) => items.push(item),
            None => return Err(not_enough(rt, before + after, items.len(), true)),
        }
    }
    let mut rest = rt.gather(&iterator)?;
    if rest.len() < after {
        return Err(not_enough(rt, before + after, before + rest.len(), true));
    }
    let mut tail = Vec::with_capacity(after);
    tail.extend((0..after).map_while(|_| rest.pop()));
    let middle = List::new(&rt.heap, rest)?;
    let tail = tail.into_iter().rev();
    let all = items.into_iter().chain([middle.into()]).chain(tail);
    for (i, item) in all.enumerate() {
        site.set(first + i, item);
    }
    Ok(())
}
