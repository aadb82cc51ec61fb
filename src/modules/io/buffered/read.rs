//! Reading through a buffer.

use super::{Buffered, of, open_raw, write};
use crate::heap::{HeapVec, Object};
use crate::layout::Bytes;
use crate::modules::io::{is_native, raw, size_argument};
use crate::object::{Index, Result, Runtime};

/// Reads ahead into the empty buffer: how many bytes came; `None` if the stream below has none now.
fn fill(rt: &mut Runtime, this: &Buffered, below: &Object) -> Result<Option<usize>> {
    write::flush_pending(rt, this)?;
    let size = this.get(&rt.heap).size;
    let Some(part) = raw::read(rt, below, size)? else { return Ok(None) };
    let count = part.len();
    let body = this.get_mut(&mut rt.heap).0;
    *body.data = part;
    body.at = 0;
    Ok(Some(count))
}

/// Takes up to `want` bytes of those read ahead.
fn take(rt: &mut Runtime, this: &Buffered, want: usize, target: &mut Vec<u8>) {
    let body = this.get_mut(&mut rt.heap).0;
    let end = body.data.len().min(body.at.saturating_add(want));
    target.extend_from_slice(&body.data[body.at..end]);
    body.at = end;
}

/// The same of what may be very many.
fn take_long(rt: &mut Runtime, this: &Buffered, want: usize, target: &mut HeapVec<u8>) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    let end = body.data.len().min(body.at.saturating_add(want));
    target.extend_from_slice(heap, &body.data[body.at..end])?;
    body.at = end;
    Ok(())
}

pub(super) fn read(rt: &mut Runtime, this: &Buffered, size: Option<&Object>) -> Result {
    let want = match size.filter(|size| !size.is_none()) {
        None => None,
        Some(number) => match size_argument(rt, size)? {
            Some(want) => Some(want),
            None if rt.to_index(number)? == -1 => None,
            None => return Err(rt.value_error("read length must be non-negative or -1")),
        },
    };
    let below = open_raw(rt, this, "read of closed file")?;
    let mut bytes = HeapVec::new();
    let Some(want) = want else {
        write::flush_pending(rt, this)?;
        take_long(rt, this, usize::MAX, &mut bytes)?;
        return Ok(match raw::read_all(rt, &below)? {
            None if bytes.is_empty() => Object::NONE,
            None => rt.bytes.copy(&rt.heap, &bytes)?.into(),
            Some(rest) if bytes.is_empty() => rest.into(),
            Some(rest) => Bytes::concat(&rt.heap, &[&bytes, rest.as_slice()])?.into(),
        });
    };
    if want > raw::MOST {
        return Err(crate::heap::OutOfMemory.into());
    }
    take_long(rt, this, want, &mut bytes)?;
    let size = this.get(&rt.heap).size;
    while bytes.len() < want {
        let missing = want - bytes.len();
        let came = if missing >= size {
            write::flush_pending(rt, this)?;
            raw::read_long(rt, &below, &mut bytes, missing - missing % size)?
        } else {
            let came = fill(rt, this, &below)?;
            take_long(rt, this, missing, &mut bytes)?;
            came
        };
        match came {
            None if bytes.is_empty() => return Ok(Object::NONE),
            None | Some(0) => break,
            Some(_) => {}
        }
    }
    Ok(rt.bytes.copy(&rt.heap, &bytes)?.into())
}

/// Up to `want` bytes: what was read ahead, else what one read gives.
fn one_read(rt: &mut Runtime, this: &Buffered, below: &Object, want: usize) -> Result<Vec<u8>> {
    let body = this.get_mut(&mut rt.heap).0;
    if body.unread() > 0 {
        if body.at == 0 && body.data.len() <= want {
            return Ok(std::mem::take(&mut *body.data));
        }
        let mut bytes = Vec::new();
        take(rt, this, want, &mut bytes);
        return Ok(bytes);
    }
    body.data.clear();
    body.at = 0;
    if want == 0 {
        return Ok(Vec::new());
    }
    write::flush_pending(rt, this)?;
    Ok(raw::read(rt, below, want)?.unwrap_or_default())
}

