//! `__dict__` and `__weakref__` of instances, which the first class to give them to its instances defines.

use super::class::{Class, ClassFlags};
use super::function::GetSetBody;
use super::native::GetSetDef;
use super::raise::Result;
use super::runtime::Runtime;
use crate::heap::{Object, Opaque, ShapeId};
use crate::layout::{Dict, DictBody};

static DICT: GetSetDef =
    GetSetDef { name: "__dict__", doc: "dictionary for instance variables", get: get_dict, set: Some(set_dict) };

/// The same where a builtin class defines it: it cannot be deleted.
static LASTING_DICT: GetSetDef = GetSetDef { set: Some(set_lasting_dict), ..DICT };

static WEAKREF: GetSetDef = GetSetDef {
    name: "__weakref__",
    doc: "list of weak references to the object",
    get: |rt, this| Ok(rt.heap.weakrefs(this).into_iter().next().map_or(Object::NONE, Into::into)),
    set: None,
};

fn get_dict(rt: &mut Runtime, this: &Object) -> Result {
    match rt.instance_dict(this)? {
        Some(dict) => Ok(dict.into()),
        None => {
            let name = rt.names.dict.clone();
            Err(rt.no_attribute(this, &name))
        }
    }
}

fn set_dict(rt: &mut Runtime, this: &Object, value: Option<&Object>) -> Result<()> {
    let empty;
    let value = match value {
        Some(value) => value,
        // Deleted, it is made anew.
        None => {
            empty = rt.new_dict()?.into();
            &empty
        }
    };
    let dict = rt.expect_dict(value)?;
    if rt.set_instance_dict(this, dict)? {
        return Ok(());
    }
    let name = rt.names.dict.clone();
    Err(rt.no_attribute(this, &name))
}

/// `object.__dict__ = value` for instances of builtin classes.
pub fn set_lasting_dict(rt: &mut Runtime, this: &Object, value: Option<&Object>) -> Result<()> {
    match value {
        Some(_) => set_dict(rt, this, value),
        None => Err(rt.type_error("cannot delete __dict__")),
    }
}

impl Runtime {
    /// The dict that is to be some object's `__dict__`.
    pub fn expect_dict<'a>(&mut self, value: &'a Object) -> Result<&'a Dict> {
        value.cast::<DictBody>().ok_or_else(|| {
            let got = self.type_name(value);
            self.type_error(format!("__dict__ must be set to a dictionary, not a '{got}'"))
        })
    }

    /// Adds the attributes that instances of a new class have and those of its bases lack.
    pub(super) fn add_instance_attributes(
        &mut self,
        class: &Class,
        namespace: &Dict,
        (dict, weakref): (bool, bool),
    ) -> Result<()> {
        let own = if class.get(&self.heap).flags.has(ClassFlags::HEAP) { &DICT } else { &LASTING_DICT };
        for (def, wanted) in [(own, dict), (&WEAKREF, weakref)] {
            let name = self.intern_static(def.name);
            // What the class's body defines stays.
            if wanted && namespace.get_str(&self.heap, &name).is_none() {
                let body = GetSetBody { def: Opaque(def), owner: class.clone() };
                let object = self.heap.alloc(ShapeId::GETSET_DESCRIPTOR, body)?;
                self.put_attribute(namespace, def.name, object.into())?;
            }
        }
        Ok(())
    }
}
