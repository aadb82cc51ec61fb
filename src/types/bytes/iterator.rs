//! `iter(b)`: the bytes as ints.

use super::slots::expect;
use crate::heap::{Layout, Object, Ref};
use crate::layout::int::as_int;
use crate::layout::{Bytes, Tuple};
use crate::object::{ClassId, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

layout! {
    /// State of an iterator over bytes.
    pub struct BytesIteratorBody as "bytes_iterator" {
        /// The bytes, gone once they are exhausted.
        pub bytes: Option<Bytes>,
        /// The next byte's index.
        pub index: usize,
    }
}

fn expect_iterator(this: &Object) -> &Ref<BytesIteratorBody> {
    this.cast().expect("slots of bytes_iterator get bytes iterators")
}

pub fn iter(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class(ClassId::BytesIterator);
    Ok(rt.alloc_for(class, BytesIteratorBody { bytes: Some(expect(this).clone()), index: 0 })?.into())
}

fn same(_: &mut Runtime, this: &Object) -> Result {
    Ok(this.clone())
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let (body, _) = expect_iterator(this).get_mut(&mut rt.heap);
    let Some(bytes) = &body.bytes else { return Ok(None) };
    match bytes.as_slice().get(body.index) {
        Some(byte) => {
            body.index += 1;
            Ok(Some(Object::small(i32::from(*byte))))
        }
        None => {
            let exhausted = body.bytes.take();
            drop(exhausted);
            Ok(None)
        }
    }
}

methods! {
    static METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => length_hint;
        /// Return state information for pickling.
        "__reduce__"() => reduce;
        /// Set state information for unpickling.
        "__setstate__"(object, /) => set_state;
    ];
}

fn length_hint(rt: &mut Runtime, this: &Object) -> usize {
    let body = expect_iterator(this).get(&rt.heap);
    body.bytes.as_ref().map_or(0, |bytes| bytes.as_slice().len() - body.index.min(bytes.as_slice().len()))
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    let name = rt.intern("iter");
    let builtin = rt.builtins.get_str(&rt.heap, &name).cloned().unwrap_or(Object::NONE);
    let body = expect_iterator(this).get(&rt.heap);
    let (bytes, index) = (body.bytes.clone(), body.index);
    match bytes {
        Some(bytes) => {
            let arguments = Tuple::from_array(&rt.heap, [bytes.into()])?;
            let index = rt.new_int(index as i128)?;
            Ok(Tuple::from_array(&rt.heap, [builtin, arguments.into(), index])?)
        }
        None => {
            let empty = Tuple::from_slice(&rt.heap, &[])?;
            let arguments = Tuple::from_array(&rt.heap, [empty.into()])?;
            Ok(Tuple::from_array(&rt.heap, [builtin, arguments.into()])?)
        }
    }
}

fn set_state(rt: &mut Runtime, this: &Object, state: &Object) -> Result<()> {
    let Some(state) = as_int(state) else { return Err(rt.type_error("an integer is required")) };
    let Some(state) = state.to_i64() else {
        return Err(rt.overflow_error("Python int too large to convert to C ssize_t"));
    };
    let (body, _) = expect_iterator(this).get_mut(&mut rt.heap);
    if let Some(bytes) = &body.bytes {
        body.index = state.clamp(0, bytes.as_slice().len() as i64) as usize;
    }
    Ok(())
}

/// `bytes_iterator`.
pub static ITERATOR: TypeDef = TypeDef {
    id: Some(ClassId::BytesIterator),
    name: "bytes_iterator",
    layout: BytesIteratorBody::info,
    slots: Slots { iter: Some(same), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};
