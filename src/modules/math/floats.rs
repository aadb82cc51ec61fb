//! Functions of floats.

use crate::base::float_text::{scale_by_power, split};
use crate::base::special::{self, SpecialError};
use crate::heap::Object;
use crate::layout::Tuple;
use crate::layout::int::as_int;
use crate::object::{OrNone, Raised, Result, Runtime};

/// ValueError for an argument outside the domain.
#[cold]
pub fn domain(rt: &mut Runtime) -> Raised {
    rt.value_error("math domain error")
}

/// OverflowError for a result outside the range of floats.
#[cold]
pub fn range(rt: &mut Runtime) -> Raised {
    rt.overflow_error("math range error")
}

/// A function whose infinite results of finite arguments are poles.
#[inline]
pub fn bounded(rt: &mut Runtime, x: f64, function: fn(f64) -> f64) -> Result<f64> {
    let result = function(x);
    if result.is_nan() && !x.is_nan() || result.is_infinite() && x.is_finite() {
        return Err(domain(rt));
    }
    Ok(result)
}

/// A function whose infinite results of finite arguments are overflows.
#[inline]
pub fn growing(rt: &mut Runtime, x: f64, function: fn(f64) -> f64) -> Result<f64> {
    let result = function(x);
    if result.is_nan() && !x.is_nan() {
        return Err(domain(rt));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(range(rt));
    }
    Ok(result)
}

/// A result with the error that fits.
pub fn special(rt: &mut Runtime, result: std::result::Result<f64, SpecialError>) -> Result<f64> {
    match result {
        Ok(x) => Ok(x),
        Err(SpecialError::Domain) => Err(domain(rt)),
        Err(SpecialError::Range) => Err(range(rt)),
    }
}

/// The C library's inverse hyperbolic functions: Rust's own are less exact.
pub fn acosh(x: f64) -> f64 {
    libm::acosh(x)
}

/// See [`acosh`].
pub fn asinh(x: f64) -> f64 {
    libm::asinh(x)
}

/// See [`acosh`].
pub fn atanh(x: f64) -> f64 {
    libm::atanh(x)
}

/// The complementary error function, with the C library's way from -1.25 to -0.84375.
pub fn erfc(x: f64) -> f64 {
    if (0.84375..1.25).contains(&-x) { 1.0 + libm::erf(-x) } else { libm::erfc(x) }
}

pub fn fma(rt: &mut Runtime, x: f64, y: f64, z: f64) -> Result<f64> {
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(rt.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(rt.overflow_error("overflow in fma"));
    }
    Ok(result)
}

pub fn fmod(rt: &mut Runtime, x: f64, y: f64) -> Result<f64> {
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(rt));
    }
    Ok(result)
}

pub fn remainder(rt: &mut Runtime, x: f64, y: f64) -> Result<f64> {
    match special::remainder(x, y) {
        Some(result) => Ok(result),
        None => Err(domain(rt)),
    }
}

pub fn frexp(rt: &mut Runtime, x: f64) -> Result<Tuple> {
    let (mantissa, exponent) = split(x);
    let mantissa = rt.new_float(mantissa)?;
    Ok(Tuple::from_array(&rt.heap, [mantissa, Object::small(exponent as i32)])?)
}

pub fn modf(rt: &mut Runtime, x: f64) -> Result<Tuple> {
    let (fraction, whole) = match x {
        x if x.is_infinite() => (0f64.copysign(x), x),
        x => ((x - x.trunc()).copysign(x), x.trunc()),
    };
    let parts = [rt.new_float(fraction)?, rt.new_float(whole)?];
    Ok(Tuple::from_array(&rt.heap, parts)?)
}

pub fn ldexp(rt: &mut Runtime, x: f64, exponent: &Object) -> Result<f64> {
    let Some(int) = as_int(exponent) else {
        return Err(rt.type_error("Expected an int as second argument to ldexp."));
    };
    let exponent = int.to_i64().unwrap_or(if int.is_negative() { i64::MIN } else { i64::MAX });
    let result = scale_by_power(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(range(rt));
    }
    Ok(result)
}

pub fn pow(rt: &mut Runtime, x: f64, y: f64) -> Result<f64> {
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || result.is_infinite() && x == 0.0 {
            return Err(domain(rt));
        }
        if result.is_infinite() {
            return Err(range(rt));
        }
    }
    Ok(result)
}

pub fn next_after(rt: &mut Runtime, x: f64, y: f64, steps: OrNone<&Object>) -> Result<f64> {
    let steps = match steps.0 {
        None => 1,
        Some(steps) => {
            let int = rt.index_object(steps)?;
            if Runtime::is_negative_int(&int) {
                return Err(rt.value_error("steps must be a non-negative integer"));
            }
            as_int(&int).and_then(|n| n.to_u64()).unwrap_or(u64::MAX)
        }
    };
    Ok(special::step_towards(x, y, steps))
}

pub fn is_close(rt: &mut Runtime, a: f64, b: f64, relative: Option<f64>, absolute: Option<f64>) -> Result<bool> {
    let (relative, absolute) = (relative.unwrap_or(1e-9), absolute.unwrap_or(0.0));
    if relative < 0.0 || absolute < 0.0 {
        return Err(rt.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let difference = (b - a).abs();
    Ok(difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute)
}
