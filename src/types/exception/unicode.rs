//! `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`.

use super::base::{body, new as base_new, no_keywords, set_args};
use super::fields::{field, field_attribute, set_field, set_fields};
use crate::heap::Object;
use crate::layout::{BytesBody, Str, StrBody};
use crate::object::{Args, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};

/// Refuses an argument that is no string. `place` counts from 1.
fn check_text(rt: &mut Runtime, place: usize, value: &Object) -> Result<()> {
    if value.cast::<StrBody>().is_none() {
        let got = rt.type_name(value);
        return Err(rt.type_error(format!("argument {place} must be str, not {got}")));
    }
    Ok(())
}

/// A place in the object as an int.
fn place(rt: &mut Runtime, value: &Object) -> Result {
    let number = rt.to_index(value)?;
    rt.new_int((number as i64).into())
}

/// Fields: encoding, object, start, end, reason.
fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    no_keywords(rt, this, &args)?;
    let values = args.positional();
    let [encoding, object, start, end, reason] = values else {
        let got = values.len();
        return Err(rt.type_error(format!("function takes exactly 5 arguments ({got} given)")));
    };
    check_text(rt, 1, encoding)?;
    let decoding = rt.is_instance_of(this, ClassId::UnicodeDecodeError);
    let got = rt.type_name(object);
    if decoding && object.cast::<BytesBody>().is_none() {
        return Err(rt.type_error(format!("a bytes-like object is required, not '{got}'")));
    }
    if !decoding {
        check_text(rt, 2, object)?;
    }
    let (start, end) = (place(rt, start)?, place(rt, end)?);
    check_text(rt, 5, reason)?;
    set_args(rt, this, values)?;
    let fields = [encoding.clone(), object.clone(), start, end, reason.clone()];
    set_fields(rt, this, fields)
}

fn translate_init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    no_keywords(rt, this, &args)?;
    let values = args.positional();
    let [object, start, end, reason] = values else {
        let got = values.len();
        return Err(rt.type_error(format!("function takes exactly 4 arguments ({got} given)")));
    };
    check_text(rt, 1, object)?;
    let (start, end) = (place(rt, start)?, place(rt, end)?);
    check_text(rt, 4, reason)?;
    set_args(rt, this, values)?;
    let fields = [Object::UNBOUND, object.clone(), start, end, reason.clone()];
    set_fields(rt, this, fields)
}

/// (start, end) as they were set, and the index of the only character between them, if it is one.
fn range(rt: &Runtime, this: &Object, len: usize) -> (i64, i64, Option<usize>) {
    let number = |i| Runtime::exact_i64(&field(rt, this, i)).unwrap_or(0);
    let (start, end) = (number(2), number(3));
    let index = usize::try_from(start).ok().filter(|&index| index < len && end == start.saturating_add(1));
    (start, end, index)
}

/// Encoding and reason as the message shows them; what has been deleted reads as `<NULL>`.
fn texts(rt: &mut Runtime, this: &Object) -> Result<(String, String)> {
    let mut text = |index: usize| -> Result<String> {
        match body(this).get(&rt.heap).fields.get(index).cloned() {
            Some(value) if !value.is_unbound() => Ok(rt.str(&value)?.to_rust().into_owned()),
            _ => Ok("<NULL>".to_owned()),
        }
    };
    Ok((text(0)?, text(4)?))
}

fn decode_str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    if body(this).get(&rt.heap).fields.is_empty() {
        return Ok(rt.names.empty.clone());
    }
    let (encoding, reason) = texts(rt, this)?;
    let object = field(rt, this, 1);
    let bytes = object.cast::<BytesBody>().map_or(&[][..], |bytes| bytes.as_slice());
    let (start, end, index) = range(rt, this, bytes.len());
    let text = match index.and_then(|index| bytes.get(index)) {
        Some(byte) => format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"),
        None => {
            let last = end.saturating_sub(1);
            format!("'{encoding}' codec can't decode bytes in position {start}-{last}: {reason}")
        }
    };
    rt.new_str(&text)
}

/// A character as error texts show it.
fn shown(character: u32) -> String {
    if character <= 0xff {
        format!("\\x{character:02x}")
    } else if character <= 0xffff {
        format!("\\u{character:04x}")
    } else {
        format!("\\U{character:08x}")
    }
}

fn character_str(rt: &mut Runtime, this: &Object, verb: &str) -> Result<Str> {
    if body(this).get(&rt.heap).fields.is_empty() {
        return Ok(rt.names.empty.clone());
    }
    let (encoding, reason) = texts(rt, this)?;
    let object = field(rt, this, 1);
    let len = object.cast::<StrBody>().map_or(0, |s| s.len());
    let (start, end, index) = range(rt, this, len);
    let subject = if verb == "translate" { String::new() } else { format!("'{encoding}' codec ") };
    let verb = if verb == "translate" { "can't translate" } else { "can't encode" };
    let text = match object.cast::<StrBody>().zip(index) {
        Some((string, index)) => {
            let character = shown(string.char_at(index));
            format!("{subject}{verb} character '{character}' in position {start}: {reason}")
        }
        None => format!("{subject}{verb} characters in position {start}-{}: {reason}", end.saturating_sub(1)),
    };
    rt.new_str(&text)
}

fn encode_str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    character_str(rt, this, "encode")
}

fn translate_str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    character_str(rt, this, "translate")
}

/// Declares `start` or `end`: an int that fits into a machine word, 0 before it is set.
macro_rules! place_attribute {
    ($name:literal, $index:expr) => {
        GetSetDef {
            name: $name,
            doc: "",
            get: |rt, this| match field(rt, this, $index) {
                unset if unset.is_none() => Ok(Object::small(0)),
                value => Ok(value),
            },
            set: Some(|rt, this, value| {
                let Some(value) = value else {
                    return Err(rt.type_error("can't delete numeric/char attribute"));
                };
                if !rt.is_instance_of(value, ClassId::Int) {
                    return Err(rt.type_error("an integer is required"));
                }
                match Runtime::exact_i64(value) {
                    Some(number) => {
                        let number = rt.new_int(number.into())?;
                        set_field(rt, this, $index, number)
                    }
                    None => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
                }
            }),
        }
    };
}

static GETSET: &[GetSetDef] = &[
    field_attribute!("encoding", 0),
    field_attribute!("object", 1),
    place_attribute!("start", 2),
    place_attribute!("end", 3),
    field_attribute!("reason", 4),
];

/// The description of `UnicodeDecodeError`.
pub static UNICODE_DECODE_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::UnicodeDecodeError),
    name: "UnicodeDecodeError",
    doc: "Unicode decoding error.",
    base: ClassId::UnicodeError,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(base_new), init: Some(init), str: Some(decode_str), ..Slots::EMPTY },
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// The description of `UnicodeEncodeError`.
pub static UNICODE_ENCODE_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::UnicodeEncodeError),
    name: "UnicodeEncodeError",
    doc: "Unicode encoding error.",
    base: ClassId::UnicodeError,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(base_new), init: Some(init), str: Some(encode_str), ..Slots::EMPTY },
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// The description of `UnicodeTranslateError`.
pub static UNICODE_TRANSLATE_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::UnicodeTranslateError),
    name: "UnicodeTranslateError",
    doc: "Unicode translation error.",
    base: ClassId::UnicodeError,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(base_new), init: Some(translate_init), str: Some(translate_str), ..Slots::EMPTY },
    getset: GETSET,
    ..TypeDef::EMPTY
};
