//! `str.replace` and `bytes.replace`.

use super::builder::TextBuf;
use super::places::{MOST_PLACES, next_place, places_of_byte};
use super::search::{Searcher, count, count_units, find_unit};
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
    // The wider of text and replacement decides; one that occurs in the text fits too.
    let width = form_bits(text).max(form_bits(new));
    if old.len() > text.len() || form_bits(old) > form_bits(text) && count(text, old, 1, watch)? == 0 {
        return Ok(None);
    }
    Ok(match width {
        0..0x100 => replace_in::<u8>(text, old, new, limit, longest, watch)?.map(TextBuf::from_latin1),
        0x100..0x10000 => replace_in::<u16>(text, old, new, limit, longest, watch)?.map(TextBuf::from_ucs2),
        _ => replace_in::<u32>(text, old, new, limit, longest, watch)?.map(TextBuf::from_ucs4),
    })
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
    limit: usize,
    longest: usize,
    watch: Watch<'_>,
) -> Result<Option<Vec<U>>, ReplaceError> {
    let (text, old, new) = (U::borrow(text, watch)?, U::borrow(old, watch)?, U::borrow(new, watch)?);
    let mut replacing = Replacing::new(&text, &old, &new);
    if !replacing.prepare(limit, longest, watch)? {
        return Ok(None);
    }
    let mut result = vec![U::default(); replacing.length];
    replacing.write(&mut result, watch)?;
    Ok(Some(result))
}

/// A replacement of which the length is known, to be written where the result is to lie.
pub struct Replacing<'a, U> {
    hay: &'a [U],
    old: &'a [U],
    new: &'a [U],
    /// How many are replaced; `usize::MAX` for all.
    times: usize,
    /// How many were found.
    found: usize,
    places: Places,
    /// The length of the result.
    pub length: usize,
}

/// Where the text to be replaced was found, if that is at few places: then it need not be sought twice.
struct Places {
    at: [usize; Places::FEW],
    /// How many were found; more than [`Places::FEW`] are not known.
    found: usize,
}

impl Places {
    const FEW: usize = 32;

    /// Finds occurrences, `limit` at most, and counts them all; one stands for all where the length depends on none.
    fn find<U: CodeUnit>(
        &mut self,
        hay: &[U],
        old: &[U],
        new: &[U],
        limit: usize,
        watch: Watch<'_>,
    ) -> Result<usize, Stopped> {
        if let (&[unit], ..=SHORT_TEXT) = (old, hay.len()) {
            let mut start = 0;
            while self.found < Places::FEW.min(limit) {
                let Some(index) = find_unit(&hay[start..], unit) else { return Ok(self.found) };
                self.at[self.found] = start + index;
                self.found += 1;
                start += index + 1;
            }
            return self.count_more(&hay[start..], old, limit, watch);
        }
        if old.len() > 1 {
            let (searcher, mut start) = (Searcher::new(old), 0);
            while self.found < Places::FEW.min(limit) {
                let Some(index) = searcher.find_watched(hay, start, watch)? else { return Ok(self.found) };
                self.at[self.found] = index;
                self.found += 1;
                start = index + old.len();
            }
            return self.count_more(&hay[start..], old, limit, watch);
        }
        self.found = usize::MAX;
        // As many units as before: it is enough to know that there is one.
        let limit = if old.len() == 1 && new.len() == 1 && limit == usize::MAX { 1 } else { limit };
        count_units(hay, old, limit, watch)
    }

    /// All occurrences, if there are more than [`Places::FEW`].
    fn count_more<U: CodeUnit>(
        &mut self,
        rest: &[U],
        old: &[U],
        limit: usize,
        watch: Watch<'_>,
    ) -> Result<usize, Stopped> {
        if self.found == limit {
            return Ok(limit);
        }
        let found = std::mem::replace(&mut self.found, usize::MAX);
        Ok(found + count_units(rest, old, limit - found, watch)?)
    }

    /// All of them, if they are known.
    fn all(&self) -> Option<&[usize]> {
        self.at.get(..self.found)
    }
}

/// Bytes whose mean distance is below this are not sought one by one.
const DENSE: usize = 32;

/// In text up to this length single characters are sought one by one.
const SHORT_TEXT: usize = 64;

/// What is still to be written.
struct Rest<'t, U>(&'t mut [U]);

impl<U: CodeUnit> Rest<'_, U> {
    #[inline(always)]
    fn push(&mut self, units: &[U], watch: Watch<'_>) -> Result<(), Stopped> {
        if units.len() > LONG_STRETCH {
            return self.push_long(units, watch);
        }
        let (place, rest) = std::mem::take(&mut self.0).split_at_mut(units.len());
        U::copy(place, units);
        self.0 = rest;
        Ok(())
    }

    #[inline(never)]
    fn push_long(&mut self, units: &[U], watch: Watch<'_>) -> Result<(), Stopped> {
        for part in units.chunks(LONG_STRETCH) {
            self.push(part, watch)?;
            look(watch)?;
        }
        Ok(())
    }
}

