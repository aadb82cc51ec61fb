//! What can be told about a program in advance: where a match may begin, which alternatives a
//! character allows, which repeats never give anything back.

use super::first::{First, first};
use super::program::{Follow, Guard, Op, Position, Program, Start};
use super::syntax::MAX_REPEAT;
use crate::base::watch::{Stopped, Watch, look};
use std::collections::HashMap;

/// How many instructions are followed to see what can come first: for one choice, and for the
/// start of the whole pattern.
const NEAR: usize = 64;
const FAR: usize = 10_000;

/// Fills in guards, dispatch tables, follow sets and the start. `context_free` says that no
/// instruction looks at captures.
pub(super) fn optimize(program: &mut Program, context_free: bool, watch: Watch<'_>) -> Result<(), Stopped> {
    for pc in 0..program.ops.len() as u32 {
        // Some take long.
        if pc & 0xff == 0 {
            look(watch)?;
        }
        match program.ops[pc as usize] {
            Op::Repeat(number) => follow(program, pc, number as usize),
            Op::Branch(number) => dispatch(program, number as usize),
            Op::Split { first, second, .. } => guard(program, pc as usize, first, second),
            _ => {}
        }
    }
    program.start = start(program);
    if context_free {
        program.lead = lead(program);
    }
    Ok(())
}

fn follow(program: &mut Program, pc: u32, number: usize) {
    let next = first(program, pc + 1, NEAR, false);
    if next.anything {
        return;
    }
    let (low, all) = next.disjoint(program, program.repeats[number].one);
    let members: Vec<u32> = (0..256).filter(|&c| next.low[c as usize]).collect();
    let high = next.has_high();
    let repeat = &mut program.repeats[number];
    repeat.commit_low = low;
    repeat.commit = all;
    repeat.follow = match members[..] {
        [c] if !high => Follow::Char(c),
        _ => Follow::Table(next.low, high),
    };
}

/// Beyond this many alternatives the tables cost more than they save.
const MOST_ALTERNATIVES: usize = 2000;

fn dispatch(program: &mut Program, number: usize) {
    let alternatives = program.branches[number].alternatives.clone();
    if alternatives.len() > MOST_ALTERNATIVES {
        let list = program.lists.len() as u32;
        program.lists.push(alternatives.into());
        let branch = &mut program.branches[number];
        branch.low.fill(list);
        (branch.high, branch.end) = (list, list);
        return;
    }
    let firsts: Vec<First> = alternatives.iter().map(|&pc| first(program, pc, NEAR, false)).collect();
    // Most characters share a list with many others: a list is known by the bits of its
    // alternatives, or by itself if they are too many.
    let mut few: Vec<(u64, u32)> = Vec::new();
    let mut many: HashMap<Vec<u32>, u32> = HashMap::new();
    let lists = &mut program.lists;
    let mut list_of = |allow: &dyn Fn(&First) -> bool| {
        let allowed = |index: usize| allow(&firsts[index]);
        let chosen = || (0..alternatives.len()).filter(|&index| allowed(index));
        let mut add = || {
            lists.push(chosen().map(|index| alternatives[index]).collect());
            lists.len() as u32 - 1
        };
        if alternatives.len() > 64 {
            let key = chosen().map(|index| index as u32).collect();
            return *many.entry(key).or_insert_with(add);
        }
        let bits = chosen().fold(0, |bits, index| bits | 1 << index);
        match few.iter().find(|&&(key, _)| key == bits) {
            Some(&(_, list)) => list,
            None => {
                let list = add();
                few.push((bits, list));
                list
            }
        }
    };
    let branch = &mut program.branches[number];
    for c in 0..=255u8 {
        branch.low[usize::from(c)] = list_of(&|first| first.allows(c));
    }
    branch.high = list_of(&First::has_high);
    branch.end = list_of(&|first| first.anything);
}

fn guard(program: &mut Program, pc: usize, a: u32, b: u32) {
    let (a, b) = (first(program, a, NEAR, false), first(program, b, NEAR, false));
    if a.anything && b.anything {
        return;
    }
    let both = |a: bool, b: bool| u8::from(a) | u8::from(b) << 1;
    let mut low = Box::new([0; 256]);
    for c in 0..=255u8 {
        low[usize::from(c)] = both(a.allows(c), b.allows(c));
    }
    program.guards.push(Guard { low, high: both(a.has_high(), b.has_high()), end: both(a.anything, b.anything) });
    if let Op::Split { guard, .. } = &mut program.ops[pc] {
        *guard = program.guards.len() as u32 - 1;
    }
}

/// A search looks for so many of the characters that a match begins with.
const MOST_PREFIX: usize = 1 << 22;

fn start(program: &Program) -> Start {
    let mut text: Vec<u32> = Vec::new();
    let (mut resume, mut skip) = (0, 0);
    let mut only_text = true;
    for (pc, op) in program.ops.iter().enumerate() {
        match *op {
            Op::Char(c) if text.len() < MOST_PREFIX => text.push(c),
            Op::Text { start, len } if text.len() + len as usize > MOST_PREFIX => {
                text.extend(&program.text[start as usize..][..MOST_PREFIX - text.len()]);
                break;
            }
            Op::Text { start, len } => {
                text.extend(&program.text[start as usize..(start + len) as usize]);
            }
            Op::Open(_) => {
                only_text = false;
                continue;
            }
            Op::At(Position::StringStart) if text.is_empty() => return Start::Anchored,
            Op::At(Position::LineStart) if text.is_empty() => return Start::AfterBreak,
            _ => break,
        }
        if only_text {
            resume = pc as u32 + 1;
            skip = text.len() as u32;
        }
    }
    if !text.is_empty() {
        let bytes: Option<Vec<u8>> = text.iter().map(|&c| u8::try_from(c).ok()).collect();
        let finder = bytes.map(|bytes| Box::new(memchr::memmem::Finder::new(&bytes).into_owned()));
        return Start::Prefix { text, finder, resume, skip };
    }
    let first = first(program, 0, FAR, true);
    if first.anything {
        return Start::Anywhere;
    }
    let members: Vec<u8> = (0..=255).filter(|&c| first.allows(c)).collect();
    if members.len() == 256 {
        return Start::Anywhere;
    }
    Start::Set { high: first.has_high(), few: (members.len() <= 3).then_some(members), low: first.low }
}

fn lead(program: &Program) -> Option<u32> {
    let pc = program.ops.iter().position(|op| !matches!(op, Op::Open(_)))?;
    match program.ops[pc] {
        Op::Repeat(number) => {
            let repeat = &program.repeats[number as usize];
            (repeat.max == MAX_REPEAT).then_some(pc as u32)
        }
        _ => None,
    }
}
