//! The standard streams as `sys` shows them at start: text files over the process's descriptors.

use crate::builtins::{StandardInput, Streams, write_stdout};
use crate::heap::Object;
use crate::layout::{Str, StrBody};
use crate::object::{ClassFlags, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::module::Module;
use crate::{layout, methods};
use std::io::{BufRead, IsTerminal, Write};

layout! {
    /// Body of a standard stream.
    pub struct StreamBody as "TextIOWrapper" {
        /// 0, 1 or 2.
        pub descriptor: u32,
    }
}

fn descriptor(rt: &Runtime, this: &Object) -> u32 {
    this.cast::<StreamBody>().map_or(1, |s| s.get(&rt.heap).descriptor)
}

methods! {
    static METHODS = [
        /// Write string to stream. Returns the number of characters written.
        "write"(text, /) => write;
        /// Flush write buffers, if applicable.
        "flush"() => flush;
        /// Return underlying file descriptor if one exists.
        "fileno"() => fileno;
        /// Return whether this is an interactive stream.
        "isatty"() => isatty;
        /// Return whether object was opened for writing.
        "writable"() => writable;
        /// Return whether object was opened for reading.
        "readable"() => readable;
        /// Read and return a line.
        "readline"(size=-1, /) => readline;
        /// Read everything up to the end of input.
        "read"(size=-1, /) => read;
        "close"() => close;
    ];
}

/// Writes text to standard error at once; a closed stream is no error here.
pub fn write_stderr(rt: &mut Runtime, text: &str) {
    let _ = rt.extension::<Streams>().flush();
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

fn write(rt: &mut Runtime, this: &Object, text: &Object) -> Result<usize> {
    let Some(text) = text.cast::<StrBody>() else {
        let got = rt.type_name(text);
        return Err(rt.type_error(format!("write() argument must be str, not {got}")));
    };
    if descriptor(rt, this) == 2 {
        let text = rt.escape_surrogates(text);
        write_stderr(rt, &text);
    } else {
        write_stdout(rt, text)?;
    }
    Ok(text.len())
}

impl Runtime {
    /// The text for a stream with `backslashreplace`: lone surrogates as escapes.
    pub fn escape_surrogates(&self, text: &Str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.units().iter() {
            match char::from_u32(c) {
                Some(c) => out.push(c),
                None => out.push_str(&format!("\\u{c:04x}")),
            }
        }
        out
    }
}

fn flush(rt: &mut Runtime, this: &Object) -> Result<()> {
    if descriptor(rt, this) == 1 {
        rt.extension::<Streams>().flush().map_err(|error| crate::types::exception::os_error(rt, &error))?;
    }
    Ok(())
}

fn fileno(rt: &mut Runtime, this: &Object) -> u32 {
    descriptor(rt, this)
}

fn isatty(rt: &mut Runtime, this: &Object) -> bool {
    match descriptor(rt, this) {
        0 => std::io::stdin().is_terminal(),
        1 => std::io::stdout().is_terminal(),
        _ => std::io::stderr().is_terminal(),
    }
}

fn writable(rt: &mut Runtime, this: &Object) -> bool {
    descriptor(rt, this) != 0
}

fn readable(rt: &mut Runtime, this: &Object) -> bool {
    descriptor(rt, this) == 0
}

fn readline(rt: &mut Runtime, _this: &Object, _size: Option<i64>) -> Result<String> {
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(_) => Ok(String::from_utf8_lossy(&line).into_owned()),
        Err(error) => Err(crate::types::exception::os_error(rt, &error)),
    }
}

fn read(rt: &mut Runtime, _this: &Object, _size: Option<i64>) -> Result<String> {
    let mut all = Vec::new();
    match std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut all) {
        Ok(_) => Ok(String::from_utf8_lossy(&all).into_owned()),
        Err(error) => Err(crate::types::exception::os_error(rt, &error)),
    }
}

fn close(rt: &mut Runtime, this: &Object) -> Result<()> {
    flush(rt, this)
}

fn iter(_rt: &mut Runtime, this: &Object) -> Result {
    Ok(this.clone())
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let line = readline(rt, this, None)?;
    if line.is_empty() { Ok(None) } else { Ok(Some(rt.new_str(&line)?.into())) }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let (name, mode) = match descriptor(rt, this) {
        0 => ("<stdin>", "r"),
        1 => ("<stdout>", "w"),
        _ => ("<stderr>", "w"),
    };
    rt.new_str(&format!("<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>"))
}

static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "encoding", doc: "", get: |rt, _| Ok(rt.intern("utf-8").into()), set: None },
    GetSetDef {
        name: "errors",
        doc: "",
        get: |rt, this| {
            let name = if descriptor(rt, this) == 2 { "backslashreplace" } else { "strict" };
            Ok(rt.intern(name).into())
        },
        set: None,
    },
    GetSetDef {
        name: "name",
        doc: "",
        get: |rt, this| {
            let name = ["<stdin>", "<stdout>", "<stderr>"][descriptor(rt, this).min(2) as usize];
            Ok(rt.intern(name).into())
        },
        set: None,
    },
    GetSetDef { name: "closed", doc: "", get: |_, _| Ok(Object::FALSE), set: None },
];

static STREAM: TypeDef = TypeDef {
    name: "TextIOWrapper",
    module: "_io",
    layout: <StreamBody as crate::heap::Layout>::info,
    flags: ClassFlags::HAS_DICT,
    slots: Slots { repr: Some(repr), iter: Some(iter), next: Some(next), ..Slots::EMPTY },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};

/// Puts the three streams into `sys`.
pub fn install(rt: &mut Runtime, sys: &Module) -> Result<()> {
    let class = rt.native_class(&STREAM)?;
    for (descriptor, name) in ["stdin", "stdout", "stderr"].into_iter().enumerate() {
        let stream: Object = rt.alloc_for(&class, StreamBody { descriptor: descriptor as u32 })?.into();
        super::set(rt, sys, name, stream.clone())?;
        super::set(rt, sys, &format!("__{name}__"), stream.clone())?;
        match descriptor {
            0 => rt.extension::<StandardInput>().object = Some(stream),
            1 => rt.extension::<Streams>().stdout = Some(stream),
            _ => {}
        }
    }
    Ok(())
}
