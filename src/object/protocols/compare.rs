//! Rich comparison, equality for containers, and identity shortcuts.

use crate::base::watch::LONG_STRETCH;
use crate::heap::{Object, ShapeId};
use crate::layout::StrBody;
use crate::object::{CompareOp, Result, Runtime};

impl Runtime {
    /// `left op right` as an object.
    pub fn compare(&mut self, op: CompareOp, left: &Object, right: &Object) -> Result {
        let left_class = self.class_of(left);
        let right_class = self.class_of(right);
        if left_class.is(right_class) {
            let Some(function) = left_class.get(&self.heap).slots.compare else {
                return self.compare_identity(op, left, right);
            };
            let result = self.native_call(" in comparison", |rt| function(rt, left, right, op))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
            return self.compare_reflected(op, left, right);
        }
        let left_slot = left_class.get(&self.heap).slots.compare;
        let right_slot = right_class.get(&self.heap).slots.compare;
        let mut tried_right = false;
        if let Some(function) = right_slot
            && self.is_subclass(right_class, left_class)
        {
            tried_right = true;
            let result = self.native_call(" in comparison", |rt| function(rt, right, left, op.swapped()))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if let Some(function) = left_slot {
            let result = self.native_call(" in comparison", |rt| function(rt, left, right, op))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        if tried_right { self.compare_identity(op, left, right) } else { self.compare_reflected(op, left, right) }
    }

    /// What is left of `left op right` when the left operand's method has given NotImplemented.
    pub fn compare_reflected(&mut self, op: CompareOp, left: &Object, right: &Object) -> Result {
        if let Some(function) = self.class_of(right).get(&self.heap).slots.compare {
            let result = self.native_call(" in comparison", |rt| function(rt, right, left, op.swapped()))?;
            if !result.is_not_implemented() {
                return Ok(result);
            }
        }
        self.compare_identity(op, left, right)
    }

    /// The comparison that no method could make.
    fn compare_identity(&mut self, op: CompareOp, left: &Object, right: &Object) -> Result {
        match op {
            CompareOp::Equal => Ok(Object::bool(left.is(right))),
            CompareOp::NotEqual => Ok(Object::bool(!left.is(right))),
            _ => {
                let (a, b) = (self.type_name(left), self.type_name(right));
                let symbol = op.names().0;
                Err(self.type_error(format!("'{symbol}' not supported between instances of '{a}' and '{b}'")))
            }
        }
    }

    /// `left op right` as a truth value; equal identities are equal, as containers see them.
    pub fn compare_bool(&mut self, op: CompareOp, left: &Object, right: &Object) -> Result<bool> {
        if left.is(right) {
            match op {
                CompareOp::Equal => return Ok(true),
                CompareOp::NotEqual => return Ok(false),
                _ => {}
            }
        }
        let result = self.compare(op, left, right)?;
        self.truth(&result)
    }

    /// `left is right or left == right`: equality as containers use it.
    #[inline]
    pub fn equal(&mut self, left: &Object, right: &Object) -> Result<bool> {
        if left.is(right) {
            return Ok(true);
        }
        let (a, b) = (left.value(), right.value());
        if a.is_int() && b.is_int() {
            return Ok(false);
        }
        if let (Some(a), Some(b)) = (left.cast_exact::<StrBody>(), right.cast_exact::<StrBody>())
            && a.len().min(b.len()) <= LONG_STRETCH
        {
            return Ok(a.equals(b));
        }
        self.compare_bool(CompareOp::Equal, left, right)
    }

    /// `left < right`.
    #[inline]
    pub fn less(&mut self, left: &Object, right: &Object) -> Result<bool> {
        if let (Some(a), Some(b)) = (left.value().as_int(), right.value().as_int()) {
            return Ok(a < b);
        }
        let result = self.compare(CompareOp::Less, left, right)?;
        self.truth(&result)
    }

    /// Whether the object is an exact `str`.
    pub fn is_exact_str(&self, object: &Object) -> bool {
        matches!(object.shape(), ShapeId::STR | ShapeId::STR_LARGE)
    }
}
