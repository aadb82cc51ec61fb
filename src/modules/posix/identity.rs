//! Who owns the process: users, groups, sessions.

use super::argument::done;
use super::process::text;
use crate::base::system::process;
use crate::heap::Object;
use crate::layout::{List, Tuple};
use crate::methods;
use crate::object::{Result, Runtime};

methods! {
    pub static FUNCTIONS = [
        /// Call the system call getpgid(), and return the result.
        @function "getpgid"(pid) => |rt: &mut Runtime, pid: i32| done(rt, process::getpgid(pid));
        /// Return the current process group id.
        @function "getpgrp"() => |_: &mut Runtime| process::own_group();
        /// Call the system call setpgid(pid, pgrp).
        @function "setpgid"(pid, pgrp, /) => |rt: &mut Runtime, pid: i32, group: i32| done(rt, process::setpgid(pid, group).map(drop));
        /// Make the current process the leader of its process group.
        @function "setpgrp"() => |rt: &mut Runtime| done(rt, process::setpgid(0, 0).map(drop));
        /// Call the system call getsid(pid) and return the result.
        @function "getsid"(pid, /) => |rt: &mut Runtime, pid: i32| done(rt, process::getsid(pid));
        /// Call the system call setsid().
        @function "setsid"() => |rt: &mut Runtime| done(rt, process::setsid().map(drop));
        /// Return list of supplemental group IDs for the process.
        @function "getgroups"() => |rt: &mut Runtime| {
            let groups = done(rt, process::groups())?;
            numbers(rt, &groups)
        };
        /// Set the groups of the current process to list.
        @function "setgroups"(groups, /) => set_groups;
        /// Returns a list of groups to which a user belongs.
        ///
        ///   user
        ///     username to lookup
        ///   group
        ///     base group id of the user
        @function "getgrouplist"(user, group, /) => |rt: &mut Runtime, user: &Object, group: &Object| {
            let (user, group) = (text(rt, user)?, identity(rt, group, "gid")?);
            numbers(rt, &process::groups_of(&user, group))
        };
        /// Initialize the group access list.
        ///
        /// Call the system initgroups() to initialize the group access list with all of
        /// the groups of which the specified username is a member, plus the specified
        /// group id.
        @function "initgroups"(username, gid, /) => |rt: &mut Runtime, user: &Object, group: &Object| {
            let (user, group) = (text(rt, user)?, identity(rt, group, "gid")?);
            done(rt, process::init_groups(&user, group).map(drop))
        };
        /// Return a tuple of the current process's real, effective, and saved user ids.
        @function "getresuid"() => |rt: &mut Runtime| saved(rt, false);
        /// Return a tuple of the current process's real, effective, and saved group ids.
        @function "getresgid"() => |rt: &mut Runtime| saved(rt, true);
        /// Set the current process's user id.
        @function "setuid"(uid, /) => |rt: &mut Runtime, uid: &Object| set(rt, "uid", [uid], |[a]| process::setuid(a));
        /// Set the current process's effective user id.
        @function "seteuid"(euid, /) => |rt: &mut Runtime, uid: &Object| set(rt, "uid", [uid], |[a]| process::seteuid(a));
        /// Set the current process's group id.
        @function "setgid"(gid, /) => |rt: &mut Runtime, gid: &Object| set(rt, "gid", [gid], |[a]| process::setgid(a));
        /// Set the current process's effective group id.
        @function "setegid"(egid, /) => |rt: &mut Runtime, gid: &Object| set(rt, "gid", [gid], |[a]| process::setegid(a));
        /// Set the current process's real and effective user ids.
        @function "setreuid"(ruid, euid, /) => |rt: &mut Runtime, real: &Object, effective: &Object| {
            set(rt, "uid", [real, effective], |[a, b]| process::setreuid(a, b))
        };
        /// Set the current process's real and effective group ids.
        @function "setregid"(rgid, egid, /) => |rt: &mut Runtime, real: &Object, effective: &Object| {
            set(rt, "gid", [real, effective], |[a, b]| process::setregid(a, b))
        };
        /// Set the current process's real, effective, and saved user ids.
        @function "setresuid"(ruid, euid, suid, /) => |rt: &mut Runtime, real: &Object, effective: &Object, saved: &Object| {
            set(rt, "uid", [real, effective, saved], |[a, b, c]| process::setresuid(a, b, c))
        };
        /// Set the current process's real, effective, and saved group ids.
        @function "setresgid"(rgid, egid, sgid, /) => |rt: &mut Runtime, real: &Object, effective: &Object, saved: &Object| {
            set(rt, "gid", [real, effective, saved], |[a, b, c]| process::setresgid(a, b, c))
        };
        /// Return the actual login name.
        @function "getlogin"() => |rt: &mut Runtime| done(rt, process::login_name());
        /// Kill a process group with a signal.
        @function "killpg"(pgid, signal, /) => |rt: &mut Runtime, group: i32, signal: i32| {
            done(rt, process::killpg(group, signal))?;
            (rt.hooks.safe_point)(rt)
        };
        /// Move the calling thread into different namespaces.
        ///
        ///   fd
        ///     A file descriptor to a namespace.
        ///   nstype
        ///     Type of namespace.
        @function "setns"(fd, nstype=0) => |rt: &mut Runtime, fd: i32, kind: Option<i32>| {
            done(rt, process::setns(fd, kind.unwrap_or(0)).map(drop))
        };
        /// Disassociate parts of a process (or thread) execution context.
        ///
        ///   flags
        ///     Namespaces to be unshared.
        @function "unshare"(flags) => |rt: &mut Runtime, flags: i32| done(rt, process::unshare(flags).map(drop));
    ];
}

