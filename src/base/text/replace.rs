//! `str.replace` and `bytes.replace`.

use std::borrow::Cow;

use super::builder::TextBuf;
use super::search::{Searcher, count, fitting};
use super::unit::{CodeUnit, TextRef};

/// The result would be longer than the caller allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// `text.replace(old, new, limit)` with at most `limit` replacements (`usize::MAX` for all) and a
/// result of at most `longest` code points. `None` if nothing changes.
pub fn replace(
    text: TextRef<'_>,
    old: TextRef<'_>,
    new: TextRef<'_>,
    limit: usize,
    longest: usize,
) -> Result<Option<TextBuf>, TooLong> {
    let times = if old.len() > text.len() { 0 } else { count(text, old, limit) };
    if times == 0 {
        return Ok(None);
    }
    let length = replaced_length(text.len(), old.len(), new.len(), times).filter(|&length| length <= longest);
    let length = length.ok_or(TooLong)?;
    // The wider of text and replacement decides; `old` occurs in the text, so it fits too.
    let bits = form_bits(text) | form_bits(new);
    let times = if limit > times { usize::MAX } else { times };
    Ok(Some(match bits {
        0..0x100 => TextBuf::from_latin1(replace_in::<u8>(text, old, new, times, length)),
        0x100..0x10000 => TextBuf::from_ucs2(replace_in::<u16>(text, old, new, times, length)),
        _ => TextBuf::from_ucs4(replace_in::<u32>(text, old, new, times, length)),
    }))
}

/// `replace` on units of one width: for bytes.
pub fn replace_units<U: CodeUnit>(
    hay: &[U],
    old: &[U],
    new: &[U],
    limit: usize,
    longest: usize,
) -> Result<Option<Vec<U>>, TooLong> {
    let times = super::search::count_units(hay, old, limit);
    if times == 0 {
        return Ok(None);
    }
    let length = replaced_length(hay.len(), old.len(), new.len(), times).filter(|&length| length <= longest);
    let times = if limit > times { usize::MAX } else { times };
    Ok(Some(substitute(hay, old, new, times, length.ok_or(TooLong)?)))
}

fn replaced_length(length: usize, old: usize, new: usize, times: usize) -> Option<usize> {
    (length - old * times).checked_add(new.checked_mul(times)?)
}

/// Bits of the largest code point that the form allows.
fn form_bits(text: TextRef<'_>) -> u32 {
    match text {
        TextRef::Ascii(_) => 0x7f,
        TextRef::Latin1(_) => 0xff,
        TextRef::Ucs2(_) => 0xffff,
        TextRef::Ucs4(_) => u32::MAX,
    }
}

fn replace_in<U: CodeUnit>(
    text: TextRef<'_>,
    old: TextRef<'_>,
    new: TextRef<'_>,
    times: usize,
    length: usize,
) -> Vec<U> {
    let new: Vec<U> = new.to_units();
    let old: Vec<U> = fitting(old).unwrap_or_default();
    let hay: Cow<'_, [U]> = U::borrow(text);
    substitute(&hay, &old, &new, times, length)
}

/// Writes the result of exactly `length` units, with `times` replacements (`usize::MAX`: all).
fn substitute<U: CodeUnit>(hay: &[U], old: &[U], new: &[U], times: usize, length: usize) -> Vec<U> {
    let mut result = Vec::with_capacity(length);
    if old.is_empty() {
        // Between all units, before the first and after the last, as far as `times` goes.
        let (spread, rest) = hay.split_at(times.saturating_sub(1).min(hay.len()));
        for &unit in spread {
            result.extend_from_slice(new);
            result.push(unit);
        }
        result.extend_from_slice(new);
        result.extend_from_slice(rest);
        return result;
    }
    if let ([from], [to], usize::MAX) = (old, new, times) {
        result.extend(hay.iter().map(|unit| if unit == from { *to } else { *unit }));
        return result;
    }
    let searcher = Searcher::new(old);
    let mut start = 0;
    for _ in 0..times {
        let Some(index) = searcher.find(hay, start) else { break };
        result.extend_from_slice(&hay[start..index]);
        result.extend_from_slice(new);
        start = index + old.len();
    }
    result.extend_from_slice(&hay[start..]);
    result
}
