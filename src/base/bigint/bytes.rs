//! `int.to_bytes` and `int.from_bytes`.

use super::{Int, IntRef};

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
    let mut bytes = Vec::with_capacity(length);
    for word in words {
        let room = length - bytes.len();
        bytes.extend_from_slice(&word.to_le_bytes()[..room.min(8)]);
    }
    bytes.resize(length, 0);
    if negative {
        negate_bytes(&mut bytes);
    }
    if !little_endian {
        bytes.reverse();
    }
    Ok(bytes)
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

fn negate_bytes(bytes: &mut [u8]) {
    let mut carry = true;
    for byte in bytes {
        let (value, out) = (!*byte).overflowing_add(u8::from(carry));
        *byte = value;
        carry = out;
    }
}

/// `int.from_bytes(bytes, byteorder, signed=signed)`.
pub fn from_bytes(bytes: &[u8], little_endian: bool, signed: bool) -> Int {
    let at = |index: usize| {
        if little_endian { bytes[index] } else { bytes[bytes.len() - 1 - index] }
    };
    let negative = signed && !bytes.is_empty() && at(bytes.len() - 1) >= 0x80;
    let count = bytes.len().div_ceil(8);
    let mut words = Vec::with_capacity(count);
    for start in (0..bytes.len()).step_by(8) {
        let mut chunk = [if negative { 0xff } else { 0 }; 8];
        let end = bytes.len().min(start + 8);
        for (target, index) in chunk.iter_mut().zip(start..end) {
            *target = at(index);
        }
        words.push(u64::from_le_bytes(chunk));
    }
    if negative {
        let mut carry = true;
        for word in &mut words {
            let (value, out) = (!*word).overflowing_add(u64::from(carry));
            *word = value;
            carry = out;
        }
    }
    Int::from_words(negative, words)
}
