//! Encoding and decoding of long texts part by part, so that Ctrl-C ends them.
//!
//! A problem that a part does not tell as the whole text would is left to the work on that.

use super::codec::codec_error;
use super::str::{Text, in_parts, text};
use crate::base::text::codec::{self, Codec, CodecError, Errors, Order, Problem};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::layout::{Bytes, Str, StrBuilder};
use crate::object::{ClassId, Result, Runtime};

/// The codec of parts that are not the first: without a mark.
fn after_mark(codec: Codec) -> Codec {
    match codec {
        Codec::Utf8Signed => Codec::Utf8,
        Codec::Utf16(Order::Marked) => Codec::Utf16(Order::Little),
        Codec::Utf32(Order::Marked) => Codec::Utf32(Order::Little),
        other => other,
    }
}

/// A problem of a part that begins at `start`.
fn at(start: usize, problem: Problem) -> Problem {
    Problem { start: problem.start + start, end: problem.end + start, ..problem }
}

/// Encodes a long text; `None` if it is not long, or has a problem that only the whole tells.
pub(super) fn encode(rt: &mut Runtime, codec: Codec, string: &Str, errors: Errors) -> Result<Option<Bytes>> {
    if string.len() <= LONG_STRETCH {
        return Ok(None);
    }
    let (mut next, mut parts, mut start, mut problem) = (codec, Vec::new(), 0, None);
    let good = in_parts(rt, string.text(), |part| match codec::encode(next, part, errors) {
        Ok(bytes) => {
            next = after_mark(next);
            start += part.len();
            parts.push(bytes);
            Ok(true)
        }
        Err(CodecError::Problem(found)) => {
            // One that reaches the end may go on behind it; that of a codec with a mark names another codec.
            problem = Some(found).filter(|found| found.end < part.len() && after_mark(codec) == codec);
            Ok(false)
        }
        Err(_) => Ok(false),
    })?;
    if let Some(problem) = problem {
        return Err(codec_error(rt, ClassId::UnicodeEncodeError, at(start, problem), string));
    }
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    if good { Ok(Some(Bytes::concat(&rt.heap, &parts)?)) } else { Ok(None) }
}

/// Decodes many bytes, the last ones or not; also gives how many of them. `None` if they are not many, or have a problem
/// that only the whole tells.
pub(super) fn decode(
    rt: &mut Runtime,
    codec: Codec,
    object: &Bytes,
    last: bool,
    errors: Errors,
) -> Result<Option<(Str, usize)>> {
    let bytes = object.as_slice();
    if bytes.len() <= LONG_STRETCH {
        return Ok(None);
    }
    let Some((found, mut start)) = codec::behind_mark(codec, bytes, last) else { return Ok(None) };
    let mut target = StrBuilder::with_capacity(&rt.heap, bytes.len() / 2)?;
    while start < bytes.len() {
        rt.heap.go_on()?;
        let end = bytes.len().min(start + STRETCH);
        let at_end = end == bytes.len();
        match codec::decode_part(found, &bytes[start..end], last && at_end, errors) {
            Ok((part, consumed)) if consumed > 0 || at_end && !last => {
                target.push_units(&rt.heap, text::units(part.as_ref()))?;
                start += consumed;
                if at_end && !last {
                    break;
                }
            }
            Err(CodecError::Problem(problem)) if found == codec => {
                return Err(codec_error(rt, ClassId::UnicodeDecodeError, at(start, problem), object));
            }
            _ => return Ok(None),
        }
    }
    Ok(Some((target.finish(&rt.heap, &rt.strings)?, start)))
}
