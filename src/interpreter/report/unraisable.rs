//! Errors that nobody can handle: in finalisers, weakref callbacks, at exit.

use super::frames::{Frames, traceback_of};
use super::message::{class_name, safe_str};
use crate::heap::Object;
use crate::object::{Raised, Runtime};

/// Prints `Exception ignored in: …` with a plain traceback, as the default `sys.unraisablehook` does.
pub fn report_unraisable(rt: &mut Runtime, raised: Raised, source: &Object) {
    report(rt, raised, ("in: ", ""), source);
}

/// The same with words for what the source is.
pub fn report_unraisable_in(rt: &mut Runtime, raised: Raised, kind: &str, source: &Object) {
    report(rt, raised, (&format!("in {kind} "), ":"), source);
}

fn report(rt: &mut Runtime, raised: Raised, (before, after): (&str, &str), source: &Object) {
    let exception = rt.exception(raised);
    let source = match rt.repr(source) {
        Ok(text) => rt.escape_surrogates(&text),
        Err(_) => "<object repr() failed>".to_owned(),
    };
    let mut out = format!("Exception ignored {before}{source}{after}\n");
    let traceback = traceback_of(rt, &exception);
    if !traceback.is_none() {
        out.push_str("Traceback (most recent call last):\n");
        out.extend(Frames::plain().format(rt, &traceback));
    }
    let class = rt.class_of(&exception).clone();
    out.push_str(&class_name(rt, &class));
    out.push_str(": ");
    out.push_str(&safe_str(rt, &exception, "exception"));
    out.push('\n');
    let _ = super::write(rt, &out);
}
