//! `collections.defaultdict`: a dict with a factory in the hidden word behind its layout.

use crate::heap::Object;
use crate::layout::{DictBody, Str};
use crate::methods;
use crate::modules::support::is_callable;
use crate::object::{Args, BinaryOp, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::dict;

/// The hidden word with the factory; unbound or None for none.
const FACTORY: usize = 0;

fn factory(rt: &Runtime, this: &Object) -> Option<Object> {
    rt.heap.slot(this, FACTORY).filter(|factory| !factory.is_none()).cloned()
}

fn set_factory(rt: &mut Runtime, this: &Object, factory: Object) {
    drop(rt.heap.replace_slot(this, FACTORY, factory));
}

fn create(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    Ok(rt.alloc_for(class, DictBody::new())?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let mut rest = args;
    let mut factory = Object::NONE;
    if let Some(first) = args.positional().first() {
        if !first.is_none() && !is_callable(rt, first) {
            return Err(rt.type_error("first argument must be callable or None"));
        }
        factory = first.clone();
        rest = args.skip_first();
    }
    set_factory(rt, this, factory);
    match rt.class(ClassId::Dict).get(&rt.heap).slots.init {
        Some(init) => init(rt, this, rest),
        None => Ok(()),
    }
}

fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let Some(dict) = this.cast::<DictBody>() else { return Err(rt.key_error(key)) };
    let hash = rt.hash(key)?;
    if let Some(value) = dict.get_hashed(rt, key, hash)? {
        return Ok(value);
    }
    let class = rt.class_of(this);
    if (*class.get(&rt.heap).def).is_some_and(|def| std::ptr::eq(def, &TYPE)) {
        return make_missing(rt, this, key);
    }
    let missing = rt.names.missing.clone();
    match rt.call_special(this, &missing, std::slice::from_ref(key))? {
        Some(value) => Ok(value),
        None => Err(rt.key_error(key)),
    }
}

fn make_missing(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let Some(factory) = factory(rt, this) else { return Err(rt.key_error(key)) };
    let value = rt.call(&factory, &[])?;
    rt.set_item(this, key, &value)?;
    Ok(value)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let name = rt.class_of(this).get(&rt.heap).name.to_rust().into_owned();
    let factory = factory(rt, this).unwrap_or(Object::NONE);
    let shown = rt.class(ClassId::Dict).get(&rt.heap).slots.repr;
    let items = match shown {
        Some(repr) => repr(rt, this)?,
        None => rt.new_str("{}")?,
    };
    let factory = rt.with_repr_guard(&factory, |rt| rt.repr(&factory))?;
    let factory = factory.map_or("...".to_owned(), |text| text.to_rust().into_owned());
    rt.new_str(&format!("{name}({factory}, {})", items.to_rust()))
}

fn copy(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let factory = factory(rt, this).unwrap_or(Object::NONE);
    rt.call(&class, &[factory, this.clone()])
}

fn union(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let (Some(_), Some(_)) = (left.cast::<DictBody>(), right.cast::<DictBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let own = rt.native_class(&TYPE)?;
    let result = if rt.is_subclass(rt.class_of(left), &own) {
        copy(rt, left)?
    } else {
        let class = rt.class_of(right).as_object().clone();
        let factory = factory(rt, right).unwrap_or(Object::NONE);
        rt.call(&class, &[factory, left.clone()])?
    };
    if let Some(target) = result.cast::<DictBody>() {
        dict::update_from(rt, target, right)?;
    }
    Ok(result)
}

methods! {
    static METHODS = [
        /// __missing__(key) # Called by __getitem__ for missing key; pseudo-code:
        ///   if self.default_factory is None: raise KeyError((key,))
        ///   self[key] = value = self.default_factory()
        ///   return value
        "__missing__"(key, /) => |rt: &mut Runtime, this: &Object, key: &Object| make_missing(rt, this, key);
        /// D.copy() -> a shallow copy of D.
        "copy"() => copy;
        /// D.copy() -> a shallow copy of D.
        "__copy__"() => copy;
        /// Return state information for pickling.
        "__reduce__"() => reduce;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
            crate::types::generic_alias::new(rt, class, item)
        };
    ];
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let arguments = match factory(rt, this) {
        Some(factory) => rt.new_tuple(vec![factory])?,
        None => rt.new_tuple(Vec::new())?,
    };
    let items = rt.call_method(this, "items", &[])?;
    let items = rt.iter(&items)?;
    Ok(rt.new_tuple(vec![class, arguments.into(), Object::NONE, Object::NONE, items])?.into())
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "default_factory",
    doc: "Factory for default value called by __missing__().",
    get: |rt, this| Ok(factory(rt, this).unwrap_or(Object::NONE)),
    set: Some(|rt, this, value| {
        set_factory(rt, this, value.cloned().unwrap_or(Object::NONE));
        Ok(())
    }),
}];

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "defaultdict",
    module: "collections",
    doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.",
    base: ClassId::Dict,
    layout: <DictBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE | ClassFlags::MAPPING | ClassFlags::MATCH_SELF | ClassFlags::PLAIN_ITEMS,
    hidden: 1,
    slots: Slots { new: Some(create), init: Some(init), repr: Some(repr), get_item: Some(get_item), ..Slots::EMPTY }
        .with_binary(BinaryOp::Or, union),
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
