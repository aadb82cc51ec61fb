//! What can go wrong: a bad pattern or template, and a match that had to stop.

use crate::base::watch::Stopped;

/// A pattern or replacement template that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegexError {
    /// `re.PatternError`, with its attributes.
    Pattern(PatternError),
    /// A ValueError: flags that exclude each other.
    Value(&'static str),
    /// An OverflowError: a repeat count of 2³² - 1 or more.
    Overflow(&'static str),
    /// An IndexError: a template names a group that the pattern lacks.
    Index(String),
    /// The caller's watch said so.
    Stopped,
}

impl From<Stopped> for RegexError {
    fn from(_: Stopped) -> RegexError {
        RegexError::Stopped
    }
}

/// What `re.PatternError` tells about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    /// The text without the position (`msg`).
    pub message: String,
    /// Where in the pattern, in characters; `None` for the few errors that have no place.
    pub position: Option<usize>,
    /// Line and column of the position, both counted from 1.
    pub line_column: Option<(usize, usize)>,
    /// Whether the pattern has several lines, so that `str()` tells the line.
    several_lines: bool,
}

impl PatternError {
    /// An error at a position of a pattern.
    pub(super) fn at(message: String, pattern: &[u32], position: usize) -> PatternError {
        const NEWLINE: u32 = '\n' as u32;
        let before = &pattern[..position.min(pattern.len())];
        let line = before.iter().filter(|&&c| c == NEWLINE).count() + 1;
        let line_start = before.iter().rposition(|&c| c == NEWLINE).map_or(0, |index| index + 1);
        PatternError {
            message,
            position: Some(position),
            line_column: Some((line, position - line_start + 1)),
            several_lines: pattern.contains(&NEWLINE),
        }
    }

    /// An error of the whole pattern.
    pub(super) fn nowhere(message: &str) -> PatternError {
        PatternError { message: message.to_owned(), position: None, line_column: None, several_lines: false }
    }
}

impl std::fmt::Display for PatternError {
    /// `str(error)`: the message, the position, and the line if there are several.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)?;
        if let (Some(position), Some((line, column))) = (self.position, self.line_column) {
            write!(f, " at position {position}")?;
            if self.several_lines {
                write!(f, " (line {line}, column {column})")?;
            }
        }
        Ok(())
    }
}

/// A warning about a pattern that is legal today: a FutureWarning with this text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternWarning {
    /// The whole text, position included.
    pub message: String,
    /// How deep in groups it stands: CPython adds this to the stack level of the warning.
    pub nesting: usize,
}

/// Why a match was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchError {
    /// The caller's step callback asked for it.
    Interrupted,
    /// The list of points to come back to grew beyond what is reasonable: a MemoryError.
    Memory,
    /// The subject has 2³² - 1 units or more: an OverflowError.
    TooLong,
}
