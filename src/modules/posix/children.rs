//! Child processes: made, waited for.

use super::argument::{Target, done, on_path, path};
use super::process::text;
use super::records::{STRUCT_RUSAGE, WAITID_RESULT};
use crate::base::system::process::{self, FileAction, Spawn};
use crate::base::system::terminal;
use crate::heap::Object;
use crate::layout::{Tuple, TupleBody};
use crate::methods;
use crate::modules::io::uninterrupted;
use crate::object::{Result, Runtime};
use crate::types::struct_sequence;

methods! {
    pub static FUNCTIONS = [
        /// Fork a child process.
        ///
        /// Return 0 to child process and PID of child to parent process.
        @function "fork"() => |rt: &mut Runtime| done(rt, process::fork());
        /// Fork a new process with a new pseudo-terminal as controlling tty.
        ///
        /// Returns a tuple of (pid, master_fd).
        /// Like fork(), return pid of 0 to the child process,
        /// and pid of child to the parent process.
        /// To both, return fd of newly opened pseudo-terminal.
        @function "forkpty"() => |rt: &mut Runtime| {
            let (child, master) = done(rt, terminal::fork())?;
            pair(rt, child, master)
        };
        /// Wait for completion of a child process.
        ///
        /// Returns a tuple of information about the child process:
        ///     (pid, status)
        @function "wait"() => |rt: &mut Runtime| wait(rt, -1, 0, false);
        /// Wait for completion of a given child process.
        ///
        /// Returns a tuple of information regarding the child process:
        ///     (pid, status)
        ///
        /// The options argument is ignored on Windows.
        @function "waitpid"(pid, options, /) => |rt: &mut Runtime, pid: i32, options: i32| wait(rt, pid, options, false);
        /// Wait for completion of a child process.
        ///
        /// Returns a tuple of information about the child process:
        ///   (pid, status, rusage)
        @function "wait3"(options) => |rt: &mut Runtime, options: i32| wait(rt, -1, options, true);
        /// Wait for completion of a specific child process.
        ///
        /// Returns a tuple of information about the child process:
        ///   (pid, status, rusage)
        @function "wait4"(pid, options) => |rt: &mut Runtime, pid: i32, options: i32| wait(rt, pid, options, true);
        /// Returns the result of waiting for a process or processes.
        ///
        ///   idtype
        ///     Must be one of be P_PID, P_PGID or P_ALL.
        ///   id
        ///     The id to wait on.
        ///   options
        ///     Constructed from the ORing of one or more of WEXITED, WSTOPPED
        ///     or WCONTINUED and additionally may be ORed with WNOHANG or WNOWAIT.
        ///
        /// Returns either waitid_result or None if WNOHANG is specified and there are
        /// no children in a waitable state.
        @function "waitid"(idtype, id, options, /) => |rt: &mut Runtime, kind: i32, which: i32, options: i32| {
            let found = uninterrupted(rt, || process::wait_for(kind as u32, which as u32, options))?;
            let Some(fields) = done(rt, found)? else { return Ok(Object::NONE) };
            let items = fields.iter().map(|&field| rt.new_int(field.into())).collect::<Result<Vec<_>>>()?;
            struct_sequence::make(rt, &WAITID_RESULT, &items)
        };
        /// Return True if the process returning status was dumped to a core file.
        @function "WCOREDUMP"(status, /) => |_: &mut Runtime, status: i32| status & 0x80 != 0;
        /// Return True if a particular process was continued from a job control stop.
        ///
        /// Return True if the process returning status was continued from a
        /// job control stop.
        @function "WIFCONTINUED"(status) => |_: &mut Runtime, status: i32| status == 0xffff;
        /// Return a file descriptor referring to the process *pid*.
        ///
        /// The descriptor can be used to perform process management without races and
        /// signals.
        @function "pidfd_open"(pid, flags=0) => |rt: &mut Runtime, pid: i32, flags: Option<i32>| {
            done(rt, process::open_process(pid, flags.unwrap_or(0) as u32))
        };
        /// Execute the program specified by path in a new process.
        @function "posix_spawn"(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None) => spawn;
        /// Execute the program specified by path in a new process.
        @function "posix_spawnp"(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None) => spawn_found;
    ];
}

fn pair(rt: &mut Runtime, first: i32, second: i32) -> Result<Tuple> {
    Ok(Tuple::from_array(&rt.heap, [Object::small(first), Object::small(second)])?)
}

fn wait(rt: &mut Runtime, process: i32, options: i32, with_usage: bool) -> Result {
    let found = uninterrupted(rt, || process::wait(process, options))?;
    let (process, status, usage) = done(rt, found)?;
    if !with_usage {
        return Ok(pair(rt, process, status)?.into());
    }
    let mut values = Vec::with_capacity(16);
    for time in [usage.ru_utime, usage.ru_stime] {
        values.push(rt.new_float(time.tv_sec as f64 + time.tv_usec as f64 * 1e-6)?);
    }
    for number in [
        usage.ru_maxrss,
        usage.ru_ixrss,
        usage.ru_idrss,
        usage.ru_isrss,
        usage.ru_minflt,
        usage.ru_majflt,
        usage.ru_nswap,
        usage.ru_inblock,
        usage.ru_oublock,
        usage.ru_msgsnd,
        usage.ru_msgrcv,
        usage.ru_nsignals,
        usage.ru_nvcsw,
        usage.ru_nivcsw,
    ] {
        values.push(rt.new_int(number.into())?);
    }
    let usage = struct_sequence::make(rt, &STRUCT_RUSAGE, &values)?;
    Ok(rt.new_tuple(vec![Object::small(process), Object::small(status), usage])?.into())
}

