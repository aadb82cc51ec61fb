//! `locals()` and frame objects: a running frame as Python sees it.

use super::frame::{Frame, innermost, take};
use crate::bytecode::{LocalKind, flags};
use crate::heap::{HeapVec, Object, ShapeId, Value};
use crate::layout::Dict;
use crate::object::{CellBody, ClassId, Exception, ExceptionBody, FrameBody, Function, Result, Runtime, TracebackBody};

/// The names visible in a frame with their present values: the namespace itself in module and class code, a new dict
/// in functions.
fn locals_of(rt: &mut Runtime, frame: Frame) -> Result {
    let function = frame.function().clone();
    let register = |index: usize| {
        // SAFETY: V1: the frame is on the stack.
        unsafe { Object::borrow(frame.0.wrapping_add(index)) }.clone()
    };
    visible(rt, &function, register)
}

/// The same of a frame that an exception has left, from what its first registers held.
pub(super) fn kept_locals(rt: &mut Runtime, function: &Function, kept: &[Object]) -> Result {
    visible(rt, function, |index| kept.get(index).cloned().unwrap_or(Object::UNBOUND))
}

fn visible(rt: &mut Runtime, function: &Function, register: impl Fn(usize) -> Object) -> Result {
    let code = function.get(&rt.heap).code.get(&rt.heap).code.clone();
    let hidden = |kind: LocalKind| matches!(kind, LocalKind::Hidden | LocalKind::HiddenCell);
    let in_comprehension = |index: usize| hidden(code.locals[index].kind) && !register(index).is_unbound();
    if !code.has(flags::OPTIMIZED) && !(0..code.locals.len()).any(in_comprehension) {
        return Ok(register(0));
    }
    let dict = rt.new_dict()?;
    // The variables of an inlined comprehension are there, above others of their name, while it runs. (In module and
    // class code CPython then shows nothing else.)
    let (visible, inner): (Vec<_>, Vec<_>) = code.locals.iter().enumerate().partition(|(_, local)| !hidden(local.kind));
    for (index, local) in visible.into_iter().chain(inner) {
        let value = match local.kind {
            LocalKind::Internal => continue,
            LocalKind::Local | LocalKind::Cell if !code.has(flags::OPTIMIZED) => continue,
            _ => register(index),
        };
        let value = match value.cast::<CellBody>() {
            Some(cell) if matches!(local.kind, LocalKind::Cell | LocalKind::HiddenCell) => {
                cell.get(&rt.heap).contents.clone()
            }
            _ => value,
        };
        put(rt, &dict, &local.name, value)?;
    }
    if !code.has(flags::OPTIMIZED) {
        return Ok(dict.into());
    }
    let closure = function.get(&rt.heap).closure.clone();
    for (index, (name, _)) in code.free.iter().enumerate() {
        let cell = closure.as_ref().and_then(|cells| cells.items().get(index)).and_then(|c| c.cast::<CellBody>());
        if let Some(cell) = cell {
            let value = cell.get(&rt.heap).contents.clone();
            put(rt, &dict, name, value)?;
        }
    }
    Ok(dict.into())
}

/// Notes what suggestions need to know of the frame where a NameError or AttributeError arose: the one gets the frame's
/// locals as its field 1, the other True as field 2 if its object is the frame's `self`.
#[inline]
pub(super) fn note_frame(rt: &mut Runtime, frame: Frame, exception: &Exception) {
    let class = rt.class_of(exception);
    if class.is(rt.class(ClassId::AttributeError)) {
        note_self(rt, frame, exception);
    } else if class.is(rt.class(ClassId::NameError)) {
        note_locals(rt, frame, exception);
    }
}

#[cold]
fn note_locals(rt: &mut Runtime, frame: Frame, exception: &Exception) {
    if exception.get(&rt.heap).fields.len() != 1 {
        return;
    }
    if let Ok(locals) = locals_of(rt, frame) {
        let (body, heap) = exception.get_mut(&mut rt.heap);
        // Without memory there are fewer suggestions.
        let _ = body.fields.push(heap, locals);
    }
}

