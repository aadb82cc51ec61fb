//! Emitting instructions, labels and exception ranges.

use anthill_grammar::Span;

use super::{Reg, TEMP, Unit};
use crate::bytecode::Op;

/// A place to jump to, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compile) struct Label(pub u32);

pub(in crate::compile) const NO_LABEL: u32 = u32::MAX;
pub(in crate::compile) const NO_HANDLER: u32 = u32::MAX;

/// An instruction whose registers and jumps are not settled yet.
#[derive(Clone, Copy, Debug)]
pub(in crate::compile) struct Inst {
    pub op: Op,
    /// Operands; registers may be marked as temps, a wide operand stands in `b` alone.
    pub a: u32,
    pub b: u32,
    pub c: u32,
    /// The first extra word that is no jump and no cache, or flags of the jump's.
    pub extra: u64,
    /// The label to jump to, or `NO_LABEL`.
    pub target: u32,
    pub handler: u32,
    pub span: Span,
    /// Dropped by a pass of `optimize`.
    pub dead: bool,
}

/// A handler: where it is, how many temps it keeps, and which receives the exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compile) struct Protection {
    pub target: Label,
    pub depth: u32,
    pub register: Reg,
}

impl Unit<'_> {
    /// Appends an instruction; returns its index.
    pub fn emit(&mut self, op: Op, a: u32, b: u32, c: u32, span: Span) -> u32 {
        self.emit_full(op, [a, b, c], 0, NO_LABEL, span)
    }

    /// Appends an instruction with a meaningful extra word.
    pub fn emit_extra(&mut self, op: Op, operands: [u32; 3], extra: u64, span: Span) {
        self.emit_full(op, operands, extra, NO_LABEL, span);
    }

    /// Appends an instruction that may jump.
    pub fn emit_jump(&mut self, op: Op, operands: [u32; 3], extra: u64, target: Label, span: Span) -> u32 {
        self.emit_full(op, operands, extra, target.0, span)
    }

    fn emit_full(&mut self, op: Op, [a, b, c]: [u32; 3], extra: u64, target: u32, span: Span) -> u32 {
        let handler = self.handler;
        self.code.push(Inst { op, a, b, c, extra, target, handler, span, dead: false });
        self.code.len() as u32 - 1
    }

    /// Where the last instruction stands; what only leads on from there stands there too.
    pub fn last_span(&self) -> Span {
        self.code.last().map_or(self.span, |inst| inst.span)
    }

    pub fn jump(&mut self, target: Label, span: Span) {
        self.emit_jump(Op::JUMP, [0; 3], 0, target, span);
    }

    /// The edge of a loop.
    pub fn jump_back(&mut self, target: Label, span: Span) {
        self.emit_jump(Op::JUMP_BACK, [0; 3], 0, target, span);
    }

    /// A label that has no place yet.
    pub fn label(&mut self) -> Label {
        self.labels.push(NO_LABEL);
        Label(self.labels.len() as u32 - 1)
    }

    /// The label stands before the next instruction.
    pub fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.code.len() as u32;
    }

    /// Whether the label has been placed, so that a jump to it goes back.
    pub fn is_placed(&self, label: Label) -> bool {
        self.labels[label.0 as usize] != NO_LABEL
    }

    /// A handler at a label yet to be placed that keeps the temps below `depth` and receives the
    /// exception in the temp `register`. Returns its number for [`Unit::handler`].
    pub fn protection(&mut self, target: Label, depth: u32, register: u32) -> u32 {
        self.reserve(register | TEMP, 1);
        self.protections.push(Protection { target, depth, register: register | TEMP });
        self.protections.len() as u32 - 1
    }
}
