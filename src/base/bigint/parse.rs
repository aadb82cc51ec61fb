//! Text to int by the rules of `int(text, base)`.

use dashu_int::IBig;
use std::borrow::Cow;

use super::Int;
use super::text::{CHUNK, CHUNK_DIGITS};
use super::value::sign;
use super::watched::{Stop, text as watched};
use crate::base::watch::STRETCH;

/// Why a text is no integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseIntError {
    /// `invalid literal for int() with base B: …`.
    Invalid,
    /// More digits than the limit: `Exceeds the limit (L digits) for integer string conversion:
    /// value has N digits; use sys.set_int_max_str_digits() to increase the limit`.
    TooManyDigits(usize),
    /// Whoever watched wanted it to stop.
    Interrupted,
}

/// Parses `text`, whose Unicode spaces and decimal digits are already ASCII
/// (see `base::text::to_ascii_digits`). `base` is 0 (by prefix) or 2 to 36. `limit` is the greatest
/// number of digits for bases that are no power of two, 0 for none. `stop` is asked every few milliseconds.
pub fn parse(text: &[u8], base: u32, limit: usize, stop: Stop<'_>) -> Result<Int, ParseIntError> {
    let text = trim_spaces(text);
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let (base, text, leading_zero) = split_prefix(text, base);
    if !(2..=36).contains(&base) {
        return Err(ParseIntError::Invalid);
    }
    if base == 10
        && !leading_zero
        && (limit == 0 || text.len() <= limit)
        && let Some(value) = parse_plain(negative, text)
    {
        return Ok(value);
    }
    let mut value: u64 = 0;
    let mut overflow = false;
    let mut digits = 0usize;
    let mut after_underscore = true;
    for (index, &byte) in text.iter().enumerate() {
        if index & 0xf_ffff == 0xf_ffff && stop() {
            return Err(ParseIntError::Interrupted);
        }
        if byte == b'_' {
            if after_underscore {
                return Err(ParseIntError::Invalid);
            }
            after_underscore = true;
            continue;
        }
        let digit = VALUES[usize::from(byte)];
        if u32::from(digit) >= base {
            return Err(ParseIntError::Invalid);
        }
        after_underscore = false;
        digits += 1;
        if !overflow {
            match value.checked_mul(base.into()).and_then(|value| value.checked_add(digit.into())) {
                Some(next) => value = next,
                None => overflow = true,
            }
        }
    }
    if after_underscore {
        return Err(ParseIntError::Invalid);
    }
    if leading_zero && (overflow || value != 0) {
        return Err(ParseIntError::Invalid);
    }
    if limit != 0 && digits > limit && !base.is_power_of_two() {
        return Err(ParseIntError::TooManyDigits(digits));
    }
    if !overflow {
        return Ok(Int::from_sign_u128(negative, u128::from(value)));
    }
    if digits <= SHORT_DIGITS {
        return Ok(Int::from_words(negative, parse_short(text, base)));
    }
    if base.is_power_of_two() {
        let words = parse_bits(text, base, digits, stop)?;
        return Ok(Int::from_words(negative, words));
    }
    let clean = match std::str::from_utf8(text) {
        Ok(text) if memchr::memchr(b'_', text.as_bytes()).is_none() => Cow::Borrowed(text),
        _ => Cow::Owned(text.iter().filter(|&&byte| byte != b'_').map(|&b| char::from(b)).collect()),
    };
    if watched::is_long(clean.len() / 16) {
        let value = watched::from_text(&clean, base, stop).map_err(|_| ParseIntError::Interrupted)?;
        return Ok(Int::from_ubig(negative, value));
    }
    let value = IBig::from_str_radix(&clean, base).map_err(|_| ParseIntError::Invalid)?;
    Ok(Int::from_ibig(value * sign(negative)))
}

/// The values of digits up to base 36; of what is no digit, 255.
const VALUES: [u8; 256] = {
    let (mut values, mut byte) = ([255; 256], 0);
    while byte < 256 {
        if let Some(value) = (byte as u8 as char).to_digit(36) {
            values[byte] = value as u8;
        }
        byte += 1;
    }
    values
};

/// The value of a digit of a base up to 36; 255 for what is no digit.
#[inline]
pub fn digit_value(byte: u8) -> u8 {
    VALUES[usize::from(byte)]
}

