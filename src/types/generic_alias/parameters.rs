//! Type variables among the arguments of aliases and unions. Type variables themselves are the library's: whatever has
//! `__typing_subst__` is one.

use crate::heap::Object;
use crate::layout::{Tuple, TupleBody};
use crate::object::{Class, Result, Runtime};

fn attribute(rt: &mut Runtime, object: &Object, name: &str) -> Result<Option<Object>> {
    let name = rt.intern(name);
    rt.get_attr_opt(object, &name)
}

/// The parameters of something generic, if it has any.
fn parameters_of(rt: &mut Runtime, object: &Object) -> Result<Option<Tuple>> {
    let parameters = attribute(rt, object, "__parameters__")?;
    Ok(parameters.and_then(|p| p.cast::<TupleBody>().cloned()))
}

/// The type variables in `args`, each once, in the order of their first use.
pub fn collect(rt: &mut Runtime, args: &[Object]) -> Result<Tuple> {
    let mut found: Vec<Object> = Vec::new();
    let mut add = |object: &Object| {
        if !found.iter().any(|known| known.is(object)) {
            found.push(object.clone());
        }
    };
    for arg in args {
        if Class::from_object(arg).is_some() {
            continue;
        }
        if attribute(rt, arg, "__typing_subst__")?.is_some() {
            add(arg);
        } else if let Some(inner) = parameters_of(rt, arg)? {
            inner.items().iter().for_each(&mut add);
        }
    }
    rt.new_tuple(found)
}

/// The items of a subscript, with starred tuples spread out.
fn unpack(rt: &mut Runtime, item: &Object) -> Result<Vec<Object>> {
    let items = match item.cast::<TupleBody>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![item.clone()],
    };
    let mut unpacked = Vec::with_capacity(items.len());
    for item in items {
        let inner = match Class::from_object(&item) {
            Some(_) => None,
            None => attribute(rt, &item, "__typing_unpacked_tuple_args__")?,
        };
        match inner.as_ref().and_then(|inner| inner.cast::<TupleBody>()) {
            // `*tuple[int, ...]` stays as it is.
            Some(inner) if !inner.items().last().is_some_and(|last| last.is(&Object::ELLIPSIS)) => {
                unpacked.extend_from_slice(inner.items());
            }
            _ => unpacked.push(item),
        }
    }
    Ok(unpacked)
}

/// The arguments of `alias` with the items of the subscript in the place of its parameters.
pub fn substitute(
    rt: &mut Runtime,
    alias: &Object,
    args: &[Object],
    parameters: &Tuple,
    item: &Object,
) -> Result<Vec<Object>> {
    if parameters.is_empty() {
        let alias = rt.repr(alias)?;
        return Err(rt.type_error(format!("{alias} is not a generic class")));
    }
    let mut items = unpack(rt, item)?;
    for parameter in parameters.items() {
        let prepare = attribute(rt, parameter, "__typing_prepare_subst__")?;
        if let Some(prepare) = prepare.filter(|prepare| !prepare.is_none()) {
            let packed = rt.new_tuple(items)?;
            let prepared = rt.call(&prepare, &[alias.clone(), packed.into()])?;
            items = match prepared.cast::<TupleBody>() {
                Some(prepared) => prepared.items().to_vec(),
                None => vec![prepared],
            };
        }
    }
    if items.len() != parameters.len() {
        let (actual, expected) = (items.len(), parameters.len());
        let (which, bound) = if actual > expected { ("many", "") } else { ("few", "at least ") };
        let alias = rt.repr(alias)?;
        let text = format!("Too {which} arguments for {alias}; actual {actual}, expected {bound}{expected}");
        return Err(rt.type_error(text));
    }
    let mut result = Vec::with_capacity(args.len());
    for arg in args {
        if Class::from_object(arg).is_some() {
            result.push(arg.clone());
            continue;
        }
        let starred = attribute(rt, arg, "__typing_is_unpacked_typevartuple__")?;
        let starred = match starred {
            Some(starred) => rt.truth(&starred)?,
            None => false,
        };
        let replaced = match attribute(rt, arg, "__typing_subst__")? {
            Some(subst) => {
                let at = parameters.items().iter().position(|parameter| parameter.is(arg));
                match at {
                    Some(at) => rt.call(&subst, std::slice::from_ref(&items[at]))?,
                    None => arg.clone(),
                }
            }
            None => substitute_inside(rt, arg, parameters, &items)?,
        };
        match replaced.cast::<TupleBody>() {
            Some(many) if starred => result.extend_from_slice(many.items()),
            _ => result.push(replaced),
        }
    }
    Ok(result)
}

/// Something generic with its own parameters replaced.
fn substitute_inside(rt: &mut Runtime, object: &Object, parameters: &Tuple, items: &[Object]) -> Result {
    let Some(inner) = parameters_of(rt, object)?.filter(|inner| !inner.is_empty()) else {
        return Ok(object.clone());
    };
    let mut arguments = Vec::with_capacity(inner.len());
    for parameter in inner.items() {
        match parameters.items().iter().position(|known| known.is(parameter)) {
            Some(at) => {
                let iterable = rt.class_of(parameter).get(&rt.heap).slots.iter.is_some();
                match items[at].cast::<TupleBody>() {
                    Some(many) if iterable => arguments.extend_from_slice(many.items()),
                    _ => arguments.push(items[at].clone()),
                }
            }
            None => arguments.push(parameter.clone()),
        }
    }
    let arguments = rt.new_tuple(arguments)?;
    rt.native_call("", |rt| rt.get_item(object, &arguments))
}
