//! From the bytes of a file to source text: byte order mark, encoding cookie, line ends, and
//! what CPython says about bytes that are no text.
//!
//! Of all encodings, Anthill knows UTF-8, Latin-1 and ASCII under the aliases CPython has for
//! them; a cookie that names any other gets the error of an unknown encoding.

use crate::error::{ErrorKind, SyntaxError, line_of};
use crate::parse::{STRETCH, Watch};
use crate::watched::{FEW, PART, Stopped, find, is_ascii, look, parts};
use bumpalo::Bump;
use bumpalo::collections::String as BumpString;
use memchr::{memchr, memchr2, memrchr};
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
    if origin == Origin::Memory && find(bytes, watch, |part| memchr(0, part))?.is_some() {
        let message = "source code string cannot contain null bytes";
        return Err(SyntaxError::nowhere(message));
    }
    look(watch)?;
    if origin == Origin::Text
        && let Ok(text) = read_utf8(bytes, arena, watch)?
    {
        look(watch)?;
        return Ok(Text { text: decode_str(text, arena, watch)?, damage: None });
    }
    let (bom, body) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(body) => (true, body),
        None => (false, bytes),
    };
    let cookie = find_cookie(body, watch)?;
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
        Encoding::Latin1 if !is_ascii(body, watch)? => latin1(body, arena, watch),
        _ => utf8(body, encoding, declared, origin, arena, watch)?,
    };
    look(watch)?;
    text.text = line_ends(text.text, arena, watch)?;
    look(watch)?;
    if let Some(at) = find(text.text.as_bytes(), watch, |part| memchr(0, part))? {
        text = null_byte(text.text, at);
    }
    Ok(text)
}

/// Readies text that is already decoded: the same rules for NUL and line ends. A part of it when `watch` says to stop.
///
/// # Errors
/// A NUL character.
pub fn decode_str<'a>(text: &'a str, arena: &'a Bump, watch: Watch<'_>) -> Result<&'a str, SyntaxError> {
    if find(text.as_bytes(), watch, |part| memchr(0, part))?.is_some() {
        let message = "source code string cannot contain null bytes";
        return Err(SyntaxError::nowhere(message));
    }
    look(watch)?;
    Ok(line_ends(text, arena, watch)?)
}

/// Bytes that are not UTF-8.
struct NotUtf8<'a> {
    /// The text before the first bad byte.
    before: &'a str,
    /// What is wrong from that byte on.
    error: Utf8Error,
}

/// Bytes as text, if they are UTF-8. Very many are copied as they are checked, part by part.
fn read_utf8<'a>(bytes: &'a [u8], arena: &'a Bump, watch: Watch<'_>) -> Result<Result<&'a str, NotUtf8<'a>>, Stopped> {
    if bytes.len() <= PART
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Ok(Ok(text));
    }
    let mut text = BumpString::with_capacity_in(bytes.len(), arena);
    let error = push_utf8(&mut text, bytes, watch)?;
    let text = text.into_bump_str();
    Ok(error.map_or(Ok(text), |error| Err(NotUtf8 { before: text, error })))
}

