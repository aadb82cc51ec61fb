//! `types.GenericAlias`: what `list[int]` is.
//!
//! - `parameters`: type variables among the arguments, and putting arguments in their place; shared with unions.

mod parameters;

pub use parameters::{collect, substitute};

use crate::heap::{Object, Ref};
use crate::layout::{Str, StrBody, StrBuilder, Tuple, TupleBody};
use crate::object::{
    Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef,
    generic_get_attribute,
};
use crate::types::{arity, union};
use crate::{layout, methods};

layout! {
    /// Body of a generic alias.
    pub struct GenericAliasBody as "types.GenericAlias" {
        /// `__origin__`: the class that was subscripted.
        pub origin: Object,
        /// `__args__`.
        pub args: Tuple,
        /// `__parameters__`, once asked for.
        pub parameters: Option<Tuple>,
        /// Whether it stands behind a star: `*tuple[int]`.
        pub starred: bool,
    }
}
/// A generic alias.
pub type GenericAlias = Ref<GenericAliasBody>;

/// An iterator that gives the starred alias once.
mod iterator {
    use super::*;

    layout! {
        /// Body of an alias's iterator.
        pub struct AliasIteratorBody as "generic_alias_iterator" {
            /// The alias, until it was given.
            pub alias: Option<GenericAlias>,
        }
    }

    fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
        let iterator: &Ref<AliasIteratorBody> = this.cast().expect("slots of the iterator get one");
        let Some(alias) = iterator.get_mut(&mut rt.heap).0.alias.take() else { return Ok(None) };
        let body = alias.get(&rt.heap);
        let (origin, args) = (body.origin.clone(), body.args.clone());
        let class = rt.class_of(&alias).clone();
        let starred = GenericAliasBody { origin, args, parameters: None, starred: true };
        Ok(Some(rt.alloc_for(&class, starred)?.into()))
    }

    /// The type.
    pub static TYPE: TypeDef = TypeDef {
        name: "generic_alias_iterator",
        layout: <AliasIteratorBody as crate::heap::Layout>::info,
        slots: Slots { iter: Some(|_, this| Ok(this.clone())), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
        ..TypeDef::EMPTY
    };
}

fn expect(object: &Object) -> &GenericAlias {
    object.cast().expect("slots of generic aliases get one")
}

/// `origin[item]`.
pub fn new(rt: &mut Runtime, origin: &Object, item: &Object) -> Result {
    let class = rt.class(ClassId::GenericAlias).clone();
    make(rt, &class, origin, item)
}

fn make(rt: &mut Runtime, class: &Class, origin: &Object, item: &Object) -> Result {
    let args = match item.cast::<TupleBody>() {
        Some(args) => args.clone(),
        None => rt.new_tuple(vec![item.clone()])?,
    };
    let body = GenericAliasBody { origin: origin.clone(), args, parameters: None, starred: false };
    Ok(rt.alloc_for(class, body)?.into())
}

/// Appends how a type is shown inside brackets: classes by their qualified name, other things by their repr.
pub fn push_type(rt: &mut Runtime, text: &mut StrBuilder, object: &Object) -> Result<()> {
    if object.is(&Object::ELLIPSIS) {
        return Ok(text.push_str(&rt.heap, "...")?);
    }
    let looks_generic = has(rt, object, "__origin__")? && has(rt, object, "__args__")?;
    if !looks_generic {
        let (qualname, module) = (rt.names.qualname.clone(), rt.names.module.clone());
        if let Some(qualname) = rt.get_attr_opt(object, &qualname)?
            && let Some(module) = rt.get_attr_opt(object, &module)?
            && !module.is_none()
        {
            let qualname = rt.str(&qualname)?;
            let module = rt.str(&module)?;
            if !module.equals_text("builtins") {
                text.push_string(&rt.heap, &module)?;
                text.push(&rt.heap, '.' as u32)?;
            }
            return Ok(text.push_string(&rt.heap, &qualname)?);
        }
    }
    let repr = rt.repr(object)?;
    Ok(text.push_string(&rt.heap, &repr)?)
}

fn has(rt: &mut Runtime, object: &Object, name: &str) -> Result<bool> {
    let name = rt.intern(name);
    Ok(rt.get_attr_opt(object, &name)?.is_some())
}

