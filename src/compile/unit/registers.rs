//! Registers of a unit: named locals, hidden locals, temps.
//!
//! Temps are a stack: `sp` is the first free one. An expression leaves its value in the temp it
//! was given or in a local, and `sp` as it was.

use super::Unit;
use crate::bytecode::{LocalKind, LocalVariable};

/// A register: a local's number, or a temp's number with the bit [`TEMP`] set.
pub(in crate::compile) type Reg = u32;

/// Marks a temp; which register it is follows when the number of locals is known.
pub(in crate::compile) const TEMP: u32 = 1 << 31;

pub(in crate::compile) fn is_temp(register: Reg) -> bool {
    register & TEMP != 0
}

impl Unit<'_> {
    /// Takes the next temp.
    pub fn temp(&mut self) -> Reg {
        self.sp += 1;
        self.max_sp = self.max_sp.max(self.sp);
        (self.sp - 1) | TEMP
    }

    /// Takes several consecutive temps; returns the first.
    pub fn temps(&mut self, count: u32) -> Reg {
        let first = self.sp;
        self.sp += count;
        self.max_sp = self.max_sp.max(self.sp);
        first | TEMP
    }

    /// Makes sure a frame has room for so many temps from this one on, which the VM fills itself.
    pub fn reserve(&mut self, first: Reg, count: u32) {
        self.max_sp = self.max_sp.max((first & !TEMP) + count);
    }

    /// Whether a register is the topmost temp in use.
    pub fn is_top(&self, register: Reg) -> bool {
        is_temp(register) && (register & !TEMP) + 1 == self.sp
    }

    /// A new local at the end of the table.
    pub fn add_local(&mut self, name: &str, kind: LocalKind) -> Reg {
        self.locals.push(LocalVariable { name: name.into(), kind });
        self.locals.len() as u32 - 1
    }

    /// A local that is not seen under its name: a comprehension's variable, a `match` subject.
    pub fn hidden(&mut self, name: &str, kind: LocalKind) -> Reg {
        let fits = |register: &Reg| {
            let local = &self.locals[*register as usize];
            local.kind == kind && *local.name == *name
        };
        let register = match self.spare.iter().position(fits) {
            Some(index) => self.spare.swap_remove(index),
            None => self.add_local(name, kind),
        };
        self.hidden_log.push(register);
        register
    }

    /// Several consecutive internal locals; returns the first.
    pub fn internal_block(&mut self, count: usize) -> Reg {
        let first = match self.spare_blocks.iter().position(|block| block.1 >= count) {
            Some(index) => {
                let (first, length) = self.spare_blocks.swap_remove(index);
                if length > count {
                    self.spare_blocks.push((first + count as Reg, length - count));
                }
                first
            }
            None => {
                let first = self.locals.len() as Reg;
                for _ in 0..count {
                    self.add_local("", LocalKind::Internal);
                }
                first
            }
        };
        self.hidden_log.extend(first..first + count as Reg);
        first
    }

    /// Gives runs of internal locals back; neighbours are joined.
    pub fn free_blocks(&mut self, blocks: Vec<(Reg, usize)>) {
        self.spare_blocks.extend(blocks.into_iter().filter(|block| block.1 > 0));
        self.spare_blocks.sort_unstable();
        self.spare_blocks.dedup_by(|next, block| {
            let joins = block.0 + block.1 as Reg == next.0;
            if joins {
                block.1 += next.1;
            }
            joins
        });
    }

    /// Gives a hidden local back; its register has been emptied.
    pub fn reuse(&mut self, register: Reg) {
        self.spare.push(register);
    }
}
