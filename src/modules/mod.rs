//! Floor 5: the native modules, one file or folder each, and the registry of them.
//!
//! A module is a table of functions and a function that adds the rest. The state that it shows lives on the floor that
//! uses it. Modules written in Python lie in `stdlib/`, embedded in the binary.

pub mod abc;
pub mod atexit;
pub mod binascii;
pub mod bisect;
pub mod codecs;
pub mod collections;
pub mod copying;
mod field_methods;
pub mod functools;
pub mod gc;
pub mod hashlib;
pub mod heap_queue;
pub mod heap_view;
pub mod io;
pub mod itertools;
pub mod json;
pub mod lines;
pub mod lsprof;
pub mod marshal;
pub mod math;
pub mod operator;
pub mod passwd;
pub mod path;
pub mod posix;
pub mod profiling;
pub mod prompt;
pub mod random;
pub mod sre;
pub mod stdlib_names;
pub mod string_format;
pub mod structure;
pub mod support;
pub mod sys;
pub mod system;
pub mod time;
pub mod traceback_text;
pub mod tracemalloc;
pub mod tracing;
pub mod typing_support;
pub mod warnings;
pub mod weakref;

use crate::object::{MethodDef, Result, Runtime};
use crate::types::module::Module;

/// A native module.
pub struct NativeModule {
    /// Its name.
    pub name: &'static str,
    /// Its docstring.
    pub doc: &'static str,
    /// Its functions.
    pub functions: &'static [MethodDef],
    /// Adds constants, classes and whatever else.
    pub init: fn(&mut Runtime, &Module) -> Result<()>,
}

/// Every native module: one row each.
#[rustfmt::skip]
pub static ALL: &[&NativeModule] = &[
    &abc::MODULE,
    &atexit::MODULE,
    &binascii::MODULE,
    &bisect::MODULE,
    &codecs::MODULE,
    &collections::MODULE,
    &copying::MODULE,
    &field_methods::MODULE,
    &functools::MODULE,
    &hashlib::MODULE,
    &heap_queue::MODULE,
    &heap_view::MODULE,
    &io::MODULE,
    &itertools::MODULE,
    &json::MODULE,
    &lines::MODULE,
    &lsprof::MODULE,
    &marshal::MODULE,
    &math::MODULE,
    &operator::MODULE,
    &gc::MODULE,
    &operator::OTHER,
    &passwd::MODULE,
    &posix::MODULE,
    &posix::constants::ERRNO,
    &profiling::MODULE,
    &random::MODULE,
    &prompt::MODULE,
    &sre::MODULE,
    &string_format::MODULE,
    &structure::MODULE,
    &sys::MODULE,
    &time::MODULE,
    &traceback_text::MODULE,
    &tracemalloc::MODULE,
    &typing_support::MODULE,
    &warnings::MODULE,
    &weakref::MODULE,
];

/// A module in `stdlib/`.
pub struct Embedded {
    /// Its dotted name.
    pub name: &'static str,
    /// Whether it is a package.
    pub is_package: bool,
    /// Its path in `stdlib/`.
    pub path: &'static str,
    /// Its text.
    pub source: &'static str,
    /// Its packed code (`bytecode::unpack`); empty if the file of the compiled library has none for this source.
    pub code: &'static [u8],
}

/// The modules in `stdlib/`, sorted by path.
pub static EMBEDDED: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/stdlib.rs"));

/// Makes the module object of a native module.
pub fn make(rt: &mut Runtime, native: &'static NativeModule) -> Result<Module> {
    let doc = if native.doc.is_empty() { crate::heap::Object::NONE } else { rt.new_str(native.doc)?.into() };
    let module = rt.new_module(native.name, doc)?;
    let dict = module.get(&rt.heap).dict.clone();
    let name = rt.intern(native.name);
    let loader = rt.intern("built-in");
    rt.put_attribute(&dict, "__loader__", loader.into())?;
    let package = rt.intern(native.name.rsplit_once('.').map_or("", |(package, _)| package));
    rt.put_attribute(&dict, "__package__", package.into())?;
    for def in native.functions {
        let function = rt.new_builtin_function(def, None, name.clone().into())?;
        rt.put_attribute(&dict, def.name, function)?;
    }
    (native.init)(rt, &module)?;
    Ok(module)
}

/// The setter of attributes that are members in CPython and cannot be written.
pub fn read_only(rt: &mut Runtime, _: &crate::heap::Object, _: Option<&crate::heap::Object>) -> Result<()> {
    Err(rt.raise(crate::object::ClassId::AttributeError, "readonly attribute"))
}

/// The module that a native function's errors name: whichever has it in its table.
pub fn module_of(def: &'static MethodDef) -> Option<&'static str> {
    let has = |native: &&&NativeModule| native.functions.iter().any(|function| std::ptr::eq(function, def));
    ALL.iter().find(has).map(|native| native.name)
}

/// Sets an attribute of a module under construction.
pub fn set(rt: &mut Runtime, module: &Module, name: &str, value: crate::heap::Object) -> Result<()> {
    let dict = module.get(&rt.heap).dict.clone();
    rt.put_attribute(&dict, name, value)
}
