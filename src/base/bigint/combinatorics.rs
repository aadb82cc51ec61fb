//! `math.factorial`, `math.comb`, `math.perm`.

use dashu_int::UBig;

use super::value::ubig;
use super::watched::{self, Stop};
use super::{Int, IntError, IntRef, MAX_BITS, bit_length, subtract};

/// `math.factorial(n)`.
///
/// # Errors
/// `Negative`, `TooLarge`, `Interrupted` when `stop` says so; here and below.
pub fn factorial(n: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    if n.is_negative() {
        return Err(IntError::Negative);
    }
    let n = n.to_u64().ok_or(IntError::TooLarge)?;
    check_size(n, u64::from(64 - n.leading_zeros()))?;
    Ok(Int::from_ubig(false, product(1, n, stop)?))
}

/// `math.perm(n, k)`: ways to choose `k` of `n` in order.
pub fn permutations(n: IntRef<'_>, k: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    let Some(k) = choice(n, k)? else {
        return Ok(Int::ZERO);
    };
    check_size(k, bit_length(n))?;
    Ok(Int::from_ubig(false, falling(n, k, stop)?))
}

/// `math.comb(n, k)`: ways to choose `k` of `n`.
pub fn combinations(n: IntRef<'_>, k: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    let (Some(_), rest) = (choice_exists(n, k)?, subtract(n, k)) else {
        return Ok(Int::ZERO);
    };
    // comb(n, k) == comb(n, n - k): take the shorter way.
    let k = match (k.to_u64(), rest.as_ref().to_u64()) {
        (Some(k), Some(rest)) => k.min(rest),
        (Some(k), None) | (None, Some(k)) => k,
        (None, None) => return Err(IntError::TooLarge),
    };
    check_size(k, bit_length(n))?;
    if let Some(n) = n.to_u64()
        && let Some(result) = combinations_u64(n, k)
    {
        return Ok(Int::from_u64(result));
    }
    let (quotient, _) = watched::divide::div_rem(falling(n, k, stop)?, &product(1, k, stop)?, stop)?;
    Ok(Int::from_ubig(false, quotient))
}

/// Of the factorials up to this one the odd parts are known.
const MOST: usize = 67;

/// `n! == odd[n] << twos[n]`, as far as a word shows it, and the inverses of the odd parts modulo 2^64.
static FACTORIALS: ([u64; MOST + 1], [u64; MOST + 1], [u8; MOST + 1]) = {
    let (mut odd, mut inverse, mut twos) = ([1u64; MOST + 1], [1u64; MOST + 1], [0; MOST + 1]);
    let mut n = 1;
    while n <= MOST {
        let zeros = n.trailing_zeros();
        odd[n] = odd[n - 1].wrapping_mul((n >> zeros) as u64);
        twos[n] = twos[n - 1] + zeros as u8;
        // Newton's iteration doubles the number of right bits, three to begin with.
        let (mut x, mut round) = (odd[n], 0);
        while round < 5 {
            x = x.wrapping_mul(2u64.wrapping_sub(odd[n].wrapping_mul(x)));
            round += 1;
        }
        inverse[n] = x;
        n += 1;
    }
    (odd, inverse, twos)
};

/// `math.comb(n, k)` where it fits a word whatever `k` is: by factorials modulo 2^64, without a division.
pub fn small_combinations(n: i64, k: i64) -> Option<u64> {
    let (n, k) = (usize::try_from(n).ok().filter(|&n| n <= MOST)?, usize::try_from(k).ok()?);
    let Some(rest) = n.checked_sub(k) else { return Some(0) };
    let (odd, inverse, twos) = &FACTORIALS;
    let product = odd[n].wrapping_mul(inverse[k]).wrapping_mul(inverse[rest]);
    Some(product << (twos[n] - twos[k] - twos[rest]))
}

/// By the running product, each step exact; `None` when it outgrows a word.
fn combinations_u64(n: u64, k: u64) -> Option<u64> {
    let mut result = 1u64;
    for step in 0..k {
        let wide = u128::from(result) * u128::from(n - step) / u128::from(step + 1);
        result = u64::try_from(wide).ok()?;
    }
    Some(result)
}

fn choice_exists(n: IntRef<'_>, k: IntRef<'_>) -> Result<Option<()>, IntError> {
    if n.is_negative() || k.is_negative() {
        return Err(IntError::Negative);
    }
    Ok(n.compare(k).is_ge().then_some(()))
}

fn choice(n: IntRef<'_>, k: IntRef<'_>) -> Result<Option<u64>, IntError> {
    match choice_exists(n, k)? {
        None => Ok(None),
        Some(()) => k.to_u64().map(Some).ok_or(IntError::TooLarge),
    }
}

/// `count` factors of `bits` bits each must stay within bounds.
fn check_size(count: u64, bits: u64) -> Result<(), IntError> {
    match count.checked_mul(bits) {
        Some(size) if size <= MAX_BITS => Ok(()),
        _ => Err(IntError::TooLarge),
    }
}

/// `n * (n - 1) * … * (n - k + 1)`.
fn falling(n: IntRef<'_>, k: u64, stop: Stop<'_>) -> Result<UBig, IntError> {
    if k == 0 {
        return Ok(UBig::ONE);
    }
    if let Some(n) = n.to_u64() {
        return product(n - (k - 1), n, stop);
    }
    let mut scratch = [0];
    let top = ubig(n.split(&mut scratch).1);
    falling_large(&top, 0, k, stop)
}

/// The factors `top - from` down to `top - to + 1`, by halves so that operands stay balanced.
fn falling_large(top: &UBig, from: u64, to: u64, stop: Stop<'_>) -> Result<UBig, IntError> {
    if to - from == 1 {
        return Ok(top - UBig::from(from));
    }
    let middle = from + (to - from) / 2;
    watched::product(&falling_large(top, from, middle, stop)?, &falling_large(top, middle, to, stop)?, stop)
}

/// The product of `low..=high`, by halves.
fn product(low: u64, high: u64, stop: Stop<'_>) -> Result<UBig, IntError> {
    if low > high {
        return Ok(UBig::ONE);
    }
    if high - low < 32 {
        let mut result = UBig::ONE;
        let mut word = 1u64;
        for factor in low..=high {
            word = match word.checked_mul(factor) {
                Some(product) => product,
                None => {
                    result *= UBig::from(word);
                    factor
                }
            };
        }
        return Ok(result * UBig::from(word));
    }
    let middle = low + (high - low) / 2;
    watched::product(&product(low, middle, stop)?, &product(middle + 1, high, stop)?, stop)
}
