//! The methods of deques.

use super::{Deque, DequeBody, iterator, operators};
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Object};
use crate::layout::ListBody;
use crate::methods;
use crate::object::{Class, Index, Raised, Result, Runtime};
use crate::types::slice;

methods! {
    pub(super) static METHODS = [
        /// Add an element to the right side of the deque.
        "append"(item, /) => append;
        /// Add an element to the left side of the deque.
        "appendleft"(item, /) => append_left;
        /// Remove all elements from the deque.
        "clear"() => clear;
        /// Return a shallow copy of a deque.
        "__copy__"() => copy;
        /// Return a shallow copy of a deque.
        "copy"() => copy;
        /// Return number of occurrences of value.
        "count"(value, /) => operators::count;
        /// Extend the right side of the deque with elements from the iterable.
        "extend"(iterable, /) => extend;
        /// Extend the left side of the deque with elements from the iterable.
        "extendleft"(iterable, /) => extend_left;
        /// Return first index of value.
        ///
        /// Raises ValueError if the value is not present.
        "index"(value, start = None, stop = None, /) => index;
        /// Insert value before index.
        "insert"(index, value, /) => insert;
        /// Remove and return the rightmost element.
        "pop"() => pop;
        /// Remove and return the leftmost element.
        "popleft"() => pop_left;
        "__reduce__"() => reduce;
        /// Remove first occurrence of value.
        "remove"(value, /) => remove;
        /// Return a reverse iterator over the deque.
        "__reversed__"() => iterator::reversed;
        /// Reverse *IN PLACE*.
        "reverse"() => reverse;
        /// Rotate the deque n steps to the right.  If n is negative, rotates left.
        "rotate"(n = 1, /) => rotate;
        /// Return the size of the deque in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &Deque| rt.heap.object_bytes(this);
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
            crate::types::generic_alias::new(rt, class, item)
        };
    ];
}

/// Appends; an item that falls out of a full deque is dropped.
pub(super) fn append(rt: &mut Runtime, this: &Deque, item: &Object) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    if body.is_full() {
        if body.limit == Some(0) {
            return Ok(());
        }
        let gone = body.pop_front();
        body.push_back(heap, item.clone())?;
        drop(gone);
        return Ok(());
    }
    Ok(body.push_back(heap, item.clone())?)
}

fn append_left(rt: &mut Runtime, this: &Deque, item: &Object) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    if body.is_full() {
        if body.limit == Some(0) {
            return Ok(());
        }
        let gone = body.pop_back();
        body.push_front(heap, item.clone())?;
        drop(gone);
        return Ok(());
    }
    Ok(body.push_front(heap, item.clone())?)
}

pub(super) fn clear(rt: &mut Runtime, this: &Deque) {
    drop(this.get_mut(&mut rt.heap).0.take());
}

/// A deque of the same class with the same items.
pub(super) fn copy(rt: &mut Runtime, this: &Deque) -> Result {
    let limit = this.get(&rt.heap).limit;
    let class = rt.class_of(this).clone();
    if (*class.get(&rt.heap).def).is_some_and(|def| std::ptr::eq(def, &super::TYPE)) {
        let fresh = rt.alloc_for(&class, DequeBody::new(limit))?;
        extend(rt, &fresh, this)?;
        return Ok(fresh.into());
    }
    let this = this.as_object().clone();
    match limit {
        Some(limit) => {
            let limit = rt.new_int(limit as i128)?;
            rt.call(&class, &[this, limit])
        }
        None => rt.call(&class, &[this]),
    }
}

/// The items of a list or of a deque, which need no iterator; those of the deque itself are thus listed first.
fn listed(rt: &Runtime, this: &Deque, iterable: &Object) -> Result<Option<HeapVec<Object>>> {
    if let Some(list) = iterable.cast_exact::<ListBody>() {
        return Ok(Some(HeapVec::copied(&rt.heap, &list.get(&rt.heap).items)?));
    }
    let Some(other) = iterable.cast::<DequeBody>() else { return Ok(None) };
    let plain = (*rt.class_of(other).get(&rt.heap).def).is_some();
    Ok(if other.is(this) || plain { Some(other.get(&rt.heap).copied(&rt.heap)?) } else { None })
}

pub(super) fn extend(rt: &mut Runtime, this: &Deque, iterable: &Object) -> Result<()> {
    if append_all(rt, this, iterable)? {
        return Ok(());
    }
    if let Some(items) = listed(rt, this, iterable)? {
        let (body, heap) = this.get_mut(&mut rt.heap);
        let skip = body.limit.map_or(0, |limit| items.len().saturating_sub(limit));
        body.reserve(heap, (items.len() - skip).min(body.limit.unwrap_or(usize::MAX)))?;
        if body.limit.is_none() {
            for stretch in items.chunks(STRETCH) {
                body.extend_back(heap, stretch)?;
                heap.go_on()?;
            }
            return Ok(());
        }
        let mut gone = Vec::new();
        for (i, item) in items[skip..].iter().enumerate() {
            if i % STRETCH == STRETCH - 1 {
                heap.go_on()?;
            }
            if body.is_full() {
                gone.extend(body.pop_front());
            }
            body.push_back(heap, item.clone())?;
        }
        return Ok(());
    }
    rt.for_each(iterable, |rt, item| append(rt, this, &item))
}

