//! Operators on constants, with CPython's limits on the size of a folded result.

use anthill_grammar::ast::{Operator, Unaryop};

use super::value::{as_int, int, truth};
use crate::base::bigint::{self, IntRef};
use crate::base::float_text;
use crate::bytecode::Constant;

/// CPython's `MAX_INT_SIZE`, in bits.
const MAX_INT_BITS: u64 = 128;
/// CPython's `MAX_COLLECTION_SIZE`.
const MAX_COLLECTION: i64 = 256;
/// CPython's `MAX_STR_SIZE`.
const MAX_TEXT: i64 = 4096;
/// The longest text, and 64 times the longest tuple, that a sum folds to.
const MAX_SUM: usize = 1 << 16;
/// CPython's `MAX_TOTAL_ITEMS`.
const MAX_TOTAL: i64 = 1024;

/// `-`, `+` and `~` on a number. `~True` is not for here: it comes with a warning.
pub(super) fn unary(operator: Unaryop, operand: &Constant) -> Option<Constant> {
    if let Some(value) = as_int(operand) {
        return match operator {
            Unaryop::USub => Some(int(bigint::negate(value))),
            Unaryop::UAdd => Some(int(value.to_owned())),
            Unaryop::Invert if !matches!(operand, Constant::True | Constant::False) => Some(int(bigint::invert(value))),
            _ => None,
        };
    }
    match (operator, operand) {
        (Unaryop::USub, Constant::Float(value)) => Some(Constant::Float(-value)),
        (Unaryop::UAdd, Constant::Float(value)) => Some(Constant::Float(*value)),
        (Unaryop::USub, Constant::Complex { real, imaginary }) => {
            Some(Constant::Complex { real: -real, imaginary: -imaginary })
        }
        (Unaryop::UAdd, Constant::Complex { .. }) => Some(operand.clone()),
        _ => None,
    }
}

/// A binary operator on constants; none if it would raise or its result be too large.
pub(super) fn binary(left: &Constant, operator: Operator, right: &Constant) -> Option<Constant> {
    match (as_int(left), as_int(right)) {
        (Some(a), Some(b)) => {
            let bools = |c: &Constant| matches!(c, Constant::True | Constant::False);
            if bools(left) && bools(right) {
                let (a, b) = (truth(left), truth(right));
                let result = match operator {
                    Operator::BitAnd => Some(a & b),
                    Operator::BitOr => Some(a | b),
                    Operator::BitXor => Some(a ^ b),
                    _ => None,
                };
                if let Some(result) = result {
                    return Some(if result { Constant::True } else { Constant::False });
                }
            }
            ints(a, operator, b)
        }
        (Some(count), None) if operator == Operator::Mult && is_sequence(right) => repeat(right, count),
        (None, Some(count)) if operator == Operator::Mult && is_sequence(left) => repeat(left, count),
        _ if operator == Operator::Add && is_sequence(left) => concatenate(left, right),
        _ => match (as_float(left), as_float(right)) {
            (Some(a), Some(b)) => floats(a, operator, b),
            _ => complexes(left, operator, right),
        },
    }
}

fn ints(a: IntRef, operator: Operator, b: IntRef) -> Option<Constant> {
    let bits = bigint::bit_length;
    let result = match operator {
        Operator::Add => bigint::add(a, b),
        Operator::Sub => bigint::subtract(a, b),
        Operator::Mult => {
            if !a.is_zero() && !b.is_zero() && bits(a) + bits(b) > MAX_INT_BITS {
                return None;
            }
            bigint::multiply(a, b).ok()?
        }
        Operator::Div => return bigint::true_divide(a, b, bigint::UNWATCHED).ok().map(Constant::Float),
        Operator::FloorDiv => bigint::floor_divide(a, b, bigint::UNWATCHED).ok()?,
        Operator::Mod => bigint::remainder(a, b, bigint::UNWATCHED).ok()?,
        Operator::Pow if b.is_negative() => {
            return float_text::power(as_f64(a)?, as_f64(b)?).ok().map(Constant::Float);
        }
        Operator::Pow => {
            if !a.is_zero() && !b.is_zero() && bits(a) > MAX_INT_BITS / b.to_u64()? {
                return None;
            }
            bigint::power(a, b, bigint::UNWATCHED).ok()?
        }
        Operator::LShift => {
            if !a.is_zero() && !b.is_zero() {
                let shift = b.to_u64().filter(|shift| *shift <= MAX_INT_BITS)?;
                if bits(a) > MAX_INT_BITS - shift {
                    return None;
                }
            }
            bigint::shift_left(a, b).ok()?
        }
        Operator::RShift => bigint::shift_right(a, b).ok()?,
        Operator::BitOr => bigint::or(a, b),
        Operator::BitXor => bigint::xor(a, b),
        Operator::BitAnd => bigint::and(a, b),
        Operator::MatMult => return None,
    };
    Some(int(result))
}

