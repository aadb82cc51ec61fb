//! `OrderedDict(…)`, `update`, `|=`: other mappings are taken over entry by entry through `__setitem__`, which a subclass
//! may have replaced.

use super::{expect, is_exact};
use crate::heap::Object;
use crate::layout::{DictBody, TupleBody};
use crate::object::{Args, Result, Runtime};

/// `update(other, **keywords)`, with at most one positional argument.
pub fn update(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    if let Some(other) = args.positional().first() {
        update_from(rt, this, other)?;
    }
    for (name, value) in args.keywords() {
        put(rt, this, name, value)?;
    }
    Ok(())
}

fn put(rt: &mut Runtime, this: &Object, key: &Object, value: &Object) -> Result<()> {
    match is_exact(rt, this) {
        true => expect(this).set_key(rt, key, value.clone()),
        false => rt.set_item(this, key, value),
    }
}

/// Takes over a mapping or an iterable of pairs.
pub fn update_from(rt: &mut Runtime, this: &Object, other: &Object) -> Result<()> {
    if let Some(dict) = other.cast::<DictBody>()
        && crate::types::dict::is_exact(other)
    {
        for (key, value) in dict.pairs(&rt.heap) {
            put(rt, this, &key, &value)?;
        }
        return Ok(());
    }
    let name = rt.names.keys.clone();
    if let Some(keys) = rt.get_attr_opt(other, &name)? {
        let keys = rt.call(&keys, &[])?;
        let iterator = rt.iter(&keys)?;
        while let Some(key) = rt.next(&iterator)? {
            rt.check_interrupts()?;
            let value = rt.get_item(other, &key)?;
            put(rt, this, &key, &value)?;
        }
        return Ok(());
    }
    let name = rt.names.items.clone();
    let pairs = match rt.get_attr_opt(other, &name)? {
        Some(items) => rt.call(&items, &[])?,
        None => other.clone(),
    };
    rt.for_each(&pairs, |rt, pair| {
        let parts = match pair.cast_exact::<TupleBody>() {
            Some(tuple) => tuple.items().to_vec(),
            None => rt.collect(&pair)?,
        };
        match &parts[..] {
            [key, value] => put(rt, this, key, value),
            [] => Err(rt.value_error("need more than 0 values to unpack")),
            [_] => Err(rt.value_error("need more than 1 value to unpack")),
            _ => Err(rt.value_error("too many values to unpack (expected 2)")),
        }
    })
}
