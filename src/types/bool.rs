//! `bool`: `True` and `False`, ints that print by name. Both are immediates; there are no other instances.

use crate::heap::Object;
use crate::layout::Str;
use crate::object::{Args, BinaryFn, BinaryOp, Class, ClassFlags, ClassId, Result, Runtime, Slots, TypeDef, UnaryOp};
use crate::types::{arity, int};

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    Ok(rt.intern(if this.is(&Object::TRUE) { "True" } else { "False" }))
}

/// An operator that keeps to bools as long as both operands are.
fn logic(rt: &mut Runtime, op: BinaryOp, a: &Object, b: &Object, bools: fn(bool, bool) -> bool) -> Result {
    if a.value().is_bool() && b.value().is_bool() {
        return Ok(Object::bool(bools(a.is(&Object::TRUE), b.is(&Object::TRUE))));
    }
    let function: Option<BinaryFn> = int::TYPE.slots.binary[op as usize];
    function.map_or(Ok(Object::NOT_IMPLEMENTED), |function| function(rt, a, b))
}

fn and(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    logic(rt, BinaryOp::And, a, b, |a, b| a & b)
}

fn or(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    logic(rt, BinaryOp::Or, a, b, |a, b| a | b)
}

fn xor(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    logic(rt, BinaryOp::Xor, a, b, |a, b| a ^ b)
}

/// What `~True` warns of.
pub const INVERSION: &str = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns \
                    the bitwise inversion of the underlying int object and is usually not what you expect from \
                    negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want \
                    the bitwise inversion of the underlying int.";

fn invert(rt: &mut Runtime, this: &Object) -> Result {
    (rt.hooks.warn)(rt, ClassId::DeprecationWarning, INVERSION, 1)?;
    Ok(Object::small(if this.is(&Object::TRUE) { -2 } else { -1 }))
}

fn new(rt: &mut Runtime, _: &Class, args: Args<'_>) -> Result {
    let values = arity::positional(rt, "bool", args, 0, 1)?;
    match values.first() {
        Some(value) => rt.truth(value).map(Object::bool),
        None => Ok(Object::FALSE),
    }
}

/// `bool`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Bool),
    name: "bool",
    doc: "Returns True when the argument is true, False otherwise.\n\nThe builtins True and False are the only two \
          instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
    base: ClassId::Int,
    flags: ClassFlags::MATCH_SELF,
    slots: Slots { new: Some(new), repr: Some(repr), ..Slots::EMPTY }
        .with_binary(BinaryOp::And, and)
        .with_binary(BinaryOp::Or, or)
        .with_binary(BinaryOp::Xor, xor)
        .with_unary(UnaryOp::Invert, invert),
    ..TypeDef::EMPTY
};
