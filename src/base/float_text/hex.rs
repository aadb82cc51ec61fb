//! `float.hex` and `float.fromhex`.

use super::{round_scaled, split};
use crate::base::watch::{Pace, Stopped, Watch};

/// Why a text is no hexadecimal float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FromHexError {
    /// `invalid hexadecimal floating-point string` (ValueError).
    Invalid,
    /// `hexadecimal value too large to represent as a float` (OverflowError).
    TooLarge,
}

/// `value.hex()`.
pub fn to_hex(value: f64) -> String {
    if !value.is_finite() {
        return super::repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let fraction = value.to_bits() & ((1 << 52) - 1);
    if value.abs() < f64::MIN_POSITIVE {
        return format!("{sign}0x0.{fraction:013x}p-1022");
    }
    format!("{sign}0x1.{fraction:013x}p{:+}", split(value).1 - 1)
}

/// `float.fromhex(text)`.
///
/// # Errors
/// The outer one: `watch` said to stop.
pub fn from_hex(text: &[u8], watch: Watch<'_>) -> Result<Result<f64, FromHexError>, Stopped> {
    let text = super::parse::trim_spaces(text);
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let is = |name: &str| body.eq_ignore_ascii_case(name.as_bytes());
    let value = match () {
        _ if is("inf") || is("infinity") => Ok(f64::INFINITY),
        _ if is("nan") => Ok(f64::NAN),
        _ => finite(body, watch)?,
    };
    Ok(value.map(|value| if negative { -value } else { value }))
}

/// `[0x] digits [. digits] [p exponent]`, at least one digit.
fn finite(text: &[u8], watch: Watch<'_>) -> Result<Result<f64, FromHexError>, Stopped> {
    let text = match text {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        text => text,
    };
    let mut mantissa = 0u64;
    let mut inexact = false;
    let mut exponent = 0i64;
    let mut digits = 0usize;
    let mut after_point = false;
    let (mut index, mut pace) = (0, Pace::default());
    while let Some(&byte) = text.get(index) {
        pace.look(index, watch)?;
        match char::from(byte).to_digit(16) {
            Some(digit) => {
                digits += 1;
                // Sixteen digits fill the mantissa; what follows only rounds it.
                if mantissa >> 60 == 0 {
                    mantissa = mantissa << 4 | u64::from(digit);
                    exponent -= if after_point { 4 } else { 0 };
                } else {
                    inexact |= digit != 0;
                    exponent += if after_point { 0 } else { 4 };
                }
            }
            None if byte == b'.' && !after_point => after_point = true,
            None => break,
        }
        index += 1;
    }
    if digits == 0 {
        return Ok(Err(FromHexError::Invalid));
    }
    let Some(scale) = power(&text[index..], watch)? else { return Ok(Err(FromHexError::Invalid)) };
    let value = round_scaled(mantissa, inexact, exponent.saturating_add(scale));
    Ok(if value.is_infinite() { Err(FromHexError::TooLarge) } else { Ok(value) })
}

/// `p [sign] digits`, or nothing; saturates.
fn power(text: &[u8], watch: Watch<'_>) -> Result<Option<i64>, Stopped> {
    let Some((b'p' | b'P', rest)) = text.split_first() else {
        return Ok(text.is_empty().then_some(0));
    };
    let (negative, digits) = match rest {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, rest),
    };
    let (mut value, mut pace) = (0i64, Pace::default());
    for (index, digit) in digits.iter().enumerate() {
        pace.look(index, watch)?;
        if !digit.is_ascii_digit() {
            return Ok(None);
        }
        value = value.saturating_mul(10).saturating_add(i64::from(digit - b'0')).min(1 << 60);
    }
    let value = if negative { -value } else { value };
    Ok((!digits.is_empty()).then_some(value))
}
