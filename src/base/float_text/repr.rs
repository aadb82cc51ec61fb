//! `repr(float)`, which is also `str(float)`.

use super::format::{FloatCode, FloatStyle, format_magnitude};
use crate::base::text::copy_short;

/// `repr(value)`.
pub fn repr(value: f64) -> String {
    let mut text = String::new();
    push_repr(&mut text, value);
    text
}

/// Bytes that [`quick_repr`] takes at most.
pub const REPR_ROOM: usize = 32;

/// `repr(value)` of a float that Python writes without exponent, in the buffer: ASCII; `None` for others.
pub fn quick_repr(value: f64, buffer: &mut [u8; REPR_ROOM]) -> Option<&[u8]> {
    let magnitude = value.abs();
    let mut len = 0;
    let mut put = |bytes: &[u8]| {
        copy_short(&mut buffer[len..len + bytes.len()], bytes);
        len += bytes.len();
    };
    if value.is_sign_negative() {
        put(b"-");
    }
    if magnitude == 0.0 {
        put(b"0.0");
    } else if (1e-4..1e16).contains(&magnitude) {
        let mut digits = zmij::Buffer::new();
        let digits = digits.format_finite(magnitude).as_bytes();
        if digits.contains(&b'e') || digits.len() > REPR_ROOM - 3 {
            return None;
        }
        put(digits);
        if !digits.contains(&b'.') {
            put(b".0");
        }
    } else {
        return None;
    }
    Some(&buffer[..len])
}

/// Appends `repr(value)`.
pub fn push_repr(text: &mut String, value: f64) {
    let magnitude = value.abs();
    if magnitude.is_nan() {
        text.push_str("nan");
        return;
    }
    if value.is_sign_negative() {
        text.push('-');
    }
    // In this range Python writes no exponent, and the library's layout is the same.
    if let Some(digits) = quick_repr(magnitude, &mut [0; REPR_ROOM]) {
        text.push_str(str::from_utf8(digits).expect("digits are ASCII"));
        return;
    }
    let style = FloatStyle { code: FloatCode::Repr, add_dot_zero: true, ..FloatStyle::default() };
    text.push_str(&format_magnitude(magnitude, style));
}
