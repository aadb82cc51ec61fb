//! Borrowed text in its four forms.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use super::copy::copy_short;
use crate::base::watch::{LONG_STRETCH, Stopped, Watch, look};
use crate::with_units;

/// One code point in storage: a byte, or two, or four.
pub trait CodeUnit: Copy + Eq + Ord + Default + std::fmt::Debug + Send + Sync + 'static {
    /// The largest code point that it holds.
    const MAX: u32;

    /// The code point.
    fn code(self) -> u32;

    /// The unit for a code point, cut to the width.
    fn cut(code: u32) -> Self;

    /// The slice itself if units are bytes: the door to the byte searches.
    #[inline]
    fn bytes(_units: &[Self]) -> Option<&[u8]> {
        None
    }

    /// Copies units over as many others.
    #[inline(always)]
    fn copy(target: &mut [Self], source: &[Self]) {
        target.copy_from_slice(source);
    }

    /// The text's own units if they have this width, else converted ones, cut if they do not fit.
    ///
    /// # Errors
    /// The watch has stopped the conversion.
    fn borrow<'a>(text: TextRef<'a>, watch: Watch<'_>) -> Result<Cow<'a, [Self]>, Stopped>;
}

impl CodeUnit for u8 {
    const MAX: u32 = 0xff;
    #[inline(always)]
    fn code(self) -> u32 {
        u32::from(self)
    }
    #[inline(always)]
    fn cut(code: u32) -> u8 {
        code as u8
    }
    #[inline(always)]
    fn bytes(units: &[u8]) -> Option<&[u8]> {
        Some(units)
    }
    #[inline(always)]
    fn copy(target: &mut [u8], source: &[u8]) {
        copy_short(target, source);
    }
    fn borrow<'a>(text: TextRef<'a>, watch: Watch<'_>) -> Result<Cow<'a, [u8]>, Stopped> {
        Ok(match text {
            TextRef::Ascii(units) | TextRef::Latin1(units) => Cow::Borrowed(units),
            _ => Cow::Owned(text.to_units_watched(watch)?),
        })
    }
}

impl CodeUnit for u16 {
    const MAX: u32 = 0xffff;
    #[inline(always)]
    fn code(self) -> u32 {
        u32::from(self)
    }
    #[inline(always)]
    fn cut(code: u32) -> u16 {
        code as u16
    }
    fn borrow<'a>(text: TextRef<'a>, watch: Watch<'_>) -> Result<Cow<'a, [u16]>, Stopped> {
        Ok(match text {
            TextRef::Ucs2(units) => Cow::Borrowed(units),
            _ => Cow::Owned(text.to_units_watched(watch)?),
        })
    }
}

impl CodeUnit for u32 {
    const MAX: u32 = u32::MAX;
    #[inline(always)]
    fn code(self) -> u32 {
        self
    }
    #[inline(always)]
    fn cut(code: u32) -> u32 {
        code
    }
    fn borrow<'a>(text: TextRef<'a>, watch: Watch<'_>) -> Result<Cow<'a, [u32]>, Stopped> {
        Ok(match text {
            TextRef::Ucs4(units) => Cow::Borrowed(units),
            _ => Cow::Owned(text.to_units_watched(watch)?),
        })
    }
}

