//! `sys`: the interpreter seen from inside.

use super::system::records;
use super::{NativeModule, set};
use crate::base::text::codec::{Codec, Errors, decode};
use crate::builtins::{Streams, write_stdout};
use crate::heap::{IMMORTAL, Object};
use crate::layout::{Dict, List, Str, StrBody, Tuple};
use crate::methods;
use crate::object::{ClassId, ExceptionBody, Index, Result, Runtime};
use crate::types::int::TextLimit;
use crate::types::module::Module;
use crate::types::struct_sequence;
use std::ffi::OsString;

/// What the command line decided, for `sys.flags` and the search path.
#[derive(Clone, Default)]
pub struct Settings {
    /// `sys.argv`.
    pub argv: Vec<OsString>,
    /// `sys.orig_argv`.
    pub original_argv: Vec<OsString>,
    /// `sys.path`.
    pub path: Vec<String>,
    /// `sys.executable`.
    pub executable: String,
    /// `-O` given once or twice.
    pub optimize: u8,
    /// `-i` or PYTHONINSPECT.
    pub inspect: bool,
    /// `-i`.
    pub interactive: bool,
    /// `-q`.
    pub quiet: bool,
    /// `-v`.
    pub verbose: u8,
    /// `-B`.
    pub dont_write_bytecode: bool,
    /// `-E` or `-I`.
    pub ignore_environment: bool,
    /// `-I`.
    pub isolated: bool,
    /// `-s` or `-I`.
    pub no_user_site: bool,
    /// `-S`.
    pub no_site: bool,
    /// `-P` or `-I`.
    pub safe_path: bool,
    /// `-b`.
    pub bytes_warning: u8,
    /// `-d`.
    pub debug: bool,
    /// `-X dev`.
    pub dev_mode: bool,
    /// `-X utf8`.
    pub utf8_mode: bool,
    /// `-X warn_default_encoding`.
    pub warn_default_encoding: bool,
    /// `-u`.
    pub unbuffered: bool,
    /// The codec of the standard streams, if it is not UTF-8.
    pub stream_encoding: Option<String>,
    /// What standard input and output do with what they cannot convert, if it is not `strict`.
    pub stream_errors: Option<String>,
    /// `-X cpu_count`.
    pub cpu_count: Option<u32>,
    /// Whether hashes of strings are random.
    pub hash_randomization: bool,
    /// `sys.warnoptions`.
    pub warn_options: Vec<String>,
    /// `sys._xoptions`.
    pub x_options: Vec<(String, Option<String>)>,
    /// Digits that int-to-text conversions may have; 0 for any number.
    pub int_max_str_digits: u32,
}

methods! {
    static FUNCTIONS = [
        /// Exit the interpreter by raising SystemExit(status).
        ///
        /// If the status is omitted or None, it defaults to zero (i.e., success).
        /// If the status is an integer, it will be used as the system exit status.
        /// If it is another kind of object, it will be printed and the system
        /// exit status will be one (i.e., failure).
        @function "exit"(status=None, /) => exit;
        /// Return the current value of the recursion limit, the maximum depth
        /// of the Python interpreter stack.
        @function "getrecursionlimit"() => getrecursionlimit;
        /// Set the maximum depth of the Python interpreter stack to n.
        @function "setrecursionlimit"(limit, /) => setrecursionlimit;
        /// Return the reference count of object.
        ///
        /// The count returned is generally one higher than you might expect,
        /// because it includes the (temporary) reference as an argument to
        /// getrefcount().
        @function "getrefcount"(object, /) => getrefcount;
        /// Return the size of object in bytes.
        @function "getsizeof"(object, default=None) => getsizeof;
        /// ``Intern'' the given string.
        ///
        /// This enters the string in the (global) table of interned strings whose
        /// purpose is to speed up dictionary lookups. Return the string itself or
        /// the previously interned string object with the same value.
        @function "intern"(string, /) => intern;
        /// Return the number of memory blocks currently allocated.
        @function "getallocatedblocks"() => getallocatedblocks;
        /// Return (type, value, traceback) of the exception being handled.
        @function "exc_info"() => exc_info;
        /// Return the current exception.
        @function "exception"() => exception;
        /// Return the current default encoding used by the Unicode implementation.
        @function "getdefaultencoding"() => utf8_name;
        /// Return the encoding used to convert Unicode filenames to OS filenames.
        @function "getfilesystemencoding"() => utf8_name;
        /// Return the error mode used Unicode to OS filename conversion.
        @function "getfilesystemencodeerrors"() => surrogate_name;
        /// Return the maximum string digits limit for int<->str conversion.
        @function "get_int_max_str_digits"() => get_int_max_str_digits;
        /// Set the maximum string digits limit for int<->str conversion.
        @function "set_int_max_str_digits"(maxdigits) => set_int_max_str_digits;
        /// Print an object to sys.stdout and also save it in builtins._
        @function "displayhook"(object, /) => displayhook;
        /// Handle an exception by displaying it with a traceback on sys.stderr.
        @function "excepthook"(exctype, value, traceback, /) => excepthook;
        /// Return True if Python is exiting.
        @function "is_finalizing"() => is_finalizing;
        /// Return True if the given string is "interned".
        @function "_is_interned"(string, /) => is_interned;
        /// Return the current thread switch interval; see sys.setswitchinterval().
        @function "getswitchinterval"() => getswitchinterval;
        /// Set the ideal thread switching delay inside the Python interpreter.
        @function "setswitchinterval"(interval, /) => setswitchinterval;
    ];
}

