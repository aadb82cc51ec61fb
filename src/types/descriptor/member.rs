//! `member_descriptor` (a place of `__slots__`) and `getset_descriptor` (a computed attribute of a builtin type).

use crate::heap::{Object, ShapeId};
use crate::layout::{Str, TupleBody};
use crate::methods;
use crate::object::{Class, ClassId, GetSetBody, GetSetDef, MemberBody, Raised, Result, Runtime, Slots, TypeDef};

use crate::types::sequence::reduce_attribute;

/// The TypeError for a descriptor used with an object of another type.
#[cold]
fn foreign(rt: &mut Runtime, name: &str, owner: &Class, instance: &Object) -> Raised {
    let (owner, got) = (rt.class_name(owner), rt.type_name(instance));
    rt.type_error(format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{got}' object"))
}

fn member_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let member = this.cast::<MemberBody>().expect("by its type").get(&rt.heap);
    let (name, slot, owner) = (member.name.clone(), member.slot as usize, member.owner.clone());
    let is_item = member.field.is_some_and(|field| field.item);
    if !rt.is_subclass(rt.class_of(instance), &owner) {
        let name = name.to_rust().into_owned();
        return Err(foreign(rt, &name, &owner, instance));
    }
    if is_item && let Some(tuple) = instance.cast::<TupleBody>() {
        return Ok(tuple.items()[slot].clone());
    }
    match rt.heap.slot(instance, slot) {
        Some(value) => Ok(value.clone()),
        None => {
            let class = rt.class_of(instance).clone();
            let owner = rt.qualified_class_name(&class)?;
            let owner = owner.strip_prefix("__main__.").unwrap_or(&owner);
            Err(rt.attribute_error([&format!("'{owner}' object has no attribute '"), "'"], instance, &name))
        }
    }
}

fn member_set(rt: &mut Runtime, this: &Object, instance: &Object, value: Option<&Object>) -> Result<()> {
    let member = this.cast::<MemberBody>().expect("by its type").get(&rt.heap);
    let (name, slot, owner) = (member.name.clone(), member.slot as usize, member.owner.clone());
    let is_field = member.field.is_some();
    if !rt.is_subclass(rt.class_of(instance), &owner) {
        let name = name.to_rust().into_owned();
        return Err(foreign(rt, &name, &owner, instance));
    }
    if is_field {
        return Err(rt.raise(ClassId::AttributeError, "readonly attribute"));
    }
    let old = rt.heap.replace_slot(instance, slot, value.cloned().unwrap_or(Object::UNBOUND));
    if value.is_none() && old.is_unbound() {
        let name = name.to_rust().into_owned();
        return Err(rt.raise(ClassId::AttributeError, name));
    }
    drop(old);
    Ok(())
}

fn member_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let member = this.cast::<MemberBody>().expect("by its type").get(&rt.heap);
    let text = format!("<member '{}' of '{}' objects>", member.name.to_rust(), rt.class_name(&member.owner));
    rt.new_str(&text)
}

methods! {
    static MEMBER_METHODS = [
        /// Helper for pickle: an attribute of its class.
        "__reduce__"() => |rt: &mut Runtime, this: &Object| -> Result {
            let member = this.cast::<MemberBody>().expect("by its type").get(&rt.heap);
            let (owner, name) = (member.owner.clone(), member.name.to_rust().into_owned());
            reduce_attribute(rt, owner.into(), &name)
        };
    ];
}

static MEMBER_GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__name__",
        doc: "",
        get: |rt, this| Ok(this.cast::<MemberBody>().expect("by its type").get(&rt.heap).name.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "__qualname__",
        doc: "",
        get: |rt, this| {
            let member = this.cast::<MemberBody>().expect("by its type").get(&rt.heap);
            let text = format!("{}.{}", member.owner.get(&rt.heap).qualname.to_rust(), member.name.to_rust());
            Ok(rt.new_str(&text)?.into())
        },
        set: None,
    },
    GetSetDef {
        name: "__objclass__",
        doc: "",
        get: |rt, this| Ok(this.cast::<MemberBody>().expect("by its type").get(&rt.heap).owner.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "__doc__",
        doc: "",
        get: |rt, this| match *this.cast::<MemberBody>().expect("by its type").get(&rt.heap).field {
            Some(field) if !field.doc.is_empty() => Ok(rt.new_str(field.doc)?.into()),
            _ => Ok(Object::NONE),
        },
        set: None,
    },
];

/// The description of `member_descriptor`.
pub static MEMBER_DESCRIPTOR: TypeDef = TypeDef {
    id: Some(ClassId::MemberDescriptor),
    name: "member_descriptor",
    layout: <MemberBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::MEMBER_DESCRIPTOR],
    slots: Slots {
        repr: Some(member_repr),
        descriptor_get: Some(member_get),
        descriptor_set: Some(member_set),
        ..Slots::EMPTY
    },
    methods: MEMBER_METHODS,
    getset: MEMBER_GETSET,
    ..TypeDef::EMPTY
};

