//! `collections.deque`.
//!
//! - `ring`: the body, a ring buffer, and what it does without Python code.
//! - `methods`: the methods.
//! - `operators`: subscripts, comparison, `+`, `*`.
//! - `iterator`: the two iterators.

mod iterator;
mod methods;
mod operators;
mod ring;

pub use iterator::{ITERATOR, REVERSE_ITERATOR};
pub use ring::DequeBody;

use crate::heap::{Object, Ref};
use crate::layout::{IntBody, Str, StrBuilder};
use crate::modules::support::matched;
use crate::object::{
    Args, BinaryOp, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef, protocols,
};
use crate::types::sequence::push_repr;

/// A deque.
pub type Deque = Ref<DequeBody>;

pub(super) fn expect(object: &Object) -> &Deque {
    object.cast().expect("slots of deque get one")
}

fn create(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    Ok(rt.alloc_for(class, DequeBody::new(None))?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let [iterable, limit] = matched(rt, "deque", &["iterable", "maxlen"], (0, 2), args)?;
    let limit = match limit {
        Some(limit) if !limit.is_none() => {
            if !limit.value().is_int() && !limit.value().is_bool() && limit.cast::<IntBody>().is_none() {
                return Err(rt.type_error("an integer is required"));
            }
            let limit = rt.to_index(limit)?;
            match usize::try_from(limit) {
                Ok(limit) => Some(limit),
                Err(_) => return Err(rt.value_error("maxlen must be non-negative")),
            }
        }
        _ => None,
    };
    let deque = expect(this);
    deque.get_mut(&mut rt.heap).0.limit = limit;
    methods::clear(rt, deque);
    match iterable {
        Some(iterable) => methods::extend(rt, deque, iterable),
        None => Ok(()),
    }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        let name = rt.class_of(this).get(&rt.heap).name.clone();
        text.push_string(&rt.heap, &name)?;
        text.push_str(&rt.heap, "([")?;
        let deque = expect(this);
        // The items as they are now, as CPython lists them.
        let items = deque.get(&rt.heap).copied(&rt.heap)?;
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                text.push_str(&rt.heap, ", ")?;
            }
            push_repr(rt, &mut text, item)?;
        }
        match deque.get(&rt.heap).limit {
            Some(limit) => text.push_str(&rt.heap, &format!("], maxlen={limit})"))?,
            None => text.push_str(&rt.heap, "])")?,
        }
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str("[...]"),
    }
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "maxlen",
    doc: "maximum size of a deque or None if unbounded",
    get: |rt, this| match expect(this).get(&rt.heap).limit {
        Some(limit) => rt.new_int(limit as i128),
        None => Ok(Object::NONE),
    },
    set: None,
}];

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "deque",
    module: "collections",
    doc: "A list-like sequence optimized for data accesses near its endpoints.",
    layout: <DequeBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE | ClassFlags::WEAKREFABLE | ClassFlags::SEQUENCE | ClassFlags::SEQUENCE_SLOTS,
    slots: Slots {
        new: Some(create),
        init: Some(init),
        repr: Some(repr),
        hash: Some(protocols::unhashable),
        compare: Some(operators::compare),
        iter: Some(iterator::iter),
        len: Some(|rt, this| Ok(expect(this).get(&rt.heap).len())),
        get_item: Some(operators::get_item),
        set_item: Some(operators::set_item),
        contains: Some(|rt, this, item| Ok(operators::find(rt, expect(this), item, 0, usize::MAX)?.is_some())),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Add, operators::concat)
    .with_binary(BinaryOp::Multiply, operators::multiply)
    .with_in_place(BinaryOp::Add, operators::extend_in_place)
    .with_in_place(BinaryOp::Multiply, operators::multiply_in_place),
    methods: methods::METHODS,
    getset: GETSET,
    base: ClassId::Object,
    ..TypeDef::EMPTY
};