fn exit(rt: &mut Runtime, status: Option<&Object>) -> Result<()> {
    let args: &[Object] = match status {
        Some(status) if !status.is_none() => std::slice::from_ref(status),
        _ => &[],
    };
    Err(rt.raise_with(ClassId::SystemExit, args))
}

fn getrecursionlimit(rt: &mut Runtime) -> usize {
    rt.machine.recursion_limit()
}

fn setrecursionlimit(rt: &mut Runtime, limit: i32) -> Result<()> {
    if limit < 1 {
        return Err(rt.value_error("recursion limit must be greater or equal than 1"));
    }
    if !rt.machine.set_recursion_limit(limit as usize) {
        let depth = rt.machine.depth();
        return Err(rt.raise(
            ClassId::RecursionError,
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"),
        ));
    }
    Ok(())
}

/// The count as CPython reports it: with the reference that is the argument; all bits set for what is immortal.
fn getrefcount(_rt: &mut Runtime, object: &Object) -> u32 {
    match object.count() {
        count if count >= IMMORTAL => u32::MAX,
        count => count,
    }
}

fn getsizeof(rt: &mut Runtime, object: &Object, default: Option<&Object>) -> Result {
    let name = rt.names.sizeof.clone();
    let result = match rt.call_special(object, &name, &[]) {
        Ok(Some(size)) if rt.is_instance_of(&size, ClassId::Int) => rt.to_index(&size),
        Ok(Some(_)) => Err(rt.type_error("an integer is required")),
        Ok(None) => {
            let kind = rt.type_name(object);
            Err(rt.type_error(format!("Type {kind} doesn't define __sizeof__")))
        }
        Err(raised) => Err(raised),
    };
    match (result, default) {
        (Ok(size), _) if size >= 0 => rt.new_int(size as i128),
        (Ok(_), _) => Err(rt.value_error("__sizeof__() should return >= 0")),
        (Err(raised), Some(default)) if rt.is_raised(&raised, ClassId::TypeError) => Ok(default.clone()),
        (Err(raised), _) => Err(raised),
    }
}

fn intern(rt: &mut Runtime, string: &Object) -> Result<Str> {
    match string.cast_exact::<StrBody>() {
        Some(plain) => {
            // The hash of a long one takes its time.
            rt.hash(string)?;
            Ok(rt.intern_str(plain))
        }
        None => {
            let got = rt.type_name(string);
            Err(rt.type_error(if string.cast::<StrBody>().is_some() {
                format!("can't intern {got}")
            } else {
                format!("intern() argument must be str, not {got}")
            }))
        }
    }
}

fn is_interned(_rt: &mut Runtime, string: &Str) -> bool {
    string.is_interned()
}

fn getallocatedblocks(rt: &mut Runtime) -> usize {
    rt.heap.live_blocks()
}

fn exc_info(rt: &mut Runtime) -> Result<Tuple> {
    let value = rt.machine.current_exception().clone();
    if value.is_none() {
        return Ok(Tuple::from_slice(&rt.heap, &[Object::NONE, Object::NONE, Object::NONE])?);
    }
    let class = rt.class_of(&value).as_object().clone();
    let traceback = match value.cast::<ExceptionBody>() {
        Some(exception) => exception.get(&rt.heap).traceback.clone(),
        None => Object::NONE,
    };
    Ok(Tuple::from_slice(&rt.heap, &[class, value, traceback])?)
}

fn exception(rt: &mut Runtime) -> Object {
    rt.machine.current_exception().clone()
}

fn utf8_name(rt: &mut Runtime) -> Str {
    rt.intern("utf-8")
}

fn surrogate_name(rt: &mut Runtime) -> Str {
    rt.intern("surrogateescape")
}

fn get_int_max_str_digits(rt: &mut Runtime) -> u32 {
    rt.extension::<Settings>().int_max_str_digits
}

