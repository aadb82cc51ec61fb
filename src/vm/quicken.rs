//! Specialisation when code is loaded: forms that can be told from the instructions alone.

use super::site::Site;
use crate::bytecode::{Op, Word};

/// Replaces instructions by specialised forms that fall back to the generic ones by themselves.
pub(super) fn prepare(words: &mut [u64], local_count: u16) {
    let mut at = 0;
    while at < words.len() {
        let word = Word(words[at]);
        let Some(op) = Op::from_number(word.op_number()) else { return };
        let next = at + 1 + op.extra_words();
        let quick = match op {
            _ if word.a() >= local_count && to_temp(op).is_some() => to_temp(op),
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

/// The form for a result that goes to a temp.
fn to_temp(op: Op) -> Option<Op> {
    Some(match op {
        Op::COPY => Op::COPY_TEMP,
        Op::LOAD_CONST => Op::LOAD_CONST_TEMP,
        Op::LOAD_INT => Op::LOAD_INT_TEMP,
        Op::LOAD_FREE => Op::LOAD_FREE_TEMP,
        Op::ADD => Op::ADD_TEMP,
        Op::SUB => Op::SUB_TEMP,
        Op::MUL => Op::MUL_TEMP,
        Op::MOD => Op::MOD_TEMP,
        Op::FLOORDIV => Op::FLOORDIV_TEMP,
        Op::AND => Op::AND_TEMP,
        Op::OR => Op::OR_TEMP,
        Op::XOR => Op::XOR_TEMP,
        Op::ADD_IMM => Op::ADD_IMM_TEMP,
        Op::SUB_IMM => Op::SUB_IMM_TEMP,
        Op::MUL_IMM => Op::MUL_IMM_TEMP,
        Op::FLOORDIV_IMM => Op::FLOORDIV_IMM_TEMP,
        Op::MOD_IMM => Op::MOD_IMM_TEMP,
        Op::RSHIFT_IMM => Op::RSHIFT_IMM_TEMP,
        Op::AND_IMM => Op::AND_IMM_TEMP,
        _ => return None,
    })
}

/// The form of LOAD_SUBSCR for a list and an int, if the result goes to a temp.
pub(super) fn list_item(site: Site) -> Option<Op> {
    let (to, from) = (site.a(), site.b());
    if !site.is_temp(to) {
        None
    } else if to == from {
        Some(Op::LOAD_SUBSCR_LIST_SELF)
    } else if !site.is_temp(from) {
        Some(Op::LOAD_SUBSCR_LIST)
    } else {
        None
    }
}

/// Whether the next instruction compares the register just counted up, to loop.
fn counts(word: Word, next: Option<&u64>) -> bool {
    let Some(&next) = next else { return false };
    let next = Word(next);
    Op::from_number(next.op_number()) == Some(Op::JUMP_BACK_IF_LT) && next.a() == word.a()
}
