//! What buffers ask of the stream below: directly of the system for a plain `FileIO`, else through methods.

use super::file::{self, FileBody};
use super::is_native;
use crate::base::system;
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody};
use crate::object::{ClassId, Result, Runtime};

/// More bytes than this cannot be asked for at once.
pub const MOST: usize = 1 << 46;

/// Runs a system call until it is not interrupted; Ctrl-C ends it.
pub fn uninterrupted<T>(rt: &mut Runtime, mut call: impl FnMut() -> std::io::Result<T>) -> Result<std::io::Result<T>> {
    loop {
        match call() {
            Err(error) if error.raw_os_error() == Some(libc::EINTR) => (rt.hooks.safe_point)(rt)?,
            done => return Ok(done),
        }
    }
}

/// Reads up to `want` bytes of a descriptor; `None` if it would have to wait and must not.
pub fn read_descriptor(rt: &mut Runtime, descriptor: i32, want: usize) -> Result<Option<Vec<u8>>> {
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
        Err(error) if error.raw_os_error() == Some(libc::EAGAIN) => Ok(None),
        Err(error) => Err(crate::types::exception::os_error(rt, &error)),
    }
}

/// Reads all that is left of a descriptor; `None` if nothing is there and it must not wait.
pub fn read_all_descriptor(rt: &mut Runtime, descriptor: i32) -> Result<Option<Vec<u8>>> {
    let size = system::mode_and_size(descriptor).map_or(0, |(_, size)| size);
    let at = system::seek(descriptor, 0, libc::SEEK_CUR).unwrap_or(0);
    let expected = size.saturating_sub(at as u64).min(1 << 30) as usize;
    let mut bytes: Vec<u8> = Vec::new();
    loop {
        let filled = bytes.len();
        let room = if filled < expected { expected - filled + 1 } else { super::BUFFER_SIZE.max(filled / 2) };
        bytes.resize(filled + room, 0);
        let result = uninterrupted(rt, || system::read(descriptor, &mut bytes[filled..]));
        match result? {
            Ok(0) => {
                bytes.truncate(filled);
                return Ok(Some(bytes));
            }
            Ok(count) => bytes.truncate(filled + count),
            Err(error) if error.raw_os_error() == Some(libc::EAGAIN) => {
                bytes.truncate(filled);
                return Ok(if filled == 0 { None } else { Some(bytes) });
            }
            Err(error) => return Err(crate::types::exception::os_error(rt, &error)),
        }
    }
}

/// The open descriptor of a plain `FileIO`, whose methods nobody has replaced.
fn plain(rt: &Runtime, raw: &Object) -> Option<i32> {
    let file = raw.cast::<FileBody>()?;
    let body = file.get(&rt.heap);
    (body.descriptor >= 0 && is_native(rt, raw)).then_some(body.descriptor)
}

fn bytes_or_none(rt: &mut Runtime, part: Object) -> Result<Option<Vec<u8>>> {
    if part.is_none() {
        return Ok(None);
    }
    match part.cast::<BytesBody>() {
        Some(part) => Ok(Some(part.as_slice().to_vec())),
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
        return read_descriptor(rt, descriptor, want);
    }
    let count = rt.new_int(want as i128)?;
    let part = rt.call_method(raw, "read", &[count])?;
    bytes_or_none(rt, part)
}

/// All that is left.
pub fn read_all(rt: &mut Runtime, raw: &Object) -> Result<Option<Vec<u8>>> {
    if let Some(descriptor) = plain(rt, raw) {
        file::check_readable(rt, raw)?;
        return read_all_descriptor(rt, descriptor);
    }
    let name = rt.intern_static("readall");
    if let Some(method) = rt.get_attr_opt(raw, &name)? {
        let all = rt.call(&method, &[])?;
        return bytes_or_none(rt, all);
    }
    let mut all: Vec<u8> = Vec::new();
    loop {
        let part = rt.call_method(raw, "read", &[])?;
        match bytes_or_none(rt, part)? {
            None if all.is_empty() => return Ok(None),
            None => return Ok(Some(all)),
            Some(part) if part.is_empty() => return Ok(Some(all)),
            Some(part) => all.extend_from_slice(&part),
        }
    }
}

/// Writes with one write; how many bytes were taken, `None` if it would have to wait and must not.
pub fn write(rt: &mut Runtime, raw: &Object, bytes: &[u8]) -> Result<Option<usize>> {
    if let Some(descriptor) = plain(rt, raw) {
        file::check_writable(rt, raw)?;
        return match uninterrupted(rt, || system::write(descriptor, bytes))? {
            Ok(count) => Ok(Some(count)),
            Err(error) if error.raw_os_error() == Some(libc::EAGAIN) => Ok(None),
            Err(error) => Err(crate::types::exception::os_error(rt, &error)),
        };
    }
    let part: Object = Bytes::new(&rt.heap, bytes)?.into();
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
