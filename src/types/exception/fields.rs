//! Exceptions with a few attributes: StopIteration, SystemExit, KeyError, AttributeError, NameError, ImportError.

use super::base::{args_of, body, init as base_init, set_args};
use crate::heap::{HeapVec, Object};
use crate::layout::{DictBody, Str, StrBody, Tuple};
use crate::methods;
use crate::object::{Args, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};

/// Reads field `index`; None if it is unset.
pub(super) fn field(rt: &Runtime, this: &Object, index: usize) -> Object {
    match body(this).get(&rt.heap).fields.get(index) {
        Some(value) if !value.is_unbound() => value.clone(),
        _ => Object::NONE,
    }
}

/// Writes field `index` (`UNBOUND` clears it).
pub(super) fn set_field(rt: &mut Runtime, this: &Object, index: usize, value: Object) -> Result<()> {
    let (place, heap) = body(this).get_mut(&mut rt.heap);
    while place.fields.len() <= index {
        place.fields.push(heap, Object::UNBOUND)?;
    }
    let old = std::mem::replace(&mut place.fields[index], value);
    drop(old);
    Ok(())
}

/// Declares an attribute that is a field.
macro_rules! field_attribute {
    ($name:literal, $index:expr) => {
        GetSetDef {
            name: $name,
            doc: "",
            get: |rt, this| Ok($crate::types::exception::fields::field(rt, this, $index)),
            set: Some(|rt, this, value| {
                let value = value.cloned().unwrap_or(Object::UNBOUND);
                $crate::types::exception::fields::set_field(rt, this, $index, value)
            }),
        }
    };
}
pub(super) use field_attribute;

/// Takes keyword arguments out of a call into fields; others are refused with CPython's text.
fn keyword_fields(rt: &mut Runtime, this: &Object, args: Args<'_>, names: &[(&str, usize)]) -> Result<()> {
    if args.keyword_count() == 0 && body(this).get(&rt.heap).fields.is_empty() {
        return Ok(());
    }
    for &(_, index) in names {
        // A second call forgets what the first was given.
        set_field(rt, this, index, Object::UNBOUND)?;
    }
    let class = rt.type_name(this);
    let keywords: Vec<(Str, Object)> = args.keywords().map(|(n, v)| (n.clone(), v.clone())).collect();
    for (name, value) in keywords {
        match names.iter().find(|(n, _)| name.equals_text(n)) {
            Some(&(_, index)) => set_field(rt, this, index, value)?,
            None => {
                let name = name.to_rust().into_owned();
                return Err(rt.type_error(format!("{class}() got an unexpected keyword argument '{name}'")));
            }
        }
    }
    Ok(())
}

fn stop_init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    base_init(rt, this, args)?;
    let value = args.positional().first().cloned().unwrap_or(Object::NONE);
    set_field(rt, this, 0, value)
}

/// The description of `StopIteration`.
pub static STOP_ITERATION: TypeDef = TypeDef {
    id: Some(ClassId::StopIteration),
    name: "StopIteration",
    doc: "Signal the end from iterator.__next__().",
    base: ClassId::Exception,
    flags: ClassFlags::BASE,
    slots: Slots { init: Some(stop_init), ..Slots::EMPTY },
    getset: &[field_attribute!("value", 0)],
    ..TypeDef::EMPTY
};

fn exit_init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    base_init(rt, this, args)?;
    let code = match args.positional() {
        [] => Object::NONE,
        [only] => only.clone(),
        more => Tuple::from_slice(&rt.heap, more)?.into(),
    };
    set_field(rt, this, 0, code)
}

/// The description of `SystemExit`.
pub static SYSTEM_EXIT: TypeDef = TypeDef {
    id: Some(ClassId::SystemExit),
    name: "SystemExit",
    doc: "Request to exit from the interpreter.",
    base: ClassId::BaseException,
    flags: ClassFlags::BASE,
    slots: Slots { init: Some(exit_init), ..Slots::EMPTY },
    getset: &[field_attribute!("code", 0)],
    ..TypeDef::EMPTY
};

fn key_str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let args = args_of(rt, this);
    match args.as_slice() {
        [] => Ok(rt.names.empty.clone()),
        [only] => rt.repr(only),
        _ => {
            let all = body(this).get(&rt.heap).args.clone();
            rt.str(&all)
        }
    }
}

/// The description of `KeyError`.
pub static KEY_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::KeyError),
    name: "KeyError",
    doc: "Mapping key not found.",
    base: ClassId::LookupError,
    flags: ClassFlags::BASE,
    slots: Slots { init: Some(base_init), str: Some(key_str), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};

fn attribute_init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    keyword_fields(rt, this, args, &[("name", 0), ("obj", 1)])?;
    set_args(rt, this, args.positional())
}

