//! Products of factors so long that a single step of the library takes too long: Toom-3 by the same sequence of steps, on
//! vectors of words, with looks within each step.

use super::{Stop, look, product};
use crate::base::bigint::draft::{Scratch, sum};
use crate::base::bigint::{IntError, IntRef, magnitude};
use crate::base::watch::{STRETCH, copy};
use dashu_int::UBig;

/// Factors of at most this many words are left to the library's numbers, whose steps then take a few milliseconds.
pub(super) const HUGE_WORDS: usize = 1 << 20;

/// A number without zero words at its top.
struct Number {
    negative: bool,
    words: Vec<u64>,
}

impl Number {
    fn new(negative: bool, mut words: Vec<u64>) -> Number {
        words.truncate(magnitude::trim(&words).len());
        Number { negative, words }
    }

    fn as_ref(&self) -> IntRef<'_> {
        positive(&self.words, self.negative)
    }

    /// `self + other`, or with `flip` `self - other`.
    fn plus(&self, other: IntRef<'_>, flip: bool, stop: Stop<'_>) -> Result<Number, IntError> {
        add(self.as_ref(), other, flip, stop)
    }

    /// Twice the number.
    fn doubled(mut self, stop: Stop<'_>) -> Result<Number, IntError> {
        let mut carry = 0;
        for part in self.words.chunks_mut(STRETCH) {
            for word in part {
                (*word, carry) = (*word << 1 | carry, *word >> 63);
            }
            look(stop)?;
        }
        if carry > 0 {
            self.words.push(carry);
        }
        Ok(self)
    }

    /// Half of an even number.
    fn halved(mut self, stop: Stop<'_>) -> Result<Number, IntError> {
        let mut carry = 0;
        for part in self.words.rchunks_mut(STRETCH) {
            for word in part.iter_mut().rev() {
                (*word, carry) = (*word >> 1 | carry, *word << 63);
            }
            look(stop)?;
        }
        Ok(Number::new(self.negative, self.words))
    }

    /// A third of a multiple of three.
    fn third(mut self, stop: Stop<'_>) -> Result<Number, IntError> {
        /// Three times this is 1, modulo 2**64.
        const INVERSE: u64 = 0xaaaa_aaaa_aaaa_aaab;
        let mut carry = 0;
        for part in self.words.chunks_mut(STRETCH) {
            for word in part {
                let (rest, borrow) = word.overflowing_sub(carry);
                *word = rest.wrapping_mul(INVERSE);
                carry = ((u128::from(*word) * 3) >> 64) as u64 + u64::from(borrow);
            }
            look(stop)?;
        }
        Ok(Number::new(self.negative, self.words))
    }
}

fn positive(words: &[u64], negative: bool) -> IntRef<'_> {
    match magnitude::trim(words) {
        [] => IntRef::Small(0),
        words => IntRef::Big { negative, words },
    }
}

/// `a + b`, or with `flip` `a - b`.
fn add(a: IntRef<'_>, b: IntRef<'_>, flip: bool, stop: Stop<'_>) -> Result<Number, IntError> {
    let mut scratch = Scratch::default();
    let draft = sum(a, b, flip, &mut scratch);
    let mut words = vec![0; draft.length];
    draft.write_watched(&mut words, stop).map_err(|_| IntError::Interrupted)?;
    Ok(Number::new(draft.negative, words))
}

/// The words of `a * b`, perhaps with zeros at their top.
pub(super) fn multiply(a: &[u64], b: &[u64], stop: Stop<'_>) -> Result<Vec<u64>, IntError> {
    look(stop)?;
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return Ok(Vec::new());
    }
    if long.len() <= HUGE_WORDS {
        let long = UBig::from_words(long);
        let value = match std::ptr::eq(a, b) {
            true => product(&long, &long, stop)?,
            false => product(&long, &UBig::from_words(short), stop)?,
        };
        return Ok(copy(value.as_words(), stop).map_err(|_| IntError::Interrupted)?.into_vec());
    }
    if long.len() > 2 * short.len() {
        let mut result = vec![0; long.len() + short.len()];
        let size = short.len().max(HUGE_WORDS / 2);
        for (number, part) in long.chunks(size).enumerate() {
            let part = multiply(part, short, stop)?;
            add_at(&mut result[number * size..], magnitude::trim(&part), stop)?;
        }
        return Ok(result);
    }
    toom_3(long, short, stop)
}

