//! Processes: made, waited for, grouped, scheduled; who owns them.
#![allow(unsafe_code)]

use super::{by_errno, checked};
use std::ffi::{CStr, CString};
use std::io::{Error, Result};

calls! {
    /// The group of a process; 0 means the caller.
    getpgid(process: i32);
    /// Puts a process into a group.
    setpgid(process: i32, group: i32);
    /// The session of a process.
    getsid(process: i32);
    /// Makes a session.
    setsid();
    /// Sends a signal to a group.
    killpg(group: i32, signal: i32);
    /// Lets others run.
    sched_yield();
    /// The highest priority of a policy.
    sched_get_priority_max(policy: i32);
    /// The lowest.
    sched_get_priority_min(policy: i32);
    /// The policy of a process.
    sched_getscheduler(process: i32);
    /// Sets the user.
    setuid(user: u32);
    /// Sets the effective user.
    seteuid(user: u32);
    /// Sets the group.
    setgid(group: u32);
    /// Sets the effective group.
    setegid(group: u32);
    /// Sets real and effective user.
    setreuid(real: u32, effective: u32);
    /// Sets real and effective group.
    setregid(real: u32, effective: u32);
    /// Sets real, effective and saved user.
    setresuid(real: u32, effective: u32, saved: u32);
    /// Sets real, effective and saved group.
    setresgid(real: u32, effective: u32, saved: u32);
    /// Enters the namespace of a descriptor.
    setns(descriptor: i32, kind: i32);
    /// Leaves shared namespaces.
    unshare(flags: i32);
}

/// `fork(2)`: 0 in the child. It has a copy of everything, and one thread.
pub fn fork() -> Result<i32> {
    // SAFETY: the interpreter keeps all of its state in the thread that calls; helper threads hold no lock of it.
    checked(unsafe { libc::fork() })
}

/// `wait4(2)`: process, status, what it used.
pub fn wait(process: i32, options: i32) -> Result<(i32, i32, libc::rusage)> {
    // SAFETY: a `rusage` of zeros is valid, and both places are the system's to fill.
    unsafe {
        let (mut status, mut usage) = (0, std::mem::zeroed());
        let found = checked(libc::wait4(process, &mut status, options, &mut usage))?;
        Ok((found, status, usage))
    }
}

/// `waitid(2)`: process, user, signal, status, code; `None` if no child has changed.
pub fn wait_for(kind: u32, which: u32, options: i32) -> Result<Option<[i64; 5]>> {
    // SAFETY: a `siginfo` of zeros is valid; its fields are those of a child's signal after the call.
    unsafe {
        let mut info: libc::siginfo_t = std::mem::zeroed();
        checked(libc::waitid(kind as libc::idtype_t, which, &mut info, options))?;
        let [process, user] = [i64::from(info.si_pid()), i64::from(info.si_uid())];
        let rest = [info.si_signo, info.si_status(), info.si_code].map(i64::from);
        Ok((process != 0).then_some([process, user, rest[0], rest[1], rest[2]]))
    }
}

/// `nice(2)`: the new value.
pub fn nice(increment: i32) -> Result<i32> {
    // SAFETY: a number.
    by_errno(|| unsafe { libc::nice(increment) })
}

/// `getpriority(2)`.
pub fn priority(which: i32, who: i32) -> Result<i32> {
    // SAFETY: plain numbers.
    by_errno(|| unsafe { libc::getpriority(which as _, who as _) })
}

/// `setpriority(2)`.
pub fn set_priority(which: i32, who: i32, priority: i32) -> Result<i32> {
    // SAFETY: plain numbers.
    checked(unsafe { libc::setpriority(which as _, who as _, priority) })
}

/// The groups of the process.
pub fn groups() -> Result<Vec<u32>> {
    // SAFETY: with length 0 nothing is written; then at most as many as there is room for.
    unsafe {
        let count = checked(libc::getgroups(0, std::ptr::null_mut()))?;
        let mut groups = vec![0; count as usize];
        let count = checked(libc::getgroups(count, groups.as_mut_ptr()))?;
        groups.truncate(count as usize);
        Ok(groups)
    }
}

/// Sets them.
pub fn set_groups(groups: &[u32]) -> Result<i32> {
    // SAFETY: the system reads as many numbers as the slice has.
    checked(unsafe { libc::setgroups(groups.len(), groups.as_ptr()) })
}

/// The groups that a user belongs to, and `group`.
pub fn groups_of(user: &CStr, group: u32) -> Vec<u32> {
    let mut room = 64;
    loop {
        let mut groups = vec![0; room as usize];
        let mut count = room;
        // SAFETY: the name ends with a zero byte; there is room for `count` numbers.
        let result = unsafe { libc::getgrouplist(user.as_ptr(), group, groups.as_mut_ptr(), &mut count) };
        if result >= 0 || room >= 1 << 20 {
            groups.truncate(count.clamp(0, room) as usize);
            return groups;
        }
        room = count.max(room * 2);
    }
}

