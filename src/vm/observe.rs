//! Telling the observers: calls, lines, returns, exceptions. Only the instrumented instantiation of the loop comes here,
//! and calls and unwinding while there are observers.

use super::clock;
use super::frame::{At, Frame};
use super::locals;
use super::site::Site;
use crate::bytecode::{Code, Op};
use crate::heap::{Header, Object, PlaceNumber, ShapeId, Value};
use crate::object::{CodeBody, CodeObject, CodeWords, Event, Place, Result, Runtime, native_key, wants};
use std::collections::HashMap;
use std::sync::Arc;

/// The code object of a frame, as its word.
fn code_word(frame: Frame) -> Value {
    let header = (std::ptr::from_ref(frame.code()).cast_mut().cast::<Header>()).wrapping_sub(1);
    Value::pointer(header)
}

/// Writes down the begin of a call, if that is all there is to do.
#[inline(always)]
fn note_call(rt: &mut Runtime, key: impl FnOnce() -> u64) -> bool {
    let Some(calls) = rt.machine.observers.profile() else { return false };
    let Some(function) = calls.find(key()) else { return false };
    let (counter, origin) = (calls.counter, calls.origin);
    calls.enter(function, || clock::ticks(counter, &origin));
    true
}

/// Writes down the end of a call, if that is all there is to do.
#[inline(always)]
fn note_end(rt: &mut Runtime) -> bool {
    let Some(calls) = rt.machine.observers.profile() else { return false };
    let now = clock::ticks(calls.counter, &calls.origin);
    calls.leave(now);
    true
}

/// Tells one event of the frame whose instruction ends before `pc`.
fn tell(rt: &mut Runtime, base: *mut Value, pc: *const u64, bits: u8, event: Event<'_>) -> Result<()> {
    let frame = Frame(base);
    let word = code_word(frame);
    // SAFETY: V1: the header of a frame names the body of its code, which lives as long as the frame does.
    let code: &CodeObject = unsafe { &*(&raw const word).cast::<CodeObject>() };
    let place = Place { code, offset: frame.offset(pc), frame: base as usize };
    rt.machine.base = base;
    rt.machine.pc = pc;
    rt.tell_observers(bits, place, event)
}

/// As `tell`; an error goes to where the unwinder looks for it, and the answer is false.
fn tell_or_raise(rt: &mut Runtime, base: *mut Value, pc: *const u64, bits: u8, event: Event<'_>) -> bool {
    match tell(rt, base, pc, bits, event) {
        Ok(()) => true,
        Err(raised) => {
            rt.machine.raised = raised.into_object();
            false
        }
    }
}

/// A frame has been entered: where to go on, or null if an observer raised.
pub(super) fn called(rt: &mut Runtime, base: *mut Value, pc: *const u64) -> *const u64 {
    if rt.machine.observers.want(wants::LINES) {
        begin_trail(rt, base, 0, 0);
    }
    if !rt.machine.observers.want(wants::CALLS) {
        return pc;
    }
    if note_call(rt, || code_word(Frame(base)).bits()) {
        return pc;
    }
    if tell_or_raise(rt, base, pc.wrapping_add(1), wants::CALLS, Event::Call) { pc } else { std::ptr::null() }
}

/// A generator goes on at `pc`: where to go on, or null.
pub(super) fn resumed(rt: &mut Runtime, base: *mut Value, pc: *const u64) -> *const u64 {
    locals::remount(rt, base);
    if rt.machine.observers.want(wants::LINES) {
        let offset = Frame(base).offset(pc);
        let line = line_at(rt, Frame(base).code(), offset);
        begin_trail(rt, base, line, offset);
    }
    if !rt.machine.observers.want(wants::CALLS) {
        return pc;
    }
    if note_call(rt, || code_word(Frame(base)).bits()) {
        return pc;
    }
    if tell_or_raise(rt, base, pc, wants::CALLS, Event::Resume) { pc } else { std::ptr::null() }
}

/// A generator goes on with the exception in `machine.raised`, which an observer's own error replaces.
pub(super) fn thrown(rt: &mut Runtime, base: *mut Value, pc: *const u64) {
    locals::remount(rt, base);
    if rt.machine.observers.want(wants::CALLS) {
        let exception = std::mem::replace(&mut rt.machine.raised, Object::UNBOUND);
        if tell_or_raise(rt, base, pc, wants::CALLS, Event::Throw(&exception)) {
            rt.machine.raised = exception;
        }
        rt.machine.base = base;
        rt.machine.pc = pc;
    }
}

