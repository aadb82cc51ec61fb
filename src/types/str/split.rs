//! Cutting and joining: `split`, `splitlines`, `partition`, `strip`, `join`.

use super::find::part;
use super::text::Text;
use crate::base::text as algorithms;
use crate::base::text::{CodeUnit, MOST_PLACES, TextRef, last_places, next_place, places_of_byte, places_of_spaces};
use crate::base::watch::{LONG_STRETCH, STRETCH, Stopped, Watch};
use crate::heap::{HeapVec, Object};
use crate::layout::{AsciiText, List, ListBody, Str, StrBody, Tuple, TupleBody};
use crate::object::{ClassId, Index, Raised, Result, Runtime};
use crate::with_units;
use std::ops::Range;

/// A bit for each ASCII character that is white space to `str`.
const ASCII_SPACES: u64 = 1 << b'\t' | 1 << b'\n' | 1 << 0x0b | 1 << 0x0c | 1 << b'\r' | 0xf << 0x1c | 1 << b' ';

#[inline(always)]
fn is_ascii_space(byte: u8) -> bool {
    byte <= b' ' && ASCII_SPACES >> byte & 1 == 1
}

/// The parts of few ASCII characters between the places of separators.
fn cut_at(rt: &Runtime, this: &Str, text: AsciiText<'_>, mut places: u64) -> Result<List> {
    if places == 0 {
        return only(rt, this);
    }
    let mut start = 0;
    let items = HeapVec::made(&rt.heap, places.count_ones() as usize + 1, || -> Result {
        let end = next_place(&mut places).unwrap_or(text.bytes().len());
        let part = text.part(&rt.heap, &rt.strings, start, end)?;
        start = end + 1;
        Ok(part.into())
    })?;
    Ok(List::new(&rt.heap, items)?)
}

/// The parts of few ASCII characters between runs of white space.
fn cut_at_spaces(rt: &Runtime, this: &Str, text: AsciiText<'_>) -> Result<List> {
    let len = text.bytes().len();
    let inside = u64::MAX.checked_shl(len as u32).map_or(u64::MAX, |beyond| !beyond);
    let words = !places_of_spaces(text.bytes()) & inside;
    if words == inside && len > 0 {
        return only(rt, this);
    }
    let (mut starts, mut lasts) = (words & !(words << 1), words & !(words >> 1));
    let parts = HeapVec::made(&rt.heap, starts.count_ones() as usize, || -> Result {
        let (start, last) = (next_place(&mut starts).unwrap_or(0), next_place(&mut lasts).unwrap_or(0));
        Ok(text.part(&rt.heap, &rt.strings, start, last + 1)?.into())
    })?;
    Ok(List::new(&rt.heap, parts)?)
}

/// A list of nothing but the string.
#[inline(never)]
fn only(rt: &Runtime, this: &Str) -> Result<List> {
    let mut parts = Parts::new(this);
    parts.push(rt, 0..this.len())?;
    parts.finish(rt)
}

/// Collects parts of a string into a list.
struct Parts<'a> {
    string: &'a Str,
    items: HeapVec<Object>,
}

