//! Greatest common divisor, least common multiple, integer square root.

use dashu_int::ops::{Gcd, SquareRoot};

use super::value::ubig;
use super::watched::{Stop, number_theory};
use super::{Int, IntError, IntRef, absolute, floor_divide, magnitude, watched};

/// `math.gcd(a, b)`, never negative.
///
/// # Errors
/// `Interrupted` when `stop` says so, here and below.
pub fn gcd(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Ok(Int::from_u64(gcd_u64(a.unsigned_abs(), b.unsigned_abs())));
    }
    let (mut sa, mut sb) = ([0], [0]);
    let (_, a) = a.split(&mut sa);
    let (_, b) = b.split(&mut sb);
    Ok(match (a, b) {
        ([], other) | (other, []) => Int::from_slice(false, other),
        ([word], long) | (long, [word]) => Int::from_u64(gcd_u64(magnitude::remainder_word(long, *word, stop)?, *word)),
        _ if number_theory::is_long(a.len().max(b.len())) => Int::from_words(false, number_theory::gcd(a, b, stop)?),
        _ => Int::from_ubig(false, ubig(a).gcd(ubig(b))),
    })
}

/// Stein's binary algorithm.
pub fn gcd_u64(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let shift = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    b >>= b.trailing_zeros();
    while a != b {
        let difference = a.abs_diff(b);
        b = a.min(b);
        a = difference >> difference.trailing_zeros();
    }
    a << shift
}

/// `math.lcm(a, b)`, never negative.
pub fn lcm(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    if a.is_zero() || b.is_zero() {
        return Ok(Int::ZERO);
    }
    let divisor = gcd(a, b, stop)?;
    let part = floor_divide(a, divisor.as_ref(), stop)?;
    Ok(absolute(watched::multiply(part.as_ref(), b, stop)?.as_ref()))
}

/// `math.isqrt(a)`.
pub fn integer_sqrt(a: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    if a.is_negative() {
        return Err(IntError::Negative);
    }
    if let Some(value) = a.to_u64() {
        return Ok(Int::from_u64(value.isqrt()));
    }
    let mut scratch = [0];
    let (_, words) = a.split(&mut scratch);
    let value = ubig(words);
    let root =
        if number_theory::is_long(words.len()) { number_theory::square_root(&value, stop)? } else { value.sqrt() };
    Ok(Int::from_ubig(false, root))
}
