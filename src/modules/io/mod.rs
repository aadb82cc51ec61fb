//! `_io`: files at the level of bytes, buffers and text; `open`; the standard streams.
//!
//! - `base`: the abstract classes `_IOBase`, `_RawIOBase`, `_BufferedIOBase`, `_TextIOBase`.
//! - `file`: `FileIO`. `raw`: what buffers ask of the stream below.
//! - `buffered`: `BufferedReader`, `BufferedWriter`, `BufferedRandom`.
//! - `text`: `TextIOWrapper`. `newline`: line ends.
//! - `bytes_io`, `string_io`: files in memory.
//! - `open`: the function. `standard`: `sys.stdin`, `sys.stdout`, `sys.stderr`.
//!
//! `stdlib/io.py` adds the abstract base classes that programs derive from.

mod base;
mod buffered;
mod bytes_io;
mod file;
mod newline;
mod open;
pub mod raw;
mod standard;
mod string_io;
mod text;

pub use raw::uninterrupted;
pub use standard::{flush_streams, install, is_standard_error, write_stderr};
pub use text::write_object;

use super::{NativeModule, set};
use crate::heap::{Allocator, HeapVec, Object, OutOfMemory};
use crate::layout::Tuple;
use crate::methods;
use crate::object::{Args, ClassId, Raised, Result, Runtime};
use crate::types::module::{Module, ModuleBody};

/// `io.DEFAULT_BUFFER_SIZE`.
pub const BUFFER_SIZE: usize = 8192;

methods! {
    static FUNCTIONS = [
        /// A helper function to choose the text encoding.
        ///
        /// When encoding is not None, this function returns it.
        /// Otherwise, this function returns the default text encoding
        /// (i.e. "locale" or "utf-8" depends on UTF-8 mode).
        @function "text_encoding"(encoding, stacklevel=2, /) => open::text_encoding;
        /// Opens the provided file with the intent to import the contents.
        @function "open_code"(path) => open::open_code;
    ];
}

/// `io.UnsupportedOperation`.
#[cold]
pub fn unsupported(rt: &mut Runtime, message: &str) -> Raised {
    let make = |rt: &mut Runtime| -> Result {
        let name = rt.intern("_io");
        let module = (rt.hooks.import)(rt, &name)?;
        let class = rt.get_attr_str(&module, "UnsupportedOperation")?;
        let message: Object = rt.new_str(message)?.into();
        rt.call(&class, &[message])
    };
    match make(rt) {
        Ok(exception) => Raised::new(exception),
        Err(raised) => raised,
    }
}

/// Appends so many zeros, or some of them if Ctrl-C waits.
pub fn extend_zeros(heap: &Allocator, bytes: &mut HeapVec<u8>, count: usize) -> std::result::Result<(), OutOfMemory> {
    static ZEROS: [u8; 1 << 16] = [0; 1 << 16];
    let mut left = count;
    while left > 0 {
        let part = left.min(ZEROS.len());
        bytes.extend_from_slice(heap, &ZEROS[..part])?;
        left -= part;
        if left > 0 {
            heap.go_on()?;
        }
    }
    Ok(())
}

/// The ValueError of a stream that was closed.
#[cold]
pub fn closed_error(rt: &mut Runtime) -> Raised {
    rt.value_error("I/O operation on closed file.")
}

/// Whether the object's class is a native type itself, no class derived from it in Python: then its methods are known.
#[inline]
pub fn is_native(rt: &Runtime, object: &Object) -> bool {
    rt.class_of(object).get(&rt.heap).def.is_some()
}

/// A size argument: absent, None and negative numbers mean all.
pub fn size_argument(rt: &mut Runtime, size: Option<&Object>) -> Result<Option<usize>> {
    let Some(size) = size.filter(|size| !size.is_none()) else { return Ok(None) };
    if !crate::types::repeat::is_index(rt, size) {
        let got = rt.type_name(size);
        return Err(rt.type_error(format!("argument should be integer or None, not '{got}'")));
    }
    Ok(usize::try_from(rt.to_index(size)?).ok())
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for def in [
        &base::IO_BASE,
        &base::RAW_BASE,
        &base::BUFFERED_BASE,
        &base::TEXT_BASE,
        &file::FILE_IO,
        &buffered::READER,
        &buffered::WRITER,
        &buffered::RANDOM,
        &bytes_io::BYTES_IO,
        &string_io::STRING_IO,
        &text::TEXT_IO_WRAPPER,
    ] {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    set(rt, module, "DEFAULT_BUFFER_SIZE", Object::small(BUFFER_SIZE as i32))?;
    let blocking = rt.class(ClassId::BlockingIOError).as_object().clone();
    set(rt, module, "BlockingIOError", blocking)?;
    let bases = [ClassId::OSError, ClassId::ValueError].map(|id| rt.class(id).as_object().clone());
    let bases = Tuple::from_array(&rt.heap, bases)?;
    let namespace = rt.new_dict()?;
    let home = rt.intern("io");
    rt.put_attribute(&namespace, "__module__", home.into())?;
    let (metaclass, name) = (rt.class(ClassId::Type).clone(), rt.intern("UnsupportedOperation"));
    let class = rt.new_class(&metaclass, &name, &bases, &namespace, Args::positional_only(&[]))?;
    set(rt, module, "UnsupportedOperation", class.into())?;
    let (builtins, name) = (rt.builtins.clone(), rt.intern("open"));
    if let Some(open) = builtins.get_str(&rt.heap, &name).cloned() {
        set(rt, module, "open", open)?;
    }
    Ok(())
}

/// The namespace of a loaded module.
pub fn loaded(rt: &mut Runtime, name: &str) -> Option<crate::layout::Dict> {
    let name = rt.intern(name);
    let module = rt.modules.get_str(&rt.heap, &name)?.clone();
    Some(module.cast::<ModuleBody>()?.get(&rt.heap).dict.clone())
}

/// The description of module `_io`.
pub static MODULE: NativeModule = NativeModule { name: "_io", doc: "", functions: FUNCTIONS, init };
