//! `sys.settrace`, `sys.setprofile` and what they install: an observer that calls a Python function for each event.

use super::{NativeModule, set};
use crate::heap::Object;
use crate::layout::Tuple;
use crate::methods;
use crate::object::{
    Binding, BuiltinFunctionBody, Event, ExceptionBody, Frame, MethodDescriptorBody, Observer, ObserverId, Place,
    Result, Runtime, wants,
};
use crate::types::module::Module;
use crate::vm::{detach_frames, frame_at, known_frame};

/// Trace functions are told before profile functions.
const TRACE_RANK: u8 = 10;
const PROFILE_RANK: u8 = 20;

methods! {
    static FUNCTIONS = [
        /// Set the global debug tracing function.
        ///
        /// It will be called on each function call.  See the debugger chapter
        /// in the library manual.
        @function "settrace"(function, /) => settrace;
        /// Return the global debug tracing function set with sys.settrace.
        ///
        /// See the debugger chapter in the library manual.
        @function "gettrace"() => gettrace;
        /// Set the profiling function.
        ///
        /// It will be called on each function call and return.  See the profiler
        /// chapter in the library manual.
        @function "setprofile"(function, /) => setprofile;
        /// Return the profiling function set with sys.setprofile.
        ///
        /// See the profiler chapter in the library manual.
        @function "getprofile"() => getprofile;
    ];
}

/// What is installed: the observer's number and the Python function.
#[derive(Default)]
struct Installed {
    trace: Option<(ObserverId, Object)>,
    profile: Option<(ObserverId, Object)>,
    opcodes: bool,
}

/// An observer that calls a Python function.
struct Caller {
    function: Object,
    traces: bool,
}

fn settrace(rt: &mut Runtime, function: &Object) {
    install(rt, function, true);
}

fn setprofile(rt: &mut Runtime, function: &Object) {
    install(rt, function, false);
}

fn gettrace(rt: &mut Runtime) -> Object {
    rt.extension::<Installed>().trace.as_ref().map_or(Object::NONE, |(_, function)| function.clone())
}

fn getprofile(rt: &mut Runtime) -> Object {
    rt.extension::<Installed>().profile.as_ref().map_or(Object::NONE, |(_, function)| function.clone())
}

fn wanted(rt: &mut Runtime, traces: bool) -> u8 {
    let opcodes = if rt.extension::<Installed>().opcodes { wants::INSTRUCTIONS } else { 0 };
    if traces {
        wants::CALLS | wants::LINES | wants::EXCEPTIONS | wants::FRAMES | opcodes
    } else {
        wants::CALLS | wants::NATIVE | wants::FRAMES
    }
}

/// Replaces the function of one kind, or removes it (None).
fn install(rt: &mut Runtime, function: &Object, traces: bool) {
    let installed = rt.extension::<Installed>();
    let place = if traces { &mut installed.trace } else { &mut installed.profile };
    let old = place.take();
    if let Some((id, _)) = &old {
        drop(rt.machine.observers.remove(&rt.heap, *id));
    }
    if !function.is_none() {
        let bits = wanted(rt, traces);
        let rank = if traces { TRACE_RANK } else { PROFILE_RANK };
        let caller = Box::new(Caller { function: function.clone(), traces });
        let id = rt.machine.observers.add(&rt.heap, rank, bits, caller);
        let installed = rt.extension::<Installed>();
        let place = if traces { &mut installed.trace } else { &mut installed.profile };
        *place = Some((id, function.clone()));
    } else if !rt.machine.observers.keeps_frames() {
        detach_frames(rt);
    }
    drop(old);
}

/// Removes every observer and what they hold: the interpreter is being shut down.
pub fn forget(rt: &mut Runtime) {
    let installed = std::mem::take(rt.extension::<Installed>());
    rt.machine.observers.clear(&rt.heap);
    drop(installed);
}

/// `f_trace_opcodes` has been set somewhere: instructions are told from now on.
fn flags_changed(rt: &mut Runtime) {
    rt.extension::<Installed>().opcodes = true;
    let bits = wanted(rt, true);
    if let Some((id, _)) = rt.extension::<Installed>().trace {
        rt.machine.observers.set_wants(&rt.heap, id, bits);
    }
}

impl Observer for Caller {
    fn event(&mut self, rt: &mut Runtime, place: Place<'_>, event: Event<'_>) -> Result<()> {
        let result = if self.traces { self.trace(rt, place, event) } else { self.profile(rt, place, event) };
        if result.is_err() {
            install(rt, &Object::NONE, self.traces);
        }
        result
    }
}

