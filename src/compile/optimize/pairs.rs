//! Two copies into neighbouring temps become one instruction.

use crate::bytecode::Op;
use crate::compile::unit::{NO_LABEL, Unit, is_temp};

pub(super) fn merge_copies(unit: &mut Unit) {
    let mut labelled = vec![false; unit.code.len() + 1];
    for &at in unit.labels.iter().filter(|at| **at != NO_LABEL) {
        labelled[at as usize] = true;
    }
    let mut last: Option<usize> = None;
    let mut crossed = false;
    for (index, &labelled) in labelled.iter().enumerate().take(unit.code.len()) {
        crossed |= labelled;
        let inst = unit.code[index];
        if inst.dead {
            continue;
        }
        if let Some(first) = last.filter(|_| !crossed)
            && inst.op == Op::COPY
            && unit.code[first].op == Op::COPY
            && is_temp(inst.a)
            && inst.a == unit.code[first].a + 1
            && inst.b != unit.code[first].a
            && inst.handler == unit.code[first].handler
        {
            let (a, b) = (unit.code[first].a, unit.code[first].b);
            unit.code[first].op = Op::COPY_PAIR;
            (unit.code[first].a, unit.code[first].b, unit.code[first].c) = (a, b, inst.b);
            unit.code[index].dead = true;
            continue;
        }
        last = Some(index);
        crossed = false;
    }
}
