//! One instruction word: `op` in bits 0-15, `a` 16-31, `b` 32-47, `c` 48-63.

use super::Op;

/// A 64-bit instruction. `bc` is the 32-bit operand made of `b` and `c`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Word(pub u64);

impl Word {
    /// An instruction with three 16-bit operands.
    #[inline]
    pub const fn new(op: Op, a: u16, b: u16, c: u16) -> Word {
        Word(op as u64 | (a as u64) << 16 | (b as u64) << 32 | (c as u64) << 48)
    }

    /// An instruction with one 16-bit and one 32-bit operand.
    #[inline]
    pub const fn wide(op: Op, a: u16, bc: u32) -> Word {
        Word(op as u64 | (a as u64) << 16 | (bc as u64) << 32)
    }

    /// The number of the opcode; [`Op::from_number`] tells whether there is one.
    #[inline]
    pub const fn op_number(self) -> u16 {
        self.0 as u16
    }

    /// The first operand.
    #[inline]
    pub const fn a(self) -> u16 {
        (self.0 >> 16) as u16
    }

    /// The second operand.
    #[inline]
    pub const fn b(self) -> u16 {
        (self.0 >> 32) as u16
    }

    /// The third operand.
    #[inline]
    pub const fn c(self) -> u16 {
        (self.0 >> 48) as u16
    }

    /// The second and third operand as one unsigned number.
    #[inline]
    pub const fn bc(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// The second and third operand as one signed number.
    #[inline]
    pub const fn bc_signed(self) -> i32 {
        (self.0 >> 32) as i32
    }
}