impl<'a> Parts<'a> {
    fn new(string: &'a Str) -> Parts<'a> {
        Parts { string, items: HeapVec::new() }
    }

    #[inline]
    fn push(&mut self, rt: &Runtime, range: Range<usize>) -> Result<()> {
        self.look(rt)?;
        let whole = range.len() == self.string.len() && self.string.cast_exact::<StrBody>().is_some();
        let part = match whole {
            true => self.string.clone(),
            false => self.string.slice(&rt.heap, &rt.strings, range.start, range.end)?,
        };
        Ok(self.items.push(&rt.heap, part.into())?)
    }

    /// A part of the text, which is the string's and ASCII, that is not the whole.
    #[inline(always)]
    fn push_part(&mut self, rt: &Runtime, text: AsciiText<'_>, range: Range<usize>) -> Result<()> {
        let part = text.part(&rt.heap, &rt.strings, range.start, range.end)?;
        Ok(self.items.push(&rt.heap, part.into())?)
    }

    /// The whole.
    #[inline(never)]
    fn push_only(&mut self, rt: &Runtime) -> Result<()> {
        self.push(rt, 0..self.string.len())
    }

    /// Looks at Ctrl-C now and then: parts of one character take no memory that could be refused.
    #[inline]
    fn look(&self, rt: &Runtime) -> Result<()> {
        if self.items.len() % STRETCH == STRETCH - 1 { Ok(rt.heap.go_on()?) } else { Ok(()) }
    }

    fn extend(&mut self, rt: &Runtime, ranges: impl Iterator<Item = Range<usize>>) -> Result<()> {
        for range in ranges {
            self.push(rt, range)?;
        }
        // The walk may have ended early.
        Ok(rt.heap.go_on()?)
    }

    /// The parts between the occurrences of an ASCII character, counted before so that the list has its exact room.
    fn split_at_byte(&mut self, rt: &Runtime, text: AsciiText<'_>, separator: u8, limit: usize) -> Result<()> {
        let bytes = text.bytes();
        let count = match limit {
            0..4 => limit,
            _ => memchr::memchr_iter(separator, bytes).count().min(limit),
        };
        if count == 0 {
            return self.push_only(rt);
        }
        self.items = HeapVec::with_capacity(&rt.heap, count + 1)?;
        let mut start = 0;
        for _ in 0..count {
            let Some(length) = algorithms::find_byte(&bytes[start..], separator) else { break };
            self.push_part(rt, text, start..start + length)?;
            self.look(rt)?;
            start += length + 1;
        }
        self.push(rt, start..bytes.len())
    }

    /// The same from the right, of text that is not long.
    fn rsplit_at_byte(&mut self, rt: &Runtime, text: AsciiText<'_>, separator: u8, limit: usize) -> Result<()> {
        let bytes = text.bytes();
        let mut end = bytes.len();
        if limit < 8 {
            self.items = HeapVec::with_capacity(&rt.heap, limit + 1)?;
        }
        for _ in 0..limit {
            let Some(index) = algorithms::rfind_byte(&bytes[..end], separator) else { break };
            self.push_part(rt, text, index + 1..end)?;
            self.look(rt)?;
            end = index;
        }
        self.push(rt, 0..end)?;
        self.items.reverse();
        Ok(())
    }

    /// The parts between runs of white space in ASCII text.
    fn split_at_spaces(&mut self, rt: &Runtime, text: AsciiText<'_>) -> Result<()> {
        let (bytes, len, mut at) = (text.bytes(), text.bytes().len(), 0);
        loop {
            while at < len && is_ascii_space(bytes[at]) {
                at += 1;
            }
            if at == len {
                return Ok(());
            }
            let start = at;
            while at < len && !is_ascii_space(bytes[at]) {
                at += 1;
            }
            if at - start == len {
                return self.push_only(rt);
            }
            self.look(rt)?;
            self.push_part(rt, text, start..at)?;
        }
    }

    /// The same in the string's own units, which are not very many.
    #[inline(always)]
    fn split_words<U: CodeUnit>(&mut self, rt: &Runtime, units: &[U]) -> Result<()> {
        let (len, mut at) = (units.len(), 0);
        loop {
            while at < len && algorithms::is_space(units[at].code()) {
                at += 1;
            }
            if at == len {
                return Ok(());
            }
            let start = at;
            while at < len && !algorithms::is_space(units[at].code()) {
                at += 1;
            }
            self.push(rt, start..at)?;
        }
    }

    fn finish(self, rt: &Runtime) -> Result<List> {
        Ok(List::new(&rt.heap, self.items)?)
    }
}

/// The first ones of the places, at most `limit`.
#[inline(always)]
fn first_places(places: u64, limit: usize) -> u64 {
    if limit >= MOST_PLACES {
        return places;
    }
    let mut rest = places;
    for _ in 0..limit {
        rest &= rest.saturating_sub(1);
    }
    places & !rest
}

/// `sep` of a split: `None` means white space.
#[inline(always)]
fn separator<'a>(rt: &mut Runtime, sep: Option<&'a Object>) -> Result<Option<&'a Str>> {
    match sep {
        None => Ok(None),
        Some(sep) if sep.is_none() => Ok(None),
        Some(sep) => match sep.cast::<StrBody>() {
            Some(string) if !string.is_empty() => Ok(Some(string)),
            _ => Err(bad_separator(rt, sep, "str or None")),
        },
    }
}

