//! Division of ints of a few words, for whom the results are written to the stack.

use std::cmp::Ordering;

use super::{IntRef, magnitude};

/// A quotient, rounded down, and a remainder with the divisor's sign: signs and trimmed magnitudes.
pub struct Quotient<'a> {
    pub quotient: (bool, &'a [u64]),
    pub remainder: (bool, &'a [u64]),
}

/// Words of the buffers of most divisions, and of those that are still worth having their results on the stack.
const FEW: usize = 16;
const MANY: usize = 64;

/// `divmod(a, b)` for `make` to take; `None` if that is for the general way: they are long, or `b` is zero.
#[inline]
pub fn short_divmod<R>(a: IntRef<'_>, b: IntRef<'_>, make: impl FnOnce(Quotient<'_>) -> R) -> Option<R> {
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    if b.is_empty() {
        return None;
    }
    let signs = (a_negative, b_negative);
    match a.len() {
        0..FEW => Some(divide::<FEW, R>(a, b, signs, make)),
        FEW..MANY if b.len() < MANY => Some(divide::<MANY, R>(a, b, signs, make)),
        _ => None,
    }
}

/// Division with buffers of `N` words, which is more than `a` has; `b` is not empty.
#[inline(never)]
fn divide<const N: usize, R>(
    a: &[u64],
    b: &[u64],
    (a_negative, b_negative): (bool, bool),
    make: impl FnOnce(Quotient<'_>) -> R,
) -> R {
    let opposite = a_negative != b_negative;
    let (mut quotient, mut rest, mut adjusted) = ([0; N], [0; N], [0; N]);
    let (quotient, mut remainder) = if magnitude::compare(a, b) == Ordering::Less {
        if opposite && !a.is_empty() && b.len() >= N {
            // The remainder is as long as the divisor.
            let rest = magnitude::subtract(b, a);
            let remainder = (b_negative, magnitude::trim(&rest));
            return make(Quotient { quotient: (true, &[1]), remainder });
        }
        (&mut quotient[..1], a)
    } else if let &[divisor] = b {
        rest[0] = magnitude::divide_word_to(&mut quotient, a, divisor);
        (&mut quotient[..=a.len()], &rest[..1])
    } else {
        magnitude::divide_short(a, b, &mut quotient, &mut rest);
        (&mut quotient[..a.len() - b.len() + 2], &rest[..b.len()])
    };
    remainder = magnitude::trim(remainder);
    if opposite && !remainder.is_empty() {
        for word in quotient.iter_mut() {
            let carry;
            (*word, carry) = word.overflowing_add(1);
            if !carry {
                break;
            }
        }
        let rest = &mut adjusted[..b.len()];
        magnitude::subtract_to(rest, b, remainder, false);
        remainder = magnitude::trim(rest);
    }
    let quotient = magnitude::trim(quotient);
    make(Quotient {
        quotient: (opposite && !quotient.is_empty(), quotient),
        remainder: (b_negative && !remainder.is_empty(), remainder),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Int, add, multiply};
    use super::*;

    /// Numbers of many lengths and shapes.
    fn samples() -> Vec<Int> {
        let mut samples = vec![Int::ZERO];
        let mut state = 1u64;
        for length in [1, 2, 3, 4, 7, 14, 15, 16, 17, 40, 62, 63, 64] {
            let mut random = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                state ^ state >> 29
            };
            let mut some: Vec<Vec<u64>> = vec![vec![u64::MAX; length], (0..length).map(|_| random()).collect()];
            let mut top = vec![0; length];
            top[length - 1] = 1 << 63;
            some.push(top.clone());
            top[0] = 1;
            some.push(top.clone());
            top[length - 1] = 1;
            some.push(top);
            for words in some {
                samples.push(Int::from_words(false, words.clone()));
                samples.push(Int::from_words(true, words));
            }
        }
        samples
    }

    #[test]
    fn quotient_and_remainder_make_the_dividend() {
        let samples = samples();
        for a in &samples {
            for b in &samples {
                let (a, b) = (a.as_ref(), b.as_ref());
                let result = short_divmod(a, b, |Quotient { quotient, remainder }| {
                    (Int::from_slice(quotient.0, quotient.1), Int::from_slice(remainder.0, remainder.1))
                });
                let Some((quotient, rest)) = result else {
                    continue;
                };
                let product = multiply(quotient.as_ref(), b).unwrap();
                assert_eq!(add(product.as_ref(), rest.as_ref()).as_ref(), a, "{a:?} {b:?}");
                assert!(rest.as_ref().is_zero() || rest.as_ref().is_negative() == b.is_negative());
                let magnitude = |n: IntRef<'_>| super::super::absolute(n);
                assert!(magnitude(rest.as_ref()).as_ref().compare(magnitude(b).as_ref()) == Ordering::Less);
            }
        }
    }
}
