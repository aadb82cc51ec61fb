//! The numbers of `posix` and `errno`.

use crate::heap::Object;
use crate::modules::{NativeModule, set};
use crate::object::{Result, Runtime};
use crate::types::module::Module;

/// A table of constants of `libc` under their own names.
macro_rules! numbers {
    ($($name:ident),* $(,)?) => { &[$((stringify!($name), libc::$name as i64)),*] };
}

static POSIX: &[(&str, i64)] = numbers![
    O_RDONLY,
    O_WRONLY,
    O_RDWR,
    O_APPEND,
    O_CREAT,
    O_EXCL,
    O_TRUNC,
    O_NONBLOCK,
    O_NDELAY,
    O_SYNC,
    O_DSYNC,
    O_RSYNC,
    O_CLOEXEC,
    O_NOCTTY,
    O_DIRECTORY,
    O_NOFOLLOW,
    O_ASYNC,
    O_DIRECT,
    O_NOATIME,
    O_PATH,
    O_TMPFILE,
    O_LARGEFILE,
    O_ACCMODE,
    F_OK,
    R_OK,
    W_OK,
    X_OK,
    WNOHANG,
    WUNTRACED,
    WCONTINUED,
    WEXITED,
    WSTOPPED,
    WNOWAIT,
    RTLD_LAZY,
    RTLD_NOW,
    RTLD_GLOBAL,
    RTLD_LOCAL,
    F_LOCK,
    F_TLOCK,
    F_ULOCK,
    F_TEST,
    PRIO_PROCESS,
    PRIO_PGRP,
    PRIO_USER,
    SEEK_DATA,
    SEEK_HOLE,
    SCHED_OTHER,
    SCHED_FIFO,
    SCHED_RR,
    SCHED_BATCH,
    SCHED_IDLE,
    EFD_CLOEXEC,
    EFD_NONBLOCK,
    EFD_SEMAPHORE,
    POSIX_FADV_NORMAL,
    POSIX_FADV_SEQUENTIAL,
    POSIX_FADV_RANDOM,
    POSIX_FADV_WILLNEED,
    POSIX_FADV_DONTNEED,
];

static OTHERS: &[(&str, i64)] = &[
    ("EX_OK", 0),
    ("EX_USAGE", 64),
    ("EX_DATAERR", 65),
    ("EX_NOINPUT", 66),
    ("EX_NOUSER", 67),
    ("EX_NOHOST", 68),
    ("EX_UNAVAILABLE", 69),
    ("EX_SOFTWARE", 70),
    ("EX_OSERR", 71),
    ("EX_OSFILE", 72),
    ("EX_CANTCREAT", 73),
    ("EX_IOERR", 74),
    ("EX_TEMPFAIL", 75),
    ("EX_PROTOCOL", 76),
    ("EX_NOPERM", 77),
    ("EX_CONFIG", 78),
    ("NGROUPS_MAX", 65536),
    ("TMP_MAX", 238328),
    ("GRND_NONBLOCK", 1),
    ("GRND_RANDOM", 2),
];

