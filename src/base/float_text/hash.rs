//! `hash(float)`: equal to the hash of the int or fraction of the same value.

use crate::base::bigint::{HASH_BITS, HASH_MODULUS};

/// `hash(float('inf'))`.
pub const HASH_INFINITY: i64 = 314_159;

/// `hash(value)`; `None` for a NaN, whose hash is that of its object's identity.
pub fn hash(value: f64) -> Option<i64> {
    const FRACTION: u32 = f64::MANTISSA_DIGITS - 1;
    const SPECIAL: u32 = 0x7ff;
    let bits = value.to_bits();
    let fraction = bits & ((1 << FRACTION) - 1);
    let (mantissa, scale) = match (bits >> FRACTION) as u32 & SPECIAL {
        SPECIAL if fraction != 0 => return None,
        SPECIAL => return Some(if value > 0.0 { HASH_INFINITY } else { -HASH_INFINITY }),
        0 => (fraction, 1),
        scale => (fraction | 1 << FRACTION, scale),
    };
    // The value is the mantissa times 2 to the power `scale - 1075`. 2^61 is 1 modulo the prime, so scaling is a rotation
    // of 61 bits; 1075 is 38 more than a multiple of 61.
    let turn = (scale + HASH_BITS - 38) % HASH_BITS;
    let residue = (mantissa << turn & HASH_MODULUS) | mantissa >> (HASH_BITS - turn);
    let signed = if value < 0.0 { -(residue as i64) } else { residue as i64 };
    Some(if signed == -1 { -2 } else { signed })
}
