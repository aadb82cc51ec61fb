//! Repr, comparison, hash, subscripts, `+`, `*`, `in`.

use crate::base::text;
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Object, OutOfMemory};
use crate::layout::{Bytes, BytesBody, Str, StrBody, StrBuilder, Units};
use crate::object::{ClassId, CompareOp, Result, Runtime};
use crate::types::repeat;
use crate::types::slice::{Bounds, SliceBody};
use std::cmp::Ordering;

/// The receiver, which slots of bytes get as bytes.
pub fn expect(this: &Object) -> &Bytes {
    this.cast().expect("slots of bytes get bytes")
}

pub fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let bytes = expect(this).as_slice();
    if bytes.len() <= LONG_STRETCH {
        return rt.new_str(&text::repr_bytes(bytes));
    }
    let quote = text::quote_watched(bytes.into(), &|| rt.interrupt_waits())?;
    let mut target = StrBuilder::with_capacity(&rt.heap, bytes.len() + 3)?;
    target.push_str(&rt.heap, "b")?;
    target.push(&rt.heap, quote.into())?;
    for part in bytes.chunks(STRETCH) {
        let mut escaped = String::with_capacity(2 * part.len());
        text::push_bytes_escaped(&mut escaped, part, quote);
        target.push_units(&rt.heap, Units::Ascii(escaped.as_bytes()))?;
        rt.heap.go_on()?;
    }
    target.push(&rt.heap, quote.into())?;
    Ok(target.finish(&rt.heap, &rt.strings)?)
}

/// The bytes themselves, or of a subclass's instance a plain copy.
pub fn exact(rt: &Runtime, this: &Object) -> Result<Bytes> {
    match this.cast_exact::<BytesBody>() {
        Some(plain) => Ok(plain.clone()),
        None => Ok(rt.bytes.copy(&rt.heap, expect(this).as_slice())?),
    }
}

pub fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    Ok(expect(this).hash_watched(&rt.hash_key, &|| rt.interrupt_waits())?)
}

/// `-b`: how often it was given.
#[derive(Default)]
pub struct BytesWarnings(pub u8);

/// `str(b)`: its repr, of which `-b` warns.
pub fn text(rt: &mut Runtime, this: &Object) -> Result<Str> {
    if rt.extension::<BytesWarnings>().0 > 0 {
        (rt.hooks.warn)(rt, ClassId::BytesWarning, "str() on a bytes instance", 1)?;
    }
    repr(rt, this)
}

