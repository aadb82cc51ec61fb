//! Greatest common divisors, inverses, powers in a ring and square roots that can be stopped.

use super::divide::{div_rem, div_rem_words};
use super::{Stop, copied, look, product, words};
use crate::base::bigint::{IntError, magnitude};
use crate::base::watch::STRETCH;
use dashu_int::fast_div::ConstDivisor;
use dashu_int::ops::{BitTest, ExtendedGcd, Gcd, SquareRoot};
use dashu_int::{IBig, Sign, UBig};
use std::cmp::Ordering;

/// Numbers of at most this many words are left to the library.
const PIECE_WORDS: usize = 1_000;

/// Whether numbers of so many words take long enough to be watched.
pub fn is_long(words: usize) -> bool {
    words > PIECE_WORDS
}

/// The steps of Euclid's algorithm that the leading bits of two numbers decide, as a matrix: Knuth, TAOCP 4.5.2,
/// algorithm L. `None` if they decide none.
fn leading_steps(mut x: i128, mut y: i128) -> Option<[i64; 4]> {
    let (mut a, mut b, mut c, mut d) = (1i128, 0i128, 0i128, 1i128);
    while y + c != 0 && y + d != 0 {
        let q = (x + a) / (y + c);
        if q != (x + b) / (y + d) {
            break;
        }
        let (next_c, next_d) = (a - q * c, b - q * d);
        if next_c.unsigned_abs() >> 62 != 0 || next_d.unsigned_abs() >> 62 != 0 {
            break;
        }
        (a, b, c, d) = (c, d, next_c, next_d);
        (x, y) = (y, x - q * y);
    }
    (b != 0).then_some([a as i64, b as i64, c as i64, d as i64])
}

/// The bits of a number from bit `from` on, which are at most 126.
fn bits_from(value: &[u64], from: usize) -> i128 {
    let (word, shift) = (from / 64, from % 64);
    let at = |index: usize| u128::from(value.get(index).copied().unwrap_or(0));
    let low = at(word) | at(word + 1) << 64;
    let bits = if shift == 0 { low } else { low >> shift | at(word + 2) << (128 - shift) };
    bits as i128
}

fn combine(p: i64, x: &IBig, q: i64, y: &IBig) -> IBig {
    IBig::from(p) * x + IBig::from(q) * y
}

/// `x * y`.
fn times(x: &IBig, y: &IBig, stop: Stop<'_>) -> Result<IBig, IntError> {
    let ((_, x_words), (_, y_words)) = (x.as_sign_words(), y.as_sign_words());
    let size = product(&UBig::from_words(x_words), &UBig::from_words(y_words), stop)?;
    Ok(IBig::from_parts(x.sign() * y.sign(), size))
}

/// Takes steps of Euclid's algorithm in place; `a >= b`, which stays so.
fn take_steps(
    a: &mut Vec<u64>,
    b: &mut Vec<u64>,
    [mut p, mut q, mut r, mut s]: [i64; 4],
    stop: Stop<'_>,
) -> Result<(), IntError> {
    b.resize(a.len(), 0);
    // The factors in a row have different signs: let the first be above zero in the first row, below it in the second.
    if q > 0 {
        std::mem::swap(a, b);
        [p, q, r, s] = [q, p, s, r];
    }
    debug_assert!(p > 0 && q <= 0 && r <= 0 && s > 0);
    let [p, q, r, s] = [p, q, r, s].map(|factor| u128::from(factor.unsigned_abs()));
    // Factors have 62 bits at most: the differences of products have 127.
    let (mut upper, mut lower) = (0i128, 0i128);
    for (a, b) in a.chunks_mut(STRETCH).zip(b.chunks_mut(STRETCH)) {
        for (x, y) in a.iter_mut().zip(b) {
            let (wide_x, wide_y) = (u128::from(*x), u128::from(*y));
            upper += (p * wide_x) as i128 - (q * wide_y) as i128;
            lower += (s * wide_y) as i128 - (r * wide_x) as i128;
            (*x, *y) = (upper as u64, lower as u64);
            (upper, lower) = (upper >> 64, lower >> 64);
        }
        look(stop)?;
    }
    debug_assert!(upper == 0 && lower == 0);
    a.truncate(magnitude::trim(a).len());
    b.truncate(magnitude::trim(b).len());
    Ok(())
}

