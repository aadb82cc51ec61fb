//! `%`, `//`, `divmod` and `**` of floats, as Python defines them.

/// Why a power has no float result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerError {
    /// `zero to a negative power` (ZeroDivisionError).
    ZeroToNegative,
    /// A negative base with a fractional exponent: the result is complex.
    Complex,
    /// `(34, 'Numerical result out of range')` (OverflowError).
    Overflow,
}

/// `a % b` with the sign of `b`; `None` if `b` is zero.
pub fn modulo(a: f64, b: f64) -> Option<f64> {
    if b == 0.0 {
        return None;
    }
    Some(modulo_nonzero(a, b))
}

#[inline]
fn modulo_nonzero(a: f64, b: f64) -> f64 {
    let rest = a % b; // C's fmod: exact, with the sign of `a`
    if rest == 0.0 {
        return 0.0f64.copysign(b);
    }
    if (b < 0.0) != (rest < 0.0) { rest + b } else { rest }
}

/// `a // b`; `None` if `b` is zero.
pub fn floor_divide(a: f64, b: f64) -> Option<f64> {
    divmod(a, b).map(|(quotient, _)| quotient)
}

/// `divmod(a, b)`; `None` if `b` is zero. The quotient is the floor of the exact one, up to
/// rounding: it is found from the exact remainder, not by flooring `a / b`.
pub fn divmod(a: f64, b: f64) -> Option<(f64, f64)> {
    if b == 0.0 {
        return None;
    }
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest != 0.0 {
        if (b < 0.0) != (rest < 0.0) {
            rest += b;
            quotient -= 1.0;
        }
    } else {
        rest = 0.0f64.copysign(b);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0.0f64.copysign(a / b)
    };
    Some((floor, rest))
}

/// `a ** b`.
pub fn power(a: f64, b: f64) -> Result<f64, PowerError> {
    // `powf` follows C99, which settles NaN, infinities, one and zero as Python does.
    if !a.is_finite() || !b.is_finite() {
        return Ok(a.powf(b));
    }
    if a == 0.0 && b < 0.0 {
        return Err(PowerError::ZeroToNegative);
    }
    if a < 0.0 && b.floor() != b {
        return Err(PowerError::Complex);
    }
    let result = a.powf(b);
    if result.is_infinite() { Err(PowerError::Overflow) } else { Ok(result) }
}
