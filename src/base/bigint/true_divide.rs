//! `a / b` for ints: one correctly rounded division, however long the operands are.

use std::cmp::Ordering;

use super::value::ubig;
use super::watched::{self, Stop};
use super::{IntError, IntRef, magnitude};
use crate::base::float_text::round_scaled;
use crate::base::watch::STRETCH;

const MANTISSA_BITS: i64 = 53;
const MIN_EXPONENT: i64 = -1021;
const MAX_EXPONENT: i64 = 1024;

/// `a / b`, nearest float, ties to even.
///
/// Scales so that the integer quotient has 55 or 56 bits (fewer for subnormal results) and rounds that
/// once, knowing whether a remainder is left. The scaling is that of CPython's `long_true_divide`.
///
/// # Errors
/// Division by zero, a quotient too large for a float, `Interrupted` when `stop` says so.
pub fn true_divide(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<f64, IntError> {
    if b.is_zero() {
        return Err(IntError::ZeroDivision);
    }
    const EXACT: u64 = 1 << 53;
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && a.unsigned_abs() <= EXACT
        && b.unsigned_abs() <= EXACT
    {
        return Ok(a as f64 / b as f64);
    }
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    let negate = |value: f64| {
        if a_negative != b_negative { -value } else { value }
    };
    if a.is_empty() {
        return Ok(negate(0.0));
    }
    let difference = magnitude::bit_length(a) as i64 - magnitude::bit_length(b) as i64;
    if difference > MAX_EXPONENT {
        return Err(IntError::FloatOverflow);
    }
    if difference < MIN_EXPONENT - MANTISSA_BITS - 1 {
        return Ok(negate(0.0));
    }
    let shift = difference.max(MIN_EXPONENT) - MANTISSA_BITS - 2;
    let (quotient, inexact) = match a.len().min(b.len()) {
        0..=LONG => scaled_quotient(a, b, shift, stop)?,
        shorter => long_quotient(a, b, shorter - KEPT, shift, stop)?,
    };
    let value = round_scaled(quotient, inexact, shift);
    if value.is_infinite() {
        return Err(IntError::FloatOverflow);
    }
    Ok(negate(value))
}

/// So many leading words of operands above [`LONG`] tell the quotient but for one unit.
const KEPT: usize = 64;
const LONG: usize = 2 * KEPT;

/// The quotient of [`scaled_quotient`] and whether it leaves a remainder, from the operands' words without the `dropped`
/// ones. What those can make of the quotient lies strictly between the one with the divisor's leading words counted up by
/// one and that with the dividend's so. These differ by far less than one; if a whole number lies between them, one
/// product says on which side of it the quotient is.
fn long_quotient(a: &[u64], b: &[u64], dropped: usize, shift: i64, stop: Stop<'_>) -> Result<(u64, bool), IntError> {
    let (a_kept, b_kept) = (&a[dropped..], &b[dropped..]);
    let more = |words: &[u64]| {
        let mut words = words.to_vec();
        magnitude::increment(&mut words);
        words
    };
    let (low, _) = scaled_quotient(a_kept, &more(b_kept), shift, stop)?;
    let (high, _) = scaled_quotient(&more(a_kept), b_kept, shift, stop)?;
    if low == high {
        return Ok((low, true));
    }
    Ok(match compare_with_product(a, b, high, shift, stop)? {
        Ordering::Less => (low, true),
        order => (high, order != Ordering::Equal),
    })
}

/// Compares `a` with `b * factor * 2**shift`: their difference is worked out from the lowest word on and forgotten.
fn compare_with_product(a: &[u64], b: &[u64], factor: u64, shift: i64, stop: Stop<'_>) -> Result<Ordering, IntError> {
    // Words of `words << shift`, one after the other.
    let shifted = |shift: i64| {
        let shift = shift.max(0) as u64;
        let (whole, bits, mut below) = ((shift / 64) as usize, (shift % 64) as u32, 0);
        move |words: &[u64], i: usize| {
            let word = i.checked_sub(whole).and_then(|i| words.get(i).copied()).unwrap_or(0);
            let wide = (u128::from(word) << 64 | u128::from(below)) << bits;
            below = word;
            (wide >> 64) as u64
        }
    };
    let (mut left, mut right) = (shifted(-shift), shifted(shift));
    let words = a.len().max(b.len()) + (shift.unsigned_abs() / 64) as usize + 3;
    let (mut high, mut borrow, mut differs) = (0, false, false);
    for start in (0..words).step_by(STRETCH) {
        for i in start..words.min(start + STRETCH) {
            let product;
            (product, high) = right(b, i).carrying_mul(factor, high);
            let difference;
            (difference, borrow) = left(a, i).borrowing_sub(product, borrow);
            differs |= difference != 0;
        }
        watched::look(stop)?;
    }
    Ok(match (borrow, differs) {
        (true, _) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => Ordering::Equal,
    })
}

/// `a * 2**-shift / b` cut to an integer of at most 57 bits, and whether anything was cut.
fn scaled_quotient(a: &[u64], b: &[u64], shift: i64, stop: Stop<'_>) -> Result<(u64, bool), IntError> {
    let (dividend, lost) = if shift <= 0 {
        (magnitude::shift_left(a, shift.unsigned_abs(), stop)?, false)
    } else {
        magnitude::shift_right(a, shift as u64, stop)?
    };
    let dividend = magnitude::trim(&dividend);
    if let [divisor] = b {
        let (quotient, remainder) = magnitude::divide_word(dividend, *divisor, stop)?;
        return Ok((quotient.first().copied().unwrap_or(0), lost || remainder != 0));
    }
    let (quotient, remainder) = watched::divide::quotient(ubig(dividend), &ubig(b), stop)?;
    let low = quotient.as_words().first().copied().unwrap_or(0);
    Ok((low, lost || !remainder.is_zero()))
}
