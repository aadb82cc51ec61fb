//! The two-way string search of Crochemore and Perrin ("Two-way string-matching", 1991): linear
//! time and constant space for any alphabet, so that no needle makes a search quadratic.

use std::ops::Range;

use super::unit::CodeUnit;
use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// Read access in either direction, so that one search serves `find` and `rfind`.
pub(super) trait Sequence: Copy {
    fn len(self) -> usize;
    fn at(self, index: usize) -> u32;
    /// Without the first `count` units, of which there are at least as many.
    fn skip(self, count: usize) -> Self;
}

/// A slice from its beginning.
#[derive(Clone, Copy)]
pub(super) struct Forward<'a, U>(pub(super) &'a [U]);

/// A slice from its end.
#[derive(Clone, Copy)]
pub(super) struct Backward<'a, U>(pub(super) &'a [U]);

impl<U: CodeUnit> Sequence for Forward<'_, U> {
    #[inline(always)]
    fn len(self) -> usize {
        self.0.len()
    }
    #[inline(always)]
    fn at(self, index: usize) -> u32 {
        self.0[index].code()
    }
    fn skip(self, count: usize) -> Self {
        Forward(&self.0[count..])
    }
}

impl<U: CodeUnit> Sequence for Backward<'_, U> {
    #[inline(always)]
    fn len(self) -> usize {
        self.0.len()
    }
    #[inline(always)]
    fn at(self, index: usize) -> u32 {
        self.0[self.0.len() - 1 - index].code()
    }
    fn skip(self, count: usize) -> Self {
        Backward(&self.0[..self.0.len() - count])
    }
}

/// A needle cut at a critical position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    cut: usize,
    period: usize,
    periodic: bool,
}

impl Plan {
    /// Analyses a needle of at least one unit.
    pub(super) fn new(needle: impl Sequence, watch: Watch<'_>) -> Result<Plan, Stopped> {
        let (first, first_period) = maximal_suffix(needle, |a, b| a < b, watch)?;
        let (second, second_period) = maximal_suffix(needle, |a, b| a > b, watch)?;
        let (cut, period) = if first > second { (first, first_period) } else { (second, second_period) };
        let length = needle.len();
        let periodic =
            cut * 2 < length && cut + period <= length && mismatch(needle, needle, period, 0..cut, watch)?.is_none();
        Ok(Plan { cut, period: if periodic { period } else { cut.max(length - cut) + 1 }, periodic })
    }

    /// Index of the first occurrence that begins at `start` or later.
    pub(super) fn search(
        self,
        hay: impl Sequence,
        needle: impl Sequence,
        start: usize,
        watch: Watch<'_>,
    ) -> Result<Option<usize>, Stopped> {
        let length = needle.len();
        let Some(last) = hay.len().checked_sub(length) else { return Ok(None) };
        let mut position = start;
        let mut known = 0; // how much of the needle's beginning is known to match (periodic needles)
        let mut unseen = 0; // how many units were compared since the last look
        while position <= last {
            let from = self.cut.max(known);
            let found = mismatch(hay, needle, position, from..length, watch)?;
            unseen += found.unwrap_or(length) - from + 1;
            if unseen >= STRETCH {
                look(watch)?;
                unseen = 0;
            }
            if let Some(mismatch) = found {
                position += mismatch - self.cut + 1;
                known = 0;
                continue;
            }
            let stop = known.min(self.cut);
            if mismatch(hay, needle, position, stop..self.cut, watch)?.is_none() {
                return Ok(Some(position));
            }
            position += self.period;
            known = if self.periodic { length - self.period } else { 0 };
        }
        Ok(None)
    }
}

/// The first index of `range` at which the needle differs from what lies at `position`.
#[inline]
fn mismatch(
    hay: impl Sequence,
    needle: impl Sequence,
    position: usize,
    range: Range<usize>,
    watch: Watch<'_>,
) -> Result<Option<usize>, Stopped> {
    let mut from = range.start;
    loop {
        let to = range.end.min(from + STRETCH);
        if let Some(index) = (from..to).find(|&i| needle.at(i) != hay.at(position + i)) {
            return Ok(Some(index));
        }
        if to == range.end {
            return Ok(None);
        }
        look(watch)?;
        from = to;
    }
}

/// Beginning and period of the maximal suffix under the order `less`.
fn maximal_suffix(
    needle: impl Sequence,
    less: impl Fn(u32, u32) -> bool,
    watch: Watch<'_>,
) -> Result<(usize, usize), Stopped> {
    let (mut left, mut right, mut offset, mut period) = (0, 1, 0, 1);
    let mut steps = 0;
    while right + offset < needle.len() {
        steps += 1;
        if steps % STRETCH == 0 {
            look(watch)?;
        }
        let (a, b) = (needle.at(right + offset), needle.at(left + offset));
        if less(a, b) {
            right += offset + 1;
            offset = 0;
            period = right - left;
        } else if a == b {
            if offset + 1 == period {
                right += offset + 1;
                offset = 0;
            } else {
                offset += 1;
            }
        } else {
            left = right;
            right += 1;
            offset = 0;
            period = 1;
        }
    }
    Ok((left, period))
}

#[cfg(test)]
mod tests {
    use super::{Backward, Forward, Plan, Sequence, Stopped};

    fn first(hay: impl Sequence, needle: impl Sequence) -> Option<usize> {
        (0..(hay.len() + 1).saturating_sub(needle.len()))
            .find(|&start| (0..needle.len()).all(|i| hay.at(start + i) == needle.at(i)))
    }

    fn search(hay: impl Sequence, needle: impl Sequence) -> Result<Option<usize>, Stopped> {
        Plan::new(needle, &|| false)?.search(hay, needle, 0, &|| false)
    }

    /// All needles of up to nine letters of two in all-letter mixtures of them, both directions.
    #[test]
    fn finds_what_the_plain_search_finds() {
        let word = |bits: u64, length: u32| (0..length).map(|i| (bits >> i & 1) as u16).collect::<Vec<_>>();
        let mut state = 1u64;
        for length in 1..=9 {
            for bits in 0..1u64 << length {
                let needle = word(bits, length);
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                let mut hay = word(state >> 20, 40);
                hay.extend(&needle[1..]);
                hay.extend(&needle);
                hay.extend(&needle[..needle.len() / 2]);
                let (h, n) = (Forward(&hay[..]), Forward(&needle[..]));
                assert_eq!(search(h, n), Ok(first(h, n)), "{needle:?} in {hay:?}");
                let (h, n) = (Backward(&hay[..]), Backward(&needle[..]));
                assert_eq!(search(h, n), Ok(first(h, n)), "{needle:?} from the end of {hay:?}");
            }
        }
    }
}
