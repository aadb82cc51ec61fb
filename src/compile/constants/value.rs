//! What the compiler asks of a constant: its truth, its type's name, its literal.

use anthill_grammar::ast::Constant as Literal;

use crate::base::bigint::{self, IntRef};
use crate::base::float_text;
use crate::base::watch::{LONG_STRETCH, Watch, copy, copy_text};
use crate::bytecode::Constant;

/// Ints of more digits are neither folded nor read without a watch.
const LONG_INT: usize = 100_000;

/// Nor are texts of more bytes copied.
const LONG_TEXT: usize = LONG_STRETCH;

/// Whether the constant takes long to make.
pub(in crate::compile) fn is_long(literal: &Literal) -> bool {
    match literal {
        Literal::BigInt { digits, .. } => digits.len() > LONG_INT,
        Literal::Str(text) => text.len() > LONG_TEXT,
        Literal::SurrogateStr(bytes) | Literal::Bytes(bytes) => bytes.len() > LONG_TEXT,
        Literal::LongFloat { .. } => true,
        _ => false,
    }
}

/// The constant of a literal that is not long.
pub(in crate::compile) fn from_literal(literal: &Literal) -> Constant {
    from_literal_watched(literal, bigint::UNWATCHED)
}

/// The constant of a literal. Anything, when `watch` says to stop: the caller must ask it too.
pub(in crate::compile) fn from_literal_watched(literal: &Literal, watch: Watch<'_>) -> Constant {
    match *literal {
        Literal::None => Constant::None,
        Literal::True => Constant::True,
        Literal::False => Constant::False,
        Literal::Ellipsis => Constant::Ellipsis,
        Literal::Int(value) => Constant::Int(value),
        Literal::BigInt { digits, radix } => match bigint::parse(digits.as_bytes(), radix as u32, 0, watch) {
            Ok(value) => int(value),
            Err(_) => Constant::Int(0),
        },
        Literal::Float(value) => Constant::Float(value),
        Literal::LongFloat { text, imaginary } => {
            let value = float_text::parse(text.as_bytes(), watch).ok().flatten().unwrap_or(f64::NAN);
            if imaginary { Constant::Complex { real: 0.0, imaginary: value } } else { Constant::Float(value) }
        }
        Literal::Imaginary(imaginary) => Constant::Complex { real: 0.0, imaginary },
        Literal::Str(text) => Constant::Str(copy_text(text, watch).unwrap_or_default()),
        Literal::SurrogateStr(bytes) => Constant::SurrogateStr(copy(bytes, watch).unwrap_or_default()),
        Literal::Bytes(bytes) => Constant::Bytes(copy(bytes, watch).unwrap_or_default()),
    }
}

/// The constant of an int: `Int` exactly if it fits.
pub(in crate::compile) fn int(value: bigint::Int) -> Constant {
    match value.as_ref().to_i64() {
        Some(small) => Constant::Int(small),
        None => Constant::BigInt(value),
    }
}

/// `bool(constant)`.
pub(in crate::compile) fn truth(constant: &Constant) -> bool {
    match constant {
        Constant::None | Constant::False => false,
        Constant::Int(value) => *value != 0,
        Constant::Float(value) => *value != 0.0,
        Constant::Complex { real, imaginary } => *real != 0.0 || *imaginary != 0.0,
        Constant::Str(text) => !text.is_empty(),
        Constant::SurrogateStr(bytes) | Constant::Bytes(bytes) => !bytes.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
        Constant::True | Constant::Ellipsis | Constant::BigInt(_) | Constant::Code(_) => true,
    }
}

/// The name of a constant's type, as warnings show it.
pub(in crate::compile) fn type_name(constant: &Constant) -> &'static str {
    match constant {
        Constant::None => "NoneType",
        Constant::True | Constant::False => "bool",
        Constant::Ellipsis => "ellipsis",
        Constant::Int(_) | Constant::BigInt(_) => "int",
        Constant::Float(_) => "float",
        Constant::Complex { .. } => "complex",
        Constant::Str(_) | Constant::SurrogateStr(_) => "str",
        Constant::Bytes(_) => "bytes",
        Constant::Tuple(_) => "tuple",
        Constant::FrozenSet(_) => "frozenset",
        Constant::Code(_) => "code",
    }
}

/// `left == right` for literals: numbers compare across their types.
pub(in crate::compile) fn equal(left: &Constant, right: &Constant) -> bool {
    let parts = |constant: &Constant| match constant {
        Constant::Complex { real, imaginary } => Some((Constant::Float(*real), *imaginary)),
        _ => Some((constant.clone(), 0.0)),
    };
    let (Some((left, left_imaginary)), Some((right, imaginary))) = (parts(left), parts(right)) else { return false };
    if left_imaginary != imaginary {
        return false;
    }
    match (&left, &right) {
        (Constant::Float(left), Constant::Float(right)) => left == right,
        (Constant::Float(float), other) | (other, Constant::Float(float)) => {
            as_int(other).is_some_and(|int| bigint::compare_f64(int, *float) == Some(std::cmp::Ordering::Equal))
        }
        _ => match (as_int(&left), as_int(&right)) {
            (Some(left), Some(right)) => left == right,
            _ => left == right,
        },
    }
}

/// The int operand of an arithmetic operator; bools count, as in Python.
pub(super) fn as_int(constant: &Constant) -> Option<IntRef<'_>> {
    match constant {
        Constant::Int(value) => Some(IntRef::Small(*value)),
        Constant::True => Some(IntRef::Small(1)),
        Constant::False => Some(IntRef::Small(0)),
        Constant::BigInt(value) => Some(value.as_ref()),
        _ => None,
    }
}
