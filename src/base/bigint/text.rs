//! Integers as text, in any base.

use super::value::ubig;
use super::watched::{Stop, text as watched};
use super::{IntError, IntRef, magnitude};

/// Whether the decimal text of `a` has more than `limit` digits (0: no limit), as far as its size
/// tells without converting it. Never true for a number that is within the limit.
pub fn decimal_digits_exceed(a: IntRef<'_>, limit: usize) -> bool {
    let bits = super::bit_length(a);
    // A number of n bits is at least 2^(n-1); log10(2) is a bit above 0.30102999.
    limit != 0 && bits > 1 && (bits - 1) as u128 * 30_102_999 / 100_000_000 + 1 > limit as u128
}

/// `str(a)`; `None` if it has more than `limit` digits (0: no limit).
///
/// # Errors
/// `Interrupted` when `stop` says so, which is asked every few milliseconds.
pub fn to_decimal(a: IntRef<'_>, limit: usize, stop: Stop<'_>) -> Result<Option<String>, IntError> {
    if let IntRef::Small(value) = a {
        let digits = decimal_i64(value, &mut [0; DECIMAL_I64]).to_vec();
        return Ok(String::from_utf8(digits).ok());
    }
    if decimal_digits_exceed(a, limit) {
        return Ok(None);
    }
    let text = to_radix(a, 10, false, stop)?;
    let digits = text.len() - usize::from(text.starts_with('-'));
    Ok((limit == 0 || digits <= limit).then_some(text))
}

/// `a` in base 2 to 36, with a sign but no prefix. Other bases give decimal.
///
/// # Errors
/// As [`to_decimal`].
pub fn to_radix(a: IntRef<'_>, radix: u32, upper_case: bool, stop: Stop<'_>) -> Result<String, IntError> {
    let mut text = to_prefixed(a, radix, "", stop)?;
    if upper_case {
        text.make_ascii_uppercase();
    }
    Ok(text)
}

/// `a` in base 2 to 36, with a sign, and a prefix behind that.
///
/// # Errors
/// As [`to_decimal`].
pub fn to_prefixed(a: IntRef<'_>, radix: u32, prefix: &str, stop: Stop<'_>) -> Result<String, IntError> {
    let radix = if (2..=36).contains(&radix) { radix } else { 10 };
    let mut scratch = [0];
    let (negative, words) = a.split(&mut scratch);
    let width = match radix {
        10 => 3,
        _ => (31 - radix.leading_zeros()) as usize,
    };
    let mut text = String::with_capacity((words.len() * 64 / width + prefix.len() + 2).min(ROOM));
    if negative {
        text.push('-');
    }
    text.push_str(prefix);
    match (words, radix) {
        ([], _) => text.push('0'),
        (_, 2 | 4 | 8 | 16 | 32) => push_power_of_two(&mut text, words, radix, stop)?,
        ([low], 10) => text.push_str(decimal_u64(*low, &mut [0; DECIMAL_I64])),
        ([low, high], 10) => {
            text.push_str(&(u128::from(*high) << 64 | u128::from(*low)).to_string());
        }
        (_, 10) if words.len() <= SHORT_WORDS => push_short_decimal(&mut text, words),
        _ if watched::is_long(words.len()) => text.push_str(&watched::to_text(ubig(words), radix, stop)?),
        (_, 10) => text.push_str(&ubig(words).to_string()),
        _ => text.push_str(&ubig(words).in_radix(radix as u8).to_string()),
    }
    Ok(text)
}

/// Room that is taken for a text before its size is known.
const ROOM: usize = 1 << 10;

fn push_power_of_two(text: &mut String, words: &[u64], radix: u32, stop: Stop<'_>) -> Result<(), IntError> {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
    let width = u64::from(radix.trailing_zeros());
    let count = magnitude::bit_length(words).div_ceil(width);
    if 64 % width == 0 && words.len() < 1 << 12 {
        let mut digits = vec![0; count as usize];
        // From the lowest word on, whose digits stand last.
        for (places, &word) in digits.rchunks_mut((64 / width) as usize).zip(words) {
            if width == 4 {
                let all = hexadecimal(word);
                places.copy_from_slice(&all[all.len() - places.len()..]);
                continue;
            }
            for (i, place) in places.iter_mut().rev().enumerate() {
                *place = DIGITS[(word >> (i as u64 * width)) as usize & (radix - 1) as usize];
            }
        }
        text.extend(str::from_utf8(&digits));
        return Ok(());
    }
    text.reserve(count as usize);
    for index in (0..count).rev() {
        if index & 0xf_ffff == 0xf_ffff && stop() {
            return Err(IntError::Interrupted);
        }
        let digit = bits_from(words, index * width) & u64::from(radix - 1);
        text.push(char::from(DIGITS[digit as usize]));
    }
    Ok(())
}

