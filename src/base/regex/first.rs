//! Which characters can come first from an instruction on. The answers may be too wide, never
//! too narrow.

use super::charset::{High, high_disjoint};
use super::program::{One, Op, Program};
use std::collections::HashSet;

/// The characters that can come first.
#[derive(Debug, Clone)]
pub(super) struct First {
    pub low: Box<[bool; 256]>,
    /// The pieces that match characters beyond 255.
    high: Vec<One>,
    /// The rest may match without a character: everything, and the end of the subject, will do.
    pub anything: bool,
}

impl First {
    fn empty() -> First {
        First { low: Box::new([false; 256]), high: Vec::new(), anything: false }
    }

    fn add(&mut self, program: &Program, one: One) {
        match one {
            One::Char(c) => {
                if let Some(low) = self.low.get_mut(c as usize) {
                    *low = true;
                }
            }
            _ => {
                for (c, low) in self.low.iter_mut().enumerate() {
                    *low |= program.matches(one, c as u32);
                }
            }
        }
        let has_high = match one {
            One::Char(c) => c > 255,
            One::Set(set) => program.sets[set as usize].high() != High::Empty,
            One::NotChar(_) | One::Any | One::AnyAll => true,
        };
        if has_high && !self.high.contains(&one) {
            self.high.push(one);
        }
    }

    /// Whether a character beyond 255 may come first.
    pub fn has_high(&self) -> bool {
        self.anything || !self.high.is_empty()
    }

    pub fn allows(&self, c: u8) -> bool {
        self.anything || self.low[usize::from(c)]
    }

    /// Whether a piece shares no character below 256, and none beyond, with this.
    pub fn disjoint(&self, program: &Program, one: One) -> (bool, bool) {
        if self.anything {
            return (false, false);
        }
        let low = (0..256).all(|c| !self.low[c as usize] || !program.matches(one, c));
        let high = low && self.high.iter().all(|&other| ones_disjoint(program, one, other));
        (low, high)
    }
}

fn ones_disjoint(program: &Program, a: One, b: One) -> bool {
    match (a, b) {
        (One::Char(c), other) | (other, One::Char(c)) => c < 256 || !program.matches(other, c),
        (One::Set(a), One::Set(b)) => high_disjoint(&program.sets[a as usize].high(), &program.sets[b as usize].high()),
        _ => false,
    }
}

/// A set of instructions: most often a handful.
#[derive(Default)]
struct Seen {
    few: Vec<u32>,
    many: HashSet<u32>,
}

impl Seen {
    fn len(&self) -> usize {
        self.few.len() + self.many.len()
    }

    /// Adds an instruction; false if it was there.
    fn insert(&mut self, pc: u32) -> bool {
        if self.few.contains(&pc) {
            return false;
        }
        if self.few.len() < 32 {
            self.few.push(pc);
            return true;
        }
        self.many.insert(pc)
    }
}

/// What can come first from an instruction on. `cut` says whether the end of an atomic group
/// may be looked through: not where the answer is used to choose a way inside that group.
/// At most `budget` instructions are followed.
pub(super) fn first(program: &Program, pc: u32, budget: usize, cut: bool) -> First {
    let mut first = First::empty();
    let mut pending = vec![pc];
    let mut seen = Seen::default();
    while let Some(pc) = pending.pop() {
        if !seen.insert(pc) {
            continue;
        }
        if seen.len() + pending.len() >= budget {
            first.anything = true;
        }
        if first.anything {
            break;
        }
        match program.ops[pc as usize] {
            Op::Fail => {}
            Op::Char(c) => first.add(program, One::Char(c)),
            Op::NotChar(c) => first.add(program, One::NotChar(c)),
            Op::Any => first.add(program, One::Any),
            Op::AnyAll => first.add(program, One::AnyAll),
            Op::Set(set) => first.add(program, One::Set(set)),
            Op::Text { start, .. } => {
                first.add(program, One::Char(program.text[start as usize]));
            }
            Op::Open(_) | Op::Close(_) | Op::At(_) | Op::LoopStart(_) | Op::AtomicStart(_) => {
                pending.push(pc + 1);
            }
            Op::AtomicEnd(_) if cut => pending.push(pc + 1),
            Op::Jump(target) => pending.push(target),
            Op::Split { first: a, second: b, .. } => pending.extend([a, b]),
            Op::Branch(branch) => {
                pending.extend(&program.branches[branch as usize].alternatives);
            }
            Op::Repeat(repeat) => {
                let repeat = &program.repeats[repeat as usize];
                first.add(program, repeat.one);
                if repeat.min == 0 {
                    pending.push(pc + 1);
                }
            }
            Op::LoopCheck(number) => {
                let this = &program.loops[number as usize];
                pending.extend([this.body, pc + 1]);
            }
            Op::Look(look) => pending.push(program.looks[look as usize].end),
            Op::Conditional { otherwise, .. } => pending.extend([pc + 1, otherwise]),
            Op::Match | Op::AtomicEnd(_) | Op::LookEnd(_) | Op::Backref { .. } => {
                first.anything = true;
            }
        }
    }
    first
}