fn set_int_max_str_digits(rt: &mut Runtime, digits: Index) -> Result<()> {
    if digits.0 != 0 && digits.0 < 640 {
        return Err(rt.value_error("maxdigits must be 0 or larger than 640"));
    }
    rt.extension::<Settings>().int_max_str_digits = u32::try_from(digits.0).unwrap_or(u32::MAX);
    *rt.extension::<TextLimit>() = TextLimit(digits.0.max(0) as usize);
    Ok(())
}

/// Shows a value at the prompt and keeps it in `builtins._`.
pub fn displayhook(rt: &mut Runtime, object: &Object) -> Result<()> {
    if object.is_none() {
        return Ok(());
    }
    let builtins = rt.builtins.clone();
    rt.put_attribute(&builtins, "_", Object::NONE)?;
    let text = rt.repr(object)?;
    match rt.system_attribute("stdout") {
        Some(stdout) if rt.extension::<Streams>().stdout.as_ref().is_some_and(|own| own.is(&stdout)) => {
            write_stdout(rt, &text)?;
            let newline = rt.intern("\n");
            write_stdout(rt, &newline)?;
        }
        Some(stdout) if !stdout.is_none() => {
            let newline = rt.intern("\n");
            rt.call_method(&stdout, "write", &[text.into()])?;
            rt.call_method(&stdout, "write", &[newline.into()])?;
        }
        _ => return Err(rt.runtime_error("lost sys.stdout")),
    }
    rt.put_attribute(&builtins, "_", object.clone())
}

fn excepthook(rt: &mut Runtime, _class: &Object, value: &Object, traceback: &Object) -> Result<()> {
    let report = rt.hooks.report_exception;
    report(rt, value, traceback)
}

/// Whether the interpreter ends: modules are being cleared.
#[derive(Default)]
pub struct Finalizing(pub bool);

fn is_finalizing(rt: &mut Runtime) -> bool {
    rt.extension::<Finalizing>().0
}

fn getswitchinterval(rt: &mut Runtime) -> f64 {
    1e-6 * rt.extension::<SwitchInterval>().0 as f64
}

fn setswitchinterval(rt: &mut Runtime, seconds: f64) -> Result<()> {
    if seconds <= 0.0 {
        return Err(rt.value_error("switch interval must be strictly positive"));
    }
    rt.extension::<SwitchInterval>().0 = (1e6 * seconds) as u64;
    Ok(())
}

/// A harmless setting, in microseconds: Anthill has one thread.
struct SwitchInterval(u64);

impl Default for SwitchInterval {
    fn default() -> SwitchInterval {
        SwitchInterval(5000)
    }
}

fn strings(rt: &mut Runtime, texts: &[String]) -> Result {
    let mut items: Vec<Object> = Vec::new();
    for text in texts {
        items.push(rt.new_str(text)?.into());
    }
    Ok(List::from_slice(&rt.heap, &items)?.into())
}

