//! `StringIO`: a file of text in memory.

use super::newline::{self, Newline, State};
use super::{base, closed_error, size_argument};
use crate::base::watch::LONG_STRETCH;
use crate::heap::{Layout, Object, Opaque, Ref};
use crate::layout::{Str, StrBody, StrBuilder, Tuple};
use crate::object::{Args, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::str::{Text, text};
use crate::{layout, methods};

layout! {
    /// Body of a `StringIO`.
    pub struct StringIoBody as "_io.StringIO" {
        /// The contents. Extended in place while nobody else holds the string.
        pub text: Str,
        /// The position, which may lie behind the end.
        pub at: usize,
        /// Whether it was closed.
        pub closed: bool,
        /// How line ends are treated.
        pub newline: Opaque<Newline>,
        /// What translation carries from one write to the next.
        pub state: Opaque<State>,
    }
}
type StringIo = Ref<StringIoBody>;

fn of(this: &Object) -> &StringIo {
    this.cast().expect("slots of StringIO get one")
}

fn closed(rt: &mut Runtime) -> crate::object::Raised {
    rt.value_error("I/O operation on closed file")
}

fn check(rt: &mut Runtime, this: &StringIo) -> Result<()> {
    if this.get(&rt.heap).closed { Err(closed(rt)) } else { Ok(()) }
}

/// A string that is nobody else's.
fn fresh(rt: &Runtime) -> Result<Str> {
    Ok(Str::from_latin1(&rt.heap, &[])?)
}

fn new(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    let body = StringIoBody {
        text: fresh(rt)?,
        at: 0,
        closed: false,
        newline: Opaque(Newline::Lf),
        state: Opaque(State::default()),
    };
    Ok(rt.alloc_for(class, body)?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let [initial, newline] = crate::types::arity::matched(rt, "StringIO", &["initial_value", "newline"], args)?;
    let mode = match newline {
        None => Newline::Lf,
        Some(newline) => {
            newline::check_type(rt, newline, "newline")?;
            match newline::read(newline) {
                Some(mode) => mode,
                None if newline.is_none() => Newline::Universal,
                None => {
                    let shown = rt.repr(newline)?.to_rust().into_owned();
                    return Err(rt.value_error(format!("illegal newline value: {shown}")));
                }
            }
        }
    };
    let initial = initial.filter(|initial| !initial.is_none());
    if let Some(initial) = initial
        && initial.cast::<StrBody>().is_none()
    {
        let got = rt.type_name(initial);
        return Err(rt.type_error(format!("initial_value must be str or None, not {got}")));
    }
    let this = of(this);
    let empty = fresh(rt)?;
    let body = this.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.text, empty);
    body.closed = false;
    body.at = 0;
    body.newline = Opaque(mode);
    body.state = Opaque(State::default());
    drop(old);
    if let Some(initial) = initial.and_then(|initial| initial.cast::<StrBody>()) {
        put(rt, this, initial)?;
        this.get_mut(&mut rt.heap).0.at = 0;
    }
    Ok(())
}

/// Writes at the position. What is long and may be translated is appended part by part.
fn put(rt: &mut Runtime, this: &StringIo, string: &Str) -> Result<()> {
    let body = this.get(&rt.heap);
    let translates = body.newline.is_universal() || body.newline.written().is_some();
    if string.len() <= LONG_STRETCH || !translates || body.at != body.text.len() {
        return put_part(rt, this, string, true);
    }
    for start in (0..string.len()).step_by(LONG_STRETCH) {
        rt.check_interrupts()?;
        let end = string.len().min(start + LONG_STRETCH);
        let part = string.slice(&rt.heap, &rt.strings, start, end)?;
        put_part(rt, this, &part, end == string.len())?;
    }
    Ok(())
}

/// Writes a string, or a part that is not the last of one.
fn put_part(rt: &mut Runtime, this: &StringIo, string: &Str, last: bool) -> Result<()> {
    let body = this.get_mut(&mut rt.heap).0;
    let (mode, mut state) = (*body.newline, *body.state);
    let translated = if mode.is_universal() {
        let changed = newline::universal(string.text().to_buf(), &mut state, last, mode == Newline::Universal);
        body.state = Opaque(state);
        Some(text::from_buf(rt, &changed)?)
    } else {
        match mode.written() {
            Some(by) if newline::find(string.units(), 0, b'\n').is_some() => {
                Some(text::from_buf(rt, &newline::replace(string.text(), by))?)
            }
            _ => None,
        }
    };
    let string = translated.as_ref().unwrap_or(string);
    if string.is_empty() {
        return Ok(());
    }
    let (body, heap) = this.get_mut(&mut rt.heap);
    let (at, length) = (body.at, body.text.len());
    let end = at.checked_add(string.len()).ok_or(crate::heap::OutOfMemory)?;
    if at == length {
        Str::append_in_place(heap, &mut body.text, string)?;
        body.at = end;
        return Ok(());
    }
    let whole = body.text.clone();
    let mut builder = StrBuilder::new();
    builder.push_units(&rt.heap, whole.units().slice(0..at.min(length)))?;
    if at > length {
        builder.push_repeated(&rt.heap, 0, at - length)?;
    }
    builder.push_string(&rt.heap, string)?;
    if end < length {
        builder.push_units(&rt.heap, whole.units().slice(end..length))?;
    }
    let changed = builder.finish(&rt.heap, &rt.strings)?;
    let body = this.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.text, changed);
    body.at = end;
    drop((old, whole));
    Ok(())
}

