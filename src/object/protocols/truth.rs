//! Truth values.

use crate::heap::{Object, Value};
use crate::object::{Result, Runtime};

impl Runtime {
    /// `bool(object)`.
    #[inline]
    pub fn truth(&mut self, object: &Object) -> Result<bool> {
        let value = object.value();
        if value.is_int() {
            return Ok(value.int_unchecked() != 0);
        }
        match value {
            Value::TRUE => return Ok(true),
            Value::FALSE | Value::NONE => return Ok(false),
            _ => {}
        }
        if value.is_float() {
            return Ok(value.float_unchecked() != 0.0);
        }
        self.truth_of_object(object)
    }

    fn truth_of_object(&mut self, object: &Object) -> Result<bool> {
        let slots = &self.class_of(object).get(&self.heap).slots;
        if let Some(function) = slots.truth {
            return self.native_call("", |rt| function(rt, object));
        }
        match slots.len {
            Some(function) => Ok(self.native_call("", |rt| function(rt, object))? != 0),
            None => Ok(true),
        }
    }
}
