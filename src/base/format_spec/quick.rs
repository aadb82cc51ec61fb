//! The usual formats of small ints, floats and short texts, written to a buffer on the stack. What is unusual is left
//! to the general way (`apply`), which also words the errors: whatever is made here is what that would make.

use super::spec::{Align, Spec, SpecKind};
use crate::base::bigint::{DECIMAL_I64, decimal_start};
use crate::base::float_text::{REPR_ROOM, quick_repr, scaled_integer, scientific};
use crate::base::text::copy_short;

/// Bytes that a buffer holds.
const ROOM: usize = 96;
/// The greatest precision of floats that is usual.
const MOST_DECIMALS: usize = 15;

/// ASCII text of at most [`ROOM`] bytes.
pub struct Short {
    bytes: [u8; ROOM],
    len: usize,
}

impl Short {
    /// Writes bytes at a place, and tells where they end.
    #[inline(always)]
    fn put(&mut self, at: usize, bytes: &[u8]) -> usize {
        let end = at + bytes.len();
        copy_short(&mut self.bytes[at..end], bytes);
        end
    }

    /// The text.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// `format(value, spec)`; `None` if that is no usual one.
pub fn quick_int(value: i64, spec: &[u8]) -> Option<Short> {
    int_by_spec(value, &Spec::parse_ascii(spec, SpecKind::Int)?)
}

/// `format(value, spec)`; `None` if that is no usual one.
pub fn quick_float(value: f64, spec: &[u8]) -> Option<Short> {
    float_by_spec(value, &Spec::parse_ascii(spec, SpecKind::Float)?)
}

/// `format(text, spec)` of ASCII text; `None` if that is no usual one.
pub fn quick_text(text: &[u8], spec: &[u8]) -> Option<Short> {
    text_by_spec(text, &Spec::parse_ascii(spec, SpecKind::Text)?)
}

/// A small int under a parsed spec, as [`quick_int`].
pub fn int_by_spec(value: i64, spec: &Spec) -> Option<Short> {
    let magnitude = value.unsigned_abs();
    let mut buffer = [b'0'; 64];
    let (start, prefix, size): (usize, &[u8], usize) = match u8::try_from(spec.code).ok()? {
        b'd' => (decimal(magnitude, &mut buffer), b"", 3),
        b'x' => (power_of_two(magnitude, 4, b"0123456789abcdef", &mut buffer), b"0x", 4),
        b'X' => (power_of_two(magnitude, 4, b"0123456789ABCDEF", &mut buffer), b"0X", 4),
        b'o' => (power_of_two(magnitude, 3, b"01234567", &mut buffer), b"0o", 4),
        b'b' => (power_of_two(magnitude, 1, b"01", &mut buffer), b"0b", 4),
        _ => return None,
    };
    if spec.precision.is_some() || spec.no_negative_zero {
        return None;
    }
    let prefix = if spec.alternate { prefix } else { b"" };
    lay_out(value < 0, prefix, &buffer[start..], b"", size, spec)
}

/// A float under a parsed spec, as [`quick_float`]: fixed digits, with an exponent, or the shortest.
pub fn float_by_spec(value: f64, spec: &Spec) -> Option<Short> {
    if !value.is_finite() || spec.alternate || spec.no_negative_zero {
        return None;
    }
    match (u8::try_from(spec.code).ok()?, spec.precision) {
        (code @ (b'f' | b'F' | b'%'), precision) => {
            let precision = precision.unwrap_or(6);
            if precision > MOST_DECIMALS {
                return None;
            }
            let value = if code == b'%' { value * 100.0 } else { value };
            let scaled = scaled_integer(value.abs(), precision)?;
            let mut buffer = [b'0'; 64];
            // At least one digit stands before the point.
            let start = decimal(scaled, &mut buffer).min(64 - precision - 1);
            let (whole, fraction) = buffer[start..].split_at(64 - precision - start);
            let mut rest = [b'.'; MOST_DECIMALS + 2];
            rest[1..=precision].copy_from_slice(fraction);
            rest[precision + 1] = b'%';
            let from = usize::from(precision == 0);
            let rest = &rest[from..precision + 1 + usize::from(code == b'%')];
            lay_out(value.is_sign_negative(), b"", whole, rest, 3, spec)
        }
        (code @ (b'e' | b'E'), precision) => {
            let precision = precision.unwrap_or(6);
            if precision > MOST_DECIMALS {
                return None;
            }
            let (number, exponent) = match value.abs() {
                0.0 => (0, 0),
                value => scientific(value, precision + 1)?,
            };
            let (mut buffer, mut places) = ([b'0'; 64], [b'0'; 64]);
            decimal(number, &mut buffer);
            let (whole, fraction) = buffer[64 - precision - 1..].split_at(1);
            // Two digits at least.
            let start = decimal(exponent.unsigned_abs(), &mut places).min(62);
            let exponent_digits = &places[start..];
            let mut rest = [b'.'; MOST_DECIMALS + 8];
            rest[1..=precision].copy_from_slice(fraction);
            let (sign, end) = (precision + 2, precision + 3 + exponent_digits.len());
            (rest[precision + 1], rest[sign]) = (code, if exponent < 0 { b'-' } else { b'+' });
            rest[sign + 1..end].copy_from_slice(exponent_digits);
            let from = usize::from(precision == 0);
            lay_out(value.is_sign_negative(), b"", whole, &rest[from..end], 3, spec)
        }
        (0, None) => {
            let mut buffer = [0; REPR_ROOM];
            let text = quick_repr(value.abs(), &mut buffer)?;
            let point = text.iter().position(|&byte| byte == b'.')?;
            lay_out(value.is_sign_negative(), b"", &text[..point], &text[point..], 3, spec)
        }
        _ => None,
    }
}

/// ASCII text under a parsed spec, as [`quick_text`].
pub fn text_by_spec(text: &[u8], spec: &Spec) -> Option<Short> {
    let refused = spec.code != u32::from(b's')
        || spec.sign.is_some()
        || spec.alternate
        || spec.no_negative_zero
        || spec.align == Align::AfterSign;
    if refused {
        return None;
    }
    let text = &text[..text.len().min(spec.precision.unwrap_or(usize::MAX))];
    place([text, b"", b"", b""], spec)
}

/// Sign, prefix, digits with separators after every `size` of them, rest.
fn lay_out(negative: bool, prefix: &[u8], digits: &[u8], rest: &[u8], size: usize, spec: &Spec) -> Option<Short> {
    let sign: &[u8] = match (negative, spec.sign) {
        (true, _) => b"-",
        (false, Some(b'+')) => b"+",
        (false, Some(b' ')) => b" ",
        _ => b"",
    };
    if let Some(separator) = spec.grouping {
        // Zeros in front would be grouped as well.
        if spec.align == Align::AfterSign {
            return None;
        }
        let mut grouped = [0; ROOM];
        let mut at = ROOM;
        for (i, &digit) in digits.iter().rev().enumerate() {
            if i > 0 && i % size == 0 {
                at -= 1;
                grouped[at] = separator;
            }
            at -= 1;
            grouped[at] = digit;
        }
        return place([sign, prefix, &grouped[at..], rest], spec);
    }
    place([sign, prefix, digits, rest], spec)
}

/// The parts in a field of the spec's width; what is filled up after the sign is so behind the second part.
#[inline(always)]
fn place(parts: [&[u8]; 4], spec: &Spec) -> Option<Short> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let total = spec.width.unwrap_or(0).max(length);
    if total > ROOM || spec.fill >= 128 {
        return None;
    }
    let padding = total - length;
    let (before, inside) = match spec.align {
        Align::Left => (0, 0),
        Align::Right => (padding, 0),
        Align::Center => (padding / 2, 0),
        Align::AfterSign => (0, padding),
    };
    let mut short = Short { bytes: [spec.fill as u8; ROOM], len: total };
    let mut at = short.put(before, parts[0]);
    at = short.put(at, parts[1]);
    at = short.put(at + inside, parts[2]);
    short.put(at, parts[3]);
    Some(short)
}

