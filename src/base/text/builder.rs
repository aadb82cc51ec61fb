//! Owned text, and the builder that widens only when a code point asks for it.

use super::unit::{CodeUnit, TextRef};
use crate::base::watch::{LONG_STRETCH, Stopped, Watch, look};
use crate::with_units;

/// Owned text in its narrowest form.
#[derive(Clone, Debug)]
pub enum TextBuf {
    /// All below 128.
    Ascii(Vec<u8>),
    /// All below 256, one at least from 128.
    Latin1(Vec<u8>),
    /// All below 65536, one at least from 256.
    Ucs2(Vec<u16>),
    /// One at least from 65536.
    Ucs4(Vec<u32>),
}

impl TextBuf {
    /// No characters.
    pub const EMPTY: TextBuf = TextBuf::Ascii(Vec::new());

    /// The text, borrowed.
    #[inline]
    pub fn as_ref(&self) -> TextRef<'_> {
        match self {
            TextBuf::Ascii(units) => TextRef::Ascii(units),
            TextBuf::Latin1(units) => TextRef::Latin1(units),
            TextBuf::Ucs2(units) => TextRef::Ucs2(units),
            TextBuf::Ucs4(units) => TextRef::Ucs4(units),
        }
    }

    /// Text from one-byte units, without copying.
    pub fn from_latin1(units: Vec<u8>) -> TextBuf {
        if units.is_ascii() { TextBuf::Ascii(units) } else { TextBuf::Latin1(units) }
    }

    /// Text from two-byte units.
    pub fn from_ucs2(units: Vec<u16>) -> TextBuf {
        if TextRef::Ucs2(&units).code_bits() > u8::MAX.into() {
            return TextBuf::Ucs2(units);
        }
        TextRef::Ucs2(&units).to_buf()
    }

    /// Text from four-byte units.
    pub fn from_ucs4(units: Vec<u32>) -> TextBuf {
        if TextRef::Ucs4(&units).code_bits() > u16::MAX.into() {
            return TextBuf::Ucs4(units);
        }
        TextRef::Ucs4(&units).to_buf()
    }

    /// One code point.
    pub fn from_code(code: u32) -> TextBuf {
        match code {
            0..0x80 => TextBuf::Ascii(vec![code as u8]),
            0x80..0x100 => TextBuf::Latin1(vec![code as u8]),
            0x100..0x10000 => TextBuf::Ucs2(vec![code as u16]),
            _ => TextBuf::Ucs4(vec![code]),
        }
    }
}

impl From<&str> for TextBuf {
    fn from(text: &str) -> TextBuf {
        // UTF-8's largest byte is a lead byte and tells the widest code point's range.
        let largest = text.bytes().fold(0, u8::max);
        match largest {
            0..0x80 => TextBuf::Ascii(text.as_bytes().to_vec()),
            0x80..0xc4 => TextBuf::Latin1(collect(text)),
            0xc4..0xf0 => TextBuf::Ucs2(collect(text)),
            _ => TextBuf::Ucs4(collect(text)),
        }
    }
}

impl From<String> for TextBuf {
    fn from(text: String) -> TextBuf {
        if text.is_ascii() { TextBuf::Ascii(text.into_bytes()) } else { TextBuf::from(text.as_str()) }
    }
}

fn collect<U: CodeUnit>(text: &str) -> Vec<U> {
    let count = text.bytes().filter(|byte| byte & 0xc0 != 0x80).count();
    // Into slots that exist already: pushing would check the capacity each time.
    let mut units = vec![U::default(); count];
    for (slot, c) in units.iter_mut().zip(text.chars()) {
        *slot = U::cut(c as u32);
    }
    units
}

impl TextRef<'_> {
    /// A copy in the narrowest form.
    pub fn to_buf(self) -> TextBuf {
        match self.code_bits() {
            0..0x80 => TextBuf::Ascii(self.to_units()),
            0x80..0x100 => TextBuf::Latin1(self.to_units()),
            0x100..0x10000 => TextBuf::Ucs2(self.to_units()),
            _ => TextBuf::Ucs4(self.to_units()),
        }
    }

    /// The code points as units of another width, cut if they do not fit.
    pub fn to_units<U: CodeUnit>(self) -> Vec<U> {
        let mut target = Vec::new();
        self.push_to(&mut target);
        target
    }

    /// [`TextRef::to_units`], with a look at `watch` now and then.
    pub fn to_units_watched<U: CodeUnit>(self, watch: Watch<'_>) -> Result<Vec<U>, Stopped> {
        let mut target = Vec::with_capacity(self.len());
        with_units!(self, |units| for part in units.chunks(LONG_STRETCH) {
            target.extend(part.iter().map(|unit| U::cut(unit.code())));
            if part.len() == LONG_STRETCH {
                look(watch)?;
            }
        });
        Ok(target)
    }

    /// Appends the code points as units of another width, cut if they do not fit.
    #[inline]
    pub fn push_to<U: CodeUnit>(self, target: &mut Vec<U>) {
        with_units!(self, |units| target.extend(units.iter().map(|unit| U::cut(unit.code()))));
    }
}

/// Builds text piece by piece. Starts as ASCII and copies itself wider when a piece needs it.
#[derive(Clone, Debug)]
pub struct TextBuilder(TextBuf);

impl Default for TextBuilder {
    fn default() -> Self {
        TextBuilder(TextBuf::EMPTY)
    }
}

