//! The loop of `Counter`.

use crate::heap::Object;
use crate::layout::search::Lookup;
use crate::layout::{Dict, DictBody, StrBody};
use crate::object::{BinaryOp, ClassId, Result, Runtime};

/// Counts the elements of an iterable in a mapping.
pub fn count_elements(rt: &mut Runtime, mapping: &Object, iterable: &Object) -> Result<()> {
    if let Some(dict) = mapping.cast::<DictBody>()
        && counts_plainly(rt, mapping)?
    {
        let dict = dict.clone();
        return rt.for_each(iterable, |rt, key| count_one(rt, &dict, &key));
    }
    let get = rt.get_attr_str(mapping, "get")?;
    rt.for_each(iterable, |rt, key| {
        let old = rt.call(&get, &[key.clone(), Object::small(0)])?;
        let new = rt.binary(BinaryOp::Add, &old, &Object::small(1))?;
        rt.set_item(mapping, &key, &new)
    })
}

/// Whether `get` and `__setitem__` of the mapping are those of dict.
fn counts_plainly(rt: &mut Runtime, mapping: &Object) -> Result<bool> {
    let (class, dict) = (rt.class_of(mapping).clone(), rt.class(ClassId::Dict).clone());
    if class.is(&dict) {
        return Ok(true);
    }
    for name in ["get", "__setitem__"] {
        let name = rt.intern_static(name);
        let (found, plain) = (rt.lookup(&class, &name), rt.lookup(&dict, &name));
        if !matches!((found, plain), (Some(found), Some(plain)) if found.is(&plain)) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn count_one(rt: &mut Runtime, dict: &Dict, key: &Object) -> Result<()> {
    let (hash, found) = match key.cast_exact::<StrBody>() {
        Some(text) => {
            let hash = text.hash(&rt.hash_key);
            match dict.get(&rt.heap).lookup_str(text, hash) {
                Lookup::Ask => (hash, dict.find_key(rt, key, hash)?),
                found => (hash, found),
            }
        }
        None => {
            let hash = rt.hash(key)?;
            (hash, dict.find_key(rt, key, hash)?)
        }
    };
    match found {
        Lookup::Found(position) => {
            let old = dict.get(&rt.heap).value(position);
            if let Some(new) = old.value().as_int().and_then(|n| Object::int(n + 1)) {
                dict.get_mut(&mut rt.heap).0.replace(position, new);
                return Ok(());
            }
            let old = old.clone();
            let new = rt.binary(BinaryOp::Add, &old, &Object::small(1))?;
            dict.set_hashed(rt, key, hash, new)
        }
        Lookup::Missing(vacancy) => {
            let (body, heap) = dict.get_mut(&mut rt.heap);
            Ok(body.insert(heap, vacancy, hash, key.clone(), Object::small(1))?)
        }
        Lookup::Ask => Ok(()),
    }
}
