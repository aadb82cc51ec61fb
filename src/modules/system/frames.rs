//! `sys._getframe` and its like.

use crate::heap::Object;
use crate::layout::Dict;
use crate::methods;
use crate::object::{Frame, Index, Result, Runtime};
use crate::vm::frame_object;

methods! {
    pub(super) static FUNCTIONS = [
        /// Return a frame object from the call stack.
        ///
        /// If optional integer depth is given, return the frame object that many
        /// calls below the top of the stack.  If that is deeper than the call
        /// stack, ValueError is raised.  The default for depth is zero, returning
        /// the frame at the top of the call stack.
        ///
        /// This function should be used for internal and specialized purposes
        /// only.
        @function "_getframe"(depth=0, /) => getframe;
        /// Return the name of the module for a calling frame.
        ///
        /// The default depth returns the module containing the call to this API.
        /// A more typical use in a library will pass a depth of 1 to get the user's
        /// module rather than the library module.
        ///
        /// If no frame, module, or name can be found, returns None.
        @function "_getframemodulename"(depth=0) => getframemodulename;
        /// Return a dict mapping each thread's thread id to its current stack frame.
        ///
        /// This function should be used for specialized purposes only.
        @function "_current_frames"() => current_frames;
        /// Return a dict mapping each thread's identifier to its current raised exception.
        ///
        /// This function should be used for specialized purposes only.
        @function "_current_exceptions"() => current_exceptions;
        /// Call func(*args), while tracing is enabled.
        ///
        /// The tracing state is saved, and restored afterwards.  This is intended
        /// to be called from a debugger from a checkpoint, to recursively debug
        /// some other code.
        @function "call_tracing"(func, args, /) => call_tracing;
    ];
}

fn getframe(rt: &mut Runtime, depth: Option<Index>) -> Result<Frame> {
    let depth = depth.map_or(0, |d| d.0.max(0) as usize);
    match frame_object(rt, depth)? {
        Some(frame) => Ok(frame),
        None => Err(rt.value_error("call stack is not deep enough")),
    }
}

fn getframemodulename(rt: &mut Runtime, depth: Option<Index>) -> Result {
    let depth = depth.map_or(0, |d| d.0.max(0) as usize);
    let Some(frame) = frame_object(rt, depth)? else { return Ok(Object::NONE) };
    Ok(frame.get(&rt.heap).function.get(&rt.heap).module.clone())
}

/// The only thread's number.
fn thread(rt: &mut Runtime) -> Result {
    rt.new_int(std::process::id().into())
}

fn current_frames(rt: &mut Runtime) -> Result<Dict> {
    let frames = rt.new_dict()?;
    let (key, frame) = (thread(rt)?, frame_object(rt, 0)?);
    frames.set_key(rt, &key, frame.map_or(Object::NONE, Into::into))?;
    Ok(frames)
}

fn current_exceptions(rt: &mut Runtime) -> Result<Dict> {
    let exceptions = rt.new_dict()?;
    let (key, exception) = (thread(rt)?, rt.machine.current_exception().clone());
    exceptions.set_key(rt, &key, exception)?;
    Ok(exceptions)
}

fn call_tracing(rt: &mut Runtime, function: &Object, args: &Object) -> Result {
    match args.cast::<crate::layout::TupleBody>().cloned() {
        Some(args) => rt.call(function, args.items()),
        None => {
            let got = rt.type_name(args);
            Err(rt.type_error(format!("call_tracing() argument 2 must be tuple, not {got}")))
        }
    }
}
