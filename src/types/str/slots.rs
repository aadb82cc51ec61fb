//! Repr, comparison, hash, subscripts, `+`, `*`, `in`.

use super::long::{self, are_long};
use super::text::{self, Text};
use crate::base::text as algorithms;
use crate::base::text::copy_short;
use crate::base::watch::LONG_STRETCH;
use crate::heap::Object;
use crate::layout::{Str, StrBody, StrBuilder};
use crate::object::{CompareOp, Result, Runtime};
use crate::types::repeat;
use crate::types::slice::{Bounds, SliceBody};

/// The receiver, which slots of str get as a string.
pub fn expect(this: &Object) -> &Str {
    this.cast().expect("slots of str get strings")
}

pub fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    if long::is_long(expect(this)) {
        return long::repr(rt, expect(this));
    }
    if let Some(text) = expect(this).as_ascii()
        && algorithms::is_plain_for_repr(text.as_bytes())
    {
        return Ok(Str::build_ascii(&rt.heap, text.len() + 2, |target| {
            if let [first, middle @ .., last] = target {
                (*first, *last) = (b'\'', b'\'');
                copy_short(middle, text.as_bytes());
            }
        })?);
    }
    text::from_buf(rt, &algorithms::repr(expect(this).text(), false))
}

/// `ascii(object)`: its repr with escapes for all that is not ASCII.
pub fn ascii(rt: &mut Runtime, object: &Object) -> Result<Str> {
    let repr = rt.repr(object)?;
    to_ascii(rt, &repr)
}

/// The text with every character outside ASCII as an escape.
pub fn to_ascii(rt: &Runtime, text: &Str) -> Result<Str> {
    if text.as_ascii().is_some() {
        return Ok(text.clone());
    }
    let mut target = StrBuilder::with_capacity(&rt.heap, text.len())?;
    long::in_parts(rt, text.text(), |part| {
        let escaped = algorithms::escape_beyond_ascii(part);
        target.push_units(&rt.heap, text::units(escaped.as_ref()))?;
        Ok(true)
    })?;
    Ok(target.finish(&rt.heap, &rt.strings)?)
}

/// `str(s)`: the string itself, or of a subclass's instance the characters as a plain string.
pub fn exact(rt: &mut Runtime, this: &Object) -> Result<Str> {
    match this.cast_exact::<StrBody>() {
        Some(plain) => Ok(plain.clone()),
        None => text::new(rt, expect(this).text()),
    }
}

pub fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    Ok(expect(this).hash_watched(&rt.hash_key, &|| rt.interrupt_waits())?)
}

pub fn compare(rt: &mut Runtime, a: &Object, b: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (a.cast::<StrBody>(), b.cast::<StrBody>()) else { return Ok(Object::NOT_IMPLEMENTED) };
    if are_long(a, b) {
        return Ok(Object::bool(long::compare(rt, a, b, op)?));
    }
    Ok(Object::bool(match op {
        CompareOp::Equal => a.equals(b),
        CompareOp::NotEqual => !a.equals(b),
        _ => op.test(a.compare(b)),
    }))
}

pub fn len(_: &mut Runtime, this: &Object) -> Result<usize> {
    Ok(expect(this).len())
}

pub fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let string = expect(this);
    if let Some(slice) = key.cast::<SliceBody>() {
        let span = Bounds::of(rt, slice)?.fit(string.len());
        if span.count == string.len() && span.step == 1 {
            return Ok(exact(rt, this)?.into());
        }
        return Ok(string.slice_step(&rt.heap, &rt.strings, span.start, span.step, span.count)?.into());
    }
    if !repeat::is_index(rt, key) {
        let name = rt.type_name(key);
        return Err(rt.type_error(format!("string indices must be integers, not '{name}'")));
    }
    let index = rt.to_subscript(key)?;
    let index = if index < 0 { index.wrapping_add_unsigned(string.len()) } else { index };
    if index < 0 || index as usize >= string.len() {
        return Err(rt.index_error("string index out of range"));
    }
    Ok(rt.strings.character(&rt.heap, string.char_at(index as usize))?.into())
}

/// `part in string`.
#[inline]
pub fn has_part(rt: &Runtime, string: &Str, part: &Str) -> Result<bool> {
    if let (Some(string), Some(part)) = (string.as_ascii(), part.as_ascii().map(str::as_bytes))
        && string.len() <= LONG_STRETCH
    {
        return Ok(match part {
            // For so few, a loop is less than the library's preparation.
            [byte] if string.len() < 32 => string.bytes().any(|other| other == *byte),
            [byte] => memchr::memchr(*byte, string.as_bytes()).is_some(),
            part => algorithms::find_bytes(string.as_bytes(), part).is_some(),
        });
    }
    Ok(algorithms::find_watched(string.text(), part.text(), &|| rt.interrupt_waits())?.is_some())
}

pub fn contains(rt: &mut Runtime, this: &Object, item: &Object) -> Result<bool> {
    match item.cast::<StrBody>() {
        Some(part) => has_part(rt, expect(this), part),
        None => {
            let name = rt.type_name(item);
            Err(rt.type_error(format!("'in <string>' requires string as left operand, not {name}")))
        }
    }
}

pub fn add(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    let (Some(left), Some(right)) = (a.cast::<StrBody>(), b.cast::<StrBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if left.is_empty() {
        return Ok(exact(rt, b)?.into());
    }
    if right.is_empty() {
        return Ok(exact(rt, a)?.into());
    }
    Ok(Str::concat(&rt.heap, left, right)?.into())
}

pub fn multiply(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    let (this, other) = if a.cast::<StrBody>().is_some() { (a, b) } else { (b, a) };
    let Some(count) = repeat::count(rt, a, b, other)? else { return Ok(Object::NOT_IMPLEMENTED) };
    let count = match count {
        repeat::Count::Times(count) => count,
        repeat::Count::Done(result) => return Ok(result),
    };
    let string = expect(this);
    match (string.len(), count) {
        (0, _) | (_, 0) => Ok(rt.strings.empty().into()),
        (_, 1) => Ok(exact(rt, this)?.into()),
        (len, _) if len.checked_mul(count).is_none_or(|len| len > isize::MAX as usize) => {
            Err(rt.overflow_error("repeated string is too long"))
        }
        _ => Ok(string.repeat(&rt.heap, count)?.into()),
    }
}
