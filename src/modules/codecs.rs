//! `_codecs`: the codecs that are built in, for `codecs`. Each is asked by its name.

use super::NativeModule;
use crate::base::text::codec::Codec;
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody, Str, StrBody};
use crate::methods;
use crate::object::{ClassId, Result, Runtime};
use crate::types::codec::{check_name, decode_native, encode_native};

methods! {
    static FUNCTIONS = [
        /// The name of the codec that is built in under this name or alias, or None.
        @function "native_name"(encoding, /) => native_name;
        /// Encode text with a codec that is built in.
        @function "native_encode"(encoding, input, errors = None, /) => native_encode;
        /// Decode bytes with a codec that is built in: the text and the number of bytes consumed.
        @function "native_decode"(encoding, input, errors = None, final = True, /) => native_decode;
        /// Unicode normalisation form KC.
        @function "compose"(text, /) => compose;
    ];
}

fn string<'a>(rt: &mut Runtime, object: &'a Object, what: &str) -> Result<&'a Str> {
    match object.cast::<StrBody>() {
        Some(text) => Ok(text),
        None => {
            let got = if object.is_none() { "None".to_owned() } else { rt.type_name(object) };
            Err(rt.type_error(format!("{what} must be str, not {got}")))
        }
    }
}

fn errors<'a>(rt: &mut Runtime, object: Option<&'a Object>, function: &str) -> Result<Option<&'a Str>> {
    match object.filter(|object| !object.is_none()) {
        None => Ok(None),
        Some(errors) => match errors.cast::<StrBody>() {
            Some(errors) => Ok(Some(errors)),
            None => {
                let got = rt.type_name(errors);
                Err(rt.type_error(format!("{function}() argument 2 must be str or None, not {got}")))
            }
        },
    }
}

fn codec_of(rt: &mut Runtime, encoding: &Object) -> Result<Codec> {
    let name = string(rt, encoding, "encoding")?;
    match Codec::from_name(&name.to_rust()) {
        Some(codec) => Ok(codec),
        None => Err(rt.raise(ClassId::LookupError, format!("unknown encoding: {}", name.to_rust()))),
    }
}

/// The name of CPython's function: `utf_8_encode`, `charmap_encode`.
fn function_name(codec: Codec, verb: &str) -> String {
    match codec {
        Codec::Charmap(_) => format!("charmap_{verb}"),
        Codec::Utf8Signed => format!("utf_8_{verb}"),
        codec => format!("{}_{verb}", codec.name().replace('-', "_")),
    }
}

fn native_name(rt: &mut Runtime, encoding: &Object) -> Result {
    let name = string(rt, encoding, "lookup() argument")?;
    check_name(rt, name)?;
    match Codec::from_name(&name.to_rust()) {
        Some(Codec::Latin1) => Ok(rt.intern_static("iso8859-1").into()),
        Some(codec) => Ok(rt.intern_static(codec.name()).into()),
        None => Ok(Object::NONE),
    }
}

fn native_encode(rt: &mut Runtime, encoding: &Object, input: &Object, handler: Option<&Object>) -> Result {
    let codec = codec_of(rt, encoding)?;
    let function = function_name(codec, "encode");
    let input = string(rt, input, &format!("{function}() argument 1"))?;
    let handler = errors(rt, handler, &function)?;
    Ok(encode_native(rt, codec, input, handler)?.into())
}

fn native_decode(
    rt: &mut Runtime,
    encoding: &Object,
    input: &Object,
    handler: Option<&Object>,
    last: Option<&Object>,
) -> Result {
    let codec = codec_of(rt, encoding)?;
    let handler = errors(rt, handler, &function_name(codec, "decode"))?;
    let escapes = matches!(codec, Codec::UnicodeEscape | Codec::RawUnicodeEscape);
    let owned;
    let bytes: &Bytes = match (input.cast::<BytesBody>(), input.cast::<StrBody>()) {
        (Some(bytes), _) => bytes,
        // The text of a source, whose encoding is UTF-8.
        (_, Some(text)) if escapes => {
            owned = encode_native(rt, Codec::Utf8, text, None)?;
            &owned
        }
        _ => {
            let got = rt.type_name(input);
            return Err(rt.type_error(format!("a bytes-like object is required, not '{got}'")));
        }
    };
    let last = match last {
        Some(last) => rt.truth(last)?,
        None => true,
    };
    let (text, consumed) = decode_native(rt, codec, bytes, last, handler)?;
    let consumed = rt.new_int(consumed as i128)?;
    Ok(rt.new_tuple(vec![text.into(), consumed])?.into())
}

fn compose(rt: &mut Runtime, text: &Object) -> Result {
    use unicode_normalization::UnicodeNormalization;
    let text = string(rt, text, "argument")?;
    let composed: String = text.to_rust().nfkc().collect();
    Ok(rt.new_str(&composed)?.into())
}

/// The description of the module.
pub static MODULE: NativeModule = NativeModule { name: "_codecs", doc: "", functions: FUNCTIONS, init: |_, _| Ok(()) };
