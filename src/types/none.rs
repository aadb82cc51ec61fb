//! `NoneType`, whose only instance is the immediate `None`.

use crate::heap::Object;
use crate::layout::Str;
use crate::object::{Args, Class, ClassId, Result, Runtime, Slots, TypeDef};

fn repr(rt: &mut Runtime, _: &Object) -> Result<Str> {
    Ok(rt.intern("None"))
}

fn truth(_: &mut Runtime, _: &Object) -> Result<bool> {
    Ok(false)
}

/// A constant, as in CPython since 3.12.
fn hash(_: &mut Runtime, _: &Object) -> Result<i64> {
    Ok(0xFCA8_6420)
}

fn new(rt: &mut Runtime, _: &Class, args: Args<'_>) -> Result {
    if args.values.is_empty() { Ok(Object::NONE) } else { Err(rt.type_error("NoneType takes no arguments")) }
}

/// `NoneType`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::NoneType),
    name: "NoneType",
    doc: "The type of the None singleton.",
    slots: Slots {
        new: Some(new),
        repr: Some(repr),
        truth: Some(truth),
        hash: Some(hash),
        compare: Some(crate::types::object::compare),
        ..Slots::EMPTY
    },
    ..TypeDef::EMPTY
};
