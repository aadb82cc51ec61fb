//! `BufferedReader`, `BufferedWriter`, `BufferedRandom`: one body for the three.
//!
//! What was read ahead lies in `data` from `at` on; what waits to be written in `pending`. Never are both filled: before
//! it writes, a random-access file moves the stream below back to where the reader is.
//!
//! - `read`, `write`, `position`: the methods by theme.

mod position;
mod read;
mod write;

pub use read::take_chunk;
pub use write::write_bytes;

use super::{BUFFER_SIZE, base, file, is_native};
use crate::heap::{Layout, Object, Opaque, Ref};
use crate::layout::Str;
use crate::object::{Args, Class, ClassFlags, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

layout! {
    /// Body of a buffered stream.
    pub struct BufferedBody as "_io.Buffered" {
        /// The stream below; None before initialisation and after `detach`.
        pub raw: Object,
        /// Whether `detach` took it away.
        pub detached: bool,
        /// A reader or random-access stream.
        pub readable: bool,
        /// A writer or random-access stream.
        pub writable: bool,
        /// Size of the buffer in bytes.
        pub size: usize,
        /// Bytes read ahead.
        pub data: Opaque<Vec<u8>>,
        /// Where the reader is in them.
        pub at: usize,
        /// Bytes that wait to be written.
        pub pending: Opaque<Vec<u8>>,
    }
}
/// A buffered stream.
pub type Buffered = Ref<BufferedBody>;

impl BufferedBody {
    /// Bytes read ahead and not taken yet.
    fn unread(&self) -> usize {
        self.data.len() - self.at
    }
}

fn of(this: &Object) -> &Buffered {
    this.cast().expect("slots of buffered streams get one")
}

fn new(rt: &mut Runtime, class: &Class, readable: bool, writable: bool) -> Result {
    let body = BufferedBody {
        raw: Object::NONE,
        detached: false,
        readable,
        writable,
        size: BUFFER_SIZE,
        data: Opaque(Vec::new()),
        at: 0,
        pending: Opaque(Vec::new()),
    };
    Ok(rt.alloc_for(class, body)?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let body = of(this).get(&rt.heap);
    let (readable, writable) = (body.readable, body.writable);
    let name = match (readable, writable) {
        (true, false) => "BufferedReader",
        (false, true) => "BufferedWriter",
        _ => "BufferedRandom",
    };
    let [raw, size] = crate::types::arity::matched(rt, name, &["raw", "buffer_size"], args)?;
    let Some(raw) = raw else {
        return Err(rt.type_error(format!("{name}() missing required argument 'raw' (pos 1)")));
    };
    let size = size.map_or(Ok(BUFFER_SIZE as isize), |size| rt.to_index(size))?;
    if readable && writable {
        base::check(rt, raw, "seekable", "File or stream is not seekable.")?;
    }
    if readable {
        base::check(rt, raw, "readable", "File or stream is not readable.")?;
    }
    if writable {
        base::check(rt, raw, "writable", "File or stream is not writable.")?;
    }
    if size <= 0 {
        return Err(rt.value_error("buffer size must be strictly positive"));
    }
    fill_in(rt, of(this), raw, size as usize);
    Ok(())
}

fn fill_in(rt: &mut Runtime, this: &Buffered, raw: &Object, size: usize) {
    let body = this.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.raw, raw.clone());
    body.size = size;
    body.detached = false;
    body.at = 0;
    body.data.clear();
    body.pending.clear();
    drop(old);
}

/// A buffered stream over a file that was just opened.
pub fn make(rt: &mut Runtime, def: &'static TypeDef, raw: &Object, size: usize) -> Result<Buffered> {
    let class = rt.native_class(def)?;
    let made = new(rt, &class, !std::ptr::eq(def, &WRITER), !std::ptr::eq(def, &READER))?;
    let made = of(&made).clone();
    fill_in(rt, &made, raw, size);
    Ok(made)
}

/// The stream below.
pub fn raw_of(rt: &mut Runtime, this: &Buffered) -> Result {
    let body = this.get(&rt.heap);
    match (body.raw.is_none(), body.detached) {
        (false, _) => Ok(body.raw.clone()),
        (true, true) => Err(rt.value_error("raw stream has been detached")),
        (true, false) => Err(rt.value_error("I/O operation on uninitialized object")),
    }
}

/// Whether the stream below is closed.
fn closed(rt: &mut Runtime, this: &Buffered) -> Result<bool> {
    let raw = raw_of(rt, this)?;
    if let Some(file) = raw.cast::<file::FileBody>()
        && is_native(rt, &raw)
    {
        return Ok(file.get(&rt.heap).descriptor < 0);
    }
    base::is_closed(rt, &raw)
}

/// The stream below, which must be open; else ValueError with `message`.
fn open_raw(rt: &mut Runtime, this: &Buffered, message: &str) -> Result {
    if closed(rt, this)? { Err(rt.value_error(message)) } else { raw_of(rt, this) }
}

/// Asks the stream below.
fn ask(rt: &mut Runtime, this: &Buffered, method: &str) -> Result {
    let raw = raw_of(rt, this)?;
    rt.call_method(&raw, method, &[])
}

fn detach(rt: &mut Runtime, this: &Buffered) -> Result {
    let raw = raw_of(rt, this)?;
    rt.call_method(this, "flush", &[])?;
    let body = this.get_mut(&mut rt.heap).0;
    body.detached = true;
    drop(std::mem::replace(&mut body.raw, Object::NONE));
    Ok(raw)
}

fn close(rt: &mut Runtime, this: &Buffered) -> Result {
    let raw = raw_of(rt, this)?;
    if closed(rt, this)? {
        return Ok(Object::NONE);
    }
    base::flush_and_close(rt, this, &raw)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let class = rt.type_name(this);
    let attribute = rt.intern_static("name");
    let name = match rt.get_attr_opt(this, &attribute) {
        Ok(name) => name,
        Err(raised) if rt.is_raised(&raised, crate::object::ClassId::ValueError) => None,
        Err(raised) if rt.is_raised(&raised, crate::object::ClassId::AttributeError) => None,
        Err(raised) => return Err(raised),
    };
    let Some(name) = name else { return rt.new_str(&format!("<{class}>")) };
    let mut text = String::new();
    match rt.with_repr_guard(this, |rt| rt.push_repr(&mut text, &name))? {
        Some(()) => rt.new_str(&format!("<{class} name={text}>")),
        None => Err(rt.runtime_error(format!("reentrant call inside {class}.__repr__"))),
    }
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "raw",
        doc: "",
        get: |rt, this| Ok(of(this).get(&rt.heap).raw.clone()),
        set: Some(crate::modules::read_only),
    },
    GetSetDef { name: "closed", doc: "", get: |rt, this| closed(rt, of(this)).map(Object::bool), set: None },
    GetSetDef {
        name: "name",
        doc: "",
        get: |rt, this| {
            let raw = raw_of(rt, of(this))?;
            rt.get_attr_str(&raw, "name")
        },
        set: None,
    },
    GetSetDef {
        name: "mode",
        doc: "",
        get: |rt, this| {
            let raw = raw_of(rt, of(this))?;
            rt.get_attr_str(&raw, "mode")
        },
        set: None,
    },
];