/// Texts of the system, decoded as `os.fsdecode` does: bytes that are not UTF-8 become lone surrogates.
fn system_strings(rt: &mut Runtime, texts: &[OsString]) -> Result {
    let mut items: Vec<Object> = Vec::new();
    for text in texts {
        let text = decode(Codec::Utf8, text.as_encoded_bytes(), Errors::SurrogateEscape);
        let text = text.unwrap_or_else(|_| unreachable!("surrogateescape decodes every byte"));
        items.push(crate::types::str::text::from_buf(rt, &text)?.into());
    }
    Ok(List::from_slice(&rt.heap, &items)?.into())
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let settings = rt.extension::<Settings>().clone();
    let argv = system_strings(rt, &settings.argv)?;
    set(rt, module, "argv", argv)?;
    let argv = system_strings(rt, &settings.original_argv)?;
    set(rt, module, "orig_argv", argv)?;
    let path = strings(rt, &settings.path)?;
    set(rt, module, "path", path)?;
    let warn_options = strings(rt, &settings.warn_options)?;
    set(rt, module, "warnoptions", warn_options)?;
    let modules = rt.modules.clone();
    set(rt, module, "modules", modules.into())?;
    for (name, text) in [
        ("executable", settings.executable.as_str()),
        ("version", concat!("3.13.0 (anthill ", env!("CARGO_PKG_VERSION"), ") [Rust]")),
        ("platform", if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS }),
        ("byteorder", if cfg!(target_endian = "big") { "big" } else { "little" }),
        ("copyright", "Copyright (c) The Anthill developers.\nAll Rights Reserved."),
        ("prefix", ""),
        ("base_prefix", ""),
        ("exec_prefix", ""),
        ("base_exec_prefix", ""),
        ("platlibdir", "lib"),
        ("float_repr_style", "short"),
        ("abiflags", ""),
    ] {
        let text = rt.new_str(text)?;
        set(rt, module, name, text.into())?;
    }
    let flags = |b: bool| Object::small(b as i32);
    let flags = [
        flags(settings.debug),
        flags(settings.inspect),
        flags(settings.interactive),
        Object::small(settings.optimize.into()),
        flags(settings.dont_write_bytecode),
        flags(settings.no_user_site),
        flags(settings.no_site),
        flags(settings.ignore_environment),
        Object::small(settings.verbose.into()),
        Object::small(settings.bytes_warning.into()),
        flags(settings.quiet),
        flags(settings.hash_randomization),
        flags(settings.isolated),
        Object::bool(settings.dev_mode),
        flags(settings.utf8_mode),
        flags(settings.warn_default_encoding),
        Object::bool(settings.safe_path),
        Object::small(settings.int_max_str_digits as i32),
        Object::small(1),
    ];
    let flags = struct_sequence::make(rt, &records::FLAGS, &flags)?;
    set(rt, module, "flags", flags)?;
    let final_level = rt.intern("final");
    let version = [Object::small(3), Object::small(13), Object::small(0), final_level.into(), Object::small(0)];
    let version = struct_sequence::make(rt, &records::VERSION_INFO, &version)?;
    set(rt, module, "version_info", version.clone())?;
    set(rt, module, "hexversion", Object::small(0x030d_00f0))?;
    set(rt, module, "api_version", Object::small(1013))?;
    set(rt, module, "maxunicode", Object::small(0x10_ffff))?;
    let maxsize = rt.new_int(i64::MAX.into())?;
    set(rt, module, "maxsize", maxsize)?;
    set(rt, module, "dont_write_bytecode", Object::bool(settings.dont_write_bytecode))?;
    let siphash = rt.intern("siphash13");
    let modulus = rt.new_int((1i128 << 61) - 1)?;
    let hash_info = [
        Object::small(64),
        modulus,
        Object::small(314159),
        Object::small(0),
        Object::small(1000003),
        siphash.into(),
        Object::small(64),
        Object::small(128),
        Object::small(0),
    ];
    let hash_info = struct_sequence::make(rt, &records::HASH_INFO, &hash_info)?;
    set(rt, module, "hash_info", hash_info)?;
    let int_info = [Object::small(64), Object::small(8), Object::small(4300), Object::small(640)];
    let int_info = struct_sequence::make(rt, &records::INT_INFO, &int_info)?;
    set(rt, module, "int_info", int_info)?;
    let [max, min, epsilon] = [rt.new_float(f64::MAX)?, rt.new_float(f64::MIN_POSITIVE)?, rt.new_float(f64::EPSILON)?];
    let float_info = [
        max,
        Object::small(1024),
        Object::small(308),
        min,
        Object::small(-1021),
        Object::small(-307),
        Object::small(15),
        Object::small(53),
        epsilon,
        Object::small(2),
        Object::small(1),
    ];
    let float_info = struct_sequence::make(rt, &records::FLOAT_INFO, &float_info)?;
    set(rt, module, "float_info", float_info)?;
    let (name, tag) = (rt.intern("anthill"), rt.intern("anthill-313"));
    let implementation = [
        ("name", name.into()),
        ("version", version),
        ("hexversion", Object::small(0x030d_00f0)),
        ("cache_tag", tag.into()),
    ];
    let implementation = crate::types::namespace::make(rt, &implementation)?;
    set(rt, module, "implementation", implementation)?;
    let names: Vec<Object> = super::ALL.iter().map(|native| rt.intern(native.name).into()).collect();
    let mut builtin_names = names;
    builtin_names.push(rt.intern("builtins").into());
    let builtin_names = Tuple::from_slice(&rt.heap, &builtin_names)?;
    set(rt, module, "builtin_module_names", builtin_names.into())?;
    let options: Dict = rt.new_dict()?;
    for (name, value) in &settings.x_options {
        let value = match value {
            Some(text) => rt.new_str(text)?.into(),
            None => Object::TRUE,
        };
        rt.put_attribute(&options, name, value)?;
    }
    set(rt, module, "_xoptions", options.into())?;
    for name in ["displayhook", "excepthook"] {
        let dict = module.get(&rt.heap).dict.clone();
        let key = rt.intern(name);
        if let Some(function) = dict.get_str(&rt.heap, &key).cloned() {
            set(rt, module, &format!("__{name}__"), function)?;
        }
    }
    super::tracing::extend_sys(rt, module, &MODULE)?;
    super::system::extend_sys(rt, module, &MODULE)?;
    set(rt, module, "meta_path", List::from_slice(&rt.heap, &[])?.into())?;
    set(rt, module, "path_hooks", List::from_slice(&rt.heap, &[])?.into())?;
    let cache = rt.new_dict()?;
    set(rt, module, "path_importer_cache", cache.into())
}

/// The description of module `sys`.
pub static MODULE: NativeModule = NativeModule {
    name: "sys",
    doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
    functions: FUNCTIONS,
    init,
};
