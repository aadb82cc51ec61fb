//! `builtin_function_or_method`, `method_descriptor`, `classmethod_descriptor`, `wrapper_descriptor`: native callables.

use crate::heap::{Object, ShapeId};
use crate::layout::{Str, StrBody};
use crate::methods;
use crate::object::{
    Args, BuiltinFunctionBody, Class, ClassFlags, ClassId, ClassMethodDescriptorBody, CompareOp, GetSetDef, MethodDef,
    MethodDescriptorBody, Result, Runtime, SlotWrapperBody, Slots, TypeDef, call_slot_wrapper, signature_text,
    slot_text, slot_wrapper_name,
};

use crate::types::module::ModuleBody;
use crate::types::sequence::reduce_attribute;

fn function_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    rt.call_args(this, args)
}

fn function_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let body = this.cast::<BuiltinFunctionBody>().expect("by its type").get(&rt.heap);
    let name = body.def.name;
    match &body.this {
        Some(receiver) if receiver.cast::<crate::object::ClassBody>().is_none() || name != "__new__" => {
            let (kind, id) = (rt.type_name(receiver), receiver.id());
            rt.new_str(&format!("<built-in method {name} of {kind} object at {id:#x}>"))
        }
        Some(receiver) => {
            let id = receiver.id();
            rt.new_str(&format!("<built-in method {name} of type object at {id:#x}>"))
        }
        None => rt.new_str(&format!("<built-in function {name}>")),
    }
}

fn def_of(rt: &Runtime, this: &Object) -> Option<&'static MethodDef> {
    if let Some(f) = this.cast::<BuiltinFunctionBody>() {
        return Some(*f.get(&rt.heap).def);
    }
    if let Some(f) = this.cast::<MethodDescriptorBody>() {
        return Some(*f.get(&rt.heap).def);
    }
    this.cast::<ClassMethodDescriptorBody>().map(|f| *f.get(&rt.heap).def)
}

fn get_name(rt: &mut Runtime, this: &Object) -> Result {
    match def_of(rt, this) {
        Some(def) => Ok(rt.intern(def.name).into()),
        None => Ok(rt.intern(slot_wrapper_name(rt, this)).into()),
    }
}

fn get_doc(rt: &mut Runtime, this: &Object) -> Result {
    match def_of(rt, this) {
        Some(def) if !def.doc.is_empty() => {
            let lines: Vec<&str> = def.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
            Ok(rt.new_str(&lines.join("\n"))?.into())
        }
        Some(_) => Ok(Object::NONE),
        None => slot_object(rt, this, |text| text.1),
    }
}

/// A part of what is known of a slot's method, or None.
fn slot_object(rt: &mut Runtime, this: &Object, part: fn((&'static str, &'static str)) -> &'static str) -> Result {
    match slot_text(slot_wrapper_name(rt, this)).map(part) {
        Some(text) => Ok(rt.new_str(text)?.into()),
        None => Ok(Object::NONE),
    }
}

fn get_signature(rt: &mut Runtime, this: &Object) -> Result {
    match def_of(rt, this) {
        Some(def) => match signature_text(def) {
            Some(text) => Ok(rt.new_str(&text)?.into()),
            None => Ok(Object::NONE),
        },
        None => slot_object(rt, this, |text| text.0),
    }
}

/// The class that a descriptor belongs to.
fn owner_of(rt: &Runtime, this: &Object) -> Option<Class> {
    if let Some(f) = this.cast::<MethodDescriptorBody>() {
        return Some(f.get(&rt.heap).owner.clone());
    }
    if let Some(f) = this.cast::<ClassMethodDescriptorBody>() {
        return Some(f.get(&rt.heap).owner.clone());
    }
    this.cast::<SlotWrapperBody>().map(|f| f.get(&rt.heap).owner.clone())
}

fn get_objclass(rt: &mut Runtime, this: &Object) -> Result {
    Ok(owner_of(rt, this).map_or(Object::NONE, Into::into))
}

fn get_qualname(rt: &mut Runtime, this: &Object) -> Result {
    let name = match def_of(rt, this) {
        Some(def) => def.name,
        None => slot_wrapper_name(rt, this),
    };
    let owner = match owner_of(rt, this) {
        Some(owner) => Some(owner),
        None => match this.cast::<BuiltinFunctionBody>().and_then(|f| f.get(&rt.heap).this.clone()) {
            Some(receiver) => match Class::from_object(&receiver) {
                Some(class) => Some(class.clone()),
                None => Some(rt.class_of(&receiver).clone()),
            },
            None => None,
        },
    };
    let text = match owner {
        Some(owner) => format!("{}.{name}", owner.get(&rt.heap).qualname.to_rust()),
        None => name.to_owned(),
    };
    Ok(rt.new_str(&text)?.into())
}

