//! Bytes to text, part by part.

use super::TextFile;
use crate::base::text::TextBuf;
use crate::base::text::codec::{self, Codec, CodecError, Errors, Order, Problem};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Object, Opaque};
use crate::layout::{Str, StrBuilder};
use crate::modules::io::newline::{self, Newline, State};
use crate::object::{ClassId, Result, Runtime};
use crate::types::codec::{codec_error, decode_native};
use crate::types::str::{Text, text};

/// Decodes `bytes`, the beginning of which was left over before; gives the text and the number of bytes consumed.
pub(super) fn decode_part(rt: &mut Runtime, this: &TextFile, bytes: &[u8], last: bool) -> Result<(TextBuf, usize)> {
    let body = this.get(&rt.heap);
    let (mut start, mut codec) = (0, *body.reading);
    let handler = *body.handler;
    if codec.is_none() {
        let Some((found, length)) = codec::behind_mark(*body.codec, bytes, last) else {
            return Ok((TextBuf::EMPTY, 0));
        };
        if length == 0 {
            check_unmarked(rt, this, found, bytes, last)?;
        }
        (codec, start) = (Some(found), length);
        this.get_mut(&mut rt.heap).0.reading = Opaque(codec);
    }
    let codec = codec.unwrap_or(Codec::Utf8);
    let bytes = &bytes[start..];
    let Some(handler) = handler else {
        let (errors, bytes) = (this.get(&rt.heap).errors.clone(), rt.bytes.copy(&rt.heap, bytes)?);
        let (text, consumed) = decode_native(rt, codec, &bytes, last, Some(&errors))?;
        return Ok((text.text().to_buf(), start + consumed));
    };
    match codec::decode_part(codec, bytes, last, handler) {
        Ok((text, consumed)) => Ok((text, start + consumed)),
        Err(error) => Err(failure(rt, error, bytes)),
    }
}

/// UnicodeDecodeError for UTF-16 and UTF-32 in either order that begin without a mark.
fn check_unmarked(rt: &mut Runtime, this: &TextFile, found: Codec, bytes: &[u8], last: bool) -> Result<()> {
    let body = this.get(&rt.heap);
    let (encoding, unit) = match *body.codec {
        Codec::Utf16(Order::Marked) => ("utf-16", 2),
        Codec::Utf32(Order::Marked) => ("utf-32", 4),
        _ => return Ok(()),
    };
    // What cannot be decoded at all is told first.
    match codec::decode_part(found, bytes, last, body.handler.unwrap_or(Errors::Ignore)) {
        Ok((_, consumed)) if consumed < unit => Ok(()),
        Ok(_) => {
            let problem = Problem { encoding, start: 0, end: unit, reason: "Stream does not start with BOM" };
            Err(failure(rt, problem.into(), bytes))
        }
        Err(error) => Err(failure(rt, error, bytes)),
    }
}

#[cold]
fn failure(rt: &mut Runtime, error: CodecError, bytes: &[u8]) -> crate::object::Raised {
    match error {
        CodecError::Problem(problem) => match rt.bytes.copy(&rt.heap, bytes) {
            Ok(bytes) => {
                let object: Object = bytes.into();
                codec_error(rt, ClassId::UnicodeDecodeError, problem, &object)
            }
            Err(error) => error.into(),
        },
        CodecError::NotForDecoding => rt.type_error("don't know how to handle UnicodeDecodeError in error callback"),
    }
}

/// Decodes what comes next, and translates line ends.
pub(super) fn feed(rt: &mut Runtime, this: &TextFile, mut bytes: Vec<u8>, last: bool) -> Result<Str> {
    let body = this.get_mut(&mut rt.heap).0;
    if !body.rest.is_empty() {
        let mut whole = std::mem::take(&mut *body.rest);
        whole.append(&mut bytes);
        bytes = whole;
    }
    let before = *body.state;
    body.before = Opaque(before);
    let (text, consumed) = decode_part(rt, this, &bytes, last)?;
    let body = this.get_mut(&mut rt.heap).0;
    *body.rest = bytes[consumed..].to_vec();
    *body.snapshot = bytes;
    let (mode, mut state) = (*body.newline, *body.state);
    let text =
        if mode.is_universal() { newline::universal(text, &mut state, last, mode == Newline::Universal) } else { text };
    this.get_mut(&mut rt.heap).0.state = Opaque(state);
    text::from_buf(rt, &text)
}

/// Decodes the last bytes of a file, which are very many, part by part, so that Ctrl-C ends it. `None` if they are not many,
/// or if an error is to be told, or handled, that only the whole shows: nothing was decoded then.
pub(super) fn feed_long(rt: &mut Runtime, this: &TextFile, bytes: &[u8]) -> Result<Option<Str>> {
    let body = this.get(&rt.heap);
    if bytes.len() <= LONG_STRETCH || body.handler.is_none() {
        return Ok(None);
    }
    let (rest, state, reading) = (body.rest.clone(), *body.state, *body.reading);
    let mut text = StrBuilder::with_capacity(&rt.heap, bytes.len())?;
    for part in bytes.chunks(STRETCH) {
        rt.heap.go_on()?;
        let last = part.as_ptr_range().end == bytes.as_ptr_range().end;
        match feed(rt, this, part.to_vec(), last) {
            Ok(decoded) => text.push_string(&rt.heap, &decoded)?,
            Err(raised) if rt.is_raised(&raised, ClassId::UnicodeError) => {
                let body = this.get_mut(&mut rt.heap).0;
                (*body.rest, body.state, body.reading) = (rest, Opaque(state), Opaque(reading));
                return Ok(None);
            }
            Err(raised) => return Err(raised),
        }
    }
    Ok(Some(text.finish(&rt.heap, &rt.strings)?))
}

/// Forgets what was read ahead, and in what state; the next byte read is the one at `position`.
pub(super) fn reset(rt: &mut Runtime, this: &TextFile, at_start: bool) {
    let empty = rt.strings.empty();
    let body = this.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.decoded, empty);
    body.used = 0;
    body.rest.clear();
    body.snapshot.clear();
    body.state = Opaque(State::default());
    body.before = Opaque(State::default());
    if at_start {
        body.reading = Opaque(None);
    } else if body.reading.is_none() && *body.codec == Codec::Utf8Signed {
        body.reading = Opaque(Some(Codec::Utf8));
    }
    drop(old);
}
