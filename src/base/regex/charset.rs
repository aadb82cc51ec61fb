//! A set of characters made ready for matching: an exact table for code points below 256, and
//! for the rest ranges, classes and the case rule.

use super::chars::{self, Fold};
use super::syntax::{Category, Class, ClassItem};

/// A compiled set.
#[derive(Debug)]
pub(super) struct CharSet {
    /// The answer for every code point below 256.
    pub low: Box<[bool; 256]>,
    /// Code points, sorted and merged. If case is ignored they are lower-case ones, all that
    /// match, and the subject's character is lowered before it is looked up.
    ranges: Vec<(u32, u32)>,
    /// If case is ignored: ranges beyond the BMP, also asked for the character's upper case.
    upper_ranges: Vec<(u32, u32)>,
    categories: Vec<Category>,
    negate: bool,
    unicode: bool,
    fold: Fold,
}

/// The part of a set beyond code point 255, as far as it is easily told.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum High<'a> {
    Empty,
    /// These ranges and classes, as they stand.
    Plain(&'a [(u32, u32)], &'a [Category]),
    /// Unknown: perhaps everything.
    Any,
}

impl CharSet {
    /// Compiles a set. `unicode` is what classes follow, `fold` what case means.
    pub fn new(class: &Class, unicode: bool, fold: Fold) -> CharSet {
        let cased = fold != Fold::None && (fold == Fold::Locale || has_cased(class, fold));
        let fold = if cased { fold } else { Fold::None };
        let mut set = CharSet {
            low: Box::new([false; 256]),
            ranges: Vec::new(),
            upper_ranges: Vec::new(),
            categories: Vec::new(),
            negate: class.negate,
            unicode,
            fold,
        };
        for &item in &class.items {
            match item {
                ClassItem::Literal(c) => set.add_range(c, c, false),
                ClassItem::Range(from, to) => set.add_range(from, to, true),
                ClassItem::Category(category) => {
                    if !set.categories.contains(&category) {
                        set.categories.push(category);
                    }
                }
            }
        }
        set.ranges = merged(std::mem::take(&mut set.ranges));
        for c in 0..256 {
            set.low[c as usize] = set.ask(c);
        }
        set
    }

    /// The set of the characters that match a literal when case is ignored.
    pub fn of_literal(c: u32, negate: bool, fold: Fold) -> CharSet {
        let lower = chars::lower(c, fold);
        let mut ranges = vec![(lower, lower)];
        if fold == Fold::Unicode {
            ranges.extend(chars::family(lower).iter().map(|&c| (c, c)));
        }
        let mut set = CharSet {
            low: Box::new([false; 256]),
            ranges: merged(ranges),
            upper_ranges: Vec::new(),
            categories: Vec::new(),
            negate,
            unicode: fold == Fold::Unicode,
            fold: if fold == Fold::Locale { Fold::Ascii } else { fold },
        };
        for c in 0..256 {
            set.low[c as usize] = set.ask(c);
        }
        set
    }

    fn add_range(&mut self, from: u32, to: u32, is_range: bool) {
        match self.fold {
            Fold::None | Fold::Locale => self.ranges.push((from, to)),
            Fold::Ascii => {
                for c in from.max(0x41)..=to.min(0x5A) {
                    self.ranges.push((c + 32, c + 32));
                }
                // Upper-case letters stay in: a lowered character never equals them.
                self.ranges.push((from, to));
                self.add_beyond_bmp(from, to, is_range);
            }
            Fold::Unicode => {
                for c in from..=to.min(0xFFFF) {
                    let lower = chars::lower(c, Fold::Unicode);
                    match self.ranges.last_mut() {
                        Some(last) if last.1 + 1 == lower => last.1 = lower,
                        _ => self.ranges.push((lower, lower)),
                    }
                    let family = chars::family(lower);
                    self.ranges.extend(family.iter().map(|&c| (c, c)));
                }
                self.add_beyond_bmp(from, to, is_range);
            }
        }
    }

    /// CPython lowers characters of the BMP when it compiles a set that ignores case. Beyond, a
    /// range is asked for both cases (even by ASCII rules), and a single character as written.
    fn add_beyond_bmp(&mut self, from: u32, to: u32, is_range: bool) {
        if to > 0xFFFF {
            let rest = (from.max(0x1_0000), to);
            if is_range {
                self.upper_ranges.push(rest);
            } else {
                self.ranges.push(rest);
            }
        }
    }

