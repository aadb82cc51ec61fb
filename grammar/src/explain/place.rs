//! Where tokens stand in CPython's eyes, and errors at them.
//!
//! The token vector gives layout tokens no place of their own. In CPython `NEWLINE` covers the
//! line's comment and its line end; `INDENT`, `DEDENT` and the end marker have a line but no
//! column, so that errors at them show the column that the tokenizer has reached.

use crate::error::{ErrorKind, SyntaxError, line_text};
use crate::parse::Watch;
use crate::position::{Lines, Span};
use crate::token::{Kind, Token};
use crate::watched::{self, Stopped};

pub struct Places<'s> {
    source: &'s str,
    tokens: &'s [Token],
    lines: Lines,
    /// The text ends without a line end, and is not a file: CPython supplies none, and its last
    /// `NEWLINE` has no column.
    bare_end: bool,
    /// Decimal digits that an int may have; 0 for any number.
    pub max_digits: usize,
    /// Says whether to stop: then errors may be wrong, and the caller must ask it too.
    pub watch: Watch<'s>,
}

impl<'s> Places<'s> {
    /// None if `watch` says to stop.
    pub fn new(source: &'s str, tokens: &'s [Token], max_digits: usize, watch: Watch<'s>) -> Option<Places<'s>> {
        let file = tokens.first().is_some_and(|token| token.kind == Kind::StartModule);
        let bare_end = !file && !source.ends_with('\n');
        Some(Places { source, tokens, lines: Lines::watched(source, watch)?, bare_end, max_digits, watch })
    }

    /// The line (from 1) of an offset.
    pub fn line_of(&self, offset: usize) -> u32 {
        self.lines.line(offset as u32)
    }

    /// The line a token starts in.
    pub fn line(&self, token: usize) -> u32 {
        let start = self.span(token).0;
        self.end_of_text(start).map_or(self.line_of(start), |end| end.0)
    }

    /// The text of a token.
    pub fn text(&self, token: usize) -> &'s str {
        self.slice(self.tokens[token].span)
    }

