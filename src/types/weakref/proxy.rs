//! `weakref.proxy`: stands for its target in every operation, without keeping it alive.

use super::{arguments, check_target, make, target};
use crate::heap::{Layout, Object, ShapeId, WeakBody};
use crate::layout::Str;
use crate::methods;
use crate::object::{
    Args, BinaryOp, ClassId, CompareOp, Raised, Result, Runtime, Slots, TypeDef, UnaryOp, protocols::unhashable,
};

const SHAPES: [ShapeId; 2] = [ShapeId::WEAK_PROXY, ShapeId::WEAK_CALLABLE_PROXY];

/// `proxy(object, callback=None)`; without callback the existing proxy is given again.
pub fn new_proxy(rt: &mut Runtime, args: &[Object]) -> Result {
    let (object, callback) = arguments(rt, "proxy", args)?;
    check_target(rt, object)?;
    if callback.is_none()
        && let Some(existing) = rt.heap.shared_weakref(object, &SHAPES)
    {
        return Ok(existing);
    }
    let callable = rt.class_of(object).get(&rt.heap).slots.call.is_some();
    let class = rt.native_class(if callable { &CALLABLE_PROXY } else { &PROXY })?;
    make(rt, &class, object, callback.cloned())
}

fn gone(rt: &mut Runtime) -> Raised {
    rt.raise(ClassId::ReferenceError, "weakly-referenced object no longer exists")
}

/// What the proxy stands for; ReferenceError if it has died.
fn inner(rt: &mut Runtime, this: &Object) -> Result {
    match target(rt, this) {
        Some(target) => Ok(target),
        None => Err(gone(rt)),
    }
}

/// The same for an operand that may be a proxy or not.
fn unwrap(rt: &mut Runtime, object: &Object) -> Result {
    if SHAPES.contains(&object.shape()) { inner(rt, object) } else { Ok(object.clone()) }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let id = this.id();
    let text = match target(rt, this) {
        Some(target) => {
            let kind = rt.type_name(&target);
            format!("<weakproxy at {id:#x}; to '{kind}' at {:#x}>", target.id())
        }
        None => format!("<weakproxy at {id:#x}; dead>"),
    };
    rt.new_str(&text)
}

fn str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let inner = inner(rt, this)?;
    rt.str(&inner)
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let inner = inner(rt, this)?;
    rt.call_args(&inner, args)
}

fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let inner = inner(rt, this)?;
    rt.get_attr(&inner, name)
}

fn set_attribute(rt: &mut Runtime, this: &Object, name: &Str, value: Option<&Object>) -> Result<()> {
    let inner = inner(rt, this)?;
    match value {
        Some(value) => rt.set_attr(&inner, name, value),
        None => rt.del_attr(&inner, name),
    }
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (left, right) = (unwrap(rt, left)?, unwrap(rt, right)?);
    rt.compare(op, &left, &right)
}

fn truth(rt: &mut Runtime, this: &Object) -> Result<bool> {
    let inner = inner(rt, this)?;
    rt.truth(&inner)
}

fn len(rt: &mut Runtime, this: &Object) -> Result<usize> {
    let inner = inner(rt, this)?;
    rt.len(&inner)
}

fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let (inner, key) = (inner(rt, this)?, unwrap(rt, key)?);
    rt.get_item(&inner, &key)
}

fn set_item(rt: &mut Runtime, this: &Object, key: &Object, value: Option<&Object>) -> Result<()> {
    let inner = inner(rt, this)?;
    match value {
        Some(value) => rt.set_item(&inner, key, value),
        None => rt.del_item(&inner, key),
    }
}

fn contains(rt: &mut Runtime, this: &Object, item: &Object) -> Result<bool> {
    let inner = inner(rt, this)?;
    rt.contains(&inner, item)
}

