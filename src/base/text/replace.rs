//! `str.replace` and `bytes.replace`.

use super::builder::TextBuf;
use super::search::{Searcher, count, count_units};
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
    let mut places = Places { at: [0; Places::FEW], found: 0 };
    let times = if old.len() > text.len() { 0 } else { places.find(text, old, limit, watch)? };
    if times == 0 {
        return Ok(None);
    }
    let length = replaced_length(text.len(), old.len(), new.len(), times).filter(|&length| length <= longest);
    let length = length.ok_or(ReplaceError::TooLong)?;
    // The wider of text and replacement decides; `old` occurs in the text, so it fits too.
    let bits = form_bits(text) | form_bits(new);
    let times = if limit > times { usize::MAX } else { times };
    Ok(Some(match bits {
        0..0x100 => TextBuf::from_latin1(replace_in::<u8>(text, old, new, times, &places, length, watch)?),
        0x100..0x10000 => TextBuf::from_ucs2(replace_in::<u16>(text, old, new, times, &places, length, watch)?),
        _ => TextBuf::from_ucs4(replace_in::<u32>(text, old, new, times, &places, length, watch)?),
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
    let mut places = Places { at: [0; Places::FEW], found: 0 };
    let times = places.find_units(hay, old, limit, watch)?;
    if times == 0 {
        return Ok(None);
    }
    let length = replaced_length(hay.len(), old.len(), new.len(), times).filter(|&length| length <= longest);
    let times = if limit > times { usize::MAX } else { times };
    Ok(Some(substitute(hay, old, new, times, &places, length.ok_or(ReplaceError::TooLong)?, watch)?))
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
    places: &Places,
    length: usize,
    watch: Watch<'_>,
) -> Result<Vec<U>, Stopped> {
    substitute(&U::borrow(text), &U::borrow(old), &U::borrow(new), times, places, length, watch)
}

/// Where the text to be replaced was found, if that is at few places: then it need not be sought twice.
struct Places {
    at: [usize; Places::FEW],
    /// How many were found; more than [`Places::FEW`] are not known.
    found: usize,
}

impl Places {
    const FEW: usize = 64;

    /// Finds occurrences, `limit` at most, and counts them all.
    fn find(&mut self, hay: TextRef<'_>, old: TextRef<'_>, limit: usize, watch: Watch<'_>) -> Result<usize, Stopped> {
        match (hay, old) {
            (TextRef::Ascii(hay) | TextRef::Latin1(hay), TextRef::Ascii(old) | TextRef::Latin1(old)) => {
                self.find_units(hay, old, limit, watch)
            }
            (TextRef::Ucs2(hay), TextRef::Ucs2(old)) => self.find_units(hay, old, limit, watch),
            _ => {
                self.found = usize::MAX;
                count(hay, old, limit, watch)
            }
        }
    }

    fn find_units<U: CodeUnit>(
        &mut self,
        hay: &[U],
        old: &[U],
        limit: usize,
        watch: Watch<'_>,
    ) -> Result<usize, Stopped> {
        if old.len() > 1 || old.len() == 1 && hay.len() <= SHORT_TEXT {
            let (searcher, mut start) = (Searcher::new(old), 0);
            while self.found < Places::FEW.min(limit) {
                let Some(index) = searcher.find_watched(hay, start, watch)? else { return Ok(self.found) };
                self.at[self.found] = index;
                self.found += 1;
                start = index + old.len();
            }
            if self.found == limit {
                return Ok(limit);
            }
            let found = std::mem::replace(&mut self.found, usize::MAX);
            return Ok(found + count_units(&hay[start..], old, limit - found, watch)?);
        }
        self.found = usize::MAX;
        count_units(hay, old, limit, watch)
    }

    /// All of them, if they are known.
    fn all(&self) -> Option<&[usize]> {
        self.at.get(..self.found)
    }
}

/// In text up to this length single characters are sought one by one.
const SHORT_TEXT: usize = 1024;

/// Writes the result of exactly `length` units, with `times` replacements (`usize::MAX`: all).
fn substitute<U: CodeUnit>(
    hay: &[U],
    old: &[U],
    new: &[U],
    times: usize,
    places: &Places,
    length: usize,
    watch: Watch<'_>,
) -> Result<Vec<U>, Stopped> {
    let mut result = Vec::with_capacity(length);
    if let Some(places) = places.all() {
        let mut start = 0;
        for &index in places {
            result.extend_from_slice(&hay[start..index]);
            result.extend_from_slice(new);
            start = index + old.len();
        }
        result.extend_from_slice(&hay[start..]);
        return Ok(result);
    }
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
            let start = result.len();
            result.extend_from_slice(stretch);
            // Without a branch the loop is vectorised.
            result[start..].iter_mut().for_each(|unit| *unit = if unit == from { *to } else { *unit });
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
