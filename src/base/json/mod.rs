//! JSON as `json` reads and writes it: a scanner that tells a visitor what it finds, with
//! JSONDecodeError's messages and positions, and the escaping of strings for output.
//!
//! The scanner keeps its open containers on a stack of its own; a text may nest as deep as the
//! caller allows.

mod quote;
mod scan;

pub use quote::{quote, quote_ascii, quote_part};
pub use scan::{Constant, JsonError, ScanError, Visitor, scan, skip_space};
