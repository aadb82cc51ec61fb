//! What is done between two instructions: finalisers, weakref callbacks, collections, Ctrl-C.

use super::frame::At;
use super::generate;
use crate::heap::{Breaker, Event, Object, Trigger, Value};
use crate::object::{ClassId, GeneratorBody, Raised, Result, Runtime};
use std::sync::atomic::Ordering;

/// Native stack kept in reserve: deeper down events wait for an outer level.
const RESERVE: usize = 128 << 10;

/// Events that are run in one go while there is a backlog of them.
const SLICE: usize = 256;

/// Whether there are events that arose since the innermost event that is being run began.
#[inline(always)]
pub(super) fn has_events(rt: &Runtime) -> bool {
    rt.heap.event_count() > rt.machine.event_floor
}

/// What an event or callback has raised, which began when Ctrl-C had been raised `interrupts` times: it is reported, but
/// Ctrl-C itself is handed on to the code that the event has interrupted.
pub(super) fn report(rt: &mut Runtime, raised: Raised, interrupts: u64, about: &Object) {
    let exception = rt.exception(raised);
    if rt.heap.interrupts() > interrupts && rt.is_instance_of(&exception, ClassId::KeyboardInterrupt) {
        rt.heap.request(Breaker::INTERRUPT);
    } else {
        (rt.hooks.unraisable)(rt, Raised::new(exception), about);
    }
}

/// Runs finalisers and weakref callbacks until none waits; those that wait for an outer level are left to it, and if
/// Ctrl-C waits, all are left for later, and then run a slice at a time. Their errors are reported, never raised.
#[cold]
pub(super) fn run_events(rt: &mut Runtime) {
    if !rt.machine.enter_native(RESERVE) {
        return;
    }
    // What they raise and handle is no business of the code they interrupt.
    let raised = std::mem::replace(&mut rt.machine.raised, Object::UNBOUND);
    let how = std::mem::take(&mut rt.machine.raised_as);
    let floor = rt.machine.event_floor;
    let mut left = if rt.machine.event_backlog { SLICE } else { usize::MAX };
    while rt.heap.event_count() > floor {
        if rt.interrupt_waits() || left == 0 {
            rt.machine.event_backlog = true;
            break;
        }
        left -= 1;
        let Some(event) = rt.heap.next_event() else { break };
        let interrupts = rt.heap.interrupts();
        rt.machine.event_floor = rt.heap.event_count();
        match event {
            Event::Finalize(object) => finalize(rt, object, interrupts),
            Event::Callback { callback, weakref } => {
                if let Err(raised) = rt.call(&callback, &[weakref]) {
                    report(rt, raised, interrupts, &callback);
                }
            }
        }
        rt.machine.event_floor = floor;
    }
    if rt.heap.event_count() == 0 {
        rt.heap.withdraw(Breaker::EVENTS);
        rt.machine.event_backlog = false;
    }
    rt.machine.raised = raised;
    rt.machine.raised_as = how;
    rt.machine.leave_native();
}

fn finalize(rt: &mut Runtime, object: Object, interrupts: u64) {
    if let Some(generator) = object.cast::<GeneratorBody>() {
        let generator = generator.clone();
        if let Err(raised) = generate::close(rt, &generator) {
            report(rt, raised, interrupts, &object);
        }
        // What has ended has no finaliser any more that would take its address out of the list.
        if object.shape() != rt.machine.guarded_generator {
            rt.heap.forget_finalized(&object);
        }
        return;
    }
    let name = rt.names.del.clone();
    let class = rt.class_of(&object).clone();
    let Some(method) = rt.lookup(&class, &name) else { return };
    if let Err(raised) = rt.call_special(&object, &name, &[]) {
        report(rt, raised, interrupts, &method);
    }
}

/// Collects if enough containers were made since the last time.
fn collect_if_due(rt: &mut Runtime) {
    rt.heap.withdraw(Breaker::COLLECT);
    if let Some(generation) = rt.heap.generation_due() {
        super::collect::collect(rt, generation, Trigger::Threshold);
    }
}

/// Does all that waits.
pub(super) fn safe_point(rt: &mut Runtime) -> Result<()> {
    let bits = rt.heap.breaker().load(Ordering::Relaxed);
    if bits & Breaker::EVENTS != 0 {
        run_events(rt);
    }
    if bits & (Breaker::COLLECT | Breaker::INTERRUPT) == Breaker::COLLECT {
        collect_if_due(rt);
    }
    if bits & Breaker::OTHER != 0 {
        rt.heap.withdraw(Breaker::OTHER);
    }
    if rt.interrupt_waits() {
        rt.heap.interrupt_raised();
        return Err(rt.raise_with(ClassId::KeyboardInterrupt, &[]));
    }
    if bits & Breaker::RAISED != 0 {
        rt.heap.withdraw(Breaker::RAISED);
    }
    if bits & Breaker::LEFTOVERS != 0 {
        rt.heap.release_leftover();
    }
    Ok(())
}

/// A loop edge or return: `pc` is the instruction, `next` where it goes on if the eval breaker has nothing against it.
#[inline(always)]
pub(super) fn at_edge(rt: &mut Runtime, base: *mut Value, pc: *const u64, next: *const u64) -> At {
    if rt.heap.breaker().load(Ordering::Relaxed) == 0 { At { pc: next, base } } else { at_breaker(rt, base, pc, next) }
}

/// The same, with the breaker set.
#[cold]
#[inline(never)]
pub(super) fn at_breaker(rt: &mut Runtime, base: *mut Value, pc: *const u64, next: *const u64) -> At {
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
