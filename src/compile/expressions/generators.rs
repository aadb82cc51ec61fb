//! Lambdas, `yield`, `yield from`, `await`.

use anthill_grammar::Span;
use anthill_grammar::ast::{Arguments, Expr};

use crate::bytecode::{Op, flags};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::symbols::Role;
use crate::compile::unit::{Reg, TEMP, UnitKind};

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn lambda(
        &mut self,
        expression: &'a Expr<'a>,
        arguments: &'a Arguments<'a>,
        body: &'a Expr<'a>,
        dst: Reg,
    ) -> Outcome {
        let span = expression.span;
        self.check_parameters(arguments)?;
        self.in_temp(dst, span, |compiler, dst| {
            let function = compiler.defaults_window(arguments, dst, span)?;
            let scope = compiler.table.of(expression, Role::Body);
            let line = compiler.context.line(span);
            compiler.enter(UnitKind::Lambda, scope, "<lambda>".to_string(), span, line)?;
            compiler.set_parameters(arguments);
            let generator = compiler.scope().generator;
            let value = compiler.operand(body)?;
            if generator && compiler.unit().flags & flags::ASYNC_GENERATOR != 0 {
                compiler.discard_return_value(value, body.span);
            } else {
                compiler.emit(Op::RETURN_VALUE, value, 0, 0, body.span);
            }
            let code = compiler.leave()?;
            compiler.make_function(code, function, span);
            Ok(())
        })
    }

    fn discard_return_value(&mut self, value: Reg, span: Span) {
        if crate::compile::unit::is_temp(value) {
            self.emit(Op::RELEASE, value, 0, 0, span);
        }
        self.emit(Op::RETURN_NONE, 0, 0, 0, span);
    }

    /// How many registers a suspended frame keeps, marked to be counted from the first temp.
    pub(in crate::compile) fn live_count(&mut self) -> u32 {
        self.unit().sp | TEMP
    }

    /// `yield value`; without a destination what is sent is dropped.
    pub(super) fn yield_value(&mut self, value: Option<&'a Expr<'a>>, dst: Option<Reg>, span: Span) -> Outcome {
        if !self.unit().is_function_like() {
            return self.error(span, "'yield' outside function");
        }
        let value = match value {
            Some(value) => self.operand(value)?,
            None => {
                let temp = self.unit().temp();
                self.emit(Op::LOAD_NONE, temp, 0, 0, span);
                temp
            }
        };
        let mut value = value;
        if self.unit().flags & flags::ASYNC_GENERATOR != 0 {
            if !crate::compile::unit::is_temp(value) {
                let temp = self.unit().temp();
                self.emit(Op::COPY, temp, value, 0, span);
                value = temp;
            }
            self.emit(Op::CALL_INTRINSIC_1, value, value, 1, span);
        }
        self.drop_operand(value);
        let live = self.live_count();
        match dst {
            Some(dst) => self.emit(Op::YIELD_VALUE, dst, value, live, span),
            None => self.emit(Op::YIELD_DISCARD, value, live, 0, span),
        }
        Ok(())
    }

    /// `yield from value`; `dst` is a temp.
    pub(super) fn yield_from(&mut self, value: &'a Expr<'a>, dst: Reg, span: Span) -> Outcome {
        if !self.unit().is_function_like() {
            return self.error(span, "'yield from' outside function");
        }
        if self.unit().kind == UnitKind::AsyncFunction {
            return self.error(span, "'yield from' inside async function");
        }
        let iterator = self.unit().temp();
        self.into(value, iterator)?;
        self.emit(Op::GET_YIELD_FROM_ITER, iterator, iterator, 0, span);
        self.delegate(iterator, dst, span);
        Ok(())
    }

    /// `await value`; `dst` is a temp.
    pub(super) fn awaited(&mut self, value: &'a Expr<'a>, dst: Reg, span: Span) -> Outcome {
        if !self.unit().is_function_like() {
            return self.error(span, "'await' outside function");
        }
        if !self.in_async_function() && !self.in_comprehension() {
            return self.error(span, "'await' outside async function");
        }
        let iterator = self.unit().temp();
        self.into(value, iterator)?;
        self.emit(Op::GET_AWAITABLE, iterator, iterator, 0, span);
        self.delegate(iterator, dst, span);
        Ok(())
    }

    /// Runs the iterator in the topmost temp to its end, yielding what it yields; its result goes
    /// to the temp `dst`, the iterator is released.
    pub(in crate::compile) fn delegate(&mut self, iterator: Reg, dst: Reg, span: Span) {
        let (send, done) = (self.label(), self.label());
        self.emit(Op::LOAD_NONE, dst, 0, 0, span);
        self.place_label(send);
        self.unit().emit_jump(Op::SEND, [dst, iterator, 0], 0, done, span);
        let live = self.live_count();
        self.unit().emit_jump(Op::YIELD_DELEGATE, [dst, iterator, live], 0, done, span);
        self.unit().jump(send, span);
        self.place_label(done);
        self.emit(Op::RELEASE, iterator, 0, 0, span);
        self.drop_operand(iterator);
    }
}
