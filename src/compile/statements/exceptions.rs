//! `try` with `except` and `finally`.
//!
//! A handler's temps: the exception that was handled before (`saved`), then the caught one.

use anthill_grammar::Span;
use anthill_grammar::Symbol;
use anthill_grammar::ast::{Stmt, Try};

use crate::bytecode::Op;
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::unit::{Block, Label, Reg, TEMP};

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn try_statement(&mut self, node: &'a Try<'a>, star: bool, span: Span) -> Outcome {
        if node.finalbody.is_empty() {
            return self.try_except(node, star, span);
        }
        let (handler, end) = (self.label(), self.label());
        let depth = self.unit().sp;
        self.push_block(Block::Finally { body: node.finalbody }, span)?;
        let protection = self.unit().protection(handler, depth, depth + 1);
        self.unit().handler = protection;
        let hidden = self.unit().hidden_log.len();
        match node.handlers {
            [] => self.body(node.body)?,
            _ => self.try_except(node, star, span)?,
        }
        self.pop_block();
        self.body(node.finalbody)?;
        let last = self.unit().last_span();
        self.unit().jump(end, last);

        self.place_label(handler);
        let place = node.finalbody.first().map_or(span, |first| first.span);
        self.release_hidden(hidden, place);
        let outer = self.unit().handler;
        let (saved, caught) = self.enter_handler(place);
        self.push_block(Block::Handler { saved, caught: Some(caught) }, span)?;
        let cleanup = self.handler_cleanup(saved);
        self.body(node.finalbody)?;
        self.pop_block();
        self.unit().handler = outer;
        self.emit(Op::POP_EXCEPT, saved, 0, 0, place);
        self.emit(Op::RERAISE, caught, 0, 0, place);
        self.place_cleanup(cleanup, saved, place);
        self.unit().sp = depth;
        self.place_label(end);
        Ok(())
    }

    fn try_except(&mut self, node: &'a Try<'a>, star: bool, span: Span) -> Outcome {
        let (handler, end) = (self.label(), self.label());
        let depth = self.unit().sp;
        self.push_block(Block::Try, span)?;
        let protection = self.unit().protection(handler, depth, depth + 1);
        self.unit().handler = protection;
        let hidden = self.unit().hidden_log.len();
        self.body(node.body)?;
        self.pop_block();
        self.body(node.orelse)?;
        let last = self.unit().last_span();
        self.unit().jump(end, last);
        self.place_label(handler);
        self.release_hidden(hidden, span);
        match star {
            true => self.star_handlers(node, end, span)?,
            false => self.handlers(node, end, span)?,
        }
        self.unit().sp = depth;
        self.place_label(end);
        Ok(())
    }

    /// The `except` clauses; the exception is in the second temp from here.
    fn handlers(&mut self, node: &'a Try<'a>, end: Label, span: Span) -> Outcome {
        let outer = self.unit().handler;
        let (saved, caught) = self.enter_handler(span);
        let cleanup = self.handler_cleanup(saved);
        let inside = self.unit().handler;
        let base = self.unit().sp;
        for (index, handler) in node.handlers.iter().enumerate() {
            let next = self.label();
            match handler.type_ {
                None if index + 1 < node.handlers.len() => {
                    return self.error(handler.span, "default 'except:' must be last");
                }
                None => {}
                Some(class) => {
                    let place = handler.span;
                    let class = self.operand(class)?;
                    let operands = [caught, class, 0];
                    self.unit().emit_jump(Op::JUMP_IF_NOT_EXC_MATCH, operands, 0, next, place);
                    self.unit().sp = base;
                }
            }
            // From here on the exception is the name's, or only the one being handled.
            let place = handler.span;
            self.unit().handler = outer;
            self.push_block(Block::Handler { saved, caught: None }, place)?;
            self.unit().handler = inside;
            match handler.name {
                Some(name) => self.named_handler(name, caught, handler.body, place)?,
                None => {
                    self.emit(Op::RELEASE, caught, 0, 0, place);
                    self.unit().sp -= 1;
                    self.body(handler.body)?;
                }
            }
            self.pop_block();
            self.emit(Op::POP_EXCEPT, saved, 0, 0, place);
            self.unit().jump(end, place);
            self.unit().handler = inside;
            self.unit().sp = base;
            self.place_label(next);
        }
        self.unit().handler = outer;
        if node.handlers.last().is_none_or(|last| last.type_.is_some()) {
            self.emit(Op::POP_EXCEPT, saved, 0, 0, span);
            self.emit(Op::RERAISE, caught, 0, 0, span);
        }
        self.place_cleanup(cleanup, saved, span);
        Ok(())
    }

    /// The body of `except … as name`: whatever happens, the name is deleted after it.
    fn named_handler(&mut self, name: Symbol, caught: Reg, body: &'a [&'a Stmt<'a>], span: Span) -> Outcome {
        self.store_name(name, caught, span)?;
        // The caught exception's temp is free now, and the topmost.
        self.unit().sp = caught & !TEMP;
        let forget = self.label();
        let depth = self.unit().sp;
        self.push_block(Block::HandlerName { name, span }, span)?;
        let protection = self.unit().protection(forget, depth, depth);
        self.unit().handler = protection;
        let hidden = self.unit().hidden_log.len();
        self.body(body)?;
        self.pop_block();
        // What is added stands with the last statement.
        let last = self.unit().last_span();
        self.forget_name(name, last)?;
        let done = self.label();
        self.unit().jump(done, last);
        self.place_label(forget);
        self.release_hidden(hidden, last);
        let exception = self.unit().temp();
        self.forget_name(name, last)?;
        self.emit(Op::RERAISE, exception, 0, 0, last);
        self.unit().sp -= 1;
        self.place_label(done);
        Ok(())
    }

    /// `name = None; del name`, so that it does not matter whether the name is still bound.
    pub(super) fn forget_name(&mut self, name: Symbol, span: Span) -> Outcome {
        if let Some(local) = self.local(name) {
            self.emit(Op::RELEASE, local, 0, 0, span);
            return Ok(());
        }
        let none = self.unit().temp();
        self.emit(Op::LOAD_NONE, none, 0, 0, span);
        self.store_name(name, none, span)?;
        self.delete_name(name, span)
    }

    /// The start of a handler: takes its two temps and makes the exception the one being handled.
    pub(super) fn enter_handler(&mut self, span: Span) -> (Reg, Reg) {
        let saved = self.unit().temp();
        let caught = self.unit().temp();
        self.emit(Op::PUSH_EXC_INFO, saved, caught, 0, span);
        (saved, caught)
    }

    /// From here on an exception first restores the one that was handled before. Returns the label
    /// for [`Compiler::place_cleanup`].
    pub(super) fn handler_cleanup(&mut self, saved: Reg) -> Label {
        let label = self.label();
        let depth = (saved & !TEMP) + 1;
        let protection = self.unit().protection(label, depth, depth);
        self.unit().handler = protection;
        label
    }

    /// Where an exception out of a handler arrives. The handler outside must be in force.
    pub(super) fn place_cleanup(&mut self, label: Label, saved: Reg, span: Span) {
        self.place_label(label);
        self.emit(Op::POP_EXCEPT, saved, 0, 0, span);
        self.emit(Op::RERAISE, saved + 1, 0, 0, span);
    }

    /// Empties the hidden locals that the protected code may have left behind.
    pub(super) fn release_hidden(&mut self, since: usize, span: Span) {
        let mut registers = self.unit().hidden_log[since..].to_vec();
        registers.sort_unstable();
        registers.dedup();
        for register in registers {
            self.emit(Op::RELEASE, register, 0, 0, span);
        }
    }
}
