//! Splitting and stripping: everything as ranges into the text, for any width of units.
//!
//! An iterator ends early when its watch says so, as if nothing more were found: whoever walks it asks once more then.

use std::ops::Range;

use super::classify;
use super::search::{self, Searcher};
use super::unit::{CodeUnit, TextRef};
use crate::base::watch::{LONG_STRETCH, STRETCH, Stopped, Watch, look};
use crate::with_units;

/// Ranges between separators, from the left; see [`split`].
pub struct Split<'a, U> {
    hay: &'a [U],
    searcher: Searcher<'a, U>,
    separator: usize,
    start: Option<usize>,
    left: usize,
    watch: Watch<'a>,
}

/// `split(separator, limit)`: at most `limit` cuts (`usize::MAX` for all). An empty separator
/// (ValueError: `empty separator`) gives the whole.
pub fn split<'a, U: CodeUnit>(hay: &'a [U], separator: &'a [U], limit: usize, watch: Watch<'a>) -> Split<'a, U> {
    let left = if separator.is_empty() { 0 } else { limit };
    Split { hay, searcher: Searcher::new(separator), separator: separator.len(), start: Some(0), left, watch }
}

/// The first place of a unit for which `test` holds; none if the watch says stop before.
#[inline(always)]
fn position<U: CodeUnit>(units: &[U], watch: Watch<'_>, test: impl Fn(u32) -> bool) -> Option<usize> {
    position_by(units, watch, |units| units.iter().position(|unit| test(unit.code())))
}

/// As [`position`], for what is expected to lie far: by blocks without an early exit, so that the test is vectorised.
#[inline(always)]
fn far_position<U: CodeUnit>(units: &[U], watch: Watch<'_>, test: impl Fn(u32) -> bool) -> Option<usize> {
    const BLOCK: usize = 32;
    position_by(units, watch, |units| {
        let near = units.len().min(BLOCK);
        if let Some(place) = units[..near].iter().position(|unit| test(unit.code())) {
            return Some(place);
        }
        let free = |block: &&[U]| !block.iter().fold(false, |found, unit| found | test(unit.code()));
        let skipped = near + units[near..].chunks_exact(BLOCK).take_while(free).count() * BLOCK;
        units[skipped..].iter().position(|unit| test(unit.code())).map(|place| skipped + place)
    })
}

/// The place that `find` gives, stretch by stretch.
#[inline(always)]
fn position_by<U>(units: &[U], watch: Watch<'_>, find: impl Fn(&[U]) -> Option<usize>) -> Option<usize> {
    if units.len() <= LONG_STRETCH {
        return find(units);
    }
    let mut stretches = units.chunks(LONG_STRETCH).enumerate();
    let (index, found) = stretches.find_map(|(index, stretch)| match find(stretch) {
        None if watch() => Some((index, None)),
        None => None,
        found => Some((index, found)),
    })?;
    found.map(|place| index * LONG_STRETCH + place)
}

/// The last place of a unit for which `test` holds.
#[inline(always)]
fn rposition<U: CodeUnit>(units: &[U], watch: Watch<'_>, test: impl Fn(u32) -> bool) -> Result<Option<usize>, Stopped> {
    let mut end = units.len();
    loop {
        let start = end.saturating_sub(LONG_STRETCH);
        if let Some(place) = units[start..end].iter().rposition(|unit| test(unit.code())) {
            return Ok(Some(start + place));
        }
        if start == 0 {
            return Ok(None);
        }
        look(watch)?;
        end = start;
    }
}

impl<U: CodeUnit> Iterator for Split<'_, U> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.start?;
        if self.left > 0
            && let Ok(Some(index)) = self.searcher.find_watched(self.hay, start, self.watch)
        {
            self.left -= 1;
            self.start = Some(index + self.separator);
            return Some(start..index);
        }
        self.start = None;
        Some(start..self.hay.len())
    }
}

/// `rsplit(separator, limit)`: the ranges from the last to the first.
pub fn rsplit<U: CodeUnit>(
    hay: &[U],
    separator: &[U],
    limit: usize,
    watch: Watch<'_>,
) -> Result<Vec<Range<usize>>, Stopped> {
    if limit == usize::MAX || separator.is_empty() {
        // Without a limit the direction matters only for separators that overlap themselves.
        if separator.len() <= 1 {
            let mut ranges = Vec::new();
            for range in split(hay, separator, limit, watch) {
                if ranges.len() % STRETCH == STRETCH - 1 {
                    look(watch)?;
                }
                ranges.push(range);
            }
            look(watch)?;
            ranges.reverse();
            return Ok(ranges);
        }
    }
    let mut ranges = Vec::new();
    let mut end = hay.len();
    while ranges.len() < limit {
        let Some(index) = search::rfind_units_watched(&hay[..end], separator, watch)? else { break };
        ranges.push(index + separator.len()..end);
        end = index;
        if ranges.len().is_multiple_of(STRETCH) {
            look(watch)?;
        }
    }
    ranges.push(0..end);
    Ok(ranges)
}

