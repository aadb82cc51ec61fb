//! `dict(…)`, `update`, `|=`: taking over other mappings and pairs.

use super::{expect, is_exact, iterator};
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Object};
use crate::layout::search::Lookup;
use crate::layout::{Dict, DictBody, TupleBody};
use crate::object::{Args, ClassId, Raised, Result, Runtime};

/// `dict.update(other, **keywords)` and `dict(other, **keywords)`; `name` is the function's, for errors.
pub(super) fn update_with(rt: &mut Runtime, dict: &Dict, name: &str, args: Args<'_>) -> Result<()> {
    match args.positional() {
        [] => {
            if let Some(names) = args.names
                && is_exact(dict)
                && dict.get(&rt.heap).is_empty()
            {
                let (body, heap) = dict.get_mut(&mut rt.heap);
                if body.fill_distinct(heap, names.items(), args.values, &rt.hash_key)? {
                    return Ok(());
                }
            }
        }
        [other] => update_from(rt, dict, other)?,
        more => {
            let got = more.len();
            return Err(rt.type_error(format!("{name} expected at most 1 argument, got {got}")));
        }
    }
    for (key, value) in args.keywords() {
        dict.set_key(rt, key, value.clone())?;
    }
    Ok(())
}

/// Takes over the entries of a mapping (whatever has `keys`), or of an iterable of pairs.
pub fn update_from(rt: &mut Runtime, dict: &Dict, other: &Object) -> Result<()> {
    if is_exact(other) {
        return merge_dict(rt, dict, expect(other));
    }
    let keys = rt.names.keys.clone();
    match rt.get_attr_opt(other, &keys)? {
        Some(_) => merge(rt, dict, other),
        None => merge_pairs(rt, dict, other),
    }
}

/// Whether a dict, or an instance of a subclass, is iterated as a dict is: its entries are then taken as they are.
pub fn iterates_plainly(rt: &Runtime, dict: &Object) -> bool {
    let slot = rt.class_of(dict).get(&rt.heap).slots.iter;
    slot.is_some_and(|iter| std::ptr::fn_addr_eq(iter, iterator::iter_keys as fn(&mut Runtime, &Object) -> Result))
}

/// Takes over the entries of a mapping.
pub fn merge(rt: &mut Runtime, dict: &Dict, other: &Object) -> Result<()> {
    if other.cast::<DictBody>().is_some() && iterates_plainly(rt, other) {
        return merge_dict(rt, dict, expect(other));
    }
    let keys = rt.call_method(other, "keys", &[])?;
    let iterator: std::result::Result<Object, Raised> = rt.iter(&keys);
    let iterator = match iterator {
        Err(raised) if rt.is_raised(&raised, ClassId::TypeError) => {
            let (class, got) = (rt.type_name(other), rt.type_name(&keys));
            return Err(rt.type_error(format!("{class}.keys() returned a non-iterable (type {got})")));
        }
        other => other?,
    };
    // All keys first, as CPython lists them.
    for key in rt.gather(&iterator)? {
        let value = rt.get_item(other, &key)?;
        dict.set_key(rt, &key, value)?;
    }
    Ok(())
}

/// Takes over the entries of another dict.
pub(super) fn merge_dict(rt: &mut Runtime, dict: &Dict, other: &Dict) -> Result<()> {
    let Some((body, entries, heap)) = dict.get_mut_beside(other, &mut rt.heap) else { return Ok(()) };
    if entries.is_empty() {
        return Ok(());
    }
    if body.is_empty() {
        return Ok(body.fill_copy(heap, entries, 0)?);
    }
    // New keys that need no Python code to be compared: nobody sees them come one by one.
    let (used, mut position) = (entries.len(), 0);
    while let Some((at, entry)) = entries.next(position)
        && let Lookup::Missing(vacancy) = body.lookup(&entry.key, entry.hash)
    {
        body.insert(heap, vacancy, entry.hash, entry.key.clone(), entry.value.clone())?;
        position = at + 1;
        if at % STRETCH == STRETCH - 1 {
            heap.go_on()?;
        }
    }
    while let Some((at, entry)) = other.get(&rt.heap).next(position) {
        let (key, value, hash) = (entry.key.clone(), entry.value.clone(), entry.hash);
        dict.set_hashed(rt, &key, hash, value)?;
        if other.get(&rt.heap).len() != used {
            return Err(rt.runtime_error("dict mutated during update"));
        }
        position = at + 1;
    }
    Ok(())
}

fn merge_pairs(rt: &mut Runtime, dict: &Dict, pairs: &Object) -> Result<()> {
    let iterator = rt.iter(pairs)?;
    let mut i = 0;
    while let Some(element) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if let Some(tuple) = element.cast_exact::<TupleBody>()
            && let [key, value] = tuple.items()
        {
            dict.set_key(rt, key, value.clone())?;
            i += 1;
            continue;
        }
        let pair: std::result::Result<HeapVec<Object>, Raised> = rt.gather(&element);
        let pair = match pair {
            Err(raised) if rt.is_raised(&raised, ClassId::TypeError) => {
                return Err(
                    rt.type_error(format!("cannot convert dictionary update sequence element #{i} to a sequence"))
                );
            }
            other => other?,
        };
        let [key, value] = &pair[..] else {
            let got = pair.len();
            return Err(
                rt.value_error(format!("dictionary update sequence element #{i} has length {got}; 2 is required"))
            );
        };
        dict.set_key(rt, key, value.clone())?;
        i += 1;
    }
    Ok(())
}
