//! Strings made piece by piece.

use super::units::{is_ascii, write_char};
use super::{
    INLINE_MAX, Kind, LENGTH_SHIFT, PREFIX, Str, StrBody, StrCache, Units, buffer_size, resize_buffer, roomy,
    take_buffer,
};
use crate::base::bigint::{DECIMAL_I64, decimal_i64};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Allocator, OutOfMemory, ShapeId};

/// A string under construction, widening as characters demand. It does not borrow the heap, so it may be kept while
/// Python code runs.
pub struct StrBuilder {
    /// As in a large string; null while there is none.
    buffer: *mut u8,
    /// Characters that fit the buffer.
    room: usize,
    len: usize,
    kind: Kind,
}

impl StrBuilder {
    /// An empty one, without memory.
    pub const fn new() -> StrBuilder {
        StrBuilder { buffer: std::ptr::null_mut(), room: 0, len: 0, kind: Kind::Ascii }
    }

    /// An empty one with room for `len` ASCII characters.
    pub fn with_capacity(heap: &Allocator, len: usize) -> Result<StrBuilder, OutOfMemory> {
        let buffer = take_buffer(heap, grown(len, Kind::Ascii))?;
        Ok(StrBuilder { buffer, room: buffer_size(buffer) - PREFIX, len: 0, kind: Kind::Ascii })
    }

