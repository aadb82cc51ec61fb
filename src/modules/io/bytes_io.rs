//! `BytesIO`: a file of bytes in memory.

use super::{base, closed_error, size_argument};
use crate::base::watch::LONG_STRETCH;
use crate::heap::{Allocator, HeapVec, Layout, Object, OutOfMemory, Ref};
use crate::layout::{Bytes, BytesBody, List, Tuple};
use crate::object::{Args, Class, ClassFlags, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};
use std::ops::Range;

layout! {
    /// Body of a `BytesIO`.
    pub struct BytesIoBody as "_io.BytesIO" {
        /// The contents, until they are changed.
        pub shared: Option<Bytes>,
        /// The contents after that.
        pub data: HeapVec<u8>,
        /// The position, which may lie behind the end.
        pub at: usize,
        /// Whether it was closed.
        pub closed: bool,
    }
}
type BytesIo = Ref<BytesIoBody>;

impl BytesIoBody {
    const EMPTY: BytesIoBody = BytesIoBody { shared: None, data: HeapVec::new(), at: 0, closed: false };

    fn contents(&self) -> &[u8] {
        match &self.shared {
            Some(bytes) => bytes.as_slice(),
            None => &self.data,
        }
    }

    /// The contents to be changed.
    fn own(&mut self, heap: &Allocator) -> Result<&mut HeapVec<u8>> {
        if let Some(bytes) = &self.shared {
            self.data = HeapVec::copied(heap, bytes.as_slice())?;
            self.shared = None;
        }
        Ok(&mut self.data)
    }

    /// The contents as they were given, if `range` is all of them.
    fn whole(&self, range: &Range<usize>) -> Option<&Bytes> {
        self.shared.as_ref().filter(|bytes| *range == (0..bytes.as_slice().len()))
    }
}

fn of(this: &Object) -> &BytesIo {
    this.cast().expect("slots of BytesIO get one")
}

