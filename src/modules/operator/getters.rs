//! `itemgetter`, `attrgetter`, `methodcaller`.

use crate::heap::{HeapVec, Object, Ref};
use crate::layout::{Str, StrBody, StrBuilder, Tuple};
use crate::modules::support::with_joined;
use crate::object::{Args, Class, Raised, Result, Runtime, Slots, TypeDef};
use crate::types::sequence::push_repr;
use crate::types::str::split;
use crate::{layout, methods};

layout! {
    /// Body of `itemgetter`.
    pub struct ItemGetterBody as "operator.itemgetter" {
        /// The subscripts.
        pub items: Tuple,
    }
}

layout! {
    /// Body of `attrgetter`.
    pub struct AttributeGetterBody as "operator.attrgetter" {
        /// The names as given.
        pub names: Tuple,
        /// The parts of each name, interned.
        pub paths: HeapVec<Tuple>,
        /// The name, interned, if it is one without parts.
        pub only: Option<Str>,
    }
}

layout! {
    /// Body of `methodcaller`.
    pub struct MethodCallerBody as "operator.methodcaller" {
        /// The method's name, interned.
        pub name: Str,
        /// Its arguments, the keyword ones last.
        pub values: Tuple,
        /// Names of the keyword arguments.
        pub keywords: Tuple,
    }
}

/// The only argument of a getter's call.
#[inline(always)]
fn only<'a>(rt: &mut Runtime, name: &str, args: Args<'a>) -> Result<&'a Object> {
    match (args.values, args.names) {
        ([object], None) => Ok(object),
        _ => only_of(rt, name, args),
    }
}

#[cold]
#[inline(never)]
fn only_of<'a>(rt: &mut Runtime, name: &str, args: Args<'a>) -> Result<&'a Object> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    match args.positional() {
        [object] => Ok(object),
        other => Err(expected_one(rt, name, other.len())),
    }
}

#[cold]
fn expected_one(rt: &mut Runtime, name: &str, got: usize) -> Raised {
    rt.type_error(format!("{name} expected 1 argument, got {got}"))
}

/// At least one argument of a getter's constructor.
fn some<'a>(rt: &mut Runtime, name: &str, args: Args<'a>) -> Result<&'a [Object]> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    match args.positional() {
        [] => Err(expected_one(rt, name, 0)),
        values => Ok(values),
    }
}

fn item_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let values = some(rt, "itemgetter", args)?;
    let items = Tuple::from_slice(&rt.heap, values)?;
    Ok(rt.alloc_for(class, ItemGetterBody { items })?.into())
}

fn expect_item(object: &Object) -> &Ref<ItemGetterBody> {
    object.cast().expect("slots of itemgetter get one")
}

fn item_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let object = only(rt, "itemgetter", args)?;
    let items = expect_item(this).get(&rt.heap).items.clone();
    match items.items() {
        [key] => rt.get_item(object, key),
        keys => subscripts(rt, object, keys),
    }
}

/// What several subscripts give.
#[inline(never)]
fn subscripts(rt: &mut Runtime, object: &Object, keys: &[Object]) -> Result {
    if let [first, second] = keys {
        let pair = [rt.get_item(object, first)?, rt.get_item(object, second)?];
        return Ok(Tuple::from_array(&rt.heap, pair)?.into());
    }
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        found.push(rt.get_item(object, key)?);
    }
    Ok(rt.new_tuple(found)?.into())
}

/// `name(arguments, keywords)` with the class's qualified name.
fn show(rt: &mut Runtime, this: &Object, values: &[Object], keywords: &[(Object, Object)]) -> Result<Str> {
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        let class = rt.class_of(this).clone();
        let name = rt.qualified_class_name(&class)?;
        text.push_str(&rt.heap, &name)?;
        text.push(&rt.heap, '(' as u32)?;
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                text.push_str(&rt.heap, ", ")?;
            }
            push_repr(rt, &mut text, value)?;
        }
        for (name, value) in keywords {
            text.push_str(&rt.heap, ", ")?;
            let name = rt.str(name)?;
            text.push_string(&rt.heap, &name)?;
            text.push(&rt.heap, '=' as u32)?;
            push_repr(rt, &mut text, value)?;
        }
        text.push(&rt.heap, ')' as u32)?;
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => {
            let class = rt.class_of(this).clone();
            let name = rt.qualified_class_name(&class)?;
            rt.new_str(&format!("{name}(...)"))
        }
    }
}

