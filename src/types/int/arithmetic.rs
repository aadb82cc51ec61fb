//! The operators of `int`, its comparison and hash.
//!
//! A slot gets the operands in their order of writing and answers NotImplemented unless both are ints (bools and
//! instances of subclasses count): float and others then have their say.

use crate::base::bigint::{self, Int, IntError, IntRef, Logic, Scratch};
use crate::heap::Object;
use crate::layout::int::{as_int, from_draft, from_i64, from_int, from_words};
use crate::layout::{IntBody, Tuple};
use crate::object::{BinaryOp, CompareOp, Raised, Result, Runtime};

/// What a failed operation raises. Messages that depend on the operator are made where they arise.
#[cold]
pub fn int_error(rt: &mut Runtime, error: IntError) -> Raised {
    match error {
        IntError::ZeroDivision => rt.zero_division("integer division or modulo by zero"),
        IntError::NegativeShift => rt.value_error("negative shift count"),
        IntError::NotInvertible => rt.value_error("base is not invertible for the given modulus"),
        IntError::FloatOverflow => rt.overflow_error("int too large to convert to float"),
        IntError::NegativeExponent | IntError::Negative => rt.value_error("negative argument not supported"),
        IntError::TooLarge => crate::heap::OutOfMemory.into(),
        IntError::Interrupted => rt.interrupted(),
    }
}

fn object(rt: &Runtime, value: &Int) -> Result {
    Ok(from_int(&rt.heap, value)?)
}

fn checked(rt: &mut Runtime, value: std::result::Result<Int, IntError>) -> Result {
    match value {
        Ok(value) => object(rt, &value),
        Err(error) => Err(int_error(rt, error)),
    }
}

/// The object for a sign and a trimmed magnitude.
#[inline]
fn signed(rt: &Runtime, (negative, words): (bool, &[u64])) -> Result {
    Ok(from_words(&rt.heap, negative, words)?)
}

/// Binds both operands as ints, or answers NotImplemented.
macro_rules! ints {
    ($a:ident, $b:ident) => {
        let (Some($a), Some($b)) = (as_int($a), as_int($b)) else { return Ok(Object::NOT_IMPLEMENTED) };
    };
}

