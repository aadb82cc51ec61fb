//! Functions about objects and their attributes: `getattr`, `isinstance`, `dir`, `vars`, `id`, …

use crate::heap::Object;
use crate::layout::{DictBody, List, Str, StrBody};
use crate::methods;
use crate::object::{Raised, Result, Runtime};
use crate::types::list::sort;

methods! {
    pub static FUNCTIONS = [
        /// Get a named attribute from an object.
        ///
        /// getattr(x, 'y') is equivalent to x.y
        /// When a default argument is given, it is returned when the attribute doesn't
        /// exist; without it, an exception is raised in that case.
        @function "getattr"(object, name, default=None, /) => getattr;
        /// Sets the named attribute on the given object to the specified value.
        ///
        /// setattr(x, 'y', v) is equivalent to ``x.y = v``
        @function "setattr"(obj, name, value, /) => setattr;
        /// Deletes the named attribute from the given object.
        ///
        /// delattr(x, 'y') is equivalent to ``del x.y``
        @function "delattr"(obj, name, /) => delattr;
        /// Return whether the object has an attribute with the given name.
        ///
        /// This is done by calling getattr(obj, name) and catching AttributeError.
        @function "hasattr"(obj, name, /) => hasattr;
        /// Return whether an object is an instance of a class or of a subclass thereof.
        ///
        /// A tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to
        /// check against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)
        /// or ...`` etc.
        @function "isinstance"(obj, class_or_tuple, /) => isinstance;
        /// Return whether 'cls' is derived from another class or is the same class.
        ///
        /// A tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to
        /// check against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)
        /// or ...``.
        @function "issubclass"(cls, class_or_tuple, /) => issubclass;
        /// Return whether the object is callable (i.e., some kind of function).
        ///
        /// Note that classes are callable, as are instances of classes with a
        /// __call__() method.
        @function "callable"(obj, /) => callable;
        /// Return the identity of an object.
        ///
        /// This is guaranteed to be unique among simultaneously existing objects.
        /// (CPython uses the object's memory address.)
        @function "id"(obj, /) => id;
        /// Return the hash value for the given object.
        ///
        /// Two objects that compare equal must also have the same hash value, but the
        /// reverse is not necessarily true.
        @function "hash"(obj, /) => hash;
        /// dir([object]) -> list of strings
        @function "dir"(object=None, /) => dir;
        /// vars([object]) -> dictionary
        ///
        /// Without arguments, equivalent to locals().
        /// With an argument, equivalent to object.__dict__.
        @function "vars"(object=None, /) => vars;
    ];
}

/// The name argument of the attribute functions.
fn name<'a>(rt: &mut Runtime, object: &'a Object) -> std::result::Result<&'a Str, Raised> {
    match object.cast::<StrBody>() {
        Some(name) => Ok(name),
        None => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("attribute name must be string, not '{got}'")))
        }
    }
}

fn getattr(rt: &mut Runtime, object: &Object, attribute: &Object, default: Option<&Object>) -> Result {
    let name = name(rt, attribute)?;
    match default {
        None => rt.get_attr(object, name),
        Some(default) => Ok(rt.get_attr_opt(object, name)?.unwrap_or_else(|| default.clone())),
    }
}

fn setattr(rt: &mut Runtime, object: &Object, attribute: &Object, value: &Object) -> Result<()> {
    let name = name(rt, attribute)?;
    rt.set_attr(object, name, value)
}

fn delattr(rt: &mut Runtime, object: &Object, attribute: &Object) -> Result<()> {
    let name = name(rt, attribute)?;
    rt.del_attr(object, name)
}

fn hasattr(rt: &mut Runtime, object: &Object, attribute: &Object) -> Result<bool> {
    let name = name(rt, attribute)?;
    Ok(rt.get_attr_opt(object, name)?.is_some())
}

fn isinstance(rt: &mut Runtime, object: &Object, kind: &Object) -> Result<bool> {
    rt.isinstance(object, kind)
}

fn issubclass(rt: &mut Runtime, class: &Object, kind: &Object) -> Result<bool> {
    rt.issubclass(class, kind)
}

fn callable(rt: &mut Runtime, object: &Object) -> bool {
    rt.class_of(object).get(&rt.heap).slots.call.is_some()
}

fn id(rt: &mut Runtime, object: &Object) -> Result {
    rt.new_int(object.id().into())
}

fn hash(rt: &mut Runtime, object: &Object) -> Result {
    let hash = rt.hash(object)?;
    rt.new_int(hash.into())
}

/// `dir(object)`: a list of names; `None` means the names visible to the running function.
pub fn dir(rt: &mut Runtime, object: Option<&Object>) -> Result {
    let names = match object {
        None => {
            let locals = (rt.hooks.current_locals)(rt)?;
            match locals.cast::<DictBody>() {
                Some(_) => locals,
                None => rt.call_method(&locals, "keys", &[])?,
            }
        }
        Some(object) => {
            let name = rt.names.dir.clone();
            match rt.call_special(object, &name, &[])? {
                Some(names) => names,
                None => return Err(rt.type_error("object does not provide __dir__")),
            }
        }
    };
    let names = rt.gather(&names)?;
    let names = List::new(&rt.heap, names)?;
    sort(rt, &names, None, false)?;
    Ok(names.into())
}

fn vars(rt: &mut Runtime, object: Option<&Object>) -> Result {
    let Some(object) = object else { return (rt.hooks.current_locals)(rt) };
    let name = rt.names.dict.clone();
    match rt.get_attr_opt(object, &name)? {
        Some(dict) => Ok(dict),
        None => Err(rt.type_error("vars() argument must have __dict__ attribute")),
    }
}
