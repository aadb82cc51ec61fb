//! Format specs applied to text, ints and floats.

use super::number::{Parts, layout, sign_of};
use super::spec::{Align, Spec};
use super::{FormatError, digit_limit_message};
use crate::base::bigint::{self, IntRef};
use crate::base::float_text::{FloatCode, FloatStyle, format_watched};
use crate::base::text::{TextBuf, TextRef, pad};
use crate::base::watch::{Stopped, Watch};

/// The largest precision of floats, that of a C int.
const MAX_PRECISION: usize = i32::MAX as usize;

fn unknown_code(code: u32, type_name: &str) -> FormatError {
    FormatError::Value(match code {
        33..128 => format!("Unknown format code '{}' for object of type '{type_name}'", code as u8 as char),
        _ => format!("Unknown format code '\\x{code:x}' for object of type '{type_name}'"),
    })
}

/// `format(text, spec)`, at most `longest` characters.
pub fn format_text(text: TextRef<'_>, spec: &Spec, type_name: &str, longest: usize) -> Result<TextBuf, FormatError> {
    if spec.code != u32::from(b's') {
        return Err(unknown_code(spec.code, type_name));
    }
    let refusal = match spec {
        Spec { sign: Some(b' '), .. } => "Space not allowed in string format specifier",
        Spec { sign: Some(_), .. } => "Sign not allowed in string format specifier",
        Spec { no_negative_zero: true, .. } => "Negative zero coercion (z) not allowed in string format specifier",
        Spec { alternate: true, .. } => "Alternate form (#) not allowed in string format specifier",
        Spec { align: Align::AfterSign, .. } => "'=' alignment not allowed in string format specifier",
        _ => "",
    };
    if !refusal.is_empty() {
        return Err(FormatError::value(refusal));
    }
    let text = text.slice(0..spec.precision.unwrap_or(usize::MAX));
    let width = spec.width.unwrap_or(0);
    if width.max(text.len()) > longest {
        return Err(FormatError::Memory);
    }
    let padding = width.saturating_sub(text.len());
    let left = match spec.align {
        Align::Left | Align::AfterSign => 0,
        Align::Right => padding,
        Align::Center => padding / 2,
    };
    Ok(pad(text, left, padding - left, spec.fill))
}

/// `format(int, spec)`, at most `longest` characters. `digit_limit` is the greatest number of digits
/// in decimal, 0 for none.
pub fn format_int(
    value: IntRef<'_>,
    spec: &Spec,
    type_name: &str,
    digit_limit: usize,
    stop: bigint::Stop<'_>,
    longest: usize,
) -> Result<TextBuf, FormatError> {
    let code = u8::try_from(spec.code).unwrap_or(0);
    let radix = match code {
        b'd' | b'n' => 10,
        b'b' => 2,
        b'o' => 8,
        b'x' | b'X' => 16,
        b'c' => 0,
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => {
            let float = bigint::to_f64(value)
                .map_err(|_| FormatError::Overflow("int too large to convert to float".to_string()))?;
            return format_float(float, spec, type_name, stop, longest);
        }
        _ => return Err(unknown_code(spec.code, type_name)),
    };
    if spec.precision.is_some() {
        return Err(FormatError::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(FormatError::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if radix == 0 {
        return format_character(value, spec, longest);
    }
    let too_long = || FormatError::Value(digit_limit_message(digit_limit));
    let mut text = match radix {
        10 => {
            bigint::to_decimal(value, digit_limit, stop).map_err(|_| FormatError::Interrupted)?.ok_or_else(too_long)?
        }
        _ => bigint::to_radix(value, radix, code == b'X', stop).map_err(|_| FormatError::Interrupted)?,
    };
    let negative = text.starts_with('-');
    if negative {
        text.remove(0);
    }
    let prefix = match code {
        b'b' if spec.alternate => "0b",
        b'o' if spec.alternate => "0o",
        b'x' if spec.alternate => "0x",
        b'X' if spec.alternate => "0X",
        _ => "",
    };
    let parts = Parts {
        sign: sign_of(negative, spec.sign),
        prefix,
        digits: &text,
        rest: TextRef::EMPTY,
        group: if radix == 10 { 3 } else { 4 },
    };
    layout(&parts, spec, longest, stop)
}

/// Type `c`: the character of that code.
fn format_character(value: IntRef<'_>, spec: &Spec, longest: usize) -> Result<TextBuf, FormatError> {
    if spec.sign.is_some() {
        return Err(FormatError::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(FormatError::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let Some(code) = value.to_i64() else {
        return Err(FormatError::Overflow("Python int too large to convert to C long".to_string()));
    };
    let Some(code) = u32::try_from(code).ok().filter(|&code| code < 0x110000) else {
        return Err(FormatError::Overflow("%c arg not in range(0x110000)".to_string()));
    };
    let character = TextBuf::from_code(code);
    let parts = Parts { sign: None, prefix: "", digits: "", rest: character.as_ref(), group: 3 };
    layout(&parts, spec, longest, &|| false)
}

/// `format(float, spec)`, at most `longest` characters.
pub fn format_float(
    value: f64,
    spec: &Spec,
    type_name: &str,
    stop: Watch<'_>,
    longest: usize,
) -> Result<TextBuf, FormatError> {
    let code = match u8::try_from(spec.code) {
        Ok(code @ (b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n' | b'%' | 0)) => code,
        _ => return Err(unknown_code(spec.code, type_name)),
    };
    let precision = spec.precision.unwrap_or(6);
    if precision > MAX_PRECISION {
        return Err(FormatError::value("precision too big"));
    }
    if precision > longest {
        return Err(FormatError::Memory);
    }
    let style = FloatStyle {
        code: match code {
            b'e' | b'E' => FloatCode::Exponent,
            b'f' | b'F' | b'%' => FloatCode::Fixed,
            0 if spec.precision.is_none() => FloatCode::Repr,
            _ => FloatCode::General,
        },
        precision,
        alternate: spec.alternate,
        add_dot_zero: code == 0,
        upper_case: matches!(code, b'E' | b'F' | b'G'),
    };
    let value = if code == b'%' { value * 100.0 } else { value };
    let mut text = format_watched(value, style, stop).map_err(|Stopped| FormatError::Interrupted)?;
    let mut negative = value.is_sign_negative() && !value.is_nan();
    if spec.no_negative_zero && negative && is_zero_text(&text) {
        negative = false;
    }
    if code == b'%' {
        text.push('%');
    }
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let parts = Parts {
        sign: sign_of(negative, spec.sign),
        prefix: "",
        digits: &text[..whole],
        rest: TextRef::Ascii(&text.as_bytes()[whole..]),
        group: 3,
    };
    layout(&parts, spec, longest, stop)
}

/// Whether all digits before the exponent are zeros.
fn is_zero_text(text: &str) -> bool {
    text.bytes().take_while(|byte| !matches!(byte, b'e' | b'E')).all(|byte| matches!(byte, b'0' | b'.'))
}
