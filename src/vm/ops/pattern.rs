//! Pattern matching.

use super::build::each_pair;
use super::unpack;
use crate::heap::Object;
use crate::layout::{StrBody, Tuple, TupleBody};
use crate::object::{Class, ClassFlags, ClassId, Raised, Result, Runtime};
use crate::vm::site::Site;

/// JUMP_IF_NOT_SEQUENCE: whether it is one.
pub fn is_sequence(rt: &mut Runtime, site: Site) -> Result<bool> {
    Ok(rt.class_of(site.get(site.a())).get(&rt.heap).flags.has(ClassFlags::SEQUENCE))
}

/// MATCH_SEQUENCE: whether it is one of that length; its items are then in their registers.
pub fn sequence(rt: &mut Runtime, site: Site) -> Result<bool> {
    let subject = site.get(site.a()).clone();
    if !rt.class_of(&subject).get(&rt.heap).flags.has(ClassFlags::SEQUENCE) {
        return Ok(false);
    }
    let (first, count) = (site.b(), site.c());
    if rt.len(&subject)? != count {
        return Ok(false);
    }
    unpack::into_registers(rt, site, &subject, first, count)?;
    Ok(true)
}

/// JUMP_IF_NOT_MAPPING: whether it is one.
pub fn is_mapping(rt: &mut Runtime, site: Site) -> Result<bool> {
    Ok(rt.class_of(site.get(site.a())).get(&rt.heap).flags.has(ClassFlags::MAPPING))
}

/// Puts what a pattern has found into the registers from `R[c]` on; false if it has not matched.
fn deliver(site: Site, found: Option<Vec<Object>>) -> bool {
    // The pattern's own register may be the first of those.
    site.finish(site.b());
    let Some(values) = found else { return false };
    for (i, value) in values.into_iter().enumerate() {
        site.set(site.c() + i, value);
    }
    true
}

/// MATCH_KEYS: whether all keys are there; their values are then in their registers.
pub fn keys(rt: &mut Runtime, site: Site) -> Result<bool> {
    let subject = site.get(site.a());
    let keys = site.get(site.b()).cast::<TupleBody>().expect("a tuple of keys").clone();
    let found = key_values(rt, subject, &keys)?;
    Ok(deliver(site, found))
}

/// The values of the keys, `None` if one is missing. `get` is asked, so that no default is made.
fn key_values(rt: &mut Runtime, subject: &Object, keys: &Tuple) -> Result<Option<Vec<Object>>> {
    if keys.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let get = rt.get_attr_str(subject, "get")?;
    let object_class = rt.class(ClassId::Object).clone();
    let absent = rt.call(&object_class, &[])?;
    let mut values = Vec::with_capacity(keys.len());
    for (i, key) in keys.items().iter().enumerate() {
        for earlier in &keys.items()[..i] {
            if rt.equal(earlier, key)? {
                let text = rt.repr(key)?.to_rust().into_owned();
                return Err(rt.value_error(format!("mapping pattern checks duplicate key ({text})")));
            }
        }
        let value = rt.call(&get, &[key.clone(), absent.clone()])?;
        if value.is(&absent) {
            return Ok(None);
        }
        values.push(value);
    }
    Ok(Some(values))
}

/// MATCH_REST.
pub fn rest(rt: &mut Runtime, site: Site) -> Result<()> {
    let keys = site.get(site.c()).cast::<TupleBody>().expect("a tuple of keys").clone();
    let dict = rt.new_dict()?;
    each_pair(rt, site.get(site.b()), |rt, key, value| dict.set_key(rt, &key, value))?;
    for key in keys.items() {
        rt.del_item(&dict, key)?;
    }
    site.finish(site.c());
    site.set(site.a(), dict.into());
    Ok(())
}

/// MATCH_CLASS: whether the subject fits; its attributes are then in their registers.
pub fn class(rt: &mut Runtime, site: Site) -> Result<bool> {
    let pattern = site.extra(0);
    let names = site.constant(pattern as u32 as usize).cast::<TupleBody>().expect("a tuple, by the verifier").clone();
    let found = attributes(rt, site.get(site.a()), site.get(site.b()), (pattern >> 32) as usize, &names)?;
    Ok(deliver(site, found))
}

fn attributes(
    rt: &mut Runtime,
    subject: &Object,
    pattern: &Object,
    positional: usize,
    names: &Tuple,
) -> Result<Option<Vec<Object>>> {
    let Some(class) = Class::from_object(pattern).cloned() else {
        return Err(rt.type_error("called match pattern must be a class"));
    };
    if !rt.isinstance(subject, pattern)? {
        return Ok(None);
    }
    let mut values = Vec::with_capacity(positional + names.len());
    let mut seen: &[Object] = &[];
    let listed;
    if positional > 0 {
        let key = rt.names.match_args.clone();
        listed = match rt.get_attr_opt(pattern, &key)? {
            Some(listed) => match listed.cast_exact::<TupleBody>() {
                Some(tuple) => Some(tuple.clone()),
                None => {
                    let (class_name, got) = (name_of(rt, &class), rt.type_name(&listed));
                    return Err(rt.type_error(format!("{class_name}.__match_args__ must be a tuple (got {got})")));
                }
            },
            None => None,
        };
        let itself = listed.is_none() && class.get(&rt.heap).flags.has(ClassFlags::MATCH_SELF);
        let allowed = if itself { 1 } else { listed.as_ref().map_or(0, |listed| listed.len()) };
        if allowed < positional {
            let class_name = name_of(rt, &class);
            let plural = if allowed == 1 { "" } else { "s" };
            return Err(rt.type_error(format!(
                "{class_name}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
            )));
        }
        if itself {
            values.push(subject.clone());
        } else if let Some(listed) = &listed {
            seen = &listed.items()[..positional];
            for (i, name) in seen.iter().enumerate() {
                if name.cast_exact::<StrBody>().is_none() {
                    let got = rt.type_name(name);
                    return Err(rt.type_error(format!("__match_args__ elements must be strings (got {got})")));
                }
                match attribute(rt, subject, &class, name, [&seen[..i], &[]])? {
                    Some(value) => values.push(value),
                    None => return Ok(None),
                }
            }
        }
    }
    for (i, name) in names.items().iter().enumerate() {
        match attribute(rt, subject, &class, name, [seen, &names.items()[..i]])? {
            Some(value) => values.push(value),
            None => return Ok(None),
        }
    }
    Ok(Some(values))
}

fn name_of(rt: &Runtime, class: &Class) -> String {
    class.get(&rt.heap).name.to_rust().into_owned()
}

/// The subject's attribute, unless the name was among the earlier ones.
fn attribute(
    rt: &mut Runtime,
    subject: &Object,
    class: &Class,
    name: &Object,
    seen: [&[Object]; 2],
) -> Result<Option<Object>> {
    let Some(text) = name.cast::<StrBody>() else { return Ok(None) };
    let mut seen = seen.into_iter().flatten();
    if seen.any(|earlier| earlier.cast::<StrBody>().is_some_and(|earlier| earlier.equals(text))) {
        return Err(duplicate(rt, class, name));
    }
    rt.get_attr_opt(subject, text)
}

#[cold]
fn duplicate(rt: &mut Runtime, class: &Class, name: &Object) -> Raised {
    let class = name_of(rt, class);
    match rt.repr(name) {
        Ok(name) => rt.type_error(format!("{class}() got multiple sub-patterns for attribute {}", name.to_rust())),
        Err(raised) => raised,
    }
}