methods! {
    static ITEM_METHODS = [
        /// Return state information for pickling
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<ItemGetterBody>| -> Result {
            let class = rt.class_of(this).as_object().clone();
            let items = this.get(&rt.heap).items.clone();
            Ok(rt.new_tuple(vec![class, items.into()])?.into())
        };
    ];
}

/// The type `itemgetter`.
pub static ITEM_GETTER: TypeDef = TypeDef {
    name: "itemgetter",
    module: "operator",
    doc: "Return a callable object that fetches the given item(s) from its operand.\n\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
    layout: <ItemGetterBody as crate::heap::Layout>::info,
    slots: Slots {
        new: Some(item_new),
        call: Some(item_call),
        repr: Some(|rt, this| {
            let items = expect_item(this).get(&rt.heap).items.clone();
            show(rt, this, items.items(), &[])
        }),
        ..Slots::EMPTY
    },
    methods: ITEM_METHODS,
    ..TypeDef::EMPTY
};

/// The names between the dots, of which there is one at least.
fn path(rt: &mut Runtime, text: &Str) -> Result<Tuple> {
    let dot = rt.strings.character(&rt.heap, '.'.into())?.into();
    let parts = split(rt, text, Some(&dot), None)?;
    let mut names = HeapVec::with_capacity(&rt.heap, parts.get(&rt.heap).items.len())?;
    while let Some(part) = parts.get(&rt.heap).items.get(names.len()).cloned() {
        rt.check_interrupts()?;
        let Some(part) = part.cast::<StrBody>() else { break };
        if part.hash_watched(&rt.hash_key, &|| rt.interrupt_waits()).is_err() {
            return Err(rt.interrupted());
        }
        let name = rt.intern_str(part).into();
        names.push(&rt.heap, name)?;
    }
    Ok(Tuple::from_vec(&rt.heap, names)?)
}

fn attribute_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let values = some(rt, "attrgetter", args)?;
    let mut paths = HeapVec::with_capacity(&rt.heap, values.len())?;
    for value in values {
        let Some(text) = value.cast::<StrBody>() else {
            return Err(rt.type_error("attribute name must be a string"));
        };
        let path = path(rt, text)?;
        paths.push(&rt.heap, path)?;
    }
    let names = Tuple::from_slice(&rt.heap, values)?;
    let only = match &paths[..] {
        [path] if path.len() == 1 => path.items()[0].cast::<StrBody>().cloned(),
        _ => None,
    };
    Ok(rt.alloc_for(class, AttributeGetterBody { names, paths, only })?.into())
}

fn expect_attribute(object: &Object) -> &Ref<AttributeGetterBody> {
    object.cast().expect("slots of attrgetter get one")
}

fn follow(rt: &mut Runtime, object: &Object, path: &Tuple) -> Result {
    let mut found = object.clone();
    for name in path.items() {
        if let Some(name) = name.cast::<StrBody>() {
            found = rt.get_attr(&found, name)?;
        }
    }
    Ok(found)
}

fn attribute_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let object = only(rt, "attrgetter", args)?;
    match &expect_attribute(this).get(&rt.heap).only {
        Some(name) => match rt.known_own(object, name) {
            Some(own) => Ok(own.clone()),
            None => {
                let name = name.clone();
                rt.get_attr(object, &name)
            }
        },
        None => attributes(rt, this, object),
    }
}

/// What paths, or several names, lead to.
#[inline(never)]
fn attributes(rt: &mut Runtime, this: &Object, object: &Object) -> Result {
    let paths = expect_attribute(this).get(&rt.heap).paths.to_vec();
    if let [path] = &paths[..] {
        return follow(rt, object, path);
    }
    let mut found = Vec::with_capacity(paths.len());
    for path in &paths {
        found.push(follow(rt, object, path)?);
    }
    Ok(rt.new_tuple(found)?.into())
}

methods! {
    static ATTRIBUTE_METHODS = [
        /// Return state information for pickling
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<AttributeGetterBody>| -> Result {
            let class = rt.class_of(this).as_object().clone();
            let names = this.get(&rt.heap).names.clone();
            Ok(rt.new_tuple(vec![class, names.into()])?.into())
        };
    ];
}

