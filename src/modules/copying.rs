//! `_copy`: what `copy` does with the commonest objects: lists, dicts, tuples, and instances of classes that have nothing
//! to say about it. Everything else is left to the library.

use super::NativeModule;
use crate::heap::{Object, ShapeId};
use crate::layout::{Dict, DictBody, List, ListBody, Str, TupleBody};
use crate::methods;
use crate::object::{Class, ClassFlags, ClassId, Result, Runtime, generic_get_attribute};

methods! {
    static FUNCTIONS = [
        /// A deep copy; memo is a dict. What is not known here is copied by other(x, memo).
        @function "deepcopy"(x, memo, other, /) => |rt: &mut Runtime, x: &Object, memo: &Object, other: &Object| {
            match memo.cast_exact::<DictBody>() {
                Some(memo) => deep(rt, x, memo, other),
                None => rt.call(other, &[x.clone(), memo.clone()]),
            }
        };
        /// A shallow copy of a list, dict, set, or instance of an ordinary class; itself for what never changes; None for
        /// other objects.
        @function "plain_copy"(x, /) => plain_copy;
    ];
}

/// Whether a copy is the object itself, by its type.
fn is_atomic(object: &Object) -> bool {
    if !object.is_pointer() {
        return true;
    }
    match object.shape() {
        ShapeId::STR | ShapeId::STR_LARGE | ShapeId::FUNCTION | ShapeId::BUILTIN_FUNCTION | ShapeId::TYPE => true,
        ShapeId::LIST | ShapeId::DICT | ShapeId::TUPLE | ShapeId::TUPLE_LARGE => false,
        _ => {
            object.cast_exact::<crate::layout::IntBody>().is_some()
                || object.cast_exact::<crate::layout::FloatBody>().is_some()
                || object.cast_exact::<crate::layout::BytesBody>().is_some()
        }
    }
}

fn plain_copy(rt: &mut Runtime, x: &Object) -> Result {
    if is_atomic(x) || x.cast_exact::<TupleBody>().is_some() {
        return Ok(x.clone());
    }
    if let Some(list) = x.cast_exact::<ListBody>() {
        return Ok(List::from_slice(&rt.heap, &list.get(&rt.heap).items)?.into());
    }
    if let Some(dict) = x.cast_exact::<DictBody>() {
        return Ok(dict.copy(&rt.heap)?.into());
    }
    if !is_plain(rt, x, false)? {
        return Ok(Object::NONE);
    }
    match twin(rt, x)? {
        Some(twin) => Ok(twin),
        None => {
            let attributes = rt.slot_attributes(x);
            instance(rt, x, attributes)
        }
    }
}

/// A new instance of the same shape with the same values, for an instance without a body whose values all lie in itself.
fn twin(rt: &mut Runtime, x: &Object) -> Result<Option<Object>> {
    let shape = x.shape();
    let entry = *rt.heap.shape(shape);
    if entry.slots > entry.inline || !entry.layout.is::<()>() {
        return Ok(None);
    }
    let twin: Object = rt.heap.alloc_instance(shape, (), entry.inline.into())?.into();
    for i in 0..entry.slots.into() {
        if let Some(value) = rt.heap.slot(x, i).cloned() {
            drop(rt.heap.replace_slot(&twin, i, value));
        }
    }
    Ok(Some(twin))
}

fn deep(rt: &mut Runtime, x: &Object, memo: &Dict, other: &Object) -> Result {
    if is_atomic(x) {
        return Ok(x.clone());
    }
    let key = rt.new_int(x.id() as i128)?;
    if let Some(found) = memo.get_key(rt, &key)? {
        return Ok(found);
    }
    rt.check_interrupts()?;
    let made = if let Some(list) = x.cast_exact::<ListBody>() {
        rt.native_call("", |rt| deep_list(rt, list, &key, memo, other))?
    } else if let Some(dict) = x.cast_exact::<DictBody>() {
        rt.native_call("", |rt| deep_dict(rt, dict, &key, memo, other))?
    } else if let Some(tuple) = x.cast_exact::<TupleBody>() {
        let items = tuple.items();
        rt.native_call("", |rt| deep_tuple(rt, x, items, &key, memo, other))?
    } else {
        if !is_plain(rt, x, true)? {
            return rt.call(other, &[x.clone(), memo.as_object().clone()]);
        }
        let attributes = rt.slot_attributes(x);
        rt.native_call("", |rt| deep_instance(rt, x, attributes, &key, memo, other))?
    };
    if !made.is(x) {
        memo.set_key(rt, &key, made.clone())?;
        keep(rt, x, memo)?;
    }
    Ok(made)
}

/// Keeps the original alive as long as its address is a key of the memo.
fn keep(rt: &mut Runtime, x: &Object, memo: &Dict) -> Result<()> {
    let key = rt.new_int(memo.id() as i128)?;
    let kept = memo.get_key(rt, &key)?;
    match kept.as_ref().and_then(|kept| kept.cast::<ListBody>()) {
        Some(kept) => {
            let (body, heap) = kept.get_mut(&mut rt.heap);
            body.items.push(heap, x.clone())?;
        }
        None => {
            let kept = List::from_slice(&rt.heap, std::slice::from_ref(x))?;
            memo.set_key(rt, &key, kept.into())?;
        }
    }
    Ok(())
}

fn deep_list(rt: &mut Runtime, list: &List, key: &Object, memo: &Dict, other: &Object) -> Result {
    let made = List::from_slice(&rt.heap, &[])?;
    memo.set_key(rt, key, made.as_object().clone())?;
    let mut i = 0;
    while let Some(item) = list.get(&rt.heap).items.get(i).cloned() {
        let item = deep(rt, &item, memo, other)?;
        let (body, heap) = made.get_mut(&mut rt.heap);
        body.items.push(heap, item)?;
        i += 1;
    }
    Ok(made.into())
}

