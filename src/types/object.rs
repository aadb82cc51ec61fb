//! `object`: what every type inherits.

use super::reduce;
use crate::heap::Object;
use crate::layout::{Dict, DictBody, List, Str, StrBody};
use crate::methods;
use crate::object::{
    Args, Class, ClassFlags, ClassId, CompareOp, GetSetDef, Keywords, Rest, Result, Runtime, Slots, TypeDef,
    generic_get_attribute, generic_set_attribute,
};
use crate::types::dict::merge;
use std::collections::HashSet;

/// Identity for `==`, its opposite for `!=`.
pub fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    match op {
        CompareOp::Equal if left.is(right) => Ok(Object::TRUE),
        CompareOp::NotEqual => {
            let slot = rt.class_of(left).get(&rt.heap).slots.compare;
            let Some(function) = slot else { return Ok(Object::NOT_IMPLEMENTED) };
            let equal = function(rt, left, right, CompareOp::Equal)?;
            if equal.is_not_implemented() {
                return Ok(equal);
            }
            Ok(Object::bool(!rt.truth(&equal)?))
        }
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

fn hash(rt: &mut Runtime, object: &Object) -> Result<i64> {
    Ok(rt.identity_hash(object))
}

fn repr(rt: &mut Runtime, object: &Object) -> Result<Str> {
    rt.default_repr(object)
}

fn str(rt: &mut Runtime, object: &Object) -> Result<Str> {
    rt.repr(object)
}

/// Whether the class overrides a slot of `object` itself.
fn overrides_new(rt: &Runtime, class: &Class) -> bool {
    !class.get(&rt.heap).slots.new.is_some_and(|f| std::ptr::fn_addr_eq(f, new as NewFn))
}

fn overrides_init(rt: &Runtime, class: &Class) -> bool {
    !class.get(&rt.heap).slots.init.is_some_and(|f| std::ptr::fn_addr_eq(f, init as InitFn))
}

type NewFn = fn(&mut Runtime, &Class, Args<'_>) -> Result;
type InitFn = fn(&mut Runtime, &Object, Args<'_>) -> Result<()>;

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    if !args.values.is_empty() {
        if overrides_new(rt, class) {
            return Err(rt.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if !overrides_init(rt, class) {
            let name = class.get(&rt.heap).name.to_rust().into_owned();
            return Err(rt.type_error(format!("{name}() takes no arguments")));
        }
    }
    if class.get(&rt.heap).flags.has(ClassFlags::ABSTRACT) {
        return Err(abstract_error(rt, class)?);
    }
    if !class.get(&rt.heap).instance.layout.is::<()>() {
        let name = class.get(&rt.heap).name.to_rust().into_owned();
        return Err(rt.type_error(format!("object.__new__({name}) is not safe, use {name}.__new__()")));
    }
    Ok(rt.alloc_for(class, ())?.into())
}

/// The TypeError for instantiating a class with abstract methods.
fn abstract_error(rt: &mut Runtime, class: &Class) -> Result<crate::object::Raised> {
    let key = rt.names.abstractmethods.clone();
    let methods = rt.lookup(class, &key).unwrap_or(Object::NONE);
    let mut names: Vec<String> =
        rt.collect(&methods)?.iter().filter_map(|n| n.cast::<StrBody>().map(|s| s.to_rust().into_owned())).collect();
    names.sort();
    let s = if names.len() == 1 { "" } else { "s" };
    let list = names.iter().map(|n| format!("'{n}'")).collect::<Vec<_>>().join(", ");
    let name = class.get(&rt.heap).name.to_rust().into_owned();
    Ok(rt.type_error(format!(
        "Can't instantiate abstract class {name} without an implementation for abstract method{s} {list}"
    )))
}

fn init(rt: &mut Runtime, object: &Object, args: Args<'_>) -> Result<()> {
    if args.values.is_empty() {
        return Ok(());
    }
    let class = rt.class_of(object).clone();
    if overrides_init(rt, &class) {
        return Err(rt.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if !overrides_new(rt, &class) {
        let name = class.get(&rt.heap).name.to_rust().into_owned();
        return Err(rt.type_error(format!("{name}.__init__() takes exactly one argument (the instance to initialize)")));
    }
    Ok(())
}

methods! {
    static METHODS = [
        /// Default object formatter.
        ///
        /// Return str(self) if format_spec is empty. Raise TypeError otherwise.
        "__format__"(format_spec, /) => format;
        /// Default dir() implementation.
        "__dir__"() => dir;
        /// Size of object in memory, in bytes.
        "__sizeof__"() => sizeof;
        /// Helper for pickle.
        "__reduce__"() => reduce::reduce;
        /// Helper for pickle.
        "__reduce_ex__"(protocol, /) => reduce::reduce_ex;
        /// Helper for pickle.
        "__getstate__"() => reduce::get_state;
        /// This method is called when a class is subclassed.
        ///
        /// The default implementation does nothing. It may be
        /// overridden to extend subclasses.
        @class "__init_subclass__"(*args, **kwargs) => init_subclass;
        /// Abstract classes can override this to customize issubclass().
        ///
        /// This is invoked early on by abc.ABCMeta.__subclasscheck__().
        /// It should return True, False or NotImplemented.  If it returns
        /// NotImplemented, the normal algorithm is used.  Otherwise, it
        /// overrides the normal algorithm (and the outcome is cached).
        @class "__subclasshook__"(object, /) => subclass_hook;
    ];
}

fn format(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    if spec.is_empty() {
        return rt.str(this);
    }
    let name = rt.type_name(this);
    Err(rt.type_error(format!("unsupported format string passed to {name}.__format__")))
}

/// Attribute names: the object's own, those of its class, and of the class's bases.
fn dir(rt: &mut Runtime, this: &Object) -> Result<List> {
    let key = rt.names.dict.clone();
    let own = rt.get_attr_opt(this, &key)?;
    let names = match own.as_ref().and_then(|own| own.cast::<DictBody>()) {
        Some(own) => own.copy(&rt.heap)?,
        None => rt.new_dict()?,
    };
    let key = rt.names.class.clone();
    if let Some(class) = rt.get_attr_opt(this, &key)?
        && let Some(class) = Class::from_object(&class)
    {
        merge_names(rt, &names, class)?;
    }
    keys(rt, &names)
}

/// Adds the names in the namespace of a class, then those of each base with its own bases.
pub fn merge_names(rt: &mut Runtime, names: &Dict, class: &Class) -> Result<()> {
    let mut waiting = vec![class.clone()];
    let mut seen = HashSet::new();
    while let Some(class) = waiting.pop() {
        rt.check_interrupts()?;
        if seen.insert(class.id()) {
            let body = class.get(&rt.heap);
            waiting.extend(body.bases.items().iter().rev().filter_map(Class::from_object).cloned());
            let namespace = body.dict.as_object().clone();
            merge(rt, names, &namespace)?;
        }
    }
    Ok(())
}

/// The keys of a dict.
pub fn keys(rt: &mut Runtime, dict: &Dict) -> Result<List> {
    let keys = rt.gather(dict)?;
    Ok(List::new(&rt.heap, keys)?)
}

/// Names in the namespaces of a class and its bases.
pub fn class_names(rt: &Runtime, class: &Class) -> Vec<Object> {
    let classes = class.get(&rt.heap).mro.items().iter().filter_map(Class::from_object);
    classes.flat_map(|c| c.get(&rt.heap).dict.pairs(&rt.heap)).map(|(name, _)| name).collect()
}

/// `__sizeof__`.
pub fn sizeof(rt: &mut Runtime, this: &Object) -> usize {
    rt.heap.object_bytes(this)
}

fn init_subclass(rt: &mut Runtime, class: &Class, args: Rest<'_>, keywords: Keywords<'_>) -> Result<()> {
    if !args.0.is_empty() || keywords.0.keyword_count() > 0 {
        let name = class.get(&rt.heap).name.to_rust().into_owned();
        let what = if args.0.is_empty() { "takes no keyword arguments" } else { "takes no arguments" };
        return Err(rt.type_error(format!("{name}.__init_subclass__() {what}")));
    }
    Ok(())
}

fn subclass_hook(_rt: &mut Runtime, _class: &Class, _object: &Object) -> Object {
    Object::NOT_IMPLEMENTED
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "__class__",
    doc: "the object's class",
    get: |rt, this| Ok(rt.class_of(this).as_object().clone()),
    set: Some(set_class),
}];

/// `object.__class__ = C`: for heap classes with the same layout.
fn set_class(rt: &mut Runtime, this: &Object, value: Option<&Object>) -> Result<()> {
    let Some(value) = value else {
        return Err(rt.type_error("can't delete __class__ attribute"));
    };
    let Some(class) = Class::from_object(value) else {
        let got = rt.type_name(value);
        return Err(rt.type_error(format!("__class__ must be set to a class, not '{got}' object")));
    };
    let old = rt.class_of(this).clone();
    let is_module = rt.is_instance_of(this, ClassId::Module) && rt.is_subclass(class, rt.class(ClassId::Module));
    let all_heap = [&old, class].iter().all(|class| class.get(&rt.heap).flags.has(ClassFlags::HEAP));
    if !is_module && !all_heap {
        return Err(rt.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    }
    if rt.change_class(this, class)? {
        return Ok(());
    }
    let (new, old) = (class.get(&rt.heap).name.to_rust().into_owned(), old.get(&rt.heap).name.to_rust().into_owned());
    Err(rt.type_error(format!("__class__ assignment: '{new}' object layout differs from '{old}'")))
}

/// The description of `object`.
pub static OBJECT: TypeDef = TypeDef {
    id: Some(ClassId::Object),
    name: "object",
    doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n\
          instance that has no instance attributes and cannot be given any.\n",
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        str: Some(str),
        hash: Some(hash),
        compare: Some(compare),
        get_attribute: Some(generic_get_attribute),
        set_attribute: Some(generic_set_attribute),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
