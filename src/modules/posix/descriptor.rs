//! Descriptors.

use super::argument::{done, no_directory, on_path, path};
use super::records::TERMINAL_SIZE;
use crate::base::system;
use crate::heap::Object;
use crate::layout::{Bytes, Tuple};
use crate::methods;
use crate::modules::io::{raw, uninterrupted};
use crate::object::{Index, Result, Runtime};
use crate::types::struct_sequence;

methods! {
    pub static FUNCTIONS = [
        /// Open a file for low level IO.  Returns a file descriptor (integer).
        @function "open"(path, flags, mode=511, *, dir_fd=None) => open;
        /// Close a file descriptor.
        @function "close"(fd) => |rt: &mut Runtime, fd: i32| done(rt, system::close(fd));
        /// Closes all file descriptors in [fd_low, fd_high), ignoring errors.
        @function "closerange"(fd_low, fd_high, /) => |_: &mut Runtime, low: i32, high: i32| {
            for descriptor in low.max(0)..high.min(1 << 20) {
                let _ = system::close(descriptor);
            }
        };
        /// Read from a file descriptor.  Returns a bytes object.
        @function "read"(fd, length, /) => read;
        /// Write a bytes object to a file descriptor.
        @function "write"(fd, data, /) => write;
        /// Set the position of a file descriptor.  Return the new position.
        @function "lseek"(fd, position, whence, /) => |rt: &mut Runtime, fd: i32, position: i64, whence: i32| done(rt, system::seek(fd, position, whence));
        /// Force write of fd to disk.
        @function "fsync"(fd) => |rt: &mut Runtime, fd: &Object| {
            let fd = fileno(rt, fd)?;
            done(rt, system::sync(fd))
        };
        /// Force write of fd to disk without forcing update of metadata.
        @function "fdatasync"(fd) => |rt: &mut Runtime, fd: &Object| {
            let fd = fileno(rt, fd)?;
            done(rt, system::sync(fd))
        };
        /// Truncate a file, specified by file descriptor, to a specific length.
        @function "ftruncate"(fd, length, /) => |rt: &mut Runtime, fd: i32, length: i64| done(rt, system::truncate(fd, length));
        /// Change the access permissions of the file given by file descriptor fd.
        @function "fchmod"(fd, mode) => |rt: &mut Runtime, fd: i32, mode: i32| done(rt, system::set_mode(fd, mode as u32));
        /// Return a duplicate of a file descriptor.
        @function "dup"(fd, /) => |rt: &mut Runtime, fd: i32| done(rt, system::duplicate(fd));
        /// Duplicate file descriptor.
        @function "dup2"(fd, fd2, inheritable=True) => |rt: &mut Runtime, fd: i32, target: i32, inheritable: Option<bool>| {
            done(rt, system::duplicate_to(fd, target, inheritable.unwrap_or(true)))
        };
        /// Create a pipe.
        @function "pipe"() => pipe;
        /// Return True if the fd is connected to a terminal.
        @function "isatty"(fd, /) => |_: &mut Runtime, fd: i32| system::is_terminal(fd);
        /// Get the close-on-exe flag of the specified file descriptor.
        @function "get_inheritable"(fd, /) => |rt: &mut Runtime, fd: i32| done(rt, system::is_inheritable(fd));
        /// Set the inheritable flag of the specified file descriptor.
        @function "set_inheritable"(fd, inheritable, /) => |rt: &mut Runtime, fd: i32, on: bool| done(rt, system::set_inheritable(fd, on));
        /// Return the size of the terminal window as (columns, lines).
        @function "get_terminal_size"(fd=1, /) => terminal_size;
        /// Return a string describing the encoding of a terminal's file descriptor.
        @function "device_encoding"(fd) => |rt: &mut Runtime, fd: i32| {
            if system::is_terminal(fd) { Some(rt.intern("UTF-8")) } else { None }
        };
    ];
}

/// A descriptor, or an object with `fileno`.
fn fileno(rt: &mut Runtime, object: &Object) -> Result<i32> {
    if crate::layout::int::as_int(object).is_some() {
        return super::argument::descriptor(rt, object);
    }
    let name = rt.intern("fileno");
    match rt.get_attr_opt(object, &name)? {
        Some(method) => {
            let number = rt.call(&method, &[])?;
            super::argument::descriptor(rt, &number)
        }
        None => Err(rt.type_error("argument must be an int, or have a fileno() method.")),
    }
}

fn open(rt: &mut Runtime, name: &Object, flags: i32, mode: Option<i32>, dir_fd: Option<&Object>) -> Result<i32> {
    no_directory(rt, dir_fd)?;
    let name = path(rt, "open", "path", name)?;
    let mode = mode.unwrap_or(0o777) as u32;
    let result = uninterrupted(rt, || system::open(&name.system, flags, mode))?;
    on_path(rt, &name, result)
}

fn read(rt: &mut Runtime, descriptor: i32, length: Index) -> Result<Bytes> {
    let Ok(length) = usize::try_from(length.0) else {
        return done(rt, Err(std::io::Error::from_raw_os_error(libc::EINVAL)));
    };
    if length > 1 << 40 {
        return Err(crate::heap::OutOfMemory.into());
    }
    match raw::read_descriptor(rt, descriptor, length)? {
        Some(bytes) => Ok(bytes),
        None => done(rt, Err(std::io::Error::from_raw_os_error(libc::EAGAIN))),
    }
}

fn write(rt: &mut Runtime, descriptor: i32, data: &Object) -> Result<usize> {
    let bytes = crate::types::bytes::data(rt, data)?;
    let result = raw::write_descriptor(rt, descriptor, bytes)?;
    done(rt, result)
}

fn pipe(rt: &mut Runtime) -> Result<Tuple> {
    let (read, write) = done(rt, system::pipe())?;
    Ok(Tuple::from_array(&rt.heap, [Object::small(read), Object::small(write)])?)
}

fn terminal_size(rt: &mut Runtime, descriptor: Option<i32>) -> Result {
    let (columns, lines) = done(rt, system::terminal_size(descriptor.unwrap_or(1)))?;
    struct_sequence::make(rt, &TERMINAL_SIZE, &[Object::small(columns.into()), Object::small(lines.into())])
}
