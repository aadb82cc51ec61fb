//! Bytes between descriptors, and descriptors that are no files: events, timers, memory.
#![allow(unsafe_code)]

use super::{checked, checked_size};
use std::ffi::CStr;
use std::io::{Error, Result};

calls! {
    /// Sets, tests or removes a lock.
    lockf(descriptor: i32, command: i32, length: i64);
    /// A descriptor that counts events.
    eventfd(value: u32, flags: i32);
    /// A descriptor of a timer.
    timerfd_create(clock: i32, flags: i32);
}

/// `pread(2)`.
pub fn read_at(descriptor: i32, target: &mut [u8], offset: i64) -> Result<usize> {
    // SAFETY: the system writes at most `len` bytes to the slice.
    checked_size(unsafe { libc::pread(descriptor, target.as_mut_ptr().cast(), target.len(), offset) })
}

/// `pwrite(2)`.
pub fn write_at(descriptor: i32, bytes: &[u8], offset: i64) -> Result<usize> {
    // SAFETY: the system reads `len` bytes of the slice.
    checked_size(unsafe { libc::pwrite(descriptor, bytes.as_ptr().cast(), bytes.len(), offset) })
}

/// `writev(2)`, or `pwritev2(2)` at an offset with flags.
pub fn write_pieces(descriptor: i32, pieces: &[&[u8]], at: Option<(i64, i32)>) -> Result<usize> {
    let vectors: Vec<libc::iovec> = pieces
        .iter()
        .map(|piece| libc::iovec { iov_base: piece.as_ptr().cast_mut().cast(), iov_len: piece.len() })
        .collect();
    let count = i32::try_from(vectors.len()).map_err(|_| Error::from_raw_os_error(libc::EINVAL))?;
    // SAFETY: each vector names a slice that lives until the end of the call, and is read only.
    checked_size(unsafe {
        match at {
            None => libc::writev(descriptor, vectors.as_ptr(), count),
            Some((offset, flags)) => libc::pwritev2(descriptor, vectors.as_ptr(), count, offset, flags),
        }
    })
}

fn place(offset: &mut Option<i64>) -> *mut i64 {
    offset.as_mut().map_or(std::ptr::null_mut(), |offset| offset)
}

/// `sendfile(2)`.
pub fn send_file(target: i32, source: i32, mut offset: Option<i64>, count: usize) -> Result<usize> {
    // SAFETY: the offset is a place of its own, or none.
    checked_size(unsafe { libc::sendfile(target, source, place(&mut offset), count) })
}

/// `copy_file_range(2)`.
pub fn copy_range(source: i32, target: i32, count: usize, mut from: Option<i64>, mut to: Option<i64>) -> Result<usize> {
    // SAFETY: as above.
    checked_size(unsafe { libc::copy_file_range(source, place(&mut from), target, place(&mut to), count, 0) })
}

/// `splice(2)`.
pub fn splice(
    source: i32,
    target: i32,
    count: usize,
    mut from: Option<i64>,
    mut to: Option<i64>,
    flags: u32,
) -> Result<usize> {
    // SAFETY: as above.
    checked_size(unsafe { libc::splice(source, place(&mut from), target, place(&mut to), count, flags) })
}

/// Whether reading and writing wait.
pub fn is_blocking(descriptor: i32) -> Result<bool> {
    // SAFETY: plain numbers.
    Ok(checked(unsafe { libc::fcntl(descriptor, libc::F_GETFL) })? & libc::O_NONBLOCK == 0)
}

/// Decides that.
pub fn set_blocking(descriptor: i32, blocking: bool) -> Result<i32> {
    // SAFETY: plain numbers.
    unsafe {
        let flags = checked(libc::fcntl(descriptor, libc::F_GETFL))?;
        let flags = if blocking { flags & !libc::O_NONBLOCK } else { flags | libc::O_NONBLOCK };
        checked(libc::fcntl(descriptor, libc::F_SETFL, flags))
    }
}

/// `posix_fadvise(2)`, or `posix_fallocate(3)` without advice.
pub fn advise(descriptor: i32, offset: i64, length: i64, advice: Option<i32>) -> Result<()> {
    // SAFETY: plain numbers.
    let code = unsafe {
        match advice {
            Some(advice) => libc::posix_fadvise(descriptor, offset, length, advice),
            None => libc::posix_fallocate(descriptor, offset, length),
        }
    };
    if code == 0 { Ok(()) } else { Err(Error::from_raw_os_error(code)) }
}

/// A file that exists in memory only.
pub fn memory_file(name: &CStr, flags: u32) -> Result<i32> {
    // SAFETY: the name ends with a zero byte.
    checked(unsafe { libc::memfd_create(name.as_ptr(), flags) })
}

/// `pipe2(2)`.
pub fn pipe_with(flags: i32) -> Result<(i32, i32)> {
    let mut ends = [0; 2];
    // SAFETY: the array has room for two descriptors.
    checked(unsafe { libc::pipe2(ends.as_mut_ptr(), flags) })?;
    Ok((ends[0], ends[1]))
}

/// Sets a timer: first expiry and interval in nanoseconds; gives what was set before. Without a value it only tells.
pub fn timer(descriptor: i32, flags: i32, value: Option<(i64, i64)>) -> Result<(i64, i64)> {
    const SECOND: i64 = 1_000_000_000;
    let spec = |nanoseconds: i64| libc::timespec {
        tv_sec: nanoseconds.div_euclid(SECOND),
        tv_nsec: nanoseconds.rem_euclid(SECOND),
    };
    let nanoseconds = |spec: libc::timespec| spec.tv_sec * SECOND + spec.tv_nsec;
    // SAFETY: an `itimerspec` of zeros is valid; the system fills the old one and reads the new.
    unsafe {
        let mut old: libc::itimerspec = std::mem::zeroed();
        checked(match value {
            Some((first, interval)) => {
                let new = libc::itimerspec { it_interval: spec(interval), it_value: spec(first) };
                libc::timerfd_settime(descriptor, flags, &new, &mut old)
            }
            None => libc::timerfd_gettime(descriptor, &mut old),
        })?;
        Ok((nanoseconds(old.it_value), nanoseconds(old.it_interval)))
    }
}
