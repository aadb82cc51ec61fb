//! The abstract classes of files. Their methods call the others by name, so that classes written in Python need to
//! define but a few.

use super::buffered::BufferedBody;
use super::file::FileBody;
use super::text::TextBody;
use super::{closed_error, is_native, size_argument, unsupported};
use crate::heap::{HeapVec, Object};
use crate::layout::{BytesBody, List, StrBody};
use crate::methods;
use crate::object::{ClassFlags, GetSetDef, Result, Runtime, Slots, TypeDef};

/// The attribute that marks a closed stream of a class written in Python.
const CLOSED: &str = "__IOBase_closed";

/// The stream's `closed`.
pub fn is_closed(rt: &mut Runtime, this: &Object) -> Result<bool> {
    let name = rt.intern_static("closed");
    let closed = rt.get_attr(this, &name)?;
    rt.truth(&closed)
}

/// ValueError if the stream is closed.
pub fn check_open(rt: &mut Runtime, this: &Object) -> Result<()> {
    if is_closed(rt, this)? { Err(closed_error(rt)) } else { Ok(()) }
}

/// UnsupportedOperation unless the stream says yes.
pub fn check(rt: &mut Runtime, this: &Object, method: &str, message: &str) -> Result<()> {
    let answer = rt.call_method(this, method, &[])?;
    if answer.is(&Object::TRUE) { Ok(()) } else { Err(unsupported(rt, message)) }
}

methods! {
    static METHODS = [
        /// Change the stream position to the given byte offset.
        "seek"(offset, whence=0, /) => |rt: &mut Runtime, _: &Object, _: &Object, _: Option<&Object>| -> Result { Err(unsupported(rt, "seek")) };
        /// Return current stream position.
        "tell"() => |rt: &mut Runtime, this: &Object| rt.call_method(this, "seek", &[Object::small(0), Object::small(1)]);
        /// Truncate file to size bytes.
        "truncate"(size=None, /) => |rt: &mut Runtime, _: &Object, _: Option<&Object>| -> Result { Err(unsupported(rt, "truncate")) };
        /// Return underlying file descriptor if one exists.
        "fileno"() => |rt: &mut Runtime, _: &Object| -> Result { Err(unsupported(rt, "fileno")) };
        /// Flush write buffers, if applicable.
        "flush"() => flush;
        /// Flush and close the IO object.
        "close"() => close;
        /// Return whether object supports random access.
        "seekable"() => |_: &mut Runtime, _: &Object| false;
        /// Return whether object was opened for reading.
        "readable"() => |_: &mut Runtime, _: &Object| false;
        /// Return whether object was opened for writing.
        "writable"() => |_: &mut Runtime, _: &Object| false;
        /// Return whether this is an 'interactive' stream.
        "isatty"() => |rt: &mut Runtime, this: &Object| check_open(rt, this).map(|()| false);
        "_checkClosed"(msg=None, /) => |rt: &mut Runtime, this: &Object, _: Option<&Object>| check_open(rt, this);
        "_checkSeekable"(msg=None, /) => |rt: &mut Runtime, this: &Object, _: Option<&Object>|
            check(rt, this, "seekable", "File or stream is not seekable.");
        "_checkReadable"(msg=None, /) => |rt: &mut Runtime, this: &Object, _: Option<&Object>|
            check(rt, this, "readable", "File or stream is not readable.");
        "_checkWritable"(msg=None, /) => |rt: &mut Runtime, this: &Object, _: Option<&Object>|
            check(rt, this, "writable", "File or stream is not writable.");
        "__enter__"() => |rt: &mut Runtime, this: &Object| check_open(rt, this).map(|()| this.clone());
        "__exit__"(*args) => |rt: &mut Runtime, this: &Object, _: crate::object::Rest<'_>| rt.call_method(this, "close", &[]);
        "__del__"() => finalize;
        /// Read and return a line from the stream.
        "readline"(size=-1, /) => readline;
        /// Return a list of lines from the stream.
        "readlines"(hint=-1, /) => readlines;
        /// Write a list of lines to stream.
        "writelines"(lines, /) => writelines;
    ];
}

