//! `set_iterator`.

use super::expect as expect_set;
use crate::heap::{Object, Ref, ShapeId};
use crate::layout::Set;
use crate::object::{ClassId, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::sequence::reduce_iterator;
use crate::{layout, methods};

layout! {
    /// Body of a set's iterator.
    pub struct SetIteratorBody as "set_iterator" (ShapeId::SET_ITERATOR) {
        /// The set, until it is exhausted.
        pub set: Option<Set>,
        /// Keys that the set had at the start; `usize::MAX` once a change was noticed.
        pub used: usize,
        /// The next place of the table.
        pub position: usize,
        /// Keys still expected.
        pub left: usize,
    }
}
/// A set's iterator.
pub type SetIterator = Ref<SetIteratorBody>;

pub(super) fn iter(rt: &mut Runtime, set: &Object) -> Result {
    let set = expect_set(set);
    let used = set.get(&rt.heap).len();
    let body = SetIteratorBody { set: Some(set.clone()), used, position: 0, left: used };
    Ok(rt.heap.alloc(ShapeId::SET_ITERATOR, body)?.into())
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator = expect(this);
    let body = iterator.get(&rt.heap);
    let Some(set) = &body.set else { return Ok(None) };
    if set.get(&rt.heap).len() != body.used {
        iterator.get_mut(&mut rt.heap).0.used = usize::MAX;
        return Err(rt.runtime_error("Set changed size during iteration"));
    }
    let found = set.get(&rt.heap).next(body.position).map(|(at, key, _)| (at, key.clone()));
    let body = iterator.get_mut(&mut rt.heap).0;
    match found {
        Some((at, key)) => {
            body.position = at + 1;
            body.left = body.left.saturating_sub(1);
            Ok(Some(key))
        }
        None => {
            body.set = None;
            Ok(None)
        }
    }
}

fn expect(object: &Object) -> &SetIterator {
    object.cast().expect("slots of set_iterator get set iterators")
}

static FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let iterator = expect(this);
        let body = iterator.get(&rt.heap);
        let Some(set) = &body.set else { return Ok(Filled::End) };
        let keys = set.get(&rt.heap);
        if keys.len() != body.used {
            return Ok(Filled::Stuck);
        }
        items.reserve_steps(&rt.heap, body.left.min(limit))?;
        let (mut position, mut left, mut count) = (body.position, body.left, 0);
        let filled = loop {
            if count == limit {
                break Ok(Filled::Full);
            }
            let Some((at, key, _)) = keys.next(position) else { break Ok(Filled::End) };
            if let Err(error) = items.push(&rt.heap, key.clone()) {
                break Err(error.into());
            }
            (position, left, count) = (at + 1, left.saturating_sub(1), count + 1);
        };
        let body = iterator.get_mut(&mut rt.heap).0;
        (body.position, body.left) = (position, left);
        if let Ok(Filled::End) = filled {
            drop(body.set.take());
        }
        filled
    },
    hint: Some(|rt, this| length_hint(rt, expect(this))),
};

fn length_hint(rt: &Runtime, this: &SetIterator) -> usize {
    let body = this.get(&rt.heap);
    match &body.set {
        Some(set) if set.get(&rt.heap).len() == body.used => body.left,
        _ => 0,
    }
}

methods! {
    static METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => |rt: &mut Runtime, this: &SetIterator| length_hint(rt, this);
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &SetIterator| {
            let body = this.get(&rt.heap);
            let copy = SetIteratorBody { set: body.set.clone(), used: body.used, position: body.position, left: body.left };
            let copy = rt.heap.alloc(ShapeId::SET_ITERATOR, copy)?;
            let rest = rt.collect(&copy)?;
            let rest = crate::types::list::new(rt, rest)?;
            reduce_iterator(rt, "iter", None, rest.into())
        };
    ];
}

/// The type.
pub static ITERATOR_TYPE: TypeDef = TypeDef {
    id: Some(ClassId::SetIterator),
    name: "set_iterator",
    layout: <SetIteratorBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::SET_ITERATOR],
    slots: Slots {
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(crate::next_slot!(next)),
        fill: Some(&FILL),
        ..Slots::EMPTY
    },
    methods: METHODS,
    ..TypeDef::EMPTY
};
