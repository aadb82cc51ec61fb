//! Sums, differences, short products and logic that are not computed yet: who has memory for the words says where they
//! go.

use std::cmp::Ordering;

use super::bits::{Logic, TwosComplement};
use super::{Int, IntRef, MAX_BITS, magnitude};
use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// Up to this many words in the shorter factor the plain word loop wins over building operands for the library.
pub(super) const SCHOOLBOOK_WORDS: usize = 24;

/// A result to be written.
#[derive(Clone)]
pub struct Draft<'a> {
    /// Whether it is below zero.
    pub negative: bool,
    /// The most words that its magnitude has; 0 for zero.
    pub length: usize,
    operation: Operation,
    /// Whether an operand is below zero, for logic.
    signs: (bool, bool),
    a: &'a [u64],
    b: &'a [u64],
}

#[derive(Clone, Copy)]
enum Operation {
    Add,
    Subtract,
    Multiply,
    Logic(Logic),
    /// To the left by so many words and bits.
    ShiftLeft(usize, u32),
    /// To the right by so many bits.
    ShiftRight(u32),
}

/// The words of `words` in a range that may go beyond their end.
#[inline]
fn piece(words: &[u64], start: usize, end: usize) -> &[u64] {
    &words[start.min(words.len())..end.min(words.len())]
}

/// Writes the words of `a << bits` from `start` on.
#[inline]
fn shift_left(target: &mut [u64], a: &[u64], start: usize, bits: u32) {
    let mut below = start.checked_sub(1).and_then(|i| a.get(i).copied()).unwrap_or(0);
    let a = piece(a, start, a.len());
    for (i, place) in target.iter_mut().enumerate() {
        let word = a.get(i).copied().unwrap_or(0);
        *place = ((u128::from(word) << 64 | u128::from(below)) << bits >> 64) as u64;
        below = word;
    }
}

/// Writes the words of `a >> bits`, of which there are as many as `a` has, or one less.
#[inline]
fn shift_right(target: &mut [u64], a: &[u64], bits: u32) {
    for (i, place) in target.iter_mut().enumerate() {
        let above = a.get(i + 1).copied().unwrap_or(0);
        *place = ((u128::from(above) << 64 | u128::from(a[i])) >> bits) as u64;
    }
}

impl Draft<'_> {
    /// Computes the magnitude over `length` words that are zero. The highest ones may stay so.
    #[inline(always)]
    pub fn write(&self, target: &mut [u64]) {
        match self.operation {
            Operation::Add => _ = magnitude::add_to(target, self.a, self.b, false),
            Operation::Subtract => _ = magnitude::subtract_to(target, self.a, self.b, false),
            Operation::Multiply => magnitude::multiply_to(target, self.a, self.b),
            Operation::Logic(logic) if self.signs == (false, false) => logic.write_unsigned(self.a, self.b, target),
            Operation::Logic(logic) => logic.write(&mut self.operands(), self.negative, &mut true, target),
            Operation::ShiftLeft(words, bits) => shift_left(&mut target[words..], self.a, 0, bits),
            Operation::ShiftRight(bits) => shift_right(target, self.a, bits),
        }
    }

    /// [`Draft::write`], with a look at `watch` after each stretch of words.
    ///
    /// # Errors
    /// The watch said so.
    pub fn write_watched(&self, target: &mut [u64], watch: Watch<'_>) -> Result<(), Stopped> {
        if matches!(self.operation, Operation::Multiply) && self.b.len() > 1 {
            // Such products are short.
            self.write(target);
            return Ok(());
        }
        if let Operation::ShiftLeft(words, bits) = self.operation {
            for (index, target) in target[words..].chunks_mut(STRETCH).enumerate() {
                shift_left(target, self.a, index * STRETCH, bits);
                look(watch)?;
            }
            return Ok(());
        }
        let (mut operands, mut carry) = (self.operands(), matches!(self.operation, Operation::Logic(_)));
        let mut high = 0;
        for (index, target) in target.chunks_mut(STRETCH).enumerate() {
            let start = index * STRETCH;
            let end = start + target.len();
            let (a, b) = (piece(self.a, start, end), piece(self.b, start, end));
            match self.operation {
                Operation::Add => carry = magnitude::add_to(target, a, b, carry),
                Operation::Subtract => carry = magnitude::subtract_to(target, a, b, carry),
                Operation::Logic(logic) => logic.write(&mut operands, self.negative, &mut carry, target),
                Operation::ShiftLeft(..) => {}
                Operation::ShiftRight(bits) => shift_right(target, piece(self.a, start, end + 1), bits),
                // By one word.
                Operation::Multiply => {
                    let factor = self.b.first().copied().unwrap_or(0);
                    for (target, &word) in target.iter_mut().zip(a) {
                        (*target, high) = word.carrying_mul(factor, high);
                    }
                    if let Some(top) = target.get_mut(a.len()) {
                        *top = std::mem::take(&mut high);
                    }
                }
            }
            look(watch)?;
        }
        Ok(())
    }

    fn operands(&self) -> [TwosComplement<'_>; 2] {
        [TwosComplement::new(self.signs.0, self.a), TwosComplement::new(self.signs.1, self.b)]
    }

    /// The result.
    pub fn to_int(&self) -> Int {
        let mut words = vec![0; self.length];
        self.write(&mut words);
        Int::from_words(self.negative, words)
    }
}