methods! {
    static METHODS = [
        /// Read at most size characters, returned as a string.
        "read"(size=-1, /) => read;
        /// Read until newline or EOF.
        "readline"(size=-1, /) => readline;
        /// Write string to file.
        "write"(s, /) => write;
        /// Change stream position.
        "seek"(pos, whence=0, /) => seek;
        /// Tell the current file position.
        "tell"() => |rt: &mut Runtime, this: &StringIo| check(rt, this).map(|()| this.get(&rt.heap).at);
        /// Truncate size to pos.
        "truncate"(pos=None, /) => truncate;
        /// Retrieve the entire contents of the object.
        "getvalue"() => |rt: &mut Runtime, this: &StringIo| check(rt, this).map(|()| this.get(&rt.heap).text.clone());
        /// Close the IO object.
        "close"() => close;
        /// Returns True if the IO object can be read.
        "readable"() => |rt: &mut Runtime, this: &StringIo| check(rt, this).map(|()| true);
        /// Returns True if the IO object can be written.
        "writable"() => |rt: &mut Runtime, this: &StringIo| check(rt, this).map(|()| true);
        /// Returns True if the IO object can be seeked.
        "seekable"() => |rt: &mut Runtime, this: &StringIo| check(rt, this).map(|()| true);
        "flush"() => |_: &mut Runtime, _: &StringIo| ();
        "__getstate__"() => getstate;
        "__setstate__"(state, /) => setstate;
    ];
}

fn part(rt: &mut Runtime, this: &StringIo, end: usize) -> Result<Str> {
    let body = this.get(&rt.heap);
    let (text, from) = (body.text.clone(), body.at);
    if end <= from {
        return Ok(rt.strings.empty());
    }
    let part = text::new(rt, text.text().slice(from..end))?;
    this.get_mut(&mut rt.heap).0.at = end;
    Ok(part)
}

fn read(rt: &mut Runtime, this: &StringIo, size: Option<&Object>) -> Result<Str> {
    let want = size_argument(rt, size)?.unwrap_or(usize::MAX);
    check(rt, this)?;
    let body = this.get(&rt.heap);
    let end = body.text.len().min(body.at.saturating_add(want));
    part(rt, this, end)
}

fn line(rt: &mut Runtime, this: &StringIo, limit: usize) -> Result<Str> {
    check(rt, this)?;
    let body = this.get(&rt.heap);
    let (length, at) = (body.text.len(), body.at);
    if at >= length {
        return Ok(rt.strings.empty());
    }
    let end = newline::line_end(body.text.units(), at, *body.newline).unwrap_or(length);
    part(rt, this, end.min(at.saturating_add(limit)))
}

fn readline(rt: &mut Runtime, this: &StringIo, size: Option<&Object>) -> Result<Str> {
    let limit = size_argument(rt, size)?.unwrap_or(usize::MAX);
    line(rt, this, limit)
}

fn write(rt: &mut Runtime, this: &StringIo, string: &Object) -> Result<usize> {
    let Some(string) = string.cast::<StrBody>() else {
        let got = rt.type_name(string);
        return Err(rt.type_error(format!("string argument expected, got '{got}'")));
    };
    check(rt, this)?;
    put(rt, this, string)?;
    Ok(string.len())
}

fn seek(rt: &mut Runtime, this: &StringIo, position: crate::object::Index, whence: Option<i32>) -> Result<usize> {
    check(rt, this)?;
    let (position, whence) = (position.0, whence.unwrap_or(0));
    if !(0..=2).contains(&whence) {
        return Err(rt.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)")));
    }
    if position < 0 && whence == 0 {
        return Err(rt.value_error(format!("Negative seek position {position}")));
    }
    if position != 0 && whence != 0 {
        return Err(rt.raise(ClassId::OSError, "Can't do nonzero cur-relative seeks"));
    }
    let body = this.get_mut(&mut rt.heap).0;
    body.at = match whence {
        0 => position as usize,
        1 => body.at,
        _ => body.text.len(),
    };
    Ok(body.at)
}