fn flush(rt: &mut Runtime, this: &Object) -> Result<()> {
    check_open(rt, this)
}

fn own_closed(rt: &mut Runtime, this: &Object) -> bool {
    let name = rt.intern_static(CLOSED);
    matches!(rt.get_attr_opt(this, &name), Ok(Some(_)))
}

fn close(rt: &mut Runtime, this: &Object) -> Result<()> {
    if own_closed(rt, this) {
        return Ok(());
    }
    let flushed = rt.call_method(this, "flush", &[]);
    let name = rt.intern_static(CLOSED);
    rt.set_attr(this, &name, &Object::TRUE)?;
    flushed.map(drop)
}

/// Flushes a stream and closes the one below it, whatever the first came to. Of two errors the second is raised, with
/// the first as its context.
pub fn flush_and_close(rt: &mut Runtime, this: &Object, below: &Object) -> Result {
    let flushed = rt.call_method(this, "flush", &[]);
    let closed = rt.call_method(below, "close", &[]);
    match (flushed, closed) {
        (Ok(_), closed) => closed,
        (Err(first), Ok(_)) => Err(first),
        (Err(first), Err(second)) => {
            let first = rt.exception(first);
            crate::types::exception::set_context(rt, second.object(), &first);
            Err(second)
        }
    }
}

/// The file below a stream, if it is open and ends with the stream.
fn open_file(rt: &Runtime, this: &Object) -> Option<Object> {
    let mut stream = this.clone();
    loop {
        let below = match (stream.cast::<TextBody>(), stream.cast::<BufferedBody>()) {
            (Some(text), _) => text.get(&rt.heap).buffer.clone(),
            (_, Some(buffered)) => buffered.get(&rt.heap).raw.clone(),
            _ => break,
        };
        stream = below;
    }
    let file = stream.cast::<FileBody>()?.get(&rt.heap);
    (file.descriptor >= 0 && file.close_descriptor).then(|| stream.clone())
}

/// `__reduce__` of streams: refused, since nothing else stands for what they are connected to.
///
/// # Errors
/// TypeError, always.
pub fn refuse_copies(rt: &mut Runtime, this: &Object) -> Result {
    let class = rt.type_name(this);
    let name = class.rsplit('.').next().unwrap_or(&class);
    Err(rt.type_error(format!("cannot pickle '{name}' instances")))
}

/// `__reduce_ex__` of streams.
///
/// # Errors
/// TypeError, always.
pub fn refuse_copies_by_protocol(rt: &mut Runtime, this: &Object, _protocol: &Object) -> Result {
    refuse_copies(rt, this)
}

/// `__del__`: closes the stream; what goes wrong is reported and forgotten.
pub fn finalize(rt: &mut Runtime, this: &Object) {
    match is_closed(rt, this) {
        Ok(true) | Err(_) => {}
        Ok(false) => {
            if let Some(file) = open_file(rt, this)
                && let Err(raised) = crate::modules::warnings::warn_of_unclosed(rt, this)
            {
                (rt.hooks.unraisable)(rt, raised, &file);
            }
            if let Err(raised) = rt.call_method(this, "close", &[]) {
                (rt.hooks.unraisable)(rt, raised, this);
            }
        }
    }
}

