//! `property`.

use crate::heap::{Object, Ref, ShapeId};
use crate::object::{
    Args, Class, ClassFlags, ClassId, GetSetDef, Keywords, Raised, Rest, Result, Runtime, Slots, TypeDef,
};
use crate::{layout, methods};

layout! {
    /// Body of a property.
    pub struct PropertyBody as "property" (ShapeId::PROPERTY) {
        /// `fget`, or None.
        pub getter: Object,
        /// `fset`, or None.
        pub setter: Object,
        /// `fdel`, or None.
        pub deleter: Object,
        /// `__doc__`.
        pub doc: Object,
        /// `__name__`, set by `__set_name__`, or UNBOUND.
        pub name: Object,
        /// Whether the docstring is the getter's.
        pub getter_doc: bool,
    }
}

type Property = Ref<PropertyBody>;

fn body(this: &Object) -> &Property {
    this.cast::<PropertyBody>().expect("a slot of `property` gets one")
}

fn new(rt: &mut Runtime, class: &Class, _args: Args<'_>) -> Result {
    let body = PropertyBody {
        getter: Object::NONE,
        setter: Object::NONE,
        deleter: Object::NONE,
        doc: Object::NONE,
        name: Object::UNBOUND,
        getter_doc: false,
    };
    Ok(rt.alloc_for(class, body)?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    const NAMES: [&str; 4] = ["fget", "fset", "fdel", "doc"];
    let mut values = [const { Object::NONE }; 4];
    if args.positional().len() > 4 {
        let got = args.values.len();
        return Err(rt.type_error(format!("property() takes at most 4 arguments ({got} given)")));
    }
    for (place, value) in values.iter_mut().zip(args.positional()) {
        *place = value.clone();
    }
    for (name, value) in args.keywords() {
        match NAMES.iter().position(|n| name.equals_text(n)) {
            Some(i) => values[i] = value.clone(),
            None => {
                let name = name.to_rust().into_owned();
                return Err(rt.type_error(format!("property() got an unexpected keyword argument '{name}'")));
            }
        }
    }
    let [getter, setter, deleter, mut doc] = values;
    let mut getter_doc = false;
    if doc.is_none() && !getter.is_none() {
        let name = rt.names.doc.clone();
        if let Some(found) = rt.get_attr_opt(&getter, &name)?
            && !found.is_none()
        {
            doc = found;
            getter_doc = true;
        }
    }
    let exact = this.cast_exact::<PropertyBody>().is_some();
    let old = {
        let place = body(this).get_mut(&mut rt.heap).0;
        let name = std::mem::replace(&mut place.name, Object::UNBOUND);
        let kept = if exact { doc.clone() } else { Object::NONE };
        std::mem::replace(place, PropertyBody { getter, setter, deleter, doc: kept, name, getter_doc })
    };
    drop(old);
    if exact {
        return Ok(());
    }
    // An instance of a subclass has the docstring as an attribute of its own, else the class's would hide it. Where it
    // cannot have one, a docstring that was passed is dropped, one of the getter is an error.
    let name = rt.names.doc.clone();
    match rt.set_attr(this, &name, &doc) {
        Err(raised) if !getter_doc && rt.is_raised(&raised, ClassId::AttributeError) => Ok(()),
        done => done,
    }
}

/// The name that the property got, or its getter's; None if there is neither.
fn name_of(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let property = body(this).get(&rt.heap);
    let (name, getter) = (property.name.clone(), property.getter.clone());
    if !name.is_unbound() {
        return Ok(Some(name));
    }
    if getter.is_none() {
        return Ok(None);
    }
    let key = rt.names.name.clone();
    rt.get_attr_opt(&getter, &key)
}

/// The AttributeError for a missing accessor.
#[cold]
fn missing(rt: &mut Runtime, this: &Object, instance: &Object, what: &str) -> Raised {
    let name = match name_of(rt, this) {
        Ok(name) => name,
        Err(raised) => return raised,
    };
    let class = rt.class_of(instance).get(&rt.heap).qualname.to_rust().into_owned();
    let text = match &name {
        Some(name) => {
            let name = match rt.repr(name) {
                Ok(name) => name.to_rust().into_owned(),
                Err(raised) => return raised,
            };
            format!("property {name} of '{class}' object has no {what}")
        }
        None => format!("property of '{class}' object has no {what}"),
    };
    rt.raise(ClassId::AttributeError, text)
}

fn get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    let Some(instance) = instance else { return Ok(this.clone()) };
    let getter = body(this).get(&rt.heap).getter.clone();
    if getter.is_none() {
        return Err(missing(rt, this, instance, "getter"));
    }
    rt.call(&getter, std::slice::from_ref(instance))
}

