//! The doors through which native code runs Python code: a call, a class or module body, a generator.

use super::bind::bind;
use super::frame::{At, ENTRY_HEADER, Kind, Link, top, word};
use super::generate;
use super::run::{Exit, body, run};
use crate::bytecode::flags;
use crate::heap::{Object, Value};
use crate::object::{Args, ClassId, CodeBody, Function, FunctionBody, Raised, Result, Runtime};

/// Runs from `at` until the entry frame is left, in whichever instantiation of the loop is due.
///
/// # Safety
/// As for `run`.
pub(super) unsafe fn drive(rt: &mut Runtime, mut at: At) -> Exit {
    if rt.machine.observers.idle() {
        // SAFETY: as promised.
        match unsafe { run::<false>(rt, at) } {
            Exit::Switch => at = At { pc: rt.machine.pc, base: rt.machine.base },
            exit => return exit,
        }
    }
    // SAFETY: as promised; a switch gives a place of the same kind.
    unsafe { drive_observed(rt, at) }
}

/// The same while observers come, are there, or go.
///
/// # Safety
/// As for `run`.
#[cold]
unsafe fn drive_observed(rt: &mut Runtime, mut at: At) -> Exit {
    let outer = rt.machine.observers.instrumented();
    let exit = loop {
        let observed = rt.machine.observers.want_instrumented();
        rt.machine.observers.set_instrumented(observed);
        // SAFETY: as promised; a switch gives a place of the same kind.
        match unsafe { if observed { run::<true>(rt, at) } else { run::<false>(rt, at) } } {
            Exit::Switch => at = At { pc: rt.machine.pc, base: rt.machine.base },
            exit => break exit,
        }
    };
    rt.machine.observers.set_instrumented(outer);
    if rt.machine.observers.wrong_loop() {
        rt.heap.request(crate::heap::Breaker::OTHER);
    }
    exit
}

/// The result of an entry frame.
pub(super) fn outcome(rt: &mut Runtime, exit: Exit) -> Result {
    match exit {
        // SAFETY: the loop gives the value's reference up (V1).
        Exit::Value(value) | Exit::Finished(value) => Ok(unsafe { Object::from_owned(value) }),
        Exit::Raised | Exit::Switch => Err(take_raised(rt)),
    }
}

/// The exception that the loop left behind.
pub(super) fn take_raised(rt: &mut Runtime) -> Raised {
    Raised::new(std::mem::replace(&mut rt.machine.raised, Object::UNBOUND))
}

/// RecursionError in CPython's words.
#[cold]
pub(super) fn recursion_error(rt: &mut Runtime) -> Raised {
    rt.raise(ClassId::RecursionError, "maximum recursion depth exceeded")
}

/// Whether a frame with that base, and so many arguments, may be made.
pub(super) fn has_room(rt: &Runtime, base: *mut Value, arguments: usize) -> bool {
    rt.machine.remaining > 0 && base < rt.machine.limit && arguments < rt.machine.room_above(base)
}

/// Writes the header of an entry frame at `base`.
#[inline(always)]
unsafe fn write_header(rt: &mut Runtime, base: *mut Value, function: &Function, kind: Kind) {
    // SAFETY: V5: the words below `base` are above every frame, so they hold nothing.
    unsafe {
        let code = (*body::<FunctionBody>(function.value())).code.value();
        *word(base, -1) = body::<CodeBody>(code) as u64;
        *word(base, -2) = Link::new(kind, 0, 0).0;
        *word(base, -3) = rt.machine.base as u64;
        *base.wrapping_sub(4) = function.as_object().clone().into_value();
        *word(base, -5) = rt.machine.pc as u64;
    }
    rt.machine.remaining -= 1;
}

