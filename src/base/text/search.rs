//! Finding and counting text in text. Linear in the worst case, and as fast as comparing first
//! characters in the usual one.

use std::cell::OnceCell;
use std::ops::Range;

use memchr::memmem;

use super::short::{self, Found, SHORT};
use super::two_way::{Backward, Forward, Plan, Sequence};
use super::unit::{CodeUnit, TextRef};
use crate::base::watch::{LONG_STRETCH, STRETCH, Stopped, Watch, look};

/// A needle of more units is found by [`Searcher::find_long_needle`].
const LONG_NEEDLE: usize = LONG_STRETCH / 4;

/// How many units of a long needle are looked for before the others are compared, so many at once.
const HEAD: usize = 1 << 12;

/// A needle prepared for many searches in text of its own width.
pub struct Searcher<'n, U> {
    needle: &'n [U],
    short: OnceCell<short::Prepared>,
    bytes: OnceCell<memmem::Finder<'n>>,
    plan: OnceCell<Plan>,
}

impl<'n, U: CodeUnit> Searcher<'n, U> {
    /// Prepares a needle.
    pub fn new(needle: &'n [U]) -> Self {
        Searcher { needle, short: OnceCell::new(), bytes: OnceCell::new(), plan: OnceCell::new() }
    }

    /// The first occurrence in `hay` at `start` or later. An empty needle occurs everywhere.
    #[inline]
    pub fn find(&self, hay: &[U], start: usize) -> Option<usize> {
        let rest = hay.get(start..)?;
        match (self.needle, U::bytes(self.needle), U::bytes(rest)) {
            ([], _, _) => Some(start),
            ([unit], _, _) => find_unit(rest, *unit).map(|index| start + index),
            // A long one would take long to prepare.
            (_, Some(needle), Some(rest)) if needle.len() <= LONG_NEEDLE => {
                self.find_bytes(rest, needle).map(|index| start + index)
            }
            _ => self.find_wide(hay, start),
        }
    }

    fn find_bytes(&self, hay: &[u8], needle: &'n [u8]) -> Option<usize> {
        let skipped = match hay.len() <= SHORT {
            false => 0,
            true => match short::find_prepared(hay, needle, self.short.get_or_init(|| short::prepare(needle))) {
                Found::At(index) => return Some(index),
                Found::Absent => return None,
                Found::TooSlow(index) => index,
            },
        };
        let finder = self.bytes.get_or_init(|| memmem::Finder::new(needle));
        finder.find(&hay[skipped..]).map(|index| skipped + index)
    }

    /// [`Searcher::find`], window by window, with a look at `watch` between them.
    #[inline]
    pub fn find_watched(&self, hay: &[U], start: usize, watch: Watch<'_>) -> Result<Option<usize>, Stopped> {
        if hay.len() <= LONG_STRETCH { Ok(self.find(hay, start)) } else { self.find_far(hay, start, watch) }
    }

    #[inline(never)]
    fn find_far(&self, hay: &[U], start: usize, watch: Watch<'_>) -> Result<Option<usize>, Stopped> {
        if self.needle.len() > LONG_NEEDLE {
            return self.find_long_needle(hay, start, watch);
        }
        // An occurrence that begins in one window may end in the next.
        let overlap = self.needle.len().saturating_sub(1);
        let window = LONG_STRETCH.max(4 * overlap);
        let mut start = start;
        loop {
            let end = hay.len().min(start.saturating_add(window + overlap));
            if let Some(index) = self.find(&hay[..end], start) {
                return Ok(Some(index));
            }
            if end == hay.len() {
                return Ok(None);
            }
            look(watch)?;
            start += window;
        }
    }

