//! `_weakref`: what `weakref` is built on.

use super::{NativeModule, set};
use crate::heap::{Object, WeakBody};
use crate::layout::{Dict, List};
use crate::methods;
use crate::object::{ClassId, Rest, Result, Runtime};
use crate::types::module::Module;
use crate::types::weakref::{CALLABLE_PROXY, PROXY, new_proxy};

methods! {
    static FUNCTIONS = [
        /// Return the number of weak references to 'object'.
        @function "getweakrefcount"(object, /) => count;
        /// Return a list of all weak reference objects pointing to 'object'.
        @function "getweakrefs"(object, /) => references;
        /// Create a proxy object that weakly references 'object'.
        ///
        /// 'callback', if given, is called with a reference to the
        /// proxy when 'object' is about to be finalized.
        @function "proxy"(*args) => proxy;
        /// Atomically remove key from dict if it points to a dead weakref.
        @function "_remove_dead_weakref"(dct, key, /) => remove_dead;
    ];
}

fn count(rt: &mut Runtime, object: &Object) -> usize {
    if object.is_pointer() { rt.heap.weakref_count(object) } else { 0 }
}

fn references(rt: &mut Runtime, object: &Object) -> Result<List> {
    let found: Vec<Object> = match object.is_pointer() {
        true => rt.heap.weakrefs(object).into_iter().map(Into::into).collect(),
        false => Vec::new(),
    };
    Ok(List::from_slice(&rt.heap, &found)?)
}

fn proxy(rt: &mut Runtime, args: Rest<'_>) -> Result {
    new_proxy(rt, args.0)
}

fn remove_dead(rt: &mut Runtime, dict: &Dict, key: &Object) -> Result<()> {
    let dead = match dict.get_key(rt, key)? {
        Some(found) => match found.cast::<WeakBody>() {
            Some(reference) => reference.get(&rt.heap).target().is_none(),
            None => return Err(rt.type_error("not a weakref")),
        },
        None => false,
    };
    if dead {
        drop(dict.remove_key(rt, key)?);
    }
    Ok(())
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let reference = rt.class(ClassId::WeakRef).as_object().clone();
    set(rt, module, "ref", reference.clone())?;
    set(rt, module, "ReferenceType", reference)?;
    for (name, def) in [("ProxyType", &PROXY), ("CallableProxyType", &CALLABLE_PROXY)] {
        let class = rt.native_class(def)?;
        set(rt, module, name, class.into())?;
    }
    Ok(())
}

/// The description of module `_weakref`.
pub static MODULE: NativeModule =
    NativeModule { name: "_weakref", doc: "Weak-reference support module.", functions: FUNCTIONS, init };
