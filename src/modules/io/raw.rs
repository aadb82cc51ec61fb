//! What buffers ask of the stream below: directly of the system for a plain `FileIO`, else through methods.

use super::file::{self, FileBody};
use super::is_native;
use crate::base::system;
use crate::base::watch::LONG_STRETCH;
use crate::heap::{HeapVec, Object};
use crate::layout::{Bytes, BytesBody};
use crate::object::{ClassId, Result, Runtime};

/// More bytes than this cannot be asked for at once.
pub const MOST: usize = 1 << 46;

/// What the system reads or writes at once: it does not stop for Ctrl-C where files are concerned.
const PIECE: usize = 4 * LONG_STRETCH;

/// Runs a system call until it is not interrupted; Ctrl-C ends it.
pub fn uninterrupted<T>(rt: &mut Runtime, mut call: impl FnMut() -> std::io::Result<T>) -> Result<std::io::Result<T>> {
    loop {
        match call() {
            Err(error) if error.raw_os_error() == Some(libc::EINTR) => (rt.hooks.safe_point)(rt)?,
            done => return Ok(done),
        }
    }
}

/// A failed call as an exception; None for one that would have to wait and must not.
fn refused<T>(rt: &mut Runtime, error: &std::io::Error) -> Result<Option<T>> {
    match error.raw_os_error() {
        Some(libc::EAGAIN) => Ok(None),
        _ => Err(crate::types::exception::os_error(rt, error)),
    }
}

/// Reads up to `want` bytes of a descriptor with one call; `None` if it would have to wait and must not.
fn read_once(rt: &mut Runtime, descriptor: i32, want: usize) -> Result<Option<Vec<u8>>> {
    if want > MOST {
        return Err(crate::heap::OutOfMemory.into());
    }
    // A huge request may be answered with little: no more is made room for at once than most answers need.
    let mut bytes = vec![0; want.min(1 << 20)];
    match uninterrupted(rt, || system::read(descriptor, &mut bytes))? {
        Ok(count) => {
            bytes.truncate(count);
            Ok(Some(bytes))
        }
        Err(error) => refused(rt, &error),
    }
}

/// Reads up to `want` bytes of a descriptor. What one call gives; but of a file as much as there is, piece by piece.
/// `None` if it would have to wait and must not.
pub fn read_descriptor(rt: &mut Runtime, descriptor: i32, want: usize) -> Result<Option<Bytes>> {
    let Some(first) = read_once(rt, descriptor, want)? else { return Ok(None) };
    let is_file = || system::mode_and_size(descriptor).is_ok_and(|(mode, _)| mode & libc::S_IFMT == libc::S_IFREG);
    if first.len() == want || first.len() < 1 << 20 || !is_file() {
        return Ok(Some(rt.bytes.copy(&rt.heap, &first)?));
    }
    let mut bytes = HeapVec::copied(&rt.heap, &first)?;
    while bytes.len() < want {
        let room = (want - bytes.len()).min(PIECE);
        let expected = want.min(bytes.len() * 2);
        if read_more(rt, descriptor, &mut bytes, room, expected)?.is_none_or(|count| count < room) {
            break;
        }
    }
    Ok(Some(rt.bytes.copy(&rt.heap, &bytes)?))
}

/// Appends what one call gives, at most `room` bytes: how many. If the buffer has to grow, it gets room for `expected`
/// bytes.
fn read_more(
    rt: &mut Runtime,
    descriptor: i32,
    bytes: &mut HeapVec<u8>,
    room: usize,
    expected: usize,
) -> Result<Option<usize>> {
    rt.check_interrupts()?;
    let filled = bytes.len();
    if filled + room > bytes.capacity() {
        bytes.set_capacity(&rt.heap, (filled + room).max(expected))?;
    }
    super::extend_zeros(&rt.heap, bytes, room)?;
    match uninterrupted(rt, || system::read(descriptor, &mut bytes[filled..]))? {
        Ok(count) => {
            bytes.truncate(filled + count);
            Ok(Some(count))
        }
        Err(error) => {
            bytes.truncate(filled);
            refused(rt, &error)
        }
    }
}

