//! Text of huge numbers, and huge numbers from text, in bases that are no power of two: by halves, with powers of the
//! base that are squares of each other. Short pieces are the library's.

use super::divide::div_rem;
use super::{Stop, product};
use crate::base::bigint::IntError;
use dashu_int::UBig;

/// Digits of a piece.
const PIECE_DIGITS: usize = 40_000;

/// Whether a number of so many words, or digits, takes long enough to be watched.
pub fn is_long(words: usize) -> bool {
    words > 10_000
}

/// `base ** PIECE_DIGITS` and its squares, up to the first that `is_enough`.
fn powers(base: u32, is_enough: impl Fn(&UBig, usize) -> bool, stop: Stop<'_>) -> Result<Vec<UBig>, IntError> {
    let mut all = vec![UBig::from(base).pow(PIECE_DIGITS)];
    while let Some(last) = all.last()
        && !is_enough(last, all.len())
    {
        let next = product(last, last, stop)?;
        all.push(next);
    }
    Ok(all)
}

/// The digits of a number.
///
/// # Errors
/// `Interrupted` when `stop` says so.
pub fn to_text(value: UBig, base: u32, stop: Stop<'_>) -> Result<String, IntError> {
    // The square of the last power is above the value.
    let bits = value.as_words().len() * 64;
    let powers = powers(base, |power, _| power.as_words().len() * 128 > bits + 128, stop)?;
    let mut text = String::new();
    push(&mut text, value, base, &powers, stop)?;
    Ok(text)
}

/// Adds the digits of a value below the square of the last power; with zeros in front unless it is the beginning.
fn push(text: &mut String, value: UBig, base: u32, powers: &[UBig], stop: Stop<'_>) -> Result<(), IntError> {
    let Some((power, smaller)) = powers.split_last() else {
        let digits = value.in_radix(base as u8).to_string();
        if !text.is_empty() {
            text.extend(std::iter::repeat_n('0', PIECE_DIGITS - digits.len()));
        }
        if !text.is_empty() || digits != "0" {
            text.push_str(&digits);
        }
        return Ok(());
    };
    let (high, low) = div_rem(value, power, stop)?;
    if !text.is_empty() || !high.is_zero() {
        push(text, high, base, smaller, stop)?;
    }
    push(text, low, base, smaller, stop)
}

/// The number that digits stand for, which have been checked.
///
/// # Errors
/// `Interrupted` when `stop` says so.
pub fn from_text(digits: &str, base: u32, stop: Stop<'_>) -> Result<UBig, IntError> {
    let powers = powers(base, |_, count| PIECE_DIGITS << count >= digits.len(), stop)?;
    read(digits, base, &powers, stop)
}

fn read(digits: &str, base: u32, powers: &[UBig], stop: Stop<'_>) -> Result<UBig, IntError> {
    let Some((power, smaller)) = powers.split_last() else {
        return Ok(UBig::from_str_radix(digits, base).unwrap_or(UBig::ZERO));
    };
    let low = PIECE_DIGITS << smaller.len();
    let Some(cut) = digits.len().checked_sub(low).filter(|cut| *cut > 0) else {
        return read(digits, base, smaller, stop);
    };
    let (high, low) = digits.split_at(cut);
    let high = product(&read(high, base, smaller, stop)?, power, stop)?;
    Ok(high + read(low, base, smaller, stop)?)
}

#[cfg(test)]
mod tests {
    use super::super::tests::number;
    use super::*;

    #[test]
    fn digits_are_the_librarys_there_and_back() {
        for (words, base) in [(1, 10), (12_000, 10), (2_077, 10), (15_000, 7), (9_000, 36)] {
            let value = number(words, 9);
            let text = to_text(value.clone(), base, &|| false).expect("not stopped");
            assert!(text == value.in_radix(base as u8).to_string(), "{words} words in base {base}");
            assert!(from_text(&text, base, &|| false).expect("not stopped") == value, "{words} words in base {base}");
        }
        for exponent in [PIECE_DIGITS - 1, PIECE_DIGITS, PIECE_DIGITS + 1, 4 * PIECE_DIGITS, 4 * PIECE_DIGITS + 1] {
            let expected = format!("1{}", "0".repeat(exponent));
            let value = UBig::from(10u8).pow(exponent);
            assert!(to_text(value.clone(), 10, &|| false).expect("not stopped") == expected, "10**{exponent}");
            assert!(from_text(&expected, 10, &|| false).expect("not stopped") == value, "10**{exponent}");
        }
    }
}
