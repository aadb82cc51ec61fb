//! `_json`: the scanner and the encoder behind `json`, over `base::json`.
//!
//! - `decode`: text to objects. `encode`: objects to text.

mod decode;
mod encode;

use super::NativeModule;
use crate::methods;

methods! {
    static FUNCTIONS = [
        /// The value that begins at a place of a text, and the place behind it.
        @function "decode"(text, start, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, /) => decode::decode;
        /// The place of the first character from a place on that is no white space.
        @function "skip_space"(text, start, /) => decode::skip_space;
        /// scanstring(string, end, strict=True) -> (string, end)
        ///
        /// Scan the string s for a JSON string. End is the index of the
        /// character in s after the quote that started the JSON string.
        @function "scanstring"(string, end, strict=True, /) => decode::scan_string;
        /// The JSON text of an object.
        @function "encode"(object, default, settings, /) => encode::encode;
        /// encode_basestring(string) -> string
        ///
        /// Return a JSON representation of a Python string
        @function "encode_basestring"(string, /) => encode::quoted;
        /// encode_basestring_ascii(string) -> string
        ///
        /// Return an ASCII-only JSON representation of a Python string
        @function "encode_basestring_ascii"(string, /) => encode::quoted_ascii;
    ];
}

/// The description of module `_json`.
pub static MODULE: NativeModule =
    NativeModule { name: "_json", doc: "json speedups\n", functions: FUNCTIONS, init: |_, _| Ok(()) };
