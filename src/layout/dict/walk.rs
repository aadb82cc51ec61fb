//! Iteration by position: a position stays meaningful whatever happens to the dict in between.

use super::{DictBody, Entry};

impl DictBody {
    /// The first entry at `position` or behind it, with its position. The next one is asked for with that plus 1.
    #[inline]
    pub fn next(&self, mut position: usize) -> Option<(usize, &Entry)> {
        loop {
            let entry = self.entries.get(position)?;
            if !entry.key.is_unbound() {
                return Some((position, entry));
            }
            position += 1;
        }
    }

    /// The last entry before `position`, with its position. The next one is asked for with that.
    #[inline]
    pub fn previous(&self, position: usize) -> Option<(usize, &Entry)> {
        let position = position.min(self.entries.len());
        self.entries[..position].iter().enumerate().rev().find(|(_, entry)| !entry.key.is_unbound())
    }

    /// The position behind the last entry, where a walk backwards starts.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// All entries with their positions.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().enumerate().filter(|(_, entry)| !entry.key.is_unbound())
    }

    /// All entries, in order, unless keys were removed.
    #[inline(always)]
    pub fn dense(&self) -> Option<&[Entry]> {
        (self.entries.len() == self.len()).then_some(&self.entries)
    }
}