/// The frame is about to be left with a value: returned or yielded. False if an observer raised.
pub(super) fn returning(rt: &mut Runtime, base: *mut Value, pc: *const u64, value: Value, yields: bool) -> bool {
    retreat(rt, base);
    if !rt.machine.observers.want(wants::CALLS) {
        return true;
    }
    if note_end(rt) {
        locals::unmount(rt, base, yields);
        return true;
    }
    // SAFETY: V1: the value is in a register, or a constant.
    let object = unsafe { Object::borrow(&value) };
    let event = if yields { Event::Yield(object) } else { Event::Return(object) };
    let going = tell_or_raise(rt, base, pc.wrapping_add(1), wants::CALLS, event);
    if going {
        locals::unmount(rt, base, yields);
    }
    going
}

/// An exception passes through the frame; an observer's own error takes its place.
pub(super) fn exception(rt: &mut Runtime, base: *mut Value, pc: *const u64, exception: Object) -> Object {
    if !rt.machine.observers.want(wants::EXCEPTIONS) {
        return exception;
    }
    match tell(rt, base, pc, wants::EXCEPTIONS, Event::Exception(&exception)) {
        Ok(()) => exception,
        Err(raised) => rt.exception(raised),
    }
}

/// An exception leaves the frame; an observer's own error takes its place.
pub(super) fn leaving(rt: &mut Runtime, base: *mut Value, pc: *const u64, exception: Object) -> Object {
    if !rt.machine.observers.want(wants::CALLS) {
        return exception;
    }
    let result = tell(rt, base, pc, wants::CALLS, Event::Unwind);
    locals::unmount(rt, base, false);
    match result {
        Ok(()) => exception,
        Err(raised) => rt.exception(raised),
    }
}

/// The callee, if calls of it are told: native functions, and native methods with the object they are called on.
fn native<'a>(callee: &'a Object, args: &'a [Object]) -> Option<(&'a Object, Option<&'a Object>)> {
    match callee.shape() {
        ShapeId::BUILTIN_FUNCTION => Some((callee, args.first())),
        ShapeId::BUILTIN_METHOD if !args.is_empty() => Some((callee, args.first())),
        _ => None,
    }
}

/// A callable is about to be called natively.
pub(super) fn native_call(rt: &mut Runtime, site: Site, callee: &Object, args: &[Object]) -> Result<()> {
    if !rt.machine.observers.want(wants::NATIVE) {
        return Ok(());
    }
    let Some((callee, first)) = native(callee, args) else { return Ok(()) };
    if let Some(key) = native_key(&rt.heap, callee)
        && note_call(rt, || key)
    {
        return Ok(());
    }
    tell(rt, site.base, site.pc.wrapping_add(1), wants::NATIVE, Event::NativeCall(callee, first))
}

/// It has returned or raised.
pub(super) fn native_end(rt: &mut Runtime, site: Site, callee: &Object, args: &[Object], ok: bool) -> Result<()> {
    if !rt.machine.observers.want(wants::NATIVE) {
        return Ok(());
    }
    let Some((callee, first)) = native(callee, args) else { return Ok(()) };
    if note_end(rt) {
        return Ok(());
    }
    let event = if ok { Event::NativeReturn(callee, first) } else { Event::NativeException(callee, first) };
    tell(rt, site.base, site.pc.wrapping_add(1), wants::NATIVE, event)
}

/// The frame is about to be left: until its caller goes on, what is allocated is the caller's.
#[inline]
pub(super) fn retreat(rt: &mut Runtime, base: *mut Value) {
    match Frame(base).caller() {
        Some((frame, pc)) => rt.heap.set_trace_place(frame.0 as usize, pc as usize),
        None => rt.heap.set_trace_place(0, 0),
    }
}

