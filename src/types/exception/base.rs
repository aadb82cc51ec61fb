//! `BaseException`.

use super::{Piece, joined};
use crate::heap::{HeapVec, Layout, Object};
use crate::layout::{Str, StrBody, Tuple};
use crate::methods;
use crate::object::{
    Args, Class, ClassFlags, ClassId, Exception, ExceptionBody, GetSetDef, Result, Runtime, Slots, TypeDef,
    generic_get_attribute, set_lasting_dict,
};

/// The exception behind a slot's object.
pub(super) fn body(this: &Object) -> &Exception {
    this.cast::<ExceptionBody>().expect("a slot of an exception class gets one")
}

fn tuple_of(rt: &Runtime, values: &[Object]) -> Result<Tuple> {
    if values.is_empty() { Ok(rt.empty_tuple.clone()) } else { Ok(Tuple::from_slice(&rt.heap, values)?) }
}

pub(super) fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let body = ExceptionBody {
        args: tuple_of(rt, args.positional())?,
        traceback: Object::NONE,
        context: Object::NONE,
        cause: Object::NONE,
        suppress_context: false,
        fields: HeapVec::new(),
    };
    Ok(rt.alloc_for(class, body)?.into())
}

/// `BaseException.__init__`: sets `args`; keywords are refused.
pub(super) fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    no_keywords(rt, this, &args)?;
    set_args(rt, this, args.positional())
}

/// Refuses keyword arguments.
pub(super) fn no_keywords(rt: &mut Runtime, this: &Object, args: &Args<'_>) -> Result<()> {
    if args.keyword_count() > 0 {
        let name = rt.type_name(this);
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    Ok(())
}

pub(super) fn set_args(rt: &mut Runtime, this: &Object, values: &[Object]) -> Result<()> {
    let present = body(this).get(&rt.heap).args.items();
    if present.len() == values.len() && present.iter().zip(values).all(|(a, b)| a.is(b)) {
        return Ok(());
    }
    let fresh = tuple_of(rt, values)?;
    let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.args, fresh);
    drop(old);
    Ok(())
}

pub(super) fn str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let args = body(this).get(&rt.heap).args.clone();
    match args.items() {
        [] => Ok(rt.names.empty.clone()),
        [only] => rt.str(only),
        _ => rt.str(&args),
    }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let args = body(this).get(&rt.heap).args.clone();
    let name = rt.type_name(this);
    match args.items() {
        [only] => {
            let inside = rt.repr(only)?;
            joined(rt, &[Piece::Text(&name), Piece::Text("("), Piece::Str(&inside), Piece::Text(")")])
        }
        _ => {
            let inside = rt.repr(&args)?;
            joined(rt, &[Piece::Text(&name), Piece::Str(&inside)])
        }
    }
}

methods! {
    static METHODS = [
        /// Set self.__traceback__ to tb and return self.
        "with_traceback"(object, /) => with_traceback;
        /// Add a note to the exception
        "add_note"(object, /) => add_note;
        /// Helper for pickle.
        "__reduce__"() => reduce;
        /// Restores attributes from a dict.
        "__setstate__"(object, /) => setstate;
    ];
}

fn with_traceback(rt: &mut Runtime, this: &Object, traceback: &Object) -> Result {
    set_traceback(rt, this, Some(traceback))?;
    Ok(this.clone())
}

fn add_note(rt: &mut Runtime, this: &Object, note: &Object) -> Result<()> {
    if note.cast::<StrBody>().is_none() {
        let got = rt.type_name(note);
        return Err(rt.type_error(format!("note must be a str, not '{got}'")));
    }
    let name = rt.names.notes.clone();
    let notes = match rt.get_attr_opt(this, &name)? {
        Some(notes) => notes,
        None => {
            let fresh: Object = crate::layout::List::from_slice(&rt.heap, &[])?.into();
            rt.set_attr(this, &name, &fresh)?;
            fresh
        }
    };
    match notes.cast::<crate::layout::ListBody>() {
        Some(list) => {
            let (list, heap) = list.get_mut(&mut rt.heap);
            list.items.push(heap, note.clone())?;
            Ok(())
        }
        None => Err(rt.type_error("Cannot add note: __notes__ is not a list")),
    }
}

fn reduce(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.class_of(this).as_object().clone();
    let args = body(this).get(&rt.heap).args.clone();
    let mut parts = vec![class, args.into()];
    if let Some(dict) = rt.instance_dict_copy(this)?
        && rt.len(&dict)? > 0
    {
        parts.push(dict);
    }
    Ok(Tuple::from_slice(&rt.heap, &parts)?.into())
}

fn setstate(rt: &mut Runtime, this: &Object, state: &Object) -> Result<()> {
    if state.is_none() {
        return Ok(());
    }
    let Some(dict) = state.cast::<crate::layout::DictBody>() else {
        return Err(rt.type_error("state is not a dictionary"));
    };
    for (key, value) in dict.pairs(&rt.heap) {
        let Some(name) = key.cast::<StrBody>() else {
            let got = rt.type_name(&key);
            return Err(rt.type_error(format!("attribute name must be string, not '{got}'")));
        };
        rt.set_attr(this, name, &value)?;
    }
    Ok(())
}

