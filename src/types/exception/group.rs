//! `BaseExceptionGroup` and `ExceptionGroup` (PEP 654).

use super::base::body;
use super::fields::{field, set_fields};
use super::{Piece, joined};
use crate::base::watch::STRETCH;
use crate::heap::{HeapVec, Object};
use crate::layout::{List, Str, StrBody, Tuple, TupleBody};
use crate::methods;
use crate::object::{Args, Class, ClassFlags, ClassId, ExceptionBody, GetSetDef, Result, Runtime, Slots, TypeDef};

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [message, exceptions] = args.positional() else {
        let got = args.positional().len();
        return Err(rt.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({got} given)")));
    };
    if message.cast::<StrBody>().is_none() {
        let got = if message.is_none() { "None".to_owned() } else { rt.type_name(message) };
        return Err(rt.type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {got}")));
    }
    let sequence = exceptions.cast::<TupleBody>().is_some()
        || exceptions.cast::<crate::layout::ListBody>().is_some()
        || rt.class_of(exceptions).get(&rt.heap).slots.get_item.is_some()
            && exceptions.cast::<crate::layout::DictBody>().is_none();
    if !sequence {
        return Err(rt.type_error("second argument (exceptions) must be a sequence"));
    }
    let tuple = rt.class(ClassId::Tuple).as_object().clone();
    let items = rt.call(&tuple, std::slice::from_ref(exceptions))?;
    let Some(items) = items.cast::<TupleBody>().cloned() else {
        return Err(rt.type_error("second argument (exceptions) must be a sequence"));
    };
    if items.items().is_empty() {
        return Err(rt.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut nested_base = false;
    for (i, item) in items.items().iter().enumerate() {
        if i % STRETCH == STRETCH - 1 {
            rt.check_interrupts()?;
        }
        if item.cast::<ExceptionBody>().is_none() {
            return Err(rt.value_error(format!("Item {i} of second argument (exceptions) is not an exception")));
        }
        nested_base |= !rt.is_instance_of(item, ClassId::Exception);
    }
    let mut class = class.clone();
    if class.is(rt.class(ClassId::BaseExceptionGroup)) {
        if !nested_base {
            class = rt.class(ClassId::ExceptionGroup).clone();
        }
    } else if nested_base {
        if class.is(rt.class(ClassId::ExceptionGroup)) {
            return Err(rt.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        if rt.is_subclass(&class, rt.class(ClassId::Exception)) {
            let name = class.get(&rt.heap).name.to_rust().into_owned();
            return Err(rt.type_error(format!("Cannot nest BaseExceptions in '{name}'")));
        }
    }
    let object = super::base::new(rt, &class, args)?;
    set_fields(rt, &object, [message.clone(), items.into()])?;
    Ok(object)
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    super::base::init(rt, this, args)
}

fn children(rt: &Runtime, this: &Object) -> Tuple {
    field(rt, this, 1).cast::<TupleBody>().cloned().unwrap_or_else(|| rt.empty_tuple.clone())
}

fn str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let (message, count) = (field(rt, this, 0), children(rt, this).items().len());
    let text = rt.str(&message)?;
    let s = if count == 1 { "" } else { "s" };
    joined(rt, &[Piece::Str(&text), Piece::Text(&format!(" ({count} sub-exception{s})"))])
}

methods! {
    static METHODS = [
        "derive"(object, /) => derive;
        "split"(object, /) => split;
        "subgroup"(object, /) => subgroup;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => class_getitem;
    ];
}

fn class_getitem(rt: &mut Runtime, class: &Class, item: &Object) -> Result {
    (rt.hooks.generic_alias)(rt, class, item)
}

fn derive(rt: &mut Runtime, this: &Object, exceptions: &Object) -> Result {
    let message = field(rt, this, 0);
    let class = rt.class(ClassId::BaseExceptionGroup).as_object().clone();
    rt.call(&class, &[message, exceptions.clone()])
}

/// What a condition says of one exception.
fn matches(rt: &mut Runtime, condition: &Object, exception: &Object) -> Result<bool> {
    let is_class = Class::from_object(condition).is_some() || condition.cast::<TupleBody>().is_some();
    if is_class {
        return rt.isinstance(exception, condition);
    }
    let result = rt.call(condition, std::slice::from_ref(exception))?;
    rt.truth(&result)
}

fn check_condition(rt: &mut Runtime, condition: &Object) -> Result<()> {
    let base = rt.class(ClassId::BaseException).clone();
    let is_exception = |rt: &Runtime, o: &Object| Class::from_object(o).is_some_and(|c| rt.is_subclass(c, &base));
    let fits = match condition.cast::<TupleBody>() {
        Some(tuple) => {
            let mut fits = true;
            for part in tuple.items().chunks(STRETCH) {
                fits = fits && part.iter().all(|o| is_exception(rt, o));
                if part.len() == STRETCH {
                    rt.check_interrupts()?;
                }
            }
            fits
        }
        None if Class::from_object(condition).is_some() => is_exception(rt, condition),
        None => rt.class_of(condition).get(&rt.heap).slots.call.is_some(),
    };
    if fits {
        return Ok(());
    }
    Err(rt.type_error("expected an exception type, a tuple of exception types, or a callable (other than a class)"))
}

/// Splits a group by a condition into the matching part and the rest; a part without exceptions is `None`.
pub fn split_group(rt: &mut Runtime, group: &Object, condition: &Object) -> Result<(Option<Object>, Option<Object>)> {
    if matches(rt, condition, group)? {
        return Ok((Some(group.clone()), None));
    }
    if !rt.is_instance_of(group, ClassId::BaseExceptionGroup) {
        return Ok((None, Some(group.clone())));
    }
    let (mut matching, mut rest) = (HeapVec::new(), HeapVec::new());
    for (index, child) in children(rt, group).items().iter().enumerate() {
        if index % STRETCH == STRETCH - 1 {
            rt.check_interrupts()?;
        }
        let (yes, no) = rt.native_call(" in exceptiongroup_split_recursive", |rt| split_group(rt, child, condition))?;
        for (part, found) in [(&mut matching, yes), (&mut rest, no)] {
            if let Some(found) = found {
                part.push(&rt.heap, found)?;
            }
        }
    }
    let matching = derive_part(rt, group, matching)?;
    let rest = derive_part(rt, group, rest)?;
    Ok((matching, rest))
}

/// A group like `group` with other exceptions; traceback, cause, context and notes are taken over.
pub fn derive_part(rt: &mut Runtime, group: &Object, exceptions: HeapVec<Object>) -> Result<Option<Object>> {
    if exceptions.is_empty() {
        return Ok(None);
    }
    let list = List::new(&rt.heap, exceptions)?;
    let part = rt.call_method(group, "derive", &[list.into()])?;
    if !rt.is_instance_of(&part, ClassId::BaseExceptionGroup) {
        return Err(rt.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    let old = body(group).get(&rt.heap);
    let (traceback, context, cause, suppress) =
        (old.traceback.clone(), old.context.clone(), old.cause.clone(), old.suppress_context);
    let place = body(&part).get_mut(&mut rt.heap).0;
    let dropped = (
        std::mem::replace(&mut place.traceback, traceback),
        std::mem::replace(&mut place.context, context),
        std::mem::replace(&mut place.cause, cause),
    );
    place.suppress_context = suppress;
    drop(dropped);
    let name = rt.names.notes.clone();
    // What is no sequence is no list of notes.
    if let Some(notes) = rt.get_attr_opt(group, &name)?
        && rt.class_of(&notes).get(&rt.heap).slots.get_item.is_some()
        && notes.cast::<crate::layout::DictBody>().is_none()
    {
        let items = rt.collect(&notes)?;
        let copy: Object = List::from_slice(&rt.heap, &items)?.into();
        rt.set_attr(&part, &name, &copy)?;
    }
    Ok(Some(part))
}

fn split(rt: &mut Runtime, this: &Object, condition: &Object) -> Result {
    check_condition(rt, condition)?;
    let (yes, no) = split_group(rt, this, condition)?;
    let parts = [yes.unwrap_or(Object::NONE), no.unwrap_or(Object::NONE)];
    Ok(Tuple::from_slice(&rt.heap, &parts)?.into())
}

fn subgroup(rt: &mut Runtime, this: &Object, condition: &Object) -> Result {
    check_condition(rt, condition)?;
    let (yes, _) = split_group(rt, this, condition)?;
    Ok(yes.unwrap_or(Object::NONE))
}

/// How both attributes refuse to be set.
const READ_ONLY: Option<fn(&mut Runtime, &Object, Option<&Object>) -> Result<()>> =
    Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute")));

/// The description of `BaseExceptionGroup`; `ExceptionGroup` inherits it.
pub static BASE_EXCEPTION_GROUP: TypeDef = TypeDef {
    id: Some(ClassId::BaseExceptionGroup),
    name: "BaseExceptionGroup",
    doc: "A combination of multiple unrelated exceptions.",
    base: ClassId::BaseException,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(new), init: Some(init), str: Some(str), ..Slots::EMPTY },
    methods: METHODS,
    getset: &[
        GetSetDef { name: "message", doc: "exception message", get: |rt, this| Ok(field(rt, this, 0)), set: READ_ONLY },
        GetSetDef {
            name: "exceptions",
            doc: "nested exceptions",
            get: |rt, this| Ok(field(rt, this, 1)),
            set: READ_ONLY,
        },
    ],
    ..TypeDef::EMPTY
};

/// The description of `ExceptionGroup`, which is an Exception besides.
pub static EXCEPTION_GROUP: TypeDef = TypeDef {
    id: Some(ClassId::ExceptionGroup),
    name: "ExceptionGroup",
    base: ClassId::BaseExceptionGroup,
    flags: ClassFlags::BASE,
    ..TypeDef::EMPTY
};
