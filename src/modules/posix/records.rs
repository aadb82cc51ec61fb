//! The struct sequences that functions of `posix` return.

use crate::heap::Object;
use crate::modules::set;
use crate::object::{Args, Class, Result, Runtime};
use crate::struct_sequence;
use crate::types::module::Module;
use crate::types::struct_sequence::{construct, construct_with_unnamed, make};

/// Puts the classes into the module.
pub fn install(rt: &mut Runtime, module: &Module) -> Result<()> {
    let public =
        [&STAT_RESULT, &STATVFS_RESULT, &UNAME_RESULT, &TIMES_RESULT, &TERMINAL_SIZE, &SCHED_PARAM, &WAITID_RESULT];
    for def in public {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    Ok(())
}

/// `sched_param(priority)`: unlike with other records, the field itself is the argument.
fn new_parameter(rt: &mut Runtime, _: &Class, args: Args<'_>) -> Result {
    let names = &["sched_priority"];
    let [priority] = crate::types::arity::matched_from(rt, "sched_param", names, 1, args)?;
    let priority = priority.cloned().unwrap_or(Object::NONE);
    make(rt, &SCHED_PARAM, &[priority])
}

struct_sequence! {
    /// What `stat` returns. The last items have no names: those of the exact times are given to the hidden fields.
    pub static STAT_RESULT = "os" "stat_result", construct_with_unnamed, "stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.";
    items [
        "st_mode" "protection bits",
        "st_ino" "inode",
        "st_dev" "device",
        "st_nlink" "number of hard links",
        "st_uid" "user ID of owner",
        "st_gid" "group ID of owner",
        "st_size" "total size, in bytes",
        "" "integer time of last access",
        "" "integer time of last modification",
        "" "integer time of last change",
    ]
    hidden [
        "st_atime" "time of last access",
        "st_mtime" "time of last modification",
        "st_ctime" "time of last change",
        "st_atime_ns" "time of last access in nanoseconds",
        "st_mtime_ns" "time of last modification in nanoseconds",
        "st_ctime_ns" "time of last change in nanoseconds",
        "st_blksize" "blocksize for filesystem I/O",
        "st_blocks" "number of blocks allocated",
        "st_rdev" "device type (if inode device)",
    ]
}

struct_sequence! {
    /// What `statvfs` returns.
    pub static STATVFS_RESULT = "os" "statvfs_result", construct, "statvfs_result: Result from statvfs or fstatvfs.\n\nThis object may be accessed either as a tuple of\n  (bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax),\nor via the attributes f_bsize, f_frsize, f_blocks, f_bfree, and so on.\n\nSee os.statvfs for more information.";
    items [
        "f_bsize" "",
        "f_frsize" "",
        "f_blocks" "",
        "f_bfree" "",
        "f_bavail" "",
        "f_files" "",
        "f_ffree" "",
        "f_favail" "",
        "f_flag" "",
        "f_namemax" "",
    ]
    hidden [
        "f_fsid" "",
    ]
}

struct_sequence! {
    /// What `uname` returns.
    pub static UNAME_RESULT = "posix" "uname_result", construct, "uname_result: Result from os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee os.uname for more information.";
    items [
        "sysname" "operating system name",
        "nodename" "name of machine on network (implementation-defined)",
        "release" "operating system release",
        "version" "operating system version",
        "machine" "hardware identifier",
    ]
    hidden []
}

struct_sequence! {
    /// What `times` returns.
    pub static TIMES_RESULT = "posix" "times_result", construct, "times_result: Result from os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand elapsed.\n\nSee os.times for more information.";
    items [
        "user" "user time",
        "system" "system time",
        "children_user" "user time of children",
        "children_system" "system time of children",
        "elapsed" "elapsed time since an arbitrary point in the past",
    ]
    hidden []
}

struct_sequence! {
    /// What `get_terminal_size` returns.
    pub static TERMINAL_SIZE = "os" "terminal_size", construct, "A tuple of (columns, lines) for holding terminal window size";
    items [
        "columns" "width of the terminal window in characters",
        "lines" "height of the terminal window in characters",
    ]
    hidden []
}

struct_sequence! {
    /// A priority of the scheduler.
    pub static SCHED_PARAM = "posix" "sched_param", new_parameter, "Currently has only one field: sched_priority\n\n  sched_priority\n    A scheduling parameter.";
    items [
        "sched_priority" "the scheduling priority",
    ]
    hidden []
}

struct_sequence! {
    /// What `waitid` returns.
    pub static WAITID_RESULT = "posix" "waitid_result", construct, "waitid_result: Result from waitid.\n\nThis object may be accessed either as a tuple of\n  (si_pid, si_uid, si_signo, si_status, si_code),\nor via the attributes si_pid, si_uid, and so on.\n\nSee os.waitid for more information.";
    items [
        "si_pid" "",
        "si_uid" "",
        "si_signo" "",
        "si_status" "",
        "si_code" "",
    ]
    hidden []
}

struct_sequence! {
    /// What a process has used, as `wait3` returns it.
    pub static STRUCT_RUSAGE = "resource" "struct_rusage", construct, "struct_rusage: Result from getrusage.\n\nThis object may be accessed either as a tuple of\n    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,\n    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)\nor via the attributes ru_utime, ru_stime, ru_maxrss, and so on.";
    items [
        "ru_utime" "user time used",
        "ru_stime" "system time used",
        "ru_maxrss" "max. resident set size",
        "ru_ixrss" "shared memory size",
        "ru_idrss" "unshared data size",
        "ru_isrss" "unshared stack size",
        "ru_minflt" "page faults not requiring I/O",
        "ru_majflt" "page faults requiring I/O",
        "ru_nswap" "number of swap outs",
        "ru_inblock" "block input operations",
        "ru_oublock" "block output operations",
        "ru_msgsnd" "IPC messages sent",
        "ru_msgrcv" "IPC messages received",
        "ru_nsignals" "signals received",
        "ru_nvcsw" "voluntary context switches",
        "ru_nivcsw" "involuntary context switches",
    ]
    hidden []
}
