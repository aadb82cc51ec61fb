//! Specialisation when code is loaded: forms that can be told from the instructions alone.

use super::site::Site;
use crate::base::watch::{Pace, Watch};
use crate::bytecode::{Op, Word};
use crate::heap::Object;
use crate::object::Runtime;

/// Replaces instructions by specialised forms that fall back to the generic ones by themselves.
pub(super) fn prepare(words: &mut [u64], local_count: u16, watch: Watch<'_>) {
    let mut at = 0;
    let mut pace = Pace::default();
    while at < words.len() {
        if pace.look(at, watch).is_err() {
            return;
        }
        let word = Word(words[at]);
        let Some(op) = Op::from_number(word.op_number()) else { return };
        let next = at + 1 + op.extra_words();
        let quick = match op {
            _ if word.a() >= local_count && to_temp(op).is_some() => to_temp(op),
            _ if word.a() != word.b() => None,
            // The release of the old value and the reading of the operand are one.
            Op::INPLACE_ADD if let Some(quick) = add_count_loop(word, words.get(next..)) => {
                words[at] = quick;
                None
            }
            Op::INPLACE_ADD => Some(Op::ADD_TO),
            Op::INPLACE_SUB => Some(Op::SUB_TO),
            Op::INPLACE_ADD_IMM if let Some(quick) = count_loop(word, words.get(next..)) => {
                words[at] = quick;
                None
            }
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
    } else if site.is_temp(from) {
        None
    } else {
        let next = following(site);
        let is_row = matches!(next.op(), Some(Op::LOAD_SUBSCR | Op::LOAD_SUBSCR_LIST_SELF));
        let is_two = is_row && next.a() == to && next.b() == to;
        Some(if is_two { Op::LOAD_SUBSCR_LIST_TWO } else { Op::LOAD_SUBSCR_LIST })
    }
}

/// The form of MUL_TEMP for floats.
pub(super) fn float_product(site: Site) -> Op {
    let next = following(site);
    if (next.b() == site.a()) == (next.c() == site.a()) {
        return Op::MUL_FLOAT;
    }
    match next.op() {
        Some(Op::ADD | Op::ADD_TEMP | Op::ADD_FLOAT | Op::ADD_TO) => Op::MUL_FLOAT_ADD,
        Some(Op::SUB | Op::SUB_TEMP | Op::SUB_FLOAT | Op::SUB_TO) => Op::MUL_FLOAT_SUB,
        _ => Op::MUL_FLOAT,
    }
}

/// The instruction behind one of a single word with which the code cannot end (V3).
fn following(site: Site) -> Site {
    Site { pc: site.pc.wrapping_add(1), ..site }
}

/// Makes LOAD_GLOBAL_LEN of an instruction that has found `value`, if that is the built-in `len` and what follows is its
/// call with a local.
pub(super) fn fuse_len(rt: &Runtime, site: Site, value: &Object) {
    let (copy, call) = (Site { pc: site.pc.wrapping_add(3), ..site }, Site { pc: site.pc.wrapping_add(4), ..site });
    // The code does not end here: V3.
    if copy.op() == Some(Op::COPY_TEMP)
        && copy.a() == site.a() + 4
        && !site.is_temp(copy.b())
        && matches!(call.op(), Some(Op::CALL | Op::CALL_LEN))
        && (call.b(), call.c()) == (site.a(), 1)
        && let Some(def) = super::call::builtin_len(rt, value)
    {
        call.set_extra(0, def);
        call.set_op(Op::CALL_LEN);
        site.set_op(Op::LOAD_GLOBAL_LEN);
    }
}

/// COUNT_LOOP for a counter's step, if the next instruction compares the counter, to loop. The fields that are not
/// needed as they are hold what the loop would compute of them: b the distance of the jump from this instruction, c four
/// times the step.
fn count_loop(word: Word, rest: Option<&[u64]>) -> Option<u64> {
    let &[jump, distance, ..] = rest? else { return None };
    if Op::from_number(Word(jump).op_number()) != Some(Op::JUMP_BACK_IF_LT) || Word(jump).a() != word.a() {
        return None;
    }
    // From behind the jump's two words.
    let distance = i16::try_from(distance as i32 as i64 + 3).ok()?;
    let step = (word.c() as i16).checked_mul(4)?;
    Some(fields(Op::COUNT_LOOP, word.a(), distance as u16, step as u16))
}

/// Puts the instruction back of which `count_loop` made the one at the site, and one before that relied on it.
#[cold]
#[inline(never)]
pub(super) fn uncount(site: Site) {
    // SAFETY: V3: the words from the entry on are whole instructions, one of which is the site's.
    unsafe {
        let mut at = (site.code().entry as *mut u64).cast_const();
        while at < site.pc {
            let Some(op) = Op::from_number(Word(*at).op_number()) else { break };
            let next = at.add(1 + op.extra_words());
            if op == Op::ADD_COUNT_LOOP && next == site.pc {
                part(Site { pc: at, ..site });
            }
            at = next;
        }
        let word = Word(*site.pc);
        let step = (word.c() as i16) >> 2;
        *site.pc.cast_mut() = fields(Op::INPLACE_ADD_IMM, word.a(), word.a(), step as u16);
    }
}

/// ADD_COUNT_LOOP for a sum, if a COUNT_LOOP of another register follows. Field b holds the distance of its jump from
/// this instruction.
fn add_count_loop(word: Word, rest: Option<&[u64]>) -> Option<u64> {
    let [next, rest @ ..] = rest? else { return None };
    let next = Word(*next);
    if Op::from_number(next.op_number()) != Some(Op::INPLACE_ADD_IMM) || next.a() != next.b() || next.a() == word.a() {
        return None;
    }
    let distance = (Word(count_loop(next, Some(rest))?).b() as i16).checked_add(1)?;
    Some(fields(Op::ADD_COUNT_LOOP, word.a(), distance as u16, word.c()))
}

/// Makes the ADD_COUNT_LOOP at the site an ADD_TO.
#[cold]
#[inline(never)]
pub(super) fn part(site: Site) {
    let word = site.word();
    // SAFETY: V3: another form of the same instruction.
    unsafe { *site.pc.cast_mut() = fields(Op::ADD_TO, word.a(), word.a(), word.c()) };
}

fn fields(op: Op, a: u16, b: u16, c: u16) -> u64 {
    op as u64 | (a as u64) << 16 | (b as u64) << 32 | (c as u64) << 48
}
