//! Where a node stands in the source: byte offsets, and the table that turns them into lines.

use crate::parse::Watch;
use crate::watched::PART;

/// A range of bytes of the decoded source: `start..end`.
///
/// "Decoded" means: UTF-8 without a byte order mark, line ends as `\n`. All of CPython's
/// positions are exact functions of it, see [`Lines`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The smallest range that holds both; `self` starts it and `last` ends it.
    pub fn to(self, last: Span) -> Span {
        Span::new(self.start, last.end)
    }
}

/// A point of the source as CPython's `ast` counts: lines from 1, columns from 0 in UTF-8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// The four numbers CPython keeps per node: `lineno`, `col_offset`, `end_lineno`,
/// `end_col_offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    pub lineno: u32,
    pub col_offset: u32,
    pub end_lineno: u32,
    pub end_col_offset: u32,
}

/// The offset at which each line of a source starts.
///
/// ```
/// use anthill_grammar::{Lines, Span};
/// let lines = Lines::new("a\nbc\n");
/// assert_eq!(lines.location(Span::new(3, 4)).lineno, 2);
/// assert_eq!(lines.location(Span::new(3, 4)).col_offset, 1);
/// ```
#[derive(Clone, Debug)]
pub struct Lines {
    /// `starts[0] == 0`; ascending.
    starts: Vec<u32>,
}

impl Lines {
    /// Reads off the line starts of a decoded source of less than 4 GiB.
    pub fn new(source: &str) -> Lines {
        Lines::watched(source, &|| false).expect("nothing says to stop")
    }

    /// The same, unless `watch` says to stop.
    pub(crate) fn watched(source: &str, watch: Watch<'_>) -> Option<Lines> {
        let mut starts = Vec::with_capacity(source.len() / 32 + 1);
        starts.push(0);
        for (index, part) in source.as_bytes().chunks(PART).enumerate() {
            if index > 0 && watch() {
                return None;
            }
            starts.extend(memchr::memchr_iter(b'\n', part).map(|at| (index * PART + at) as u32 + 1));
        }
        Some(Lines { starts })
    }

    /// How many lines there are; an unfinished last line counts, an empty one too.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32
    }

    /// The offset at which line `line` (from 1) starts; the last line's start if it is too big.
    pub fn start(&self, line: u32) -> u32 {
        let index = (line.max(1) as usize).min(self.starts.len()) - 1;
        self.starts[index]
    }

    /// The line (from 1) that holds an offset. Costs a binary search.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset) as u32
    }

    /// Line and column of an offset. Costs a binary search.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line(offset);
        let column = offset - self.starts[line as usize - 1];
        Position { line, column }
    }

    /// CPython's four numbers of a span. Costs a binary search, two if it crosses a line end.
    pub fn location(&self, span: Span) -> Location {
        let start = self.position(span.start);
        let next_line = self.starts.get(start.line as usize);
        let end = match next_line {
            Some(&next) if span.end >= next => self.position(span.end),
            _ => Position { line: start.line, column: (start.column + span.end).saturating_sub(span.start) },
        };
        Location { lineno: start.line, col_offset: start.column, end_lineno: end.line, end_col_offset: end.column }
    }
}
