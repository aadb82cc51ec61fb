//! String and bytes literals: prefixes, and the joining of neighbours into one value.

use super::escape::{self, InvalidEscape};
use crate::ast::Constant;
use crate::parse::Watch;
use crate::watched::{PART, Stopped, find, is_ascii, look, parts};
use bumpalo::Bump;
use bumpalo::collections::{String as BumpString, Vec as BumpVec};
use memchr::memchr;

/// What stands before a literal's opening quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefix {
    pub bytes: bool,
    pub raw: bool,
    pub format: bool,
    /// `u` or `U`, which the tree keeps as `kind='u'`; only the small letter counts.
    pub unicode: bool,
}

impl Prefix {
    /// Splits a literal's text at its opening quote.
    pub fn split(literal: &str) -> (Prefix, &str) {
        let mut prefix = Prefix::default();
        let mut at = 0;
        for byte in literal.bytes() {
            match byte {
                b'b' | b'B' => prefix.bytes = true,
                b'r' | b'R' => prefix.raw = true,
                b'f' | b'F' => prefix.format = true,
                b'u' => prefix.unicode = true,
                b'U' => {}
                _ => break,
            }
            at += 1;
        }
        (prefix, &literal[at..])
    }

    /// The text between the quotes of a complete literal that [`Prefix::split`] has taken the
    /// prefix from: one or three quotes on either side.
    pub fn body(quoted: &str) -> &str {
        let quotes = match quoted.as_bytes() {
            [a, b, c, rest @ ..] if a == b && b == c && rest.len() >= 3 => 3,
            _ => 1,
        };
        quoted.get(quotes..quoted.len() - quotes).unwrap_or("")
    }
}

/// Where decoded text goes.
pub(super) trait Sink {
    fn text(&mut self, text: &str);
    /// Any code point up to 0x10FFFF, surrogates included.
    fn code_point(&mut self, value: u32);
}

/// Joins string bodies into one constant. A single body without escapes is not copied.
///
/// ```
/// use anthill_grammar::{ast::Constant, literal::StrBuilder};
/// let arena = bumpalo::Bump::new();
/// let mut value = StrBuilder::new(&arena);
/// value.push(r"a\t", false).unwrap();
/// value.push(r"\t", true).unwrap();
/// assert_eq!(value.finish(), Constant::Str("a\t\\t"));
/// ```
pub struct StrBuilder<'a> {
    arena: &'a Bump,
    /// The whole value as long as it is one piece of the source.
    only: &'a str,
    buffer: Buffer<'a>,
}

/// Everything so far, as soon as it is more than one piece of the source.
enum Buffer<'a> {
    None,
    Text(BumpString<'a>),
    /// With lone surrogates, which take three bytes each.
    Surrogates(BumpVec<'a, u8>),
}

impl<'a> StrBuilder<'a> {
    /// The empty string.
    pub fn new(arena: &'a Bump) -> StrBuilder<'a> {
        StrBuilder { arena, only: "", buffer: Buffer::None }
    }

    /// Appends the value of a literal's body.
    ///
    /// # Errors
    /// CPython's message for a bad escape sequence.
    pub fn push(&mut self, body: &'a str, raw: bool) -> Result<Option<InvalidEscape>, String> {
        self.push_watched(body, raw, &|| false)
    }

    /// [`StrBuilder::push`], which fails, anywhere, when `watch` says to stop: the caller must ask it too.
    ///
    /// # Errors
    /// Those of `push`.
    pub fn push_watched(
        &mut self,
        body: &'a str,
        raw: bool,
        watch: Watch<'_>,
    ) -> Result<Option<InvalidEscape>, String> {
        let stopped = |_| String::new();
        if raw || find(body.as_bytes(), watch, |part| memchr(b'\\', part)).map_err(stopped)?.is_none() {
            self.push_text(body, watch).map_err(stopped)?;
            return Ok(None);
        }
        self.reserve(body.len(), watch).map_err(stopped)?;
        escape::decode_str(body, self, watch)
    }

    /// Appends text that holds no escapes.
    ///
    /// # Errors
    /// The watch said to stop.
    pub fn push_text(&mut self, text: &'a str, watch: Watch<'_>) -> Result<(), Stopped> {
        if matches!(self.buffer, Buffer::None) && self.only.is_empty() {
            self.only = text;
        } else if !text.is_empty() {
            self.reserve(text.len(), watch)?;
            parts(text, PART, watch, |part| self.text(part))?;
        }
        Ok(())
    }

    /// Whether nothing but empty bodies has been appended.
    pub fn is_empty(&self) -> bool {
        match &self.buffer {
            Buffer::Text(buffer) => buffer.is_empty(),
            Buffer::Surrogates(buffer) => buffer.is_empty(),
            Buffer::None => self.only.is_empty(),
        }
    }

    /// The value.
    pub fn finish(self) -> Constant<'a> {
        match self.buffer {
            Buffer::None => Constant::Str(self.only),
            Buffer::Text(text) => Constant::Str(text.into_bump_str()),
            Buffer::Surrogates(bytes) => Constant::SurrogateStr(bytes.into_bump_slice()),
        }
    }

    /// Makes room for so many more bytes, in a buffer.
    fn reserve(&mut self, more: usize, watch: Watch<'_>) -> Result<(), Stopped> {
        let (arena, room) = (self.arena, |len: usize, room: usize| room.saturating_mul(2).max(len + more));
        match &mut self.buffer {
            Buffer::None => {
                let mut fresh = BumpString::with_capacity_in(self.only.len() + more, arena);
                parts(self.only, PART, watch, |part| fresh.push_str(part))?;
                self.buffer = Buffer::Text(fresh);
            }
            Buffer::Text(text) if text.capacity() - text.len() < more => {
                let mut fresh = BumpString::with_capacity_in(room(text.len(), text.capacity()), arena);
                parts(text, PART, watch, |part| fresh.push_str(part))?;
                *text = fresh;
            }
            Buffer::Surrogates(bytes) => reserve(bytes, more, arena, watch)?,
            Buffer::Text(_) => {}
        }
        Ok(())
    }
}

/// Makes room for so many more bytes.
fn reserve<'a>(bytes: &mut BumpVec<'a, u8>, more: usize, arena: &'a Bump, watch: Watch<'_>) -> Result<(), Stopped> {
    if bytes.capacity() - bytes.len() < more {
        let room = bytes.capacity().saturating_mul(2).max(bytes.len() + more);
        let mut fresh = BumpVec::with_capacity_in(room, arena);
        extend(&mut fresh, bytes, watch)?;
        *bytes = fresh;
    }
    Ok(())
}

