//! Building containers.

use crate::heap::{HeapVec, Object, ShapeId};
use crate::layout::{Dict, DictBody, List, ListBody, Set, SetBody, Str, StrBody, Tuple, TupleBody};
use crate::object::{ClassId, Raised, Result, Runtime};
use crate::types::{dict as dict_type, list as list_type, set as set_type};
use crate::vm::site::Site;

/// BUILD_TUPLE into an empty register. False, having done nothing, if it is not or there is no memory.
#[inline(never)]
pub fn quick_tuple(rt: &mut Runtime, site: Site) -> bool {
    let (target, first, count) = (site.a(), site.b(), site.c());
    // The target may be one of the items.
    if site.get(target).is_pointer() && !(first..first + count).contains(&target) {
        return false;
    }
    // SAFETY: V1: the items are moved: on success the registers give their references up.
    unsafe {
        let Some(tuple) = Tuple::from_few(&rt.heap, site.base.wrapping_add(first), count) else {
            return other_tuple(rt, site);
        };
        site.forget(first, count);
        *site.base.wrapping_add(target) = Object::from(tuple).into_value();
    }
    true
}

/// The rest of `quick_tuple`.
#[inline(never)]
fn other_tuple(rt: &mut Runtime, site: Site) -> bool {
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let (target, first, count) = (site.a(), site.b(), site.c());
    // SAFETY: as in `quick_tuple`.
    unsafe {
        let Ok(tuple) = Tuple::from_moved(&rt.heap, site.base.wrapping_add(first), count) else { return false };
        site.forget(first, count);
        *site.base.wrapping_add(target) = Object::from(tuple).into_value();
    }
    true
}

/// BUILD_TUPLE.
pub fn tuple(rt: &mut Runtime, site: Site) -> Result<()> {
    let (first, count) = (site.b(), site.c());
    // SAFETY: V1: the items are moved: on success the registers give their references up.
    let result = unsafe { Tuple::from_moved(&rt.heap, site.base.wrapping_add(first), count)? };
    site.forget(first, count);
    site.set(site.a(), result.into());
    Ok(())
}

/// BUILD_LIST.
pub fn list(rt: &mut Runtime, site: Site) -> Result<()> {
    let (first, count) = (site.b(), site.c());
    let mut items = HeapVec::<Object>::with_capacity(&rt.heap, count)?;
    // SAFETY: V1: there is room for the items, which are moved: the registers give their references up.
    unsafe {
        let from = site.base.wrapping_add(first).cast::<Object>();
        std::ptr::copy_nonoverlapping(from, items.as_mut_ptr(), count);
        items.set_len(count);
    }
    site.forget(first, count);
    let result = List::new(&rt.heap, items)?;
    site.set(site.a(), result.into());
    Ok(())
}

/// BUILD_SET.
pub fn set(rt: &mut Runtime, site: Site) -> Result<()> {
    let (first, count) = (site.b(), site.c());
    let set = Set::new(&rt.heap)?;
    let (items, mut done) = (site.slice(first, count), 0);
    while done < count {
        let (body, heap) = set.get_mut(&mut rt.heap);
        done = body.add_items(heap, items, done, &rt.hash_key)?;
        if let Some(item) = items.get(done) {
            set_type::add(rt, &set, item)?;
            done += 1;
        }
    }
    site.clear(first, count);
    site.set(site.a(), set.into());
    Ok(())
}

/// BUILD_MAP.
pub fn map(rt: &mut Runtime, site: Site) -> Result<()> {
    let (first, count) = (site.b(), site.c());
    let dict = Dict::with_capacity(&rt.heap, if count > 5 { count } else { 0 })?;
    for register in (first..first + 2 * count).step_by(2) {
        dict.set_key(rt, site.get(register), site.get(register + 1).clone())?;
    }
    site.clear(first, 2 * count);
    site.set(site.a(), dict.into());
    Ok(())
}