/// The sixteen digits of a word, by halves whose digits are made all at once.
fn hexadecimal(word: u64) -> [u8; 16] {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let half = |half: u64| {
        let pairs = (half | half << 16) & 0x0000_ffff_0000_ffff;
        let bytes = (pairs | pairs << 8) & 0x00ff_00ff_00ff_00ff;
        let digits = (bytes | bytes << 4) & (ONES * 15);
        // One in each byte that holds a letter; they follow 39 places after the digits.
        let letters = ((digits + ONES * 6) >> 4) & ONES;
        digits + ONES * u64::from(b'0') + letters * 39
    };
    let all = u128::from(half(word >> 32)) << 64 | u128::from(half(word & 0xffff_ffff));
    all.to_be_bytes()
}

/// The word whose lowest bit is `bit`.
fn bits_from(words: &[u64], bit: u64) -> u64 {
    let (whole, part) = ((bit / 64) as usize, (bit % 64) as u32);
    let high = words.get(whole + 1).copied().unwrap_or(0);
    if part == 0 { words[whole] } else { words[whole] >> part | high << (64 - part) }
}

/// Bytes that the decimal text of a machine word takes at most.
pub const DECIMAL_I64: usize = 20;

/// `str(value)`, written to the end of `buffer`.
pub fn decimal_i64(value: i64, buffer: &mut [u8; DECIMAL_I64]) -> &[u8] {
    let mut start = decimal_start(value.unsigned_abs(), buffer);
    if value < 0 {
        start -= 1;
        buffer[start] = b'-';
    }
    &buffer[start..]
}

/// `str(value)`, written to the end of `buffer`.
pub fn decimal_u64(value: u64, buffer: &mut [u8; DECIMAL_I64]) -> &str {
    let start = decimal_start(value, buffer);
    std::str::from_utf8(&buffer[start..]).unwrap_or_default()
}

/// Writes the digits to the end of `buffer`, and tells where they begin.
pub fn decimal_start(mut rest: u64, buffer: &mut [u8; DECIMAL_I64]) -> usize {
    let mut start = DECIMAL_I64;
    // Four digits at a time: divisions are what this costs.
    while rest >= 10_000 {
        let four = (rest % 10_000) as usize;
        rest /= 10_000;
        start -= 4;
        [buffer[start], buffer[start + 1]] = PAIRS[four / 100];
        [buffer[start + 2], buffer[start + 3]] = PAIRS[four % 100];
    }
    let mut rest = rest as usize;
    if rest >= 100 {
        start -= 2;
        [buffer[start], buffer[start + 1]] = PAIRS[rest % 100];
        rest /= 100;
    }
    if rest >= 10 {
        start -= 2;
        [buffer[start], buffer[start + 1]] = PAIRS[rest];
        return start;
    }
    start -= 1;
    buffer[start] = b'0' + rest as u8;
    start
}

/// The digits of the numbers below 100.
const PAIRS: [[u8; 2]; 100] = {
    let (mut pairs, mut n) = ([[0; 2]; 100], 0);
    while n < 100 {
        pairs[n] = [b'0' + n as u8 / 10, b'0' + n as u8 % 10];
        n += 1;
    }
    pairs
};

/// Up to this many words, dividing by a power of ten again and again is fastest.
const SHORT_WORDS: usize = 20;
/// The largest power of ten in a word, and its digits.
const CHUNK: u64 = 10_000_000_000_000_000_000;
const CHUNK_DIGITS: usize = 19;
const BY_CHUNK: magnitude::Reciprocal = magnitude::Reciprocal::new(CHUNK);

fn push_short_decimal(text: &mut String, words: &[u64]) {
    let mut buffer = [0u64; SHORT_WORDS];
    let mut left = &mut buffer[..words.len()];
    left.copy_from_slice(words);
    // Each chunk takes 63 of the 64 bits of a word.
    const CHUNKS: usize = SHORT_WORDS + 2;
    let mut digits = [b'0'; CHUNKS * CHUNK_DIGITS];
    let mut start = digits.len();
    while !left.is_empty() {
        let chunk = magnitude::divide_in_place(left, &BY_CHUNK);
        let length = magnitude::trim(left).len();
        left = &mut left[..length];
        let mut buffer = [b'0'; DECIMAL_I64];
        let first = decimal_start(chunk, &mut buffer);
        // The first chunk of the number has no zeros before it.
        let first = if left.is_empty() { first } else { DECIMAL_I64 - CHUNK_DIGITS };
        let end = start;
        start -= DECIMAL_I64 - first;
        digits[start..end].copy_from_slice(&buffer[first..]);
    }
    text.push_str(std::str::from_utf8(&digits[start..]).unwrap_or_default());
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_words_read_as_rust_writes_them() {
        for value in [0, 7, -7, 10, 99, 100, 101, -1234, 123_456_789, i64::MAX, i64::MIN] {
            assert_eq!(decimal_i64(value, &mut [0; DECIMAL_I64]), value.to_string().as_bytes());
        }
    }
}
