//! `object.__reduce_ex__`, `__getstate__`: what `copy` and `pickle` rest on.

use crate::heap::Object;
use crate::layout::{DictBody, ListBody, StrBody, TupleBody};
use crate::object::{Class, ClassId, Result, Runtime};

/// `object.__reduce__`.
pub fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    by_protocol(rt, this, &Object::small(0))
}

/// `object.__reduce_ex__`: a class's own `__reduce__` goes first.
pub fn reduce_ex(rt: &mut Runtime, this: &Object, protocol: &Object) -> Result {
    let name = rt.names.reduce.clone();
    let class = rt.class_of(this).clone();
    if let Some((owner, found)) = rt.lookup_where(&class, &name)
        && !owner.is(rt.class(ClassId::Object))
    {
        let found = found.clone();
        return rt.call_found(this, found, &[]);
    }
    by_protocol(rt, this, protocol)
}

fn by_protocol(rt: &mut Runtime, this: &Object, protocol: &Object) -> Result {
    let name = rt.intern_static("copyreg");
    let module = match rt.modules.get_str(&rt.heap, &name).cloned() {
        Some(module) if !module.is_none() => module,
        _ => (rt.hooks.import)(rt, &name)?,
    };
    if rt.to_i64(protocol)? >= 2 {
        return by_new(rt, this, &module);
    }
    rt.call_method(&module, "_reduce_ex", &[this.clone(), protocol.clone()])
}

/// Arguments for `__new__`: `__getnewargs_ex__`, else `__getnewargs__`; `None` if the object has neither.
fn new_arguments(rt: &mut Runtime, this: &Object) -> Result<Option<(Vec<Object>, Option<Object>)>> {
    let name = rt.intern_static("__getnewargs_ex__");
    if let Some(pair) = rt.call_special(this, &name, &[])? {
        let Some(parts) = pair.cast::<TupleBody>() else {
            let got = rt.type_name(&pair);
            return Err(rt.type_error(format!("__getnewargs_ex__ should return a tuple, not '{got}'")));
        };
        let [args, keywords] = parts.items() else {
            let got = parts.len();
            return Err(rt.value_error(format!("__getnewargs_ex__ should return a tuple of length 2, not {got}")));
        };
        let Some(args) = args.cast::<TupleBody>() else {
            let got = rt.type_name(args);
            return Err(rt.type_error(format!(
                "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{got}'"
            )));
        };
        if keywords.cast::<DictBody>().is_none() {
            let got = rt.type_name(keywords);
            return Err(rt.type_error(format!(
                "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{got}'"
            )));
        }
        return Ok(Some((args.items().to_vec(), Some(keywords.clone()))));
    }
    let name = rt.intern_static("__getnewargs__");
    match rt.call_special(this, &name, &[])? {
        None => Ok(None),
        Some(args) => match args.cast::<TupleBody>() {
            Some(args) => Ok(Some((args.items().to_vec(), None))),
            None => {
                let got = rt.type_name(&args);
                Err(rt.type_error(format!("__getnewargs__ should return a tuple, not '{got}'")))
            }
        },
    }
}

/// Protocol 2: `(copyreg.__newobj__, (class, *args), state, list items, dict items)`.
fn by_new(rt: &mut Runtime, this: &Object, copyreg: &Object) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let given = new_arguments(rt, this)?;
    let is_list = this.cast::<ListBody>().is_some();
    let is_dict = this.cast::<DictBody>().is_some();
    let required = given.is_none() && !is_list && !is_dict;
    let state = state_of(rt, this, required)?;
    let (function, args) = match given {
        Some((args, Some(keywords))) if keywords.cast::<DictBody>().is_some_and(|k| !k.get(&rt.heap).is_empty()) => {
            let args: Object = rt.new_tuple(args)?.into();
            ("__newobj_ex__", vec![class, args, keywords])
        }
        Some((args, _)) => ("__newobj__", [class].into_iter().chain(args).collect()),
        None => ("__newobj__", vec![class]),
    };
    let function = rt.get_attr_str(copyreg, function)?;
    let args = rt.new_tuple(args)?;
    let list_items = if is_list { rt.iter(this)? } else { Object::NONE };
    let dict_items = if is_dict {
        let items = rt.call_method(this, "items", &[])?;
        rt.iter(&items)?
    } else {
        Object::NONE
    };
    Ok(rt.new_tuple(vec![function, args.into(), state, list_items, dict_items])?.into())
}

/// What `__getstate__` says; for an object that nothing else describes its layout must be plain.
fn state_of(rt: &mut Runtime, this: &Object, required: bool) -> Result {
    let name = rt.names.getstate.clone();
    let class = rt.class_of(this).clone();
    if let Some((owner, found)) = rt.lookup_where(&class, &name)
        && !owner.is(rt.class(ClassId::Object))
    {
        let found = found.clone();
        return rt.call_found(this, found, &[]);
    }
    if required && !class.get(&rt.heap).instance.layout.is::<()>() {
        let name = rt.type_name(this);
        return Err(rt.type_error(format!("cannot pickle '{name}' object")));
    }
    get_state(rt, this)
}

/// `object.__getstate__`: None, the attributes as a dict, or with `__slots__` a pair of that and a dict of the slots.
pub fn get_state(rt: &mut Runtime, this: &Object) -> Result {
    let attributes = rt.instance_dict_copy(this)?;
    let attributes = attributes.filter(|a| a.cast::<DictBody>().is_some_and(|a| !a.get(&rt.heap).is_empty()));
    let state = attributes.unwrap_or(Object::NONE);
    let class = rt.class_of(this).clone();
    if class.get(&rt.heap).instance.fixed == 0 {
        return Ok(state);
    }
    let slots = rt.new_dict()?;
    for name in slot_names(rt, &class)? {
        let Some(name) = name.cast::<StrBody>() else { continue };
        if let Some(value) = rt.get_attr_opt(this, name)? {
            slots.set_key(rt, name, value)?;
        }
    }
    if slots.get(&rt.heap).is_empty() {
        return Ok(state);
    }
    Ok(rt.new_tuple(vec![state, slots.into()])?.into())
}

/// The names in all `__slots__` of a class and its bases, mangled; without `__dict__` and `__weakref__`.
fn slot_names(rt: &mut Runtime, class: &Class) -> Result<Vec<Object>> {
    let mut names = Vec::new();
    let key = rt.names.slots.clone();
    let classes: Vec<Class> = class.get(&rt.heap).mro.items().iter().filter_map(Class::from_object).cloned().collect();
    for class in classes {
        let Some(slots) = class.get(&rt.heap).dict.get_str(&rt.heap, &key).cloned() else { continue };
        let own = class.get(&rt.heap).name.to_rust().into_owned();
        let items = if slots.cast::<StrBody>().is_some() { vec![slots] } else { rt.collect(&slots)? };
        for item in items {
            let Some(text) = item.cast::<StrBody>().map(|text| text.to_rust().into_owned()) else { continue };
            if text != "__dict__" && text != "__weakref__" {
                names.push(rt.intern(&crate::object::mangle(&own, &text)).into());
            }
        }
    }
    Ok(names)
}