/// BUILD_CONST_KEY_MAP.
pub fn const_key_map(rt: &mut Runtime, site: Site) -> Result<()> {
    let (first, count) = (site.b(), site.c());
    let keys = site.constant(site.extra(0) as u32 as usize).cast::<TupleBody>().expect("a tuple, by the verifier");
    let values = site.slice(first, count);
    if let Some(dict) = Dict::of_distinct(&rt.heap, keys.items(), values, &rt.hash_key)? {
        site.clear(first, count);
        site.set(site.a(), dict.into());
        return Ok(());
    }
    let dict = Dict::with_capacity(&rt.heap, if count > 5 { count } else { 0 })?;
    for (key, value) in keys.items().iter().zip(site.slice(first, count)) {
        dict.set_key(rt, key, value.clone())?;
    }
    site.clear(first, count);
    site.set(site.a(), dict.into());
    Ok(())
}

/// BUILD_STRING.
pub fn string(rt: &mut Runtime, site: Site) -> Result<()> {
    let (first, count) = (site.b(), site.c());
    let parts = site.slice(first, count);
    let result = Str::join(&rt.heap, &rt.names.empty, parts)?.expect("the pieces are strings");
    site.clear(first, count);
    site.set(site.a(), result.into());
    Ok(())
}

fn value_of_flagged(site: Site) -> Object {
    if site.c() & 1 != 0 { site.take(site.b()) } else { site.get(site.b()).clone() }
}

/// LIST_APPEND.
pub fn list_append(rt: &mut Runtime, site: Site) -> Result<()> {
    let list = site.get(site.a()).cast::<ListBody>().expect("a list that the code made");
    let value = value_of_flagged(site);
    let (body, heap) = list.get_mut(&mut rt.heap);
    Ok(body.items.push(heap, value)?)
}

/// SET_ADD.
pub fn set_add(rt: &mut Runtime, site: Site) -> Result<()> {
    let set = site.get(site.a()).cast::<SetBody>().expect("a set that the code made");
    set_type::add(rt, set, site.get(site.b()))?;
    if site.c() & 1 != 0 {
        drop(site.take(site.b()));
    }
    Ok(())
}

/// MAP_ADD.
pub fn map_add(rt: &mut Runtime, site: Site) -> Result<()> {
    let dict = site.get(site.a()).cast::<DictBody>().expect("a dict that the code made");
    dict.clone().set_key(rt, site.get(site.b()), site.get(site.c()).clone())?;
    site.finish(site.b());
    site.finish(site.c());
    Ok(())
}

/// LIST_EXTEND.
pub fn list_extend(rt: &mut Runtime, site: Site) -> Result<()> {
    let list = site.get(site.a()).cast::<ListBody>().expect("a list that the code made").clone();
    let iterable = site.get(site.b());
    let items: Option<&[Object]> = match iterable.shape() {
        ShapeId::TUPLE => iterable.cast_exact::<TupleBody>().map(|tuple| tuple.items()),
        ShapeId::LIST if !iterable.is(&list) => {
            // SAFETY: H4; the code's own list, which alone changes here, is not the other one.
            Some(unsafe { &(*crate::vm::run::body::<ListBody>(iterable.value())).items })
        }
        _ => None,
    };
    if let Some(items) = items {
        let (body, heap) = list.get_mut(&mut rt.heap);
        body.items.extend_from_slice(heap, items)?;
        site.finish(site.b());
        return Ok(());
    }
    let slots = &rt.class_of(iterable).get(&rt.heap).slots;
    if slots.iter.is_none() && slots.get_item.is_none() {
        let name = rt.type_name(iterable);
        return Err(rt.type_error(format!("Value after * must be an iterable, not {name}")));
    }
    list_type::extend_own(rt, &list, iterable)?;
    site.finish(site.b());
    Ok(())
}

/// SET_UPDATE.
pub fn set_update(rt: &mut Runtime, site: Site) -> Result<()> {
    let set = site.get(site.a()).cast::<SetBody>().expect("a set that the code made").clone();
    set_type::update(rt, &set, site.get(site.b()))?;
    site.finish(site.b());
    Ok(())
}

