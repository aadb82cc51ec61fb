//! Settings of `sys` that programs may ask for or change without effect here: one thread, no extension modules.

use super::super::{set, sys::Settings};
use super::records::THREAD_INFO;
use crate::heap::Object;
use crate::layout::Str;
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::module::Module;
use crate::types::struct_sequence;

methods! {
    pub(super) static FUNCTIONS = [
        /// Return the current value of the flags that are used for dlopen calls.
        @function "getdlopenflags"() => getdlopenflags;
        /// Set the flags used by the interpreter for dlopen calls.
        @function "setdlopenflags"(flags, /) => setdlopenflags;
        /// Check status of origin tracking for coroutine objects in this thread.
        @function "get_coroutine_origin_tracking_depth"() => tracking_depth;
        /// Enable or disable origin tracking for coroutine objects in this thread.
        @function "set_coroutine_origin_tracking_depth"(depth) => set_tracking_depth;
        /// Return True if the GIL is currently enabled and False if the GIL is disabled.
        @function "_is_gil_enabled"() => is_gil_enabled;
        /// Activate stack profiler trampoline *backend*.
        @function "activate_stack_trampoline"(backend, /) => activate_trampoline;
        /// Deactivate the current stack profiler trampoline backend.
        @function "deactivate_stack_trampoline"() => nothing;
        /// Return *True* if a stack profiler trampoline is active.
        @function "is_stack_trampoline_active"() => never;
        /// Private function for getting PyConfig.cpu_count
        @function "_get_cpu_count_config"() => cpu_count;
    ];
}

/// Numbers that are only kept.
#[derive(Default)]
struct Kept {
    dlopen: Option<i32>,
    tracking_depth: i32,
}

fn getdlopenflags(rt: &mut Runtime) -> i32 {
    rt.extension::<Kept>().dlopen.unwrap_or(2)
}

fn setdlopenflags(rt: &mut Runtime, flags: i32) {
    rt.extension::<Kept>().dlopen = Some(flags);
}

fn tracking_depth(rt: &mut Runtime) -> i32 {
    rt.extension::<Kept>().tracking_depth
}

fn set_tracking_depth(rt: &mut Runtime, depth: i32) -> Result<()> {
    if depth < 0 {
        return Err(rt.value_error("depth must be >= 0"));
    }
    rt.extension::<Kept>().tracking_depth = depth;
    Ok(())
}

fn is_gil_enabled(_rt: &mut Runtime) -> bool {
    true
}

fn activate_trampoline(rt: &mut Runtime, backend: &Str) -> Result<()> {
    let text = backend.to_rust().into_owned();
    if text == "perf" || text == "perf_jit" {
        return Err(rt.value_error("perf trampoline not available"));
    }
    Err(rt.value_error(format!("invalid backend: {text}")))
}

fn nothing(_rt: &mut Runtime) {}

fn never(_rt: &mut Runtime) -> bool {
    false
}

fn cpu_count(rt: &mut Runtime) -> i64 {
    rt.extension::<Settings>().cpu_count.map_or(-1, i64::from)
}

/// Adds the attributes.
pub(super) fn add(rt: &mut Runtime, sys: &Module) -> Result<()> {
    let executable = rt.extension::<Settings>().executable.clone();
    for (name, text) in [("_framework", ""), ("_stdlib_dir", "<stdlib>"), ("_base_executable", &executable)] {
        let text = rt.new_str(text)?;
        set(rt, sys, name, text.into())?;
    }
    for name in ["_home", "pycache_prefix"] {
        set(rt, sys, name, Object::NONE)?;
    }
    let git = ["Anthill", "", ""].map(|text| rt.intern(text).into());
    let git = rt.new_tuple(git.to_vec())?;
    set(rt, sys, "_git", git.into())?;
    let (name, lock) = (rt.intern("pthread").into(), rt.intern("semaphore").into());
    let threads = struct_sequence::make(rt, &THREAD_INFO, &[name, lock, Object::NONE])?;
    set(rt, sys, "thread_info", threads)?;
    let names: Vec<Object> = super::super::stdlib_names::stdlib_names().map(|name| rt.intern(name).into()).collect();
    let names: Object = rt.new_tuple(names)?.into();
    let class = rt.class(crate::object::ClassId::FrozenSet).as_object().clone();
    let names = rt.call(&class, &[names])?;
    set(rt, sys, "stdlib_module_names", names)
}
