//! Imports.

use crate::bytecode::flags;
use crate::heap::Object;
use crate::layout::{DictBody, Str, StrBody};
use crate::object::{ClassId, Result, Runtime};
use crate::vm::site::Site;

/// IMPORT_NAME: through `__import__` of the builtins if that was replaced, else straight.
pub fn name(rt: &mut Runtime, site: Site) -> Result<()> {
    let name = site.name(site.b());
    let from = site.constant(site.c());
    let level = site.extra(0) as u32 as usize;
    let body = site.frame().function_body(&rt.heap);
    let (globals, builtins) = (body.globals.clone(), body.builtins.clone());
    let key = rt.names.import.clone();
    let Some(function) = builtins.get_str(&rt.heap, &key).cloned() else {
        return Err(rt.raise(ClassId::ImportError, "__import__ not found"));
    };
    let module = if function.cast::<crate::object::BuiltinFunctionBody>().is_some() {
        (rt.hooks.import_name)(rt, name, Some(&globals), from, level)?
    } else {
        let optimized = site.code().code.has(flags::OPTIMIZED);
        let locals = if optimized { Object::NONE } else { site.get(0).clone() };
        let level = rt.new_int(level as i128)?;
        let name = name.as_object().clone();
        rt.call(&function, &[name, globals.into(), locals, from.clone(), level])?
    };
    site.set(site.a(), module);
    Ok(())
}

/// IMPORT_FROM.
pub fn from(rt: &mut Runtime, site: Site) -> Result<()> {
    let module = site.get(site.b());
    let name = site.name(site.c());
    let value = match rt.get_attr_opt(module, name)? {
        Some(value) => value,
        None => (rt.hooks.import_from)(rt, module, name)?,
    };
    site.set(site.a(), value);
    Ok(())
}

fn store(rt: &mut Runtime, namespace: &Object, name: &Str, value: Object) -> Result<()> {
    match namespace.cast_exact::<DictBody>() {
        Some(dict) => Ok(dict.set_str(&mut rt.heap, name, value, &rt.hash_key)?),
        None => rt.set_item(namespace, name, &value),
    }
}

/// IMPORT_STAR.
pub fn star(rt: &mut Runtime, site: Site) -> Result<()> {
    let module = site.take(site.a());
    let namespace = site.get(0).clone();
    let all = rt.names.all.clone();
    let listed = rt.get_attr_opt(&module, &all)?;
    let names = match &listed {
        Some(listed) => rt.collect(listed)?,
        None => {
            let dict = rt.names.dict.clone();
            let Some(dict) = rt.get_attr_opt(&module, &dict)? else {
                return Err(rt.raise(ClassId::ImportError, "from-import-* object has no __dict__ and no __all__"));
            };
            let keys = rt.call_method(&dict, "keys", &[])?;
            rt.collect(&keys)?
        }
    };
    for name in names {
        let Some(text) = name.cast::<StrBody>() else {
            let (got, key) = (rt.type_name(&name), rt.names.name.clone());
            let module_name = rt.get_attr(&module, &key)?;
            let module_name = rt.str(&module_name)?.to_rust().into_owned();
            let what = if listed.is_some() { "Item in" } else { "Key in" };
            let list = if listed.is_some() { "__all__" } else { "__dict__" };
            return Err(rt.type_error(format!("{what} {module_name}.{list} must be str, not {got}")));
        };
        if listed.is_none() && text.units().iter().next() == Some('_' as u32) {
            continue;
        }
        let text = rt.intern_str(text);
        let value = rt.get_attr(&module, &text)?;
        store(rt, &namespace, &text, value)?;
    }
    Ok(())
}