/// Appends the items of another deque or of a list, if there is no limit and they are not very many; false if not.
pub(super) fn append_all(rt: &mut Runtime, this: &Deque, iterable: &Object) -> Result<bool> {
    if this.get(&rt.heap).limit.is_some() || iterable.is(this) {
        return Ok(false);
    }
    let other = iterable.cast::<DequeBody>().filter(|other| (*rt.class_of(other).get(&rt.heap).def).is_some());
    let len = match (other, iterable.cast_exact::<ListBody>()) {
        (Some(other), _) => other.get(&rt.heap).len(),
        (_, Some(list)) => list.get(&rt.heap).items.len(),
        _ => return Ok(false),
    };
    if len > STRETCH {
        return Ok(false);
    }
    // No code runs while the items are elsewhere.
    let mut body = std::mem::replace(this.get_mut(&mut rt.heap).0, DequeBody::new(None));
    let (first, second) = match (other, iterable.cast_exact::<ListBody>()) {
        (Some(other), _) => other.get(&rt.heap).slices(),
        (_, Some(list)) => (&list.get(&rt.heap).items[..], &[][..]),
        _ => (&[][..], &[][..]),
    };
    let added = body.reserve(&rt.heap, len).and_then(|()| {
        body.extend_back(&rt.heap, first)?;
        body.extend_back(&rt.heap, second)
    });
    drop(std::mem::replace(this.get_mut(&mut rt.heap).0, body));
    added?;
    Ok(true)
}

fn extend_left(rt: &mut Runtime, this: &Deque, iterable: &Object) -> Result<()> {
    if let Some(items) = listed(rt, this, iterable)? {
        let (body, heap) = this.get_mut(&mut rt.heap);
        if body.limit.is_none() {
            body.reserve(heap, items.len())?;
        }
        for item in items.iter() {
            rt.check_interrupts()?;
            append_left(rt, this, item)?;
        }
        return Ok(());
    }
    rt.for_each(iterable, |rt, item| append_left(rt, this, &item))
}

#[cold]
fn missing(rt: &mut Runtime, value: &Object) -> Raised {
    match rt.repr(value) {
        Ok(text) => rt.value_error(format!("{} is not in deque", text.to_rust())),
        Err(raised) => raised,
    }
}

fn index(
    rt: &mut Runtime,
    this: &Deque,
    value: &Object,
    start: Option<&Object>,
    stop: Option<&Object>,
) -> Result<usize> {
    let (start, stop) = slice::search_bounds(rt, start, stop)?;
    let len = this.get(&rt.heap).len();
    let (start, stop) = (slice::from_end(start, len), slice::from_end(stop, len));
    match operators::find(rt, this, value, start, stop)? {
        Some(at) => Ok(at),
        None => Err(missing(rt, value)),
    }
}

fn insert(rt: &mut Runtime, this: &Deque, index: Index, value: &Object) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    if body.is_full() {
        return Err(rt.index_error("deque already at its maximum size"));
    }
    let len = body.len() as isize;
    let at = if index.0 < 0 { (index.0.saturating_add(len)).max(0) } else { index.0.min(len) };
    Ok(body.insert(heap, at as usize, value.clone())?)
}

fn pop(rt: &mut Runtime, this: &Deque) -> Result {
    let (body, heap) = this.get_mut(&mut rt.heap);
    match body.pop_back() {
        Some(item) => {
            body.shrink(heap);
            Ok(item)
        }
        None => Err(rt.index_error("pop from an empty deque")),
    }
}

fn pop_left(rt: &mut Runtime, this: &Deque) -> Result {
    let (body, heap) = this.get_mut(&mut rt.heap);
    match body.pop_front() {
        Some(item) => {
            body.shrink(heap);
            Ok(item)
        }
        None => Err(rt.index_error("pop from an empty deque")),
    }
}

fn remove(rt: &mut Runtime, this: &Deque, value: &Object) -> Result<()> {
    let (len, changes) = (this.get(&rt.heap).len(), this.get(&rt.heap).changes);
    for i in 0..len {
        rt.check_interrupts()?;
        let Some(item) = this.get(&rt.heap).get(i).cloned() else { break };
        let equal = rt.equal(&item, value)?;
        if this.get(&rt.heap).changes != changes {
            return Err(rt.index_error("deque mutated during iteration"));
        }
        if equal {
            let gone = this.get_mut(&mut rt.heap).0.remove(i);
            drop(gone);
            return Ok(());
        }
    }
    Err(missing(rt, value))
}

fn reverse(rt: &mut Runtime, this: &Deque) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    Ok(body.reverse(heap)?)
}

fn rotate(rt: &mut Runtime, this: &Deque, steps: Option<Index>) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    Ok(body.rotate(heap, steps.map_or(1, |steps| steps.0))?)
}

/// `(class, arguments, attributes, iterator)`.
fn reduce(rt: &mut Runtime, this: &Deque) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let limit = this.get(&rt.heap).limit;
    let empty: Object = rt.empty_tuple.clone().into();
    let arguments: Object = match limit {
        Some(limit) => {
            let limit = rt.new_int(limit as i128)?;
            rt.new_tuple(vec![empty, limit])?.into()
        }
        None => empty,
    };
    let getstate = rt.names.getstate.clone();
    let state = rt.call_special(this, &getstate, &[])?.unwrap_or(Object::NONE);
    let items = rt.iter(this)?;
    Ok(rt.new_tuple(vec![class, arguments, state, items])?.into())
}

/// Whether the object is a deque or an instance of a subclass.
pub(super) fn is_deque(object: &Object) -> bool {
    object.cast::<DequeBody>().is_some()
}
