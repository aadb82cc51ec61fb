//! Loops over little-endian words: the unsigned arithmetic below the signs.

use std::cmp::Ordering;

/// A magnitude without leading zero words; zero is the empty slice.
pub(super) type Magnitude<'a> = &'a [u64];

/// Drops leading (most significant) zero words.
#[inline]
pub(super) fn trim(words: &[u64]) -> Magnitude<'_> {
    let length = words.iter().rposition(|&word| word != 0).map_or(0, |top| top + 1);
    &words[..length]
}

/// Number of significant bits.
#[inline]
pub(super) fn bit_length(words: Magnitude<'_>) -> u64 {
    match words.last() {
        None => 0,
        Some(top) => words.len() as u64 * 64 - u64::from(top.leading_zeros()),
    }
}

/// Compares two trimmed magnitudes.
pub(super) fn compare(a: Magnitude<'_>, b: Magnitude<'_>) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// `a + b + carry`, and the carry out.
#[inline(always)]
fn add_carry(a: u64, b: u64, carry: bool) -> (u64, bool) {
    let (sum, first) = a.overflowing_add(b);
    let (sum, second) = sum.overflowing_add(u64::from(carry));
    (sum, first | second)
}

/// `a - b - borrow`, and the borrow out.
#[inline(always)]
fn subtract_borrow(a: u64, b: u64, borrow: bool) -> (u64, bool) {
    let (difference, first) = a.overflowing_sub(b);
    let (difference, second) = difference.overflowing_sub(u64::from(borrow));
    (difference, first | second)
}

/// The most words that `a + b` has: one more than the longer only if its top word might overflow.
pub(super) fn sum_length(a: Magnitude<'_>, b: Magnitude<'_>) -> usize {
    let length = a.len().max(b.len());
    let top = |words: Magnitude<'_>| if words.len() == length { words.last().copied().unwrap_or(0) } else { 0 };
    // A carry from below counts one.
    let fits = top(a).checked_add(top(b)).is_some_and(|sum| sum < u64::MAX);
    length + usize::from(!fits)
}

/// `a + b`, written over the zeros of `target`, which has `sum_length` words.
pub(super) fn add_to(target: &mut [u64], a: Magnitude<'_>, b: Magnitude<'_>) {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let (low, high) = long.split_at(short.len());
    let (lower, higher) = target.split_at_mut(short.len());
    let mut carry = false;
    let count = short.len();
    let (low, lower) = (&low[..count], &mut lower[..count]);
    for i in 0..count {
        (lower[i], carry) = add_carry(low[i], short[i], carry);
    }
    let (rest, top) = higher.split_at_mut(high.len());
    for (i, word) in rest.iter_mut().enumerate() {
        (*word, carry) = high[i].overflowing_add(u64::from(carry));
    }
    if let [top, ..] = top {
        *top = carry.into();
    }
}

/// `a - b`, where `a >= b`, written over the zeros of `target`, which has as many words as `a`.
pub(super) fn subtract_to(target: &mut [u64], a: Magnitude<'_>, b: Magnitude<'_>) {
    debug_assert!(compare(a, b) != Ordering::Less);
    let (low, high) = a.split_at(b.len().min(a.len()));
    let (lower, higher) = target.split_at_mut(low.len());
    let mut borrow = false;
    let count = low.len();
    let (b, lower) = (&b[..count], &mut lower[..count]);
    for i in 0..count {
        (lower[i], borrow) = subtract_borrow(low[i], b[i], borrow);
    }
    let higher = &mut higher[..high.len()];
    for i in 0..high.len() {
        (higher[i], borrow) = high[i].overflowing_sub(u64::from(borrow));
    }
}

/// `a - b`, where `a >= b`.
pub(super) fn subtract(a: Magnitude<'_>, b: Magnitude<'_>) -> Vec<u64> {
    let mut difference = vec![0; a.len()];
    subtract_to(&mut difference, a, b);
    difference
}

/// Adds one in place.
pub(super) fn increment(words: &mut Vec<u64>) {
    for word in words.iter_mut() {
        let (sum, carry) = word.overflowing_add(1);
        *word = sum;
        if !carry {
            return;
        }
    }
    words.push(1);
}

/// `a * b` by the schoolbook method, for short operands, written over the zeros of `product`. That has at most
/// as many words as both together; what does not fit is zero.
pub(super) fn multiply_to(product: &mut [u64], a: Magnitude<'_>, b: Magnitude<'_>) {
    for (offset, &factor) in b.iter().enumerate() {
        let mut carry = 0u64;
        let (row, rest) = product[offset..].split_at_mut(a.len());
        let row = &mut row[..a.len()];
        for i in 0..a.len() {
            let wide = u128::from(a[i]) * u128::from(factor) + u128::from(row[i]) + u128::from(carry);
            row[i] = wide as u64;
            carry = (wide >> 64) as u64;
        }
        if let Some(top) = rest.first_mut() {
            *top = carry;
        }
    }
}