    /// Characters so far.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing was pushed.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Characters so far, in place.
    pub fn units(&self) -> Units<'_> {
        if self.len == 0 {
            return Units::Ascii(&[]);
        }
        let data = self.buffer.wrapping_add(PREFIX);
        // SAFETY: the buffer holds `len` characters of `kind`.
        unsafe {
            match self.kind {
                Kind::Ascii => Units::Ascii(std::slice::from_raw_parts(data, self.len)),
                Kind::Latin1 => Units::Latin1(std::slice::from_raw_parts(data, self.len)),
                Kind::Two => Units::Two(std::slice::from_raw_parts(data.cast(), self.len)),
                Kind::Four => Units::Four(std::slice::from_raw_parts(data.cast(), self.len)),
            }
        }
    }

    /// Makes room for `extra` more characters, of at most `kind`.
    #[inline]
    pub fn reserve(&mut self, heap: &Allocator, extra: usize, kind: Kind) -> Result<(), OutOfMemory> {
        if kind <= self.kind && extra <= self.room - self.len {
            return Ok(());
        }
        self.make_room(heap, extra, kind.max(self.kind))
    }

    #[cold]
    #[inline(never)]
    fn make_room(&mut self, heap: &Allocator, extra: usize, kind: Kind) -> Result<(), OutOfMemory> {
        let needed = self.len.checked_add(extra).filter(|&n| n <= 1 << 54).ok_or(OutOfMemory)?;
        if kind.shift() != self.kind.shift() || self.buffer.is_null() {
            let buffer = take_buffer(heap, grown(needed, kind))?;
            // SAFETY: the new buffer has room for the old characters in the wider kind; one of the two is given up.
            unsafe {
                if let Err(stopped) = self.units().copy_long(heap, buffer.add(PREFIX), kind) {
                    Allocator::put_buffer(buffer, buffer_size(buffer));
                    return Err(stopped);
                }
                self.free();
            }
            self.buffer = buffer;
        } else if needed > self.room {
            // SAFETY: the buffer is ours.
            self.buffer = unsafe { resize_buffer(heap, self.buffer, grown(needed, kind))? };
        }
        self.kind = kind;
        self.room = (buffer_size(self.buffer) - PREFIX) >> kind.shift();
        Ok(())
    }

    /// Appends one character.
    #[inline]
    pub fn push(&mut self, heap: &Allocator, character: u32) -> Result<(), OutOfMemory> {
        let kind = Kind::of(character);
        self.reserve(heap, 1, kind)?;
        // SAFETY: there is room, and `self.kind` holds the character.
        unsafe { write_char(self.buffer.add(PREFIX), self.kind, self.len, character) };
        self.len += 1;
        Ok(())
    }

    /// Appends characters.
    #[inline]
    pub fn push_units(&mut self, heap: &Allocator, units: Units<'_>) -> Result<(), OutOfMemory> {
        if units.len() > LONG_STRETCH {
            return self.push_long(heap, units);
        }
        let kind = match units {
            // A promise of the variant that anybody can make must be checked before it becomes `&str`.
            Units::Ascii(bytes) if is_ascii(bytes) => Kind::Ascii,
            Units::Ascii(_) => Kind::Latin1,
            // A part of a wide string may be narrow.
            units if units.kind() > self.kind => units.narrowest(),
            units => units.kind(),
        };
        // SAFETY: `kind`, or the wider present kind, holds all characters.
        unsafe { self.push_kind(heap, units, kind) }
    }

    /// Appends very many characters, unless Ctrl-C waits.
    #[cold]
    fn push_long(&mut self, heap: &Allocator, units: Units<'_>) -> Result<(), OutOfMemory> {
        self.reserve(heap, units.len(), self.kind)?;
        for start in (0..units.len()).step_by(LONG_STRETCH) {
            self.push_units(heap, units.slice(start..units.len().min(start + LONG_STRETCH)))?;
            heap.go_on()?;
        }
        Ok(())
    }

    /// Appends characters of which the caller knows the kind.
    ///
    /// # Safety
    /// `kind` or `self.kind` can hold every character.
    #[inline]
    unsafe fn push_kind(&mut self, heap: &Allocator, units: Units<'_>, kind: Kind) -> Result<(), OutOfMemory> {
        self.reserve(heap, units.len(), kind)?;
        // SAFETY: there is room, and `self.kind` is now at least `kind`.
        unsafe {
            let target = self.buffer.wrapping_add(PREFIX + (self.len << self.kind.shift()));
            match units.len() <= LONG_STRETCH {
                true => units.copy_to(target, self.kind),
                false => units.copy_long(heap, target, self.kind)?,
            }
        }
        self.len += units.len();
        Ok(())
    }

    /// Appends a string.
    #[inline]
    pub fn push_string(&mut self, heap: &Allocator, string: &Str) -> Result<(), OutOfMemory> {
        // SAFETY: a string's kind holds its characters.
        unsafe { self.push_kind(heap, string.units(), string.kind()) }
    }

    /// Appends `str(n)`.
    pub fn push_decimal(&mut self, heap: &Allocator, n: i64) -> Result<(), OutOfMemory> {
        let mut digits = [0; DECIMAL_I64];
        // SAFETY: digits and a sign.
        unsafe { self.push_kind(heap, Units::Ascii(decimal_i64(n, &mut digits)), Kind::Ascii) }
    }

    /// Appends Rust text.
    pub fn push_str(&mut self, heap: &Allocator, text: &str) -> Result<(), OutOfMemory> {
        if is_ascii(text.as_bytes()) {
            // SAFETY: checked to be ASCII.
            return unsafe { self.push_kind(heap, Units::Ascii(text.as_bytes()), Kind::Ascii) };
        }
        text.chars().try_for_each(|c| self.push(heap, c as u32))
    }

    /// Appends `count` times the same character.
    pub fn push_repeated(&mut self, heap: &Allocator, character: u32, count: usize) -> Result<(), OutOfMemory> {
        if count == 0 {
            return Ok(());
        }
        self.reserve(heap, count, Kind::of(character))?;
        let end = self.len + count;
        loop {
            let stretch = (end - self.len).min(STRETCH);
            // SAFETY: room for `count` characters of this kind, or a wider one, was made.
            unsafe {
                let target = self.buffer.add(PREFIX + (self.len << self.kind.shift()));
                match self.kind {
                    Kind::Ascii | Kind::Latin1 => target.write_bytes(character as u8, stretch),
                    Kind::Two => std::slice::from_raw_parts_mut(target.cast::<u16>(), stretch).fill(character as u16),
                    Kind::Four => std::slice::from_raw_parts_mut(target.cast::<u32>(), stretch).fill(character),
                }
            }
            self.len += stretch;
            if self.len == end {
                return Ok(());
            }
            heap.go_on()?;
        }
    }

    /// The string; short ones are shared.
    pub fn finish(mut self, heap: &Allocator, cache: &StrCache) -> Result<Str, OutOfMemory> {
        let bytes = self.len << self.kind.shift();
        if bytes <= INLINE_MAX {
            if self.kind == Kind::Ascii && self.len > 1 {
                // SAFETY: the builder's kind holds all characters; there is a buffer, as there are characters.
                return unsafe {
                    let bytes = std::slice::from_raw_parts(self.buffer.wrapping_add(PREFIX), bytes);
                    Str::from_ascii_unchecked(heap, bytes)
                };
            }
            return cache.string(heap, self.units());
        }
        if buffer_size(self.buffer) - PREFIX - bytes > bytes >> 3 {
            // SAFETY: the buffer is ours. A failure to shrink keeps it as it is.
            self.buffer = unsafe { resize_buffer(heap, self.buffer, bytes).unwrap_or(self.buffer) };
        }
        let meta = (self.len as u64) << LENGTH_SHIFT | self.kind.bits();
        // SAFETY: the buffer holds the characters; it is given to the body, which frees it if `alloc` fails. The
        // builder's kind is the narrowest, as it widens only for a character that needs it.
        let body = unsafe { StrBody::from_buffer(std::mem::replace(&mut self.buffer, std::ptr::null_mut()), meta) };
        heap.alloc(ShapeId::STR_LARGE, body)
    }

    /// Gives back the buffer.
    ///
    /// # Safety
    /// `self.buffer` is not used afterwards.
    unsafe fn free(&mut self) {
        if !self.buffer.is_null() {
            // SAFETY: the buffer is ours, of the size that its prefix says.
            unsafe { Allocator::put_buffer(self.buffer, buffer_size(self.buffer)) };
        }
    }
}

/// Room in bytes for `len` characters and some more.
fn grown(len: usize, kind: Kind) -> usize {
    roomy(len.saturating_add(len >> 1).max(40) << kind.shift())
}

impl Default for StrBuilder {
    fn default() -> StrBuilder {
        StrBuilder::new()
    }
}

impl Drop for StrBuilder {
    fn drop(&mut self) {
        // SAFETY: the builder ends.
        unsafe { self.free() }
    }
}
