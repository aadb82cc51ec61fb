//! F-strings (PEP 701): their text, and the switch between text and fields.
//!
//! An open f-string is in one of two states. In its *text* (or in a field's format spec) this
//! file reads characters; at a `{` it pushes a `FieldOpen` bracket and returns, so that the main
//! loop reads tokens; the main loop comes back at the `}` that closes the field or at the `:`
//! that starts the format spec.

use super::{Bracket, Filter, MAX_BRACKETS, Step};
use crate::token::Kind;
use crate::watched::{PART, find};
use std::ops::Range;

/// How many f-strings may be open at once, one less for the mode outside of all.
const MAX_FSTRINGS: usize = 149;

/// How many fields of one f-string may be open at once: one, and one in its format spec.
const MAX_FIELDS: usize = 3;

/// An open f-string.
pub(super) struct FString {
    /// Where its prefix starts.
    pub start: usize,
    pub quote: u8,
    /// How many quotes open and close it: 1 or 3.
    pub quotes: u8,
    raw: bool,
    /// How many brackets were open before it.
    pub base: usize,
    /// How many of its fields are open.
    fields: usize,
    /// A format spec has begun since the last field was closed. CPython forgets a spec at the
    /// end of a field nested in it, and so does this.
    in_spec: bool,
}

impl Filter<'_> {
    /// Opens the f-string whose prefix and quotes the lexer has just read.
    pub(super) fn fstring_start(&mut self, span: Range<usize>) -> Step {
        if self.fstrings.len() >= MAX_FSTRINGS {
            return Err(self.raise("too many nested f-strings", span.start, span.end));
        }
        let bytes = &self.source.as_bytes()[span.clone()];
        let quote = bytes[bytes.len() - 1];
        let quotes = bytes.iter().filter(|&&byte| byte == quote).count() as u8;
        self.fstrings.push(FString {
            start: span.start,
            quote,
            quotes,
            raw: bytes.iter().any(|byte| matches!(byte, b'r' | b'R')),
            base: self.brackets.len(),
            fields: 0,
            in_spec: false,
        });
        self.push(Kind::FStringStart, span.start, span.end);
        self.fstring_text()
    }

    /// Goes on with the text after a field's `}`.
    pub(super) fn field_closed(&mut self) -> Step {
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.fields = fstring.fields.saturating_sub(1);
            fstring.in_spec = false;
        }
        self.fstring_text()
    }

    /// Goes on with the format spec after a field's `:`.
    pub(super) fn spec_text(&mut self) -> Step {
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.in_spec = true;
        }
        self.fstring_text()
    }

    /// Reads text up to the next field, the end of the current one, or the closing quote.
    fn fstring_text(&mut self) -> Step {
        let bytes = self.source.as_bytes();
        let Some(fstring) = self.fstrings.last() else {
            return Ok(());
        };
        let (quote, quotes, raw) = (fstring.quote, fstring.quotes as usize, fstring.raw);
        let in_spec = fstring.in_spec && fstring.fields > 0;
        let outside = self.brackets.len() == fstring.base;
        // Where the pending piece of text starts, and where the next unread byte is.
        let mut piece = self.at();
        let mut at = piece;
        let mut next_look = at + PART;
        loop {
            if at >= next_look {
                if (self.watch)() {
                    return Err(self.stopped());
                }
                next_look = at + PART;
            }
            let Some(&byte) = bytes.get(at) else {
                return Err(self.unterminated_fstring(bytes.len()));
            };
            match byte {
                b'\n' if quotes == 1 && in_spec => {
                    self.middle(piece, at);
                    if let Some(fstring) = self.fstrings.last_mut() {
                        fstring.in_spec = false;
                    }
                    return Ok(());
                }
                b'\n' if quotes == 1 => return Err(self.unterminated_fstring(at)),
                b'{' if bytes.get(at + 1) == Some(&b'{') && !in_spec => {
                    self.middle(piece, at + 2);
                    at += 2;
                    piece = at;
                }
                b'{' => {
                    self.middle(piece, at);
                    return self.field_open(at);
                }
                b'}' if bytes.get(at + 1) == Some(&b'}') && !in_spec && outside => {
                    self.middle(piece, at + 2);
                    at += 2;
                    piece = at;
                }
                b'}' => {
                    self.middle(piece, at);
                    return Ok(());
                }
                b'\\' => match bytes.get(at + 1) {
                    Some(&brace @ (b'{' | b'}')) => {
                        if !raw {
                            let message = format!("invalid escape sequence '\\{}'", brace as char);
                            self.warn(message, at);
                        }
                        at += 1;
                    }
                    Some(b'N') if !raw && bytes.get(at + 2) == Some(&b'{') => {
                        at = self.after_name(at + 3, quote, quotes)?;
                    }
                    Some(_) => at += 2,
                    None => at += 1,
                },
                _ if byte == quote && bytes[at..].starts_with(&[quote; 3][..quotes]) => {
                    self.middle(piece, at);
                    self.skip_to(at + quotes);
                    self.push(Kind::FStringEnd, at, at + quotes);
                    // Fields that are still open are ordinary brackets from here on.
                    let base = self.fstrings.pop().map_or(0, |fstring| fstring.base);
                    for bracket in self.brackets.iter_mut().skip(base) {
                        bracket.kind = Kind::LBrace;
                    }
                    return Ok(());
                }
                _ => {
                    let special = |byte: &u8| matches!(byte, b'\n' | b'{' | b'}' | b'\\') || *byte == quote;
                    let plain = find(&bytes[at + 1..], self.watch, |part| part.iter().position(special));
                    let Ok(plain) = plain else { return Err(self.stopped()) };
                    at = plain.map_or(bytes.len(), |length| at + 1 + length);
                }
            }
        }
    }

    /// Where the `\N{…}` ends whose name starts at `at`: after the brace, or before whatever
    /// ends the text earlier.
    fn after_name(&self, at: usize, quote: u8, quotes: usize) -> Step<usize> {
        let bytes = self.source.as_bytes();
        let ends = |byte: &u8| matches!(byte, b'}' | b'{' | b'\\') || *byte == quote || (*byte == b'\n' && quotes == 1);
        let end = find(&bytes[at..], self.watch, |part| part.iter().position(ends));
        let Ok(end) = end else { return Err(self.stopped()) };
        let end = end.map_or(bytes.len(), |length| at + length);
        Ok(if bytes.get(end) == Some(&b'}') { end + 1 } else { end })
    }

    fn field_open(&mut self, at: usize) -> Step {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(self.raise("too many nested parentheses", at, at + 1));
        }
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.fields += 1;
            if fstring.fields > MAX_FIELDS {
                let message = "f-string: expressions nested too deeply";
                return Err(self.raise(message, at, at));
            }
        }
        let start = at as u32;
        let kind = Kind::FieldOpen;
        self.brackets.push(Bracket { kind, start });
        self.skip_to(at + 1);
        self.push(kind, at, at + 1);
        Ok(())
    }

    /// Pushes a piece of text, unless it is empty, and moves the lexer after it. A piece that
    /// ends with a doubled brace holds both, as CPython's positions do.
    fn middle(&mut self, start: usize, end: usize) {
        self.skip_to(end);
        if start < end {
            self.push(Kind::FStringMiddle, start, end);
        }
    }

    #[cold]
    fn unterminated_fstring(&self, end: usize) -> Box<super::Stop> {
        let Some(fstring) = self.fstrings.last() else {
            return self.raise("unterminated f-string literal", end, end);
        };
        // The text of a format spec ends with the source: the field is what stays open.
        if fstring.in_spec
            && end == self.source.len()
            && fstring.quotes == 1
            && let Some(stop) = self.unclosed()
        {
            return stop;
        }
        let what = match fstring.quotes {
            3 => "triple-quoted f-string",
            _ => "f-string",
        };
        let mut stop = self.unterminated(what, fstring.start, end);
        stop.error.incomplete = fstring.quotes == 3;
        stop
    }
}
