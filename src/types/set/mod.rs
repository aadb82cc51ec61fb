//! `set` and `frozenset`.
//!
//! - `access`: finding, adding and removing any key, with Python's equality.
//! - `operations`: union, intersection, differences, comparisons; CPython's steps, so that results have its order.
//! - `methods`: the methods of both types.
//! - `iterator`: `set_iterator`.

mod access;
mod iterator;
mod methods;
mod operations;

pub use access::{add, contains, discard};
pub use iterator::{ITERATOR_TYPE, SetIterator, SetIteratorBody};
pub use operations::{difference_update, intersection, symmetric_difference_update, update};

use crate::base::container_hash::frozenset_hash;
use crate::heap::{Object, ShapeId};
use crate::layout::{List, Set, SetBody, Str, StrBuilder};
use crate::object::{Args, BinaryOp, Class, ClassFlags, ClassId, Result, Runtime, Slots, TypeDef, protocols};
use crate::types::{arity, sequence};

pub(super) fn expect(object: &Object) -> &Set {
    object.cast().expect("slots of set get sets")
}

/// Whether the object is a frozenset or an instance of a subclass.
pub fn is_frozen(rt: &Runtime, object: &Object) -> bool {
    object.shape() == ShapeId::FROZENSET
        || (object.shape() != ShapeId::SET && rt.is_instance_of(object, ClassId::FrozenSet))
}

/// A set of the same kind as `like`, subclasses aside.
fn new_like(rt: &Runtime, like: &Set) -> Result<Set> {
    let shape = if is_frozen(rt, like) { ShapeId::FROZENSET } else { ShapeId::SET };
    Ok(rt.heap.alloc(shape, SetBody::new())?)
}

/// The keys as a list, in order.
fn to_list(rt: &Runtime, set: &Set) -> Result<List> {
    let keys = set.get(&rt.heap).iter().map(|(key, _)| key.clone()).collect();
    Ok(List::from_owned(&rt.heap, keys)?)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let set = expect(this);
    let name = rt.type_name(this);
    if set.get(&rt.heap).is_empty() {
        return rt.new_str(&format!("{name}()"));
    }
    let plain = this.shape() == ShapeId::SET;
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        if !plain {
            text.push_str(&rt.heap, &name)?;
            text.push(&rt.heap, '(' as u32)?;
        }
        text.push(&rt.heap, '{' as u32)?;
        let keys = to_list(rt, set)?;
        sequence::push_items(rt, &mut text, &keys)?;
        text.push_str(&rt.heap, if plain { "}" } else { "})" })?;
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str(&format!("{name}(...)")),
    }
}

fn hash_frozen(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let body = expect(this).get(&rt.heap);
    if body.hash.get() != 0 {
        return Ok(body.hash.get());
    }
    let hash = frozenset_hash(body.iter().map(|(_, hash)| hash));
    body.hash.set(hash);
    Ok(hash)
}

fn create(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    if class.is(rt.class(ClassId::Set)) {
        return Ok(Set::new(&rt.heap)?.into());
    }
    Ok(rt.alloc_for(class, SetBody::new())?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let arguments = arity::positional(rt, "set", args, 0, 1)?;
    let set = expect(this);
    if !set.get(&rt.heap).is_fresh() {
        drop(set.get_mut(&mut rt.heap).0.take());
    }
    match arguments.first() {
        Some(iterable) => update(rt, set, iterable),
        None => Ok(()),
    }
}

fn create_frozen(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let own = class.is(rt.class(ClassId::FrozenSet));
    let args = arity::without_foreign_keywords(rt, class, args);
    let arguments = arity::positional(rt, "frozenset", args, 0, 1)?;
    if let Some(same) = arguments.first().filter(|a| own && a.shape() == ShapeId::FROZENSET) {
        return Ok(same.clone());
    }
    let set = rt.alloc_for(class, SetBody::new())?;
    if let Some(iterable) = arguments.first() {
        update(rt, &set, iterable)?;
    }
    Ok(set.into())
}

const COMMON: Slots = Slots {
    repr: Some(repr),
    compare: Some(operations::compare),
    iter: Some(iterator::iter),
    len: Some(|rt, this| Ok(expect(this).get(&rt.heap).len())),
    contains: Some(|rt, this, key| access::contains_or_frozen(rt, expect(this), key)),
    ..Slots::EMPTY
}
.with_binary(BinaryOp::Subtract, operations::subtract)
.with_binary(BinaryOp::And, operations::and)
.with_binary(BinaryOp::Xor, operations::xor)
.with_binary(BinaryOp::Or, operations::or);

/// The type of sets.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Set),
    name: "set",
    doc: "Build an unordered collection of unique elements.",
    layout: <SetBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::SET],
    flags: ClassFlags::BASE | ClassFlags::MATCH_SELF | ClassFlags::WEAKREFABLE,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(create),
        init: Some(init),
        hash: Some(protocols::unhashable),
        ..COMMON
    }
    .with_in_place(BinaryOp::Subtract, operations::subtract_in_place)
    .with_in_place(BinaryOp::And, operations::and_in_place)
    .with_in_place(BinaryOp::Xor, operations::xor_in_place)
    .with_in_place(BinaryOp::Or, operations::or_in_place),
    methods: methods::SET,
    ..TypeDef::EMPTY
};

/// The type of frozensets.
pub static FROZENSET_TYPE: TypeDef = TypeDef {
    id: Some(ClassId::FrozenSet),
    name: "frozenset",
    doc: "Build an immutable unordered collection of unique elements.",
    layout: <SetBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::FROZENSET],
    flags: ClassFlags::BASE | ClassFlags::MATCH_SELF | ClassFlags::WEAKREFABLE,
    slots: Slots { new: Some(create_frozen), hash: Some(hash_frozen), ..COMMON },
    methods: methods::FROZENSET,
    ..TypeDef::EMPTY
};