pub fn compare(rt: &mut Runtime, a: &Object, b: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (a.cast::<BytesBody>(), b.cast::<BytesBody>()) else {
        if matches!(op, CompareOp::Equal | CompareOp::NotEqual) && rt.extension::<BytesWarnings>().0 > 0 {
            warn_of_comparison(rt, b)?;
        }
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if a.is(b) {
        return Ok(Object::bool(op.test(Ordering::Equal)));
    }
    let (a, b) = (a.as_slice(), b.as_slice());
    if a.len().min(b.len()) > LONG_STRETCH
        && (a.len() == b.len() || !matches!(op, CompareOp::Equal | CompareOp::NotEqual))
    {
        return Ok(Object::bool(op.test(compare_long(rt, a, b)?)));
    }
    Ok(Object::bool(match op {
        CompareOp::Equal => a == b,
        CompareOp::NotEqual => a != b,
        _ => op.test(a.cmp(b)),
    }))
}

#[cold]
fn compare_long(rt: &Runtime, a: &[u8], b: &[u8]) -> Result<Ordering> {
    for (a, b) in a.chunks(LONG_STRETCH).zip(b.chunks(LONG_STRETCH)) {
        rt.heap.go_on()?;
        match a.cmp(b) {
            Ordering::Equal => {}
            // One of the parts may be the shorter's end.
            different => return Ok(different),
        }
    }
    Ok(a.len().cmp(&b.len()))
}

#[cold]
fn warn_of_comparison(rt: &mut Runtime, other: &Object) -> Result<()> {
    let text = if other.cast::<StrBody>().is_some() {
        "Comparison between bytes and string"
    } else if crate::layout::int::as_int(other).is_some() {
        "Comparison between bytes and int"
    } else {
        return Ok(());
    };
    (rt.hooks.warn)(rt, ClassId::BytesWarning, text, 1)
}

pub fn len(_: &mut Runtime, this: &Object) -> Result<usize> {
    Ok(expect(this).as_slice().len())
}

pub fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let bytes = expect(this).as_slice();
    if let Some(slice) = key.cast::<SliceBody>() {
        let span = Bounds::of(rt, slice)?.fit(bytes.len());
        if span.step == 1 {
            if span.count == bytes.len() {
                return Ok(exact(rt, this)?.into());
            }
            return Ok(rt.bytes.copy(&rt.heap, &bytes[span.range()])?.into());
        }
        let (start, step, count) = span.parts();
        if count == 0 {
            return Ok(rt.bytes.empty().into());
        }
        if count <= LONG_STRETCH && step > 0 {
            let picked = bytes[start.min(bytes.len())..].iter().step_by(step as usize);
            return Ok(Bytes::build(&rt.heap, count, |target| {
                target.iter_mut().zip(picked).for_each(|(target, &byte)| *target = byte);
            })?
            .into());
        }
        let mut positions = span.positions();
        let picked = Bytes::build(&rt.heap, span.count, |target| -> std::result::Result<(), OutOfMemory> {
            for part in target.chunks_mut(STRETCH) {
                for (target, position) in part.iter_mut().zip(&mut positions) {
                    *target = bytes[position];
                }
                rt.heap.go_on()?;
            }
            Ok(())
        })?;
        return Ok(picked.into());
    }
    if !repeat::is_index(rt, key) {
        let name = rt.type_name(key);
        return Err(rt.type_error(format!("byte indices must be integers or slices, not {name}")));
    }
    let index = rt.to_subscript(key)?;
    let index = if index < 0 { index.wrapping_add_unsigned(bytes.len()) } else { index };
    match usize::try_from(index).ok().and_then(|index| bytes.get(index)) {
        Some(byte) => Ok(Object::small(i32::from(*byte))),
        None => Err(rt.index_error("index out of range")),
    }
}

/// A value in range(256), or a part.
pub fn contains(rt: &mut Runtime, this: &Object, item: &Object) -> Result<bool> {
    let bytes = expect(this).as_slice();
    if let Some(part) = item.cast::<BytesBody>() {
        let watch = || rt.interrupt_waits();
        return Ok(text::find_watched(bytes.into(), part.as_slice().into(), &watch)?.is_some());
    }
    // As in CPython, an `__index__` that fails leaves an object that is no bytes.
    let value = match item.value().as_int() {
        Some(number) => Some(number as isize),
        None if repeat::is_index(rt, item) => rt.to_size_index(item).ok(),
        None => None,
    };
    match value.map(u8::try_from) {
        Some(Ok(byte)) => {
            Ok(text::find_watched(bytes.into(), (&[byte][..]).into(), &|| rt.interrupt_waits())?.is_some())
        }
        Some(Err(_)) => Err(rt.value_error("byte must be in range(0, 256)")),
        None => {
            let name = rt.type_name(item);
            Err(rt.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

pub fn add(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    let (Some(left), Some(right)) = (a.cast::<BytesBody>(), b.cast::<BytesBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if left.as_slice().is_empty() {
        return Ok(exact(rt, b)?.into());
    }
    if right.as_slice().is_empty() {
        return Ok(exact(rt, a)?.into());
    }
    Ok(Bytes::concat(&rt.heap, &[left.as_slice(), right.as_slice()])?.into())
}

pub fn multiply(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    let (this, other) = if a.cast::<BytesBody>().is_some() { (a, b) } else { (b, a) };
    let count = match repeat::count(rt, a, b, other)? {
        None => return Ok(Object::NOT_IMPLEMENTED),
        Some(repeat::Count::Done(result)) => return Ok(result),
        Some(repeat::Count::Times(count)) => count,
    };
    let bytes = expect(this);
    match bytes.as_slice().len().checked_mul(count) {
        Some(len) if len <= isize::MAX as usize => {}
        _ => return Err(rt.overflow_error("repeated bytes are too long")),
    }
    if count == 1 {
        return Ok(exact(rt, this)?.into());
    }
    if count == 0 {
        return Ok(rt.bytes.empty().into());
    }
    Ok(bytes.repeat(&rt.heap, count)?.into())
}
