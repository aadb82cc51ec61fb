//! `a ** b` and `pow(a, b, m)`.

use dashu_int::IBig;
use dashu_int::fast_div::ConstDivisor;
use dashu_int::ops::{ExtendedGcd, RemEuclid};

use super::value::ubig;
use super::watched::{self, Stop};
use super::{Int, IntError, IntRef, MAX_BITS, bit_length, magnitude, remainder, shift_left, work};

/// Powers in a ring of more steps than this are worked out step by step.
const LONG_STEPS: u64 = 10_000_000;

/// Results of more bits than this are worked out step by step, with a look at who may want to stop it.
const LONG_BITS: u64 = 1 << 21;

/// `base ** exponent` for `exponent >= 0`; the size of the result is checked first. Ends with `Interrupted` when `stop`
/// says so, which is asked every few milliseconds.
pub fn power(base: IntRef<'_>, exponent: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    if exponent.is_negative() {
        return Err(IntError::NegativeExponent);
    }
    let (negative_base, odd) = (base.is_negative(), exponent.is_odd());
    let bits = bit_length(base);
    if bits <= 1 {
        return Ok(match (exponent.is_zero(), base.is_zero()) {
            (true, _) => Int::from_i64(1),
            (false, true) => Int::ZERO,
            (false, false) => Int::from_i64(if negative_base && odd { -1 } else { 1 }),
        });
    }
    let exponent = exponent.to_u64().ok_or(IntError::TooLarge)?;
    // abs(base) >= 2^(bits-1), so this is a lower bound of the result's size.
    if exponent.checked_mul(bits - 1).is_none_or(|size| size > MAX_BITS) {
        return Err(IntError::TooLarge);
    }
    if let IntRef::Small(value) = base {
        if exponent <= 127
            && let Some(result) = i128::from(value).checked_pow(exponent as u32)
        {
            return Ok(Int::from_i128(result));
        }
        if value.unsigned_abs().is_power_of_two() {
            let shift = exponent * u64::from(value.trailing_zeros());
            let unit = IntRef::Small(if negative_base && odd { -1 } else { 1 });
            return shift_left(unit, IntRef::Small(shift as i64));
        }
    }
    if exponent == 1 {
        return Ok(base.to_owned());
    }
    if exponent.saturating_mul(bits) > 2 * MAX_BITS {
        return Err(IntError::TooLarge);
    }
    let long = exponent * bits > LONG_BITS;
    let exponent = usize::try_from(exponent).map_err(|_| IntError::TooLarge)?;
    if long {
        return super::watched::power(&base.to_ibig(), exponent, stop);
    }
    Ok(Int::from_ibig(base.to_ibig().pow(exponent)))
}

/// `pow(base, exponent, modulus)`: the result has the sign of `modulus`; a negative exponent takes
/// the inverse of `base`. Can be stopped as [`power`] can.
pub fn power_modulo(
    base: IntRef<'_>,
    exponent: IntRef<'_>,
    modulus: IntRef<'_>,
    stop: Stop<'_>,
) -> Result<Int, IntError> {
    let mut scratch = [0];
    let (negative_modulus, modulus_words) = modulus.split(&mut scratch);
    let positive = IntRef::Big { negative: false, words: modulus_words };
    if modulus_words.is_empty() {
        return Err(IntError::ZeroDivision);
    }
    if let &[modulus] = modulus_words {
        let result = power_modulo_short(base, exponent, modulus, stop)?;
        let below = if negative_modulus && result != 0 { i128::from(modulus) } else { 0 };
        return Ok(Int::from_i128(i128::from(result) - below));
    }
    let mut base = remainder(base, positive, stop)?;
    if exponent.is_negative() {
        base = inverse(base.as_ref(), positive, stop)?;
    }
    let mut scratch = [0];
    let (_, exponent_words) = exponent.split(&mut scratch);
    let result = if work::power_modulo(exponent, positive).steps > LONG_STEPS {
        let mut scratch = [0];
        let base = ubig(base.as_ref().split(&mut scratch).1);
        let (exponent, modulus) = (ubig(exponent_words), ubig(modulus_words));
        Int::from_ubig(false, watched::number_theory::power_modulo(base, &exponent, &modulus, stop)?)
    } else {
        let ring = ConstDivisor::new(ubig(modulus_words));
        let reduced = ring.reduce(base.as_ref().to_ibig());
        Int::from_ubig(false, reduced.pow(&ubig(exponent_words)).residue())
    };
    if negative_modulus && !result.as_ref().is_zero() {
        return Ok(super::add(result.as_ref(), modulus));
    }
    Ok(result)
}