fn get_self(rt: &mut Runtime, this: &Object) -> Result {
    let body = this.cast::<BuiltinFunctionBody>().expect("by its type").get(&rt.heap);
    if let Some(receiver) = body.this.clone() {
        return Ok(receiver);
    }
    // A module's function is bound to the module, as far as that is loaded.
    let name = body.module.clone();
    let module = name.cast::<StrBody>().and_then(|name| rt.modules.get_str(&rt.heap, name).cloned());
    Ok(module.unwrap_or(name))
}

fn get_module(rt: &mut Runtime, this: &Object) -> Result {
    Ok(this.cast::<BuiltinFunctionBody>().expect("by its type").get(&rt.heap).module.clone())
}

methods! {
    static FUNCTION_METHODS = [
        /// Helper for pickle: a function is known by its name, a bound method as an attribute.
        "__reduce__"() => |rt: &mut Runtime, this: &Object| -> Result {
            let body = this.cast::<BuiltinFunctionBody>().expect("by its type").get(&rt.heap);
            let name = body.def.name;
            match body.this.clone() {
                Some(receiver) if receiver.cast::<ModuleBody>().is_none() => reduce_attribute(rt, receiver, name),
                _ => Ok(rt.intern(name).into()),
            }
        };
    ];
}

methods! {
    static DESCRIPTOR_METHODS = [
        /// Helper for pickle: a descriptor is an attribute of its class.
        "__reduce__"() => |rt: &mut Runtime, this: &Object| -> Result {
            let owner = get_objclass(rt, this)?;
            let name = get_name(rt, this)?;
            let name = rt.str(&name)?.to_rust().into_owned();
            reduce_attribute(rt, owner, &name)
        };
    ];
}

fn function_hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let body = this.cast::<BuiltinFunctionBody>().expect("by its type").get(&rt.heap);
    let def = *body.def as *const MethodDef as usize as i64 >> 4;
    Ok(match &body.this {
        Some(receiver) => rt.identity_hash(receiver) ^ def,
        None => def,
    })
}

/// Two bound methods are equal if they are the same method of the same object.
fn function_compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<BuiltinFunctionBody>(), right.cast::<BuiltinFunctionBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    let same_receiver = match (&a.this, &b.this) {
        (Some(a), Some(b)) => a.is(b),
        (None, None) => true,
        _ => false,
    };
    let equal = same_receiver && std::ptr::eq(*a.def, *b.def);
    match op {
        CompareOp::Equal => Ok(Object::bool(equal)),
        CompareOp::NotEqual => Ok(Object::bool(!equal)),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

static FUNCTION_GETSET: &[GetSetDef] = &[
    GetSetDef { name: "__name__", doc: "", get: get_name, set: None },
    GetSetDef { name: "__qualname__", doc: "", get: get_qualname, set: None },
    GetSetDef { name: "__doc__", doc: "", get: get_doc, set: None },
    GetSetDef { name: "__self__", doc: "", get: get_self, set: None },
    GetSetDef { name: "__module__", doc: "", get: get_module, set: None },
    GetSetDef { name: "__text_signature__", doc: "", get: get_signature, set: None },
];

static DESCRIPTOR_GETSET: &[GetSetDef] = &[
    GetSetDef { name: "__name__", doc: "", get: get_name, set: None },
    GetSetDef { name: "__qualname__", doc: "", get: get_qualname, set: None },
    GetSetDef { name: "__doc__", doc: "", get: get_doc, set: None },
    GetSetDef { name: "__objclass__", doc: "", get: get_objclass, set: None },
    GetSetDef { name: "__text_signature__", doc: "", get: get_signature, set: None },
];

/// The description of `builtin_function_or_method`.
pub static BUILTIN_FUNCTION: TypeDef = TypeDef {
    id: Some(ClassId::BuiltinFunction),
    name: "builtin_function_or_method",
    layout: <BuiltinFunctionBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::BUILTIN_FUNCTION],
    flags: ClassFlags::WEAKREFABLE,
    slots: Slots {
        call: Some(function_call),
        repr: Some(function_repr),
        hash: Some(function_hash),
        compare: Some(function_compare),
        ..Slots::EMPTY
    },
    methods: FUNCTION_METHODS,
    getset: FUNCTION_GETSET,
    ..TypeDef::EMPTY
};

fn descriptor_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let kind = match this.shape() {
        ShapeId::SLOT_WRAPPER => "slot wrapper",
        _ => "method",
    };
    let name = match def_of(rt, this) {
        Some(def) => def.name,
        None => slot_wrapper_name(rt, this),
    };
    let owner = owner_of(rt, this).map(|class| rt.class_name(&class)).unwrap_or_default();
    rt.new_str(&format!("<{kind} '{name}' of '{owner}' objects>"))
}

fn method_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let body = this.cast::<MethodDescriptorBody>().expect("by its type").get(&rt.heap);
    let (def, owner) = (*body.def, body.owner.clone());
    if !rt.is_subclass(rt.class_of(instance), &owner) {
        let (name, got) = (rt.class_name(&owner), rt.type_name(instance));
        return Err(
            rt.type_error(format!("descriptor '{}' for '{name}' objects doesn't apply to a '{got}' object", def.name))
        );
    }
    rt.new_builtin_function(def, Some(instance.clone()), Object::NONE)
}

