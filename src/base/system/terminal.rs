//! Terminals and pseudo-terminals.
#![allow(unsafe_code)]

use super::checked;
use std::ffi::CStr;
use std::io::{Error, Result};

calls! {
    /// Opens the master of a new pseudo-terminal.
    posix_openpt(flags: i32);
    /// Makes its slave the caller's.
    grantpt(descriptor: i32);
    /// Lets the slave be opened.
    unlockpt(descriptor: i32);
    /// Makes a terminal the controlling one of a new session, and standard input, output and errors.
    login_tty(descriptor: i32);
    /// The group in the foreground.
    tcgetpgrp(descriptor: i32);
    /// Sets it.
    tcsetpgrp(descriptor: i32, group: i32);
}

/// Master and slave of a new pseudo-terminal.
pub fn open_pair() -> Result<(i32, i32)> {
    let (mut master, mut slave) = (0, 0);
    let none = std::ptr::null_mut();
    // SAFETY: two places to fill; no name, settings or size are asked for or given.
    unsafe {
        checked(libc::openpty(&mut master, &mut slave, none, none.cast(), none.cast()))?;
        for descriptor in [master, slave] {
            checked(libc::fcntl(descriptor, libc::F_SETFD, libc::FD_CLOEXEC))?;
        }
    }
    Ok((master, slave))
}

/// `fork(2)` into a new pseudo-terminal: the child's number and the master.
pub fn fork() -> Result<(i32, i32)> {
    let mut master = -1;
    let none = std::ptr::null_mut();
    // SAFETY: as `process::fork`; one place to fill.
    let child = checked(unsafe { libc::forkpty(&mut master, none, none.cast(), none.cast()) })?;
    Ok((child, master))
}

/// The name of a terminal, or of the slave of a master.
pub fn name(descriptor: i32, slave: bool) -> Result<Vec<u8>> {
    let mut room = [0; 512];
    // SAFETY: there is room for as many bytes as the call is told of; the text ends with a zero byte on success.
    unsafe {
        let (target, length) = (room.as_mut_ptr(), room.len());
        let code = if slave {
            libc::ptsname_r(descriptor, target, length)
        } else {
            libc::ttyname_r(descriptor, target, length)
        };
        if code != 0 {
            return Err(Error::from_raw_os_error(code));
        }
        Ok(CStr::from_ptr(room.as_ptr()).to_bytes().to_vec())
    }
}
