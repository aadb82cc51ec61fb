//! `a / b` for ints: one correctly rounded division, however long the operands are.

use super::value::ubig;
use super::watched::{self, Stop};
use super::{IntError, IntRef, magnitude};
use crate::base::float_text::round_scaled;

const MANTISSA_BITS: i64 = 53;
const MIN_EXPONENT: i64 = -1021;
const MAX_EXPONENT: i64 = 1024;

/// `a / b`, nearest float, ties to even.
///
/// Scales so that the integer quotient has 55 or 56 bits (fewer for subnormal results) and rounds that
/// once, knowing whether a remainder is left. The scaling is that of CPython's `long_true_divide`.
///
/// # Errors
/// Division by zero, a quotient too large for a float, `Interrupted` when `stop` says so.
pub fn true_divide(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<f64, IntError> {
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
    let (quotient, inexact) = match leading_quotient(a, b, shift, stop)? {
        Some(quotient) => (quotient, true),
        None => scaled_quotient(a, b, shift, stop)?,
    };
    let value = round_scaled(quotient, inexact, shift);
    if value.is_infinite() {
        return Err(IntError::FloatOverflow);
    }
    Ok(negate(value))
}

/// The quotient of `scaled_quotient`, which leaves a remainder, if the leading words of very long operands tell it: what
/// the words behind them can make of it lies strictly between the quotient with the divisor's leading words counted up
/// by one and that with the dividend's so.
fn leading_quotient(a: &[u64], b: &[u64], shift: i64, stop: Stop<'_>) -> Result<Option<u64>, IntError> {
    const KEPT: usize = 64;
    let shorter = a.len().min(b.len());
    if shorter <= 2 * KEPT {
        return Ok(None);
    }
    let (a, b) = (&a[shorter - KEPT..], &b[shorter - KEPT..]);
    let more = |words: &[u64]| {
        let mut words = words.to_vec();
        magnitude::increment(&mut words);
        words
    };
    let (low, _) = scaled_quotient(a, &more(b), shift, stop)?;
    let (high, _) = scaled_quotient(&more(a), b, shift, stop)?;
    Ok((low == high).then_some(low))
}

/// `a * 2**-shift / b` cut to an integer of at most 57 bits, and whether anything was cut.
fn scaled_quotient(a: &[u64], b: &[u64], shift: i64, stop: Stop<'_>) -> Result<(u64, bool), IntError> {
    let (dividend, lost) = if shift <= 0 {
        (magnitude::shift_left(a, shift.unsigned_abs(), stop)?, false)
    } else {
        magnitude::shift_right(a, shift as u64)
    };
    let dividend = magnitude::trim(&dividend);
    if let [divisor] = b {
        let (quotient, remainder) = magnitude::divide_word(dividend, *divisor, stop)?;
        return Ok((quotient.first().copied().unwrap_or(0), lost || remainder != 0));
    }
    watched::look(stop)?;
    let dividend = ubig(dividend);
    watched::look(stop)?;
    let (quotient, remainder) = watched::divide::quotient(dividend, &ubig(b), stop)?;
    let low = quotient.as_words().first().copied().unwrap_or(0);
    Ok((low, lost || !remainder.is_zero()))
}