fn note_self(rt: &mut Runtime, frame: Frame, exception: &Exception) {
    let [_, object] = &exception.get(&rt.heap).fields[..] else { return };
    let code = &frame.code().code;
    let Some(index) = code.locals.iter().position(|local| &*local.name == "self") else { return };
    // SAFETY: V1: the frame is on the stack.
    let this = unsafe { Object::borrow(frame.0.wrapping_add(index)) };
    let this = match this.cast::<CellBody>() {
        Some(cell) if code.locals[index].kind == LocalKind::Cell => &cell.get(&rt.heap).contents,
        _ => this,
    };
    if this.is(object) {
        let (body, heap) = exception.get_mut(&mut rt.heap);
        let _ = body.fields.push(heap, Object::TRUE);
    }
}

fn put(rt: &mut Runtime, dict: &Dict, name: &str, value: Object) -> Result<()> {
    if value.is_unbound() {
        return Ok(());
    }
    let name = rt.intern(name);
    dict.set_str(&mut rt.heap, &name, value, &rt.hash_key)?;
    Ok(())
}

/// `locals()`.
pub(super) fn current_locals(rt: &mut Runtime) -> Result {
    match innermost(&rt.machine) {
        Some((frame, _)) => locals_of(rt, frame),
        None => Ok(rt.new_dict()?.into()),
    }
}

/// What Python code a warning is about.
pub struct SourcePlace {
    /// The namespace of its module.
    pub globals: Dict,
    /// `co_filename`.
    pub filename: crate::layout::Str,
    /// The line that is executed.
    pub line: u32,
}

/// The place `depth` frames below the innermost one; frames of files that begin with one of the prefixes are not
/// counted. `None` below the last.
pub fn caller_place(rt: &Runtime, depth: usize, skipped: &[String]) -> Option<SourcePlace> {
    let mut at = innermost(&rt.machine);
    let mut left = depth;
    loop {
        let (frame, pc) = at?;
        if left == 0 {
            let function = frame.function_body(&rt.heap);
            return Some(SourcePlace {
                globals: function.globals.clone(),
                filename: frame.code().filename.clone(),
                line: function.line(&rt.heap, frame.offset(pc)),
            });
        }
        at = frame.caller();
        while let Some((frame, _)) = &at
            && !skipped.is_empty()
        {
            let name = frame.code().filename.to_rust();
            if !skipped.iter().any(|prefix| name.starts_with(prefix.as_str())) {
                break;
            }
            drop(name);
            at = frame.caller();
        }
        left -= 1;
    }
}

/// `sys._getframe(depth)`: a view of the frame as it is now, with the frames below it; `None` if there are not so many.
/// While tracers keep frame objects it is the frame's own, which stays with it.
pub fn frame_object(rt: &mut Runtime, depth: usize) -> Result<Option<crate::object::Frame>> {
    let mut frames = Vec::new();
    let mut at = innermost(&rt.machine);
    while let Some((frame, pc)) = at {
        frames.push((frame, frame.offset(pc)));
        at = frame.caller();
    }
    if depth >= frames.len() {
        return Ok(None);
    }
    if rt.machine.observers.keeps_frames() {
        return frame_at(rt, frames[depth].0.0 as usize).map(Some);
    }
    let mut below = Object::NONE;
    let mut made = None;
    for (i, (frame, offset)) in frames.into_iter().enumerate().skip(depth).rev() {
        // Only the frame asked for gets its locals: those of the others may be many.
        let locals = if i == depth { locals_of(rt, frame)?.downcast::<crate::layout::DictBody>().ok() } else { None };
        let origin = frame.0 as u64;
        let body = FrameBody { origin, ..FrameBody::new(frame.function().clone(), below, locals, offset) };
        let object = rt.heap.alloc(ShapeId::FRAME, body)?;
        below = object.as_object().clone();
        made = Some(object);
    }
    Ok(made)
}

