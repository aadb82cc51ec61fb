//! Exceptions on their way: context, traceback entries, the search for a handler, frames that are left.

use super::call;
use super::frame::{At, Frame, Kind, clear, innermost, word};
use super::generate;
use super::locals::{keep, note_frame};
use super::observe;
use super::run::Exit;
use super::safe_point;
use super::site::Site;
use super::special;
use crate::heap::{HeapVec, Object, ShapeId, Value};
use crate::object::{ClassId, ExceptionBody, Raised, Runtime, TracebackBody};

/// How the exception in `machine.raised` came there.
pub(super) mod raised_as {
    /// A native operation failed: it gets a context if it was never raised before.
    pub const NATIVE: u8 = 0;
    /// The context has been seen to.
    pub const PREPARED: u8 = 1;
    /// Raised again as it is: no context, no traceback entry for this frame.
    pub const AGAIN: u8 = 2;
    /// Like `NATIVE`, before the frame's first instruction: its handlers do not count.
    pub const BEFORE: u8 = 3;
}

/// Finds a handler for the exception in `machine.raised`, from the frame `base` outward.
pub(super) fn unwind(rt: &mut Runtime, base: *mut Value) -> Result<At, Exit> {
    let raised = std::mem::replace(&mut rt.machine.raised, Object::UNBOUND);
    if raised.is_unbound() {
        // No exception: a native call has changed who observes.
        rt.machine.base = base;
        return Err(Exit::Switch);
    }
    let mut exception = rt.exception(Raised::new(raised));
    let mut how = std::mem::replace(&mut rt.machine.raised_as, raised_as::NATIVE);
    let mut base = base;
    let mut pc = rt.machine.pc;
    if matches!(how, raised_as::NATIVE | raised_as::BEFORE) && traceback_of(rt, &exception).is_none() {
        set_context(rt, &exception);
    }
    loop {
        let frame = Frame(base);
        let offset = frame.offset(pc);
        if how != raised_as::AGAIN {
            // Before the first instruction the place is that of the function itself: a word behind all others.
            let place = if how == raised_as::BEFORE { frame.code().code.words.len() as u32 } else { offset };
            add_traceback(rt, frame, place, &exception);
            if rt.machine.observers.present() {
                exception = observe::exception(rt, base, pc, exception);
            }
        }
        let has_begun = how != raised_as::BEFORE;
        how = raised_as::PREPARED;
        let code = frame.code();
        if let Some(handler) = code.code.handler_at(offset)
            && has_begun
        {
            // SAFETY: V1: the handler's depth and register are within the frame, by the verifier.
            unsafe {
                clear(base, handler.depth as usize, code.register_count as usize);
                *base.add(handler.register as usize) = exception.into_value();
            }
            let pc = (code.entry as *const u64).wrapping_add(handler.target as usize);
            rt.machine.base = base;
            rt.machine.pc = pc;
            if safe_point::has_events(rt) {
                safe_point::run_events(rt);
            }
            if rt.machine.observers.attention() && rt.machine.observers.wrong_loop() {
                return Err(Exit::Switch);
            }
            return Ok(At { pc, base });
        }
        if rt.machine.observers.present() {
            exception = observe::leaving(rt, base, pc, exception);
        }
        if rt.machine.observers.tell_places() {
            observe::retreat(rt, base);
        }
        keep(rt, frame, &exception);
        let link = frame.link();
        let next = frame.return_pc();
        if link.is_generator() {
            exception = generate::failed(rt, base, exception, has_begun);
        } else if link.kind() == Kind::Entry {
            // SAFETY: V1: the header of an entry frame tells what was innermost before.
            unsafe {
                let (below, pc) = (*word(base, -3) as *mut Value, *word(base, -5) as *const u64);
                call::pop(rt, base);
                rt.machine.base = below;
                rt.machine.pc = pc;
            }
        } else {
            // SAFETY: the frame is innermost.
            unsafe { call::pop(rt, base) };
            let caller = base.wrapping_byte_sub(link.distance());
            if link.kind() == Kind::Next && special::ends_loop(rt, caller, next, &exception) {
                rt.machine.base = caller;
                rt.machine.pc = next;
                return Ok(At { pc: next, base: caller });
            }
        }
        if link.is_entry() {
            rt.machine.raised = exception;
            return Err(Exit::Raised);
        }
        base = base.wrapping_byte_sub(link.distance());
        pc = next;
        rt.machine.base = base;
        rt.machine.pc = pc;
    }
}

fn traceback_of(rt: &Runtime, exception: &Object) -> Option<Object> {
    let body = exception.cast::<ExceptionBody>()?.get(&rt.heap);
    if body.traceback.is_none() { None } else { Some(body.traceback.clone()) }
}

/// Puts the frame in front of the exception's traceback.
fn add_traceback(rt: &mut Runtime, frame: Frame, offset: u32, exception: &Object) {
    let Some(exception) = exception.cast::<ExceptionBody>() else { return };
    let next = exception.get(&rt.heap).traceback.clone();
    if next.is_none() {
        note_frame(rt, frame, exception);
    }
    let body = TracebackBody {
        next,
        function: frame.function().clone(),
        offset,
        frame: None,
        base: frame.0 as u64,
        kept: HeapVec::new(),
    };
    // Without memory for the entry the traceback is shorter.
    if let Ok(traceback) = rt.heap.alloc(ShapeId::TRACEBACK, body) {
        let old = std::mem::replace(&mut exception.get_mut(&mut rt.heap).0.traceback, traceback.into());
        drop(old);
    }
}

/// Puts the innermost active frame on the exception's traceback; nothing if no Python code runs.
pub fn trace_here(rt: &mut Runtime, exception: &Object) {
    if let Some((frame, pc)) = innermost(&rt.machine) {
        let offset = frame.offset(pc);
        add_traceback(rt, frame, offset, exception);
    }
}

/// Makes the exception being handled the context of `exception`.
pub(super) fn set_context(rt: &mut Runtime, exception: &Object) {
    let current = rt.machine.current_exception().clone();
    crate::types::exception::set_context(rt, exception, &current);
}

/// RERAISE: the exception of register a goes on as it is.
pub(super) fn reraise(rt: &mut Runtime, site: Site) {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    rt.machine.raised = site.take(site.a());
    rt.machine.raised_as = raised_as::AGAIN;
}

/// RAISE_CURRENT. False if there is nothing to raise: a RuntimeError is in its place.
pub(super) fn reraise_current(rt: &mut Runtime, site: Site) -> bool {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let current = rt.machine.current_exception().clone();
    if current.is_none() {
        let raised = rt.raise(ClassId::RuntimeError, "No active exception to reraise");
        rt.machine.raised = raised.into_object();
        return false;
    }
    rt.machine.raised = current;
    rt.machine.raised_as = raised_as::AGAIN;
    true
}
