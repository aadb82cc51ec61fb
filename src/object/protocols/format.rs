//! `format(x, spec)`.

use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::object::{Result, Runtime};

impl Runtime {
    /// `format(object, spec)`: the type's `__format__`.
    pub fn format(&mut self, object: &Object, spec: &Str) -> Result<Str> {
        if spec.is_empty() && (object.value().is_int() || self.is_exact_str(object)) {
            return self.str(object);
        }
        let name = self.names.format.clone();
        let result = self.call_special(object, &name, &[spec.clone().into()])?;
        match result {
            Some(text) => match text.downcast::<StrBody>() {
                Ok(text) => Ok(text),
                Err(other) => {
                    let name = self.type_name(&other);
                    Err(self.type_error(format!("__format__ must return a str, not {name}")))
                }
            },
            None => {
                let name = self.type_name(object);
                Err(self.type_error(format!("Type {name} doesn't define __format__")))
            }
        }
    }
}
