//! `__format__` of int, float and str, and what failed formatting raises.

use crate::base::format_spec::{self, Align, FormatError, Short, Spec, SpecKind};
use crate::base::text::{TextBuf, TextRef};
use crate::base::watch::LONG_STRETCH;
use crate::heap::{Object, OutOfMemory};
use crate::layout::float::as_f64;
use crate::layout::int::as_int;
use crate::layout::{Str, StrBody, StrBuilder, Units};
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

/// A text filled up to a large width, part by part.
#[cold]
fn padded(rt: &Runtime, text: TextRef<'_>, spec: &Spec, width: usize) -> Result<Str> {
    let padding = width.saturating_sub(text.len());
    let left = match spec.align {
        Align::Left | Align::AfterSign => 0,
        Align::Right => padding,
        Align::Center => padding / 2,
    };
    let mut target = StrBuilder::with_capacity(&rt.heap, width)?;
    target.push_repeated(&rt.heap, spec.fill, left)?;
    target.push_units(&rt.heap, text::units(text))?;
    target.push_repeated(&rt.heap, spec.fill, padding - left)?;
    Ok(target.finish(&rt.heap, &rt.strings)?)
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
    if let Ok(mut spec) = Spec::parse(spec.text(), kind, "") {
        let very_wide = |&width: &usize| width > LONG_STRETCH && spec.align != Align::AfterSign;
        let padding = spec.width.filter(very_wide);
        if padding.is_some() {
            spec.width = None;
        }
        match (apply(rt, &spec, "", longest), padding) {
            (Ok(text), None) => return text::from_buf(rt, &text),
            (Ok(text), Some(width)) => return padded(rt, text.as_ref(), &spec, width),
            (Err(FormatError::Interrupted), _) => return Err(rt.interrupted()),
            (Err(_), _) => {}
        }
    }
    let class = rt.type_name(this);
    match Spec::parse(spec.text(), kind, &class).and_then(|spec| apply(rt, &spec, &class, longest)) {
        Ok(text) => text::from_buf(rt, &text),
        Err(error) => Err(format_error(rt, error)),
    }
}

/// `format(value, spec)` if both are usual: a small int, a float or an ASCII string, and a spec that is not empty.
#[inline]
fn quick(value: &Object, spec: &[u8]) -> Option<Short> {
    if let Some(n) = value.value().as_int() {
        return format_spec::quick_int(n, spec);
    }
    if let Some(x) = value.value().as_float() {
        return format_spec::quick_float(x, spec);
    }
    format_spec::quick_text(value.cast_exact::<StrBody>()?.as_ascii()?.as_bytes(), spec)
}

/// Appends `format(value, spec)` if both are usual, or the spec is empty and the value a string or small int. False
/// leaves it to the caller.
#[inline]
pub fn push_quick(rt: &Runtime, target: &mut StrBuilder, value: &Object, spec: TextRef<'_>) -> Result<bool> {
    let TextRef::Ascii(spec) = spec else { return Ok(false) };
    if spec.is_empty() {
        if let Some(string) = value.cast_exact::<StrBody>() {
            target.push_string(&rt.heap, string)?;
            return Ok(true);
        }
        if let Some(n) = value.value().as_int() {
            target.push_decimal(&rt.heap, n)?;
            return Ok(true);
        }
        return Ok(false);
    }
    match quick(value, spec) {
        Some(short) => {
            target.push_units(&rt.heap, Units::Ascii(short.as_bytes()))?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `format(value, spec)` with a spec that is not empty, if both are usual.
#[inline]
fn quick_string(rt: &Runtime, value: &Object, spec: &Str) -> Result<Option<Str>> {
    let Some(text) = spec.as_ascii().filter(|text| !text.is_empty()) else { return Ok(None) };
    match quick(value, text.as_bytes()) {
        Some(short) => Ok(Some(rt.strings.string(&rt.heap, Units::Ascii(short.as_bytes()))?)),
        None => Ok(None),
    }
}

/// `int.__format__`.
pub fn int(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    if let Some(text) = quick_string(rt, this, spec)? {
        return Ok(text);
    }
    let limit = digit_limit(rt);
    formatted(rt, this, spec, SpecKind::Int, |rt, spec, class, longest| {
        let value = as_int(this).unwrap_or(crate::base::bigint::IntRef::ZERO);
        format_spec::format_int(value, spec, class, limit, &|| rt.interrupt_waits(), longest)
    })
}

/// `float.__format__`.
pub fn float(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    if let Some(text) = quick_string(rt, this, spec)? {
        return Ok(text);
    }
    formatted(rt, this, spec, SpecKind::Float, |rt, spec, class, longest| {
        format_spec::format_float(as_f64(this).unwrap_or(0.0), spec, class, &|| rt.interrupt_waits(), longest)
    })
}

/// `str.__format__`.
pub fn string(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    if let Some(text) = quick_string(rt, this, spec)? {
        return Ok(text);
    }
    if let Some(text) = this.cast::<StrBody>().filter(|text| text.len() > LONG_STRETCH)
        && let Ok(spec) = Spec::parse(spec.text(), SpecKind::Text, "")
        && format_spec::format_text(TextRef::EMPTY, &Spec { width: None, ..spec }, "", longest(rt)).is_ok()
    {
        let text = text.text().slice(0..spec.precision.unwrap_or(usize::MAX));
        return padded(rt, text, &spec, spec.width.unwrap_or(0).max(text.len()));
    }
    formatted(rt, this, spec, SpecKind::Text, |_, spec, class, longest| {
        let text = this.cast::<StrBody>().map_or(TextRef::EMPTY, |string| string.text());
        format_spec::format_text(text, spec, class, longest)
    })
}
