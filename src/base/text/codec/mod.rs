//! Bytes to text and back: UTF-8, UTF-16, UTF-32, ASCII, Latin-1, the other codecs of one byte, escapes, with Python's
//! error handlers.
//!
//! Each codec runs until the first thing it cannot convert, describes it as a [`Problem`] with
//! CPython's positions and reason, and asks a handler how to go on. [`decode`] and [`encode`] use
//! the handlers that Python has built in; [`decode_with`] and [`encode_with`] take any.

mod charmap;
mod charmap_tables;
mod escapes;
mod handlers;
mod narrow;
mod utf8;
mod wide;

pub use handlers::Errors;
pub use utf8::{utf8_length, write_utf8};

use super::builder::{TextBuf, TextBuilder};
use super::unit::TextRef;
use crate::base::watch::Watch;

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
    /// `utf-8`
    Utf8,
    /// `utf-8-sig`: UTF-8 with a byte order mark, optional when decoding.
    Utf8Signed,
    /// `utf-16`, `utf-16-le`, `utf-16-be`
    Utf16(Order),
    /// `utf-32`, `utf-32-le`, `utf-32-be`
    Utf32(Order),
    /// A codec of one byte by its number among the tables: `cp1252`, `iso8859-15`, …
    Charmap(u8),
    /// `unicode_escape`
    UnicodeEscape,
    /// `raw_unicode_escape`
    RawUnicodeEscape,
}

/// Byte order of wide units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By the byte order mark, little-endian without one; encoding writes one.
    Marked,
    /// Lowest byte first.
    Little,
    /// Highest byte first.
    Big,
}

/// What a codec could not convert: the fields of `UnicodeDecodeError` and `UnicodeEncodeError`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the encoding as the exception has it.
    pub encoding: &'static str,
    /// First byte, or code point, that is wrong.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// Why.
    pub reason: &'static str,
}

/// Why a built-in handler gave up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodecError {
    /// UnicodeDecodeError or UnicodeEncodeError.
    Problem(Problem),
    /// `don't know how to handle UnicodeDecodeError in error callback` (TypeError): the handler is
    /// for encoding only.
    NotForDecoding,
}

impl From<Problem> for CodecError {
    fn from(problem: Problem) -> Self {
        CodecError::Problem(problem)
    }
}

/// What takes the place of code points that cannot be encoded.
#[derive(Clone, Debug)]
pub enum Replacement {
    /// Text, encoded in its turn; if it cannot be, the original problem is raised.
    Text(TextBuf),
    /// Bytes as they are.
    Bytes(Vec<u8>),
}

/// The codec behind a byte order mark, and the length of the mark; `None` as long as too few bytes are there to tell.
pub fn behind_mark(codec: Codec, bytes: &[u8], last: bool) -> Option<(Codec, usize)> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    match codec {
        Codec::Utf8Signed if bytes.starts_with(MARK) => Some((Codec::Utf8, 3)),
        Codec::Utf8Signed if !last && bytes.len() < 3 && MARK.starts_with(bytes) => None,
        Codec::Utf8Signed => Some((Codec::Utf8, 0)),
        Codec::Utf16(Order::Marked) => match bytes {
            [0xff, 0xfe, ..] => Some((Codec::Utf16(Order::Little), 2)),
            [0xfe, 0xff, ..] => Some((Codec::Utf16(Order::Big), 2)),
            [_, _, ..] => Some((Codec::Utf16(Order::Little), 0)),
            _ if last => Some((Codec::Utf16(Order::Little), 0)),
            _ => None,
        },
        Codec::Utf32(Order::Marked) => match bytes {
            [0xff, 0xfe, 0, 0, ..] => Some((Codec::Utf32(Order::Little), 4)),
            [0, 0, 0xfe, 0xff, ..] => Some((Codec::Utf32(Order::Big), 4)),
            [_, _, _, _, ..] => Some((Codec::Utf32(Order::Little), 0)),
            _ if last => Some((Codec::Utf32(Order::Little), 0)),
            _ => None,
        },
        codec => Some((codec, 0)),
    }
}