    /// [`Searcher::find`] for a needle that takes long to prepare and to compare: its head is looked for, and the rest
    /// compared behind it. Once that has cost more than some passes over the text, the two-way search takes over.
    #[cold]
    #[inline(never)]
    fn find_long_needle(&self, hay: &[U], start: usize, watch: Watch<'_>) -> Result<Option<usize>, Stopped> {
        let (head, tail) = self.needle.split_at(HEAD);
        let Some(heads) = hay.len().checked_sub(tail.len()).map(|end| &hay[..end]) else { return Ok(None) };
        let searcher = Searcher::new(head);
        let (mut position, mut spent) = (start, 0);
        while let Some(index) = searcher.find_watched(heads, position, watch)? {
            if same_watched(&hay[index + HEAD..][..tail.len()], tail, &mut spent, watch)? {
                return Ok(Some(index));
            }
            position = index + 1;
            if spent > self.needle.len() + 4 * (position - start) {
                let needle = Forward(self.needle);
                let plan = match self.plan.get() {
                    Some(plan) => *plan,
                    None => {
                        let plan = Plan::new(needle, watch)?;
                        *self.plan.get_or_init(|| plan)
                    }
                };
                return plan.search(Forward(hay), needle, position, watch);
            }
        }
        Ok(None)
    }

    fn find_wide(&self, hay: &[U], start: usize) -> Option<usize> {
        match find_pair(hay, self.needle, start) {
            Naive::Found(index) => Some(index),
            Naive::Absent => None,
            Naive::TooSlow(position) => {
                let plan = self.plan.get_or_init(|| unwatched(|watch| Plan::new(Forward(self.needle), watch)));
                unwatched(|watch| plan.search(Forward(hay), Forward(self.needle), position, watch))
            }
        }
    }
}