impl<'a, U: CodeUnit> Replacing<'a, U> {
    /// Of `old` by `new` in `hay`, to be prepared.
    #[inline(always)]
    pub fn new(hay: &'a [U], old: &'a [U], new: &'a [U]) -> Replacing<'a, U> {
        Replacing { hay, old, new, times: 0, found: 0, places: Places { at: [0; Places::FEW], found: 0 }, length: 0 }
    }

    /// Finds what is replaced, at most `limit` times, and how long the result is; arguments as for [`replace`]. False if
    /// nothing changes.
    pub fn prepare(&mut self, limit: usize, longest: usize, watch: Watch<'_>) -> Result<bool, ReplaceError> {
        let (hay, old, new) = (self.hay, self.old, self.new);
        let times = self.places.find(hay, old, new, limit, watch)?;
        if times == 0 {
            return Ok(false);
        }
        let length = new.len().checked_mul(times).and_then(|new| (hay.len() - old.len() * times).checked_add(new));
        self.length = length.filter(|&length| length <= longest).ok_or(ReplaceError::TooLong)?;
        self.found = times;
        self.times = if limit > times { usize::MAX } else { limit };
        Ok(true)
    }

    /// Writes the result over `length` units.
    pub fn write(&self, target: &mut [U], watch: Watch<'_>) -> Result<(), Stopped> {
        let (hay, old, new) = (self.hay, self.old, self.new);
        let mut rest = Rest(target);
        if let Some(places) = self.places.all() {
            if old.len() == new.len() && hay.len() <= LONG_STRETCH {
                U::copy(rest.0, hay);
                for &index in places {
                    U::copy(&mut rest.0[index..index + new.len()], new);
                }
                return Ok(());
            }
            let mut start = 0;
            for &index in places {
                rest.push(&hay[start..index], watch)?;
                rest.push(new, watch)?;
                start = index + old.len();
            }
            rest.push(&hay[start..], watch)?;
            return Ok(());
        }
        if let (&[from], &[to], usize::MAX) = (old, new, self.times) {
            for (stretch, target) in hay.chunks(LONG_STRETCH).zip(rest.0.chunks_mut(LONG_STRETCH)) {
                // Without a branch the loop is vectorised.
                for (place, &unit) in target.iter_mut().zip(stretch) {
                    *place = if unit == from { to } else { unit };
                }
                look(watch)?;
            }
            return Ok(());
        }
        if old.is_empty() {
            // Between all units, before the first and after the last, as far as `times` goes.
            let (spread, behind) = hay.split_at(self.times.saturating_sub(1).min(hay.len()));
            for stretch in spread.chunks(STRETCH) {
                for unit in stretch {
                    rest.push(new, watch)?;
                    rest.push(std::slice::from_ref(unit), watch)?;
                }
                look(watch)?;
            }
            rest.push(new, watch)?;
            rest.push(behind, watch)?;
            return Ok(());
        }
        if let (&[unit], Some(bytes)) = (old, U::bytes(hay))
            && hay.len() / DENSE < self.found
        {
            return self.write_dense(bytes, unit.code() as u8, rest, watch);
        }
        let searcher = Searcher::new(old);
        let mut start = 0;
        for round in 0..self.times {
            let Some(index) = searcher.find_watched(hay, start, watch)? else { break };
            rest.push(&hay[start..index], watch)?;
            rest.push(new, watch)?;
            start = index + old.len();
            if round % STRETCH == STRETCH - 1 {
                look(watch)?;
            }
        }
        rest.push(&hay[start..], watch)?;
        Ok(())
    }

    /// The same where a byte is replaced that stands close to the next one: block by block, with a bit for each place.
    #[inline(never)]
    fn write_dense(&self, bytes: &[u8], byte: u8, mut rest: Rest<'_, U>, watch: Watch<'_>) -> Result<(), Stopped> {
        let (mut start, mut left) = (0, self.found);
        for (index, block) in bytes.chunks(MOST_PLACES).enumerate() {
            let mut places = places_of_byte(block, byte);
            while left > 0
                && let Some(place) = next_place(&mut places)
            {
                let place = index * MOST_PLACES + place;
                rest.push(&self.hay[start..place], watch)?;
                rest.push(self.new, watch)?;
                start = place + 1;
                left -= 1;
            }
            if index % STRETCH == STRETCH - 1 {
                look(watch)?;
            }
        }
        rest.push(&self.hay[start..], watch)?;
        Ok(())
    }
}
