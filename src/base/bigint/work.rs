//! What an operation will cost, before it is begun: so that a caller can refuse it, or look at its
//! interrupt flag and limits first. Steps are about a nanosecond each (one word multiplication).

use super::{IntRef, bit_length};

/// An estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// Size of the result in 64-bit words, an upper bound up to rounding.
    pub words: u64,
    /// Time in word multiplications, right within a small factor.
    pub steps: u64,
}

/// Operations below this many steps are not worth pricing: well under a millisecond.
pub const NEGLIGIBLE_WORDS: u64 = 512;

fn words(a: IntRef<'_>) -> u64 {
    bit_length(a).div_ceil(64)
}

/// Steps to multiply numbers of `a` and `b` words: quadratic while short, then about n log n.
fn product_steps(a: u64, b: u64) -> u64 {
    let (long, short) = (a.max(b), a.min(b));
    if short <= 64 {
        return long.saturating_mul(short);
    }
    let depth = u64::from(64 - short.leading_zeros());
    long.saturating_mul(8 * depth)
}

/// `a * b`.
pub fn multiply(a: IntRef<'_>, b: IntRef<'_>) -> Work {
    let (a, b) = (words(a), words(b));
    Work { words: a + b, steps: product_steps(a, b) }
}

/// `a // b`, `a % b`, `divmod(a, b)`.
pub fn divide(a: IntRef<'_>, b: IntRef<'_>) -> Work {
    let (a, b) = (words(a), words(b));
    let rows = a.saturating_sub(b) + 1;
    Work { words: a + 1, steps: product_steps(rows, b).saturating_mul(3) }
}

/// `base ** exponent`.
pub fn power(base: IntRef<'_>, exponent: IntRef<'_>) -> Work {
    let bits = bit_length(base).saturating_mul(exponent.to_u64().unwrap_or(u64::MAX));
    let words = bits.div_ceil(64);
    // The last squaring costs as much as all before it together.
    Work { words, steps: product_steps(words / 2 + 1, words / 2 + 1).saturating_mul(2) }
}

/// `pow(base, exponent, modulus)`.
pub fn power_modulo(exponent: IntRef<'_>, modulus: IntRef<'_>) -> Work {
    let size = words(modulus);
    let round = product_steps(size, size).saturating_mul(4).saturating_add(20);
    Work { words: size, steps: round.saturating_mul(bit_length(exponent)) }
}

/// `str(a)`, or `a` in any base that is no power of two.
pub fn to_decimal(a: IntRef<'_>) -> Work {
    let size = words(a);
    let depth = u64::from(64 - size.leading_zeros());
    Work { words: size * 5 / 2, steps: product_steps(size, size).saturating_mul(2 + depth / 2) }
}

/// `int(text)` of that many decimal digits.
pub fn from_decimal(digits: usize) -> Work {
    let size = digits as u64 / 19 + 1;
    let depth = u64::from(64 - size.leading_zeros());
    Work { words: size, steps: product_steps(size, size).saturating_mul(1 + depth / 2) }
}

/// `math.factorial(n)`, or a product of `n` factors of about `n`.
pub fn factorial(n: u64) -> Work {
    let size = n.saturating_mul(u64::from(64 - n.leading_zeros())).div_ceil(64);
    let depth = u64::from(64 - size.leading_zeros());
    Work { words: size, steps: product_steps(size, size).saturating_mul(depth) }
}