fn push_types(rt: &mut Runtime, text: &mut StrBuilder, items: &[Object]) -> Result<()> {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push_str(&rt.heap, ", ")?;
        }
        match item.cast::<crate::layout::ListBody>() {
            // Parameters of a callable.
            Some(list) => {
                let items = list.get(&rt.heap).items.to_vec();
                text.push(&rt.heap, '[' as u32)?;
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        text.push_str(&rt.heap, ", ")?;
                    }
                    push_type(rt, text, item)?;
                }
                text.push(&rt.heap, ']' as u32)?;
            }
            None => push_type(rt, text, item)?,
        }
    }
    Ok(())
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let body = expect(this).get(&rt.heap);
    let (origin, args, starred) = (body.origin.clone(), body.args.clone(), body.starred);
    let mut text = StrBuilder::new();
    if starred {
        text.push(&rt.heap, '*' as u32)?;
    }
    push_type(rt, &mut text, &origin)?;
    text.push(&rt.heap, '[' as u32)?;
    if args.is_empty() {
        text.push_str(&rt.heap, "()")?;
    }
    push_types(rt, &mut text, args.items())?;
    text.push(&rt.heap, ']' as u32)?;
    Ok(text.finish(&rt.heap, &rt.strings)?)
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<GenericAliasBody>(), right.cast::<GenericAliasBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    let (origins, args) = ((a.origin.clone(), b.origin.clone()), (a.args.clone(), b.args.clone()));
    let equal = a.starred == b.starred && rt.equal(&origins.0, &origins.1)? && rt.equal(&args.0, &args.1)?;
    Ok(Object::bool(equal == (op == CompareOp::Equal)))
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let body = expect(this).get(&rt.heap);
    let (origin, args) = (body.origin.clone(), body.args.clone());
    let hash = rt.hash(&origin)? ^ rt.hash(&args)?;
    Ok(if hash == -1 { -2 } else { hash })
}

/// Most attributes are those of the origin.
fn get_attribute(rt: &mut Runtime, this: &Object, name: &Str) -> Result {
    const OWN: [&str; 12] = [
        "__class__",
        "__origin__",
        "__args__",
        "__unpacked__",
        "__parameters__",
        "__typing_unpacked_tuple_args__",
        "__mro_entries__",
        "__reduce_ex__",
        "__reduce__",
        "__bases__",
        "__copy__",
        "__deepcopy__",
    ];
    if OWN.iter().any(|own| name.equals_text(own)) {
        return generic_get_attribute(rt, this, name);
    }
    let origin = expect(this).get(&rt.heap).origin.clone();
    rt.get_attr(&origin, name)
}

/// Calls the origin, and tells the new object where it comes from, if it will hear it.
fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let origin = expect(this).get(&rt.heap).origin.clone();
    let object = rt.call_args(&origin, args)?;
    let name = rt.intern("__orig_class__");
    match rt.set_attr(&object, &name, this) {
        Err(raised)
            if !rt.is_raised(&raised, ClassId::AttributeError) && !rt.is_raised(&raised, ClassId::TypeError) =>
        {
            Err(raised)
        }
        _ => Ok(object),
    }
}

fn own_parameters(rt: &mut Runtime, this: &GenericAlias) -> Result<Tuple> {
    let body = this.get(&rt.heap);
    if let Some(parameters) = &body.parameters {
        return Ok(parameters.clone());
    }
    let args = body.args.clone();
    let parameters = collect(rt, args.items())?;
    this.get_mut(&mut rt.heap).0.parameters = Some(parameters.clone());
    Ok(parameters)
}

fn get_item(rt: &mut Runtime, this: &Object, item: &Object) -> Result {
    let alias = expect(this);
    let parameters = own_parameters(rt, alias)?;
    let body = alias.get(&rt.heap);
    let (origin, args, starred) = (body.origin.clone(), body.args.clone(), body.starred);
    let args = substitute(rt, this, args.items(), &parameters, item)?;
    let class = rt.class_of(this).clone();
    let args = rt.new_tuple(args)?;
    Ok(rt.alloc_for(&class, GenericAliasBody { origin, args, parameters: None, starred })?.into())
}

