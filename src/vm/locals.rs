//! `locals()` and frame objects: a running frame as Python sees it.

use super::frame::{Frame, innermost};
use crate::bytecode::{LocalKind, flags};
use crate::heap::{Object, ShapeId};
use crate::layout::Dict;
use crate::object::{CellBody, ClassId, Exception, FrameBody, Result, Runtime};

/// The names visible in a frame with their present values: the namespace itself in module and class code, a new dict
/// in functions.
fn locals_of(rt: &mut Runtime, frame: Frame) -> Result {
    let code = frame.code().code.clone();
    let register = |index: usize| {
        // SAFETY: V1: the frame is on the stack.
        unsafe { Object::borrow(frame.0.wrapping_add(index)) }.clone()
    };
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
    let closure = frame.function_body(&rt.heap).closure.clone();
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

/// `sys._getframe(depth)`: a view of the frame as it is now, with the frames below it; `None` if there are not so many.
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
    let mut below = Object::NONE;
    let mut made = None;
    for (i, (frame, offset)) in frames.into_iter().enumerate().skip(depth).rev() {
        // Only the frame asked for gets its locals: those of the others may be many.
        let locals = if i == depth { locals_of(rt, frame)?.downcast::<crate::layout::DictBody>().ok() } else { None };
        let body = FrameBody { function: frame.function().clone(), back: below, locals, offset };
        let object = rt.heap.alloc(ShapeId::FRAME, body)?;
        below = object.as_object().clone();
        made = Some(object);
    }
    Ok(made)
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
