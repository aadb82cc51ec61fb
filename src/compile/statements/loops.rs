//! `while` and `for`. A loop's condition, or the step to the next item, stands at its end: one
//! instruction decides and jumps back.

use anthill_grammar::Span;
use anthill_grammar::ast::{Expr, ExprKind, For, Stmt};

use crate::bytecode::Op;
use crate::compile::compiler::Compiler;
use crate::compile::constants::truth;
use crate::compile::context::Outcome;
use crate::compile::unit::{Block, Label, Reg, TEMP, is_temp};

/// How an iteration's item reaches the target.
pub(in crate::compile) enum Plan {
    /// Straight into a local, or into a temp that is stored at the start of the body.
    Single(Reg),
    /// Unpacked by `FOR_ITER_PAIR` into locals or such temps.
    Pair(Reg, Reg),
}

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn while_statement(
        &mut self,
        test: &'a Expr<'a>,
        body: &'a [&'a Stmt<'a>],
        orelse: &'a [&'a Stmt<'a>],
        span: Span,
    ) -> Outcome {
        let (start, next, end) = (self.label(), self.label(), self.label());
        let endless = self.folder.fold(test).map(|constant| truth(&constant)) == Some(true);
        if !endless {
            self.unit().jump(next, test.span);
        }
        self.place_label(start);
        let continued = if endless { start } else { next };
        self.push_block(Block::Loop { next: continued, end, iterator: None }, span)?;
        self.body(body)?;
        self.pop_block();
        if endless {
            self.unit().jump_back(start, span);
        } else {
            self.place_label(next);
            self.jump_if(test, true, start)?;
        }
        self.body(orelse)?;
        self.place_label(end);
        Ok(())
    }

    pub(super) fn for_statement(&mut self, node: &'a For<'a>, span: Span) -> Outcome {
        let iterator = self.unit().temp();
        self.iterator(node.iter, false, iterator)?;
        let (body, next, end) = (self.label(), self.label(), self.label());
        self.unit().jump(next, node.iter.span);
        self.place_label(body);
        self.push_block(Block::Loop { next, end, iterator: Some(iterator) }, span)?;
        let plan = self.plan_iteration(node.target);
        self.begin_iteration(&plan, node.target)?;
        self.body(node.body)?;
        self.pop_block();
        self.place_label(next);
        self.next_iteration(&plan, iterator, body, node.target, node.iter.span);
        self.drop_operand(iterator);
        self.body(node.orelse)?;
        self.place_label(end);
        Ok(())
    }

    /// Where the items of an iteration go. Temps are the next ones above the iterator.
    pub(in crate::compile) fn plan_iteration(&mut self, target: &'a Expr<'a>) -> Plan {
        let base = self.unit().sp;
        let plan = match target.kind {
            ExprKind::Tuple { elts: [left, right], .. } | ExprKind::List { elts: [left, right], .. }
                if !matches!(left.kind, ExprKind::Starred { .. })
                    && !matches!(right.kind, ExprKind::Starred { .. }) =>
            {
                let (first, second) = self.pair_destinations(left, right);
                Plan::Pair(first, second)
            }
            _ => match self.direct(target) {
                Some(local) => Plan::Single(local),
                None => Plan::Single(self.unit().temp()),
            },
        };
        self.unit().sp = base;
        plan
    }

    /// At the start of the body: stores what is still in temps.
    pub(in crate::compile) fn begin_iteration(&mut self, plan: &Plan, target: &'a Expr<'a>) -> Outcome {
        match (plan, target.kind) {
            (
                &Plan::Pair(first, second),
                ExprKind::Tuple { elts: [left, right], .. } | ExprKind::List { elts: [left, right], .. },
            ) => {
                self.forbid_direct(left, first)?;
                self.forbid_direct(right, second)?;
                self.unit().sp += is_temp(first) as u32 + is_temp(second) as u32;
                self.store_pair(left, right, first, second)
            }
            (&Plan::Single(register), _) if is_temp(register) => {
                self.unit().sp += 1;
                self.store(target, register)
            }
            (&Plan::Single(register), _) => self.forbid_direct(target, register),
            _ => Ok(()),
        }
    }

    fn forbid_direct(&mut self, target: &Expr, register: Reg) -> Outcome {
        match target.kind {
            ExprKind::Name { id, .. } if !is_temp(register) => self.forbid_debug(id, "assign to", target.span),
            _ => Ok(()),
        }
    }

    /// At the end of the body: the next item, and back.
    pub(in crate::compile) fn next_iteration(
        &mut self,
        plan: &Plan,
        iterator: Reg,
        body: Label,
        target: &Expr,
        span: Span,
    ) {
        match *plan {
            Plan::Single(register) => {
                self.unit().emit_jump(Op::FOR_ITER, [register, iterator, 0], 0, body, span);
            }
            Plan::Pair(first, second) => {
                let index = self.unit().emit_jump(Op::FOR_ITER_PAIR, [first, second, iterator], 0, body, span);
                self.unit().extra_spans.push((index, target.span));
            }
        }
    }

    pub(super) fn async_for_statement(&mut self, node: &'a For<'a>, span: Span) -> Outcome {
        if !self.in_async_function() {
            return self.error(span, "'async for' outside async function");
        }
        let iterator = self.unit().temp();
        self.iterator(node.iter, true, iterator)?;
        let (start, end) = (self.label(), self.label());
        self.push_block(Block::Loop { next: start, end, iterator: Some(iterator) }, span)?;
        let handler = self.async_iteration_start(start, iterator, node.target, span)?;
        self.body(node.body)?;
        self.pop_block();
        self.unit().jump_back(start, span);
        self.async_iteration_end(handler, iterator, node.iter.span);
        self.body(node.orelse)?;
        self.place_label(end);
        Ok(())
    }

    /// Places `start` and awaits the next item into the target. Returns the label of the handler
    /// that ends the loop.
    pub(in crate::compile) fn async_iteration_start(
        &mut self,
        start: Label,
        iterator: Reg,
        target: &'a Expr<'a>,
        span: Span,
    ) -> Outcome<Label> {
        let exhausted = self.label();
        self.place_label(start);
        let outer = self.unit().handler;
        let depth = (iterator & !TEMP) + 1;
        let protection = self.unit().protection(exhausted, depth, depth);
        self.unit().handler = protection;
        let value = self.unit().temp();
        let awaitable = self.unit().temp();
        self.emit(Op::GET_ANEXT, awaitable, iterator, 0, span);
        self.delegate(awaitable, value, span);
        self.unit().handler = outer;
        self.store(target, value)?;
        Ok(exhausted)
    }

    /// The end of an asynchronous loop; gives the iterator's temp back.
    pub(in crate::compile) fn async_iteration_end(&mut self, exhausted: Label, iterator: Reg, span: Span) {
        self.place_label(exhausted);
        self.emit(Op::END_ASYNC_FOR, iterator, iterator + 1, 0, span);
        self.drop_operand(iterator);
    }
}
