//! `hash(int)`: the value modulo the Mersenne prime 2^61 - 1, with CPython's exception for -1.

use super::IntRef;
use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// Width of the hash modulus (`sys.hash_info.modulus == 2**61 - 1`).
pub const HASH_BITS: u32 = 61;
/// The hash modulus.
pub const HASH_MODULUS: u64 = (1 << HASH_BITS) - 1;

/// `hash(value)`.
#[inline]
pub fn hash_i64(value: i64) -> i64 {
    let magnitude = value.unsigned_abs();
    finish(value < 0, if magnitude < HASH_MODULUS { magnitude } else { magnitude % HASH_MODULUS })
}

/// `hash(a)`.
pub fn hash(a: IntRef<'_>) -> i64 {
    match a {
        IntRef::Small(value) => hash_i64(value),
        IntRef::Big { negative, words } => finish(negative, residue_behind(0, words)),
    }
}

/// [`hash`], with a look at `watch` after each stretch of words.
///
/// # Errors
/// The watch said so.
#[inline]
pub fn hash_watched(a: IntRef<'_>, watch: Watch<'_>) -> Result<i64, Stopped> {
    match a {
        IntRef::Big { negative, words } if words.len() > STRETCH => {
            let residue = words.rchunks(STRETCH).try_fold(0, |residue, words| {
                look(watch)?;
                Ok(residue_behind(residue, words))
            })?;
            Ok(finish(negative, residue))
        }
        a => Ok(hash(a)),
    }
}

/// The residue of words, whose higher ones have this residue.
fn residue_behind(higher: u64, words: &[u64]) -> u64 {
    // 2^64 is 2^3 modulo the prime, and multiplying by it is a rotation of 61 bits.
    words.iter().rev().fold(higher, |residue, word| {
        let rotated = (residue << 3 & HASH_MODULUS) | residue >> (HASH_BITS - 3);
        let sum = rotated + (word & HASH_MODULUS) + (word >> HASH_BITS);
        sum % HASH_MODULUS
    })
}

/// Applies the sign; -1 is the error mark of CPython's C interface, so it becomes -2.
fn finish(negative: bool, residue: u64) -> i64 {
    let value = if negative { -(residue as i64) } else { residue as i64 };
    if value == -1 { -2 } else { value }
}
