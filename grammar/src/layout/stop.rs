//! The errors of the layout filter, as CPython's tokenizer reports them.

use super::{Filter, Stop};
use crate::error::{ErrorKind, SyntaxError, line_of, line_text};
use crate::position::Span;
use crate::token::Kind;
use memchr::memrchr;

impl Filter<'_> {
    /// An error of the token that starts at `start`, found after reading up to `end`.
    #[cold]
    pub(super) fn raise(&self, message: impl Into<String>, start: usize, end: usize) -> Box<Stop> {
        self.raise_range(message.into(), start, end, end)
    }

    /// The same with a range of its own, which CPython counts in bytes rather than characters.
    #[cold]
    pub(super) fn raise_range(&self, message: String, start: usize, from: usize, to: usize) -> Box<Stop> {
        let line_start = self.line_start_of(start);
        let mut error = SyntaxError::tokenizer(message, self.source, line_start, from, to);
        if from != to {
            error.column = (from - line_start) as i32;
            error.end_column = (to - line_start) as i32;
        }
        self.stop(error, true)
    }

    /// The watch said to stop: whoever gave it asks it again.
    #[cold]
    pub(super) fn stopped(&self) -> Box<Stop> {
        Box::new(Stop { error: SyntaxError::stopped(), raised: false, unclosed: None })
    }

    /// `'(' was never closed`, if a bracket is open.
    #[cold]
    pub(super) fn unclosed(&self) -> Option<Box<Stop>> {
        let open = self.brackets.last()?;
        Some(self.stop(unclosed_error(self.source, open.start), false))
    }

    /// A backslash with nothing after its line, or no line end.
    #[cold]
    pub(super) fn end_after_backslash(&self, start: usize) -> Box<Stop> {
        if let Some(stop) = self.unclosed() {
            return stop;
        }
        let span = Span::new(start as u32 + 1, start as u32 + 1);
        let mut error = SyntaxError::at("unexpected EOF while parsing", self.source, span);
        error.end_column = -1;
        error.incomplete = true;
        self.stop(error, false)
    }

    /// A backslash that does not end its line. CPython counts the column from the first of the
    /// lines that it holds in its buffer.
    #[cold]
    pub(super) fn text_after_backslash(&self, start: usize) -> Box<Stop> {
        let ends = start + 1 == self.source.len();
        if ends && self.mode == Kind::StartModule {
            return self.end_after_backslash(start);
        }
        let message = "unexpected character after line continuation character";
        let span = Span::new(start as u32 + 1, start as u32 + 1);
        let mut error = SyntaxError::at(message, self.source, span);
        let buffered = &self.source[self.buffer_start(start)..start];
        error.column = buffered.chars().count() as i32 + if ends { 1 } else { 2 };
        error.incomplete = ends;
        error.end_column = 0;
        self.stop(error, false)
    }

    /// The start of the first line that is joined to the one of `offset` by tokens that go over
    /// line ends and by backslashes.
    fn buffer_start(&self, offset: usize) -> usize {
        let mut line_start = self.line_start_of(offset);
        for token in self.out.iter().rev() {
            let (start, end) = (token.span.start as usize, token.span.end as usize);
            if line_start == 0 || start == end {
                continue;
            }
            let joined = match end >= line_start {
                true => start < line_start,
                false => self.source[end..line_start].trim_matches([' ', '\t']) == "\\\n",
            };
            if joined {
                line_start = self.line_start_of(start);
            } else if end < line_start {
                break;
            }
        }
        line_start
    }

    /// An error in the white space before the line at `line_start`.
    #[cold]
    pub(super) fn bad_indent(&self, kind: ErrorKind, message: &str, line_start: usize) -> Box<Stop> {
        let span = Span::new(line_start as u32, line_start as u32);
        let mut error = SyntaxError::of_kind(kind, message, self.source, span);
        error.end_column = 0;
        self.stop(error, false)
    }

    #[cold]
    pub(super) fn bad_dedent(&self, line_start: usize) -> Box<Stop> {
        let message = "unindent does not match any outer indentation level";
        let end = line_start + line_text(self.source, line_start).len();
        let span = Span::new(end as u32, end as u32);
        let mut error = SyntaxError::of_kind(ErrorKind::IndentationError, message, self.source, span);
        error.end_column = -1;
        self.stop(error, false)
    }

    fn stop(&self, mut error: SyntaxError, raised: bool) -> Box<Stop> {
        let open = self.brackets.last().map(|open| open.start);
        error.incomplete |= !raised && open.is_some();
        let plain = self.fstrings.is_empty();
        Box::new(Stop { error, raised: raised && plain, unclosed: open.filter(|_| plain) })
    }

    pub(super) fn line_start_of(&self, offset: usize) -> usize {
        let before = &self.source.as_bytes()[..offset];
        memrchr(b'\n', before).map_or(0, |at| at + 1)
    }

    /// An unterminated string or f-string that starts at `start`, and was read up to `end`.
    #[cold]
    pub(super) fn unterminated(&self, what: &str, start: usize, end: usize) -> Box<Stop> {
        let (mut line, line_start) = line_of(self.source, end);
        // At the end of the text the last line that has any counts.
        if end >= self.source.len() && line_start == self.source.len() && line > 1 {
            line -= 1;
        }
        let message = format!("unterminated {what} literal (detected at line {line})");
        self.raise(message, start, start + 1)
    }
}

/// `'(' was never closed`, for the bracket at an offset.
#[cold]
pub fn unclosed_error(source: &str, open: u32) -> SyntaxError {
    let bracket = source.as_bytes()[open as usize] as char;
    let message = format!("'{bracket}' was never closed");
    let mut error = SyntaxError::at(message, source, Span::new(open, open));
    error.end_column = 0;
    error.incomplete = true;
    error
}
