//! Left spines: operators, attributes, subscripts and calls, each applied to what is on its left.
//!
//! A spine of any length is compiled in a loop. What has been computed so far is a plain local or
//! lies in one temp, the *accumulator*, which is the destination itself if that is a temp.

use anthill_grammar::ast::{Expr, ExprKind, Operator};
use anthill_grammar::{Span, Symbol};

use super::conditions::immediate;
use crate::bytecode::{Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::constants::{from_literal, is_long};
use crate::compile::context::Outcome;
use crate::compile::unit::{Reg, is_temp};

/// The instruction of an operator.
pub(in crate::compile) fn binary(operator: Operator) -> Op {
    match operator {
        Operator::Add => Op::ADD,
        Operator::Sub => Op::SUB,
        Operator::Mult => Op::MUL,
        Operator::MatMult => Op::MATMUL,
        Operator::Div => Op::TRUEDIV,
        Operator::Mod => Op::MOD,
        Operator::Pow => Op::POW,
        Operator::LShift => Op::LSHIFT,
        Operator::RShift => Op::RSHIFT,
        Operator::BitOr => Op::OR,
        Operator::BitXor => Op::XOR,
        Operator::BitAnd => Op::AND,
        Operator::FloorDiv => Op::FLOORDIV,
    }
}

/// The instruction of an operator with a small int on the right.
fn binary_immediate(operator: Operator) -> Option<Op> {
    Some(match operator {
        Operator::Add => Op::ADD_IMM,
        Operator::Sub => Op::SUB_IMM,
        Operator::Mult => Op::MUL_IMM,
        Operator::Div => Op::TRUEDIV_IMM,
        Operator::Mod => Op::MOD_IMM,
        Operator::Pow => Op::POW_IMM,
        Operator::LShift => Op::LSHIFT_IMM,
        Operator::RShift => Op::RSHIFT_IMM,
        Operator::BitAnd => Op::AND_IMM,
        Operator::FloorDiv => Op::FLOORDIV_IMM,
        Operator::BitOr | Operator::BitXor | Operator::MatMult => return None,
    })
}

/// The instruction of an operator with a small int on the left.
fn immediate_binary(operator: Operator) -> Option<Op> {
    Some(match operator {
        Operator::Add => Op::IMM_ADD,
        Operator::Sub => Op::IMM_SUB,
        Operator::Mult => Op::IMM_MUL,
        Operator::Div => Op::IMM_TRUEDIV,
        Operator::LShift => Op::IMM_LSHIFT,
        Operator::Pow => Op::IMM_POW,
        _ => return None,
    })
}

/// The in-place instruction of an operator.
pub(in crate::compile) fn in_place(operator: Operator) -> Op {
    match operator {
        Operator::Add => Op::INPLACE_ADD,
        Operator::Sub => Op::INPLACE_SUB,
        Operator::Mult => Op::INPLACE_MUL,
        Operator::MatMult => Op::INPLACE_MATMUL,
        Operator::Div => Op::INPLACE_TRUEDIV,
        Operator::Mod => Op::INPLACE_MOD,
        Operator::Pow => Op::INPLACE_POW,
        Operator::LShift => Op::INPLACE_LSHIFT,
        Operator::RShift => Op::INPLACE_RSHIFT,
        Operator::BitOr => Op::INPLACE_OR,
        Operator::BitXor => Op::INPLACE_XOR,
        Operator::BitAnd => Op::INPLACE_AND,
        Operator::FloorDiv => Op::INPLACE_FLOORDIV,
    }
}

/// The in-place instruction of an operator with a small int on the right.
pub(in crate::compile) fn in_place_immediate(operator: Operator) -> Option<Op> {
    Some(match operator {
        Operator::Add => Op::INPLACE_ADD_IMM,
        Operator::Sub => Op::INPLACE_SUB_IMM,
        Operator::Mult => Op::INPLACE_MUL_IMM,
        Operator::Div => Op::INPLACE_TRUEDIV_IMM,
        Operator::Mod => Op::INPLACE_MOD_IMM,
        Operator::Pow => Op::INPLACE_POW_IMM,
        Operator::LShift => Op::INPLACE_LSHIFT_IMM,
        Operator::RShift => Op::INPLACE_RSHIFT_IMM,
        Operator::BitAnd => Op::INPLACE_AND_IMM,
        Operator::FloorDiv => Op::INPLACE_FLOORDIV_IMM,
        Operator::BitOr | Operator::BitXor | Operator::MatMult => return None,
    })
}

/// What a spine has come to so far.
pub(super) enum Left<'a> {
    /// Its first expression, not evaluated yet.
    Leaf(&'a Expr<'a>),
    Constant(Constant, Span),
    /// A plain local, or the accumulator.
    Value(Reg),
}