/// The frame object that stays with an active frame (by the number in a [`crate::object::Place`]), made now if there
/// is none. Only while observers are told of calls, returns included: else it would outlive the frame unnoticed.
pub fn frame_at(rt: &mut Runtime, base: usize) -> Result<crate::object::Frame> {
    let frames = &rt.machine.observers.frames;
    let place = frames.partition_point(|(frame, _)| *frame < base);
    if let Some((_, object)) = frames.get(place).filter(|(frame, _)| *frame == base) {
        return Ok(object.clone());
    }
    let function = Frame(base as *mut Value).function().clone();
    let body = FrameBody { base: base as u64, ..FrameBody::new(function, Object::NONE, None, 0) };
    let object = rt.heap.alloc(ShapeId::FRAME, body)?;
    rt.machine.observers.frames.insert(place, (base, object.clone()));
    Ok(object)
}

/// The frame object that stays with an active frame, if there is one.
pub fn known_frame(rt: &Runtime, base: usize) -> Option<crate::object::Frame> {
    let frames = &rt.machine.observers.frames;
    let place = frames.partition_point(|(frame, _)| *frame < base);
    frames.get(place).filter(|(frame, _)| *frame == base).map(|(_, object)| object.clone())
}

/// Finds the active frame of a frame object, and its `pc`.
fn find(rt: &Runtime, base: u64) -> Option<(Frame, *const u64)> {
    let mut at = innermost(&rt.machine);
    while let Some((frame, pc)) = at {
        if frame.0 as u64 == base {
            return Some((frame, pc));
        }
        at = frame.caller();
    }
    None
}

/// Brings a frame object that stays with its frame up to date.
pub(super) fn refresh(rt: &mut Runtime, object: &crate::object::Frame, locals: bool) -> Result<()> {
    let body = object.get(&rt.heap);
    let base = if body.base == 0 && body.follows != 0 { body.origin } else { body.base };
    if base == 0 {
        return Ok(());
    }
    let Some((frame, pc)) = find(rt, base) else { return Ok(()) };
    if !frame.function().is(&object.get(&rt.heap).function) {
        // Another call has come to lie there.
        object.get_mut(&mut rt.heap).0.follows = 0;
        return Ok(());
    }
    object.get_mut(&mut rt.heap).0.offset = frame.offset(pc);
    if locals {
        let locals = locals_of(rt, frame)?.downcast::<crate::layout::DictBody>().ok();
        let old = std::mem::replace(&mut object.get_mut(&mut rt.heap).0.locals, locals);
        drop(old);
    }
    Ok(())
}

/// Whether the frame of a frame object is on the stack.
pub(super) fn runs(rt: &Runtime, object: &crate::object::Frame) -> bool {
    let body = object.get(&rt.heap);
    let base = if body.base == 0 { body.origin } else { body.base };
    base != 0 && find(rt, base).is_some_and(|(frame, _)| frame.function().is(&body.function))
}

/// The exception is about to leave the frame, whose entry in the traceback gets the locals.
pub(super) fn keep(rt: &mut Runtime, frame: Frame, exception: &Object) {
    let Some(exception) = exception.cast::<ExceptionBody>() else { return };
    let Some(entry) = exception.get(&rt.heap).traceback.cast::<TracebackBody>().cloned() else { return };
    if entry.get(&rt.heap).base != frame.0 as u64 || !entry.get(&rt.heap).function.is(frame.function()) {
        return;
    }
    let code = frame.code();
    let count = (code.local_count as usize).max(1).min(code.register_count as usize);
    // SAFETY: V1: the frame is on the stack, and has that many registers.
    let slots = |index: usize| unsafe { Object::borrow(frame.0.wrapping_add(index)) };
    if (0..count).all(|index| slots(index).is_unbound()) {
        return;
    }
    // Without memory the traceback shows no locals.
    // SAFETY: as above; each register is left empty.
    let values = (0..count).map(|index| unsafe { take(frame.0.wrapping_add(index)) });
    let Ok(kept) = HeapVec::from_exact(&rt.heap, values) else { return };
    let shown = entry.get(&rt.heap).frame.clone();
    match shown {
        Some(object) => {
            let body = object.get_mut(&mut rt.heap).0;
            body.follows = 0;
            let old = (std::mem::replace(&mut body.kept, kept), body.locals.take());
            drop(old);
        }
        None => entry.get_mut(&mut rt.heap).0.kept = kept,
    }
}

