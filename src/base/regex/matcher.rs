//! The backtracking matcher: CPython's order of attempts, with the points to come back to on a
//! stack of its own, never on the native one.
//!
//! Whatever a later failure must undo - captures, registers of loops - lies on the same stack
//! as `Point::Restore`, above the point that it belongs to.

use super::chars::{self, Fold};
use super::error::MatchError;
use super::memo::Memo;
use super::program::{Follow, NONE, One, Op, Position, Program, Repeat};
use super::syntax::{Category, MAX_REPEAT, Mode};
use super::unit::{Unit, run_length};
use crate::base::watch::{LONG_STRETCH, STRETCH};

/// Something to come back to after a failure.
#[derive(Debug, Clone, Copy)]
pub(super) enum Point {
    /// Put a slot's old value back, and go on failing.
    Restore { slot: u32, old: u32 },
    /// Go on here.
    Go { pc: u32, position: u32 },
    /// The next alternative of a list.
    Alternative { list: u32, next: u32, position: u32 },
    /// A greedy repeat: give back, down to `min`; `position` is the next to try.
    Fewer { pc: u32, position: u32, min: u32 },
    /// A lazy repeat: take one more, up to `max`.
    More { pc: u32, position: u32, max: u32 },
    /// A lazy loop: one more iteration.
    Again { pc: u32, position: u32 },
}

/// More points than this are not kept (2 GiB of them).
const MOST_POINTS: usize = 1 << 27;
/// How many steps lie between two calls of the caller's check.
pub(super) const CHECK_EVERY: u64 = 1 << 14;
/// Room for more points than this is given back after the match.
pub(super) const KEPT_POINTS: usize = 1 << 12;

/// Whether a text begins with another that is no longer.
#[inline(always)]
fn is_text<U: Unit>(text: &[U], wanted: &[u32]) -> bool {
    text.iter().zip(wanted).all(|(unit, &c)| unit.code() == c)
}

pub(super) struct Matcher<'m, U> {
    pub program: &'m Program,
    /// The subject up to its end for this match.
    pub text: &'m [U],
    /// Whether the match must reach the end.
    pub full: bool,
    /// A match must not be empty at this position.
    pub must_advance: u32,
    pub slots: &'m mut [u32],
    pub stack: &'m mut Vec<Point>,
    pub memo: &'m mut Memo,
    /// Called now and then; true gives up.
    pub check: &'m mut dyn FnMut() -> bool,
    pub steps: u64,
    pub next_check: u64,
    /// Where the run of the program's leading repeat ended in this attempt.
    pub lead_end: u32,
}

