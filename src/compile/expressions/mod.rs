//! Expressions.
//!
//! Two ways to compile one: [`Compiler::into`] leaves the value in a given register, a local or
//! the topmost temp; [`Compiler::operand`] gives the register where the value is, which for a
//! plain local is the local itself. Either leaves the registers below as they are.
//!
//! A local that is the destination is written by the last instruction only: what raises before
//! leaves the variable as it was.

mod calls;
mod chain;
mod comprehensions;
mod conditions;
mod containers;
mod generators;
mod strings;
mod subscripts;
mod warnings;

pub(super) use calls::HEADER;
pub(super) use chain::{in_place, in_place_immediate};
pub(super) use conditions::{immediate, loop_edge, opposite};

use anthill_grammar::Span;
use anthill_grammar::ast::{Boolop, Expr, ExprContext, ExprKind, Unaryop};

use super::compiler::Compiler;
use super::constants::{from_literal_watched, is_long, truth};
use super::context::{Outcome, deeper};
use super::unit::{Reg, is_temp};
use crate::bytecode::{Constant, Op};

impl<'a> Compiler<'a, '_, '_> {
    /// Evaluates an expression into a register: a local, or the topmost temp, which is empty.
    pub(super) fn into(&mut self, expression: &'a Expr<'a>, dst: Reg) -> Outcome {
        self.context.step()?;
        let span = expression.span;
        match expression.kind {
            ExprKind::Name { id, .. } if id != self.context.known.debug => self.load_name(id, dst, span),
            ExprKind::Constant { value, .. } => {
                let context = &self.context;
                let constant = from_literal_watched(value, &|| (context.watch)());
                self.load_constant(dst, constant, span);
                if is_long(value) { self.context.look() } else { Ok(()) }
            }
            _ => deeper(self, |compiler| match compiler.folder.fold(expression) {
                Some(constant) => {
                    compiler.load_constant(dst, constant, span);
                    Ok(())
                }
                None => compiler.compound(expression, dst),
            }),
        }
    }

    fn compound(&mut self, expression: &'a Expr<'a>, dst: Reg) -> Outcome {
        let span = expression.span;
        match expression.kind {
            ExprKind::BinOp { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } | ExprKind::Call(_) => {
                self.chain(expression, dst)
            }
            ExprKind::BoolOp { op, values } if self.decides_in_place(values) => {
                self.bool_operation_in_place(op, values, dst, span)
            }
            ExprKind::BoolOp { op, values } => self.in_temp(dst, span, |compiler, dst| {
                let end = compiler.label();
                compiler.bool_operation(op, values, dst, end, span)?;
                compiler.place_label(end);
                Ok(())
            }),
            ExprKind::NamedExpr { target, value } => self.named_expression(target, value, dst, span),
            ExprKind::UnaryOp { .. } => self.unary_chain(expression, dst),
            ExprKind::Lambda { args, body } => self.lambda(expression, args, body, dst),
            ExprKind::IfExp(mut node) => {
                let end = self.label();
                loop {
                    let otherwise = self.label();
                    self.jump_if(node.test, false, otherwise)?;
                    self.into(node.body, dst)?;
                    self.unit().jump(end, span);
                    self.place_label(otherwise);
                    match node.orelse.kind {
                        ExprKind::IfExp(next) => node = next,
                        _ => break,
                    }
                }
                self.into(node.orelse, dst)?;
                self.place_label(end);
                Ok(())
            }
            ExprKind::Dict { items } => self.in_temp(dst, span, |compiler, dst| compiler.dict(items, dst, span)),
            ExprKind::Set { elts } => self.in_temp(dst, span, |compiler, dst| compiler.set(elts, dst, span)),
            ExprKind::List { elts, .. } => self.list(elts, dst, span),
            ExprKind::Tuple { elts, .. } => self.tuple(elts, dst, span),
            ExprKind::ListComp(_) | ExprKind::SetComp(_) | ExprKind::DictComp(_) | ExprKind::GeneratorExp(_) => {
                self.comprehension(expression, dst)
            }
            ExprKind::Await { value } => self.in_temp(dst, span, |compiler, dst| compiler.awaited(value, dst, span)),
            ExprKind::Yield { value } => self.yield_value(value, Some(dst), span),
            ExprKind::YieldFrom { value } => {
                self.in_temp(dst, span, |compiler, dst| compiler.yield_from(value, dst, span))
            }
            ExprKind::Compare(node) => self.in_temp(dst, span, |compiler, dst| compiler.compare(node, dst, span)),
            ExprKind::FormattedValue { value, conversion, format_spec } => self.in_temp(dst, span, |compiler, dst| {
                compiler.formatted_value(value, conversion, format_spec, dst, span)
            }),
            ExprKind::JoinedStr { values } => self.joined_string(values, dst, span),
            ExprKind::Starred { .. } => self.error(span, "can't use starred expression here"),
            ExprKind::Slice(slice) => self.slice(slice, dst, span),
            // `into` has dealt with them; `__debug__` is always folded.
            ExprKind::Name { .. } | ExprKind::Constant { .. } => Ok(()),
        }
    }

