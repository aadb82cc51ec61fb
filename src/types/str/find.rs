//! Searching: `find` and its like, `startswith`, `removeprefix`, `replace`.

use super::slots::exact;
use super::text::{self, Text};
use crate::base::text as algorithms;
use crate::base::text::{Replacing, TextRef};
use crate::base::watch::{LONG_STRETCH, Stopped, Watch};
use crate::heap::{Object, OutOfMemory};
use crate::layout::{Str, StrBody, TupleBody};
use crate::object::{Index, Result, Runtime};
use crate::types::edge::{self, Edge};
use crate::types::format::longest;
use std::ops::Range;

type Search = fn(TextRef<'_>, TextRef<'_>, Watch<'_>) -> std::result::Result<Option<usize>, Stopped>;

/// Where `search` finds `part` between the edges.
#[inline]
fn position(rt: &Runtime, this: &Str, part: &Str, start: Edge, end: Edge, search: Search) -> Result<Option<usize>> {
    let Some(range) = edge::range(start, end, this.len()) else { return Ok(None) };
    let first = range.start;
    let found = search(this.text().slice(range), part.text(), &|| rt.interrupt_waits())?;
    Ok(found.map(|index| first + index))
}

/// The first place of `part` between the edges.
#[inline]
fn first(rt: &Runtime, this: &Str, part: &Str, start: Edge, end: Edge) -> Result<Option<usize>> {
    if let (Some(text), Some(part)) = (this.as_ascii(), part.as_ascii())
        && text.len() <= LONG_STRETCH
    {
        let Some(range) = edge::range(start, end, text.len()) else { return Ok(None) };
        let (first, text) = (range.start, &text.as_bytes()[range]);
        let found = match part.as_bytes() {
            [byte] => algorithms::find_byte(text, *byte),
            part => algorithms::find_bytes(text, part),
        };
        return Ok(found.map(|index| first + index));
    }
    position(rt, this, part, start, end, algorithms::find_watched)
}

fn found(position: Option<usize>) -> isize {
    position.map_or(-1, |index| index as isize)
}

pub fn find(rt: &mut Runtime, this: &Str, part: &Str, start: Edge, end: Edge) -> Result<isize> {
    Ok(found(first(rt, this, part, start, end)?))
}

pub fn rfind(rt: &mut Runtime, this: &Str, part: &Str, start: Edge, end: Edge) -> Result<isize> {
    Ok(found(position(rt, this, part, start, end, algorithms::rfind_watched)?))
}

pub fn index(rt: &mut Runtime, this: &Str, part: &Str, start: Edge, end: Edge) -> Result<usize> {
    let found = first(rt, this, part, start, end)?;
    found.ok_or_else(|| rt.value_error("substring not found"))
}

pub fn rindex(rt: &mut Runtime, this: &Str, part: &Str, start: Edge, end: Edge) -> Result<usize> {
    let found = position(rt, this, part, start, end, algorithms::rfind_watched)?;
    found.ok_or_else(|| rt.value_error("substring not found"))
}

pub fn count(rt: &mut Runtime, this: &Str, part: &Str, start: Edge, end: Edge) -> Result<usize> {
    Ok(match edge::range(start, end, this.len()) {
        Some(range) => algorithms::count(this.text().slice(range), part.text(), usize::MAX, &|| rt.interrupt_waits())?,
        None => 0,
    })
}

/// `startswith` or `endswith`, by `test`: one string or a tuple of them.
fn has_affix(
    rt: &mut Runtime,
    name: &str,
    this: &Str,
    affix: &Object,
    range: Option<Range<usize>>,
    test: fn(TextRef<'_>, TextRef<'_>, Watch<'_>) -> std::result::Result<bool, Stopped>,
) -> Result<bool> {
    let holds = |rt: &Runtime, affix: &Str| match range.clone() {
        Some(range) => test(this.text().slice(range), affix.text(), &|| rt.interrupt_waits()),
        None => Ok(false),
    };
    if let Some(affix) = affix.cast::<StrBody>() {
        return Ok(holds(rt, affix)?);
    }
    let Some(affixes) = affix.cast::<TupleBody>() else {
        let got = rt.type_name(affix);
        return Err(rt.type_error(format!("{name} first arg must be str or a tuple of str, not {got}")));
    };
    for affix in affixes.items() {
        let Some(affix) = affix.cast::<StrBody>() else {
            let got = rt.type_name(affix);
            return Err(rt.type_error(format!("tuple for {name} must only contain str, not {got}")));
        };
        if holds(rt, affix)? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn startswith(rt: &mut Runtime, this: &Str, prefix: &Object, start: Edge, end: Edge) -> Result<bool> {
    if let Some(ascii) = this.as_ascii()
        && let Some(prefix) = prefix.cast_exact::<StrBody>().and_then(|prefix| prefix.as_ascii())
        && prefix.len() <= LONG_STRETCH
        && start.is_absent()
        && end.is_absent()
    {
        return Ok(ascii.as_bytes().starts_with(prefix.as_bytes()));
    }
    let range = edge::range(start, end, this.len());
    has_affix(rt, "startswith", this, prefix, range, algorithms::starts_with)
}

pub fn endswith(rt: &mut Runtime, this: &Str, suffix: &Object, start: Edge, end: Edge) -> Result<bool> {
    if let Some(ascii) = this.as_ascii()
        && let Some(suffix) = suffix.cast_exact::<StrBody>().and_then(|suffix| suffix.as_ascii())
        && suffix.len() <= LONG_STRETCH
        && start.is_absent()
        && end.is_absent()
    {
        return Ok(ascii.as_bytes().ends_with(suffix.as_bytes()));
    }
    let range = edge::range(start, end, this.len());
    has_affix(rt, "endswith", this, suffix, range, algorithms::ends_with)
}

/// The characters of a range: the string itself if that is all of it.
#[inline]
pub fn part(rt: &mut Runtime, this: &Str, range: Range<usize>) -> Result<Str> {
    if range.len() == this.len() {
        return exact(rt, this);
    }
    Ok(this.slice(&rt.heap, &rt.strings, range.start, range.end)?)
}

pub fn removeprefix(rt: &mut Runtime, this: &Str, prefix: &Str) -> Result<Str> {
    let start =
        if algorithms::starts_with(this.text(), prefix.text(), &|| rt.interrupt_waits())? { prefix.len() } else { 0 };
    part(rt, this, start..this.len())
}

pub fn removesuffix(rt: &mut Runtime, this: &Str, suffix: &Str) -> Result<Str> {
    let cut =
        if algorithms::ends_with(this.text(), suffix.text(), &|| rt.interrupt_waits())? { suffix.len() } else { 0 };
    part(rt, this, 0..this.len() - cut)
}

pub fn replace(rt: &mut Runtime, this: &Str, old: &Str, new: &Str, count: Option<Index>) -> Result<Str> {
    // A negative count stands for all.
    let limit = usize::try_from(count.map_or(-1, |count| count.0)).unwrap_or(usize::MAX);
    if limit == 0 || old.len() > this.len() || old.equals(new) {
        return exact(rt, this);
    }
    let watch = || rt.interrupt_waits();
    if let (Some(text), Some(old), Some(new)) = (this.as_ascii(), old.as_ascii(), new.as_ascii()) {
        let mut replacing = Replacing::new(text.as_bytes(), old.as_bytes(), new.as_bytes());
        return match replacing.prepare(limit, longest(rt), &watch) {
            Ok(false) => exact(rt, this),
            Ok(true) => Ok(rt.strings.share(Str::build_ascii(&rt.heap, replacing.length, |target| {
                replacing.write(target, &watch).map_err(OutOfMemory::from)
            })?)),
            Err(_) => Err(OutOfMemory.into()),
        };
    }
    match algorithms::replace(this.text(), old.text(), new.text(), limit, longest(rt), &watch) {
        Ok(None) => exact(rt, this),
        Ok(Some(replaced)) => text::from_buf(rt, &replaced),
        Err(_) => Err(OutOfMemory.into()),
    }
}