fn deep_dict(rt: &mut Runtime, dict: &Dict, key: &Object, memo: &Dict, other: &Object) -> Result {
    let made = rt.new_dict()?;
    memo.set_key(rt, key, made.as_object().clone())?;
    let len = dict.get(&rt.heap).len();
    let mut position = 0;
    while let Some((at, name, value)) = dict.next_pair(rt, position) {
        // The value first, as in `made[deepcopy(name)] = deepcopy(value)`.
        let value = deep(rt, &value, memo, other)?;
        let name = deep(rt, &name, memo, other)?;
        made.set_key(rt, &name, value)?;
        if dict.get(&rt.heap).len() != len {
            return Err(rt.runtime_error("dictionary changed size during iteration"));
        }
        position = at + 1;
    }
    Ok(made.into())
}

fn deep_tuple(rt: &mut Runtime, x: &Object, items: &[Object], key: &Object, memo: &Dict, other: &Object) -> Result {
    let mut made = Vec::with_capacity(items.len());
    for item in items {
        made.push(deep(rt, item, memo, other)?);
    }
    // A tuple that holds itself through its parts is done by now.
    if let Some(done) = memo.get_key(rt, key)? {
        return Ok(done);
    }
    if items.iter().zip(&made).all(|(old, new)| old.is(new)) {
        return Ok(x.clone());
    }
    Ok(rt.new_tuple(made)?.into())
}

type Attributes = Vec<(Str, Object)>;

fn deep_instance(
    rt: &mut Runtime,
    x: &Object,
    mut attributes: Attributes,
    key: &Object,
    memo: &Dict,
    other: &Object,
) -> Result {
    let made = instance(rt, x, Vec::new())?;
    memo.set_key(rt, key, made.clone())?;
    for (_, value) in &mut attributes {
        *value = deep(rt, value, memo, other)?;
    }
    set_attributes(rt, &made, attributes)?;
    Ok(made)
}

/// A new instance of the same class with these attributes.
fn instance(rt: &mut Runtime, x: &Object, attributes: Attributes) -> Result {
    let class = rt.class_of(x).clone();
    let made: Object = rt.alloc_for(&class, ())?.into();
    set_attributes(rt, &made, attributes)?;
    Ok(made)
}

fn set_attributes(rt: &mut Runtime, made: &Object, attributes: Attributes) -> Result<()> {
    for (name, value) in attributes {
        rt.set_own_attribute(made, &name, value)?;
    }
    Ok(())
}

/// Whether instances of the class are copied by making an empty one and filling its dict: nothing in the class says
/// otherwise.
fn is_copied_plainly(rt: &mut Runtime, class: &Class, deep: bool) -> bool {
    if rt.method_cache.is_copied_plainly(class, deep) {
        return true;
    }
    let object = rt.class(ClassId::Object).clone();
    let body = class.get(&rt.heap);
    let plain_new = match (body.slots.new, object.get(&rt.heap).slots.new) {
        (Some(own), Some(plain)) => std::ptr::fn_addr_eq(own, plain),
        _ => false,
    };
    let plain_get = body.slots.get_attribute.is_none_or(|get| {
        std::ptr::fn_addr_eq(get, generic_get_attribute as fn(&mut Runtime, &Object, &Str) -> Result)
    });
    if !body.flags.has(ClassFlags::HEAP)
        || body.flags.has(ClassFlags::ABSTRACT)
        || !body.instance.layout.is::<()>()
        || body.instance.fixed != 0
        || !plain_new
        || !plain_get
        || !rt.class_of(class).is(rt.class(ClassId::Type))
    {
        return false;
    }
    for name in ["__reduce_ex__", "__reduce__", "__getstate__"] {
        let name = rt.intern_static(name);
        match (rt.lookup(class, &name), rt.lookup(&object, &name)) {
            (Some(own), Some(plain)) if own.is(&plain) => {}
            _ => return false,
        }
    }
    let hook = if deep { "__deepcopy__" } else { "__copy__" };
    for name in [hook, "__getnewargs_ex__", "__getnewargs__", "__setstate__"] {
        let name = rt.intern_static(name);
        if rt.lookup(class, &name).is_some() {
            return false;
        }
    }
    rt.method_cache.remember_copied_plainly(class, deep);
    true
}

/// Whether an instance with its attributes in slots would be copied by making an empty one and filling its dict: nothing
/// in its class, in itself or in `copyreg` says otherwise.
fn is_plain(rt: &mut Runtime, x: &Object, deep: bool) -> Result<bool> {
    let class = rt.class_of(x).clone();
    if !rt.has_slot_attributes(x) || !is_copied_plainly(rt, &class, deep) {
        return Ok(false);
    }
    let name = rt.intern_static("copyreg");
    if let Some(module) = rt.modules.get_str(&rt.heap, &name).cloned() {
        let name = rt.intern_static("dispatch_table");
        if let Some(table) = rt.get_attr_opt(&module, &name)? {
            match table.cast_exact::<DictBody>() {
                Some(table) if !table.contains_key(rt, &class)? => {}
                _ => return Ok(false),
            }
        }
    }
    let is_special = |name: &Str| name.kind().shift() == 0 && name.units().as_bytes().starts_with(b"__");
    Ok(!rt.slot_names(x).iter().any(is_special))
}

fn init(_: &mut Runtime, _: &crate::types::module::Module) -> Result<()> {
    Ok(())
}

/// The description of module `_copy`.
pub static MODULE: NativeModule =
    NativeModule { name: "_copy", doc: "Copies of the commonest objects.", functions: FUNCTIONS, init };
