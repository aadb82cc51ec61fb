//! From the bytes of a file to source text: byte order mark, encoding cookie, line ends, and
//! what CPython says about bytes that are no text.
//!
//! Of all encodings, Anthill knows UTF-8, Latin-1 and ASCII under the aliases CPython has for
//! them; a cookie that names any other gets the error of an unknown encoding.

use crate::error::{ErrorKind, SyntaxError, line_of, line_text};
use crate::parse::{STRETCH, Watch};
use bumpalo::Bump;
use bumpalo::collections::String as BumpString;
use memchr::{memchr, memchr2};
use std::str::Utf8Error;

/// Where the bytes come from: CPython reads a file line by line, and words its errors otherwise
/// than for bytes in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<'a> {
    /// A program file, by its name.
    File(&'a str),
    /// Bytes handed to `compile`, `exec`, `eval`, or a module to import.
    Memory,
    /// Text in UTF-8: it has no byte order mark, and a comment that names an encoding is a comment.
    Text,
}

/// Decoded source text.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// UTF-8 without byte order mark; every line end is `\n`.
    pub text: &'a str,
    /// The rest of the source is unreadable, for this reason: `text` stops before the line that
    /// holds the bad byte. CPython reports an error of the tokenizer in the readable part first.
    pub damage: Option<SyntaxError>,
}

/// Decodes the bytes of a source file; a part of them when `watch` says to stop.
///
/// # Errors
/// Encoding problems (they belong to no line), and NUL bytes in memory.
pub fn decode<'a>(bytes: &'a [u8], origin: Origin, arena: &'a Bump, watch: Watch<'_>) -> Result<Text<'a>, SyntaxError> {
    let look = || if watch() { Err(SyntaxError::stopped()) } else { Ok(()) };
    if origin == Origin::Memory && memchr(0, bytes).is_some() {
        let message = "source code string cannot contain null bytes";
        return Err(SyntaxError::nowhere(message));
    }
    look()?;
    if origin == Origin::Text
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        look()?;
        return Ok(Text { text: decode_str(text, arena, watch)?, damage: None });
    }
    let (bom, body) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(body) => (true, body),
        None => (false, bytes),
    };
    let cookie = find_cookie(body);
    let encoding = match &cookie {
        None => Encoding::Utf8,
        Some(name) if bom && name != "utf-8" => {
            return Err(SyntaxError::nowhere(format!("encoding problem: {name} with BOM")));
        }
        Some(name) => match Encoding::named(name) {
            Some(encoding) => encoding,
            None if origin == Origin::Memory => {
                return Err(SyntaxError::nowhere(format!("unknown encoding: {name}")));
            }
            None => return Err(SyntaxError::nowhere(format!("encoding problem: {name}"))),
        },
    };
    let declared = cookie.as_deref().or(bom.then_some("utf-8"));
    let mut text = match encoding {
        Encoding::Latin1 if !body.is_ascii() => latin1(body, arena, watch),
        _ => utf8(body, encoding, declared, origin, arena)?,
    };
    look()?;
    text.text = line_ends(text.text, arena, watch);
    look()?;
    if let Some(at) = memchr(0, text.text.as_bytes()) {
        text = null_byte(text.text, at);
    }
    Ok(text)
}

/// Readies text that is already decoded: the same rules for NUL and line ends. A part of it when `watch` says to stop.
///
/// # Errors
/// A NUL character.
pub fn decode_str<'a>(text: &'a str, arena: &'a Bump, watch: Watch<'_>) -> Result<&'a str, SyntaxError> {
    if memchr(0, text.as_bytes()).is_some() {
        let message = "source code string cannot contain null bytes";
        return Err(SyntaxError::nowhere(message));
    }
    if watch() {
        return Err(SyntaxError::stopped());
    }
    Ok(line_ends(text, arena, watch))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Latin1,
    Ascii,
}

impl Encoding {
    /// The encoding of a cookie's name, normalised as CPython's codec registry does.
    fn named(name: &str) -> Option<Encoding> {
        let mut key = String::new();
        for c in name.chars() {
            match c {
                c if c.is_ascii_alphanumeric() || c == '.' => key.push(c.to_ascii_lowercase()),
                _ if key.ends_with('_') => {}
                _ => key.push('_'),
            }
        }
        match key.as_str() {
            "utf_8" | "utf8" | "u8" | "utf" | "cp65001" | "utf8_ucs2" | "utf8_ucs4" | "utf_8_sig" => {
                Some(Encoding::Utf8)
            }
            "iso_8859_1" | "iso8859_1" | "latin_1" | "latin1" | "latin" | "l1" | "8859" | "iso8859" | "cp819"
            | "ibm819" | "csisolatin1" | "iso_ir_100" | "iso_8859_1_1987" => Some(Encoding::Latin1),
            "ascii" | "us_ascii" | "us" | "646" | "iso_ir_6" | "iso646_us" | "cp367" | "ibm367" | "csascii"
            | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "iso_646.irv_1991" => Some(Encoding::Ascii),
            _ => None,
        }
    }
}