fn trim_spaces(text: &[u8]) -> &[u8] {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
    let start = text.iter().position(|byte| !is_space(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
    &text[start..end]
}

/// Resolves base 0 and drops a prefix that belongs to the base. The flag says that base 0 saw an
/// old-style leading zero, after which only zeros may follow.
fn split_prefix(text: &[u8], base: u32) -> (u32, &[u8], bool) {
    let prefix_base = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    if prefix_base != 0 && (base == 0 || base == prefix_base) {
        // One underscore may stand between the prefix and the digits.
        let rest = match &text[2..] {
            [b'_', rest @ ..] => rest,
            rest => rest,
        };
        return (prefix_base, rest, false);
    }
    if base == 0 {
        return (10, text, text.first() == Some(&b'0'));
    }
    (base, text, false)
}

/// Up to this many digits, multiplying word by word is fastest.
const SHORT_DIGITS: usize = 300;

/// The magnitude of so many checked digits (among underscores) in a base that is a power of two.
fn parse_bits(text: &[u8], base: u32, digits: usize, stop: Stop<'_>) -> Result<Vec<u64>, ParseIntError> {
    let width = base.trailing_zeros();
    let mut words = Vec::with_capacity(digits * width as usize / 64 + 1);
    let (mut word, mut filled) = (0u64, 0);
    for stretch in text.rchunks(STRETCH) {
        if stop() {
            return Err(ParseIntError::Interrupted);
        }
        for digit in stretch.iter().rev().filter_map(|&byte| char::from(byte).to_digit(base)) {
            word |= u64::from(digit) << filled;
            filled += width;
            if filled >= 64 {
                words.push(word);
                filled -= 64;
                word = u64::from(digit) >> (width - filled);
            }
        }
    }
    words.push(word);
    Ok(words)
}

/// The number that at most `SHORT_DIGITS` decimal digits, and nothing else, stand for; `None` of other texts.
fn parse_plain(negative: bool, text: &[u8]) -> Option<Int> {
    if text.is_empty() || text.len() > SHORT_DIGITS {
        return None;
    }
    let (first, rest) = text.as_rchunks::<CHUNK_DIGITS>();
    // Each chunk takes one word at most.
    let (mut words, mut length) = ([0; SHORT_DIGITS / CHUNK_DIGITS + 1], 1);
    words[0] = plain_digits(first)?;
    for chunk in rest {
        let mut carry = plain_digits(chunk)?;
        for word in &mut words[..length] {
            (*word, carry) = word.carrying_mul(CHUNK, carry);
        }
        if carry != 0 {
            words[length] = carry;
            length += 1;
        }
    }
    Some(Int::from_slice(negative, &words[..length]))
}

/// The number that at most `CHUNK_DIGITS` decimal digits, and nothing else, stand for.
#[inline]
fn plain_digits(text: &[u8]) -> Option<u64> {
    let (eights, rest) = text.as_chunks::<8>();
    let mut value = 0;
    for &eight in eights {
        value = value * 100_000_000 + eight_digits(u64::from_le_bytes(eight))?;
    }
    for &byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + u64::from(digit);
    }
    Some(value)
}

/// The number that eight decimal digits stand for, the first one in the lowest byte: pairs, then fours, then all are
/// summed up side by side.
#[inline]
fn eight_digits(text: u64) -> Option<u64> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let high = ONES * 0xf0;
    // What is no digit has other high bits itself, or has them with 6 added.
    if text & high != ONES * 0x30 || text.wrapping_add(ONES * 6) & high != ONES * 0x30 {
        return None;
    }
    let digits = text & (ONES * 0x0f);
    let pairs = (digits * 10 + (digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours * 10_000 + (fours >> 32)) & 0xffff_ffff)
}

/// The magnitude of checked digits (and underscores).
fn parse_short(text: &[u8], base: u32) -> Vec<u64> {
    let mut words = Vec::with_capacity(text.len() / 10 + 1);
    // As many digits at a time as make one word.
    let base = u64::from(base);
    let (mut most, mut scale) = (1, base);
    while let Some(next) = scale.checked_mul(base) {
        (most, scale) = (most + 1, next);
    }
    let (mut chunk, mut count) = (0u64, 0);
    for &byte in text {
        let digit = u64::from(VALUES[usize::from(byte)]);
        if digit >= base {
            continue;
        }
        chunk = chunk * base + digit;
        count += 1;
        if count == most {
            super::magnitude::multiply_add_word(&mut words, scale, chunk);
            (chunk, count) = (0, 0);
        }
    }
    if count > 0 {
        super::magnitude::multiply_add_word(&mut words, base.pow(count), chunk);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::UNWATCHED;
    use super::*;

    #[test]
    fn eight_bytes_are_digits_or_not() {
        assert_eq!(eight_digits(u64::from_le_bytes(*b"12345678")), Some(12_345_678));
        assert_eq!(eight_digits(u64::from_le_bytes(*b"90000009")), Some(90_000_009));
        for byte in 0..=255u8 {
            for place in 0..8 {
                let mut text = *b"99999999";
                text[place] = byte;
                let expected = str::from_utf8(&text).ok().filter(|_| byte.is_ascii_digit()).map(|t| t.parse().unwrap());
                assert_eq!(eight_digits(u64::from_le_bytes(text)), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn plain_digits_are_read_as_the_library_does() {
        for length in 1..=SHORT_DIGITS + 20 {
            for pattern in ["9", "1", "0", "9876501234", "00000000000000000001"] {
                let text: String = pattern.chars().cycle().take(length).collect();
                let expected = Int::from_ibig(text.parse::<IBig>().unwrap());
                assert_eq!(parse(text.as_bytes(), 10, 0, UNWATCHED), Ok(expected));
            }
        }
        for wrong in ["1234567.", "12345678901234567890x", "1234567890123456789 1", "", "-", "1__2", "12345678_"] {
            assert_eq!(parse(wrong.as_bytes(), 10, 0, UNWATCHED), Err(ParseIntError::Invalid), "{wrong}");
        }
    }
}
