//! Text to float by the rules of `float(text)`.

/// Parses `text`, whose Unicode spaces and decimal digits are already ASCII
/// (see `base::text::to_ascii_digits`). `None`: `could not convert string to float: …`.
pub fn parse(text: &[u8]) -> Option<f64> {
    let text = trim_spaces(text);
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let first = body.first()?;
    let value = if first.is_ascii_digit() || *first == b'.' {
        parse_decimal(body)?
    } else if body.eq_ignore_ascii_case(b"inf") || body.eq_ignore_ascii_case(b"infinity") {
        f64::INFINITY
    } else if body.eq_ignore_ascii_case(b"nan") {
        f64::NAN
    } else {
        return None;
    };
    Some(if negative { -value } else { value })
}

/// Digits with single underscores between them, point and exponent; no sign.
fn parse_decimal(body: &[u8]) -> Option<f64> {
    if !body.contains(&b'_') {
        return parse_plain(body);
    }
    let mut clean = Vec::with_capacity(body.len());
    let mut previous = b'_';
    for (index, &byte) in body.iter().enumerate() {
        if byte == b'_' {
            let next = body.get(index + 1)?;
            if !previous.is_ascii_digit() || !next.is_ascii_digit() {
                return None;
            }
        } else {
            clean.push(byte);
        }
        previous = byte;
    }
    parse_plain(&clean)
}

/// The standard library parses exactly this grammar, and rounds correctly at any length. It takes
/// `inf` too, which cannot follow the digit or point that the text begins with here.
fn parse_plain(body: &[u8]) -> Option<f64> {
    std::str::from_utf8(body).ok()?.parse().ok()
}

/// Drops C's white space (which includes the vertical tab) at both ends.
pub(super) fn trim_spaces(text: &[u8]) -> &[u8] {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
    let start = text.iter().position(|byte| !is_space(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
    &text[start..end]
}
