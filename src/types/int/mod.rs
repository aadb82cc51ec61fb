//! `int`: whole numbers of any size. The 62-bit ones are immediates, the others have a body
//! (`layout::int`); the arithmetic is `base::bigint`'s.
//!
//! - `arithmetic`: the operators, comparison, hash.
//! - `text`: `str(n)`, `format(n, …)`, and the limit on digits.
//! - `new`: `int(…)`.
//! - `methods`: everything called by name.

pub(crate) mod arithmetic;
mod methods;
mod new;
mod text;

use crate::heap::{Layout, ShapeId};
use crate::layout::IntBody;
use crate::object::{BinaryOp, ClassFlags, ClassId, Slots, TypeDef, UnaryOp};

pub use arithmetic::{binary, exact, int_error, long_binary};
pub use new::{from_object, of_plain_digits, parse_text, truncated};
pub use text::{DEFAULT_MAX_STR_DIGITS, TextLimit, decimal, digit_limit};

/// `int`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Int),
    name: "int",
    doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no \
          arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates \
          towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray \
          instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and \
          be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to \
          interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4",
    layout: IntBody::info,
    shapes: &[ShapeId::INT],
    flags: ClassFlags::BASE | ClassFlags::MATCH_SELF,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(new::new),
        repr: Some(text::repr),
        hash: Some(arithmetic::hash),
        compare: Some(arithmetic::compare),
        truth: Some(arithmetic::truth),
        power_modulo: Some(arithmetic::power_modulo),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Add, arithmetic::add)
    .with_binary(BinaryOp::Subtract, arithmetic::subtract)
    .with_binary(BinaryOp::Multiply, arithmetic::multiply)
    .with_binary(BinaryOp::TrueDivide, arithmetic::true_divide)
    .with_binary(BinaryOp::FloorDivide, arithmetic::floor_divide)
    .with_binary(BinaryOp::Remainder, arithmetic::remainder)
    .with_binary(BinaryOp::Power, arithmetic::power)
    .with_binary(BinaryOp::And, arithmetic::and)
    .with_binary(BinaryOp::Or, arithmetic::or)
    .with_binary(BinaryOp::Xor, arithmetic::xor)
    .with_binary(BinaryOp::LeftShift, arithmetic::shift_left)
    .with_binary(BinaryOp::RightShift, arithmetic::shift_right)
    .with_binary(BinaryOp::DivMod, arithmetic::divmod)
    .with_unary(UnaryOp::Negative, arithmetic::negative)
    .with_unary(UnaryOp::Positive, arithmetic::exact)
    .with_unary(UnaryOp::Invert, arithmetic::invert)
    .with_unary(UnaryOp::Absolute, arithmetic::absolute)
    .with_unary(UnaryOp::Int, arithmetic::exact)
    .with_unary(UnaryOp::Float, arithmetic::float)
    .with_unary(UnaryOp::Index, arithmetic::exact),
    methods: methods::METHODS,
    getset: methods::GETSET,
    ..TypeDef::EMPTY
};