/// Ranges between runs of white space, from the left; see [`split_spaces`].
pub struct SplitSpaces<'a, U, F> {
    hay: &'a [U],
    is_space: F,
    start: usize,
    left: usize,
    watch: Watch<'a>,
}

/// `split(None, limit)`: cuts at runs of white space and drops it at both ends; the last part of a
/// limited split keeps all that follows, spaces at the end too.
/// `is_space` is [`super::is_space`] for text, [`super::is_ascii_space`] for bytes.
pub fn split_spaces<'a, U: CodeUnit, F: Fn(u32) -> bool>(
    hay: &'a [U],
    is_space: F,
    limit: usize,
    watch: Watch<'a>,
) -> SplitSpaces<'a, U, F> {
    SplitSpaces { hay, is_space, start: 0, left: limit, watch }
}

impl<U: CodeUnit, F: Fn(u32) -> bool> Iterator for SplitSpaces<'_, U, F> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.hay.get(self.start..)?;
        let begin = self.start + position(rest, self.watch, |code| !(self.is_space)(code))?;
        if self.left == 0 {
            self.start = self.hay.len();
            return Some(begin..self.hay.len());
        }
        self.left -= 1;
        let length = position(&self.hay[begin..], self.watch, |code| (self.is_space)(code));
        let end = length.map_or(self.hay.len(), |length| begin + length);
        self.start = end;
        Some(begin..end)
    }
}

/// `rsplit(None, limit)`: the ranges from the last to the first.
pub fn rsplit_spaces<U: CodeUnit>(
    hay: &[U],
    is_space: impl Fn(u32) -> bool,
    limit: usize,
    watch: Watch<'_>,
) -> Result<Vec<Range<usize>>, Stopped> {
    let mut ranges = Vec::new();
    let mut end = hay.len();
    while let Some(last) = rposition(&hay[..end], watch, |code| !is_space(code))? {
        if ranges.len() == limit {
            ranges.push(0..last + 1);
            break;
        }
        let begin = rposition(&hay[..last], watch, &is_space)?.map_or(0, |index| index + 1);
        ranges.push(begin..last + 1);
        end = begin;
        if ranges.len().is_multiple_of(STRETCH) {
            look(watch)?;
        }
    }
    Ok(ranges)
}

/// Lines; see [`split_lines`].
pub struct Lines<'a, U, F> {
    hay: &'a [U],
    is_break: F,
    keep_ends: bool,
    start: usize,
    watch: Watch<'a>,
}

/// `splitlines(keepends)`. `is_break` is [`super::is_line_break`] for text and
/// [`line_breaks_of_bytes`] for bytes; `\r\n` is one break.
pub fn split_lines<'a, U: CodeUnit, F: Fn(u32) -> bool>(
    hay: &'a [U],
    is_break: F,
    keep_ends: bool,
    watch: Watch<'a>,
) -> Lines<'a, U, F> {
    Lines { hay, is_break, keep_ends, start: 0, watch }
}

/// What ends a line in bytes: `\n` and `\r` only.
#[inline(always)]
pub fn line_breaks_of_bytes(code: u32) -> bool {
    code == 10 || code == 13
}

impl<U: CodeUnit, F: Fn(u32) -> bool> Iterator for Lines<'_, U, F> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.start;
        let rest = self.hay.get(start..).filter(|rest| !rest.is_empty())?;
        let Some(length) = far_position(rest, self.watch, |code| (self.is_break)(code)) else {
            self.start = self.hay.len();
            return Some(start..self.hay.len());
        };
        let end = start + length;
        let pair = rest[length].code() == 13 && rest.get(length + 1).is_some_and(|unit| unit.code() == 10);
        self.start = end + if pair { 2 } else { 1 };
        Some(start..if self.keep_ends { self.start } else { end })
    }
}

/// What is left without the units at the chosen ends for which `drop` holds.
pub fn strip<U: CodeUnit>(
    hay: &[U],
    left: bool,
    right: bool,
    drop: impl Fn(u32) -> bool,
    watch: Watch<'_>,
) -> Result<Range<usize>, Stopped> {
    let (mut start, mut end) = (0, hay.len());
    while left && start < end {
        let stretch = &hay[start..end.min(start + LONG_STRETCH)];
        if let Some(index) = stretch.iter().position(|unit| !drop(unit.code())) {
            start += index;
            break;
        }
        start += stretch.len();
        look(watch)?;
    }
    while right && start < end {
        let stretch = &hay[start.max(end.saturating_sub(LONG_STRETCH))..end];
        if let Some(index) = stretch.iter().rposition(|unit| !drop(unit.code())) {
            end -= stretch.len() - index - 1;
            break;
        }
        end -= stretch.len();
        look(watch)?;
    }
    Ok(start..end)
}

/// `strip()` of text without an argument.
pub fn strip_spaces(text: TextRef<'_>, left: bool, right: bool, watch: Watch<'_>) -> Result<Range<usize>, Stopped> {
    with_units!(text, |units| strip(units, left, right, classify::is_space, watch))
}
