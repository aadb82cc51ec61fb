//! `mappingproxy`: a read-only view of a mapping, as `Class.__dict__` is.

use crate::heap::{Object, Ref, ShapeId};
use crate::layout::{ListBody, Str, TupleBody};
use crate::object::{Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, Result, Runtime, Slots, TypeDef};
use crate::types::arity;
use crate::{layout, methods};

layout! {
    /// Body of a mapping proxy.
    pub struct MappingProxyBody as "mappingproxy" (ShapeId::MAPPING_PROXY) {
        /// The mapping behind it.
        pub mapping: Object,
    }
}

fn mapping(rt: &Runtime, this: &Object) -> Object {
    let body: &Ref<MappingProxyBody> = this.cast().expect("a slot of `mappingproxy` gets one");
    body.get(&rt.heap).mapping.clone()
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    if args.values.len() > 1 {
        let got = args.values.len();
        return Err(rt.type_error(format!("mappingproxy() takes at most 1 argument ({got} given)")));
    }
    let [Some(mapping)] = arity::matched_from(rt, "mappingproxy", &["mapping"], 1, args)? else {
        return Err(rt.type_error("mappingproxy() missing required argument 'mapping' (pos 1)"));
    };
    let body = rt.class_of(mapping).get(&rt.heap);
    // Sequences have subscripts but are no mappings; of Python's own classes nobody can tell.
    let is_sequence = mapping.cast::<ListBody>().is_some() || mapping.cast::<TupleBody>().is_some();
    if body.slots.get_item.is_none() || is_sequence {
        let got = rt.type_name(mapping);
        return Err(rt.type_error(format!("mappingproxy() argument must be a mapping, not {got}")));
    }
    Ok(rt.alloc_for(class, MappingProxyBody { mapping: mapping.clone() })?.into())
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let inner = mapping(rt, this);
    let inner = rt.repr(&inner)?;
    rt.new_str(&format!("mappingproxy({})", inner.to_rust()))
}

fn str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let inner = mapping(rt, this);
    rt.str(&inner)
}

fn iter(rt: &mut Runtime, this: &Object) -> Result {
    let inner = mapping(rt, this);
    rt.iter(&inner)
}

fn len(rt: &mut Runtime, this: &Object) -> Result<usize> {
    let inner = mapping(rt, this);
    rt.len(&inner)
}

fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let inner = mapping(rt, this);
    rt.get_item(&inner, key)
}

fn contains(rt: &mut Runtime, this: &Object, key: &Object) -> Result<bool> {
    let inner = mapping(rt, this);
    rt.contains(&inner, key)
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let inner = mapping(rt, this);
    rt.hash(&inner)
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let inner = mapping(rt, left);
    rt.compare(op, &inner, right)
}

fn union(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let unwrap = |rt: &Runtime, o: &Object| {
        if o.cast::<MappingProxyBody>().is_some() { mapping(rt, o) } else { o.clone() }
    };
    let (left, right) = (unwrap(rt, left), unwrap(rt, right));
    rt.binary(BinaryOp::Or, &left, &right)
}

methods! {
    static METHODS = [
        /// Return the value for key if key is in the mapping, else default.
        "get"(key, default=None, /) => get;
        /// a set-like object providing a view on D's keys
        "keys"() => keys;
        /// an object providing a view on D's values
        "values"() => values;
        /// a set-like object providing a view on D's items
        "items"() => items;
        /// a shallow copy of D
        "copy"() => copy;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| -> Result {
            (rt.hooks.generic_alias)(rt, class, item)
        };
        /// reverse iterator
        "__reversed__"() => reversed;
    ];
}

fn get(rt: &mut Runtime, this: &Object, key: &Object, default: Option<&Object>) -> Result {
    let inner = mapping(rt, this);
    let default = default.cloned().unwrap_or(Object::NONE);
    rt.call_method(&inner, "get", &[key.clone(), default])
}

/// `proxy |= other` would change what others see.
fn no_update(rt: &mut Runtime, _this: &Object, _other: &Object) -> Result {
    Err(rt.type_error("'|=' is not supported by mappingproxy; use '|' instead"))
}

fn keys(rt: &mut Runtime, this: &Object) -> Result {
    let inner = mapping(rt, this);
    rt.call_method(&inner, "keys", &[])
}

fn values(rt: &mut Runtime, this: &Object) -> Result {
    let inner = mapping(rt, this);
    rt.call_method(&inner, "values", &[])
}

fn items(rt: &mut Runtime, this: &Object) -> Result {
    let inner = mapping(rt, this);
    rt.call_method(&inner, "items", &[])
}

fn copy(rt: &mut Runtime, this: &Object) -> Result {
    let inner = mapping(rt, this);
    rt.call_method(&inner, "copy", &[])
}

fn reversed(rt: &mut Runtime, this: &Object) -> Result {
    let inner = mapping(rt, this);
    rt.call_method(&inner, "__reversed__", &[])
}

/// The description of `mappingproxy`.
pub static MAPPING_PROXY: TypeDef = TypeDef {
    id: Some(ClassId::MappingProxy),
    name: "mappingproxy",
    doc: "Read-only proxy of a mapping.",
    layout: <MappingProxyBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::MAPPING_PROXY],
    flags: ClassFlags::MAPPING,
    slots: Slots {
        new: Some(new),
        repr: Some(repr),
        str: Some(str),
        iter: Some(iter),
        len: Some(len),
        get_item: Some(get_item),
        contains: Some(contains),
        hash: Some(hash),
        compare: Some(compare),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Or, union)
    .with_in_place(BinaryOp::Or, no_update),
    methods: METHODS,
    ..TypeDef::EMPTY
};