/// [`power_modulo`] for a positive modulus of one word.
fn power_modulo_short(base: IntRef<'_>, exponent: IntRef<'_>, modulus: u64, stop: Stop<'_>) -> Result<u64, IntError> {
    if modulus == 1 {
        return Ok(0);
    }
    let mut scratch = [0];
    let (negative, words) = base.split(&mut scratch);
    let rest = match words {
        &[word] => word % modulus,
        words => magnitude::remainder_word(words, modulus, stop)?,
    };
    let mut base = if negative && rest != 0 { modulus - rest } else { rest };
    let mut scratch = [0];
    let (negative, exponent) = exponent.split(&mut scratch);
    if negative {
        base = inverse_word(base, modulus).ok_or(IntError::NotInvertible)?;
    }
    power_modulo_word(base, exponent, modulus, stop)
}

/// The inverse of `base` for a modulus above 1, by Euclid's algorithm.
fn inverse_word(base: u64, modulus: u64) -> Option<u64> {
    let (mut rests, mut coefficients, mut negative) = ((modulus, base), (0, 1), true);
    while rests.1 != 0 {
        let quotient = rests.0 / rests.1;
        rests = (rests.1, rests.0 - quotient * rests.1);
        // Their signs alternate, and none is larger than the modulus.
        coefficients = (coefficients.1, coefficients.0 + quotient * coefficients.1);
        negative = !negative;
    }
    (rests.0 == 1).then(|| if negative { modulus - coefficients.0 } else { coefficients.0 })
}

/// Square and multiply, most significant bit first.
fn power_modulo_word(base: u64, exponent: &[u64], modulus: u64, stop: Stop<'_>) -> Result<u64, IntError> {
    let multiply = |a: u64, b: u64| match u32::try_from(modulus) {
        // Division of 64 by 32 bits is several times as fast as of 128 by 64.
        Ok(_) => a * b % modulus,
        Err(_) => (u128::from(a) * u128::from(b) % u128::from(modulus)) as u64,
    };
    let mut result = 1 % modulus;
    for bit in (0..magnitude::bit_length(exponent)).rev() {
        if bit & 0xf_ffff == 0xf_ffff && stop() {
            return Err(IntError::Interrupted);
        }
        result = multiply(result, result);
        if exponent[(bit / 64) as usize] >> (bit % 64) & 1 == 1 {
            result = multiply(result, base);
        }
    }
    Ok(result)
}

/// The inverse of `base` for `modulus`, both not negative.
fn inverse(base: IntRef<'_>, modulus: IntRef<'_>, stop: Stop<'_>) -> Result<Int, IntError> {
    if modulus == IntRef::Small(1) {
        return Ok(Int::ZERO);
    }
    if base.is_zero() {
        return Err(IntError::NotInvertible);
    }
    let (mut sb, mut sm) = ([0], [0]);
    let (base_words, modulus_words) = (base.split(&mut sb).1, modulus.split(&mut sm).1);
    if watched::number_theory::is_long(modulus_words.len()) {
        let inverse = watched::number_theory::inverse(ubig(base_words), &ubig(modulus_words), stop)?;
        return Ok(Int::from_ubig(false, inverse));
    }
    let modulus = modulus.to_ibig();
    let (gcd, coefficient, _) = base.to_ibig().gcd_ext(modulus.clone());
    if !gcd.is_one() {
        return Err(IntError::NotInvertible);
    }
    let result: IBig = coefficient.rem_euclid(&modulus).into();
    Ok(Int::from_ibig(result))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverses_multiply_to_one() {
        for modulus in [2, 3, 4, 10, 11, 97, 1 << 32, (1 << 61) - 1, u64::MAX, u64::MAX - 58] {
            for base in (0..50).chain([modulus - 1, modulus / 2, modulus / 3]).filter(|&base| base < modulus) {
                match inverse_word(base, modulus) {
                    Some(inverse) => {
                        assert!(inverse < modulus);
                        assert_eq!(u128::from(inverse) * u128::from(base) % u128::from(modulus), 1);
                    }
                    None => assert_ne!(super::super::gcd_u64(base, modulus), 1, "{base} {modulus}"),
                }
            }
        }
    }
}
