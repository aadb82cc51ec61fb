//! Syntax errors and warnings: what is wrong, where, and the report CPython prints for it.
//!
//! Lines and columns here are what `SyntaxError` shows in CPython: both count from 1, columns in
//! characters, and the end column is one past the last character. The tree's positions
//! ([`Span`]) are bytes; [`SyntaxError::at`] converts.

use crate::position::Span;
use memchr::{memchr, memrchr};

/// The class of the exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    SyntaxError,
    IndentationError,
    TabError,
    /// The program is nested too deeply to be compiled.
    RecursionError,
    /// Whoever watched the work wanted it to stop: no fault of the program.
    KeyboardInterrupt,
}

impl ErrorKind {
    /// The class's name.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::SyntaxError => "SyntaxError",
            ErrorKind::IndentationError => "IndentationError",
            ErrorKind::TabError => "TabError",
            ErrorKind::RecursionError => "RecursionError",
            ErrorKind::KeyboardInterrupt => "KeyboardInterrupt",
        }
    }
}

/// Why a source text is not a program: the arguments of CPython's exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: ErrorKind,
    pub message: String,
    /// From 1; 0 when the error belongs to no line (CPython leaves `lineno` out or says 0).
    pub line: u32,
    /// From 1, in characters; CPython also uses 0 (no column, no caret).
    pub column: i32,
    pub end_line: u32,
    /// One past the last character; CPython also uses 0 and -1 (unknown).
    pub end_column: i32,
    /// The line of the source that the error stands in, as the exception's `text` shows it.
    pub text: Option<Box<str>>,
    /// The text ended where more was needed; a REPL asks for another line.
    pub incomplete: bool,
}

impl SyntaxError {
    /// An error that names no place in the text.
    pub fn nowhere(message: impl Into<String>) -> SyntaxError {
        SyntaxError {
            kind: ErrorKind::SyntaxError,
            message: message.into(),
            line: 0,
            column: 0,
            end_line: 0,
            end_column: 0,
            text: None,
            incomplete: false,
        }
    }

    /// The work was stopped.
    pub fn stopped() -> SyntaxError {
        SyntaxError { kind: ErrorKind::KeyboardInterrupt, ..SyntaxError::nowhere("") }
    }

    /// A `SyntaxError` over a range of the decoded source, as the parser reports it.
    pub fn at(message: impl Into<String>, source: &str, span: Span) -> SyntaxError {
        SyntaxError::of_kind(ErrorKind::SyntaxError, message, source, span)
    }

    /// An error of any kind over a range of the decoded source, as the parser reports it.
    ///
    /// CPython measures an end that lies on a later line against the text of the first line,
    /// so an end column never exceeds that line's length by more than one.
    pub fn of_kind(kind: ErrorKind, message: impl Into<String>, source: &str, span: Span) -> SyntaxError {
        let (start, end) = (span.start as usize, span.end as usize);
        let (start_line, line_start) = line_of(source, start);
        let (end_line, end_line_start) = line_of(source, end.max(start));
        let line = line_text(source, line_start);
        SyntaxError {
            kind,
            message: message.into(),
            line: start_line,
            column: column(line, start - line_start),
            end_line,
            end_column: column(line, end.saturating_sub(end_line_start)),
            text: Some(format!("{line}\n").into_boxed_str()),
            incomplete: false,
        }
    }

    /// A `SyntaxError` as the tokenizer reports it: the columns are the number of characters of
    /// the line that starts at `line_start` before the offsets `from` and `to`, hence the column
    /// (from 1) of the last character read.
    pub fn tokenizer(
        message: impl Into<String>,
        source: &str,
        line_start: usize,
        from: usize,
        to: usize,
    ) -> SyntaxError {
        let (line, _) = line_of(source, line_start);
        let text = line_text(source, line_start);
        SyntaxError {
            kind: ErrorKind::SyntaxError,
            message: message.into(),
            line,
            column: column(text, from - line_start) - 1,
            end_line: line,
            end_column: column(text, to - line_start) - 1,
            text: Some(text.into()),
            incomplete: false,
        }
    }

    /// The report on stderr: file and line, the source line with carets, kind and message.
    /// Ends with a newline.
    pub fn report(&self, filename: &str) -> String {
        let mut out = String::new();
        if self.line > 0 {
            out.push_str(&format!("  File \"{filename}\", line {}\n", self.line));
            if let Some(text) = &self.text {
                self.show_line(text, &mut out);
            }
        }
        let message = match self.message.is_empty() {
            true => "<no detail available>",
            false => &self.message,
        };
        out.push_str(&format!("{}: {message}\n", self.kind.name()));
        out
    }

    /// The stripped source line and the carets under it, by the rules of CPython's `traceback`.
    fn show_line(&self, text: &str, out: &mut String) {
        let right = text.trim_end_matches('\n');
        let left = right.trim_start_matches([' ', '\n', '\x0c']);
        let spaces = (right.len() - left.len()) as i64;
        out.push_str(&format!("    {left}\n"));

        let (length, shown) = (text.chars().count() as i64, right.chars().count() as i64);
        let mut start = i64::from(self.column);
        let mut end = match self.line == self.end_line {
            true if self.end_column != 0 => i64::from(self.end_column),
            true => start,
            false => shown + 1,
        };
        if length > 0 && start > length {
            start = shown + 1;
        }
        if length > 0 && end > length {
            end = shown + 1;
        }
        if start >= end || end < 0 {
            end = start + 1;
        }
        let indent = start - 1 - spaces;
        if indent < 0 {
            return;
        }
        out.push_str("    ");
        // Tabs and other white space keep the carets aligned.
        let lead = left.chars().take(indent as usize);
        out.extend(lead.map(|c| if c.is_whitespace() { c } else { ' ' }));
        out.extend(std::iter::repeat_n('^', (end - start) as usize));
        out.push('\n');
    }
}

/// A `SyntaxWarning` found while parsing; the caller decides whether to print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub message: String,
    /// From 1.
    pub line: u32,
}

/// A warning while its text is being parsed.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub message: String,
    /// An offset into the line that CPython names.
    pub place: u32,
    /// The offset up to which CPython has read when it warns; warnings come in this order.
    pub read: u32,
}

/// The line (from 1) that holds a byte offset, and the offset at which it starts.
pub(crate) fn line_of(source: &str, offset: usize) -> (u32, usize) {
    let before = &source.as_bytes()[..offset.min(source.len())];
    let start = memrchr(b'\n', before).map_or(0, |at| at + 1);
    let line = memchr::memchr_iter(b'\n', before).count() as u32 + 1;
    (line, start)
}

/// The text from a line's start up to its end, without the line end.
pub(crate) fn line_text(source: &str, line_start: usize) -> &str {
    let rest = &source[line_start.min(source.len())..];
    &rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())]
}

/// The column (from 1, in characters) of a byte offset into a line. An offset past the line end
/// counts as the position after the line end; one inside a character counts as after it.
fn column(line: &str, offset: usize) -> i32 {
    let beyond = (offset > line.len()) as usize;
    let before = &line.as_bytes()[..offset.min(line.len())];
    let characters = before.iter().filter(|&&byte| byte as i8 >= -0x40).count();
    (characters + beyond) as i32 + 1
}
