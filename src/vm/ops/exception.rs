//! Raising and catching.

use crate::heap::Object;
use crate::layout::{Tuple, TupleBody};
use crate::object::{Class, ClassId, ExceptionBody, Raised, Result, Runtime};
use crate::vm::site::Site;
use crate::vm::unwind::{raised_as, set_context};

/// Whether the class derives from BaseException.
fn is_exception_class(rt: &Runtime, object: &Object) -> bool {
    Class::from_object(object).is_some_and(|class| rt.is_subclass(class, rt.class(ClassId::BaseException)))
}

const NOT_A_CLASS: &str = "catching classes that do not inherit from BaseException is not allowed";

/// Whether an exception matches a class or a tuple of classes. Subclass hooks are not asked, as in CPython.
fn matching(rt: &mut Runtime, exception: &Object, pattern: &Object) -> Result<bool> {
    if let Some(classes) = pattern.cast::<TupleBody>() {
        for class in classes.items() {
            if !is_exception_class(rt, class) {
                return Err(rt.type_error(NOT_A_CLASS));
            }
        }
        return Ok(classes
            .items()
            .iter()
            .filter_map(Class::from_object)
            .any(|class| rt.is_subclass(rt.class_of(exception), class)));
    }
    // What has an instance that was raised is an exception class.
    if rt.class_of(exception).is(pattern) {
        return Ok(true);
    }
    match Class::from_object(pattern) {
        Some(class) if is_exception_class(rt, pattern) => Ok(rt.is_subclass(rt.class_of(exception), class)),
        _ => Err(rt.type_error(NOT_A_CLASS)),
    }
}

/// JUMP_IF_NOT_EXC_MATCH: whether it matches.
pub fn matches(rt: &mut Runtime, site: Site) -> Result<bool> {
    let answer = matching(rt, site.get(site.a()), site.get(site.b()))?;
    site.finish(site.b());
    Ok(answer)
}

/// The exception to raise for the operand of `raise`: an instance, or a class that is called.
fn instance(rt: &mut Runtime, operand: &Object) -> Result {
    if operand.cast::<ExceptionBody>().is_some() {
        return Ok(operand.clone());
    }
    if !is_exception_class(rt, operand) {
        return Err(rt.type_error("exceptions must derive from BaseException"));
    }
    let made = match Class::from_object(operand) {
        Some(class) => rt.new_exception_of(class, &[])?,
        None => rt.call(operand, &[])?,
    };
    if made.cast::<ExceptionBody>().is_some() {
        return Ok(made);
    }
    let class = rt.repr(operand)?.to_rust().into_owned();
    let got = rt.class_of(&made).clone();
    let got = rt.repr(&got)?.to_rust().into_owned();
    Err(rt.type_error(format!("calling {class} should have returned an instance of BaseException, not {got}")))
}

fn raise_prepared(rt: &mut Runtime, exception: Object) -> Result<()> {
    set_context(rt, &exception);
    rt.machine.raised_as = raised_as::PREPARED;
    Err(Raised::new(exception))
}

/// RAISE.
pub fn raise(rt: &mut Runtime, site: Site) -> Result<()> {
    let exception = instance(rt, site.get(site.a()))?;
    site.finish(site.a());
    raise_prepared(rt, exception)
}

/// RAISE_FROM.
pub fn raise_from(rt: &mut Runtime, site: Site) -> Result<()> {
    let exception = instance(rt, site.get(site.a()))?;
    let cause = site.get(site.b());
    let cause = if cause.is_none() {
        Object::NONE
    } else if cause.cast::<ExceptionBody>().is_some() {
        cause.clone()
    } else if is_exception_class(rt, cause) {
        instance(rt, cause)?
    } else {
        return Err(rt.type_error("exception causes must derive from BaseException"));
    };
    if let Some(exception) = exception.cast::<ExceptionBody>() {
        let (body, _) = exception.get_mut(&mut rt.heap);
        body.suppress_context = true;
        let old = std::mem::replace(&mut body.cause, cause);
        drop(old);
    }
    site.finish(site.a());
    site.finish(site.b());
    raise_prepared(rt, exception)
}

/// LOAD_ASSERTION_ERROR.
pub fn load_assertion_error(rt: &mut Runtime, site: Site) -> Result<()> {
    let class = rt.class(ClassId::AssertionError).as_object().clone();
    site.set(site.a(), class);
    Ok(())
}

fn is_group(rt: &Runtime, exception: &Object) -> bool {
    rt.is_instance_of(exception, ClassId::BaseExceptionGroup)
}

/// CHECK_EG_MATCH.
pub fn match_group(rt: &mut Runtime, site: Site) -> Result<()> {
    let (rest, pattern) = (site.b(), site.get(site.c()));
    check_group_pattern(rt, pattern)?;
    let exception = site.get(rest).clone();
    if exception.is_none() {
        site.finish(site.c());
        site.set(site.a(), Object::NONE);
        return Ok(());
    }
    let (matched, left) = if matching(rt, &exception, pattern)? {
        let matched = if is_group(rt, &exception) { exception } else { wrap(rt, &exception)? };
        (matched, Object::NONE)
    } else if is_group(rt, &exception) {
        let pair = rt.call_method(&exception, "split", std::slice::from_ref(pattern))?;
        match pair.cast::<TupleBody>().map(|pair| pair.items().to_vec()).as_deref() {
            Some([matched, left]) => (matched.clone(), left.clone()),
            _ => {
                let name = rt.type_name(&pair);
                let class = rt.type_name(&exception);
                return Err(rt.type_error(format!("{class}.split must return a tuple, not {name}")));
            }
        }
    } else {
        (Object::NONE, exception)
    };
    site.finish(site.c());
    if !matched.is_none() {
        drop(std::mem::replace(&mut rt.machine.handled, matched.clone()));
    }
    site.set(rest, left);
    site.set(site.a(), matched);
    Ok(())
}

