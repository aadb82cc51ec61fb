//! Reading: length, characters, comparison, hash, Rust text.

use super::units::each_width;
use super::{ASCII, INTERNED, Kind, LARGE, LENGTH_SHIFT, Str, StrCache, Units, WIDTH};
use crate::base::hash::HashKey;
use crate::base::watch::{Stopped, Watch};
use std::borrow::Cow;
use std::cmp::Ordering;

impl Str {
    /// Length in characters.
    #[inline(always)]
    pub fn len(&self) -> usize {
        (self.frozen().meta.get() >> LENGTH_SHIFT) as usize
    }

    /// Whether it has no characters.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How the characters are stored.
    #[inline(always)]
    pub fn kind(&self) -> Kind {
        self.frozen().kind()
    }

    /// The characters in place.
    #[inline(always)]
    pub fn units(&self) -> Units<'_> {
        let body = self.frozen();
        let (data, len) = (body.data(), self.len());
        // SAFETY: `data` holds `len` initialised characters of the body's kind, aligned (8 at least), and they do
        // not change while a handle is borrowed (H8).
        unsafe {
            match body.kind() {
                Kind::Ascii => Units::Ascii(std::slice::from_raw_parts(data, len)),
                Kind::Latin1 => Units::Latin1(std::slice::from_raw_parts(data, len)),
                Kind::Two => Units::Two(std::slice::from_raw_parts(data.cast(), len)),
                Kind::Four => Units::Four(std::slice::from_raw_parts(data.cast(), len)),
            }
        }
    }

    /// The text in place, if it is ASCII.
    #[inline(always)]
    pub fn as_ascii(&self) -> Option<&str> {
        if self.frozen().meta.get() & ASCII == 0 {
            return None;
        }
        // SAFETY: as in `units`; constructors set the flag only when every byte is below 128.
        unsafe { Some(std::str::from_utf8_unchecked(std::slice::from_raw_parts(self.frozen().data(), self.len()))) }
    }

    /// The character at `index`, which must be in range.
    #[inline(always)]
    pub fn char_at(&self, index: usize) -> u32 {
        self.units().get(index)
    }

    /// The shared string of the character at `index`, negative from the end; `None` if the index is out of range, or the
    /// characters are wider than a byte.
    #[inline(always)]
    pub fn shared_character<'a>(&self, cache: &'a StrCache, index: i64) -> Option<&'a Str> {
        let body = self.frozen();
        let meta = body.meta.get();
        let len = (meta >> LENGTH_SHIFT) as i64;
        let index = if index < 0 { index + len } else { index };
        if meta & WIDTH != 0 || index < 0 || index >= len {
            return None;
        }
        // SAFETY: the index is in range, and the characters are bytes.
        Some(cache.byte(unsafe { *body.data().add(index as usize) }))
    }

    /// The hash under `key`, which is always the same one for a heap. Never -1.
    #[inline(always)]
    pub fn hash(&self, key: &HashKey) -> i64 {
        let hash = self.frozen().hash.get();
        if hash != -1 { hash } else { self.compute_hash(key) }
    }

    /// [`Str::hash`], computed in a way that can be stopped.
    #[cold]
    #[inline(never)]
    pub fn hash_watched(&self, key: &HashKey, watch: Watch<'_>) -> Result<i64, Stopped> {
        if self.cached_hash().is_none() {
            self.frozen().hash.set(key.hash_watched(self.units().as_bytes(), watch)?);
        }
        Ok(self.frozen().hash.get())
    }

    /// The hash, if it was computed before.
    #[inline(always)]
    pub fn cached_hash(&self) -> Option<i64> {
        let hash = self.frozen().hash.get();
        if hash != -1 { Some(hash) } else { None }
    }

    #[cold]
    #[inline(never)]
    fn compute_hash(&self, key: &HashKey) -> i64 {
        let hash = key.hash(self.units().as_bytes());
        self.frozen().hash.set(hash);
        hash
    }

    /// Whether the string is in the table of interned strings, whose owner sets the mark.
    #[inline(always)]
    pub fn is_interned(&self) -> bool {
        self.frozen().meta.get() & INTERNED != 0
    }

    /// Sets or takes away the mark of interned strings. A marked string is not extended in place.
    pub fn set_interned(&self, on: bool) {
        let meta = &self.frozen().meta;
        meta.set(if on { meta.get() | INTERNED } else { meta.get() & !INTERNED });
    }

    /// Whether both have the same characters.
    #[inline(always)]
    pub fn equals(&self, other: &Str) -> bool {
        self.is(other) || self.equals_other(other)
    }

    #[inline(always)]
    fn equals_other(&self, other: &Str) -> bool {
        // Strings are in their narrowest width, so that equal ones agree in all of `meta` but two flags.
        let (body, others) = (self.frozen(), other.frozen());
        let (meta, other_meta) = (body.meta.get(), others.meta.get());
        if (meta ^ other_meta) & !(INTERNED | LARGE) != 0 {
            return false;
        }
        if (meta | other_meta) & LARGE != 0 {
            return same_many(self.bytes(), other.bytes());
        }
        let size = (meta >> LENGTH_SHIFT << (meta & WIDTH)) as usize;
        // SAFETY: as in `bytes`; both have as many characters of the same width, and in their own blocks.
        let (a, b) = unsafe {
            (
                std::slice::from_raw_parts(body.inline_data(), size),
                std::slice::from_raw_parts(others.inline_data(), size),
            )
        };
        match (a, b) {
            // Most differ in the first character already.
            ([x, ..], [y, ..]) if x != y => false,
            ([] | [_], _) => true,
            (a, b) => same_bytes(a, b),
        }
    }

    /// The character of a string of one, if it is below 256.
    #[inline(always)]
    pub fn only_byte(&self) -> Option<u8> {
        if self.has_only_byte() { Some(self.bytes()[0]) } else { None }
    }

    /// The same of two strings.
    #[inline(always)]
    pub fn only_bytes(&self, other: &Str) -> Option<(u8, u8)> {
        if self.has_only_byte() & other.has_only_byte() { Some((self.bytes()[0], other.bytes()[0])) } else { None }
    }

    #[inline(always)]
    fn has_only_byte(&self) -> bool {
        self.frozen().meta.get() & !(ASCII | INTERNED) == 1 << LENGTH_SHIFT
    }

    /// The characters of a string of up to 16, if all are below 256.
    #[inline(always)]
    pub fn short_bytes(&self) -> Option<&[u8]> {
        let meta = self.frozen().meta.get();
        if meta & WIDTH == 0 && meta >> LENGTH_SHIFT <= 16 { Some(self.bytes()) } else { None }
    }

    /// The characters' bytes.
    #[inline(always)]
    fn bytes(&self) -> &[u8] {
        let body = self.frozen();
        let meta = body.meta.get();
        let size = (meta >> LENGTH_SHIFT << (meta & WIDTH)) as usize;
        // SAFETY: as in `units`; the width's bits are the binary logarithm of a character's bytes.
        unsafe { std::slice::from_raw_parts(body.data(), size) }
    }

    /// Whether the characters are those of `text`.
    pub fn equals_text(&self, text: &str) -> bool {
        match self.as_ascii() {
            Some(own) => own == text,
            None => self.len() <= text.len() && self.units().iter().eq(text.chars().map(|c| c as u32)),
        }
    }

    /// Order by code points.
    #[inline]
    pub fn compare(&self, other: &Str) -> Ordering {
        if (self.frozen().meta.get() | other.frozen().meta.get()) & WIDTH != 0 {
            return self.compare_wide(other);
        }
        match (self.bytes(), other.bytes()) {
            // Most differ in the first character already.
            ([x, ..], [y, ..]) if x != y => x.cmp(y),
            ([_], [_]) => Ordering::Equal,
            (a, b) => a.cmp(b),
        }
    }

    #[inline(never)]
    fn compare_wide(&self, other: &Str) -> Ordering {
        match (self.units(), other.units()) {
            (Units::Two(a), Units::Two(b)) => a.cmp(b),
            (Units::Four(a), Units::Four(b)) => a.cmp(b),
            (a, b) => a.iter().cmp(b.iter()),
        }
    }

    /// The text for Rust: borrowed if ASCII. Lone surrogates become U+FFFD (see [`Str::has_surrogates`]).
    pub fn to_rust(&self) -> Cow<'_, str> {
        match self.as_ascii() {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(
                self.units().iter().map(|c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
            ),
        }
    }

    /// Whether some character is a surrogate, which UTF-8 cannot express.
    pub fn has_surrogates(&self) -> bool {
        match self.units() {
            Units::Ascii(_) | Units::Latin1(_) => false,
            units => each_width!(units, s => s.iter().any(|&c| (0xD800..0xE000).contains(&u32::from(c)))),
        }
    }

    /// The text as UTF-8 in which surrogates are encoded like other characters (`surrogatepass`).
    pub fn to_wtf8(&self) -> Vec<u8> {
        if let Some(text) = self.as_ascii() {
            return text.as_bytes().to_vec();
        }
        let mut bytes = Vec::with_capacity(self.len() << self.kind().shift());
        let mut buffer = [0; 4];
        for c in self.units().iter() {
            match char::from_u32(c) {
                Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes()),
                None => bytes.extend([0xE0 | (c >> 12) as u8, 0x80 | (c >> 6 & 63) as u8, 0x80 | (c & 63) as u8]),
            }
        }
        bytes
    }
}

/// Whether two strings of the same number of bytes are equal. Of short ones both ends are compared, which may overlap.
#[inline]
fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    #[inline(always)]
    fn ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        let (Some(first), Some(last)) = (a.first_chunk::<N>(), a.last_chunk::<N>()) else { return false };
        let (Some(b_first), Some(b_last)) = (b.first_chunk::<N>(), b.last_chunk::<N>()) else { return false };
        first == b_first && last == b_last
    }
    match a.len() {
        2..=3 => ends::<2>(a, b),
        4..=7 => ends::<4>(a, b),
        8..=16 => ends::<8>(a, b),
        _ => same_many(a, b),
    }
}

/// The same by the library. A call of its own, for which those who compare little need not keep their registers.
#[inline(never)]
fn same_many(a: &[u8], b: &[u8]) -> bool {
    a == b
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        self.equals(other)
    }
}

impl Eq for Str {}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Str) -> Ordering {
        self.compare(other)
    }
}

impl std::fmt::Display for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_rust())
    }
}