fn new(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    Ok(rt.alloc_for(class, BytesIoBody::EMPTY)?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let [initial] = crate::types::arity::matched(rt, "BytesIO", &["initial_bytes"], args)?;
    let mut fresh = BytesIoBody::EMPTY;
    if let Some(initial) = initial.filter(|initial| !initial.is_none()) {
        match initial.cast_exact::<BytesBody>() {
            Some(bytes) => fresh.shared = Some(bytes.clone()),
            None => {
                let bytes = crate::types::bytes::data(rt, initial)?;
                fresh.data.extend_from_slice(&rt.heap, bytes)?;
            }
        }
    }
    drop(std::mem::replace(of(this).get_mut(&mut rt.heap).0, fresh));
    Ok(())
}

fn check(rt: &mut Runtime, this: &BytesIo) -> Result<()> {
    if this.get(&rt.heap).closed { Err(closed_error(rt)) } else { Ok(()) }
}

methods! {
    static METHODS = [
        /// Read at most size bytes, returned as a bytes object.
        "read"(size=-1, /) => read;
        /// Read at most size bytes, returned as a bytes object.
        "read1"(size=-1, /) => read;
        /// Next line from the file, as a bytes object.
        "readline"(size=-1, /) => readline;
        /// List of bytes objects, each a line from the file.
        "readlines"(size=None, /) => readlines;
        "readinto"(buffer, /) => super::raw::no_buffer;
        /// Write bytes to file.
        "write"(b, /) => write;
        /// Write lines to the file.
        "writelines"(lines, /) => writelines;
        /// Change stream position.
        "seek"(pos, whence=0, /) => seek;
        /// Current file position, an integer.
        "tell"() => |rt: &mut Runtime, this: &BytesIo| check(rt, this).map(|()| this.get(&rt.heap).at);
        /// Truncate the file to at most size bytes.
        "truncate"(size=None, /) => truncate;
        /// Retrieve the entire contents of the BytesIO object.
        "getvalue"() => getvalue;
        /// Get a read-write view over the contents of the BytesIO object.
        "getbuffer"() => |rt: &mut Runtime, _: &BytesIo| -> Result {
            Err(rt.not_implemented("getbuffer() needs memoryview, which is not supported yet"))
        };
        /// Disable all I/O operations.
        "close"() => close;
        /// Does nothing.
        "flush"() => |rt: &mut Runtime, this: &BytesIo| check(rt, this);
        /// Always returns False.
        "isatty"() => |rt: &mut Runtime, this: &BytesIo| check(rt, this).map(|()| false);
        /// Returns True if the IO object can be read.
        "readable"() => |rt: &mut Runtime, this: &BytesIo| check(rt, this).map(|()| true);
        /// Returns True if the IO object can be written.
        "writable"() => |rt: &mut Runtime, this: &BytesIo| check(rt, this).map(|()| true);
        /// Returns True if the IO object can be seeked.
        "seekable"() => |rt: &mut Runtime, this: &BytesIo| check(rt, this).map(|()| true);
        "__getstate__"() => getstate;
        "__setstate__"(state, /) => setstate;
    ];
}

fn part(rt: &mut Runtime, this: &BytesIo, count: usize) -> Result<Bytes> {
    let body = this.get(&rt.heap);
    let from = body.at.min(body.contents().len());
    let range = from..from + count;
    let bytes = match body.whole(&range) {
        Some(whole) => whole.clone(),
        None => rt.bytes.copy(&rt.heap, &body.contents()[range])?,
    };
    if count > 0 {
        this.get_mut(&mut rt.heap).0.at = from + count;
    }
    Ok(bytes)
}

fn left(rt: &Runtime, this: &BytesIo) -> usize {
    let body = this.get(&rt.heap);
    body.contents().len().saturating_sub(body.at)
}

fn read(rt: &mut Runtime, this: &BytesIo, size: Option<&Object>) -> Result<Bytes> {
    let want = size_argument(rt, size)?.unwrap_or(usize::MAX);
    check(rt, this)?;
    let count = left(rt, this).min(want);
    part(rt, this, count)
}

/// The next line, of at most `limit` bytes; no bytes at the end.
#[inline]
fn line(rt: &mut Runtime, this: &BytesIo, limit: usize) -> Result<Bytes> {
    let body = this.get(&rt.heap);
    let contents = body.contents();
    if limit == usize::MAX
        && !body.closed
        && let Some(rest) = contents.get(body.at..)
        && rest.len() < LONG_STRETCH
        && let Some(end) = memchr::memchr(b'\n', rest)
        // A whole would be the contents as they were given.
        && end + 1 < contents.len()
    {
        let line = rt.bytes.copy(&rt.heap, &rest[..=end])?;
        this.get_mut(&mut rt.heap).0.at += end + 1;
        return Ok(line);
    }
    other_line(rt, this, limit)
}

/// The same of what is long, not wanted to its end, the last one, or all.
#[inline(never)]
fn other_line(rt: &mut Runtime, this: &BytesIo, limit: usize) -> Result<Bytes> {
    check(rt, this)?;
    let body = this.get(&rt.heap);
    let rest = &body.contents()[body.at.min(body.contents().len())..];
    let mut count = 0;
    for part in rest[..rest.len().min(limit)].chunks(LONG_STRETCH) {
        let end = memchr::memchr(b'\n', part);
        count += end.map_or(part.len(), |end| end + 1);
        if end.is_some() {
            break;
        }
        rt.heap.go_on()?;
    }
    part(rt, this, count)
}

fn readline(rt: &mut Runtime, this: &BytesIo, size: Option<&Object>) -> Result<Bytes> {
    let limit = size_argument(rt, size)?.unwrap_or(usize::MAX);
    line(rt, this, limit)
}

fn readlines(rt: &mut Runtime, this: &BytesIo, size: Option<&Object>) -> Result<List> {
    let most = match size.filter(|size| !size.is_none()) {
        Some(size) if !crate::types::repeat::is_index(rt, size) => {
            let got = rt.type_name(size);
            return Err(rt.type_error(format!("integer argument expected, got '{got}'")));
        }
        size => size_argument(rt, size)?.filter(|&most| most > 0).unwrap_or(usize::MAX),
    };
    check(rt, this)?;
    let mut lines: HeapVec<Object> = HeapVec::new();
    let mut total = 0;
    loop {
        rt.check_interrupts()?;
        let line = line(rt, this, usize::MAX)?;
        let length = line.as_slice().len();
        if length == 0 {
            break;
        }
        lines.push(&rt.heap, line.into())?;
        total += length;
        if total >= most {
            break;
        }
    }
    Ok(List::new(&rt.heap, lines)?)
}

/// Appends zeros for a gap, and bytes.
fn extend(heap: &Allocator, data: &mut HeapVec<u8>, gap: usize, bytes: &[u8]) -> std::result::Result<(), OutOfMemory> {
    if gap > 0 {
        data.reserve(heap, gap.checked_add(bytes.len()).ok_or(OutOfMemory)?)?;
        super::extend_zeros(heap, data, gap)?;
    }
    data.extend_from_slice(heap, bytes)
}

fn put(rt: &mut Runtime, this: &BytesIo, bytes: &[u8]) -> Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    let (body, heap) = this.get_mut(&mut rt.heap);
    let end = body.at.checked_add(bytes.len()).ok_or(crate::heap::OutOfMemory)?;
    let at = body.at;
    let data = body.own(heap)?;
    let before = data.len();
    let over = before.saturating_sub(at).min(bytes.len());
    if over > LONG_STRETCH {
        // What was written over is there until all is done.
        let mut fresh = HeapVec::with_capacity(heap, before.max(end))?;
        for part in [&data[..at], bytes, &data[before.min(end)..]] {
            fresh.extend_from_slice(heap, part)?;
        }
        drop(std::mem::replace(data, fresh));
    } else if let Err(stopped) = extend(heap, data, at.saturating_sub(before), &bytes[over..]) {
        data.truncate(before);
        return Err(stopped.into());
    } else {
        data[at..at + over].copy_from_slice(&bytes[..over]);
    }
    body.at = end;
    Ok(())
}

