//! `types.GenericAlias` (`list[int]`) and `types.UnionType` (`int | str`).

use crate::heap::{Object, Ref};
use crate::layout::{Str, Tuple, TupleBody};
use crate::object::{
    Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef,
    generic_get_attribute,
};
use crate::{layout, methods};

layout! {
    /// Body of a generic alias.
    pub struct AliasBody as "types.GenericAlias" {
        /// `__origin__`.
        pub origin: Object,
        /// `__args__`.
        pub args: Tuple,
    }
}

layout! {
    /// Body of a union of types.
    pub struct UnionBody as "types.UnionType" {
        /// `__args__`.
        pub args: Tuple,
    }
}

/// Sets the hooks by which classes make aliases and unions.
pub fn install(rt: &mut Runtime) {
    rt.hooks.generic_alias = make_alias;
    rt.hooks.union = make_union;
}

fn alias(this: &Object) -> &Ref<AliasBody> {
    this.cast::<AliasBody>().expect("a slot of a generic alias gets one")
}

fn make_alias(rt: &mut Runtime, origin: &Object, item: &Object) -> Result {
    let args = match item.cast_exact::<TupleBody>() {
        Some(items) => items.clone(),
        None => Tuple::from_slice(&rt.heap, std::slice::from_ref(item))?,
    };
    let class = rt.class(ClassId::GenericAlias).clone();
    Ok(rt.alloc_for(&class, AliasBody { origin: origin.clone(), args })?.into())
}

fn alias_new(rt: &mut Runtime, _class: &Class, args: Args<'_>) -> Result {
    match args.positional() {
        [origin, item] => make_alias(rt, origin, item),
        more => {
            let got = more.len();
            Err(rt.type_error(format!("GenericAlias expected 2 arguments, got {got}")))
        }
    }
}

/// How a type shows inside an alias or union: its qualified name, `None`, `...`, or its repr.
fn push_type(rt: &mut Runtime, out: &mut String, item: &Object) -> Result<()> {
    if item.is(&Object::ELLIPSIS) {
        out.push_str("...");
        return Ok(());
    }
    if item.is(rt.class(ClassId::NoneType)) {
        out.push_str("None");
        return Ok(());
    }
    if item.cast::<AliasBody>().is_none()
        && let Some(class) = Class::from_object(item).cloned()
    {
        out.push_str(&rt.qualified_class_name(&class)?);
        return Ok(());
    }
    rt.push_repr(out, item)
}

fn alias_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let (origin, args) = {
        let body = alias(this).get(&rt.heap);
        (body.origin.clone(), body.args.clone())
    };
    let mut out = String::new();
    push_type(rt, &mut out, &origin)?;
    out.push('[');
    if args.items().is_empty() {
        out.push_str("()");
    }
    for (i, item) in args.items().iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        push_type(rt, &mut out, item)?;
    }
    out.push(']');
    rt.new_str(&out)
}

fn alias_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let origin = alias(this).get(&rt.heap).origin.clone();
    let made = rt.call_args(&origin, args)?;
    let name = rt.intern("__orig_class__");
    // Objects without a dict do not remember how they were made.
    if let Err(raised) = rt.set_attr(&made, &name, this)
        && !rt.is_raised(&raised, ClassId::AttributeError)
        && !rt.is_raised(&raised, ClassId::TypeError)
    {
        return Err(raised);
    }
    Ok(made)
}

fn alias_hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let (origin, args) = {
        let body = alias(this).get(&rt.heap);
        (body.origin.clone(), body.args.clone())
    };
    Ok(rt.hash(&origin)? ^ rt.hash(&args)?)
}

fn alias_compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<AliasBody>(), right.cast::<AliasBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    let pairs = (a.origin.clone(), b.origin.clone(), a.args.clone(), b.args.clone());
    let equal = rt.equal(&pairs.0, &pairs.1)? && rt.equal(&pairs.2, &pairs.3)?;
    Ok(Object::bool(equal == (op == CompareOp::Equal)))
}

