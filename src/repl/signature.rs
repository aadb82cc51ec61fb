//! The parameters of something callable, for hints and the completion of keyword arguments.

use crate::bytecode::flags;
use crate::heap::Object;
use crate::layout::{StrBody, TupleBody};
use crate::object::{
    BoundMethodBody, BuiltinFunctionBody, Class, FunctionBody, MethodDescriptorBody, Runtime, WrapperBody,
};

/// The parameters as written: `x`, `y=1`, `*args`, `/`, `*`, `**kwargs`.
pub fn parameters(rt: &mut Runtime, callable: &Object) -> Option<Vec<String>> {
    if callable.cast::<FunctionBody>().is_some() {
        return Some(of_function(rt, callable));
    }
    if let Some(method) = callable.cast::<BoundMethodBody>() {
        let function = method.get(&rt.heap).function.clone();
        return parameters(rt, &function).map(without_first);
    }
    if let Some(wrapper) = callable.cast::<WrapperBody>() {
        let function = wrapper.get(&rt.heap).function.clone();
        return parameters(rt, &function);
    }
    if let Some(function) = callable.cast::<BuiltinFunctionBody>() {
        return Some(of_text(function.get(&rt.heap).def.text));
    }
    if let Some(method) = callable.cast::<MethodDescriptorBody>() {
        return Some(of_text(method.get(&rt.heap).def.text));
    }
    let class = Class::from_object(callable)?.clone();
    for name in ["__init__", "__new__"] {
        let name = rt.intern(name);
        let found = rt.lookup_uncached(&class, &name).cloned();
        if let Some(found) = found.filter(|found| is_python(rt, found)) {
            return parameters(rt, &found).map(without_first);
        }
    }
    None
}

fn is_python(rt: &Runtime, object: &Object) -> bool {
    let inner = object.cast::<WrapperBody>().map(|wrapper| wrapper.get(&rt.heap).function.clone());
    inner.as_ref().unwrap_or(object).cast::<FunctionBody>().is_some()
}

fn without_first(mut parameters: Vec<String>) -> Vec<String> {
    if parameters.first().is_some_and(|first| !first.starts_with('*')) {
        parameters.remove(0);
        if parameters.first().is_some_and(|first| first == "/") {
            parameters.remove(0);
        }
    }
    parameters
}

/// A native declaration's text, cut at its commas.
fn of_text(text: &str) -> Vec<String> {
    text.split(',').map(crate::object::squeeze_parameter).filter(|part| !part.is_empty()).collect()
}

fn of_function(rt: &mut Runtime, callable: &Object) -> Vec<String> {
    let Some(function) = callable.cast::<FunctionBody>() else { return Vec::new() };
    let body = function.get(&rt.heap);
    let code = body.code.get(&rt.heap).code.clone();
    let defaults: Vec<Object> = body.defaults.as_ref().map_or_else(Vec::new, |d| d.items().to_vec());
    let keyword_defaults = body.keyword_defaults.clone();
    let name = |i: usize| code.locals.get(i).map_or_else(String::new, |local| local.name.to_string());
    let (positional, keyword_only) = (code.positional as usize, code.keyword_only as usize);
    let (var_positional, var_keyword) = (code.has(flags::VARARGS), code.has(flags::VARKEYWORDS));
    let mut out = Vec::new();
    for i in 0..positional {
        let place = (i + defaults.len()).checked_sub(positional);
        match place.and_then(|place| defaults.get(place)) {
            Some(default) => out.push(format!("{}={}", name(i), shown(rt, default))),
            None => out.push(name(i)),
        }
        if i + 1 == code.positional_only as usize {
            out.push("/".to_owned());
        }
    }
    if var_positional {
        out.push(format!("*{}", name(positional + keyword_only)));
    } else if keyword_only > 0 {
        out.push("*".to_owned());
    }
    for i in positional..positional + keyword_only {
        let key = rt.intern(&name(i));
        match keyword_defaults.as_ref().and_then(|defaults| defaults.get_str(&rt.heap, &key).cloned()) {
            Some(default) => out.push(format!("{}={}", name(i), shown(rt, &default))),
            None => out.push(name(i)),
        }
    }
    if var_keyword {
        out.push(format!("**{}", name(positional + keyword_only + usize::from(var_positional))));
    }
    out
}

/// A default value, if showing it runs no Python code.
fn shown(rt: &mut Runtime, value: &Object) -> String {
    let simple = value.is_none()
        || !value.is_pointer()
        || value.cast_exact::<StrBody>().is_some()
        || value.cast_exact::<TupleBody>().is_some_and(|items| items.items().is_empty());
    match rt.repr(value) {
        Ok(text) if simple && text.len() < 30 => text.to_rust().into_owned(),
        _ => "...".to_owned(),
    }
}

/// The name of a parameter that can be given by name.
pub fn keyword(parameter: &str) -> Option<&str> {
    let name = parameter.split('=').next()?;
    if name.starts_with('*') || name == "/" { None } else { Some(name) }
}
