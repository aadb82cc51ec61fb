//! `__format__` of int, float and str, and what failed formatting raises.

use crate::base::format_spec::{self, FormatError, Spec, SpecKind};
use crate::base::text::TextBuf;
use crate::heap::{Object, OutOfMemory};
use crate::layout::float::as_f64;
use crate::layout::int::as_int;
use crate::layout::{Str, StrBody};
use crate::object::{Raised, Result, Runtime};
use crate::types::int::digit_limit;
use crate::types::str::{Text, text};

/// The exception of a failed format.
#[cold]
pub fn format_error(rt: &mut Runtime, error: FormatError) -> Raised {
    match error {
        FormatError::Value(message) => rt.value_error(message),
        FormatError::Type(message) => rt.type_error(message),
        FormatError::Overflow(message) => rt.overflow_error(message),
        FormatError::Memory => OutOfMemory.into(),
        FormatError::Interrupted => rt.interrupted(),
    }
}

/// The most characters that a text made outside the heap may have: what the memory limit leaves, and never more than
/// the system could hardly give.
pub fn longest(rt: &Runtime) -> usize {
    rt.heap.room().min(1 << 31)
}

/// Parses the spec, applies it, and makes the result a string. An empty spec means `str(value)`.
fn formatted(
    rt: &mut Runtime,
    this: &Object,
    spec: &Str,
    kind: SpecKind,
    apply: impl Fn(&Runtime, &Spec, &str, usize) -> std::result::Result<TextBuf, FormatError>,
) -> Result<Str> {
    if spec.is_empty() {
        return rt.str(this);
    }
    let longest = longest(rt);
    // The class is named only in messages: whatever fails is done once more with the name.
    match Spec::parse(spec.text(), kind, "").and_then(|spec| apply(rt, &spec, "", longest)) {
        Ok(text) => return text::from_buf(rt, &text),
        Err(FormatError::Interrupted) => return Err(rt.interrupted()),
        Err(_) => {}
    }
    let class = rt.type_name(this);
    match Spec::parse(spec.text(), kind, &class).and_then(|spec| apply(rt, &spec, &class, longest)) {
        Ok(text) => text::from_buf(rt, &text),
        Err(error) => Err(format_error(rt, error)),
    }
}

/// `int.__format__`.
pub fn int(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    let limit = digit_limit(rt);
    formatted(rt, this, spec, SpecKind::Int, |rt, spec, class, longest| {
        let value = as_int(this).unwrap_or(crate::base::bigint::IntRef::ZERO);
        format_spec::format_int(value, spec, class, limit, &|| rt.interrupt_waits(), longest)
    })
}

/// `float.__format__`.
pub fn float(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    formatted(rt, this, spec, SpecKind::Float, |_, spec, class, longest| {
        format_spec::format_float(as_f64(this).unwrap_or(0.0), spec, class, longest)
    })
}

/// `str.__format__`.
pub fn string(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    formatted(rt, this, spec, SpecKind::Text, |_, spec, class, longest| {
        let text = this.cast::<StrBody>().map_or(crate::base::text::TextRef::EMPTY, |string| string.text());
        format_spec::format_text(text, spec, class, longest)
    })
}