/// The values of a polynomial of three coefficients at 1, -1 and -2.
fn evaluate(parts: [&[u64]; 3], stop: Stop<'_>) -> Result<[Number; 3], IntError> {
    let [low, middle, high] = parts.map(|part| positive(part, false));
    let ends = add(low, high, false, stop)?;
    let one = ends.plus(middle, false, stop)?;
    let minus_one = ends.plus(middle, true, stop)?;
    let minus_two = minus_one.plus(high, false, stop)?.doubled(stop)?.plus(low, true, stop)?;
    Ok([one, minus_one, minus_two])
}

/// A number in three parts of a size, from the lowest.
fn thirds(words: &[u64], size: usize) -> [&[u64]; 3] {
    let (low, rest) = words.split_at(size.min(words.len()));
    let (middle, high) = rest.split_at(size.min(rest.len()));
    [low, middle, high]
}

/// `a` is the longer one.
fn toom_3(a: &[u64], b: &[u64], stop: Stop<'_>) -> Result<Vec<u64>, IntError> {
    let size = a.len().div_ceil(3);
    let is_square = std::ptr::eq(a, b);
    let (p, q) = (thirds(a, size), thirds(b, size));
    let at_zero = Number::new(false, multiply(p[0], q[0], stop)?);
    let at_infinity = Number::new(false, multiply(p[2], q[2], stop)?);
    let x = evaluate(p, stop)?;
    let y = if is_square { None } else { Some(evaluate(q, stop)?) };
    let value = |i: usize| -> Result<Number, IntError> {
        let y = y.as_ref().unwrap_or(&x);
        let words = multiply(&x[i].words, &y[i].words, stop)?;
        Ok(Number::new(x[i].negative != y[i].negative, words))
    };
    let (one, minus_one, minus_two) = (value(0)?, value(1)?, value(2)?);
    drop((x, y));
    let third = minus_two.plus(one.as_ref(), true, stop)?.third(stop)?;
    let first = one.plus(minus_one.as_ref(), true, stop)?.halved(stop)?;
    let second = minus_one.plus(at_zero.as_ref(), true, stop)?;
    drop((one, minus_one, minus_two));
    let third = second.plus(third.as_ref(), true, stop)?.halved(stop)?;
    let third = third.plus(at_infinity.as_ref(), false, stop)?.plus(at_infinity.as_ref(), false, stop)?;
    let second = second.plus(first.as_ref(), false, stop)?.plus(at_infinity.as_ref(), true, stop)?;
    let first = first.plus(third.as_ref(), true, stop)?;
    let mut result = vec![0; a.len() + b.len()];
    for (place, coefficient) in [at_zero, first, second, third, at_infinity].iter().enumerate() {
        debug_assert!(!coefficient.negative);
        // What is beyond the end is zero.
        let place = (place * size).min(result.len());
        add_at(&mut result[place..], &coefficient.words, stop)?;
    }
    Ok(result)
}

/// Adds words to others, which have room for the sum.
fn add_at(target: &mut [u64], words: &[u64], stop: Stop<'_>) -> Result<(), IntError> {
    for (number, words) in words.chunks(STRETCH).enumerate() {
        magnitude::add_in_place(&mut target[number * STRETCH..], words);
        look(stop)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::number;
    use super::*;

    #[test]
    fn products_are_the_librarys() {
        for (x, y) in [(9, 9), (10, 7), (100, 99), (3001, 1700), (4000, 2001), (30, 15), (500, 20), (5, 3)] {
            for seed in 0..3 {
                let (a, b) = (number(x, seed), number(y, seed + 7));
                let expected = &a * &b;
                let got = toom_3(a.as_words(), b.as_words(), &|| false).expect("not stopped");
                assert_eq!(UBig::from_words(&got), expected, "{x} by {y}");
                let ones = |count: usize| (UBig::ONE << (64 * count)) - UBig::ONE;
                let got = toom_3(ones(x).as_words(), ones(y).as_words(), &|| false).expect("not stopped");
                assert_eq!(UBig::from_words(&got), ones(x) * ones(y), "ones, {x} by {y}");
            }
            let a = number(x, 5);
            let got = toom_3(a.as_words(), a.as_words(), &|| false).expect("not stopped");
            assert_eq!(UBig::from_words(&got), a.sqr());
        }
        let (a, b) = (number(HUGE_WORDS + 5, 1), number(1000, 2));
        let got = multiply(a.as_words(), b.as_words(), &|| false).expect("not stopped");
        assert_eq!(UBig::from_words(&got), a * b);
    }
}