fn set_traceback(rt: &mut Runtime, this: &Object, value: Option<&Object>) -> Result<()> {
    let Some(value) = value else {
        return Err(rt.type_error("__traceback__ may not be deleted"));
    };
    if !value.is_none() && !rt.is_instance_of(value, ClassId::Traceback) {
        return Err(rt.type_error("__traceback__ must be a traceback or None"));
    }
    let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.traceback, value.clone());
    drop(old);
    Ok(())
}

/// Checks that a value may be a cause or context.
fn exception_or_none(rt: &mut Runtime, value: Option<&Object>, what: &str) -> Result<Object> {
    let Some(value) = value else {
        return Err(rt.type_error(format!("{what} may not be deleted")));
    };
    if !value.is_none() && value.cast::<ExceptionBody>().is_none() {
        let what = if what == "__cause__" { "exception cause" } else { "exception context" };
        return Err(rt.type_error(format!("{what} must be None or derive from BaseException")));
    }
    Ok(value.clone())
}

/// Sets `__context__` of an exception being raised; a cycle that this would close is cut, as in CPython.
pub fn set_context(rt: &mut Runtime, exception: &Object, context: &Object) {
    if exception.is(context) {
        return;
    }
    let (Some(new), Some(_)) = (exception.cast::<ExceptionBody>(), context.cast::<ExceptionBody>()) else { return };
    // Floyd's two walkers: a chain that is a cycle already, without `exception`, must not hold us.
    let (mut at, mut slow, mut odd) = (context.clone(), context.clone(), false);
    while let Some(body) = at.cast::<ExceptionBody>() {
        let next = body.get(&rt.heap).context.clone();
        if next.is_none() {
            break;
        }
        if next.is(exception) {
            let old = std::mem::replace(&mut body.get_mut(&mut rt.heap).0.context, Object::NONE);
            drop(old);
            break;
        }
        at = next;
        if at.is(&slow) {
            break;
        }
        if odd && let Some(body) = slow.clone().cast::<ExceptionBody>() {
            slow = body.get(&rt.heap).context.clone();
        }
        odd = !odd;
    }
    let old = std::mem::replace(&mut new.get_mut(&mut rt.heap).0.context, context.clone());
    drop(old);
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "args",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).args.clone().into()),
        set: Some(|rt, this, value| {
            let Some(value) = value else {
                return Err(rt.type_error("args may not be deleted"));
            };
            let items = rt.collect(value)?;
            let fresh = Tuple::from_slice(&rt.heap, &items)?;
            let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.args, fresh);
            drop(old);
            Ok(())
        }),
    },
    GetSetDef {
        name: "__traceback__",
        doc: "",
        get: |rt, this| Ok(body(this).get(&rt.heap).traceback.clone()),
        set: Some(set_traceback),
    },
    GetSetDef {
        name: "__context__",
        doc: "exception context",
        get: |rt, this| Ok(body(this).get(&rt.heap).context.clone()),
        set: Some(|rt, this, value| {
            let value = exception_or_none(rt, value, "__context__")?;
            let old = std::mem::replace(&mut body(this).get_mut(&mut rt.heap).0.context, value);
            drop(old);
            Ok(())
        }),
    },
    GetSetDef {
        name: "__cause__",
        doc: "exception cause",
        get: |rt, this| Ok(body(this).get(&rt.heap).cause.clone()),
        set: Some(|rt, this, value| {
            let value = exception_or_none(rt, value, "__cause__")?;
            let place = body(this).get_mut(&mut rt.heap).0;
            place.suppress_context = true;
            let old = std::mem::replace(&mut place.cause, value);
            drop(old);
            Ok(())
        }),
    },
    GetSetDef {
        name: "__suppress_context__",
        doc: "",
        get: |rt, this| Ok(Object::bool(body(this).get(&rt.heap).suppress_context)),
        set: Some(|rt, this, value| {
            let on = rt.bool_member(value)?;
            body(this).get_mut(&mut rt.heap).0.suppress_context = on;
            Ok(())
        }),
    },
    GetSetDef {
        name: "__dict__",
        doc: "",
        get: |rt, this| Ok(rt.instance_dict(this)?.map_or(Object::NONE, Into::into)),
        set: Some(set_lasting_dict),
    },
];

/// The description of `BaseException`.
pub static BASE_EXCEPTION: TypeDef = TypeDef {
    id: Some(ClassId::BaseException),
    name: "BaseException",
    doc: "Common base class for all exceptions.",
    layout: <ExceptionBody as Layout>::info,
    flags: ClassFlags::BASE | ClassFlags::HAS_DICT | ClassFlags::EXCEPTION,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        str: Some(str),
        repr: Some(repr),
        get_attribute: Some(generic_get_attribute),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// Items of an exception's `args`, for the classes with special texts.
pub(super) fn args_of(rt: &Runtime, this: &Object) -> Vec<Object> {
    body(this).get(&rt.heap).args.items().to_vec()
}
