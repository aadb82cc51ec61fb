//! Objects as completion and hints see them: names and attributes are looked up without running any Python code, so
//! that no property, `__getattr__` or `__dir__` is called because somebody pressed a key.

use crate::heap::Object;
use crate::layout::{Dict, DictBody, Str, StrBody};
use crate::object::{Class, ClassId, MemberBody, Runtime, WrapperBody};
use crate::types::module::ModuleBody;

/// What a dotted name stands for in the main module.
pub fn resolve(rt: &mut Runtime, main: &Dict, path: &str) -> Option<Object> {
    let mut parts = path.split('.');
    let first = rt.intern(parts.next()?);
    let found = main.get_str(&rt.heap, &first).cloned();
    let mut object = match found {
        Some(object) => object,
        None => rt.builtins.get_str(&rt.heap, &first)?.clone(),
    };
    for part in parts {
        object = attribute_named(rt, &object, part)?;
    }
    Some(object)
}

/// An attribute by its name; `None` if there is none, or code would have to run to get it.
pub fn attribute_named(rt: &mut Runtime, object: &Object, name: &str) -> Option<Object> {
    let name = rt.intern(name);
    attribute(rt, object, &name)
}

fn attribute(rt: &mut Runtime, object: &Object, name: &Str) -> Option<Object> {
    if let Some(module) = object.cast::<ModuleBody>() {
        return module.get(&rt.heap).dict.get_str(&rt.heap, name).cloned();
    }
    if let Some(class) = Class::from_object(object) {
        return rt.lookup_uncached(class, name).and_then(|found| plain(rt, found));
    }
    if let Some(own) = rt.own_attribute(object, name) {
        return Some(own);
    }
    let class = rt.class_of(object).clone();
    let found = rt.lookup_uncached(&class, name)?.clone();
    if found.cast::<MemberBody>().is_some() {
        let slots = rt.own_attribute(object, name);
        return slots;
    }
    plain(rt, &found)
}

/// What a class's namespace holds, unless it is computed: functions out of their static and class methods.
fn plain(rt: &Runtime, found: &Object) -> Option<Object> {
    if let Some(wrapper) = found.cast::<WrapperBody>() {
        return Some(wrapper.get(&rt.heap).function.clone());
    }
    let class = rt.class_of(found);
    let computes = class.get(&rt.heap).slots.descriptor_get.is_some();
    let callable = class.get(&rt.heap).slots.call.is_some();
    if computes && !callable { None } else { Some(found.clone()) }
}

/// Names in a dict whose keys are strings.
pub fn keys(rt: &Runtime, dict: &Dict) -> Vec<String> {
    let pairs = dict.pairs(&rt.heap);
    pairs.iter().filter_map(|(key, _)| key.cast::<StrBody>()).map(|key| key.to_rust().into_owned()).collect()
}

/// The names of an object's attributes.
pub fn attributes(rt: &mut Runtime, object: &Object) -> Vec<String> {
    if let Some(module) = object.cast::<ModuleBody>() {
        let dict = module.get(&rt.heap).dict.clone();
        return keys(rt, &dict);
    }
    let mut names = Vec::new();
    if let Some(class) = Class::from_object(object) {
        let class = class.clone();
        names.extend(class_names(rt, &class));
        let meta = rt.class_of(object).clone();
        names.extend(class_names(rt, &meta));
        return names;
    }
    if let Ok(Some(own)) = rt.instance_dict_copy(object)
        && let Some(own) = own.cast::<DictBody>()
    {
        names.extend(keys(rt, own));
    }
    let class = rt.class_of(object).clone();
    names.extend(class_names(rt, &class));
    names
}

fn class_names(rt: &Runtime, class: &Class) -> Vec<String> {
    let names = crate::types::object::class_names(rt, class);
    names.iter().filter_map(|name| name.cast::<StrBody>()).map(|name| name.to_rust().into_owned()).collect()
}

/// The string keys of a dict, for `d["…`.
pub fn string_keys(rt: &Runtime, object: &Object) -> Option<Vec<String>> {
    let is_dict = rt.is_instance_of(object, ClassId::Dict);
    let dict = object.cast::<DictBody>().filter(|_| is_dict)?;
    Some(keys(rt, dict))
}