/// A naked exception caught by `except*`: a group of it alone.
fn wrap(rt: &mut Runtime, exception: &Object) -> Result {
    let message = rt.names.empty.clone();
    let list = Tuple::from_slice(&rt.heap, std::slice::from_ref(exception))?;
    let class = rt.class(ClassId::ExceptionGroup).clone();
    let class = if rt.is_instance_of(exception, ClassId::Exception) {
        class
    } else {
        rt.class(ClassId::BaseExceptionGroup).clone()
    };
    rt.call(&class, &[message.into(), list.into()])
}

fn check_group_pattern(rt: &mut Runtime, pattern: &Object) -> Result<()> {
    let classes = match pattern.cast::<TupleBody>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![pattern.clone()],
    };
    for class in classes {
        if !is_exception_class(rt, &class) {
            return Err(rt.type_error(NOT_A_CLASS));
        }
        let group = rt.class(ClassId::BaseExceptionGroup).clone();
        if Class::from_object(&class).is_some_and(|class| rt.is_subclass(class, &group)) {
            return Err(rt.type_error("catching ExceptionGroup with except* is not allowed. Use except instead."));
        }
    }
    Ok(())
}

/// What is left to raise after an `except*`: the exceptions that its handlers raised, and the parts of the original
/// that nobody caught or that were raised again, put together as they were.
pub fn prepare_star(rt: &mut Runtime, original: &Object, raised: &Object) -> Result {
    let items: Vec<Object> = rt.collect(raised)?.into_iter().filter(|item| !item.is_none()).collect();
    if items.is_empty() {
        return Ok(Object::NONE);
    }
    if !is_group(rt, original) {
        // A naked exception: at most one of them, raised again or new.
        return match &items[..] {
            [only] => Ok(only.clone()),
            _ => group_of(rt, &items),
        };
    }
    let (mut fresh, mut again) = (Vec::new(), Vec::new());
    for item in items {
        if is_same_metadata(rt, original, &item) { again.push(item) } else { fresh.push(item) }
    }
    let rest = if again.is_empty() { Object::NONE } else { projection(rt, original, &again)? };
    if fresh.is_empty() {
        return Ok(rest);
    }
    if !rest.is_none() {
        fresh.push(rest);
    }
    match &fresh[..] {
        [only] => Ok(only.clone()),
        _ => group_of(rt, &fresh),
    }
}

fn group_of(rt: &mut Runtime, items: &[Object]) -> Result {
    let list = crate::layout::List::from_slice(&rt.heap, items)?;
    let message = rt.names.empty.clone();
    let all = items.iter().all(|item| rt.is_instance_of(item, ClassId::Exception));
    let id = if all { ClassId::ExceptionGroup } else { ClassId::BaseExceptionGroup };
    let class = rt.class(id).clone();
    rt.call(&class, &[message.into(), list.into()])
}

/// Parts of a group share its traceback, cause, context and notes.
fn is_same_metadata(rt: &Runtime, a: &Object, b: &Object) -> bool {
    let (Some(a), Some(b)) = (a.cast::<ExceptionBody>(), b.cast::<ExceptionBody>()) else { return false };
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    a.traceback.is(&b.traceback) && a.cause.is(&b.cause) && a.context.is(&b.context)
}

/// The leaves of a group of exceptions.
fn leaves(rt: &mut Runtime, exception: &Object, found: &mut Vec<Object>) -> Result<()> {
    let mut waiting = vec![exception.clone()];
    while let Some(next) = waiting.pop() {
        if is_group(rt, &next) {
            let inner = rt.get_attr_str(&next, "exceptions")?;
            waiting.extend(rt.collect(&inner)?);
        } else {
            found.push(next);
        }
    }
    Ok(())
}

/// The part of `original` whose leaves are those of `kept`.
fn projection(rt: &mut Runtime, original: &Object, kept: &[Object]) -> Result {
    let mut wanted = Vec::new();
    for group in kept {
        leaves(rt, group, &mut wanted)?;
    }
    select(rt, original, &wanted)
}

fn select(rt: &mut Runtime, group: &Object, wanted: &[Object]) -> Result {
    rt.native_call(" in exceptiongroup_split_recursive", |rt| {
        if !is_group(rt, group) {
            let keep = wanted.iter().any(|leaf| leaf.is(group));
            return Ok(if keep { group.clone() } else { Object::NONE });
        }
        let inner = rt.get_attr_str(group, "exceptions")?;
        let mut parts = Vec::new();
        for exception in rt.collect(&inner)? {
            let part = select(rt, &exception, wanted)?;
            if !part.is_none() {
                parts.push(part);
            }
        }
        if parts.is_empty() {
            return Ok(Object::NONE);
        }
        let list = crate::layout::List::from_slice(&rt.heap, &parts)?;
        let part = rt.call_method(group, "derive", &[list.into()])?;
        if let (Some(from), Some(to)) = (group.cast::<ExceptionBody>(), part.cast::<ExceptionBody>()) {
            let from = from.get(&rt.heap);
            let (traceback, cause, context) = (from.traceback.clone(), from.cause.clone(), from.context.clone());
            let suppress = from.suppress_context;
            let (to, _) = to.get_mut(&mut rt.heap);
            to.traceback = traceback;
            to.cause = cause;
            to.context = context;
            to.suppress_context = suppress;
        }
        let notes = rt.names.notes.clone();
        if let Some(notes_value) = rt.get_attr_opt(group, &notes)? {
            rt.set_attr(&part, &notes, &notes_value)?;
        }
        Ok(part)
    })
}