#[cold]
fn bad_separator(rt: &mut Runtime, sep: &Object, wanted: &str) -> Raised {
    if sep.cast::<StrBody>().is_some() {
        return rt.value_error("empty separator");
    }
    let got = rt.type_name(sep);
    rt.type_error(format!("must be {wanted}, not {got}"))
}

fn limit(maxsplit: Option<Index>) -> usize {
    usize::try_from(maxsplit.map_or(-1, |count| count.0)).unwrap_or(usize::MAX)
}

/// Whether a separator of this width can occur in the string.
fn can_occur(string: &Str, separator: &Str) -> bool {
    separator.kind().shift() <= string.kind().shift()
}

/// Few ASCII characters and an ASCII separator of one character, or none, for which splitting is short.
#[inline(always)]
fn few<'a>(this: &'a Str, separator: Option<&'a Str>) -> Option<(AsciiText<'a>, Option<u8>)> {
    let text = this.ascii_text().filter(|text| text.bytes().len() <= MOST_PLACES)?;
    match separator.map(|separator| separator.as_ascii().map(str::as_bytes)) {
        None => Some((text, None)),
        Some(Some(&[byte])) => Some((text, Some(byte))),
        _ => None,
    }
}

pub fn split(rt: &mut Runtime, this: &Str, sep: Option<&Object>, maxsplit: Option<Index>) -> Result<List> {
    let (separator, limit) = (separator(rt, sep)?, limit(maxsplit));
    match few(this, separator) {
        Some((text, Some(byte))) => cut_at(rt, this, text, first_places(places_of_byte(text.bytes(), byte), limit)),
        Some((text, None)) if limit == usize::MAX => cut_at_spaces(rt, this, text),
        _ => split_more(rt, this, separator, limit),
    }
}

/// `split` of what is not so short.
#[inline(never)]
fn split_more(rt: &Runtime, this: &Str, separator: Option<&Str>, limit: usize) -> Result<List> {
    let mut parts = Parts::new(this);
    match separator {
        None => match this.ascii_text() {
            Some(text) if limit == usize::MAX && text.bytes().len() <= LONG_STRETCH => {
                parts.split_at_spaces(rt, text)?;
            }
            _ if limit == usize::MAX && this.len() <= LONG_STRETCH => {
                with_units!(this.text(), |units| parts.split_words(rt, units)?);
            }
            _ => with_units!(this.text(), |units| {
                parts.extend(
                    rt,
                    algorithms::split_spaces(units, algorithms::is_space, limit, &|| rt.interrupt_waits()),
                )?;
            }),
        },
        Some(separator)
            if let (Some(text), Some(&[byte])) = (this.ascii_text(), separator.as_ascii().map(str::as_bytes))
                && (limit == usize::MAX || text.bytes().len() <= LONG_STRETCH) =>
        {
            parts.split_at_byte(rt, text, byte, limit)?;
        }
        Some(separator) if can_occur(this, separator) => with_units!(this.text(), |units| {
            let separator = CodeUnit::borrow(separator.text(), &|| rt.interrupt_waits())?;
            parts.extend(rt, algorithms::split(units, &separator, limit, &|| rt.interrupt_waits()))?;
        }),
        Some(_) => parts.push(rt, 0..this.len())?,
    }
    parts.finish(rt)
}

pub fn rsplit(rt: &mut Runtime, this: &Str, sep: Option<&Object>, maxsplit: Option<Index>) -> Result<List> {
    let (separator, limit) = (separator(rt, sep)?, limit(maxsplit));
    match few(this, separator) {
        Some((text, Some(byte))) => cut_at(rt, this, text, last_places(places_of_byte(text.bytes(), byte), limit)),
        Some((text, None)) if limit == usize::MAX => cut_at_spaces(rt, this, text),
        _ => rsplit_more(rt, this, separator, limit),
    }
}

