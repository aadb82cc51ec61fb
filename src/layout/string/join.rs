//! Strings of many strings: measured in one walk, written in a second, with one allocation.

use super::construct::{allocate, allocate_ready};
use super::units::copy_bytes;
use super::{ASCII, INLINE_MAX, Kind, LENGTH_SHIFT, Str, StrBody, WIDTH};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Allocator, Object, OutOfMemory};

/// Length and width of the parts together.
#[derive(Default)]
struct Measure {
    len: usize,
    /// A bit for each value of the parts' width and flag of ASCII.
    seen: u32,
}

impl Measure {
    /// Counts a part.
    #[inline(always)]
    fn add(&mut self, part: &Str) -> Result<(), OutOfMemory> {
        let meta = part.frozen().meta.get();
        self.seen |= 1 << (meta & (WIDTH | ASCII));
        // Lengths are below 2^54, as is the sum: many parts may be one string.
        self.len = self.len.checked_add((meta >> LENGTH_SHIFT) as usize).ok_or(OutOfMemory)?;
        Ok(())
    }

    /// Counts a separator between each two of so many parts.
    #[inline(always)]
    fn separate(&mut self, separator: &Str, parts: usize) -> Result<(), OutOfMemory> {
        if parts > 1 && !separator.is_empty() {
            self.add(separator)?;
            let more = separator.len().checked_mul(parts - 2).ok_or(OutOfMemory)?;
            self.len = self.len.checked_add(more).ok_or(OutOfMemory)?;
        }
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
    fn build(
        &self,
        heap: &Allocator,
        write: impl FnOnce(&mut Target) -> Result<(), OutOfMemory>,
    ) -> Result<Str, OutOfMemory> {
        let (kind, len) = (self.kind(), self.len);
        // SAFETY: the target takes no more than there is room for; the assertion makes sure that nothing is missing.
        unsafe {
            allocate(heap, kind, len, |start| {
                let mut target = Target { at: start, left: len, kind };
                write(&mut target)?;
                assert!(target.left == 0, "same parts twice");
                Ok(())
            })
        }
    }
}

/// Where the parts are written.
struct Target {
    at: *mut u8,
    /// Characters for which there is room.
    left: usize,
    kind: Kind,
}

impl Target {
    /// Writes a part.
    fn push(&mut self, heap: &Allocator, part: &Str) -> Result<(), OutOfMemory> {
        let units = part.units();
        assert!(units.len() <= self.left && units.kind() <= self.kind, "same parts twice");
        self.left -= units.len();
        // SAFETY: there is room, and the kind holds the part's characters.
        unsafe {
            units.copy_long(heap, self.at, self.kind)?;
            self.at = self.at.add(units.len() << self.kind.shift());
        }
        Ok(())
    }
}

impl Str {
    /// The items with `separator` between them; the index of the first item that is no string, if there is one.
    pub fn join(heap: &Allocator, separator: &Str, items: &[Object]) -> Result<Result<Str, usize>, OutOfMemory> {
        if let Some(joined) = join_few(heap, separator, items) {
            return Ok(Ok(joined));
        }
        let mut measure = Measure::default();
        for (first, stretch) in items.chunks(STRETCH).enumerate() {
            for (i, item) in stretch.iter().enumerate() {
                let Some(part) = item.cast::<StrBody>() else { return Ok(Err(first * STRETCH + i)) };
                measure.add(part)?;
            }
            if stretch.len() == STRETCH {
                heap.go_on()?;
            }
        }
        measure.separate(separator, items.len())?;
        // A few very long parts are copied in stretches.
        let is_watched = measure.len > LONG_STRETCH && measure.len / 1024 >= items.len();
        if measure.kind().shift() == 0 && !is_watched {
            // SAFETY: all items are strings of one-byte characters that fit the kind, and nothing has changed since.
            return unsafe { join_bytes(heap, separator, items, &measure) }.map(Ok);
        }
        let joined = measure.build(heap, |target| {
            let mut first = true;
            for stretch in items.chunks(STRETCH) {
                for part in stretch.iter().filter_map(Object::cast::<StrBody>) {
                    if !first {
                        target.push(heap, separator)?;
                    }
                    first = false;
                    target.push(heap, part)?;
                }
                if stretch.len() == STRETCH {
                    heap.go_on()?;
                }
            }
            Ok(())
        });
        joined.map(Ok)
    }
}

/// Writes a string of one-byte characters, and tells where it ends.
///
/// # Safety
/// There is room.
#[inline(always)]
unsafe fn write_bytes(at: *mut u8, part: &Str) -> *mut u8 {
    // SAFETY: as promised.
    unsafe {
        copy_bytes(part.frozen().data(), at, part.len());
        at.add(part.len())
    }
}

/// A few short items with `separator` between them, if all are strings of one-byte characters.
#[inline]
fn join_few(heap: &Allocator, separator: &Str, items: &[Object]) -> Option<Str> {
    const FEW: usize = 32;
    if items.len() > FEW {
        return None;
    }
    let mut measure = Measure::default();
    for item in items {
        measure.add(item.cast::<StrBody>()?).ok()?;
    }
    measure.separate(separator, items.len()).ok()?;
    let kind = measure.kind();
    if kind.shift() != 0 || measure.len > INLINE_MAX {
        return None;
    }
    // SAFETY: as in `join_bytes`.
    unsafe {
        allocate_ready(heap, kind, measure.len, |start| {
            let mut at = start;
            let mut push = |part: &Str| at = write_bytes(at, part);
            for (i, item) in items.iter().enumerate() {
                if i > 0 && !separator.is_empty() {
                    push(separator);
                }
                push(&*(&raw const *item).cast::<Str>());
            }
        })
    }
}

/// The items with `separator` between them.
///
/// # Safety
/// The items are strings, measured by `measure` together with the separators between them; its kind has one byte a
/// character.
#[inline]
unsafe fn join_bytes(
    heap: &Allocator,
    separator: &Str,
    items: &[Object],
    measure: &Measure,
) -> Result<Str, OutOfMemory> {
    // SAFETY: as promised: what is written is what was measured. A `Ref` is a transparent object.
    unsafe {
        allocate(heap, measure.kind(), measure.len, |start| {
            let mut at = start;
            let mut push = |part: &Str| at = write_bytes(at, part);
            let mut items = items.iter().map(|item| &*(&raw const *item).cast::<Str>());
            if let Some(first) = items.next() {
                push(first);
            }
            loop {
                let stretch = items.by_ref().take(STRETCH);
                if separator.is_empty() {
                    stretch.for_each(&mut push);
                } else {
                    stretch.for_each(|item| {
                        push(separator);
                        push(item);
                    });
                }
                if items.len() == 0 {
                    return Ok(());
                }
                heap.go_on()?;
            }
        })
    }
}
