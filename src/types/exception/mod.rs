//! The exception hierarchy: what BaseException does, and the classes with attributes of their own.
//!
//! All exceptions share one body; the attributes that a builtin class adds (`errno`, `value`, `name`, …) lie in its
//! `fields`, in the order in which the class's table declares them.

mod base;
mod fields;
mod group;
mod os_error;
mod plain;
mod syntax;
mod unicode;

pub use base::{BASE_EXCEPTION, set_context};
pub use fields::{ATTRIBUTE_ERROR, IMPORT_ERROR, KEY_ERROR, NAME_ERROR, STOP_ITERATION, SYSTEM_EXIT};
pub use group::{BASE_EXCEPTION_GROUP, EXCEPTION_GROUP, derive_part, split_group};
pub use os_error::{OS_ERROR, os_error, os_error_with_path};
pub use syntax::SYNTAX_ERROR;
pub use unicode::{UNICODE_DECODE_ERROR, UNICODE_ENCODE_ERROR, UNICODE_TRANSLATE_ERROR};

use crate::layout::{Str, StrBuilder};
use crate::object::{Result, Runtime, TypeDef};

/// A piece of an exception's text.
enum Piece<'a> {
    Text(&'a str),
    Str(&'a Str),
}

/// A text of pieces that may be very long.
fn joined(rt: &Runtime, pieces: &[Piece<'_>]) -> Result<Str> {
    let mut text = StrBuilder::new();
    for piece in pieces {
        match piece {
            Piece::Text(piece) => text.push_str(&rt.heap, piece)?,
            Piece::Str(piece) => text.push_string(&rt.heap, piece)?,
        }
    }
    Ok(text.finish(&rt.heap, &rt.strings)?)
}

/// Every exception class.
pub static ALL: &[&[&TypeDef]] = &[OWN, &plain::PLAIN, &plain::WARNINGS, &plain::SPECIAL];

/// The exception classes with attributes and methods of their own.
static OWN: &[&TypeDef] = &[
    &BASE_EXCEPTION,
    &BASE_EXCEPTION_GROUP,
    &EXCEPTION_GROUP,
    &STOP_ITERATION,
    &SYSTEM_EXIT,
    &KEY_ERROR,
    &ATTRIBUTE_ERROR,
    &NAME_ERROR,
    &IMPORT_ERROR,
    &OS_ERROR,
    &SYNTAX_ERROR,
    &UNICODE_DECODE_ERROR,
    &UNICODE_ENCODE_ERROR,
    &UNICODE_TRANSLATE_ERROR,
];