pub(super) fn read1(rt: &mut Runtime, this: &Buffered, size: Option<Index>) -> Result<Bytes> {
    let below = open_raw(rt, this, "read of closed file")?;
    let want = match size.map_or(-1, |size| size.0) {
        negative if negative < 0 => this.get(&rt.heap).size,
        want => want as usize,
    };
    let bytes = one_read(rt, this, &below, want)?;
    Ok(rt.bytes.copy(&rt.heap, &bytes)?)
}

/// What a text file reads at a time: `read1(want)`, without the way through a bytes object if the methods are known.
pub fn take_chunk(rt: &mut Runtime, buffer: &Object, want: usize) -> Result<Vec<u8>> {
    if let Some(this) = buffer.cast::<super::BufferedBody>()
        && is_native(rt, buffer)
        && this.get(&rt.heap).readable
    {
        let below = open_raw(rt, this, "read of closed file")?;
        return one_read(rt, this, &below, want);
    }
    let count = Object::small(want as i32);
    let name = rt.intern_static("read1");
    let part = match rt.get_attr_opt(buffer, &name)? {
        Some(method) => rt.call(&method, &[count])?,
        None => rt.call_method(buffer, "read", &[count])?,
    };
    match part.cast::<crate::layout::BytesBody>() {
        Some(part) => Ok(part.as_slice().to_vec()),
        None => {
            let got = rt.type_name(&part);
            Err(rt.type_error(format!("underlying read1() should have returned a bytes-like object, not '{got}'")))
        }
    }
}

pub(super) fn peek(rt: &mut Runtime, this: &Buffered, _size: Option<Index>) -> Result<Bytes> {
    let below = open_raw(rt, this, "peek of closed file")?;
    if this.get(&rt.heap).unread() == 0 {
        let body = this.get_mut(&mut rt.heap).0;
        body.data.clear();
        body.at = 0;
        fill(rt, this, &below)?;
    }
    let body = this.get(&rt.heap);
    Ok(rt.bytes.copy(&rt.heap, &body.data[body.at..])?)
}

fn line(rt: &mut Runtime, this: &Buffered, limit: usize) -> Result<Bytes> {
    let below = open_raw(rt, this, "readline of closed file")?;
    let mut parts: HeapVec<u8> = HeapVec::new();
    loop {
        let (body, heap) = this.get_mut(&mut rt.heap);
        let rest = &body.data[body.at..];
        let room = limit - parts.len();
        let found = memchr::memchr(b'\n', &rest[..rest.len().min(room)]).map(|end| end + 1);
        let count = found.unwrap_or(rest.len().min(room));
        let whole = found.is_some() || count == room;
        let from = body.at;
        body.at += count;
        if whole && parts.is_empty() {
            let body = this.get(&rt.heap);
            return Ok(rt.bytes.copy(&rt.heap, &body.data[from..from + count])?);
        }
        parts.extend_from_slice(heap, &body.data[from..from + count])?;
        if whole {
            break;
        }
        body.data.clear();
        body.at = 0;
        rt.check_interrupts()?;
        if fill(rt, this, &below)?.unwrap_or(0) == 0 {
            break;
        }
    }
    Ok(rt.bytes.copy(&rt.heap, &parts)?)
}

pub(super) fn readline(rt: &mut Runtime, this: &Buffered, size: Option<&Object>) -> Result<Bytes> {
    let limit = size_argument(rt, size)?.unwrap_or(usize::MAX);
    line(rt, this, limit)
}

pub(super) fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let line: Object = if is_native(rt, this) {
        line(rt, of(this), usize::MAX)?.into()
    } else {
        rt.call_method(this, "readline", &[])?
    };
    Ok(if rt.len(&line)? == 0 { None } else { Some(line) })
}
