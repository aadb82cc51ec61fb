//! Sums and products of floats with a single rounding at the end.

use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// Why a sum has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumError {
    /// A partial sum overflowed although the summands are finite.
    Overflow,
    /// Both infinities were added.
    Opposite,
}

/// A sum kept as non-overlapping partial sums in increasing order (Shewchuk, "Adaptive Precision Floating-Point
/// Arithmetic and Fast Robust Geometric Predicates", 1997).
#[derive(Default)]
pub struct FloatSum {
    partials: Vec<f64>,
    special: f64,
    infinite: f64,
    has_special: bool,
}

impl FloatSum {
    /// Adds a number.
    ///
    /// # Errors
    /// `Overflow`.
    pub fn add(&mut self, x: f64) -> Result<(), SumError> {
        let original = x;
        let mut x = x;
        let mut kept = 0;
        for i in 0..self.partials.len() {
            let mut y = self.partials[i];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                self.partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.partials.truncate(kept);
        if x != 0.0 {
            if !x.is_finite() {
                if original.is_finite() {
                    return Err(SumError::Overflow);
                }
                if original.is_infinite() {
                    self.infinite += original;
                }
                self.special += original;
                self.has_special = true;
                self.partials.clear();
            } else {
                self.partials.push(x);
            }
        }
        Ok(())
    }

    /// The sum, rounded once, half to even.
    ///
    /// # Errors
    /// `Opposite`.
    pub fn finish(&self) -> Result<f64, SumError> {
        if self.has_special && self.special != 0.0 {
            return if self.infinite.is_nan() { Err(SumError::Opposite) } else { Ok(self.special) };
        }
        let mut rest = self.partials.as_slice();
        let Some((&last, before)) = rest.split_last() else { return Ok(0.0) };
        rest = before;
        let (mut high, mut low) = (last, 0.0);
        while let Some((&y, before)) = rest.split_last() {
            rest = before;
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                break;
            }
        }
        // A tie is decided by the sign of what comes behind it.
        if let Some(&next) = rest.last()
            && (low < 0.0 && next < 0.0 || low > 0.0 && next > 0.0)
        {
            let y = low * 2.0;
            let x = high + y;
            if y == x - high {
                high = x;
            }
        }
        Ok(high)
    }
}

/// `a + b` as the rounded sum and its error.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let x = a + b;
    let z = x - a;
    (x, (a - (x - z)) + (b - z))
}

/// The same for `|a| >= |b|`.
fn fast_two_sum(a: f64, b: f64) -> (f64, f64) {
    let x = a + b;
    (x, (a - x) + b)
}

/// `a * b` as the rounded product and its error.
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let high = a * b;
    (high, a.mul_add(b, -high))
}

/// A sum of products in about three times the precision of a float (Ogita, Rump, Oishi, "Accurate Sum and Dot Product",
/// 2005, with K = 3).
#[derive(Clone, Copy, Default)]
pub struct TripleSum {
    high: f64,
    low: f64,
    tiny: f64,
}

impl TripleSum {
    /// Adds `x * y`.
    pub fn add_product(&mut self, x: f64, y: f64) {
        let (product, error) = two_product(x, y);
        let (high, sum_error) = two_sum(self.high, product);
        let (r, r_error) = two_sum(self.low, error);
        let (low, low_error) = two_sum(r, sum_error);
        *self = TripleSum { high, low, tiny: self.tiny + r_error + low_error };
    }

    /// The rounded sum.
    pub fn finish(&self) -> f64 {
        let (high, low) = two_sum(self.low, self.high);
        self.tiny + low + high
    }

    /// Whether the sum is a number.
    pub fn is_finite(&self) -> bool {
        self.high.is_finite()
    }
}

/// The euclidean norm of absolute values, of which `max` is the largest: within an ulp of the exact one, without
/// overflow on the way. The values are changed.
///
/// # Errors
/// `watch` said to stop.
pub fn vector_norm(values: &mut [f64], max: f64, has_nan: bool, watch: Watch<'_>) -> Result<f64, Stopped> {
    if max.is_infinite() {
        return Ok(max);
    }
    if has_nan {
        return Ok(f64::NAN);
    }
    if max == 0.0 || values.len() <= 1 {
        return Ok(max);
    }
    let (_, exponent) = crate::base::float_text::split(max);
    if exponent < -1023 {
        values.iter_mut().for_each(|x| *x /= f64::MIN_POSITIVE);
        let norm = vector_norm(values, max / f64::MIN_POSITIVE, has_nan, watch)?;
        return Ok(f64::MIN_POSITIVE * norm);
    }
    let scale = match u64::try_from(1023 - exponent) {
        Ok(biased @ 1..2047) => f64::from_bits(biased << 52),
        _ => crate::base::float_text::scale_by_power(1.0, -exponent),
    };
    let (mut sum, mut low, mut error) = (1.0, 0.0, 0.0);
    for stretch in values.chunks(STRETCH) {
        look(watch)?;
        for x in stretch {
            let x = x * scale;
            let (product, product_error) = two_product(x, x);
            let (high, sum_error) = fast_two_sum(sum, product);
            (sum, low, error) = (high, low + product_error, error + sum_error);
        }
    }
    let mut root = (sum - 1.0 + (low + error)).sqrt();
    // One correction with the square's exact difference.
    let (product, product_error) = two_product(-root, root);
    let (high, sum_error) = fast_two_sum(sum, product);
    (low, error) = (low + product_error, error + sum_error);
    root += (high - 1.0 + (low + error)) / (2.0 * root);
    Ok(root / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_rounded_once() {
        let sum = |items: &[f64]| {
            let mut sum = FloatSum::default();
            items.iter().try_for_each(|&x| sum.add(x)).and_then(|()| sum.finish())
        };
        assert_eq!(sum(&[0.1; 10]), Ok(1.0));
        assert_eq!(sum(&[1e16, 1.0, -1e16]), Ok(1.0));
        assert_eq!(sum(&[f64::INFINITY, f64::NEG_INFINITY]), Err(SumError::Opposite));
        assert_eq!(sum(&[1e308, 1e308]), Err(SumError::Overflow));
        assert_eq!(vector_norm(&mut [3.0, 4.0], 4.0, false, &|| false), Ok(5.0));
    }
}
