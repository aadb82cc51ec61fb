//! Floor 0: what everybody may use and what uses nobody.
//!
//! Pure Rust without any knowledge of heap, objects, syntax or VM; the builtin types are thin layers
//! over it. Every function is total (whatever the input: no panic, no endless loop), results are
//! what CPython 3.13 gives, and errors are small enums that the object layer words. Where a message
//! is CPython's own text about the input, it comes as text.
//!
//! - `bigint`: integers of any size.
//! - `float_text`: floats as text and back, float arithmetic as Python defines it.
//! - `format_spec`: the format mini-language, `%` formatting, replacement fields.
//! - `hash`: hashing of strings and bytes under one key per interpreter.
//! - `text`: algorithms on strings of any width and on bytes.

pub mod bigint;
pub mod float_text;
pub mod format_spec;
pub mod hash;
pub mod text;
