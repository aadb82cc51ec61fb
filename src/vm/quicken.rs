//! Specialisation when code is loaded: forms that can be told from the instructions alone.

use crate::bytecode::{Op, Word};

/// Replaces instructions by specialised forms that fall back to the generic ones by themselves.
pub(super) fn prepare(words: &mut [u64]) {
    let mut at = 0;
    while at < words.len() {
        let word = Word(words[at]);
        let Some(op) = Op::from_number(word.op_number()) else { return };
        let next = at + 1 + op.extra_words();
        let quick = match op {
            _ if word.a() != word.b() => None,
            // The release of the old value and the reading of the operand are one.
            Op::INPLACE_ADD => Some(Op::ADD_TO),
            Op::INPLACE_SUB => Some(Op::SUB_TO),
            Op::INPLACE_ADD_IMM if counts(word, words.get(next)) => Some(Op::COUNT_LOOP),
            Op::INPLACE_ADD_IMM => Some(Op::ADD_IMM_TO),
            Op::ADD_IMM => Some(Op::ADD_IMM_SELF),
            _ => None,
        };
        if let Some(quick) = quick {
            words[at] = (words[at] & !0xffff) | quick as u64;
        }
        at = next;
    }
}

/// Whether the next instruction compares the register just counted up, to loop.
fn counts(word: Word, next: Option<&u64>) -> bool {
    let Some(&next) = next else { return false };
    let next = Word(next);
    Op::from_number(next.op_number()) == Some(Op::JUMP_BACK_IF_LT) && next.a() == word.a()
}