/// Reads all that is left of a descriptor; `None` if nothing is there and it must not wait.
pub fn read_all_descriptor(rt: &mut Runtime, descriptor: i32) -> Result<Option<Bytes>> {
    let size = system::mode_and_size(descriptor).map_or(0, |(_, size)| size);
    let at = system::seek(descriptor, 0, libc::SEEK_CUR).unwrap_or(0);
    let expected = size.saturating_sub(at as u64).min(1 << 30) as usize;
    let mut bytes = HeapVec::new();
    loop {
        let filled = bytes.len();
        let room = if filled < expected { expected - filled + 1 } else { super::BUFFER_SIZE.max(filled / 2) };
        match read_more(rt, descriptor, &mut bytes, room.min(PIECE), (expected + 1).max(filled + filled / 2))? {
            None if filled == 0 => return Ok(None),
            None | Some(0) => return Ok(Some(rt.bytes.copy(&rt.heap, &bytes)?)),
            Some(_) => {}
        }
    }
}

/// Writes to a descriptor what one call takes; very many bytes piece by piece, while each is taken whole.
pub fn write_descriptor(rt: &mut Runtime, descriptor: i32, bytes: &[u8]) -> Result<std::io::Result<usize>> {
    let mut done = 0;
    loop {
        let piece = &bytes[done..bytes.len().min(done + PIECE)];
        match uninterrupted(rt, || system::write(descriptor, piece))? {
            Ok(count) => {
                done += count;
                if done == bytes.len() || count < piece.len() {
                    return Ok(Ok(done));
                }
            }
            Err(error) if done == 0 => return Ok(Err(error)),
            // The bytes before it were taken; the next call tells it again.
            Err(_) => return Ok(Ok(done)),
        }
        rt.check_interrupts()?;
    }
}

/// The open descriptor of a plain `FileIO`, whose methods nobody has replaced.
fn plain(rt: &Runtime, raw: &Object) -> Option<i32> {
    let file = raw.cast::<FileBody>()?;
    let body = file.get(&rt.heap);
    (body.descriptor >= 0 && is_native(rt, raw)).then_some(body.descriptor)
}

/// What a method gave: bytes, or None.
fn bytes_or_none(rt: &mut Runtime, part: Object) -> Result<Option<Bytes>> {
    if part.is_none() {
        return Ok(None);
    }
    match part.cast::<BytesBody>() {
        Some(part) => Ok(Some(part.clone())),
        None => {
            let got = rt.type_name(&part);
            Err(rt.raise(ClassId::OSError, format!("read() should have returned a bytes object, not '{got}'")))
        }
    }
}

/// Up to `want` bytes, with one read.
pub fn read(rt: &mut Runtime, raw: &Object, want: usize) -> Result<Option<Vec<u8>>> {
    if let Some(descriptor) = plain(rt, raw) {
        file::check_readable(rt, raw)?;
        return read_once(rt, descriptor, want);
    }
    let Some(part) = read_by_method(rt, raw, want)? else { return Ok(None) };
    let mut bytes = Vec::new();
    rt.heap.append(&mut bytes, part.as_slice())?;
    Ok(Some(bytes))
}

fn read_by_method(rt: &mut Runtime, raw: &Object, want: usize) -> Result<Option<Bytes>> {
    rt.check_interrupts()?;
    let count = rt.new_int(want as i128)?;
    let part = rt.call_method(raw, "read", &[count])?;
    bytes_or_none(rt, part)
}