/// Sets the groups of the process to those of a user.
pub fn init_groups(user: &CStr, group: u32) -> Result<i32> {
    // SAFETY: the name ends with a zero byte.
    checked(unsafe { libc::initgroups(user.as_ptr(), group) })
}

/// Real, effective and saved user, or group.
pub fn saved_identities(groups: bool) -> Result<[u32; 3]> {
    let (mut a, mut b, mut c) = (0, 0, 0);
    // SAFETY: three places to fill.
    checked(unsafe {
        if groups { libc::getresgid(&mut a, &mut b, &mut c) } else { libc::getresuid(&mut a, &mut b, &mut c) }
    })?;
    Ok([a, b, c])
}

/// The name of the user who has logged in on the terminal.
pub fn login_name() -> Result<String> {
    // SAFETY: the text that the call gives stays until the next call and ends with a zero byte.
    unsafe {
        let name = libc::getlogin();
        if name.is_null() {
            return Err(Error::last_os_error());
        }
        Ok(CStr::from_ptr(name).to_string_lossy().into_owned())
    }
}

/// The group of this process.
pub fn own_group() -> i32 {
    // SAFETY: the call cannot fail.
    unsafe { libc::getpgrp() }
}

/// The processors that a process may run on.
pub fn affinity(process: i32) -> Result<Vec<i32>> {
    // SAFETY: a set of zeros is valid; numbers below its size are looked up.
    unsafe {
        let mut set: libc::cpu_set_t = std::mem::zeroed();
        checked(libc::sched_getaffinity(process, size_of::<libc::cpu_set_t>(), &mut set))?;
        Ok((0..libc::CPU_SETSIZE).filter(|&number| libc::CPU_ISSET(number as usize, &set)).collect())
    }
}

/// Sets them; numbers beyond the system's are left out.
pub fn set_affinity(process: i32, processors: &[i32]) -> Result<i32> {
    // SAFETY: as above.
    unsafe {
        let mut set: libc::cpu_set_t = std::mem::zeroed();
        for &number in processors.iter().filter(|&&number| number < libc::CPU_SETSIZE) {
            libc::CPU_SET(number as usize, &mut set);
        }
        checked(libc::sched_setaffinity(process, size_of::<libc::cpu_set_t>(), &set))
    }
}

/// The scheduling priority of a process.
pub fn scheduling_priority(process: i32) -> Result<i32> {
    // SAFETY: a place to fill.
    unsafe {
        let mut parameters: libc::sched_param = std::mem::zeroed();
        checked(libc::sched_getparam(process, &mut parameters))?;
        Ok(parameters.sched_priority)
    }
}

/// Sets the priority, and the policy if one is given.
pub fn set_scheduling(process: i32, policy: Option<i32>, priority: i32) -> Result<i32> {
    let parameters = libc::sched_param { sched_priority: priority };
    // SAFETY: the parameters are read only.
    checked(unsafe {
        match policy {
            Some(policy) => libc::sched_setscheduler(process, policy, &parameters),
            None => libc::sched_setparam(process, &parameters),
        }
    })
}

/// The round-robin quantum of a process in seconds.
pub fn round_robin_interval(process: i32) -> Result<f64> {
    // SAFETY: a place to fill.
    unsafe {
        let mut interval: libc::timespec = std::mem::zeroed();
        checked(libc::sched_rr_get_interval(process, &mut interval))?;
        Ok(interval.tv_sec as f64 + interval.tv_nsec as f64 * 1e-9)
    }
}

/// A descriptor of a process.
pub fn open_process(process: i32, flags: u32) -> Result<i32> {
    // SAFETY: plain numbers.
    checked(unsafe { libc::syscall(libc::SYS_pidfd_open, process, flags) } as i32)
}

/// What a child does with its descriptors before its program starts.
pub enum FileAction {
    /// Opens a file under this number: path, flags, mode.
    Open(i32, CString, i32, u32),
    /// Closes one.
    Close(i32),
    /// Makes the second a duplicate of the first.
    Duplicate(i32, i32),
    /// Closes all from this on.
    CloseFrom(i32),
}

/// A program to start.
pub struct Spawn {
    /// The file.
    pub path: CString,
    /// Whether it is looked for in `PATH`.
    pub search: bool,
    /// Its arguments, its own name first.
    pub arguments: Vec<CString>,
    /// Its environment, `NAME=value`; `None` for that of the process.
    pub environment: Option<Vec<CString>>,
    /// What happens to descriptors.
    pub actions: Vec<FileAction>,
    /// The group to join.
    pub group: Option<i32>,
    /// Whether effective identities become the real ones.
    pub reset_ids: bool,
    /// Whether it gets a session of its own.
    pub session: bool,
    /// The signals that are blocked in it.
    pub mask: Option<Vec<i32>>,
    /// The signals that are handled as by default.
    pub defaults: Option<Vec<i32>>,
    /// Policy, if it is set too, and priority.
    pub scheduler: Option<(Option<i32>, i32)>,
}