methods! {
    static READER_METHODS = [
        /// Read and return up to n bytes.
        "read"(size=-1, /) => read::read;
        /// Read and return up to n bytes, with at most one read() call to the underlying raw stream.
        "read1"(size=-1, /) => read::read1;
        "peek"(size=0, /) => read::peek;
        "readinto"(buffer, /) => super::raw::no_buffer;
        "readinto1"(buffer, /) => super::raw::no_buffer;
        "readline"(size=-1, /) => read::readline;
        "readable"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "readable");
        "detach"() => detach;
        "flush"() => write::simple_flush;
        "close"() => close;
        "seekable"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "seekable");
        "fileno"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "fileno");
        "isatty"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "isatty");
        "seek"(target, whence=0, /) => position::seek;
        "tell"() => position::tell;
        "truncate"(pos=None, /) => position::truncate;
        "__reduce__"() => base::refuse_copies;
        "__reduce_ex__"(protocol, /) => base::refuse_copies_by_protocol;
        "__del__"() => base::finalize;
    ];
}

methods! {
    static WRITER_METHODS = [
        /// Write the given bytes to the stream.
        "write"(buffer, /) => write::write;
        "writable"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "writable");
        "detach"() => detach;
        "flush"() => write::flush;
        "close"() => close;
        "seekable"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "seekable");
        "fileno"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "fileno");
        "isatty"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "isatty");
        "seek"(target, whence=0, /) => position::seek;
        "tell"() => position::tell;
        "truncate"(pos=None, /) => position::truncate;
        "__reduce__"() => base::refuse_copies;
        "__reduce_ex__"(protocol, /) => base::refuse_copies_by_protocol;
        "__del__"() => base::finalize;
    ];
}

