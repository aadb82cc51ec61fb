//! `try` with `except*`: every clause takes its part of the exception group.
//!
//! The temps of the handler: the exception handled before, the original exception, the list of
//! what is raised or left over, the part not dealt with yet.

use anthill_grammar::Span;
use anthill_grammar::ast::{ExceptHandler, Try};

use crate::bytecode::Op;
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::unit::{Block, Label, Reg, TEMP};

/// Number of `PREP_RERAISE_STAR` among the intrinsic functions of two values.
const PREP_RERAISE_STAR: u32 = 1;

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn star_handlers(&mut self, node: &'a Try<'a>, end: Label, span: Span) -> Outcome {
        let outer = self.unit().handler;
        let (saved, original) = self.enter_handler(span);
        let cleanup = self.handler_cleanup(saved);
        let inside = self.unit().handler;
        let results = self.unit().temp();
        let rest = self.unit().temp();
        self.emit(Op::BUILD_LIST, results, results, 0, span);
        self.emit(Op::COPY, rest, original, 0, span);
        for handler in node.handlers {
            self.star_handler(handler, results, rest, inside)?;
        }
        // What no clause took is left over.
        self.emit(Op::LIST_APPEND, results, rest, 0, span);
        self.unit().sp = (results & !TEMP) + 1;
        self.emit(Op::CALL_INTRINSIC_2, original, original, PREP_RERAISE_STAR, span);
        self.unit().sp -= 1;
        let reraise = self.label();
        let copy = self.unit().temp();
        self.emit(Op::COPY, copy, original, 0, span);
        self.unit().emit_jump(Op::JUMP_IF_NOT_NONE, [copy, 0, 0], 0, reraise, span);
        self.unit().sp -= 1;
        self.unit().handler = outer;
        self.emit(Op::RELEASE, original, 0, 0, span);
        self.emit(Op::POP_EXCEPT, saved, 0, 0, span);
        self.unit().jump(end, span);
        self.place_label(reraise);
        self.emit(Op::POP_EXCEPT, saved, 0, 0, span);
        self.emit(Op::RERAISE, original, 0, 0, span);
        self.place_cleanup(cleanup, saved, span);
        Ok(())
    }

    /// One clause. An exception out of its body joins the results.
    fn star_handler(&mut self, handler: &'a ExceptHandler<'a>, results: Reg, rest: Reg, inside: u32) -> Outcome {
        let place = handler.span;
        let base = self.unit().sp;
        let matched = self.unit().temp();
        if let Some(class) = handler.type_ {
            let class = self.operand(class)?;
            self.unit().sp = base + 1;
            self.emit(Op::CHECK_EG_MATCH, matched, rest, class, place);
        }
        let (next, no_match) = (self.label(), self.label());
        let copy = self.unit().temp();
        self.emit(Op::COPY, copy, matched, 0, place);
        self.unit().emit_jump(Op::JUMP_IF_NONE, [copy, 0, 0], 0, no_match, place);
        self.unit().sp = base + 1;
        match handler.name {
            Some(name) => self.store_name(name, matched, place)?,
            None => self.release(matched, place),
        }
        self.unit().sp = base;
        let raised = self.label();
        self.push_block(Block::StarHandler, place)?;
        let protection = self.unit().protection(raised, base, base);
        self.unit().handler = protection;
        let hidden = self.unit().hidden_log.len();
        self.body(handler.body)?;
        self.pop_block();
        self.unit().handler = inside;
        if let Some(name) = handler.name {
            self.forget_name(name, place)?;
        }
        self.unit().jump(next, place);

        self.place_label(raised);
        self.release_hidden(hidden, place);
        let exception = self.unit().temp();
        if let Some(name) = handler.name {
            self.forget_name(name, place)?;
        }
        self.emit(Op::LIST_APPEND, results, exception, 0, place);
        self.unit().jump(next, place);

        self.place_label(no_match);
        self.emit(Op::RELEASE, matched, 0, 0, place);
        self.unit().sp = base;
        self.place_label(next);
        Ok(())
    }
}