/// The number of a user or a group (`kind` is `uid` or `gid`); -1 stands for "leave it".
pub fn identity(rt: &mut Runtime, object: &Object, kind: &str) -> Result<u32> {
    if !crate::types::repeat::is_index(rt, object) {
        let got = rt.type_name(object);
        return Err(rt.type_error(format!("{kind} should be integer, not {got}")));
    }
    match rt.to_size_index(object)? {
        -1 => Ok(u32::MAX),
        number if number < 0 => Err(rt.overflow_error(format!("{kind} is less than minimum"))),
        number => match u32::try_from(number) {
            Ok(number) => Ok(number),
            Err(_) => Err(rt.overflow_error(format!("{kind} is greater than maximum"))),
        },
    }
}

fn set<const N: usize>(
    rt: &mut Runtime,
    kind: &str,
    given: [&Object; N],
    call: impl FnOnce([u32; N]) -> std::io::Result<i32>,
) -> Result<()> {
    let mut all = [0; N];
    for (number, object) in all.iter_mut().zip(given) {
        *number = identity(rt, object, kind)?;
    }
    done(rt, call(all).map(drop))
}

/// A list of numbers.
pub fn numbers(rt: &mut Runtime, numbers: &[u32]) -> Result<List> {
    let items = numbers.iter().map(|&number| rt.new_int(number.into())).collect::<Result<Vec<_>>>()?;
    Ok(List::from_slice(&rt.heap, &items)?)
}

fn saved(rt: &mut Runtime, groups: bool) -> Result<Tuple> {
    let found = done(rt, process::saved_identities(groups))?;
    let items = found.iter().map(|&number| rt.new_int(number.into())).collect::<Result<Vec<_>>>()?;
    rt.new_tuple(items)
}

fn set_groups(rt: &mut Runtime, groups: &Object) -> Result<()> {
    let mut all = Vec::new();
    for group in rt.collect(groups)? {
        all.push(identity(rt, &group, "gid")?);
    }
    if all.len() > 65536 {
        return Err(rt.value_error("too many groups"));
    }
    done(rt, process::set_groups(&all).map(drop))
}