/// The accumulator and the destination of a spine.
pub(super) struct Spine {
    pub dst: Reg,
    /// The accumulator, once there is one; always the topmost temp.
    temp: Option<Reg>,
    /// Whether the step being compiled is the last one, which may write `dst` itself.
    pub last: bool,
}

impl<'a> Compiler<'a, '_, '_> {
    /// The accumulator of a spine.
    pub(super) fn accumulator(&mut self, spine: &mut Spine) -> Reg {
        match spine.temp {
            Some(temp) => temp,
            None => {
                let temp = self.unit().temp();
                spine.temp = Some(temp);
                temp
            }
        }
    }

    /// Where a step may leave its result, if any register will do.
    pub(super) fn result(&mut self, spine: &mut Spine) -> Reg {
        if spine.last { spine.dst } else { self.accumulator(spine) }
    }

    /// Where a step leaves its result that reads `object` as a `Unary`: a temp is replaced.
    pub(super) fn result_over(&mut self, spine: &mut Spine, object: Reg) -> Reg {
        if is_temp(object) { object } else { self.result(spine) }
    }

    /// A value in a register: where it is if it is a local, else in the accumulator.
    pub(super) fn settle(&mut self, left: Left<'a>, later: &[&'a Expr<'a>], spine: &mut Spine) -> Outcome<Reg> {
        match left {
            Left::Value(register) => Ok(register),
            Left::Constant(constant, span) => {
                let temp = self.accumulator(spine);
                self.load_constant(temp, constant, span);
                Ok(temp)
            }
            Left::Leaf(leaf) => {
                if let Some(local) = self.local_in_place(leaf, later) {
                    return Ok(local);
                }
                let temp = self.accumulator(spine);
                self.into(leaf, temp)?;
                Ok(temp)
            }
        }
    }

    /// The right operand: in place, in the accumulator if that is still empty, or above it.
    pub(super) fn right_operand(&mut self, right: &'a Expr<'a>, left: Reg, spine: &mut Spine) -> Outcome<Reg> {
        if is_temp(left) {
            return self.operand(right);
        }
        if let Some(local) = self.local_in_place(right, &[]) {
            return Ok(local);
        }
        let temp = self.accumulator(spine);
        self.into(right, temp)?;
        Ok(temp)
    }

    /// Compiles a spine into a register.
    pub(super) fn chain(&mut self, expression: &'a Expr<'a>, dst: Reg) -> Outcome {
        let mut links = Vec::new();
        let mut at = expression;
        loop {
            let next = match at.kind {
                ExprKind::BinOp { left, .. } => left,
                ExprKind::Attribute { value, .. } if !self.is_super_call(at) => value,
                ExprKind::Subscript { value, .. } => value,
                ExprKind::Call(call) => call.func,
                _ => break,
            };
            links.push(at);
            at = next;
        }
        let base = self.unit().sp;
        let mut left = self.folded_leaf(at, &mut links);
        let mut spine = Spine { dst, temp: is_temp(dst).then_some(dst), last: false };
        if let (Left::Constant(Constant::Str(template), _), Some(link)) = (&left, links.last())
            && let ExprKind::BinOp { op: Operator::Mod, right, .. } = link.kind
            && let ExprKind::Tuple { elts, .. } = right.kind
            && !elts.iter().any(|item| matches!(item.kind, ExprKind::Starred { .. }))
            && let Some(parts) = self.percent_parts(template, elts)
        {
            let span = link.span;
            links.pop();
            spine.last = links.is_empty();
            let result = self.result(&mut spine);
            self.join(parts, result, span)?;
            left = Left::Value(result);
        }
        while let Some(link) = links.pop() {
            spine.last = links.is_empty();
            let value = match link.kind {
                ExprKind::BinOp { op, right, .. } => self.binary_step(left, op, right, link.span, &mut spine)?,
                ExprKind::Attribute { attr, .. } => match links.last().map(|next| next.kind) {
                    Some(ExprKind::Call(call)) if self.is_method_call(call) => {
                        let Some(whole) = links.pop() else { break };
                        spine.last = links.is_empty();
                        self.method_step(left, link, call, whole.span, &mut spine)?
                    }
                    _ => self.attribute_step(left, link, attr, &mut spine)?,
                },
                ExprKind::Subscript { value, slice, .. } => {
                    self.check_subscript(value, slice, link.span);
                    self.subscript_step(left, slice, link.span, &mut spine)?
                }
                ExprKind::Call(call) => self.call_step(left, call, link.span, &mut spine)?,
                _ => break,
            };
            left = Left::Value(value);
        }
        if let Left::Value(value) = left
            && value != dst
        {
            let op = if is_temp(value) { Op::MOVE } else { Op::COPY };
            self.emit(op, dst, value, 0, expression.span);
        } else if let Left::Leaf(_) | Left::Constant(..) = left {
            // A lone `super().name`, or a spine that folded away.
            let last = Spine { dst, temp: spine.temp, last: true };
            self.leaf_into(left, last)?;
        }
        self.unit().sp = base;
        Ok(())
    }

