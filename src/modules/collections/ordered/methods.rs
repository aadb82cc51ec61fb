//! The methods of ordered dicts.

use super::{expect, front, is_exact, set_front, update, views};
use crate::heap::Object;
use crate::layout::search::Lookup;
use crate::layout::{DictBody, TupleBody};
use crate::methods;
use crate::object::{Class, ClassId, Keywords, Raised, Rest, Result, Runtime};

methods! {
    pub(super) static METHODS = [
        /// Create a new ordered dictionary with keys from iterable and values set to value.
        @class "fromkeys"(iterable, value = None) => from_keys;
        /// Return state information for pickling
        "__reduce__"() => reduce;
        /// Insert key with a value of default if key is not in the dictionary.
        ///
        /// Return the value for key if key is in the dictionary, else default.
        "setdefault"(key, default = None) => set_default;
        /// od.pop(key[,default]) -> v, remove specified key and return the corresponding value.
        ///
        /// If the key is not found, return the default if given; otherwise,
        /// raise a KeyError.
        "pop"(key, default = None) => pop;
        /// Remove and return a (key, value) pair from the dictionary.
        ///
        /// Pairs are returned in LIFO order if last is true or FIFO order if false.
        "popitem"(last = True) => pop_item;
        /// D.keys() -> a set-like object providing a view on D's keys
        "keys"() => views::keys;
        /// D.values() -> an object providing a view on D's values
        "values"() => views::values;
        /// D.items() -> a set-like object providing a view on D's items
        "items"() => views::items;
        /// D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.
        "update"(*args, **kwargs) => |rt: &mut Runtime, this: &Object, _: Rest<'_>, call: Keywords<'_>| {
            let args = call.0.skip_first();
            let got = args.positional().len();
            if got > 1 {
                return Err(rt.type_error(format!("update() takes at most 1 positional argument ({got} given)")));
            }
            update::update(rt, this, args)
        };
        /// od.clear() -> None.  Remove all items from od.
        "clear"() => |rt: &mut Runtime, this: &Object| drop(expect(this).get_mut(&mut rt.heap).0.take());
        /// od.copy() -> a shallow copy of od
        "copy"() => copy;
        /// od.__reversed__() <==> reversed(od)
        "__reversed__"() => |rt: &mut Runtime, this: &Object| views::iterator(rt, this, views::KEYS_OF, true);
        /// Move an existing element to the end (or beginning if last is false).
        ///
        /// Raise KeyError if the element does not exist.
        "move_to_end"(key, last = True) => move_to_end;
    ];
}

fn from_keys(rt: &mut Runtime, class: &Class, iterable: &Object, value: Option<&Object>) -> Result {
    let value = value.cloned().unwrap_or(Object::NONE);
    let result = rt.call(class, &[])?;
    let plain = is_exact(rt, &result);
    rt.for_each(iterable, |rt, key| match plain {
        true => expect(&result).set_key(rt, &key, value.clone()),
        false => rt.set_item(&result, &key, &value),
    })?;
    Ok(result)
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let getstate = rt.names.getstate.clone();
    let state = rt.call_special(this, &getstate, &[])?.unwrap_or(Object::NONE);
    let items = rt.call_method(this, "items", &[])?;
    let items = rt.iter(&items)?;
    let empty: Object = rt.empty_tuple.clone().into();
    Ok(rt.new_tuple(vec![class, empty, state, Object::NONE, items])?.into())
}

fn set_default(rt: &mut Runtime, this: &Object, key: &Object, default: Option<&Object>) -> Result {
    let default = default.cloned().unwrap_or(Object::NONE);
    if !is_exact(rt, this) {
        if rt.contains(this, key)? {
            return rt.get_item(this, key);
        }
        rt.set_item(this, key, &default)?;
        return Ok(default);
    }
    let (dict, hash) = (expect(this), rt.hash(key)?);
    match dict.find_key(rt, key, hash)? {
        Lookup::Found(position) => Ok(dict.get(&rt.heap).value(position).clone()),
        _ => {
            dict.set_hashed(rt, key, hash, default.clone())?;
            Ok(default)
        }
    }
}

fn pop(rt: &mut Runtime, this: &Object, key: &Object, default: Option<&Object>) -> Result {
    match expect(this).remove_key(rt, key)?.or_else(|| default.cloned()) {
        Some(value) => Ok(value),
        None => Err(no_key(rt, key)),
    }
}

fn pop_item(rt: &mut Runtime, this: &Object, last: Option<bool>) -> Result {
    let pair = if last.unwrap_or(true) {
        expect(this).get_mut(&mut rt.heap).0.pop_last()
    } else {
        front(rt, this).map(|first| expect(this).get_mut(&mut rt.heap).0.remove(first))
    };
    match pair {
        Some((key, value)) => Ok(rt.new_tuple(vec![key, value])?.into()),
        None => Err(rt.raise(ClassId::KeyError, "dictionary is empty")),
    }
}

fn copy(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class_of(this).clone();
    let fresh = rt.call(&class, &[])?;
    if is_exact(rt, this) {
        let entries = expect(this).get(&rt.heap).copy(&rt.heap)?;
        drop(expect(&fresh).get_mut(&mut rt.heap).0.exchange(entries));
        return Ok(fresh);
    }
    for (key, _) in expect(this).pairs(&rt.heap) {
        let value = rt.get_item(this, &key)?;
        rt.set_item(&fresh, &key, &value)?;
    }
    Ok(fresh)
}

#[cold]
fn no_key(rt: &mut Runtime, key: &Object) -> Raised {
    // As in CPython a tuple stands for all arguments of the exception, and None for none.
    match key.cast::<TupleBody>() {
        Some(all) => rt.raise_with(ClassId::KeyError, all.items()),
        None if key.is_none() => rt.raise_with(ClassId::KeyError, &[]),
        None => rt.key_error(key),
    }
}

fn move_to_end(rt: &mut Runtime, this: &Object, key: &Object, last: Option<bool>) -> Result<()> {
    let (dict, hash) = (expect(this), rt.hash(key)?);
    let Lookup::Found(position) = dict.find_key(rt, key, hash)? else { return Err(no_key(rt, key)) };
    if last.unwrap_or(true) {
        let body: &DictBody = dict.get(&rt.heap);
        if body.previous(body.end()).is_some_and(|(at, _)| at == position) {
            return Ok(());
        }
        let (body, heap) = dict.get_mut(&mut rt.heap);
        // There is room again for what was just removed, or else the entry is lost only with the memory error.
        let (key, value) = body.remove(position);
        return Ok(body.append(heap, hash, key, value)?);
    }
    let Some(first) = front(rt, this) else { return Err(no_key(rt, key)) };
    let (body, heap) = dict.get_mut(&mut rt.heap);
    let position = body.move_to_front(heap, position, first)?;
    set_front(rt, this, position);
    Ok(())
}
