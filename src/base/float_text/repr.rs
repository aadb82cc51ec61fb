//! `repr(float)`, which is also `str(float)`.

use super::format::{FloatCode, FloatStyle, format_magnitude};

/// `repr(value)`.
pub fn repr(value: f64) -> String {
    let mut text = String::new();
    push_repr(&mut text, value);
    text
}

/// Bytes that [`quick_repr`] takes at most.
pub const REPR_ROOM: usize = 32;

/// `repr(value)` of a float that Python writes without exponent, in the buffer; `None` for others.
pub fn quick_repr(value: f64, buffer: &mut [u8; REPR_ROOM]) -> Option<&str> {
    let magnitude = value.abs();
    let mut len = 0;
    let mut put = |bytes: &[u8]| {
        for &byte in bytes {
            buffer[len] = byte;
            len += 1;
        }
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
    std::str::from_utf8(&buffer[..len]).ok()
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
        text.push_str(digits);
        return;
    }
    let style = FloatStyle { code: FloatCode::Repr, add_dot_zero: true, ..FloatStyle::default() };
    text.push_str(&format_magnitude(magnitude, style));
}
