//! Bits: shifts, logic in two's complement, counts.

use super::{Int, IntError, IntRef, MAX_BITS, Scratch, UNWATCHED, add, logic, magnitude};
use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// `a.bit_length()`.
pub fn bit_length(a: IntRef<'_>) -> u64 {
    match a {
        IntRef::Small(value) => bit_length_i64(value),
        IntRef::Big { words, .. } => magnitude::bit_length(magnitude::trim(words)),
    }
}

/// `value.bit_length()`.
#[inline]
pub fn bit_length_i64(value: i64) -> u64 {
    u64::from(64 - value.unsigned_abs().leading_zeros())
}

/// `a.bit_count()`: the ones in the magnitude.
///
/// # Errors
/// The watch said so.
pub fn bit_count(a: IntRef<'_>, watch: Watch<'_>) -> Result<u64, Stopped> {
    let words = match a {
        IntRef::Small(value) => return Ok(u64::from(value.unsigned_abs().count_ones())),
        IntRef::Big { words, .. } => words,
    };
    let mut count = 0;
    for part in words.chunks(STRETCH) {
        count += part.iter().map(|word| u64::from(word.count_ones())).sum::<u64>();
        if part.len() == STRETCH {
            look(watch)?;
        }
    }
    Ok(count)
}

/// Number of zero bits below the lowest one; `None` for zero.
pub fn trailing_zeros(a: IntRef<'_>) -> Option<u64> {
    let mut scratch = [0];
    let (_, words) = a.split(&mut scratch);
    let index = words.iter().position(|&word| word != 0)?;
    Some(index as u64 * 64 + u64::from(words[index].trailing_zeros()))
}

/// `a << shift`.
pub fn shift_left(a: IntRef<'_>, shift: IntRef<'_>) -> Result<Int, IntError> {
    shift_left_watched(a, shift, UNWATCHED)
}

/// [`shift_left`] that can be stopped.
pub fn shift_left_watched(a: IntRef<'_>, shift: IntRef<'_>, watch: Watch<'_>) -> Result<Int, IntError> {
    if shift.is_negative() {
        return Err(IntError::NegativeShift);
    }
    let mut scratch = [0];
    let (negative, words) = a.split(&mut scratch);
    if words.is_empty() {
        return Ok(Int::ZERO);
    }
    let room = MAX_BITS.saturating_sub(magnitude::bit_length(words));
    match shift.to_u64() {
        Some(shift) if shift <= room => match (words, shift) {
            ([word], 0..64) => Ok(Int::from_sign_u128(negative, u128::from(*word) << shift)),
            _ => Ok(Int::from_words(negative, magnitude::shift_left(words, shift, watch)?)),
        },
        _ => Err(IntError::TooLarge),
    }
}

/// `a >> shift`, rounding down.
pub fn shift_right(a: IntRef<'_>, shift: IntRef<'_>) -> Result<Int, IntError> {
    shift_right_watched(a, shift, UNWATCHED)
}

/// [`shift_right`] that can be stopped.
pub fn shift_right_watched(a: IntRef<'_>, shift: IntRef<'_>, watch: Watch<'_>) -> Result<Int, IntError> {
    if shift.is_negative() {
        return Err(IntError::NegativeShift);
    }
    let count = shift.to_u64().unwrap_or(u64::MAX);
    if let IntRef::Small(value) = a {
        return Ok(Int::from_i64(value >> count.min(63)));
    }
    let mut scratch = [0];
    let (negative, words) = a.split(&mut scratch);
    let (mut result, lost) = magnitude::shift_right(words, count, watch)?;
    if negative && lost {
        magnitude::increment(&mut result);
    }
    Ok(Int::from_words(negative, result))
}

/// `~a`.
pub fn invert(a: IntRef<'_>) -> Int {
    match a {
        IntRef::Small(value) => Int::from_i64(!value),
        IntRef::Big { negative, words } => {
            // ~a == -(a + 1)
            let sum = add(IntRef::Big { negative, words }, IntRef::Small(1));
            super::negate(sum.as_ref())
        }
    }
}

/// `a & b`.
pub fn and(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Int::from_i64(a & b);
    }
    logic(a, b, Logic::And, &mut Scratch::default()).to_int()
}

/// `a | b`.
pub fn or(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Int::from_i64(a | b);
    }
    logic(a, b, Logic::Or, &mut Scratch::default()).to_int()
}

/// `a ^ b`.
pub fn xor(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Int::from_i64(a ^ b);
    }
    logic(a, b, Logic::Xor, &mut Scratch::default()).to_int()
}

/// An operation on each bit.
#[derive(Clone, Copy, Debug)]
pub enum Logic {
    And,
    Or,
    Xor,
}

impl Logic {
    /// The sign of the result.
    pub(super) fn of_signs(self, a: bool, b: bool) -> bool {
        match self {
            Logic::And => a & b,
            Logic::Or => a | b,
            Logic::Xor => a ^ b,
        }
    }

    /// The result of two operands that are not below zero, over words that are zero.
    pub(super) fn write_unsigned(self, a: &[u64], b: &[u64], target: &mut [u64]) {
        let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
        let count = short.len().min(target.len());
        let (low, high) = target.split_at_mut(count);
        let (x, y) = (&long[..count], &short[..count]);
        match self {
            Logic::And => (0..count).for_each(|i| low[i] = x[i] & y[i]),
            Logic::Or => (0..count).for_each(|i| low[i] = x[i] | y[i]),
            Logic::Xor => (0..count).for_each(|i| low[i] = x[i] ^ y[i]),
        }
        if !matches!(self, Logic::And) {
            let rest = &long[count..];
            high[..rest.len()].copy_from_slice(rest);
        }
    }

    /// The next words of the result's magnitude. For a negative one `carry` is what negating it carries, true at first.
    pub(super) fn write(
        self,
        operands: &mut [TwosComplement<'_>; 2],
        negative: bool,
        carry: &mut bool,
        target: &mut [u64],
    ) {
        match self {
            Logic::And => combine(operands, negative, carry, target, |x, y| x & y),
            Logic::Or => combine(operands, negative, carry, target, |x, y| x | y),
            Logic::Xor => combine(operands, negative, carry, target, |x, y| x ^ y),
        }
    }
}

#[inline(always)]
fn combine(
    [left, right]: &mut [TwosComplement<'_>; 2],
    negative: bool,
    carry: &mut bool,
    target: &mut [u64],
    operation: impl Fn(u64, u64) -> u64,
) {
    for target in target.iter_mut() {
        *target = operation(left.next(), right.next());
    }
    if negative {
        for target in target {
            (*target, *carry) = (!*target).overflowing_add(u64::from(*carry));
        }
    }
}

/// Reads a magnitude word by word as two's complement, endlessly sign-extended.
pub(super) struct TwosComplement<'a> {
    words: std::slice::Iter<'a, u64>,
    negative: bool,
    carry: bool,
}

impl<'a> TwosComplement<'a> {
    pub(super) fn new(negative: bool, words: &'a [u64]) -> Self {
        TwosComplement { words: words.iter(), negative, carry: negative }
    }

    #[inline]
    pub(super) fn next(&mut self) -> u64 {
        let word = self.words.next().copied().unwrap_or(0);
        if !self.negative {
            return word;
        }
        let (word, carry) = (!word).overflowing_add(u64::from(self.carry));
        self.carry = carry;
        word
    }
}
