//! `str.format` and `str.format_map`.

use super::text::{self, Text};
use crate::base::format_spec::{self, Accessor, AutoNumber, Field, First, Pieces};
use crate::base::text::{TextRef, find_watched};
use crate::base::watch::LONG_STRETCH;
use crate::heap::Object;
use crate::layout::{Str, StrBuilder};
use crate::object::{Args, ClassId, Keywords, Rest, Result, Runtime};
use crate::types::format::{format_error, push_quick};

/// Fields may stand in the specs of fields, and no deeper.
const LEVELS: u32 = 2;

/// Where the values of fields come from.
#[derive(Clone, Copy)]
enum Values<'a> {
    /// `format(*args, **kwargs)`.
    Arguments(&'a [Object], Args<'a>),
    /// `format_map(mapping)`.
    Mapping(&'a Object),
}

pub fn format(rt: &mut Runtime, this: &Str, args: Rest<'_>, keywords: Keywords<'_>) -> Result<Str> {
    if is_literal(rt, this)? {
        return Ok(this.clone());
    }
    render(rt, this.text(), Values::Arguments(args.0, keywords.0), &mut AutoNumber::default(), LEVELS)
}

pub fn format_map(rt: &mut Runtime, this: &Str, mapping: &Object) -> Result<Str> {
    if is_literal(rt, this)? {
        return Ok(this.clone());
    }
    render(rt, this.text(), Values::Mapping(mapping), &mut AutoNumber::default(), LEVELS)
}

/// Whether there is nothing to fill in; then CPython gives back the object itself.
fn is_literal(rt: &Runtime, format: &Str) -> Result<bool> {
    if let Some(text) = format.as_ascii().filter(|text| text.len() <= LONG_STRETCH) {
        return Ok(!text.is_empty() && !text.bytes().any(|byte| byte == b'{' || byte == b'}'));
    }
    for brace in [b"{", b"}"] {
        if find_watched(format.text(), TextRef::Ascii(brace), &|| rt.interrupt_waits())?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn render(
    rt: &mut Runtime,
    format: TextRef<'_>,
    values: Values<'_>,
    numbers: &mut AutoNumber,
    levels: u32,
) -> Result<Str> {
    if levels == 0 {
        return Err(rt.value_error("Max string recursion exceeded"));
    }
    let mut target = StrBuilder::with_capacity(&rt.heap, format.len() + 16)?;
    let mut pieces = Pieces::new(format);
    loop {
        rt.check_interrupts()?;
        let piece = match pieces.next_piece() {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(error) => return Err(format_error(rt, error)),
        };
        if !piece.literal.is_empty() {
            target.push_units(&rt.heap, text::units(format.slice(piece.literal)))?;
        }
        if let Some(field) = piece.field {
            let value = field_value(rt, format.slice(field.name.clone()), values, numbers)?;
            let plain = field.conversion.is_none() && !field.nested;
            if !(plain && push_quick(rt, &mut target, &value, format.slice(field.spec.clone()))?) {
                let shown = field_text(rt, format, &field, value, values, numbers, levels)?;
                target.push_string(&rt.heap, &shown)?;
            }
        }
    }
    Ok(target.finish(&rt.heap, &rt.strings)?)
}

/// The object that a field's name leads to.
fn field_value(rt: &mut Runtime, name: TextRef<'_>, values: Values<'_>, numbers: &mut AutoNumber) -> Result {
    let (first, mut path) = format_spec::split_field_name(name).map_err(|error| format_error(rt, error))?;
    let index = numbers.resolve(&first).map_err(|error| format_error(rt, error))?;
    let mut value = match (index, first) {
        (Some(index), _) => positional(rt, values, index)?,
        (None, First::Name(range)) => named(rt, values, name.slice(range))?,
        (None, _) => named(rt, values, TextRef::EMPTY)?,
    };
    while let Some(accessor) = path.next_accessor().map_err(|error| format_error(rt, error))? {
        value = match accessor {
            Accessor::Attribute(range) => {
                let name = text::new(rt, name.slice(range))?;
                rt.get_attr(&value, &name)?
            }
            Accessor::Index(index) => {
                let index = rt.new_int(index as i128)?;
                rt.get_item(&value, &index)?
            }
            Accessor::Key(range) => {
                let key = text::new(rt, name.slice(range))?;
                rt.get_item(&value, &key)?
            }
        };
    }
    Ok(value)
}

fn positional(rt: &mut Runtime, values: Values<'_>, index: usize) -> Result {
    match values {
        Values::Arguments(args, _) => match args.get(index) {
            Some(value) => Ok(value.clone()),
            None => Err(rt.index_error(format!("Replacement index {index} out of range for positional args tuple"))),
        },
        Values::Mapping(_) => Err(rt.value_error("Format string contains positional fields")),
    }
}

fn named(rt: &mut Runtime, values: Values<'_>, name: TextRef<'_>) -> Result {
    match values {
        Values::Arguments(_, keywords) => match keywords.keywords().find(|(keyword, _)| keyword.text().equals(name)) {
            Some((_, value)) => Ok(value.clone()),
            None => {
                let name = text::new(rt, name)?;
                Err(rt.raise_with(ClassId::KeyError, &[name.into()]))
            }
        },
        Values::Mapping(mapping) => {
            let name = text::new(rt, name)?;
            rt.get_item(mapping, &name)
        }
    }
}

/// A field's value converted and formatted by its spec, whose own fields are filled in first.
fn field_text(
    rt: &mut Runtime,
    format: TextRef<'_>,
    field: &Field,
    value: Object,
    values: Values<'_>,
    numbers: &mut AutoNumber,
    levels: u32,
) -> Result<Str> {
    let value: Object = match field.conversion {
        None => value,
        Some(0x72) => rt.repr(&value)?.into(),
        Some(0x73) => rt.str(&value)?.into(),
        Some(0x61) => super::ascii(rt, &value)?.into(),
        Some(code) => return Err(format_error(rt, format_spec::unknown_conversion(code))),
    };
    let spec = format.slice(field.spec.clone());
    let spec = if field.nested { render(rt, spec, values, numbers, levels - 1)? } else { text::new(rt, spec)? };
    rt.format(&value, &spec)
}
