//! Strings for output.

use crate::base::text::{AsciiStretch, CodeUnit, TextBuilder, TextRef};
use crate::with_units;

/// For bytes: 0 if they stand for themselves, `u` for `\u00XX`, else the letter of the escape.
const ESCAPES: [u8; 128] = {
    let mut table = [0; 128];
    let mut c = 0;
    while c < 32 {
        table[c] = b'u';
        c += 1;
    }
    table[0x7F] = b'u';
    table[b'\n' as usize] = b'n';
    table[b'\r' as usize] = b'r';
    table[b'\t' as usize] = b't';
    table[0x0C] = b'f';
    table[0x08] = b'b';
    table[b'"' as usize] = b'"';
    table[b'\\' as usize] = b'\\';
    table
};

/// Appends the text as a JSON string with everything beyond ASCII escaped, surrogate pairs for
/// what does not fit four digits (`json.encoder.encode_basestring_ascii`).
pub fn quote_ascii(target: &mut TextBuilder, text: TextRef<'_>) {
    target.push(b'"'.into());
    quote_part(target, text, true);
    target.push(b'"'.into());
}

/// Appends what stands between the quotes for a part of a text.
pub fn quote_part(target: &mut TextBuilder, text: TextRef<'_>, ascii: bool) {
    if ascii && !text.is_ascii() {
        // Much of it is escaped: runs would be short.
        let mut stretch = AsciiStretch::new(target);
        with_units!(text, |units| for &unit in units {
            let code = CodeUnit::code(unit);
            match code < 0x7F && ESCAPES[code as usize] == 0 {
                true => stretch.push(code as u8),
                false => escape(&mut stretch, code),
            }
        });
    } else if ascii {
        push(target, text, |code| code < 0x7F && ESCAPES[code as usize] == 0);
    } else {
        push(target, text, |code| code >= 0x7F || ESCAPES[code as usize] == 0);
    }
}

/// Appends the text as a JSON string; only quotes, backslashes and control characters below 32
/// are escaped (`json.encoder.encode_basestring`).
pub fn quote(target: &mut TextBuilder, text: TextRef<'_>) {
    target.push(b'"'.into());
    quote_part(target, text, false);
    target.push(b'"'.into());
}

fn push(target: &mut TextBuilder, text: TextRef<'_>, plain: impl Fn(u32) -> bool) {
    with_units!(text, |units| {
        // Runs without anything to escape are copied at once.
        let mut start = 0;
        while let Some(length) = units[start..].iter().position(|&unit| !plain(CodeUnit::code(unit))) {
            target.push_text(text.slice(start..start + length));
            push_escape(target, CodeUnit::code(units[start + length]));
            start += length + 1;
        }
        target.push_text(text.slice(start..units.len()));
    });
}

fn push_escape(target: &mut TextBuilder, code: u32) {
    escape(&mut AsciiStretch::new(target), code);
}

fn escape(target: &mut AsciiStretch<'_>, code: u32) {
    match ESCAPES.get(code as usize) {
        Some(&letter) if letter != b'u' && letter != 0 => target.extend(&[b'\\', letter]),
        _ if code < 0x1_0000 => push_unit(target, code),
        _ => {
            let rest = code - 0x1_0000;
            push_unit(target, 0xD800 + (rest >> 10));
            push_unit(target, 0xDC00 + (rest & 0x3FF));
        }
    }
}

/// Appends `\uXXXX`.
fn push_unit(target: &mut AsciiStretch<'_>, unit: u32) {
    let digit = |place: u32| b"0123456789abcdef"[(unit >> (4 * place) & 15) as usize];
    target.extend(&[b'\\', b'u', digit(3), digit(2), digit(1), digit(0)]);
}
