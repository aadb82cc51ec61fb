//! The methods of dicts.

use super::{expect, is_exact, iterator, update, view};
use crate::heap::Object;
use crate::layout::search::Lookup;
use crate::layout::{Dict, DictBody, SetBody};
use crate::methods;
use crate::object::{Class, ClassId, Keywords, Rest, Result, Runtime};

methods! {
    pub(super) static METHODS = [
        /// Return the value for key if key is in the dictionary, else default.
        "get"(key, default = None, /) => get;
        /// Insert key with a value of default if key is not in the dictionary.
        ///
        /// Return the value for key if key is in the dictionary, else default.
        "setdefault"(key, default = None, /) => set_default;
        /// D.pop(k[,d]) -> v, remove specified key and return the corresponding value.
        ///
        /// If the key is not found, return the default if given; otherwise,
        /// raise a KeyError.
        "pop"(key, default = None, /) => pop;
        /// Remove and return a (key, value) pair as a 2-tuple.
        ///
        /// Pairs are returned in LIFO (last-in, first-out) order.
        /// Raises KeyError if the dict is empty.
        "popitem"() => pop_item;
        /// Return a set-like object providing a view on the dict's keys.
        "keys"() => view::keys;
        /// Return a set-like object providing a view on the dict's items.
        "items"() => view::items;
        /// Return an object providing a view on the dict's values.
        "values"() => view::values;
        /// D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.
        /// If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]
        /// If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
        /// In either case, this is followed by: for k in F:  D[k] = F[k]
        "update"(*args, **kwargs) => |rt: &mut Runtime, this: &Dict, _: Rest<'_>, call: Keywords<'_>| {
            update::update_with(rt, this, "update", call.0.skip_first())
        };
        /// Create a new dictionary with keys from iterable and values set to value.
        @class "fromkeys"(iterable, value = None, /) => from_keys;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
            crate::types::generic_alias::new(rt, class, item)
        };
        /// Remove all items from the dict.
        "clear"() => |rt: &mut Runtime, this: &Dict| drop(this.get_mut(&mut rt.heap).0.take());
        /// Return a shallow copy of the dict.
        "copy"() => |rt: &mut Runtime, this: &Dict| -> Result<Dict> { Ok(this.copy(&rt.heap)?) };
        /// True if the dictionary has the specified key, else False.
        "__contains__"(key, /) => |rt: &mut Runtime, this: &Dict, key: &Object| this.contains_key(rt, key);
        /// Return self[key].
        "__getitem__"(key, /) => |rt: &mut Runtime, this: &Object, key: &Object| super::get_item(rt, this, key);
        /// Return a reverse iterator over the dict keys.
        "__reversed__"() => |rt: &mut Runtime, this: &Dict| iterator::reverse_keys(rt, this);
        /// Return the size of the dict in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &Dict| rt.heap.object_bytes(this);
    ];
}

fn get(rt: &mut Runtime, this: &Dict, key: &Object, default: Option<&Object>) -> Result {
    match this.get_key(rt, key)? {
        Some(value) => Ok(value),
        None => Ok(default.cloned().unwrap_or(Object::NONE)),
    }
}

fn set_default(rt: &mut Runtime, this: &Dict, key: &Object, default: Option<&Object>) -> Result {
    let hash = rt.hash(key)?;
    match this.find_key(rt, key, hash)? {
        Lookup::Found(position) => Ok(this.get(&rt.heap).value(position).clone()),
        Lookup::Missing(vacancy) => {
            let value = default.cloned().unwrap_or(Object::NONE);
            let (body, heap) = this.get_mut(&mut rt.heap);
            body.insert(heap, vacancy, hash, key.clone(), value.clone())?;
            Ok(value)
        }
        Lookup::Ask => Ok(Object::NONE),
    }
}

fn pop(rt: &mut Runtime, this: &Dict, key: &Object, default: Option<&Object>) -> Result {
    // An empty dict does not even hash the key.
    let removed = match this.get(&rt.heap).is_empty() {
        true => None,
        false => this.remove_key(rt, key)?,
    };
    match removed.or_else(|| default.cloned()) {
        Some(value) => Ok(value),
        None => Err(rt.key_error(key)),
    }
}

fn pop_item(rt: &mut Runtime, this: &Dict) -> Result {
    match this.get_mut(&mut rt.heap).0.pop_last() {
        Some((key, value)) => Ok(rt.new_tuple(vec![key, value])?.into()),
        None => Err(rt.raise(ClassId::KeyError, "popitem(): dictionary is empty")),
    }
}

fn from_keys(rt: &mut Runtime, class: &Class, iterable: &Object, value: Option<&Object>) -> Result {
    let value = value.cloned().unwrap_or(Object::NONE);
    let result = rt.call(class, &[])?;
    if is_exact(&result) && expect(&result).get(&rt.heap).is_empty() {
        let dict = expect(&result);
        let hashed: Option<Vec<(Object, i64)>> = if let Some(source) = iterable.cast_exact::<DictBody>() {
            Some(source.get(&rt.heap).iter().map(|(_, entry)| (entry.key.clone(), entry.hash)).collect())
        } else {
            let keys = iterable.cast_exact::<SetBody>().map(|source| source.get(&rt.heap));
            keys.map(|keys| keys.iter().map(|(key, hash)| (key.clone(), hash)).collect())
        };
        if let Some(keys) = hashed {
            for (key, hash) in keys {
                dict.set_hashed(rt, &key, hash, value.clone())?;
            }
            return Ok(result);
        }
        rt.for_each(iterable, |rt, key| dict.set_key(rt, &key, value.clone()))?;
        return Ok(result);
    }
    rt.for_each(iterable, |rt, key| rt.set_item(&result, &key, &value))?;
    Ok(result)
}
