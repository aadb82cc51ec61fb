//! `str.encode`, `bytes.decode`: codecs and error handlers by name, and what they raise.

use crate::base::text::codec::{self, Codec, CodecError, Errors, Problem};
use crate::heap::Object;
use crate::layout::{Bytes, Str};
use crate::object::{ClassId, Raised, Result, Runtime};
use crate::types::str::{Text, text};

/// A name of a codec or handler as CPython takes it over: text without null characters.
pub fn check_name(rt: &mut Runtime, name: &Str) -> Result<()> {
    check_utf8(rt, name)?;
    if name.units().iter().any(|code| code == 0) {
        return Err(rt.value_error("embedded null character"));
    }
    Ok(())
}

/// The `errors` argument of `encode` and `decode`; the encoding is looked at first.
pub fn errors_argument<'a>(
    rt: &mut Runtime,
    function: &str,
    encoding: Option<&Str>,
    errors: Option<&'a Object>,
) -> Result<Option<&'a Str>> {
    if let Some(encoding) = encoding {
        check_name(rt, encoding)?;
    }
    let Some(errors) = errors else { return Ok(None) };
    match errors.cast::<crate::layout::StrBody>() {
        Some(text) => Ok(Some(text)),
        None => {
            let got = if errors.is_none() { "None".to_owned() } else { rt.type_name(errors) };
            Err(rt.type_error(format!("{function}() argument 'errors' must be str, not {got}")))
        }
    }
}

/// UnicodeEncodeError for text with lone surrogates, which has no UTF-8.
pub fn check_utf8(rt: &mut Runtime, name: &Str) -> Result<()> {
    if name.as_ascii().is_none()
        && let Err(CodecError::Problem(problem)) = codec::encode(Codec::Utf8, name.text(), Errors::Strict)
    {
        return Err(codec_error(rt, ClassId::UnicodeEncodeError, problem, name));
    }
    Ok(())
}

fn check_names(rt: &mut Runtime, encoding: Option<&Str>, errors: Option<&Str>) -> Result<()> {
    encoding.into_iter().chain(errors).try_for_each(|name| check_name(rt, name))
}

/// The codec of a name, UTF-8 if there is none.
fn codec_of(rt: &mut Runtime, name: Option<&Str>) -> Result<Codec> {
    let Some(name) = name else { return Ok(Codec::Utf8) };
    let name = name.to_rust();
    match Codec::from_name(&name) {
        Some(codec) => Ok(codec),
        None => Err(rt.raise(ClassId::LookupError, format!("unknown encoding: {name}"))),
    }
}

/// The handler of a name; `None` for an unknown one, which matters only when there is something to handle.
fn errors_of(name: Option<&Str>) -> Option<Errors> {
    name.map_or(Some(Errors::Strict), |name| Errors::from_name(&name.to_rust()))
}

/// `bytes.decode(encoding, errors)`.
pub fn decode(rt: &mut Runtime, bytes: &Bytes, encoding: Option<&Str>, errors: Option<&Str>) -> Result<Str> {
    check_names(rt, encoding, errors)?;
    let data = bytes.as_slice();
    if data.is_empty() {
        // CPython does not even look for the codec.
        return Ok(rt.strings.empty());
    }
    let codec = codec_of(rt, encoding)?;
    // ASCII is the same in all codecs of one byte, and most text is ASCII.
    let same = matches!(codec, Codec::Utf8 | Codec::Utf8Signed | Codec::Ascii | Codec::Latin1);
    if same && data.is_ascii() {
        return text::new(rt, data.into());
    }
    match codec::decode(codec, data, errors_of(errors).unwrap_or(Errors::Strict)) {
        Ok(decoded) => text::from_buf(rt, &decoded),
        Err(CodecError::Problem(problem)) => Err(match (errors_of(errors), errors) {
            (None, Some(name)) => unknown_handler(rt, name),
            _ => codec_error(rt, ClassId::UnicodeDecodeError, problem, bytes),
        }),
        Err(CodecError::NotForDecoding) => {
            Err(rt.type_error("don't know how to handle UnicodeDecodeError in error callback"))
        }
    }
}

/// `str.encode(encoding, errors)`.
pub fn encode(rt: &mut Runtime, string: &Str, encoding: Option<&Str>, errors: Option<&Str>) -> Result<Bytes> {
    check_names(rt, encoding, errors)?;
    let codec = codec_of(rt, encoding)?;
    if let Some(ascii) = string.as_ascii()
        && matches!(codec, Codec::Utf8 | Codec::Ascii | Codec::Latin1)
    {
        return Ok(Bytes::new(&rt.heap, ascii.as_bytes())?);
    }
    match codec::encode(codec, string.text(), errors_of(errors).unwrap_or(Errors::Strict)) {
        Ok(bytes) => Ok(Bytes::new(&rt.heap, &bytes)?),
        Err(CodecError::Problem(problem)) => Err(match (errors_of(errors), errors) {
            (None, Some(name)) => unknown_handler(rt, name),
            _ => codec_error(rt, ClassId::UnicodeEncodeError, problem, string),
        }),
        Err(CodecError::NotForDecoding) => Err(rt.type_error("wrong kind of error handler")),
    }
}

#[cold]
fn unknown_handler(rt: &mut Runtime, name: &Str) -> Raised {
    rt.raise(ClassId::LookupError, format!("unknown error handler name '{}'", name.to_rust()))
}

/// UnicodeDecodeError or UnicodeEncodeError over `object`.
#[cold]
pub fn codec_error(rt: &mut Runtime, class: ClassId, problem: Problem, object: &Object) -> Raised {
    let args = |rt: &mut Runtime| -> Result<[Object; 5]> {
        Ok([
            rt.new_str(problem.encoding)?.into(),
            object.clone(),
            rt.new_int(problem.start as i128)?,
            rt.new_int(problem.end as i128)?,
            rt.new_str(problem.reason)?.into(),
        ])
    };
    match args(rt) {
        Ok(args) => rt.raise_with(class, &args),
        Err(raised) => raised,
    }
}
