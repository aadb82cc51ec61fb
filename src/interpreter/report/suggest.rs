//! "Did you mean": names close to the one that was not found.

use crate::base::suggest::suggest;
use crate::heap::Object;
use crate::layout::{DictBody, ListBody, Str, StrBody};
use crate::modules::stdlib_names::stdlib_names;
use crate::object::{ClassId, ExceptionBody, Result, Runtime, TracebackBody};

/// What is added to the exception's text; often nothing.
pub(super) fn hint(rt: &mut Runtime, exception: &Object, traceback: &Object) -> String {
    let is = |id| rt.is_instance_of(exception, id);
    let (import, name, attribute) = (is(ClassId::ImportError), is(ClassId::NameError), is(ClassId::AttributeError));
    if !(import || name || attribute) {
        return String::new();
    }
    let key = if import { "name_from" } else { "name" };
    let wrong = rt.get_attr_str(exception, key).unwrap_or(Object::NONE);
    let Some(wrong) = wrong.cast::<StrBody>() else { return String::new() };
    let found = if import {
        from_module(rt, exception, wrong)
    } else if attribute {
        from_object(rt, exception, wrong)
    } else {
        from_frame(rt, exception, traceback, wrong)
    };
    let mut text = match &found {
        Some(found) => format!(". Did you mean: '{found}'?"),
        None => String::new(),
    };
    let wrong = wrong.to_rust();
    if name && stdlib_names().any(|known| known == wrong) {
        let start = if found.is_some() { " Or did" } else { ". Did" };
        text.push_str(&format!("{start} you forget to import '{wrong}'?"));
    }
    text
}

fn field(rt: &Runtime, exception: &Object, index: usize) -> Option<Object> {
    exception.cast::<ExceptionBody>()?.get(&rt.heap).fields.get(index).filter(|value| !value.is_unbound()).cloned()
}

/// The texts of the names; none if one is no string.
fn texts(names: Vec<Object>) -> Option<Vec<String>> {
    names.iter().map(|name| Some(name.cast::<StrBody>()?.to_rust().into_owned())).collect()
}

fn closest(wrong: &Str, names: &[String]) -> Option<String> {
    let index = suggest(&wrong.to_rust(), names.iter().map(String::as_str))?;
    Some(names[index].clone())
}

/// `dir(object)`, without names that begin with `_` if so wanted.
fn names_of(rt: &mut Runtime, object: &Object, hide: bool) -> Result<Option<Vec<String>>> {
    let list = crate::builtins::dir(rt, Some(object))?;
    let names = list.cast::<ListBody>().map(|list| list.get(&rt.heap).items.to_vec()).unwrap_or_default();
    Ok(texts(names).map(|mut names| {
        names.retain(|name| !hide || !name.starts_with('_'));
        names
    }))
}

fn from_object(rt: &mut Runtime, exception: &Object, wrong: &Str) -> Option<String> {
    let object = rt.get_attr_str(exception, "obj").ok()?;
    // The machine has noted whether the object was `self` where the error arose: then private names may be meant.
    let own = field(rt, exception, 2).is_some_and(|noted| noted.is(&Object::TRUE));
    let hide = !wrong.to_rust().starts_with('_') && !own;
    let names = names_of(rt, &object, hide).ok()??;
    closest(wrong, &names)
}

fn from_module(rt: &mut Runtime, exception: &Object, wrong: &Str) -> Option<String> {
    let name = rt.get_attr_str(exception, "name").ok()?;
    let import = rt.hooks.import_name;
    let module = import(rt, name.cast::<StrBody>()?, None, &Object::NONE, 0).ok()?;
    let hide = !wrong.to_rust().starts_with('_');
    let names = names_of(rt, &module, hide).ok()??;
    closest(wrong, &names)
}

fn from_frame(rt: &mut Runtime, exception: &Object, traceback: &Object, wrong: &Str) -> Option<String> {
    let mut last = traceback.cast::<TracebackBody>()?.clone();
    while let Some(next) = last.get(&rt.heap).next.cast::<TracebackBody>().cloned() {
        last = next;
    }
    let function = last.get(&rt.heap).function.clone();
    let function = function.get(&rt.heap);
    let globals = function.globals.clone();
    let code = function.code.get(&rt.heap).code.clone();
    let keys = |rt: &Runtime, dict: &crate::layout::Dict| {
        texts(dict.pairs(&rt.heap).into_iter().map(|(key, _)| key).collect())
    };
    // The locals that the machine has noted; for a NameError made by the program itself only their names are known.
    let noted = field(rt, exception, 1);
    let mut names = match noted.as_ref().and_then(|locals| locals.cast::<DictBody>()) {
        Some(locals) => {
            let key = rt.names.fn_self.clone();
            let this = locals.get_str(&rt.heap, &key).cloned();
            if let Some(this) = this
                && let Ok(Some(_)) = rt.get_attr_opt(&this, wrong)
            {
                return Some(format!("self.{}", wrong.to_rust()));
            }
            keys(rt, locals)?
        }
        None => code.locals.iter().map(|local| local.name.to_string()).filter(|name| !name.starts_with('.')).collect(),
    };
    names.extend(keys(rt, &globals)?);
    names.extend(keys(rt, &rt.builtins.clone())?);
    closest(wrong, &names)
}