    /// Whether a character is in the set.
    #[inline]
    pub fn contains(&self, c: u32) -> bool {
        if c < 256 { self.low[c as usize] } else { self.ask(c) }
    }

    fn ask(&self, c: u32) -> bool {
        if self.fold == Fold::Locale {
            let other = match c {
                0x41..=0x5A => c + 32,
                0x61..=0x7A => c - 32,
                _ => c,
            };
            return self.ask_lowered(c) || self.ask_lowered(other);
        }
        self.ask_lowered(chars::lower(c, self.fold))
    }

    fn ask_lowered(&self, c: u32) -> bool {
        let in_ranges = match self.ranges[..] {
            [] => false,
            [(from, to)] => from <= c && c <= to,
            _ => {
                let index = self.ranges.partition_point(|&(_, to)| to < c);
                self.ranges.get(index).is_some_and(|&(from, _)| from <= c)
            }
        };
        let found = in_ranges
            || self.categories.iter().any(|&category| chars::in_category(c, category, self.unicode))
            || (!self.upper_ranges.is_empty() && {
                let upper = chars::upper(c);
                self.upper_ranges.iter().any(|&(from, to)| (from..=to).contains(&c) || (from..=to).contains(&upper))
            });
        found != self.negate
    }

    /// The part beyond code point 255.
    pub fn high(&self) -> High<'_> {
        if self.negate || self.fold == Fold::Unicode || self.fold == Fold::Locale || !self.upper_ranges.is_empty() {
            return High::Any;
        }
        if self.categories.is_empty() && self.ranges.iter().all(|&(_, to)| to < 256) {
            return High::Empty;
        }
        let positive = |&category: &Category| matches!(category, Category::Digit | Category::Space | Category::Word);
        if !self.unicode {
            if self.categories.iter().all(positive) {
                return High::Plain(&self.ranges, &[]);
            }
            return High::Any;
        }
        High::Plain(&self.ranges, &self.categories)
    }
}

/// Whether ignoring case changes anything for a set.
fn has_cased(class: &Class, fold: Fold) -> bool {
    class.items.iter().any(|&item| match item {
        ClassItem::Literal(c) => c > 0xFFFF || chars::is_cased(c, fold),
        ClassItem::Range(from, to) => to > 0xFFFF || (from..=to).any(|c| chars::is_cased(c, fold)),
        ClassItem::Category(_) => false,
    })
}

fn merged(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut out: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match out.last_mut() {
            Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}

/// Whether two parts beyond 255 surely have no character in common.
pub(super) fn high_disjoint(a: &High<'_>, b: &High<'_>) -> bool {
    match (a, b) {
        (High::Empty, _) | (_, High::Empty) => true,
        (High::Any, _) | (_, High::Any) => false,
        (High::Plain(ranges, classes), High::Plain(other_ranges, other_classes)) => {
            let classes_disjoint = classes.iter().all(|&a| other_classes.iter().all(|&b| categories_disjoint(a, b)));
            classes_disjoint
                && ranges_avoid_classes(ranges, other_classes)
                && ranges_avoid_classes(other_ranges, classes)
                && ranges.iter().all(|&(from, to)| {
                    other_ranges.iter().all(|&(other_from, other_to)| to < other_from || other_to < from)
                })
        }
    }
}

fn ranges_avoid_classes(ranges: &[(u32, u32)], classes: &[Category]) -> bool {
    /// Longer ranges are not worth a look.
    const LIMIT: u32 = 64;
    classes.is_empty()
        || ranges.iter().all(|&(from, to)| {
            let from = from.max(256);
            to < from
                || (to - from < LIMIT
                    && (from..=to).all(|c| classes.iter().all(|&class| !chars::in_category(c, class, true))))
        })
}

fn categories_disjoint(a: Category, b: Category) -> bool {
    use Category::{Digit, NotDigit, NotSpace, NotWord, Space, Word};
    matches!(
        (a, b),
        (Digit, NotDigit | NotWord | Space)
            | (NotDigit, Digit)
            | (Space, NotSpace | Digit | Word)
            | (NotSpace, Space)
            | (Word, NotWord | Space)
            | (NotWord, Word | Digit)
    )
}
