//! Subjects in place, parts of them, and the errors of matching.

use super::pattern::Pattern;
use crate::base::regex::{MatchError, Subject};
use crate::heap::Object;
use crate::layout::{BytesBody, StrBody, Units};
use crate::object::{Raised, Result, Runtime};

/// The characters or bytes of an object, and whether it is a str.
pub fn units(object: &Object) -> Option<(Subject<'_>, bool)> {
    if let Some(string) = object.cast::<StrBody>() {
        return Some((
            match string.units() {
                Units::Ascii(units) | Units::Latin1(units) => Subject::Narrow(units),
                Units::Two(units) => Subject::Wide(units),
                Units::Four(units) => Subject::Widest(units),
            },
            true,
        ));
    }
    object.cast::<BytesBody>().map(|bytes| (Subject::Narrow(bytes.as_slice()), false))
}

/// The subject that `pattern` is to be matched with; TypeError if it is of another kind than the pattern.
pub fn subject<'a>(rt: &mut Runtime, pattern: &Pattern, object: &'a Object) -> Result<Subject<'a>> {
    let wants_text = pattern.get(&rt.heap).regex.is_text();
    match units(object) {
        Some((subject, is_text)) if is_text == wants_text => Ok(subject),
        Some((_, true)) => Err(rt.type_error("cannot use a bytes pattern on a string-like object")),
        Some((_, false)) => Err(rt.type_error("cannot use a string pattern on a bytes-like object")),
        None => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("expected string or bytes-like object, got '{got}'")))
        }
    }
}

/// `object[from:to]` of a str or bytes; an exact one as a whole is given as it is.
pub fn slice(rt: &Runtime, object: &Object, from: usize, to: usize) -> Result {
    if let Some(string) = object.cast::<StrBody>() {
        if from == 0 && to == string.len() && rt.is_exact_str(object) {
            return Ok(object.clone());
        }
        return Ok(string.slice(&rt.heap, &rt.strings, from, to)?.into());
    }
    let bytes = object.cast::<BytesBody>().map_or(&[][..], |bytes| bytes.as_slice());
    if from == 0 && to == bytes.len() && object.cast_exact::<BytesBody>().is_some() {
        return Ok(object.clone());
    }
    let part = bytes.get(from..to).unwrap_or(&[]);
    Ok(rt.bytes.copy(&rt.heap, part)?.into())
}

/// The empty str or bytes, whichever `object` is.
pub fn empty(rt: &Runtime, object: &Object) -> Result {
    if object.cast::<StrBody>().is_some() {
        return Ok(rt.strings.empty().into());
    }
    Ok(rt.bytes.copy(&rt.heap, &[])?.into())
}

/// What a match that was given up raises.
#[cold]
pub fn match_error(rt: &mut Runtime, error: MatchError) -> Raised {
    match error {
        MatchError::Interrupted => rt.interrupted(),
        MatchError::Memory => crate::heap::OutOfMemory.into(),
        MatchError::TooLong => rt.overflow_error("string longer than 4294967294 characters"),
    }
}

/// What `str(x, 'latin1')` says of something that is no bytes.
#[cold]
pub fn not_text(rt: &mut Runtime, object: &Object) -> Raised {
    let got = rt.type_name(object);
    rt.type_error(format!("decoding to str: need a bytes-like object, {got} found"))
}
