//! Algorithms on text stored as one, two or four bytes per code point, and on bytes.
//!
//! Promises: what CPython's `str` and `bytes` methods answer, for any code points (lone surrogates
//! included), in time linear in the input. Knows nothing of objects: text is borrowed as a
//! [`TextRef`] (or a slice of [`CodeUnit`]s, where `&[u8]` serves bytes and Latin-1 alike) and comes
//! back as a [`TextBuf`], always in the narrowest form.
//!
//! Where to start: `unit.rs` (the forms), `builder.rs` (making text), `search.rs` (find, count),
//! `split.rs` and `replace.rs` on top of it; `classify.rs` and `case.rs` with the Unicode tables of
//! `tables.rs`; `escape.rs` (repr); `codec/` (bytes to text and back).

mod builder;
mod case;
mod classify;
pub mod codec;
mod copy;
mod escape;
mod layout;
mod places;
mod replace;
mod search;
mod short;
mod split;
mod tables;
mod two_way;
mod unit;

pub use builder::{AsciiStretch, TextBuf, TextBuilder};
pub use case::{capitalize, casefold, lower, lower_code, swapcase, title, upper, upper_code};
pub use classify::{
    Test, TitleState, all, decimal_value, digit_value, is, is_ascii_line_break, is_ascii_space, is_case_ignorable,
    is_cased, is_identifier, is_line_break, is_lower_text, is_printable, is_space, is_title_text, is_upper_text,
    is_xid_continue, is_xid_start, to_ascii_digits,
};
pub use copy::{copy_short, fill_short};
pub use escape::{
    escape_beyond_ascii, is_plain_for_repr, push_bytes_escaped, push_bytes_repr, push_escaped, push_repr,
    quote_watched, repr, repr_bytes,
};
pub use layout::{TabStops, expand_tabs, expand_tabs_from, pad, zero_fill};
pub use places::{MOST_PLACES, last_places, next_place, places_of_byte, places_of_spaces};
pub use replace::{ReplaceError, Replacing, TooLong, replace};
pub use search::{
    Searcher, clamp_range, count, ends_with, find, find_byte, find_bytes, find_unit, find_watched, rfind_byte,
    rfind_bytes, rfind_watched, starts_with,
};
pub use split::{
    Lines, Split, SplitSpaces, line_breaks_of_bytes, rsplit, rsplit_spaces, split, split_lines, split_spaces, strip,
    strip_spaces,
};
pub use unit::{CodeUnit, Codes, TextRef};

/// Runs the same expression on the units of a [`TextRef`], whatever their width.
#[macro_export]
macro_rules! with_units {
    ($text:expr, |$units:ident| $body:expr) => {
        match $text {
            $crate::base::text::TextRef::Ascii($units) => $body,
            $crate::base::text::TextRef::Latin1($units) => $body,
            $crate::base::text::TextRef::Ucs2($units) => $body,
            $crate::base::text::TextRef::Ucs4($units) => $body,
        }
    };
}
