//! Leaving blocks early: what `break`, `continue` and `return` undo on their way out.

use anthill_grammar::Span;

use crate::bytecode::Op;
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::unit::{Block, Frame, Reg};

/// CPython's `CO_MAXBLOCKS`.
const MAX_BLOCKS: usize = 21;

impl<'a> Compiler<'a, '_, '_> {
    /// Enters a block. CPython allows only so many within each other.
    pub(super) fn push_block(&mut self, block: Block<'a>, span: Span) -> Outcome {
        let unit = self.unit();
        if unit.blocks.len() >= MAX_BLOCKS {
            return self.error(span, "too many statically nested blocks");
        }
        let outer = unit.handler;
        unit.blocks.push(Frame { block, outer });
        Ok(())
    }

    /// Leaves the innermost block the ordinary way; the handler outside of it is in force again.
    pub(super) fn pop_block(&mut self) {
        let unit = self.unit();
        if let Some(frame) = unit.blocks.pop() {
            unit.handler = frame.outer;
        }
    }

    /// Undoes every block and emits a `return`.
    pub(super) fn unwind_all(&mut self, value: Option<Reg>, span: Span, then: impl FnOnce(&mut Self)) -> Outcome {
        self.unwind_until(0, value, span, then)
    }

    /// Undoes the blocks from the innermost down to number `keep`, then emits what leaves them.
    /// The blocks stay, for the code behind.
    fn unwind_until(&mut self, keep: usize, value: Option<Reg>, span: Span, then: impl FnOnce(&mut Self)) -> Outcome {
        let handler = self.unit().handler;
        let frames = self.unit().blocks.split_off(keep);
        for index in (0..frames.len()).rev() {
            let frame = frames[index];
            // The undoing belongs to the blocks outside.
            self.unit().blocks.extend_from_slice(&frames[..index]);
            self.unit().handler = frame.outer;
            if let Some(register) = value {
                self.unit().blocks.push(Frame { block: Block::Held { register }, outer: frame.outer });
            }
            let result = self.unwind(frame.block, span);
            self.unit().blocks.truncate(keep);
            result?;
        }
        self.unit().blocks.extend_from_slice(&frames);
        then(self);
        self.unit().handler = handler;
        Ok(())
    }

    fn unwind(&mut self, block: Block<'a>, span: Span) -> Outcome {
        match block {
            Block::Try => {}
            Block::Held { register } => self.emit(Op::RELEASE, register, 0, 0, span),
            Block::Loop { iterator, .. } => {
                if let Some(iterator) = iterator {
                    self.emit(Op::RELEASE, iterator, 0, 0, span);
                }
            }
            Block::Finally { body } => self.body(body)?,
            Block::Handler { saved, caught } => {
                if let Some(caught) = caught {
                    self.emit(Op::RELEASE, caught, 0, 0, span);
                }
                self.emit(Op::POP_EXCEPT, saved, 0, 0, span);
            }
            Block::HandlerName { name, span } => self.forget_name(name, span)?,
            Block::With { exit, asynchronous, span } => self.leave_with(exit, asynchronous, span)?,
            Block::StarHandler => {
                let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                return self.error(span, message);
            }
        }
        Ok(())
    }

    /// `break` or `continue`.
    pub(super) fn leave_loop(&mut self, out: bool, span: Span) -> Outcome {
        let frames = &self.unit().blocks;
        let star = frames.iter().rposition(|frame| matches!(frame.block, Block::StarHandler));
        let position = frames.iter().rposition(|frame| matches!(frame.block, Block::Loop { .. }));
        if star.is_some_and(|star| position.is_none_or(|position| position < star)) {
            let message = "'break', 'continue' and 'return' cannot appear in an except* block";
            return self.error(span, message);
        }
        let Some(position) = position else {
            let message = if out { "'break' outside loop" } else { "'continue' not properly in loop" };
            return self.error(span, message);
        };
        let Block::Loop { next, end, iterator } = self.unit().blocks[position].block else { return Ok(()) };
        let outer = self.unit().blocks[position].outer;
        self.unwind_until(position + 1, None, span, |compiler| {
            if !out {
                return compiler.branch(Op::JUMP, [0; 3], 0, next, span);
            }
            if let Some(iterator) = iterator {
                compiler.unit().handler = outer;
                compiler.emit(Op::RELEASE, iterator, 0, 0, span);
            }
            compiler.unit().jump(end, span);
        })
    }
}
