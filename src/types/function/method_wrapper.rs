//! `method-wrapper`: a slot wrapper bound to an object (`(1).__add__`).

use crate::heap::{Object, Ref};
use crate::layout::Str;
use crate::object::{
    Args, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef, call_slot_wrapper, slot_text,
    slot_wrapper_name,
};
use crate::types::sequence::reduce_attribute;
use crate::{layout, methods};

layout! {
    /// Body of a method wrapper.
    pub struct MethodWrapperBody as "method-wrapper" {
        /// The slot wrapper.
        pub wrapper: Object,
        /// What it is bound to.
        pub this: Object,
    }
}

/// Binds a slot wrapper.
pub fn bind(rt: &mut Runtime, wrapper: &Object, this: &Object) -> Result {
    let class = rt.class(ClassId::MethodWrapper).clone();
    Ok(rt.alloc_for(&class, MethodWrapperBody { wrapper: wrapper.clone(), this: this.clone() })?.into())
}

/// The wrapper and what it is bound to.
fn parts(rt: &Runtime, this: &Object) -> (Object, Object) {
    let body: &Ref<MethodWrapperBody> = this.cast().expect("a slot of `method-wrapper` gets one");
    let body = body.get(&rt.heap);
    (body.wrapper.clone(), body.this.clone())
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let (wrapper, receiver) = parts(rt, this);
    call_slot_wrapper(rt, &wrapper, &receiver, args)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let (wrapper, receiver) = parts(rt, this);
    let (name, kind, id) = (slot_wrapper_name(rt, &wrapper), rt.type_name(&receiver), receiver.id());
    rt.new_str(&format!("<method-wrapper '{name}' of {kind} object at {id:#x}>"))
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let (wrapper, receiver) = parts(rt, this);
    Ok(rt.identity_hash(&receiver) ^ rt.identity_hash(&wrapper))
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    if left.cast::<MethodWrapperBody>().is_none() || right.cast::<MethodWrapperBody>().is_none() {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let ((f, a), (g, b)) = (parts(rt, left), parts(rt, right));
    let equal = f.is(&g) && a.is(&b);
    match op {
        CompareOp::Equal => Ok(Object::bool(equal)),
        CompareOp::NotEqual => Ok(Object::bool(!equal)),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

methods! {
    static METHODS = [
        /// Helper for pickle: an attribute of what it is bound to.
        "__reduce__"() => |rt: &mut Runtime, this: &Object| -> Result {
            let (wrapper, receiver) = parts(rt, this);
            let name = slot_wrapper_name(rt, &wrapper);
            reduce_attribute(rt, receiver, name)
        };
    ];
}

/// An attribute that is the slot wrapper's.
macro_rules! forwarded {
    ($name:literal) => {
        GetSetDef {
            name: $name,
            doc: "",
            get: |rt, this| {
                let wrapper = parts(rt, this).0;
                rt.get_attr_str(&wrapper, $name)
            },
            set: None,
        }
    };
}

static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "__self__", doc: "", get: |rt, this| Ok(parts(rt, this).1), set: None },
    GetSetDef {
        name: "__doc__",
        doc: "",
        get: |rt, this| match slot_text(slot_wrapper_name(rt, &parts(rt, this).0)) {
            Some((_, doc)) => Ok(rt.new_str(doc)?.into()),
            None => Ok(Object::NONE),
        },
        set: None,
    },
    forwarded!("__name__"),
    forwarded!("__qualname__"),
    forwarded!("__objclass__"),
    forwarded!("__text_signature__"),
];

/// The description of `method-wrapper`.
pub static METHOD_WRAPPER: TypeDef = TypeDef {
    id: Some(ClassId::MethodWrapper),
    name: "method-wrapper",
    layout: <MethodWrapperBody as crate::heap::Layout>::info,
    slots: Slots {
        call: Some(call),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        get_attribute: Some(crate::object::generic_get_attribute),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