static ERRORS: &[(&str, i64)] = numbers![
    EPERM,
    ENOENT,
    ESRCH,
    EINTR,
    EIO,
    ENXIO,
    E2BIG,
    ENOEXEC,
    EBADF,
    ECHILD,
    EAGAIN,
    ENOMEM,
    EACCES,
    EFAULT,
    ENOTBLK,
    EBUSY,
    EEXIST,
    EXDEV,
    ENODEV,
    ENOTDIR,
    EISDIR,
    EINVAL,
    ENFILE,
    EMFILE,
    ENOTTY,
    ETXTBSY,
    EFBIG,
    ENOSPC,
    ESPIPE,
    EROFS,
    EMLINK,
    EPIPE,
    EDOM,
    ERANGE,
    EDEADLK,
    ENAMETOOLONG,
    ENOLCK,
    ENOSYS,
    ENOTEMPTY,
    ELOOP,
    ENOMSG,
    EIDRM,
    ECHRNG,
    EL2NSYNC,
    EL3HLT,
    EL3RST,
    ELNRNG,
    EUNATCH,
    ENOCSI,
    EL2HLT,
    EBADE,
    EBADR,
    EXFULL,
    ENOANO,
    EBADRQC,
    EBADSLT,
    EBFONT,
    ENOSTR,
    ENODATA,
    ETIME,
    ENOSR,
    ENONET,
    ENOPKG,
    EREMOTE,
    ENOLINK,
    EADV,
    ESRMNT,
    ECOMM,
    EPROTO,
    EMULTIHOP,
    EDOTDOT,
    EBADMSG,
    EOVERFLOW,
    ENOTUNIQ,
    EBADFD,
    EREMCHG,
    ELIBACC,
    ELIBBAD,
    ELIBSCN,
    ELIBMAX,
    ELIBEXEC,
    EILSEQ,
    ERESTART,
    ESTRPIPE,
    EUSERS,
    ENOTSOCK,
    EDESTADDRREQ,
    EMSGSIZE,
    EPROTOTYPE,
    ENOPROTOOPT,
    EPROTONOSUPPORT,
    ESOCKTNOSUPPORT,
    EOPNOTSUPP,
    EPFNOSUPPORT,
    EAFNOSUPPORT,
    EADDRINUSE,
    EADDRNOTAVAIL,
    ENETDOWN,
    ENETUNREACH,
    ENETRESET,
    ECONNABORTED,
    ECONNRESET,
    ENOBUFS,
    EISCONN,
    ENOTCONN,
    ESHUTDOWN,
    ETOOMANYREFS,
    ETIMEDOUT,
    ECONNREFUSED,
    EHOSTDOWN,
    EHOSTUNREACH,
    EALREADY,
    EINPROGRESS,
    ESTALE,
    EUCLEAN,
    ENOTNAM,
    ENAVAIL,
    EISNAM,
    EREMOTEIO,
    EDQUOT,
    ENOMEDIUM,
    EMEDIUMTYPE,
    ECANCELED,
    ENOKEY,
    EKEYEXPIRED,
    EKEYREVOKED,
    EKEYREJECTED,
    EOWNERDEAD,
    ENOTRECOVERABLE,
    ERFKILL,
    EHWPOISON,
];

/// Other names of the same errors.
static ALIASES: &[(&str, i64)] = numbers![EWOULDBLOCK, EDEADLOCK, ENOTSUP];

fn number(rt: &mut Runtime, value: i64) -> Result {
    rt.new_int(value.into())
}

/// The constants of `posix`.
pub fn install(rt: &mut Runtime, module: &Module) -> Result<()> {
    for &(name, value) in POSIX.iter().chain(OTHERS) {
        let value = number(rt, value)?;
        set(rt, module, name, value)?;
    }
    Ok(())
}

fn init_errno(rt: &mut Runtime, module: &Module) -> Result<()> {
    let codes = rt.new_dict()?;
    for (row, &(name, value)) in ERRORS.iter().chain(ALIASES).enumerate() {
        let value: Object = number(rt, value)?;
        if row < ERRORS.len() {
            let text: Object = rt.intern(name).into();
            codes.set_key(rt, &value, text)?;
        }
        set(rt, module, name, value)?;
    }
    set(rt, module, "errorcode", codes.into())
}

/// The description of module `errno`.
pub static ERRNO: NativeModule = NativeModule {
    name: "errno",
    doc: "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.\n\nThe dictionary errno.errorcode maps numeric codes to symbol names,\ne.g., errno.errorcode[2] could be the string 'ENOENT'.\n\nSymbols that are not relevant to the underlying system are not defined.\n\nTo map error codes to error messages, use the function os.strerror(),\ne.g. os.strerror(2) could return 'No such file or directory'.",
    functions: &[],
    init: init_errno,
};
