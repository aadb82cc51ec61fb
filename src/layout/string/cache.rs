//! The strings that exist once: the empty one and the characters below 256.

use super::construct::are_ascii;
use super::{Str, Units};
use crate::base::bigint::{DECIMAL_I64, decimal_i64};
use crate::heap::{Allocator, OutOfMemory};

/// The shared strings. Owned by the runtime; immortal.
pub struct StrCache {
    empty: Str,
    latin1: Box<[Str; 256]>,
}

impl StrCache {
    /// Makes them. They bear the mark of interned strings: the owner of that table enters them.
    pub fn new(heap: &Allocator) -> Result<StrCache, OutOfMemory> {
        let share = |bytes: &[u8]| -> Result<Str, OutOfMemory> {
            let string = Str::from_latin1(heap, bytes)?;
            string.make_immortal();
            string.set_interned(true);
            Ok(string)
        };
        let latin1 = (0..=255u8).map(|c| share(&[c])).collect::<Result<Box<[Str]>, _>>()?;
        Ok(StrCache { empty: share(&[])?, latin1: latin1.try_into().map_err(|_| OutOfMemory)? })
    }

    /// The empty string.
    #[inline]
    pub fn empty(&self) -> Str {
        self.empty.clone()
    }

    /// All shared strings, the empty one first.
    pub fn all(&self) -> impl Iterator<Item = &Str> {
        std::iter::once(&self.empty).chain(self.latin1.iter())
    }

    /// The string of one character: shared below 256.
    #[inline]
    pub fn character(&self, heap: &Allocator, character: u32) -> Result<Str, OutOfMemory> {
        match self.latin1.get(character as usize) {
            Some(shared) => Ok(shared.clone()),
            None => Str::from_char(heap, character),
        }
    }

    /// The shared string of a byte.
    #[inline(always)]
    pub(super) fn byte(&self, byte: u8) -> &Str {
        &self.latin1[byte as usize]
    }

    /// `str(n)`.
    pub fn decimal(&self, heap: &Allocator, n: i64) -> Result<Str, OutOfMemory> {
        if (0..10).contains(&n) {
            return Ok(self.byte(b'0' + n as u8).clone());
        }
        let mut digits = [0; DECIMAL_I64];
        // SAFETY: digits and a sign.
        unsafe { Str::from_ascii_unchecked(heap, decimal_i64(n, &mut digits)) }
    }

    /// The characters as a string, shared if there is none or one below 256. Use it for every result whose length is
    /// not known to be above 1: CPython shares them as well.
    pub fn string(&self, heap: &Allocator, units: Units<'_>) -> Result<Str, OutOfMemory> {
        match units.len() {
            0 => Ok(self.empty()),
            1 => self.character(heap, units.get(0)),
            _ => Str::from_units(heap, units),
        }
    }

    /// The bytes as a string if all are below 128, shared as in `string`.
    pub fn ascii(&self, heap: &Allocator, bytes: &[u8]) -> Result<Option<Str>, OutOfMemory> {
        match bytes {
            bytes if !are_ascii(heap, bytes)? => Ok(None),
            [] => Ok(Some(self.empty())),
            [byte] => Ok(Some(self.byte(*byte).clone())),
            // SAFETY: checked just now.
            bytes => Ok(Some(unsafe { Str::from_ascii_unchecked(heap, bytes) }?)),
        }
    }

    /// Rust text as a string, shared as in `string`.
    pub fn text(&self, heap: &Allocator, text: &str) -> Result<Str, OutOfMemory> {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Ok(self.empty()),
            (Some(only), None) => self.character(heap, only as u32),
            _ => Str::new(heap, text),
        }
    }

    /// `string` itself, or the shared string that equals it.
    pub fn share(&self, string: Str) -> Str {
        match string.len() {
            0 => self.empty(),
            1 => self.latin1.get(string.char_at(0) as usize).cloned().unwrap_or(string),
            _ => string,
        }
    }
}