impl<U: Unit> Matcher<'_, U> {
    /// The caller's check, the limit on points, and the switch to remembering failures.
    #[cold]
    #[inline(never)]
    fn tick(&mut self) -> Result<(), MatchError> {
        self.next_check = self.steps + CHECK_EVERY;
        if self.stack.len() > MOST_POINTS {
            return Err(MatchError::Memory);
        }
        let generous = CHECK_EVERY + 32 * self.text.len() as u64;
        if !self.memo.on && self.steps > generous && self.program.memo_states > 0 {
            self.memo.start(self.program, self.text.len());
        }
        if (self.check)() {
            return Err(MatchError::Interrupted);
        }
        Ok(())
    }

    /// Asks the caller's check within a step that may take long. If it is true, the next step gives up: whoever asked
    /// fails meanwhile.
    #[cold]
    #[inline(never)]
    fn stops(&mut self) -> bool {
        let stop = (self.check)();
        if stop {
            self.next_check = 0;
        }
        stop
    }

    /// Whether a text begins with a long one; `None` if the check says so.
    #[cold]
    #[inline(never)]
    fn is_long_text(&mut self, text: &[U], wanted: &[u32]) -> Option<bool> {
        for (text, wanted) in text.chunks(LONG_STRETCH).zip(wanted.chunks(LONG_STRETCH)) {
            if !is_text(text, wanted) {
                return Some(false);
            }
            if self.stops() {
                return None;
            }
        }
        Some(true)
    }

    /// How many of the `most` units from `from` on a piece matches in a row; `None` if the check says so.
    #[inline]
    pub fn run(&mut self, one: One, from: usize, most: usize) -> Option<usize> {
        let (program, text) = (self.program, &self.text[from..from + most]);
        if most <= LONG_STRETCH {
            return Some(run_length(program, one, text));
        }
        let mut length = 0;
        for part in text.chunks(LONG_STRETCH) {
            let count = run_length(program, one, part);
            length += count;
            if count < part.len() {
                break;
            }
            if self.stops() {
                return None;
            }
        }
        Some(length)
    }

    #[inline(always)]
    pub fn step(&mut self) -> Result<(), MatchError> {
        self.steps += 1;
        if self.steps >= self.next_check { self.tick() } else { Ok(()) }
    }

    #[inline(always)]
    fn save(&mut self, slot: u32, value: u32) {
        let place = &mut self.slots[slot as usize];
        let old = std::mem::replace(place, value);
        // With nothing to come back to, a failure ends the attempt, and the next clears all.
        if !self.stack.is_empty() {
            self.stack.push(Point::Restore { slot, old });
        }
    }

    #[inline(always)]
    fn seen(&mut self, pc: u32, position: u32) -> bool {
        self.memo.on && self.memo.seen(self.program, self.slots, pc, position)
    }

    /// Matches from an instruction and position on; gives the end of the match. `start` is
    /// where the attempt began.
    pub fn attempt(&mut self, mut pc: u32, mut position: u32, start: u32) -> Result<Option<u32>, MatchError> {
        let program = self.program;
        let text = self.text;
        let end = text.len() as u32;
        let ops = &program.ops[..];
        'run: loop {
            'failed: {
                match ops[pc as usize] {
                    Op::Char(c) => {
                        if position == end || text[position as usize].code() != c {
                            break 'failed;
                        }
                        position += 1;
                        pc += 1;
                    }
                    Op::Set(set) => {
                        if position == end || !program.sets[set as usize].contains(text[position as usize].code()) {
                            break 'failed;
                        }
                        position += 1;
                        pc += 1;
                    }
                    Op::Any => {
                        if position == end || text[position as usize].code() == '\n' as u32 {
                            break 'failed;
                        }
                        position += 1;
                        pc += 1;
                    }
                    Op::AnyAll => {
                        if position == end {
                            break 'failed;
                        }
                        position += 1;
                        pc += 1;
                    }
                    Op::NotChar(c) => {
                        if position == end || text[position as usize].code() == c {
                            break 'failed;
                        }
                        position += 1;
                        pc += 1;
                    }
                    Op::Text { start, len } => {
                        let wanted = &program.text[start as usize..(start + len) as usize];
                        let rest = &text[position as usize..];
                        if rest.len() < wanted.len() {
                            break 'failed;
                        }
                        let same = match wanted.len() <= LONG_STRETCH {
                            true => is_text(rest, wanted),
                            false => self.is_long_text(rest, wanted).ok_or(MatchError::Interrupted)?,
                        };
                        if !same {
                            break 'failed;
                        }
                        position += len;
                        pc += 1;
                    }
                    Op::Open(group) => {
                        self.save(group * 2 - 2, position);
                        pc += 1;
                    }
                    Op::Close(group) => {
                        self.save(group * 2 - 1, position);
                        self.save(program.last_index_slot() as u32, group);
                        pc += 1;
                    }
                    Op::At(condition) => {
                        if !self.holds(condition, position) {
                            break 'failed;
                        }
                        pc += 1;
                    }
                    Op::Jump(target) => pc = target,
                    Op::Split { first, second, guard } => {
                        self.step()?;
                        let mut ways = 3;
                        if guard != NONE {
                            let guard = &program.guards[guard as usize];
                            ways = match text.get(position as usize).map(|unit| unit.code()) {
                                None => guard.end,
                                Some(c @ 0..256) => guard.low[c as usize],
                                Some(_) => guard.high,
                            };
                        }
                        if self.seen(pc, position) {
                            break 'failed;
                        }
                        match ways {
                            0 => break 'failed,
                            1 => pc = first,
                            2 => pc = second,
                            _ => {
                                self.stack.push(Point::Go { pc: second, position });
                                pc = first;
                            }
                        }
                    }
                    Op::Branch(number) => {
                        if self.seen(pc, position) {
                            break 'failed;
                        }
                        let branch = &program.branches[number as usize];
                        let list = match text.get(position as usize).map(|unit| unit.code()) {
                            None => branch.end,
                            Some(c @ 0..256) => branch.low[c as usize],
                            Some(_) => branch.high,
                        };
                        match program.lists[list as usize][..] {
                            [] => break 'failed,
                            [only] => pc = only,
                            [first, ..] => {
                                self.stack.push(Point::Alternative { list, next: 1, position });
                                pc = first;
                            }
                        }
                    }
                    Op::Repeat(number) => {
                        let repeat = &program.repeats[number as usize];
                        match self.repeat(repeat, pc, position, start) {
                            Some(next) => position = next,
                            None => break 'failed,
                        }
                        pc += 1;
                    }
                    Op::LoopStart(number) => {
                        let this = &program.loops[number as usize];
                        if this.counted {
                            self.save(this.count_register, 0);
                        }
                        if this.nullable {
                            self.save(this.last_register, NONE);
                        }
                        pc += 1;
                    }
                    Op::LoopCheck(number) => {
                        self.step()?;
                        if self.seen(pc, position) {
                            break 'failed;
                        }
                        let this = &program.loops[number as usize];
                        let count = if this.counted { self.slots[this.count_register as usize] } else { 0 };
                        if this.counted && count < this.min {
                            self.save(this.count_register, count + 1);
                            pc = this.body;
                        } else if this.lazy {
                            self.stack.push(Point::Again { pc, position });
                            pc += 1;
                        } else if self.may_iterate(number, position) {
                            self.stack.push(Point::Go { pc: pc + 1, position });
                            pc = self.iterate(number, position);
                        } else {
                            pc += 1;
                        }
                    }
                    Op::AtomicStart(register) => {
                        self.slots[register as usize] = self.stack.len() as u32;
                        pc += 1;
                    }
                    Op::AtomicEnd(register) => {
                        self.commit(self.slots[register as usize]);
                        pc += 1;
                    }
                    Op::Look(number) => {
                        let look = &program.looks[number as usize];
                        if u64::from(position) < look.back {
                            if !look.negate {
                                break 'failed;
                            }
                            pc = look.end;
                            continue 'run;
                        }
                        self.slots[look.register as usize] = self.stack.len() as u32;
                        self.slots[look.register as usize + 1] = position;
                        if look.negate {
                            self.stack.push(Point::Go { pc: look.end, position });
                        }
                        position -= look.back as u32;
                        pc += 1;
                    }
                    Op::LookEnd(number) => {
                        let look = &program.looks[number as usize];
                        let height = self.slots[look.register as usize];
                        if look.negate {
                            self.unwind(height);
                            break 'failed;
                        }
                        position = self.slots[look.register as usize + 1];
                        self.commit(height);
                        pc += 1;
                    }
                    Op::Backref { group, fold } => match self.again(group, fold, position) {
                        Some(next) => {
                            position = next;
                            pc += 1;
                        }
                        None => break 'failed,
                    },
                    Op::Conditional { group, otherwise } => {
                        pc = match self.capture(group) {
                            Some(_) => pc + 1,
                            None => otherwise,
                        };
                    }
                    Op::Match => {
                        if (self.full && position != end) || position == self.must_advance {
                            break 'failed;
                        }
                        return Ok(Some(position));
                    }
                    Op::Fail => break 'failed,
                }
                continue 'run;
            }
            self.step()?;
            match self.come_back() {
                Some(place) => (pc, position) = place,
                None => return Ok(None),
            }
        }
    }

    /// After a failure: the next place to go on, if there is one.
    #[inline]
    fn come_back(&mut self) -> Option<(u32, u32)> {
        let program = self.program;
        loop {
            match self.stack.pop()? {
                Point::Restore { slot, old } => self.slots[slot as usize] = old,
                Point::Go { pc, position } => return Some((pc, position)),
                Point::Alternative { list, next, position } => {
                    let alternatives = &program.lists[list as usize];
                    if (next as usize) + 1 < alternatives.len() {
                        self.stack.push(Point::Alternative { list, next: next + 1, position });
                    }
                    return Some((alternatives[next as usize], position));
                }
                Point::Fewer { pc, position, min } => {
                    let Op::Repeat(number) = program.ops[pc as usize] else {
                        continue;
                    };
                    let repeat = &program.repeats[number as usize];
                    if let Some(found) = self.fewer(repeat, pc, min, position) {
                        return Some((pc + 1, found));
                    }
                }
                Point::More { pc, position, max } => {
                    let Op::Repeat(number) = program.ops[pc as usize] else {
                        continue;
                    };
                    let repeat = &program.repeats[number as usize];
                    if position < max
                        && program.matches(repeat.one, self.text[position as usize].code())
                        && let Some(found) = self.more(repeat, pc, position + 1, max)
                    {
                        return Some((pc + 1, found));
                    }
                }
                Point::Again { pc, position } => {
                    if let Op::LoopCheck(number) = program.ops[pc as usize]
                        && self.may_iterate(number, position)
                    {
                        return Some((self.iterate(number, position), position));
                    }
                }
            }
        }
    }

    fn may_iterate(&self, number: u32, position: u32) -> bool {
        let this = &self.program.loops[number as usize];
        let more = !this.counted || this.max == MAX_REPEAT || self.slots[this.count_register as usize] < this.max;
        more && (!this.nullable || self.slots[this.last_register as usize] != position)
    }

    /// Notes that an iteration begins; gives its first instruction.
    fn iterate(&mut self, number: u32, position: u32) -> u32 {
        let this = &self.program.loops[number as usize];
        if this.counted {
            let count = self.slots[this.count_register as usize];
            self.save(this.count_register, count.saturating_add(1));
        }
        if this.nullable {
            self.save(this.last_register, position);
        }
        this.body
    }

    /// Runs a single-character repeat; gives the position after it.
    #[inline]
    fn repeat(&mut self, repeat: &Repeat, pc: u32, position: u32, start: u32) -> Option<u32> {
        let from = position as usize;
        let most = (self.text.len() - from).min(repeat.max as usize);
        let least = repeat.min as usize;
        if repeat.mode == Mode::Lazy {
            if most < least || self.run(repeat.one, from, least)? < least {
                return None;
            }
            let max = position + most as u32;
            return self.more(repeat, pc, position + repeat.min, max);
        }
        let useless = if U::BYTE { repeat.commit_low } else { repeat.commit };
        let commit = useless || repeat.mode == Mode::Possessive;
        if self.memo.on && !commit && repeat.max == MAX_REPEAT {
            return self.repeat_remembered(repeat, pc, position);
        }
        let count = self.run(repeat.one, from, most)?;
        if self.program.lead == Some(pc) && position == start {
            self.lead_end = position + count as u32;
        }
        if count < least {
            return None;
        }
        let far = position + count as u32;
        let near = position + repeat.min;
        if commit || far == near {
            return Some(far);
        }
        if self.memo.on && self.seen(pc, position) {
            return None;
        }
        self.fewer(repeat, pc, near, far)
    }

    /// A greedy repeat without end while failures are remembered: it stops where it was before,
    /// so that all repeats together look at a position once.
    fn repeat_remembered(&mut self, repeat: &Repeat, pc: u32, position: u32) -> Option<u32> {
        let text = self.text;
        let least = repeat.min as usize;
        if text.len() - (position as usize) < least || self.run(repeat.one, position as usize, least)? < least {
            return None;
        }
        let near = position + repeat.min;
        let mut from = near;
        while !self.seen(pc, from) {
            let next = text.get(from as usize);
            if !next.is_some_and(|unit| self.program.matches(repeat.one, unit.code())) {
                return self.fewer(repeat, pc, near, from);
            }
            from += 1;
            if ((from - near) as usize).is_multiple_of(STRETCH) && self.stops() {
                return None;
            }
        }
        if from == near {
            return None;
        }
        self.fewer(repeat, pc, near, from - 1)
    }

    /// The last position from `min` to `from` where the rest has a chance; leaves a point for
    /// those before it.
    #[inline]
    fn fewer(&mut self, repeat: &Repeat, pc: u32, min: u32, from: u32) -> Option<u32> {
        let text = self.text;
        let found = match &repeat.follow {
            Follow::Anything => from,
            Follow::Char(c) => {
                let stop = text.len().min(from as usize + 1);
                let candidates = text.get(min as usize..stop)?;
                min + U::find_last(candidates, *c)? as u32
            }
            Follow::Table(low, high) => {
                let stop = text.len().min(from as usize + 1);
                let candidates = text.get(min as usize..stop)?;
                let good = |unit: &U| match unit.code() {
                    c @ 0..256 => low[c as usize],
                    _ => *high,
                };
                let mut end = candidates.len();
                loop {
                    let start = end.saturating_sub(LONG_STRETCH);
                    if let Some(index) = candidates[start..end].iter().rposition(good) {
                        break min + (start + index) as u32;
                    }
                    if start == 0 || self.stops() {
                        return None;
                    }
                    end = start;
                }
            }
        };
        if found > min {
            self.stack.push(Point::Fewer { pc, position: found - 1, min });
        }
        Some(found)
    }

    /// The first position from `from` to `max` where the rest has a chance, all before it being
    /// part of the repeat; leaves a point for those after it.
    fn more(&mut self, repeat: &Repeat, pc: u32, from: u32, max: u32) -> Option<u32> {
        let text = self.text;
        let candidates = &text[from as usize..];
        let most = (max - from) as usize;
        let found = match &repeat.follow {
            Follow::Anything => 0,
            Follow::Char(c) => {
                let index = match (repeat.one, u8::try_from(*c)) {
                    (One::AnyAll, _) => U::find(candidates, *c)?,
                    (One::Any, Ok(c)) if c != b'\n' => {
                        let index = U::find_few(candidates, &[c, b'\n'])?;
                        if candidates[index].code() != u32::from(c) {
                            return None;
                        }
                        index
                    }
                    _ => {
                        let program = self.program;
                        let ends = |unit: &U| unit.code() == *c || !program.matches(repeat.one, unit.code());
                        let mut start = 0;
                        loop {
                            let part = &candidates[start..candidates.len().min(start + LONG_STRETCH)];
                            if let Some(index) = part.iter().position(ends) {
                                break start + index;
                            }
                            start += part.len();
                            if start == candidates.len() || self.stops() {
                                return None;
                            }
                        }
                    }
                };
                if index > most || candidates[index].code() != *c {
                    return None;
                }
                index
            }
            Follow::Table(low, high) => {
                let mut index = 0;
                loop {
                    let unit = candidates.get(index)?;
                    let good = match unit.code() {
                        c @ 0..256 => low[c as usize],
                        _ => *high,
                    };
                    if good {
                        break index;
                    }
                    if index == most || !self.program.matches(repeat.one, unit.code()) {
                        return None;
                    }
                    index += 1;
                    if index.is_multiple_of(STRETCH) && self.stops() {
                        return None;
                    }
                }
            }
        };
        let position = from + found as u32;
        if self.memo.on && repeat.max == MAX_REPEAT && self.seen(pc, position) {
            return None;
        }
        if position < max {
            self.stack.push(Point::More { pc, position, max });
        }
        Some(position)
    }

    /// Forgets the points above a height, but not what a failure below must undo.
    fn commit(&mut self, height: u32) {
        let height = height as usize;
        if height == 0 {
            self.stack.clear();
            return;
        }
        let mut kept = height;
        for index in height..self.stack.len() {
            if let Point::Restore { .. } = self.stack[index] {
                self.stack[kept] = self.stack[index];
                kept += 1;
            }
        }
        self.stack.truncate(kept);
    }

    /// Drops the points above a height and undoes what happened since.
    fn unwind(&mut self, height: u32) {
        while self.stack.len() > height as usize {
            if let Some(Point::Restore { slot, old }) = self.stack.pop() {
                self.slots[slot as usize] = old;
            }
        }
    }

    /// The span of a group, if it is set.
    fn capture(&self, group: u32) -> Option<(u32, u32)> {
        let from = self.slots[group as usize * 2 - 2];
        let to = self.slots[group as usize * 2 - 1];
        (from != NONE && to != NONE && from <= to).then_some((from, to))
    }

    /// The position after the text of a group, if it stands here again.
    fn again(&self, group: u32, fold: Fold, position: u32) -> Option<u32> {
        let (from, to) = self.capture(group)?;
        let wanted = &self.text[from as usize..to as usize];
        let found = self.text[position as usize..].get(..wanted.len())?;
        let mut pairs = wanted.iter().zip(found).map(|(a, b)| (a.code(), b.code()));
        let same = match fold {
            Fold::None => pairs.all(|(a, b)| a == b),
            _ => pairs.all(|(a, b)| chars::lower(a, fold) == chars::lower(b, fold)),
        };
        same.then_some(position + (to - from))
    }

    fn holds(&self, condition: Position, position: u32) -> bool {
        const NEWLINE: u32 = '\n' as u32;
        let text = self.text;
        let end = text.len();
        let position = position as usize;
        match condition {
            Position::StringStart => position == 0,
            Position::LineStart => position == 0 || text[position - 1].code() == NEWLINE,
            Position::StringEnd => position == end,
            Position::End => position == end || (position + 1 == end && text[position].code() == NEWLINE),
            Position::LineEnd => position == end || text[position].code() == NEWLINE,
            Position::Boundary { unicode, negate } => {
                // In an empty subject CPython 3.13 has neither a boundary nor its opposite.
                if end == 0 {
                    return false;
                }
                let word = |c: u32| chars::in_category(c, Category::Word, unicode);
                let before = position > 0 && word(text[position - 1].code());
                let after = position < end && word(text[position].code());
                (before != after) != negate
            }
        }
    }
}