fn truncate(rt: &mut Runtime, this: &StringIo, size: Option<&Object>) -> Result<usize> {
    let size = match size.filter(|size| !size.is_none()) {
        Some(number) => match size_argument(rt, size)? {
            Some(size) => Some(size),
            None => {
                check(rt, this)?;
                let number = rt.to_index(number)?;
                return Err(rt.value_error(format!("Negative size value {number}")));
            }
        },
        None => None,
    };
    check(rt, this)?;
    let body = this.get(&rt.heap);
    let size = size.unwrap_or(body.at);
    if size < body.text.len() {
        let text = body.text.clone();
        let shorter = Str::from_units(&rt.heap, text.units().slice(0..size))?;
        drop(std::mem::replace(&mut this.get_mut(&mut rt.heap).0.text, shorter));
    }
    Ok(size)
}

fn close(rt: &mut Runtime, this: &StringIo) -> Result<()> {
    let empty = rt.strings.empty();
    let body = this.get_mut(&mut rt.heap).0;
    body.closed = true;
    drop(std::mem::replace(&mut body.text, empty));
    Ok(())
}

/// (contents, newline, position, attributes).
fn getstate(rt: &mut Runtime, this: &StringIo) -> Result<Tuple> {
    check(rt, this)?;
    let body = this.get(&rt.heap);
    let (text, at, mode) = (body.text.clone(), body.at, *body.newline);
    let newline = match mode {
        Newline::Universal => Object::NONE,
        Newline::Keep => rt.intern("").into(),
        Newline::Lf => rt.intern("\n").into(),
        Newline::Cr => rt.intern("\r").into(),
        Newline::CrLf => rt.intern("\r\n").into(),
    };
    let at = rt.new_int(at as i128)?;
    let attributes = rt.instance_dict_copy(this)?.unwrap_or(Object::NONE);
    Ok(Tuple::from_array(&rt.heap, [text.into(), newline, at, attributes])?)
}

fn setstate(rt: &mut Runtime, this: &StringIo, state: &Object) -> Result<()> {
    let Some([value, newline, at, _]) = state.cast::<crate::layout::TupleBody>().map(|state| state.items()) else {
        let got = rt.type_name(state);
        return Err(rt.type_error(format!("_io.StringIO.__setstate__ argument should be 4-tuple, got {got}")));
    };
    init(rt, this, Args::positional_only(&[Object::NONE, newline.clone()]))?;
    let Some(value) = value.cast::<StrBody>() else {
        return Err(rt.type_error("initial_value must be str or None"));
    };
    let at = rt.to_index(at)?.max(0) as usize;
    let body = this.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.text, value.clone());
    body.at = at;
    drop(old);
    Ok(())
}

fn iter(rt: &mut Runtime, this: &Object) -> Result {
    if of(this).get(&rt.heap).closed { Err(closed_error(rt)) } else { Ok(this.clone()) }
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let line: Object = if super::is_native(rt, this) {
        line(rt, of(this), usize::MAX)?.into()
    } else {
        rt.call_method(this, "readline", &[])?
    };
    Ok(if rt.len(&line)? == 0 { None } else { Some(line) })
}

/// The description of `_io.StringIO`.
pub static STRING_IO: TypeDef = TypeDef {
    name: "StringIO",
    module: "_io",
    doc: "Text I/O implementation using an in-memory buffer.",
    base_type: Some(&base::TEXT_BASE),
    layout: <StringIoBody as Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        iter: Some(iter),
        next: Some(crate::next_slot!(next)),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: &[
        GetSetDef {
            name: "closed",
            doc: "",
            get: |rt, this| Ok(Object::bool(of(this).get(&rt.heap).closed)),
            set: None,
        },
        GetSetDef {
            name: "newlines",
            doc: "",
            get: |rt, this| {
                check(rt, of(this))?;
                let body = of(this).get(&rt.heap);
                let bits = if body.newline.is_universal() { body.state.seen } else { 0 };
                newline::seen_kinds(rt, bits)
            },
            set: None,
        },
        GetSetDef {
            name: "line_buffering",
            doc: "",
            get: |rt, this| check(rt, of(this)).map(|()| Object::FALSE),
            set: None,
        },
    ],
    ..TypeDef::EMPTY
};
