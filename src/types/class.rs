//! `type`: classes as objects.

use crate::base::watch::STRETCH;
use crate::heap::{Object, ShapeId};
use crate::layout::{DictBody, List, Str, StrBody, Tuple, TupleBody};
use crate::methods;
use crate::object::generic_get_attribute;
use crate::object::{Args, Class, ClassBody, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::descriptor::MappingProxyBody;
use crate::types::object::{keys, merge_names};

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let class = this.cast::<ClassBody>().expect("a class").clone();
    let name = rt.qualified_class_name(&class)?;
    rt.new_str(&format!("<class '{name}'>"))
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let class = this.cast::<ClassBody>().expect("a class");
    rt.call_class(class, args)
}

/// `type(name, bases, namespace, **keywords)`; `type(x)` is handled by the call itself.
fn new(rt: &mut Runtime, metaclass: &Class, args: Args<'_>) -> Result {
    let [name, bases, namespace] = args.positional() else {
        let got = args.positional().len();
        return Err(rt.type_error(format!("type.__new__() takes exactly 3 arguments ({got} given)")));
    };
    let Some(name) = name.cast::<StrBody>() else {
        return Err(argument_error(rt, 1, "str", name));
    };
    let Some(bases) = bases.cast::<TupleBody>() else {
        return Err(argument_error(rt, 2, "tuple", bases));
    };
    let Some(dict) = namespace.cast::<DictBody>() else {
        return Err(argument_error(rt, 3, "dict", namespace));
    };
    for base in bases.items() {
        if Class::from_object(base).is_none() {
            let mro_entries = rt.names.mro_entries.clone();
            if rt.get_attr_opt(base, &mro_entries)?.is_some() {
                return Err(rt.type_error("type() doesn't support MRO entry resolution; use types.new_class()"));
            }
        }
    }
    let winner = rt.winning_metaclass(metaclass, bases.items())?;
    if !winner.is(metaclass) {
        let other = winner.get(&rt.heap).slots.new;
        if let Some(other) = other
            && !std::ptr::fn_addr_eq(other, new as fn(&mut Runtime, &Class, Args<'_>) -> Result)
        {
            return other(rt, &winner, args);
        }
    }
    let keywords = Args { values: &args.values[3..], names: args.names };
    Ok(rt.new_class(&winner, name, bases, dict, keywords)?.into())
}

fn argument_error(rt: &mut Runtime, index: usize, expected: &str, got: &Object) -> crate::object::Raised {
    let got = if got.is_none() { "None".to_owned() } else { rt.type_name(got) };
    rt.type_error(format!("type.__new__() argument {index} must be {expected}, not {got}"))
}

fn init(rt: &mut Runtime, _this: &Object, args: Args<'_>) -> Result<()> {
    match args.positional().len() {
        1 if args.keyword_count() > 0 => Err(rt.type_error("type.__init__() takes no keyword arguments")),
        1 | 3 => Ok(()),
        _ => Err(rt.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

/// `Class.name`: data descriptors of the metaclass, the MRO, other attributes of the metaclass.
pub fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    let class = this.cast::<ClassBody>().expect("a class").clone();
    let name = rt.intern_str(name);
    let metaclass = rt.class_of(this).clone();
    let meta = rt.lookup(&metaclass, &name);
    if let Some(found) = &meta {
        let slots = &rt.class_of(found).get(&rt.heap).slots;
        if let (Some(get), Some(_)) = (slots.descriptor_get, slots.descriptor_set) {
            return get(rt, found, Some(this), &metaclass);
        }
    }
    if let Some(found) = rt.lookup(&class, &name) {
        return rt.bind(found, None, &class);
    }
    match meta {
        Some(found) => rt.bind(found, Some(this), &metaclass),
        None => Err(rt.no_attribute(this, &name)),
    }
}

/// `Class.name = value`, `del Class.name`.
pub fn set_attribute(rt: &mut Runtime, this: &Object, name: &Str, value: Option<&Object>) -> Result<()> {
    let class = this.cast::<ClassBody>().expect("a class").clone();
    let name = rt.intern_str(name);
    if !class.get(&rt.heap).flags.has(ClassFlags::HEAP) {
        let text = class.get(&rt.heap).name.to_rust().into_owned();
        return Err(rt.type_error(format!("cannot set '{}' attribute of immutable type '{text}'", name.to_rust())));
    }
    let metaclass = rt.class_of(this).clone();
    if let Some(found) = rt.lookup(&metaclass, &name) {
        let set = rt.class_of(&found).get(&rt.heap).slots.descriptor_set;
        if let Some(set) = set {
            return set(rt, &found, this, value);
        }
    }
    let dict = class.get(&rt.heap).dict.clone();
    let text = name.to_rust().into_owned();
    let special = text.starts_with("__") && text.ends_with("__");
    match value {
        Some(value) => {
            let old = dict.get_str(&rt.heap, &name).cloned();
            dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?;
            // One plain value for another: caches know the place, not the value.
            if !special
                && let Some(old) = old
                && rt.is_plain_attribute(&old)
                && rt.is_plain_attribute(value)
                && !name.is(&rt.names.match_args)
            {
                return Ok(());
            }
        }
        None => {
            if dict.remove_str(&mut rt.heap, &name).is_none() {
                return Err(rt.no_attribute(this, &name));
            }
        }
    }
    rt.class_changed(&class, &name);
    if special {
        rt.refresh_slots(&class, Some(&text));
    }
    Ok(())
}

methods! {
    static METHODS = [
        /// Return a type's method resolution order.
        "mro"() => mro;
        /// Return a list of immediate subclasses.
        "__subclasses__"() => subclasses;
        /// Create the namespace for the class statement
        @class "__prepare__"(*args, **kwds) => prepare;
        /// Check if an object is an instance.
        "__instancecheck__"(instance, /) => instance_check;
        /// Check if a class is a subclass.
        "__subclasscheck__"(subclass, /) => subclass_check;
        /// Specialized __dir__ implementation for types.
        "__dir__"() => dir;
        /// Return memory consumption of the type object.
        "__sizeof__"() => sizeof;
    ];
}

fn mro(rt: &mut Runtime, this: &Class) -> Result<List> {
    let bases: Vec<Class> = this.get(&rt.heap).bases.items().iter().filter_map(Class::from_object).cloned().collect();
    let mro = rt.linearize(this, &bases)?;
    Ok(List::from_slice(&rt.heap, mro.items())?)
}

fn subclasses(rt: &mut Runtime, this: &Class) -> Result<List> {
    let classes: Vec<Object> = rt.subclasses(this).into_iter().map(Into::into).collect();
    Ok(List::from_slice(&rt.heap, &classes)?)
}

fn prepare(
    rt: &mut Runtime,
    _class: &Class,
    _args: crate::object::Rest<'_>,
    _keywords: crate::object::Keywords<'_>,
) -> Result<crate::layout::Dict> {
    rt.new_dict()
}

fn instance_check(rt: &mut Runtime, this: &Class, instance: &Object) -> Result<bool> {
    rt.plain_isinstance(instance, this)
}

fn subclass_check(rt: &mut Runtime, this: &Class, subclass: &Object) -> Result<bool> {
    rt.plain_issubclass(subclass, this)
}

fn dir(rt: &mut Runtime, this: &Class) -> Result<List> {
    let names = rt.new_dict()?;
    merge_names(rt, &names, this)?;
    keys(rt, &names)
}

fn sizeof(rt: &mut Runtime, this: &Class) -> usize {
    rt.heap.object_bytes(this)
}

fn as_class(this: &Object) -> &Class {
    this.cast::<ClassBody>().expect("a getter of `type` gets a class")
}

/// `Class.__bases__ = …`: wrong values get CPython's texts.
fn set_bases(rt: &mut Runtime, this: &Object, value: Option<&Object>) -> Result<()> {
    check_mutable(rt, this, "__bases__")?;
    let name = as_class(this).get(&rt.heap).name.to_rust().into_owned();
    let Some(value) = value else {
        return Err(rt.type_error(format!("cannot delete '__bases__' attribute of immutable type '{name}'")));
    };
    let Some(bases) = value.cast::<TupleBody>() else {
        let got = rt.type_name(value);
        return Err(rt.type_error(format!("can only assign tuple to {name}.__bases__, not {got}")));
    };
    if bases.is_empty() {
        return Err(rt.type_error(format!("can only assign non-empty tuple to {name}.__bases__, not ()")));
    }
    for base in bases.items() {
        let Some(base) = Class::from_object(base) else {
            let got = rt.type_name(base);
            return Err(rt.type_error(format!("{name}.__bases__ must be tuple of classes, not '{got}'")));
        };
        // An `mro` method may have left a class out of the MRO that the chain of bases has.
        let mut chain = Some(base.clone());
        while let Some(link) = chain.take_if(|link| !link.is(this)) {
            chain = link.get(&rt.heap).base.clone();
        }
        if chain.is_some() || rt.is_subclass(base, as_class(this)) {
            return Err(rt.type_error("a __bases__ item causes an inheritance cycle"));
        }
    }
    rt.set_bases(&as_class(this).clone(), &bases.clone())
}

/// Refuses changes to builtin classes.
fn check_mutable(rt: &mut Runtime, this: &Object, name: &str) -> Result<()> {
    let class = as_class(this);
    if class.get(&rt.heap).flags.has(ClassFlags::HEAP) {
        return Ok(());
    }
    let text = class.get(&rt.heap).name.to_rust().into_owned();
    Err(rt.type_error(format!("cannot set '{name}' attribute of immutable type '{text}'")))
}

fn set_text(rt: &mut Runtime, this: &Object, name: &str, value: Option<&Object>) -> Result<Str> {
    check_mutable(rt, this, name)?;
    let class_name = as_class(this).get(&rt.heap).name.to_rust().into_owned();
    let Some(value) = value else {
        return Err(rt.type_error(format!("cannot delete '{name}' attribute of immutable type '{class_name}'")));
    };
    match value.cast::<StrBody>() {
        Some(text) => Ok(text.clone()),
        None => {
            let got = rt.type_name(value);
            Err(rt.type_error(format!("can only assign string to {class_name}.{name}, not '{got}'")))
        }
    }
}

/// An attribute that lies in the class's own namespace, or a default.
fn own_or(rt: &mut Runtime, this: &Object, name: &Str, default: Object) -> Object {
    as_class(this).get(&rt.heap).dict.get_str(&rt.heap, name).cloned().unwrap_or(default)
}

/// The same for attributes that `type` describes: in its own namespace stands the descriptor.
fn own_value(rt: &Runtime, this: &Object, name: &Str) -> Option<Object> {
    match rt.class(ClassId::Type).is(this) {
        true => None,
        false => as_class(this).get(&rt.heap).dict.get_str(&rt.heap, name).cloned(),
    }
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__name__",
        doc: "",
        get: |rt, this| Ok(as_class(this).get(&rt.heap).name.clone().into()),
        set: Some(|rt, this, value| {
            let text = set_text(rt, this, "__name__", value)?;
            if text.units().iter().any(|code| code == 0) {
                return Err(rt.value_error("type name must not contain null characters"));
            }
            as_class(this).get_mut(&mut rt.heap).0.name = text;
            Ok(())
        }),
    },
    GetSetDef {
        name: "__qualname__",
        doc: "",
        get: |rt, this| Ok(as_class(this).get(&rt.heap).qualname.clone().into()),
        set: Some(|rt, this, value| {
            let text = set_text(rt, this, "__qualname__", value)?;
            as_class(this).get_mut(&mut rt.heap).0.qualname = text;
            Ok(())
        }),
    },
    GetSetDef {
        name: "__module__",
        doc: "",
        get: |rt, this| {
            let name = rt.names.module.clone();
            if as_class(this).get(&rt.heap).flags.has(ClassFlags::HEAP) {
                return Ok(own_or(rt, this, &name, Object::NONE));
            }
            // What `type` itself has under the name is this very descriptor.
            let found = own_or(rt, this, &name, Object::NONE);
            Ok(if found.cast::<crate::layout::StrBody>().is_some() { found } else { rt.intern("builtins").into() })
        },
        set: Some(|rt, this, value| {
            check_mutable(rt, this, "__module__")?;
            let (name, dict) = (rt.names.module.clone(), as_class(this).get(&rt.heap).dict.clone());
            match value {
                Some(value) => dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?,
                None => {
                    let class = as_class(this).get(&rt.heap).name.to_rust().into_owned();
                    let text = format!("cannot delete '__module__' attribute of immutable type '{class}'");
                    return Err(rt.type_error(text));
                }
            }
            Ok(())
        }),
    },
    GetSetDef {
        name: "__doc__",
        doc: "",
        get: |rt, this| {
            if rt.class(ClassId::Type).is(this) {
                // In its own namespace stands the descriptor.
                return Ok(rt.new_str(TYPE.doc)?.into());
            }
            let name = rt.names.doc.clone();
            let found = own_or(rt, this, &name, Object::NONE);
            let owner = this.clone();
            rt.bind(found, None, &owner)
        },
        set: Some(|rt, this, value| {
            check_mutable(rt, this, "__doc__")?;
            let (name, dict) = (rt.names.doc.clone(), as_class(this).get(&rt.heap).dict.clone());
            let value = value.cloned().unwrap_or(Object::NONE);
            dict.set_str(&mut rt.heap, &name, value, &rt.hash_key)?;
            Ok(())
        }),
    },
    GetSetDef {
        name: "__bases__",
        doc: "",
        get: |rt, this| Ok(as_class(this).get(&rt.heap).bases.clone().into()),
        set: Some(set_bases),
    },
    GetSetDef {
        name: "__mro__",
        doc: "",
        get: |rt, this| Ok(as_class(this).get(&rt.heap).mro.clone().into()),
        set: None,
    },
    GetSetDef {
        name: "__base__",
        doc: "",
        get: |rt, this| Ok(as_class(this).get(&rt.heap).base.clone().map_or(Object::NONE, Into::into)),
        set: None,
    },
    GetSetDef {
        name: "__dict__",
        doc: "",
        get: |rt, this| {
            let dict = as_class(this).get(&rt.heap).dict.clone();
            let body = MappingProxyBody { mapping: dict.into() };
            Ok(rt.heap.alloc(ShapeId::MAPPING_PROXY, body)?.into())
        },
        set: None,
    },
    GetSetDef {
        name: "__annotations__",
        doc: "",
        get: |rt, this| {
            let class = as_class(this).clone();
            let name = rt.names.annotations.clone();
            // A builtin class has none; of `type` the entry in its own dict is this very attribute.
            if !class.get(&rt.heap).flags.has(ClassFlags::HEAP) {
                return Err(rt.no_attribute(this, &name));
            }
            if let Some(found) = class.get(&rt.heap).dict.get_str(&rt.heap, &name).cloned() {
                return rt.bind(found, None, &class);
            }
            let fresh: Object = rt.new_dict()?.into();
            let dict = class.get(&rt.heap).dict.clone();
            dict.set_str(&mut rt.heap, &name, fresh.clone(), &rt.hash_key)?;
            Ok(fresh)
        },
        set: Some(|rt, this, value| {
            check_mutable(rt, this, "__annotations__")?;
            let (name, dict) = (rt.names.annotations.clone(), as_class(this).get(&rt.heap).dict.clone());
            match value {
                Some(value) => dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?,
                None => {
                    if dict.remove_str(&mut rt.heap, &name).is_none() {
                        return Err(rt.raise(ClassId::AttributeError, "__annotations__"));
                    }
                }
            }
            Ok(())
        }),
    },
    GetSetDef {
        name: "__type_params__",
        doc: "",
        get: |rt, this| {
            let name = rt.names.type_params.clone();
            Ok(own_value(rt, this, &name).unwrap_or_else(|| rt.empty_tuple.clone().into()))
        },
        set: Some(|rt, this, value| {
            check_mutable(rt, this, "__type_params__")?;
            let (name, dict) = (rt.names.type_params.clone(), as_class(this).get(&rt.heap).dict.clone());
            if let Some(value) = value {
                dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?;
            }
            Ok(())
        }),
    },
    GetSetDef {
        name: "__abstractmethods__",
        doc: "",
        get: |rt, this| {
            let name = rt.names.abstractmethods.clone();
            own_value(rt, this, &name).ok_or_else(|| rt.raise(ClassId::AttributeError, "__abstractmethods__"))
        },
        set: Some(|rt, this, value| {
            let class = as_class(this).clone();
            let name = rt.names.abstractmethods.clone();
            let dict = class.get(&rt.heap).dict.clone();
            let is_abstract = match value {
                Some(value) => {
                    dict.set_str(&mut rt.heap, &name, value.clone(), &rt.hash_key)?;
                    rt.truth(value)?
                }
                None => {
                    drop(dict.remove_str(&mut rt.heap, &name));
                    false
                }
            };
            let body = class.get_mut(&mut rt.heap).0;
            // An abstract class has no known constructor, so calls need not look at the flag.
            body.constructor = 0;
            let flags = &mut body.flags.0;
            if is_abstract {
                flags.0 |= ClassFlags::ABSTRACT;
            } else {
                flags.0 &= !ClassFlags::ABSTRACT;
            }
            Ok(())
        }),
    },
    GetSetDef {
        name: "__flags__",
        doc: "",
        get: |rt, this| {
            // The bits of CPython's tp_flags that programs look at: HEAPTYPE, BASETYPE, IS_ABSTRACT.
            let flags = *as_class(this).get(&rt.heap).flags;
            let mut bits = 0i64;
            for (own, theirs) in [(ClassFlags::HEAP, 9), (ClassFlags::BASE, 10), (ClassFlags::ABSTRACT, 20)] {
                bits |= (flags.has(own) as i64) << theirs;
            }
            rt.new_int(bits.into())
        },
        set: None,
    },
    GetSetDef {
        name: "__text_signature__",
        doc: "",
        get: |rt, this| match crate::object::constructor_text(&as_class(this).get(&rt.heap).name.to_rust()) {
            Some(text) if !as_class(this).get(&rt.heap).flags.has(ClassFlags::HEAP) => Ok(rt.new_str(text)?.into()),
            _ => Ok(Object::NONE),
        },
        set: None,
    },
    GetSetDef { name: "__itemsize__", doc: "", get: |_, _| Ok(Object::small(0)), set: None },
    GetSetDef {
        name: "__dictoffset__",
        doc: "-1 if instances have a dict, which lies where they are managed; else 0",
        get: |rt, this| {
            let has = as_class(this).get(&rt.heap).flags.has(ClassFlags::HAS_DICT);
            Ok(Object::small(if has { -1 } else { 0 }))
        },
        set: None,
    },
    GetSetDef {
        name: "__weakrefoffset__",
        doc: "0 if instances cannot be referred to weakly",
        get: |rt, this| {
            let class = as_class(this).get(&rt.heap);
            let can = class.flags.has(ClassFlags::WEAKREFABLE);
            Ok(Object::small(if !can {
                0
            } else if class.flags.has(ClassFlags::HEAP) {
                -32
            } else {
                8
            }))
        },
        set: None,
    },
    GetSetDef {
        name: "__basicsize__",
        doc: "",
        get: |rt, this| {
            let instance = *as_class(this).get(&rt.heap).instance;
            rt.new_int(8 + instance.layout.body as i128 + 8 * instance.capacity as i128)
        },
        set: None,
    },
];

type Getter = fn(&mut Runtime, &Object, &Str) -> Result;

/// The classes that a tuple or a union stands for.
fn class_tuple(rt: &Runtime, kind: &Object) -> Option<Tuple> {
    if let Some(union) = kind.cast::<crate::types::union::UnionBody>() {
        return Some(union.get(&rt.heap).args.clone());
    }
    kind.cast::<TupleBody>().cloned()
}

impl Runtime {
    /// `isinstance(object, class)` without `__instancecheck__`.
    pub fn plain_isinstance(&mut self, object: &Object, class: &Class) -> Result<bool> {
        if self.is_subclass(self.class_of(object), class) {
            return Ok(true);
        }
        // An object may claim another class through `__class__`.
        let kind = self.class_of(object).get(&self.heap);
        if !kind.flags.has(ClassFlags::HEAP) && kind.flags.has(ClassFlags::PLAIN_ATTRIBUTES) {
            return Ok(false);
        }
        if self.method_cache.is_itself(self.class_of(object)) {
            return Ok(false);
        }
        let name = self.names.class.clone();
        let (own, object_class) = (self.class_of(object).clone(), self.class(ClassId::Object).clone());
        let body = own.get(&self.heap);
        let is_plain = body.flags.has(ClassFlags::PLAIN_ATTRIBUTES)
            && body.slots.get_attribute.is_none_or(|get| std::ptr::fn_addr_eq(get, generic_get_attribute as Getter));
        if is_plain
            && let (Some(a), Some(b)) = (self.lookup(&own, &name), self.lookup(&object_class, &name))
            && a.is(&b)
        {
            // The data descriptor of `object` tells the class itself.
            self.method_cache.remember_itself(&own);
            return Ok(false);
        }
        let claimed = self.get_attr_opt(object, &name)?;
        Ok(match claimed.as_ref().and_then(Class::from_object) {
            Some(claimed) => self.is_subclass(claimed, class),
            None => false,
        })
    }

    /// `issubclass(object, class)` without `__subclasscheck__`.
    pub fn plain_issubclass(&mut self, object: &Object, class: &Class) -> Result<bool> {
        match Class::from_object(object) {
            Some(derived) => Ok(self.is_subclass(derived, class)),
            None => self.abstract_issubclass(object, class),
        }
    }

    /// `isinstance(object, kind)`: classes, tuples, unions, `__instancecheck__`.
    pub fn isinstance(&mut self, object: &Object, kind: &Object) -> Result<bool> {
        if self.class_of(object).is(kind) {
            return Ok(true);
        }
        let type_class = self.class(ClassId::Type);
        if let Some(class) = Class::from_object(kind)
            && self.class_of(kind).is(type_class)
        {
            return self.plain_isinstance(object, class);
        }
        if let Some(kinds) = class_tuple(self, kind) {
            for (index, kind) in kinds.items().iter().enumerate() {
                if index % STRETCH == STRETCH - 1 {
                    self.check_interrupts()?;
                }
                if self.class_of(object).is(kind) {
                    return Ok(true);
                }
                if let Some(class) = Class::from_object(kind)
                    && self.class_of(kind).is(self.class(ClassId::Type))
                {
                    if self.plain_isinstance(object, class)? {
                        return Ok(true);
                    }
                    continue;
                }
                if self.native_call(" in __instancecheck__", |rt| rt.isinstance(object, kind))? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let name = self.names.instancecheck.clone();
        if let Some(result) = self.call_special(kind, &name, std::slice::from_ref(object))? {
            return self.truth(&result);
        }
        match Class::from_object(kind) {
            Some(class) => self.plain_isinstance(object, class),
            None => self.abstract_isinstance(object, kind),
        }
    }

    /// The object as a class whose metaclass is `type` itself: it has no checks of its own.
    #[inline]
    fn plain_class<'a>(&self, kind: &'a Object) -> Option<&'a Class> {
        Class::from_object(kind).filter(|_| self.class_of(kind).is(self.class(ClassId::Type)))
    }

    /// `issubclass(derived, kind)`: classes, tuples, unions, `__subclasscheck__`.
    pub fn issubclass(&mut self, derived: &Object, kind: &Object) -> Result<bool> {
        if let Some(class) = self.plain_class(kind) {
            return self.plain_issubclass(derived, class);
        }
        if let Some(kinds) = class_tuple(self, kind) {
            for (index, kind) in kinds.items().iter().enumerate() {
                if index % STRETCH == STRETCH - 1 {
                    self.check_interrupts()?;
                }
                let found = match self.plain_class(kind) {
                    Some(class) => self.plain_issubclass(derived, class)?,
                    None => self.native_call(" in __subclasscheck__", |rt| rt.issubclass(derived, kind))?,
                };
                if found {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let name = self.names.subclasscheck.clone();
        if let Some(result) = self.call_special(kind, &name, std::slice::from_ref(derived))? {
            return self.truth(&result);
        }
        match Class::from_object(kind) {
            Some(class) => self.plain_issubclass(derived, class),
            None => self.abstract_issubclass(derived, kind),
        }
    }
}

/// `type | other` makes a union.
fn union(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    (rt.hooks.union)(rt, left, right)
}

/// The description of `type`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Type),
    name: "type",
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    layout: <ClassBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::TYPE],
    flags: ClassFlags::BASE | ClassFlags::WEAKREFABLE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        call: Some(call),
        repr: Some(repr),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        ..Slots::EMPTY
    }
    .with_binary(crate::object::BinaryOp::Or, union),
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
