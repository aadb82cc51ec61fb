//! Reading text.

use super::{CHUNK, TextFile, buffer_of, check_open, decode, of, write};
use crate::heap::Object;
use crate::layout::{BytesBody, Str, StrBuilder};
use crate::modules::io::{buffered, is_native, newline, size_argument, unsupported};
use crate::object::{ClassId, Index, Result, Runtime};

/// Checks that the file is open and readable, and writes what waits.
fn prepare(rt: &mut Runtime, this: &TextFile) -> Result {
    let buffer = buffer_of(rt, this)?;
    check_open(rt, this)?;
    if !this.get(&rt.heap).readable {
        return Err(unsupported(rt, "not readable"));
    }
    write::write_pending(rt, this)?;
    Ok(buffer)
}

/// Reads and decodes the next chunk, in place of what was decoded before; false at the end.
fn read_chunk(rt: &mut Runtime, this: &TextFile, buffer: &Object) -> Result<bool> {
    rt.check_interrupts()?;
    let bytes = buffered::take_chunk(rt, buffer, CHUNK)?;
    let last = bytes.is_empty();
    let text = decode::feed(rt, this, bytes, last)?;
    let more = !last || !text.is_empty();
    let body = this.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.decoded, text);
    body.used = 0;
    drop(old);
    Ok(more)
}

/// Takes up to `want` decoded characters.
fn take(rt: &mut Runtime, this: &TextFile, want: usize) -> Result<Str> {
    let body = this.get(&rt.heap);
    let (text, from) = (body.decoded.clone(), body.used);
    let end = text.len().min(from.saturating_add(want));
    let part = text.slice(&rt.heap, &rt.strings, from, end)?;
    this.get_mut(&mut rt.heap).0.used = end;
    Ok(part)
}

pub(super) fn read(rt: &mut Runtime, this: &TextFile, size: Option<&Object>) -> Result<Str> {
    let want = size_argument(rt, size)?;
    let buffer = prepare(rt, this)?;
    let Some(want) = want else {
        let all = rt.call_method(&buffer, "read", &[])?;
        if all.is_none() {
            return Err(rt.raise(ClassId::BlockingIOError, "Read returned None."));
        }
        let Some(all) = all.cast::<BytesBody>() else {
            let got = rt.type_name(&all);
            return Err(
                rt.type_error(format!("underlying read() should have returned a bytes-like object, not '{got}'"))
            );
        };
        let rest = match decode::feed_long(rt, this, all.as_slice())? {
            Some(rest) => rest,
            None => decode::feed(rt, this, all.as_slice().to_vec(), true)?,
        };
        let first = take(rt, this, usize::MAX)?;
        forget(rt, this);
        return if first.is_empty() { Ok(rest) } else { Ok(Str::concat(&rt.heap, &first, &rest)?) };
    };
    let first = take(rt, this, want)?;
    if first.len() == want {
        return Ok(first);
    }
    let mut builder = StrBuilder::new();
    builder.push_string(&rt.heap, &first)?;
    while builder.len() < want && read_chunk(rt, this, &buffer)? {
        let part = take(rt, this, want - builder.len())?;
        builder.push_string(&rt.heap, &part)?;
    }
    Ok(builder.finish(&rt.heap, &rt.strings)?)
}

/// Drops what was decoded, when all of it was read.
fn forget(rt: &mut Runtime, this: &TextFile) {
    let empty = rt.strings.empty();
    let body = this.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.decoded, empty);
    body.used = 0;
    body.snapshot.clear();
    drop(old);
}

/// The next line with its end, at most `limit` characters; empty at the end of the file.
fn line(rt: &mut Runtime, this: &TextFile, limit: usize) -> Result<Str> {
    // The usual case first: the line lies in what was decoded.
    let body = this.get(&rt.heap);
    let (mode, from) = (*body.newline, body.used);
    if limit == usize::MAX
        && body.pending.is_empty()
        && from < body.decoded.len()
        && let Some(end) = newline::line_end(body.decoded.units(), from, mode)
    {
        check_open(rt, this)?;
        let text = this.get(&rt.heap).decoded.clone();
        let part = text.slice(&rt.heap, &rt.strings, from, end)?;
        this.get_mut(&mut rt.heap).0.used = end;
        return Ok(part);
    }
    let buffer = prepare(rt, this)?;
    let mut parts: Option<StrBuilder> = None;
    loop {
        let body = this.get(&rt.heap);
        let (text, from) = (body.decoded.clone(), body.used);
        let taken = parts.as_ref().map_or(0, StrBuilder::len);
        let room = limit - taken;
        // The halves of `\r\n` may lie in two chunks.
        let split = mode == newline::Newline::CrLf
            && from < text.len()
            && text.char_at(from) == u32::from(b'\n')
            && parts.as_ref().is_some_and(|parts| taken > 0 && parts.units().get(taken - 1) == u32::from(b'\r'));
        let found = if split { Some(from + 1) } else { newline::line_end(text.units(), from, mode) };
        let end = found.unwrap_or(text.len()).min(from.saturating_add(room));
        let done = (found.is_some() && found == Some(end)) || end - from == room;
        this.get_mut(&mut rt.heap).0.used = end;
        if done && parts.is_none() {
            return Ok(text.slice(&rt.heap, &rt.strings, from, end)?);
        }
        let builder = parts.get_or_insert_with(StrBuilder::new);
        builder.push_units(&rt.heap, text.units().slice(from..end))?;
        if done || !read_chunk(rt, this, &buffer)? {
            break;
        }
    }
    match parts {
        Some(builder) => Ok(builder.finish(&rt.heap, &rt.strings)?),
        None => Ok(rt.strings.empty()),
    }
}

pub(super) fn readline(rt: &mut Runtime, this: &TextFile, size: Option<Index>) -> Result<Str> {
    let limit = size.and_then(|size| usize::try_from(size.0).ok()).unwrap_or(usize::MAX);
    line(rt, this, limit)
}

pub(super) fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let file = of(this);
    file.get_mut(&mut rt.heap).0.telling = false;
    let text: Object = if is_native(rt, this) {
        line(rt, file, usize::MAX)?.into()
    } else {
        let text = rt.call_method(this, "readline", &[])?;
        if text.cast::<crate::layout::StrBody>().is_none() {
            let got = rt.type_name(&text);
            return Err(
                rt.raise(ClassId::OSError, format!("readline() should have returned a str object, not '{got}'"))
            );
        }
        text
    };
    if rt.len(&text)? == 0 {
        let body = file.get_mut(&mut rt.heap).0;
        body.telling = body.seekable;
        body.snapshot.clear();
        return Ok(None);
    }
    Ok(Some(text))
}