/// Appends bytes for which there is room.
pub(super) fn extend(target: &mut BumpVec<'_, u8>, bytes: &[u8], watch: Watch<'_>) -> Result<(), Stopped> {
    for part in bytes.chunks(PART) {
        target.extend_from_slice_copy(part);
        if part.len() == PART {
            look(watch)?;
        }
    }
    Ok(())
}

impl Sink for StrBuilder<'_> {
    fn text(&mut self, text: &str) {
        match &mut self.buffer {
            Buffer::Text(buffer) => buffer.push_str(text),
            Buffer::Surrogates(bytes) => bytes.extend_from_slice_copy(text.as_bytes()),
            Buffer::None => {
                let mut buffer = BumpString::with_capacity_in(self.only.len() + text.len(), self.arena);
                buffer.push_str(self.only);
                buffer.push_str(text);
                self.buffer = Buffer::Text(buffer);
            }
        }
    }

    fn code_point(&mut self, value: u32) {
        if let Some(c) = char::from_u32(value) {
            return self.text(c.encode_utf8(&mut [0; 4]));
        }
        self.text("");
        let mut bytes = match std::mem::replace(&mut self.buffer, Buffer::None) {
            Buffer::Text(text) => text.into_bytes(),
            Buffer::Surrogates(bytes) => bytes,
            Buffer::None => BumpVec::new_in(self.arena),
        };
        bytes.extend_from_slice_copy(&[
            0xe0 | (value >> 12) as u8,
            0x80 | (value >> 6 & 0x3f) as u8,
            0x80 | (value & 0x3f) as u8,
        ]);
        self.buffer = Buffer::Surrogates(bytes);
    }
}

/// Joins bytes bodies into one constant. A single body without escapes is not copied.
pub struct BytesBuilder<'a> {
    arena: &'a Bump,
    only: &'a [u8],
    buffer: Option<BumpVec<'a, u8>>,
}

impl<'a> BytesBuilder<'a> {
    /// The empty bytes.
    pub fn new(arena: &'a Bump) -> BytesBuilder<'a> {
        BytesBuilder { arena, only: b"", buffer: None }
    }

    /// Appends the value of a literal's body.
    ///
    /// # Errors
    /// CPython's message for a character that is not ASCII or a bad escape sequence.
    pub fn push(&mut self, body: &'a str, raw: bool) -> Result<Option<InvalidEscape>, String> {
        self.push_watched(body, raw, &|| false)
    }

    /// [`BytesBuilder::push`], which fails, anywhere, when `watch` says to stop: the caller must ask it too.
    ///
    /// # Errors
    /// Those of `push`.
    pub fn push_watched(
        &mut self,
        body: &'a str,
        raw: bool,
        watch: Watch<'_>,
    ) -> Result<Option<InvalidEscape>, String> {
        let stopped = |_| String::new();
        if !is_ascii(body.as_bytes(), watch).map_err(stopped)? {
            return Err("bytes can only contain ASCII literal characters".to_string());
        }
        let plain = raw || find(body.as_bytes(), watch, |part| memchr(b'\\', part)).map_err(stopped)?.is_none();
        if plain && self.buffer.is_none() && self.only.is_empty() {
            self.only = body.as_bytes();
            return Ok(None);
        }
        if self.buffer.is_none() {
            let mut fresh = BumpVec::with_capacity_in(self.only.len() + body.len(), self.arena);
            extend(&mut fresh, self.only, watch).map_err(stopped)?;
            self.buffer = Some(fresh);
        }
        let Some(buffer) = &mut self.buffer else { return Ok(None) };
        reserve(buffer, body.len(), self.arena, watch).map_err(stopped)?;
        if plain {
            extend(buffer, body.as_bytes(), watch).map_err(stopped)?;
            return Ok(None);
        }
        escape::decode_bytes(body, buffer, watch)
    }

    /// The value.
    pub fn finish(self) -> Constant<'a> {
        match self.buffer {
            None => Constant::Bytes(self.only),
            Some(buffer) => Constant::Bytes(buffer.into_bump_slice()),
        }
    }
}
