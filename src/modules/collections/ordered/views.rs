//! `odict_keys`, `odict_values`, `odict_items`, and the iterator over ordered dicts.

use super::{expect, front};
use crate::heap::{Object, Ref};
use crate::layout::Dict;
use crate::object::{ClassId, Result, Runtime, Slots, TypeDef};
use crate::types::dict::{ItemsBody, KeysBody, ValuesBody};
use crate::types::sequence::reduce_iterator;
use crate::{layout, methods};

/// The iterator gives keys.
pub const KEYS_OF: u8 = 1;
/// The iterator gives values.
pub const VALUES_OF: u8 = 2;
/// The iterator gives pairs.
pub const ITEMS_OF: u8 = 3;

layout! {
    /// Body of an iterator.
    pub struct IteratorBody as "odict_iterator" {
        /// The dict, until the end.
        pub dict: Option<Dict>,
        /// The next position; backwards, the one behind it.
        pub position: usize,
        /// The version of the dict's keys at the start.
        pub version: u32,
        /// What it gives.
        pub gives: u8,
        /// Whether it walks backwards.
        pub backwards: bool,
    }
}

/// An iterator over the keys, values or pairs of an ordered dict.
pub fn iterator(rt: &mut Runtime, this: &Object, gives: u8, backwards: bool) -> Result {
    let position = if backwards { expect(this).get(&rt.heap).end() } else { front(rt, this).unwrap_or(0) };
    let dict = expect(this).clone();
    let version = rt.keys_version(&dict);
    let class = rt.native_class(&ITERATOR)?;
    Ok(rt.alloc_for(&class, IteratorBody { dict: Some(dict), position, version, gives, backwards })?.into())
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator: &Ref<IteratorBody> = this.cast().expect("slots of odict_iterator get one");
    let body = iterator.get(&rt.heap);
    let Some(dict) = &body.dict else { return Ok(None) };
    let entries = dict.get(&rt.heap);
    if entries.version() != body.version {
        iterator.get_mut(&mut rt.heap).0.dict = None;
        return Err(rt.runtime_error("OrderedDict mutated during iteration"));
    }
    let found = if body.backwards { entries.previous(body.position) } else { entries.next(body.position) };
    let Some((at, entry)) = found else {
        iterator.get_mut(&mut rt.heap).0.dict = None;
        return Ok(None);
    };
    let item = match body.gives {
        KEYS_OF => entry.key.clone(),
        VALUES_OF => entry.value.clone(),
        _ => crate::layout::Tuple::from_array(&rt.heap, [entry.key.clone(), entry.value.clone()])?.into(),
    };
    let position = if body.backwards { at } else { at + 1 };
    // It is over with the last pair: what changes after that goes unnoticed.
    let ahead = if body.backwards { entries.previous(position) } else { entries.next(position) };
    let is_last = ahead.is_none();
    let body = iterator.get_mut(&mut rt.heap).0;
    body.position = position;
    if is_last {
        let over = body.dict.take();
        drop(over);
    }
    Ok(Some(item))
}

methods! {
    static METHODS = [
        /// Return state information for pickling
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<IteratorBody>| {
            let body = this.get(&rt.heap);
            let copy = IteratorBody {
                dict: body.dict.clone(),
                position: body.position,
                version: body.version,
                gives: body.gives,
                backwards: body.backwards,
            };
            let class = rt.native_class(&ITERATOR)?;
            let copy = rt.alloc_for(&class, copy)?;
            let rest = rt.collect(&copy)?;
            let rest = crate::types::list::new(rt, rest)?;
            reduce_iterator(rt, "iter", None, rest.into())
        };
    ];
}

/// The type of iterators.
pub static ITERATOR: TypeDef = TypeDef {
    name: "odict_iterator",
    layout: <IteratorBody as crate::heap::Layout>::info,
    slots: Slots { iter: Some(|_, this| Ok(this.clone())), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};

/// Declares one of the views.
macro_rules! view {
    ($make:ident, $body:ident, $definition:ident, $table:ident, $name:literal, $base:ident, $gives:ident) => {
        pub fn $make(rt: &mut Runtime, this: &Object) -> Result {
            let class = rt.native_class(&$definition)?;
            Ok(rt.alloc_for(&class, $body { dict: expect(this).clone() })?.into())
        }

        methods! {
            static $table = [
                /// Return a reverse iterator over the view.
                "__reversed__"() => |rt: &mut Runtime, this: &Ref<$body>| {
                    let dict = this.get(&rt.heap).dict.clone();
                    iterator(rt, &dict, $gives, true)
                };
            ];
        }

        /// The type of one of the views.
        pub static $definition: TypeDef = TypeDef {
            name: $name,
            base: ClassId::$base,
            layout: <$body as crate::heap::Layout>::info,
            slots: Slots {
                iter: Some(|rt, this| {
                    let view: &Ref<$body> = this.cast().expect("slots of a view get one");
                    let dict = view.get(&rt.heap).dict.clone();
                    iterator(rt, &dict, $gives, false)
                }),
                ..Slots::EMPTY
            },
            methods: $table,
            ..TypeDef::EMPTY
        };
    };
}

view!(keys, KeysBody, KEYS, KEYS_METHODS, "odict_keys", DictKeys, KEYS_OF);
view!(values, ValuesBody, VALUES, VALUES_METHODS, "odict_values", DictValues, VALUES_OF);
view!(items, ItemsBody, ITEMS, ITEMS_METHODS, "odict_items", DictItems, ITEMS_OF);
