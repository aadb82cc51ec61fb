//! Division that floors, as Python's does, and rounding to tens.

use std::cmp::Ordering;

use dashu_int::UBig;
use dashu_int::ops::DivRem;

use super::value::ubig;
use super::watched::{self, Stop};
use super::{Int, IntError, IntRef, MAX_BITS, Quotient, add, magnitude, multiply, power, short_divmod, subtract};

/// `a // b`.
pub fn floor_divide(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    divmod(a, b, stop).map(|(quotient, _)| quotient)
}

/// `a % b`: the result has the sign of `b`.
pub fn remainder(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a_words) = a.split(&mut sa);
    let (b_negative, b_words) = b.split(&mut sb);
    // With one word for divisor no quotient is needed; everything else shares the long way.
    if let ([divisor], true) = (b_words, a_words.len() > 1) {
        let remainder = magnitude::remainder_word(a_words, *divisor, stop)?;
        let remainder = if remainder != 0 && a_negative != b_negative { divisor - remainder } else { remainder };
        return Ok(Int::from_sign_u128(b_negative, u128::from(remainder)));
    }
    divmod(a, b, stop).map(|(_, remainder)| remainder)
}

/// `divmod(a, b)`: `a == q * b + r` with `r` zero or of `b`'s sign. Ends with `Interrupted` when `stop`
/// says so, which is asked every few milliseconds.
pub fn divmod(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<(Int, Int), IntError> {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        if b == 0 {
            return Err(IntError::ZeroDivision);
        }
        let (Some(quotient), Some(remainder)) = (a.checked_div(b), a.checked_rem(b)) else {
            return Ok((super::negate(IntRef::Small(a)), Int::ZERO)); // i64::MIN // -1
        };
        return Ok(if remainder != 0 && (remainder < 0) != (b < 0) {
            (Int::from_i64(quotient - 1), Int::from_i64(remainder + b))
        } else {
            (Int::from_i64(quotient), Int::from_i64(remainder))
        });
    }
    let both = |Quotient { quotient, remainder }: Quotient<'_>| {
        (Int::from_slice(quotient.0, quotient.1), Int::from_slice(remainder.0, remainder.1))
    };
    if let Some(result) = short_divmod(a, b, both) {
        return Ok(result);
    }
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    if b.is_empty() {
        return Err(IntError::ZeroDivision);
    }
    let opposite = a_negative != b_negative;
    if magnitude::compare(a, b) == Ordering::Less {
        return Ok(if a.is_empty() {
            (Int::ZERO, Int::ZERO)
        } else if opposite {
            (Int::from_i64(-1), Int::from_words(b_negative, magnitude::subtract(b, a)))
        } else {
            (Int::ZERO, Int::from_slice(a_negative, a))
        });
    }
    if let [divisor] = b {
        let (mut quotient, mut remainder) = magnitude::divide_word(a, *divisor, stop)?;
        if opposite && remainder != 0 {
            magnitude::increment(&mut quotient);
            remainder = divisor - remainder;
        }
        let remainder = Int::from_sign_u128(b_negative, u128::from(remainder));
        return Ok((Int::from_words(opposite, quotient), remainder));
    }
    if watched::divide::is_long(a.len(), b.len()) {
        let (mut quotient, mut remainder) = watched::divide::div_rem_words(watched::copied(a, stop)?, b, stop)?;
        if opposite && !remainder.is_empty() {
            magnitude::increment(&mut quotient);
            remainder = magnitude::subtract(b, &remainder);
        }
        return Ok((Int::from_words(opposite, quotient), Int::from_words(b_negative, remainder)));
    }
    let divisor = ubig(b);
    let (mut quotient, mut remainder) = ubig(a).div_rem(&divisor);
    if opposite && !remainder.is_zero() {
        quotient += UBig::ONE;
        remainder = divisor - remainder;
    }
    Ok((Int::from_ubig(opposite, quotient), Int::from_ubig(b_negative, remainder)))
}

/// The integer nearest to `a / b`, ties to even, and what it leaves: `a - q * b`.
pub fn divide_nearest(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<(Int, Int), IntError> {
    let (quotient, remainder) = divmod(a, b, stop)?;
    let twice = multiply(remainder.as_ref(), IntRef::Small(2))?;
    let (mut st, mut sb) = ([0], [0]);
    let order = magnitude::compare(twice.as_ref().split(&mut st).1, b.split(&mut sb).1);
    let up = match order {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => quotient.as_ref().is_odd(),
    };
    Ok(if up {
        let quotient = add(quotient.as_ref(), IntRef::Small(1));
        (quotient, subtract(remainder.as_ref(), b))
    } else {
        (quotient, remainder)
    })
}

/// `round(a, digits)`: a negative `digits` rounds to a power of ten, half to even; any other one
/// leaves the integer as it is.
pub fn round_to_digits(a: IntRef<'_>, digits: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    if !digits.is_negative() {
        return Ok(a.to_owned());
    }
    if let (IntRef::Small(a), IntRef::Small(-18..=-1)) = (a, digits)
        && let IntRef::Small(digits) = digits
    {
        let unit = 10i64.pow(digits.unsigned_abs() as u32);
        let (quotient, rest) = (a.div_euclid(unit), a.rem_euclid(unit));
        let up = rest > unit - rest || rest == unit - rest && quotient & 1 == 1;
        return Ok(Int::from_i128(i128::from(quotient + i64::from(up)) * i128::from(unit)));
    }
    // 10**n is above 2 * abs(a) once n exceeds bits / 3: then the answer is zero.
    let bits = super::bit_length(a).min(MAX_BITS);
    let Some(exponent) = digits.to_i64().map(i64::unsigned_abs).filter(|&n| n <= bits / 3 + 1) else {
        return Ok(Int::ZERO);
    };
    let unit = power(IntRef::Small(10), IntRef::Small(exponent as i64), stop)?;
    let (_, rest) = divide_nearest(a, unit.as_ref(), stop)?;
    Ok(subtract(a, rest.as_ref()))
}
