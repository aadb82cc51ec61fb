//! Iteration.

use super::unpack;
use crate::bytecode::{Op, flags};
use crate::heap::{Object, ShapeId, Value};
use crate::layout::{ListBody, TupleBody};
use crate::object::{ClassId, GeneratorBody, Raised, Result, Runtime};
use crate::types::dict::ItemIteratorBody;
use crate::types::iterators::{EnumerateBody, ZipBody};
use crate::types::list::ListIteratorBody;
use crate::types::str::{StrIteratorBody, next_character};
use crate::types::tuple::TupleIteratorBody;
use crate::vm::run::{body, shape};
use crate::vm::site::Site;

/// GET_ITER.
pub fn get_iter(rt: &mut Runtime, site: Site) -> Result<()> {
    let iterator = rt.iter(site.get(site.b()))?;
    site.set(site.a(), iterator);
    Ok(())
}

/// Sets the form of FOR_ITER for the iterator in `R[b]`, if there is one and nothing need be known of its items.
#[inline(always)]
pub fn specialize(site: Site) {
    match site.get(site.b()).shape() {
        ShapeId::LIST_ITERATOR => site.set_op(Op::FOR_ITER_LIST),
        ShapeId::TUPLE_ITERATOR => site.set_op(Op::FOR_ITER_TUPLE),
        _ => {}
    }
}

/// Hands the loop its next item.
#[inline(always)]
pub fn deliver(site: Site, item: Object) {
    // Ranges that reach beyond small ints stay with the generic form.
    if item.value().is_int() && site.get(site.b()).shape() == ShapeId::RANGE_ITERATOR {
        site.set_op(Op::FOR_ITER_RANGE);
    }
    site.set(site.a(), item);
}

/// StopIteration as the end of the loop: false; other exceptions go on.
#[cold]
pub fn stopped(rt: &mut Runtime, site: Site, raised: Raised) -> Result<bool> {
    rt.catch(Err::<(), _>(raised), ClassId::StopIteration)?;
    drop(site.take(site.b()));
    Ok(false)
}

/// FOR_ITER: whether there was another item.
pub fn for_iter(rt: &mut Runtime, site: Site) -> Result<bool> {
    specialize(site);
    let iterator = site.get(site.b());
    let item = match iterator.cast_exact::<StrIteratorBody>() {
        Some(characters) => next_character(rt, characters)?,
        None => rt.next(iterator)?,
    };
    match item {
        Some(item) => deliver(site, item),
        None => {
            drop(site.take(site.b()));
            return Ok(false);
        }
    }
    Ok(true)
}

/// The next pair of an iterator that makes pairs, without making a tuple of it: `None` if only the general way will do.
fn next_pair(rt: &mut Runtime, iterator: &Object) -> Result<Option<Option<(Object, Object)>>> {
    if let Some(items) = iterator.cast_exact::<ItemIteratorBody>() {
        let body = items.get(&rt.heap);
        let Some(dict) = &body.dict else { return Ok(None) };
        let dict = dict.get(&rt.heap);
        if dict.len() != body.used || body.left == 0 {
            return Ok(None);
        }
        let Some((at, entry)) = dict.next(body.position) else { return Ok(None) };
        let pair = (entry.key.clone(), entry.value.clone());
        let (body, _) = items.get_mut(&mut rt.heap);
        body.position = at + 1;
        body.left -= 1;
        return Ok(Some(Some(pair)));
    }
    if let Some(enumerate) = iterator.cast_exact::<EnumerateBody>() {
        let body = enumerate.get(&rt.heap);
        let (inner, count) = (body.iterator.clone(), body.count.clone());
        let Some(next) = count.value().as_int().and_then(|n| Object::int(n + 1)) else { return Ok(None) };
        let Some(item) = rt.next(&inner)? else { return Ok(Some(None)) };
        enumerate.get_mut(&mut rt.heap).0.count = next;
        return Ok(Some(Some((count, item))));
    }
    if let Some(zip) = iterator.cast_exact::<ZipBody>() {
        let body = zip.get(&rt.heap);
        let [first, second] = &body.iterators[..] else { return Ok(None) };
        if body.strict {
            return Ok(None);
        }
        let (first, second) = (first.clone(), second.clone());
        let Some(one) = rt.next(&first)? else { return Ok(Some(None)) };
        let Some(two) = rt.next(&second)? else { return Ok(Some(None)) };
        return Ok(Some(Some((one, two))));
    }
    if let Some(walk) = iterator.cast_exact::<TupleIteratorBody>() {
        let body = walk.get_mut(&mut rt.heap).0;
        let item = body.tuple.as_ref().and_then(|tuple| tuple.items().get(body.index));
        let found = item.and_then(both);
        body.index += found.is_some() as usize;
        return Ok(found.map(Some));
    }
    if let Some(walk) = iterator.cast_exact::<ListIteratorBody>() {
        let body = walk.get(&rt.heap);
        let item = body.list.as_ref().and_then(|list| list.get(&rt.heap).items.get(body.index));
        let found = item.and_then(both);
        walk.get_mut(&mut rt.heap).0.index += found.is_some() as usize;
        return Ok(found.map(Some));
    }
    Ok(None)
}

