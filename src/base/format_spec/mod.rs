//! Formatting: the format mini-language, `%` formatting, and the field syntax of `str.format`.
//!
//! Promises: the text, and the texts of errors, that CPython 3.13 gives, for the C locale. Knows
//! nothing of objects: values come as [`IntRef`](super::bigint::IntRef), `f64` or
//! [`TextRef`](super::text::TextRef). Sizes that a script can ask for (width, precision) are checked
//! against a limit that the caller gives before anything is built.
//!
//! `spec.rs` parses `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`;
//! `apply.rs` applies it to text, ints and floats over the common layout in `number.rs`.
//! `quick.rs` does the usual ones on the stack.
//! `percent.rs` is printf-style formatting, `field.rs` the grammar of replacement fields.

mod apply;
mod field;
mod number;
mod percent;
mod quick;
mod spec;

pub use apply::{format_float, format_int, format_text};
pub use field::{Accessor, AutoNumber, Field, FieldPath, First, Piece, Pieces, split_field_name, unknown_conversion};
pub use percent::{
    Conversion, PercentPiece, PercentPieces, UsualPiece, percent_float, percent_int, percent_text,
    unsupported_character,
};
pub use quick::{Short, float_by_spec, int_by_spec, quick_float, quick_int, quick_text, text_by_spec};
pub use spec::{Align, Spec, SpecKind};

/// Why a format fails: the exception, worded as CPython does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// ValueError.
    Value(String),
    /// TypeError.
    Type(String),
    /// OverflowError.
    Overflow(String),
    /// MemoryError: the result would exceed the caller's limit.
    Memory,
    /// Whoever watched a long conversion wanted it to stop.
    Interrupted,
}

impl FormatError {
    fn value(message: impl Into<String>) -> FormatError {
        FormatError::Value(message.into())
    }
}

/// The message of an int that has too many digits for decimal text.
pub fn digit_limit_message(limit: usize) -> String {
    format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    )
}