/// Attributes that an alias has itself; all others are its origin's.
fn alias_get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let text = name.to_rust().into_owned();
    let is_dunder = text.starts_with("__") && text.ends_with("__");
    let forwarded =
        matches!(text.as_str(), "__name__" | "__qualname__" | "__module__" | "__doc__" | "__dict__" | "__mro__");
    if !is_dunder || forwarded {
        let origin = alias(this).get(&rt.heap).origin.clone();
        return rt.get_attr(&origin, name);
    }
    generic_get_attribute(rt, this, name)
}

fn alias_get_item(rt: &mut Runtime, this: &Object, item: &Object) -> Result {
    let body = alias(this).get(&rt.heap);
    let (origin, args) = (body.origin.clone(), body.args.clone());
    let mut given: Vec<Object> = match item.cast_exact::<TupleBody>() {
        Some(items) => items.items().to_vec(),
        None => vec![item.clone()],
    };
    let parameters: Vec<bool> = args.items().iter().map(|a| is_parameter(rt, a)).collect();
    let wanted = parameters.iter().filter(|p| **p).count();
    if wanted == 0 {
        let shown = rt.repr(this)?;
        return Err(rt.type_error(format!("{} is not a generic class", shown.to_rust())));
    }
    if given.len() != wanted {
        let shown = rt.repr(this)?;
        let what = if given.len() > wanted { "many" } else { "few" };
        let got = given.len();
        return Err(
            rt.type_error(format!("Too {what} arguments for {}; actual {got}, expected {wanted}", shown.to_rust()))
        );
    }
    given.reverse();
    let fresh: Vec<Object> = args
        .items()
        .iter()
        .zip(parameters)
        .map(|(old, is)| if is { given.pop().unwrap_or_else(|| old.clone()) } else { old.clone() })
        .collect();
    let fresh: Object = Tuple::from_slice(&rt.heap, &fresh)?.into();
    make_alias(rt, &origin, &fresh)
}

/// Whether an argument is a type parameter.
fn is_parameter(rt: &Runtime, object: &Object) -> bool {
    matches!(rt.type_name(object).as_str(), "TypeVar" | "ParamSpec" | "TypeVarTuple")
}

methods! {
    static ALIAS_METHODS = [
        "__mro_entries__"(bases, /) => mro_entries;
        "__instancecheck__"(instance, /) => refuse_instance;
        "__subclasscheck__"(cls, /) => refuse_subclass;
    ];
}

fn mro_entries(rt: &mut Runtime, this: &Ref<AliasBody>, _bases: &Object) -> Result<Tuple> {
    let origin = this.get(&rt.heap).origin.clone();
    Ok(Tuple::from_slice(&rt.heap, &[origin])?)
}

