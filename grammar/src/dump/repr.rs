//! `repr` of the constants a tree can hold.

use super::put;
use crate::ast::Constant;
use crate::literal::is_printable;

/// The `repr` of a constant.
pub(super) fn repr(constant: &Constant) -> String {
    match *constant {
        Constant::None => "None".into(),
        Constant::True => "True".into(),
        Constant::False => "False".into(),
        Constant::Ellipsis => "Ellipsis".into(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt { digits, radix } => repr_int(digits, radix),
        Constant::Float(value) => repr_float(value),
        Constant::LongFloat { text, imaginary } => repr(&Constant::read_float(text, imaginary)),
        Constant::Imaginary(value) => {
            let text = repr_float(value);
            format!("{}j", text.strip_suffix(".0").unwrap_or(&text))
        }
        Constant::Str(text) => repr_str(text.as_bytes()),
        Constant::SurrogateStr(text) => repr_str(text),
        Constant::Bytes(bytes) => repr_bytes(bytes),
    }
}

/// Single quotes, unless that needs a backslash that double quotes do not.
fn quote(bytes: &[u8]) -> char {
    match bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        true => '"',
        false => '\'',
    }
}

/// The `repr` of a `str` given in UTF-8; a lone surrogate stands as three bytes.
pub fn repr_str(text: &[u8]) -> String {
    let quote = quote(text);
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for code in code_points(text) {
        match char::from_u32(code) {
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(c) if c == quote => put(&mut out, format_args!("\\{c}")),
            Some(c) if is_printable(c) => out.push(c),
            _ if code <= 0xff => put(&mut out, format_args!("\\x{code:02x}")),
            _ if code <= 0xffff => put(&mut out, format_args!("\\u{code:04x}")),
            _ => put(&mut out, format_args!("\\U{code:08x}")),
        }
    }
    out.push(quote);
    out
}

/// The code points of UTF-8 that may hold surrogates.
fn code_points(text: &[u8]) -> impl Iterator<Item = u32> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = u32::from(*text.get(at)?);
        let (length, bits) = match first {
            0..0x80 => (1, first),
            0x80..0xe0 => (2, first & 0x1f),
            0xe0..0xf0 => (3, first & 0x0f),
            _ => (4, first & 0x07),
        };
        let tail = text[at..].iter().take(length).skip(1);
        at += length;
        Some(tail.fold(bits, |code, &byte| code << 6 | u32::from(byte & 0x3f)))
    })
}

/// The `repr` of `bytes`.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let quote = quote(bytes);
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ if char::from(byte) == quote => put(&mut out, format_args!("\\{quote}")),
            b' '..=b'~' => out.push(byte.into()),
            _ => put(&mut out, format_args!("\\x{byte:02x}")),
        }
    }
    out.push(quote);
    out
}

/// The `repr` of a `float`: the shortest digits that read back, in CPython's layout (exponents
/// below -4 and from 16 on are written out).
pub fn repr_float(value: f64) -> String {
    if !value.is_finite() {
        let text = if value.is_nan() { "nan" } else { "inf" };
        let sign = if value < 0.0 { "-" } else { "" };
        return format!("{sign}{text}");
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        return format!("{value:?}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

/// The decimal text of an int given by its digits in a radix; beyond CPython's limit of 4300
/// decimal digits the hexadecimal text.
pub fn repr_int(digits: &str, radix: u8) -> String {
    const LIMIT: usize = 4300;
    const BASE: u64 = 1_000_000_000;
    if radix == 10 {
        return digits.to_string();
    }
    let bits = digits.len() * radix.trailing_zeros() as usize;
    // 4300 decimal digits are 14284 bits and a fraction; a few bits more keep the sum exact.
    let mut limbs: Vec<u64> = Vec::new();
    if bits <= 14288 {
        for digit in digits.chars().filter_map(|c| c.to_digit(radix.into())) {
            let mut carry = u64::from(digit);
            for limb in &mut limbs {
                let value = *limb * u64::from(radix) + carry;
                *limb = value % BASE;
                carry = value / BASE;
            }
            if carry > 0 {
                limbs.push(carry);
            }
        }
        let mut out = limbs.last().map_or("0".into(), |limb| limb.to_string());
        for limb in limbs.iter().rev().skip(1) {
            put(&mut out, format_args!("{limb:09}"));
        }
        if out.len() <= LIMIT {
            return out;
        }
    }
    hexadecimal(digits, radix)
}

fn hexadecimal(digits: &str, radix: u8) -> String {
    if radix == 16 {
        return format!("0x{}", digits.to_ascii_lowercase());
    }
    let width = radix.trailing_zeros();
    let mut nibbles = Vec::with_capacity(digits.len());
    let (mut value, mut bits) = (0, 0);
    for digit in digits.chars().rev().filter_map(|c| c.to_digit(radix.into())) {
        value |= digit << bits;
        bits += width;
        while bits >= 4 {
            nibbles.push(value & 15);
            value >>= 4;
            bits -= 4;
        }
    }
    nibbles.push(value);
    let digits = nibbles.iter().rev().skip_while(|&&nibble| nibble == 0);
    let digits = digits.filter_map(|&nibble| char::from_digit(nibble, 16));
    format!("0x{}", digits.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_laid_out_as_in_cpython() {
        for (value, text) in [
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (9999999999999998.0, "9999999999999998.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (1e300, "1e+300"),
            (f64::INFINITY, "inf"),
            (5e-324, "5e-324"),
        ] {
            assert_eq!(repr_float(value), text);
        }
    }

    #[test]
    fn strings_are_quoted_and_escaped() {
        assert_eq!(repr_str("a'b".as_bytes()), "\"a'b\"");
        assert_eq!(repr_str("a'\"b".as_bytes()), "'a\\'\"b'");
        assert_eq!(repr_str("\n\x01é\u{a0}\u{200b}\u{10ffff}".as_bytes()), r"'\n\x01é\xa0\u200b\U0010ffff'");
        assert_eq!(repr_str(b"\xed\xa0\x80"), r"'\ud800'");
        assert_eq!(repr_bytes(b"'\x00\xff\\"), r#"b"'\x00\xff\\""#);
    }

    #[test]
    fn ints_of_any_radix_are_decimal() {
        assert_eq!(repr_int("FFFFFFFFFFFFFFFFFFFFF", 16), "19342813113834066795298815");
        assert_eq!(repr_int("2000000000000000000000", 8), "18446744073709551616");
        assert_eq!(repr_int(&"f".repeat(3571), 16).len(), 4300);
        assert_eq!(repr_int(&"7".repeat(5000), 8), format!("0x{}", "f".repeat(3750)));
    }
}