/// What numbers the places that the heap is told of: `make` is asked once for each chain of instructions, with the (code,
/// line) of at most `limit` frames, innermost first, and the number of all frames.
pub fn place_numbers(limit: usize, mut make: impl FnMut(Vec<(Arc<Code>, u32)>, usize) -> u32 + 'static) -> PlaceNumber {
    let mut known: HashMap<Vec<usize>, u32> = HashMap::new();
    // Kept, so that no other code gets the addresses of their instructions.
    let mut words: HashMap<u64, Arc<CodeWords>> = HashMap::new();
    let mut chain = Vec::new();
    Box::new(move |frame, instruction| {
        // V1: the place is one in an active frame: the loop tells each of its instructions, and retreats to the caller
        // before it leaves a frame.
        let innermost = (Frame(frame as *mut Value), instruction as *const u64);
        chain.clear();
        let callers = std::iter::successors(Some(innermost), |(frame, _)| frame.caller());
        chain.extend(callers.clone().take(limit).map(|(_, pc)| pc as usize));
        if let Some(&number) = known.get(&chain) {
            return number;
        }
        let mut lines = Vec::new();
        for (frame, pc) in callers.clone().take(limit) {
            let code = frame.code();
            words.entry(code.entry).or_insert_with(|| code.words.clone());
            let line = code.code.position(frame.offset(pc)).map_or(code.code.first_line, |position| position.line);
            lines.push((code.code.clone(), line));
        }
        let number = make(lines, callers.count());
        known.insert(chain.clone(), number);
        number
    })
}

/// An instruction is about to be executed. False if an observer raised.
#[inline(always)]
pub(super) fn instruction(rt: &mut Runtime, base: *mut Value, pc: *const u64) -> bool {
    // The place ends behind the instruction's first word, as return addresses do.
    rt.heap.set_trace_place(base as usize, pc as usize + 8);
    !rt.machine.observers.want(wants::LINES | wants::INSTRUCTIONS) || step(rt, base, pc)
}

#[inline(never)]
fn step(rt: &mut Runtime, base: *mut Value, pc: *const u64) -> bool {
    if rt.machine.observers.want(wants::LINES) && !line(rt, base, pc) {
        return false;
    }
    !rt.machine.observers.want(wants::INSTRUCTIONS)
        || tell_or_raise(rt, base, pc.wrapping_add(1), wants::INSTRUCTIONS, Event::Instruction)
}

/// Tells of a line if this instruction begins one: if its line is not that of the frame's last instruction, or if it
/// was reached by a jump backward.
fn line(rt: &mut Runtime, base: *mut Value, pc: *const u64) -> bool {
    let site = Site { base, pc };
    // Cells are made before the function's body begins; the others belong to no line in particular.
    if matches!(site.op(), Some(Op::MAKE_CELL | Op::PUSH_EXC_INFO | Op::POP_EXCEPT | Op::RERAISE)) {
        return true;
    }
    let code = Frame(base).code();
    let offset = ((pc as usize - code.entry as usize) / 8) as u32;
    let line = line_at(rt, code, offset);
    if line == 0 {
        return true;
    }
    let trail = &mut rt.machine.observers.trail;
    while trail.last().is_some_and(|(frame, ..)| *frame > base as usize) {
        trail.pop();
    }
    // Jumps that end a block go up to its head: no new line begins there.
    let jump = matches!(site.op(), Some(Op::JUMP | Op::JUMP_BACK));
    match trail.last_mut() {
        Some((frame, last_line, _)) if jump && *frame == base as usize && line < *last_line => return true,
        Some((frame, last_line, last_offset)) if *frame == base as usize => {
            let same = *last_line == line && offset > *last_offset;
            (*last_line, *last_offset) = (line, offset);
            if same {
                return true;
            }
        }
        _ => trail.push((base as usize, line, offset)),
    }
    tell_or_raise(rt, base, pc.wrapping_add(1), wants::LINES, Event::Line(line))
}

fn begin_trail(rt: &mut Runtime, base: *mut Value, line: u32, offset: u32) {
    let trail = &mut rt.machine.observers.trail;
    while trail.last().is_some_and(|(frame, ..)| *frame >= base as usize) {
        trail.pop();
    }
    trail.push((base as usize, line, offset));
}

/// The line of a word, from a table made once for each code; 0 for artificial instructions.
fn line_at(rt: &mut Runtime, code: &CodeBody, offset: u32) -> u32 {
    let lines = rt.machine.observers.lines_of(code.entry, || {
        let mut lines = vec![0; code.words.len()];
        for (start, length, position) in code.code.positions.runs() {
            let line = position.map_or(0, |position| position.line);
            lines.iter_mut().skip(start as usize).take(length as usize).for_each(|place| *place = line);
        }
        lines
    });
    lines.get(offset as usize).copied().unwrap_or(0)
}

/// Leaves the loop for its other instantiation, which goes on there, if that is due.
pub(super) fn switched(rt: &mut Runtime, at: At) -> At {
    if at.pc.is_null() || !rt.machine.observers.wrong_loop() {
        return at;
    }
    rt.machine.base = at.base;
    rt.machine.pc = at.pc;
    rt.machine.raised = Object::UNBOUND;
    At::raise(at.base)
}
