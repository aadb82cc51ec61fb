//! `str(…)`: an object's text, or bytes decoded.

use crate::heap::Object;
use crate::layout::{BytesBody, Str, StrBody};
use crate::object::{Args, Class, ClassId, Result, Runtime};
use crate::types::{arity, codec};

const PARAMETERS: [&str; 3] = ["object", "encoding", "errors"];

/// `str(object='', encoding='utf-8', errors='strict')`.
pub fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let got = args.positional().len();
    if got > PARAMETERS.len() && args.keyword_count() == 0 {
        return Err(rt.type_error(format!("str expected at most 3 arguments, got {got}")));
    }
    let given = arity::matched(rt, "str", &PARAMETERS, args)?;
    let string = match given {
        [None, ..] => rt.strings.empty(),
        [Some(object), None, None] => rt.str(object)?,
        [Some(object), encoding, errors] => {
            let encoding = string_argument(rt, encoding, "encoding")?;
            let errors = string_argument(rt, errors, "errors")?;
            decoded(rt, object, encoding, errors)?
        }
    };
    if class.is(rt.class(ClassId::Str)) {
        // A subclass's `__str__` may have given an instance of a subclass: CPython lets it pass.
        return Ok(string.into());
    }
    let body = StrBody::detached(&rt.heap, &string)?;
    Ok(rt.alloc_for(class, body)?.into())
}

fn string_argument<'a>(rt: &mut Runtime, object: Option<&'a Object>, name: &str) -> Result<Option<&'a Str>> {
    let Some(object) = object else { return Ok(None) };
    match object.cast::<StrBody>() {
        Some(string) => codec::check_name(rt, string).map(|()| Some(string)),
        None => {
            let got = rt.qualified_class_name(&rt.class_of(object).clone())?;
            Err(rt.type_error(format!("str() argument '{name}' must be str, not {got}")))
        }
    }
}

fn decoded(rt: &mut Runtime, object: &Object, encoding: Option<&Str>, errors: Option<&Str>) -> Result<Str> {
    if object.cast::<StrBody>().is_some() {
        return Err(rt.type_error("decoding str is not supported"));
    }
    match object.cast::<BytesBody>() {
        Some(bytes) => codec::decode(rt, bytes, encoding, errors),
        None => {
            let name = rt.type_name(object);
            Err(rt.type_error(format!("decoding to str: need a bytes-like object, {name} found")))
        }
    }
}