    /// Runs `make` with a temp as destination and moves the value on if it was to be elsewhere.
    pub(super) fn in_temp(&mut self, dst: Reg, span: Span, make: impl FnOnce(&mut Self, Reg) -> Outcome) -> Outcome {
        if is_temp(dst) {
            return make(self, dst);
        }
        let temp = self.unit().temp();
        make(self, temp)?;
        self.emit(Op::MOVE, dst, temp, 0, span);
        self.unit().sp -= 1;
        Ok(())
    }

    /// Evaluates an expression; returns the local that it is, or a new temp that holds it.
    pub(super) fn operand(&mut self, expression: &'a Expr<'a>) -> Outcome<Reg> {
        self.operand_before(expression, &[])
    }

    /// The same for an operand that is used only after others have been evaluated: a local that
    /// one of them may rebind is copied.
    pub(super) fn operand_before(&mut self, expression: &'a Expr<'a>, later: &[&'a Expr<'a>]) -> Outcome<Reg> {
        if let Some(local) = self.local_in_place(expression, later) {
            return Ok(local);
        }
        let temp = self.unit().temp();
        self.into(expression, temp)?;
        Ok(temp)
    }

    /// The register of a plain local that can be read where it is, after a check that it is bound.
    pub(super) fn local_in_place(&mut self, expression: &'a Expr<'a>, later: &[&'a Expr<'a>]) -> Option<Reg> {
        let ExprKind::Name { id, ctx: ExprContext::Load } = expression.kind else { return None };
        if id == self.context.known.debug {
            return None;
        }
        let register = self.local(id)?;
        let atom = |later: &&Expr| matches!(later.kind, ExprKind::Name { .. } | ExprKind::Constant { .. });
        if !later.iter().all(atom) && self.is_rebound(id) {
            return None;
        }
        self.emit(Op::CHECK_LOCAL, register, 0, 0, expression.span);
        Some(register)
    }

    /// Gives back the topmost temp if the operand is one.
    pub(super) fn drop_operand(&mut self, register: Reg) {
        if is_temp(register) {
            debug_assert!(self.unit().is_top(register));
            self.unit().sp -= 1;
        }
    }

    /// Loads a constant by the shortest instruction.
    pub(super) fn load_constant(&mut self, dst: Reg, constant: Constant, span: Span) {
        match constant {
            Constant::None => self.emit(Op::LOAD_NONE, dst, 0, 0, span),
            Constant::True => self.emit(Op::LOAD_TRUE, dst, 0, 0, span),
            Constant::False => self.emit(Op::LOAD_FALSE, dst, 0, 0, span),
            Constant::Int(value) if i32::try_from(value).is_ok() => {
                self.emit(Op::LOAD_INT, dst, value as i32 as u32, 0, span);
            }
            constant => {
                let index = self.unit().constant(constant);
                self.emit(Op::LOAD_CONST, dst, index, 0, span);
            }
        }
    }

    /// An expression whose value nobody wants.
    pub(super) fn discarded(&mut self, expression: &'a Expr<'a>) -> Outcome {
        let span = expression.span;
        match expression.kind {
            ExprKind::Constant { .. } => Ok(()),
            ExprKind::Yield { value } => self.yield_value(value, None, span),
            _ if self.folder.fold(expression).is_some() => Ok(()),
            _ => {
                let value = self.operand(expression)?;
                if is_temp(value) {
                    self.emit(Op::RELEASE, value, 0, 0, span);
                    self.drop_operand(value);
                }
                Ok(())
            }
        }
    }

    /// `a and b and c`: each value but the last is kept if it decides.
    fn bool_operation(
        &mut self,
        op: Boolop,
        values: &'a [&'a Expr<'a>],
        dst: Reg,
        end: super::unit::Label,
        span: Span,
    ) -> Outcome {
        let Some((last, rest)) = values.split_last() else { return Ok(()) };
        let (keep, decides) = match op {
            Boolop::And => (Op::JUMP_IF_FALSE_OR_POP, false),
            Boolop::Or => (Op::JUMP_IF_TRUE_OR_POP, true),
        };
        for value in rest {
            match value.kind {
                // `(a and b) or c`: a false `a` decides that it is up to `c`.
                ExprKind::BoolOp { op: inner, values } if inner != op => {
                    let next = self.label();
                    let Some((last, first)) = values.split_last() else { continue };
                    for value in first {
                        self.jump_if(value, !decides, next)?;
                    }
                    self.into(last, dst)?;
                    self.unit().emit_jump(keep, [dst, 0, 0], 0, end, span);
                    self.place_label(next);
                }
                _ => match self.folder.fold(value) {
                    Some(constant) if truth(&constant) != decides => {}
                    _ => {
                        self.into(value, dst)?;
                        self.unit().emit_jump(keep, [dst, 0, 0], 0, end, span);
                    }
                },
            }
        }
        self.into(last, dst)
    }

