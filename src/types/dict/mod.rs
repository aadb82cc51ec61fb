//! `dict`.
//!
//! - `access`: getting, setting and deleting any key, with Python's equality: what the VM and other types use.
//! - `methods`, `update`: the methods.
//! - `iterator`: the six iterators over keys, values and items, forwards and backwards.
//! - `view`, `view_set`: `keys()`, `values()`, `items()`, and what they do as sets.

mod access;
mod iterator;
mod methods;
mod update;
mod view;
mod view_set;

pub use iterator::{
    ITEM_ITERATOR, ItemIteratorBody, KEY_ITERATOR, KeyIteratorBody, REVERSE_ITEM_ITERATOR, REVERSE_KEY_ITERATOR,
    REVERSE_VALUE_ITERATOR, VALUE_ITERATOR, ValueIteratorBody,
};
pub use update::{iterates_plainly, merge, update_from};
pub use view::{ITEMS, ItemsBody, KEYS, KeysBody, VALUES, ValuesBody};

use crate::heap::{Object, ShapeId};
use crate::layout::{Dict, DictBody, Str, StrBuilder};
use crate::object::{
    Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, Result, Runtime, Slots, TypeDef, protocols,
};
use crate::types::sequence::push_repr;

pub(super) fn expect(object: &Object) -> &Dict {
    object.cast().expect("slots of dict get dicts")
}

/// Whether the object is a dict and no subclass.
#[inline]
pub fn is_exact(object: &Object) -> bool {
    object.shape() == ShapeId::DICT
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let dict = expect(this);
    if dict.get(&rt.heap).is_empty() {
        return rt.new_str("{}");
    }
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        text.push(&rt.heap, '{' as u32)?;
        let mut position = 0;
        while let Some((at, key, value)) = dict.next_pair(rt, position) {
            if position > 0 {
                text.push_str(&rt.heap, ", ")?;
            }
            push_repr(rt, &mut text, &key)?;
            text.push_str(&rt.heap, ": ")?;
            push_repr(rt, &mut text, &value)?;
            rt.check_interrupts()?;
            position = at + 1;
        }
        text.push(&rt.heap, '}' as u32)?;
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str("{...}"),
    }
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    match (left.cast::<DictBody>(), right.cast::<DictBody>(), op) {
        (Some(a), Some(b), CompareOp::Equal) => equal(rt, a, b).map(Object::bool),
        (Some(a), Some(b), CompareOp::NotEqual) => equal(rt, a, b).map(|equal| Object::bool(!equal)),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

/// Whether two dicts have equal values under equal keys.
fn equal(rt: &mut Runtime, a: &Dict, b: &Dict) -> Result<bool> {
    if a.get(&rt.heap).len() != b.get(&rt.heap).len() {
        return Ok(false);
    }
    let mut position = 0;
    while let Some((at, entry)) = a.get(&rt.heap).next(position) {
        // What is the same in both at the same place needs no search.
        let others = b.get(&rt.heap);
        if at < others.end() && others.entry(at).key.is(&entry.key) && others.entry(at).value.is(&entry.value) {
            rt.check_interrupts()?;
            position = at + 1;
            continue;
        }
        let (key, value, hash) = (entry.key.clone(), entry.value.clone(), entry.hash);
        let Some(other) = b.get_hashed(rt, &key, hash)? else { return Ok(false) };
        if !rt.equal(&value, &other)? {
            return Ok(false);
        }
        rt.check_interrupts()?;
        position = at + 1;
    }
    Ok(true)
}

fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let dict = expect(this);
    if let Some(value) = dict.get_key(rt, key)? {
        return Ok(value);
    }
    if !is_exact(this) {
        let missing = rt.names.missing.clone();
        if let Some(value) = rt.call_special(this, &missing, std::slice::from_ref(key))? {
            return Ok(value);
        }
    }
    Err(rt.key_error(key))
}

fn set_item(rt: &mut Runtime, this: &Object, key: &Object, value: Option<&Object>) -> Result<()> {
    let dict = expect(this);
    match value {
        Some(value) => dict.set_key(rt, key, value.clone()),
        None => match dict.remove_key(rt, key)? {
            Some(_) => Ok(()),
            None => Err(rt.key_error(key)),
        },
    }
}

fn union(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (Some(a), Some(b)) = (left.cast::<DictBody>(), right.cast::<DictBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let result = Dict::copied(&rt.heap, a, b.get(&rt.heap).len())?;
    match right.cast_exact::<DictBody>() {
        Some(right) => update::merge_dict(rt, &result, right)?,
        None => update_from(rt, &result, right)?,
    }
    Ok(result.into())
}

fn union_in_place(rt: &mut Runtime, this: &Object, other: &Object) -> Result {
    update_from(rt, expect(this), other)?;
    Ok(this.clone())
}

fn create(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    if class.is(rt.class(ClassId::Dict)) {
        return Ok(Dict::new(&rt.heap)?.into());
    }
    Ok(rt.alloc_for(class, DictBody::new())?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    update::update_with(rt, expect(this), "dict", args)
}

/// The type.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Dict),
    name: "dict",
    doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
    layout: <DictBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::DICT],
    flags: ClassFlags::BASE | ClassFlags::MAPPING | ClassFlags::MATCH_SELF | ClassFlags::PLAIN_ITEMS,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(create),
        init: Some(init),
        repr: Some(repr),
        hash: Some(protocols::unhashable),
        compare: Some(compare),
        iter: Some(iterator::iter_keys),
        len: Some(|rt, this| Ok(expect(this).get(&rt.heap).len())),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(|rt, this, key| expect(this).contains_key(rt, key)),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Or, union)
    .with_in_place(BinaryOp::Or, union_in_place),
    methods: methods::METHODS,
    ..TypeDef::EMPTY
};