/// Attributes without a setter that CPython declares as members, which speak of themselves in other words.
const MEMBERS: [(&str, &[&str]); 13] = [
    ("property", &["fget", "fset", "fdel"]),
    ("staticmethod", &["__func__", "__wrapped__"]),
    ("classmethod", &["__func__", "__wrapped__"]),
    ("function", &["__builtins__"]),
    ("method", &["__func__", "__self__"]),
    (
        "code",
        &[
            "co_argcount",
            "co_consts",
            "co_filename",
            "co_firstlineno",
            "co_flags",
            "co_kwonlyargcount",
            "co_name",
            "co_names",
            "co_nlocals",
            "co_posonlyargcount",
            "co_qualname",
            "co_stacksize",
        ],
    ),
    ("method_descriptor", &["__name__", "__objclass__"]),
    ("classmethod_descriptor", &["__name__", "__objclass__"]),
    ("wrapper_descriptor", &["__name__", "__objclass__"]),
    ("member_descriptor", &["__name__", "__objclass__"]),
    ("getset_descriptor", &["__name__", "__objclass__"]),
    ("method-wrapper", &["__self__"]),
    ("super", &["__self__", "__self_class__", "__thisclass__"]),
];

fn is_member(owner: &str, name: &str) -> bool {
    MEMBERS.iter().any(|(class, names)| *class == owner && names.contains(&name))
}

fn getset_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let body = this.cast::<GetSetBody>().expect("by its type").get(&rt.heap);
    let (def, owner) = (*body.def, body.owner.clone());
    if !rt.is_subclass(rt.class_of(instance), &owner) {
        return Err(foreign(rt, def.name, &owner, instance));
    }
    (def.get)(rt, instance)
}

fn getset_set(rt: &mut Runtime, this: &Object, instance: &Object, value: Option<&Object>) -> Result<()> {
    let body = this.cast::<GetSetBody>().expect("by its type").get(&rt.heap);
    let (def, owner) = (*body.def, body.owner.clone());
    if !rt.is_subclass(rt.class_of(instance), &owner) {
        return Err(foreign(rt, def.name, &owner, instance));
    }
    match def.set {
        Some(set) => set(rt, instance, value),
        None => {
            let owner = rt.class_name(&owner);
            let name = def.name;
            if is_member(&owner, name) {
                return Err(rt.raise(ClassId::AttributeError, "readonly attribute"));
            }
            let raised =
                rt.raise(ClassId::AttributeError, format!("attribute '{name}' of '{owner}' objects is not writable"));
            Err(raised)
        }
    }
}

fn getset_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let body = this.cast::<GetSetBody>().expect("by its type").get(&rt.heap);
    let owner = rt.class_name(&body.owner);
    let kind = if is_member(&owner, body.def.name) { "member" } else { "attribute" };
    let text = format!("<{kind} '{}' of '{owner}' objects>", body.def.name);
    rt.new_str(&text)
}

static GETSET_GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__name__",
        doc: "",
        get: |rt, this| {
            let name = this.cast::<GetSetBody>().expect("by its type").get(&rt.heap).def.name;
            Ok(rt.intern(name).into())
        },
        set: None,
    },
    GetSetDef {
        name: "__qualname__",
        doc: "",
        get: |rt, this| {
            let body = this.cast::<GetSetBody>().expect("by its type").get(&rt.heap);
            let text = format!("{}.{}", body.owner.get(&rt.heap).qualname.to_rust(), body.def.name);
            Ok(rt.new_str(&text)?.into())
        },
        set: None,
    },
    GetSetDef {
        name: "__objclass__",
        doc: "",
        get: |rt, this| Ok(this.cast::<GetSetBody>().expect("by its type").get(&rt.heap).owner.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "__doc__",
        doc: "",
        get: |rt, this| match this.cast::<GetSetBody>().expect("by its type").get(&rt.heap).def.doc {
            "" => Ok(Object::NONE),
            doc => Ok(rt.new_str(doc)?.into()),
        },
        set: None,
    },
];

/// The description of `getset_descriptor`.
pub static GETSET_DESCRIPTOR: TypeDef = TypeDef {
    id: Some(ClassId::GetSetDescriptor),
    name: "getset_descriptor",
    layout: <GetSetBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::GETSET_DESCRIPTOR],
    slots: Slots {
        repr: Some(getset_repr),
        descriptor_get: Some(getset_get),
        descriptor_set: Some(getset_set),
        ..Slots::EMPTY
    },
    getset: GETSET_GETSET,
    ..TypeDef::EMPTY
};
