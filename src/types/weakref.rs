//! `weakref.ref`: a reference that does not keep its target alive.

use crate::heap::{Layout, Object, Ref, ShapeId, WeakBody};
use crate::layout::{Str, StrBody};
use crate::object::{Args, Class, ClassFlags, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef};

fn body(this: &Object) -> &Ref<WeakBody> {
    this.cast::<WeakBody>().expect("a slot of a weak reference gets one")
}

/// `ref(object, callback=None)`; without callback the existing reference is given again.
fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let (object, callback) = match args.positional() {
        [object] => (object, None),
        [object, callback] => (object, Some(callback).filter(|c| !c.is_none())),
        [] => return Err(rt.type_error("ref expected at least 1 argument, got 0")),
        more => {
            let got = more.len();
            return Err(rt.type_error(format!("ref expected at most 2 arguments, got {got}")));
        }
    };
    let target_class = rt.class_of(object).clone();
    if !object.is_pointer() || !target_class.get(&rt.heap).flags.has(ClassFlags::WEAKREFABLE) {
        let name = rt.type_name(object);
        return Err(rt.type_error(format!("cannot create weak reference to '{name}' object")));
    }
    let exact = class.is(rt.class(ClassId::WeakRef));
    if exact && callback.is_none() {
        for existing in rt.heap.weakrefs(object) {
            if existing.get(&rt.heap).callback.is_none() && existing.shape() == ShapeId::WEAKREF {
                return Ok(existing.into());
            }
        }
    }
    rt.mark_weakly_referenced(&target_class);
    let made = rt.alloc_for(class, WeakBody::new(object, callback.cloned()))?;
    rt.heap.register_weakref(&made);
    Ok(made.into())
}

fn init(rt: &mut Runtime, _this: &Object, args: Args<'_>) -> Result<()> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error("ref() takes no keyword arguments"));
    }
    Ok(())
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    if !args.values.is_empty() {
        let got = args.values.len();
        return Err(rt.type_error(format!("weakref.__call__() takes no arguments ({got} given)")));
    }
    Ok(body(this).get(&rt.heap).target().unwrap_or(Object::NONE))
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let id = this.id();
    let text = match body(this).get(&rt.heap).target() {
        None => format!("<weakref at {id:#x}; dead>"),
        Some(target) => {
            let kind = rt.type_name(&target);
            let name = rt.names.name.clone();
            match rt.get_attr_opt(&target, &name)? {
                Some(name) if name.cast::<StrBody>().is_some() => {
                    let name = rt.str(&name)?;
                    format!("<weakref at {id:#x}; to '{kind}' at {:#x} ({})>", target.id(), name.to_rust())
                }
                _ => format!("<weakref at {id:#x}; to '{kind}' at {:#x}>", target.id()),
            }
        }
    };
    rt.new_str(&text)
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let known = body(this).get(&rt.heap).hash.get();
    if known != -1 {
        return Ok(known);
    }
    let Some(target) = body(this).get(&rt.heap).target() else {
        return Err(rt.type_error("weak object has gone away"));
    };
    let hash = rt.hash(&target)?;
    body(this).get(&rt.heap).hash.set(hash);
    Ok(hash)
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<WeakBody>(), right.cast::<WeakBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    match (a.get(&rt.heap).target(), b.get(&rt.heap).target()) {
        (Some(a), Some(b)) => rt.compare(op, &a, &b),
        _ => Ok(Object::bool(left.is(right) == (op == CompareOp::Equal))),
    }
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "__callback__",
    doc: "",
    get: |rt, this| Ok(body(this).get(&rt.heap).callback.clone().unwrap_or(Object::NONE)),
    set: None,
}];

/// The description of `weakref.ReferenceType`.
pub static REFERENCE: TypeDef = TypeDef {
    id: Some(ClassId::WeakRef),
    name: "ReferenceType",
    module: "weakref",
    layout: <WeakBody as Layout>::info,
    shapes: &[ShapeId::WEAKREF],
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        call: Some(call),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        ..Slots::EMPTY
    },
    getset: GETSET,
    ..TypeDef::EMPTY
};