/// `rsplit` of what is not so short.
#[inline(never)]
fn rsplit_more(rt: &Runtime, this: &Str, separator: Option<&Str>, limit: usize) -> Result<List> {
    let mut parts = Parts::new(this);
    match separator {
        None => with_units!(this.text(), |units| {
            let ranges = algorithms::rsplit_spaces(units, algorithms::is_space, limit, &|| rt.interrupt_waits())?;
            parts.extend(rt, ranges.into_iter().rev())?;
        }),
        Some(separator)
            if let (Some(text), Some(&[byte])) = (this.ascii_text(), separator.as_ascii().map(str::as_bytes))
                && text.bytes().len() <= LONG_STRETCH =>
        {
            parts.rsplit_at_byte(rt, text, byte, limit)?;
        }
        Some(separator) if can_occur(this, separator) => with_units!(this.text(), |units| {
            let separator = CodeUnit::borrow(separator.text(), &|| rt.interrupt_waits())?;
            let ranges = algorithms::rsplit(units, &separator, limit, &|| rt.interrupt_waits())?;
            parts.extend(rt, ranges.into_iter().rev())?;
        }),
        Some(_) => parts.push(rt, 0..this.len())?,
    }
    parts.finish(rt)
}

pub fn splitlines(rt: &mut Runtime, this: &Str, keepends: Option<bool>) -> Result<List> {
    let mut parts = Parts::new(this);
    let (ends, watch) = (keepends.unwrap_or(false), || rt.interrupt_waits());
    if let Some(text) = this.as_ascii() {
        parts.extend(rt, algorithms::split_lines(text.as_bytes(), algorithms::is_ascii_line_break, ends, &watch))?;
        return parts.finish(rt);
    }
    with_units!(this.text(), |units| {
        parts.extend(rt, algorithms::split_lines(units, algorithms::is_line_break, ends, &watch))?;
    });
    parts.finish(rt)
}

/// The separator of `partition`, which must be a string and not empty.
#[inline(always)]
fn dividing<'a>(rt: &mut Runtime, sep: &'a Object) -> Result<&'a Str> {
    match sep.cast::<StrBody>() {
        Some(sep) if !sep.is_empty() => Ok(sep),
        _ => Err(bad_separator(rt, sep, "str")),
    }
}

/// Three parts as a tuple: what stands before the separator at `place`, the separator, and what stands behind it.
fn divided(rt: &Runtime, this: &Str, separator: &Str, place: usize) -> Result<Tuple> {
    let (heap, strings, behind) = (&rt.heap, &rt.strings, place + separator.len());
    let (before, after) = match this.ascii_text() {
        Some(text) => (text.part(heap, strings, 0, place)?, text.part(heap, strings, behind, this.len())?),
        None => (this.slice(heap, strings, 0, place)?, this.slice(heap, strings, behind, this.len())?),
    };
    Ok(Tuple::from_array(heap, [before.into(), separator.as_object().clone(), after.into()])?)
}

/// Both as bytes, if they are ASCII and the string is not long.
#[inline(always)]
fn plain<'a>(this: &'a Str, separator: &'a Str) -> Option<(&'a [u8], &'a [u8])> {
    let text = this.as_ascii().filter(|text| text.len() <= LONG_STRETCH)?;
    Some((text.as_bytes(), separator.as_ascii()?.as_bytes()))
}

pub fn partition(rt: &mut Runtime, this: &Str, sep: &Object) -> Result<Tuple> {
    let sep = dividing(rt, sep)?;
    let place = match plain(this, sep) {
        Some((text, [byte])) => algorithms::find_byte(text, *byte),
        Some((text, part)) => algorithms::find_bytes(text, part),
        None => algorithms::find_watched(this.text(), sep.text(), &|| rt.interrupt_waits())?,
    };
    match place {
        Some(place) => divided(rt, this, sep, place),
        None => {
            let items: [Object; 3] = [this.as_object().clone(), rt.strings.empty().into(), rt.strings.empty().into()];
            Ok(Tuple::from_array(&rt.heap, items)?)
        }
    }
}

