//! The few function pointers by which lower floors call up. `interpreter.rs` sets them once.

use super::args::Args;
use super::class::Class;
use super::class_id::ClassId;
use super::function::{CodeObject, Function};
use super::native::MethodDef;
use super::raise::{Raised, Result};
use super::runtime::Runtime;
use super::slots::Step;
use super::traceback::Frame;
use crate::bytecode::Code;
use crate::heap::{Object, Trigger};
use crate::layout::{Dict, Str};
use std::sync::Arc;

/// Calls up from the object floor and the types.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// Runs a Python function in the VM. The body of a module or class takes its namespace as the only argument.
    pub call_function: fn(&mut Runtime, &Function, Args<'_>) -> Result,
    /// Calls a Python function with an object, if there is one, before the other arguments.
    pub call_plain: fn(&mut Runtime, &Function, Option<&Object>, &[Object]) -> Result,
    /// Resumes a generator: sends a value (or `Err` to throw an exception in); `Ok(None)` when it has returned, the
    /// returned value then being in the third place.
    pub resume: fn(&mut Runtime, &Object, Result) -> Result<Resumed>,
    /// `next(generator)`; `None` at the end, StopIteration if it returned a value.
    pub generator_next: fn(&mut Runtime, &Object) -> Step,
    /// Gives a generator's items away for as long as they are taken; the first that is not, as `generator_next` does.
    pub generator_feed: fn(&mut Runtime, &Object, &mut Take<'_>) -> Step,
    /// Closes a generator: the value that it returned, or None.
    pub close: fn(&mut Runtime, &Object) -> Result,
    /// Reports an exception that cannot be raised, from this object.
    pub unraisable: fn(&mut Runtime, Raised, &Object),
    /// The same with words for what the object is: `Exception ignored in atexit callback …`.
    pub unraisable_in: fn(&mut Runtime, Raised, &str, &Object),
    /// The name of the native module that a function belongs to, if its errors show it.
    pub function_module: fn(&'static MethodDef) -> Option<&'static str>,
    /// Prints such an exception as `sys.unraisablehook` does: (exception, message, object).
    pub print_unraisable: fn(&mut Runtime, &Object, Option<&str>, &Object),
    /// An intrinsic function of type parameters and the like, by its name, with one or two operands.
    pub intrinsic: fn(&mut Runtime, &str, &[Object]) -> Result,
    /// Makes a code object of compiled code.
    pub load_code: fn(&mut Runtime, &Arc<Code>) -> Result<CodeObject>,
    /// Compiles source text: (source, filename, mode, flags, optimisation level).
    pub compile: fn(&mut Runtime, &[u8], &str, CompileMode, u32, i32) -> Result<Arc<Code>>,
    /// Imports a module by absolute name and returns it (the last part, not the package).
    pub import: fn(&mut Runtime, &Str) -> Result,
    /// `__import__(name, globals, locals, fromlist, level)`.
    pub import_name: fn(&mut Runtime, &Str, Option<&Dict>, &Object, usize) -> Result,
    /// What `from module import name` gives for a name that is no attribute: the submodule, else ImportError.
    pub import_from: fn(&mut Runtime, &Object, &Str) -> Result,
    /// Runs what waits for a safe point: finalisers, weakref callbacks, collections, signals.
    pub safe_point: fn(&mut Runtime) -> Result<()>,
    /// Collects cyclic garbage of a generation and all younger ones; the number of unreachable objects.
    pub collect: fn(&mut Runtime, usize, Trigger) -> usize,
    /// Class and receiver for `super()` without arguments, from the running function.
    pub super_arguments: fn(&mut Runtime) -> Result<(Object, Object)>,
    /// `origin[item]` as a `types.GenericAlias`.
    pub generic_alias: fn(&mut Runtime, &Object, &Object) -> Result,
    /// Whether a module is still being imported.
    pub is_initializing: fn(&mut Runtime, &Object) -> bool,
    /// `iter(callable, sentinel)`.
    pub callable_iterator: fn(&mut Runtime, &Object, &Object) -> Result,
    /// Reports an exception as `sys.excepthook` does: (exception, traceback).
    pub report_exception: fn(&mut Runtime, &Object, &Object) -> Result<()>,
    /// What an exception's text gains in reports: `. Did you mean: 'name'?`, or nothing. (exception, traceback)
    pub suggestion: fn(&mut Runtime, &Object, &Object) -> String,
    /// The source lines of an instruction as reports show them, with marks below them.
    pub excerpt: fn(&[String], crate::bytecode::Position) -> String,
    /// Issues a warning: (category, message, level), level 1 being the innermost Python function.
    pub warn: fn(&mut Runtime, ClassId, &str, usize) -> Result<()>,
    /// Prints a warning: (category and message, filename, line, whether with the line's text).
    pub show_warning: fn(&mut Runtime, &str, &str, u32, bool) -> Result<()>,
    /// `X | Y` of types.
    pub union: fn(&mut Runtime, &Object, &Object) -> Result,
    /// `iter(x)` for an object that has only `__getitem__`.
    pub sequence_iterator: fn(&mut Runtime, &Object) -> Result,
    /// The attribute `name` of a class has been set, replaced or deleted: caches that rely on it are cleared.
    pub class_changed: fn(&mut Runtime, &Class, &Str),
    /// The globals of the innermost running Python function, if there is one.
    pub current_globals: fn(&Runtime) -> Option<Dict>,
    /// The names visible to the innermost Python function as `locals()` gives them.
    pub current_locals: fn(&mut Runtime) -> Result,
    /// Brings a frame object that stays with its frame up to date, with its locals if that is asked for.
    pub refresh_frame: fn(&mut Runtime, &Frame, bool) -> Result<()>,
    /// Whether the frame of a frame object is on the stack.
    pub frame_runs: fn(&Runtime, &Frame) -> bool,
    /// The locals of a function's frame whose first registers held these values.
    pub kept_locals: fn(&mut Runtime, &super::Function, &[Object]) -> Result,
    /// The frame object below one that stays with its frame, or None.
    pub frame_caller: fn(&mut Runtime, &Frame) -> Result,
    /// `f_trace_lines` or `f_trace_opcodes` of some frame has been set.
    pub trace_flags_changed: fn(&mut Runtime),
}

/// Takes an item, or gives it back. It runs no Python code and drops nothing that might.
pub type Take<'a> = dyn FnMut(&mut Runtime, Object) -> Option<Object> + 'a;

/// What resuming a generator gave.
pub enum Resumed {
    /// It yielded.
    Yielded(Object),
    /// It returned.
    Returned(Object),
}

/// What kind of source is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompileMode {
    /// A module.
    Exec,
    /// An expression.
    Eval,
    /// One interactive statement.
    Single,
}

impl Hooks {
    /// Hooks of a runtime that runs no Python code: all refuse.
    pub const NONE: Hooks = Hooks {
        call_function: |rt, _, _| Err(rt.runtime_error("no virtual machine")),
        call_plain: |rt, _, _, _| Err(rt.runtime_error("no virtual machine")),
        resume: |rt, _, _| Err(rt.runtime_error("no virtual machine")),
        generator_next: |rt, _| Step::Raise(rt.runtime_error("no virtual machine")),
        generator_feed: |rt, _, _| Step::Raise(rt.runtime_error("no virtual machine")),
        close: |rt, _| Err(rt.runtime_error("no virtual machine")),
        unraisable: |_, _, _| (),
        unraisable_in: |_, _, _, _| (),
        function_module: |_| None,
        print_unraisable: |_, _, _, _| (),
        intrinsic: |rt, name, _| Err(rt.not_implemented(format!("{name} is not supported yet"))),
        suggestion: |_, _, _| String::new(),
        excerpt: |_, _| String::new(),
        load_code: |rt, _| Err(rt.runtime_error("no virtual machine")),
        compile: |rt, _, _, _, _, _| Err(rt.runtime_error("no compiler")),
        import: |rt, _| Err(rt.runtime_error("no import system")),
        import_name: |rt, _, _, _, _| Err(rt.runtime_error("no import system")),
        import_from: |rt, _, _| Err(rt.runtime_error("no import system")),
        safe_point: |_| Ok(()),
        collect: |_, _, _| 0,
        super_arguments: |rt| Err(rt.runtime_error("super(): no current frame")),
        generic_alias: |rt, _, _| Err(rt.not_implemented("generic aliases")),
        is_initializing: |_, _| false,
        callable_iterator: |rt, _, _| Err(rt.runtime_error("no callable iterator")),
        report_exception: |_, _, _| Ok(()),
        warn: |_, _, _, _| Ok(()),
        show_warning: |_, _, _, _, _| Ok(()),
        union: |_, _, _| Ok(Object::NOT_IMPLEMENTED),
        sequence_iterator: |rt, _| Err(rt.runtime_error("no sequence iterator")),
        class_changed: |_, _, _| (),
        current_globals: |_| None,
        current_locals: |rt| Err(rt.runtime_error("no virtual machine")),
        refresh_frame: |_, _, _| Ok(()),
        frame_runs: |_, _| false,
        kept_locals: |_, _, _| Ok(Object::NONE),
        frame_caller: |_, _| Ok(Object::NONE),
        trace_flags_changed: |_| (),
    };
}
