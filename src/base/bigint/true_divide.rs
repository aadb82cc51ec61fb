//! `a / b` for ints: one correctly rounded division, however long the operands are.

use dashu_int::ops::DivRem;

use super::value::ubig;
use super::{IntError, IntRef, UNWATCHED, magnitude};
use crate::base::float_text::round_scaled;

const MANTISSA_BITS: i64 = 53;
const MIN_EXPONENT: i64 = -1021;
const MAX_EXPONENT: i64 = 1024;

/// `a / b`, nearest float, ties to even.
///
/// Scales so that the integer quotient has 55 or 56 bits (fewer for subnormal results) and rounds that
/// once, knowing whether a remainder is left. The scaling is that of CPython's `long_true_divide`.
pub fn true_divide(a: IntRef<'_>, b: IntRef<'_>) -> Result<f64, IntError> {
    if b.is_zero() {
        return Err(IntError::ZeroDivision);
    }
    const EXACT: u64 = 1 << 53;
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && a.unsigned_abs() <= EXACT
        && b.unsigned_abs() <= EXACT
    {
        return Ok(a as f64 / b as f64);
    }
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    let negate = |value: f64| {
        if a_negative != b_negative { -value } else { value }
    };
    if a.is_empty() {
        return Ok(negate(0.0));
    }
    let difference = magnitude::bit_length(a) as i64 - magnitude::bit_length(b) as i64;
    if difference > MAX_EXPONENT {
        return Err(IntError::FloatOverflow);
    }
    if difference < MIN_EXPONENT - MANTISSA_BITS - 1 {
        return Ok(negate(0.0));
    }
    let shift = difference.max(MIN_EXPONENT) - MANTISSA_BITS - 2;
    let (quotient, inexact) = scaled_quotient(a, b, shift);
    let value = round_scaled(quotient, inexact, shift);
    if value.is_infinite() {
        return Err(IntError::FloatOverflow);
    }
    Ok(negate(value))
}

/// `a * 2**-shift / b` cut to an integer of at most 57 bits, and whether anything was cut.
fn scaled_quotient(a: &[u64], b: &[u64], shift: i64) -> (u64, bool) {
    let (dividend, lost) = if shift <= 0 {
        (magnitude::shift_left(a, shift.unsigned_abs(), UNWATCHED).unwrap_or_default(), false)
    } else {
        magnitude::shift_right(a, shift as u64)
    };
    let dividend = magnitude::trim(&dividend);
    if let [divisor] = b {
        let (quotient, remainder) = magnitude::divide_word(dividend, *divisor, UNWATCHED).unwrap_or_default();
        return (quotient.first().copied().unwrap_or(0), lost || remainder != 0);
    }
    let (quotient, remainder) = ubig(dividend).div_rem(&ubig(b));
    let low = quotient.as_words().first().copied().unwrap_or(0);
    (low, lost || !remainder.is_zero())
}
