//! The operators of `float`, its comparison, hash and repr.

use crate::base::bigint;
use crate::base::float_text::{self, PowerError};
use crate::heap::Object;
use crate::layout::float::as_f64;
use crate::layout::int::as_int;
use crate::layout::{FloatBody, Str, Tuple, Units};
use crate::object::{ClassId, CompareOp, Result, Runtime};
use std::cmp::Ordering;

/// The operand, which slots of float get as a float.
fn operand(this: &Object) -> f64 {
    as_f64(this).unwrap_or(0.0)
}

/// An operand of a binary operator: a float, or an int converted; `None` for others.
#[inline]
fn number(rt: &mut Runtime, object: &Object) -> Result<Option<f64>> {
    if let Some(x) = as_f64(object) {
        return Ok(Some(x));
    }
    match as_int(object).map(bigint::to_f64) {
        None => Ok(None),
        Some(Ok(x)) => Ok(Some(x)),
        Some(Err(_)) => Err(rt.overflow_error("int too large to convert to float")),
    }
}

/// Binds both operands as floats, or answers NotImplemented.
macro_rules! floats {
    ($rt:ident, $a:ident, $b:ident) => {
        let Some($a) = number($rt, $a)? else { return Ok(Object::NOT_IMPLEMENTED) };
        let Some($b) = number($rt, $b)? else { return Ok(Object::NOT_IMPLEMENTED) };
    };
}

macro_rules! operators {
    ($($name:ident: |$rt:ident, $a:ident, $b:ident| $body:expr;)*) => { $(
        pub fn $name($rt: &mut Runtime, $a: &Object, $b: &Object) -> Result {
            floats!($rt, $a, $b);
            $body
        }
    )* };
}

operators! {
    add: |rt, a, b| rt.new_float(a + b);
    subtract: |rt, a, b| rt.new_float(a - b);
    multiply: |rt, a, b| rt.new_float(a * b);
    true_divide: |rt, a, b| if b == 0.0 {
        Err(rt.zero_division("float division by zero"))
    } else {
        rt.new_float(a / b)
    };
    floor_divide: |rt, a, b| match float_text::floor_divide(a, b) {
        Some(quotient) => rt.new_float(quotient),
        None => Err(rt.zero_division("float floor division by zero")),
    };
    remainder: |rt, a, b| match float_text::modulo(a, b) {
        Some(rest) => rt.new_float(rest),
        None => Err(rt.zero_division("float modulo by zero")),
    };
    divmod: |rt, a, b| match float_text::divmod(a, b) {
        Some((quotient, rest)) => {
            let pair = [rt.new_float(quotient)?, rt.new_float(rest)?];
            Ok(Tuple::from_array(&rt.heap, pair)?.into())
        }
        None => Err(rt.zero_division("float divmod()")),
    };
    power: |rt, a, b| power_of(rt, a, b);
}

/// `base ** exponent`.
pub fn power_of(rt: &mut Runtime, base: f64, exponent: f64) -> Result {
    match float_text::power(base, exponent) {
        Ok(value) => rt.new_float(value),
        Err(PowerError::ZeroToNegative) => Err(rt.zero_division("0.0 cannot be raised to a negative power")),
        Err(PowerError::Complex) => Err(rt.not_implemented("complex result: complex numbers are not supported")),
        Err(PowerError::Overflow) => {
            let message = rt.new_str("Numerical result out of range")?;
            Err(rt.raise_with(ClassId::OverflowError, &[Object::small(34), message.into()]))
        }
    }
}

pub fn power_modulo(rt: &mut Runtime, _: &Object, _: &Object, _: &Object) -> Result {
    Err(rt.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
}

pub fn negative(rt: &mut Runtime, this: &Object) -> Result {
    rt.new_float(-operand(this))
}

pub fn absolute(rt: &mut Runtime, this: &Object) -> Result {
    rt.new_float(operand(this).abs())
}

/// `+x`, `float(x)`: the number as an exact float.
pub fn exact(rt: &mut Runtime, this: &Object) -> Result {
    if this.value().is_float() || this.cast_exact::<FloatBody>().is_some() {
        return Ok(this.clone());
    }
    rt.new_float(operand(this))
}

/// `int(x)`.
pub fn int(rt: &mut Runtime, this: &Object) -> Result {
    crate::types::int::truncated(rt, operand(this))
}

pub fn truth(_: &mut Runtime, this: &Object) -> Result<bool> {
    Ok(operand(this) != 0.0)
}

/// A NaN has the hash of its identity.
pub fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    Ok(float_text::hash(operand(this)).unwrap_or_else(|| rt.identity_hash(this)))
}

/// Comparison with ints is exact, however large they are.
pub fn compare(_: &mut Runtime, a: &Object, b: &Object, op: CompareOp) -> Result {
    let left = operand(a);
    let order = match (as_f64(b), as_int(b)) {
        (Some(right), _) => left.partial_cmp(&right),
        (None, Some(right)) => bigint::compare_f64(right, left).map(Ordering::reverse),
        (None, None) => return Ok(Object::NOT_IMPLEMENTED),
    };
    // With a NaN, only `!=` holds.
    Ok(Object::bool(order.map_or(op == CompareOp::NotEqual, |order| op.test(order))))
}

pub fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let value = operand(this);
    match float_text::quick_repr(value, &mut [0; float_text::REPR_ROOM]) {
        Some(text) => Ok(Str::from_units(&rt.heap, Units::Ascii(text))?),
        None => rt.new_str(&float_text::repr(value)),
    }
}
