//! `method`: a function bound to an object.

use crate::heap::{Object, ShapeId};
use crate::layout::{Str, StrBody};
use crate::methods;
use crate::object::{
    Args, BoundMethod, BoundMethodBody, Class, ClassFlags, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots,
    TypeDef,
};
use crate::types::sequence::reduce_attribute;

fn body(this: &Object) -> &BoundMethod {
    this.cast::<BoundMethodBody>().expect("a slot of `method` gets one")
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let method = body(this).get(&rt.heap);
    let (function, receiver) = (method.function.clone(), method.this.clone());
    rt.call_with_this(&function, &receiver, args)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let method = body(this).get(&rt.heap);
    let (function, receiver) = (method.function.clone(), method.this.clone());
    let name = rt.names.qualname.clone();
    let name = match rt.get_attr_opt(&function, &name)? {
        Some(name) if name.cast::<StrBody>().is_some() => rt.str(&name)?.to_rust().into_owned(),
        _ => "?".to_owned(),
    };
    let receiver = rt.repr(&receiver)?;
    rt.new_str(&format!("<bound method {name} of {}>", receiver.to_rust()))
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let method = body(this).get(&rt.heap);
    let (function, receiver) = (method.function.clone(), method.this.clone());
    let own = rt.identity_hash(&receiver);
    Ok(own ^ rt.hash(&function)?)
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<BoundMethodBody>(), right.cast::<BoundMethodBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    let same_receiver = a.this.is(&b.this);
    let (f, g) = (a.function.clone(), b.function.clone());
    let equal = same_receiver && rt.equal(&f, &g)?;
    match op {
        CompareOp::Equal => Ok(Object::bool(equal)),
        CompareOp::NotEqual => Ok(Object::bool(!equal)),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

fn new(rt: &mut Runtime, _class: &Class, args: Args<'_>) -> Result {
    if args.keyword_count() > 0 {
        return Err(rt.type_error("method() takes no keyword arguments"));
    }
    let [function, receiver] = args.positional() else {
        let got = args.positional().len();
        return Err(rt.type_error(format!("method expected 2 arguments, got {got}")));
    };
    let callable = rt.class_of(function).get(&rt.heap).slots.call.is_some();
    if !callable {
        return Err(rt.type_error("first argument must be callable"));
    }
    if receiver.is_none() {
        return Err(rt.type_error("instance must not be None"));
    }
    let body = BoundMethodBody { function: function.clone(), this: receiver.clone() };
    Ok(rt.heap.alloc(ShapeId::BOUND_METHOD, body)?.into())
}

/// Attributes that a method lacks are its function's.
fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let class = rt.class_of(this).clone();
    let name = rt.intern_str(name);
    if let Some(found) = rt.lookup(&class, &name) {
        return rt.bind(found, Some(this), &class);
    }
    let function = body(this).get(&rt.heap).function.clone();
    rt.get_attr(&function, &name)
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__func__",
        doc: "the function (or other callable) implementing a method",
        get: |rt, this| Ok(body(this).get(&rt.heap).function.clone()),
        set: None,
    },
    GetSetDef {
        name: "__self__",
        doc: "the instance to which a method is bound",
        get: |rt, this| Ok(body(this).get(&rt.heap).this.clone()),
        set: None,
    },
    GetSetDef {
        name: "__doc__",
        doc: "",
        get: |rt, this| {
            let function = body(this).get(&rt.heap).function.clone();
            rt.get_attr_str(&function, "__doc__")
        },
        set: None,
    },
];

methods! {
    static METHODS = [
        /// Helper for pickle: a method is an attribute of its receiver.
        "__reduce__"() => |rt: &mut Runtime, this: &BoundMethod| -> Result {
            let method = this.get(&rt.heap);
            let (function, receiver) = (method.function.clone(), method.this.clone());
            let name = rt.get_attr_str(&function, "__name__")?;
            let name = rt.str(&name)?.to_rust().into_owned();
            reduce_attribute(rt, receiver, &name)
        };
    ];
}

/// A method stays bound to what it is bound to.
fn descriptor_get(_rt: &mut Runtime, this: &Object, _instance: Option<&Object>, _owner: &Object) -> Result {
    Ok(this.clone())
}

/// The description of `method`.
pub static BOUND_METHOD: TypeDef = TypeDef {
    id: Some(ClassId::BoundMethod),
    name: "method",
    doc: "Create a bound instance method object.",
    layout: <BoundMethodBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::BOUND_METHOD],
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots {
        new: Some(new),
        call: Some(call),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        get_attribute: Some(get_attribute),
        descriptor_get: Some(descriptor_get),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
