//! Division that can be stopped: recursive, after Burnikel and Ziegler ("Fast Recursive Division", 1998), with the
//! library's division for short pieces.

use super::{Stop, product, words};
use crate::base::bigint::IntError;
use crate::base::watch::copy;
use dashu_int::UBig;
use dashu_int::ops::DivRem;

/// Divisors or quotients of at most this many words are left to the library, which takes a few milliseconds.
const PIECE_WORDS: usize = 4_000;

/// Whether a quotient of numbers of so many words takes long enough to be watched.
pub fn is_long(dividend: usize, divisor: usize) -> bool {
    divisor.min(dividend.saturating_sub(divisor)) > PIECE_WORDS || dividend > 50 * PIECE_WORDS
}

/// Quotient and remainder, looking up only from work that takes long; `b` is not zero.
pub fn quotient(a: UBig, b: &UBig, stop: Stop<'_>) -> Result<(UBig, UBig), IntError> {
    if is_long(words(&a), words(b)) { div_rem(a, b, stop) } else { Ok(a.div_rem(b)) }
}

/// [`quotient`] of numbers as words; the quotient's may have zeros at their top.
pub fn quotient_words(a: &[u64], b: &[u64], stop: Stop<'_>) -> Result<(Vec<u64>, UBig), IntError> {
    let b = UBig::from_words(b);
    if words(&b) <= PIECE_WORDS && is_long(a.len(), words(&b)) {
        return words_by_blocks(a, &b, stop);
    }
    let (quotient, rest) = quotient(UBig::from_words(a), &b, stop)?;
    let quotient = copy(quotient.as_words(), stop).map_err(|_| IntError::Interrupted)?;
    Ok((quotient.into_vec(), rest))
}

/// Quotient and remainder; `b` is not zero.
pub fn div_rem(a: UBig, b: &UBig, stop: Stop<'_>) -> Result<(UBig, UBig), IntError> {
    if stop() {
        return Err(IntError::Interrupted);
    }
    if a < *b {
        return Ok((UBig::ZERO, a));
    }
    let divisor = words(b);
    let quotient = words(&a) - divisor + 1;
    if divisor <= PIECE_WORDS || quotient <= PIECE_WORDS && divisor <= quotient + 1 {
        return by_blocks(a, b, stop);
    }
    if divisor > quotient + 1 {
        return by_leading_words(a, b, 64 * (divisor - quotient - 1), stop);
    }
    // The quotient's upper half, then its lower one.
    let bits = 64 * (quotient / 2);
    let (low, high) = a.split_bits(bits);
    let (upper, rest) = div_rem(high, b, stop)?;
    let (lower, rest) = div_rem((rest << bits) + low, b, stop)?;
    Ok(((upper << bits) + lower, rest))
}

/// Long division, with digits of a piece each.
fn by_blocks(a: UBig, b: &UBig, stop: Stop<'_>) -> Result<(UBig, UBig), IntError> {
    if words(&a) <= 2 * words(b).max(PIECE_WORDS) {
        return Ok(a.div_rem(b));
    }
    let (quotient, rest) = words_by_blocks(a.as_words(), b, stop)?;
    Ok((UBig::from_words(&quotient), rest))
}

/// The words of the quotient of a long number by a divisor for [`by_blocks`], and the remainder.
fn words_by_blocks(all: &[u64], b: &UBig, stop: Stop<'_>) -> Result<(Vec<u64>, UBig), IntError> {
    let size = words(b).max(PIECE_WORDS);
    let mut rest = UBig::ZERO;
    let mut digits = Vec::with_capacity(all.len() / size + 1);
    for block in all.chunks(size).rev() {
        if stop() {
            return Err(IntError::Interrupted);
        }
        let (digit, left) = ((rest << (64 * size)) + UBig::from_words(block)).div_rem(b);
        digits.push(digit);
        rest = left;
    }
    let mut all = Vec::with_capacity(digits.len() * size);
    for digit in digits.iter().rev() {
        if stop() {
            return Err(IntError::Interrupted);
        }
        let start = all.len();
        all.extend_from_slice(digit.as_words());
        all.resize(start + size, 0);
    }
    Ok((all, rest))
}

/// A divisor far longer than the quotient: its low words are put aside, and what the quotient owes them is taken off
/// afterwards. The estimate is too large by two at most, since what is left of the divisor is longer than the quotient.
fn by_leading_words(a: UBig, b: &UBig, bits: usize, stop: Stop<'_>) -> Result<(UBig, UBig), IntError> {
    let (a_low, a_high) = a.split_bits(bits);
    let (b_low, b_high) = b.clone().split_bits(bits);
    let (mut quotient, rest) = div_rem(a_high, &b_high, stop)?;
    let rest = (rest << bits) + a_low;
    let owed = product(&quotient, &b_low, stop)?;
    if rest >= owed {
        return Ok((quotient, rest - owed));
    }
    let mut owed = owed - rest;
    quotient -= UBig::ONE;
    while owed > *b {
        owed -= b;
        quotient -= UBig::ONE;
    }
    Ok((quotient, b - owed))
}

#[cfg(test)]
mod tests {
    use super::super::tests::number;
    use super::*;

    #[test]
    fn quotients_are_the_librarys() {
        for (x, y) in
            [(9_000, 4_500), (30_000, 5), (30_000, 12_000), (25_000, 20_000), (40_000, 39_999), (50_001, 9_000)]
        {
            let (a, b) = (number(x, 5), number(y, 6));
            assert_eq!(div_rem(a.clone(), &b, &|| false).expect("not stopped"), a.div_rem(&b), "{x} by {y}");
            // A quotient whose digits are all ones, and a remainder as large as can be.
            let a = (&b << (64 * (x - y))) - UBig::ONE;
            assert_eq!(div_rem(a.clone(), &b, &|| false).expect("not stopped"), a.div_rem(&b), "{x} by {y}");
        }
        let b = UBig::ONE << (64 * 9_000);
        let a = (UBig::ONE << (64 * 20_000)) - UBig::ONE;
        assert_eq!(div_rem(a.clone(), &b, &|| false).expect("not stopped"), a.div_rem(&b));
    }
}
