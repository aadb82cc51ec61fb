//! Encoding and decoding of long texts part by part, so that Ctrl-C ends them.
//!
//! Only what goes well is done so: a problem that the handler refuses is left to the work on the whole text, which tells
//! its place.

use super::str::{Text, in_parts, text};
use crate::base::text::codec::{self, Codec, Errors, Order};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::layout::{Bytes, Str, StrBuilder};
use crate::object::{Result, Runtime};

/// The codec of parts that are not the first: without a mark.
fn after_mark(codec: Codec) -> Codec {
    match codec {
        Codec::Utf8Signed => Codec::Utf8,
        Codec::Utf16(Order::Marked) => Codec::Utf16(Order::Little),
        Codec::Utf32(Order::Marked) => Codec::Utf32(Order::Little),
        other => other,
    }
}

/// Encodes a long text; `None` if it is not long, or has a problem.
pub(super) fn encode(rt: &Runtime, codec: Codec, string: &Str, errors: Errors) -> Result<Option<Bytes>> {
    if string.len() <= LONG_STRETCH {
        return Ok(None);
    }
    let (mut codec, mut parts) = (codec, Vec::new());
    let good = in_parts(rt, string.text(), |part| match codec::encode(codec, part, errors) {
        Ok(bytes) => {
            codec = after_mark(codec);
            parts.push(bytes);
            Ok(true)
        }
        Err(_) => Ok(false),
    })?;
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    if good { Ok(Some(Bytes::concat(&rt.heap, &parts)?)) } else { Ok(None) }
}

/// Decodes many bytes; `None` if they are not many, have a problem, or begin with a mark.
pub(super) fn decode(rt: &Runtime, codec: Codec, bytes: &[u8], errors: Errors) -> Result<Option<Str>> {
    if bytes.len() <= LONG_STRETCH || after_mark(codec) != codec {
        return Ok(None);
    }
    let mut target = StrBuilder::with_capacity(&rt.heap, bytes.len() / 2)?;
    let mut start = 0;
    while start < bytes.len() {
        rt.heap.go_on()?;
        let end = bytes.len().min(start + STRETCH);
        match codec::decode_part(codec, &bytes[start..end], end == bytes.len(), errors) {
            Ok((part, consumed)) if consumed > 0 => {
                target.push_units(&rt.heap, text::units(part.as_ref()))?;
                start += consumed;
            }
            _ => return Ok(None),
        }
    }
    Ok(Some(target.finish(&rt.heap, &rt.strings)?))
}
