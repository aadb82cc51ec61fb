//! Iterators that wrap other iterables: `enumerate`, `zip`, `map`, `filter`, `reversed`, and those that `iter` makes of
//! sequences and callables.

mod adapters;
mod ready;
mod sequence;

pub use adapters::{ENUMERATE, EnumerateBody, FILTER, MAP, ZIP, ZipBody};
pub use ready::{Ready, advance, ready};
pub use sequence::{CALLABLE_ITERATOR, REVERSED, SEQUENCE_ITERATOR};

use crate::heap::Object;
use crate::object::{Result, Runtime};

/// The next item of an iterator, as [`Runtime::next`], but without a call for that of a list.
#[inline(always)]
pub fn next(rt: &mut Runtime, iterator: &Object) -> Result<Option<Object>> {
    match iterator.cast_exact::<super::list::iterator::ListIteratorBody>() {
        Some(_) => super::list::iterator::next(rt, iterator),
        None => rt.next(iterator),
    }
}

/// Sets the hooks by which the object floor makes iterators.
pub fn install(rt: &mut Runtime) {
    rt.hooks.sequence_iterator = sequence::sequence_iterator;
    rt.hooks.callable_iterator = sequence::callable_iterator;
}
