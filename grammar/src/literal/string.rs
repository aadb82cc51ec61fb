//! String and bytes literals: prefixes, and the joining of neighbours into one value.

use super::escape::{self, InvalidEscape};
use crate::ast::Constant;
use crate::parse::Watch;
use bumpalo::Bump;
use bumpalo::collections::Vec as BumpVec;
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
    /// Everything so far, as soon as there is more; lone surrogates take three bytes each.
    buffer: Option<BumpVec<'a, u8>>,
}

impl<'a> StrBuilder<'a> {
    /// The empty string.
    pub fn new(arena: &'a Bump) -> StrBuilder<'a> {
        StrBuilder { arena, only: "", buffer: None }
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
        if raw || memchr(b'\\', body.as_bytes()).is_none() {
            self.push_text(body);
            return Ok(None);
        }
        self.buffer(body.len());
        escape::decode_str(body, self, watch)
    }

    /// Appends text that holds no escapes.
    pub fn push_text(&mut self, text: &'a str) {
        if self.buffer.is_none() && self.only.is_empty() {
            self.only = text;
        } else if !text.is_empty() {
            self.buffer(text.len()).extend_from_slice(text.as_bytes());
        }
    }

    /// Whether nothing but empty bodies has been appended.
    pub fn is_empty(&self) -> bool {
        match &self.buffer {
            Some(buffer) => buffer.is_empty(),
            None => self.only.is_empty(),
        }
    }

    /// The value.
    pub fn finish(self) -> Constant<'a> {
        match self.buffer {
            None => Constant::Str(self.only),
            Some(buffer) => {
                let bytes = buffer.into_bump_slice();
                match std::str::from_utf8(bytes) {
                    Ok(text) => Constant::Str(text),
                    Err(_) => Constant::SurrogateStr(bytes),
                }
            }
        }
    }

    fn buffer(&mut self, more: usize) -> &mut BumpVec<'a, u8> {
        self.buffer.get_or_insert_with(|| {
            let mut buffer = BumpVec::with_capacity_in(self.only.len() + more, self.arena);
            buffer.extend_from_slice(self.only.as_bytes());
            buffer
        })
    }
}

impl Sink for StrBuilder<'_> {
    fn text(&mut self, text: &str) {
        self.buffer(0).extend_from_slice(text.as_bytes());
    }

    fn code_point(&mut self, value: u32) {
        match char::from_u32(value) {
            Some(c) => self.text(c.encode_utf8(&mut [0; 4])),
            None => self.buffer(0).extend_from_slice(&[
                0xe0 | (value >> 12) as u8,
                0x80 | (value >> 6 & 0x3f) as u8,
                0x80 | (value & 0x3f) as u8,
            ]),
        }
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
        if !body.is_ascii() {
            return Err("bytes can only contain ASCII literal characters".to_string());
        }
        let plain = raw || memchr(b'\\', body.as_bytes()).is_none();
        if plain && self.buffer.is_none() && self.only.is_empty() {
            self.only = body.as_bytes();
            return Ok(None);
        }
        let buffer = self.buffer.get_or_insert_with(|| {
            let mut buffer = BumpVec::with_capacity_in(self.only.len() + body.len(), self.arena);
            buffer.extend_from_slice(self.only);
            buffer
        });
        if plain {
            buffer.extend_from_slice(body.as_bytes());
            return Ok(None);
        }
        escape::decode_bytes(body, buffer)
    }

    /// The value.
    pub fn finish(self) -> Constant<'a> {
        match self.buffer {
            None => Constant::Bytes(self.only),
            Some(buffer) => Constant::Bytes(buffer.into_bump_slice()),
        }
    }
}
