//! `hash(x)`.

use crate::heap::Object;
use crate::layout::{StrBody, TupleBody};
use crate::object::{Result, Runtime};

/// The hash slot of unhashable types.
pub fn unhashable(rt: &mut Runtime, object: &Object) -> Result<i64> {
    let name = rt.type_name(object);
    Err(rt.type_error(format!("unhashable type: '{name}'")))
}

impl Runtime {
    /// `hash(object)`.
    #[inline]
    pub fn hash(&mut self, object: &Object) -> Result<i64> {
        if let Some(n) = object.value().as_int() {
            return Ok(crate::base::bigint::hash_i64(n));
        }
        if let Some(text) = object.cast_exact::<StrBody>() {
            return match text.cached_hash() {
                Some(hash) => Ok(hash),
                None => Ok(text.hash_watched(&self.hash_key, &|| self.interrupt_waits())?),
            };
        }
        if let Some(tuple) = object.cast_exact::<TupleBody>()
            && let Some(hash) = tuple.quick_hash(&self.hash_key)
        {
            return Ok(hash);
        }
        let slot = self.class_of(object).get(&self.heap).slots.hash;
        match slot {
            Some(function) => self.native_call("", |rt| function(rt, object)),
            None => unhashable(self, object),
        }
    }

    /// `object.__hash__`: by identity.
    pub fn identity_hash(&self, object: &Object) -> i64 {
        (object.id() as i64).rotate_right(4)
    }
}
