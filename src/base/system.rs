//! The system's calls on descriptors, as safe functions. A failure is an `io::Error` that holds the errno; an
//! interrupted call (`EINTR`) is one too, so that callers can look at signals before they try again.
#![allow(unsafe_code)]

use std::ffi::CStr;
use std::io::{Error, Result};

/// The result of a call that gives -1 on failure.
fn checked(result: libc::c_int) -> Result<i32> {
    if result < 0 { Err(Error::last_os_error()) } else { Ok(result) }
}

fn checked_size(result: isize) -> Result<usize> {
    usize::try_from(result).map_err(|_| Error::last_os_error())
}

/// `open(2)`; the descriptor is not inherited by child processes.
pub fn open(path: &CStr, flags: i32, mode: u32) -> Result<i32> {
    // SAFETY: the path ends with a zero byte; the other arguments are plain numbers.
    checked(unsafe { libc::open(path.as_ptr(), flags | libc::O_CLOEXEC, mode) })
}

/// `close(2)`.
pub fn close(descriptor: i32) -> Result<()> {
    // SAFETY: a number; a descriptor that is none is refused by the system.
    checked(unsafe { libc::close(descriptor) }).map(drop)
}

/// `read(2)`: how many bytes came, 0 at the end.
pub fn read(descriptor: i32, target: &mut [u8]) -> Result<usize> {
    // SAFETY: the system writes at most `len` bytes to the slice.
    checked_size(unsafe { libc::read(descriptor, target.as_mut_ptr().cast(), target.len()) })
}

/// `write(2)`: how many bytes were taken.
pub fn write(descriptor: i32, bytes: &[u8]) -> Result<usize> {
    // SAFETY: the system reads `len` bytes of the slice.
    checked_size(unsafe { libc::write(descriptor, bytes.as_ptr().cast(), bytes.len()) })
}

/// `lseek(2)`: the new position.
pub fn seek(descriptor: i32, offset: i64, whence: i32) -> Result<i64> {
    // SAFETY: plain numbers.
    let position = unsafe { libc::lseek(descriptor, offset, whence) };
    if position < 0 { Err(Error::last_os_error()) } else { Ok(position) }
}

/// `ftruncate(2)`.
pub fn truncate(descriptor: i32, length: i64) -> Result<()> {
    // SAFETY: plain numbers.
    checked(unsafe { libc::ftruncate(descriptor, length) }).map(drop)
}

/// Whether the descriptor is a terminal.
pub fn is_terminal(descriptor: i32) -> bool {
    // SAFETY: a number.
    unsafe { libc::isatty(descriptor) == 1 }
}

/// Mode and size of what the descriptor refers to (`fstat(2)`).
pub fn mode_and_size(descriptor: i32) -> Result<(u32, u64)> {
    let status = status(descriptor)?;
    Ok((status.st_mode, status.st_size.max(0) as u64))
}

/// `fstat(2)`.
pub fn status(descriptor: i32) -> Result<libc::stat> {
    // SAFETY: a `stat` of zeros is a valid value, and the system fills it on success.
    unsafe {
        let mut status: libc::stat = std::mem::zeroed();
        checked(libc::fstat(descriptor, &mut status))?;
        Ok(status)
    }
}

/// `dup(2)`, not inherited by child processes.
pub fn duplicate(descriptor: i32) -> Result<i32> {
    // SAFETY: plain numbers.
    checked(unsafe { libc::fcntl(descriptor, libc::F_DUPFD_CLOEXEC, 0) })
}

/// `dup2(2)`; with `inheritable` child processes get the new descriptor.
pub fn duplicate_to(descriptor: i32, target: i32, inheritable: bool) -> Result<i32> {
    // SAFETY: plain numbers.
    unsafe {
        let made = checked(libc::dup2(descriptor, target))?;
        if !inheritable {
            checked(libc::fcntl(made, libc::F_SETFD, libc::FD_CLOEXEC))?;
        }
        Ok(made)
    }
}

