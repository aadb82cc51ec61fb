//! `TextIOWrapper`: text over a stream of bytes.
//!
//! What was decoded lies in `decoded` from `used` on, bytes that are no whole character yet in `rest`; `snapshot` holds
//! the bytes that `decoded` came from, so that `tell` can find the byte that belongs to a character. Encoded text waits
//! in `pending`. A standard stream begins as nothing but its number (`standard`): its layers are made when somebody asks
//! for more than plain writing.
//!
//! - `decode`, `read`: reading. `write`: writing. `position`: `seek`, `tell`, `truncate`.
//! - `setup`: the constructor and `reconfigure`.

mod decode;
mod position;
mod read;
pub mod setup;
mod write;

pub use setup::make;
pub use write::write_object;

use super::newline::{Newline, State};
use super::{base, buffered, file};
use crate::base::text::codec::{Codec, Errors};
use crate::builtins::Streams;
use crate::heap::{Layout, Object, Opaque, Ref};
use crate::layout::Str;
use crate::object::{ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

layout! {
    /// Body of a text file.
    pub struct TextBody as "_io.TextIOWrapper" {
        /// The stream below; None before initialisation, after `detach`, and for a standard stream in its first state.
        pub buffer: Object,
        /// 0, 1 or 2: a standard stream without layers; else `ORDINARY`.
        pub standard: u8,
        /// Whether `detach` took the stream below away.
        pub detached: bool,
        /// Name of the encoding as it was given.
        pub encoding: Str,
        /// Name of the error handler.
        pub errors: Str,
        /// The codec.
        pub codec: Opaque<Codec>,
        /// The error handler, if it is a known one.
        pub handler: Opaque<Option<Errors>>,
        /// How line ends are treated.
        pub newline: Opaque<Newline>,
        /// Whether a line end is written out at once.
        pub line_buffering: bool,
        /// Whether everything is written out at once.
        pub write_through: bool,
        /// Whether the stream below can be read.
        pub readable: bool,
        /// Whether the stream below can be written.
        pub writable: bool,
        /// Whether the stream below can be positioned.
        pub seekable: bool,
        /// Whether `tell` may be asked now; not while lines are iterated.
        pub telling: bool,
        /// Encoded text that waits.
        pub pending: Opaque<Vec<u8>>,
        /// Whether something was written already: then comes no byte order mark.
        pub mark_written: bool,
        /// Text that was decoded.
        pub decoded: Str,
        /// Characters of it that were read.
        pub used: usize,
        /// Bytes that are no whole character yet.
        pub rest: Opaque<Vec<u8>>,
        /// The bytes that `decoded` came from.
        pub snapshot: Opaque<Vec<u8>>,
        /// The codec after the byte order mark, once something was read.
        pub reading: Opaque<Option<Codec>>,
        /// The state of line ends when `snapshot` began.
        pub before: Opaque<State>,
        /// The state of line ends.
        pub state: Opaque<State>,
    }
}
/// A text file.
pub type TextFile = Ref<TextBody>;

/// No standard stream.
pub const ORDINARY: u8 = 9;

/// How many bytes are read at a time, and how many wait at most.
const CHUNK: usize = 8192;

fn of(this: &Object) -> &TextFile {
    this.cast().expect("slots of text files get one")
}

/// The stream below. A standard stream gets its layers now.
pub fn buffer_of(rt: &mut Runtime, this: &TextFile) -> Result {
    let body = this.get(&rt.heap);
    if !body.buffer.is_none() {
        return Ok(body.buffer.clone());
    }
    if body.standard != ORDINARY {
        return layers(rt, this);
    }
    let detached = body.detached;
    Err(rt.value_error(if detached {
        "underlying buffer has been detached"
    } else {
        "I/O operation on uninitialized object"
    }))
}

/// Makes the layers of a standard stream.
#[cold]
fn layers(rt: &mut Runtime, this: &TextFile) -> Result {
    let number = this.get(&rt.heap).standard;
    let mode = if number == 0 { "rb" } else { "wb" };
    let raw = file::make(rt, &Object::small(number.into()), mode, false, None)?;
    let (attribute, name) = (rt.intern_static("name"), rt.intern(["<stdin>", "<stdout>", "<stderr>"][number as usize]));
    rt.set_attr(&raw, &attribute, &name)?;
    let def = if number == 0 { &buffered::READER } else { &buffered::WRITER };
    // Without a buffer what is written goes to the file itself.
    let through = number != 0 && this.get(&rt.heap).write_through;
    let buffer: Object = match through {
        true => raw.into(),
        false => buffered::make(rt, def, &raw, super::BUFFER_SIZE)?.into(),
    };
    let seekable = crate::base::system::seek(number.into(), 0, libc::SEEK_CUR).is_ok();
    let mut waiting = Vec::new();
    if number == 1 {
        let streams = rt.extension::<Streams>();
        streams.stdout = None;
        waiting = streams.take();
    }
    let body = this.get_mut(&mut rt.heap).0;
    body.buffer = buffer.clone();
    body.standard = ORDINARY;
    body.seekable = seekable;
    body.telling = seekable;
    if waiting.len() < CHUNK {
        *body.pending = waiting;
    } else {
        buffered::write_bytes(rt, &buffer, &waiting)?;
    }
    Ok(buffer)
}

fn is_closed(rt: &mut Runtime, this: &TextFile) -> Result<bool> {
    if this.get(&rt.heap).standard != ORDINARY {
        return Ok(false);
    }
    let buffer = buffer_of(rt, this)?;
    base::is_closed(rt, &buffer)
}

fn check_open(rt: &mut Runtime, this: &TextFile) -> Result<()> {
    if is_closed(rt, this)? { Err(super::closed_error(rt)) } else { Ok(()) }
}

/// Asks the stream below.
fn ask(rt: &mut Runtime, this: &TextFile, method: &str) -> Result {
    let buffer = buffer_of(rt, this)?;
    rt.call_method(&buffer, method, &[])
}

fn detach(rt: &mut Runtime, this: &TextFile) -> Result {
    let buffer = buffer_of(rt, this)?;
    rt.call_method(this, "flush", &[])?;
    let body = this.get_mut(&mut rt.heap).0;
    body.detached = true;
    drop(std::mem::replace(&mut body.buffer, Object::NONE));
    Ok(buffer)
}

fn close(rt: &mut Runtime, this: &TextFile) -> Result {
    let buffer = buffer_of(rt, this)?;
    if is_closed(rt, this)? {
        return Ok(Object::NONE);
    }
    base::flush_and_close(rt, this, &buffer)
}

methods! {
    static METHODS = [
        "write"(text, /) => write::write;
        "read"(size=-1, /) => read::read;
        "readline"(size=-1, /) => read::readline;
        "flush"() => write::flush;
        "close"() => close;
        "detach"() => detach;
        "reconfigure"(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None) => setup::reconfigure;
        "seek"(cookie, whence=0, /) => position::seek;
        "tell"() => position::tell;
        "truncate"(pos=None, /) => position::truncate;
        "fileno"() => |rt: &mut Runtime, this: &TextFile| match this.get(&rt.heap).standard {
            ORDINARY => ask(rt, this, "fileno"),
            number => Ok(Object::small(number.into())),
        };
        "isatty"() => |rt: &mut Runtime, this: &TextFile| match this.get(&rt.heap).standard {
            ORDINARY => ask(rt, this, "isatty"),
            number => Ok(Object::bool(crate::base::system::is_terminal(number.into()))),
        };
        "readable"() => |rt: &mut Runtime, this: &TextFile| match this.get(&rt.heap).standard {
            ORDINARY => ask(rt, this, "readable"),
            number => Ok(Object::bool(number == 0)),
        };
        "writable"() => |rt: &mut Runtime, this: &TextFile| match this.get(&rt.heap).standard {
            ORDINARY => ask(rt, this, "writable"),
            number => Ok(Object::bool(number != 0)),
        };
        "seekable"() => |rt: &mut Runtime, this: &TextFile| ask(rt, this, "seekable");
        "__reduce__"() => base::refuse_copies;
        "__reduce_ex__"(protocol, /) => base::refuse_copies_by_protocol;
        "__del__"() => base::finalize;
    ];
}

fn name(rt: &mut Runtime, this: &Object) -> Result {
    let number = of(this).get(&rt.heap).standard;
    if number != ORDINARY {
        return Ok(rt.intern(["<stdin>", "<stdout>", "<stderr>"][number as usize]).into());
    }
    let buffer = buffer_of(rt, of(this))?;
    rt.get_attr_str(&buffer, "name")
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let class = rt.type_name(this);
    let mut text = format!("<{class}");
    for attribute in ["name", "mode"] {
        let key = rt.intern_static(attribute);
        let value = match rt.get_attr_opt(this, &key) {
            Ok(value) => value,
            Err(raised) if rt.is_raised(&raised, ClassId::ValueError) => None,
            Err(raised) if rt.is_raised(&raised, ClassId::AttributeError) => None,
            Err(raised) => return Err(raised),
        };
        let Some(value) = value else { continue };
        text.push_str(&format!(" {attribute}="));
        let pushed = rt.with_repr_guard(this, |rt| rt.push_repr(&mut text, &value))?;
        if pushed.is_none() {
            return Err(rt.runtime_error(format!("reentrant call inside {class}.__repr__")));
        }
    }
    let encoding: Object = of(this).get(&rt.heap).encoding.clone().into();
    text.push_str(" encoding=");
    rt.push_repr(&mut text, &encoding)?;
    text.push('>');
    rt.new_str(&text)
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "buffer",
        doc: "",
        get: |rt, this| match of(this).get(&rt.heap).detached {
            true => Ok(Object::NONE),
            false => buffer_of(rt, of(this)),
        },
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "encoding",
        doc: "",
        get: |rt, this| Ok(of(this).get(&rt.heap).encoding.clone().into()),
        set: Some(crate::modules::read_only),
    },
    GetSetDef { name: "errors", doc: "", get: |rt, this| Ok(of(this).get(&rt.heap).errors.clone().into()), set: None },
    GetSetDef {
        name: "newlines",
        doc: "",
        get: |rt, this| {
            let body = of(this).get(&rt.heap);
            let bits = if body.newline.is_universal() { body.state.seen } else { 0 };
            super::newline::seen_kinds(rt, bits)
        },
        set: None,
    },
    GetSetDef {
        name: "line_buffering",
        doc: "",
        get: |rt, this| Ok(Object::bool(of(this).get(&rt.heap).line_buffering)),
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "write_through",
        doc: "",
        get: |rt, this| Ok(Object::bool(of(this).get(&rt.heap).write_through)),
        set: Some(crate::modules::read_only),
    },
    GetSetDef { name: "closed", doc: "", get: |rt, this| is_closed(rt, of(this)).map(Object::bool), set: None },
    GetSetDef { name: "name", doc: "", get: name, set: None },
    GetSetDef { name: "_CHUNK_SIZE", doc: "", get: |_, _| Ok(Object::small(CHUNK as i32)), set: None },
];

/// The description of `_io.TextIOWrapper`.
pub static TEXT_IO_WRAPPER: TypeDef = TypeDef {
    name: "TextIOWrapper",
    module: "_io",
    doc: "Character and line based layer over a BufferedIOBase object, buffer.",
    base_type: Some(&base::TEXT_BASE),
    layout: <TextBody as Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(setup::new),
        init: Some(setup::init),
        repr: Some(repr),
        iter: Some(|rt, this| check_open(rt, of(this)).map(|()| this.clone())),
        next: Some(crate::next_slot!(read::next)),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
