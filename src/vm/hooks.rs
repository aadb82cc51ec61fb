//! What the object floor and the types call up for.

use super::{cache, collect, enter, generate, load, safe_point};
use crate::heap::Object;
use crate::object::{GeneratorBody, Result, Runtime};

/// Puts the virtual machine behind the runtime's hooks.
pub fn install(rt: &mut Runtime) {
    generate::make_shapes(rt);
    rt.hooks.call_function = enter::call_function;
    rt.hooks.call_plain = enter::call_plain;
    rt.hooks.resume = generate::resume;
    rt.hooks.generator_next = generate::next;
    rt.hooks.generator_feed = generate::feed;
    rt.hooks.close = close;
    rt.hooks.load_code = load::load_code;
    rt.hooks.safe_point = safe_point::safe_point;
    rt.hooks.collect = collect::collect;
    rt.hooks.class_changed = cache::class_changed;
    rt.hooks.current_globals = cache::current_globals;
    rt.hooks.super_arguments = cache::super_arguments;
    rt.hooks.current_locals = super::locals::current_locals;
    rt.hooks.refresh_frame = super::locals::refresh;
    rt.hooks.frame_runs = super::locals::runs;
    rt.hooks.kept_locals = super::locals::kept_locals;
    rt.hooks.frame_caller = super::locals::caller;
}

fn close(rt: &mut Runtime, object: &Object) -> Result {
    match object.cast::<GeneratorBody>().cloned() {
        Some(generator) => generate::close(rt, &generator),
        None => Err(rt.type_error("not a generator")),
    }
}