/// The magnitudes are all that counts.
const UNSIGNED: (bool, bool) = (false, false);

/// Where the words of small operands of a draft lie.
#[derive(Default)]
pub struct Scratch([u64; 1], [u64; 1]);

/// `a & b`, `a | b` or `a ^ b`, to be computed.
#[inline(always)]
pub fn logic<'a>(a: IntRef<'a>, b: IntRef<'a>, logic: Logic, scratch: &'a mut Scratch) -> Draft<'a> {
    let (a_negative, a) = a.split(&mut scratch.0);
    let (b_negative, b) = b.split(&mut scratch.1);
    let negative = logic.of_signs(a_negative, b_negative);
    let length = match (logic, a_negative, b_negative) {
        // Above the end of a positive operand there are no ones.
        (Logic::And, false, false) => a.len().min(b.len()),
        (Logic::And, false, true) => a.len(),
        (Logic::And, true, false) => b.len(),
        // The magnitude of a negative result may have one bit more than the operands.
        _ => a.len().max(b.len()) + usize::from(negative),
    };
    Draft { negative, length, operation: Operation::Logic(logic), signs: (a_negative, b_negative), a, b }
}

/// `a + b`, or with `flip` `a - b`, to be computed.
#[inline(always)]
pub fn sum<'a>(a: IntRef<'a>, b: IntRef<'a>, flip: bool, scratch: &'a mut Scratch) -> Draft<'a> {
    let (a_negative, a) = a.split(&mut scratch.0);
    let (b_negative, b) = b.split(&mut scratch.1);
    let b_negative = b_negative != flip;
    if a_negative == b_negative {
        let length = magnitude::sum_length(a, b);
        return Draft { negative: a_negative, length, operation: Operation::Add, signs: UNSIGNED, a, b };
    }
    let operation = Operation::Subtract;
    match magnitude::compare(a, b) {
        Ordering::Equal => Draft { negative: false, length: 0, operation, signs: UNSIGNED, a: &[], b: &[] },
        Ordering::Greater => Draft { negative: a_negative, length: a.len(), operation, signs: UNSIGNED, a, b },
        Ordering::Less => Draft { negative: b_negative, length: b.len(), operation, signs: UNSIGNED, a: b, b: a },
    }
}

