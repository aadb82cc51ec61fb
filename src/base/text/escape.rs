//! `repr` and `ascii` of text, `repr` of bytes.

use super::builder::{AsciiStretch, TextBuf, TextBuilder};
use super::classify::is_printable;
use super::search::find_watched;
use super::unit::{CodeUnit, TextRef};
use crate::base::watch::{Stopped, Watch};
use crate::with_units;

/// `repr(text)`, or `ascii(text)`.
pub fn repr(text: TextRef<'_>, ascii: bool) -> TextBuf {
    let mut target = TextBuilder::with_capacity(text.len() + 2);
    push_repr(&mut target, text, ascii);
    target.finish()
}

/// Whether the repr of ASCII text is the text between single quotes.
pub fn is_plain_for_repr(text: &[u8]) -> bool {
    let special = |byte: u8| is_special(byte.into(), b'\''.into());
    // Without an early exit the test is vectorised.
    let (chunks, rest) = text.as_chunks::<16>();
    let clean = |part: &[u8]| !part.iter().fold(false, |any, &byte| any | special(byte));
    chunks.iter().all(|chunk| clean(chunk)) && !rest.iter().any(|&byte| special(byte))
}

/// Appends `repr(text)`, or `ascii(text)`.
pub fn push_repr(target: &mut TextBuilder, text: TextRef<'_>, ascii: bool) {
    let quote = quote_for(text);
    target.push(quote);
    push_escaped(target, text, quote, ascii);
    target.push(quote);
}

/// The quote that `repr` puts around a text, which may be long.
pub fn quote_watched(text: TextRef<'_>, watch: Watch<'_>) -> Result<u8, Stopped> {
    let has = |quote: u8| Ok(find_watched(text, TextRef::Ascii(&[quote]), watch)?.is_some());
    Ok(if has(b'\'')? && !has(b'"')? { b'"' } else { b'\'' })
}

/// Appends what [`push_repr`] puts between its quotes.
pub fn push_escaped(target: &mut TextBuilder, text: TextRef<'_>, quote: u32, ascii: bool) {
    if ascii && !text.is_ascii() {
        // Much of it is escaped: runs would be short.
        for code in text.codes() {
            match is_special(code, quote) {
                true => push_escape(target, code),
                false => target.push(code),
            }
        }
        return;
    }
    // Runs without anything to escape are copied at once.
    let mut start = 0;
    while let Some(length) = first_escaped(text.slice(start..text.len()), quote, ascii) {
        let index = start + length;
        target.push_text(text.slice(start..index));
        push_escape(target, text.get(index).unwrap_or_default());
        start = index + 1;
    }
    target.push_text(text.slice(start..text.len()));
}

/// Whether a code point is beyond ASCII, or does not stand for itself between such quotes.
#[inline(always)]
fn is_special(code: u32, quote: u32) -> bool {
    !(32..127).contains(&code) || code == quote || code == u32::from(b'\\')
}

/// Index of the first code point that does not stand for itself.
fn first_escaped(text: TextRef<'_>, quote: u32, ascii: bool) -> Option<usize> {
    let special = |code: u32| is_special(code, quote);
    let wide = |code: u32| special(code) && (code <= 127 || ascii || !is_printable(code));
    match text {
        // Without a table look-up the test is vectorised, sixteen at a time.
        TextRef::Ascii(units) => {
            let clean =
                units.chunks(16).take_while(|chunk| !chunk.iter().fold(false, |any, &u| any | special(u.into())));
            let start = (clean.count() * 16).min(units.len());
            units[start..].iter().position(|&unit| special(unit.into())).map(|index| start + index)
        }
        _ => with_units!(text, |units| units.iter().position(|unit| wide(unit.code()))),
    }
}

/// Single quotes, unless the text has some and no double ones.
fn quote_for(text: TextRef<'_>) -> u32 {
    let has = |quote: u8| super::find(text, TextRef::Ascii(&[quote])).is_some();
    if has(b'\'') && !has(b'"') { u32::from(b'"') } else { u32::from(b'\'') }
}

/// Appends the escape sequence of one code point, as `repr` writes it.
pub(super) fn push_escape(target: &mut TextBuilder, code: u32) {
    let short = match code {
        9 => "\\t",
        10 => "\\n",
        13 => "\\r",
        39 => "\\'",
        34 => "\\\"",
        92 => "\\\\",
        _ => "",
    };
    if !short.is_empty() {
        target.push_str(short);
        return;
    }
    push_hex_escape(target, code);
}

/// The text with an escape for each code point beyond ASCII, as `ascii` writes what `repr` gave.
pub fn escape_beyond_ascii(text: TextRef<'_>) -> TextBuf {
    let mut target = TextBuilder::with_capacity(2 * text.len());
    let mut stretch = AsciiStretch::new(&mut target);
    with_units!(text, |units| for &unit in units {
        match CodeUnit::code(unit) {
            code @ 0..128 => stretch.push(code as u8),
            code => push_hex_digits(code, &mut stretch),
        }
    });
    drop(stretch);
    target.finish()
}

/// Appends `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
pub(super) fn push_hex_escape(target: &mut TextBuilder, code: u32) {
    push_hex_digits(code, &mut AsciiStretch::new(target));
}

#[inline]
fn push_hex_digits(code: u32, target: &mut AsciiStretch<'_>) {
    let digit = |place: u32| b"0123456789abcdef"[(code >> (4 * place) & 15) as usize];
    match code {
        0..0x100 => target.extend(&[b'\\', b'x', digit(1), digit(0)]),
        0x100..0x10000 => target.extend(&[b'\\', b'u', digit(3), digit(2), digit(1), digit(0)]),
        _ => {
            target.extend(&[b'\\', b'U', digit(7), digit(6), digit(5), digit(4)]);
            target.extend(&[digit(3), digit(2), digit(1), digit(0)]);
        }
    }
}

/// `repr(bytes)`.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + 3);
    push_bytes_repr(&mut text, bytes);
    text
}

/// Appends `repr(bytes)`.
pub fn push_bytes_repr(target: &mut String, bytes: &[u8]) {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    target.push('b');
    target.push(char::from(quote));
    push_bytes_escaped(target, bytes, quote);
    target.push(char::from(quote));
}

/// Appends what [`push_bytes_repr`] puts between its quotes.
pub fn push_bytes_escaped(target: &mut String, bytes: &[u8], quote: u8) {
    let mut rest = bytes;
    loop {
        // What stands for itself goes in one piece.
        let plain = |&&byte: &&u8| matches!(byte, 32..127) && byte != b'\\' && byte != quote;
        let count = rest.iter().take_while(plain).count();
        let (run, after) = rest.split_at(count);
        target.push_str(std::str::from_utf8(run).unwrap_or_default());
        let Some((&byte, after)) = after.split_first() else { return };
        rest = after;
        match byte {
            b'\t' => target.push_str("\\t"),
            b'\n' => target.push_str("\\n"),
            b'\r' => target.push_str("\\r"),
            b'\\' => target.push_str("\\\\"),
            _ if byte == quote => {
                target.push('\\');
                target.push(char::from(byte));
            }
            _ => {
                target.push_str("\\x");
                for digit in [byte >> 4, byte & 15] {
                    target.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
                }
            }
        }
    }
}