/// Appends bytes up to the first that is not UTF-8; if there is one, what is wrong from there on.
fn push_utf8(text: &mut BumpString<'_>, bytes: &[u8], watch: Watch<'_>) -> Result<Option<Utf8Error>, Stopped> {
    let mut rest = bytes;
    loop {
        let part = &rest[..rest.len().min(PART)];
        let Err(error) = std::str::from_utf8(part).map(|valid| text.push_str(valid)) else {
            rest = &rest[part.len()..];
            if rest.is_empty() {
                return Ok(None);
            }
            look(watch)?;
            continue;
        };
        let at = error.valid_up_to();
        text.push_str(std::str::from_utf8(&part[..at]).unwrap_or_default());
        rest = &rest[at..];
        // A character that the part's end cuts comes with the next part.
        if error.error_len().is_some() || part.len() < PART {
            return Ok(Some(std::str::from_utf8(&rest[..rest.len().min(4)]).err().unwrap_or(error)));
        }
        look(watch)?;
    }
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
fn find_cookie(body: &[u8], watch: Watch<'_>) -> Result<Option<String>, Stopped> {
    let mut rest = body;
    for _ in 0..2 {
        let blank = find(rest, watch, |part| part.iter().position(|c| !b" \t\x0c".contains(c)))?;
        if let Some(at) = blank
            && !b"#\n\r".contains(&rest[at])
        {
            return Ok(None);
        }
        let end = find(rest, watch, |part| memchr2(b'\n', b'\r', part))?.unwrap_or(rest.len());
        if let Some(at) = blank.filter(|&at| at < end)
            && let Some(name) = cookie_in(&rest[at..end], watch)?
        {
            return Ok(Some(name));
        }
        rest = match &rest[end..] {
            [b'\r', b'\n', rest @ ..] | [_, rest @ ..] => rest,
            [] => return Ok(None),
        };
    }
    Ok(None)
}

/// The first `coding:` or `coding=` with a name after it.
fn cookie_in(comment: &[u8], watch: Watch<'_>) -> Result<Option<String>, Stopped> {
    let mut rest = comment;
    for count in 1usize.. {
        if count.is_multiple_of(STRETCH) {
            look(watch)?;
        }
        let Some(at) = find(rest, watch, |part| memchr2(b':', b'=', part))? else { break };
        let is_cookie = rest[..at].ends_with(b"coding");
        rest = &rest[at + 1..];
        if !is_cookie {
            continue;
        }
        let start = find(rest, watch, |part| part.iter().position(|c| !b" \t".contains(c)))?;
        let Some(start) = start else { return Ok(None) };
        let is_name = |c: &u8| c.is_ascii_alphanumeric() || b"-_.".contains(c);
        let name = &rest[start..];
        let end = find(name, watch, |part| part.iter().position(|c| !is_name(c)))?.unwrap_or(name.len());
        if end > 0 {
            look(watch)?;
            return Ok(Some(short_name(name[..end].iter().map(|&c| c as char).collect())));
        }
    }
    Ok(None)
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
    for part in body.chunks(FEW) {
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
    watch: Watch<'_>,
) -> Result<Text<'a>, SyntaxError> {
    if encoding == Encoding::Ascii
        && let Some(at) = find(body, watch, |part| part.iter().position(|byte| !byte.is_ascii()))?
    {
        return Err(SyntaxError::nowhere(match origin {
            Origin::File(_) => format!("encoding problem: {}", declared.unwrap_or("ascii")),
            Origin::Memory | Origin::Text => format!(
                "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
                body[at]
            ),
        }));
    }
    let NotUtf8 { before, error } = match read_utf8(body, arena, watch)? {
        Ok(text) => return Ok(Text { text, damage: None }),
        Err(bad) => bad,
    };
    let at = before.len();
    let readable = line_ends(before, arena, watch)?;
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
            return Err(SyntaxError::nowhere(undecodable(&body[at..], &error, at, true)));
        }
        _ => return Ok(in_place(body, arena, watch)?),
    };
    Ok(Text { text: &readable[..line_start], damage: Some(damage) })
}

/// Bad bytes where CPython did not check the whole text: it decodes each name and string of its
/// own, so the error stands at the first token that holds a bad byte, and comments may hold any.
fn in_place<'a>(body: &[u8], arena: &'a Bump, watch: Watch<'_>) -> Result<Text<'a>, Stopped> {
    let mut text = BumpString::with_capacity_in(body.len() + 16, arena);
    let mut rest = body;
    loop {
        look(watch)?;
        let before = text.len();
        let Some(error) = push_utf8(&mut text, rest, watch)? else { break };
        rest = &rest[text.len() - before..];
        let line_start = memrchr(b'\n', text.as_bytes()).map_or(0, |at| at + 1);
        if let Some((token, content)) = token_start(&text[line_start..]) {
            let (line, _) = line_of(&text, text.len());
            let message = undecodable(rest, &error, text.len() - line_start - content, false);
            let column = text[line_start..line_start + token].chars().count() as i32 + 1;
            let shown = String::from_utf8_lossy(&rest[..memchr(b'\n', rest).unwrap_or(rest.len())]);
            let shown = format!("{}{shown}\n", &text[line_start..]);
            let damage = SyntaxError {
                kind: ErrorKind::SyntaxError,
                message: format!("(unicode error) {message}"),
                line,
                column,
                end_line: line,
                end_column: column + 1,
                text: Some(shown.into_boxed_str()),
                incomplete: false,
            };
            text.truncate(line_start);
            return Ok(Text { text: text.into_bump_str(), damage: Some(damage) });
        }
        text.push(char::REPLACEMENT_CHARACTER);
        rest = &rest[error.error_len().unwrap_or(rest.len())..];
    }
    Ok(Text { text: text.into_bump_str(), damage: None })
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

/// Turns `\r\n` and `\r` into `\n`.
fn line_ends<'a>(text: &'a str, arena: &'a Bump, watch: Watch<'_>) -> Result<&'a str, Stopped> {
    let carriage_return = |text: &str| find(text.as_bytes(), watch, |part| memchr(b'\r', part));
    let Some(mut at) = carriage_return(text)? else {
        return Ok(text);
    };
    let mut out = BumpString::with_capacity_in(text.len(), arena);
    let mut rest = text;
    for count in 1usize.. {
        if count.is_multiple_of(STRETCH) {
            look(watch)?;
        }
        parts(&rest[..at], PART, watch, |part| out.push_str(part))?;
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        match carriage_return(rest)? {
            Some(next) => at = next,
            None => break,
        }
    }
    parts(rest, PART, watch, |part| out.push_str(part))?;
    Ok(out.into_bump_str())
}