fn readline(rt: &mut Runtime, this: &Object, size: Option<&Object>) -> Result {
    let limit = size_argument(rt, size)?.unwrap_or(usize::MAX);
    let peek = rt.intern_static("peek");
    let peek = rt.get_attr_opt(this, &peek)?;
    let mut line: Vec<u8> = Vec::new();
    while line.len() < limit {
        let mut want = 1;
        if let Some(peek) = &peek {
            let ahead = rt.call(peek, &[Object::small(1)])?;
            let Some(ahead) = ahead.cast::<BytesBody>() else {
                let got = rt.type_name(&ahead);
                return Err(rt.raise(
                    crate::object::ClassId::OSError,
                    format!("peek() should have returned a bytes object, not '{got}'"),
                ));
            };
            let ahead = ahead.as_slice();
            if !ahead.is_empty() {
                want = memchr::memchr(b'\n', ahead).map_or(ahead.len(), |end| end + 1).min(limit - line.len());
            }
        }
        let count = rt.new_int(want as i128)?;
        let part = rt.call_method(this, "read", &[count])?;
        let Some(part) = part.cast::<BytesBody>() else {
            let got = rt.type_name(&part);
            return Err(rt.raise(
                crate::object::ClassId::OSError,
                format!("read() should have returned a bytes object, not '{got}'"),
            ));
        };
        line.extend_from_slice(part.as_slice());
        if part.as_slice().is_empty() || line.last() == Some(&b'\n') {
            break;
        }
    }
    Ok(rt.bytes.copy(&rt.heap, &line)?.into())
}

fn readlines(rt: &mut Runtime, this: &Object, hint: Option<&Object>) -> Result<List> {
    let hint = size_argument(rt, hint)?.filter(|&hint| hint > 0).unwrap_or(usize::MAX);
    check_open(rt, this)?;
    let mut lines: HeapVec<Object> = HeapVec::new();
    let mut total = 0;
    let iterator = rt.iter(this)?;
    while let Some(line) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        let length = rt.len(&line)?;
        lines.push(&rt.heap, line)?;
        total += length;
        if total >= hint {
            break;
        }
    }
    Ok(List::new(&rt.heap, lines)?)
}

fn writelines(rt: &mut Runtime, this: &Object, lines: &Object) -> Result<()> {
    check_open(rt, this)?;
    let iterator = rt.iter(lines)?;
    let name = rt.names.write.clone();
    let write = rt.get_attr(this, &name)?;
    while let Some(line) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        rt.call(&write, &[line])?;
    }
    Ok(())
}

fn iter(rt: &mut Runtime, this: &Object) -> Result {
    check_open(rt, this)?;
    Ok(this.clone())
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let name = rt.intern_static("readline");
    let method = rt.get_attr(this, &name)?;
    let line = rt.call(&method, &[])?;
    let empty = match (line.cast::<StrBody>(), line.cast::<BytesBody>()) {
        (Some(text), _) => text.is_empty(),
        (_, Some(bytes)) => bytes.as_slice().is_empty(),
        _ => rt.len(&line)? == 0,
    };
    Ok(if empty { None } else { Some(line) })
}

