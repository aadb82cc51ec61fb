//! The errors of the layout filter, as CPython's tokenizer reports them.

use super::{Filter, Stop};
use crate::error::{ErrorKind, SyntaxError, line_of, line_text};
use crate::position::Span;
use memchr::memrchr;

impl Filter<'_> {
    /// An error of the token that starts at `start`, found after reading up to `end`.
    #[cold]
    pub(super) fn raise(&self, message: impl Into<String>, start: usize, end: usize) -> Box<Stop> {
        self.raise_range(message.into(), start, end, end)
    }

    /// The same with columns of their own.
    #[cold]
    pub(super) fn raise_range(&self, message: String, start: usize, from: usize, to: usize) -> Box<Stop> {
        let line_start = self.line_start_of(start);
        let error = SyntaxError::tokenizer(message, self.source, line_start, from, to);
        self.stop(error, true)
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

    #[cold]
    pub(super) fn text_after_backslash(&self, start: usize) -> Box<Stop> {
        let message = "unexpected character after line continuation character";
        let span = Span::new(start as u32 + 1, start as u32 + 1);
        let mut error = SyntaxError::at(message, self.source, span);
        error.end_column = 0;
        self.stop(error, false)
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
        let unclosed = self.brackets.last().map(|open| open.start);
        error.incomplete |= !raised && unclosed.is_some();
        Box::new(Stop { error, raised, unclosed })
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