/// Euclid's algorithm until the smaller number has few words; with what `a` is to be multiplied by to give either,
/// modulo `b`, if that is asked for.
fn shorten(
    mut a: Vec<u64>,
    mut b: Vec<u64>,
    cofactors: bool,
    stop: Stop<'_>,
) -> Result<(Vec<u64>, Vec<u64>, [IBig; 2]), IntError> {
    let mut factors = [IBig::ONE, IBig::ZERO];
    if magnitude::compare_watched(&a, &b, stop)? == Ordering::Less {
        std::mem::swap(&mut a, &mut b);
        factors.swap(0, 1);
    }
    while b.len() > PIECE_WORDS {
        look(stop)?;
        let from = magnitude::bit_length(&a) as usize - 126;
        match leading_steps(bits_from(&a, from), bits_from(&b, from)) {
            Some(steps) => {
                take_steps(&mut a, &mut b, steps, stop)?;
                // These become long only where all the rest takes hours.
                if cofactors {
                    let ([p, q, r, s], [f, g]) = (steps, &factors);
                    factors = [combine(p, f, q, g), combine(r, f, s, g)];
                }
            }
            None => {
                let (quotient, rest) = div_rem_words(a, &b, stop)?;
                a = std::mem::replace(&mut b, rest);
                if cofactors {
                    let [f, g] = factors;
                    let taken = times(&IBig::from(UBig::from_words(&quotient)), &g, stop)?;
                    factors = [g, f - taken];
                }
            }
        }
    }
    Ok((a, b, factors))
}

/// The greatest common divisor of magnitudes without zeros at their top.
///
/// # Errors
/// `Interrupted` when `stop` says so.
pub fn gcd(a: &[u64], b: &[u64], stop: Stop<'_>) -> Result<Vec<u64>, IntError> {
    let (a, b, _) = shorten(copied(a, stop)?, copied(b, stop)?, false, stop)?;
    if b.is_empty() {
        return Ok(a);
    }
    let (_, rest) = div_rem_words(a, &b, stop)?;
    Ok(match rest.is_empty() {
        true => b,
        false => UBig::from_words(&b).gcd(UBig::from_words(&rest)).as_words().to_vec(),
    })
}

/// The inverse of `base` for `modulus`, below it.
///
/// # Errors
/// `NotInvertible`, `Interrupted` when `stop` says so.
pub fn inverse(base: UBig, modulus: &UBig, stop: Stop<'_>) -> Result<UBig, IntError> {
    let (a, b) = (copied(base.as_words(), stop)?, copied(modulus.as_words(), stop)?);
    let (a, b, [f, g]) = shorten(a, b, true, stop)?;
    let factor = if b.is_empty() {
        if a != [1] {
            return Err(IntError::NotInvertible);
        }
        f
    } else {
        let (quotient, rest) = div_rem_words(a, &b, stop)?;
        if rest.is_empty() {
            if b != [1] {
                return Err(IntError::NotInvertible);
            }
            g
        } else {
            let (common, s, t) = UBig::from_words(&b).gcd_ext(UBig::from_words(&rest));
            if !common.is_one() {
                return Err(IntError::NotInvertible);
            }
            // One is s * b + t * (a - quotient * b).
            let g_factor = s - times(&IBig::from(UBig::from_words(&quotient)), &t, stop)?;
            times(&f, &t, stop)? + times(&g_factor, &g, stop)?
        }
    };
    let (sign, size) = factor.into_parts();
    let (_, rest) = div_rem(size, modulus, stop)?;
    Ok(if sign == Sign::Negative && !rest.is_zero() { modulus - rest } else { rest })
}

/// `base ** exponent % modulus` by squaring, most significant bit first.
///
/// # Errors
/// `Interrupted` when `stop` says so.
pub fn power_modulo(base: UBig, exponent: &UBig, modulus: &UBig, stop: Stop<'_>) -> Result<UBig, IntError> {
    let bits = (0..exponent.bit_len()).rev().map(|bit| exponent.as_words()[bit / 64] >> (bit % 64) & 1 == 1);
    if words(modulus) <= 4 * PIECE_WORDS {
        let ring = ConstDivisor::new(modulus.clone());
        let base = ring.reduce(base);
        let mut result = ring.reduce(1u8);
        for bit in bits {
            if stop() {
                return Err(IntError::Interrupted);
            }
            result = result.sqr();
            if bit {
                result *= &base;
            }
        }
        return Ok(result.residue());
    }
    let mut result = UBig::ONE;
    for bit in bits {
        (_, result) = div_rem(product(&result, &result, stop)?, modulus, stop)?;
        if bit {
            (_, result) = div_rem(product(&result, &base, stop)?, modulus, stop)?;
        }
    }
    Ok(result)
}

