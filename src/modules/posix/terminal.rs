//! Terminals and pseudo-terminals.

use super::argument::done;
use crate::base::system::terminal;
use crate::heap::Object;
use crate::layout::Tuple;
use crate::methods;
use crate::modules::path::decode;
use crate::object::{Result, Runtime};

methods! {
    pub static FUNCTIONS = [
        /// Return the name of the controlling terminal for this process.
        @function "ctermid"() => |_: &mut Runtime| "/dev/tty";
        /// Return the name of the terminal device connected to 'fd'.
        ///
        ///   fd
        ///     Integer file descriptor handle.
        @function "ttyname"(fd, /) => |rt: &mut Runtime, fd: i32| name(rt, fd, false);
        /// Return the name of the slave pseudo-terminal device.
        ///
        ///   fd
        ///     File descriptor of a master pseudo-terminal device.
        ///
        /// If the ptsname_r() C library function is available, it is called; otherwise, the ptsname()
        /// function is called, which is not guaranteed to be thread-safe.
        @function "ptsname"(fd, /) => |rt: &mut Runtime, fd: i32| name(rt, fd, true);
        /// Open a pseudo-terminal.
        ///
        /// Return a tuple of (master_fd, slave_fd) containing open file descriptors
        /// for both the master and slave ends.
        @function "openpty"() => |rt: &mut Runtime| -> Result<Tuple> {
            let (master, slave) = done(rt, terminal::open_pair())?;
            Ok(Tuple::from_array(&rt.heap, [Object::small(master), Object::small(slave)])?)
        };
        /// Open and return a file descriptor for a master pseudo-terminal device.
        ///
        /// Performs a posix_openpt() C function call. The oflag argument is used to
        /// set file status flags and file access modes as specified in the manual page
        /// of posix_openpt() of your system.
        @function "posix_openpt"(oflag, /) => |rt: &mut Runtime, flags: i32| done(rt, terminal::posix_openpt(flags | libc::O_CLOEXEC));
        /// Grant access to the slave pseudo-terminal device.
        ///
        ///   fd
        ///     File descriptor of a master pseudo-terminal device.
        ///
        /// Performs a grantpt() C function call.
        @function "grantpt"(fd, /) => |rt: &mut Runtime, fd: i32| done(rt, terminal::grantpt(fd).map(drop));
        /// Unlock a pseudo-terminal master/slave pair.
        ///
        ///   fd
        ///     File descriptor of a master pseudo-terminal device.
        ///
        /// Performs an unlockpt() C function call.
        @function "unlockpt"(fd, /) => |rt: &mut Runtime, fd: i32| done(rt, terminal::unlockpt(fd).map(drop));
        /// Prepare the tty of which fd is a file descriptor for a new login session.
        ///
        /// Make the calling process a session leader; make the tty the
        /// controlling tty, the stdin, the stdout, and the stderr of the
        /// calling process; close fd.
        @function "login_tty"(fd, /) => |rt: &mut Runtime, fd: i32| done(rt, terminal::login_tty(fd).map(drop));
        /// Return the process group associated with the terminal specified by fd.
        @function "tcgetpgrp"(fd, /) => |rt: &mut Runtime, fd: i32| done(rt, terminal::tcgetpgrp(fd));
        /// Set the process group associated with the terminal specified by fd.
        @function "tcsetpgrp"(fd, pgid, /) => |rt: &mut Runtime, fd: i32, group: i32| done(rt, terminal::tcsetpgrp(fd, group).map(drop));
    ];
}

fn name(rt: &mut Runtime, descriptor: i32, slave: bool) -> Result {
    let name = done(rt, terminal::name(descriptor, slave))?;
    Ok(decode(rt, &name)?.into())
}
