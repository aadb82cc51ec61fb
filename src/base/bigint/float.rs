//! Between `int` and `float`: correctly rounded one way, exact the other, exact comparison.

use std::cmp::Ordering;

use super::{Int, IntError, IntRef, UNWATCHED, magnitude};
use crate::base::float_text::round_scaled;

/// Why a float has no integer value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FromFloatError {
    /// `cannot convert float NaN to integer` (ValueError).
    NotANumber,
    /// `cannot convert float infinity to integer` (OverflowError).
    Infinity,
}

/// `float(a)`: nearest, ties to even; `FloatOverflow` beyond the finite range.
pub fn to_f64(a: IntRef<'_>) -> Result<f64, IntError> {
    if let IntRef::Small(value) = a {
        return Ok(value as f64);
    }
    let mut scratch = [0];
    let (negative, words) = a.split(&mut scratch);
    let bits = magnitude::bit_length(words);
    if bits > 1024 {
        return Err(IntError::FloatOverflow);
    }
    // The top 64 bits decide, and whether anything lies below them.
    let shift = bits.saturating_sub(64);
    let (top, lost) = magnitude::bits_at(words, shift);
    let value = round_scaled(top, lost, shift as i64);
    if value.is_infinite() {
        return Err(IntError::FloatOverflow);
    }
    Ok(if negative { -value } else { value })
}

/// `int(value)`: truncates towards zero.
pub fn from_f64(value: f64) -> Result<Int, FromFloatError> {
    if value.is_nan() {
        return Err(FromFloatError::NotANumber);
    }
    if value.is_infinite() {
        return Err(FromFloatError::Infinity);
    }
    if value.abs() < 9.0e18 {
        return Ok(Int::from_i64(value as i64));
    }
    // Magnitudes from 2^53 are whole: mantissa times a power of two.
    let bits = value.to_bits();
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    let exponent = (bits >> 52 & 0x7ff) - 1075;
    Ok(Int::from_words(value < 0.0, magnitude::shift_left(&[mantissa], exponent, UNWATCHED).unwrap_or_default()))
}

/// Compares an integer with a float exactly; `None` if the float is a NaN.
pub fn compare_f64(a: IntRef<'_>, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if let IntRef::Small(value) = a
        && value.unsigned_abs() <= 1 << 53
    {
        return (value as f64).partial_cmp(&b);
    }
    if b.is_infinite() {
        return Some(if b > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    // A fraction only matters when the whole parts are equal; `trunc` moves `b` towards zero.
    let whole = from_f64(b).ok()?;
    let fraction = b - b.trunc();
    let order = a.compare(whole.as_ref());
    Some(order.then_with(|| 0.0f64.partial_cmp(&fraction).unwrap_or(Ordering::Equal)))
}

/// Numerator and exponent of two of a finite float: `value == numerator * 2**exponent`, the
/// numerator odd (or zero).
pub(crate) fn decompose(value: f64) -> (i64, i64) {
    if value == 0.0 {
        return (0, 0);
    }
    let bits = value.to_bits();
    let biased = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
    let zeros = mantissa.trailing_zeros();
    let numerator = (mantissa >> zeros) as i64;
    let exponent = exponent + i64::from(zeros);
    (if value < 0.0 { -numerator } else { numerator }, exponent)
}