/// An operand of at most two words as 128 bits, with room for a sign.
#[inline]
fn short(n: IntRef<'_>) -> Option<i128> {
    let (negative, magnitude) = match n {
        IntRef::Small(n) => return Some(n as i128),
        IntRef::Big { negative, words: &[low] } => (negative, low as i128),
        IntRef::Big { negative, words: &[low, high] } if high >> 63 == 0 => {
            (negative, (high as i128) << 64 | low as i128)
        }
        _ => return None,
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// As `with_small`, and the same for operands of up to two words.
macro_rules! with_short {
    ($name:ident, $op:ident, |$x:ident, $y:ident| $small:expr) => {
        pub fn $name(rt: &mut Runtime, $x: &Object, $y: &Object) -> Result {
            ints!($x, $y);
            if let (IntRef::Small($x), IntRef::Small($y)) = ($x, $y)
                && let Some(result) = $small
            {
                return Ok(from_i64(&rt.heap, result)?);
            }
            if let (Some($x), Some($y)) = (short($x), short($y))
                && let Some(result) = $small
            {
                return rt.new_int(result);
            }
            long_binary(rt, BinaryOp::$op, $x, $y)
        }
    };
}

/// An operator whose result for machine words `$small` knows, if it fits.
macro_rules! with_small {
    ($(#[$meta:meta])* $name:ident, |$x:ident, $y:ident| $small:expr, $rt:ident => $large:expr) => {
        $(#[$meta])*
        pub fn $name($rt: &mut Runtime, $x: &Object, $y: &Object) -> Result {
            ints!($x, $y);
            if let (IntRef::Small($x), IntRef::Small($y)) = ($x, $y)
                && let Some(result) = $small
            {
                return Ok(from_i64(&$rt.heap, result)?);
            }
            $large
        }
    };
}

with_short!(add, Add, |a, b| a.checked_add(b));
with_short!(subtract, Subtract, |a, b| a.checked_sub(b));
with_short!(multiply, Multiply, |a, b| a.checked_mul(b));
with_short!(and, And, |a, b| Some(a & b));
with_short!(or, Or, |a, b| Some(a | b));
with_short!(xor, Xor, |a, b| Some(a ^ b));
with_small!(
    floor_divide,
    |a, b| if b == 0 { None } else { a.checked_div_euclid(b).map(|_| floor(a, b).0) },
    rt => {
        if let (Some(a), Some(b @ 1..)) = (short(a), short(b)) {
            return rt.new_int(a.div_euclid(b));
        }
        long_binary(rt, BinaryOp::FloorDivide, a, b)
    }
);
with_small!(
    remainder,
    |a, b| if b == 0 { None } else { a.checked_rem(b).map(|_| floor(a, b).1) },
    rt => {
        if let (Some(a), Some(b @ 1..)) = (short(a), short(b)) {
            return rt.new_int(a.rem_euclid(b));
        }
        long_binary(rt, BinaryOp::Remainder, a, b)
    }
);

/// `a op b` of ints of which one, or the result, is longer than two words: computed where it will lie, if that can be
/// done. NotImplemented for operators without such a way: division to float, powers.
#[inline(never)]
pub fn long_binary(rt: &mut Runtime, op: BinaryOp, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    match op {
        BinaryOp::Add | BinaryOp::Subtract => {
            let subtract = matches!(op, BinaryOp::Subtract);
            let mut scratch = Scratch::default();
            Ok(from_draft(&rt.heap, &bigint::sum(a, b, subtract, &mut scratch))?)
        }
        BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
            let op = match op {
                BinaryOp::And => Logic::And,
                BinaryOp::Or => Logic::Or,
                _ => Logic::Xor,
            };
            let mut scratch = Scratch::default();
            Ok(from_draft(&rt.heap, &bigint::logic(a, b, op, &mut scratch))?)
        }
        BinaryOp::Multiply => multiply_long(rt, a, b),
        BinaryOp::LeftShift => shift_left_long(rt, a, b),
        BinaryOp::RightShift => shift_right_long(rt, a, b),
        BinaryOp::FloorDivide => floor_divide_long(rt, a, b),
        BinaryOp::Remainder => remainder_long(rt, a, b),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

fn multiply_long(rt: &mut Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let Some(product) = bigint::short_product(a, b, |draft| from_draft(&rt.heap, draft)) {
        return Ok(product?);
    }
    let result = match bigint::watched::is_long(a, b) {
        true => bigint::watched::multiply(a, b, &|| rt.interrupt_waits()),
        false => bigint::multiply(a, b),
    };
    checked(rt, result)
}

fn floor_divide_long(rt: &mut Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let Some(quotient) = bigint::short_divmod(a, b, |result| signed(rt, result.quotient)) {
        return quotient;
    }
    let result = bigint::floor_divide(a, b, &|| rt.interrupt_waits());
    checked(rt, result)
}

fn remainder_long(rt: &mut Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    // A divisor of one word asks for no quotient.
    let is_long = |n: IntRef<'_>| matches!(n, IntRef::Big { words, .. } if words.len() > 1);
    if is_long(b)
        && let Some(remainder) = bigint::short_divmod(a, b, |result| signed(rt, result.remainder))
    {
        return remainder;
    }
    match bigint::remainder(a, b, &|| rt.interrupt_waits()) {
        Err(IntError::ZeroDivision) => Err(rt.zero_division("integer modulo by zero")),
        result => checked(rt, result),
    }
}

/// `a op b` of exact ints, without a look at their classes; `None` for other objects, and other operators.
#[inline(always)]
pub fn binary(rt: &mut Runtime, op: BinaryOp, a: &Object, b: &Object) -> Option<Result> {
    let is_exact = |number: &Object| number.value().is_int() || number.cast_exact::<IntBody>().is_some();
    if !is_exact(a) || !is_exact(b) {
        return None;
    }
    Some(match op {
        BinaryOp::Add => add(rt, a, b),
        BinaryOp::Subtract => subtract(rt, a, b),
        BinaryOp::Multiply => multiply(rt, a, b),
        BinaryOp::FloorDivide => floor_divide(rt, a, b),
        BinaryOp::Remainder => remainder(rt, a, b),
        BinaryOp::LeftShift => shift_left(rt, a, b),
        BinaryOp::RightShift => shift_right(rt, a, b),
        BinaryOp::And => and(rt, a, b),
        BinaryOp::Or => or(rt, a, b),
        BinaryOp::Xor => xor(rt, a, b),
        _ => return None,
    })
}

pub fn shift_right(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    ints!(a, b);
    if let (Some(value), IntRef::Small(count @ 0..)) = (short(a), b) {
        return rt.new_int(value >> count.min(127));
    }
    long_binary(rt, BinaryOp::RightShift, a, b)
}

fn shift_right_long(rt: &mut Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let IntRef::Small(count) = b
        && let Some(result) = bigint::shift(a, count, true, |draft| from_draft(&rt.heap, draft))
    {
        return Ok(result?);
    }
    let result = bigint::shift_right_watched(a, b, &|| rt.interrupt_waits());
    checked(rt, result)
}

/// Quotient rounded down, and the remainder with the divisor's sign; `b` is not 0 and the quotient fits.
#[inline]
fn floor(a: i64, b: i64) -> (i64, i64) {
    let (quotient, rest) = (a / b, a % b);
    if rest != 0 && (rest < 0) != (b < 0) { (quotient - 1, rest + b) } else { (quotient, rest) }
}

/// CPython's ints have digits of 30 bits in four bytes each, of which an object has at most as many as a signed machine
/// word can count.
const MAX_SHIFT: i128 = 30 << 61;

pub fn shift_left(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    ints!(a, b);
    if let (Some(value), IntRef::Small(count @ 0..64)) = (short(a), b)
        && value << count >> count == value
    {
        return rt.new_int(value << count);
    }
    long_binary(rt, BinaryOp::LeftShift, a, b)
}

fn shift_left_long(rt: &mut Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let IntRef::Small(count) = b
        && let Some(result) = bigint::shift(a, count, false, |draft| from_draft(&rt.heap, draft))
    {
        return Ok(result?);
    }
    match bigint::shift_left_watched(a, b, &|| rt.interrupt_waits()) {
        // CPython refuses a count by its size only if the digits could not be counted.
        Err(IntError::TooLarge) if b.to_i128().is_none_or(|count| count >= MAX_SHIFT) => {
            Err(rt.overflow_error("too many digits in integer"))
        }
        result => checked(rt, result),
    }
}

pub fn true_divide(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    ints!(a, b);
    match bigint::true_divide(a, b, &|| rt.interrupt_waits()) {
        Ok(quotient) => rt.new_float(quotient),
        Err(IntError::ZeroDivision) => Err(rt.zero_division("division by zero")),
        Err(IntError::Interrupted) => Err(rt.interrupted()),
        Err(_) => Err(rt.overflow_error("integer division result too large for a float")),
    }
}

pub fn divmod(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    if let (Some(a), Some(b)) = (a.value().as_int(), b.value().as_int())
        && b != 0
    {
        // Immediate ints have no more than 62 bits.
        let (quotient, rest) = floor(a, b);
        let pair = [from_i64(&rt.heap, quotient)?, from_i64(&rt.heap, rest)?];
        return Ok(Tuple::from_array(&rt.heap, pair)?.into());
    }
    ints!(a, b);
    if let (Some(a @ 0..), Some(b @ 1..)) = (short(a), short(b)) {
        let quotient = a / b;
        let pair = [rt.new_int(quotient)?, rt.new_int(a - quotient * b)?];
        return Ok(Tuple::from_array(&rt.heap, pair)?.into());
    }
    let pair = bigint::short_divmod(a, b, |result| (signed(rt, result.quotient), signed(rt, result.remainder)));
    if let Some((quotient, rest)) = pair {
        return Ok(Tuple::from_array(&rt.heap, [quotient?, rest?])?.into());
    }
    match bigint::divmod(a, b, &|| rt.interrupt_waits()) {
        Ok((quotient, rest)) => {
            let pair = [object(rt, &quotient)?, object(rt, &rest)?];
            Ok(Tuple::from_array(&rt.heap, pair)?.into())
        }
        Err(error) => Err(int_error(rt, error)),
    }
}

/// A negative exponent gives a float.
pub fn power(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    ints!(a, b);
    if !b.is_negative() {
        let result = bigint::power(a, b, &|| rt.interrupt_waits());
        return checked(rt, result);
    }
    let (Ok(base), Ok(exponent)) = (bigint::to_f64(a), bigint::to_f64(b)) else {
        return Err(int_error(rt, IntError::FloatOverflow));
    };
    crate::types::float::power_of(rt, base, exponent)
}

/// `pow(a, b, modulus)`.
pub fn power_modulo(rt: &mut Runtime, a: &Object, b: &Object, modulus: &Object) -> Result {
    let (Some(a), Some(b), Some(modulus)) = (as_int(a), as_int(b), as_int(modulus)) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if modulus.is_zero() {
        return Err(rt.value_error("pow() 3rd argument cannot be 0"));
    }
    let result = bigint::power_modulo(a, b, modulus, &|| rt.interrupt_waits());
    checked(rt, result)
}

/// The operand, which slots of int get as an int.
fn operand(this: &Object) -> IntRef<'_> {
    as_int(this).unwrap_or(IntRef::ZERO)
}

pub fn negative(rt: &mut Runtime, this: &Object) -> Result {
    match operand(this) {
        IntRef::Small(n) => rt.new_int(-i128::from(n)),
        IntRef::Big { negative, words } => Ok(from_words(&rt.heap, !negative, words)?),
    }
}

pub fn invert(rt: &mut Runtime, this: &Object) -> Result {
    match operand(this) {
        IntRef::Small(n) => Ok(from_i64(&rt.heap, !n)?),
        IntRef::Big { negative, words } => {
            // -n - 1
            let negated = IntRef::Big { negative: !negative, words };
            long_binary(rt, BinaryOp::Subtract, negated, IntRef::Small(1))
        }
    }
}

pub fn absolute(rt: &mut Runtime, this: &Object) -> Result {
    if operand(this).is_negative() { negative(rt, this) } else { exact(rt, this) }
}

/// `+n`, `int(n)`, `n.__index__()`: the number as an exact int.
pub fn exact(rt: &mut Runtime, this: &Object) -> Result {
    if this.value().is_int() || this.cast_exact::<IntBody>().is_some() {
        return Ok(this.clone());
    }
    match operand(this) {
        IntRef::Small(n) => Ok(from_i64(&rt.heap, n)?),
        IntRef::Big { negative, words } => Ok(from_words(&rt.heap, negative, words)?),
    }
}

pub fn float(rt: &mut Runtime, this: &Object) -> Result {
    match bigint::to_f64(operand(this)) {
        Ok(value) => rt.new_float(value),
        Err(error) => Err(int_error(rt, error)),
    }
}

pub fn truth(_: &mut Runtime, this: &Object) -> Result<bool> {
    Ok(!operand(this).is_zero())
}

pub fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    Ok(bigint::hash_watched(operand(this), &|| rt.interrupt_waits())?)
}

pub fn compare(rt: &mut Runtime, a: &Object, b: &Object, op: CompareOp) -> Result {
    ints!(a, b);
    Ok(Object::bool(op.test(a.compare_watched(b, &|| rt.interrupt_waits())?)))
}
