//! Subscription, membership, length.

use crate::heap::Object;
use crate::layout::{ListBody, StrBody, TupleBody};
use crate::object::{Class, ClassFlags, ClassId, Result, Runtime, UnaryOp};

impl Runtime {
    /// `object[key]`.
    pub fn get_item(&mut self, object: &Object, key: &Object) -> Result {
        // A negative index is none of these.
        if let Some(at) = key.value().as_int() {
            let found = if let Some(list) = object.cast_exact::<ListBody>() {
                list.get(&self.heap).items.get(at as usize)
            } else if let Some(tuple) = object.cast_exact::<TupleBody>() {
                tuple.items().get(at as usize)
            } else {
                None
            };
            if let Some(item) = found {
                return Ok(item.clone());
            }
        }
        let slot = self.class_of(object).get(&self.heap).slots.get_item;
        if let Some(function) = slot {
            return self.native_call("", |rt| function(rt, object, key));
        }
        if let Some(class) = Class::from_object(object) {
            if class.is(self.class(crate::object::ClassId::Type)) {
                return (self.hooks.generic_alias)(self, object, key);
            }
            let name = self.names.class_getitem.clone();
            if let Some(found) = self.lookup(class, &name) {
                let owner = class.as_object().clone();
                let bound = self.bind(found, None, &owner)?;
                return self.call(&bound, std::slice::from_ref(key));
            }
            let name = class.get(&self.heap).name.to_rust().into_owned();
            return Err(self.type_error(format!("type '{name}' is not subscriptable")));
        }
        let name = self.type_name(object);
        Err(self.type_error(format!("'{name}' object is not subscriptable")))
    }

    /// `object[key] = value`.
    pub fn set_item(&mut self, object: &Object, key: &Object, value: &Object) -> Result<()> {
        let slot = self.class_of(object).get(&self.heap).slots.set_item;
        match slot {
            Some(function) => self.native_call("", |rt| function(rt, object, key, Some(value))),
            None => {
                self.check_sequence_index(object, key)?;
                let name = self.type_name(object);
                Err(self.type_error(format!("'{name}' object does not support item assignment")))
            }
        }
    }

    /// `del object[key]`.
    pub fn del_item(&mut self, object: &Object, key: &Object) -> Result<()> {
        let slot = self.class_of(object).get(&self.heap).slots.set_item;
        match slot {
            Some(function) => self.native_call("", |rt| function(rt, object, key, None)),
            None => {
                let not = if self.check_sequence_index(object, key)? { "doesn't" } else { "does not" };
                let name = self.type_name(object);
                Err(self.type_error(format!("'{name}' object {not} support item deletion")))
            }
        }
    }

    /// Whether CPython would treat the key as a sequence's index, which must then not be too large.
    fn check_sequence_index(&mut self, object: &Object, key: &Object) -> Result<bool> {
        let body = self.class_of(object).get(&self.heap);
        let sequence = body.flags.has(ClassFlags::HEAP)
            || body.slots.len.is_some()
            || body.slots.contains.is_some()
            || body.slots.get_item.is_some();
        let key_slots = &self.class_of(key).get(&self.heap).slots;
        if !sequence || key_slots.unary[UnaryOp::Index as usize].is_none() {
            return Ok(false);
        }
        self.to_subscript(key).map(|_| true)
    }

    /// `item in object`.
    pub fn contains(&mut self, object: &Object, item: &Object) -> Result<bool> {
        let slots = &self.class_of(object).get(&self.heap).slots;
        if let Some(function) = slots.contains {
            return self.native_call("", |rt| function(rt, object, item));
        }
        if slots.iter.is_none() && slots.get_item.is_none() {
            let name = self.type_name(object);
            return Err(self.type_error(format!("argument of type '{name}' is not iterable")));
        }
        let iterator = match self.iter(object) {
            Err(raised) if self.is_raised(&raised, ClassId::TypeError) => {
                let name = self.type_name(object);
                return Err(self.type_error(format!("argument of type '{name}' is not iterable")));
            }
            other => other?,
        };
        while let Some(next) = self.next(&iterator)? {
            self.check_interrupts()?;
            if self.equal(&next, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `len(object)`.
    pub fn len(&mut self, object: &Object) -> Result<usize> {
        if let Some(string) = object.cast_exact::<StrBody>() {
            return Ok(string.len());
        }
        if let Some(list) = object.cast_exact::<ListBody>() {
            return Ok(list.get(&self.heap).items.len());
        }
        let slot = self.class_of(object).get(&self.heap).slots.len;
        match slot {
            Some(function) => self.native_call("", |rt| function(rt, object)),
            None => {
                let name = self.type_name(object);
                Err(self.type_error(format!("object of type '{name}' has no len()")))
            }
        }
    }

    /// `operator.length_hint(object, 0)`, for presizing; errors of the hint are ignored only if they are TypeErrors.
    pub fn length_hint(&mut self, object: &Object) -> Result<usize> {
        let slot = self.class_of(object).get(&self.heap).slots.len;
        if let Some(function) = slot {
            let length = self.native_call("", |rt| function(rt, object));
            if let Some(length) = self.catch(length, crate::object::ClassId::TypeError)? {
                return Ok(length);
            }
        }
        let name = self.names.length_hint.clone();
        let hint = self.call_special(object, &name, &[]);
        match self.catch(hint, crate::object::ClassId::TypeError)?.flatten() {
            Some(hint) if !hint.is_not_implemented() => {
                if !self.is_instance_of(&hint, ClassId::Int) {
                    let name = self.type_name(&hint);
                    return Err(self.type_error(format!("__length_hint__ must be an integer, not {name}")));
                }
                usize::try_from(self.to_index(&hint)?)
                    .map_err(|_| self.value_error("__length_hint__() should return >= 0"))
            }
            _ => Ok(0),
        }
    }
}
