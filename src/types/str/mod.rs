//! `str`: immutable text (`layout::string`); the algorithms are `base::text`'s.
//!
//! - `slots`: repr, comparison, subscripts, `+`, `*`, `in`.
//! - `methods`: the table; `find`, `split`, `case`, `translate`, `format` have the functions.
//! - `percent`, `percent_short`: `format % values`; short results of usual values.
//! - `new`: `str(…)`.
//! - `iterator`: `iter(s)`.
//! - `text`: the way between string objects and `base::text`.

mod case;
mod find;
mod format;
mod iterator;
mod long;
mod methods;
mod new;
mod percent;
mod percent_short;
mod slots;
mod split;
pub mod text;
mod translate;

use crate::heap::{Layout, ShapeId};
use crate::layout::StrBody;
use crate::object::{BinaryOp, ClassFlags, ClassId, Slots, TypeDef};

pub use case::{capitalize_ascii, only, swap_ascii, title_ascii};
pub use iterator::{ASCII_ITERATOR, ITERATOR, StrIteratorBody, next_character};
pub use long::{are_long, in_parts};
pub use percent::remainder as percent;
pub use slots::{ascii, has_part, to_ascii};
pub use split::split;
pub use text::Text;

/// `str`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Str),
    name: "str",
    doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from \
          the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will \
          be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() \
          (if defined)\nor repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
    layout: StrBody::info,
    shapes: &[ShapeId::STR, ShapeId::STR_LARGE],
    flags: ClassFlags::BASE | ClassFlags::MATCH_SELF | ClassFlags::SEQUENCE_SLOTS,
    slots: Slots {
        new: Some(new::new),
        repr: Some(slots::repr),
        str: Some(slots::exact),
        hash: Some(slots::hash),
        compare: Some(slots::compare),
        len: Some(slots::len),
        get_item: Some(slots::get_item),
        contains: Some(slots::contains),
        iter: Some(iterator::iter),
        ..Slots::EMPTY
    }
    .with_binary(BinaryOp::Add, slots::add)
    .with_binary(BinaryOp::Multiply, slots::multiply)
    .with_binary(BinaryOp::Remainder, percent::remainder),
    methods: methods::METHODS,
    ..TypeDef::EMPTY
};
