//! Operators of exact ints of which one, or the result, is not immediate.
//!
//! Values of up to 127 bits are computed as machine numbers; an operand that nobody else holds gives its block to such a
//! result.

use crate::base::bigint::{IntRef, Logic};
use crate::heap::Object;
use crate::layout::int::{from_wide, rewrite};
use crate::layout::{self, IntBody};
use crate::object::{BinaryOp, CompareOp, Raised, Result, Runtime};
use crate::types::int;
use crate::vm::site::Site;
use crate::vm::special::which;

/// The int behind an object, if it is exact.
#[inline(always)]
fn exact(object: &Object) -> Option<IntRef<'_>> {
    match object.value().as_int() {
        Some(n) => Some(IntRef::Small(n)),
        None => Some(object.cast_exact::<IntBody>()?.as_int()),
    }
}

/// The int behind an object, if it is exact and has at most 127 bits.
#[inline(always)]
fn short(object: &Object) -> Option<i128> {
    match object.value().as_int() {
        Some(n) => Some(n as i128),
        None => object.cast_exact::<IntBody>()?.short(),
    }
}

#[inline(always)]
fn is_exact(object: &Object) -> bool {
    object.value().is_int() || object.cast_exact::<IntBody>().is_some()
}

/// `a op b`, if the result has at most 127 bits and nothing can go wrong.
#[inline(always)]
fn compute(op: BinaryOp, a: i128, b: i128) -> Option<i128> {
    let as_word = |n: i128| i64::try_from(n).ok();
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Subtract => a.checked_sub(b),
        BinaryOp::Multiply => Some(as_word(a)? as i128 * as_word(b)? as i128),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::RightShift if b >= 0 => Some(a >> b.min(127)),
        BinaryOp::LeftShift if (0..126).contains(&b) && a << b >> b == a => Some(a << b),
        BinaryOp::FloorDivide if b > 0 => Some(a.div_euclid(b)),
        BinaryOp::Remainder if b > 0 => Some(a.rem_euclid(b)),
        _ => None,
    }
    // The magnitude of the lowest number has 128 bits.
    .filter(|&result| result != i128::MIN)
}

/// Whether an instruction, `R[a] = R[b] op R[c]` or one of its kin, is about exact ints.
#[inline(always)]
pub fn concerns(site: Site, which: u16) -> bool {
    (which & which::NONE != 0 || is_exact(site.get(site.b())))
        && (which & which::IMMEDIATE != 0 || is_exact(site.get(site.c())))
}

/// Carries out such an instruction.
#[inline(always)]
pub fn operate(rt: &mut Runtime, site: Site, which: u16) -> Result<()> {
    let number;
    let (left, right) = if which & which::NONE != 0 {
        number = Object::small(site.b_signed());
        (&number, site.get(site.c()))
    } else if which & which::IMMEDIATE != 0 {
        number = Object::small(site.c_signed());
        (site.get(site.b()), &number)
    } else {
        (site.get(site.b()), site.get(site.c()))
    };
    let op = BinaryOp::ALL[(which & 31) as usize];
    let result = match short(left) {
        Some(a) => short(right).and_then(|b| compute(op, a, b)),
        None => None,
    };
    let result = match result {
        Some(n) => match i64::try_from(n).ok().and_then(Object::int) {
            Some(immediate) => immediate,
            None if store(site, which, n) => return Ok(()),
            None => from_wide(&rt.heap, n)?,
        },
        None => match in_blocks(rt, op, left, right) {
            Some(result) => result?,
            None => long_binary(rt, op, which, left, right)?,
        },
    };
    release(site, which);
    site.set(site.a(), result);
    Ok(())
}

/// Sums and logic of ints that lie in blocks of their own, or are immediate.
#[inline(always)]
fn in_blocks(rt: &Runtime, op: BinaryOp, left: &Object, right: &Object) -> Option<Result> {
    let subtract = match op {
        BinaryOp::Subtract => true,
        BinaryOp::Add | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => false,
        _ => return None,
    };
    let mut words = (0, 0);
    let (a_negative, a) = layout::int::parts(left, &mut words.0)?;
    let (b_negative, b) = layout::int::parts(right, &mut words.1)?;
    let logic = match op {
        BinaryOp::And => Logic::And,
        BinaryOp::Or => Logic::Or,
        BinaryOp::Xor => Logic::Xor,
        _ => {
            let differ = a_negative != (b_negative != subtract);
            let make = if differ { layout::int::difference } else { layout::int::sum };
            return Some(make(&rt.heap, a_negative, a, b).map_err(Raised::from));
        }
    };
    if a_negative || b_negative {
        return None;
    }
    Some(layout::int::logic(&rt.heap, logic, a, b).map_err(Raised::from))
}

#[inline(always)]
fn long_binary(rt: &mut Runtime, op: BinaryOp, which: u16, left: &Object, right: &Object) -> Result {
    if let (Some(a), Some(b)) = (exact(left), exact(right)) {
        let result = int::long_binary(rt, op, a, b)?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    if which & which::IN_PLACE != 0 { rt.in_place(op, left, right) } else { rt.binary(op, left, right) }
}

/// The answer to a comparison of exact ints of which one is not immediate; `None` of others, and of very long ones.
#[inline(always)]
pub fn compare(site: Site, which: u16) -> Option<bool> {
    let number;
    let right = if which & which::IMMEDIATE != 0 {
        number = Object::small(site.c_signed());
        &number
    } else {
        site.get(site.c())
    };
    let (a, b) = (exact(site.get(site.b()))?, exact(right)?);
    if a.is_long() && b.is_long() {
        return None;
    }
    Some(CompareOp::ALL[(which & 31) as usize].test(a.compare(b)))
}

/// Releases the operands of a comparison and stores its answer.
#[inline(always)]
pub fn answer(site: Site, which: u16, answer: bool) {
    release(site, which);
    site.set(site.a(), Object::bool(answer));
}

/// Releases the operands that are temps.
#[inline(always)]
fn release(site: Site, which: u16) {
    if which & which::NONE == 0 {
        site.finish(site.b());
    }
    if which & which::IMMEDIATE == 0 {
        site.finish(site.c());
    }
}

/// Stores a result that is not immediate where an operand lies that is given up and that nobody else holds. False if
/// there is none.
#[inline(always)]
fn store(site: Site, which: u16, n: i128) -> bool {
    let dst = site.a();
    let (left, right) = (site.b(), site.c());
    let (has_left, has_right) = (which & which::NONE == 0, which & which::IMMEDIATE == 0);
    if has_left && has_right && left == right {
        return false;
    }
    let is_free = |register: usize| {
        (dst == register || site.is_temp(register))
            && site.get(register).cast_exact::<IntBody>().is_some_and(|n| n.is_unique())
    };
    let (kept, other) = if has_left && is_free(left) {
        (left, has_right.then_some(right))
    } else if has_right && is_free(right) {
        (right, has_left.then_some(left))
    } else {
        return false;
    };
    let mut object = site.take(kept);
    let done = rewrite(&mut object, n);
    if !done {
        site.set(kept, object);
        return false;
    }
    if let Some(other) = other {
        site.finish(other);
    }
    site.set(dst, object);
    true
}
