//! `list`.
//!
//! - `access`: subscripts, slices, their assignment and deletion.
//! - `change`: growing, shrinking, the methods that change a list.
//! - `sort`, `rows`: `list.sort`.
//! - `iterator`: the two iterators.

mod access;
mod change;
pub(super) mod iterator;
mod rows;
mod sort;

pub use change::{extend, extend_own};
pub use iterator::{
    ITERATOR_TYPE, ListIterator, ListIteratorBody, ListReverseIterator, ListReverseIteratorBody, REVERSE_ITERATOR_TYPE,
};
pub use sort::sort;

use crate::heap::{Object, ShapeId};
use crate::layout::{List, ListBody, Str, StrBuilder};
use crate::methods;
use crate::object::{
    Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, OrNone, Result, Runtime, Slots, TypeDef, protocols,
};
use crate::types::{arity, sequence, slice};

pub(super) fn expect(object: &Object) -> &List {
    object.cast().expect("slots of list get lists")
}

/// A new list of the given objects.
pub fn new(rt: &Runtime, items: Vec<Object>) -> Result<List> {
    Ok(List::from_owned(&rt.heap, items)?)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let list = expect(this);
    if list.get(&rt.heap).items.is_empty() {
        return rt.new_str("[]");
    }
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        text.push(&rt.heap, '[' as u32)?;
        sequence::push_items(rt, &mut text, list)?;
        text.push(&rt.heap, ']' as u32)?;
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str("[...]"),
    }
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    match (left.cast::<ListBody>(), right.cast::<ListBody>()) {
        (Some(a), Some(b)) => sequence::compare(rt, a, b, op),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

methods! {
    static METHODS = [
        /// Append object to the end of the list.
        "append"(object, /) => change::append;
        /// Remove all items from list.
        "clear"() => change::clear;
        /// Return a shallow copy of the list.
        "copy"() => change::copy;
        /// Return number of occurrences of value.
        "count"(value, /) => |rt: &mut Runtime, this: &List, value: &Object| sequence::count(rt, this, value);
        /// Extend list by appending elements from the iterable.
        "extend"(iterable, /) => change::extend;
        /// Return first index of value.
        ///
        /// Raises ValueError if the value is not present.
        "index"(value, start = 0, stop = sys.maxsize, /) => index;
        /// Insert object before index.
        "insert"(index, object, /) => change::insert;
        /// Remove and return item at index (default last).
        ///
        /// Raises IndexError if list is empty or index is out of range.
        "pop"(index = -1, /) => change::pop;
        /// Remove first occurrence of value.
        ///
        /// Raises ValueError if the value is not present.
        "remove"(value, /) => change::remove;
        /// Reverse *IN PLACE*.
        "reverse"() => change::reverse;
        /// Sort the list in ascending order and return None.
        ///
        /// The sort is in-place (i.e. the list itself is modified) and stable (i.e. the
        /// order of two equal elements is maintained).
        ///
        /// If a key function is given, apply it once to each list item and sort them,
        /// ascending or descending, according to their function values.
        ///
        /// The reverse flag can be set to sort in descending order.
        "sort"(*, key = None, reverse = False) => |rt: &mut Runtime, this: &List, key: OrNone<&Object>, reverse: Option<bool>| {
            sort(rt, this, key.0, reverse.unwrap_or(false))
        };
        /// Return self[index].
        "__getitem__"(index, /) => |rt: &mut Runtime, this: &Object, index: &Object| access::get_item(rt, this, index);
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
            crate::types::generic_alias::new(rt, class, item)
        };
        /// Return a reverse iterator over the list.
        "__reversed__"() => iterator::reversed;
        /// Return the size of the list in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &List| rt.heap.object_bytes(this);
    ];
}

fn index(
    rt: &mut Runtime,
    this: &List,
    value: &Object,
    start: Option<&Object>,
    stop: Option<&Object>,
) -> Result<usize> {
    let (start, stop) = slice::search_bounds(rt, start, stop)?;
    let len = this.get(&rt.heap).items.len();
    let (start, stop) = (slice::from_end(start, len), slice::from_end(stop, len));
    match sequence::find(rt, this, value, start, stop)? {
        Some(i) => Ok(i),
        None => {
            let value = rt.repr(value)?;
            Err(rt.value_error(format!("{value} is not in list")))
        }
    }
}

fn create(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    Ok(rt.alloc_for(class, ListBody::default())?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let args = arity::without_new_keywords(rt, ClassId::List, this, args);
    let arguments = arity::positional(rt, "list", args, 0, 1)?;
    let list = expect(this);
    change::clear(rt, list);
    match arguments.first() {
        Some(iterable) => change::extend(rt, list, iterable),
        None => Ok(()),
    }
}

/// The type.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::List),
    name: "list",
    doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
    layout: <ListBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::LIST],
    flags: ClassFlags::BASE | ClassFlags::SEQUENCE | ClassFlags::SEQUENCE_SLOTS | ClassFlags::MATCH_SELF,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(create),
        init: Some(init),
        repr: Some(repr),
        hash: Some(protocols::unhashable),
        compare: Some(compare),
        iter: Some(iterator::iter),
        len: Some(|rt, this| Ok(expect(this).get(&rt.heap).items.len())),
        get_item: Some(access::get_item),
        set_item: Some(access::set_item),
        contains: Some(|rt, this, item| Ok(sequence::find(rt, expect(this), item, 0, usize::MAX)?.is_some())),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Add, change::concat)
    .with_binary(BinaryOp::Multiply, change::multiply)
    .with_in_place(BinaryOp::Add, change::extend_in_place)
    .with_in_place(BinaryOp::Multiply, change::multiply_in_place),
    methods: METHODS,
    ..TypeDef::EMPTY
};
