//! `with`.

use crate::heap::Object;
use crate::layout::Str;
use crate::object::{ExceptionBody, Result, Runtime};
use crate::vm::site::Site;

fn method(rt: &mut Runtime, manager: &Object, name: &Str, missing: &str) -> Result {
    match rt.special_method(manager, name)? {
        Some(method) => Ok(method),
        None => {
            let class = rt.type_name(manager);
            Err(rt.type_error(format!("'{class}' object does not support the context manager protocol{missing}")))
        }
    }
}

/// BEFORE_WITH.
pub fn before(rt: &mut Runtime, site: Site) -> Result<()> {
    let manager = site.get(site.b()).clone();
    let (enter, exit) = (rt.names.enter.clone(), rt.names.exit.clone());
    let enter = method(rt, &manager, &enter, "")?;
    let exit = method(rt, &manager, &exit, " (missed __exit__ method)")?;
    let entered = rt.call(&enter, &[])?;
    site.set(site.a(), exit);
    site.set(site.a() + 1, entered);
    Ok(())
}

/// What `__exit__` gets of the exception in `R[c]`, for WITH_EXCEPT_START.
pub fn exception_parts(rt: &Runtime, site: Site) -> [Object; 3] {
    let exception = site.get(site.c()).clone();
    let class = rt.class_of(&exception).as_object().clone();
    let traceback = match exception.cast::<ExceptionBody>() {
        Some(body) => body.get(&rt.heap).traceback.clone(),
        None => Object::NONE,
    };
    [class, exception, traceback]
}
