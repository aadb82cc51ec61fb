//! Finds where a match may begin, and tries.

use super::error::MatchError;
use super::matcher::Matcher;
use super::program::{NONE, Op, Start};
use super::syntax::Mode;
use super::unit::Unit;
use crate::base::watch::LONG_STRETCH;

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
            let Some(found) = self.next_start(start)? else {
                return Ok(None);
            };
            start = found;
            self.clear();
            if let Some(to) = self.attempt(pc, start + skip, start)? {
                return Ok(Some((start, to)));
            }
            self.step()?;
            start = match program.lead {
                Some(lead) => self.lead_end(lead, start)? + 1,
                None => start + 1,
            };
        }
        Ok(None)
    }

    /// Where the run of characters that the leading repeat matches ends, after a failure.
    fn lead_end(&mut self, lead: u32, start: u32) -> Result<u32, MatchError> {
        let Op::Repeat(number) = self.program.ops[lead as usize] else {
            return Ok(start);
        };
        let repeat = &self.program.repeats[number as usize];
        if repeat.mode != Mode::Lazy {
            // While failures are remembered the run is not followed to its end.
            return Ok(self.lead_end.max(start));
        }
        let run = self.run(repeat.one, start as usize, self.text.len() - start as usize);
        run.map(|length| start + length as u32).ok_or(MatchError::Interrupted)
    }

    /// The first position from `from` on where a match may begin.
    #[inline]
    fn next_start(&mut self, from: u32) -> Result<Option<u32>, MatchError> {
        match self.text.len() - from as usize <= LONG_STRETCH {
            true => Ok(self.start_within(from, self.text.len())),
            false => self.next_start_far(from),
        }
    }

    /// The same window by window, with the caller's check between them.
    #[inline(never)]
    fn next_start_far(&mut self, from: u32) -> Result<Option<u32>, MatchError> {
        let overlap = match &self.program.start {
            Start::Prefix { text, .. } => text.len(),
            Start::Anchored if from > 0 => return Ok(None),
            _ => 1,
        };
        let (window, mut from) = (LONG_STRETCH.max(4 * overlap), from as usize);
        loop {
            let end = self.text.len().min(from + window + overlap);
            if let Some(found) = self.start_within(from as u32, end) {
                return Ok(Some(found));
            }
            if end == self.text.len() {
                return Ok(None);
            }
            if (self.check)() {
                return Err(MatchError::Interrupted);
            }
            from += window;
        }
    }

    /// The first such position that can be told from the text up to `end`.
    #[inline]
    fn start_within(&self, from: u32, end: usize) -> Option<u32> {
        let text = &self.text[..end];
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
