//! `ellipsis`, the type of `...`, whose only instance is an immediate.

use crate::heap::Object;
use crate::layout::Str;
use crate::methods;
use crate::object::{Args, Class, ClassId, Result, Runtime, Slots, TypeDef};

fn repr(rt: &mut Runtime, _: &Object) -> Result<Str> {
    Ok(rt.intern("Ellipsis"))
}

methods! {
    static METHODS = [
        "__reduce__"() => repr;
    ];
}

fn new(rt: &mut Runtime, _: &Class, args: Args<'_>) -> Result {
    if args.values.is_empty() { Ok(Object::ELLIPSIS) } else { Err(rt.type_error("EllipsisType takes no arguments")) }
}

/// `ellipsis`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::EllipsisType),
    name: "ellipsis",
    doc: "The type of the Ellipsis singleton.",
    slots: Slots { new: Some(new), repr: Some(repr), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};