/// Borrowed text. A whole string is in its narrowest form; a slice of one may be wider than its
/// content needs (see [`TextRef::to_buf`]).
#[derive(Clone, Copy, Debug)]
pub enum TextRef<'a> {
    /// All below 128: the same bytes are UTF-8.
    Ascii(&'a [u8]),
    /// All below 256.
    Latin1(&'a [u8]),
    /// All below 65536.
    Ucs2(&'a [u16]),
    /// Any code point.
    Ucs4(&'a [u32]),
}

impl<'a> TextRef<'a> {
    /// No characters.
    pub const EMPTY: TextRef<'static> = TextRef::Ascii(&[]);

    /// Number of code points.
    #[inline]
    pub fn len(self) -> usize {
        with_units!(self, |units| units.len())
    }

    /// Whether there are no code points.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The code point at `index`, if there is one.
    #[inline]
    pub fn get(self, index: usize) -> Option<u32> {
        with_units!(self, |units| units.get(index).map(|unit| unit.code()))
    }

    /// The code points in `range`, which is cut to the text. Keeps the form.
    #[inline]
    pub fn slice(self, range: Range<usize>) -> TextRef<'a> {
        let end = range.end.min(self.len());
        let range = range.start.min(end)..end;
        match self {
            TextRef::Ascii(units) => TextRef::Ascii(&units[range]),
            TextRef::Latin1(units) => TextRef::Latin1(&units[range]),
            TextRef::Ucs2(units) => TextRef::Ucs2(&units[range]),
            TextRef::Ucs4(units) => TextRef::Ucs4(&units[range]),
        }
    }

    /// The code points in order.
    #[inline]
    pub fn codes(self) -> Codes<'a> {
        match self {
            TextRef::Ascii(units) | TextRef::Latin1(units) => Codes::One(units.iter()),
            TextRef::Ucs2(units) => Codes::Two(units.iter()),
            TextRef::Ucs4(units) => Codes::Four(units.iter()),
        }
    }

    /// Appends the text as UTF-8 in which surrogates are encoded like other characters (`surrogatepass`).
    pub fn push_wtf8(self, bytes: &mut Vec<u8>) {
        if let TextRef::Ascii(units) = self {
            return bytes.extend_from_slice(units);
        }
        let mut buffer = [0; 4];
        for c in self.codes() {
            match char::from_u32(c) {
                Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes()),
                None => bytes.extend([0xE0 | (c >> 12) as u8, 0x80 | (c >> 6 & 63) as u8, 0x80 | (c & 63) as u8]),
            }
        }
    }

    /// Whether the form says that all is ASCII (a wider slice may still be).
    #[inline]
    pub fn is_ascii(self) -> bool {
        matches!(self, TextRef::Ascii(_))
    }

    /// The text as UTF-8 in place, if the form is ASCII.
    #[inline]
    pub fn as_ascii(self) -> Option<&'a str> {
        match self {
            // The check costs a vectorised pass; a wrong form must not break memory safety.
            TextRef::Ascii(units) => std::str::from_utf8(units).ok(),
            _ => None,
        }
    }

    /// An upper bound of the code points that is exact as to the form needed: the bits of all of
    /// them, ORed.
    pub fn code_bits(self) -> u32 {
        match self {
            TextRef::Ascii(units) => u32::from(!units.is_empty()) * 0x7f,
            TextRef::Latin1(units) => units.iter().fold(0, |bits, unit| bits | unit).into(),
            TextRef::Ucs2(units) => units.iter().fold(0, |bits, unit| bits | unit).into(),
            TextRef::Ucs4(units) => units.iter().fold(0, |bits, unit| bits | unit),
        }
    }

    /// UTF-8 text, lone surrogates replaced by U+FFFD: for messages to people.
    pub fn to_string_lossy(self) -> String {
        match self.as_ascii() {
            Some(text) => text.to_string(),
            None => self.codes().map(|code| char::from_u32(code).unwrap_or('\u{fffd}')).collect(),
        }
    }

    /// Three-way comparison by code points.
    pub fn compare(self, other: TextRef<'_>) -> Ordering {
        use TextRef::{Ascii, Latin1, Ucs2, Ucs4};
        match (self, other) {
            (Ascii(a) | Latin1(a), Ascii(b) | Latin1(b)) => a.cmp(b),
            (Ucs2(a), Ucs2(b)) => a.cmp(b),
            (Ucs4(a), Ucs4(b)) => a.cmp(b),
            (a, b) => a.codes().cmp(b.codes()),
        }
    }

    /// [`TextRef::compare`], with a look at `watch` after each stretch of long texts.
    ///
    /// # Errors
    /// The watch said so.
    pub fn compare_watched(self, other: TextRef<'_>, watch: Watch<'_>) -> Result<Ordering, Stopped> {
        let (mut start, common) = (0, self.len().min(other.len()));
        while common - start > LONG_STRETCH {
            let part = start..start + LONG_STRETCH;
            let order = self.slice(part.clone()).compare(other.slice(part));
            if order != Ordering::Equal {
                return Ok(order);
            }
            look(watch)?;
            start += LONG_STRETCH;
        }
        Ok(self.slice(start..self.len()).compare(other.slice(start..other.len())))
    }

    /// [`TextRef::equals`], with a look at `watch` after each stretch of long texts.
    ///
    /// # Errors
    /// The watch said so.
    #[inline]
    pub fn equals_watched(self, other: TextRef<'_>, watch: Watch<'_>) -> Result<bool, Stopped> {
        if self.len() <= LONG_STRETCH {
            return Ok(self.equals(other));
        }
        Ok(self.len() == other.len() && self.compare_watched(other, watch)? == Ordering::Equal)
    }

    /// Equality by code points, whatever the forms.
    pub fn equals(self, other: TextRef<'_>) -> bool {
        self.len() == other.len() && self.compare(other) == Ordering::Equal
    }
}

impl<'a> From<&'a [u8]> for TextRef<'a> {
    /// Latin-1 text, in its narrowest form.
    fn from(bytes: &'a [u8]) -> Self {
        if bytes.is_ascii() { TextRef::Ascii(bytes) } else { TextRef::Latin1(bytes) }
    }
}

/// Iterator over code points; see [`TextRef::codes`].
#[derive(Clone, Debug)]
pub enum Codes<'a> {
    /// Bytes.
    One(std::slice::Iter<'a, u8>),
    /// Two-byte units.
    Two(std::slice::Iter<'a, u16>),
    /// Four-byte units.
    Four(std::slice::Iter<'a, u32>),
}

impl Iterator for Codes<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match self {
            Codes::One(units) => units.next().map(|unit| unit.code()),
            Codes::Two(units) => units.next().map(|unit| unit.code()),
            Codes::Four(units) => units.next().map(|unit| unit.code()),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let length = match self {
            Codes::One(units) => units.len(),
            Codes::Two(units) => units.len(),
            Codes::Four(units) => units.len(),
        };
        (length, Some(length))
    }
}

impl DoubleEndedIterator for Codes<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        match self {
            Codes::One(units) => units.next_back().map(|unit| unit.code()),
            Codes::Two(units) => units.next_back().map(|unit| unit.code()),
            Codes::Four(units) => units.next_back().map(|unit| unit.code()),
        }
    }
}

impl ExactSizeIterator for Codes<'_> {}
