//! `repr(x)`, `str(x)`, `ascii(x)`.

use crate::base::float_text::{REPR_ROOM, quick_repr};
use crate::heap::Object;
use crate::layout::{Str, StrBody, Units};
use crate::object::{Result, Runtime};

impl Runtime {
    /// `repr(object)`.
    pub fn repr(&mut self, object: &Object) -> Result<Str> {
        if let Some(n) = object.value().as_int() {
            return Ok(self.strings.decimal(&self.heap, n)?);
        }
        if let Some(x) = object.value().as_float()
            && let Some(text) = quick_repr(x, &mut [0; REPR_ROOM])
        {
            return Ok(Str::from_units(&self.heap, Units::Ascii(text))?);
        }
        let slot = self.class_of(object).get(&self.heap).slots.repr;
        match slot {
            Some(function) => self.native_call(" while getting the repr of an object", |rt| function(rt, object)),
            None => self.default_repr(object),
        }
    }

    /// `str(object)`.
    pub fn str(&mut self, object: &Object) -> Result<Str> {
        if let Some(text) = object.cast_exact::<StrBody>() {
            return Ok(text.clone());
        }
        if object.value().is_int() || object.value().is_float() {
            return self.repr(object);
        }
        let slot = self.class_of(object).get(&self.heap).slots.str;
        match slot {
            Some(function) => self.native_call(" while getting the str of an object", |rt| function(rt, object)),
            None => self.repr(object),
        }
    }

    /// `object.__repr__`: `<module.Class object at 0x…>`.
    pub fn default_repr(&mut self, object: &Object) -> Result<Str> {
        let class = self.class_of(object).clone();
        let name = self.qualified_class_name(&class)?;
        self.new_str(&format!("<{name} object at {:#x}>", object.id()))
    }

    /// `module.qualname` of a class, without the module for builtins.
    pub fn qualified_class_name(&mut self, class: &crate::object::Class) -> Result<String> {
        let qualname = class.get(&self.heap).qualname.to_rust().into_owned();
        let module = self.names.module.clone();
        let module = self.lookup_uncached(class, &module).cloned();
        Ok(match module.as_ref().and_then(|m| m.cast::<StrBody>()) {
            Some(module) if module.to_rust() != "builtins" => format!("{}.{qualname}", module.to_rust()),
            _ => qualname,
        })
    }

    /// Writes `repr(object)` to the end of a Rust string (surrogates become escapes, as repr already has them).
    pub fn push_repr(&mut self, out: &mut String, object: &Object) -> Result<()> {
        let text = self.repr(object)?;
        out.push_str(&text.to_rust());
        Ok(())
    }
}
