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
    let short = short_digits(negative, words, radix, prefix, |text| text.to_vec());
    if let Some(text) = short.and_then(|text| String::from_utf8(text).ok()) {
        return Ok(text);
    }
    let width = match radix {
        10 => 3,
        _ => (31 - radix.leading_zeros()) as usize,
    };
    let mut text = String::with_capacity((words.len() * 64 / width + prefix.len() + 2).min(ROOM));
    if negative {
        text.push('-');
    }
    text.push_str(prefix);
    match radix {
        2 | 4 | 8 | 16 | 32 => push_power_of_two(&mut text, words, radix, stop)?,
        _ if watched::is_long(words.len()) => text.push_str(&watched::to_text(ubig(words), radix, stop)?),
        10 => text.push_str(&ubig(words).to_string()),
        _ => text.push_str(&ubig(words).in_radix(radix as u8).to_string()),
    }
    Ok(text)
}

/// A text up to this length is made on the stack.
const SHORT_TEXT: usize = 512;

/// [`to_prefixed`] in base 10 or one that is a power of two for `make` to take, if it is short: never more than any
/// limit on digits allows.
#[inline]
pub fn short_text<R>(a: IntRef<'_>, radix: u32, prefix: &str, make: impl FnOnce(&[u8]) -> R) -> Option<R> {
    let mut scratch = [0];
    let (negative, words) = a.split(&mut scratch);
    short_digits(negative, words, radix, prefix, make)
}

fn short_digits<R>(
    negative: bool,
    words: &[u64],
    radix: u32,
    prefix: &str,
    make: impl FnOnce(&[u8]) -> R,
) -> Option<R> {
    let mut text = [b'0'; SHORT_TEXT];
    let mut start = if radix == 10 && words.len() <= SHORT_WORDS {
        write_short_decimal(&mut text, words)
    } else if radix.is_power_of_two() && words.len() <= SHORT_WORDS {
        let width = u64::from(radix.trailing_zeros());
        let count = (magnitude::bit_length(words).div_ceil(width) as usize).max(1);
        if count + prefix.len() + 1 > SHORT_TEXT {
            return None;
        }
        let start = SHORT_TEXT - count;
        write_power_of_two(&mut text[start..], words, width);
        start
    } else {
        return None;
    };
    for &byte in prefix.as_bytes().iter().rev() {
        start = start.checked_sub(1)?;
        text[start] = byte;
    }
    if negative {
        start = start.checked_sub(1)?;
        text[start] = b'-';
    }
    Some(make(&text[start..]))
}

/// Writes the digits of `width` bits each over zeros, the lowest one last: as many as there are places.
fn write_power_of_two(places: &mut [u8], words: &[u64], width: u64) {
    if width == 4 {
        // From the lowest word on, whose digits stand last.
        let (first, all) = places.as_rchunks_mut::<16>();
        for (places, &word) in all.iter_mut().rev().zip(words) {
            *places = hexadecimal(word);
        }
        if let (Some(&word), false) = (words.get(all.len()), first.is_empty()) {
            first.copy_from_slice(&hexadecimal(word)[16 - first.len()..]);
        }
        return;
    }
    let mask = (1 << width) - 1;
    let (mut word, mut left, mut rest) = (0, 0, words.iter());
    for place in places.iter_mut().rev() {
        let digit;
        if left >= width {
            digit = word & mask;
            (word, left) = (word >> width, left - width);
        } else {
            let next = rest.next().copied().unwrap_or(0);
            digit = (word | next << left) & mask;
            (word, left) = (next >> (width - left), left + 64 - width);
        }
        *place = DIGITS[digit as usize & 31];
    }
}

/// Room that is taken for a text before its size is known.
const ROOM: usize = 1 << 10;

const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";

