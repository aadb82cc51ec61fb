//! `functools.partial`.

use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Object, Ref};
use crate::layout::{Dict, DictBody, Str, StrBody, StrBuilder, Tuple, TupleBody};
use crate::modules::support::{is_callable, with_joined};
use crate::object::{Args, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::sequence::push_repr;
use crate::{layout, methods};

layout! {
    /// Body of a partial call.
    pub struct PartialBody as "functools.partial" {
        /// What is called.
        pub function: Object,
        /// Positional arguments that come first.
        pub args: Tuple,
        /// Keyword arguments, which those of the call replace; made when there is one, or when it is asked for.
        pub keywords: Option<Dict>,
    }
}
type Partial = Ref<PartialBody>;

fn expect(object: &Object) -> &Partial {
    object.cast().expect("slots of partial get one")
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let Some((function, rest)) = args.positional().split_first() else {
        return Err(rt.type_error("type 'partial' takes at least one argument"));
    };
    if !is_callable(rt, function) {
        return Err(rt.type_error("the first argument must be callable"));
    }
    let mut keywords = None;
    let mut function = function.clone();
    let mut own = rt.new_tuple(Vec::new())?;
    // A partial of a partial without attributes is a partial of the inner function.
    if let Some(inner) = function.cast::<PartialBody>().cloned()
        && attributes(rt, &inner)?.is_none()
    {
        let body = inner.get(&rt.heap);
        function = body.function.clone();
        own = body.args.clone();
        keywords = match &body.keywords {
            Some(keywords) => Some(keywords.copy(&rt.heap)?),
            None => None,
        };
    }
    if !rest.is_empty() {
        own = with_joined(own.items(), rest, |all| Tuple::from_slice(&rt.heap, all))?;
    }
    if args.keyword_count() > 0 {
        let own = match keywords {
            Some(inner) => inner,
            None => rt.new_dict()?,
        };
        for (name, value) in args.keywords() {
            own.set_key(rt, name, value.clone())?;
        }
        keywords = Some(own);
    }
    Ok(rt.alloc_for(class, PartialBody { function, args: own, keywords })?.into())
}

/// The instance's own attributes, if it has any.
fn attributes(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let dict = rt.instance_dict_copy(this)?;
    Ok(dict.filter(|dict| dict.cast::<DictBody>().is_some_and(|dict| !dict.get(&rt.heap).is_empty())))
}

/// The keyword arguments, from now on in a dict if there are none.
fn keywords(rt: &mut Runtime, this: &Partial) -> Result<Dict> {
    if let Some(keywords) = &this.get(&rt.heap).keywords {
        return Ok(keywords.clone());
    }
    let keywords = rt.new_dict()?;
    this.get_mut(&mut rt.heap).0.keywords = Some(keywords.clone());
    Ok(keywords)
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let body = expect(this).get(&rt.heap);
    let (function, own) = (body.function.clone(), body.args.clone());
    let Some(keywords) = body.keywords.as_ref().filter(|keywords| !keywords.get(&rt.heap).is_empty()) else {
        let called = |rt: &mut Runtime, values: &[Object]| match args.names {
            None => rt.call(&function, values),
            Some(_) => rt.call_args(&function, Args { values, names: args.names }),
        };
        if own.items().len() > STRETCH {
            let mut values = HeapVec::with_capacity(&rt.heap, own.items().len().saturating_add(args.values.len()))?;
            values.extend_from_slice(&rt.heap, own.items())?;
            values.extend_from_slice(&rt.heap, args.values)?;
            return called(rt, &values);
        }
        return with_joined(own.items(), args.values, |values| called(rt, values));
    };
    let pairs = keywords.pairs(&rt.heap);
    let mut values = [own.items(), args.positional()].concat();
    let first = values.len();
    let mut names = Vec::with_capacity(pairs.len() + args.keyword_count());
    for (name, value) in pairs {
        if name.cast::<StrBody>().is_none() {
            return Err(rt.type_error("keywords must be strings"));
        }
        names.push(name);
        values.push(value);
    }
    for (name, value) in args.keywords() {
        let same = |known: &Object| known.cast::<StrBody>().is_some_and(|known| known.equals(name));
        match names.iter().position(same) {
            Some(at) => values[first + at] = value.clone(),
            None => {
                names.push(name.as_object().clone());
                values.push(value.clone());
            }
        }
    }
    let names = rt.new_tuple(names)?;
    rt.call_args(&function, Args { values: &values, names: Some(&names) })
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let text = rt.with_repr_guard(this, |rt| {
        let mut text = StrBuilder::new();
        let class = rt.class_of(this).clone();
        let name = rt.qualified_class_name(&class)?;
        text.push_str(&rt.heap, &name)?;
        text.push(&rt.heap, '(' as u32)?;
        let body = expect(this).get(&rt.heap);
        let pairs = body.keywords.as_ref().map_or(Vec::new(), |keywords| keywords.pairs(&rt.heap));
        let (function, args) = (body.function.clone(), body.args.clone());
        push_repr(rt, &mut text, &function)?;
        for item in args.items() {
            text.push_str(&rt.heap, ", ")?;
            push_repr(rt, &mut text, item)?;
        }
        for (name, value) in pairs {
            text.push_str(&rt.heap, ", ")?;
            let name = rt.str(&name)?;
            text.push_string(&rt.heap, &name)?;
            text.push(&rt.heap, '=' as u32)?;
            push_repr(rt, &mut text, &value)?;
        }
        text.push(&rt.heap, ')' as u32)?;
        Ok(text)
    })?;
    match text {
        Some(text) => Ok(text.finish(&rt.heap, &rt.strings)?),
        None => rt.new_str("..."),
    }
}

/// As a class attribute a partial is not bound, which is going to change in Python.
fn descriptor_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    if instance.is_some() {
        let text = "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() \
                    if you want to preserve the old behavior";
        crate::modules::warnings::warn(rt, ClassId::FutureWarning, text, 1)?;
    }
    Ok(this.clone())
}

