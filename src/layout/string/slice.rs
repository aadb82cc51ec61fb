//! Parts of strings.

use super::construct::allocate;
use super::units::{each_width, write_char};
use super::{Kind, Str, StrCache, Units};
use crate::base::watch::STRETCH;
use crate::heap::{Allocator, OutOfMemory};

/// The characters of an ASCII string of which parts are taken.
#[derive(Clone, Copy)]
pub struct AsciiText<'a> {
    bytes: &'a [u8],
}

impl<'a> AsciiText<'a> {
    /// The characters in place.
    #[inline(always)]
    pub fn bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The characters from `start` to `stop`, which must be in range. Short results are shared strings.
    #[inline(always)]
    pub fn part(self, heap: &Allocator, cache: &StrCache, start: usize, stop: usize) -> Result<Str, OutOfMemory> {
        match &self.bytes[start..stop] {
            [] => Ok(cache.empty()),
            [byte] => Ok(cache.byte(*byte).clone()),
            // SAFETY: the bytes are those of an ASCII string.
            bytes => unsafe { Str::from_ascii_unchecked(heap, bytes) },
        }
    }
}

impl Str {
    /// The string as text of which parts are taken, if it is ASCII.
    #[inline(always)]
    pub fn ascii_text(&self) -> Option<AsciiText<'_>> {
        self.as_ascii().map(|text| AsciiText { bytes: text.as_bytes() })
    }

    /// The characters from `start` to `stop` (clamped to the string). Short results are shared strings.
    #[inline]
    pub fn slice(&self, heap: &Allocator, cache: &StrCache, start: usize, stop: usize) -> Result<Str, OutOfMemory> {
        let stop = stop.min(self.len());
        let start = start.min(stop);
        match stop - start {
            0 => Ok(cache.empty()),
            1 => cache.character(heap, self.char_at(start)),
            _ => self.part(heap, start..stop),
        }
    }

    /// The characters of a range, which must be in range. A part of ASCII needs no search for its narrowest width.
    #[inline]
    fn part(&self, heap: &Allocator, range: std::ops::Range<usize>) -> Result<Str, OutOfMemory> {
        let units = self.units().slice(range);
        match units {
            // SAFETY: the bytes are those of an ASCII string.
            Units::Ascii(bytes) => unsafe { Str::from_ascii_unchecked(heap, bytes) },
            _ => Str::from_units(heap, units),
        }
    }

    /// `count` characters from `start` on, `step` apart; the caller has clamped them (as `slice.indices` does).
    pub fn slice_step(
        &self,
        heap: &Allocator,
        cache: &StrCache,
        start: usize,
        step: isize,
        count: usize,
    ) -> Result<Str, OutOfMemory> {
        match count {
            0 => return Ok(cache.empty()),
            1 => return cache.character(heap, self.char_at(start)),
            _ if step == 1 => return self.part(heap, start..start + count),
            _ => {}
        }
        let units = self.units();
        if let (Units::Ascii(bytes), ..=STRETCH) = (units, count) {
            // The span that the characters lie in, read forwards or backwards.
            let last = start.wrapping_add_signed(step.wrapping_mul(count as isize - 1));
            let span = &bytes[start.min(last)..=start.max(last)];
            return Str::build_ascii(heap, count, |target| {
                if step == -1 {
                    target.copy_from_slice(span);
                    return target.reverse();
                }
                let stride = step.unsigned_abs();
                match step < 0 {
                    true => target.iter_mut().zip(span.iter().rev().step_by(stride)).for_each(|(to, from)| *to = *from),
                    false => target.iter_mut().zip(span.iter().step_by(stride)).for_each(|(to, from)| *to = *from),
                }
            });
        }
        let at = |i: usize| start.wrapping_add_signed(step.wrapping_mul(i as isize));
        let kind = match units {
            Units::Ascii(_) => Kind::Ascii,
            units => {
                let mut bits = 0;
                for start in (0..count).step_by(STRETCH) {
                    if start > 0 {
                        heap.go_on()?;
                    }
                    let stretch = start..count.min(start + STRETCH);
                    bits |= each_width!(units, s => stretch.clone().fold(0, |bits, i| bits | u32::from(s[at(i)])));
                }
                Kind::of(bits)
            }
        };
        // SAFETY: `kind` holds every chosen character; all `count` are written, each read with a bounds check.
        unsafe {
            allocate(heap, kind, count, |target| {
                for start in (0..count).step_by(STRETCH) {
                    if start > 0 {
                        heap.go_on()?;
                    }
                    let stretch = start..count.min(start + STRETCH);
                    each_width!(units, s => stretch.for_each(|i| write_char(target, kind, i, s[at(i)].into())));
                }
                Ok(())
            })
        }
    }
}