fn iter(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.native_class(&iterator::TYPE)?;
    let body = iterator::AliasIteratorBody { alias: Some(expect(this).clone()) };
    Ok(rt.alloc_for(&class, body)?.into())
}

methods! {
    static METHODS = [
        "__mro_entries__"(object, /) => |rt: &mut Runtime, this: &GenericAlias, _: &Object| {
            let origin = this.get(&rt.heap).origin.clone();
            rt.new_tuple(vec![origin])
        };
        "__instancecheck__"(object, /) => |rt: &mut Runtime, _: &GenericAlias, _: &Object| -> Result {
            Err(rt.type_error("isinstance() argument 2 cannot be a parameterized generic"))
        };
        "__subclasscheck__"(object, /) => |rt: &mut Runtime, _: &GenericAlias, _: &Object| -> Result {
            Err(rt.type_error("issubclass() argument 2 cannot be a parameterized generic"))
        };
        "__reduce__"() => reduce;
        "__dir__"() => dir;
    ];
}

fn reduce(rt: &mut Runtime, this: &GenericAlias) -> Result {
    let body = this.get(&rt.heap);
    let (origin, args, starred) = (body.origin.clone(), body.args.clone(), body.starred);
    let class = rt.class(ClassId::GenericAlias).as_object().clone();
    if starred {
        let plain = new(rt, &origin, &args)?;
        let iterator = rt.iter(&plain)?;
        let next = rt.intern("next");
        let next = rt.builtins.get_str(&rt.heap, &next).cloned().unwrap_or(Object::NONE);
        let arguments = rt.new_tuple(vec![iterator])?;
        return Ok(rt.new_tuple(vec![next, arguments.into()])?.into());
    }
    let arguments = rt.new_tuple(vec![origin, args.into()])?;
    Ok(rt.new_tuple(vec![class, arguments.into()])?.into())
}

fn dir(rt: &mut Runtime, this: &GenericAlias) -> Result {
    let origin = this.get(&rt.heap).origin.clone();
    let names = rt.call_method(&origin, "__dir__", &[]);
    let mut names = match names {
        Ok(names) => rt.collect(&names)?,
        // `type.__dir__` of a class needs the class as argument when it is called on it.
        Err(_) => {
            let class = rt.class(ClassId::Type).as_object().clone();
            let names = rt.call_method(&class, "__dir__", std::slice::from_ref(&origin))?;
            rt.collect(&names)?
        }
    };
    for own in ["__args__", "__origin__", "__parameters__", "__mro_entries__", "__unpacked__"] {
        if !names.iter().any(|name| name.cast::<StrBody>().is_some_and(|name| name.equals_text(own))) {
            names.push(rt.intern(own).into());
        }
    }
    Ok(crate::types::list::new(rt, names)?.into())
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "__origin__",
        doc: "",
        get: |rt, this| Ok(expect(this).get(&rt.heap).origin.clone()),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "__args__",
        doc: "",
        get: |rt, this| Ok(expect(this).get(&rt.heap).args.clone().into()),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "__unpacked__",
        doc: "",
        get: |rt, this| Ok(Object::bool(expect(this).get(&rt.heap).starred)),
        set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
    },
    GetSetDef {
        name: "__parameters__",
        doc: "Type variables in the GenericAlias.",
        get: |rt, this| own_parameters(rt, expect(this)).map(Into::into),
        set: None,
    },
    GetSetDef {
        name: "__typing_unpacked_tuple_args__",
        doc: "",
        get: |rt, this| {
            let body = expect(this).get(&rt.heap);
            let of_tuple = body.starred && body.origin.is(rt.class(ClassId::Tuple));
            Ok(if of_tuple { body.args.clone().into() } else { Object::NONE })
        },
        set: None,
    },
];

fn create(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let values = arity::positional(rt, "GenericAlias", args, 2, 2)?;
    make(rt, class, &values[0], &values[1])
}

/// The description of `types.GenericAlias`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::GenericAlias),
    name: "types.GenericAlias",
    module: "types",
    doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    layout: <GenericAliasBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE | ClassFlags::WEAKREFABLE,
    slots: Slots {
        new: Some(create),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        call: Some(call),
        get_attribute: Some(get_attribute),
        get_item: Some(get_item),
        iter: Some(iter),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Or, union::of),
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
