//! `tuple`.

mod iterator;

pub use iterator::{ITERATOR_TYPE, TupleIterator, TupleIteratorBody};

use crate::base::bigint::hash_i64;
use crate::base::container_hash::TupleHasher;
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Object, ShapeId};
use crate::layout::{List, ListBody, Str, StrBuilder, Tuple, TupleBody};
use crate::methods;
use crate::object::{Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, Result, Runtime, Slots, TypeDef};
use crate::types::range::RangeBody;
use crate::types::repeat::{self, Count};
use crate::types::sequence::{self, position};
use crate::types::slice::{self, Bounds, SliceBody, has_index};
use crate::types::{arity, list};

fn expect(object: &Object) -> &Tuple {
    object.cast().expect("slots of tuple get tuples")
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let tuple = expect(this);
    if tuple.is_empty() {
        return rt.new_str("()");
    }
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        text.push(&rt.heap, '(' as u32)?;
        sequence::push_items(rt, &mut text, tuple)?;
        text.push_str(&rt.heap, if tuple.len() == 1 { ",)" } else { ")" })?;
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str("(...)"),
    }
}

/// Nested tuples are hashed without recursion, however deep they are.
fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let mut outer: Vec<(std::slice::Iter<'_, Object>, TupleHasher)> = Vec::new();
    let (mut items, mut hasher) = (expect(this).items().iter(), TupleHasher::default());
    loop {
        while items.len() % STRETCH > 0
            && let Some(n) = items.as_slice()[0].value().as_int()
        {
            hasher.push(hash_i64(n));
            items.next();
        }
        match items.next() {
            Some(item) => match item.cast_exact::<TupleBody>() {
                Some(inner) => {
                    outer.push((items, hasher));
                    (items, hasher) = (inner.items().iter(), TupleHasher::default());
                }
                None => {
                    hasher.push(rt.hash(item)?);
                    rt.check_interrupts()?;
                }
            },
            None => {
                let hash = hasher.finish();
                match outer.pop() {
                    Some(resumed) => (items, hasher) = resumed,
                    None => return Ok(hash),
                }
                hasher.push(hash);
            }
        }
    }
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    match (left.cast::<TupleBody>(), right.cast::<TupleBody>()) {
        (Some(a), Some(b)) => sequence::compare(rt, a, b, op),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let tuple = expect(this);
    if let Some(slice) = key.cast::<SliceBody>() {
        let span = Bounds::of(rt, slice)?.fit(tuple.len());
        if span.count == tuple.len() && span.step == 1 && is_exact(this) {
            return Ok(this.clone());
        }
        let items = tuple.items();
        if span.count > STRETCH {
            let items = HeapVec::stepped(&rt.heap, items, span.parts())?;
            return Ok(Tuple::from_vec(&rt.heap, items)?.into());
        }
        if span.step == 1 && span.count > 0 {
            return Ok(Tuple::from_slice(&rt.heap, &items[span.range()])?.into());
        }
        return Ok(rt.new_tuple(span.positions().map(|i| items[i].clone()).collect())?.into());
    }
    if !has_index(rt, key) {
        let name = rt.type_name(key);
        return Err(rt.type_error(format!("tuple indices must be integers or slices, not {name}")));
    }
    let index = rt.to_subscript(key)?;
    let at = position(rt, index, tuple.len(), "tuple index out of range")?;
    Ok(tuple.items()[at].clone())
}

fn is_exact(object: &Object) -> bool {
    matches!(object.shape(), ShapeId::TUPLE | ShapeId::TUPLE_LARGE)
}

fn concat(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (Some(a), Some(b)) = (left.cast::<TupleBody>(), right.cast::<TupleBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if a.is_empty() && is_exact(right) {
        return Ok(right.clone());
    }
    if b.is_empty() && is_exact(left) {
        return Ok(left.clone());
    }
    if a.len() + b.len() == 0 {
        return Ok(rt.new_tuple(Vec::new())?.into());
    }
    let mut items = HeapVec::with_capacity(&rt.heap, a.len() + b.len())?;
    items.extend_from_slice(&rt.heap, a.items())?;
    items.extend_from_slice(&rt.heap, b.items())?;
    Ok(Tuple::from_vec(&rt.heap, items)?.into())
}

fn multiply(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (tuple, n) = match left.cast::<TupleBody>() {
        Some(tuple) => (tuple, right),
        None => (expect(right), left),
    };
    let count = match repeat::count(rt, left, right, n)? {
        Some(Count::Times(count)) => count,
        Some(Count::Done(result)) => return Ok(result),
        None => return Ok(Object::NOT_IMPLEMENTED),
    };
    if count == 1 && is_exact(tuple) {
        return Ok(tuple.as_object().clone());
    }
    let len = tuple.len().checked_mul(count).ok_or(crate::heap::OutOfMemory)?;
    if len == 0 {
        return Ok(rt.new_tuple(Vec::new())?.into());
    }
    let mut items = HeapVec::new();
    items.extend_repeated(&rt.heap, tuple.items(), count)?;
    Ok(Tuple::from_vec(&rt.heap, items)?.into())
}

methods! {
    static METHODS = [
        /// Return number of occurrences of value.
        "count"(value, /) => |rt: &mut Runtime, this: &Tuple, value: &Object| sequence::count(rt, this, value);
        /// Return first index of value.
        ///
        /// Raises ValueError if the value is not present.
        "index"(value, start = 0, stop = sys.maxsize, /) => index;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
            crate::types::generic_alias::new(rt, class, item)
        };
        "__getnewargs__"() => |rt: &mut Runtime, this: &Tuple| -> Result {
            let items = rt.new_tuple(this.items().to_vec())?;
            Ok(rt.new_tuple(vec![items.into()])?.into())
        };
    ];
}

fn index(
    rt: &mut Runtime,
    this: &Tuple,
    value: &Object,
    start: Option<&Object>,
    stop: Option<&Object>,
) -> Result<usize> {
    let (start, stop) = slice::search_bounds(rt, start, stop)?;
    let (start, stop) = (slice::from_end(start, this.len()), slice::from_end(stop, this.len()));
    match sequence::find(rt, this, value, start, stop)? {
        Some(i) => Ok(i),
        None => Err(rt.value_error("tuple.index(x): x not in tuple")),
    }
}

/// The items of an iterable; a plain tuple itself.
pub fn of(rt: &mut Runtime, iterable: &Object) -> Result<Tuple> {
    if is_exact(iterable) {
        return Ok(expect(iterable).clone());
    }
    match iterable.cast_exact::<ListBody>() {
        Some(list) if list.get(&rt.heap).items.len() > STRETCH => {
            let items = HeapVec::copied(&rt.heap, &list.get(&rt.heap).items)?;
            Ok(Tuple::from_vec(&rt.heap, items)?)
        }
        Some(list) if !list.get(&rt.heap).items.is_empty() => {
            Ok(Tuple::from_slice(&rt.heap, &list.get(&rt.heap).items)?)
        }
        // The items of a long range lie where freeing gives way to Ctrl-C.
        None if iterable.cast_exact::<RangeBody>().is_some() && rt.len(iterable)? > STRETCH => {
            let list = List::new(&rt.heap, HeapVec::new())?;
            list::extend(rt, &list, iterable)?;
            let items = list.get_mut(&mut rt.heap).0.items.take();
            Ok(Tuple::from_vec(&rt.heap, items)?)
        }
        _ => {
            let items = rt.gather(iterable)?;
            if items.is_empty() { Ok(rt.empty_tuple.clone()) } else { Ok(Tuple::from_vec(&rt.heap, items)?) }
        }
    }
}

fn create(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let own = class.is(rt.class(ClassId::Tuple));
    let args = arity::without_foreign_keywords(rt, class, args);
    let arguments = arity::positional(rt, "tuple", args, 0, 1)?;
    let tuple = match arguments.first() {
        None => rt.empty_tuple.clone(),
        Some(iterable) => of(rt, iterable)?,
    };
    if own {
        return Ok(tuple.into());
    }
    let body = TupleBody::detached(&rt.heap, tuple.items())?;
    Ok(rt.alloc_for(class, body)?.into())
}

/// The type.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Tuple),
    name: "tuple",
    doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
    layout: <TupleBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::TUPLE, ShapeId::TUPLE_LARGE],
    flags: ClassFlags::BASE | ClassFlags::SEQUENCE | ClassFlags::SEQUENCE_SLOTS | ClassFlags::MATCH_SELF,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(create),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        iter: Some(iterator::iter),
        len: Some(|_, this| Ok(expect(this).len())),
        get_item: Some(get_item),
        contains: Some(|rt, this, item| Ok(sequence::find(rt, expect(this), item, 0, usize::MAX)?.is_some())),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Add, concat)
    .with_binary(BinaryOp::Multiply, multiply),
    methods: METHODS,
    ..TypeDef::EMPTY
};
