//! Inline caches that rely on classes, and when they are cleared.
//!
//! A cache is guarded by a shape, which stands for a class. What it remembers about the class's attributes stays true
//! until a class of the MRO is changed; then every cache that mentions the name goes back to the generic form. To know
//! whether there can be any, classes carry a flag and names a place in `machine.watched`. Replacing one plain value by
//! another in a class's namespace clears nothing: plain class attributes are cached as places, not as values (V7).

use super::frame::{Frame, innermost};
use crate::bytecode::{Op, Word};
use crate::heap::{Object, ShapeId, Value};
use crate::layout::{Dict, DictBody, Str};
use crate::object::{Class, ClassBody, ClassFlags, ClassId, CodeWords, Runtime, WrapperBody};

/// The value at a place of a namespace if the key there still is the name; `UNBOUND` if not.
///
/// # Safety
/// `namespace` is the body of a living class's dict (V7), `base` a frame whose code has the name.
#[inline(always)]
pub(super) unsafe fn class_value(base: *mut Value, namespace: *mut DictBody, position: usize, name: usize) -> Value {
    // SAFETY: V7 and V3; the position is checked against the number of entries.
    unsafe {
        let name = (*Frame(base).code().names.as_ptr().add(name)).value();
        if position < (*namespace).end() {
            let entry = &*(*namespace).entries_ptr().add(position);
            if entry.key.value() == name {
                return entry.value.value();
            }
        }
        Value::UNBOUND
    }
}

/// The cached attribute of a class object; `UNBOUND` if the cache is another class's or out of date.
///
/// # Safety
/// `object` is a class object (its shape is the cached one of a metaclass); `base` as for `class_value`.
#[inline(always)]
pub(super) unsafe fn type_value(base: *mut Value, object: Value, cached: u64, places: u64, name: usize) -> Value {
    // SAFETY: a metaclass's instances are class objects (H4); the index into the MRO is checked.
    unsafe {
        let class = super::run::body::<ClassBody>(object);
        let instance = &(*class).instance;
        if instance.root.0 as u64 != cached >> 32 {
            return Value::UNBOUND;
        }
        let Some(owner) = (*class).mro.items().get((places >> 32) as usize) else { return Value::UNBOUND };
        let owner = super::run::body::<ClassBody>(owner.value());
        let namespace = super::run::body::<DictBody>((*owner).dict.value());
        class_value(base, namespace, places as u32 as usize, name)
    }
}

/// What a call of the attribute `value` of a class calls: the function, and what it gets first (`UNBOUND` if nothing).
/// The function is `UNBOUND` if it takes more to tell. Observers are told of builtin class methods as bound.
///
/// # Safety
/// `value` is the word of a living object or `UNBOUND`.
#[inline(always)]
pub(super) unsafe fn called_through_class<const OBSERVED: bool>(value: Value, class: Value) -> (Value, Value) {
    const UNKNOWN: (Value, Value) = (Value::UNBOUND, Value::UNBOUND);
    use super::run::{body, shape};
    if !value.is_pointer() {
        return (value, Value::UNBOUND);
    }
    // SAFETY: as the caller promises; the shape tells the body (H4).
    unsafe {
        let this = match shape(value) {
            ShapeId::CLASSMETHOD_DESCRIPTOR if OBSERVED => return UNKNOWN,
            ShapeId::CLASSMETHOD_DESCRIPTOR => return (value, class),
            ShapeId::STATICMETHOD => Value::UNBOUND,
            ShapeId::CLASSMETHOD => class,
            _ => return (value, Value::UNBOUND),
        };
        let function = (*body::<WrapperBody>(value)).function.value();
        if !function.is_pointer() {
            return UNKNOWN;
        }
        match shape(function) {
            ShapeId::FUNCTION => (function, this),
            ShapeId::BUILTIN_FUNCTION if this.is_unbound() => (function, this),
            _ => UNKNOWN,
        }
    }
}

/// Notes that some cache relies on `class` for `name`.
pub(super) fn watch(rt: &mut Runtime, class: &Class, name: &Str) {
    rt.machine.watched.insert(name.value().bits());
    if class.get(&rt.heap).flags.has(ClassFlags::CACHED) {
        return;
    }
    let mro = class.get(&rt.heap).mro.clone();
    for base in mro.items().iter().filter_map(Class::from_object) {
        base.get_mut(&mut rt.heap).0.flags.0.0 |= ClassFlags::CACHED;
    }
}

/// Where a class attribute lies: the class's place in the MRO, its namespace, the position in it.
pub(super) fn locate(rt: &Runtime, class: &Class, name: &Str) -> Option<(usize, Dict, usize)> {
    let mro = class.get(&rt.heap).mro.items();
    mro.iter().enumerate().find_map(|(place, base)| {
        let dict = &Class::from_object(base)?.get(&rt.heap).dict;
        dict.position_of(&rt.heap, name).map(|position| (place, dict.clone(), position))
    })
}

