//! The process: who it is, its environment, and other processes.

use super::argument::{done, on_path, path};
use super::records::{TIMES_RESULT, UNAME_RESULT};
use crate::base::system;
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody, StrBody};
use crate::methods;
use crate::modules::path::{copied, encode};
use crate::modules::set;
use crate::modules::sys::Settings;
use crate::object::{Index, Result, Runtime};
use crate::types::module::Module;
use crate::types::struct_sequence;
use std::ffi::{CString, OsStr};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::Command;

methods! {
    pub static FUNCTIONS = [
        /// Return the current process id.
        @function "getpid"() => |_: &mut Runtime| std::process::id();
        /// Return the parent's process id.
        @function "getppid"() => |_: &mut Runtime| system::identities()[4];
        /// Return the current process's user id.
        @function "getuid"() => |_: &mut Runtime| system::identities()[0];
        /// Return the current process's effective user id.
        @function "geteuid"() => |_: &mut Runtime| system::identities()[1];
        /// Return the current process's group id.
        @function "getgid"() => |_: &mut Runtime| system::identities()[2];
        /// Return the current process's effective group id.
        @function "getegid"() => |_: &mut Runtime| system::identities()[3];
        /// Exit to the system with specified status, without normal exit processing.
        @function "_exit"(status) => |_: &mut Runtime, status: i32| -> Result<()> { system::exit_at_once(status) };
        /// Abort the interpreter immediately.
        @function "abort"() => |_: &mut Runtime| -> Result<()> { std::process::abort() };
        /// Kill a process with a signal.
        @function "kill"(pid, signal, /) => |rt: &mut Runtime, pid: i32, signal: i32| {
            done(rt, system::kill(pid, signal))?;
            // A signal to this process has arrived by now.
            (rt.hooks.safe_point)(rt)
        };
        /// Execute the command in a subshell.
        @function "system"(command) => run_shell;
        /// Execute an executable path with arguments, replacing current process.
        @function "execv"(path, argv, /) => |rt: &mut Runtime, name: &Object, argv: &Object| exec(rt, "execv", name, argv, None);
        /// Execute an executable path with arguments, replacing current process.
        @function "execve"(path, argv, env) => |rt: &mut Runtime, name: &Object, argv: &Object, env: &Object| exec(rt, "execve", name, argv, Some(env));
        /// Set the current numeric umask and return the previous umask.
        @function "umask"(mask, /) => |_: &mut Runtime, mask: i32| system::set_mask(mask as u32);
        /// Change or add an environment variable.
        @function "putenv"(name, value, /) => |rt: &mut Runtime, name: &Object, value: &Object| put(rt, name, Some(value));
        /// Delete an environment variable.
        @function "unsetenv"(name, /) => |rt: &mut Runtime, name: &Object| put(rt, name, None);
        /// Return a bytes object containing random bytes suitable for cryptographic use.
        @function "urandom"(size, /) => random;
        /// Obtain a series of random bytes.
        @function "getrandom"(size, flags=0) => |rt: &mut Runtime, size: Index, _: Option<i32>| random(rt, size);
        /// Return the number of logical CPUs in the system.
        @function "cpu_count"() => |rt: &mut Runtime| match rt.extension::<Settings>().cpu_count {
            Some(count) => count.into(),
            None => system::processors(),
        };
        /// Get the number of CPUs of the current process.
        ///
        /// Return the number of logical CPUs usable by the calling thread of the
        /// current process. Return None if indeterminable.
        @function "process_cpu_count"() => |rt: &mut Runtime| match rt.extension::<Settings>().cpu_count {
            Some(count) => count.into(),
            None => system::usable_processors(),
        };
        /// Translate an error code to a message string.
        @function "strerror"(code, /) => strerror;
        /// Return an object identifying the current operating system.
        @function "uname"() => uname;
        /// Return a collection containing process timing information.
        @function "times"() => times;
        /// Return average recent system load information.
        @function "getloadavg"() => load;
        /// Convert a wait status to an exit code.
        @function "waitstatus_to_exitcode"(status) => |rt: &mut Runtime, status: i32| match (status & 0x7f, status >> 8 & 0xff) {
            (0, code) => Ok(code),
            (0x7f, _) => Err(rt.value_error(format!("process stopped by delivery of signal {}", status >> 8 & 0xff))),
            (signal, _) => Ok(-signal),
        };
        /// Return True if the process returning status exited via the exit() system call.
        @function "WIFEXITED"(status) => |_: &mut Runtime, status: i32| status & 0x7f == 0;
        /// Return the process return code from status.
        @function "WEXITSTATUS"(status) => |_: &mut Runtime, status: i32| status >> 8 & 0xff;
        /// Return True if the process returning status was terminated by a signal.
        @function "WIFSIGNALED"(status) => |_: &mut Runtime, status: i32| !matches!(status & 0x7f, 0 | 0x7f);
        /// Return the signal that terminated the process that provided the status value.
        @function "WTERMSIG"(status) => |_: &mut Runtime, status: i32| status & 0x7f;
        /// Return True if the process returning status was stopped.
        @function "WIFSTOPPED"(status) => |_: &mut Runtime, status: i32| status & 0xff == 0x7f;
        /// Return the signal that stopped the process that provided the status value.
        @function "WSTOPSIG"(status) => |_: &mut Runtime, status: i32| status >> 8 & 0xff;
    ];
}

