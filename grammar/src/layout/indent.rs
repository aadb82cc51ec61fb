//! The start of a line: blank lines, indentation, `INDENT` and `DEDENT`.

use super::{Filter, Step};
use crate::error::ErrorKind;
use crate::parse::STRETCH;
use crate::token::Kind;
use crate::watched::{PART, Stopped, find};
use memchr::memchr;

/// How many blocks may be open at once, the module's included.
const MAX_INDENTS: usize = 100;

/// A tab goes on to the next multiple of this.
const TAB_SIZE: u32 = 8;

impl Filter<'_> {
    /// Skips blank lines and comments, measures the indentation of the first line that holds a
    /// token, and pushes what follows from it.
    pub(super) fn line_start(&mut self) -> Step {
        let bytes = self.source.as_bytes();
        let mut at = self.at();
        for lines in 1usize.. {
            if lines.is_multiple_of(STRETCH) && (self.watch)() {
                self.skip_to(bytes.len());
                break;
            }
            let mut line = at;
            let (mut column, mut alternative) = (0, 0);
            // The white space before the first backslash counts, not what follows it.
            let mut continued = 0;
            loop {
                match bytes.get(at) {
                    Some(b' ') => {
                        column += 1;
                        alternative += 1;
                    }
                    Some(b'\t') => {
                        column = (column / TAB_SIZE + 1) * TAB_SIZE;
                        alternative += 1;
                    }
                    Some(b'\x0c') => (column, alternative) = (0, 0),
                    Some(b'\\') => {
                        if continued == 0 {
                            continued = column;
                        }
                        self.continuation_ahead(at)?;
                        at += 1;
                        line = at + 1;
                    }
                    _ => break,
                }
                at += 1;
                if at.is_multiple_of(PART) && (self.watch)() {
                    return Err(self.stopped());
                }
            }
            match bytes.get(at) {
                Some(b'\n') => at += 1,
                Some(b'#') => match find(&bytes[at..], self.watch, |part| memchr(b'\n', part)) {
                    Ok(Some(length)) => at += length + 1,
                    Ok(None) => {
                        self.skip_to(bytes.len());
                        return Ok(());
                    }
                    Err(Stopped) => return Err(self.stopped()),
                },
                None => {
                    self.skip_to(at);
                    return match self.mode {
                        Kind::StartExpression => self.indentation(column, alternative, line),
                        _ => Ok(()),
                    };
                }
                Some(_) => {
                    self.skip_to(at);
                    if continued != 0 {
                        (column, alternative) = (continued, continued);
                    }
                    return self.indentation(column, alternative, line);
                }
            }
        }
        Ok(())
    }

    /// Checks that the backslash at `at` ends its line and that another line follows.
    fn continuation_ahead(&self, at: usize) -> Step {
        match self.source.as_bytes().get(at + 1) {
            Some(b'\n') if at + 2 < self.source.len() => Ok(()),
            Some(b'\n') => Err(self.end_after_backslash(at)),
            _ => Err(self.text_after_backslash(at)),
        }
    }

    /// Compares a line's indentation with the open blocks'.
    fn indentation(&mut self, column: u32, alternative: u32, line: usize) -> Step {
        let (mut current, mut current_alternative) = self.indents[self.indents.len() - 1];
        let inconsistent = "inconsistent use of tabs and spaces in indentation";
        if column > current {
            if self.indents.len() >= MAX_INDENTS {
                let message = "too many levels of indentation";
                return Err(self.bad_indent(ErrorKind::IndentationError, message, line));
            }
            if alternative <= current_alternative {
                return Err(self.bad_indent(ErrorKind::TabError, inconsistent, line));
            }
            self.indents.push((column, alternative));
            self.push_empty(Kind::Indent);
            return Ok(());
        }
        let mut closed = 0;
        while column < current {
            self.indents.pop();
            closed += 1;
            (current, current_alternative) = self.indents[self.indents.len() - 1];
        }
        if column != current {
            return Err(self.bad_dedent(line));
        }
        if alternative != current_alternative {
            return Err(self.bad_indent(ErrorKind::TabError, inconsistent, line));
        }
        for _ in 0..closed {
            self.push_empty(Kind::Dedent);
        }
        Ok(())
    }
}
