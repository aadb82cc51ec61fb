//! `log`, `log2`, `log10`: for ints too large for a float as well.

use super::floats::domain;
use crate::base::bigint::{self, Int, IntRef};
use crate::heap::Object;
use crate::layout::int::as_int;
use crate::object::{Result, Runtime};

/// The number as a float `m` and a power of two `e` with `m * 2**e` equal to it; `m` in `[0.5, 1)`, rounded half to even.
fn scaled(int: IntRef<'_>) -> (f64, f64) {
    let bits = bigint::bit_length(int);
    let shift = Int::from_u64(bits - 64);
    let Ok(top) = bigint::shift_right(int, shift.as_ref()) else { return (f64::INFINITY, 0.0) };
    let dropped = bigint::trailing_zeros(int).is_some_and(|zeros| zeros < bits - 64);
    // The lowest bit says that there is more below, which decides ties.
    let top = top.as_ref().to_u64().unwrap_or(u64::MAX) | u64::from(dropped);
    (top as f64 * 2f64.powi(-64), bits as f64)
}

/// A logarithm of a positive number.
pub fn of(rt: &mut Runtime, x: &Object, function: fn(f64) -> f64) -> Result<f64> {
    if x.value().as_float().is_none()
        && let Some(int) = as_int(x)
    {
        if int.is_negative() || int.is_zero() {
            return Err(domain(rt));
        }
        return Ok(match bigint::to_f64(int) {
            Ok(x) => function(x),
            Err(_) => {
                let (mantissa, exponent) = scaled(int);
                function(mantissa) + function(2.0) * exponent
            }
        });
    }
    let x = rt.to_f64(x)?;
    if x <= 0.0 {
        return Err(domain(rt));
    }
    Ok(function(x))
}

pub fn log(rt: &mut Runtime, x: &Object, base: Option<&Object>) -> Result<f64> {
    let numerator = of(rt, x, f64::ln)?;
    let Some(base) = base else { return Ok(numerator) };
    let denominator = of(rt, base, f64::ln)?;
    if denominator == 0.0 {
        return Err(rt.zero_division("float division by zero"));
    }
    Ok(numerator / denominator)
}
