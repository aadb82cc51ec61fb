//! Writing through a buffer.

use super::{Buffered, open_raw, raw_of};
use crate::heap::Object;
use crate::modules::io::{is_native, raw};
use crate::object::{ClassId, Raised, Result, Runtime};

/// BlockingIOError: part of the bytes could not be written without waiting.
#[cold]
fn would_block(rt: &mut Runtime, taken: usize) -> Raised {
    let args = |rt: &mut Runtime| -> Result<[Object; 3]> {
        let text = rt.new_str("write could not complete without blocking")?;
        Ok([Object::small(libc::EAGAIN), text.into(), rt.new_int(taken as i128)?])
    };
    match args(rt) {
        Ok(args) => rt.raise_with(ClassId::BlockingIOError, &args),
        Err(raised) => raised,
    }
}

/// Writes what waits. After a failure the bytes that were not taken wait on.
pub fn flush_pending(rt: &mut Runtime, this: &Buffered) -> Result<()> {
    if this.get(&rt.heap).pending.is_empty() {
        return Ok(());
    }
    let below = raw_of(rt, this)?;
    let mut bytes = std::mem::take(&mut *this.get_mut(&mut rt.heap).0.pending);
    let mut done = 0;
    let mut result = Ok(());
    while done < bytes.len() {
        match raw::write(rt, &below, &bytes[done..]) {
            Ok(Some(count)) => done += count,
            Ok(None) => {
                result = Err(would_block(rt, 0));
                break;
            }
            Err(raised) => {
                result = Err(raised);
                break;
            }
        }
    }
    bytes.drain(..done);
    let pending = &mut this.get_mut(&mut rt.heap).0.pending;
    if pending.is_empty() {
        **pending = bytes;
    } else {
        // Something was written meanwhile, by what the stream below called.
        bytes.append(pending);
        **pending = bytes;
    }
    result
}

/// Moves the stream below back to where the reader is.
pub(super) fn rewind(rt: &mut Runtime, this: &Buffered, below: &Object) -> Result<()> {
    let body = this.get_mut(&mut rt.heap).0;
    let unread = body.unread() as i64;
    body.data.clear();
    body.at = 0;
    if unread > 0 {
        raw::seek(rt, below, -unread, libc::SEEK_CUR)?;
    }
    Ok(())
}

/// Appends bytes to those that wait, and writes when the buffer is full.
fn put(rt: &mut Runtime, this: &Buffered, below: &Object, bytes: &[u8]) -> Result<()> {
    rewind(rt, this, below)?;
    let body = this.get(&rt.heap);
    let size = body.size;
    if body.pending.len() + bytes.len() <= size {
        return append(rt, this, bytes);
    }
    flush_pending(rt, this)?;
    let mut done = 0;
    while bytes.len() - done > size {
        match raw::write(rt, below, &bytes[done..])? {
            Some(count) => done += count,
            None => return Err(would_block(rt, done)),
        }
    }
    append(rt, this, &bytes[done..])
}

/// Appends bytes to those that wait, all or none.
fn append(rt: &mut Runtime, this: &Buffered, bytes: &[u8]) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    let before = body.pending.len();
    if let Err(stopped) = heap.append(&mut body.pending, bytes) {
        body.pending.truncate(before);
        return Err(stopped.into());
    }
    Ok(())
}

pub(super) fn write(rt: &mut Runtime, this: &Buffered, data: &Object) -> Result<usize> {
    let bytes = crate::types::bytes::data(rt, data)?;
    let below = open_raw(rt, this, "write to closed file")?;
    put(rt, this, &below, bytes)?;
    Ok(bytes.len())
}

/// What a text file writes: `buffer.write(bytes)`, without a bytes object if the method is known.
pub fn write_bytes(rt: &mut Runtime, buffer: &Object, bytes: &[u8]) -> Result<()> {
    if let Some(this) = buffer.cast::<super::BufferedBody>()
        && is_native(rt, buffer)
        && this.get(&rt.heap).writable
    {
        let below = open_raw(rt, this, "write to closed file")?;
        return put(rt, this, &below, bytes);
    }
    let part: Object = rt.bytes.copy(&rt.heap, bytes)?.into();
    rt.call_method(buffer, "write", &[part])?;
    Ok(())
}

pub(super) fn flush(rt: &mut Runtime, this: &Buffered) -> Result {
    let below = open_raw(rt, this, "flush of closed file")?;
    flush_pending(rt, this)?;
    rewind(rt, this, &below)?;
    rt.call_method(&below, "flush", &[])
}

/// `flush` of a reader, which has nothing to write.
pub(super) fn simple_flush(rt: &mut Runtime, this: &Buffered) -> Result {
    let below = raw_of(rt, this)?;
    rt.call_method(&below, "flush", &[])
}
