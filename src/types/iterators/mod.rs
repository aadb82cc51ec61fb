//! Iterators that wrap other iterables: `enumerate`, `zip`, `map`, `filter`, `reversed`, and those that `iter` makes of
//! sequences and callables.

mod adapters;
mod sequence;

pub use adapters::{ENUMERATE, EnumerateBody, FILTER, MAP, ZIP, ZipBody};
pub use sequence::{CALLABLE_ITERATOR, REVERSED, SEQUENCE_ITERATOR};

use crate::object::Runtime;

/// Sets the hooks by which the object floor makes iterators.
pub fn install(rt: &mut Runtime) {
    rt.hooks.sequence_iterator = sequence::sequence_iterator;
    rt.hooks.callable_iterator = sequence::callable_iterator;
}
