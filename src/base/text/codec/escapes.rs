//! `unicode_escape` and `raw_unicode_escape`: text as it could stand in a literal of Python's source.

use super::{Decoding, Problem};
use crate::base::text::builder::{TextBuf, TextBuilder};
use crate::base::text::escape::push_hex_escape;
use crate::base::text::unit::TextRef;
use crate::base::watch::{Pace, Watch};

/// What stands after a backslash.
enum Escape {
    /// This character, up to a place.
    Code(u32, usize),
    /// Nothing: the end of a line.
    Nothing,
    /// No escape: the backslash and what follows stand for themselves.
    Unknown,
    /// Wrong up to a place.
    Wrong(usize, &'static str),
    /// More bytes are needed to tell.
    Incomplete(usize, &'static str),
}

/// `count` hexadecimal digits from `start`.
fn hex(bytes: &[u8], start: usize, count: usize, reason: &'static str) -> Escape {
    let digits = bytes[start..].iter().take(count).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let end = start + digits;
    if digits < count {
        return if end == bytes.len() { Escape::Incomplete(end, reason) } else { Escape::Wrong(end, reason) };
    }
    let value = |code: u32, &byte: &u8| code << 4 | (byte as char).to_digit(16).unwrap_or(0);
    Escape::Code(bytes[start..end].iter().fold(0, value), end)
}

/// The character of a name, spelled as the standard has it, in any case.
fn named(name: &str) -> Option<u32> {
    let found = unicode_names2::character(name)?;
    let loose = |c: &char| c.is_ascii_alphanumeric();
    let upper = name.to_ascii_uppercase();
    let full = unicode_names2::name(found).map(|full| full.to_string());
    // The crate accepts other spaces and hyphens in names; CPython does not.
    let loosely = full.as_ref().is_some_and(|full| full.chars().filter(loose).eq(upper.chars().filter(loose)));
    (full.as_ref() == Some(&upper) || !loosely).then_some(found.into())
}

/// What `\N` at `start` (the place of the `N`) names.
fn name(bytes: &[u8], start: usize) -> Escape {
    const REASON: &str = "malformed \\N character escape";
    if bytes.get(start + 1) != Some(&b'{') {
        let end = start + 1;
        return if end == bytes.len() { Escape::Incomplete(end, REASON) } else { Escape::Wrong(end, REASON) };
    }
    let first = start + 2;
    let Some(length) = memchr::memchr(b'}', &bytes[first..]) else { return Escape::Incomplete(bytes.len(), REASON) };
    let end = first + length;
    if length == 0 {
        return Escape::Wrong(end, REASON);
    }
    match std::str::from_utf8(&bytes[first..end]).ok().and_then(named) {
        Some(code) => Escape::Code(code, end + 1),
        None => Escape::Wrong(end + 1, "unknown Unicode character name"),
    }
}

/// The escape whose backslash stands just before `start`.
fn escape(bytes: &[u8], start: usize) -> Escape {
    let Some(&letter) = bytes.get(start) else { return Escape::Incomplete(start, "\\ at end of string") };
    let next = start + 1;
    let simple = match letter {
        b'\n' => return Escape::Nothing,
        b'\\' | b'\'' | b'"' => letter,
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 11,
        b'f' => 12,
        b'r' => b'\r',
        b'0'..=b'7' => {
            let digits = bytes[start..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte));
            let (count, code) = digits.fold((0, 0), |(n, code), byte| (n + 1, code << 3 | u32::from(byte - b'0')));
            return Escape::Code(code, start + count);
        }
        b'x' => return hex(bytes, next, 2, "truncated \\xXX escape"),
        b'u' => return hex(bytes, next, 4, "truncated \\uXXXX escape"),
        b'U' => {
            return match hex(bytes, next, 8, "truncated \\UXXXXXXXX escape") {
                Escape::Code(code, end) if code > 0x10_ffff => Escape::Wrong(end, "illegal Unicode character"),
                escape => escape,
            };
        }
        b'N' => return name(bytes, start),
        _ => return Escape::Unknown,
    };
    Escape::Code(simple.into(), next)
}

/// The escape of `raw_unicode_escape` whose backslash, with an even number of others before it, stands before `start`.
fn raw_escape(bytes: &[u8], start: usize) -> Escape {
    match bytes.get(start) {
        Some(b'u') => hex(bytes, start + 1, 4, "truncated \\uXXXX escape"),
        Some(b'U') => match hex(bytes, start + 1, 8, "truncated \\UXXXXXXXX escape") {
            Escape::Code(code, end) if code > 0x10_ffff => Escape::Wrong(end, "\\Uxxxxxxxx out of range"),
            escape => escape,
        },
        _ => Escape::Unknown,
    }
}

pub(super) fn decode<E>(raw: bool, bytes: &[u8], last: bool, handler: Decoding<'_, E>) -> Result<(TextBuf, usize), E> {
    let encoding = if raw { "rawunicodeescape" } else { "unicodeescape" };
    let mut target = TextBuilder::with_capacity(bytes.len());
    let mut position = 0;
    while position < bytes.len() {
        let plain = memchr::memchr(b'\\', &bytes[position..]).unwrap_or(bytes.len() - position);
        bytes[position..position + plain].iter().for_each(|&byte| target.push(byte.into()));
        let start = position + plain;
        if start == bytes.len() {
            break;
        }
        if raw && start + 1 == bytes.len() {
            if !last {
                return Ok((target.finish(), start));
            }
            target.push(u32::from(b'\\'));
            break;
        }
        let escape = if raw { raw_escape(bytes, start + 1) } else { escape(bytes, start + 1) };
        let (end, reason) = match escape {
            Escape::Code(code, end) => {
                target.push(code);
                position = end;
                continue;
            }
            Escape::Nothing => {
                position = start + 2;
                continue;
            }
            Escape::Unknown => {
                target.push(u32::from(b'\\'));
                target.push(bytes[start + 1].into());
                position = start + 2;
                continue;
            }
            Escape::Incomplete(..) if !last => return Ok((target.finish(), start)),
            Escape::Wrong(end, reason) | Escape::Incomplete(end, reason) => (end, reason),
        };
        position = handler(Problem { encoding, start, end, reason }, &mut target)?.min(bytes.len());
    }
    Ok((target.finish(), bytes.len()))
}

/// The message of the warning for the first escape in `bytes` that is none: `invalid escape sequence '\z'`.
pub(super) fn warning(bytes: &[u8], watch: Watch<'_>) -> Option<String> {
    let (mut position, mut pace) = (0, Pace::default());
    while let Some(plain) = memchr::memchr(b'\\', &bytes[position..]) {
        pace.look(position, watch).ok()?;
        let start = position + plain;
        position = match escape(bytes, start + 1) {
            Escape::Unknown => {
                return Some(format!("invalid escape sequence '\\{}'", bytes[start + 1] as char));
            }
            Escape::Code(code, end) if code > 0o377 && bytes[start + 1].is_ascii_digit() => {
                let digits = String::from_utf8_lossy(&bytes[start + 1..end]);
                return Some(format!("invalid octal escape sequence '\\{digits}'"));
            }
            Escape::Nothing => start + 2,
            Escape::Code(_, end) | Escape::Wrong(end, _) | Escape::Incomplete(end, _) => end,
        };
    }
    None
}

pub(super) fn encode(raw: bool, text: TextRef<'_>, target: &mut Vec<u8>) {
    let mut escaped = TextBuilder::new();
    for code in text.codes() {
        match code {
            0..=0xff if raw => escaped.push(code),
            0x5c => escaped.push_str("\\\\"),
            0x09 => escaped.push_str("\\t"),
            0x0a => escaped.push_str("\\n"),
            0x0d => escaped.push_str("\\r"),
            0x20..=0x7e => escaped.push(code),
            _ => push_hex_escape(&mut escaped, code),
        }
    }
    escaped.finish().as_ref().push_to(target);
}
