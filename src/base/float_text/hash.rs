//! `hash(float)`: equal to the hash of the int or fraction of the same value.

use super::split;
use crate::base::bigint::{HASH_BITS, HASH_MODULUS, hash_i64};

/// `hash(float('inf'))`.
pub const HASH_INFINITY: i64 = 314_159;

/// `hash(value)`; `None` for a NaN, whose hash is that of its object's identity.
pub fn hash(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { HASH_INFINITY } else { -HASH_INFINITY });
    }
    if value.abs() < 9.0e18 && value.trunc() == value {
        return Some(hash_i64(value as i64));
    }
    // Mantissa and power of two apart: 2^61 is 1 modulo the prime, so scaling is a rotation.
    let (mantissa, exponent) = split(value.abs());
    let integer = (mantissa * 9_007_199_254_740_992.0) as u64;
    let turn = (exponent - 53).rem_euclid(i64::from(HASH_BITS)) as u32;
    let wide = u128::from(integer % HASH_MODULUS) << turn;
    let residue = (wide % u128::from(HASH_MODULUS)) as i64;
    let signed = if value < 0.0 { -residue } else { residue };
    Some(if signed == -1 { -2 } else { signed })
}
