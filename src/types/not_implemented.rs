//! `NotImplementedType`, whose only instance is the immediate `NotImplemented`.

use crate::heap::Object;
use crate::layout::Str;
use crate::methods;
use crate::object::{Args, Class, ClassId, Result, Runtime, Slots, TypeDef};

fn repr(rt: &mut Runtime, _: &Object) -> Result<Str> {
    Ok(rt.intern("NotImplemented"))
}

/// True, with a warning of such a use.
fn truth(rt: &mut Runtime, _: &Object) -> Result<bool> {
    let text = "NotImplemented should not be used in a boolean context";
    (rt.hooks.warn)(rt, ClassId::DeprecationWarning, text, 1)?;
    Ok(true)
}

methods! {
    static METHODS = [
        "__reduce__"() => repr;
    ];
}

fn new(rt: &mut Runtime, _: &Class, args: Args<'_>) -> Result {
    if args.values.is_empty() {
        Ok(Object::NOT_IMPLEMENTED)
    } else {
        Err(rt.type_error("NotImplementedType takes no arguments"))
    }
}

/// `NotImplementedType`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::NotImplementedType),
    name: "NotImplementedType",
    doc: "The type of the NotImplemented singleton.",
    slots: Slots { new: Some(new), repr: Some(repr), truth: Some(truth), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};
