//! Hashing of strings and bytes: one key per interpreter.
//!
//! Without a seed the key is random and the function is rapidhash. With `PYTHONHASHSEED` it is SipHash-1-3 under the
//! key that CPython derives from the seed, so that hashes (and with them the order of sets) equal CPython's.

use std::hash::{BuildHasher, Hasher};

use rapidhash::v3::{RapidSecrets, rapidhash_v3_micro_inline};
use siphasher::sip::SipHasher13;

/// The secret of one interpreter's string hashes.
#[derive(Clone)]
pub struct HashKey(Function);

#[derive(Clone)]
enum Function {
    Rapid(RapidSecrets),
    Sip(SipHasher13),
}

impl HashKey {
    /// A key that nobody can guess.
    pub fn random() -> HashKey {
        let entropy = std::hash::RandomState::new().build_hasher().finish();
        HashKey(Function::Rapid(RapidSecrets::seed(entropy)))
    }

    /// CPython's key for `PYTHONHASHSEED=seed`; 0 is the all-zero key.
    pub fn from_seed(seed: u32) -> HashKey {
        let mut key = [0u8; 16];
        if seed != 0 {
            let mut state = seed;
            for byte in &mut key {
                state = state.wrapping_mul(214_013).wrapping_add(2_531_011);
                *byte = (state >> 16) as u8;
            }
        }
        HashKey(Function::Sip(SipHasher13::new_with_key(&key)))
    }

    /// Python's hash of the bytes (for a `str`: of its characters in their narrowest width). Never -1; empty is 0.
    #[inline]
    pub fn hash(&self, bytes: &[u8]) -> i64 {
        if bytes.is_empty() {
            return 0;
        }
        let hash = match &self.0 {
            Function::Rapid(secrets) => rapidhash_v3_micro_inline::<true, false>(bytes, secrets),
            Function::Sip(sip) => sip.hash(bytes),
        } as i64;
        if hash == -1 { -2 } else { hash }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeded_hashes_are_those_of_cpython() {
        assert_eq!(HashKey::from_seed(0).hash(b"abc"), -4594863902769663758);
        assert_eq!(HashKey::from_seed(42).hash(b"abc"), 3869580338025362921);
    }

    #[test]
    fn empty_is_zero_and_keys_differ() {
        let (a, b) = (HashKey::random(), HashKey::random());
        assert_eq!(a.hash(b""), 0);
        assert_ne!(a.hash(b"some text"), b.hash(b"some text"));
        assert_eq!(a.hash(b"some text"), a.clone().hash(b"some text"));
    }
}