pub fn rpartition(rt: &mut Runtime, this: &Str, sep: &Object) -> Result<Tuple> {
    let sep = dividing(rt, sep)?;
    let place = match plain(this, sep) {
        Some((text, [byte])) => algorithms::rfind_byte(text, *byte),
        Some((text, part)) => algorithms::rfind_bytes(text, part),
        None => algorithms::rfind_watched(this.text(), sep.text(), &|| rt.interrupt_waits())?,
    };
    match place {
        Some(place) => divided(rt, this, sep, place),
        None => {
            let items: [Object; 3] = [rt.strings.empty().into(), rt.strings.empty().into(), this.as_object().clone()];
            Ok(Tuple::from_array(&rt.heap, items)?)
        }
    }
}

/// `strip`, `lstrip`, `rstrip`: white space, or the given characters, at the chosen ends.
fn strip_ends(rt: &mut Runtime, name: &str, this: &Str, chars: Option<&Object>, ends: (bool, bool)) -> Result<Str> {
    let (left, right) = ends;
    let range = match chars {
        None => strip_spaces(rt, this, left, right)?,
        Some(chars) if chars.is_none() => strip_spaces(rt, this, left, right)?,
        Some(chars) => match chars.cast::<StrBody>() {
            Some(chars) => strip_set(this.text(), chars.text(), (left, right), &|| rt.interrupt_waits())?,
            None => return Err(rt.type_error(format!("{name} arg must be None or str"))),
        },
    };
    part(rt, this, range)
}

fn strip_spaces(rt: &Runtime, this: &Str, left: bool, right: bool) -> std::result::Result<Range<usize>, Stopped> {
    let Some(text) = this.as_ascii().filter(|text| text.len() <= LONG_STRETCH) else {
        return algorithms::strip_spaces(this.text(), left, right, &|| rt.interrupt_waits());
    };
    let (bytes, mut start, mut end) = (text.as_bytes(), 0, text.len());
    while left && start < end && is_ascii_space(bytes[start]) {
        start += 1;
    }
    while right && start < end && is_ascii_space(bytes[end - 1]) {
        end -= 1;
    }
    Ok(start..end)
}

fn strip_set(
    text: TextRef<'_>,
    chars: TextRef<'_>,
    (left, right): (bool, bool),
    watch: Watch<'_>,
) -> std::result::Result<Range<usize>, Stopped> {
    // Most sets are of a few ASCII characters, which two words of bits hold.
    let mut narrow = 0u128;
    for code in chars.codes().filter(|&code| code < 128) {
        narrow |= 1 << code;
    }
    let in_set = |code: u32| match code {
        0..128 => narrow >> code & 1 == 1,
        _ => chars.codes().any(|other| other == code),
    };
    with_units!(text, |units| algorithms::strip(units, left, right, in_set, watch))
}

pub fn strip(rt: &mut Runtime, this: &Str, chars: Option<&Object>) -> Result<Str> {
    strip_ends(rt, "strip", this, chars, (true, true))
}

pub fn lstrip(rt: &mut Runtime, this: &Str, chars: Option<&Object>) -> Result<Str> {
    strip_ends(rt, "lstrip", this, chars, (true, false))
}

pub fn rstrip(rt: &mut Runtime, this: &Str, chars: Option<&Object>) -> Result<Str> {
    strip_ends(rt, "rstrip", this, chars, (false, true))
}

/// `separator.join(iterable)`.
pub fn join(rt: &mut Runtime, this: &Str, iterable: &Object) -> Result<Str> {
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
        && let Some(only) = only.cast_exact::<StrBody>()
    {
        return Ok(only.clone());
    }
    match Str::join(&rt.heap, this, items)? {
        Ok(joined) => Ok(rt.strings.share(joined)),
        Err(i) => {
            let got = rt.type_name(&items[i]);
            Err(rt.type_error(format!("sequence item {i}: expected str instance, {got} found")))
        }
    }
}