impl TextBuilder {
    /// An empty builder.
    pub fn new() -> Self {
        TextBuilder::default()
    }

    /// An empty builder with room for `capacity` narrow code points.
    pub fn with_capacity(capacity: usize) -> Self {
        TextBuilder(TextBuf::Ascii(Vec::with_capacity(capacity)))
    }

    /// Number of code points so far.
    pub fn len(&self) -> usize {
        self.0.as_ref().len()
    }

    /// Whether nothing was pushed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Widens so that code points with these bits fit.
    fn make_room(&mut self, bits: u32) {
        let text = self.0.as_ref();
        self.0 = match (bits, text) {
            (0..0x80, _) | (0x80..0x100, TextRef::Latin1(_)) => return,
            (0x80..0x10000, TextRef::Ucs2(_)) | (_, TextRef::Ucs4(_)) => return,
            (0x80..0x100, _) => match std::mem::replace(&mut self.0, TextBuf::EMPTY) {
                TextBuf::Ascii(units) => TextBuf::Latin1(units),
                other => other,
            },
            (0x100..0x10000, _) => TextBuf::Ucs2(widened(text)),
            _ => TextBuf::Ucs4(widened(text)),
        };
    }

    /// Appends one code point.
    #[inline]
    pub fn push(&mut self, code: u32) {
        match &mut self.0 {
            TextBuf::Ascii(units) if code < 0x80 => units.push(code as u8),
            TextBuf::Latin1(units) if code < 0x100 => units.push(code as u8),
            TextBuf::Ucs2(units) if code < 0x10000 => units.push(code as u16),
            TextBuf::Ucs4(units) => units.push(code),
            _ => {
                self.make_room(code);
                self.push(code);
            }
        }
    }

    /// Appends text.
    pub fn push_text(&mut self, text: TextRef<'_>) {
        if let (TextBuf::Ascii(units) | TextBuf::Latin1(units), TextRef::Ascii(bytes)) = (&mut self.0, text) {
            return units.extend_from_slice(bytes);
        }
        self.make_room(text.code_bits());
        match &mut self.0 {
            TextBuf::Ascii(units) | TextBuf::Latin1(units) => text.push_to(units),
            TextBuf::Ucs2(units) => text.push_to(units),
            TextBuf::Ucs4(units) => text.push_to(units),
        }
    }

    /// Appends Rust text.
    pub fn push_str(&mut self, text: &str) {
        if text.is_ascii() {
            self.push_text(TextRef::Ascii(text.as_bytes()));
        } else {
            self.push_text(TextBuf::from(text).as_ref());
        }
    }

    /// Appends a code point many times.
    pub fn push_repeated(&mut self, code: u32, count: usize) {
        if count == 0 {
            return;
        }
        self.make_room(code);
        match &mut self.0 {
            TextBuf::Ascii(units) | TextBuf::Latin1(units) => units.extend(std::iter::repeat_n(code as u8, count)),
            TextBuf::Ucs2(units) => units.extend(std::iter::repeat_n(code as u16, count)),
            TextBuf::Ucs4(units) => units.extend(std::iter::repeat_n(code, count)),
        }
    }

    /// The text. It is in the narrowest form, as the builder widens only for what was pushed.
    pub fn finish(self) -> TextBuf {
        self.0
    }

    /// The text so far.
    pub fn as_ref(&self) -> TextRef<'_> {
        self.0.as_ref()
    }
}

/// Appends ASCII characters to a builder by stretches, where that would have to look at its form for each.
pub struct AsciiStretch<'t> {
    target: &'t mut TextBuilder,
    bytes: [u8; AsciiStretch::ROOM],
    filled: usize,
}

impl<'t> AsciiStretch<'t> {
    const ROOM: usize = 256;

    /// Of no characters yet, to be appended to `target`.
    pub fn new(target: &'t mut TextBuilder) -> Self {
        AsciiStretch { target, bytes: [0; AsciiStretch::ROOM], filled: 0 }
    }

    /// Appends a character.
    #[inline(always)]
    pub fn push(&mut self, byte: u8) {
        if self.filled == AsciiStretch::ROOM {
            self.flush();
        }
        self.bytes[self.filled % AsciiStretch::ROOM] = byte;
        self.filled += 1;
    }

    /// Appends a few characters.
    #[inline(always)]
    pub fn extend<const N: usize>(&mut self, bytes: &[u8; N]) {
        if self.filled > AsciiStretch::ROOM - N {
            self.flush();
        }
        if let Some(place) = self.bytes.get_mut(self.filled..).and_then(|rest| rest.first_chunk_mut::<N>()) {
            *place = *bytes;
            self.filled += N;
        }
    }

    #[inline(never)]
    fn flush(&mut self) {
        self.target.push_text(TextRef::Ascii(&self.bytes[..self.filled]));
        self.filled = 0;
    }
}

impl Drop for AsciiStretch<'_> {
    fn drop(&mut self) {
        self.flush();
    }
}

impl std::fmt::Write for TextBuilder {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.push_str(text);
        Ok(())
    }
}

/// A wider copy with the same room to grow.
fn widened<U: CodeUnit>(text: TextRef<'_>) -> Vec<U> {
    let mut target = Vec::with_capacity(text.len() * 2);
    text.push_to(&mut target);
    target
}
