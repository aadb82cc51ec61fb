//! Division that can be stopped: recursive, after Burnikel and Ziegler ("Fast Recursive Division", 1998), with the
//! library's division for short pieces.

use super::{Stop, copied, huge, look, words};
use crate::base::bigint::{IntError, magnitude};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use dashu_int::UBig;
use dashu_int::ops::DivRem;
use std::cmp::Ordering;

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

/// Quotient and remainder; `b` is not zero.
pub fn div_rem(a: UBig, b: &UBig, stop: Stop<'_>) -> Result<(UBig, UBig), IntError> {
    look(stop)?;
    if a < *b {
        return Ok((UBig::ZERO, a));
    }
    let (quotient, rest) = div_rem_words(copied(a.as_words(), stop)?, b.as_words(), stop)?;
    drop(a);
    let quotient = UBig::from_words(&quotient);
    look(stop)?;
    Ok((quotient, UBig::from_words(&rest)))
}

/// Quotient and remainder of magnitudes, without zeros at their top; `b` has none either, and is not zero.
pub fn div_rem_words(a: Vec<u64>, b: &[u64], stop: Stop<'_>) -> Result<(Vec<u64>, Vec<u64>), IntError> {
    look(stop)?;
    let mut a = trimmed(a);
    if magnitude::compare_watched(&a, b, stop)? == Ordering::Less {
        return Ok((Vec::new(), a));
    }
    let divisor = b.len();
    let quotient = a.len() - divisor + 1;
    if divisor <= PIECE_WORDS || quotient <= PIECE_WORDS && divisor <= quotient + 1 {
        return by_blocks(&a, &UBig::from_words(b), stop);
    }
    if divisor > quotient + 1 {
        return by_leading_words(a, b, divisor - quotient - 1, stop);
    }
    // The quotient's upper half, then its lower one.
    let half = quotient / 2;
    let (upper, rest) = div_rem_words(copied(&a[half..], stop)?, b, stop)?;
    a.truncate(half);
    append(&mut a, &rest, stop)?;
    let (mut lower, rest) = div_rem_words(a, b, stop)?;
    lower.resize(half, 0);
    append(&mut lower, &upper, stop)?;
    Ok((lower, rest))
}

/// Long division, with digits of a piece each.
fn by_blocks(a: &[u64], b: &UBig, stop: Stop<'_>) -> Result<(Vec<u64>, Vec<u64>), IntError> {
    if a.len() <= 2 * words(b).max(PIECE_WORDS) {
        let (quotient, rest) = UBig::from_words(a).div_rem(b);
        return Ok((quotient.as_words().to_vec(), rest.as_words().to_vec()));
    }
    let (quotient, rest) = words_by_blocks(a, b, stop)?;
    Ok((trimmed(quotient), rest.as_words().to_vec()))
}

/// Without the zeros at the top.
fn trimmed(mut words: Vec<u64>) -> Vec<u64> {
    words.truncate(magnitude::trim(&words).len());
    words
}

/// Puts words above others.
fn append(target: &mut Vec<u64>, words: &[u64], stop: Stop<'_>) -> Result<(), IntError> {
    target.reserve(words.len());
    for part in words.chunks(LONG_STRETCH / 8) {
        target.extend_from_slice(part);
        look(stop)?;
    }
    Ok(())
}

/// Takes a number off one that is no smaller.
fn subtract(target: &mut Vec<u64>, words: &[u64], stop: Stop<'_>) -> Result<(), IntError> {
    let (mut borrow, mut words) = (false, words);
    for part in target.chunks_mut(STRETCH) {
        if words.is_empty() && !borrow {
            break;
        }
        let (taken, more) = words.split_at(words.len().min(part.len()));
        let (low, high) = part.split_at_mut(taken.len());
        for (word, &taken) in low.iter_mut().zip(taken) {
            (*word, borrow) = word.borrowing_sub(taken, borrow);
        }
        for word in high {
            (*word, borrow) = word.overflowing_sub(borrow.into());
        }
        words = more;
        look(stop)?;
    }
    debug_assert!(!borrow && words.is_empty());
    target.truncate(magnitude::trim(target).len());
    Ok(())
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

/// A divisor far longer than the quotient: its `low` lowest words are put aside, and what the quotient owes them is taken
/// off afterwards. The estimate is too large by two at most, since what is left of the divisor is longer than the quotient.
fn by_leading_words(mut a: Vec<u64>, b: &[u64], low: usize, stop: Stop<'_>) -> Result<(Vec<u64>, Vec<u64>), IntError> {
    let (mut quotient, rest) = div_rem_words(copied(&a[low..], stop)?, &b[low..], stop)?;
    a.truncate(low);
    append(&mut a, &rest, stop)?;
    let mut rest = trimmed(a);
    let mut owed = trimmed(huge::multiply(&quotient, magnitude::trim(&b[..low]), stop)?);
    if magnitude::compare_watched(&rest, &owed, stop)? != Ordering::Less {
        subtract(&mut rest, &owed, stop)?;
        return Ok((quotient, rest));
    }
    subtract(&mut owed, &rest, stop)?;
    subtract(&mut quotient, &[1], stop)?;
    while magnitude::compare_watched(&owed, b, stop)? == Ordering::Greater {
        subtract(&mut owed, b, stop)?;
        subtract(&mut quotient, &[1], stop)?;
    }
    let mut rest = copied(b, stop)?;
    subtract(&mut rest, &owed, stop)?;
    Ok((quotient, rest))
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
