//! Sums, differences and logic of ints whose words lie in their own blocks, written at once where the result will lie.

use std::cmp::Ordering;
use std::mem::MaybeUninit;

use super::{INLINE_MAX, IntBody, LARGE, LENGTH_SHIFT, NEGATIVE, shorter};
use crate::base::bigint::{Logic, compare_magnitudes, sum_length};
use crate::heap::{Allocator, Object, OutOfMemory, ShapeId};

/// Sign and magnitude of an exact int; the word of an immediate one goes to `scratch`. `None` of other objects, and of
/// ints that have a buffer or fill the largest block. The highest word is not 0 but for zero itself, which has one word.
#[inline(always)]
pub fn parts<'a>(object: &'a Object, scratch: &'a mut u64) -> Option<(bool, &'a [u64])> {
    if let Some(n) = object.value().as_int() {
        *scratch = n.unsigned_abs();
        return Some((n < 0, std::slice::from_ref(scratch)));
    }
    let body = object.cast_exact::<IntBody>()?.frozen();
    if body.meta & LARGE != 0 || body.len() == INLINE_MAX {
        return None;
    }
    // SAFETY: an exact int without a buffer has `len` words in its block, which never change.
    let words = unsafe { std::slice::from_raw_parts(&raw const body.word, body.len()) };
    Some((body.meta & NEGATIVE != 0, words))
}

/// The sum of two `parts` of one sign.
#[inline(never)]
pub fn sum(heap: &Allocator, negative: bool, a: &[u64], b: &[u64]) -> Result<Object, OutOfMemory> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let room = sum_length(long, short);
    // SAFETY: as many words as `long` has are written, and one more if there is room for it.
    unsafe {
        written(heap, negative, room, |target| {
            let carry = fold(target, long, short, u64::carrying_add);
            if let Some(top) = target.get_mut(long.len()) {
                top.write(carry.into());
            }
        })
    }
}

/// The sum of two `parts` of which `negative` is the sign of `a`, and `b` has the other one.
#[inline(never)]
pub fn difference(heap: &Allocator, negative: bool, a: &[u64], b: &[u64]) -> Result<Object, OutOfMemory> {
    let (negative, long, short) = match compare_magnitudes(a, b) {
        Ordering::Greater => (negative, a, b),
        Ordering::Less => (!negative, b, a),
        Ordering::Equal => return Ok(Object::small(0)),
    };
    // SAFETY: as many words as `long` has are written: all.
    unsafe { written(heap, negative, long.len(), |target| _ = fold(target, long, short, u64::borrowing_sub)) }
}

/// Logic of two `parts` that are not below zero.
#[inline(never)]
pub fn logic(heap: &Allocator, op: Logic, a: &[u64], b: &[u64]) -> Result<Object, OutOfMemory> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    // SAFETY: as many words as `short` has, or `long`, are written: all.
    unsafe {
        match op {
            Logic::And => {
                written(heap, false, short.len(), |target| _ = fold(target, short, long, |a, b, _| (a & b, false)))
            }
            Logic::Or => {
                written(heap, false, long.len(), |target| _ = fold(target, long, short, |a, b, _| (a | b, false)))
            }
            Logic::Xor => {
                written(heap, false, long.len(), |target| _ = fold(target, long, short, |a, b, _| (a ^ b, false)))
            }
        }
    }
}

/// Writes `step(a, b)` word by word for all words of `a`, with those that `b` lacks 0; the carry that `step` hands on. A
/// plain loop: the numbers are short.
#[inline(always)]
fn fold(target: &mut [MaybeUninit<u64>], a: &[u64], b: &[u64], step: impl Fn(u64, u64, bool) -> (u64, bool)) -> bool {
    let common = a.len().min(b.len());
    let (target, mut carry) = (&mut target[..a.len()], false);
    let mut i = 0;
    while i < common {
        let word;
        (word, carry) = step(a[i], b[i], carry);
        target[i].write(word);
        i += 1;
    }
    while i < a.len() {
        let word;
        (word, carry) = step(a[i], 0, carry);
        target[i].write(word);
        i += 1;
    }
    carry
}

/// The int whose magnitude `write` writes. Its highest words may become 0.
///
/// # Safety
/// `write` writes all words of its target, of which there are `1..=INLINE_MAX`.
#[inline(always)]
unsafe fn written(
    heap: &Allocator,
    negative: bool,
    room: usize,
    write: impl FnOnce(&mut [MaybeUninit<u64>]),
) -> Result<Object, OutOfMemory> {
    let mut length = 0;
    // SAFETY: meta and all words are written; there is at least one word, so the fixed body lies in the block.
    let int = unsafe {
        heap.alloc_sized::<IntBody>(ShapeId::INT, 8 + 8 * room, |body| {
            let words = &raw mut (*body).word;
            write(std::slice::from_raw_parts_mut(words.cast::<MaybeUninit<u64>>(), room));
            let words = std::slice::from_raw_parts(words, room);
            length = words.iter().rposition(|&word| word != 0).map_or(0, |top| top + 1);
            (&raw mut (*body).meta).write((length as u64) << LENGTH_SHIFT | u64::from(negative));
        })?
    };
    // Small results, and those much shorter than was thought, go elsewhere.
    if length < 2 || length + 1 < room { shorter(heap, &int) } else { Ok(int.into()) }
}
