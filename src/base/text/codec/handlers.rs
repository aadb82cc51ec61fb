//! Python's own error handlers.

use super::{Codec, CodecError, Order, Problem, Replacement, is_surrogate, utf8, wide};
use crate::base::text::builder::{TextBuf, TextBuilder};
use crate::base::text::escape::push_hex_escape;
use crate::base::text::unit::TextRef;

/// An error handler by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors {
    /// `strict`: raise.
    Strict,
    /// `ignore`: leave it out.
    Ignore,
    /// `replace`: U+FFFD, or `?` when encoding.
    Replace,
    /// `backslashreplace`: `\xff`, `\u20ac`.
    BackslashReplace,
    /// `surrogateescape`: bytes that are no text as U+DC80 to U+DCFF, and back.
    SurrogateEscape,
    /// `surrogatepass`: surrogates as if they were code points like others.
    SurrogatePass,
    /// `xmlcharrefreplace`: `&#8364;`, encoding only.
    XmlCharRefReplace,
    /// `namereplace`: `\N{EURO SIGN}`, encoding only.
    NameReplace,
}

impl Errors {
    /// The handler of that name; `None` for one that must have been registered, or
    /// `unknown error handler name '…'` (LookupError).
    pub fn from_name(name: &str) -> Option<Errors> {
        Some(match name {
            "strict" => Errors::Strict,
            "ignore" => Errors::Ignore,
            "replace" => Errors::Replace,
            "backslashreplace" => Errors::BackslashReplace,
            "surrogateescape" => Errors::SurrogateEscape,
            "surrogatepass" => Errors::SurrogatePass,
            "xmlcharrefreplace" => Errors::XmlCharRefReplace,
            "namereplace" => Errors::NameReplace,
            _ => return None,
        })
    }
}

/// Handles bytes that cannot be decoded; answers where to go on.
pub(super) fn decoding(
    errors: Errors,
    codec: Codec,
    bytes: &[u8],
    problem: Problem,
    target: &mut TextBuilder,
) -> Result<usize, CodecError> {
    let wrong = &bytes[problem.start..problem.end];
    match errors {
        Errors::Strict => Err(problem.into()),
        Errors::Ignore => Ok(problem.end),
        Errors::Replace => {
            target.push(0xfffd);
            Ok(problem.end)
        }
        Errors::BackslashReplace => {
            wrong.iter().for_each(|&byte| push_hex_escape(target, byte.into()));
            Ok(problem.end)
        }
        Errors::SurrogateEscape => {
            // ASCII is never escaped: the text could not be told from a real one.
            let count = wrong.iter().take(4).take_while(|byte| !byte.is_ascii()).count();
            wrong[..count].iter().for_each(|&byte| target.push(0xdc00 + u32::from(byte)));
            if count == 0 { Err(problem.into()) } else { Ok(problem.start + count) }
        }
        Errors::SurrogatePass => {
            let (code, length) = surrogate_at(codec, problem, &bytes[problem.start..]).ok_or(problem)?;
            target.push(code);
            Ok(problem.start + length)
        }
        Errors::XmlCharRefReplace | Errors::NameReplace => Err(CodecError::NotForDecoding),
    }
}

/// The surrogate that the bytes begin with, encoded as if it were a code point.
fn surrogate_at(codec: Codec, problem: Problem, bytes: &[u8]) -> Option<(u32, usize)> {
    let big = problem.encoding.ends_with("be");
    let (code, length) = match codec {
        Codec::Utf8 | Codec::Utf8Signed => match *bytes.first_chunk::<3>()? {
            [first @ 0xe0..0xf0, second @ 0x80..0xc0, third @ 0x80..0xc0] => {
                let bits = |byte: u8, mask: u8| u32::from(byte & mask);
                (bits(first, 15) << 12 | bits(second, 63) << 6 | bits(third, 63), 3)
            }
            _ => return None,
        },
        Codec::Utf16(_) => {
            let unit = *bytes.first_chunk::<2>()?;
            (if big { u16::from_be_bytes(unit) } else { u16::from_le_bytes(unit) }.into(), 2)
        }
        Codec::Utf32(_) => {
            let unit = *bytes.first_chunk::<4>()?;
            (if big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) }, 4)
        }
        _ => return None,
    };
    is_surrogate(code).then_some((code, length))
}

/// Handles code points that cannot be encoded; answers with what replaces them and where to go on.
pub(super) fn encoding(
    errors: Errors,
    codec: Codec,
    text: TextRef<'_>,
    problem: Problem,
) -> Result<(Replacement, usize), CodecError> {
    let wrong = text.slice(problem.start..problem.end);
    let mut target = TextBuilder::new();
    match errors {
        Errors::Strict => return Err(problem.into()),
        Errors::Ignore => {}
        Errors::Replace => target.push_repeated(u32::from(b'?'), wrong.len()),
        Errors::BackslashReplace => wrong.codes().for_each(|code| push_hex_escape(&mut target, code)),
        Errors::XmlCharRefReplace => wrong.codes().for_each(|code| target.push_str(&format!("&#{code};"))),
        Errors::NameReplace => wrong.codes().for_each(|code| push_name(&mut target, code)),
        Errors::SurrogateEscape => {
            // As many as can be; the handler is asked again about what follows them.
            let escaped = |code: &u32| (0xdc80..0xdd00).contains(code);
            let bytes: Vec<u8> = wrong.codes().take_while(escaped).map(|code| code as u8).collect();
            let next = problem.start + bytes.len();
            return if bytes.is_empty() { Err(problem.into()) } else { Ok((Replacement::Bytes(bytes), next)) };
        }
        Errors::SurrogatePass => {
            let bytes = surrogate_bytes(codec, wrong).ok_or(problem)?;
            return Ok((Replacement::Bytes(bytes), problem.end));
        }
    }
    Ok((Replacement::Text(target.finish()), problem.end))
}

/// The code points, all of them surrogates, encoded as if they were like others.
fn surrogate_bytes(codec: Codec, text: TextRef<'_>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for code in text.codes() {
        match codec {
            _ if !is_surrogate(code) => return None,
            Codec::Utf8 | Codec::Utf8Signed => utf8::push(&mut bytes, code),
            Codec::Utf16(order) => wide::push16(&mut bytes, code, order == Order::Big),
            Codec::Utf32(order) => wide::push32(&mut bytes, code, order == Order::Big),
            _ => return None,
        }
    }
    Some(bytes)
}

fn push_name(target: &mut TextBuilder, code: u32) {
    match char::from_u32(code).and_then(unicode_names2::name) {
        Some(name) => target.push_text(TextBuf::from(format!("\\N{{{name}}}")).as_ref()),
        None => push_hex_escape(target, code),
    }
}