/// The encoding that a comment in the first two lines declares (PEP 263), under CPython's
/// short names for UTF-8 and Latin-1. The second line counts only if the first is blank.
fn find_cookie(body: &[u8]) -> Option<String> {
    let mut rest = body;
    for _ in 0..2 {
        let end = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = &rest[..end];
        let blank = line.iter().position(|c| !b" \t\x0c".contains(c));
        match blank {
            Some(at) if line[at] != b'#' => return None,
            Some(at) => {
                if let Some(name) = cookie_in(&line[at..]) {
                    return Some(name);
                }
            }
            None => {}
        }
        rest = match &rest[end..] {
            [b'\r', b'\n', rest @ ..] | [_, rest @ ..] => rest,
            [] => return None,
        };
    }
    None
}

/// The first `coding:` or `coding=` with a name after it.
fn cookie_in(comment: &[u8]) -> Option<String> {
    for at in memchr::memmem::find_iter(comment, b"coding") {
        let [b':' | b'=', rest @ ..] = &comment[at + 6..] else {
            continue;
        };
        let start = rest.iter().position(|c| !b" \t".contains(c))?;
        let rest = &rest[start..];
        let is_name = |c: &u8| c.is_ascii_alphanumeric() || b"-_.".contains(c);
        let end = rest.iter().position(|c| !is_name(c)).unwrap_or(rest.len());
        if end > 0 {
            let name: String = rest[..end].iter().map(|&c| c as char).collect();
            return Some(short_name(name));
        }
    }
    None
}

/// CPython folds the common spellings of two encodings before it asks the codec registry; it
/// looks at the first twelve characters only.
fn short_name(name: String) -> String {
    let key: String = name.chars().take(12).collect();
    let key = key.to_ascii_lowercase().replace('_', "-");
    let is = |full: &str| key == full || key.starts_with(&format!("{full}-"));
    if is("utf-8") {
        "utf-8".to_string()
    } else if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") {
        "iso-8859-1".to_string()
    } else {
        name
    }
}

fn latin1<'a>(body: &[u8], arena: &'a Bump, watch: Watch<'_>) -> Text<'a> {
    let mut text = BumpString::with_capacity_in(body.len() + body.len() / 8, arena);
    for part in body.chunks(STRETCH * 16) {
        if watch() {
            break;
        }
        text.extend(part.iter().map(|&byte| byte as char));
    }
    Text { text: text.into_bump_str(), damage: None }
}

/// Checks bytes that should be UTF-8 or ASCII.
fn utf8<'a>(
    body: &'a [u8],
    encoding: Encoding,
    declared: Option<&str>,
    origin: Origin,
    arena: &'a Bump,
) -> Result<Text<'a>, SyntaxError> {
    if encoding == Encoding::Ascii
        && let Some(at) = body.iter().position(|byte| !byte.is_ascii())
    {
        return Err(SyntaxError::nowhere(match origin {
            Origin::File(_) => format!("encoding problem: {}", declared.unwrap_or("ascii")),
            Origin::Memory | Origin::Text => format!(
                "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
                body[at]
            ),
        }));
    }
    let error = match std::str::from_utf8(body) {
        Ok(text) => return Ok(Text { text, damage: None }),
        Err(error) => error,
    };
    let at = error.valid_up_to();
    let readable = line_ends(std::str::from_utf8(&body[..at]).unwrap_or_default(), arena, &|| false);
    let (line, line_start) = line_of(readable, readable.len());
    let damage = match (origin, declared) {
        (Origin::File(name), None) => SyntaxError::nowhere(format!(
            "Non-UTF-8 code starting with '\\x{:02x}' in file {name} on line {line}, but no \
             encoding declared; see https://peps.python.org/pep-0263/ for details",
            body[at]
        )),
        // An alias of UTF-8 goes through a codec, which reads ahead.
        (Origin::File(_), Some(name)) if name != "utf-8" => {
            return Err(SyntaxError::nowhere(format!("encoding problem: {name}")));
        }
        (Origin::Memory, Some(name)) if name != "utf-8" => {
            return Err(SyntaxError::nowhere(undecodable(body, &error, at, true)));
        }
        _ => return Ok(in_place(body, arena)),
    };
    Ok(Text { text: &readable[..line_start], damage: Some(damage) })
}

