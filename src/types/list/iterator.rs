//! `list_iterator` and `list_reverseiterator`. Both look at the list as it is at each step.

use crate::heap::{Object, Ref, ShapeId};
use crate::layout::List;
use crate::object::{ClassId, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::sequence::{iterator_state, reduce_iterator};
use crate::{layout, methods};

layout! {
    /// Body of a list's iterator.
    pub struct ListIteratorBody as "list_iterator" (ShapeId::LIST_ITERATOR) {
        /// The list, until it is exhausted.
        pub list: Option<List>,
        /// The next position; the greatest number once a loop has come to the end.
        pub index: usize,
    }
}
/// A list's iterator.
pub type ListIterator = Ref<ListIteratorBody>;

layout! {
    /// Body of a list's backward iterator.
    pub struct ListReverseIteratorBody as "list_reverseiterator" {
        /// The list, until it is exhausted.
        pub list: Option<List>,
        /// The position behind the next one.
        pub end: usize,
    }
}
/// A list's backward iterator.
pub type ListReverseIterator = Ref<ListReverseIteratorBody>;

fn expect(object: &Object) -> &ListIterator {
    object.cast().expect("slots of list_iterator get list iterators")
}

fn expect_reverse(object: &Object) -> &ListReverseIterator {
    object.cast().expect("slots of list_reverseiterator get such iterators")
}

pub(super) fn iter(rt: &mut Runtime, list: &Object) -> Result {
    let list = Some(super::expect(list).clone());
    Ok(rt.heap.alloc(ShapeId::LIST_ITERATOR, ListIteratorBody { list, index: 0 })?.into())
}

pub(super) fn reversed(rt: &mut Runtime, list: &List) -> Result {
    let end = list.get(&rt.heap).items.len();
    let class = rt.class(ClassId::ListReverseIterator);
    Ok(rt.alloc_for(class, ListReverseIteratorBody { list: Some(list.clone()), end })?.into())
}

#[inline(always)]
pub(in crate::types) fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator = expect(this);
    let body = iterator.get(&rt.heap);
    let Some(list) = &body.list else { return Ok(None) };
    let item = list.get(&rt.heap).items.get(body.index).cloned();
    let body = iterator.get_mut(&mut rt.heap).0;
    match item {
        Some(_) => body.index += 1,
        None => body.list = None,
    }
    Ok(item)
}

#[inline(always)]
fn next_reverse(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator = expect_reverse(this);
    let body = iterator.get(&rt.heap);
    let Some(list) = &body.list else { return Ok(None) };
    let at = body.end.checked_sub(1);
    let item = at.and_then(|at| list.get(&rt.heap).items.get(at).cloned());
    let body = iterator.get_mut(&mut rt.heap).0;
    match item {
        Some(_) => body.end -= 1,
        None => body.list = None,
    }
    Ok(item)
}

impl ListIteratorBody {
    /// The items that the iterator has left.
    #[inline]
    pub fn rest<'a>(&'a self, rt: &'a Runtime) -> &'a [Object] {
        self.list.as_ref().and_then(|list| list.get(&rt.heap).items.get(self.index..)).unwrap_or(&[])
    }
}

impl ListReverseIteratorBody {
    /// The items that come next, the last one first.
    fn rest<'a>(&'a self, rt: &'a Runtime) -> &'a [Object] {
        self.list.as_ref().and_then(|list| list.get(&rt.heap).items.get(..self.end)).unwrap_or(&[])
    }
}

static FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let iterator = expect(this);
        let rest = iterator.get(&rt.heap).rest(rt);
        let count = rest.len().min(limit);
        items.reserve_steps(&rt.heap, count)?;
        items.extend_from_slice(&rt.heap, &rest[..count])?;
        let body = iterator.get_mut(&mut rt.heap).0;
        body.index = body.index.saturating_add(count);
        if count == limit {
            return Ok(Filled::Full);
        }
        drop(body.list.take());
        Ok(Filled::End)
    },
    hint: Some(|rt, this| expect(this).get(&rt.heap).rest(rt).len()),
};

static REVERSE_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let iterator = expect_reverse(this);
        let rest = iterator.get(&rt.heap).rest(rt);
        let count = rest.len().min(limit);
        if count > 0 {
            items.reserve_steps(&rt.heap, count)?;
            items.extend_stepped(&rt.heap, rest, (rest.len() - 1, -1, count))?;
        }
        let body = iterator.get_mut(&mut rt.heap).0;
        body.end -= count;
        if count == limit {
            return Ok(Filled::Full);
        }
        drop(body.list.take());
        Ok(Filled::End)
    },
    hint: Some(|rt, this| expect_reverse(this).get(&rt.heap).rest(rt).len()),
};

fn empty_list(rt: &Runtime) -> Result {
    Ok(List::from_slice(&rt.heap, &[])?.into())
}

methods! {
    static METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => |rt: &mut Runtime, this: &ListIterator| this.get(&rt.heap).rest(rt).len();
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &ListIterator| {
            let body = this.get(&rt.heap);
            let (list, index) = (body.list.clone(), body.index);
            let empty = empty_list(rt)?;
            let list = list.filter(|_| index != usize::MAX);
            reduce_iterator(rt, "iter", list.map(|list| (list.into(), index)), empty)
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &ListIterator, state: &Object| -> Result<()> {
            let state = iterator_state(rt, state)?;
            if this.get(&rt.heap).index == usize::MAX {
                return Ok(());
            }
            let len = this.get(&rt.heap).list.as_ref().map_or(0, |list| list.get(&rt.heap).items.len());
            this.get_mut(&mut rt.heap).0.index = (state.max(0) as usize).min(len);
            Ok(())
        };
    ];
}

methods! {
    static REVERSE_METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => |rt: &mut Runtime, this: &ListReverseIterator| this.get(&rt.heap).rest(rt).len();
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &ListReverseIterator| {
            let body = this.get(&rt.heap);
            let (list, end) = (body.list.clone(), body.end);
            let empty = empty_list(rt)?;
            match list {
                Some(list) if end > 0 => reduce_iterator(rt, "reversed", Some((list.into(), end - 1)), empty),
                _ => reduce_iterator(rt, "iter", None, empty),
            }
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &ListReverseIterator, state: &Object| -> Result<()> {
            let state = iterator_state(rt, state)?;
            let len = this.get(&rt.heap).list.as_ref().map_or(0, |list| list.get(&rt.heap).items.len());
            let end = (state.saturating_add(1).max(0) as usize).min(len);
            this.get_mut(&mut rt.heap).0.end = end;
            Ok(())
        };
    ];
}

/// The type of forward iterators.
pub static ITERATOR_TYPE: TypeDef = TypeDef {
    id: Some(ClassId::ListIterator),
    name: "list_iterator",
    layout: <ListIteratorBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::LIST_ITERATOR],
    slots: Slots {
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(crate::next_slot!(next)),
        fill: Some(&FILL),
        ..Slots::EMPTY
    },
    methods: METHODS,
    ..TypeDef::EMPTY
};

/// The type of backward iterators.
pub static REVERSE_ITERATOR_TYPE: TypeDef = TypeDef {
    id: Some(ClassId::ListReverseIterator),
    name: "list_reverseiterator",
    layout: <ListReverseIteratorBody as crate::heap::Layout>::info,
    slots: Slots {
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(crate::next_slot!(next_reverse)),
        fill: Some(&REVERSE_FILL),
        ..Slots::EMPTY
    },
    methods: REVERSE_METHODS,
    ..TypeDef::EMPTY
};
