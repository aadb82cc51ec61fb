//! Iterators over lists, tuples and ranges of words: what they will give is known beforehand, and none of them asks any
//! other. So iterators over several of them can take many items at once and no item too many.

use crate::heap::{Object, ShapeId};
use crate::object::Runtime;
use crate::types::list::iterator::ListIteratorBody;
use crate::types::range::RangeIteratorBody;
use crate::types::tuple::TupleIteratorBody;

/// The items that an iterator has left.
pub enum Ready<'a> {
    /// These.
    Items(&'a [Object]),
    /// Numbers: the first, the distance from one to the next, how many. All are words.
    Numbers(i64, i64, usize),
}

impl Ready<'_> {
    /// Number of items.
    #[inline]
    pub fn count(&self) -> usize {
        match *self {
            Ready::Items(items) => items.len(),
            Ready::Numbers(_, _, len) => len,
        }
    }

    /// The item at an index below the length.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Object {
        match *self {
            Ready::Items(items) => items[index].clone(),
            Ready::Numbers(first, step, _) => Object::int(first + step * index as i64).unwrap_or(Object::NONE),
        }
    }
}

/// What such an iterator has left; `None` for all others.
#[inline]
pub fn ready<'a>(rt: &'a Runtime, iterator: &'a Object) -> Option<Ready<'a>> {
    match iterator.shape() {
        ShapeId::LIST_ITERATOR => Some(Ready::Items(iterator.cast_exact::<ListIteratorBody>()?.get(&rt.heap).rest(rt))),
        ShapeId::TUPLE_ITERATOR => Some(Ready::Items(iterator.cast_exact::<TupleIteratorBody>()?.get(&rt.heap).rest())),
        ShapeId::RANGE_ITERATOR => {
            let (next, step, left) = iterator.cast_exact::<RangeIteratorBody>()?.get(&rt.heap).words()?;
            Some(Ready::Numbers(next, step, left))
        }
        _ => None,
    }
}

/// Lets the iterator pass over `count` items, at most those that it has left. That it has ended it notices at its next
/// step.
pub fn advance(rt: &mut Runtime, iterator: &Object, count: usize) {
    if let Some(iterator) = iterator.cast_exact::<ListIteratorBody>() {
        let body = iterator.get_mut(&mut rt.heap).0;
        body.index = body.index.saturating_add(count);
    } else if let Some(iterator) = iterator.cast_exact::<TupleIteratorBody>() {
        iterator.get_mut(&mut rt.heap).0.index += count;
    } else if let Some(iterator) = iterator.cast_exact::<RangeIteratorBody>() {
        iterator.get_mut(&mut rt.heap).0.skip(count as i64);
    }
}