/// Bad bytes where CPython did not check the whole text: it decodes each name and string of its
/// own, so the error stands at the first token that holds a bad byte, and comments may hold any.
fn in_place<'a>(body: &[u8], arena: &'a Bump) -> Text<'a> {
    let mut text = BumpString::with_capacity_in(body.len() + 16, arena);
    let mut rest = body;
    let mut damage = None;
    while let Err(error) = std::str::from_utf8(rest) {
        let at = error.valid_up_to();
        text.push_str(std::str::from_utf8(&rest[..at]).unwrap_or_default());
        if damage.is_none() {
            let (line, line_start) = line_of(&text, text.len());
            if let Some((token, content)) = token_start(&text[line_start..]) {
                let message = undecodable(rest, &error, text.len() - line_start - content, false);
                let column = text[line_start..line_start + token].chars().count() as i32 + 1;
                let shown = String::from_utf8_lossy(&rest[at..]);
                let shown = format!("{}{}", &text[line_start..], line_text(&shown, 0));
                damage = Some(SyntaxError {
                    kind: ErrorKind::SyntaxError,
                    message: format!("(unicode error) {message}"),
                    line,
                    column,
                    end_line: line,
                    end_column: column + 1,
                    text: Some(format!("{shown}\n").into_boxed_str()),
                    incomplete: false,
                });
                text.truncate(line_start);
                break;
            }
        }
        text.push(char::REPLACEMENT_CHARACTER);
        rest = &rest[at + error.error_len().unwrap_or(rest.len() - at)..];
    }
    if damage.is_none() {
        text.push_str(std::str::from_utf8(rest).unwrap_or_default());
    }
    Text { text: text.into_bump_str(), damage }
}

/// Where the string or name starts that a line ends in, and where its content starts; none in a
/// comment. Lines inside a long string are taken for code, which moves the error's column, not
/// its message.
fn token_start(line: &str) -> Option<(usize, usize)> {
    let mut quote = None;
    let (mut start, mut content) = (line.len(), line.len());
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return None,
            (None, '\'' | '"') => {
                quote = Some(c);
                (start, content) = (start.min(at), at + 1);
            }
            (Some(open), c) if c == open && !escaped => {
                quote = None;
                (start, content) = (line.len(), line.len());
            }
            (None, c) if c == '_' || c.is_alphanumeric() => {
                start = start.min(at);
                content = start;
            }
            (None, _) => (start, content) = (line.len(), line.len()),
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    Some((start, content))
}

/// CPython's words for a sequence that is not UTF-8, counted from the start of what is decoded:
/// the whole text, or one token.
fn undecodable(bytes: &[u8], error: &Utf8Error, position: usize, whole: bool) -> String {
    let at = error.valid_up_to();
    let bad = &bytes[at..];
    let first = bad[0];
    let length = error.error_len().unwrap_or(bad.len());
    // A token is decoded alone: a sequence cut off by its quote is one that ends too early.
    let cut = match bad.get(length) {
        None => true,
        Some(next) => !whole && b"\n\r\"' ".contains(next),
    };
    let reason = match first {
        0x80..=0xc1 | 0xf5..=0xff => "invalid start byte",
        _ if cut => "unexpected end of data",
        _ => "invalid continuation byte",
    };
    match length {
        1 => format!("'utf-8' codec can't decode byte 0x{first:02x} in position {position}: {reason}"),
        _ => format!("'utf-8' codec can't decode bytes in position {position}-{}: {reason}", position + length - 1),
    }
}

/// A NUL in a file: the readable text ends before its line.
fn null_byte(text: &str, at: usize) -> Text<'_> {
    let (line, line_start) = line_of(text, at);
    let damage = SyntaxError {
        line,
        end_line: line,
        text: Some(text[line_start..at].into()),
        ..SyntaxError::nowhere("source code cannot contain null bytes")
    };
    Text { text: &text[..line_start], damage: Some(damage) }
}

/// Turns `\r\n` and `\r` into `\n`; in a part of the text when `watch` says to stop.
fn line_ends<'a>(text: &'a str, arena: &'a Bump, watch: Watch<'_>) -> &'a str {
    let Some(mut at) = memchr(b'\r', text.as_bytes()) else {
        return text;
    };
    let mut out = BumpString::with_capacity_in(text.len(), arena);
    let mut rest = text;
    for count in 1usize.. {
        if count.is_multiple_of(STRETCH) && watch() {
            break;
        }
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        match memchr(b'\r', rest.as_bytes()) {
            Some(next) => at = next,
            None => break,
        }
    }
    out.push_str(rest);
    out.into_bump_str()
}
