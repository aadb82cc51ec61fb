//! The system's calls on descriptors, as safe functions. A failure is an `io::Error` that holds the errno; an
//! interrupted call (`EINTR`) is one too, so that callers can look at signals before they try again.
//!
//! - `process`: processes and their owners. `storage`: files by name, and limits of the system.
//! - `transfer`: bytes between descriptors. `terminal`: terminals.
#![allow(unsafe_code)]

use std::ffi::CStr;
use std::io::{Error, Result};

/// The result of a call that gives -1 on failure.
fn checked(result: libc::c_int) -> Result<i32> {
    if result < 0 { Err(Error::last_os_error()) } else { Ok(result) }
}

/// The result of a call whose -1 may be no failure: errno decides.
fn by_errno<T: PartialEq + From<i8>>(call: impl FnOnce() -> T) -> Result<T> {
    // SAFETY: errno is the thread's own place.
    unsafe { *libc::__errno_location() = 0 };
    let result = call();
    let error = Error::last_os_error();
    if result == T::from(-1) && error.raw_os_error() != Some(0) { Err(error) } else { Ok(result) }
}

/// Calls of numbers that give a number, -1 on failure.
macro_rules! calls {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $kind:ty),*);)*) => {$(
        $(#[$doc])*
        pub fn $name($($argument: $kind),*) -> Result<i32> {
            // SAFETY: plain numbers.
            checked(unsafe { libc::$name($($argument),*) } as i32)
        }
    )*};
}

pub mod process;
pub mod storage;
pub mod terminal;
pub mod transfer;

fn checked_size(result: isize) -> Result<usize> {
    usize::try_from(result).map_err(|_| Error::last_os_error())
}

/// Which of the standard descriptors, as bits, were closed when the process began: Rust's own start opens them.
static CLOSED: std::sync::atomic::AtomicU8 = std::sync::atomic::AtomicU8::new(0);

/// Runs before Rust's own start.
// SAFETY: the section holds addresses of functions that are called once, before `main`, on the only thread.
#[cfg(target_os = "linux")]
#[used]
#[unsafe(link_section = ".init_array")]
static LOOK_AT_STANDARD_DESCRIPTORS: extern "C" fn() = {
    extern "C" fn look() {
        for descriptor in 0..3 {
            // SAFETY: a number; the answer is looked at only.
            if unsafe { libc::fcntl(descriptor, libc::F_GETFD) } < 0 {
                CLOSED.fetch_or(1 << descriptor, std::sync::atomic::Ordering::Relaxed);
            }
        }
    }
    look
};

/// Whether a standard descriptor (0, 1, 2) was closed when the process began.
pub fn was_closed(descriptor: u8) -> bool {
    CLOSED.load(std::sync::atomic::Ordering::Relaxed) & 1 << descriptor != 0
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

/// Sets or removes an environment variable, for child processes too.
pub fn set_variable(name: &CStr, value: Option<&CStr>) -> Result<()> {
    // SAFETY: both texts end with a zero byte. The interpreter reads the environment only at its start; other threads of
    // an embedder must not touch it meanwhile, as with every program that calls `setenv`.
    checked(unsafe {
        match value {
            Some(value) => libc::setenv(name.as_ptr(), value.as_ptr(), 1),
            None => libc::unsetenv(name.as_ptr()),
        }
    })
    .map(drop)
}

/// Fills the slice with random bytes of the system.
pub fn random(target: &mut [u8]) -> Result<()> {
    let mut done = 0;
    while done < target.len() {
        let rest = &mut target[done..];
        // SAFETY: the system writes at most `len` bytes to the slice.
        done += checked_size(unsafe { libc::getrandom(rest.as_mut_ptr().cast(), rest.len(), 0) })?;
    }
    Ok(())
}

/// How many processors the system has in use.
pub fn processors() -> i64 {
    // SAFETY: a number.
    unsafe { libc::sysconf(libc::_SC_NPROCESSORS_ONLN) }
}

/// How many processors this process may use.
pub fn usable_processors() -> i64 {
    #[cfg(target_os = "linux")]
    // SAFETY: a set of zeros is valid, and the system fills it.
    unsafe {
        let mut set: libc::cpu_set_t = std::mem::zeroed();
        if libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &mut set) == 0 {
            return libc::CPU_COUNT(&set).into();
        }
    }
    processors()
}

/// CPU seconds: user, system, children's user, children's system.
pub fn cpu_times() -> [f64; 4] {
    let of = |who: i32| {
        // SAFETY: an `rusage` of zeros is valid, and the system fills it.
        unsafe {
            let mut usage: libc::rusage = std::mem::zeroed();
            libc::getrusage(who, &mut usage);
            let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
            [seconds(usage.ru_utime), seconds(usage.ru_stime)]
        }
    };
    let ([a, b], [c, d]) = (of(libc::RUSAGE_SELF), of(libc::RUSAGE_CHILDREN));
    [a, b, c, d]
}

/// The load averages of the last 1, 5 and 15 minutes.
pub fn load_averages() -> Option<[f64; 3]> {
    let mut loads = [0.0; 3];
    // SAFETY: the array has room for three numbers.
    let count = unsafe { libc::getloadavg(loads.as_mut_ptr(), 3) };
    (count == 3).then_some(loads)
}

/// `mkfifo(3)`.
pub fn make_fifo(path: &CStr, mode: u32) -> Result<()> {
    // SAFETY: the path ends with a zero byte.
    checked(unsafe { libc::mkfifo(path.as_ptr(), mode) }).map(drop)
}

/// `fchmod(2)`.
pub fn set_mode(descriptor: i32, mode: u32) -> Result<()> {
    // SAFETY: plain numbers.
    checked(unsafe { libc::fchmod(descriptor, mode) }).map(drop)
}