fn set(rt: &mut Runtime, this: &Object, instance: &Object, value: Option<&Object>) -> Result<()> {
    let property = body(this).get(&rt.heap);
    let (function, what) = match value {
        Some(_) => (property.setter.clone(), "setter"),
        None => (property.deleter.clone(), "deleter"),
    };
    if function.is_none() {
        return Err(missing(rt, this, instance, what));
    }
    match value {
        Some(value) => rt.call(&function, &[instance.clone(), value.clone()])?,
        None => rt.call(&function, std::slice::from_ref(instance))?,
    };
    Ok(())
}

methods! {
    static METHODS = [
        /// Descriptor to obtain a copy of the property with a different getter.
        "getter"(object, /) => with_getter;
        /// Descriptor to obtain a copy of the property with a different setter.
        "setter"(object, /) => with_setter;
        /// Descriptor to obtain a copy of the property with a different deleter.
        "deleter"(object, /) => with_deleter;
        /// Method to set name of a property.
        "__set_name__"(*args, **kwargs) => set_name;
    ];
}

/// A copy with some accessors replaced: a call of the property's own class.
fn copy(
    rt: &mut Runtime,
    this: &Property,
    getter: Option<&Object>,
    setter: Option<&Object>,
    deleter: Option<&Object>,
) -> Result {
    let old = this.get(&rt.heap);
    let pick = |new: Option<&Object>, old: &Object| match new {
        Some(new) if !new.is_none() => new.clone(),
        _ => old.clone(),
    };
    let getter = pick(getter, &old.getter);
    // A docstring that came from a getter comes from the new one now.
    let doc = if old.getter_doc && !getter.is_none() { Object::NONE } else { old.doc.clone() };
    let args = [getter, pick(setter, &old.setter), pick(deleter, &old.deleter), doc];
    let name = old.name.clone();
    let class = rt.class_of(this).as_object().clone();
    let fresh = rt.call(&class, &args)?;
    if let Some(fresh) = fresh.cast::<PropertyBody>() {
        fresh.get_mut(&mut rt.heap).0.name = name;
    }
    Ok(fresh)
}

fn with_getter(rt: &mut Runtime, this: &Property, function: &Object) -> Result {
    copy(rt, this, Some(function), None, None)
}

fn with_setter(rt: &mut Runtime, this: &Property, function: &Object) -> Result {
    copy(rt, this, None, Some(function), None)
}

fn with_deleter(rt: &mut Runtime, this: &Property, function: &Object) -> Result {
    copy(rt, this, None, None, Some(function))
}

fn set_name(rt: &mut Runtime, this: &Property, args: Rest<'_>, call: Keywords<'_>) -> Result<()> {
    if call.0.keyword_count() > 0 {
        return Err(rt.type_error("__set_name__() takes no keyword arguments"));
    }
    let [_owner, name] = args.0 else {
        let got = args.0.len();
        return Err(rt.type_error(format!("__set_name__() takes 2 positional arguments but {got} were given")));
    };
    let old = std::mem::replace(&mut this.get_mut(&mut rt.heap).0.name, name.clone());
    drop(old);
    Ok(())
}

static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "fget", doc: "", get: |rt, this| Ok(body(this).get(&rt.heap).getter.clone()), set: None },
    GetSetDef { name: "fset", doc: "", get: |rt, this| Ok(body(this).get(&rt.heap).setter.clone()), set: None },
    GetSetDef { name: "fdel", doc: "", get: |rt, this| Ok(body(this).get(&rt.heap).deleter.clone()), set: None },
    GetSetDef {
        name: "__doc__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).doc.clone()),
        set: Some(|rt, this, value| {
            let value = value.cloned().unwrap_or(Object::NONE);
            let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.doc, value);
            drop(old);
            Ok(())
        }),
    },
    GetSetDef {
        name: "__name__",
        doc: "",
        get: |rt, this| {
            if let Some(name) = name_of(rt, this)? {
                return Ok(name);
            }
            let key = rt.names.name.clone();
            Err(rt.no_attribute(this, &key))
        },
        set: Some(|rt, this, value| {
            let value = value.cloned().unwrap_or(Object::UNBOUND);
            let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.name, value);
            drop(old);
            Ok(())
        }),
    },
    GetSetDef {
        name: "__isabstractmethod__",
        doc: "",
        get: |rt, this| {
            let property = body(this).get(&rt.heap);
            let functions = [property.getter.clone(), property.setter.clone(), property.deleter.clone()];
            let name = rt.intern("__isabstractmethod__");
            for function in functions {
                if function.is_none() {
                    continue;
                }
                if let Some(flag) = rt.get_attr_opt(&function, &name)?
                    && rt.truth(&flag)?
                {
                    return Ok(Object::TRUE);
                }
            }
            Ok(Object::FALSE)
        },
        set: None,
    },
];

/// The description of `property`.
pub static PROPERTY: TypeDef = TypeDef {
    id: Some(ClassId::Property),
    name: "property",
    doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
    layout: <PropertyBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::PROPERTY],
    flags: ClassFlags::BASE,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(new),
        init: Some(init),
        descriptor_get: Some(get),
        descriptor_set: Some(set),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