/// Calls `body` with every key and value of a mapping; `None` if it is none (it has no `keys`).
pub fn each_pair(
    rt: &mut Runtime,
    mapping: &Object,
    mut body: impl FnMut(&mut Runtime, Object, Object) -> Result<()>,
) -> Result<Option<()>> {
    if let Some(dict) = mapping.cast::<DictBody>().filter(|_| dict_type::iterates_plainly(rt, mapping)) {
        let mut position = 0;
        while let Some((at, entry)) = dict.get(&rt.heap).next(position) {
            position = at + 1;
            let (key, value) = (entry.key.clone(), entry.value.clone());
            body(rt, key, value)?;
        }
        return Ok(Some(()));
    }
    let name = rt.names.keys.clone();
    let Some(keys) = rt.get_attr_opt(mapping, &name)? else { return Ok(None) };
    let keys = rt.call(&keys, &[])?;
    rt.for_each(&keys, |rt, key| {
        let value = rt.get_item(mapping, &key)?;
        body(rt, key, value)
    })?;
    Ok(Some(()))
}

/// DICT_UPDATE.
pub fn dict_update(rt: &mut Runtime, site: Site) -> Result<()> {
    let dict = site.get(site.a()).cast::<DictBody>().expect("a dict that the code made").clone();
    let mapping = site.get(site.b());
    let keys = rt.names.keys.clone();
    if dict_type::is_exact(mapping) || rt.get_attr_opt(mapping, &keys)?.is_some() {
        dict_type::merge(rt, &dict, mapping)?;
    } else {
        let name = rt.type_name(mapping);
        return Err(rt.type_error(format!("'{name}' object is not a mapping")));
    }
    site.finish(site.b());
    Ok(())
}

/// How error texts name a callable: `f()`, `module.C()`, or its repr-like form.
pub fn callable_name(rt: &mut Runtime, callable: &Object) -> Result<String> {
    let qualname = rt.names.qualname.clone();
    let Some(name) = rt.get_attr_opt(callable, &qualname)? else {
        return Ok(rt.str(callable)?.to_rust().into_owned());
    };
    let name = rt.str(&name)?.to_rust().into_owned();
    let module = rt.names.module.clone();
    match rt.get_attr_opt(callable, &module)? {
        Some(module) if !module.is_none() => {
            let module = rt.str(&module)?.to_rust().into_owned();
            Ok(if module == "builtins" { format!("{name}()") } else { format!("{module}.{name}()") })
        }
        _ => Ok(format!("{name}()")),
    }
}

fn duplicate_keyword(rt: &mut Runtime, callable: &Object, key: &Object) -> Raised {
    if key.cast::<StrBody>().is_none() {
        return rt.type_error("keywords must be strings");
    }
    let names = callable_name(rt, callable).and_then(|name| Ok((name, rt.str(key)?.to_rust().into_owned())));
    match names {
        Ok((function, key)) => rt.type_error(format!("{function} got multiple values for keyword argument '{key}'")),
        Err(raised) => raised,
    }
}

/// DICT_MERGE.
pub fn dict_merge(rt: &mut Runtime, site: Site) -> Result<()> {
    let dict = site.get(site.a()).cast::<DictBody>().expect("a dict that the code made").clone();
    let (mapping, callable) = (site.get(site.b()), site.get(site.c()));
    merge_keywords(rt, &dict, mapping, callable)?;
    site.finish(site.b());
    Ok(())
}

/// Adds the pairs of a mapping to the keywords of a call of `callable`.
pub fn merge_keywords(rt: &mut Runtime, dict: &Dict, mapping: &Object, callable: &Object) -> Result<()> {
    if dict.get(&rt.heap).is_empty() && dict_type::is_exact(mapping) {
        return dict_type::merge(rt, dict, mapping);
    }
    let merged = each_pair(rt, mapping, |rt, key, value| {
        if dict.contains_key(rt, &key)? {
            return Err(duplicate_keyword(rt, callable, &key));
        }
        dict.set_key(rt, &key, value)
    })?;
    if merged.is_none() {
        let (function, name) = (callable_name(rt, callable)?, rt.type_name(mapping));
        return Err(rt.raise(ClassId::TypeError, format!("{function} argument after ** must be a mapping, not {name}")));
    }
    Ok(())
}

/// LIST_TO_TUPLE.
pub fn list_to_tuple(rt: &mut Runtime, site: Site) -> Result<()> {
    let list = site.get(site.b()).cast::<ListBody>().expect("a list that the code made");
    let result = Tuple::from_slice(&rt.heap, &list.get(&rt.heap).items)?;
    site.set(site.a(), result.into());
    Ok(())
}
