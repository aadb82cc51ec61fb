//! `staticmethod` and `classmethod`.

use crate::heap::{Object, Ref, ShapeId};
use crate::layout::{Dict, Str};
use crate::object::{
    Args, BoundMethodBody, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef, WrapperBody,
    generic_get_attribute, generic_set_attribute,
};

fn body(this: &Object) -> &Ref<WrapperBody> {
    this.cast::<WrapperBody>().expect("a slot of a wrapper gets one")
}

fn new(rt: &mut Runtime, class: &Class, _args: Args<'_>) -> Result {
    Ok(rt.alloc_for(class, WrapperBody::new(Object::NONE))?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    if args.keyword_count() > 0 {
        let name = rt.type_name(this);
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    let [function] = args.positional() else {
        let (name, got) = (rt.type_name(this), args.positional().len());
        return Err(rt.type_error(format!("{name} expected 1 argument, got {got}")));
    };
    let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.function, function.clone());
    drop(old);
    Ok(())
}

fn static_get(rt: &mut Runtime, this: &Object, _instance: Option<&Object>, _owner: &Object) -> Result {
    Ok(body(this).get(&rt.heap).function.clone())
}

fn static_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let function = body(this).get(&rt.heap).function.clone();
    rt.call_args(&function, args)
}

fn class_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, owner: &Object) -> Result {
    let class = match instance {
        Some(instance) if owner.is_none() => rt.class_of(instance).as_object().clone(),
        _ => owner.clone(),
    };
    let function = body(this).get(&rt.heap).function.clone();
    Ok(rt.heap.alloc(ShapeId::BOUND_METHOD, BoundMethodBody { function, this: class })?.into())
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let function = body(this).get(&rt.heap).function.clone();
    let (kind, inner) = (rt.type_name(this), rt.repr(&function)?);
    rt.new_str(&format!("<{kind}({})>", inner.to_rust()))
}

/// Attributes that the wrapper takes over from its function.
const TAKEN: [&str; 5] = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"];

/// `__dict__`, made with what the function has when somebody looks.
fn own_dict(rt: &mut Runtime, this: &Object) -> Result<Dict> {
    if let Some(dict) = &body(this).get(&rt.heap).dict {
        return Ok(dict.clone());
    }
    let function = body(this).get(&rt.heap).function.clone();
    let dict = rt.new_dict()?;
    for name in TAKEN {
        let name = rt.intern(name);
        if let Some(value) = rt.get_attr_opt(&function, &name)? {
            dict.set_str(&mut rt.heap, &name, value, &rt.hash_key)?;
        }
    }
    body(this).get_mut(&mut rt.heap).0.dict = Some(dict.clone());
    Ok(dict)
}

fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let name = rt.intern_str(name);
    let is_taken = TAKEN.iter().any(|taken| name.equals_text(taken));
    let class = rt.class_of(this).clone();
    let inherited = rt.lookup(&class, &name);
    if is_taken || inherited.is_none() {
        let dict = own_dict(rt, this)?;
        if let Some(found) = dict.get_str(&rt.heap, &name).cloned() {
            return Ok(found);
        }
    }
    generic_get_attribute(rt, this, &name)
}

fn set_attribute(rt: &mut Runtime, this: &Object, name: &Str, value: Option<&Object>) -> Result<()> {
    let name = rt.intern_str(name);
    let class = rt.class_of(this).clone();
    if let Some(found) = rt.lookup(&class, &name)
        && rt.class_of(&found).get(&rt.heap).slots.descriptor_set.is_some()
    {
        return generic_set_attribute(rt, this, &name, value);
    }
    let dict = own_dict(rt, this)?;
    match value {
        Some(value) => dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?,
        None => match dict.remove_str(&mut rt.heap, &name) {
            Some(old) => drop(old),
            None => return Err(rt.no_attribute(this, &name)),
        },
    }
    Ok(())
}

static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "__func__", doc: "", get: |rt, this| Ok(body(this).get(&rt.heap).function.clone()), set: None },
    GetSetDef {
        name: "__wrapped__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).function.clone()),
        set: None,
    },
    GetSetDef { name: "__dict__", doc: "", get: |rt, this| Ok(own_dict(rt, this)?.into()), set: None },
    GetSetDef {
        name: "__isabstractmethod__",
        doc: "",
        get: |rt, this| {
            let function = body(this).get(&rt.heap).function.clone();
            let name = rt.intern("__isabstractmethod__");
            match rt.get_attr_opt(&function, &name)? {
                Some(flag) => Ok(Object::bool(rt.truth(&flag)?)),
                None => Ok(Object::FALSE),
            }
        },
        set: None,
    },
];

/// The description of `staticmethod`.
pub static STATIC_METHOD: TypeDef = TypeDef {
    id: Some(ClassId::StaticMethod),
    name: "staticmethod",
    doc: "Convert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.",
    layout: <WrapperBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::STATICMETHOD],
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        call: Some(static_call),
        repr: Some(repr),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        descriptor_get: Some(static_get),
        ..Slots::EMPTY
    },
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// The description of `classmethod`.
pub static CLASS_METHOD: TypeDef = TypeDef {
    id: Some(ClassId::ClassMethod),
    name: "classmethod",
    doc: "Convert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.",
    layout: <WrapperBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::CLASSMETHOD],
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        descriptor_get: Some(class_get),
        ..Slots::EMPTY
    },
    getset: GETSET,
    ..TypeDef::EMPTY
};
