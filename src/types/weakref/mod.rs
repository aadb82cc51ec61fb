//! Weak references: `ref` and the proxies.

mod proxy;
mod reference;

pub use proxy::{CALLABLE_PROXY, PROXY, new_proxy};
pub use reference::REFERENCE;

use crate::heap::{Object, Ref, WeakBody};
use crate::object::{Class, ClassFlags, Result, Runtime};

fn body(this: &Object) -> &Ref<WeakBody> {
    this.cast::<WeakBody>().expect("a slot of a weak reference gets one")
}

/// The target, if it is alive.
fn target(rt: &Runtime, this: &Object) -> Option<Object> {
    body(this).get(&rt.heap).target()
}

/// Refuses targets whose type has no room for weak references.
fn check_target(rt: &mut Runtime, object: &Object) -> Result<()> {
    if object.is_pointer() && rt.class_of(object).get(&rt.heap).flags.has(ClassFlags::WEAKREFABLE) {
        return Ok(());
    }
    let name = rt.type_name(object);
    Err(rt.type_error(format!("cannot create weak reference to '{name}' object")))
}

/// A new weak reference of `class` in its target's list.
fn make(rt: &mut Runtime, class: &Class, object: &Object, callback: Option<Object>) -> Result {
    let target_class = rt.class_of(object).clone();
    rt.mark_weakly_referenced(&target_class);
    let made = rt.alloc_for(class, WeakBody::new(object, callback))?;
    rt.heap.register_weakref(&made);
    Ok(made.into())
}

/// Target and callback among the arguments of `function`.
fn arguments<'a>(rt: &mut Runtime, function: &str, args: &'a [Object]) -> Result<(&'a Object, Option<&'a Object>)> {
    match args {
        [object] => Ok((object, None)),
        [object, callback] => Ok((object, Some(callback).filter(|c| !c.is_none()))),
        [] => Err(rt.type_error(format!("{function} expected at least 1 argument, got 0"))),
        more => Err(rt.type_error(format!("{function} expected at most 2 arguments, got {}", more.len()))),
    }
}