/// The items of an exact tuple of two.
#[inline(always)]
fn both(object: &Object) -> Option<(Object, Object)> {
    match object.cast_exact::<TupleBody>()?.items() {
        [first, second] => Some((first.clone(), second.clone())),
        _ => None,
    }
}

/// The next item of an iterator over a list or tuple, if it is an exact pair; its items are borrowed, the iterator has
/// stepped on.
///
/// # Safety
/// The word is valid (H1).
#[inline(always)]
pub unsafe fn list_pair(iterator: Value) -> Option<(Value, Value)> {
    if !iterator.is_pointer() {
        return None;
    }
    // SAFETY: a shape says what the body is (H4). The items live on in their container.
    unsafe {
        match shape(iterator) {
            ShapeId::LIST_ITERATOR => {
                let walk = body::<ListIteratorBody>(iterator);
                let list = (*walk).list.as_ref()?;
                let items: &[Object] = &(*body::<ListBody>(list.value())).items;
                let pair = unpack::two_items(items.get((*walk).index)?.value())?;
                (*walk).index += 1;
                Some(pair)
            }
            ShapeId::TUPLE_ITERATOR => {
                let walk = body::<TupleIteratorBody>(iterator);
                let pair = unpack::two_items((*walk).tuple.as_ref()?.items().get((*walk).index)?.value())?;
                (*walk).index += 1;
                Some(pair)
            }
            _ => None,
        }
    }
}

/// FOR_ITER_PAIR: whether there was another item, which is unpacked.
pub fn for_iter_pair(rt: &mut Runtime, site: Site) -> Result<bool> {
    match next_pair(rt, site.get(site.c()))? {
        Some(Some((first, second))) => {
            site.set(site.a(), first);
            site.set(site.b(), second);
            return Ok(true);
        }
        Some(None) => {
            drop(site.take(site.c()));
            return Ok(false);
        }
        None => {}
    }
    match rt.next(site.get(site.c()))? {
        Some(item) => {
            if let Some((first, second)) = both(&item) {
                site.set(site.a(), first);
                site.set(site.b(), second);
                return Ok(true);
            }
            let unpacked = unpack::into_pair(rt, site, &item, site.a(), site.b());
            if unpacked.is_err() {
                rt.machine.pc = site.pc.wrapping_add(2);
            }
            unpacked.map(|()| true)
        }
        None => {
            drop(site.take(site.c()));
            Ok(false)
        }
    }
}

/// GET_LEN.
pub fn get_len(rt: &mut Runtime, site: Site) -> Result<()> {
    let length = rt.len(site.get(site.b()))?;
    let length = rt.new_int(length as i128)?;
    site.set(site.a(), length);
    Ok(())
}

/// GET_YIELD_FROM_ITER.
pub fn get_yield_from_iter(rt: &mut Runtime, site: Site) -> Result<()> {
    let object = site.get(site.b());
    let bits = object.cast::<GeneratorBody>().map(|g| g.get(&rt.heap).code.get(&rt.heap).code.flags);
    let iterator = match bits {
        Some(bits) if bits & flags::COROUTINE != 0 => {
            let own = site.code().code.flags;
            if own & (flags::COROUTINE | flags::ITERABLE_COROUTINE) == 0 {
                return Err(rt.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
            }
            object.clone()
        }
        Some(_) => object.clone(),
        None => rt.iter(object)?,
    };
    site.set(site.a(), iterator);
    Ok(())
}

/// Whatever only an event loop could run.
pub fn asynchronous(rt: &mut Runtime, _: Site) -> Result<()> {
    Err(rt.not_implemented("asynchronous code cannot be run yet"))
}
