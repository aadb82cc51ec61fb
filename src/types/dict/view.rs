//! `dict_keys`, `dict_values`, `dict_items`: live views of a dict.

use super::{iterator, view_set};
use crate::heap::{Object, Ref, ShapeId};
use crate::layout::{Dict, Str, StrBuilder, TupleBody};
use crate::object::{BinaryOp, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef, protocols};
use crate::types::sequence;
use crate::{layout, methods};

layout! {
    /// Body of a view of keys.
    pub struct KeysBody as "dict_keys" (ShapeId::DICT_KEYS) {
        /// The dict.
        pub dict: Dict,
    }
}
layout! {
    /// Body of a view of values.
    pub struct ValuesBody as "dict_values" (ShapeId::DICT_VALUES) {
        /// The dict.
        pub dict: Dict,
    }
}
layout! {
    /// Body of a view of items.
    pub struct ItemsBody as "dict_items" (ShapeId::DICT_ITEMS) {
        /// The dict.
        pub dict: Dict,
    }
}

/// The dict that a view shows, if the object is a view.
pub(super) fn viewed(rt: &Runtime, object: &Object) -> Option<Dict> {
    if let Some(view) = object.cast::<KeysBody>() {
        return Some(view.get(&rt.heap).dict.clone());
    }
    if let Some(view) = object.cast::<ItemsBody>() {
        return Some(view.get(&rt.heap).dict.clone());
    }
    object.cast::<ValuesBody>().map(|view| view.get(&rt.heap).dict.clone())
}

/// The dict of a view.
pub(super) fn dict_of(rt: &Runtime, view: &Object) -> Dict {
    viewed(rt, view).expect("slots of views get views")
}

pub(super) fn keys(rt: &mut Runtime, dict: &Dict) -> Result<Ref<KeysBody>> {
    Ok(rt.heap.alloc(ShapeId::DICT_KEYS, KeysBody { dict: dict.clone() })?)
}

pub(super) fn values(rt: &mut Runtime, dict: &Dict) -> Result<Ref<ValuesBody>> {
    Ok(rt.heap.alloc(ShapeId::DICT_VALUES, ValuesBody { dict: dict.clone() })?)
}

pub(super) fn items(rt: &mut Runtime, dict: &Dict) -> Result<Ref<ItemsBody>> {
    Ok(rt.heap.alloc(ShapeId::DICT_ITEMS, ItemsBody { dict: dict.clone() })?)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        let name = rt.type_name(this);
        text.push_str(&rt.heap, &name)?;
        text.push_str(&rt.heap, "([")?;
        let items = rt.collect(this)?;
        let list = crate::types::list::new(rt, items)?;
        sequence::push_items(rt, &mut text, &list)?;
        text.push_str(&rt.heap, "])")?;
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str("..."),
    }
}

fn len(rt: &mut Runtime, this: &Object) -> Result<usize> {
    Ok(dict_of(rt, this).get(&rt.heap).len())
}

pub(super) fn keys_contain(rt: &mut Runtime, this: &Object, key: &Object) -> Result<bool> {
    dict_of(rt, this).contains_key(rt, key)
}

/// A pair is contained if its key's value is equal to its second part.
pub(super) fn items_contain(rt: &mut Runtime, this: &Object, item: &Object) -> Result<bool> {
    let Some([key, value]) = item.cast::<TupleBody>().map(|pair| pair.items()) else { return Ok(false) };
    match dict_of(rt, this).get_key(rt, key)? {
        Some(found) => rt.equal(&found, value),
        None => Ok(false),
    }
}

methods! {
    static KEYS_METHODS = [
        /// Return True if the view and the given iterable have a null intersection.
        "isdisjoint"(object, /) => view_set::is_disjoint;
        /// Return a reverse iterator over the dict keys.
        "__reversed__"() => |rt: &mut Runtime, this: &Object| { let dict = dict_of(rt, this); iterator::reverse_keys(rt, &dict) };
    ];
}

methods! {
    static VALUES_METHODS = [
        /// Return a reverse iterator over the dict values.
        "__reversed__"() => |rt: &mut Runtime, this: &Object| { let dict = dict_of(rt, this); iterator::reverse_values(rt, &dict) };
    ];
}

methods! {
    static ITEMS_METHODS = [
        /// Return True if the view and the given iterable have a null intersection.
        "isdisjoint"(object, /) => view_set::is_disjoint;
        /// Return a reverse iterator over the dict items.
        "__reversed__"() => |rt: &mut Runtime, this: &Object| { let dict = dict_of(rt, this); iterator::reverse_items(rt, &dict) };
    ];
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "mapping",
    doc: "dictionary that this view refers to",
    get: |rt, this| {
        let dict = dict_of(rt, this).as_object().clone();
        let class = rt.class(ClassId::MappingProxy).as_object().clone();
        rt.call(&class, &[dict])
    },
    set: None,
}];

const SET_SLOTS: Slots = Slots {
    repr: Some(repr),
    len: Some(len),
    hash: Some(protocols::unhashable),
    compare: Some(view_set::compare),
    ..Slots::EMPTY
}
.with_binary(BinaryOp::Subtract, view_set::difference)
.with_binary(BinaryOp::And, view_set::intersection)
.with_binary(BinaryOp::Or, view_set::union)
.with_binary(BinaryOp::Xor, view_set::symmetric_difference);

/// The type of views of keys.
pub static KEYS: TypeDef = TypeDef {
    id: Some(ClassId::DictKeys),
    name: "dict_keys",
    layout: <KeysBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::DICT_KEYS],
    slots: Slots {
        iter: Some(|rt, this| {
            let dict = dict_of(rt, this);
            iterator::keys(rt, &dict)
        }),
        contains: Some(keys_contain),
        ..SET_SLOTS
    },
    methods: KEYS_METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// The type of views of values.
pub static VALUES: TypeDef = TypeDef {
    id: Some(ClassId::DictValues),
    name: "dict_values",
    layout: <ValuesBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::DICT_VALUES],
    slots: Slots {
        repr: Some(repr),
        len: Some(len),
        iter: Some(|rt, this| {
            let dict = dict_of(rt, this);
            iterator::values(rt, &dict)
        }),
        ..Slots::EMPTY
    },
    methods: VALUES_METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// The type of views of items.
pub static ITEMS: TypeDef = TypeDef {
    id: Some(ClassId::DictItems),
    name: "dict_items",
    layout: <ItemsBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::DICT_ITEMS],
    slots: Slots {
        iter: Some(|rt, this| {
            let dict = dict_of(rt, this);
            iterator::items(rt, &dict)
        }),
        contains: Some(items_contain),
        ..SET_SLOTS
    },
    methods: ITEMS_METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