/// The frame object of the caller, which stays with it, or one made for a look at it.
pub(super) fn caller(rt: &mut Runtime, object: &crate::object::Frame) -> Result {
    let body = object.get(&rt.heap);
    if body.base == 0 {
        let (origin, function) = (body.origin, body.function.clone());
        let below = find(rt, origin).filter(|(frame, _)| frame.function().is(&function));
        return match below.and_then(|(frame, _)| frame.caller()) {
            Some((below, pc)) => {
                let body = FrameBody::new(below.function().clone(), Object::NONE, None, below.offset(pc));
                let body = FrameBody { origin: below.0 as u64, follows: 1, ..body };
                Ok(rt.heap.alloc(ShapeId::FRAME, body)?.into())
            }
            None => Ok(Object::NONE),
        };
    }
    let base = body.base;
    match find(rt, base).and_then(|(frame, _)| frame.caller()) {
        Some((below, _)) => Ok(frame_at(rt, below.0 as usize)?.into()),
        None => Ok(Object::NONE),
    }
}

/// Parts a frame object from its frame, which is about to be left: it shows the frame as it was last.
fn detach(rt: &mut Runtime, object: crate::object::Frame) {
    // Nobody else holds it: nobody will ask.
    if object.as_object().count() > 1 {
        // Without memory it shows less.
        let _ = refresh(rt, &object, true);
        if let Ok(back) = caller(rt, &object) {
            let old = std::mem::replace(&mut object.get_mut(&mut rt.heap).0.back, back);
            drop(old);
        }
    }
    object.get_mut(&mut rt.heap).0.base = 0;
}

/// The frame at `base` is about to be left; a generator that yields keeps its frame object.
pub(super) fn unmount(rt: &mut Runtime, base: *mut Value, yields: bool) {
    while let Some((frame, _)) = rt.machine.observers.frames.last() {
        if *frame < base as usize {
            return;
        }
        let Some((frame, object)) = rt.machine.observers.frames.pop() else { return };
        if yields && frame == base as usize {
            // SAFETY: V1: the frame that yields is a generator's, which lies there.
            let generator = unsafe { *base.wrapping_sub(6) }.bits();
            detach(rt, object.clone());
            rt.machine.observers.suspended.insert(generator, object);
        } else {
            detach(rt, object);
        }
    }
}

/// A generator's frame is back on the stack at `base`, and with it its frame object.
pub(super) fn remount(rt: &mut Runtime, base: *mut Value) {
    if rt.machine.observers.suspended.is_empty() {
        return;
    }
    // SAFETY: V1: the frame is a generator's.
    let generator = unsafe { *base.wrapping_sub(6) }.bits();
    let Some(object) = rt.machine.observers.suspended.remove(&generator) else { return };
    if !object.get(&rt.heap).function.is(Frame(base).function()) {
        // Another generator's, which died where this one lies now.
        return;
    }
    let body = object.get_mut(&mut rt.heap).0;
    body.base = base as u64;
    let old = std::mem::replace(&mut body.back, Object::NONE);
    drop(old);
    let place = rt.machine.observers.frames.partition_point(|(frame, _)| *frame < base as usize);
    rt.machine.observers.frames.insert(place, (base as usize, object));
}

/// Parts all frame objects from their frames: the last tracer is gone.
pub fn detach_frames(rt: &mut Runtime) {
    rt.machine.observers.suspended.clear();
    while let Some((_, object)) = rt.machine.observers.frames.pop() {
        if object.as_object().count() > 1 {
            let _ = refresh(rt, &object, true);
            let below = rt.machine.observers.frames.last().map_or(Object::NONE, |(_, below)| below.clone().into());
            let old = std::mem::replace(&mut object.get_mut(&mut rt.heap).0.back, below);
            drop(old);
        }
        object.get_mut(&mut rt.heap).0.base = 0;
    }
}

/// The functions that run, innermost first, each with the word it is at.
pub fn running(rt: &Runtime) -> Vec<(crate::object::Function, u32)> {
    let mut frames = Vec::new();
    let mut at = innermost(&rt.machine);
    while let Some((frame, pc)) = at {
        frames.push((frame.function().clone(), frame.offset(pc)));
        at = frame.caller();
    }
    frames
}