/// Arguments of `posix_spawn`: file, arguments, environment; then, by name: actions, group, real identities, session,
/// blocked signals, default signals, scheduling.
type Options<'a> = [Option<&'a Object>; 7];

#[allow(clippy::too_many_arguments)]
fn spawn(
    rt: &mut Runtime,
    name: &Object,
    argv: &Object,
    env: &Object,
    actions: Option<&Object>,
    group: Option<&Object>,
    reset: Option<&Object>,
    session: Option<&Object>,
    mask: Option<&Object>,
    defaults: Option<&Object>,
    scheduler: Option<&Object>,
) -> Result<i32> {
    start(rt, "posix_spawn", [name, argv, env], [actions, group, reset, session, mask, defaults, scheduler])
}

#[allow(clippy::too_many_arguments)]
fn spawn_found(
    rt: &mut Runtime,
    name: &Object,
    argv: &Object,
    env: &Object,
    actions: Option<&Object>,
    group: Option<&Object>,
    reset: Option<&Object>,
    session: Option<&Object>,
    mask: Option<&Object>,
    defaults: Option<&Object>,
    scheduler: Option<&Object>,
) -> Result<i32> {
    start(rt, "posix_spawnp", [name, argv, env], [actions, group, reset, session, mask, defaults, scheduler])
}

fn small(rt: &mut Runtime, object: &Object) -> Result<i32> {
    match i32::try_from(rt.to_size_index(object)?) {
        Ok(number) => Ok(number),
        Err(_) => Err(rt.overflow_error("Python int too large to convert to C int")),
    }
}

fn file_action(rt: &mut Runtime, action: &Object) -> Result<FileAction> {
    let items = action.cast::<TupleBody>().map(|action| action.items().to_vec()).unwrap_or_default();
    let Some((tag, rest)) = items.split_first() else {
        return Err(rt.type_error("Each file_actions element must be a non-empty tuple"));
    };
    match (small(rt, tag)?, rest) {
        (0, [number, name, flags, mode]) => {
            let name = path(rt, "posix_spawn", "path", name)?;
            Ok(FileAction::Open(small(rt, number)?, name.system, small(rt, flags)?, small(rt, mode)? as u32))
        }
        (1, [number]) => Ok(FileAction::Close(small(rt, number)?)),
        (2, [from, to]) => Ok(FileAction::Duplicate(small(rt, from)?, small(rt, to)?)),
        (3, [number]) => Ok(FileAction::CloseFrom(small(rt, number)?)),
        (0..=3, _) => {
            let kind = ["open", "close", "dup2", "closefrom"][small(rt, tag)? as usize];
            Err(rt.type_error(format!(
                "A {kind} file_action tuple must have {} elements",
                if kind == "open" {
                    5
                } else if kind == "dup2" {
                    3
                } else {
                    2
                }
            )))
        }
        _ => Err(rt.type_error("Unknown file_actions identifier")),
    }
}

fn signals(rt: &mut Runtime, given: Option<&Object>) -> Result<Option<Vec<i32>>> {
    let Some(given) = given else { return Ok(None) };
    let mut all = Vec::new();
    for signal in rt.collect(given)? {
        let number = small(rt, &signal)?;
        if !(1..=64).contains(&number) {
            return Err(rt.value_error(format!("signal number {number} out of range [1; 64]")));
        }
        all.push(number);
    }
    Ok(Some(all))
}

fn start(rt: &mut Runtime, function: &str, [name, argv, env]: [&Object; 3], options: Options) -> Result<i32> {
    let [actions, group, reset, session, mask, defaults, scheduler] =
        options.map(|option| option.filter(|option| !option.is_none()));
    let name = path(rt, function, "path", name)?;
    let arguments = super::process::arguments(rt, function, argv)?;
    let environment = match env.is_none() {
        true => None,
        false => Some(super::process::environment(rt, env)?),
    };
    let mut file_actions = Vec::new();
    if let Some(actions) = actions {
        for action in rt.collect(actions)? {
            file_actions.push(file_action(rt, &action)?);
        }
    }
    let group = match group {
        Some(group) => Some(small(rt, group)?),
        None => None,
    };
    let scheduler = match scheduler {
        Some(scheduler) => match scheduler.cast::<TupleBody>().map(|pair| pair.items()) {
            Some([policy, parameters]) => {
                let policy = if policy.is_none() { None } else { Some(small(rt, policy)?) };
                Some((policy, super::schedule::parameter(rt, parameters)?))
            }
            _ => return Err(rt.type_error("A scheduler tuple must have two elements")),
        },
        None => None,
    };
    let what = Spawn {
        path: name.system.clone(),
        search: function.ends_with('p'),
        arguments,
        environment,
        actions: file_actions,
        group,
        reset_ids: reset.map_or(Ok(false), |reset| rt.truth(reset))?,
        session: session.map_or(Ok(false), |session| rt.truth(session))?,
        mask: signals(rt, mask)?,
        defaults: signals(rt, defaults)?,
        scheduler,
    };
    on_path(rt, &name, process::spawn(&what))
}

/// A place of the system's functions that take a path or a descriptor.
pub fn place(target: &Target, follow: bool) -> crate::base::system::storage::Place<'_> {
    use crate::base::system::storage::Place;
    match target {
        Target::Path(name) if follow => Place::Path(&name.system),
        Target::Path(name) => Place::Link(&name.system),
        Target::Descriptor(number) => Place::Descriptor(*number),
    }
}

/// Text of a list of arguments.
pub fn texts(rt: &mut Runtime, objects: &[Object]) -> Result<Vec<std::ffi::CString>> {
    objects.iter().map(|object| text(rt, object)).collect()
}
