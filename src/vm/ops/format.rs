//! f-strings and the prompt's echo.

use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::object::{ClassId, Result, Runtime};
use crate::types::format;
use crate::vm::site::Site;

/// `format(object, spec)`, numbers and strings without a look at their classes.
fn format(rt: &mut Runtime, object: &Object, spec: &Str) -> Result<Str> {
    if object.value().is_int() {
        return format::int(rt, object, spec);
    }
    if object.value().as_float().is_some() {
        return format::float(rt, object, spec);
    }
    if object.cast_exact::<StrBody>().is_some() {
        return format::string(rt, object, spec);
    }
    rt.format(object, spec)
}

/// FORMAT_SIMPLE.
pub fn simple(rt: &mut Runtime, site: Site) -> Result<()> {
    let object = site.get(site.b());
    let text = match object.cast_exact::<StrBody>() {
        Some(text) => text.clone(),
        None => {
            // Numbers have no form of their own without a spec.
            if object.value().is_int() || object.value().is_float() {
                rt.repr(object)?
            } else {
                let empty = rt.names.empty.clone();
                rt.format(object, &empty)?
            }
        }
    };
    site.set(site.a(), text.into());
    Ok(())
}

/// FORMAT_WITH_SPEC.
pub fn with_spec(rt: &mut Runtime, site: Site) -> Result<()> {
    let spec = site.get(site.c()).cast::<StrBody>().expect("a format spec is a string");
    let text = format(rt, site.get(site.b()), spec)?;
    site.finish(site.c());
    site.set(site.a(), text.into());
    Ok(())
}

/// CONVERT_VALUE.
pub fn convert(rt: &mut Runtime, site: Site) -> Result<()> {
    let object = site.get(site.b());
    let text = match site.c() {
        1 => rt.str(object)?,
        2 => rt.repr(object)?,
        _ => {
            let text = rt.repr(object)?;
            crate::types::str::to_ascii(rt, &text)?
        }
    };
    site.set(site.a(), text.into());
    Ok(())
}

/// PRINT_EXPR.
pub fn print(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = rt.names.displayhook.clone();
    let sys = rt.intern("sys");
    let hook = match rt.modules.get_str(&rt.heap, &sys).cloned() {
        Some(sys) => rt.get_attr_opt(&sys, &name)?,
        None => None,
    };
    let Some(hook) = hook else { return Err(rt.raise(ClassId::RuntimeError, "lost sys.displayhook")) };
    rt.call(&hook, std::slice::from_ref(site.get(site.a())))?;
    site.finish(site.a());
    Ok(())
}
