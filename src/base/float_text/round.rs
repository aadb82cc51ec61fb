//! `round(float)` and `round(float, ndigits)`.

use super::digits::{Decimal, fixed, scaled_integer};
use crate::base::bigint::{IntRef, UNWATCHED, add, divide_nearest, from_f64, multiply, power, to_f64};

/// `rounded value too large to represent` (OverflowError).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundError;

/// The nearest whole float, ties to even: what `round(value)` converts to int.
pub fn round_half_even(value: f64) -> f64 {
    value.round_ties_even()
}

/// `round(value, digits)`: the nearest decimal with that many places, correctly rounded (the tie is
/// decided on the exact value), then the float nearest to it.
pub fn round_to_digits(value: f64, digits: i64) -> Result<f64, RoundError> {
    // Beyond these no digit changes, or none is left (CPython's own bounds).
    if !value.is_finite() || value == 0.0 || digits > 323 {
        return Ok(value);
    }
    if digits < -308 {
        return Ok(0.0 * value);
    }
    let magnitude = value.abs();
    let rounded = if digits < 0 {
        round_whole(magnitude, digits.unsigned_abs())
    } else if magnitude >= 4_503_599_627_370_496.0 {
        magnitude // whole: there are no digits after the point
    } else if let Some(scaled) = scaled_integer(magnitude, digits as usize).filter(|&scaled| scaled < 1 << 53) {
        scaled as f64 / POWERS[digits as usize] // both exact
    } else {
        let Decimal { digits: text, point } = fixed(magnitude, digits as usize);
        parse_scaled(&text, point)
    };
    match rounded {
        rounded if rounded.is_infinite() => Err(RoundError),
        rounded => Ok(rounded.copysign(value)),
    }
}

/// `0.digits * 10**point` as a float.
fn parse_scaled(digits: &str, point: i64) -> f64 {
    let exponent = point - digits.len() as i64;
    // Both factors exact: the usual case, rounded once.
    if digits.len() <= 15 && (-22..=0).contains(&exponent) {
        let whole: u64 = digits.parse().unwrap_or(0);
        return whole as f64 / POWERS[exponent.unsigned_abs() as usize];
    }
    format!("{digits}e{exponent}").parse().unwrap_or(0.0)
}

/// The powers of ten that a float holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Rounds to a multiple of `10**zeros`, ties to even, in integers. Infinity if that overflows.
fn round_whole(magnitude: f64, zeros: u64) -> f64 {
    let round = || {
        // Times four, with any fraction in the lowest bit, so that a tie is one only if it is exact.
        let whole = from_f64(magnitude.trunc()).ok()?;
        let sticky = i64::from(magnitude.fract() != 0.0);
        let scaled = multiply(whole.as_ref(), IntRef::Small(4)).ok()?;
        let scaled = add(scaled.as_ref(), IntRef::Small(sticky));
        let unit = power(IntRef::Small(10), IntRef::Small(zeros as i64), UNWATCHED).ok()?;
        let quadruple = multiply(unit.as_ref(), IntRef::Small(4)).ok()?;
        let (count, _) = divide_nearest(scaled.as_ref(), quadruple.as_ref(), UNWATCHED).ok()?;
        to_f64(multiply(count.as_ref(), unit.as_ref()).ok()?.as_ref()).ok()
    };
    round().unwrap_or(f64::INFINITY)
}
