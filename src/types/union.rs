//! `types.UnionType`: what `int | str` is.

use crate::heap::{Object, Ref};
use crate::layout;
use crate::layout::{Str, StrBuilder, Tuple};
use crate::object::{BinaryOp, Class, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::generic_alias::{GenericAliasBody, collect, push_type, substitute};

layout! {
    /// Body of a union.
    pub struct UnionBody as "types.UnionType" {
        /// `__args__`: at least two, no unions among them.
        pub args: Tuple,
        /// `__parameters__`, once asked for.
        pub parameters: Option<Tuple>,
    }
}
/// A union of types.
pub type Union = Ref<UnionBody>;

fn expect(object: &Object) -> &Union {
    object.cast().expect("slots of unions get one")
}

/// Whether the object can be part of a union.
fn can_unite(object: &Object) -> bool {
    object.is_none()
        || Class::from_object(object).is_some()
        || object.cast::<GenericAliasBody>().is_some()
        || object.cast::<UnionBody>().is_some()
}

/// `left | right` of two types; NotImplemented if one is none.
pub fn of(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    if !can_unite(left) || !can_unite(right) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    unite(rt, left, right)
}

/// `left | right` where one operand is a TypeAliasType (a class of `typing`); NotImplemented if the other is no type.
pub fn with_alias(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let same = rt.class_of(left).as_object().is(rt.class_of(right).as_object());
    if !can_unite(left) && !can_unite(right) && !same {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    unite(rt, left, right)
}

fn unite(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let mut args: Vec<Object> = Vec::new();
    for operand in [left, right] {
        let parts = match operand.cast::<UnionBody>() {
            Some(union) => union.get(&rt.heap).args.items().to_vec(),
            None if operand.is_none() => vec![rt.class(ClassId::NoneType).as_object().clone()],
            None => vec![operand.clone()],
        };
        for part in parts {
            if !is_known(rt, &args, &part)? {
                args.push(part);
            }
        }
    }
    if args.len() == 1 {
        return Ok(args.remove(0));
    }
    let args = rt.new_tuple(args)?;
    let class = rt.class(ClassId::Union).clone();
    Ok(rt.alloc_for(&class, UnionBody { args, parameters: None })?.into())
}

/// Whether a part is among those before it: aliases by equality, others by identity.
fn is_known(rt: &mut Runtime, args: &[Object], part: &Object) -> Result<bool> {
    for known in args {
        let aliases = known.cast::<GenericAliasBody>().is_some() && part.cast::<GenericAliasBody>().is_some();
        if known.is(part) || (aliases && rt.equal(known, part)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let args = expect(this).get(&rt.heap).args.clone();
    let mut text = StrBuilder::new();
    for (i, arg) in args.items().iter().enumerate() {
        if i > 0 {
            text.push_str(&rt.heap, " | ")?;
        }
        match arg.is(rt.class(ClassId::NoneType)) {
            true => text.push_str(&rt.heap, "None")?,
            false => push_type(rt, &mut text, arg)?,
        }
    }
    Ok(text.finish(&rt.heap, &rt.strings)?)
}

/// The parts as a frozenset, for comparing and hashing.
fn parts(rt: &mut Runtime, this: &Union) -> Result {
    let args = this.get(&rt.heap).args.clone();
    let class = rt.class(ClassId::FrozenSet).clone();
    rt.call(&class, &[args.into()])
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<UnionBody>(), right.cast::<UnionBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let (a, b) = (parts(rt, a)?, parts(rt, b)?);
    rt.compare(op, &a, &b)
}

fn own_parameters(rt: &mut Runtime, this: &Union) -> Result<Tuple> {
    let body = this.get(&rt.heap);
    if let Some(parameters) = &body.parameters {
        return Ok(parameters.clone());
    }
    let args = body.args.clone();
    let parameters = collect(rt, args.items())?;
    this.get_mut(&mut rt.heap).0.parameters = Some(parameters.clone());
    Ok(parameters)
}

fn get_item(rt: &mut Runtime, this: &Object, item: &Object) -> Result {
    let union = expect(this);
    let parameters = own_parameters(rt, union)?;
    let args = union.get(&rt.heap).args.clone();
    let args = substitute(rt, this, args.items(), &parameters, item)?;
    let mut args = args.into_iter();
    let Some(mut result) = args.next() else { return Err(rt.type_error("Cannot take a Union of no types.")) };
    for arg in args {
        result = rt.binary(BinaryOp::Or, &result, &arg)?;
    }
    Ok(result)
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__args__",
        doc: "",
        get: |rt, this| Ok(expect(this).get(&rt.heap).args.clone().into()),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "__parameters__",
        doc: "Type variables in the types.UnionType.",
        get: |rt, this| own_parameters(rt, expect(this)).map(Into::into),
        set: None,
    },
];

/// The description of `types.UnionType`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Union),
    name: "types.UnionType",
    module: "types",
    doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
    layout: <UnionBody as crate::heap::Layout>::info,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        repr: Some(repr),
        hash: Some(|rt, this| {
            let parts = parts(rt, expect(this))?;
            rt.hash(&parts)
        }),
        compare: Some(compare),
        get_item: Some(get_item),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Or, of),
    getset: GETSET,
    ..TypeDef::EMPTY
};
