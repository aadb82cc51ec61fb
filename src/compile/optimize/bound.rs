//! Which locals are bound where: drops `CHECK_LOCAL`s that cannot fail and `RELEASE`s of hidden
//! locals that hold nothing.
//!
//! A forward analysis over the instructions, with two sets of locals for each place that is
//! jumped to: those bound on every path, and those bound on some.

use std::collections::BTreeSet;

use crate::bytecode::{Constant, LocalKind, Op, Operand};
use crate::compile::unit::{Inst, NO_HANDLER, NO_LABEL, Unit};

/// A set of locals.
trait Set: Clone + PartialEq {
    /// No local of so many words of 64.
    fn none(words: usize) -> Self;
    fn words(&self) -> &[u64];
    fn words_mut(&mut self) -> &mut [u64];
}

/// Nearly all code has at most 64 locals: its sets are copied without allocation.
impl Set for u64 {
    fn none(_: usize) -> u64 {
        0
    }

    fn words(&self) -> &[u64] {
        std::slice::from_ref(self)
    }

    fn words_mut(&mut self) -> &mut [u64] {
        std::slice::from_mut(self)
    }
}

impl Set for Vec<u64> {
    fn none(words: usize) -> Vec<u64> {
        vec![0; words]
    }

    fn words(&self) -> &[u64] {
        self
    }

    fn words_mut(&mut self) -> &mut [u64] {
        self
    }
}

/// What is known of the locals at a place.
#[derive(Clone, PartialEq)]
struct State<S> {
    /// Bound on every path.
    always: S,
    /// Bound on some path.
    maybe: S,
}

impl<S: Set> State<S> {
    fn has(set: &S, local: u32) -> bool {
        set.words()[local as usize / 64] >> (local % 64) & 1 != 0
    }

    fn set(&mut self, local: u32, bound: bool) {
        let bit = 1 << (local % 64);
        for set in [&mut self.always, &mut self.maybe] {
            let word = &mut set.words_mut()[local as usize / 64];
            *word = if bound { *word | bit } else { *word & !bit };
        }
    }

    /// Takes in another path; tells whether anything changed.
    fn join(&mut self, other: &State<S>) -> bool {
        let mut changed = false;
        for (word, other) in self.always.words_mut().iter_mut().zip(other.always.words()) {
            changed |= *word & other != *word;
            *word &= other;
        }
        for (word, other) in self.maybe.words_mut().iter_mut().zip(other.maybe.words()) {
            changed |= *word | other != *word;
            *word |= other;
        }
        changed
    }
}

pub(super) fn drop_needless_checks(unit: &mut Unit) {
    let interesting = |inst: &Inst| {
        !inst.dead && (inst.op == Op::CHECK_LOCAL || inst.op == Op::RELEASE && (inst.a as usize) < unit.locals.len())
    };
    if !unit.code.iter().any(interesting) {
        return;
    }
    match unit.locals.len() {
        ..=64 => drop_checks::<u64>(unit),
        _ => drop_checks::<Vec<u64>>(unit),
    }
}

fn drop_checks<S: Set>(unit: &mut Unit) {
    let states = analyze::<S>(unit);
    let mut state: Option<State<S>> = None;
    for (index, at) in states.into_iter().take(unit.code.len()).enumerate() {
        if at.is_some() {
            state = at;
        }
        let inst = unit.code[index];
        let Some(now) = &mut state else { continue };
        if !inst.dead {
            if inst.op == Op::CHECK_LOCAL && State::has(&now.always, inst.a)
                || inst.op == Op::RELEASE && (inst.a as usize) < unit.locals.len() && !State::has(&now.maybe, inst.a)
            {
                unit.code[index].dead = true;
            }
            effect(&inst, now, unit.locals.len() as u32, &unit.constants.list);
            if inst.op.info().ends {
                state = None;
            }
        }
    }
}

