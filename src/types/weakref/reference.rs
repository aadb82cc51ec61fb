//! `weakref.ref`: a reference that does not keep its target alive.

use super::{arguments, body, check_target, make, target};
use crate::heap::{Layout, Object, ShapeId, WeakBody};
use crate::layout::{Str, StrBody};
use crate::methods;
use crate::object::{Args, Class, ClassFlags, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef};

/// `ref(object, callback=None)`; without callback the existing reference is given again. (Keywords are `__init__`'s
/// business, so that subclasses may take some.)
fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let (object, callback) = arguments(rt, "__new__", args.positional())?;
    check_target(rt, object)?;
    if callback.is_none()
        && class.is(rt.class(ClassId::WeakRef))
        && let Some(existing) = rt.heap.shared_weakref(object, &[ShapeId::WEAKREF])
    {
        return Ok(existing);
    }
    make(rt, class, object, callback.cloned())
}

fn init(rt: &mut Runtime, _this: &Object, args: Args<'_>) -> Result<()> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error("ref() takes no keyword arguments"));
    }
    arguments(rt, "__init__", args.positional()).map(|_| ())
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    if args.keyword_count() > 0 {
        return Err(rt.type_error("weakref() takes no keyword arguments"));
    }
    if !args.values.is_empty() {
        let got = args.values.len();
        return Err(rt.type_error(format!("weakref expected 0 arguments, got {got}")));
    }
    Ok(target(rt, this).unwrap_or(Object::NONE))
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let id = this.id();
    let text = match target(rt, this) {
        None => format!("<weakref at {id:#x}; dead>"),
        Some(target) => {
            let kind = rt.type_name(&target);
            let name = rt.names.name.clone();
            // Whatever the attribute raises, the reference is shown.
            let found = match rt.get_attr_opt(&target, &name) {
                Err(raised) if rt.is_raised(&raised, ClassId::Exception) => None,
                found => found?,
            };
            match found {
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
    let Some(target) = target(rt, this) else {
        return Err(rt.type_error("weak object has gone away"));
    };
    let hash = rt.hash(&target)?;
    body(this).get(&rt.heap).hash.set(hash);
    Ok(hash)
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let is_reference = |o: &Object| rt.is_instance_of(o, ClassId::WeakRef);
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) || !is_reference(left) || !is_reference(right) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    match (target(rt, left), target(rt, right)) {
        (Some(a), Some(b)) => rt.compare(op, &a, &b),
        _ => Ok(Object::bool(left.is(right) == (op == CompareOp::Equal))),
    }
}

methods! {
    static METHODS = [
        /// See PEP 585
        @class "__class_getitem__"(object, /) => class_getitem;
    ];
}

fn class_getitem(rt: &mut Runtime, class: &Class, item: &Object) -> Result {
    (rt.hooks.generic_alias)(rt, class, item)
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "__callback__",
    doc: "",
    get: |rt, this| match target(rt, this) {
        Some(_) => Ok(body(this).get(&rt.heap).callback.clone().unwrap_or(Object::NONE)),
        None => Ok(Object::NONE),
    },
    set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
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
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
