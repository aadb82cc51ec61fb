//! Finds where a match may begin, and tries.

use super::error::MatchError;
use super::matcher::Matcher;
use super::program::{NONE, Op, Start};
use super::syntax::Mode;
use super::unit::{Unit, run_length};

impl<U: Unit> Matcher<'_, U> {
    /// Tries to match at one position; gives the end.
    pub fn match_at(&mut self, start: u32) -> Result<Option<u32>, MatchError> {
        self.clear();
        self.attempt(0, start, start)
    }

    fn clear(&mut self) {
        self.stack.clear();
        let captures = self.program.last_index_slot();
        self.slots[..=captures].fill(NONE);
    }

    /// The leftmost match that begins at `from` or later: its beginning and end.
    pub fn search(&mut self, from: u32) -> Result<Option<(u32, u32)>, MatchError> {
        let end = self.text.len() as u32;
        let program = self.program;
        let (pc, skip) = match program.start {
            Start::Prefix { resume, skip, .. } => (resume, skip),
            _ => (0, 0),
        };
        let mut start = from;
        while start <= end {
            let Some(found) = self.next_start(start) else {
                return Ok(None);
            };
            start = found;
            self.clear();
            if let Some(to) = self.attempt(pc, start + skip, start)? {
                return Ok(Some((start, to)));
            }
            self.step()?;
            start = match program.lead {
                Some(lead) => self.lead_end(lead, start) + 1,
                None => start + 1,
            };
        }
        Ok(None)
    }

    /// Where the run of characters that the leading repeat matches ends, after a failure.
    fn lead_end(&self, lead: u32, start: u32) -> u32 {
        let Op::Repeat(number) = self.program.ops[lead as usize] else {
            return start;
        };
        let repeat = &self.program.repeats[number as usize];
        if repeat.mode != Mode::Lazy {
            // While failures are remembered the run is not followed to its end.
            return self.lead_end.max(start);
        }
        let rest = &self.text[start as usize..];
        start + run_length(self.program, repeat.one, rest) as u32
    }

    /// The first position from `from` on where a match may begin.
    fn next_start(&self, from: u32) -> Option<u32> {
        let text = self.text;
        let rest = &text[from as usize..];
        let offset = match &self.program.start {
            Start::Anywhere => 0,
            Start::Anchored => return (from == 0).then_some(0),
            Start::AfterBreak => {
                if from == 0 {
                    0
                } else {
                    U::find(&text[from as usize - 1..], '\n' as u32)?
                }
            }
            Start::Prefix { text: wanted, finder, .. } => {
                if let Some(bytes) = U::bytes(rest) {
                    match wanted[..] {
                        [only] => U::find(rest, only)?,
                        _ => finder.as_ref()?.find(bytes)?,
                    }
                } else {
                    find_text(rest, wanted)?
                }
            }
            Start::Set { few: Some(few), high: false, .. } => U::find_few(rest, few)?,
            Start::Set { low, high, .. } => {
                if U::BYTE {
                    rest.iter().position(|unit| low[unit.code() as usize & 255])?
                } else {
                    rest.iter().position(|unit| match unit.code() {
                        c @ 0..256 => low[c as usize],
                        _ => *high,
                    })?
                }
            }
        };
        Some(from + offset as u32)
    }
}

/// The first place of a text.
fn find_text<U: Unit>(hay: &[U], wanted: &[u32]) -> Option<usize> {
    let (&first, others) = wanted.split_first()?;
    let mut from = 0;
    loop {
        let index = from + U::find(&hay[from..], first)?;
        let rest = hay.get(index + 1..)?.get(..others.len())?;
        if rest.iter().zip(others).all(|(unit, &c)| unit.code() == c) {
            return Some(index);
        }
        from = index + 1;
    }
}
