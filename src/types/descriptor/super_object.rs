//! `super`.

use crate::heap::{Object, Ref, ShapeId};
use crate::layout;
use crate::layout::Str;
use crate::object::{
    Args, Class, ClassFlags, ClassId, GetSetDef, Raised, Result, Runtime, Slots, TypeDef, generic_get_attribute,
};

layout! {
    /// Body of a super object.
    pub struct SuperBody as "super" (ShapeId::SUPER) {
        /// `__thisclass__`: the class behind which the search starts, or None before `__init__`.
        pub class: Object,
        /// `__self__`: the object or class that found methods are bound to, or None if unbound.
        pub this: Object,
        /// `__self_class__`: the class whose MRO is searched, or None.
        pub start: Object,
    }
}

fn body(this: &Object) -> &Ref<SuperBody> {
    this.cast::<SuperBody>().expect("a slot of `super` gets one")
}

/// The class whose MRO `super(class, object)` searches: `object` itself if it is a subclass, else its type.
fn search_class(rt: &mut Runtime, class: &Class, object: &Object) -> std::result::Result<Class, Raised> {
    if let Some(derived) = Class::from_object(object)
        && rt.is_subclass(derived, class)
    {
        return Ok(derived.clone());
    }
    let own = rt.class_of(object).clone();
    if rt.is_subclass(&own, class) {
        return Ok(own);
    }
    let name = rt.names.class.clone();
    if let Some(claimed) = rt.get_attr_opt(object, &name)?
        && let Some(claimed) = Class::from_object(&claimed)
        && rt.is_subclass(claimed, class)
    {
        return Ok(claimed.clone());
    }
    let is_type = Class::from_object(object).is_some();
    let what = if is_type { "type" } else { "instance of" };
    let got = match Class::from_object(object) {
        Some(class) => class.get(&rt.heap).name.to_rust().into_owned(),
        None => rt.type_name(object),
    };
    let expected = class.get(&rt.heap).name.to_rust().into_owned();
    Err(rt.type_error(format!(
        "super(type, obj): obj ({what} {got}) is not an instance or subtype of type ({expected})."
    )))
}

/// `super(class, this).name`: the attribute behind `class` in the MRO, bound to `this`.
pub fn super_attribute(rt: &mut Runtime, class: &Class, this: &Object, name: &Str) -> Result {
    let start = search_class(rt, class, this)?;
    match find(rt, class, &start, this, name)? {
        Some(found) => Ok(found),
        None => Err(rt.attribute_error(["'super' object has no attribute '", "'"], this, name)),
    }
}

fn find(rt: &mut Runtime, class: &Class, start: &Class, this: &Object, name: &Str) -> Result<Option<Object>> {
    let found = {
        let mro = start.get(&rt.heap).mro.items();
        let behind = mro.iter().position(|c| c.is(class)).map_or(mro.len(), |i| i + 1);
        mro[behind..]
            .iter()
            .find_map(|base| Class::from_object(base)?.get(&rt.heap).dict.get_str(&rt.heap, name).cloned())
    };
    let Some(found) = found else { return Ok(None) };
    let instance = if start.is(this) { None } else { Some(this) };
    let owner = start.as_object().clone();
    rt.bind(found, instance, &owner).map(Some)
}

fn new(rt: &mut Runtime, class: &Class, _args: Args<'_>) -> Result {
    let body = SuperBody { class: Object::NONE, this: Object::NONE, start: Object::NONE };
    Ok(rt.alloc_for(class, body)?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error("super() takes no keyword arguments"));
    }
    let (class, object) = match args.positional() {
        [] => (rt.hooks.super_arguments)(rt)?,
        [class] => (class.clone(), Object::NONE),
        [class, object] => (class.clone(), object.clone()),
        more => {
            let got = more.len();
            return Err(rt.type_error(format!("super() expected at most 2 arguments, got {got}")));
        }
    };
    let Some(typed) = Class::from_object(&class) else {
        let got = rt.type_name(&class);
        return Err(rt.type_error(format!("super() argument 1 must be a type, not {got}")));
    };
    let start = if object.is_none() { Object::NONE } else { search_class(rt, typed, &object)?.into() };
    let fresh = SuperBody { class: class.clone(), this: object, start };
    let old = std::mem::replace(body(this).get_mut(&mut rt.heap).0, fresh);
    drop(old);
    Ok(())
}

fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let name = rt.intern_str(name);
    let state = body(this).get(&rt.heap);
    let (class, object, start) = (state.class.clone(), state.this.clone(), state.start.clone());
    let own = rt.names.class.clone();
    if let (Some(class), Some(start)) = (Class::from_object(&class), Class::from_object(&start))
        && !name.is(&own)
        && let Some(found) = find(rt, class, start, &object, &name)?
    {
        return Ok(found);
    }
    generic_get_attribute(rt, this, &name)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let state = body(this).get(&rt.heap);
    let name = |o: &Object| Class::from_object(o).map(|c| c.get(&rt.heap).name.to_rust().into_owned());
    let class = name(&state.class).unwrap_or_else(|| "NULL".into());
    let text = match name(&state.start) {
        Some(start) => format!("<super: <class '{class}'>, <{start} object>>"),
        None => format!("<super: <class '{class}'>, NULL>"),
    };
    rt.new_str(&text)
}

/// An unbound super object in a class namespace binds itself to the instance.
fn get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let state = body(this).get(&rt.heap);
    let Some(instance) = instance.filter(|_| state.this.is_none()) else { return Ok(this.clone()) };
    let (class, own) = (state.class.clone(), rt.class_of(this).as_object().clone());
    rt.call(&own, &[class, instance.clone()])
}

static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "__thisclass__", doc: "", get: |rt, this| Ok(body(this).get(&rt.heap).class.clone()), set: None },
    GetSetDef { name: "__self__", doc: "", get: |rt, this| Ok(body(this).get(&rt.heap).this.clone()), set: None },
    GetSetDef {
        name: "__self_class__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).start.clone()),
        set: None,
    },
];

/// The description of `super`.
pub static SUPER: TypeDef = TypeDef {
    id: Some(ClassId::Super),
    name: "super",
    doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
    layout: <SuperBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::SUPER],
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        get_attribute: Some(get_attribute),
        descriptor_get: Some(get),
        ..Slots::EMPTY
    },
    getset: GETSET,
    ..TypeDef::EMPTY
};
