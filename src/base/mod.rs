//! Floor 0: what everybody may use and what uses nobody.
//!
//! Pure Rust without any knowledge of heap, objects, syntax or VM; the builtin types are thin layers
//! over it. Every function is total (whatever the input: no panic, no endless loop), results are
//! what CPython 3.13 gives, and errors are small enums that the object layer words. Where a message
//! is CPython's own text about the input, it comes as text.
//!
//! - `archive`: zip files as folders of modules.
//! - `bigint`: integers of any size.
//! - `container_hash`: hashes of tuples and frozensets.
//! - `float_text`: floats as text and back, float arithmetic as Python defines it.
//! - `format_spec`: the format mini-language, `%` formatting, replacement fields.
//! - `hash`: hashing of strings and bytes under one key per interpreter.
//! - `json`: JSON scanner and string quoting.
//! - `random_source`: the Mersenne Twister.
//! - `shipped`: the file of the compiled library.
//! - `sort`: the stable sort of `list.sort`.
//! - `special`: the gamma function, sums of floats rounded once.
//! - `struct_format`: the formats of `struct` and the bytes of single values.
//! - `suggest`: "Did you mean".
//! - `text`: algorithms on strings of any width and on bytes.
//! - `regex`: the engine of `re`.
//! - `watch`: long work that can be stopped.
//! - `waste`: freeing of very many items that gives way to Ctrl-C.

pub mod archive;
pub mod bigint;
pub mod container_hash;
pub mod float_text;
pub mod format_spec;
pub mod hash;
pub mod json;
pub mod random_source;
pub mod regex;
pub mod shipped;
pub mod sort;
pub mod special;
pub mod struct_format;
pub mod suggest;
pub mod system;
pub mod text;
pub mod waste;
pub mod watch;
