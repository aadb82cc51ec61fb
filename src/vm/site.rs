//! What an operation outside the loop sees: the frame, the instruction, its operands.

use super::frame::Frame;
use crate::bytecode::Word;
use crate::heap::{Header, Object, Value};
use crate::object::{CodeBody, Result, Runtime};

/// An instruction being executed. Its registers do not change while it runs, but by itself (V6).
#[derive(Clone, Copy)]
pub(super) struct Site {
    pub base: *mut Value,
    /// The instruction's first word.
    pub pc: *const u64,
}

/// A cold operation.
pub(super) type Cold = fn(&mut Runtime, Site) -> Result<()>;
/// A cold operation that answers whether to jump.
pub(super) type ColdTest = fn(&mut Runtime, Site) -> Result<bool>;

impl Site {
    /// The instruction.
    #[inline(always)]
    pub fn word(self) -> Word {
        // SAFETY: V3: `pc` points to an instruction of the frame's code.
        Word(unsafe { *self.pc })
    }

    #[inline(always)]
    pub fn a(self) -> usize {
        self.word().a() as usize
    }

    #[inline(always)]
    pub fn b(self) -> usize {
        self.word().b() as usize
    }

    #[inline(always)]
    pub fn c(self) -> usize {
        self.word().c() as usize
    }

    #[inline(always)]
    pub fn bc(self) -> usize {
        self.word().bc() as usize
    }

    /// Operand `c` as a signed number.
    pub fn c_signed(self) -> i32 {
        self.word().c() as i16 as i32
    }

    /// Operand `b` as a signed number.
    pub fn b_signed(self) -> i32 {
        self.word().b() as i16 as i32
    }

    /// The opcode.
    pub fn op(self) -> Option<crate::bytecode::Op> {
        crate::bytecode::Op::from_number(self.word().op_number())
    }

    /// An extra word, from 0.
    #[inline(always)]
    pub fn extra(self, index: usize) -> u64 {
        // SAFETY: V3: the verifier has seen the extra words of every instruction.
        unsafe { *self.pc.add(1 + index) }
    }

    /// Writes an extra word: a cache.
    pub fn set_extra(self, index: usize, word: u64) {
        // SAFETY: V3: the words are this interpreter's own and are written only here and in `set_op`, by the thread
        // that runs it.
        unsafe { *self.pc.add(1 + index).cast_mut() = word };
    }

    /// Replaces the opcode.
    pub fn set_op(self, op: crate::bytecode::Op) {
        // SAFETY: as for `set_extra`.
        unsafe {
            let at = self.pc.cast_mut();
            *at = (*at & !0xffff) | op as u64;
        }
    }

    pub fn frame(self) -> Frame {
        Frame(self.base)
    }

    #[inline(always)]
    pub fn code<'a>(self) -> &'a CodeBody {
        Frame(self.base).code()
    }

    /// Whether a register is a temp.
    #[inline(always)]
    pub fn is_temp(self, register: usize) -> bool {
        register >= self.code().local_count as usize
    }

    /// The content of a register, borrowed. It stays until the instruction itself changes it (V6).
    #[inline(always)]
    pub fn get<'a>(self, register: usize) -> &'a Object {
        // SAFETY: V1 and V6.
        unsafe { Object::borrow(self.base.add(register)) }
    }

    /// Consecutive registers, borrowed.
    #[inline(always)]
    pub fn slice<'a>(self, first: usize, count: usize) -> &'a [Object] {
        // SAFETY: V1 and V6; `Object` is a transparent word.
        unsafe { std::slice::from_raw_parts(self.base.add(first).cast::<Object>(), count) }
    }

    /// Takes the content of a register, leaving it empty.
    #[inline(always)]
    pub fn take(self, register: usize) -> Object {
        // SAFETY: V1.
        unsafe { super::frame::take(self.base.add(register)) }
    }

    /// Takes a temp's content, or a new reference to a local's.
    #[inline]
    pub fn consume(self, register: usize) -> Object {
        if self.is_temp(register) { self.take(register) } else { self.get(register).clone() }
    }

    /// Writes a register; the old content is released afterwards.
    #[inline(always)]
    pub fn set(self, register: usize, value: Object) {
        // SAFETY: V1: the old word is given up exactly once, after it was replaced.
        unsafe {
            let slot = self.base.add(register);
            let old = *slot;
            *slot = value.into_value();
            drop(Object::from_owned(old));
        }
    }

    /// Releases a register if it is a temp.
    #[inline(always)]
    pub fn finish(self, register: usize) {
        if self.is_temp(register) {
            drop(self.take(register));
        }
    }

    /// `finish` if what the register holds lives on: else false, and nothing was done.
    ///
    /// # Safety
    /// It holds a pointer.
    #[inline(always)]
    pub unsafe fn finish_shared(self, register: usize) -> bool {
        // SAFETY: V1 and as promised.
        unsafe {
            let header = (*self.base.add(register)).header();
            let is_shared = (*header).count > 1;
            if is_shared {
                self.give_up(register, header);
            }
            is_shared
        }
    }

    /// The same for two different registers: both or neither.
    ///
    /// # Safety
    /// They hold pointers.
    #[inline(always)]
    pub unsafe fn finish_both_shared(self, left: usize, right: usize) -> bool {
        // SAFETY: V1 and as promised.
        unsafe {
            let (a, b) = ((*self.base.add(left)).header(), (*self.base.add(right)).header());
            let given_up = 1 + std::ptr::eq(a, b) as u32;
            let are_shared = (*a).count > given_up && (*b).count > given_up;
            if are_shared {
                self.give_up(left, a);
                self.give_up(right, b);
            }
            are_shared
        }
    }

    /// Empties a register, if it is a temp, of an object that others hold as well.
    ///
    /// # Safety
    /// The register holds `header`, whose count is above 1.
    #[inline(always)]
    unsafe fn give_up(self, register: usize, header: *mut Header) {
        if self.is_temp(register) {
            // SAFETY: V1; the count does not become 0, so that nothing is to be freed.
            unsafe {
                *self.base.add(register) = Value::UNBOUND;
                (*header).count -= 1;
            }
        }
    }

    /// Releases consecutive temps.
    #[inline]
    pub fn clear(self, first: usize, count: usize) {
        // SAFETY: V1.
        unsafe { super::frame::clear(self.base, first, first + count) };
    }

    /// Consecutive temps whose references have been given away.
    #[inline(always)]
    pub fn forget(self, first: usize, count: usize) {
        // SAFETY: V1.
        (0..count).for_each(|i| unsafe { *self.base.add(first + i) = Value::UNBOUND });
    }

    /// A name of the code.
    #[inline(always)]
    pub fn name<'a>(self, index: usize) -> &'a crate::layout::Str {
        let name: &'a Object = &self.code().names[index];
        // SAFETY: names are made of strings when the code is loaded.
        unsafe { &*(name as *const Object).cast() }
    }

    /// A constant of the code.
    #[inline(always)]
    pub fn constant<'a>(self, index: usize) -> &'a Object {
        &self.code().constants[index]
    }
}
