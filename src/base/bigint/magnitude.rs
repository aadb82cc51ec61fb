//! Loops over little-endian words: the unsigned arithmetic below the signs.

use std::cmp::Ordering;

use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// A magnitude without leading zero words; zero is the empty slice.
pub type Magnitude<'a> = &'a [u64];

/// Drops leading (most significant) zero words.
#[inline]
pub(super) fn trim(words: &[u64]) -> Magnitude<'_> {
    if let [.., top] = words
        && *top != 0
    {
        return words;
    }
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
#[inline]
pub fn compare(a: Magnitude<'_>, b: Magnitude<'_>) -> Ordering {
    if a.len() != b.len() { a.len().cmp(&b.len()) } else { compare_words(a, b) }
}

/// Compares two magnitudes of one length.
#[inline]
fn compare_words(a: &[u64], b: &[u64]) -> Ordering {
    for (a, b) in a.iter().zip(b).rev() {
        if a != b {
            return a.cmp(b);
        }
    }
    Ordering::Equal
}

/// [`compare`] that can be stopped.
pub(super) fn compare_watched(a: Magnitude<'_>, b: Magnitude<'_>, watch: Watch<'_>) -> Result<Ordering, Stopped> {
    if a.len() != b.len() {
        return Ok(a.len().cmp(&b.len()));
    }
    for (a, b) in a.rchunks(STRETCH).zip(b.rchunks(STRETCH)) {
        let order = compare_words(a, b);
        if order != Ordering::Equal {
            return Ok(order);
        }
        if a.len() == STRETCH {
            look(watch)?;
        }
    }
    Ok(Ordering::Equal)
}

/// The most words that `a + b` has: one more than the longer only if its top word might overflow.
#[inline]
pub fn sum_length(a: Magnitude<'_>, b: Magnitude<'_>) -> usize {
    let length = a.len().max(b.len());
    let top = |words: Magnitude<'_>| if words.len() == length { words.last().copied().unwrap_or(0) } else { 0 };
    // A carry from below counts one.
    let fits = top(a).checked_add(top(b)).is_some_and(|sum| sum < u64::MAX);
    length + usize::from(!fits)
}

/// `a + b` and the carry from below, written to `target`, which has `sum_length` words; or as many as the longer one,
/// where the carry that is returned goes on.
#[inline]
pub(super) fn add_to(target: &mut [u64], a: &[u64], b: &[u64], carry: bool) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let (low, high) = long.split_at(short.len());
    let (lower, higher) = target.split_at_mut(short.len());
    let mut carry = chain(lower, low, short, carry, u64::carrying_add);
    let (rest, top) = higher.split_at_mut(high.len());
    carry = carry_on(rest, high, carry, u64::overflowing_add);
    match top {
        [top, ..] => {
            *top = carry.into();
            false
        }
        [] => carry,
    }
}

/// `target = step(words, carry)` for slices of one length; the carry or borrow that `step` hands on.
#[inline(always)]
fn carry_on(target: &mut [u64], words: &[u64], mut carry: bool, step: impl Fn(u64, u64) -> (u64, bool)) -> bool {
    /// Fewer words are dealt with one by one even if there is no carry.
    const WORTH_A_COPY: usize = 16;
    let mut i = 0;
    while i < words.len() && (carry || words.len() - i < WORTH_A_COPY) {
        (target[i], carry) = step(words[i], carry.into());
        i += 1;
    }
    if i < words.len() {
        target[i..].copy_from_slice(&words[i..]);
    }
    carry
}

/// Adds `b` in place; the carry at the end of `target`, which has no fewer words.
#[inline]
pub(super) fn add_in_place(target: &mut [u64], b: &[u64]) -> bool {
    let (place, above) = target.split_at_mut(b.len());
    let mut carry = false;
    for (word, &more) in place.iter_mut().zip(b) {
        (*word, carry) = word.carrying_add(more, carry);
    }
    for word in above {
        if !carry {
            break;
        }
        (*word, carry) = word.overflowing_add(1);
    }
    carry
}

