//! Errors that nobody can handle: in finalisers, weakref callbacks, at exit.

use super::frames::{Frames, traceback_of};
use super::message::{class_name, safe_str};
use crate::heap::Object;
use crate::modules::system::make_unraisable;
use crate::object::{BuiltinFunctionBody, Raised, Runtime};

/// Hands the exception to `sys.unraisablehook`.
pub fn report_unraisable(rt: &mut Runtime, raised: Raised, source: &Object) {
    let exception = rt.exception(raised);
    report(rt, &exception, None, source);
}

/// The same with words for what the source is.
pub fn report_unraisable_in(rt: &mut Runtime, raised: Raised, kind: &str, source: &Object) {
    let exception = rt.exception(raised);
    let source = match rt.repr(source) {
        Ok(text) => rt.escape_surrogates(&text),
        Err(_) => "<object repr() failed>".to_owned(),
    };
    report(rt, &exception, Some(&format!("Exception ignored in {kind} {source}")), &Object::NONE);
}

fn report(rt: &mut Runtime, exception: &Object, message: Option<&str>, source: &Object) {
    if traceback_of(rt, exception).is_none() {
        // Where it happened is at least known by the frame that runs.
        crate::vm::trace_here(rt, exception);
    }
    let hook = rt.system_attribute("unraisablehook");
    let own = hook.as_ref().and_then(|h| h.cast::<BuiltinFunctionBody>());
    if own.is_some_and(|f| f.get(&rt.heap).def.name == "unraisablehook") {
        return print_unraisable(rt, exception, message, source);
    }
    let Some(hook) = hook.filter(|h| !h.is_none()) else {
        return print_unraisable(rt, exception, message, source);
    };
    let result = match make_unraisable(rt, exception, message, source) {
        Ok(argument) => rt.call(&hook, &[argument]),
        Err(raised) => Err(raised),
    };
    if let Err(second) = result {
        let second = rt.exception(second);
        print_unraisable(rt, &second, Some("Exception ignored in sys.unraisablehook"), &hook);
    }
}

/// Prints `Exception ignored in: …` with a plain traceback, as the default `sys.unraisablehook` does.
pub fn print_unraisable(rt: &mut Runtime, exception: &Object, message: Option<&str>, source: &Object) {
    let text = match rt.repr(source) {
        Ok(text) => rt.escape_surrogates(&text),
        Err(_) => "<object repr() failed>".to_owned(),
    };
    let mut out = match message {
        Some(message) if source.is_none() => format!("{message}:\n"),
        Some(message) => format!("{message}: {text}\n"),
        None if source.is_none() => String::new(),
        None => format!("Exception ignored in: {text}\n"),
    };
    let traceback = traceback_of(rt, exception);
    if !traceback.is_none() {
        out.push_str("Traceback (most recent call last):\n");
        out.extend(Frames::plain().format(rt, &traceback));
    }
    let class = rt.class_of(exception).clone();
    out.push_str(&class_name(rt, &class));
    out.push_str(": ");
    out.push_str(&safe_str(rt, exception, "exception"));
    out.push('\n');
    let _ = super::write(rt, &out);
}