/// The states at the start and at every place that something jumps to; none elsewhere.
fn analyze<S: Set>(unit: &Unit) -> Vec<Option<State<S>>> {
    let words = unit.locals.len().div_ceil(64);
    let mut entry: State<S> = State { always: S::none(words), maybe: S::none(words) };
    for local in 0..unit.parameters() {
        entry.set(local, true);
    }
    if unit.locals.first().is_some_and(|local| local.kind == LocalKind::Internal && !unit.is_function_like()) {
        entry.set(0, true);
    }
    let mut joins = vec![false; unit.code.len() + 1];
    for &label in unit.labels.iter().filter(|label| **label != NO_LABEL) {
        joins[label as usize] = true;
    }
    let mut states: Vec<Option<State<S>>> = vec![None; unit.code.len() + 1];
    states[0] = Some(entry);
    // The earliest place first: most paths lead forward, so that few places are visited twice.
    let mut waiting = BTreeSet::from([0]);
    let count = unit.locals.len() as u32;
    let reach = |states: &mut Vec<Option<State<S>>>, waiting: &mut BTreeSet<usize>, at: usize, state: &State<S>| {
        let changed = match &mut states[at] {
            Some(kept) => kept.join(state),
            none => {
                *none = Some(state.clone());
                true
            }
        };
        if changed {
            waiting.insert(at);
        }
    };
    while let Some(start) = waiting.pop_first() {
        let Some(mut state) = states[start].clone() else { continue };
        let mut at = start;
        let mut reported = NO_HANDLER;
        while at < unit.code.len() {
            let inst = unit.code[at];
            if inst.dead {
                at += 1;
                if joins[at] {
                    reach(&mut states, &mut waiting, at, &state);
                    break;
                }
                continue;
            }
            let mut changes = inst.handler != reported;
            let before = changes.then(|| state.clone());
            reported = inst.handler;
            let unjumped = (inst.target != NO_LABEL).then(|| state.clone());
            let previous = (inst.handler != NO_HANDLER && writes_local(&inst, count)).then(|| state.clone());
            effect(&inst, &mut state, count, &unit.constants.list);
            if inst.handler != NO_HANDLER {
                let handler = unit.labels[unit.protections[inst.handler as usize].target.0 as usize] as usize;
                if let Some(before) = &before {
                    reach(&mut states, &mut waiting, handler, before);
                }
                if let Some(previous) = previous {
                    changes = previous != state;
                    if changes {
                        reach(&mut states, &mut waiting, handler, &state);
                    }
                }
            }
            if let Some(mut jumped) = unjumped {
                let target = unit.labels[inst.target as usize] as usize;
                jump_effect(&inst, &mut jumped, count);
                reach(&mut states, &mut waiting, target, &jumped);
            }
            if inst.op.info().ends {
                break;
            }
            at += 1;
            if joins[at] {
                reach(&mut states, &mut waiting, at, &state);
                break;
            }
        }
    }
    states
}

fn fields(inst: &Inst) -> [(Operand, u32); 3] {
    let kinds = inst.op.info().operands;
    [(kinds[0], inst.a), (kinds[1], inst.b), (kinds[2], inst.c)]
}

fn writes_local(inst: &Inst, locals: u32) -> bool {
    fields(inst).iter().any(|&(kind, register)| {
        register < locals
            && matches!(kind, Operand::Dst | Operand::Checked | Operand::NewCell | Operand::Drop | Operand::OutItems)
    })
}

/// What an instruction does to locals when it goes on.
fn effect<S: Set>(inst: &Inst, state: &mut State<S>, locals: u32, constants: &[Constant]) {
    for (kind, register) in fields(inst) {
        if register >= locals {
            continue;
        }
        match kind {
            Operand::Dst | Operand::Checked | Operand::NewCell => state.set(register, true),
            Operand::Drop => state.set(register, false),
            Operand::OutItems => {
                let count = items(inst, constants);
                (register..register + count).for_each(|register| state.set(register, true));
            }
            _ => {}
        }
    }
}

/// What is different when it jumps.
fn jump_effect<S: Set>(inst: &Inst, state: &mut State<S>, locals: u32) {
    for (kind, register) in fields(inst) {
        if kind == Operand::DstOnJump && register < locals {
            state.set(register, true);
        }
    }
}

/// How many registers an `OutItems` window has.
fn items(inst: &Inst, constants: &[Constant]) -> u32 {
    match inst.op {
        Op::UNPACK_SEQUENCE | Op::MATCH_SEQUENCE => inst.c,
        Op::UNPACK_EX => inst.c + 1 + inst.extra as u32,
        Op::MATCH_KEYS => inst.extra as u32,
        Op::MATCH_CLASS => match constants.get(inst.extra as u32 as usize) {
            Some(Constant::Tuple(names)) => (inst.extra >> 32) as u32 + names.len() as u32,
            _ => 0,
        },
        _ => 0,
    }
}