    /// The text of a range.
    pub fn slice(&self, span: Span) -> &'s str {
        &self.source[span.start as usize..span.end as usize]
    }

    /// A `SyntaxError` from the start of one token to the end of another.
    pub fn tokens(&self, message: String, first: usize, last: usize) -> SyntaxError {
        let (start, _) = self.span(first);
        let (_, end) = self.span(last);
        let mut error = self.error(ErrorKind::SyntaxError, message, start, last, end, 1);
        if !self.has_column(first) {
            error.column = 0;
        }
        if !self.has_column(last) {
            error.end_column = 0;
        }
        error
    }

    /// A `SyntaxError` from the start of one token to where the tokenizer is after another.
    pub fn from(&self, message: String, first: usize, read: usize) -> SyntaxError {
        let (start, _) = self.span(first);
        let end = self.read(read);
        let mut error = self.error(ErrorKind::SyntaxError, message, start, read, end, 0);
        if !self.has_column(first) {
            error.column = 0;
        }
        error
    }

    /// An error at the last token read.
    pub fn last(&self, kind: ErrorKind, message: String, token: usize) -> SyntaxError {
        if self.has_column(token) {
            let (start, end) = self.span(token);
            return self.error(kind, message, start, token, end, 1);
        }
        let at = self.read(token);
        let mut error = self.error(kind, message, at, token, at, 0);
        error.column -= 1;
        error.end_column = -1;
        error
    }

    /// An error just before the end of the key of a dict that has no value. CPython names the
    /// line where the key starts.
    pub fn key(&self, message: String, first: usize, last: usize) -> SyntaxError {
        let (_, end) = self.span(last);
        let mut error = self.error(ErrorKind::SyntaxError, message, end, last, end, 1);
        error.column -= 1;
        error.end_column = 0;
        error.line = self.line(first);
        error
    }

    /// Ends the columns of an error at its line's end, if the tokenizer was in a later line when
    /// the error was found.
    pub fn clamp(&self, error: &mut SyntaxError, read: usize) {
        let end = self.read(read).min(self.source.len());
        let line_end = usize::from(self.tokens[read].kind == Kind::Newline);
        if self.line_of(end.saturating_sub(line_end)) > error.line
            && let Some(text) = &error.text
        {
            let longest = self.count(text.as_bytes());
            error.column = error.column.min(longest);
            error.end_column = error.end_column.min(longest);
        }
    }

    /// Whether CPython's tokenizer has met the end of the text in reading up to a token.
    pub fn at_end(&self, token: usize) -> bool {
        self.bare_end && self.tokens[token].span.end as usize == self.source.len()
    }

    fn has_column(&self, token: usize) -> bool {
        match self.tokens[token].kind {
            Kind::Indent | Kind::Dedent | Kind::EndMarker => false,
            Kind::Newline => !(self.bare_end && self.span(token).1 == self.source.len()),
            _ => true,
        }
    }

    /// The bytes a token covers in CPython.
    pub fn span(&self, token: usize) -> (usize, usize) {
        let Token { kind, span } = self.tokens[token];
        let Span { start, end } = span;
        match kind {
            Kind::Newline => {
                let start = self.skip_blanks(end as usize);
                let line_end = start + line_text(self.source, start).len();
                match self.bare_end && line_end == self.source.len() {
                    true => (line_end, line_end),
                    false => (start, line_end + 1),
                }
            }
            Kind::Indent | Kind::Dedent | Kind::EndMarker => {
                let at = self.next_text(token);
                (at, at)
            }
            _ => (start as usize, end as usize),
        }
    }

    /// Where the tokenizer is after it has read a token.
    fn read(&self, token: usize) -> usize {
        self.span(token).1
    }

    /// Past spaces and joined lines.
    fn skip_blanks(&self, from: usize) -> usize {
        let bytes = self.source.as_bytes();
        let mut at = from;
        loop {
            match bytes.get(at..) {
                Some([b' ' | b'\t' | b'\x0c', ..]) => at += 1,
                Some([b'\\', b'\n', ..]) => at += 2,
                _ => return at,
            }
        }
    }

    /// Where the next token with text starts; one past the text if there is none.
    fn next_text(&self, token: usize) -> usize {
        let rest = self.tokens[token..].iter();
        let next = rest
            .map(|token| token.kind)
            .position(|kind| !matches!(kind, Kind::Indent | Kind::Dedent | Kind::EndMarker));
        match next {
            Some(at) => self.tokens[token + at].span.start as usize,
            None => self.next_line(self.tokens[token].span.end as usize),
        }
    }

    /// Where the text of the next line that has any starts, for tokens that end too early.
    fn next_line(&self, from: usize) -> usize {
        let mut at = self.skip_blanks(from);
        while at < self.source.len() {
            let line = line_text(self.source, at);
            if at > from && !line.is_empty() && !line.starts_with('#') {
                return at;
            }
            at = self.skip_blanks(at + line.len() + 1);
        }
        self.source.len() + 1
    }

    /// If an offset is past the text: the last line, where it starts, and the offset just after
    /// its line end, which CPython supplies where it is missing.
    fn end_of_text(&self, offset: usize) -> Option<(u32, usize, usize)> {
        if offset <= self.source.len() {
            return None;
        }
        let text = self.source.strip_suffix('\n').unwrap_or(self.source);
        let line = self.line_of(text.len());
        let start = self.lines.start(line) as usize;
        Some((line, start, text.len() + usize::from(!self.bare_end)))
    }

    /// An error from an offset to where a token ends. `one` is 1 if the end column is one past
    /// the end, 0 if it is the last character's.
    fn error(
        &self,
        kind: ErrorKind,
        message: String,
        start: usize,
        end_token: usize,
        end: usize,
        one: usize,
    ) -> SyntaxError {
        let (line, line_start, start) = self.point(start);
        let (end_line, end_line_start, end) = match self.tokens[end_token].kind {
            // The line end belongs to the line it ends.
            Kind::Newline if end > 0 && self.has_column(end_token) => {
                let (line, start, _) = self.point(end - 1);
                (line, start, end)
            }
            _ => self.point(end),
        };
        let text = line_text(self.source, line_start);
        SyntaxError {
            kind,
            message,
            line,
            column: self.characters(text, start - line_start + 1),
            end_line,
            end_column: self.characters(text, end.saturating_sub(end_line_start) + one),
            text: Some(self.with_line_end(text)),
            incomplete: false,
        }
    }

    /// The characters in the first bytes of a line. CPython measures all columns of an error against the line it starts in,
    /// its line end and what follows it included.
    fn characters(&self, line: &str, bytes: usize) -> i32 {
        let start = &line.as_bytes()[..bytes.min(line.len())];
        self.count(start) + bytes.saturating_sub(line.len()).min(2) as i32
    }

    /// The characters of UTF-8; if the watch says to stop, only some of them.
    fn count(&self, bytes: &[u8]) -> i32 {
        let mut count = 0;
        for part in bytes.chunks(watched::PART) {
            count += part.iter().filter(|&&byte| byte as i8 >= -0x40).count();
            if part.len() == watched::PART && (self.watch)() {
                break;
            }
        }
        count as i32
    }

    /// A copy of a line, with a line end; only a part if the watch says to stop.
    fn with_line_end(&self, line: &str) -> Box<str> {
        let mut text = String::with_capacity(line.len() + 1);
        let _: Result<(), Stopped> = watched::parts(line, watched::PART, self.watch, |part| text.push_str(part));
        text.push('\n');
        text.into_boxed_str()
    }

    /// Line, start of the line, and the offset, moved to the last line's end if it is past it.
    fn point(&self, offset: usize) -> (u32, usize, usize) {
        self.end_of_text(offset).unwrap_or_else(|| {
            let line = self.line_of(offset);
            (line, self.lines.start(line) as usize, offset)
        })
    }
}
