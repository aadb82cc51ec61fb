//! Sums, differences and short products that are not computed yet: who has memory for the words says where they go.

use std::cmp::Ordering;

use super::{Int, IntRef, magnitude};

/// Up to this many words in the shorter factor the plain word loop wins over building operands for the library.
pub(super) const SCHOOLBOOK_WORDS: usize = 24;

/// A result to be written.
pub struct Draft<'a> {
    /// Whether it is below zero.
    pub negative: bool,
    /// The most words that its magnitude has; 0 for zero.
    pub length: usize,
    operation: Operation,
    a: &'a [u64],
    b: &'a [u64],
}

enum Operation {
    Add,
    Subtract,
    Multiply,
}

impl Draft<'_> {
    /// Computes the magnitude over `length` words that are zero. The highest ones may stay so.
    pub fn write(&self, target: &mut [u64]) {
        match self.operation {
            Operation::Add => magnitude::add_to(target, self.a, self.b),
            Operation::Subtract => magnitude::subtract_to(target, self.a, self.b),
            Operation::Multiply => magnitude::multiply_to(target, self.a, self.b),
        }
    }

    /// The result.
    pub fn to_int(&self) -> Int {
        let mut words = vec![0; self.length];
        self.write(&mut words);
        Int::from_words(self.negative, words)
    }
}

/// `a + b`, or with `flip` `a - b`, for `make` to compute.
#[inline]
pub fn sum<R>(a: IntRef<'_>, b: IntRef<'_>, flip: bool, make: impl FnOnce(&Draft<'_>) -> R) -> R {
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    let b_negative = b_negative != flip;
    if a_negative == b_negative {
        let length = magnitude::sum_length(a, b);
        return make(&Draft { negative: a_negative, length, operation: Operation::Add, a, b });
    }
    let operation = Operation::Subtract;
    make(&match magnitude::compare(a, b) {
        Ordering::Equal => Draft { negative: false, length: 0, operation, a: &[], b: &[] },
        Ordering::Greater => Draft { negative: a_negative, length: a.len(), operation, a, b },
        Ordering::Less => Draft { negative: b_negative, length: b.len(), operation, a: b, b: a },
    })
}

/// `a * b` for `make` to compute, if one of them is short.
#[inline]
pub fn short_product<R>(a: IntRef<'_>, b: IntRef<'_>, make: impl FnOnce(&Draft<'_>) -> R) -> Option<R> {
    let (mut sa, mut sb) = ([0], [0]);
    let (a_negative, a) = a.split(&mut sa);
    let (b_negative, b) = b.split(&mut sb);
    let (a, b) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if b.len() > SCHOOLBOOK_WORDS || a.len() > 1 << 12 {
        return None;
    }
    let operation = Operation::Multiply;
    Some(make(&match b {
        [] => Draft { negative: false, length: 0, operation, a: &[], b: &[] },
        b => {
            let bits = magnitude::bit_length(a) + magnitude::bit_length(b);
            Draft { negative: a_negative != b_negative, length: bits.div_ceil(64) as usize, operation, a, b }
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

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
                assert_eq!(sum(x, y, false, |draft| draft.to_int()), Int::from_i128(a + b), "{a} + {b}");
                assert_eq!(sum(x, y, true, |draft| draft.to_int()), Int::from_i128(a - b), "{a} - {b}");
                if let Some(product) = a.checked_mul(b) {
                    assert_eq!(short_product(x, y, |draft| draft.to_int()), Some(Int::from_i128(product)), "{a} * {b}");
                }
            }
        }
        let ones = |count| Int::from_words(false, vec![u64::MAX; count]);
        let (long, one) = (ones(5), Int::from_i64(1));
        let up = sum(long.as_ref(), one.as_ref(), false, |draft| draft.to_int());
        assert_eq!(up, Int::from_words(false, vec![0, 0, 0, 0, 0, 1]));
        assert_eq!(sum(up.as_ref(), one.as_ref(), true, |draft| draft.to_int()), long);
        let square = short_product(long.as_ref(), long.as_ref(), |draft| draft.to_int()).unwrap();
        assert_eq!(
            square,
            Int::from_words(false, vec![1, 0, 0, 0, 0, u64::MAX - 1, u64::MAX, u64::MAX, u64::MAX, u64::MAX])
        );
    }
}
