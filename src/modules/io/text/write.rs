//! Writing text.

use super::{CHUNK, ORDINARY, TextBody, TextFile, buffer_of, check_open, decode};
use crate::base::text::codec::{self, Codec, CodecError, Order};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::builtins::{Streams, write_stdout, written};
use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::modules::io::{buffered, is_native, newline, unsupported};
use crate::object::{ClassId, Result, Runtime};
use crate::types::codec::{codec_error, encode_native};
use crate::types::exception::os_error;
use crate::types::str::{Text, text};

/// Hands what waits to the stream below.
pub(super) fn write_pending(rt: &mut Runtime, this: &TextFile) -> Result<()> {
    if this.get(&rt.heap).pending.is_empty() {
        return Ok(());
    }
    let buffer = buffer_of(rt, this)?;
    let mut bytes = std::mem::take(&mut *this.get_mut(&mut rt.heap).0.pending);
    buffered::write_bytes(rt, &buffer, &bytes)?;
    // The memory is used again.
    bytes.clear();
    let pending = &mut this.get_mut(&mut rt.heap).0.pending;
    if pending.is_empty() {
        **pending = bytes;
    }
    Ok(())
}

/// Appends the encoded text to what waits.
fn encode(rt: &mut Runtime, this: &TextFile, string: &Str) -> Result<()> {
    let body = this.get_mut(&mut rt.heap).0;
    let mut codec = *body.codec;
    if let Some(ascii) = string.as_ascii()
        && matches!(codec, Codec::Utf8 | Codec::Ascii | Codec::Latin1)
    {
        body.pending.extend_from_slice(ascii.as_bytes());
        return Ok(());
    }
    if body.mark_written {
        codec = match codec {
            Codec::Utf8Signed => Codec::Utf8,
            Codec::Utf16(Order::Marked) => Codec::Utf16(Order::Little),
            Codec::Utf32(Order::Marked) => Codec::Utf32(Order::Little),
            codec => codec,
        };
    }
    let handler = *body.handler;
    let Some(handler) = handler else {
        let errors = body.errors.clone();
        let bytes = encode_native(rt, codec, string, Some(&errors))?;
        let body = this.get_mut(&mut rt.heap).0;
        body.mark_written = true;
        body.pending.extend_from_slice(bytes.as_slice());
        return Ok(());
    };
    match codec::encode(codec, string.text(), handler) {
        Ok(mut bytes) => {
            let body = this.get_mut(&mut rt.heap).0;
            body.mark_written = true;
            body.pending.append(&mut bytes);
            Ok(())
        }
        Err(CodecError::Problem(problem)) => Err(codec_error(rt, ClassId::UnicodeEncodeError, problem, string)),
        Err(CodecError::NotForDecoding) => Err(rt.type_error("wrong kind of error handler")),
    }
}

/// Writes a string.
fn put(rt: &mut Runtime, this: &TextFile, string: &Str) -> Result<()> {
    match this.get(&rt.heap).standard {
        1 => return write_stdout(rt, string),
        2 => {
            let bytes = rt.escape_surrogates(string);
            return rt.extension::<Streams>().write_error(bytes.as_bytes()).map_err(|error| os_error(rt, &error));
        }
        _ => {}
    }
    if string.len() > LONG_STRETCH {
        for start in (0..string.len()).step_by(STRETCH) {
            rt.check_interrupts()?;
            let part = string.slice(&rt.heap, &rt.strings, start, string.len().min(start + STRETCH))?;
            put(rt, this, &part)?;
        }
        return Ok(());
    }
    check_open(rt, this)?;
    let body = this.get(&rt.heap);
    if !body.writable {
        return Err(unsupported(rt, "not writable"));
    }
    let has_end = |wanted| newline::find(string.units(), 0, wanted).is_some();
    let (by, line_buffering, through) = (body.newline.written(), body.line_buffering, body.write_through);
    let ends = (by.is_some() || line_buffering) && has_end(b'\n');
    let out = line_buffering && (ends || has_end(b'\r'));
    let reads = !body.snapshot.is_empty() || body.used < body.decoded.len();
    match by {
        Some(by) if ends => {
            let changed = text::from_buf(rt, &newline::replace(string.text(), by))?;
            encode(rt, this, &changed)?;
        }
        _ => encode(rt, this, string)?,
    }
    if this.get(&rt.heap).pending.len() >= CHUNK || out || through {
        write_pending(rt, this)?;
    }
    if out {
        let buffer = buffer_of(rt, this)?;
        rt.call_method(&buffer, "flush", &[])?;
    }
    if reads {
        decode::reset(rt, this, false);
    }
    Ok(())
}

pub(super) fn write(rt: &mut Runtime, this: &TextFile, string: &Object) -> Result<usize> {
    let Some(string) = string.cast::<StrBody>() else {
        let got = rt.type_name(string);
        return Err(rt.type_error(format!("write() argument must be str, not {got}")));
    };
    put(rt, this, string)?;
    Ok(string.len())
}

/// Writes a string to a text file whose methods are known; false, with nothing done, for anything else.
pub fn write_object(rt: &mut Runtime, file: &Object, string: &Str) -> Result<bool> {
    match file.cast::<TextBody>() {
        Some(this) if is_native(rt, file) => put(rt, this, string).map(|()| true),
        _ => Ok(false),
    }
}

pub(super) fn flush(rt: &mut Runtime, this: &TextFile) -> Result {
    match this.get(&rt.heap).standard {
        ORDINARY => {}
        0 => return Ok(Object::NONE),
        number => {
            let streams = rt.extension::<Streams>();
            let result = if number == 1 { streams.flush() } else { streams.flush_error() };
            return written(rt, result).map(|()| Object::NONE);
        }
    }
    let buffer = buffer_of(rt, this)?;
    check_open(rt, this)?;
    let body = this.get_mut(&mut rt.heap).0;
    body.telling = body.seekable;
    write_pending(rt, this)?;
    rt.call_method(&buffer, "flush", &[])
}
