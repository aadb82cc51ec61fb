//! Growing and shrinking lists.

use super::expect;
use crate::base::watch::{LONG_STRETCH, STRETCH, Stopped, Watch};
use crate::heap::{HeapVec, Object, OutOfMemory};
use crate::layout::{List, ListBody, TupleBody};
use crate::object::{Index, Result, Runtime};
use crate::types::repeat::{self, Count};
use crate::types::sequence::{self, position};
use std::ops::Range;

/// `list.append(item)`.
#[inline]
pub(super) fn append(rt: &mut Runtime, this: &List, item: &Object) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    Ok(body.items.push(heap, item.clone())?)
}

pub(super) fn clear(rt: &mut Runtime, this: &List) {
    let mut items = this.get_mut(&mut rt.heap).0.items.take();
    // Back to front, as CPython does.
    items.drop_backwards();
}

pub(super) fn copy(rt: &mut Runtime, this: &List) -> Result<List> {
    Ok(List::from_slice(&rt.heap, &this.get(&rt.heap).items)?)
}

/// `list.extend(iterable)`. Items that arrive before an error stay.
pub fn extend(rt: &mut Runtime, this: &List, iterable: &Object) -> Result<()> {
    let own = this.is_unique();
    extend_as(rt, this, iterable, own)
}

/// The same for a list that nobody but the caller sees: the items of an iterator may come many at once.
pub fn extend_own(rt: &mut Runtime, this: &List, iterable: &Object) -> Result<()> {
    extend_as(rt, this, iterable, true)
}

fn extend_as(rt: &mut Runtime, this: &List, iterable: &Object, own: bool) -> Result<()> {
    if let Some(tuple) = iterable.cast_exact::<TupleBody>() {
        let (body, heap) = this.get_mut(&mut rt.heap);
        return Ok(body.items.extend_from_slice(heap, tuple.items())?);
    }
    if let Some(list) = iterable.cast_exact::<ListBody>() {
        // A copy, as it may be the very list.
        let items = HeapVec::copied(&rt.heap, &list.get(&rt.heap).items)?;
        let (body, heap) = this.get_mut(&mut rt.heap);
        return Ok(body.items.append(heap, items)?);
    }
    if let Some(len) = rt.plain_len(iterable) {
        let mut items = HeapVec::with_capacity(&rt.heap, len)?;
        rt.each_plain(iterable, |item| items.push(&rt.heap, item))?;
        let (body, heap) = this.get_mut(&mut rt.heap);
        if body.items.capacity() > 0 {
            body.items.reserve_exact(heap, len)?;
        }
        return Ok(body.items.append(heap, items)?);
    }
    let iterator = rt.iter(iterable)?;
    let fill = rt.class_of(&iterator).get(&rt.heap).slots.fill;
    let hint = match fill {
        Some(fill) if iterable.is(&iterator) => fill.hint.map_or(0, |hint| hint(rt, iterable)),
        _ => rt.length_hint(iterable)?,
    };
    if own {
        let mut items = this.get_mut(&mut rt.heap).0.items.take();
        let result = append_all(rt, &mut items, &iterator, hint);
        drop(std::mem::replace(&mut this.get_mut(&mut rt.heap).0.items, items));
        return result;
    }
    let (body, heap) = this.get_mut(&mut rt.heap);
    // A hint too large to try is refused now, not after memory has been filled; one that no list could meet is a lie.
    if body.items.len().checked_add(hint).is_some_and(|len| len <= isize::MAX as usize) {
        body.items.reserve_exact(heap, hint)?;
    }
    let full = rt.feed(&iterator, |rt, item| {
        let (body, heap) = this.get_mut(&mut rt.heap);
        body.items.push_or_back(heap, item)
    })?;
    if full.is_some() {
        return Err(OutOfMemory.into());
    }
    let (body, heap) = this.get_mut(&mut rt.heap);
    body.items.shrink_lazily(heap);
    Ok(())
}

/// Appends the items of an iterator, of which there may be `hint`, to a buffer that nobody else sees.
fn append_all(rt: &mut Runtime, items: &mut HeapVec<Object>, iterator: &Object, hint: usize) -> Result<()> {
    // As in `extend`.
    if items.len().checked_add(hint).is_some_and(|len| len <= isize::MAX as usize) {
        items.reserve_exact(&rt.heap, hint)?;
    }
    rt.drain(iterator, items)?;
    items.shrink_lazily(&rt.heap);
    Ok(())
}

