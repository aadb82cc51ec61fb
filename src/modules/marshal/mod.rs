//! `marshal`: values as bytes, in CPython's format (version 4). Code objects are refused.
//!
//! - `write`: from values to bytes.
//! - `read`: from bytes, or a file, to values.

mod read;
mod write;

use super::{NativeModule, set};
use crate::heap::Object;
use crate::layout::{Bytes, BytesBody};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::module::Module;

/// The version of the format that is written by default.
const VERSION: i32 = 4;

/// Containers inside containers up to here.
const DEPTH: usize = 2000;

methods! {
    static FUNCTIONS = [
        /// Write the value on the open binary file.
        ///
        /// ValueError is raised if the value is, or contains, something that
        /// cannot be marshalled.
        @function "dump"(value, file, version=4, /, *, allow_code=True) => dump;
        /// Return the bytes that dump(value, file) would write.
        ///
        /// ValueError is raised if the value is, or contains, something that
        /// cannot be marshalled.
        @function "dumps"(value, version=4, /, *, allow_code=True) => dumps;
        /// Read one value from the open binary file and return it.
        ///
        /// EOFError, ValueError or TypeError is raised if there is no valid value.
        @function "load"(file, /, *, allow_code=True) => load;
        /// Make a value of the bytes; what follows the value in them is ignored.
        ///
        /// EOFError, ValueError or TypeError is raised if there is no valid value.
        @function "loads"(bytes, /, *, allow_code=True) => loads;
    ];
}

fn dumps(rt: &mut Runtime, value: &Object, version: Option<i32>, _code: Option<bool>) -> Result<Bytes> {
    let bytes = write::write(rt, value, version.unwrap_or(VERSION))?;
    Ok(Bytes::new(&rt.heap, &bytes)?)
}

fn dump(rt: &mut Runtime, value: &Object, file: &Object, version: Option<i32>, code: Option<bool>) -> Result {
    let bytes = dumps(rt, value, version, code)?;
    rt.call_method(file, "write", &[bytes.into()])
}

fn loads(rt: &mut Runtime, bytes: &Object, _code: Option<bool>) -> Result {
    let Some(bytes) = bytes.cast::<BytesBody>() else {
        let got = rt.type_name(bytes);
        return Err(rt.type_error(format!("a bytes-like object is required, not '{got}'")));
    };
    read::read(rt, read::Source::Bytes(bytes.as_slice()))
}

fn load(rt: &mut Runtime, file: &Object, _code: Option<bool>) -> Result {
    read::read(rt, read::Source::File(file))
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    set(rt, module, "version", Object::small(VERSION))
}

/// The description of module `marshal`.
pub static MODULE: NativeModule = NativeModule {
    name: "marshal",
    doc: "Values as bytes, in the format that CPython uses for compiled modules and profiles.\n\nNone, booleans, numbers, strings, bytes, tuples, lists, sets, dictionaries of such\nvalues, Ellipsis and StopIteration can be written and read; code objects cannot.",
    functions: FUNCTIONS,
    init,
};