fn refuse_instance(rt: &mut Runtime, _this: &Ref<AliasBody>, _instance: &Object) -> Result {
    Err(rt.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn refuse_subclass(rt: &mut Runtime, _this: &Ref<AliasBody>, _class: &Object) -> Result {
    Err(rt.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

static ALIAS_GETSET: &[GetSetDef] = &[
    GetSetDef { name: "__origin__", doc: "", get: |rt, this| Ok(alias(this).get(&rt.heap).origin.clone()), set: None },
    GetSetDef {
        name: "__args__",
        doc: "",
        get: |rt, this| Ok(alias(this).get(&rt.heap).args.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "__parameters__",
        doc: "",
        get: |rt, this| {
            let args = alias(this).get(&rt.heap).args.clone();
            let parameters: Vec<Object> = args.items().iter().filter(|a| is_parameter(rt, a)).cloned().collect();
            Ok(Tuple::from_slice(&rt.heap, &parameters)?.into())
        },
        set: None,
    },
];

/// The description of `types.GenericAlias`.
pub static ALIAS: TypeDef = TypeDef {
    id: Some(ClassId::GenericAlias),
    name: "types.GenericAlias",
    module: "types",
    doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    layout: <AliasBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE | ClassFlags::WEAKREFABLE,
    slots: Slots {
        new: Some(alias_new),
        repr: Some(alias_repr),
        call: Some(alias_call),
        hash: Some(alias_hash),
        compare: Some(alias_compare),
        get_attribute: Some(alias_get_attribute),
        get_item: Some(alias_get_item),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Or, make_union),
    methods: ALIAS_METHODS,
    getset: ALIAS_GETSET,
    ..TypeDef::EMPTY
};

/// Whether an object may stand in a union.
fn is_type_like(rt: &Runtime, object: &Object) -> bool {
    object.is_none()
        || Class::from_object(object).is_some()
        || object.cast::<AliasBody>().is_some()
        || object.cast::<UnionBody>().is_some()
        || is_parameter(rt, object)
        || rt.type_name(object) == "TypeAliasType"
}

/// `left | right` of types; members are flattened and kept once.
fn make_union(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    if !is_type_like(rt, left) || !is_type_like(rt, right) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let mut members: Vec<Object> = Vec::new();
    for side in [left, right] {
        let parts = match side.cast::<UnionBody>() {
            Some(union) => union.get(&rt.heap).args.items().to_vec(),
            None if side.is_none() => vec![rt.class(ClassId::NoneType).as_object().clone()],
            None => vec![side.clone()],
        };
        for part in parts {
            let mut known = false;
            for member in &members {
                known = known || rt.equal(member, &part)?;
            }
            if !known {
                members.push(part);
            }
        }
    }
    if let [only] = members.as_slice() {
        return Ok(only.clone());
    }
    let class = rt.class(ClassId::Union).clone();
    let args = Tuple::from_slice(&rt.heap, &members)?;
    Ok(rt.alloc_for(&class, UnionBody { args })?.into())
}

fn union_args(rt: &Runtime, this: &Object) -> Tuple {
    this.cast::<UnionBody>().expect("a slot of a union gets one").get(&rt.heap).args.clone()
}

fn union_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let mut out = String::new();
    for (i, item) in union_args(rt, this).items().iter().enumerate() {
        if i > 0 {
            out.push_str(" | ");
        }
        push_type(rt, &mut out, item)?;
    }
    rt.new_str(&out)
}

fn union_hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let mut hash = 0;
    for item in union_args(rt, this).items() {
        hash ^= rt.hash(item)?;
    }
    Ok(hash)
}

fn union_compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    if left.cast::<UnionBody>().is_none() || right.cast::<UnionBody>().is_none() {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let (a, b) = (union_args(rt, left), union_args(rt, right));
    let mut equal = a.items().len() == b.items().len();
    for item in a.items() {
        let mut found = false;
        for other in b.items() {
            found = found || rt.equal(item, other)?;
        }
        equal = equal && found;
    }
    Ok(Object::bool(equal == (op == CompareOp::Equal)))
}

methods! {
    static UNION_METHODS = [
        "__instancecheck__"(instance, /) => union_instance;
        "__subclasscheck__"(cls, /) => union_subclass;
    ];
}

fn union_instance(rt: &mut Runtime, this: &Object, instance: &Object) -> Result<bool> {
    for member in union_args(rt, this).items() {
        if rt.isinstance(instance, member)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn union_subclass(rt: &mut Runtime, this: &Object, class: &Object) -> Result<bool> {
    for member in union_args(rt, this).items() {
        if rt.issubclass(class, member)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The description of `types.UnionType`.
pub static UNION: TypeDef = TypeDef {
    id: Some(ClassId::Union),
    name: "types.UnionType",
    module: "types",
    doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
    layout: <UnionBody as crate::heap::Layout>::info,
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots { repr: Some(union_repr), hash: Some(union_hash), compare: Some(union_compare), ..Slots::EMPTY }
        .with_binary(BinaryOp::Or, make_union),
    methods: UNION_METHODS,
    getset: &[GetSetDef { name: "__args__", doc: "", get: |rt, this| Ok(union_args(rt, this).into()), set: None }],
    ..TypeDef::EMPTY
};
