//! The order of two objects as far as it can be told without Python code: numbers, strings, bytes, tuples of such.

use super::search::quick_equal;
use super::{BytesBody, StrBody, TupleBody};
use crate::heap::{Object, ShapeId};
use std::cmp::Ordering;

/// Levels of nested tuples that are compared natively.
const DEPTH: u32 = 4;

/// Whether `left < right`, if that can be told without Python code.
#[inline]
pub fn quick_less(left: &Object, right: &Object) -> Option<bool> {
    let (a, b) = (left.value(), right.value());
    if a.is_int() && b.is_int() {
        return Some(a.int_unchecked() < b.int_unchecked());
    }
    if a.is_float() && b.is_float() {
        return Some(a.float_unchecked() < b.float_unchecked());
    }
    // Instances have methods of their own for that.
    if a.is_pointer() && left.shape().0 >= ShapeId::FIXED {
        return None;
    }
    order(left, right, DEPTH).map(Ordering::is_lt)
}

/// The order of two objects that are not equal, if it can be told so.
pub fn order_of(left: &Object, right: &Object) -> Option<Ordering> {
    order(left, right, DEPTH)
}

fn order(left: &Object, right: &Object, depth: u32) -> Option<Ordering> {
    let (a, b) = (left.value(), right.value());
    if a.is_int() && b.is_int() {
        return Some(a.int_unchecked().cmp(&b.int_unchecked()));
    }
    if !a.is_pointer() || !b.is_pointer() {
        return match (a.as_float(), b.as_float()) {
            (Some(a), Some(b)) => a.partial_cmp(&b),
            _ => None,
        };
    }
    if let (Some(a), Some(b)) = (left.cast_exact::<StrBody>(), right.cast_exact::<StrBody>()) {
        return Some(a.compare(b));
    }
    if let (Some(a), Some(b)) = (left.cast_exact::<TupleBody>(), right.cast_exact::<TupleBody>()) {
        let (a, b) = (a.items(), b.items());
        for (x, y) in a.iter().zip(b) {
            if x.is(y) {
                continue;
            }
            if x.value().is_int() && y.value().is_int() {
                return Some(x.value().int_unchecked().cmp(&y.value().int_unchecked()));
            }
            if let (Some(x), Some(y)) = (x.cast_exact::<StrBody>(), y.cast_exact::<StrBody>()) {
                match x.compare(y) {
                    Ordering::Equal => continue,
                    unequal => return Some(unequal),
                }
            }
            if !quick_equal(x, y)? {
                return if depth == 0 { None } else { order(x, y, depth - 1) };
            }
        }
        return Some(a.len().cmp(&b.len()));
    }
    if let (Some(a), Some(b)) = (left.cast_exact::<BytesBody>(), right.cast_exact::<BytesBody>()) {
        return Some(a.as_slice().cmp(b.as_slice()));
    }
    None
}
