//! String literals without fields: where their bodies end.

use super::{Filter, Step};
use crate::parse::STRETCH;
use crate::token::Kind;
use crate::watched::find;
use memchr::{memchr2, memchr3};
use std::ops::Range;

impl Filter<'_> {
    /// Completes the string whose prefix and opening quotes the lexer has just read.
    pub(super) fn string(&mut self, span: Range<usize>) -> Step {
        let bytes = self.source.as_bytes();
        let quote = bytes[span.end - 1];
        let triple = span.len() > 2 && bytes[span.end - 2] == quote;
        let end = match triple {
            true => self.triple_quoted(span.start, span.end, quote)?,
            false => self.single_quoted(span.start, span.end, quote)?,
        };
        self.skip_to(end);
        self.push(Kind::String, span.start, end);
        Ok(())
    }

    fn single_quoted(&self, start: usize, body: usize, quote: u8) -> Step<usize> {
        let bytes = self.source.as_bytes();
        let mut at = body;
        let mut escaped_quote = false;
        let mut count = 0usize;
        loop {
            let found = find(&bytes[at..], self.watch, |part| memchr3(quote, b'\\', b'\n', part));
            let Ok(found) = found else { return Err(self.stopped()) };
            let Some(length) = found else { break };
            at += length;
            count += 1;
            if count.is_multiple_of(STRETCH) && (self.watch)() {
                return Err(self.stopped());
            }
            match bytes[at] {
                b'\\' => {
                    escaped_quote |= bytes.get(at + 1) == Some(&quote);
                    at += 2;
                    if at > bytes.len() {
                        break;
                    }
                }
                b'\n' => return Err(self.unterminated_string(start, at, quote, 1, escaped_quote)),
                _ => return Ok(at + 1),
            }
        }
        Err(self.unterminated_string(start, bytes.len(), quote, 1, escaped_quote))
    }

    fn triple_quoted(&self, start: usize, body: usize, quote: u8) -> Step<usize> {
        let bytes = self.source.as_bytes();
        let mut at = body;
        let mut count = 0usize;
        loop {
            let found = find(&bytes[at..], self.watch, |part| memchr2(quote, b'\\', part));
            let Ok(found) = found else { return Err(self.stopped()) };
            let Some(length) = found else { break };
            at += length;
            count += 1;
            if count.is_multiple_of(STRETCH) && (self.watch)() {
                return Err(self.stopped());
            }
            if bytes[at] == b'\\' {
                at += 2;
                if at > bytes.len() {
                    break;
                }
            } else if bytes[at..].starts_with(&[quote; 3]) {
                return Ok(at + 3);
            } else {
                at += 1;
            }
        }
        Err(self.unterminated_string(start, bytes.len(), quote, 3, false))
    }

    #[cold]
    fn unterminated_string(
        &self,
        start: usize,
        end: usize,
        quote: u8,
        quotes: u8,
        escaped_quote: bool,
    ) -> Box<super::Stop> {
        // The quote that would close the f-string around this: a `}` is missing before it.
        if let Some(fstring) = self.fstrings.last()
            && (fstring.quote, fstring.quotes) == (quote, quotes)
        {
            return self.raise("f-string: expecting '}'", start, start + 1);
        }
        let what = match quotes {
            3 => "triple-quoted string",
            _ => "string",
        };
        let mut stop = self.unterminated(what, start, end);
        if escaped_quote {
            stop.error.message.push_str("; perhaps you escaped the end quote?");
        }
        let rest = &self.source[end.min(self.source.len())..];
        let continued = rest.is_empty() && self.source.trim_end_matches('\n').ends_with('\\');
        stop.error.incomplete = quotes == 3 || continued;
        stop
    }
}
