//! Operations on huge numbers that look up from their work every few milliseconds, so that Ctrl-C can end them.
//!
//! The library works on numbers of any size without a pause. Here factors above [`PIECE_WORDS`] are cut into thirds and
//! multiplied by Toom-3 with Bodrato's sequence of steps, until the pieces are short enough for the library. Division,
//! text and what number theory needs rest on that product.

pub(super) mod divide;
mod huge;
pub(super) mod number_theory;
pub(super) mod text;

use super::value::ubig;
use super::{Int, IntError, IntRef, MAX_BITS, magnitude};
use crate::base::watch::copy;
use dashu_int::{IBig, Sign, UBig};

/// Factors of at most this many words are multiplied in one go, which takes some 10 milliseconds.
const PIECE_WORDS: usize = 20_000;

/// A product of a long and a short factor needs more products of words than these to be watched.
const LONG_PRODUCT: usize = 1 << 26;

/// Answers whether the work should stop.
pub type Stop<'a> = &'a dyn Fn() -> bool;

/// Whether a product of such factors is large enough to be watched.
pub fn is_long(a: IntRef<'_>, b: IntRef<'_>) -> bool {
    let words = |value: IntRef<'_>| match value {
        IntRef::Small(_) => 1,
        IntRef::Big { words, .. } => words.len(),
    };
    let (a, b) = (words(a), words(b));
    a.min(b) > PIECE_WORDS || (a.min(b) > 1 && a.saturating_mul(b) > LONG_PRODUCT)
}

/// `a * b`.
///
/// # Errors
/// `Interrupted` when `stop` says so, `TooLarge`.
pub fn multiply(a: IntRef<'_>, b: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    if magnitude::bit_length(a) + magnitude::bit_length(b) > MAX_BITS {
        return Err(IntError::TooLarge);
    }
    if a.len().max(b.len()) > huge::HUGE_WORDS {
        return Ok(Int::from_words(a_negative != b_negative, huge::multiply(a, b, stop)?));
    }
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if long.len() > 2 * short.len().max(PIECE_WORDS) {
        return Ok(Int::from_words(a_negative != b_negative, by_parts(long, &ubig(short), stop)?));
    }
    let result = product(&ubig(a), &ubig(b), stop)?;
    Ok(Int::from_ubig(a_negative != b_negative, result))
}

/// `base ** exponent`, by squaring, most significant bit first. Factors of two are put aside.
///
/// # Errors
/// `Interrupted` when `stop` says so.
pub(super) fn power(base: &IBig, exponent: usize, stop: Stop<'_>) -> Result<Int, IntError> {
    let negative = base.sign() == Sign::Negative && exponent % 2 == 1;
    let base: UBig = base.clone().into_parts().1;
    let twos = base.trailing_zeros().unwrap_or(0);
    let odd = base >> twos;
    let mut result = UBig::ONE;
    for bit in (0..usize::BITS - exponent.leading_zeros()).rev() {
        result = product(&result, &result, stop)?;
        if exponent >> bit & 1 == 1 {
            result = product(&result, &odd, stop)?;
        }
    }
    Ok(Int::from_ubig(negative, result << (twos * exponent)))
}

fn words(value: &UBig) -> usize {
    value.as_words().len()
}

/// An error if the work should stop.
pub(super) fn look(stop: Stop<'_>) -> Result<(), IntError> {
    if stop() { Err(IntError::Interrupted) } else { Ok(()) }
}

/// A copy of what may be very many words.
pub(super) fn copied(words: &[u64], stop: Stop<'_>) -> Result<Vec<u64>, IntError> {
    Ok(copy(words, stop)?.into_vec())
}

/// `a * b`.
pub(super) fn product(a: &UBig, b: &UBig, stop: Stop<'_>) -> Result<UBig, IntError> {
    look(stop)?;
    let (long, short) = if words(a) >= words(b) { (a, b) } else { (b, a) };
    if words(short) <= PIECE_WORDS && words(long) <= 4 * PIECE_WORDS {
        return Ok(if std::ptr::eq(a, b) { a.sqr() } else { long * short });
    }
    if words(long) > 2 * words(short) {
        return Ok(UBig::from_words(&by_parts(long.as_words(), short, stop)?));
    }
    toom_3(long, short, stop)
}