/// `pipe(2)`: the reading and the writing end, not inherited by child processes.
pub fn pipe() -> Result<(i32, i32)> {
    let mut ends = [0; 2];
    // SAFETY: the array has room for two descriptors.
    checked(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) })?;
    Ok((ends[0], ends[1]))
}

/// `fsync(2)`.
pub fn sync(descriptor: i32) -> Result<()> {
    // SAFETY: a number.
    checked(unsafe { libc::fsync(descriptor) }).map(drop)
}

/// Whether child processes get the descriptor.
pub fn is_inheritable(descriptor: i32) -> Result<bool> {
    // SAFETY: plain numbers.
    Ok(checked(unsafe { libc::fcntl(descriptor, libc::F_GETFD) })? & libc::FD_CLOEXEC == 0)
}

/// Decides that.
pub fn set_inheritable(descriptor: i32, inheritable: bool) -> Result<()> {
    let flags = if inheritable { 0 } else { libc::FD_CLOEXEC };
    // SAFETY: plain numbers.
    checked(unsafe { libc::fcntl(descriptor, libc::F_SETFD, flags) }).map(drop)
}

/// Columns and lines of a terminal.
pub fn terminal_size(descriptor: i32) -> Result<(u16, u16)> {
    // SAFETY: a `winsize` of zeros is valid, and the system fills it on success.
    unsafe {
        let mut size: libc::winsize = std::mem::zeroed();
        checked(libc::ioctl(descriptor, libc::TIOCGWINSZ, &mut size))?;
        Ok((size.ws_col, size.ws_row))
    }
}

/// `kill(2)`.
pub fn kill(process: i32, signal: i32) -> Result<()> {
    // SAFETY: plain numbers.
    checked(unsafe { libc::kill(process, signal) }).map(drop)
}

/// Sets the mask of permissions of new files, and gives the old one.
pub fn set_mask(mask: u32) -> u32 {
    // SAFETY: a number; the call cannot fail.
    unsafe { libc::umask(mask) }
}

/// `access(2)`.
pub fn access(path: &CStr, mode: i32) -> bool {
    // SAFETY: the path ends with a zero byte.
    unsafe { libc::access(path.as_ptr(), mode) == 0 }
}

/// Ends the process at once.
pub fn exit_at_once(status: i32) -> ! {
    // SAFETY: the call does not return.
    unsafe { libc::_exit(status) }
}

/// Real user, effective user, real group, effective group, parent process.
pub fn identities() -> [u32; 5] {
    // SAFETY: these calls cannot fail.
    unsafe { [libc::getuid(), libc::geteuid(), libc::getgid(), libc::getegid(), libc::getppid() as u32] }
}

/// Sets access and modification times, both in nanoseconds since 1970.
pub fn set_times(path: &CStr, times: Option<(i128, i128)>, follow: bool) -> Result<()> {
    let spec = |nanoseconds: i128| libc::timespec {
        tv_sec: nanoseconds.div_euclid(1_000_000_000) as libc::time_t,
        tv_nsec: nanoseconds.rem_euclid(1_000_000_000) as libc::c_long,
    };
    let pair = times.map(|(access, change)| [spec(access), spec(change)]);
    let flags = if follow { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
    // SAFETY: the path ends with a zero byte; the times are two or none.
    checked(unsafe {
        let times = pair.as_ref().map_or(std::ptr::null(), |pair| pair.as_ptr());
        libc::utimensat(libc::AT_FDCWD, path.as_ptr(), times, flags)
    })
    .map(drop)
}

/// `uname(2)`: system, node, release, version, machine.
pub fn system_names() -> [String; 5] {
    // SAFETY: a `utsname` of zeros is valid; its fields end with a zero byte.
    unsafe {
        let mut names: libc::utsname = std::mem::zeroed();
        libc::uname(&mut names);
        let text = |field: *const libc::c_char| CStr::from_ptr(field).to_string_lossy().into_owned();
        [
            text(names.sysname.as_ptr()),
            text(names.nodename.as_ptr()),
            text(names.release.as_ptr()),
            text(names.version.as_ptr()),
            text(names.machine.as_ptr()),
        ]
    }
}
