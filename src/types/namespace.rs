//! `types.SimpleNamespace`.

use crate::heap::Object;
use crate::layout::{DictBody, Str, StrBody, StrBuilder};
use crate::methods;
use crate::object::{Args, Class, ClassFlags, ClassId, CompareOp, Keywords, Result, Runtime, Slots, TypeDef};
use crate::types::sequence::push_repr;

fn new(rt: &mut Runtime, class: &Class, _args: Args<'_>) -> Result {
    Ok(rt.alloc_for(class, ())?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    match args.positional() {
        [] => {}
        [mapping] => {
            let dict = rt.class(ClassId::Dict).as_object().clone();
            let copy = rt.call(&dict, std::slice::from_ref(mapping))?;
            let mut position = 0;
            while let Some((at, key, value)) = copy.cast::<DictBody>().and_then(|d| d.next_pair(rt, position)) {
                rt.check_interrupts()?;
                position = at + 1;
                match key.cast::<StrBody>() {
                    Some(name) => {
                        let name = rt.intern_str(name);
                        rt.set_own_attribute(this, &name, value)?;
                    }
                    None => return Err(rt.type_error("keywords must be strings")),
                }
            }
        }
        more => {
            let got = more.len();
            return Err(rt.type_error(format!("SimpleNamespace expected at most 1 argument, got {got}")));
        }
    }
    for (name, value) in args.keywords() {
        let name = rt.intern_str(name);
        rt.set_own_attribute(this, &name, value.clone())?;
    }
    Ok(())
}

/// The attributes as a dict of their own.
fn contents(rt: &mut Runtime, this: &Object) -> Result<Object> {
    match rt.instance_dict_copy(this)? {
        Some(dict) => Ok(dict),
        None => Ok(rt.new_dict()?.into()),
    }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let plain = rt.class_of(this).is(rt.class(ClassId::SimpleNamespace));
    let name = if plain { "namespace".to_owned() } else { rt.type_name(this) };
    let inner = rt.with_repr_guard(this, |rt| {
        let dict = contents(rt, this)?;
        let mut text = StrBuilder::new();
        text.push_str(&rt.heap, &name)?;
        text.push(&rt.heap, '(' as u32)?;
        let mut position = 0;
        while let Some((at, key, value)) = dict.cast::<DictBody>().and_then(|d| d.next_pair(rt, position)) {
            rt.check_interrupts()?;
            if position > 0 {
                text.push_str(&rt.heap, ", ")?;
            }
            let key = rt.str(&key)?;
            text.push_string(&rt.heap, &key)?;
            text.push(&rt.heap, '=' as u32)?;
            push_repr(rt, &mut text, &value)?;
            position = at + 1;
        }
        text.push(&rt.heap, ')' as u32)?;
        Ok(text)
    })?;
    match inner {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str(&format!("{name}(...)")),
    }
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let both = rt.is_instance_of(left, ClassId::SimpleNamespace) && rt.is_instance_of(right, ClassId::SimpleNamespace);
    if !both {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let (a, b) = (contents(rt, left)?, contents(rt, right)?);
    rt.compare(op, &a, &b)
}

methods! {
    static METHODS = [
        /// Return a copy of the namespace object with new values for the specified attributes.
        "__replace__"(**changes) => replace;
        /// Return state information for pickling
        "__reduce__"() => reduce;
    ];
}

fn replace(rt: &mut Runtime, this: &Object, changes: Keywords<'_>) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let fresh = rt.call(&class, &[])?;
    let dict = contents(rt, this)?;
    let mut position = 0;
    while let Some((at, key, value)) = dict.cast::<DictBody>().and_then(|d| d.next_pair(rt, position)) {
        rt.check_interrupts()?;
        position = at + 1;
        if let Some(name) = key.cast::<StrBody>() {
            rt.set_attr(&fresh, name, &value)?;
        }
    }
    for (name, value) in changes.0.keywords() {
        rt.set_attr(&fresh, name, value)?;
    }
    Ok(fresh)
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    use crate::layout::Tuple;
    let class = rt.class_of(this).as_object().clone();
    let state = contents(rt, this)?;
    let empty = Tuple::from_slice(&rt.heap, &[])?;
    Ok(Tuple::from_slice(&rt.heap, &[class, empty.into(), state])?.into())
}

/// A namespace with these attributes.
pub fn make(rt: &mut Runtime, fields: &[(&str, Object)]) -> Result {
    let class = rt.class(ClassId::SimpleNamespace).clone();
    let object: Object = rt.alloc_for(&class, ())?.into();
    for (name, value) in fields {
        let name = rt.intern(name);
        rt.set_own_attribute(&object, &name, value.clone())?;
    }
    Ok(object)
}

/// The description of `types.SimpleNamespace`.
pub static SIMPLE_NAMESPACE: TypeDef = TypeDef {
    id: Some(ClassId::SimpleNamespace),
    name: "types.SimpleNamespace",
    module: "types",
    doc: "A simple attribute-based namespace.",
    flags: ClassFlags::BASE | ClassFlags::HAS_DICT,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        hash: Some(crate::object::protocols::unhashable),
        ..Slots::EMPTY
    },
    methods: METHODS,
    ..TypeDef::EMPTY
};