impl Codec {
    /// The codec of a name such as `utf-8`, `UTF8`, `latin_1`, `cp1252`; `None` for all others.
    pub fn from_name(name: &str) -> Option<Codec> {
        match name {
            "utf-8" | "utf8" | "UTF-8" => return Some(Codec::Utf8),
            "ascii" => return Some(Codec::Ascii),
            "latin-1" | "latin1" => return Some(Codec::Latin1),
            "utf-16" => return Some(Codec::Utf16(Order::Marked)),
            "utf-32" => return Some(Codec::Utf32(Order::Marked)),
            _ if name.len() > 40 || !name.is_ascii() => return None,
            _ => {}
        }
        // Lower case, words joined by one underscore.
        let mut plain = String::with_capacity(name.len());
        for c in name.chars() {
            if c.is_ascii_alphanumeric() || c == '.' {
                plain.push(c.to_ascii_lowercase());
            } else if !plain.is_empty() && !plain.ends_with('_') {
                plain.push('_');
            }
        }
        let plain = plain.strip_suffix('_').unwrap_or(&plain);
        let find = |plain: &str| charmap_tables::NAMES.binary_search_by_key(&plain, |&(alias, _)| alias).ok();
        let row = find(plain).or_else(|| find(&plain.replace('.', "_")))?;
        Some(match charmap_tables::NAMES[row].1 {
            "utf_8" => Codec::Utf8,
            "utf_8_sig" => Codec::Utf8Signed,
            "ascii" => Codec::Ascii,
            "latin_1" => Codec::Latin1,
            "utf_16" => Codec::Utf16(Order::Marked),
            "utf_16_le" => Codec::Utf16(Order::Little),
            "utf_16_be" => Codec::Utf16(Order::Big),
            "utf_32" => Codec::Utf32(Order::Marked),
            "utf_32_le" => Codec::Utf32(Order::Little),
            "utf_32_be" => Codec::Utf32(Order::Big),
            "unicode_escape" => Codec::UnicodeEscape,
            "raw_unicode_escape" => Codec::RawUnicodeEscape,
            module => Codec::Charmap(charmap::Charmap::index(module)?),
        })
    }

    /// Whether CPython knows the codec by this name without asking its registry, which would add a note to errors.
    pub fn is_direct(name: &str) -> bool {
        let plain = name.to_ascii_lowercase().replace('_', "-");
        matches!(
            plain.as_str(),
            "utf-8"
                | "utf8"
                | "utf-16"
                | "utf16"
                | "utf-32"
                | "utf32"
                | "ascii"
                | "us-ascii"
                | "latin-1"
                | "latin1"
                | "iso-8859-1"
                | "iso8859-1"
        )
    }

    /// The name that exceptions give, and `codecs.lookup` for most.
    pub fn name(self) -> &'static str {
        match self {
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Utf8 => "utf-8",
            Codec::Utf8Signed => "utf-8-sig",
            Codec::Utf16(Order::Marked) => "utf-16",
            Codec::Utf16(Order::Little) => "utf-16-le",
            Codec::Utf16(Order::Big) => "utf-16-be",
            Codec::Utf32(Order::Marked) => "utf-32",
            Codec::Utf32(Order::Little) => "utf-32-le",
            Codec::Utf32(Order::Big) => "utf-32-be",
            Codec::Charmap(index) => charmap_tables::CHARMAPS[usize::from(index)].name,
            Codec::UnicodeEscape => "unicode-escape",
            Codec::RawUnicodeEscape => "raw-unicode-escape",
        }
    }
}

/// `bytes.decode` with a built-in error handler.
pub fn decode(codec: Codec, bytes: &[u8], errors: Errors) -> Result<TextBuf, CodecError> {
    let unmarked = &bytes[mark_length(codec, bytes)..];
    let handler =
        |problem: Problem, target: &mut TextBuilder| handlers::decoding(errors, codec, unmarked, problem, target);
    decode_with(codec, bytes, true, handler).map(|(text, _)| text)
}

/// Decodes the beginning of more bytes to come with a built-in error handler: an incomplete sequence at the end is left
/// alone, unless these bytes are the `last`. Gives the text and the number of bytes consumed.
pub fn decode_part(codec: Codec, bytes: &[u8], last: bool, errors: Errors) -> Result<(TextBuf, usize), CodecError> {
    let handler =
        |problem: Problem, target: &mut TextBuilder| handlers::decoding(errors, codec, bytes, problem, target);
    decode_with(codec, bytes, last, handler)
}

