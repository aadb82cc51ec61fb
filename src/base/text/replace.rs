//! `str.replace` and `bytes.replace`.

use std::borrow::Cow;

use super::builder::TextBuf;
use super::search::{Searcher, count, fitting};
use super::unit::{CodeUnit, TextRef};
use crate::base::watch::{LONG_STRETCH, STRETCH, Stopped, Watch, look};

/// The result would be longer than the caller allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplaceError {
    /// It would be longer than the caller allows.
    TooLong,
    /// The watch has stopped the work.
    Stopped,
}

impl From<Stopped> for ReplaceError {
    fn from(_: Stopped) -> ReplaceError {
        ReplaceError::Stopped
    }
}

/// `text.replace(old, new, limit)` with at most `limit` replacements (`usize::MAX` for all) and a
/// result of at most `longest` code points. `None` if nothing changes.
pub fn replace(
    text: TextRef<'_>,
    old: TextRef<'_>,
    new: TextRef<'_>,
    limit: usize,
    longest: usize,
    watch: Watch<'_>,
) -> Result<Option<TextBuf>, ReplaceError> {
    let times = if old.len() > text.len() { 0 } else { count(text, old, limit, watch)? };
    if times == 0 {
        return Ok(None);
    }
    let length = replaced_length(text.len(), old.len(), new.len(), times).filter(|&length| length <= longest);
    let length = length.ok_or(ReplaceError::TooLong)?;
    // The wider of text and replacement decides; `old` occurs in the text, so it fits too.
    let bits = form_bits(text) | form_bits(new);
    let times = if limit > times { usize::MAX } else { times };
    Ok(Some(match bits {
        0..0x100 => TextBuf::from_latin1(replace_in::<u8>(text, old, new, times, length, watch)?),
        0x100..0x10000 => TextBuf::from_ucs2(replace_in::<u16>(text, old, new, times, length, watch)?),
        _ => TextBuf::from_ucs4(replace_in::<u32>(text, old, new, times, length, watch)?),
    }))
}

/// `replace` on units of one width: for bytes.
pub fn replace_units<U: CodeUnit>(
    hay: &[U],
    old: &[U],
    new: &[U],
    limit: usize,
    longest: usize,
    watch: Watch<'_>,
) -> Result<Option<Vec<U>>, ReplaceError> {
    let times = super::search::count_units(hay, old, limit, watch)?;
    if times == 0 {
        return Ok(None);
    }
    let length = replaced_length(hay.len(), old.len(), new.len(), times).filter(|&length| length <= longest);
    let times = if limit > times { usize::MAX } else { times };
    Ok(Some(substitute(hay, old, new, times, length.ok_or(ReplaceError::TooLong)?, watch)?))
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
    watch: Watch<'_>,
) -> Result<Vec<U>, Stopped> {
    let new: Vec<U> = new.to_units();
    let old: Vec<U> = fitting(old).unwrap_or_default();
    let hay: Cow<'_, [U]> = U::borrow(text);
    substitute(&hay, &old, &new, times, length, watch)
}

/// Writes the result of exactly `length` units, with `times` replacements (`usize::MAX`: all).
fn substitute<U: CodeUnit>(
    hay: &[U],
    old: &[U],
    new: &[U],
    times: usize,
    length: usize,
    watch: Watch<'_>,
) -> Result<Vec<U>, Stopped> {
    let mut result = Vec::with_capacity(length);
    if old.is_empty() {
        // Between all units, before the first and after the last, as far as `times` goes.
        let (spread, rest) = hay.split_at(times.saturating_sub(1).min(hay.len()));
        for stretch in spread.chunks(STRETCH) {
            for &unit in stretch {
                result.extend_from_slice(new);
                result.push(unit);
            }
            look(watch)?;
        }
        result.extend_from_slice(new);
        result.extend_from_slice(rest);
        return Ok(result);
    }
    if let ([from], [to], usize::MAX) = (old, new, times) {
        for stretch in hay.chunks(LONG_STRETCH) {
            result.extend(stretch.iter().map(|unit| if unit == from { *to } else { *unit }));
            look(watch)?;
        }
        return Ok(result);
    }
    let searcher = Searcher::new(old);
    let mut start = 0;
    for round in 0..times {
        let Some(index) = searcher.find_watched(hay, start, watch)? else { break };
        result.extend_from_slice(&hay[start..index]);
        result.extend_from_slice(new);
        start = index + old.len();
        if round % STRETCH == STRETCH - 1 {
            look(watch)?;
        }
    }
    result.extend_from_slice(&hay[start..]);
    Ok(result)
}