/// `target = step(a, b)` word by word for slices of one length; the carry or borrow that `step` hands on. Four words at a
/// time, between which the carry stays in its flag.
#[inline(always)]
fn chain(
    target: &mut [u64],
    a: &[u64],
    b: &[u64],
    mut carry: bool,
    step: impl Fn(u64, u64, bool) -> (u64, bool),
) -> bool {
    let ((t4, t), (a4, a), (b4, b)) = (target.as_chunks_mut::<4>(), a.as_chunks::<4>(), b.as_chunks::<4>());
    let count = t4.len();
    let (a4, b4) = (&a4[..count], &b4[..count]);
    for i in 0..count {
        let (t, a, b) = (&mut t4[i], &a4[i], &b4[i]);
        (t[0], carry) = step(a[0], b[0], carry);
        (t[1], carry) = step(a[1], b[1], carry);
        (t[2], carry) = step(a[2], b[2], carry);
        (t[3], carry) = step(a[3], b[3], carry);
    }
    let count = t.len();
    let (a, b) = (&a[..count], &b[..count]);
    for i in 0..count {
        (t[i], carry) = step(a[i], b[i], carry);
    }
    carry
}

/// `a - b` and the borrow from below, written to `target`, which has as many words as `a`, and `b` no more. The borrow
/// that goes on is false at the end of an `a >= b`.
#[inline]
pub(super) fn subtract_to(target: &mut [u64], a: &[u64], b: &[u64], borrow: bool) -> bool {
    let (low, high) = a.split_at(b.len().min(a.len()));
    let (lower, higher) = target.split_at_mut(low.len());
    let borrow = chain(lower, low, b, borrow, u64::borrowing_sub);
    carry_on(&mut higher[..high.len()], high, borrow, u64::overflowing_sub)
}