/// The description of `_io._IOBase`.
pub static IO_BASE: TypeDef = TypeDef {
    name: "_IOBase",
    module: "_io",
    doc: "The abstract base class for all I/O classes.",
    flags: ClassFlags::BASE | ClassFlags::HAS_DICT | ClassFlags::WEAKREFABLE,
    slots: Slots { iter: Some(iter), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    methods: METHODS,
    getset: &[GetSetDef { name: "closed", doc: "", get: |rt, this| Ok(Object::bool(own_closed(rt, this))), set: None }],
    ..TypeDef::EMPTY
};

methods! {
    static RAW_METHODS = [
        "read"(size=-1, /) => raw_read;
        /// Read until EOF, using multiple read() call.
        "readall"() => raw_read_all;
        "readinto"(buffer, /) => |rt: &mut Runtime, _: &Object, _: &Object| -> Result { Err(rt.raise_with(crate::object::ClassId::NotImplementedError, &[])) };
        "write"(b, /) => |rt: &mut Runtime, _: &Object, _: &Object| -> Result { Err(rt.raise_with(crate::object::ClassId::NotImplementedError, &[])) };
    ];
}

/// `read` of a class that defines `readinto` needs a bytearray to read into.
fn raw_read(rt: &mut Runtime, this: &Object, size: Option<&Object>) -> Result {
    if size_argument(rt, size)?.is_none() {
        return rt.call_method(this, "readall", &[]);
    }
    if !is_native(rt, this) {
        let name = rt.intern_static("readinto");
        let class = rt.class_of(this).clone();
        let own = rt.lookup_where(&class, &name).is_some_and(|(owner, _)| owner.get(&rt.heap).def.is_none());
        if own {
            return Err(rt.not_implemented("reading through readinto() needs bytearray, which is not supported yet"));
        }
    }
    Err(rt.raise_with(crate::object::ClassId::NotImplementedError, &[]))
}

fn raw_read_all(rt: &mut Runtime, this: &Object) -> Result {
    let mut all: HeapVec<u8> = HeapVec::new();
    loop {
        rt.check_interrupts()?;
        let part = rt.call_method(this, "read", &[Object::small(super::BUFFER_SIZE as i32)])?;
        if part.is_none() {
            return if all.is_empty() { Ok(part) } else { Ok(rt.bytes.copy(&rt.heap, &all)?.into()) };
        }
        match part.cast::<BytesBody>() {
            Some(part) if part.as_slice().is_empty() => return Ok(rt.bytes.copy(&rt.heap, &all)?.into()),
            Some(part) => all.extend_from_slice(&rt.heap, part.as_slice())?,
            None => return Err(rt.type_error("read() should return bytes")),
        }
    }
}

/// The description of `_io._RawIOBase`.
pub static RAW_BASE: TypeDef = TypeDef {
    name: "_RawIOBase",
    module: "_io",
    doc: "Base class for raw binary I/O.",
    base_type: Some(&IO_BASE),
    flags: ClassFlags::BASE,
    methods: RAW_METHODS,
    ..TypeDef::EMPTY
};

/// Methods that say only that a subclass must define them.
macro_rules! refused {
    ($name:literal) => {
        |rt: &mut Runtime, _: &Object, _: crate::object::Rest<'_>| -> Result { Err(unsupported(rt, $name)) }
    };
}

methods! {
    static BUFFERED_METHODS = [
        /// Disconnect this buffer from its underlying raw stream and return it.
        "detach"(*args) => refused!("detach");
        /// Read and return up to n bytes.
        "read"(size=-1, /) => |rt: &mut Runtime, _: &Object, _: Option<crate::object::Index>| -> Result { Err(unsupported(rt, "read")) };
        /// Read and return up to n bytes, with at most one read() call to the underlying raw stream.
        "read1"(*args) => refused!("read1");
        "readinto"(buffer, /) => super::raw::no_buffer;
        "readinto1"(buffer, /) => super::raw::no_buffer;
        /// Write the given buffer to the IO stream.
        "write"(*args) => refused!("write");
    ];
}

/// The description of `_io._BufferedIOBase`.
pub static BUFFERED_BASE: TypeDef = TypeDef {
    name: "_BufferedIOBase",
    module: "_io",
    doc: "Base class for buffered IO objects.",
    base_type: Some(&IO_BASE),
    flags: ClassFlags::BASE,
    methods: BUFFERED_METHODS,
    ..TypeDef::EMPTY
};

methods! {
    static TEXT_METHODS = [
        /// Separate the underlying buffer from the TextIOBase and return it.
        "detach"(*args) => refused!("detach");
        /// Read at most size characters from stream.
        "read"(*args) => refused!("read");
        /// Read until newline or EOF.
        "readline"(*args) => refused!("readline");
        /// Write string s to stream.
        "write"(*args) => refused!("write");
    ];
}

/// An attribute that is None until a subclass defines it.
const fn nothing(name: &'static str) -> GetSetDef {
    GetSetDef { name, doc: "", get: |_, _| Ok(Object::NONE), set: None }
}

/// The description of `_io._TextIOBase`.
pub static TEXT_BASE: TypeDef = TypeDef {
    name: "_TextIOBase",
    module: "_io",
    doc: "Base class for text I/O.",
    base_type: Some(&IO_BASE),
    flags: ClassFlags::BASE,
    methods: TEXT_METHODS,
    getset: &[nothing("encoding"), nothing("newlines"), nothing("errors")],
    ..TypeDef::EMPTY
};
