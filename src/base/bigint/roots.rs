//! Greatest common divisor, least common multiple, integer square root.

use dashu_int::ops::{Gcd, SquareRoot};

use super::value::ubig;
use super::{Int, IntError, IntRef, absolute, floor_divide, magnitude, multiply};

/// `math.gcd(a, b)`, never negative.
pub fn gcd(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Int::from_u64(gcd_u64(a.unsigned_abs(), b.unsigned_abs()));
    }
    let (mut sa, mut sb) = ([0], [0]);
    let (_, a) = a.split(&mut sa);
    let (_, b) = b.split(&mut sb);
    match (a, b) {
        ([], other) | (other, []) => Int::from_slice(false, other),
        ([word], long) | (long, [word]) => Int::from_u64(gcd_u64(magnitude::remainder_word(long, *word), *word)),
        _ => Int::from_ubig(false, ubig(a).gcd(ubig(b))),
    }
}

/// Stein's binary algorithm.
fn gcd_u64(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let shift = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
    }
    a << shift
}

/// `math.lcm(a, b)`, never negative.
pub fn lcm(a: IntRef<'_>, b: IntRef<'_>) -> Result<Int, IntError> {
    if a.is_zero() || b.is_zero() {
        return Ok(Int::ZERO);
    }
    let divisor = gcd(a, b);
    let part = floor_divide(a, divisor.as_ref())?;
    Ok(absolute(multiply(part.as_ref(), b)?.as_ref()))
}

/// `math.isqrt(a)`.
pub fn integer_sqrt(a: IntRef<'_>) -> Result<Int, IntError> {
    if a.is_negative() {
        return Err(IntError::Negative);
    }
    if let Some(value) = a.to_u64() {
        return Ok(Int::from_u64(value.isqrt()));
    }
    let mut scratch = [0];
    let (_, words) = a.split(&mut scratch);
    Ok(Int::from_ubig(false, ubig(words).sqrt()))
}
