//! The parameters of something callable, for hints and the completion of keyword arguments.

use crate::bytecode::flags;
use crate::heap::Object;
use crate::layout::{StrBody, TupleBody};
use crate::object::{
    BoundMethodBody, BuiltinFunctionBody, Class, ClassFlags, FunctionBody, MethodDef, MethodDescriptorBody, Runtime,
    WrapperBody, constructor_text, signature_text,
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
        return Some(of_native(&function.get(&rt.heap).def));
    }
    if let Some(method) = callable.cast::<MethodDescriptorBody>() {
        return Some(of_native(&method.get(&rt.heap).def));
    }
    let class = Class::from_object(callable)?.clone();
    for name in ["__init__", "__new__"] {
        let name = rt.intern(name);
        let found = rt.lookup_uncached(&class, &name).cloned();
        if let Some(found) = found.filter(|found| is_python(rt, found)) {
            return parameters(rt, &found).map(without_first);
        }
    }
    if class.get(&rt.heap).flags.has(ClassFlags::HEAP) {
        return None;
    }
    let name = class.get(&rt.heap).name.to_rust();
    match constructor_text(&name) {
        Some(text) => Some(of_text(text.trim_matches(['(', ')']))),
        None => told(CONSTRUCTORS, &name).map(of_text),
    }
}

/// Parameters of functions and methods of which CPython tells none.
const FUNCTIONS: &[(&str, &str)] = &[
    ("max", "iterable, /, *others, key=None, default=..."),
    ("min", "iterable, /, *others, key=None, default=..."),
    ("update", "iterable=(), /, **kwargs"),
];

/// Those of builtin types.
const CONSTRUCTORS: &[(&str, &str)] = &[
    ("bytes", "source=b'', encoding='utf-8', errors='strict'"),
    ("dict", "iterable=(), /, **kwargs"),
    ("int", "number=0, /, base=10"),
    ("range", "start, stop, step=1, /"),
    ("slice", "start, stop, step=None, /"),
    ("str", "object='', encoding='utf-8', errors='strict'"),
    ("super", "type, object_or_type, /"),
    ("type", "object_or_name, bases, namespace, /, **kwargs"),
];

fn told(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|row| row.0 == name).map(|row| row.1)
}

/// The parameters of a native function. Where it is declared to take anything they are those that CPython shows.
fn of_native(def: &MethodDef) -> Vec<String> {
    if !def.text.starts_with("*args") {
        return of_text(def.text);
    }
    let shown = signature_text(def);
    let shown =
        shown.as_deref().map(|text| text.trim_matches(['(', ')'])).and_then(|text| match text.split_once(',') {
            Some((this, rest)) if this.starts_with('$') => Some(rest.trim_start_matches(" /,")),
            _ => None,
        });
    of_text(shown.or_else(|| told(FUNCTIONS, def.name)).unwrap_or(def.text))
}

/// Takes out the parameter that an argument is for: one given by `keyword`, or the next one by position.
pub fn fill(parameters: &mut Vec<String>, given: Option<&str>) {
    match given {
        Some(name) => parameters.retain(|parameter| keyword(parameter) != Some(name)),
        None if parameters.first().is_some_and(|first| !first.starts_with('*')) => {
            parameters.remove(0);
        }
        None => {}
    }
    // A mark that parts nothing any more.
    while parameters.first().is_some_and(|first| first == "/") {
        parameters.remove(0);
    }
    if parameters.last().is_some_and(|last| last == "*") {
        parameters.pop();
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_take_their_parameters() {
        let left = |given: &[Option<&str>]| {
            let mut parameters = of_text("iterable, /, *, key=None, reverse=False");
            given.iter().for_each(|&given| fill(&mut parameters, given));
            parameters.join(", ")
        };
        assert_eq!(left(&[]), "iterable, /, *, key=None, reverse=False");
        assert_eq!(left(&[None]), "*, key=None, reverse=False");
        assert_eq!(left(&[None, Some("reverse")]), "*, key=None");
        assert_eq!(left(&[None, Some("reverse"), Some("key")]), "");
        assert_eq!(left(&[None, None, Some("nothing")]), "*, key=None, reverse=False");
    }
}
