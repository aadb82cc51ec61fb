//! Subscripts and slices of lists: reading, assigning, deleting.

use super::change::swap_all;
use super::expect;
use crate::heap::{HeapVec, Object};
use crate::layout::{List, ListBody, TupleBody};
use crate::object::{ClassId, Result, Runtime};
use crate::types::sequence::position;
use crate::types::slice::{Bounds, SliceBody, has_index};

pub(super) fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let list = expect(this);
    if let Some(slice) = key.cast::<SliceBody>() {
        let bounds = Bounds::of(rt, slice)?;
        return get_span(rt, list, bounds).map(Into::into);
    }
    let index = subscript(rt, key)?;
    let items = &list.get(&rt.heap).items;
    match items.get(if index < 0 { index.wrapping_add(items.len() as isize) } else { index } as usize) {
        Some(item) => Ok(item.clone()),
        None => Err(rt.index_error("list index out of range")),
    }
}

fn get_span(rt: &Runtime, list: &List, bounds: Bounds) -> Result<List> {
    let items = &list.get(&rt.heap).items;
    let span = bounds.fit(items.len());
    let selected = match bounds.is_plain() {
        true => HeapVec::copied(&rt.heap, &items[span.range()]),
        false => HeapVec::stepped(&rt.heap, items, span.parts()),
    };
    Ok(List::new(&rt.heap, selected?)?)
}

/// A subscript that is no slice, as an index.
fn subscript(rt: &mut Runtime, key: &Object) -> Result<isize> {
    if let Some(n) = key.value().as_int() {
        return Ok(n as isize);
    }
    if has_index(rt, key) {
        return rt.to_subscript(key);
    }
    let name = rt.type_name(key);
    Err(rt.type_error(format!("list indices must be integers or slices, not {name}")))
}

pub(super) fn set_item(rt: &mut Runtime, this: &Object, key: &Object, value: Option<&Object>) -> Result<()> {
    let list = expect(this);
    if let Some(slice) = key.cast::<SliceBody>() {
        let bounds = Bounds::of(rt, slice)?;
        return match value {
            Some(value) if bounds.is_plain() => set_plain_slice(rt, list, bounds, value),
            Some(value) => set_stepped_slice(rt, list, bounds, value),
            None => delete_slice(rt, list, bounds),
        };
    }
    let index = subscript(rt, key)?;
    let len = list.get(&rt.heap).items.len();
    let at = position(rt, index, len, "list assignment index out of range")?;
    let (body, heap) = list.get_mut(&mut rt.heap);
    let old = match value {
        Some(value) => std::mem::replace(&mut body.items[at], value.clone()),
        None => {
            let old = body.items.remove(at);
            body.items.shrink_lazily(heap);
            old
        }
    };
    drop(old);
    Ok(())
}

/// `list[i:j] = values`: any number of values takes the place of the slice.
fn set_plain_slice(rt: &mut Runtime, list: &List, bounds: Bounds, value: &Object) -> Result<()> {
    let values = collect(rt, value)?;
    let (body, heap) = list.get_mut(&mut rt.heap);
    let range = bounds.fit(body.items.len()).range();
    let mut removed = body.items.splice(heap, range, values)?;
    body.items.shrink_lazily(heap);
    // CPython gives up what a plain slice held back to front.
    removed.drop_backwards();
    Ok(())
}

/// `list[i:j:k] = values`: as many values as places.
fn set_stepped_slice(rt: &mut Runtime, list: &List, bounds: Bounds, value: &Object) -> Result<()> {
    let mut values = collect(rt, value)?;
    let span = bounds.fit(list.get(&rt.heap).items.len());
    if values.len() != span.count {
        let (got, wanted) = (values.len(), span.count);
        return Err(
            rt.value_error(format!("attempt to assign sequence of size {got} to extended slice of size {wanted}"))
        );
    }
    let (body, heap) = list.get_mut(&mut rt.heap);
    let items = &mut body.items;
    // A swap undoes itself.
    swap_all(span.count, &|| heap.interrupt_waits(), |range| {
        for (i, value) in range.clone().zip(&mut values[range]) {
            std::mem::swap(&mut items[span.at(i)], value);
        }
    })?;
    // What was replaced is dropped here, when the borrow has ended.
    drop(values);
    Ok(())
}

/// `del list[i:j:k]`.
fn delete_slice(rt: &mut Runtime, list: &List, bounds: Bounds) -> Result<()> {
    let (body, heap) = list.get_mut(&mut rt.heap);
    let span = bounds.fit(body.items.len());
    if bounds.is_plain() {
        let mut removed = body.items.splice(heap, span.range(), HeapVec::new())?;
        body.items.shrink_lazily(heap);
        // CPython gives up what a plain slice held back to front.
        removed.drop_backwards();
        return Ok(());
    }
    if span.count == 0 {
        return Ok(());
    }
    // In rising order, whatever the direction of the slice.
    let first = if span.step < 0 { span.at(span.count - 1) } else { span.start };
    let step = span.step.saturating_abs() as usize;
    let removed = body.items.remove_stepped(heap, first, step, span.count)?;
    body.items.shrink_lazily(heap);
    drop(removed);
    Ok(())
}

/// The values to assign: a copy first, as this may run code that changes the list, and may be the very list.
fn collect(rt: &mut Runtime, value: &Object) -> Result<HeapVec<Object>> {
    if value.cast::<ListBody>().is_some() || value.cast::<TupleBody>().is_some() {
        return rt.gather(value);
    }
    match rt.iter(value) {
        Ok(iterator) => rt.gather(&iterator),
        Err(raised) if rt.is_raised(&raised, ClassId::TypeError) => {
            Err(rt.type_error("must assign iterable to extended slice"))
        }
        Err(raised) => Err(raised),
    }
}