    /// Whether all values but the last are plain locals, which can be tested where they are.
    fn decides_in_place(&mut self, values: &'a [&'a Expr<'a>]) -> bool {
        values[..values.len() - 1].iter().all(|value| match value.kind {
            ExprKind::Name { id, .. } => self.local(id).is_some() && !self.is_rebound(id),
            _ => false,
        })
    }

    /// `a or b` of locals: only the one that decides is copied.
    fn bool_operation_in_place(&mut self, op: Boolop, values: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        let Some((last, rest)) = values.split_last() else { return Ok(()) };
        let jump = if op == Boolop::And { Op::JUMP_IF_FALSE } else { Op::JUMP_IF_TRUE };
        let end = self.label();
        let mut decided = Vec::with_capacity(rest.len());
        for value in rest {
            let label = self.label();
            if let Some(local) = self.local_in_place(value, &[]) {
                self.unit().emit_jump(jump, [local, 0, 0], 0, label, value.span);
                decided.push((label, local, value.span));
            }
        }
        self.into(last, dst)?;
        for (label, local, place) in decided {
            self.unit().jump(end, span);
            self.place_label(label);
            self.emit(Op::COPY, dst, local, 0, place);
        }
        self.place_label(end);
        Ok(())
    }

    /// Unary operators, any number of them.
    fn unary_chain(&mut self, expression: &'a Expr<'a>, dst: Reg) -> Outcome {
        let mut chain = Vec::new();
        let mut at = expression;
        while let ExprKind::UnaryOp { op, operand } = at.kind {
            chain.push((op, at.span));
            at = operand;
        }
        // `not a in b` is one operator, as is `not a is b`.
        if let ExprKind::Compare(node) = at.kind
            && let Some(inverted) = conditions::inverted(node)
        {
            let mut negate = false;
            while chain.last().is_some_and(|(op, _)| *op == Unaryop::Not) {
                chain.pop();
                negate = !negate;
            }
            let op = if negate { inverted } else { node.ops[0] };
            let outermost = chain.is_empty();
            self.check_comparison(node, negate, at.span);
            let span = at.span;
            return self.in_temp(dst, span, |compiler, dst| {
                compiler.compare_once(node.left, op, node.comparators[0], dst, span)?;
                if outermost { Ok(()) } else { compiler.apply_unary(&chain, dst, dst) }
            });
        }
        match self.local_in_place(at, &[]) {
            Some(local) if is_temp(dst) || chain.len() == 1 => self.apply_unary(&chain, local, dst),
            local => self.in_temp(dst, expression.span, |compiler, dst| match local {
                Some(local) => compiler.apply_unary(&chain, local, dst),
                None => {
                    compiler.into(at, dst)?;
                    compiler.apply_unary(&chain, dst, dst)
                }
            }),
        }
    }

    fn apply_unary(&mut self, chain: &[(Unaryop, Span)], operand: Reg, dst: Reg) -> Outcome {
        let mut operand = operand;
        for &(operator, span) in chain.iter().rev() {
            let op = match operator {
                Unaryop::Not => Op::NOT,
                Unaryop::UAdd => Op::POSITIVE,
                Unaryop::USub => Op::NEGATIVE,
                Unaryop::Invert => Op::INVERT,
            };
            self.emit(op, dst, operand, 0, span);
            operand = dst;
        }
        Ok(())
    }

    fn named_expression(&mut self, target: &Expr, value: &'a Expr<'a>, dst: Reg, span: Span) -> Outcome {
        let ExprKind::Name { id, .. } = target.kind else {
            return self.error(span, "cannot use assignment expressions here");
        };
        self.forbid_debug(id, "assign to", target.span)?;
        if let Some(local) = self.local(id) {
            self.into(value, local)?;
            if dst != local {
                self.emit(Op::COPY, dst, local, 0, span);
            }
            return Ok(());
        }
        self.in_temp(dst, span, |compiler, dst| {
            compiler.into(value, dst)?;
            let copy = compiler.unit().temp();
            compiler.emit(Op::COPY, copy, dst, 0, span);
            compiler.store_name(id, copy, target.span)
        })
    }
}