methods! {
    static METHODS = [
        "__reduce__"() => reduce;
        "__setstate__"(state, /) => set_state;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
            crate::types::generic_alias::new(rt, class, item)
        };
    ];
}

fn reduce(rt: &mut Runtime, this: &Partial) -> Result {
    let dict = attributes(rt, this)?.unwrap_or(Object::NONE);
    let class = rt.class_of(this).as_object().clone();
    let keywords = keywords(rt, this)?;
    let body = this.get(&rt.heap);
    let (function, args) = (body.function.clone(), body.args.clone());
    let only = rt.new_tuple(vec![function.clone()])?;
    let state = rt.new_tuple(vec![function, args.into(), keywords.into(), dict])?;
    Ok(rt.new_tuple(vec![class, only.into(), state.into()])?.into())
}

fn set_state(rt: &mut Runtime, this: &Partial, state: &Object) -> Result<()> {
    let parts = state.cast::<TupleBody>().map(|state| state.items());
    let Some([function, args, keywords, dict]) = parts else {
        return Err(rt.type_error("invalid partial state"));
    };
    let args = args.cast::<TupleBody>().filter(|_| is_callable(rt, function));
    let (Some(args), true) = (args, keywords.is_none() || keywords.cast::<DictBody>().is_some()) else {
        return Err(rt.type_error("invalid partial state"));
    };
    let args = match args.cast_exact::<TupleBody>() {
        Some(exact) => exact.clone(),
        None => Tuple::from_slice(&rt.heap, args.items())?,
    };
    let keywords = match keywords.cast::<DictBody>() {
        Some(dict) if crate::types::dict::is_exact(keywords) => dict.clone(),
        Some(dict) => dict.copy(&rt.heap)?,
        None => rt.new_dict()?,
    };
    let fresh = PartialBody { function: function.clone(), args, keywords: Some(keywords) };
    let old = std::mem::replace(this.get_mut(&mut rt.heap).0, fresh);
    drop(old);
    let dict = match dict.cast::<DictBody>() {
        Some(dict) => dict.clone(),
        None if attributes(rt, this)?.is_none() => return Ok(()),
        None => rt.new_dict()?,
    };
    rt.set_instance_dict(this, &dict).map(drop)
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "func",
        doc: "function object to use in future partial calls",
        get: |rt, this| Ok(expect(this).get(&rt.heap).function.clone()),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "args",
        doc: "tuple of arguments to future partial calls",
        get: |rt, this| Ok(expect(this).get(&rt.heap).args.clone().into()),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "keywords",
        doc: "dictionary of keyword arguments to future partial calls",
        get: |rt, this| Ok(keywords(rt, expect(this))?.into()),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
];

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "partial",
    module: "functools",
    doc: "Create a new function with partial application of the given arguments and keywords.",
    layout: <PartialBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE | ClassFlags::HAS_DICT | ClassFlags::WEAKREFABLE,
    slots: Slots {
        new: Some(new),
        call: Some(call),
        repr: Some(repr),
        descriptor_get: Some(descriptor_get),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