    fn leaf_into(&mut self, left: Left<'a>, spine: Spine) -> Outcome {
        match left {
            Left::Leaf(leaf) => match leaf.kind {
                ExprKind::Attribute { value, attr, .. } => self.super_attribute(value, leaf, attr, spine.dst),
                _ => self.into(leaf, spine.dst),
            },
            Left::Constant(constant, span) => {
                self.load_constant(spine.dst, constant, span);
                Ok(())
            }
            Left::Value(_) => Ok(()),
        }
    }

    /// Folds constants at the start of a spine as far as they reach.
    fn folded_leaf(&mut self, leaf: &'a Expr<'a>, links: &mut Vec<&'a Expr<'a>>) -> Left<'a> {
        let mut constant = match leaf.kind {
            ExprKind::Constant { value, .. } if !is_long(value) => (from_literal(value), leaf.span),
            ExprKind::Name { .. } | ExprKind::Attribute { .. } => match self.folder.fold(leaf) {
                Some(constant) => (constant, leaf.span),
                None => return Left::Leaf(leaf),
            },
            _ => match self.folder.fold(leaf) {
                Some(constant) => (constant, leaf.span),
                None => return Left::Leaf(leaf),
            },
        };
        let mut longest = None;
        for (index, link) in links.iter().enumerate().rev() {
            let folded = match link.kind {
                ExprKind::BinOp { op, right, .. } => {
                    self.folder.fold(right).and_then(|right| self.folder.binary(&constant.0, op, &right))
                }
                ExprKind::Subscript { slice, .. } => {
                    self.folder.fold(slice).and_then(|index| self.folder.subscript(&constant.0, &index))
                }
                _ => None,
            };
            let Some(folded) = folded else { break };
            constant = (folded, link.span);
            longest = Some(index);
        }
        if let Some(index) = longest {
            links.truncate(index);
        }
        Left::Constant(constant.0, constant.1)
    }

    fn binary_step(
        &mut self,
        left: Left<'a>,
        operator: Operator,
        right: &'a Expr<'a>,
        span: Span,
        spine: &mut Spine,
    ) -> Outcome<Reg> {
        if let Left::Constant(constant, _) = &left
            && let (Some(value), Some(op)) = (immediate(constant), immediate_binary(operator))
        {
            let operand = match self.local_in_place(right, &[]) {
                Some(local) => local,
                None => {
                    let temp = self.accumulator(spine);
                    self.into(right, temp)?;
                    temp
                }
            };
            let result = self.result(spine);
            self.emit(op, result, value, operand, span);
            return Ok(result);
        }
        let folded = self.folder.fold(right);
        if let (Some(value), Some(op)) = (folded.as_ref().and_then(immediate), binary_immediate(operator)) {
            let left = self.settle(left, &[], spine)?;
            let result = self.result(spine);
            self.emit(op, result, left, value, span);
            return Ok(result);
        }
        let left = self.settle(left, &[right], spine)?;
        let right = self.right_operand(right, left, spine)?;
        if is_temp(right) && is_temp(left) {
            self.drop_operand(right);
        }
        let result = self.result(spine);
        self.emit(binary(operator), result, left, right, span);
        Ok(result)
    }

    fn attribute_step(&mut self, left: Left<'a>, link: &'a Expr<'a>, name: Symbol, spine: &mut Spine) -> Outcome<Reg> {
        let object = self.settle(left, &[], spine)?;
        let name = self.attribute_name(name);
        let result = self.result_over(spine, object);
        let span = self.attribute_span(link);
        self.emit(Op::LOAD_ATTR, result, object, name, span);
        Ok(result)
    }

    /// The index of an attribute's name.
    pub(in crate::compile) fn attribute_name(&mut self, name: Symbol) -> u32 {
        let name = self.mangle(name);
        self.unit().name(name)
    }

    /// Where an attribute's instruction stands: if the expression spans lines, at the name.
    pub(in crate::compile) fn attribute_span(&self, attribute: &Expr) -> Span {
        match attribute.kind {
            ExprKind::Attribute { attr, .. } => self.span_at_attribute(attribute.span, attribute.span, attr),
            _ => attribute.span,
        }
    }

    /// The span of an operation on an attribute, cut to start at the attribute's name if that is on
    /// another line than the operation starts.
    pub(super) fn span_at_attribute(&self, whole: Span, attribute: Span, name: Symbol) -> Span {
        if self.context.line(whole) == self.context.lines.line(attribute.end) {
            return whole;
        }
        let length = self.context.text(name).len() as u32;
        Span::new(attribute.end.saturating_sub(length), whole.end)
    }
}
