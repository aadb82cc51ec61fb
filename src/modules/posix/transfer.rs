//! Bytes between descriptors; descriptors of events, timers and memory.

use super::argument::done;
use super::process::text;
use crate::base::system::transfer;
use crate::heap::Object;
use crate::layout::{Bytes, Tuple};
use crate::methods;
use crate::modules::io::uninterrupted;
use crate::object::{Index, OrNone, Result, Runtime};
use crate::types::bytes::{Data, data};

methods! {
    pub static FUNCTIONS = [
        /// Read a number of bytes from a file descriptor starting at a particular offset.
        ///
        /// Read length bytes from file descriptor fd, starting at offset bytes from
        /// the beginning of the file.  The file offset remains unchanged.
        @function "pread"(fd, length, offset, /) => read_at;
        /// Write bytes to a file descriptor starting at a particular offset.
        ///
        /// Write buffer to fd, starting at offset bytes from the beginning of
        /// the file.  Returns the number of bytes written.  Does not change the
        /// current file offset.
        @function "pwrite"(fd, buffer, offset, /) => |rt: &mut Runtime, fd: i32, bytes: Data<'_>, offset: i64| {
            let result = uninterrupted(rt, || transfer::write_at(fd, bytes.0, offset))?;
            done(rt, result)
        };
        /// Iterate over buffers, and write the contents of each to a file descriptor.
        ///
        /// Returns the total number of bytes written.
        /// buffers must be a sequence of bytes-like objects.
        @function "writev"(fd, buffers, /) => |rt: &mut Runtime, fd: i32, buffers: &Object| write_pieces(rt, "writev", fd, buffers, None);
        /// Writes the contents of bytes-like objects to a file descriptor at a given offset.
        ///
        /// Combines the functionality of writev() and pwrite(). All buffers must be a sequence
        /// of bytes-like objects. Buffers are processed in array order. Entire contents of first
        /// buffer is written before proceeding to second, and so on. The operating system may
        /// set a limit (sysconf() value SC_IOV_MAX) on the number of buffers that can be used.
        /// This function writes the contents of each object to the file descriptor and returns
        /// the total number of bytes written.
        @function "pwritev"(fd, buffers, offset, flags=0, /) => |rt: &mut Runtime, fd: i32, buffers: &Object, offset: i64, flags: Option<i32>| {
            write_pieces(rt, "pwritev", fd, buffers, Some((offset, flags.unwrap_or(0))))
        };
        /// Copy count bytes from file descriptor in_fd to file descriptor out_fd.
        @function "sendfile"(out_fd, in_fd, offset, count) => |rt: &mut Runtime, target: i32, source: i32, offset: OrNone<i64>, count: Index| {
            let count = size(rt, count)?;
            let result = uninterrupted(rt, || transfer::send_file(target, source, offset.0, count))?;
            done(rt, result)
        };
        /// Copy count bytes from one file descriptor to another.
        ///
        ///   src
        ///     Source file descriptor.
        ///   dst
        ///     Destination file descriptor.
        ///   count
        ///     Number of bytes to copy.
        ///   offset_src
        ///     Starting offset in src.
        ///   offset_dst
        ///     Starting offset in dst.
        ///
        /// If offset_src is None, then src is read from the current position;
        /// respectively for offset_dst.
        @function "copy_file_range"(src, dst, count, offset_src=None, offset_dst=None) =>
            |rt: &mut Runtime, source: i32, target: i32, count: Index, from: OrNone<i64>, to: OrNone<i64>| {
                let count = size(rt, count)?;
                let result = uninterrupted(rt, || transfer::copy_range(source, target, count, from.0, to.0))?;
                done(rt, result)
            };
        /// Transfer count bytes from one pipe to a descriptor or vice versa.
        ///
        ///   src
        ///     Source file descriptor.
        ///   dst
        ///     Destination file descriptor.
        ///   count
        ///     Number of bytes to copy.
        ///   offset_src
        ///     Starting offset in src.
        ///   offset_dst
        ///     Starting offset in dst.
        ///   flags
        ///     Flags to modify the semantics of the call.
        ///
        /// If offset_src is None, then src is read from the current position;
        /// respectively for offset_dst. The offset associated to the file
        /// descriptor that refers to a pipe must be None.
        @function "splice"(src, dst, count, offset_src=None, offset_dst=None, flags=0) => splice;
        /// Apply, test or remove a POSIX lock on an open file descriptor.
        ///
        ///   fd
        ///     An open file descriptor.
        ///   command
        ///     One of F_LOCK, F_TLOCK, F_ULOCK or F_TEST.
        ///   length
        ///     The number of bytes to lock, starting at the current position.
        @function "lockf"(fd, command, length, /) => |rt: &mut Runtime, fd: i32, command: i32, length: i64| {
            let result = uninterrupted(rt, || transfer::lockf(fd, command, length))?;
            done(rt, result.map(drop))
        };
        /// Announce an intention to access data in a specific pattern.
        ///
        /// Announce an intention to access data in a specific pattern, thus allowing
        /// the kernel to make optimizations.
        /// The advice applies to the region of the file specified by fd starting at
        /// offset and continuing for length bytes.
        /// advice is one of POSIX_FADV_NORMAL, POSIX_FADV_SEQUENTIAL,
        /// POSIX_FADV_RANDOM, POSIX_FADV_NOREUSE, POSIX_FADV_WILLNEED, or
        /// POSIX_FADV_DONTNEED.
        @function "posix_fadvise"(fd, offset, length, advice, /) => |rt: &mut Runtime, fd: i32, offset: i64, length: i64, advice: i32| {
            done(rt, transfer::advise(fd, offset, length, Some(advice)))
        };
        /// Ensure a file has allocated at least a particular number of bytes on disk.
        ///
        /// Ensure that the file specified by fd encompasses a range of bytes
        /// starting at offset bytes from the beginning and continuing for length bytes.
        @function "posix_fallocate"(fd, offset, length, /) => |rt: &mut Runtime, fd: i32, offset: i64, length: i64| {
            done(rt, transfer::advise(fd, offset, length, None))
        };
        /// Get the blocking mode of the file descriptor.
        ///
        /// Return False if the O_NONBLOCK flag is set, True if the flag is cleared.
        @function "get_blocking"(fd, /) => |rt: &mut Runtime, fd: i32| done(rt, transfer::is_blocking(fd));
        /// Set the blocking mode of the specified file descriptor.
        ///
        /// Set the O_NONBLOCK flag if blocking is False,
        /// clear the O_NONBLOCK flag otherwise.
        @function "set_blocking"(fd, blocking, /) => |rt: &mut Runtime, fd: i32, blocking: bool| {
            done(rt, transfer::set_blocking(fd, blocking).map(drop))
        };
        /// Create a pipe with flags set atomically.
        ///
        /// Returns a tuple of two file descriptors:
        ///   (read_fd, write_fd)
        ///
        /// flags can be constructed by ORing together one or more of these values:
        /// O_NONBLOCK, O_CLOEXEC.
        @function "pipe2"(flags, /) => |rt: &mut Runtime, flags: i32| -> Result<Tuple> {
            let (read, write) = done(rt, transfer::pipe_with(flags))?;
            Ok(Tuple::from_array(&rt.heap, [Object::small(read), Object::small(write)])?)
        };
        @function "memfd_create"(name, flags=1) => |rt: &mut Runtime, name: &Object, flags: Option<i64>| {
            let name = text(rt, name)?;
            done(rt, transfer::memory_file(&name, flags.unwrap_or(1) as u32))
        };
        /// Creates and returns an event notification file descriptor.
        @function "eventfd"(initval, flags=524288) => |rt: &mut Runtime, value: i64, flags: Option<i32>| match u32::try_from(value) {
            Ok(value) => done(rt, transfer::eventfd(value, flags.unwrap_or(libc::EFD_CLOEXEC))),
            Err(_) if value < 0 => Err(rt.value_error("value must be positive")),
            Err(_) => Err(rt.overflow_error("Python int too large to convert to C unsigned int")),
        };
        /// Read eventfd value
        @function "eventfd_read"(fd) => |rt: &mut Runtime, fd: i32| {
            let mut value = [0; 8];
            let result = uninterrupted(rt, || crate::base::system::read(fd, &mut value))?;
            done(rt, result)?;
            rt.new_int(u64::from_ne_bytes(value).into())
        };
        /// Write eventfd value.
        @function "eventfd_write"(fd, value) => |rt: &mut Runtime, fd: i32, value: i64| {
            let result = uninterrupted(rt, || crate::base::system::write(fd, &(value as u64).to_ne_bytes()))?;
            done(rt, result.map(drop))
        };
        /// Create and return a timer file descriptor.
        ///
        ///   clockid
        ///     A valid clock ID constant as timer file descriptor.
        ///
        ///     time.CLOCK_REALTIME
        ///     time.CLOCK_MONOTONIC
        ///     time.CLOCK_BOOTTIME
        ///   flags
        ///     0 or a bit mask of os.TFD_NONBLOCK or os.TFD_CLOEXEC.
        ///
        ///     os.TFD_NONBLOCK
        ///         If *TFD_NONBLOCK* is set as a flag, read doesn't blocks.
        ///         If *TFD_NONBLOCK* is not set as a flag, read block until the timer fires.
        ///
        ///     os.TFD_CLOEXEC
        ///         If *TFD_CLOEXEC* is set as a flag, enable the close-on-exec flag
        @function "timerfd_create"(clockid, /, *, flags=524288) => |rt: &mut Runtime, clock: i32, flags: Option<i32>| {
            done(rt, transfer::timerfd_create(clock, flags.unwrap_or(libc::TFD_CLOEXEC)))
        };
        /// Alter a timer file descriptor's internal timer in seconds.
        @function "timerfd_settime"(fd, /, *, flags=0, initial=0.0, interval=0.0) =>
            |rt: &mut Runtime, fd: i32, flags: Option<i32>, initial: Option<f64>, interval: Option<f64>| {
                let nanoseconds = |seconds: Option<f64>| (seconds.unwrap_or(0.0) * 1e9).floor() as i64;
                let value = (nanoseconds(initial), nanoseconds(interval));
                timer(rt, fd, flags.unwrap_or(0), Some(value), true)
            };
        /// Alter a timer file descriptor's internal timer in nanoseconds.
        @function "timerfd_settime_ns"(fd, /, *, flags=0, initial=0, interval=0) =>
            |rt: &mut Runtime, fd: i32, flags: Option<i32>, initial: Option<i64>, interval: Option<i64>| {
                let value = (initial.unwrap_or(0), interval.unwrap_or(0));
                timer(rt, fd, flags.unwrap_or(0), Some(value), false)
            };
        /// Return a tuple of a timer file descriptor's (interval, next expiration) in float seconds.
        ///
        ///   fd
        ///     A timer file descriptor.
        @function "timerfd_gettime"(fd, /) => |rt: &mut Runtime, fd: i32| timer(rt, fd, 0, None, true);
        /// Return a tuple of a timer file descriptor's (interval, next expiration) in nanoseconds.
        ///
        ///   fd
        ///     A timer file descriptor.
        @function "timerfd_gettime_ns"(fd, /) => |rt: &mut Runtime, fd: i32| timer(rt, fd, 0, None, false);
    ];
}