/// Makes `environ`.
pub fn install(rt: &mut Runtime, module: &Module) -> Result<()> {
    let environment = rt.new_dict()?;
    for (name, value) in std::env::vars_os() {
        let name: Object = Bytes::new(&rt.heap, &name.into_vec())?.into();
        let value: Object = Bytes::new(&rt.heap, &value.into_vec())?.into();
        environment.set_key(rt, &name, value)?;
    }
    set(rt, module, "environ", environment.into())
}

/// Text for the system: a str in the encoding of file names, or bytes.
pub fn text(rt: &mut Runtime, object: &Object) -> Result<CString> {
    let bytes = match (object.cast::<StrBody>(), object.cast::<BytesBody>()) {
        (Some(text), _) => encode(rt, text)?,
        (_, Some(bytes)) => copied(rt, bytes.as_slice())?,
        _ => {
            let got = rt.type_name(object);
            return Err(rt.type_error(format!("expected str, bytes or os.PathLike object, not {got}")));
        }
    };
    CString::new(bytes).map_err(|_| rt.value_error("embedded null byte"))
}

fn run_shell(rt: &mut Runtime, command: &Object) -> Result<i32> {
    let command = text(rt, command)?;
    let status = Command::new("/bin/sh").arg("-c").arg(OsStr::from_bytes(command.as_bytes())).status();
    Ok(done(rt, status)?.into_raw())
}

/// The arguments of a program to be started.
pub fn arguments(rt: &mut Runtime, function: &str, argv: &Object) -> Result<Vec<CString>> {
    let kind = if function.starts_with("posix") { "argv" } else { "arg 2" };
    if argv.cast::<crate::layout::ListBody>().is_none() && argv.cast::<crate::layout::TupleBody>().is_none() {
        let which = if kind == "argv" { "argv must be a tuple or list" } else { "arg 2 must be a tuple or list" };
        return Err(rt.type_error(format!("{function}{}{which}", if kind == "argv" { ": " } else { "() " })));
    }
    let arguments = rt.collect(argv)?;
    let arguments = super::children::texts(rt, &arguments)?;
    match arguments.first() {
        None if kind == "argv" => Err(rt.value_error(format!("{function}: argv must not be empty"))),
        None => Err(rt.value_error(format!("{function}() arg 2 must not be empty"))),
        Some(first) if first.is_empty() && kind == "argv" => {
            Err(rt.value_error(format!("{function}: argv first element cannot be empty")))
        }
        Some(first) if first.is_empty() => {
            Err(rt.value_error(format!("{function}() arg 2 first element cannot be empty")))
        }
        Some(_) => Ok(arguments),
    }
}