/// Appends what one read gives, at most `want` bytes of what may be very many: how many.
pub fn read_long(rt: &mut Runtime, raw: &Object, bytes: &mut HeapVec<u8>, want: usize) -> Result<Option<usize>> {
    let part = match plain(rt, raw) {
        Some(descriptor) => {
            file::check_readable(rt, raw)?;
            if want > PIECE {
                let expected = bytes.len() + want.min(bytes.len());
                return read_more(rt, descriptor, bytes, PIECE, expected);
            }
            read_once(rt, descriptor, want)?.map(|part| bytes.extend_from_slice(&rt.heap, &part).map(|()| part.len()))
        }
        None => read_by_method(rt, raw, want)?
            .map(|part| bytes.extend_from_slice(&rt.heap, part.as_slice()).map(|()| part.as_slice().len())),
    };
    Ok(part.transpose()?)
}

/// All that is left.
pub fn read_all(rt: &mut Runtime, raw: &Object) -> Result<Option<Bytes>> {
    if let Some(descriptor) = plain(rt, raw) {
        file::check_readable(rt, raw)?;
        return read_all_descriptor(rt, descriptor);
    }
    let name = rt.intern_static("readall");
    if let Some(method) = rt.get_attr_opt(raw, &name)? {
        let all = rt.call(&method, &[])?;
        return bytes_or_none(rt, all);
    }
    let mut all: HeapVec<u8> = HeapVec::new();
    loop {
        rt.check_interrupts()?;
        let part = rt.call_method(raw, "read", &[])?;
        match bytes_or_none(rt, part)? {
            None if all.is_empty() => return Ok(None),
            Some(part) if !part.as_slice().is_empty() => all.extend_from_slice(&rt.heap, part.as_slice())?,
            _ => return Ok(Some(rt.bytes.copy(&rt.heap, &all)?)),
        }
    }
}

/// Writes with one write; how many bytes were taken, `None` if it would have to wait and must not.
pub fn write(rt: &mut Runtime, raw: &Object, bytes: &[u8]) -> Result<Option<usize>> {
    if let Some(descriptor) = plain(rt, raw) {
        file::check_writable(rt, raw)?;
        return match write_descriptor(rt, descriptor, bytes)? {
            Ok(count) => Ok(Some(count)),
            Err(error) if error.raw_os_error() == Some(libc::EAGAIN) => Ok(None),
            Err(error) => Err(crate::types::exception::os_error(rt, &error)),
        };
    }
    let part: Object = rt.bytes.copy(&rt.heap, bytes)?.into();
    let count = rt.call_method(raw, "write", &[part])?;
    if count.is_none() {
        return Ok(None);
    }
    let taken = rt.to_index(&count)?;
    match usize::try_from(taken) {
        Ok(taken) if taken <= bytes.len() => Ok(Some(taken)),
        _ => {
            let length = bytes.len();
            let text = format!("raw write() returned invalid length {taken} (should have been between 0 and {length})");
            Err(rt.raise(ClassId::OSError, text))
        }
    }
}

/// `raw.seek(offset, whence)`: the new position.
pub fn seek(rt: &mut Runtime, raw: &Object, offset: i64, whence: i32) -> Result<i64> {
    if let Some(descriptor) = plain(rt, raw) {
        return system::seek(descriptor, offset, whence).map_err(|error| crate::types::exception::os_error(rt, &error));
    }
    let offset = rt.new_int(offset.into())?;
    let position = rt.call_method(raw, "seek", &[offset, Object::small(whence)])?;
    rt.to_i64(&position)
}

/// `raw.tell()`.
pub fn tell(rt: &mut Runtime, raw: &Object) -> Result<i64> {
    if let Some(descriptor) = plain(rt, raw) {
        return system::seek(descriptor, 0, libc::SEEK_CUR)
            .map_err(|error| crate::types::exception::os_error(rt, &error));
    }
    let position = rt.call_method(raw, "tell", &[])?;
    rt.to_i64(&position)
}

/// `readinto` and its like: what they would fill does not exist yet.
pub fn no_buffer(rt: &mut Runtime, _this: &Object, buffer: &Object) -> Result {
    let got = rt.type_name(buffer);
    Err(rt.type_error(format!("readinto() argument must be read-write bytes-like object, not {got}")))
}