methods! {
    static RANDOM_METHODS = [
        /// Read and return up to n bytes.
        "read"(size=-1, /) => read::read;
        /// Read and return up to n bytes, with at most one read() call to the underlying raw stream.
        "read1"(size=-1, /) => read::read1;
        "peek"(size=0, /) => read::peek;
        "readinto"(buffer, /) => super::raw::no_buffer;
        "readinto1"(buffer, /) => super::raw::no_buffer;
        "readline"(size=-1, /) => read::readline;
        /// Write the given bytes to the stream.
        "write"(buffer, /) => write::write;
        "readable"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "readable");
        "writable"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "writable");
        "detach"() => detach;
        "flush"() => write::flush;
        "close"() => close;
        "seekable"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "seekable");
        "fileno"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "fileno");
        "isatty"() => |rt: &mut Runtime, this: &Buffered| ask(rt, this, "isatty");
        "seek"(target, whence=0, /) => position::seek;
        "tell"() => position::tell;
        "truncate"(pos=None, /) => position::truncate;
        "__reduce__"() => base::refuse_copies;
        "__reduce_ex__"(protocol, /) => base::refuse_copies_by_protocol;
        "__del__"() => base::finalize;
    ];
}

const BASE: TypeDef = TypeDef {
    module: "_io",
    base_type: Some(&base::BUFFERED_BASE),
    layout: <BufferedBody as Layout>::info,
    flags: ClassFlags::BASE,
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// The description of `_io.BufferedReader`.
pub static READER: TypeDef = TypeDef {
    name: "BufferedReader",
    doc: "Create a new buffered reader using the given readable raw IO object.",
    slots: Slots {
        new: Some(|rt, class, _| new(rt, class, true, false)),
        init: Some(init),
        repr: Some(repr),
        next: Some(crate::next_slot!(read::next)),
        ..Slots::EMPTY
    },
    methods: READER_METHODS,
    ..BASE
};

/// The description of `_io.BufferedWriter`.
pub static WRITER: TypeDef = TypeDef {
    name: "BufferedWriter",
    doc: "A buffer for a writeable sequential RawIO object.",
    slots: Slots {
        new: Some(|rt, class, _| new(rt, class, false, true)),
        init: Some(init),
        repr: Some(repr),
        ..Slots::EMPTY
    },
    methods: WRITER_METHODS,
    ..BASE
};

/// The description of `_io.BufferedRandom`.
pub static RANDOM: TypeDef = TypeDef {
    name: "BufferedRandom",
    doc: "A buffered interface to random access streams.",
    slots: Slots {
        new: Some(|rt, class, _| new(rt, class, true, true)),
        init: Some(init),
        repr: Some(repr),
        next: Some(crate::next_slot!(read::next)),
        ..Slots::EMPTY
    },
    methods: RANDOM_METHODS,
    ..BASE
};