/// The description of `method_descriptor`.
pub static METHOD_DESCRIPTOR: TypeDef = TypeDef {
    id: Some(ClassId::MethodDescriptor),
    name: "method_descriptor",
    layout: <MethodDescriptorBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::BUILTIN_METHOD],
    slots: Slots {
        call: Some(function_call),
        repr: Some(descriptor_repr),
        descriptor_get: Some(method_get),
        ..Slots::EMPTY
    },
    methods: DESCRIPTOR_METHODS,
    getset: DESCRIPTOR_GETSET,
    ..TypeDef::EMPTY
};

/// The object as a class that a class method of a builtin class can be bound to.
fn class_of_method(rt: &mut Runtime, method: &Object, class: &Object) -> Result<Class> {
    let body = method.cast::<ClassMethodDescriptorBody>().expect("by its type").get(&rt.heap);
    let (name, owner) = (body.def.name, body.owner.clone());
    let Some(class) = Class::from_object(class) else {
        let (owner, got) = (rt.class_name(&owner), rt.type_name(class));
        let text = format!("descriptor '{name}' for type '{owner}' needs a type, not a '{got}' as arg 2");
        return Err(rt.type_error(text));
    };
    if !rt.is_subclass(class, &owner) {
        let (owner, got) = (rt.class_name(&owner), rt.class_name(class));
        let text = format!("descriptor '{name}' requires a subtype of '{owner}' but received '{got}'");
        return Err(rt.type_error(text));
    }
    Ok(class.clone())
}

fn class_method_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, owner: &Object) -> Result {
    let def = *this.cast::<ClassMethodDescriptorBody>().expect("by its type").get(&rt.heap).def;
    let class = match instance {
        Some(instance) if owner.is_none() => rt.class_of(instance).clone(),
        _ => class_of_method(rt, this, owner)?,
    };
    rt.new_builtin_function(def, Some(class.into()), Object::NONE)
}

fn class_method_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let body = this.cast::<ClassMethodDescriptorBody>().expect("by its type").get(&rt.heap);
    let (def, owner) = (*body.def, body.owner.clone());
    let Some(class) = args.positional().first() else {
        let owner = rt.class_name(&owner);
        return Err(rt.type_error(format!("descriptor '{}' of '{owner}' object needs an argument", def.name)));
    };
    class_of_method(rt, this, class)?;
    rt.call_native(def, args, 1)
}

/// The description of `classmethod_descriptor`.
pub static CLASS_METHOD_DESCRIPTOR: TypeDef = TypeDef {
    id: Some(ClassId::ClassMethodDescriptor),
    name: "classmethod_descriptor",
    layout: <ClassMethodDescriptorBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::CLASSMETHOD_DESCRIPTOR],
    slots: Slots {
        call: Some(class_method_call),
        repr: Some(descriptor_repr),
        descriptor_get: Some(class_method_get),
        ..Slots::EMPTY
    },
    getset: DESCRIPTOR_GETSET,
    ..TypeDef::EMPTY
};

fn wrapper_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let body = this.cast::<SlotWrapperBody>().expect("by its type").get(&rt.heap);
    let owner = body.owner.clone();
    let fitting = args.positional().first().filter(|receiver| rt.is_subclass(rt.class_of(receiver), &owner));
    if let Some(receiver) = fitting {
        return call_slot_wrapper(rt, this, receiver, args.skip_first());
    }
    let name = slot_wrapper_name(rt, this);
    let owner_name = rt.qualified_class_name(&owner)?;
    let Some(receiver) = args.positional().first() else {
        return Err(rt.type_error(format!("descriptor '{name}' of '{owner_name}' object needs an argument")));
    };
    let got = rt.type_name(receiver);
    Err(rt.type_error(format!("descriptor '{name}' requires a '{owner_name}' object but received a '{got}'")))
}

fn wrapper_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let owner = this.cast::<SlotWrapperBody>().expect("by its type").get(&rt.heap).owner.clone();
    if !rt.is_subclass(rt.class_of(instance), &owner) {
        let (name, owner, got) = (slot_wrapper_name(rt, this), rt.class_name(&owner), rt.type_name(instance));
        return Err(
            rt.type_error(format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{got}' object"))
        );
    }
    super::method_wrapper::bind(rt, this, instance)
}

/// The description of `wrapper_descriptor`.
pub static SLOT_WRAPPER: TypeDef = TypeDef {
    id: Some(ClassId::SlotWrapper),
    name: "wrapper_descriptor",
    layout: <SlotWrapperBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::SLOT_WRAPPER],
    slots: Slots {
        call: Some(wrapper_call),
        repr: Some(descriptor_repr),
        descriptor_get: Some(wrapper_get),
        ..Slots::EMPTY
    },
    methods: DESCRIPTOR_METHODS,
    getset: DESCRIPTOR_GETSET,
    ..TypeDef::EMPTY
};