/// Calls a Python function with `this`, if there is one, before the other arguments: a plain call here, with nothing
/// written down twice; the rest by `call_function`.
pub(super) fn call_plain(rt: &mut Runtime, function: &Function, this: Option<&Object>, args: &[Object]) -> Result {
    let base = top(&rt.machine).wrapping_add(ENTRY_HEADER);
    // SAFETY: V5: the words at `base` hold nothing; the arguments' references are made here. H4: a function's code is one.
    let exit = unsafe {
        let code = body::<CodeBody>((*body::<FunctionBody>(function.value())).code.value());
        let (offset, locals) = (this.is_some() as usize, (*code).local_count as usize);
        if (*code).call_key as usize != args.len() + offset
            || base >= rt.machine.limit
            || rt.machine.remaining <= 0
            || !rt.machine.observers.idle()
            || !rt.machine.enter_native(0)
        {
            return call_general(rt, function, this, args);
        }
        if let Some(this) = this {
            *base = this.clone().into_value();
        }
        for (i, value) in args.iter().enumerate() {
            *base.wrapping_add(offset + i) = value.clone().into_value();
        }
        for i in args.len() + offset..locals {
            *base.wrapping_add(i) = Value::UNBOUND;
        }
        write_header(rt, base, function, Kind::Entry);
        drive(rt, At { pc: (*code).entry as *const u64, base })
    };
    rt.machine.leave_native();
    outcome(rt, exit)
}

#[cold]
#[inline(never)]
fn call_general(rt: &mut Runtime, function: &Function, this: Option<&Object>, args: &[Object]) -> Result {
    match this {
        None => call_function(rt, function, Args::positional_only(args)),
        Some(this) => {
            let values: Vec<Object> = std::iter::once(this).chain(args).cloned().collect();
            call_function(rt, function, Args::positional_only(&values))
        }
    }
}

/// Calls a Python function. The body of a module or class takes its namespace as the only argument.
pub(super) fn call_function(rt: &mut Runtime, function: &Function, args: Args<'_>) -> Result {
    rt.native_call("", |rt| {
        let base = top(&rt.machine).wrapping_add(ENTRY_HEADER);
        let names = args.names.map_or(&[][..], |names| names.items());
        if !has_room(rt, base, args.values.len() + names.len()) {
            return Err(recursion_error(rt));
        }
        // SAFETY: V5: the words at `base` hold nothing; the arguments' references are made here and given to `bind`.
        unsafe {
            let code = body::<CodeBody>((*body::<FunctionBody>(function.value())).code.value());
            if names.is_empty() && (*code).call_key as usize == args.values.len() {
                for (i, value) in args.values.iter().enumerate() {
                    *base.wrapping_add(i) = value.clone().into_value();
                }
                for i in args.values.len()..(*code).local_count as usize {
                    *base.wrapping_add(i) = Value::UNBOUND;
                }
                write_header(rt, base, function, Kind::Entry);
                let exit = start(rt, At { pc: (*code).entry as *const u64, base });
                return outcome(rt, exit);
            }
            let compiled = &(*code).code;
            if compiled.flags & flags::OPTIMIZED == 0 {
                return run_body(rt, function, base, args.values.first());
            }
            for (i, value) in args.values.iter().enumerate() {
                *base.wrapping_add(i) = value.clone().into_value();
            }
            bind(rt, function, base, args.values.len(), names)?;
            if generate::makes_generator(rt, function) {
                return generate::create(rt, function, base);
            }
            write_header(rt, base, function, Kind::Entry);
            let exit = start(rt, At { pc: (*code).entry as *const u64, base });
            outcome(rt, exit)
        }
    })
}

/// Starts an entry frame, with the call event if somebody observes.
unsafe fn start(rt: &mut Runtime, mut at: At) -> Exit {
    if rt.machine.observers.present() {
        at.pc = super::observe::called(rt, at.base, at.pc);
    }
    // SAFETY: as above.
    unsafe { drive(rt, at) }
}

/// Runs the body of a module or class in a frame at `base`, with its namespace in register 0.
///
/// # Safety
/// `base` is above every frame, with room.
unsafe fn run_body(rt: &mut Runtime, function: &Function, base: *mut Value, namespace: Option<&Object>) -> Result {
    // SAFETY: V5: the words at `base` hold nothing.
    unsafe {
        let code = &*body::<CodeBody>((*body::<FunctionBody>(function.value())).code.value());
        for i in 0..code.local_count as usize {
            *base.wrapping_add(i) = Value::UNBOUND;
        }
        if code.local_count > 0 {
            let globals = &(*body::<FunctionBody>(function.value())).globals;
            *base = namespace.unwrap_or(globals.as_object()).clone().into_value();
        }
        write_header(rt, base, function, Kind::Entry);
        let exit = start(rt, At { pc: code.entry as *const u64, base });
        outcome(rt, exit)
    }
}
