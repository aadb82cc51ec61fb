//! Unreachable code and jumps to jumps.

use crate::bytecode::Op;
use crate::compile::expressions::{loop_edge, opposite};
use crate::compile::unit::{NO_HANDLER, NO_LABEL, Unit, is_temp};

/// Finds the first live instruction at or after an index, however many dead ones lie between.
struct Live {
    /// For each index the first instruction from there on that was live when it was last asked after; the number of
    /// instructions if there is none.
    next: Vec<u32>,
}

impl Live {
    fn new(unit: &Unit) -> Live {
        let count = unit.code.len() as u32;
        let mut next = vec![count; unit.code.len() + 1];
        for at in (0..unit.code.len()).rev() {
            next[at] = if unit.code[at].dead { next[at + 1] } else { at as u32 };
        }
        Live { next }
    }

    /// The first live instruction at or after an index.
    fn at(&mut self, unit: &Unit, index: u32) -> Option<usize> {
        let mut at = self.next[index as usize];
        while (at as usize) < unit.code.len() && unit.code[at as usize].dead {
            at = self.next[at as usize + 1];
        }
        self.next[index as usize] = at;
        ((at as usize) < unit.code.len()).then_some(at as usize)
    }
}

/// A jump to a jump goes to its target at once; a jump to a short return becomes that return.
pub(super) fn thread(unit: &mut Unit) {
    let mut live = Live::new(unit);
    for index in 0..unit.code.len() {
        let mut target = unit.code[index].target;
        if target == NO_LABEL {
            continue;
        }
        // A cycle of jumps is an endless loop; a bounded number of steps suffices.
        for _ in 0..16 {
            let Some(at) = live.at(unit, unit.labels[target as usize]) else { break };
            let next = unit.code[at];
            if next.op != Op::JUMP || next.target == target || at == index {
                break;
            }
            // What jumps back must stay a loop edge: only forward jumps are followed.
            if unit.labels[next.target as usize] <= index as u32 {
                break;
            }
            target = next.target;
        }
        unit.code[index].target = target;
        if unit.code[index].op == Op::JUMP
            && let Some(at) = live.at(unit, unit.labels[target as usize])
        {
            let next = unit.code[at];
            let returns = matches!(next.op, Op::RETURN_NONE | Op::RETURN_CONST)
                || next.op == Op::RETURN_VALUE && !is_temp(next.a);
            if returns && next.handler == unit.code[index].handler {
                unit.code[index] = next;
            }
        }
    }
}

/// Marks what no path reaches as dead.
pub(super) fn drop_unreachable(unit: &mut Unit) {
    let mut reached = vec![false; unit.code.len()];
    let mut handlers = vec![false; unit.protections.len()];
    let mut waiting = vec![0];
    while let Some(start) = waiting.pop() {
        let mut at: usize = start;
        while at < unit.code.len() && !reached[at] {
            reached[at] = true;
            let inst = unit.code[at];
            if inst.target != NO_LABEL {
                waiting.push(unit.labels[inst.target as usize] as usize);
            }
            if inst.handler != NO_HANDLER && !handlers[inst.handler as usize] {
                handlers[inst.handler as usize] = true;
                let target = unit.protections[inst.handler as usize].target;
                waiting.push(unit.labels[target.0 as usize] as usize);
            }
            if inst.op.info().ends && !inst.dead {
                break;
            }
            at += 1;
        }
    }
    for (inst, reached) in unit.code.iter_mut().zip(reached) {
        inst.dead |= !reached;
    }
}

/// A conditional jump over an unconditional one becomes the opposite jump to its target.
pub(super) fn invert_over_jumps(unit: &mut Unit) {
    let mut labelled = vec![false; unit.code.len() + 1];
    for &at in unit.labels.iter().filter(|at| **at != NO_LABEL) {
        labelled[at as usize] = true;
    }
    let mut live = Live::new(unit);
    for index in 0..unit.code.len() {
        let inst = unit.code[index];
        if inst.dead || inst.target == NO_LABEL {
            continue;
        }
        let Some(opposite) = opposite(inst.op) else { continue };
        let Some(next) = live.at(unit, index as u32 + 1) else { continue };
        if labelled[index + 1..=next].iter().any(|labelled| *labelled) {
            continue;
        }
        let jump = unit.code[next];
        let past = live.at(unit, unit.labels[inst.target as usize]);
        if past.is_none() || past != live.at(unit, next as u32 + 1) {
            continue;
        }
        let op = match jump.op {
            Op::JUMP if unit.labels[jump.target as usize] > index as u32 => opposite,
            Op::JUMP_BACK => match loop_edge(opposite) {
                Some(edge) => edge,
                None => continue,
            },
            _ => continue,
        };
        unit.code[index].op = op;
        unit.code[index].target = jump.target;
        unit.code[next].dead = true;
    }
}

/// Drops jumps that lead to the next live instruction.
pub(super) fn drop_jumps_to_next(unit: &mut Unit) {
    let mut live = Live::new(unit);
    for index in (0..unit.code.len()).rev() {
        let inst = unit.code[index];
        if inst.dead || inst.op != Op::JUMP {
            continue;
        }
        let target = unit.labels[inst.target as usize];
        if target > index as u32 && live.at(unit, target) == live.at(unit, index as u32 + 1) {
            unit.code[index].dead = true;
        }
    }
}
