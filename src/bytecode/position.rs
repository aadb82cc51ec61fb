//! Where each instruction stands in the source: a compact table from words to source ranges.

use crate::base::watch::{Stopped, Watch, copy};

/// A range of the source as CPython counts: lines from 1, columns from 0 in UTF-8 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}

/// The positions of all words of a code object, run by run.
///
/// A run is: number of words (0 is never written), a byte-wise varint each for
/// zigzag(line - line of the run before), end line - line, column, end column.
/// The first run counts from the code's first line. An artificial instruction has line 0.
#[derive(Clone, Debug, Default)]
pub struct PositionTable {
    first_line: u32,
    bytes: Box<[u8]>,
}

impl PositionTable {
    /// The position of the word at `offset`; none for artificial instructions and beyond the end.
    ///
    /// Unpacking errors of `FOR_ITER_PAIR` are reported at the position of its extra word.
    pub fn at(&self, offset: u32) -> Option<Position> {
        self.runs().find(|(start, length, _)| offset - start < *length).and_then(|(_, _, position)| position)
    }

    /// All runs in order: first word, number of words, position.
    pub fn runs(&self) -> impl Iterator<Item = (u32, u32, Option<Position>)> {
        let mut rest = &self.bytes[..];
        let mut line = self.first_line as i64;
        let mut start = 0;
        std::iter::from_fn(move || {
            let length = read(&mut rest)?;
            let delta = read(&mut rest)?;
            if delta == 0 {
                start += length;
                return Some((start - length, length, None));
            }
            line += unzigzag(delta - 1);
            let span = read(&mut rest)?;
            let column = read(&mut rest)?;
            let end_column = read(&mut rest)?;
            let position = Position { line: line as u32, end_line: line as u32 + span, column, end_column };
            start += length;
            Some((start - length, length, Some(position)))
        })
    }

    /// A copy.
    ///
    /// # Errors
    /// The watch said to stop.
    pub fn copy(&self, watch: Watch<'_>) -> Result<PositionTable, Stopped> {
        Ok(PositionTable { first_line: self.first_line, bytes: copy(&self.bytes, watch)? })
    }

    /// The runs as they are kept.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A table of what `bytes` gave for code that starts at `first_line`.
    pub(super) fn from_bytes(first_line: u32, bytes: &[u8]) -> PositionTable {
        PositionTable { first_line, bytes: bytes.into() }
    }

    /// How many bytes the table takes.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

/// Collects positions word by word.
pub struct PositionTableBuilder {
    first_line: u32,
    line: i64,
    bytes: Vec<u8>,
    run: Option<(Option<Position>, u32)>,
}

impl PositionTableBuilder {
    /// An empty table of a code object that starts at `first_line`.
    pub fn new(first_line: u32) -> PositionTableBuilder {
        PositionTableBuilder { first_line, line: first_line as i64, bytes: Vec::new(), run: None }
    }

    /// The next `words` words stand at `position`.
    pub fn push(&mut self, position: Option<Position>, words: u32) {
        match &mut self.run {
            Some((last, length)) if *last == position => *length += words,
            _ => {
                self.flush();
                self.run = Some((position, words));
            }
        }
    }

    /// The finished table.
    pub fn finish(mut self) -> PositionTable {
        self.flush();
        PositionTable { first_line: self.first_line, bytes: self.bytes.into_boxed_slice() }
    }

    fn flush(&mut self) {
        let Some((position, words)) = self.run.take() else {
            return;
        };
        write(&mut self.bytes, words);
        let Some(position) = position else {
            write(&mut self.bytes, 0);
            return;
        };
        write(&mut self.bytes, zigzag(position.line as i64 - self.line) + 1);
        write(&mut self.bytes, position.end_line.saturating_sub(position.line));
        write(&mut self.bytes, position.column);
        write(&mut self.bytes, position.end_column);
        self.line = position.line as i64;
    }
}

fn zigzag(value: i64) -> u32 {
    ((value << 1) ^ (value >> 63)) as u32
}

fn unzigzag(value: u32) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

fn write(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn read(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    let mut shift = 0;
    loop {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= ((byte & 0x7f) as u32) << shift;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_survive_the_table() {
        let place = |line, end_line, column, end_column| Some(Position { line, end_line, column, end_column });
        let runs =
            [(place(10, 10, 4, 9), 3), (place(9, 12, 0, 700_000), 1), (None, 2), (place(70_000, 70_000, 1, 2), 200)];
        let mut builder = PositionTableBuilder::new(10);
        for (position, words) in runs {
            for _ in 0..words {
                builder.push(position, 1);
            }
        }
        let table = builder.finish();
        let mut offset = 0;
        for (position, words) in runs {
            for _ in 0..words {
                assert_eq!(table.at(offset), position);
                offset += 1;
            }
        }
        assert_eq!(table.at(offset), None);
    }
}
