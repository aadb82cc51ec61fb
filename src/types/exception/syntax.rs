//! `SyntaxError`.

use super::base::{body, no_keywords, set_args};
use super::fields::{field, field_attribute, set_fields};
use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::object::{Args, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};

/// Fields: msg, filename, lineno, offset, text, end_lineno, end_offset, print_file_and_line.
pub(super) fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    no_keywords(rt, this, &args)?;
    let values = args.positional();
    set_args(rt, this, values)?;
    let mut fields = [const { Object::NONE }; 8];
    if let Some(message) = values.first() {
        fields[0] = message.clone();
    }
    if values.len() == 2 {
        let details = rt.collect(&values[1])?;
        if details.len() != 4 && details.len() != 6 {
            let what = if details.len() < 4 { "at least 4" } else { "at most 6" };
            let got = details.len();
            if got == 5 {
                return Err(rt.type_error("end_offset must be provided when end_lineno is provided"));
            }
            return Err(rt.type_error(format!("function takes {what} arguments ({got} given)")));
        }
        for (place, value) in fields[1..].iter_mut().zip(details) {
            *place = value;
        }
    }
    set_fields(rt, this, fields)
}

fn str(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let (message, filename, line) = (field(rt, this, 0), field(rt, this, 1), field(rt, this, 2));
    if body(this).get(&rt.heap).fields.is_empty() {
        return Ok(rt.names.empty.clone());
    }
    let text = rt.str(&message)?.to_rust().into_owned();
    let name = filename.cast::<StrBody>().map(|f| {
        let path = f.to_rust().into_owned();
        path.rsplit('/').next().unwrap_or(&path).to_owned()
    });
    let line = Runtime::small_int(&line);
    let full = match (name, line) {
        (Some(name), Some(line)) => format!("{text} ({name}, line {line})"),
        (Some(name), None) => format!("{text} ({name})"),
        (None, Some(line)) => format!("{text} (line {line})"),
        (None, None) => text,
    };
    rt.new_str(&full)
}

/// The description of `SyntaxError`.
pub static SYNTAX_ERROR: TypeDef = TypeDef {
    id: Some(ClassId::SyntaxError),
    name: "SyntaxError",
    doc: "Invalid syntax.",
    base: ClassId::Exception,
    flags: ClassFlags::BASE,
    slots: Slots { init: Some(init), str: Some(str), ..Slots::EMPTY },
    getset: &[
        field_attribute!("msg", 0),
        field_attribute!("filename", 1),
        field_attribute!("lineno", 2),
        field_attribute!("offset", 3),
        field_attribute!("text", 4),
        field_attribute!("end_lineno", 5),
        field_attribute!("end_offset", 6),
        field_attribute!("print_file_and_line", 7),
    ],
    ..TypeDef::EMPTY
};
