//! `with` and `async with`.

use anthill_grammar::Span;
use anthill_grammar::ast::{Stmt, WithItem};

use crate::bytecode::Op;
use crate::compile::compiler::Compiler;
use crate::compile::context::{Outcome, deeper};
use crate::compile::unit::{Block, Reg, TEMP};

impl<'a> Compiler<'a, '_, '_> {
    /// One item after the other, each inside of the one before.
    pub(super) fn with_statement(
        &mut self,
        items: &'a [WithItem<'a>],
        body: &'a [&'a Stmt<'a>],
        asynchronous: bool,
        span: Span,
    ) -> Outcome {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        let place = item.context_expr.span;
        let exit = self.unit().temp();
        let manager = match self.local_in_place(item.context_expr, &[]) {
            Some(local) => local,
            None => {
                self.into(item.context_expr, exit)?;
                exit
            }
        };
        let value = self.unit().temp();
        let op = if asynchronous { Op::BEFORE_ASYNC_WITH } else { Op::BEFORE_WITH };
        self.emit(op, exit, manager, 0, place);
        if asynchronous {
            self.await_in_place(value, 1, place);
        }
        let (handler, end) = (self.label(), self.label());
        self.push_block(Block::With { exit, asynchronous, span: place }, span)?;
        // The handler keeps `exit`; above it the saved exception, then the caught one.
        let depth = self.unit().sp - 1;
        let protection = self.unit().protection(handler, depth, depth + 1);
        self.unit().handler = protection;
        let hidden = self.unit().hidden_log.len();
        match item.optional_vars {
            Some(target) => self.store(target, value)?,
            None => self.release(value, place),
        }
        match rest {
            [] => self.body(body)?,
            rest => deeper(self, |compiler| compiler.with_statement(rest, body, asynchronous, span))?,
        }
        self.pop_block();
        self.leave_with(exit, asynchronous, place)?;
        self.unit().jump(end, place);
        self.place_label(handler);
        self.release_hidden(hidden, place);
        self.exceptional_exit(exit, asynchronous, place)?;
        self.place_label(end);
        self.drop_operand(exit);
        Ok(())
    }

    /// Awaits the value in the topmost temp.
    fn await_in_place(&mut self, value: Reg, flag: u32, span: Span) {
        let iterator = self.unit().temp();
        self.emit(Op::MOVE, iterator, value, 0, span);
        self.emit(Op::GET_AWAITABLE, iterator, iterator, flag, span);
        self.delegate(iterator, value, span);
    }

    /// Calls `__exit__(None, None, None)` and consumes it.
    pub(super) fn leave_with(&mut self, exit: Reg, asynchronous: bool, span: Span) -> Outcome {
        let base = self.unit().sp;
        // In place if nothing is above it, else in a new window.
        let window = if self.unit().is_top(exit) {
            exit
        } else {
            let window = self.unit().temp();
            self.emit(Op::MOVE, window, exit, 0, span);
            window
        };
        self.unit().reserve(window, 7);
        self.emit(Op::CALL_EXIT, window, window, 0, span);
        if asynchronous {
            self.unit().sp = (window & !TEMP) + 1;
            self.await_in_place(window, 2, span);
        }
        self.emit(Op::RELEASE, window, 0, 0, span);
        self.unit().sp = base;
        Ok(())
    }

    /// The handler: the exception goes to `__exit__`, whose result says whether it is dealt with.
    fn exceptional_exit(&mut self, exit: Reg, asynchronous: bool, span: Span) -> Outcome {
        let base = self.unit().sp;
        let outer = self.unit().handler;
        let (saved, caught) = self.enter_handler(span);
        let cleanup = self.handler_cleanup(saved);
        let window = self.unit().temp();
        self.unit().reserve(window, 7);
        self.emit(Op::COPY, window, exit, 0, span);
        self.emit(Op::WITH_EXCEPT_START, window, window, caught, span);
        if asynchronous {
            self.await_in_place(window, 2, span);
        }
        let suppressed = self.label();
        self.unit().emit_jump(Op::JUMP_IF_TRUE, [window, 0, 0], 0, suppressed, span);
        self.unit().sp -= 1;
        self.unit().handler = outer;
        self.emit(Op::POP_EXCEPT, saved, 0, 0, span);
        self.emit(Op::RERAISE, caught, 0, 0, span);
        self.place_cleanup(cleanup, saved, span);
        self.place_label(suppressed);
        self.emit(Op::RELEASE, caught, 0, 0, span);
        self.emit(Op::POP_EXCEPT, saved, 0, 0, span);
        self.emit(Op::RELEASE, exit, 0, 0, span);
        self.unit().sp = base;
        Ok(())
    }
}
