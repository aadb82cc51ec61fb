//! Files by name, file systems, extended attributes, and the limits of the system.
#![allow(unsafe_code)]

use super::{by_errno, checked, checked_size};
use std::ffi::CStr;
use std::io::{Error, Result};

calls! {
    /// Changes the present directory.
    fchdir(descriptor: i32);
    /// Changes owner and group.
    fchown(descriptor: i32, user: u32, group: u32);
}

/// `chown(2)`, or `lchown(2)` without following links.
pub fn change_owner(path: &CStr, user: u32, group: u32, follow: bool) -> Result<i32> {
    // SAFETY: the path ends with a zero byte.
    checked(unsafe {
        if follow { libc::chown(path.as_ptr(), user, group) } else { libc::lchown(path.as_ptr(), user, group) }
    })
}

/// `chroot(2)`.
pub fn change_root(path: &CStr) -> Result<i32> {
    // SAFETY: the path ends with a zero byte.
    checked(unsafe { libc::chroot(path.as_ptr()) })
}

/// `mknod(2)`.
pub fn make_node(path: &CStr, mode: u32, device: u64) -> Result<i32> {
    // SAFETY: the path ends with a zero byte.
    checked(unsafe { libc::mknod(path.as_ptr(), mode, device) })
}

/// Major and minor number of a device.
pub fn device_numbers(device: u64) -> (u32, u32) {
    (libc::major(device), libc::minor(device))
}

/// The device of these numbers.
pub fn device(major: u32, minor: u32) -> u64 {
    libc::makedev(major, minor)
}

/// A file named by its path, or by a descriptor.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// By path.
    Path(&'a CStr),
    /// By path; of a symbolic link the link itself.
    Link(&'a CStr),
    /// By descriptor.
    Descriptor(i32),
}

/// `statvfs(3)`: block size, fragment size, blocks, free, available, files, free, available, flags, longest name, id.
pub fn file_system(place: Place) -> Result<[u64; 11]> {
    // SAFETY: a `statvfs` of zeros is valid, and the system fills it; a path ends with a zero byte.
    unsafe {
        let mut data: libc::statvfs = std::mem::zeroed();
        checked(match place {
            Place::Path(path) | Place::Link(path) => libc::statvfs(path.as_ptr(), &mut data),
            Place::Descriptor(number) => libc::fstatvfs(number, &mut data),
        })?;
        Ok([
            data.f_bsize,
            data.f_frsize,
            data.f_blocks,
            data.f_bfree,
            data.f_bavail,
            data.f_files,
            data.f_ffree,
            data.f_favail,
            data.f_flag,
            data.f_namemax,
            data.f_fsid,
        ])
    }
}

/// Calls with ever more room until the answer fits.
fn grown(mut call: impl FnMut(&mut [u8]) -> isize) -> Result<Vec<u8>> {
    let mut room = 256;
    loop {
        let mut bytes = vec![0; room];
        match checked_size(call(&mut bytes)) {
            Ok(count) => {
                bytes.truncate(count);
                return Ok(bytes);
            }
            Err(error) if error.raw_os_error() == Some(libc::ERANGE) && room < 1 << 20 => room *= 8,
            Err(error) => return Err(error),
        }
    }
}

/// The value of an extended attribute.
pub fn attribute(place: Place, name: &CStr) -> Result<Vec<u8>> {
    grown(|room| {
        let (target, length) = (room.as_mut_ptr().cast(), room.len());
        // SAFETY: texts end with a zero byte; the system writes at most `length` bytes.
        unsafe {
            match place {
                Place::Path(path) => libc::getxattr(path.as_ptr(), name.as_ptr(), target, length),
                Place::Link(path) => libc::lgetxattr(path.as_ptr(), name.as_ptr(), target, length),
                Place::Descriptor(number) => libc::fgetxattr(number, name.as_ptr(), target, length),
            }
        }
    })
}

/// The names of all of them, each with a zero byte behind it.
pub fn attributes(place: Place) -> Result<Vec<u8>> {
    grown(|room| {
        let (target, length) = (room.as_mut_ptr().cast(), room.len());
        // SAFETY: as above.
        unsafe {
            match place {
                Place::Path(path) => libc::listxattr(path.as_ptr(), target, length),
                Place::Link(path) => libc::llistxattr(path.as_ptr(), target, length),
                Place::Descriptor(number) => libc::flistxattr(number, target, length),
            }
        }
    })
}

/// Sets one.
pub fn set_attribute(place: Place, name: &CStr, value: &[u8], flags: i32) -> Result<i32> {
    let (name, source, length) = (name.as_ptr(), value.as_ptr().cast(), value.len());
    // SAFETY: texts end with a zero byte; the system reads `length` bytes.
    checked(unsafe {
        match place {
            Place::Path(path) => libc::setxattr(path.as_ptr(), name, source, length, flags),
            Place::Link(path) => libc::lsetxattr(path.as_ptr(), name, source, length, flags),
            Place::Descriptor(number) => libc::fsetxattr(number, name, source, length, flags),
        }
    })
}

/// Removes one.
pub fn remove_attribute(place: Place, name: &CStr) -> Result<i32> {
    // SAFETY: texts end with a zero byte.
    checked(unsafe {
        match place {
            Place::Path(path) => libc::removexattr(path.as_ptr(), name.as_ptr()),
            Place::Link(path) => libc::lremovexattr(path.as_ptr(), name.as_ptr()),
            Place::Descriptor(number) => libc::fremovexattr(number, name.as_ptr()),
        }
    })
}

/// `sysconf(3)`.
pub fn system_limit(name: i32) -> Result<i64> {
    // SAFETY: a number; unknown ones are refused.
    by_errno(|| unsafe { libc::sysconf(name) })
}

/// `pathconf(3)`.
pub fn path_limit(place: Place, name: i32) -> Result<i64> {
    // SAFETY: the path ends with a zero byte.
    by_errno(|| unsafe {
        match place {
            Place::Path(path) | Place::Link(path) => libc::pathconf(path.as_ptr(), name),
            Place::Descriptor(number) => libc::fpathconf(number, name),
        }
    })
}

/// `confstr(3)`: `None` for what has no value.
pub fn system_text(name: i32) -> Result<Option<Vec<u8>>> {
    // SAFETY: errno is the thread's own place; with no room nothing is written.
    let length = unsafe {
        *libc::__errno_location() = 0;
        libc::confstr(name, std::ptr::null_mut(), 0)
    };
    if length == 0 {
        let error = Error::last_os_error();
        return if error.raw_os_error() == Some(0) { Ok(None) } else { Err(error) };
    }
    let mut text = vec![0; length];
    // SAFETY: there is room for `length` bytes.
    let length = unsafe { libc::confstr(name, text.as_mut_ptr().cast(), text.len()) };
    text.truncate(length.saturating_sub(1));
    Ok(Some(text))
}

/// Writes what is still in memory to the disks.
pub fn sync_all() {
    // SAFETY: no arguments, no result.
    unsafe { libc::sync() }
}
