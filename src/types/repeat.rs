//! `sequence * count`: what the other operand says.

use crate::heap::Object;
use crate::layout::IntBody;
use crate::object::{BinaryOp, ClassId, Result, Runtime, UnaryOp};

/// How `*` of a sequence goes on.
pub enum Count {
    /// So many times.
    Times(usize),
    /// The other operand's own `__mul__` or `__rmul__` has the result already.
    Done(Object),
}

/// Whether the object can be an index: an int, or of a type with `__index__`.
pub fn is_index(rt: &Runtime, object: &Object) -> bool {
    object.value().is_int() || rt.class_of(object).get(&rt.heap).slots.unary[UnaryOp::Index as usize].is_some()
}

/// The count of the product `a * b`, `other` being the operand that is not the sequence; `None` if it is no count.
/// As in CPython, an operand with a `*` of its own goes first.
pub fn count(rt: &mut Runtime, a: &Object, b: &Object, other: &Object) -> Result<Option<Count>> {
    let plain = other.value().is_int() || other.value().is_bool() || other.cast_exact::<IntBody>().is_some();
    if !plain {
        let slots = &rt.class_of(other).get(&rt.heap).slots;
        let own = slots.binary[BinaryOp::Multiply as usize];
        if slots.unary[UnaryOp::Index as usize].is_none() {
            return Ok(None);
        }
        if let Some(function) = own {
            let result = function(rt, a, b)?;
            if !result.is_not_implemented() {
                return Ok(Some(Count::Done(result)));
            }
        }
    }
    let int = rt.index_object(other)?;
    match Runtime::exact_i64(&int) {
        Some(count) => Ok(Some(Count::Times(count.max(0) as usize))),
        None => {
            let name = rt.type_name(other);
            Err(rt.raise(ClassId::OverflowError, format!("cannot fit '{name}' into an index-sized integer")))
        }
    }
}