impl Caller {
    fn trace(&self, rt: &mut Runtime, place: Place<'_>, event: Event<'_>) -> Result<()> {
        let (name, arg) = match event {
            Event::Call => {
                let frame = frame_at(rt, place.frame)?;
                let first = place.code.get(&rt.heap).code.first_line;
                frame.get_mut(&mut rt.heap).0.line = first;
                let result = call(rt, &self.function, &frame, "call", Object::NONE);
                frame.get_mut(&mut rt.heap).0.line = 0;
                keep(rt, &frame, result?);
                return Ok(());
            }
            Event::Resume | Event::Throw(_) => {
                let frame = frame_at(rt, place.frame)?;
                let result = call(rt, &self.function, &frame, "call", Object::NONE)?;
                keep(rt, &frame, result);
                return Ok(());
            }
            Event::Line(_) => ("line", Object::NONE),
            Event::Instruction => ("opcode", Object::NONE),
            Event::Return(value) | Event::Yield(value) => ("return", value.clone()),
            Event::Unwind => ("return", Object::NONE),
            Event::Exception(exception) => ("exception", exception.clone()),
            Event::NativeCall(..) | Event::NativeReturn(..) | Event::NativeException(..) => return Ok(()),
        };
        let Some(frame) = known_frame(rt, place.frame) else { return Ok(()) };
        let body = frame.get(&rt.heap);
        let bit = match event {
            Event::Line(_) => 1,
            Event::Instruction => 2,
            _ => 0,
        };
        if body.trace.is_none() || body.trace_flags & bit != bit {
            return Ok(());
        }
        let function = body.trace.clone();
        let arg = match event {
            Event::Exception(exception) => {
                let class = rt.class_of(exception).as_object().clone();
                let traceback =
                    exception.cast::<ExceptionBody>().map_or(Object::NONE, |e| e.get(&rt.heap).traceback.clone());
                Tuple::from_slice(&rt.heap, &[class, arg, traceback])?.into()
            }
            _ => arg,
        };
        if let Event::Unwind = event {
            // The line that ran last: an exception that goes on behind `finally` is not back where it arose.
            let line = rt.machine.observers.last_line(place.frame);
            frame.get_mut(&mut rt.heap).0.line = line;
        }
        match call(rt, &function, &frame, name, arg) {
            Ok(result) => keep(rt, &frame, result),
            Err(raised) => {
                let old = std::mem::replace(&mut frame.get_mut(&mut rt.heap).0.trace, Object::NONE);
                drop(old);
                return Err(raised);
            }
        }
        Ok(())
    }

    fn profile(&self, rt: &mut Runtime, place: Place<'_>, event: Event<'_>) -> Result<()> {
        let (name, arg) = match event {
            Event::Call | Event::Resume | Event::Throw(_) => ("call", Object::NONE),
            Event::Return(value) | Event::Yield(value) => ("return", value.clone()),
            Event::Unwind => ("return", Object::NONE),
            Event::NativeCall(callee, first) => ("c_call", bound(rt, callee, first)?),
            Event::NativeReturn(callee, first) => ("c_return", bound(rt, callee, first)?),
            Event::NativeException(callee, first) => ("c_exception", bound(rt, callee, first)?),
            Event::Line(_) | Event::Instruction | Event::Exception(_) => return Ok(()),
        };
        let frame = frame_at(rt, place.frame)?;
        if let Event::Call = event {
            let first = place.code.get(&rt.heap).code.first_line;
            frame.get_mut(&mut rt.heap).0.line = first;
        }
        let result = call(rt, &self.function, &frame, name, arg);
        frame.get_mut(&mut rt.heap).0.line = 0;
        result.map(drop)
    }
}

fn call(rt: &mut Runtime, function: &Object, frame: &Frame, event: &'static str, arg: Object) -> Result {
    let event = rt.intern_static(event);
    rt.call(function, &[frame.as_object().clone(), event.into(), arg])
}

/// What a trace function returns is the frame's trace function from then on, None changes nothing.
fn keep(rt: &mut Runtime, frame: &Frame, result: Object) {
    if !result.is_none() {
        let old = std::mem::replace(&mut frame.get_mut(&mut rt.heap).0.trace, result);
        drop(old);
    }
}

/// A native callable as profile functions see it: methods are bound to their object.
fn bound(rt: &mut Runtime, callee: &Object, first: Option<&Object>) -> Result {
    match (callee.cast::<MethodDescriptorBody>(), first) {
        (Some(method), Some(this)) if callee.cast::<BuiltinFunctionBody>().is_none() => {
            let def = *method.get(&rt.heap).def;
            debug_assert!(def.binding != Binding::Function);
            rt.new_builtin_function(def, Some(this.clone()), Object::NONE)
        }
        _ => Ok(callee.clone()),
    }
}

/// Adds the functions to `sys`.
pub fn extend_sys(rt: &mut Runtime, sys: &Module, module: &NativeModule) -> Result<()> {
    rt.hooks.trace_flags_changed = flags_changed;
    let name = rt.intern(module.name);
    for def in FUNCTIONS {
        let function = rt.new_builtin_function(def, None, name.clone().into())?;
        set(rt, sys, def.name, function)?;
    }
    Ok(())
}
