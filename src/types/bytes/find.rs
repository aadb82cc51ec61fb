//! Searching: `find` and its like, `startswith`, `removeprefix`, `replace`.

use super::data::{Data, Needle, data};
use super::slots::exact;
use crate::base::text;
use crate::base::text::{Replacing, TextRef};
use crate::base::watch::{Stopped, Watch};
use crate::heap::{Object, OutOfMemory};
use crate::layout::{Bytes, BytesBody, TupleBody};
use crate::object::{Index, Result, Runtime};
use crate::types::edge::{self, Edge};
use crate::types::format::longest;
use std::ops::Range;

type Search = fn(TextRef<'_>, TextRef<'_>, Watch<'_>) -> std::result::Result<Option<usize>, Stopped>;

/// Where `search` finds the needle between the edges. Bytes are Latin-1 text to the search.
fn position(
    rt: &mut Runtime,
    this: &Bytes,
    needle: &Object,
    start: Edge,
    end: Edge,
    search: Search,
) -> Result<Option<usize>> {
    let needle = Needle::of(rt, needle)?;
    let Some(range) = edge::range(start, end, this.as_slice().len()) else { return Ok(None) };
    let first = range.start;
    let (hay, needle) = (TextRef::Latin1(&this.as_slice()[range]), TextRef::Latin1(needle.as_slice()));
    Ok(search(hay, needle, &|| rt.interrupt_waits())?.map(|index| first + index))
}

fn found(position: Option<usize>) -> isize {
    position.map_or(-1, |index| index as isize)
}

pub fn find(rt: &mut Runtime, this: &Bytes, needle: &Object, start: Edge, end: Edge) -> Result<isize> {
    Ok(found(position(rt, this, needle, start, end, text::find_watched)?))
}

pub fn rfind(rt: &mut Runtime, this: &Bytes, needle: &Object, start: Edge, end: Edge) -> Result<isize> {
    Ok(found(position(rt, this, needle, start, end, text::rfind_watched)?))
}

pub fn index(rt: &mut Runtime, this: &Bytes, needle: &Object, start: Edge, end: Edge) -> Result<usize> {
    position(rt, this, needle, start, end, text::find_watched)?.ok_or_else(|| rt.value_error("subsection not found"))
}

pub fn rindex(rt: &mut Runtime, this: &Bytes, needle: &Object, start: Edge, end: Edge) -> Result<usize> {
    position(rt, this, needle, start, end, text::rfind_watched)?.ok_or_else(|| rt.value_error("subsection not found"))
}

pub fn count(rt: &mut Runtime, this: &Bytes, needle: &Object, start: Edge, end: Edge) -> Result<usize> {
    let needle = Needle::of(rt, needle)?;
    let Some(range) = edge::range(start, end, this.as_slice().len()) else { return Ok(0) };
    let (hay, needle) = (TextRef::Latin1(&this.as_slice()[range]), TextRef::Latin1(needle.as_slice()));
    Ok(text::count(hay, needle, usize::MAX, &|| rt.interrupt_waits())?)
}

/// `startswith` or `endswith`, by `test`: bytes or a tuple of them.
fn has_affix(
    rt: &mut Runtime,
    name: &str,
    this: &Bytes,
    affix: &Object,
    range: Option<Range<usize>>,
    test: fn(&[u8], &[u8]) -> bool,
) -> Result<bool> {
    let holds = |affix: &[u8]| range.clone().is_some_and(|range| test(&this.as_slice()[range], affix));
    if let Some(affix) = affix.cast::<BytesBody>() {
        return Ok(holds(affix.as_slice()));
    }
    let Some(affixes) = affix.cast::<TupleBody>() else {
        let got = rt.type_name(affix);
        return Err(rt.type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {got}")));
    };
    for affix in affixes.items() {
        if holds(data(rt, affix)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn startswith(rt: &mut Runtime, this: &Bytes, prefix: &Object, start: Edge, end: Edge) -> Result<bool> {
    let range = edge::range(start, end, this.as_slice().len());
    has_affix(rt, "startswith", this, prefix, range, |bytes, prefix| bytes.starts_with(prefix))
}

pub fn endswith(rt: &mut Runtime, this: &Bytes, suffix: &Object, start: Edge, end: Edge) -> Result<bool> {
    let range = edge::range(start, end, this.as_slice().len());
    has_affix(rt, "endswith", this, suffix, range, |bytes, suffix| bytes.ends_with(suffix))
}

/// The bytes of a range: the object itself if that is all of it.
pub fn part(rt: &Runtime, this: &Bytes, range: Range<usize>) -> Result<Bytes> {
    if range.len() == this.as_slice().len() {
        return exact(rt, this);
    }
    Ok(rt.bytes.copy(&rt.heap, &this.as_slice()[range])?)
}

pub fn removeprefix(rt: &mut Runtime, this: &Bytes, prefix: Data<'_>) -> Result<Bytes> {
    let bytes = this.as_slice();
    let start = if bytes.starts_with(prefix.0) { prefix.0.len() } else { 0 };
    part(rt, this, start..bytes.len())
}

pub fn removesuffix(rt: &mut Runtime, this: &Bytes, suffix: Data<'_>) -> Result<Bytes> {
    let bytes = this.as_slice();
    let cut = if bytes.ends_with(suffix.0) { suffix.0.len() } else { 0 };
    part(rt, this, 0..bytes.len() - cut)
}

pub fn replace(rt: &mut Runtime, this: &Bytes, old: Data<'_>, new: Data<'_>, count: Option<Index>) -> Result<Bytes> {
    // A negative count stands for all.
    let limit = usize::try_from(count.map_or(-1, |count| count.0)).unwrap_or(usize::MAX);
    if limit == 0 || old.0.len() > this.as_slice().len() {
        return exact(rt, this);
    }
    let watch = || rt.interrupt_waits();
    let mut replacing = Replacing::new(this.as_slice(), old.0, new.0);
    match replacing.prepare(limit, longest(rt), &watch) {
        Ok(false) => exact(rt, this),
        Ok(true) => Ok(rt.bytes.share_empty(Bytes::build(&rt.heap, replacing.length, |target| {
            replacing.write(target, &watch).map_err(OutOfMemory::from)
        })?)),
        Err(_) => Err(OutOfMemory.into()),
    }
}
