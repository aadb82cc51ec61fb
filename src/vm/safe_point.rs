//! What is done between two instructions: finalisers, weakref callbacks, collections, Ctrl-C.

use super::frame::At;
use super::generate;
use crate::heap::{Breaker, Event, Object, Value};
use crate::object::machine::NATIVE_LIMIT;
use crate::object::{ClassId, GeneratorBody, Result, Runtime};
use std::sync::atomic::Ordering;

/// Native levels kept in reserve: deeper down events wait for an outer level.
const RESERVE: usize = 40;

/// Runs finalisers and weakref callbacks until none waits. Their errors are reported, never raised.
pub(super) fn run_events(rt: &mut Runtime) {
    if rt.machine.native_depth + RESERVE >= NATIVE_LIMIT {
        return;
    }
    // What they raise and handle is no business of the code they interrupt.
    let raised = std::mem::replace(&mut rt.machine.raised, Object::UNBOUND);
    let how = std::mem::take(&mut rt.machine.raised_as);
    while let Some(event) = rt.heap.next_event() {
        match event {
            Event::Finalize(object) => finalize(rt, object),
            Event::Callback { callback, weakref } => {
                if let Err(raised) = rt.call(&callback, &[weakref.into()]) {
                    (rt.hooks.unraisable)(rt, raised, &callback);
                }
            }
        }
    }
    rt.machine.raised = raised;
    rt.machine.raised_as = how;
}

fn finalize(rt: &mut Runtime, object: Object) {
    if let Some(generator) = object.cast::<GeneratorBody>() {
        let generator = generator.clone();
        // It may be suspended, and die, again.
        rt.heap.forget_finalized(&object);
        if let Err(raised) = generate::close(rt, &generator) {
            (rt.hooks.unraisable)(rt, raised, &object);
        }
        return;
    }
    let name = rt.names.del.clone();
    let class = rt.class_of(&object).clone();
    let Some(method) = rt.lookup(&class, &name) else { return };
    if let Err(raised) = rt.call_special(&object, &name, &[]) {
        (rt.hooks.unraisable)(rt, raised, &method);
    }
}

/// Collects if enough containers were made since the last time.
fn collect_if_due(rt: &mut Runtime) {
    rt.heap.withdraw(Breaker::COLLECT);
    if rt.heap.collection_due() {
        rt.heap.collect();
        run_events(rt);
    }
}

/// Does all that waits.
pub(super) fn safe_point(rt: &mut Runtime) -> Result<()> {
    let bits = rt.heap.breaker().load(Ordering::Relaxed);
    if bits & Breaker::EVENTS != 0 {
        run_events(rt);
    }
    if bits & Breaker::COLLECT != 0 {
        collect_if_due(rt);
    }
    if bits & Breaker::OTHER != 0 {
        rt.heap.withdraw(Breaker::OTHER);
    }
    if bits & Breaker::INTERRUPT != 0 {
        rt.heap.withdraw(Breaker::INTERRUPT);
        return Err(rt.raise_with(ClassId::KeyboardInterrupt, &[]));
    }
    Ok(())
}

/// A loop edge or return at which the eval breaker is set: `pc` is the instruction, `next` where it goes on.
pub(super) fn at_edge(rt: &mut Runtime, base: *mut Value, pc: *const u64, next: *const u64) -> At {
    rt.machine.base = base;
    rt.machine.pc = pc.wrapping_add(1);
    match safe_point(rt) {
        Ok(()) => At { pc: next, base },
        Err(raised) => {
            rt.machine.raised = raised.into_object();
            At::raise(base)
        }
    }
}
