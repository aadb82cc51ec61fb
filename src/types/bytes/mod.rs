//! `bytes`: immutable bytes (`layout::bytes`). What needs text algorithms treats them as Latin-1 units.
//!
//! - `slots`: repr, comparison, subscripts, `+`, `*`, `in`.
//! - `methods`: the table; `find`, `split`, `transform` have the functions.
//! - `data`: arguments that are bytes.
//! - `percent`: `format % values`.
//! - `new`: `bytes(…)`, and bytes from any object that can give them.
//! - `iterator`: `iter(b)`.

mod data;
mod find;
mod iterator;
mod methods;
mod new;
mod percent;
mod slots;
mod split;
mod transform;

use crate::heap::{Layout, ShapeId};
use crate::layout::BytesBody;
use crate::object::{BinaryOp, ClassFlags, ClassId, Slots, TypeDef};

pub use data::{Data, data};
pub use iterator::ITERATOR;
pub use new::from_object;
pub use slots::BytesWarnings;
pub use transform::hex;

/// `bytes`.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Bytes),
    name: "bytes",
    doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> \
          immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized \
          with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an \
          iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any \
          object implementing the buffer API.\n  - an integer",
    layout: BytesBody::info,
    shapes: &[ShapeId::BYTES, ShapeId::BYTES_LARGE],
    flags: ClassFlags::BASE | ClassFlags::MATCH_SELF | ClassFlags::SEQUENCE_SLOTS,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(new::new),
        repr: Some(slots::repr),
        str: Some(slots::text),
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