fn write(rt: &mut Runtime, this: &BytesIo, data: &Object) -> Result<usize> {
    check(rt, this)?;
    let bytes = crate::types::bytes::data(rt, data)?;
    put(rt, this, bytes)?;
    Ok(bytes.len())
}

fn writelines(rt: &mut Runtime, this: &BytesIo, lines: &Object) -> Result<()> {
    check(rt, this)?;
    let iterator = rt.iter(lines)?;
    while let Some(line) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        write(rt, this, &line)?;
    }
    Ok(())
}

fn seek(rt: &mut Runtime, this: &BytesIo, position: crate::object::Index, whence: Option<i32>) -> Result<usize> {
    check(rt, this)?;
    let (position, whence) = (position.0, whence.unwrap_or(0));
    if position < 0 && whence == 0 {
        return Err(rt.value_error(format!("negative seek value {position}")));
    }
    let body = this.get(&rt.heap);
    let start = match whence {
        0 => 0,
        1 => body.at,
        2 => body.contents().len(),
        _ => return Err(rt.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    let Some(place) = (start as isize).checked_add(position) else {
        return Err(rt.overflow_error("new position too large"));
    };
    let place = place.max(0) as usize;
    this.get_mut(&mut rt.heap).0.at = place;
    Ok(place)
}

fn truncate(rt: &mut Runtime, this: &BytesIo, size: Option<&Object>) -> Result<usize> {
    check(rt, this)?;
    let size = match size.filter(|size| !size.is_none()) {
        Some(number) => match size_argument(rt, size)? {
            Some(size) => size,
            None => {
                let number = rt.to_index(number)?;
                return Err(rt.value_error(format!("negative size value {number}")));
            }
        },
        None => this.get(&rt.heap).at,
    };
    let (body, heap) = this.get_mut(&mut rt.heap);
    if size < body.contents().len() {
        body.own(heap)?.truncate(size);
    }
    Ok(size)
}

fn getvalue(rt: &mut Runtime, this: &BytesIo) -> Result<Bytes> {
    check(rt, this)?;
    let body = this.get(&rt.heap);
    match &body.shared {
        Some(bytes) => Ok(bytes.clone()),
        None => Ok(rt.bytes.copy(&rt.heap, &body.data)?),
    }
}

fn close(rt: &mut Runtime, this: &BytesIo) {
    let body = this.get_mut(&mut rt.heap).0;
    body.closed = true;
    drop((body.shared.take(), body.data.take()));
}

/// (contents, position, attributes).
fn getstate(rt: &mut Runtime, this: &BytesIo) -> Result<Tuple> {
    let value = getvalue(rt, this)?;
    let at = this.get(&rt.heap).at;
    let at = rt.new_int(at as i128)?;
    let attributes = rt.instance_dict_copy(this)?.unwrap_or(Object::NONE);
    Ok(Tuple::from_array(&rt.heap, [value.into(), at, attributes])?)
}

fn setstate(rt: &mut Runtime, this: &BytesIo, state: &Object) -> Result<()> {
    let Some([value, at, _]) = state.cast::<crate::layout::TupleBody>().map(|state| state.items()) else {
        let got = rt.type_name(state);
        return Err(rt.type_error(format!("_io.BytesIO.__setstate__ argument should be 3-tuple, got {got}")));
    };
    let Some(value) = value.cast::<BytesBody>() else {
        return Err(rt.type_error("a bytes-like object is required"));
    };
    let at = rt.to_index(at)?.max(0) as usize;
    let data = HeapVec::copied(&rt.heap, value.as_slice())?;
    let body = this.get_mut(&mut rt.heap).0;
    let closed = body.closed;
    drop(std::mem::replace(body, BytesIoBody { data, at, closed, ..BytesIoBody::EMPTY }));
    Ok(())
}

#[inline(always)]
fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let line = line(rt, of(this), usize::MAX)?;
    Ok(if line.as_slice().is_empty() { None } else { Some(line.into()) })
}

/// The description of `_io.BytesIO`.
pub static BYTES_IO: TypeDef = TypeDef {
    name: "BytesIO",
    module: "_io",
    doc: "Buffered I/O implementation using an in-memory bytes buffer.",
    base_type: Some(&base::BUFFERED_BASE),
    layout: <BytesIoBody as Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        init: Some(init),
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(crate::next_slot!(next)),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: &[GetSetDef {
        name: "closed",
        doc: "True if the file is closed.",
        get: |rt, this| Ok(Object::bool(of(this).get(&rt.heap).closed)),
        set: None,
    }],
    ..TypeDef::EMPTY
};