fn push_power_of_two(text: &mut String, words: &[u64], radix: u32, stop: Stop<'_>) -> Result<(), IntError> {
    let width = u64::from(radix.trailing_zeros());
    let count = magnitude::bit_length(words).div_ceil(width);
    if words.len() < 1 << 12 {
        let mut digits = vec![b'0'; count as usize];
        write_power_of_two(&mut digits, words, width);
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
pub(super) const CHUNK: u64 = 10_000_000_000_000_000_000;
pub(super) const CHUNK_DIGITS: usize = 19;
const BY_CHUNK: magnitude::Reciprocal = magnitude::Reciprocal::new(CHUNK);

/// Writes the digits of a magnitude of at most `SHORT_WORDS` words to the end of `text`, and tells where they begin.
fn write_short_decimal(text: &mut [u8; SHORT_TEXT], words: &[u64]) -> usize {
    let mut buffer = [0u64; SHORT_WORDS];
    let mut left = &mut buffer[..words.len()];
    left.copy_from_slice(words);
    let mut start = SHORT_TEXT;
    while left.len() > 1 || left.first().is_some_and(|&word| word >= CHUNK) {
        let chunk = magnitude::divide_in_place(left, &BY_CHUNK);
        if left.last() == Some(&0) {
            left = left.split_last_mut().map_or(&mut [], |(_, rest)| rest);
        }
        let (high, low) = (chunk / EIGHT, (chunk % EIGHT) as u32);
        let (top, middle) = (high / EIGHT, (high % EIGHT) as u32);
        start -= CHUNK_DIGITS;
        let place = &mut text[start..start + CHUNK_DIGITS];
        place[0] = b'0' + (top / 100) as u8;
        [place[1], place[2]] = PAIRS[(top % 100) as usize];
        place[3..11].copy_from_slice(&eight_digits(middle));
        place[11..].copy_from_slice(&eight_digits(low));
    }
    let mut digits = [0; DECIMAL_I64];
    let first = decimal_start(left.first().copied().unwrap_or(0), &mut digits);
    let first = &digits[first..];
    start -= first.len();
    text[start..start + first.len()].copy_from_slice(first);
    start
}

const EIGHT: u64 = 100_000_000;

/// The eight digits of a number below `EIGHT`: halves, then pairs, then digits are divided side by side in one word.
fn eight_digits(n: u32) -> [u8; 8] {
    let halves = u64::from(n / 10_000) | u64::from(n % 10_000) << 32;
    let hundreds = ((halves * 10_486) >> 20) & 0x7f_0000_007f;
    let pairs = hundreds | (halves - hundreds * 100) << 16;
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    let digits = tens | (pairs - tens * 10) << 8;
    (digits + 0x3030_3030_3030_3030).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_digits_are_all_there() {
        for n in (0..100_000_000u32).step_by(9_973).chain([99_999_999, 10_000, 9_999, 99, 100]) {
            assert_eq!(eight_digits(n), format!("{n:08}").as_bytes());
        }
    }

    #[test]
    fn short_texts_are_the_librarys() {
        for length in 1..=SHORT_WORDS + 1 {
            let mut top = vec![0; length];
            top[length - 1] = 1;
            let mixed = (0..length as u64).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1).collect();
            for words in [top, mixed, vec![u64::MAX; length]] {
                for radix in [2u8, 4, 8, 10, 16, 32] {
                    let expected = format!("-0y{}", ubig(&words).in_radix(radix));
                    let number = IntRef::Big { negative: true, words: &words };
                    let text = to_prefixed(number, radix.into(), "0y", super::super::UNWATCHED).unwrap();
                    assert_eq!(text, expected);
                }
            }
        }
    }

    #[test]
    fn machine_words_read_as_rust_writes_them() {
        for value in [0, 7, -7, 10, 99, 100, 101, -1234, 123_456_789, i64::MAX, i64::MIN] {
            assert_eq!(decimal_i64(value, &mut [0; DECIMAL_I64]), value.to_string().as_bytes());
        }
    }
}
