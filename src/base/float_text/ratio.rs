//! `float.as_integer_ratio` and `float.is_integer`.

use crate::base::bigint::{Int, IntRef, decompose, shift_left};

/// Why a float is no ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatioError {
    /// `cannot convert NaN to integer ratio` (ValueError).
    NotANumber,
    /// `cannot convert Infinity to integer ratio` (OverflowError).
    Infinity,
}

/// `value.as_integer_ratio()`: in lowest terms, denominator positive.
pub fn as_integer_ratio(value: f64) -> Result<(Int, Int), RatioError> {
    if value.is_nan() {
        return Err(RatioError::NotANumber);
    }
    if value.is_infinite() {
        return Err(RatioError::Infinity);
    }
    let (numerator, exponent) = decompose(value);
    // Exponents of floats lie within -1074..=1023: the shifts cannot fail.
    let shifted = |value: i64| match exponent.unsigned_abs() {
        scale @ 0..64 => Int::from_i128(i128::from(value) << scale),
        scale => shift_left(IntRef::Small(value), IntRef::Small(scale as i64)).unwrap_or(Int::ZERO),
    };
    Ok(match exponent {
        0.. => (shifted(numerator), Int::from_i64(1)),
        _ => (Int::from_i64(numerator), shifted(1)),
    })
}

/// `value.is_integer()`.
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && value.trunc() == value
}