/// The attribute `name` of `class` was added, deleted, or replaced: clears the caches that rely on it.
pub(super) fn class_changed(rt: &mut Runtime, class: &Class, name: &Str) {
    if name.is(&rt.names.bases) {
        return class_rebased(rt, class);
    }
    if name.is(&rt.names.init) || name.is(&rt.names.new) {
        each_heir(rt, class, |rt, class| class.get_mut(&mut rt.heap).0.constructor = 0);
    }
    if name.is(&rt.names.call) && rt.is_subclass(class, rt.class(ClassId::Type)) {
        // The classes that this metaclass calls are not listed: all forget how they are called.
        let object = rt.class(ClassId::Object).clone();
        each_heir(rt, &object, |rt, class| class.get_mut(&mut rt.heap).0.constructor = 0);
    }
    if !class.get(&rt.heap).flags.has(ClassFlags::CACHED) {
        return;
    }
    if name.is(&rt.names.getattribute) || name.is(&rt.names.setattr) || name.is(&rt.names.delattr) {
        // Access to every attribute changes.
        let mut shapes = Vec::new();
        each_heir(rt, class, |rt, class| shapes.extend_from_slice(&class.get(&rt.heap).shapes));
        forget_shapes(rt, &shapes);
        return;
    }
    if !rt.machine.watched.remove(&name.value().bits()) {
        return;
    }
    let name = name.value().bits();
    clear(rt, |op, words, names| {
        let word = Word(words[0]);
        let index = if op == Op::STORE_ATTR { word.b() } else { word.c() };
        names.get(index as usize) == Some(&name)
    });
}

/// The MRO of `class` has changed: forgets all that was remembered of it and its subclasses.
pub fn class_rebased(rt: &mut Runtime, class: &Class) {
    let mut shapes = Vec::new();
    each_heir(rt, class, |rt, class| {
        let (body, _) = class.get_mut(&mut rt.heap);
        body.constructor = 0;
        body.flags.0.0 &= !ClassFlags::CACHED;
        shapes.extend_from_slice(&body.shapes);
    });
    forget_shapes(rt, &shapes);
}

/// Calls `visit` with the class and all that derive from it.
fn each_heir(rt: &mut Runtime, class: &Class, mut visit: impl FnMut(&mut Runtime, &Class)) {
    let mut waiting = vec![class.clone()];
    while let Some(class) = waiting.pop() {
        visit(rt, &class);
        waiting.extend(rt.subclasses(&class));
    }
}

/// Shapes have died and their numbers will be given again: clears the caches that mention them.
pub fn forget_shapes(rt: &mut Runtime, shapes: &[ShapeId]) {
    rt.clear_method_cache();
    let dead = |id: u64| shapes.iter().any(|shape| shape.0 as u64 == id);
    clear(rt, |op, words, _| {
        let cached = if op == Op::STORE_ATTR { words[2] } else { words[1] };
        dead(cached as u32 as u64) || dead(cached >> 32)
    });
}

/// The generic op of a cached attribute access.
fn generic(op: Op) -> Option<Op> {
    op.info().quick_of.filter(|op| matches!(op, Op::LOAD_ATTR | Op::STORE_ATTR | Op::LOAD_METHOD))
}

/// Puts every cached attribute access for which `affected(generic op, words, names)` holds back to its generic form.
fn clear(rt: &mut Runtime, affected: impl Fn(Op, &[u64], &[u64]) -> bool) {
    let codes: Vec<_> = rt.machine.codes.iter().filter_map(std::sync::Weak::upgrade).collect();
    for code in codes {
        each_instruction(&code, |op, words| match generic(op) {
            Some(plain) if affected(plain, words, code.names()) => reset(plain, words),
            _ => {}
        });
    }
}

/// The instruction with an empty cache; the flags of a store stay.
fn reset(plain: Op, words: &mut [u64]) {
    words[0] = (words[0] & !0xffff) | plain as u64;
    if plain != Op::STORE_ATTR {
        words[1] = 0;
    }
    words[2] = 0;
}

fn each_instruction(words: &CodeWords, mut visit: impl FnMut(Op, &mut [u64])) {
    let (start, length) = (words.start(), words.len());
    let mut at = 0;
    while at < length {
        // SAFETY: V3: the words are whole instructions; nothing else looks at them while this cold function runs.
        let op = Op::from_number(unsafe { *start.add(at) } as u16).unwrap_or(Op::NOP);
        let size = 1 + op.extra_words();
        // SAFETY: as above.
        visit(op, unsafe { std::slice::from_raw_parts_mut(start.add(at), size) });
        at += size;
    }
}

/// The globals of the innermost running function.
pub(super) fn current_globals(rt: &Runtime) -> Option<Dict> {
    innermost(&rt.machine).map(|(frame, _)| frame.function_body(&rt.heap).globals.clone())
}

/// Class and receiver for `super()` without arguments: the `__class__` cell and the first argument of the running function.
pub(super) fn super_arguments(rt: &mut Runtime) -> crate::object::Result<(Object, Object)> {
    use crate::bytecode::LocalKind;
    use crate::object::CellBody;
    let Some((frame, _)) = innermost(&rt.machine) else {
        return Err(rt.runtime_error("super(): no current frame"));
    };
    let code = (*frame.code().code).clone();
    if code.positional == 0 {
        return Err(rt.runtime_error("super(): no arguments"));
    }
    // SAFETY: V1: register 0 of a running frame holds a valid value.
    let mut first = unsafe { Object::borrow(frame.0) }.clone();
    if code.locals.first().is_some_and(|local| local.kind == LocalKind::Cell)
        && let Some(cell) = first.cast::<CellBody>()
    {
        first = cell.get(&rt.heap).contents.clone();
    }
    if first.is_unbound() {
        return Err(rt.runtime_error("super(): arg[0] deleted"));
    }
    let place = code.free.iter().position(|(name, _)| &**name == "__class__");
    let closure = frame.function_body(&rt.heap).closure.clone();
    let cell = place.and_then(|i| closure.as_ref()?.items().get(i)?.cast::<CellBody>().cloned());
    let Some(cell) = cell else {
        return Err(rt.runtime_error("super(): __class__ cell not found"));
    };
    let class = cell.get(&rt.heap).contents.clone();
    if class.is_unbound() {
        return Err(rt.runtime_error("super(): empty __class__ cell"));
    }
    Ok((class, first))
}
