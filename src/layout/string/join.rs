//! Strings of many strings: measured in one walk, written in a second, with one allocation.

use super::construct::allocate;
use super::units::copy_bytes;
use super::{ASCII, Kind, LENGTH_SHIFT, Str, StrBody, WIDTH};
use crate::heap::{Allocator, Object, OutOfMemory};

/// Length and width of the parts together.
#[derive(Default)]
pub(super) struct Measure {
    len: usize,
    /// A bit for each value of the parts' width and flag of ASCII.
    seen: u32,
}

impl Measure {
    /// Counts a part.
    #[inline(always)]
    pub(super) fn add(&mut self, part: &Str) -> Result<(), OutOfMemory> {
        let meta = part.frozen().meta.get();
        self.seen |= 1 << (meta & (WIDTH | ASCII));
        // Lengths are below 2^54, as is the sum: many parts may be one string.
        self.len = self.len.checked_add((meta >> LENGTH_SHIFT) as usize).ok_or(OutOfMemory)?;
        Ok(())
    }

    fn kind(&self) -> Kind {
        [Kind::Four, Kind::Two, Kind::Latin1]
            .into_iter()
            .find(|kind| self.seen >> kind.bits() & 1 == 1)
            .unwrap_or(Kind::Ascii)
    }

    /// The string of the parts that `write` pushes, which must be those that were counted.
    #[inline]
    pub(super) fn build(&self, heap: &Allocator, write: impl FnOnce(&mut Target)) -> Result<Str, OutOfMemory> {
        let (kind, len) = (self.kind(), self.len);
        // SAFETY: the target takes no more than there is room for; the assertion makes sure that nothing is missing.
        unsafe {
            allocate(heap, kind, len, |start| {
                let mut target = Target { at: start, left: len, kind };
                write(&mut target);
                assert!(target.left == 0, "same parts twice");
            })
        }
    }
}

/// Where the parts are written.
pub(super) struct Target {
    at: *mut u8,
    /// Characters for which there is room.
    left: usize,
    kind: Kind,
}

impl Target {
    /// Writes a part.
    #[inline(always)]
    pub(super) fn push(&mut self, part: &Str) {
        let len = part.len();
        assert!(len <= self.left, "same parts twice");
        self.left -= len;
        if self.kind.shift() == 0 {
            assert!(part.kind() <= self.kind, "same parts twice");
            // SAFETY: there is room, and characters of one byte fit; the part is another string.
            unsafe {
                copy_bytes(part.frozen().data(), self.at, len);
                self.at = self.at.add(len);
            }
        } else {
            self.push_wide(part);
        }
    }

    #[inline(never)]
    fn push_wide(&mut self, part: &Str) {
        let units = part.units();
        assert!(units.kind() <= self.kind, "same parts twice");
        // SAFETY: there is room, and the kind holds the part's characters.
        unsafe {
            units.copy_to(self.at, self.kind);
            self.at = self.at.add(units.len() << self.kind.shift());
        }
    }
}

impl Str {
    /// The items with `separator` between them; the index of the first item that is no string, if there is one.
    pub fn join(heap: &Allocator, separator: &Str, items: &[Object]) -> Result<Result<Str, usize>, OutOfMemory> {
        let mut measure = Measure::default();
        for (i, item) in items.iter().enumerate() {
            let Some(part) = item.cast::<StrBody>() else { return Ok(Err(i)) };
            measure.add(part)?;
        }
        let between = items.len().saturating_sub(1);
        if between > 0 && !separator.is_empty() {
            measure.add(separator)?;
            let more = separator.len().checked_mul(between - 1).ok_or(OutOfMemory)?;
            measure.len = measure.len.checked_add(more).ok_or(OutOfMemory)?;
        }
        let joined = measure.build(heap, |target| {
            for (i, part) in items.iter().filter_map(Object::cast::<StrBody>).enumerate() {
                if i > 0 {
                    target.push(separator);
                }
                target.push(part);
            }
        });
        joined.map(Ok)
    }
}
