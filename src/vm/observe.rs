//! Telling the observer: calls, lines, returns, exceptions. Only the instrumented instantiation of the loop comes here,
//! and calls and unwinding while there is an observer.

use super::frame::Frame;
use super::site::Site;
use crate::heap::{Object, Value};
use crate::object::{CodeBody, Event, Raised, Result, Runtime};

/// Tells one event, unless the observer is at work itself.
fn tell(rt: &mut Runtime, frame: Frame, event: Event<'_>) -> Result<()> {
    if rt.machine.observing {
        return Ok(());
    }
    let Some(mut observer) = rt.machine.observer.take() else { return Ok(()) };
    let code = frame.function_body(&rt.heap).code.clone();
    rt.machine.observing = true;
    let result = observer.event(rt, &code, event);
    rt.machine.observing = false;
    // It may have replaced or removed itself.
    if rt.machine.observer.is_none() && !std::mem::take(&mut rt.machine.observer_removed) {
        rt.machine.observer = Some(observer);
    }
    result
}

fn failed(rt: &mut Runtime, raised: Raised) {
    rt.machine.raised = raised.into_object();
}

/// A frame has been entered: where to go on, or null if the observer raised.
pub(super) fn called(rt: &mut Runtime, base: *mut Value, pc: *const u64) -> *const u64 {
    rt.machine.base = base;
    rt.machine.pc = pc.wrapping_add(1);
    rt.machine.line = (0, 0);
    match tell(rt, Frame(base), Event::Call) {
        Ok(()) => pc,
        Err(raised) => {
            failed(rt, raised);
            std::ptr::null()
        }
    }
}

/// The frame is about to be left with a value. False if the observer raised.
pub(super) fn returning(rt: &mut Runtime, base: *mut Value, pc: *const u64, value: Value) -> bool {
    rt.machine.base = base;
    rt.machine.pc = pc.wrapping_add(1);
    rt.machine.line = (0, 0);
    // SAFETY: V1: the value is owned by the frame that returns it.
    let object = unsafe { Object::borrow(&value) };
    match tell(rt, Frame(base), Event::Return(Some(object))) {
        Ok(()) => true,
        Err(raised) => {
            // SAFETY: nobody else takes the value over now.
            drop(unsafe { Object::from_owned(value) });
            failed(rt, raised);
            false
        }
    }
}

/// An exception passes through the frame; the observer's own error takes its place.
pub(super) fn exception(rt: &mut Runtime, base: *mut Value, pc: *const u64, exception: Object) -> Object {
    rt.machine.base = base;
    rt.machine.pc = pc;
    match tell(rt, Frame(base), Event::Exception(&exception)) {
        Ok(()) => exception,
        Err(raised) => rt.exception(raised),
    }
}

/// An exception leaves the frame.
pub(super) fn leaving(rt: &mut Runtime, base: *mut Value, pc: *const u64) {
    rt.machine.base = base;
    rt.machine.pc = pc;
    rt.machine.line = (0, 0);
    if let Err(raised) = tell(rt, Frame(base), Event::Return(None)) {
        drop(raised);
    }
}

/// A native callable is about to be called.
pub(super) fn native_call(rt: &mut Runtime, site: Site, callee: &Object) -> Result<()> {
    tell(rt, site.frame(), Event::NativeCall(callee))
}

/// It has returned or raised.
pub(super) fn native_end(rt: &mut Runtime, site: Site, window: usize, result: &Result) -> Result<()> {
    let callee = site.get(window);
    match result {
        Ok(_) => tell(rt, site.frame(), Event::NativeReturn(callee)),
        Err(_) => tell(rt, site.frame(), Event::NativeException(callee)),
    }
}

/// An instruction is about to be executed. False if the observer raised.
pub(super) fn instruction(rt: &mut Runtime, base: *mut Value, pc: *const u64) -> bool {
    let Some(observer) = &mut rt.machine.observer else { return true };
    observer.instructions(1);
    if !observer.wants_lines() {
        return true;
    }
    let frame = Frame(base);
    let code = frame.code();
    let offset = ((pc as usize - code.entry as usize) / 8) as u32;
    let line = line_at(rt, code, offset);
    let here = (base as usize, line);
    let (last_base, last_line) = rt.machine.line;
    if line == 0 || (last_base, last_line) == here {
        return true;
    }
    rt.machine.line = here;
    rt.machine.base = base;
    rt.machine.pc = pc.wrapping_add(1);
    match tell(rt, frame, Event::Line(line)) {
        Ok(()) => true,
        Err(raised) => {
            failed(rt, raised);
            false
        }
    }
}

/// The line of a word, from a table made once for each code; 0 for artificial instructions.
fn line_at(rt: &mut Runtime, code: &CodeBody, offset: u32) -> u32 {
    let table = rt.machine.lines.entry(code.entry).or_insert_with(|| {
        let mut lines = vec![0; code.words.len()];
        for (start, length, position) in code.code.positions.runs() {
            let line = position.map_or(0, |position| position.line);
            lines.iter_mut().skip(start as usize).take(length as usize).for_each(|place| *place = line);
        }
        lines
    });
    table.get(offset as usize).copied().unwrap_or(0)
}
