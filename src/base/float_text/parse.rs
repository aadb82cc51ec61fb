//! Text to float by the rules of `float(text)`.

use crate::base::watch::{Pace, STRETCH, Stopped, Watch, find, look};

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
    if let Some(value) = parse_few(text) {
        return Ok(Some(value));
    }
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

/// The powers of ten that are doubles.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// A number of a few digits, if its digits are a double and so is the power of ten that scales them: then one
/// operation rounds it, and rightly (Clinger, "How to read floating point numbers accurately", 1990). `None` of others,
/// and of what is none.
#[inline]
fn parse_few(text: &[u8]) -> Option<f64> {
    /// So many digits fit a word.
    const MOST: usize = 18;
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let (mut mantissa, mut count, mut point, mut scale) = (0u64, 0, None, 0);
    let mut rest = body;
    while let [byte, tail @ ..] = rest {
        rest = tail;
        match byte {
            b'0'..=b'9' if count < MOST => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                count += 1;
            }
            b'.' if point.is_none() => point = Some(count),
            b'e' | b'E' => {
                let (below, digits) = match tail {
                    [b'-', digits @ ..] => (true, digits),
                    [b'+', digits @ ..] => (false, digits),
                    digits => (false, digits),
                };
                let exponent = match digits {
                    [one @ b'0'..=b'9'] => i32::from(one - b'0'),
                    [ten @ b'0'..=b'9', one @ b'0'..=b'9'] => i32::from(ten - b'0') * 10 + i32::from(one - b'0'),
                    _ => return None,
                };
                scale = if below { -exponent } else { exponent };
                break;
            }
            _ => return None,
        }
    }
    if count == 0 || mantissa > 1 << 53 {
        return None;
    }
    scale -= point.map_or(0, |point| (count - point) as i32);
    let (value, power) = (mantissa as f64, *POWERS.get(scale.unsigned_abs() as usize)?);
    let value = if scale < 0 { value / power } else { value * power };
    Some(if negative { -value } else { value })
}

/// Digits with single underscores between them, point and exponent; no sign.
fn parse_decimal(body: &[u8], watch: Watch<'_>) -> Result<Option<f64>, Stopped> {
    if find(body, watch, |part| memchr::memchr(b'_', part))?.is_none() {
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
    let mantissa = find(body, watch, |part| memchr::memchr2(b'e', b'E', part))?.unwrap_or(body.len());
    let point = find(&body[..mantissa], watch, |part| memchr::memchr(b'.', part))?.unwrap_or(mantissa);
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
    fn a_few_digits_are_read_as_the_library_does() {
        for mantissa in ["0", "1", "00", "3.25", ".5", "5.", "123456789.123456789", "9007199254740992", "0.1", "99.99e"]
        {
            for exponent in ["", "e0", "e5", "E-5", "e+22", "e-22", "e23", "e-40", "e", "e+", "e400", "e1x"] {
                for sign in ["", "-"] {
                    let text = format!("{sign}{mantissa}{exponent}");
                    if let Some(value) = parse_few(text.as_bytes()) {
                        assert_eq!(value.to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
                    }
                }
            }
        }
        assert_eq!(parse_few(b"-3.25e10"), Some(-3.25e10));
        assert_eq!(parse_few(b"1e22"), Some(1e22));
        for wrong in ["", "-", ".", "-.", "1e23", "1.2.3", "1_0", " 1", "e5", ".e5", "+1"] {
            assert_eq!(parse_few(wrong.as_bytes()), None);
        }
    }

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