/// Writes the digits to the end of the buffer, and tells where they begin.
#[inline]
fn decimal(value: u64, buffer: &mut [u8; 64]) -> usize {
    let Some(end) = buffer.last_chunk_mut() else { return 64 };
    64 - DECIMAL_I64 + decimal_start(value, end)
}

/// The same in base 2 to the power of `bits`.
fn power_of_two(mut value: u64, bits: u32, digits: &[u8], buffer: &mut [u8; 64]) -> usize {
    let mut start = 64;
    loop {
        start -= 1;
        buffer[start] = digits[(value & ((1 << bits) - 1)) as usize];
        value >>= bits;
        if value == 0 {
            return start;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{format_float, format_int, format_text};
    use super::*;
    use crate::base::bigint::IntRef;
    use crate::base::text::{TextBuf, TextRef};

    fn shown(text: &TextBuf) -> String {
        text.as_ref().to_string_lossy()
    }

    #[test]
    fn whatever_is_quick_is_what_the_general_way_gives() {
        let fills = ["", "<", ">", "^", "=", "*^", "0=", "x<"];
        let signs = ["", "+", " ", "-", "#", "+#"];
        let widths = ["", "1", "7", "08", "020", "95", "97"];
        let tails = [
            "", "d", "x", "X", "o", "b", ",", "_", ",d", "_x", "_b", "f", ".0f", ".3f", ",.2f", ".15f", "%", ".1%",
            "_.4f", "s", ".3s", ".2", "e", ".0e", ".3E", ".15e", "_.1e", "g", "n", "c", ".20f",
        ];
        let (mut quick, mut all) = (0, 0);
        for fill in fills {
            for sign in signs {
                for width in widths {
                    for tail in tails {
                        let spec = format!("{fill}{sign}{width}{tail}");
                        let text = TextRef::Ascii(spec.as_bytes());
                        for value in [0, 7, -7, 1234567, -987654321, (1 << 61) - 1] {
                            all += 1;
                            if let Some(short) = quick_int(value, spec.as_bytes()) {
                                quick += 1;
                                let spec = Spec::parse(text, SpecKind::Int, "int").unwrap();
                                let general = format_int(
                                    IntRef::Small(value),
                                    &spec,
                                    "int",
                                    0,
                                    crate::base::bigint::UNWATCHED,
                                    1000,
                                )
                                .unwrap();
                                assert_eq!(short.as_bytes(), shown(&general).as_bytes(), "{value} {spec:?}");
                            }
                        }
                        for value in [0.0, -0.0, 0.5, 2.5, 1e-5, 123.456, -99999.995, 1e15, 1e16, 4e300, 1.0 / 3.0] {
                            if let Some(short) = quick_float(value, spec.as_bytes()) {
                                let spec = Spec::parse(text, SpecKind::Float, "float").unwrap();
                                let general = format_float(value, &spec, "float", &|| false, 1000).unwrap();
                                assert_eq!(short.as_bytes(), shown(&general).as_bytes(), "{value} {spec:?}");
                            }
                        }
                        if let Some(short) = quick_text(b"hill", spec.as_bytes()) {
                            let spec = Spec::parse(text, SpecKind::Text, "str").unwrap();
                            let general = format_text(TextRef::Ascii(b"hill"), &spec, "str", 1000).unwrap();
                            assert_eq!(short.as_bytes(), shown(&general).as_bytes(), "{spec:?}");
                        }
                    }
                }
            }
        }
        assert!(quick * 4 > all, "{quick} of {all}");
    }
}
