//! `int.to_bytes` and `int.from_bytes`.

use super::bits::TwosComplement;
use super::{Int, IntRef};
use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// Why an integer does not fit the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToBytesError {
    /// `can't convert negative int to unsigned` (OverflowError).
    NegativeUnsigned,
    /// `int too big to convert` (OverflowError).
    TooBig,
}

/// `a.to_bytes(length, byteorder, signed=signed)`.
pub fn to_bytes(a: IntRef<'_>, length: usize, little_endian: bool, signed: bool) -> Result<Vec<u8>, ToBytesError> {
    check_bytes(a, length, signed)?;
    let mut bytes = vec![0; length];
    // Never stopped.
    _ = write_bytes(a, &mut bytes, little_endian, &|| false);
    Ok(bytes)
}

/// Whether the value fits so many bytes.
///
/// # Errors
/// It does not.
pub fn check_bytes(a: IntRef<'_>, length: usize, signed: bool) -> Result<(), ToBytesError> {
    let mut scratch = [0];
    let (negative, words) = a.split(&mut scratch);
    if negative && !signed {
        return Err(ToBytesError::NegativeUnsigned);
    }
    // CPython (3.13) lets -1 pass as no bytes at all.
    let empty_minus_one = length == 0 && negative && words == [1];
    if needed_bytes(negative, words, signed) > length as u64 && !empty_minus_one {
        return Err(ToBytesError::TooBig);
    }
    Ok(())
}

/// Writes the lowest bytes of the value in two's complement, as many as there is room for.
///
/// # Errors
/// `watch` said so, which is asked after each stretch.
pub fn write_bytes(a: IntRef<'_>, target: &mut [u8], little_endian: bool, watch: Watch<'_>) -> Result<(), Stopped> {
    let mut scratch = [0];
    let (negative, words) = a.split(&mut scratch);
    let mut source = TwosComplement::new(negative, words);
    if little_endian {
        for stretch in target.chunks_mut(STRETCH) {
            for target in stretch.chunks_mut(8) {
                target.copy_from_slice(&source.next().to_le_bytes()[..target.len()]);
            }
            look(watch)?;
        }
    } else {
        for stretch in target.rchunks_mut(STRETCH) {
            for target in stretch.rchunks_mut(8) {
                target.copy_from_slice(&source.next().to_be_bytes()[8 - target.len()..]);
            }
            look(watch)?;
        }
    }
    Ok(())
}

/// Bytes that hold the value, in two's complement if `signed`.
fn needed_bytes(negative: bool, words: &[u64], signed: bool) -> u64 {
    let bits = super::magnitude::bit_length(words);
    if !signed {
        return bits.div_ceil(8);
    }
    // A negative power of two needs no bit beside its own: -128 is one byte.
    let power_of_two = words.iter().map(|word| word.count_ones()).try_fold(0u32, |sum, ones| {
        let sum = sum + ones;
        (sum <= 1).then_some(sum)
    }) == Some(1);
    match bits {
        0 => 0,
        _ if negative && power_of_two => bits.div_ceil(8),
        _ => (bits + 1).div_ceil(8),
    }
}

/// `int.from_bytes(bytes, byteorder, signed=signed)`.
pub fn from_bytes(bytes: &[u8], little_endian: bool, signed: bool) -> Int {
    from_bytes_watched(bytes, little_endian, signed, &|| false).unwrap_or(Int::ZERO)
}

/// [`from_bytes`], with a look at `watch` after each stretch.
///
/// # Errors
/// The watch said so.
pub fn from_bytes_watched(bytes: &[u8], little_endian: bool, signed: bool, watch: Watch<'_>) -> Result<Int, Stopped> {
    let top = if little_endian { bytes.last() } else { bytes.first() };
    let negative = signed && top.is_some_and(|&top| top >= 0x80);
    let fill = if negative { 0xff } else { 0 };
    let mut words = Vec::with_capacity(bytes.len().div_ceil(8));
    let mut carry = true;
    let mut push = |word: u64| {
        let mut word = word;
        if negative {
            (word, carry) = (!word).overflowing_add(u64::from(carry));
        }
        words.push(word);
    };
    if little_endian {
        for stretch in bytes.chunks(STRETCH) {
            look(watch)?;
            for part in stretch.chunks(8) {
                let mut word = [fill; 8];
                word[..part.len()].copy_from_slice(part);
                push(u64::from_le_bytes(word));
            }
        }
    } else {
        for stretch in bytes.rchunks(STRETCH) {
            look(watch)?;
            for part in stretch.rchunks(8) {
                let mut word = [fill; 8];
                word[8 - part.len()..].copy_from_slice(part);
                push(u64::from_be_bytes(word));
            }
        }
    }
    Ok(Int::from_words(negative, words))
}