fn pointers(texts: &[CString]) -> Vec<*mut libc::c_char> {
    texts.iter().map(|text| text.as_ptr().cast_mut()).chain([std::ptr::null_mut()]).collect()
}

/// A call that gives the error's number.
fn numbered(code: i32) -> Result<()> {
    if code == 0 { Ok(()) } else { Err(Error::from_raw_os_error(code)) }
}

/// `posix_spawn(3)`: the child's number.
pub fn spawn(what: &Spawn) -> Result<i32> {
    let signals = |numbers: &[i32]| {
        // SAFETY: the set is initialised before numbers are added; wrong ones are refused.
        unsafe {
            let mut set: libc::sigset_t = std::mem::zeroed();
            libc::sigemptyset(&mut set);
            for &number in numbers {
                libc::sigaddset(&mut set, number);
            }
            set
        }
    };
    let arguments = pointers(&what.arguments);
    let environment = what.environment.as_deref().map(pointers);
    // SAFETY: both records are initialised first and destroyed last; texts and arrays live until the end of the
    // function, and arrays end with a null pointer.
    unsafe {
        let mut actions: libc::posix_spawn_file_actions_t = std::mem::zeroed();
        let mut attributes: libc::posix_spawnattr_t = std::mem::zeroed();
        numbered(libc::posix_spawn_file_actions_init(&mut actions))?;
        numbered(libc::posix_spawnattr_init(&mut attributes))?;
        let mut run = || -> Result<i32> {
            for action in &what.actions {
                numbered(match action {
                    FileAction::Open(number, path, flags, mode) => libc::posix_spawn_file_actions_addopen(
                        &mut actions,
                        *number,
                        path.as_ptr(),
                        *flags,
                        *mode as libc::mode_t,
                    ),
                    FileAction::Close(number) => libc::posix_spawn_file_actions_addclose(&mut actions, *number),
                    FileAction::Duplicate(from, to) => libc::posix_spawn_file_actions_adddup2(&mut actions, *from, *to),
                    FileAction::CloseFrom(number) => {
                        libc::posix_spawn_file_actions_addclosefrom_np(&mut actions, *number)
                    }
                })?;
            }
            let mut flags: i32 = 0;
            if let Some(group) = what.group {
                flags |= libc::POSIX_SPAWN_SETPGROUP;
                numbered(libc::posix_spawnattr_setpgroup(&mut attributes, group))?;
            }
            if what.reset_ids {
                flags |= libc::POSIX_SPAWN_RESETIDS;
            }
            if what.session {
                flags |= i32::from(libc::POSIX_SPAWN_SETSID);
            }
            if let Some(mask) = &what.mask {
                flags |= libc::POSIX_SPAWN_SETSIGMASK;
                numbered(libc::posix_spawnattr_setsigmask(&mut attributes, &signals(mask)))?;
            }
            if let Some(defaults) = &what.defaults {
                flags |= libc::POSIX_SPAWN_SETSIGDEF;
                numbered(libc::posix_spawnattr_setsigdefault(&mut attributes, &signals(defaults)))?;
            }
            if let Some((policy, priority)) = what.scheduler {
                if let Some(policy) = policy {
                    flags |= libc::POSIX_SPAWN_SETSCHEDULER;
                    numbered(libc::posix_spawnattr_setschedpolicy(&mut attributes, policy))?;
                }
                flags |= libc::POSIX_SPAWN_SETSCHEDPARAM;
                let parameters = libc::sched_param { sched_priority: priority };
                numbered(libc::posix_spawnattr_setschedparam(&mut attributes, &parameters))?;
            }
            numbered(libc::posix_spawnattr_setflags(&mut attributes, flags as libc::c_short))?;
            let start = if what.search { libc::posix_spawnp } else { libc::posix_spawn };
            let environment = environment.as_ref().map_or(libc_environ(), |all| all.as_ptr().cast_mut());
            let mut child = 0;
            numbered(start(&mut child, what.path.as_ptr(), &actions, &attributes, arguments.as_ptr(), environment))?;
            Ok(child)
        };
        let result = run();
        libc::posix_spawn_file_actions_destroy(&mut actions);
        libc::posix_spawnattr_destroy(&mut attributes);
        result
    }
}

/// The process's own environment.
fn libc_environ() -> *mut *mut libc::c_char {
    unsafe extern "C" {
        static mut environ: *mut *mut libc::c_char;
    }
    // SAFETY: the C library's variable, always there; it is read only.
    unsafe { environ }
}