/// The square root, cut to an integer: each step doubles the number of right bits, as CPython's `math.isqrt` does.
///
/// # Errors
/// `Interrupted` when `stop` says so.
pub fn square_root(value: &UBig, stop: Stop<'_>) -> Result<UBig, IntError> {
    let whole = (value.bit_len() - 1) / 2;
    // The first so many bits of the root are the library's.
    let mut steps: Vec<usize> = Vec::new();
    let mut precision = whole;
    while precision > 64 * PIECE_WORDS {
        steps.push(precision);
        precision /= 2;
    }
    let mut root = (value >> (2 * (whole - precision))).sqrt();
    for next in steps.into_iter().rev() {
        let (quotient, _) = div_rem(value >> (2 * whole + 1 - next - precision), &root, stop)?;
        root = (root << (next - precision - 1)) + quotient;
        precision = next;
    }
    if product(&root, &root, stop)? > *value {
        root -= UBig::ONE;
    }
    Ok(root)
}

#[cfg(test)]
mod tests {
    use super::super::tests::number;
    use super::*;

    #[test]
    fn common_divisors_are_the_librarys() {
        let found =
            |a: &UBig, b: &UBig| UBig::from_words(&gcd(a.as_words(), b.as_words(), &|| false).expect("not stopped"));
        let common = number(900, 1);
        for (x, y) in [(1_500, 1_400), (4_000, 1_200), (1_100, 1_101), (9_500, 9_400), (9_500, 4_500)] {
            let (a, b) = (number(x, 2) * &common, number(y, 3) * &common);
            assert_eq!(found(&a, &b), (&a).gcd(&b), "{x}, {y}");
            assert_eq!(found(&a, &(&a >> 3)), (&a).gcd(&a >> 3), "{x}");
            assert_eq!(found(&(UBig::ONE << (64 * x)), &a), (UBig::ONE << (64 * x)).gcd(&a), "{x}");
        }
        let a = number(3_000, 4);
        assert_eq!(found(&a, &a), a);
        assert_eq!(found(&a, &(&a * 7u8)), a);
        assert_eq!(found(&(&a * 34u8), &(&a * 55u8)), a);
    }

    #[test]
    fn inverses_give_one() {
        for (x, y) in [(1_500, 1_600), (2_500, 1_200), (3, 1_300)] {
            let (base, modulus) = (number(x, 5), number(y, 6));
            match inverse(&base % &modulus, &modulus, &|| false) {
                Ok(inverse) => assert!((inverse * base % modulus).is_one()),
                Err(error) => {
                    assert_eq!(error, IntError::NotInvertible);
                    assert!(!base.gcd(modulus).is_one());
                }
            }
        }
        let modulus = number(1_300, 7) * 2u8;
        assert_eq!(inverse(number(1_200, 8) * 2u8, &modulus, &|| false), Err(IntError::NotInvertible));
    }

    #[test]
    fn powers_in_a_ring_are_the_librarys() {
        for size in [40, 4_100] {
            let (base, exponent, modulus) = (number(size, 1), number(1, 2), number(size, 3));
            let ring = ConstDivisor::new(modulus.clone());
            let expected = ring.reduce(base.clone()).pow(&exponent).residue();
            let base = base % &modulus;
            assert_eq!(power_modulo(base, &exponent, &modulus, &|| false).expect("not stopped"), expected);
        }
    }

    #[test]
    fn roots_are_the_librarys() {
        for size in [2_100, 2_501, 9_000] {
            let value = number(size, 3);
            assert_eq!(square_root(&value, &|| false).expect("not stopped"), value.sqrt(), "{size}");
            let root = number(size / 2, 4);
            let square = root.sqr();
            assert_eq!(square_root(&square, &|| false).expect("not stopped"), root);
            assert_eq!(square_root(&(square - UBig::ONE), &|| false).expect("not stopped"), root - UBig::ONE);
        }
    }
}
