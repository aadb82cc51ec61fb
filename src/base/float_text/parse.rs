//! Text to float by the rules of `float(text)`.

use crate::base::watch::{Pace, STRETCH, Stopped, Watch, look};

/// Longer texts are made short first.
const LONG: usize = 1 << 12;

/// Significant digits that decide how a number is rounded: 767 lie between a double and its neighbour. Of further ones
/// it matters only whether all are zero.
const DIGITS: usize = 800;

/// Parses `text`, whose Unicode spaces and decimal digits are already ASCII
/// (see `base::text::to_ascii_digits`). `None`: `could not convert string to float: …`.
///
/// # Errors
/// `watch` said to stop.
pub fn parse(text: &[u8], watch: Watch<'_>) -> Result<Option<f64>, Stopped> {
    let mut text = text;
    // Very many spaces at either end are looked at stretch by stretch.
    while text.len() > STRETCH && (is_blank(&text[..STRETCH]) || is_blank(&text[text.len() - STRETCH..])) {
        look(watch)?;
        text = if is_blank(&text[..STRETCH]) { &text[STRETCH..] } else { &text[..text.len() - STRETCH] };
    }
    let text = trim_spaces(text);
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let Some(first) = body.first() else { return Ok(None) };
    let value = if first.is_ascii_digit() || *first == b'.' {
        parse_decimal(body, watch)?
    } else if body.eq_ignore_ascii_case(b"inf") || body.eq_ignore_ascii_case(b"infinity") {
        Some(f64::INFINITY)
    } else if body.eq_ignore_ascii_case(b"nan") {
        Some(f64::NAN)
    } else {
        None
    };
    Ok(value.map(|value| if negative { -value } else { value }))
}

/// Digits with single underscores between them, point and exponent; no sign.
fn parse_decimal(body: &[u8], watch: Watch<'_>) -> Result<Option<f64>, Stopped> {
    if memchr::memchr(b'_', body).is_none() {
        return parse_plain(body, watch);
    }
    let mut clean = Vec::with_capacity(body.len());
    let mut previous = b'_';
    let mut pace = Pace::default();
    for (index, &byte) in body.iter().enumerate() {
        pace.look(index, watch)?;
        if byte == b'_' {
            if !previous.is_ascii_digit() || !body.get(index + 1).is_some_and(u8::is_ascii_digit) {
                return Ok(None);
            }
        } else {
            clean.push(byte);
        }
        previous = byte;
    }
    parse_plain(&clean, watch)
}

/// The standard library parses exactly this grammar, and rounds correctly at any length. It takes
/// `inf` too, which cannot follow the digit or point that the text begins with here.
fn parse_plain(body: &[u8], watch: Watch<'_>) -> Result<Option<f64>, Stopped> {
    let parsed = |body: &[u8]| std::str::from_utf8(body).ok()?.parse().ok();
    if body.len() <= LONG {
        return Ok(parsed(body));
    }
    Ok(shorten(body, watch)?.and_then(|short| parsed(short.as_bytes())))
}

/// A short text for the same number; `None` if it is no number.
fn shorten(body: &[u8], watch: Watch<'_>) -> Result<Option<String>, Stopped> {
    let mantissa = memchr::memchr2(b'e', b'E', body).unwrap_or(body.len());
    let point = memchr::memchr(b'.', &body[..mantissa]).unwrap_or(mantissa);
    let fraction = body[..mantissa].get(point + 1..).unwrap_or_default();
    if point == 0 && fraction.is_empty() {
        return Ok(None);
    }
    let mut digits = String::with_capacity(DIGITS + 24);
    // The number is `digits`, and perhaps a little more, times ten to the power of `scale`.
    let (mut scale, mut more) = (0_i64, false);
    for (part, is_fraction) in [(&body[..point], false), (fraction, true)] {
        for stretch in part.chunks(STRETCH) {
            look(watch)?;
            if !stretch.iter().all(u8::is_ascii_digit) {
                return Ok(None);
            }
            let zeros = if digits.is_empty() { stretch.iter().take_while(|digit| **digit == b'0').count() } else { 0 };
            let taken = (stretch.len() - zeros).min(DIGITS - digits.len().min(DIGITS));
            let (kept, left) = stretch[zeros..].split_at(taken);
            digits.extend(kept.iter().map(|digit| char::from(*digit)));
            more |= left.iter().any(|digit| *digit != b'0');
            scale += if is_fraction { -((zeros + kept.len()) as i64) } else { left.len() as i64 };
        }
    }
    if more {
        digits.push('1');
        scale -= 1;
    }
    let exponent = match body.get(mantissa + 1..) {
        None => 0,
        Some(text) => match exponent(text, watch)? {
            Some(exponent) => exponent,
            None => return Ok(None),
        },
    };
    if digits.is_empty() {
        digits.push('0');
    }
    digits.push_str(&format!("e{}", exponent.saturating_add(scale)));
    Ok(Some(digits))
}

/// A decimal exponent with its sign; too large ones are as large as can be.
fn exponent(text: &[u8], watch: Watch<'_>) -> Result<Option<i64>, Stopped> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() {
        return Ok(None);
    }
    let (mut value, mut pace) = (0_i64, Pace::default());
    for (index, digit) in digits.iter().enumerate() {
        pace.look(index, watch)?;
        if !digit.is_ascii_digit() {
            return Ok(None);
        }
        value = value.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
    }
    Ok(Some(if negative { -value } else { value }))
}

/// C's white space, which includes the vertical tab.
fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn is_blank(text: &[u8]) -> bool {
    text.iter().all(is_space)
}

/// Drops white space at both ends.
pub(super) fn trim_spaces(text: &[u8]) -> &[u8] {
    let start = text.iter().position(|byte| !is_space(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_have_the_value_of_short_ones() {
        let value = |text: String| parse(text.as_bytes(), &|| false).expect("nothing stops it");
        let long = "0".repeat(LONG);
        assert_eq!(value(format!("{long}1.5{long}")), Some(1.5));
        assert_eq!(value(format!("-{long}.{long}")), Some(-0.0));
        assert_eq!(value(format!("0.{long}25e{}", LONG + 2)), Some(25.0));
        assert_eq!(value(format!("25{long}e-{}", LONG + 1)), Some(2.5));
        assert_eq!(value(format!("1{long}")), Some(f64::INFINITY));
        assert_eq!(value(format!("1e{}", "9".repeat(LONG))), Some(f64::INFINITY));
        assert_eq!(value(format!("1e-{}", "9".repeat(LONG))), Some(0.0));
        assert_eq!(value(format!("0e{}", "9".repeat(LONG))), Some(0.0));
        // Halfway between two doubles, and a little above.
        assert_eq!(value(format!("9007199254740993.{long}")), Some(9007199254740992.0));
        assert_eq!(value(format!("9007199254740993.{long}1")), Some(9007199254740994.0));
        for wrong in
            [format!("{long}x"), format!("{long}."), format!("{long}e"), format!("{long}1e+"), format!("1.{long}.1")]
        {
            let right = wrong.ends_with('.');
            assert_eq!(value(wrong).is_some(), right);
        }
        let spaces = " ".repeat(2 * STRETCH);
        assert_eq!(value(format!("{spaces}1{spaces}")), Some(1.0));
        assert_eq!(value(spaces), None);
        assert_eq!(parse(format!("{long}1").as_bytes(), &|| true), Err(Stopped));
    }
}