/// An environment as `NAME=value` texts.
pub fn environment(rt: &mut Runtime, env: &Object) -> Result<Vec<CString>> {
    let keys = rt.call_method(env, "keys", &[])?;
    let mut all = Vec::new();
    for key in rt.collect(&keys)? {
        let value = rt.get_item(env, &key)?;
        let (key, value) = (text(rt, &key)?, text(rt, &value)?);
        if key.is_empty() || key.as_bytes()[1..].contains(&b'=') {
            return Err(rt.value_error("illegal environment variable name"));
        }
        let pair = [key.as_bytes(), b"=", value.as_bytes()].concat();
        all.push(CString::new(pair).map_err(|_| rt.value_error("embedded null byte"))?);
    }
    Ok(all)
}

fn exec(rt: &mut Runtime, function: &str, name: &Object, argv: &Object, env: Option<&Object>) -> Result<()> {
    let name = path(rt, function, "path", name)?;
    let arguments = arguments(rt, function, argv)?;
    let mut command = Command::new(name.path());
    command.arg0(OsStr::from_bytes(arguments[0].as_bytes()));
    command.args(arguments[1..].iter().map(|argument| OsStr::from_bytes(argument.as_bytes())));
    if let Some(env) = env {
        command.env_clear();
        for pair in environment(rt, env)? {
            let pair = pair.as_bytes();
            let end = pair.iter().skip(1).position(|&byte| byte == b'=').map_or(pair.len(), |at| at + 1);
            command.env(OsStr::from_bytes(&pair[..end]), OsStr::from_bytes(pair.get(end + 1..).unwrap_or_default()));
        }
    }
    let error = Err(command.exec());
    match env {
        Some(_) => on_path(rt, &name, error),
        None => done(rt, error),
    }
}

fn put(rt: &mut Runtime, name: &Object, value: Option<&Object>) -> Result<()> {
    let name = text(rt, name)?;
    if name.as_bytes().contains(&b'=') || name.is_empty() && value.is_some() {
        return Err(rt.value_error("illegal environment variable name"));
    }
    let value = match value {
        Some(value) => Some(text(rt, value)?),
        None => None,
    };
    done(rt, system::set_variable(&name, value.as_deref()))
}

fn random(rt: &mut Runtime, size: Index) -> Result<Bytes> {
    let Ok(size) = usize::try_from(size.0) else {
        return Err(rt.value_error("negative argument not allowed"));
    };
    let mut failed = Ok(());
    let bytes = Bytes::build(&rt.heap, size, |target| failed = system::random(target))?;
    done(rt, failed)?;
    Ok(bytes)
}

fn strerror(rt: &mut Runtime, code: i32) -> Result<String> {
    let text = std::io::Error::from_raw_os_error(code).to_string();
    let _ = rt;
    Ok(text.rfind(" (os error").map_or(text.clone(), |end| text[..end].to_owned()))
}

fn uname(rt: &mut Runtime) -> Result {
    let mut items = Vec::new();
    for name in system::system_names() {
        items.push(rt.new_str(&name)?.into());
    }
    struct_sequence::make(rt, &UNAME_RESULT, &items)
}

fn times(rt: &mut Runtime) -> Result {
    let mut items = Vec::new();
    for seconds in system::cpu_times() {
        items.push(rt.new_float(seconds)?);
    }
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    items.push(rt.new_float(since.as_secs_f64())?);
    struct_sequence::make(rt, &TIMES_RESULT, &items)
}

fn load(rt: &mut Runtime) -> Result {
    match system::load_averages() {
        Some(loads) => {
            let items = loads.iter().map(|&load| rt.new_float(load)).collect::<Result<Vec<_>>>()?;
            Ok(rt.new_tuple(items)?.into())
        }
        None => Err(rt.raise(crate::object::ClassId::OSError, "Load averages are unobtainable")),
    }
}
