//! `_string`: the parsers that `string.Formatter` uses.

use super::NativeModule;
use crate::base::format_spec::{Accessor, First, Pieces, split_field_name};
use crate::heap::{HeapVec, Object, Ref};
use crate::layout::{Str, StrBody, Tuple};
use crate::modules::support::this_iterator;
use crate::object::{Result, Runtime, Slots, TypeDef};
use crate::types::format::format_error;
use crate::types::str::text::Text;
use crate::{layout, methods};

methods! {
    static FUNCTIONS = [
        /// parse the argument as a format string
        @function "formatter_parser"(format, /) => parser;
        /// split the argument as a field name
        @function "formatter_field_name_split"(name, /) => split;
    ];
}

layout! {
    /// Body of an iterator over what was parsed; an error comes after the items before it.
    pub struct ParsedBody as "formatteriterator" {
        /// The items.
        pub items: HeapVec<Object>,
        /// The next item.
        pub index: usize,
        /// The error at the end.
        pub error: Option<Object>,
    }
}

fn text_of<'a>(rt: &mut Runtime, object: &'a Object) -> Result<&'a Str> {
    match object.cast::<StrBody>() {
        Some(text) => Ok(text),
        None => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("expected str, got {got}")))
        }
    }
}

fn part(rt: &Runtime, text: &Str, range: std::ops::Range<usize>) -> Result {
    Ok(text.slice(&rt.heap, &rt.strings, range.start, range.end)?.into())
}

fn make(rt: &mut Runtime, def: &'static TypeDef, items: Vec<Object>, error: Option<Object>) -> Result {
    let class = rt.native_class(def)?;
    let items = HeapVec::from_exact(&rt.heap, items.into_iter())?;
    Ok(rt.alloc_for(&class, ParsedBody { items, index: 0, error })?.into())
}

/// The pieces: (literal text, field name, format spec, conversion).
fn parser(rt: &mut Runtime, format: &Object) -> Result {
    let format = text_of(rt, format)?;
    let mut pieces = Pieces::new(format.text());
    let (mut items, mut error) = (Vec::new(), None);
    loop {
        let piece = match pieces.next_piece() {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(problem) => {
                error = Some(format_error(rt, problem).into_object());
                break;
            }
        };
        let literal = part(rt, format, piece.literal)?;
        let item = match piece.field {
            None => [literal, Object::NONE, Object::NONE, Object::NONE],
            Some(field) => {
                let conversion = match field.conversion {
                    Some(character) => rt.strings.character(&rt.heap, character)?.into(),
                    None => Object::NONE,
                };
                [literal, part(rt, format, field.name)?, part(rt, format, field.spec)?, conversion]
            }
        };
        items.push(Tuple::from_array(&rt.heap, item)?.into());
    }
    make(rt, &FORMATTER_ITERATOR, items, error)
}

/// The first part of a field name and an iterator over (is attribute, name or index).
fn split(rt: &mut Runtime, name: &Object) -> Result<Tuple> {
    let name = text_of(rt, name)?;
    let (first, mut path) = match split_field_name(name.text()) {
        Ok(parts) => parts,
        Err(problem) => return Err(format_error(rt, problem)),
    };
    let first = match first {
        First::Empty => rt.strings.empty().into(),
        First::Index(index) => rt.new_int(index as i128)?,
        First::Name(range) => part(rt, name, range)?,
    };
    let (mut items, mut error) = (Vec::new(), None);
    loop {
        let (is_attribute, value) = match path.next_accessor() {
            Ok(Some(Accessor::Attribute(range))) => (true, part(rt, name, range)?),
            Ok(Some(Accessor::Key(range))) => (false, part(rt, name, range)?),
            Ok(Some(Accessor::Index(index))) => (false, rt.new_int(index as i128)?),
            Ok(None) => break,
            Err(problem) => {
                error = Some(format_error(rt, problem).into_object());
                break;
            }
        };
        items.push(Tuple::from_array(&rt.heap, [Object::bool(is_attribute), value])?.into());
    }
    let rest = make(rt, &FIELD_NAME_ITERATOR, items, error)?;
    Ok(Tuple::from_array(&rt.heap, [first, rest])?)
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let parsed: &Ref<ParsedBody> = this.cast().expect("slots of such an iterator get one");
    let body = parsed.get_mut(&mut rt.heap).0;
    if let Some(item) = body.items.get(body.index) {
        body.index += 1;
        return Ok(Some(item.clone()));
    }
    match body.error.take() {
        Some(error) => Err(crate::object::Raised::new(error)),
        None => Ok(None),
    }
}

static FORMATTER_ITERATOR: TypeDef = TypeDef {
    name: "formatteriterator",
    layout: <ParsedBody as crate::heap::Layout>::info,
    slots: Slots { iter: Some(this_iterator), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};

static FIELD_NAME_ITERATOR: TypeDef = TypeDef {
    name: "fieldnameiterator",
    layout: <ParsedBody as crate::heap::Layout>::info,
    slots: Slots { iter: Some(this_iterator), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};

/// The description of module `_string`.
pub static MODULE: NativeModule =
    NativeModule { name: "_string", doc: "string helper module", functions: FUNCTIONS, init: |_, _| Ok(()) };