/// The words of a product with a long factor, which is taken in parts as long as the short one.
fn by_parts(long: &[u64], short: &UBig, stop: Stop<'_>) -> Result<Vec<u64>, IntError> {
    let size = words(short).max(PIECE_WORDS);
    let mut result = vec![0u64; long.len() + words(short)];
    for (number, part) in long.chunks(size).enumerate() {
        look(stop)?;
        let product = product(&UBig::from_words(part), short, stop)?;
        magnitude::add_in_place(&mut result[number * size..], product.as_words());
    }
    Ok(result)
}

/// The values of a polynomial of three coefficients at 0, 1, -1, -2 and infinity.
fn evaluate(value: &UBig, bits: usize, stop: Stop<'_>) -> Result<[IBig; 5], IntError> {
    let (low, rest) = value.clone().split_bits(bits);
    look(stop)?;
    let (middle, high) = rest.split_bits(bits);
    look(stop)?;
    let (low, middle, high) = (IBig::from(low), IBig::from(middle), IBig::from(high));
    let ends = &low + &high;
    look(stop)?;
    let one = &ends + &middle;
    look(stop)?;
    let minus_one = ends - middle;
    look(stop)?;
    let minus_two = &minus_one + &high;
    look(stop)?;
    let minus_two = minus_two << 1;
    look(stop)?;
    let minus_two = minus_two - &low;
    look(stop)?;
    Ok([low, one, minus_one, minus_two, high])
}

fn toom_3(a: &UBig, b: &UBig, stop: Stop<'_>) -> Result<UBig, IntError> {
    let bits = 64 * words(a).div_ceil(3);
    let p = evaluate(a, bits, stop)?;
    let q = if std::ptr::eq(a, b) { p.clone() } else { evaluate(b, bits, stop)? };
    let mut r: [IBig; 5] = Default::default();
    for i in 0..5 {
        let sign = p[i].sign() * q[i].sign();
        let (x, y) = (p[i].clone().into_parts().1, q[i].clone().into_parts().1);
        // A square needs one number only, and is quicker.
        let value = if x == y { product(&x, &x, stop)? } else { product(&x, &y, stop)? };
        r[i] = IBig::from_parts(sign, value);
    }
    let [low, one, minus_one, minus_two, high] = r;
    let mut third: IBig = minus_two - &one;
    look(stop)?;
    third /= IBig::from(3);
    look(stop)?;
    let mut first: IBig = one - &minus_one;
    look(stop)?;
    first >>= 1;
    look(stop)?;
    let mut second: IBig = minus_one - &low;
    look(stop)?;
    third = &second - third;
    look(stop)?;
    third >>= 1;
    look(stop)?;
    third += &high << 1;
    look(stop)?;
    second += &first;
    look(stop)?;
    second -= &high;
    look(stop)?;
    first -= &third;
    let mut result = high;
    for coefficient in [third, second, first, low] {
        look(stop)?;
        result <<= bits;
        look(stop)?;
        result += coefficient;
    }
    Ok(result.into_parts().1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number of so many words that looks random.
    pub(super) fn number(words: usize, seed: u64) -> UBig {
        let mut state = seed;
        let words: Vec<u64> = (0..words)
            .map(|_| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                state ^ state >> 29
            })
            .collect();
        UBig::from_words(&words)
    }

    #[test]
    fn products_are_the_librarys() {
        for (x, y) in
            [(20_001, 20_001), (61_000, 50_000), (90_000, 3), (130_000, 25_000), (20_001, 1), (90_001, 40_000)]
        {
            let (a, b) = (number(x, 1), number(y, 2));
            assert_eq!(product(&a, &b, &|| false).expect("not stopped"), &a * &b, "{x} by {y}");
        }
        let a = number(70_000, 3);
        assert_eq!(product(&a, &a, &|| false).expect("not stopped"), a.sqr());
    }

    #[test]
    fn powers_are_the_librarys() {
        for (base, exponent) in [(10, 300_000), (-12, 100_001), (3, 900_000), (-7, 2)] {
            let expected = Int::from_ibig(IBig::from(base).pow(exponent));
            let got = power(&IBig::from(base), exponent, &|| false).expect("not stopped");
            assert!(got.as_ref() == expected.as_ref(), "{base} ** {exponent}");
        }
    }

    #[test]
    fn work_stops_when_it_is_told_to() {
        let left = std::cell::Cell::new(5);
        let stop = || left.replace(left.get() - 1) == 0;
        assert_eq!(power(&IBig::from(10), 10_000_000, &stop).err(), Some(IntError::Interrupted));
    }
}
