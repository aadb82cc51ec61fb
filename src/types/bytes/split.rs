//! Cutting and joining: `split`, `splitlines`, `partition`, `strip`, `join`.

use super::data::{Data, data};
use super::find::part;
use super::slots::exact;
use crate::base::text;
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{HeapVec, Object};
use crate::layout::{Bytes, BytesBody, List, ListBody, Tuple, TupleBody};
use crate::object::{ClassId, Index, OrNone, Result, Runtime};
use std::ops::Range;

fn list(rt: &Runtime, this: &Bytes, ranges: impl Iterator<Item = Range<usize>>) -> Result<List> {
    let mut items: HeapVec<Object> = HeapVec::new();
    for range in ranges {
        let part = part(rt, this, range)?;
        if items.len() % STRETCH == STRETCH - 1 {
            rt.heap.go_on()?;
        }
        items.push(&rt.heap, part.into())?;
    }
    // The walk may have ended early.
    rt.heap.go_on()?;
    Ok(List::new(&rt.heap, items)?)
}

fn limit(maxsplit: Option<Index>) -> usize {
    usize::try_from(maxsplit.map_or(-1, |count| count.0)).unwrap_or(usize::MAX)
}

fn not_empty(rt: &mut Runtime, separator: &[u8]) -> Result<()> {
    if separator.is_empty() { Err(rt.value_error("empty separator")) } else { Ok(()) }
}

/// The parts of few bytes between the places of separators.
fn cut_at(rt: &Runtime, this: &Bytes, mut places: u64) -> Result<List> {
    if places == 0 {
        let whole = exact(rt, this)?;
        return Ok(List::new(&rt.heap, HeapVec::from_exact(&rt.heap, std::iter::once(whole.into()))?)?);
    }
    let (bytes, mut start) = (this.as_slice(), 0);
    let items = HeapVec::made(&rt.heap, places.count_ones() as usize + 1, || -> Result {
        let end = text::next_place(&mut places).unwrap_or(bytes.len());
        let part = rt.bytes.copy(&rt.heap, &bytes[start..end])?;
        start = end + 1;
        Ok(part.into())
    })?;
    Ok(List::new(&rt.heap, items)?)
}

/// The parts between the occurrences of a byte.
fn split_at_byte(rt: &Runtime, this: &Bytes, separator: u8) -> Result<List> {
    let bytes = this.as_slice();
    if bytes.len() <= text::MOST_PLACES {
        return cut_at(rt, this, text::places_of_byte(bytes, separator));
    }
    // Counted before, so that the list has its exact room.
    let count = memchr::memchr_iter(separator, bytes).count();
    let mut items: HeapVec<Object> = HeapVec::with_capacity(&rt.heap, count + 1)?;
    let mut start = 0;
    for _ in 0..count {
        let Some(length) = text::find_byte(&bytes[start..], separator) else { break };
        items.push(&rt.heap, rt.bytes.copy(&rt.heap, &bytes[start..start + length])?.into())?;
        start += length + 1;
        if items.len().is_multiple_of(STRETCH) {
            rt.heap.go_on()?;
        }
    }
    items.push(&rt.heap, part(rt, this, start..bytes.len())?.into())?;
    Ok(List::new(&rt.heap, items)?)
}

/// The parts between runs of white space.
fn split_at_spaces(rt: &Runtime, this: &Bytes) -> Result<List> {
    let (bytes, mut items) = (this.as_slice(), HeapVec::new());
    let is_space = |byte: &u8| text::is_ascii_space((*byte).into());
    let mut end = 0;
    while let Some(skipped) = bytes[end..].iter().position(|byte| !is_space(byte)) {
        let start = end + skipped;
        end = start + bytes[start..].iter().position(is_space).unwrap_or(bytes.len() - start);
        items.push(&rt.heap, part(rt, this, start..end)?.into())?;
        if items.len() % STRETCH == 0 {
            rt.heap.go_on()?;
        }
    }
    Ok(List::new(&rt.heap, items)?)
}

pub fn split(rt: &mut Runtime, this: &Bytes, sep: OrNone<&Object>, maxsplit: Option<Index>) -> Result<List> {
    let (bytes, limit) = (this.as_slice(), limit(maxsplit));
    match sep.0 {
        None if limit == usize::MAX && bytes.len() <= LONG_STRETCH => split_at_spaces(rt, this),
        None => list(rt, this, text::split_spaces(bytes, text::is_ascii_space, limit, &|| rt.interrupt_waits())),
        Some(separator) => {
            let separator = data(rt, separator)?;
            not_empty(rt, separator)?;
            if let (&[byte], usize::MAX, ..=LONG_STRETCH) = (separator, limit, bytes.len()) {
                return split_at_byte(rt, this, byte);
            }
            list(rt, this, text::split(bytes, separator, limit, &|| rt.interrupt_waits()))
        }
    }
}

pub fn rsplit(rt: &mut Runtime, this: &Bytes, sep: OrNone<&Object>, maxsplit: Option<Index>) -> Result<List> {
    let (bytes, limit) = (this.as_slice(), limit(maxsplit));
    match sep.0 {
        None => list(
            rt,
            this,
            text::rsplit_spaces(bytes, text::is_ascii_space, limit, &|| rt.interrupt_waits())?.into_iter().rev(),
        ),
        Some(separator) => {
            let separator = data(rt, separator)?;
            not_empty(rt, separator)?;
            if let (&[byte], ..=text::MOST_PLACES) = (separator, bytes.len()) {
                return cut_at(rt, this, text::last_places(text::places_of_byte(bytes, byte), limit));
            }
            list(rt, this, text::rsplit(bytes, separator, limit, &|| rt.interrupt_waits())?.into_iter().rev())
        }
    }
}