/// `a - b`, where `a >= b`.
pub(super) fn subtract(a: Magnitude<'_>, b: Magnitude<'_>) -> Vec<u64> {
    debug_assert!(compare(a, b) != Ordering::Less);
    let mut difference = vec![0; a.len()];
    subtract_to(&mut difference, a, b, false);
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

/// `a * b` by the schoolbook method, for short operands, `b` not empty, written to `product`. That has at most as many
/// words as both together, and at least as many as the product.
pub(super) fn multiply_to(product: &mut [u64], a: Magnitude<'_>, b: Magnitude<'_>) {
    for (offset, &factor) in b.iter().enumerate() {
        let (row, rest) = product[offset..].split_at_mut(a.len());
        let mut carry = 0u64;
        if offset == 0 {
            for i in 0..a.len() {
                (row[i], carry) = a[i].carrying_mul(factor, carry);
            }
        } else {
            for i in 0..a.len() {
                (row[i], carry) = a[i].carrying_mul_add(factor, row[i], carry);
            }
        }
        if let Some(top) = rest.first_mut() {
            *top = carry;
        }
    }
}

/// Writes `a / b` to `quotient` and what it leaves to `rest`. `b` has at least two words, its highest one not zero; `a`
/// has no fewer and less than `N`. There are `a.len() - b.len() + 1` words of the quotient and `b.len()` of the rest.
///
/// Knuth, "The Art of Computer Programming", volume 2, 4.3.1, algorithm D, with digits from the two highest words.
pub(super) fn divide_short<const N: usize>(
    a: Magnitude<'_>,
    b: Magnitude<'_>,
    quotient: &mut [u64; N],
    rest: &mut [u64; N],
) {
    let count = b.len();
    let mut divisor = [0; N];
    let shift = b[count - 1].leading_zeros();
    shift_words(&mut divisor[..count], b, shift);
    rest[a.len()] = shift_words(&mut rest[..a.len()], a, shift);
    let divisor = &divisor[..count];
    let by = Reciprocal2::new(divisor[count - 1], divisor[count - 2]);
    for j in (0..=a.len() - count).rev() {
        let part = &mut rest[j..=j + count];
        let (high, middle, low) = (part[count], part[count - 1], part[count - 2]);
        let mut digit = by.digit(high, middle, low);
        let (mut carry, mut borrow) = (0, false);
        for (word, &factor) in part.iter_mut().zip(divisor) {
            let product;
            (product, carry) = factor.carrying_mul(digit, carry);
            (*word, borrow) = word.borrowing_sub(product, borrow);
        }
        (part[count], borrow) = high.borrowing_sub(carry, borrow);
        if borrow {
            digit -= 1;
            // The carry takes back the borrow.
            add_in_place(part, divisor);
        }
        quotient[j] = digit;
    }
    if shift != 0 {
        for i in 0..count {
            rest[i] = rest[i] >> shift | rest[i + 1] << (64 - shift);
        }
    }
}

/// Writes `words << shift`, for a shift below 64; what goes over the top.
fn shift_words(target: &mut [u64], words: &[u64], shift: u32) -> u64 {
    let mut below = 0;
    for (target, &word) in target.iter_mut().zip(words) {
        // In two steps: a shift by all 64 bits is none.
        *target = word << shift | below >> 1 >> (63 - shift);
        below = word;
    }
    below >> 1 >> (63 - shift)
}

/// Writes `a / divisor` to the first words of `quotient`; the remainder. `divisor` is not zero.
#[inline]
pub(super) fn divide_word_to(quotient: &mut [u64], a: Magnitude<'_>, divisor: u64) -> u64 {
    let reciprocal = Reciprocal::new(divisor);
    let mut remainder = 0;
    for (target, &word) in quotient.iter_mut().zip(a).rev() {
        (*target, remainder) = reciprocal.divide(remainder, word);
    }
    remainder
}

/// `a / divisor` and the remainder, `divisor` not zero.
pub(super) fn divide_word(a: Magnitude<'_>, divisor: u64, watch: Watch<'_>) -> Result<(Vec<u64>, u64), Stopped> {
    let reciprocal = Reciprocal::new(divisor);
    let mut quotient = vec![0; a.len()];
    let mut remainder = 0;
    for (target, source) in quotient.rchunks_mut(STRETCH).zip(a.rchunks(STRETCH)) {
        for (target, &word) in target.iter_mut().zip(source).rev() {
            (*target, remainder) = reciprocal.divide(remainder, word);
        }
        if source.len() == STRETCH {
            look(watch)?;
        }
    }
    Ok((quotient, remainder))
}

/// Divides in place, and gives the remainder.
#[inline(always)]
pub(super) fn divide_in_place(a: &mut [u64], reciprocal: &Reciprocal) -> u64 {
    let mut remainder = 0;
    for word in a.iter_mut().rev() {
        (*word, remainder) = reciprocal.divide(remainder, *word);
    }
    remainder
}

/// `a % divisor`, `divisor` not zero.
pub(super) fn remainder_word(a: Magnitude<'_>, divisor: u64, watch: Watch<'_>) -> Result<u64, Stopped> {
    let reciprocal = Reciprocal::new(divisor);
    let mut remainder = 0;
    for part in a.rchunks(STRETCH) {
        remainder = part.iter().rev().fold(remainder, |remainder, &word| reciprocal.divide(remainder, word).1);
        if part.len() == STRETCH {
            look(watch)?;
        }
    }
    Ok(remainder)
}

/// Division of two words by one with a precomputed reciprocal (Möller and Granlund, "Improved
/// division by invariant integers", 2011, algorithm 4).
pub(super) struct Reciprocal {
    divisor: u64,
    reciprocal: u64,
    shift: u32,
}

/// `(2^128 - 1) / divisor - 2^64` for a divisor with its highest bit set: from a first approximation by Newton's
/// method, without a division of two words (the same paper, algorithm 3).
const fn reciprocal_word(divisor: u64) -> u64 {
    let (lowest, high9, high40) = (divisor & 1, divisor >> 55, (divisor >> 24) + 1);
    let half = (divisor >> 1) + lowest;
    let v0 = ((1 << 19) - (3 << 8)) / high9;
    let v1 = (v0 << 11) - ((v0 * v0 * high40) >> 40) - 1;
    let v2 = (v1 << 13) + ((v1 * ((1 << 60) - v1 * high40)) >> 47);
    let error = ((v2 >> 1) * lowest).wrapping_sub(v2.wrapping_mul(half));
    let v3 = (v2 << 31).wrapping_add(((v2 as u128 * error as u128) >> 65) as u64);
    let product = v3 as u128 * divisor as u128 + divisor as u128;
    v3.wrapping_sub((product >> 64) as u64).wrapping_sub(divisor)
}

impl Reciprocal {
    /// Of a divisor that is not zero.
    pub(super) const fn new(divisor: u64) -> Reciprocal {
        debug_assert!(divisor != 0);
        let shift = divisor.leading_zeros();
        let divisor = divisor << shift;
        Reciprocal { divisor, reciprocal: reciprocal_word(divisor), shift }
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

/// Division of three words by two (the same paper, algorithms 4 and 6).
struct Reciprocal2 {
    /// The divisor, its highest bit set.
    divisor: u128,
    reciprocal: u64,
}

impl Reciprocal2 {
    fn new(high: u64, low: u64) -> Reciprocal2 {
        let mut reciprocal = reciprocal_word(high);
        let (mut p, carry) = high.wrapping_mul(reciprocal).overflowing_add(low);
        if carry {
            reciprocal = reciprocal.wrapping_sub(1);
            if p >= high {
                reciprocal = reciprocal.wrapping_sub(1);
                p = p.wrapping_sub(high);
            }
            p = p.wrapping_sub(high);
        }
        let (below, top) = low.carrying_mul(reciprocal, 0);
        let (p, carry) = p.overflowing_add(top);
        if carry {
            reciprocal = reciprocal.wrapping_sub(1);
            if p > high || p == high && below >= low {
                reciprocal = reciprocal.wrapping_sub(1);
            }
        }
        Reciprocal2 { divisor: u128::from(high) << 64 | u128::from(low), reciprocal }
    }

    /// The quotient of three words of which the higher two are no more than the divisor, or the largest word.
    #[inline(always)]
    fn digit(&self, high: u64, middle: u64, low: u64) -> u64 {
        let numerator = u128::from(high) << 64 | u128::from(middle);
        if numerator >= self.divisor {
            return u64::MAX;
        }
        let (divisor_high, divisor_low) = ((self.divisor >> 64) as u64, self.divisor as u64);
        let estimate = (u128::from(self.reciprocal) * u128::from(high)).wrapping_add(numerator);
        let quotient = (estimate >> 64) as u64;
        let top = middle.wrapping_sub(quotient.wrapping_mul(divisor_high));
        let mut rest = (u128::from(top) << 64 | u128::from(low))
            .wrapping_sub(u128::from(divisor_low) * u128::from(quotient))
            .wrapping_sub(self.divisor);
        let mut quotient = quotient.wrapping_add(1);
        if (rest >> 64) as u64 >= estimate as u64 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.divisor);
        }
        if rest >= self.divisor { quotient.wrapping_add(1) } else { quotient }
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
pub(super) fn shift_left(a: Magnitude<'_>, shift: u64, watch: Watch<'_>) -> Result<Vec<u64>, Stopped> {
    let (whole, part) = ((shift / 64) as usize, (shift % 64) as u32);
    let mut result = vec![0; a.len() + whole + 1];
    let mut carry = 0;
    for (target, source) in result[whole..].chunks_mut(STRETCH).zip(a.chunks(STRETCH)) {
        for (target, &word) in target.iter_mut().zip(source) {
            let wide = u128::from(word) << part;
            *target = wide as u64 | carry;
            carry = (wide >> 64) as u64;
        }
        if source.len() == STRETCH {
            look(watch)?;
        }
    }
    match carry {
        0 => result.truncate(a.len() + whole),
        carry => result[a.len() + whole] = carry,
    }
    Ok(result)
}

/// `a >> shift`, and whether a dropped bit was set.
pub(super) fn shift_right(a: Magnitude<'_>, shift: u64, watch: Watch<'_>) -> Result<(Vec<u64>, bool), Stopped> {
    let whole = usize::try_from(shift / 64).unwrap_or(usize::MAX);
    if whole >= a.len() {
        return Ok((Vec::new(), !a.is_empty()));
    }
    let part = (shift % 64) as u32;
    let (dropped, kept) = a.split_at(whole);
    let lost = !is_zero(dropped, watch)?;
    let mut result = Vec::with_capacity(kept.len());
    for start in (0..kept.len()).step_by(STRETCH) {
        let end = kept.len().min(start + STRETCH);
        if part == 0 {
            result.extend_from_slice(&kept[start..end]);
        } else {
            let next = kept[start + 1..].iter().chain(std::iter::once(&0));
            result.extend(kept[start..end].iter().zip(next).map(|(&low, &high)| low >> part | high << (64 - part)));
        }
        if end - start == STRETCH {
            look(watch)?;
        }
    }
    Ok((result, lost || (part != 0 && kept[0] << (64 - part) != 0)))
}

/// Whether all words are zero.
fn is_zero(words: &[u64], watch: Watch<'_>) -> Result<bool, Stopped> {
    for part in words.chunks(STRETCH) {
        if part.iter().any(|&word| word != 0) {
            return Ok(false);
        }
        if part.len() == STRETCH {
            look(watch)?;
        }
    }
    Ok(true)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reciprocals_are_exact() {
        let mut state = 1u64;
        for round in 0..200_000u64 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let divisor = match round % 4 {
                0 => state,
                1 => u64::MAX - (state >> (round % 64)),
                2 => state >> (round % 64),
                _ => round,
            } | 1 << 63;
            assert_eq!(reciprocal_word(divisor), (u128::MAX / u128::from(divisor)) as u64, "{divisor}");
        }
    }
}