/// Whether two texts of one length are the same; adds what it took to find out to `spent`.
fn same_watched<U: CodeUnit>(a: &[U], b: &[U], spent: &mut usize, watch: Watch<'_>) -> Result<bool, Stopped> {
    for (a, b) in a.chunks(HEAD).zip(b.chunks(HEAD)) {
        look(watch)?;
        *spent += a.len();
        if a != b {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What work gives that nobody stops.
fn unwatched<T>(work: impl FnOnce(Watch<'_>) -> Result<T, Stopped>) -> T {
    work(&|| false).expect("nothing stops it")
}

enum Naive {
    Found(usize),
    Absent,
    TooSlow(usize),
}

/// What lets a search step far: where the last unit occurs before, and which units occur at all.
#[derive(Clone, Copy)]
struct Skips {
    /// Distance from the end to the previous place of the last unit, minus one.
    skip: usize,
    /// Bloom filter over the lowest six bits of the units.
    filter: u64,
}

impl Skips {
    fn new(needle: impl Sequence) -> Skips {
        let last = needle.len() - 1;
        let mut skips = Skips { skip: last, filter: 0 };
        for index in 0..=last {
            skips.filter |= 1 << (needle.at(index) & 63);
            if index < last && needle.at(index) == needle.at(last) {
                skips.skip = last - index - 1;
            }
        }
        skips
    }
}

/// Looks at the unit under the needle's end, and steps over the whole needle where the unit behind
/// it occurs nowhere in it (Horspool's search with Sunday's step, as in CPython). Gives up when that
/// has cost more than a few comparisons per position: then the two-way search takes over.
fn naive(hay: impl Sequence, needle: impl Sequence, skips: Skips, start: usize) -> Naive {
    let length = needle.len();
    if length > hay.len() {
        return Naive::Absent;
    }
    // What lies under the needle's end at each position; its length bounds the loop visibly.
    let ends = hay.skip(length - 1);
    let tail = needle.at(length - 1);
    let mut spent = 0;
    let mut position = start;
    let foreign = |code: u32| skips.filter >> (code & 63) & 1 == 0;
    loop {
        // The usual step in a loop of its own, which the processor runs ahead of.
        while position + 1 < ends.len() && ends.at(position) != tail && foreign(ends.at(position + 1)) {
            position += length + 1;
        }
        if position >= ends.len() {
            return Naive::Absent;
        }
        let mut step = 1;
        if ends.at(position) == tail {
            match (0..length - 1).find(|&i| hay.at(position + i) != needle.at(i)) {
                None => return Naive::Found(position),
                Some(index) => spent += index,
            }
            step += skips.skip;
            if spent > 64 + 4 * (position - start) {
                return Naive::TooSlow(position + 1);
            }
        }
        if position + 1 < ends.len() && foreign(ends.at(position + 1)) {
            step = length + 1;
        }
        position += step;
    }
}

/// How many units of wide text are compared at once.
const BLOCK: usize = 32;

/// Whether the two units stand anywhere at one place of the blocks.
#[inline(always)]
fn has_pair<U: CodeUnit>(firsts: &[U; BLOCK], lasts: &[U; BLOCK], (first, last): (U, U)) -> bool {
    let mut found = false;
    for i in 0..BLOCK {
        found |= (firsts[i] == first) & (lasts[i] == last);
    }
    found
}

/// Looks for places where the needle's first unit stands and its last one at its distance, block by block so that the
/// comparisons are vectorised, and compares there. Gives up when that has cost more than a few comparisons per
/// position: then the two-way search takes over. The needle is not empty.
fn find_pair<U: CodeUnit>(hay: &[U], needle: &[U], start: usize) -> Naive {
    let distance = needle.len() - 1;
    let (first, last) = (needle[0], needle[distance]);
    let Some(lasts) = hay.get(start + distance..) else { return Naive::Absent };
    let firsts = &hay[start..start + lasts.len()];
    let mut spent = 0;
    let (first_blocks, last_blocks) = (firsts.as_chunks().0, lasts.as_chunks().0);
    for index in 0..=firsts.len() / BLOCK {
        if let (Some(firsts), Some(lasts)) = (first_blocks.get(index), last_blocks.get(index))
            && !has_pair(firsts, lasts, (first, last))
        {
            continue;
        }
        for place in index * BLOCK..firsts.len().min((index + 1) * BLOCK) {
            if (firsts[place], lasts[place]) == (first, last) {
                let at = start + place;
                if hay[at..=at + distance] == *needle {
                    return Naive::Found(at);
                }
                spent += needle.len();
                if spent > 256 + 4 * place {
                    return Naive::TooSlow(at + 1);
                }
            }
        }
    }
    Naive::Absent
}

/// The first occurrence of one unit.
#[inline]
pub fn find_unit<U: CodeUnit>(hay: &[U], unit: U) -> Option<usize> {
    if let Some(bytes) = U::bytes(hay) {
        return find_byte(bytes, unit.code() as u8);
    }
    // By blocks without an early exit, so that the comparison is vectorised.
    let (blocks, tail) = hay.as_chunks::<16>();
    for (index, block) in blocks.iter().enumerate() {
        let mut found = false;
        for other in block {
            found |= *other == unit;
        }
        if found {
            return block.iter().position(|&other| other == unit).map(|at| index * 16 + at);
        }
    }
    tail.iter().position(|&other| other == unit).map(|at| hay.len() - tail.len() + at)
}

/// The first occurrence of `needle` in `hay`.
fn find_units<U: CodeUnit>(hay: &[U], needle: &[U]) -> Option<usize> {
    match (U::bytes(hay), U::bytes(needle)) {
        (Some(hay), Some(needle)) if needle.len() > 1 => match hay.len() <= SHORT {
            // For a single search the library's own entry is cheaper than a prepared one.
            false => memmem::find(hay, needle),
            true => match short::find(hay, needle) {
                Found::At(index) => Some(index),
                Found::Absent => None,
                Found::TooSlow(skipped) => memmem::find(&hay[skipped..], needle).map(|index| skipped + index),
            },
        },
        _ => Searcher::new(needle).find(hay, 0),
    }
}

/// The last occurrence of `needle` in `hay`.
fn rfind_units<U: CodeUnit>(hay: &[U], needle: &[U]) -> Option<usize> {
    match (needle, U::bytes(hay), U::bytes(needle)) {
        ([], _, _) => Some(hay.len()),
        ([unit], Some(hay), _) => rfind_byte(hay, unit.code() as u8),
        ([unit], _, _) => hay.iter().rposition(|other| other == unit),
        (_, Some(hay), Some(needle)) => match short::rfind(hay, needle) {
            Found::At(index) => Some(index),
            Found::Absent => None,
            Found::TooSlow(end) => memmem::rfind(&hay[..end], needle),
        },
        _ => {
            let (hay, needle) = (Backward(hay), Backward(needle));
            let from_end = match naive(hay, needle, Skips::new(needle), 0) {
                Naive::Found(index) => Some(index),
                Naive::Absent => None,
                Naive::TooSlow(position) => {
                    unwatched(|watch| Plan::new(needle, watch)?.search(hay, needle, position, watch))
                }
            };
            from_end.map(|index| hay.len() - needle.len() - index)
        }
    }
}

/// Number of occurrences that do not overlap; an empty needle lies between all units.
pub(super) fn count_units<U: CodeUnit>(
    hay: &[U],
    needle: &[U],
    limit: usize,
    watch: Watch<'_>,
) -> Result<usize, Stopped> {
    if needle.is_empty() {
        return Ok((hay.len() + 1).min(limit));
    }
    let mut count = 0;
    if let ([unit], Some(bytes), true) = (needle, U::bytes(hay), limit == usize::MAX) {
        for window in bytes.chunks(LONG_STRETCH) {
            if count > 0 || window.len() == LONG_STRETCH {
                look(watch)?;
            }
            count += memchr::memchr_iter(unit.code() as u8, window).count();
        }
        return Ok(count);
    }
    let searcher = Searcher::new(needle);
    let mut start = 0;
    while count < limit {
        let Some(index) = searcher.find_watched(hay, start, watch)? else { break };
        count += 1;
        if count.is_multiple_of(STRETCH) {
            look(watch)?;
        }
        start = index + needle.len();
    }
    Ok(count)
}

/// Runs a search with both texts in units of the hay's width. A needle with a code point that the
/// hay's form cannot hold occurs nowhere.
macro_rules! same_width {
    ($hay:expr, $needle:expr, $watch:expr, $absent:expr, |$h:ident, $n:ident| $body:expr) => {{
        let needle = $needle;
        match $hay {
            TextRef::Ascii($h) | TextRef::Latin1($h) => match needle {
                TextRef::Ascii($n) | TextRef::Latin1($n) => $body,
                _ => match fitting::<u8>(needle, $watch)? {
                    Some(units) => {
                        let $n = units.as_slice();
                        $body
                    }
                    None => $absent,
                },
            },
            TextRef::Ucs2($h) => match needle {
                TextRef::Ucs2($n) => $body,
                _ => match fitting::<u16>(needle, $watch)? {
                    Some(units) => {
                        let $n = units.as_slice();
                        $body
                    }
                    None => $absent,
                },
            },
            TextRef::Ucs4($h) => match needle {
                TextRef::Ucs4($n) => $body,
                _ => match fitting::<u32>(needle, $watch)? {
                    Some(units) => {
                        let $n = units.as_slice();
                        $body
                    }
                    None => $absent,
                },
            },
        }
    }};
}

/// A needle in another width; a short one without an allocation.
enum Fitted<U> {
    Few([U; FEW], usize),
    Many(Vec<U>),
}

const FEW: usize = 32;

impl<U> Fitted<U> {
    fn as_slice(&self) -> &[U] {
        match self {
            Fitted::Few(units, length) => &units[..*length],
            Fitted::Many(units) => units,
        }
    }
}

/// The needle in another width, if all of it fits.
///
/// # Errors
/// The watch has stopped the conversion.
fn fitting<U: CodeUnit>(needle: TextRef<'_>, watch: Watch<'_>) -> Result<Option<Fitted<U>>, Stopped> {
    Ok(match needle {
        TextRef::Ascii(bytes) | TextRef::Latin1(bytes) if bytes.len() <= FEW => {
            let mut units = [U::default(); FEW];
            units.iter_mut().zip(bytes).for_each(|(unit, &byte)| *unit = U::cut(byte.into()));
            Some(Fitted::Few(units, bytes.len()))
        }
        TextRef::Ascii(_) | TextRef::Latin1(_) => Some(Fitted::Many(needle.to_units_watched(watch)?)),
        needle if needle.code_bits() <= U::MAX => Some(Fitted::Many(needle.to_units_watched(watch)?)),
        _ => None,
    })
}

/// Index of the first occurrence.
#[inline]
pub fn find(hay: TextRef<'_>, needle: TextRef<'_>) -> Option<usize> {
    match (hay, needle) {
        (TextRef::Ascii(hay), TextRef::Ascii([byte])) => find_byte(hay, *byte),
        (hay, needle) => find_any(hay, needle),
    }
}

/// The first place of a byte. The first sixteen are looked at by words of eight: what is near is found before the
/// library's search would have begun.
#[inline]
pub fn find_byte(hay: &[u8], byte: u8) -> Option<usize> {
    let mut rest = hay;
    for _ in 0..2 {
        let Some((word, after)) = rest.split_first_chunk::<8>() else {
            return rest.iter().position(|&other| other == byte).map(|at| hay.len() - rest.len() + at);
        };
        const ONES: u64 = 0x0101_0101_0101_0101;
        // A byte of zeros where the byte stands; the lowest one that is found so is right (Hacker's Delight, 6-1).
        let word = u64::from_le_bytes(*word) ^ (ONES * u64::from(byte));
        let zeros = word.wrapping_sub(ONES) & !word & (ONES << 7);
        if zeros != 0 {
            return Some(hay.len() - rest.len() + (zeros.trailing_zeros() / 8) as usize);
        }
        rest = after;
    }
    memchr::memchr(byte, rest).map(|at| hay.len() - rest.len() + at)
}

/// The last place of a byte. The last sixteen are looked at by words of eight, as in `find_byte`.
#[inline]
pub fn rfind_byte(hay: &[u8], byte: u8) -> Option<usize> {
    let mut rest = hay;
    for _ in 0..2 {
        let Some((before, word)) = rest.split_last_chunk::<8>() else {
            return rest.iter().rposition(|&other| other == byte);
        };
        const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
        // Ones where the byte stands: here without a carry from below, as the highest one counts.
        let word = u64::from_le_bytes(*word) ^ (0x0101_0101_0101_0101 * u64::from(byte));
        let zeros = !(((word & LOW) + LOW) | word | LOW);
        if zeros != 0 {
            return Some(rest.len() - 1 - (zeros.leading_zeros() / 8) as usize);
        }
        rest = before;
    }
    memchr::memrchr(byte, rest)
}

#[inline(never)]
fn find_any(hay: TextRef<'_>, needle: TextRef<'_>) -> Option<usize> {
    unwatched(|watch| same_width!(hay, needle, watch, Ok(None), |h, n| Ok(find_units(h, n))))
}

/// [`find`] of more than one byte in text that is not long.
#[inline]
pub fn find_bytes(hay: &[u8], needle: &[u8]) -> Option<usize> {
    find_units(hay, needle)
}

/// The last place of more than one byte in text that is not long.
#[inline]
pub fn rfind_bytes(hay: &[u8], needle: &[u8]) -> Option<usize> {
    rfind_units(hay, needle)
}

/// [`find`] that can be stopped.
#[inline]
pub fn find_watched(hay: TextRef<'_>, needle: TextRef<'_>, watch: Watch<'_>) -> Result<Option<usize>, Stopped> {
    if hay.len() <= LONG_STRETCH { Ok(find(hay, needle)) } else { find_long(hay, needle, watch) }
}

#[cold]
#[inline(never)]
fn find_long(hay: TextRef<'_>, needle: TextRef<'_>, watch: Watch<'_>) -> Result<Option<usize>, Stopped> {
    same_width!(hay, needle, watch, Ok(None), |h, n| Searcher::new(n).find_watched(h, 0, watch))
}

/// [`rfind`] that can be stopped.
pub fn rfind_watched(hay: TextRef<'_>, needle: TextRef<'_>, watch: Watch<'_>) -> Result<Option<usize>, Stopped> {
    same_width!(hay, needle, watch, Ok(None), |h, n| rfind_units_watched(h, n, watch))
}

/// The last occurrence of `needle` in `hay`.
#[inline]
pub(super) fn rfind_units_watched<U: CodeUnit>(
    hay: &[U],
    needle: &[U],
    watch: Watch<'_>,
) -> Result<Option<usize>, Stopped> {
    if hay.len() <= LONG_STRETCH { Ok(rfind_units(hay, needle)) } else { rfind_far(hay, needle, watch) }
}

#[inline(never)]
fn rfind_far<U: CodeUnit>(hay: &[U], needle: &[U], watch: Watch<'_>) -> Result<Option<usize>, Stopped> {
    if needle.len() > LONG_NEEDLE {
        let plan = Plan::new(Backward(needle), watch)?;
        let from_end = plan.search(Backward(hay), Backward(needle), 0, watch)?;
        return Ok(from_end.map(|index| hay.len() - needle.len() - index));
    }
    let overlap = needle.len().saturating_sub(1);
    let window = LONG_STRETCH.max(4 * overlap);
    let mut end = hay.len();
    loop {
        let start = end.saturating_sub(window + overlap);
        if let Some(index) = rfind_units(&hay[start..end], needle) {
            return Ok(Some(start + index));
        }
        if start == 0 {
            return Ok(None);
        }
        look(watch)?;
        end = start + overlap;
    }
}

/// Number of occurrences that do not overlap, at most `limit`.
pub fn count(hay: TextRef<'_>, needle: TextRef<'_>, limit: usize, watch: Watch<'_>) -> Result<usize, Stopped> {
    same_width!(hay, needle, watch, Ok(0), |h, n| count_units(h, n, limit, watch))
}

/// Whether `text` begins with `prefix`.
///
/// # Errors
/// The watch said so.
#[inline]
pub fn starts_with(text: TextRef<'_>, prefix: TextRef<'_>, watch: Watch<'_>) -> Result<bool, Stopped> {
    Ok(prefix.len() <= text.len() && text.slice(0..prefix.len()).equals_watched(prefix, watch)?)
}

/// Whether `text` ends with `suffix`.
///
/// # Errors
/// The watch said so.
#[inline]
pub fn ends_with(text: TextRef<'_>, suffix: TextRef<'_>, watch: Watch<'_>) -> Result<bool, Stopped> {
    match text.len().checked_sub(suffix.len()) {
        Some(start) => text.slice(start..text.len()).equals_watched(suffix, watch),
        None => Ok(false),
    }
}

/// Resolves the optional `start` and `end` of `str.find` and its like (given as 0 and `i64::MAX`
/// when absent; negative ones count from the end). `None` if `start` lies behind `end`: nothing is
/// found there, not even an empty needle.
pub fn clamp_range(start: i64, end: i64, length: usize) -> Option<Range<usize>> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let from_end = |index: i64| if index < 0 { index.saturating_add(length).max(0) } else { index };
    let (start, end) = (from_end(start), from_end(end).min(length));
    (start <= end).then_some(start as usize..end as usize)
}
