//! `repr(float)`, which is also `str(float)`.

use super::format::{FloatCode, FloatStyle, format_magnitude};

/// `repr(value)`.
pub fn repr(value: f64) -> String {
    let mut text = String::new();
    push_repr(&mut text, value);
    text
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
    if (1e-4..1e16).contains(&magnitude) {
        let mut buffer = zmij::Buffer::new();
        let digits = buffer.format_finite(magnitude);
        if !digits.contains('e') {
            text.push_str(digits);
            if !digits.contains('.') {
                text.push_str(".0");
            }
            return;
        }
    }
    let style = FloatStyle { code: FloatCode::Repr, add_dot_zero: true, ..FloatStyle::default() };
    text.push_str(&format_magnitude(magnitude, style));
}
