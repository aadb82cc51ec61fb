//! What several native modules need: joined arguments, callability.

use crate::heap::Object;
use crate::object::Runtime;

/// Whether the object can be called.
pub fn is_callable(rt: &Runtime, object: &Object) -> bool {
    rt.class_of(object).get(&rt.heap).slots.call.is_some()
}

/// Up to this number joined arguments need no buffer of their own.
const FEW: usize = 6;

/// Calls `body` with the objects of both slices in one.
#[inline]
pub fn with_joined<T>(first: &[Object], second: &[Object], body: impl FnOnce(&[Object]) -> T) -> T {
    let (split, len) = (first.len(), first.len() + second.len());
    if len > FEW {
        return body(&[first, second].concat());
    }
    let mut joined = [const { Object::NONE }; FEW];
    joined[..split].clone_from_slice(first);
    joined[split..len].clone_from_slice(second);
    body(&joined[..len])
}