fn size(rt: &mut Runtime, count: Index) -> Result<usize> {
    match usize::try_from(count.0) {
        Ok(count) => Ok(count),
        Err(_) => Err(rt.value_error("negative value for 'count' not allowed")),
    }
}

fn read_at(rt: &mut Runtime, descriptor: i32, length: Index, offset: i64) -> Result<Bytes> {
    let Ok(length) = usize::try_from(length.0) else {
        return done(rt, Err(std::io::Error::from_raw_os_error(libc::EINVAL)));
    };
    if length > 1 << 40 {
        return Err(crate::heap::OutOfMemory.into());
    }
    let mut bytes = vec![0; length.min(1 << 24)];
    let result = uninterrupted(rt, || transfer::read_at(descriptor, &mut bytes, offset))?;
    let count = done(rt, result)?;
    Ok(rt.bytes.copy(&rt.heap, &bytes[..count])?)
}

fn write_pieces(
    rt: &mut Runtime,
    function: &str,
    descriptor: i32,
    buffers: &Object,
    at: Option<(i64, i32)>,
) -> Result<usize> {
    if rt.class_of(buffers).get(&rt.heap).slots.get_item.is_none() {
        return Err(rt.type_error(format!("{function}() arg 2 must be a sequence")));
    }
    let buffers = rt.collect(buffers)?;
    let mut pieces = Vec::with_capacity(buffers.len());
    for buffer in &buffers {
        pieces.push(data(rt, buffer)?);
    }
    let result = uninterrupted(rt, || transfer::write_pieces(descriptor, &pieces, at))?;
    done(rt, result)
}

fn splice(
    rt: &mut Runtime,
    source: i32,
    target: i32,
    count: Index,
    from: OrNone<i64>,
    to: OrNone<i64>,
    flags: Option<i32>,
) -> Result<usize> {
    let count = size(rt, count)?;
    let flags = flags.unwrap_or(0) as u32;
    let result = uninterrupted(rt, || transfer::splice(source, target, count, from.0, to.0, flags))?;
    done(rt, result)
}

fn timer(rt: &mut Runtime, descriptor: i32, flags: i32, value: Option<(i64, i64)>, seconds: bool) -> Result<Tuple> {
    let (next, interval) = done(rt, transfer::timer(descriptor, flags, value))?;
    let mut items = Vec::with_capacity(2);
    for nanoseconds in [next, interval] {
        items.push(match seconds {
            true => rt.new_float(nanoseconds as f64 * 1e-9)?,
            false => rt.new_int(nanoseconds.into())?,
        });
    }
    rt.new_tuple(items)
}