/// `(a / divisor, a % divisor)`, `divisor` not zero.
pub(super) fn divide_word(a: Magnitude<'_>, divisor: u64) -> (Vec<u64>, u64) {
    let mut quotient = a.to_vec();
    let remainder = divide_word_in_place(&mut quotient, divisor);
    (quotient, remainder)
}

/// Divides in place, and gives the remainder; `divisor` is not zero.
pub(super) fn divide_word_in_place(a: &mut [u64], divisor: u64) -> u64 {
    let reciprocal = Reciprocal::new(divisor);
    let mut remainder = 0;
    for word in a.iter_mut().rev() {
        (*word, remainder) = reciprocal.divide(remainder, *word);
    }
    remainder
}

/// `a % divisor`, `divisor` not zero.
pub(super) fn remainder_word(a: Magnitude<'_>, divisor: u64) -> u64 {
    let reciprocal = Reciprocal::new(divisor);
    a.iter().rev().fold(0, |remainder, &word| reciprocal.divide(remainder, word).1)
}

/// Division of two words by one with a precomputed reciprocal (Möller and Granlund, "Improved
/// division by invariant integers", 2011, algorithm 4).
struct Reciprocal {
    divisor: u64,
    reciprocal: u64,
    shift: u32,
}

impl Reciprocal {
    fn new(divisor: u64) -> Reciprocal {
        debug_assert!(divisor != 0);
        let shift = divisor.leading_zeros();
        let divisor = divisor << shift;
        // Minus 2^64, by truncation.
        Reciprocal { divisor, reciprocal: (u128::MAX / u128::from(divisor)) as u64, shift }
    }

    /// `(high * 2^64 + low) / divisor` and the remainder, for `high` below the divisor.
    #[inline(always)]
    fn divide(&self, high: u64, low: u64) -> (u64, u64) {
        let numerator = (u128::from(high) << 64 | u128::from(low)) << self.shift;
        let (high, low) = ((numerator >> 64) as u64, numerator as u64);
        let estimate = (u128::from(self.reciprocal) * u128::from(high)).wrapping_add(numerator);
        let mut quotient = ((estimate >> 64) as u64).wrapping_add(1);
        let mut remainder = low.wrapping_sub(quotient.wrapping_mul(self.divisor));
        if remainder > estimate as u64 {
            quotient = quotient.wrapping_sub(1);
            remainder = remainder.wrapping_add(self.divisor);
        }
        if remainder >= self.divisor {
            quotient = quotient.wrapping_add(1);
            remainder -= self.divisor;
        }
        (quotient, remainder >> self.shift)
    }
}

/// `words * factor + addend`, in place.
pub(super) fn multiply_add_word(words: &mut Vec<u64>, factor: u64, addend: u64) {
    let mut carry = addend;
    for word in words.iter_mut() {
        let wide = u128::from(*word) * u128::from(factor) + u128::from(carry);
        *word = wide as u64;
        carry = (wide >> 64) as u64;
    }
    if carry != 0 {
        words.push(carry);
    }
}

/// `a << shift`. The caller has bounded the size.
pub(super) fn shift_left(a: Magnitude<'_>, shift: u64) -> Vec<u64> {
    let (whole, part) = ((shift / 64) as usize, (shift % 64) as u32);
    let mut result = Vec::with_capacity(a.len() + whole + 1);
    result.resize(whole, 0);
    if part == 0 {
        result.extend_from_slice(a);
        return result;
    }
    let mut carry = 0;
    for &word in a {
        result.push(word << part | carry);
        carry = word >> (64 - part);
    }
    if carry != 0 {
        result.push(carry);
    }
    result
}

/// `a >> shift`, and whether a dropped bit was set.
pub(super) fn shift_right(a: Magnitude<'_>, shift: u64) -> (Vec<u64>, bool) {
    let whole = usize::try_from(shift / 64).unwrap_or(usize::MAX);
    if whole >= a.len() {
        return (Vec::new(), !a.is_empty());
    }
    let part = (shift % 64) as u32;
    let (dropped, kept) = a.split_at(whole);
    let lost = dropped.iter().any(|&word| word != 0);
    if part == 0 {
        return (kept.to_vec(), lost);
    }
    let next = kept.iter().skip(1).chain(std::iter::once(&0));
    let result = kept.iter().zip(next).map(|(&low, &high)| low >> part | high << (64 - part)).collect();
    (result, lost || kept[0] << (64 - part) != 0)
}

/// The bits `shift..shift + 64`, and whether a bit below them is set.
pub(super) fn bits_at(a: Magnitude<'_>, shift: u64) -> (u64, bool) {
    let whole = usize::try_from(shift / 64).unwrap_or(usize::MAX);
    if whole >= a.len() {
        return (0, !a.is_empty());
    }
    let part = (shift % 64) as u32;
    let lost = a[..whole].iter().any(|&word| word != 0);
    if part == 0 {
        return (a[whole], lost);
    }
    let high = a.get(whole + 1).copied().unwrap_or(0);
    (a[whole] >> part | high << (64 - part), lost || a[whole] << (64 - part) != 0)
}
