//! `tuple_iterator`.

use crate::heap::{Object, Ref, ShapeId};
use crate::layout::Tuple;
use crate::object::{ClassId, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::sequence::{iterator_state, reduce_iterator};
use crate::{layout, methods};

layout! {
    /// Body of a tuple's iterator.
    #[repr(C)]
    pub struct TupleIteratorBody as "tuple_iterator" (ShapeId::TUPLE_ITERATOR) {
        /// The tuple, until it is exhausted.
        pub tuple: Option<Tuple>,
        /// The next position.
        pub index: usize,
    }
}
/// A tuple's iterator.
pub type TupleIterator = Ref<TupleIteratorBody>;

fn expect(object: &Object) -> &TupleIterator {
    object.cast().expect("slots of tuple_iterator get tuple iterators")
}

pub(super) fn iter(rt: &mut Runtime, tuple: &Object) -> Result {
    let tuple = Some(super::expect(tuple).clone());
    Ok(rt.heap.alloc(ShapeId::TUPLE_ITERATOR, TupleIteratorBody { tuple, index: 0 })?.into())
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let body = expect(this).get_mut(&mut rt.heap).0;
    let Some(tuple) = &body.tuple else { return Ok(None) };
    if let Some(item) = tuple.items().get(body.index) {
        body.index += 1;
        return Ok(Some(item.clone()));
    }
    body.tuple = None;
    Ok(None)
}

impl TupleIteratorBody {
    /// The items that the iterator has left.
    #[inline]
    pub fn rest(&self) -> &[Object] {
        self.tuple.as_ref().and_then(|tuple| tuple.items().get(self.index..)).unwrap_or(&[])
    }
}

static FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let (body, heap) = expect(this).get_mut(&mut rt.heap);
        let rest = body.rest();
        let count = rest.len().min(limit);
        items.reserve_steps(heap, count)?;
        items.extend_from_slice(heap, &rest[..count])?;
        body.index += count;
        if count == limit {
            return Ok(Filled::Full);
        }
        drop(body.tuple.take());
        Ok(Filled::End)
    },
    hint: Some(|rt, this| expect(this).get(&rt.heap).rest().len()),
};

methods! {
    static METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => |rt: &mut Runtime, this: &TupleIterator| this.get(&rt.heap).rest().len();
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &TupleIterator| {
            let body = this.get(&rt.heap);
            let (tuple, index) = (body.tuple.clone(), body.index);
            let empty = rt.empty_tuple.clone().into();
            reduce_iterator(rt, "iter", tuple.map(|tuple| (tuple.into(), index)), empty)
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &TupleIterator, state: &Object| -> Result<()> {
            let state = iterator_state(rt, state)?;
            let body = this.get_mut(&mut rt.heap).0;
            if let Some(tuple) = &body.tuple {
                body.index = (state.max(0) as usize).min(tuple.len());
            }
            Ok(())
        };
    ];
}

/// The type.
pub static ITERATOR_TYPE: TypeDef = TypeDef {
    id: Some(ClassId::TupleIterator),
    name: "tuple_iterator",
    layout: <TupleIteratorBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::TUPLE_ITERATOR],
    slots: Slots {
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(crate::next_slot!(next)),
        fill: Some(&FILL),
        ..Slots::EMPTY
    },
    methods: METHODS,
    ..TypeDef::EMPTY
};