/// Turns the order of the items round.
pub(super) fn reverse(rt: &mut Runtime, this: &List) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    let items = &mut body.items[..];
    if items.len() <= LONG_STRETCH {
        items.reverse();
        return Ok(());
    }
    let len = items.len();
    let (front, back) = items.split_at_mut(len / 2);
    let back = &mut back[len % 2..];
    let half = back.len();
    swap_all(half, &|| heap.interrupt_waits(), |range| {
        let (front, back) = (&mut front[range.clone()], &mut back[half - range.end..half - range.start]);
        front.swap_with_slice(back);
        front.reverse();
        back.reverse();
    })?;
    Ok(())
}

/// Makes `count` steps of which each undoes itself when it is made again, a stretch at a time. When `stop` says so in the
/// first half they are undone; else they go on, as that takes less.
///
/// # Errors
/// They were undone.
pub(super) fn swap_all(
    count: usize,
    stop: Watch<'_>,
    mut swap: impl FnMut(Range<usize>),
) -> std::result::Result<(), Stopped> {
    for start in (0..count).step_by(STRETCH) {
        swap(start..count.min(start + STRETCH));
        if start < count / 2 && stop() {
            (0..=start).step_by(STRETCH).for_each(|start| swap(start..count.min(start + STRETCH)));
            return Err(Stopped);
        }
    }
    Ok(())
}

pub(super) fn insert(rt: &mut Runtime, this: &List, index: Index, item: &Object) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    let len = body.items.len() as isize;
    let at = if index.0 < 0 { (index.0.saturating_add(len)).max(0) } else { index.0.min(len) };
    Ok(body.items.insert(heap, at as usize, item.clone())?)
}

pub(super) fn pop(rt: &mut Runtime, this: &List, index: Option<Index>) -> Result {
    let len = this.get(&rt.heap).items.len();
    if len == 0 {
        return Err(rt.index_error("pop from empty list"));
    }
    let at = match index {
        None => len - 1,
        Some(index) => position(rt, index.0, len, "pop index out of range")?,
    };
    let (body, heap) = this.get_mut(&mut rt.heap);
    let item = body.items.remove(at);
    body.items.shrink_lazily(heap);
    Ok(item)
}

pub(super) fn remove(rt: &mut Runtime, this: &List, value: &Object) -> Result<()> {
    match sequence::find(rt, this, value, 0, usize::MAX)? {
        Some(at) => {
            let (body, heap) = this.get_mut(&mut rt.heap);
            // A comparison may have shortened the list.
            let removed = if at < body.items.len() { Some(body.items.remove(at)) } else { None };
            body.items.shrink_lazily(heap);
            drop(removed);
            Ok(())
        }
        None => Err(rt.value_error("list.remove(x): x not in list")),
    }
}

pub(super) fn concat(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (Some(a), Some(b)) = (left.cast::<ListBody>(), right.cast::<ListBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let (a, b) = (&a.get(&rt.heap).items, &b.get(&rt.heap).items);
    let mut items = HeapVec::with_capacity(&rt.heap, a.len() + b.len())?;
    items.extend_from_slice(&rt.heap, a)?;
    items.extend_from_slice(&rt.heap, b)?;
    Ok(List::new(&rt.heap, items)?.into())
}

pub(super) fn multiply(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (list, n) = match left.cast::<ListBody>() {
        Some(list) => (list, right),
        None => (expect(right), left),
    };
    let count = match repeat::count(rt, left, right, n)? {
        Some(Count::Times(count)) => count,
        Some(Count::Done(result)) => return Ok(result),
        None => return Ok(Object::NOT_IMPLEMENTED),
    };
    let source = &list.get(&rt.heap).items;
    let mut items = HeapVec::new();
    items.extend_repeated(&rt.heap, source, count)?;
    Ok(List::new(&rt.heap, items)?.into())
}

/// `list += iterable`.
pub(super) fn extend_in_place(rt: &mut Runtime, this: &Object, other: &Object) -> Result {
    extend(rt, expect(this), other)?;
    Ok(this.clone())
}

/// `list *= n`.
pub(super) fn multiply_in_place(rt: &mut Runtime, this: &Object, n: &Object) -> Result {
    let count = match repeat::count(rt, this, n, n)? {
        Some(Count::Times(count)) => count,
        Some(Count::Done(result)) => return Ok(result),
        None => return Ok(Object::NOT_IMPLEMENTED),
    };
    let list = expect(this);
    if count == 0 {
        clear(rt, list);
        return Ok(this.clone());
    }
    let (body, heap) = list.get_mut(&mut rt.heap);
    let len = body.items.len();
    let wanted = len.checked_mul(count).ok_or(OutOfMemory)?;
    body.items.reserve_exact(heap, wanted - len)?;
    for i in 0..wanted - len {
        let item = body.items[i].clone();
        body.items.push(heap, item)?;
        if i % STRETCH == STRETCH - 1 {
            heap.go_on()?;
        }
    }
    Ok(this.clone())
}
