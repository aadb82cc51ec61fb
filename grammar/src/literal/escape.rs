//! Escape sequences in the bodies of string and bytes literals.

use super::newer::is_newer;
use super::string::{Sink, extend};
use crate::parse::{STRETCH, Watch};
use crate::watched::{FEW, PART, Stopped, find, parts};
use bumpalo::collections::Vec as BumpVec;
use memchr::memchr;

/// An escape that Python does not know, or an octal one above 255: kept as it stands, with a
/// `SyntaxWarning`. CPython warns of the first in each literal only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidEscape {
    /// The warning's text.
    pub message: String,
    /// Where the backslash stands, in bytes from the start of the body.
    pub offset: usize,
}

/// Appends the value of a string body to `sink`. A lone backslash at the end stands for itself
/// (only a piece of an f-string can have one).
///
/// # Errors
/// CPython's message, "(unicode error)" included.
pub(super) fn decode_str(body: &str, sink: &mut impl Sink, watch: Watch<'_>) -> Result<Option<InvalidEscape>, String> {
    let mut invalid = None;
    let mut rest = body;
    let mut count = 0usize;
    while let Some(at) = find(rest.as_bytes(), watch, |part| memchr(b'\\', part)).map_err(stopped)? {
        count += 1;
        if count.is_multiple_of(STRETCH) && watch() {
            return Err(String::new());
        }
        parts(&rest[..at], PART, watch, |part| sink.text(part)).map_err(stopped)?;
        let escape = &rest[at..];
        let offset = body.len() - escape.len();
        let length = match escape.as_bytes().get(1) {
            None => {
                sink.text("\\");
                1
            }
            Some(b'x') => hex(body, offset, 2, sink, watch)?,
            Some(b'u') => hex(body, offset, 4, sink, watch)?,
            Some(b'U') => hex(body, offset, 8, sink, watch)?,
            Some(b'N') => named(body, offset, sink, watch)?,
            Some(b'0'..=b'7') => {
                let (value, length) = octal(escape.as_bytes());
                if value > 0xff && invalid.is_none() {
                    invalid = Some(invalid_octal(&escape[..length], offset));
                }
                sink.code_point(value);
                length
            }
            Some(&other) => match simple(other) {
                Some(value) => {
                    sink.text(value);
                    2
                }
                None => {
                    sink.text("\\");
                    if other.is_ascii() && invalid.is_none() {
                        invalid = Some(invalid_escape(other, offset));
                    }
                    1
                }
            },
        };
        // A backslash that stands for itself leaves the next character to the next round; it is
        // never a backslash, because `\\` is an escape.
        rest = &escape[length..];
    }
    parts(rest, PART, watch, |part| sink.text(part)).map_err(stopped)?;
    Ok(invalid)
}

/// What a decoder gives that was told to stop.
fn stopped(_: Stopped) -> String {
    String::new()
}

/// Appends the value of a bytes body, which must be ASCII, to `out`, which has room for it. Fails, anywhere, when `watch`
/// says to stop: the caller must ask it too.
///
/// # Errors
/// CPython's message, "(value error)" included.
pub(super) fn decode_bytes(
    body: &str,
    out: &mut BumpVec<'_, u8>,
    watch: Watch<'_>,
) -> Result<Option<InvalidEscape>, String> {
    let mut invalid = None;
    let mut rest = body.as_bytes();
    let mut count = 0usize;
    while let Some(at) = find(rest, watch, |part| memchr(b'\\', part)).map_err(stopped)? {
        count += 1;
        if count.is_multiple_of(STRETCH) && watch() {
            return Err(String::new());
        }
        extend(out, &rest[..at], watch).map_err(stopped)?;
        let escape = &rest[at..];
        let offset = body.len() - escape.len();
        let length = match escape.get(1) {
            Some(b'x') => {
                let digit = |at: usize| escape.get(at).and_then(|&c| (c as char).to_digit(16));
                let (Some(high), Some(low)) = (digit(2), digit(3)) else {
                    return Err(format!("(value error) invalid \\x escape at position {offset}"));
                };
                out.extend([(high << 4 | low) as u8]);
                4
            }
            Some(b'0'..=b'7') => {
                let (value, length) = octal(escape);
                if value > 0xff && invalid.is_none() {
                    invalid = Some(invalid_octal(&body[offset..offset + length], offset));
                }
                out.extend([value as u8]);
                length
            }
            Some(&other) => match simple(other) {
                Some(value) => {
                    out.extend(value.bytes());
                    2
                }
                None => {
                    out.extend([b'\\']);
                    if invalid.is_none() {
                        invalid = Some(invalid_escape(other, offset));
                    }
                    1
                }
            },
            None => {
                out.extend([b'\\']);
                1
            }
        };
        rest = &escape[length..];
    }
    extend(out, rest, watch).map_err(stopped)?;
    Ok(invalid)
}

/// The escapes of one letter, and the escaped line end that stands for nothing.
fn simple(letter: u8) -> Option<&'static str> {
    Some(match letter {
        b'\n' => "",
        b'\\' => "\\",
        b'\'' => "'",
        b'"' => "\"",
        b'a' => "\x07",
        b'b' => "\x08",
        b'f' => "\x0c",
        b'n' => "\n",
        b'r' => "\r",
        b't' => "\t",
        b'v' => "\x0b",
        _ => return None,
    })
}

