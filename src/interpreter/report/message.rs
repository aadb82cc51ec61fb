//! The last lines of an exception's report: its class, its text and its notes.

use super::paint::Paint;
use super::{suggest, syntax};
use crate::heap::Object;
use crate::layout::{BytesBody, ListBody, StrBody, TupleBody};
use crate::object::{Class, ClassId, Result, Runtime};

/// The lines below the traceback, each with its line end.
pub(super) fn lines(rt: &mut Runtime, exception: &Object, traceback: &Object, paint: Paint) -> Result<Vec<String>> {
    let class = rt.class_of(exception).clone();
    let text = safe_str(rt, exception, "exception");
    let name = class_name(rt, &class);
    let mut out = Vec::new();
    let notes = notes(rt, exception);
    if rt.is_instance_of(exception, ClassId::SyntaxError) {
        syntax::push_lines(rt, &mut out, exception, &name, paint);
    } else {
        let text = text + &suggest::hint(rt, exception, traceback);
        out.push(last_line(&name, &text, paint));
    }
    match notes {
        Notes::None => (),
        Notes::Each(notes) => {
            for note in notes {
                let note = safe_str(rt, &note, "note");
                out.extend(note.split('\n').map(|line| format!("{line}\n")));
            }
        }
        Notes::Odd(object) => out.push(safe_repr(rt, &object, "__notes__") + "\n"),
        Notes::Failed(text) => out.extend(text.split('\n').map(|line| format!("{line}\n"))),
    }
    Ok(out)
}

/// `Class: text`, or the class alone.
pub(super) fn last_line(name: &str, text: &str, paint: Paint) -> String {
    let name = paint.class(name);
    if text.is_empty() { format!("{name}\n") } else { format!("{name}: {}\n", paint.detail(text)) }
}

/// A class as reports show it: without the module if that is `builtins` or `__main__`.
pub(super) fn class_name(rt: &mut Runtime, class: &Class) -> String {
    let qualname = class.get(&rt.heap).qualname.clone();
    let qualname = rt.escape_surrogates(&qualname);
    let module = rt.get_attr_str(class, "__module__");
    match module.as_ref().ok().and_then(|module| module.cast::<StrBody>()) {
        Some(module) if module.equals_text("__main__") || module.equals_text("builtins") => qualname,
        Some(module) => format!("{}.{qualname}", rt.escape_surrogates(module)),
        None => format!("<unknown>.{qualname}"),
    }
}

/// `str(object)`; if that fails, a text that says so.
pub(super) fn safe_str(rt: &mut Runtime, object: &Object, what: &str) -> String {
    match rt.str(object) {
        Ok(text) => rt.escape_surrogates(&text),
        Err(_) => format!("<{what} str() failed>"),
    }
}

/// `repr(object)`; if that fails, a text that says so.
pub(super) fn safe_repr(rt: &mut Runtime, object: &Object, what: &str) -> String {
    match rt.repr(object) {
        Ok(text) => rt.escape_surrogates(&text),
        Err(_) => format!("<{what} repr() failed>"),
    }
}

/// What `__notes__` is.
enum Notes {
    None,
    /// A sequence.
    Each(Vec<Object>),
    /// Anything else.
    Odd(Object),
    /// It could not be read.
    Failed(String),
}

fn notes(rt: &mut Runtime, exception: &Object) -> Notes {
    let name = rt.names.notes.clone();
    let notes = match rt.get_attr_opt(exception, &name) {
        Ok(None) => return Notes::None,
        Ok(Some(notes)) if notes.is_none() => return Notes::None,
        Ok(Some(notes)) => notes,
        Err(raised) => {
            let error = rt.exception(raised);
            let error = safe_repr(rt, &error, "__notes__");
            return Notes::Failed(format!("Ignored error getting __notes__: {error}"));
        }
    };
    let text = notes.cast::<StrBody>().is_some() || notes.cast::<BytesBody>().is_some();
    let sequence = notes.cast::<ListBody>().is_some()
        || notes.cast::<TupleBody>().is_some()
        || rt.is_instance_of(&notes, ClassId::Range);
    if text || !sequence {
        return Notes::Odd(notes);
    }
    match rt.collect(&notes) {
        Ok(items) => Notes::Each(items),
        Err(_) => Notes::Odd(notes),
    }
}
