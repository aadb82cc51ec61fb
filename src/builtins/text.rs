//! Functions on text: `repr`, `ascii`, `format`, `chr`, `ord`.

use crate::heap::Object;
use crate::layout::{BytesBody, Str, StrBody};
use crate::methods;
use crate::object::{Result, Runtime, SizeIndex};
use crate::types::str::ascii;

methods! {
    pub static FUNCTIONS = [
        /// Return the canonical string representation of the object.
        ///
        /// For many object types, including most builtins, eval() will return
        /// an object equal to that of the original object.
        @function "repr"(obj, /) => repr;
        /// Return an ASCII-only representation of an object.
        ///
        /// As repr(), return a string containing a printable representation of an
        /// object, but escape the non-ASCII characters in the string returned by
        /// repr() using \\x, \\u or \\U escapes. This generates a string similar
        /// to that returned by repr() in Python 2.
        @function "ascii"(obj, /) => ascii;
        /// Return type(value).__format__(value, format_spec)
        ///
        /// Many built-in types implement format_spec according to the
        /// Format Specification Mini-language. See help('FORMATTING') for
        /// details.
        ///
        /// If type(value) does not supply a method named __format__
        /// and format_spec is empty, then str(value) is returned.
        @function "format"(value, format_spec="", /) => format;
        /// Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.
        @function "chr"(i, /) => chr;
        /// Return the Unicode code point for a one-character string.
        @function "ord"(c, /) => ord;
    ];
}

fn repr(rt: &mut Runtime, object: &Object) -> Result<Str> {
    rt.repr(object)
}

fn format(rt: &mut Runtime, value: &Object, spec: Option<&Object>) -> Result<Str> {
    let empty = rt.names.empty.clone();
    let spec = match spec {
        None => &empty,
        Some(spec) => match spec.cast::<StrBody>() {
            Some(spec) => spec,
            None => {
                let got = if spec.is_none() { "None".to_owned() } else { rt.type_name(spec) };
                return Err(rt.type_error(format!("format() argument 2 must be str, not {got}")));
            }
        },
    };
    rt.format(value, spec)
}

fn chr(rt: &mut Runtime, code: SizeIndex) -> Result<Str> {
    match u32::try_from(code.0).ok().filter(|c| *c < 0x11_0000) {
        Some(c) => Ok(rt.strings.character(&rt.heap, c)?),
        None => Err(rt.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(rt: &mut Runtime, object: &Object) -> Result {
    let (value, len) = if let Some(text) = object.cast::<StrBody>() {
        (if text.len() == 1 { text.char_at(0) } else { 0 }, text.len())
    } else if let Some(bytes) = object.cast::<BytesBody>() {
        let bytes = bytes.as_slice();
        (bytes.first().copied().unwrap_or(0).into(), bytes.len())
    } else {
        let got = rt.type_name(object);
        return Err(rt.type_error(format!("ord() expected string of length 1, but {got} found")));
    };
    if len == 1 {
        return rt.new_int(value.into());
    }
    Err(rt.type_error(format!("ord() expected a character, but string of length {len} found")))
}