/// The type `attrgetter`.
pub static ATTRIBUTE_GETTER: TypeDef = TypeDef {
    name: "attrgetter",
    module: "operator",
    doc: "Return a callable object that fetches the given attribute(s) from its operand.\n\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
    layout: <AttributeGetterBody as crate::heap::Layout>::info,
    slots: Slots {
        new: Some(attribute_new),
        call: Some(attribute_call),
        repr: Some(|rt, this| {
            let names = expect_attribute(this).get(&rt.heap).names.clone();
            show(rt, this, names.items(), &[])
        }),
        ..Slots::EMPTY
    },
    methods: ATTRIBUTE_METHODS,
    ..TypeDef::EMPTY
};

fn caller_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let Some(name) = args.positional().first() else {
        return Err(rt.type_error("methodcaller needs at least one argument, the method name"));
    };
    let Some(name) = name.cast::<StrBody>() else {
        return Err(rt.type_error("method name must be a string"));
    };
    let name = rt.intern_str(name);
    let values = rt.new_tuple(args.values[1..].to_vec())?;
    let keywords = match args.names {
        Some(names) => names.clone(),
        None => rt.empty_tuple.clone(),
    };
    Ok(rt.alloc_for(class, MethodCallerBody { name, values, keywords })?.into())
}

fn expect_caller(object: &Object) -> &Ref<MethodCallerBody> {
    object.cast().expect("slots of methodcaller get one")
}

fn caller_call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let object = only(rt, "methodcaller", args)?;
    let body = expect_caller(this).get(&rt.heap);
    let (name, values, keywords) = (body.name.clone(), body.values.clone(), body.keywords.clone());
    let names = if keywords.is_empty() { None } else { Some(&keywords) };
    if let Some(found) = rt.unbound_method(object, &name) {
        return match names {
            None => rt.call_found(object, found, values.items()),
            Some(_) => with_joined(std::slice::from_ref(object), values.items(), |all| {
                rt.call_args(&found, Args { values: all, names })
            }),
        };
    }
    let method = rt.get_attr(object, &name)?;
    rt.call_args(&method, Args { values: values.items(), names })
}

fn caller_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let body = expect_caller(this).get(&rt.heap);
    let (name, values, keywords) = (body.name.clone(), body.values.clone(), body.keywords.clone());
    let split = values.len() - keywords.len();
    let all = [&[name.into()], &values.items()[..split]].concat();
    let pairs: Vec<(Object, Object)> =
        keywords.items().iter().cloned().zip(values.items()[split..].iter().cloned()).collect();
    show(rt, this, &all, &pairs)
}

fn caller_reduce(rt: &mut Runtime, this: &Ref<MethodCallerBody>) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let body = this.get(&rt.heap);
    let (name, values, keywords) = (body.name.clone(), body.values.clone(), body.keywords.clone());
    if keywords.is_empty() {
        let all = [&[name.into()], values.items()].concat();
        let all = rt.new_tuple(all)?;
        return Ok(rt.new_tuple(vec![class, all.into()])?.into());
    }
    let split = values.len() - keywords.len();
    let module = rt.intern("functools");
    let module = (rt.hooks.import)(rt, &module)?;
    let partial = rt.get_attr_str(&module, "partial")?;
    let all = [&[class, name.into()], &values.items()[split..]].concat();
    let partial = rt.call_args(&partial, Args { values: &all, names: Some(&keywords) })?;
    let rest = rt.new_tuple(values.items()[..split].to_vec())?;
    Ok(rt.new_tuple(vec![partial, rest.into()])?.into())
}

methods! {
    static CALLER_METHODS = [
        /// Return state information for pickling
        "__reduce__"() => caller_reduce;
    ];
}

/// The type `methodcaller`.
pub static METHOD_CALLER: TypeDef = TypeDef {
    name: "methodcaller",
    module: "operator",
    doc: "Return a callable object that calls the given method on its operand.\n\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
    layout: <MethodCallerBody as crate::heap::Layout>::info,
    slots: Slots { new: Some(caller_new), call: Some(caller_call), repr: Some(caller_repr), ..Slots::EMPTY },
    methods: CALLER_METHODS,
    ..TypeDef::EMPTY
};