/// `a << count`, or with `right` `a >> count`, for `make` to compute, if `a` is above zero and the result not too large.
#[inline(always)]
pub fn shift<R>(a: IntRef<'_>, count: i64, right: bool, make: impl FnOnce(&Draft<'_>) -> R) -> Option<R> {
    let mut sa = [0];
    let (negative, a) = a.split(&mut sa);
    let count = u64::try_from(count).ok()?;
    if negative || a.is_empty() || (!right && count > MAX_BITS) {
        return None;
    }
    let (words, bits) = ((count / 64) as usize, (count % 64) as u32);
    let (length, operation, a) = match right {
        true => (a.len().saturating_sub(words), Operation::ShiftRight(bits), a.get(words..).unwrap_or(&[])),
        false => {
            let bits_after = magnitude::bit_length(a) + count;
            if bits_after > MAX_BITS {
                return None;
            }
            (bits_after.div_ceil(64) as usize, Operation::ShiftLeft(words, bits), a)
        }
    };
    Some(make(&Draft { negative: false, length, operation, signs: UNSIGNED, a, b: &[] }))
}

/// `a * b` for `make` to compute, if one of them is short.
#[inline(always)]
pub fn short_product<R>(a: IntRef<'_>, b: IntRef<'_>, make: impl FnOnce(&Draft<'_>) -> R) -> Option<R> {
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    let (a, b) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if b.len() > SCHOOLBOOK_WORDS || (a.len() > 1 << 12 && b.len() > 1) {
        return None;
    }
    let operation = Operation::Multiply;
    Some(make(&match b {
        [] => Draft { negative: false, length: 0, operation, signs: UNSIGNED, a: &[], b: &[] },
        b => {
            let bits = magnitude::bit_length(a) + magnitude::bit_length(b);
            Draft {
                negative: a_negative != b_negative,
                length: bits.div_ceil(64) as usize,
                operation,
                signs: UNSIGNED,
                a,
                b,
            }
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summed(a: IntRef<'_>, b: IntRef<'_>, flip: bool) -> Int {
        sum(a, b, flip, &mut Scratch::default()).to_int()
    }

    #[test]
    fn drafts_agree_with_128_bits() {
        let samples: Vec<i128> =
            [0, 1, 2, 3, (1 << 61) - 1, 1 << 62, (1 << 63) - 1, 1 << 63, (1 << 64) - 1, 1 << 64, (1 << 90) + 12345]
                .into_iter()
                .flat_map(|n| [n, -n])
                .collect();
        for &a in &samples {
            for &b in &samples {
                let (x, y) = (Int::from_i128(a), Int::from_i128(b));
                let (x, y) = (x.as_ref(), y.as_ref());
                assert_eq!(summed(x, y, false), Int::from_i128(a + b), "{a} + {b}");
                assert_eq!(summed(x, y, true), Int::from_i128(a - b), "{a} - {b}");
                if let Some(product) = a.checked_mul(b) {
                    assert_eq!(short_product(x, y, |draft| draft.to_int()), Some(Int::from_i128(product)), "{a} * {b}");
                }
            }
        }
        for a in (0..90).map(|n| (1i128 << n) + 12345) {
            let x = Int::from_i128(a);
            for count in 0..130 {
                if let Some(shifted) = shift(x.as_ref(), count, true, |draft| draft.to_int()) {
                    assert_eq!(shifted, Int::from_i128(a >> count.min(127)), "{a} >> {count}");
                }
                let shifted = shift(x.as_ref(), count, false, |draft| draft.to_int()).unwrap();
                let back = shift(shifted.as_ref(), count, true, |draft| draft.to_int());
                assert_eq!(back, Some(x.clone()), "{a} << {count}");
                assert_eq!(shifted, super::super::shift_left(x.as_ref(), IntRef::Small(count)).unwrap());
            }
        }
        let ones = |count| Int::from_words(false, vec![u64::MAX; count]);
        let (long, one) = (ones(5), Int::from_i64(1));
        let up = summed(long.as_ref(), one.as_ref(), false);
        assert_eq!(up, Int::from_words(false, vec![0, 0, 0, 0, 0, 1]));
        assert_eq!(summed(up.as_ref(), one.as_ref(), true), long);
        let square = short_product(long.as_ref(), long.as_ref(), |draft| draft.to_int()).unwrap();
        assert_eq!(
            square,
            Int::from_words(false, vec![1, 0, 0, 0, 0, u64::MAX - 1, u64::MAX, u64::MAX, u64::MAX, u64::MAX])
        );
    }
}