/// One to three octal digits after the backslash: the value and the length of the escape.
fn octal(escape: &[u8]) -> (u32, usize) {
    let digits = escape[1..].iter().take(3);
    let digits = digits.take_while(|c| matches!(c, b'0'..=b'7'));
    digits.fold((0, 1), |(value, length), c| (value * 8 + u32::from(c - b'0'), length + 1))
}

/// `\xXX`, `\uXXXX`, `\UXXXXXXXX` at `offset` of `body`: the length of the escape.
fn hex(body: &str, offset: usize, digits: usize, sink: &mut impl Sink, watch: Watch<'_>) -> Result<usize, String> {
    let escape = &body.as_bytes()[offset..];
    let found = escape[2..].iter().take(digits);
    let found = found.take_while(|c| c.is_ascii_hexdigit()).count();
    let length = 2 + found;
    if found < digits {
        let letter = escape[1] as char;
        let reason = format!("truncated \\{letter}{} escape", "X".repeat(digits));
        return Err(undecodable(watch, body, offset, length, &reason));
    }
    let value = escape[2..length].iter().fold(0u32, |value, &c| value << 4 | (c as char).to_digit(16).unwrap_or(0));
    if value > 0x10ffff {
        return Err(undecodable(watch, body, offset, length, "illegal Unicode character"));
    }
    sink.code_point(value);
    Ok(length)
}

/// `\N{NAME}` at `offset` of `body`: the length of the escape.
fn named(body: &str, offset: usize, sink: &mut impl Sink, watch: Watch<'_>) -> Result<usize, String> {
    let escape = &body[offset..];
    let malformed = "malformed \\N character escape";
    if escape.as_bytes().get(2) != Some(&b'{') {
        return Err(undecodable(watch, body, offset, 2, malformed));
    }
    let Some(end) = find(escape.as_bytes(), watch, |part| memchr(b'}', part)).map_err(stopped)? else {
        return Err(undecodable(watch, body, offset, escape.len(), malformed));
    };
    let name = &escape[3..end];
    if name.is_empty() {
        return Err(undecodable(watch, body, offset, 3, malformed));
    }
    match character(name) {
        Some(c) => sink.code_point(c as u32),
        None => {
            let reason = "unknown Unicode character name";
            return Err(undecodable(watch, body, offset, end + 1, reason));
        }
    }
    Ok(end + 1)
}

/// No name of a character is longer.
const LONGEST_NAME: usize = 200;

/// The character of a Unicode name or alias, in any case. `unicode_names2` also accepts names
/// with other spaces, hyphens or underscores; CPython does not, nor lower case in the computed
/// names of ideographs and syllables. Named sequences are no characters.
fn character(name: &str) -> Option<char> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let computed = ["CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE "];
    let upper = name.to_ascii_uppercase();
    if computed.iter().any(|prefix| upper.starts_with(prefix)) && upper != name {
        return None;
    }
    let found = unicode_names2::character(name)?;
    let is_name = unicode_names2::name(found).is_some_and(|full| full.to_string() == upper);
    ((is_name || is_alias(&upper, found)) && !is_newer(found)).then_some(found)
}

/// Whether a name that loosely matched an alias is spelled as the alias is. The crate does not
/// tell its aliases; all have single spaces between words of letters, digits and inner hyphens.
fn is_alias(upper: &str, found: char) -> bool {
    let loose = |c: &char| c.is_ascii_alphanumeric();
    let matches_name = unicode_names2::name(found).is_some_and(|full| {
        let full = full.to_string();
        full.chars().filter(loose).eq(upper.chars().filter(loose))
    });
    let word = |word: &str| !word.is_empty() && !word.contains('_');
    !matches_name && upper.split(' ').all(word)
}

fn invalid_escape(letter: u8, offset: usize) -> InvalidEscape {
    InvalidEscape { message: format!("invalid escape sequence '\\{}'", letter as char), offset }
}

fn invalid_octal(escape: &str, offset: usize) -> InvalidEscape {
    InvalidEscape { message: format!("invalid octal escape sequence '{escape}'"), offset }
}

/// CPython's message for the bytes `offset..offset + length` of a body. CPython first rewrites
/// the body to ASCII, with ten bytes for every other character and six for a backslash before
/// one, and counts in that.
fn undecodable(watch: Watch<'_>, body: &str, offset: usize, length: usize, reason: &str) -> String {
    let width = |text: &str| -> usize {
        let mut last = ' ';
        let mut width = 0;
        // If it is stopped nobody reads the message.
        let _ = parts(text, FEW, watch, |part| {
            for c in part.chars() {
                width += if c.is_ascii() { 1 } else { 10 };
                if !c.is_ascii() && last == '\\' {
                    width += 5;
                }
                // In `\\é` the second backslash belongs to the first.
                last = if last == '\\' { ' ' } else { c };
            }
        });
        width
    };
    let start = width(&body[..offset]);
    let end = start + width(&body[offset..offset + length]) - 1;
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}")
}