/// Length of the mark that `utf-8-sig` drops; positions in problems count from behind it.
pub fn mark_length(codec: Codec, bytes: &[u8]) -> usize {
    if codec == Codec::Utf8Signed && bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }
}

/// Decodes, asking `handler` about every problem: it may add to the text, and answers where to go
/// on in `bytes` (a place before the problem's end is cut to the text's bounds). Without `last`, an
/// incomplete sequence at the end is left alone. Gives the text and the number of bytes consumed.
pub fn decode_with<E>(
    codec: Codec,
    bytes: &[u8],
    last: bool,
    mut handler: impl FnMut(Problem, &mut TextBuilder) -> Result<usize, E>,
) -> Result<(TextBuf, usize), E> {
    let handler: &mut dyn FnMut(Problem, &mut TextBuilder) -> Result<usize, E> = &mut handler;
    match codec {
        Codec::Ascii => narrow::decode_ascii(bytes, handler),
        Codec::Latin1 => Ok((TextBuf::from_latin1(bytes.to_vec()), bytes.len())),
        Codec::Utf8 => utf8::decode(bytes, last, handler),
        Codec::Utf8Signed => {
            let mark = mark_length(codec, bytes);
            utf8::decode(&bytes[mark..], last, handler).map(|(text, consumed)| (text, mark + consumed))
        }
        Codec::Utf16(order) => wide::decode_utf16(bytes, order, last, handler),
        Codec::Utf32(order) => wide::decode_utf32(bytes, order, last, handler),
        Codec::Charmap(index) => charmap::decode(index, bytes, handler),
        Codec::UnicodeEscape => escapes::decode(false, bytes, last, handler),
        Codec::RawUnicodeEscape => escapes::decode(true, bytes, last, handler),
    }
}

/// `str.encode` with a built-in error handler.
pub fn encode(codec: Codec, text: TextRef<'_>, errors: Errors) -> Result<Vec<u8>, CodecError> {
    encode_with(codec, text, |problem| handlers::encoding(errors, codec, text, problem))
}

/// Encodes, asking `handler` about every problem: it answers with a replacement and where to go on
/// in the text (cut to its length).
pub fn encode_with<E: From<Problem>>(
    codec: Codec,
    text: TextRef<'_>,
    mut handler: impl FnMut(Problem) -> Result<(Replacement, usize), E>,
) -> Result<Vec<u8>, E> {
    let handler: &mut dyn FnMut(Problem) -> Result<(Replacement, usize), E> = &mut handler;
    let width = match codec {
        Codec::Utf16(_) => 2,
        Codec::Utf32(_) => 4,
        _ => 1,
    };
    let mut target = Vec::with_capacity(text.len().saturating_mul(width).saturating_add(4));
    match codec {
        Codec::Ascii => narrow::encode(codec, text, 0x80, &mut target, handler)?,
        Codec::Latin1 => narrow::encode(codec, text, 0x100, &mut target, handler)?,
        Codec::Utf8 => utf8::encode(text, &mut target, handler)?,
        Codec::Utf8Signed => {
            target.extend_from_slice(b"\xef\xbb\xbf");
            utf8::encode(text, &mut target, handler)?;
        }
        Codec::Utf16(order) => wide::encode_utf16(codec, order, text, &mut target, handler)?,
        Codec::Utf32(order) => wide::encode_utf32(codec, order, text, &mut target, handler)?,
        Codec::Charmap(index) => charmap::encode(index, text, &mut target, handler)?,
        Codec::UnicodeEscape => escapes::encode(false, text, &mut target),
        Codec::RawUnicodeEscape => escapes::encode(true, text, &mut target),
    }
    Ok(target)
}

/// The message of the warning that decoding these bytes issues: an escape that is none.
/// None too if `watch` says to stop.
pub fn decoding_warning(codec: Codec, bytes: &[u8], watch: Watch<'_>) -> Option<String> {
    if codec == Codec::UnicodeEscape { escapes::warning(bytes, watch) } else { None }
}

/// How codecs call back about bytes.
type Decoding<'h, E> = &'h mut dyn FnMut(Problem, &mut TextBuilder) -> Result<usize, E>;
/// How codecs call back about text.
type Encoding<'h, E> = &'h mut dyn FnMut(Problem) -> Result<(Replacement, usize), E>;

#[inline(always)]
fn is_surrogate(code: u32) -> bool {
    (0xd800..0xe000).contains(&code)
}