fn iter(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.iter(&inner)
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let inner = inner(rt, this)?;
    match rt.class_of(&inner).get(&rt.heap).slots.next {
        Some(function) => function(rt, &inner).into(),
        None => {
            let kind = rt.type_name(&inner);
            Err(rt.type_error(format!("Weakref proxy referenced a non-iterator '{kind}' object")))
        }
    }
}

fn binary<const OP: usize>(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (left, right) = (unwrap(rt, left)?, unwrap(rt, right)?);
    rt.binary(BinaryOp::ALL[OP], &left, &right)
}

fn in_place<const OP: usize>(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (left, right) = (unwrap(rt, left)?, unwrap(rt, right)?);
    rt.in_place(BinaryOp::ALL[OP], &left, &right)
}

fn power_modulo(rt: &mut Runtime, base: &Object, exponent: &Object, modulus: &Object) -> Result {
    let (base, exponent, modulus) = (unwrap(rt, base)?, unwrap(rt, exponent)?, unwrap(rt, modulus)?);
    rt.power_modulo(&base, &exponent, &modulus)
}

fn negative(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.unary(UnaryOp::Negative, &inner)
}

fn positive(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.unary(UnaryOp::Positive, &inner)
}

fn invert(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.unary(UnaryOp::Invert, &inner)
}

fn absolute(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.unary(UnaryOp::Absolute, &inner)
}

/// `int(proxy)`: what the target's class makes of itself.
fn int(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    let class = rt.class(ClassId::Int).as_object().clone();
    rt.call(&class, &[inner])
}

fn float(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    let class = rt.class(ClassId::Float).as_object().clone();
    rt.call(&class, &[inner])
}

fn index(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.index_object(&inner)
}

methods! {
    static METHODS = [
        "__bytes__"() => bytes;
        "__reversed__"() => reversed;
    ];
}

fn bytes(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.call_method(&inner, "__bytes__", &[])
}

fn reversed(rt: &mut Runtime, this: &Object) -> Result {
    let inner = inner(rt, this)?;
    rt.call_method(&inner, "__reversed__", &[])
}

/// An array of one function for each operator.
macro_rules! each_operator {
    ($function:ident) => {
        [
            Some($function::<0>),
            Some($function::<1>),
            Some($function::<2>),
            Some($function::<3>),
            Some($function::<4>),
            Some($function::<5>),
            Some($function::<6>),
            Some($function::<7>),
            Some($function::<8>),
            Some($function::<9>),
            Some($function::<10>),
            Some($function::<11>),
            Some($function::<12>),
            Some($function::<13>),
        ]
    };
}

const SLOTS: Slots = {
    let mut in_place: [Option<crate::object::BinaryFn>; BinaryOp::COUNT] = each_operator!(in_place);
    in_place[BinaryOp::DivMod as usize] = None;
    Slots {
        repr: Some(repr),
        str: Some(str),
        hash: Some(unhashable),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        compare: Some(compare),
        truth: Some(truth),
        len: Some(len),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        iter: Some(iter),
        next: Some(crate::next_slot!(next)),
        power_modulo: Some(power_modulo),
        binary: each_operator!(binary),
        in_place,
        unary: [Some(negative), Some(positive), Some(invert), Some(absolute), Some(int), Some(float), Some(index)],
        ..Slots::EMPTY
    }
};

/// The description of `weakref.ProxyType`.
pub static PROXY: TypeDef = TypeDef {
    name: "ProxyType",
    module: "weakref",
    layout: <WeakBody as Layout>::info,
    shapes: &[ShapeId::WEAK_PROXY],
    slots: SLOTS,
    methods: METHODS,
    ..TypeDef::EMPTY
};

/// The description of `weakref.CallableProxyType`.
pub static CALLABLE_PROXY: TypeDef = TypeDef {
    name: "CallableProxyType",
    module: "weakref",
    layout: <WeakBody as Layout>::info,
    shapes: &[ShapeId::WEAK_CALLABLE_PROXY],
    slots: Slots { call: Some(call), ..SLOTS },
    ..TypeDef::EMPTY
};