fn as_f64(value: IntRef) -> Option<f64> {
    bigint::to_f64(value).ok()
}

fn as_float(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Float(value) => Some(*value),
        _ => as_f64(as_int(constant)?),
    }
}

fn floats(a: f64, operator: Operator, b: f64) -> Option<Constant> {
    let result = match operator {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div if b != 0.0 => a / b,
        Operator::FloorDiv => float_text::floor_divide(a, b)?,
        Operator::Mod => float_text::modulo(a, b)?,
        Operator::Pow => float_text::power(a, b).ok()?,
        _ => return None,
    };
    Some(Constant::Float(result))
}

/// Sums and products of which an operand is complex; anything else is left to run time.
fn complexes(left: &Constant, operator: Operator, right: &Constant) -> Option<Constant> {
    let parts = |constant: &Constant| match constant {
        Constant::Complex { real, imaginary } => Some((*real, *imaginary)),
        _ => as_float(constant).map(|real| (real, 0.0)),
    };
    let ((a, b), (c, d)) = (parts(left)?, parts(right)?);
    let (real, imaginary) = match operator {
        Operator::Add => (a + c, b + d),
        Operator::Sub => (a - c, b - d),
        Operator::Mult => (a * c - b * d, a * d + b * c),
        _ => return None,
    };
    Some(Constant::Complex { real, imaginary })
}

fn is_sequence(constant: &Constant) -> bool {
    matches!(constant, Constant::Str(_) | Constant::SurrogateStr(_) | Constant::Bytes(_) | Constant::Tuple(_))
}

fn concatenate(left: &Constant, right: &Constant) -> Option<Constant> {
    let size = |constant: &Constant| match constant {
        Constant::Str(text) => text.len(),
        Constant::Bytes(bytes) => bytes.len(),
        Constant::Tuple(items) => items.len() * 64,
        _ => 0,
    };
    // CPython has no limit here, and takes quadratic time for a long sum.
    if size(left) + size(right) > MAX_SUM {
        return None;
    }
    match (left, right) {
        (Constant::Str(a), Constant::Str(b)) => Some(Constant::Str(format!("{a}{b}").into())),
        (Constant::Bytes(a), Constant::Bytes(b)) => Some(Constant::Bytes([&a[..], &b[..]].concat().into())),
        (Constant::Tuple(a), Constant::Tuple(b)) => Some(Constant::Tuple([&a[..], &b[..]].concat().into())),
        _ => None,
    }
}

fn repeat(sequence: &Constant, count: IntRef) -> Option<Constant> {
    let count = count.to_i64()?;
    let fits = |length: usize, limit: i64| {
        let good = length == 0 || (0..=limit / length as i64).contains(&count);
        good.then_some(if length == 0 { 0 } else { count as usize })
    };
    match sequence {
        Constant::Tuple(items) => {
            let count = fits(items.len(), MAX_COLLECTION)?;
            if count > 0 {
                complexity(items, MAX_TOTAL / count as i64)?;
            }
            Some(Constant::Tuple(std::iter::repeat_n(items, count).flatten().cloned().collect()))
        }
        Constant::Str(text) => {
            let count = fits(text.chars().count(), MAX_TEXT)?;
            Some(Constant::Str(text.repeat(count).into()))
        }
        Constant::Bytes(bytes) => Some(Constant::Bytes(bytes.repeat(fits(bytes.len(), MAX_TEXT)?).into())),
        _ => None,
    }
}

/// What is left of a budget of items after counting a tuple's, at whatever depth.
fn complexity(items: &[Constant], budget: i64) -> Option<i64> {
    let budget = budget - items.len() as i64;
    if budget < 0 {
        return None;
    }
    items.iter().try_fold(budget, |budget, item| match item {
        Constant::Tuple(inner) => complexity(inner, budget),
        _ => Some(budget),
    })
}
