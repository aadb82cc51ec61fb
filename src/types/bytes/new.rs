//! `bytes(…)`, and the bytes of any object that can give them.

use super::slots::exact;
use crate::base::watch::STRETCH;
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody, ListBody, StrBody};
use crate::object::{Args, Class, ClassId, Result, Runtime};
use crate::types::{arity, codec, repeat};

const PARAMETERS: [&str; 3] = ["source", "encoding", "errors"];

/// `bytes(source=b'', encoding, errors)`.
pub fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let given = arity::matched(rt, "bytes", &PARAMETERS, args)?;
    let bytes = make(rt, given)?;
    if class.is(rt.class(ClassId::Bytes)) {
        return Ok(bytes);
    }
    let body = BytesBody::detached(&rt.heap, super::slots::expect(&bytes).as_slice())?;
    Ok(rt.alloc_for(class, body)?.into())
}

fn make(rt: &mut Runtime, [source, encoding, errors]: [Option<&Object>; 3]) -> Result {
    let mut strings = [None; 2];
    for (place, (object, name)) in strings.iter_mut().zip([(encoding, "encoding"), (errors, "errors")]) {
        let Some(object) = object else { continue };
        match object.cast::<StrBody>() {
            Some(string) => {
                codec::check_name(rt, string)?;
                *place = Some(string);
            }
            None => {
                let got = if object.is_none() { "None".to_owned() } else { rt.type_name(object) };
                return Err(rt.type_error(format!("bytes() argument '{name}' must be str, not {got}")));
            }
        }
    }
    let [encoding, errors] = strings;
    let Some(source) = source else {
        return match (encoding, errors) {
            (None, None) => Ok(rt.bytes.copy(&rt.heap, b"")?.into()),
            (Some(_), _) => Err(rt.type_error("encoding without a string argument")),
            (None, Some(_)) => Err(rt.type_error("errors without a string argument")),
        };
    };
    if let (Some(list), None, None) = (source.cast_exact::<ListBody>(), encoding, errors) {
        let items = &list.get(&rt.heap).items;
        let byte = |item: &Object| item.value().as_int().and_then(|number| u8::try_from(number).ok());
        if items.len() <= STRETCH && items.iter().all(|item| byte(item).is_some()) {
            let made = Bytes::build(&rt.heap, items.len(), |target| {
                for (place, item) in target.iter_mut().zip(items.iter()) {
                    *place = byte(item).unwrap_or(0);
                }
            })?;
            return Ok(rt.bytes.share(made).into());
        }
    }
    let string = source.cast::<StrBody>();
    match (string, encoding, errors) {
        (Some(string), Some(_), _) => return Ok(codec::encode(rt, string, encoding, errors)?.into()),
        (None, Some(_), _) => return Err(rt.type_error("encoding without a string argument")),
        (Some(_), None, Some(_)) => return Err(rt.type_error("string argument without an encoding")),
        (None, None, Some(_)) => return Err(rt.type_error("errors without a string argument")),
        (_, None, None) => {}
    }
    if let Some(result) = through_method(rt, source)? {
        return Ok(result);
    }
    if string.is_some() {
        return Err(rt.type_error("string argument without an encoding"));
    }
    if repeat::is_index(rt, source) {
        let result = rt.index_object(source);
        // An `__index__` that raises TypeError leaves the object a chance to be iterated.
        if let Some(count) = rt.catch(result, ClassId::TypeError)? {
            let Some(count) = Runtime::exact_i64(&count) else {
                let name = rt.type_name(source);
                return Err(rt.overflow_error(format!("cannot fit '{name}' into an index-sized integer")));
            };
            let Ok(count) = usize::try_from(count) else { return Err(rt.value_error("negative count")) };
            if count > super::transform::LONGEST {
                return Err(rt.overflow_error("byte string is too large"));
            }
            return Ok(rt.bytes.share_empty(Bytes::build(&rt.heap, count, |_| ())?).into());
        }
    }
    from_items(rt, source)
}

/// What `__bytes__` gives, if the type has it.
fn through_method(rt: &mut Runtime, source: &Object) -> Result<Option<Object>> {
    if source.cast_exact::<BytesBody>().is_some() {
        return Ok(Some(source.clone()));
    }
    let name = rt.names.bytes.clone();
    let Some(result) = rt.call_special(source, &name, &[])? else { return Ok(None) };
    if result.cast::<BytesBody>().is_none() {
        let got = rt.type_name(&result);
        return Err(rt.type_error(format!("__bytes__ returned non-bytes (type {got})")));
    }
    Ok(Some(result))
}

/// The bytes of an object as C's `PyObject_Bytes` gives them: no strings, no counts.
pub fn from_object(rt: &mut Runtime, source: &Object) -> Result {
    match through_method(rt, source)? {
        Some(bytes) => Ok(bytes),
        None => from_items(rt, source),
    }
}

/// From bytes, or an iterable of ints.
fn from_items(rt: &mut Runtime, source: &Object) -> Result {
    if source.cast::<BytesBody>().is_some() {
        return Ok(exact(rt, source)?.into());
    }
    let iterator = if source.cast::<StrBody>().is_some() {
        None
    } else {
        let result = rt.iter(source);
        rt.catch(result, ClassId::TypeError)?
    };
    let Some(iterator) = iterator else {
        let name = rt.type_name(source);
        return Err(rt.type_error(format!("cannot convert '{name}' object to bytes")));
    };
    rt.length_hint(source)?;
    let mut bytes = Vec::new();
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        let value = rt.to_size_index(&item)?;
        let Ok(byte) = u8::try_from(value) else { return Err(rt.value_error("bytes must be in range(0, 256)")) };
        if bytes.len() == bytes.capacity() && bytes.try_reserve(bytes.len().max(64)).is_err() {
            return Err(crate::heap::OutOfMemory.into());
        }
        bytes.push(byte);
    }
    Ok(rt.bytes.copy(&rt.heap, &bytes)?.into())
}