/// The instance's dict, if it has one, with some fields that are set added.
fn state(rt: &mut Runtime, this: &Object, extra: &[(&str, Object)]) -> Result {
    let dict = rt.instance_dict_copy(this)?;
    let dict = dict.as_ref().and_then(|dict| dict.cast::<DictBody>()).cloned();
    let filled = match dict {
        Some(dict) if rt.len(&dict)? > 0 => Some(dict),
        _ => None,
    };
    if extra.is_empty() {
        return Ok(filled.map_or(Object::NONE, Into::into));
    }
    let dict = match filled {
        Some(dict) => dict,
        None => rt.new_dict()?,
    };
    for (name, value) in extra {
        let name = rt.intern(name);
        dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?;
    }
    Ok(dict.into())
}

/// The fields among `names` that are set.
fn present(rt: &Runtime, this: &Object, names: &[(&'static str, usize)]) -> Vec<(&'static str, Object)> {
    names.iter().map(|&(name, i)| (name, field(rt, this, i))).filter(|(_, value)| !value.is_none()).collect()
}

methods! {
    static ATTRIBUTE_METHODS = [
        /// Helper for pickle: the object that lacked the attribute is not kept.
        "__getstate__"() => attribute_state;
        /// Helper for pickle.
        "__reduce__"() => attribute_reduce;
    ];
}

fn attribute_state(rt: &mut Runtime, this: &Object) -> Result {
    let mut extra = present(rt, this, &[("name", 0)]);
    extra.push(("args", body(this).get(&rt.heap).args.clone().into()));
    state(rt, this, &extra)
}

fn attribute_reduce(rt: &mut Runtime, this: &Object) -> Result {
    let state = attribute_state(rt, this)?;
    let (class, args) = (rt.class_of(this).as_object().clone(), body(this).get(&rt.heap).args.clone());
    Ok(Tuple::from_slice(&rt.heap, &[class, args.into(), state])?.into())
}

methods! {
    static IMPORT_METHODS = [
        /// Helper for pickle.
        "__reduce__"() => import_reduce;
    ];
}

fn import_reduce(rt: &mut Runtime, this: &Object) -> Result {
    let extra = present(rt, this, &[("name", 1), ("path", 2), ("name_from", 3)]);
    let state = state(rt, this, &extra)?;
    let (class, args) = (rt.class_of(this).as_object().clone(), body(this).get(&rt.heap).args.clone());
    let parts = [class, args.into(), state];
    let shown = if parts[2].is_none() { &parts[..2] } else { &parts[..] };
    Ok(Tuple::from_slice(&rt.heap, shown)?.into())
}

/// The description of `AttributeError`.
pub static ATTRIBUTE_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::AttributeError),
    name: "AttributeError",
    doc: "Attribute not found.",
    base: ClassId::Exception,
    flags: ClassFlags::BASE,
    slots: Slots { init: Some(attribute_init), str: Some(super::base::str), ..Slots::EMPTY },
    methods: ATTRIBUTE_METHODS,
    getset: &[field_attribute!("name", 0), field_attribute!("obj", 1)],
    ..TypeDef::EMPTY
};

pub(super) fn name_init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    keyword_fields(rt, this, args, &[("name", 0)])?;
    set_args(rt, this, args.positional())
}

/// The description of `NameError`.
pub static NAME_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::NameError),
    name: "NameError",
    doc: "Name not found globally.",
    base: ClassId::Exception,
    flags: ClassFlags::BASE,
    slots: Slots { init: Some(name_init), str: Some(super::base::str), ..Slots::EMPTY },
    getset: &[field_attribute!("name", 0)],
    ..TypeDef::EMPTY
};

pub(super) fn import_init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    keyword_fields(rt, this, args, &[("name", 1), ("path", 2), ("name_from", 3)])?;
    if let [only] = args.positional() {
        set_field(rt, this, 0, only.clone())?;
    }
    set_args(rt, this, args.positional())
}

fn import_str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let message = field(rt, this, 0);
    match message.cast_exact::<StrBody>() {
        Some(text) => Ok(text.clone()),
        None => {
            let args = body(this).get(&rt.heap).args.clone();
            match args.items() {
                [] => Ok(rt.names.empty.clone()),
                [only] => rt.str(only),
                _ => rt.str(&args),
            }
        }
    }
}

/// The description of `ImportError`.
pub static IMPORT_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::ImportError),
    name: "ImportError",
    doc: "Import can't find module, or can't find name in module.",
    base: ClassId::Exception,
    flags: ClassFlags::BASE,
    slots: Slots { init: Some(import_init), str: Some(import_str), ..Slots::EMPTY },
    methods: IMPORT_METHODS,
    getset: &[
        field_attribute!("msg", 0),
        field_attribute!("name", 1),
        field_attribute!("path", 2),
        field_attribute!("name_from", 3),
    ],
    ..TypeDef::EMPTY
};

/// All fields of an exception at once.
pub(super) fn set_fields<const N: usize>(rt: &mut Runtime, this: &Object, values: [Object; N]) -> Result<()> {
    let fresh = HeapVec::from_exact(&rt.heap, values.into_iter())?;
    let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.fields, fresh);
    drop(old);
    Ok(())
}