pub fn splitlines(rt: &mut Runtime, this: &Bytes, keepends: Option<bool>) -> Result<List> {
    let (ends, watch) = (keepends.unwrap_or(false), || rt.interrupt_waits());
    list(rt, this, text::split_lines(this.as_slice(), text::line_breaks_of_bytes, ends, &watch))
}

/// Three parts as a tuple: what stands before the separator at `place`, the separator, and what stands behind it.
fn divided(rt: &Runtime, bytes: &[u8], sep: &Object, (place, length): (usize, usize)) -> Result<Tuple> {
    let before = rt.bytes.copy(&rt.heap, &bytes[..place])?;
    let after = rt.bytes.copy(&rt.heap, &bytes[place + length..])?;
    Ok(Tuple::from_array(&rt.heap, [before.into(), sep.clone(), after.into()])?)
}

pub fn partition(rt: &mut Runtime, this: &Bytes, sep: &Object) -> Result<Tuple> {
    let (bytes, separator) = (this.as_slice(), data(rt, sep)?);
    not_empty(rt, separator)?;
    let place = match (bytes.len(), separator) {
        (..=LONG_STRETCH, [byte]) => text::find_byte(bytes, *byte),
        (..=LONG_STRETCH, part) => text::find_bytes(bytes, part),
        _ => text::find_watched(bytes.into(), separator.into(), &|| rt.interrupt_waits())?,
    };
    match place {
        Some(place) => divided(rt, bytes, sep, (place, separator.len())),
        None => {
            let items: [Object; 3] = [this.as_object().clone(), rt.bytes.empty().into(), rt.bytes.empty().into()];
            Ok(Tuple::from_array(&rt.heap, items)?)
        }
    }
}

pub fn rpartition(rt: &mut Runtime, this: &Bytes, sep: &Object) -> Result<Tuple> {
    let (bytes, separator) = (this.as_slice(), data(rt, sep)?);
    not_empty(rt, separator)?;
    let place = match (bytes.len(), separator) {
        (..=LONG_STRETCH, [byte]) => text::rfind_byte(bytes, *byte),
        (..=LONG_STRETCH, part) => text::rfind_bytes(bytes, part),
        _ => text::rfind_watched(bytes.into(), separator.into(), &|| rt.interrupt_waits())?,
    };
    match place {
        Some(place) => divided(rt, bytes, sep, (place, separator.len())),
        None => {
            let items: [Object; 3] = [rt.bytes.empty().into(), rt.bytes.empty().into(), this.as_object().clone()];
            Ok(Tuple::from_array(&rt.heap, items)?)
        }
    }
}

/// White space, or the given bytes, off the chosen ends.
fn strip_ends(rt: &mut Runtime, this: &Bytes, chosen: Option<Data<'_>>, left: bool, right: bool) -> Result<Bytes> {
    let bytes = this.as_slice();
    let range = match chosen {
        None => text::strip(bytes, left, right, text::is_ascii_space, &|| rt.interrupt_waits())?,
        Some(Data(chosen)) => {
            text::strip(bytes, left, right, |code| chosen.contains(&(code as u8)), &|| rt.interrupt_waits())?
        }
    };
    part(rt, this, range)
}

pub fn strip(rt: &mut Runtime, this: &Bytes, bytes: OrNone<Data<'_>>) -> Result<Bytes> {
    strip_ends(rt, this, bytes.0, true, true)
}

pub fn lstrip(rt: &mut Runtime, this: &Bytes, bytes: OrNone<Data<'_>>) -> Result<Bytes> {
    strip_ends(rt, this, bytes.0, true, false)
}

pub fn rstrip(rt: &mut Runtime, this: &Bytes, bytes: OrNone<Data<'_>>) -> Result<Bytes> {
    strip_ends(rt, this, bytes.0, false, true)
}

/// `separator.join(iterable)`.
pub fn join(rt: &mut Runtime, this: &Bytes, iterable: &Object) -> Result<Bytes> {
    let collected;
    let items: &[Object] = if let Some(list) = iterable.cast_exact::<ListBody>() {
        &list.get(&rt.heap).items
    } else if let Some(tuple) = iterable.cast_exact::<TupleBody>() {
        tuple.items()
    } else {
        let iterator = rt.iter(iterable);
        let Some(iterator) = rt.catch(iterator, ClassId::TypeError)? else {
            return Err(rt.type_error("can only join an iterable"));
        };
        collected = rt.gather(&iterator)?;
        &collected
    };
    if let [only] = items
        && let Some(only) = only.cast_exact::<BytesBody>()
    {
        return Ok(only.clone());
    }
    match Bytes::join(&rt.heap, this.as_slice(), items)? {
        Ok(joined) => Ok(rt.bytes.share_empty(joined)),
        Err(i) => {
            let got = rt.type_name(&items[i]);
            Err(rt.type_error(format!("sequence item {i}: expected a bytes-like object, {got} found")))
        }
    }
}
