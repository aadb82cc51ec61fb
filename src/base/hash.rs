//! Hashing of strings and bytes: one key per interpreter.
//!
//! Without a seed the key is random and the function is rapidhash. With `PYTHONHASHSEED` it is SipHash-1-3 under the
//! key that CPython derives from the seed, so that hashes (and with them the order of sets) equal CPython's.

use std::hash::{BuildHasher, Hasher};

use rapidhash::v3::{RapidSecrets, rapidhash_v3_micro_inline};
use siphasher::sip::SipHasher13;

use super::watch::{Stopped, Watch, look};

/// Longer texts are hashed in pieces of so many bytes.
const PIECE: usize = 1 << 24;

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
        self.hash_watched(bytes, &|| false).unwrap_or_default()
    }

    /// [`HashKey::hash`] that can be stopped.
    #[inline]
    pub fn hash_watched(&self, bytes: &[u8], watch: Watch<'_>) -> Result<i64, Stopped> {
        if bytes.is_empty() {
            return Ok(0);
        }
        if bytes.len() > PIECE {
            return self.hash_long(bytes, watch);
        }
        let hash = match &self.0 {
            Function::Rapid(secrets) => rapidhash_v3_micro_inline::<true, false>(bytes, secrets),
            Function::Sip(sip) => sip.hash(bytes),
        } as i64;
        Ok(if hash == -1 { -2 } else { hash })
    }

    #[cold]
    #[inline(never)]
    fn hash_long(&self, bytes: &[u8], watch: Watch<'_>) -> Result<i64, Stopped> {
        let hash = match &self.0 {
            Function::Rapid(_) => {
                let mut hashes = Vec::new();
                for piece in bytes.chunks(PIECE) {
                    look(watch)?;
                    hashes.extend_from_slice(&self.hash(piece).to_le_bytes());
                }
                self.hash(&hashes)
            }
            Function::Sip(sip) => {
                let mut state = *sip;
                for piece in bytes.chunks(PIECE) {
                    look(watch)?;
                    state.write(piece);
                }
                state.finish() as i64
            }
        };
        Ok(if hash == -1 { -2 } else { hash })
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
    fn long_texts_are_hashed_in_pieces() {
        let mut text = vec![7; PIECE * 2 + 3];
        for key in [HashKey::random(), HashKey::from_seed(1)] {
            let hash = key.hash(&text);
            assert_eq!(key.hash_watched(&text, &|| false), Ok(hash));
            assert_eq!(key.hash_watched(&text, &|| true), Err(Stopped));
            text[PIECE] ^= 1;
            assert_ne!(key.hash(&text), hash);
        }
        let Function::Sip(sip) = HashKey::from_seed(1).0 else { unreachable!("a seed gives SipHash") };
        assert_eq!(HashKey::from_seed(1).hash(&text), sip.hash(&text) as i64);
    }

    #[test]
    fn empty_is_zero_and_keys_differ() {
        let (a, b) = (HashKey::random(), HashKey::random());
        assert_eq!(a.hash(b""), 0);
        assert_ne!(a.hash(b"some text"), b.hash(b"some text"));
        assert_eq!(a.hash(b"some text"), a.clone().hash(b"some text"));
    }
}
