//! `cmp_to_key`: objects that compare as a function says.

use crate::heap::{Object, Ref};
use crate::layout;
use crate::object::{Args, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef, protocols};

layout! {
    /// Body of the maker of keys, and of a key.
    pub struct KeyBody as "functools.KeyWrapper" {
        /// The function that compares.
        pub compare: Object,
        /// What is compared; absent in the maker.
        pub object: Option<Object>,
    }
}

fn expect(object: &Object) -> &Ref<KeyBody> {
    object.cast().expect("slots of a key get one")
}

/// The maker of keys that compare as `compare` says.
pub fn cmp_to_key(rt: &mut Runtime, compare: &Object) -> Result {
    let class = rt.native_class(&TYPE)?;
    Ok(rt.alloc_for(&class, KeyBody { compare: compare.clone(), object: None })?.into())
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let [Some(object)] = crate::modules::support::matched(rt, "K", &["obj"], (1, 1), args)? else {
        return Ok(Object::NONE);
    };
    let class = rt.class_of(this).clone();
    let compare = expect(this).get(&rt.heap).compare.clone();
    Ok(rt.alloc_for(&class, KeyBody { compare, object: Some(object.clone()) })?.into())
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<KeyBody>(), right.cast::<KeyBody>()) else {
        return Err(rt.type_error("other argument must be K instance"));
    };
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    let function = a.compare.clone();
    let (Some(x), Some(y)) = (a.object.clone(), b.object.clone()) else {
        return Err(rt.raise(ClassId::AttributeError, "object"));
    };
    let verdict = rt.call(&function, &[x, y])?;
    match verdict.value().as_int() {
        Some(number) => Ok(Object::bool(op.test(number.cmp(&0)))),
        None => rt.compare(op, &verdict, &Object::small(0)),
    }
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "obj",
    doc: "Value wrapped by a key function.",
    get: |rt, this| Ok(expect(this).get(&rt.heap).object.clone().unwrap_or(Object::NONE)),
    set: Some(|rt, this, value| {
        let old = std::mem::replace(&mut expect(this).get_mut(&mut rt.heap).0.object, value.cloned());
        drop(old);
        Ok(())
    }),
}];

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "KeyWrapper",
    module: "functools",
    layout: <KeyBody as crate::heap::Layout>::info,
    slots: Slots { call: Some(call), compare: Some(compare), hash: Some(protocols::unhashable), ..Slots::EMPTY },
    getset: GETSET,
    ..TypeDef::EMPTY
};
