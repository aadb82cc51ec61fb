//! Which expressions are constants: CPython's folding of operators, tuples and subscripts.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anthill_grammar::Symbol;
use anthill_grammar::ast::{Expr, ExprContext, ExprKind, Operator, Unaryop};

use super::numbers::{binary, unary};
use super::value::{from_literal, is_long, truth};
use crate::bytecode::Constant;

/// Beyond this nesting an expression is not looked at; it is compiled as it stands.
const MAX_DEPTH: u32 = 60;

/// Folds expressions.
#[derive(Clone)]
pub(in crate::compile) struct Folder {
    /// The name `__debug__`.
    pub debug_name: Symbol,
    /// Its value: false with `-O`.
    pub debug: bool,
    /// Whether `~True` and `~False` are left to be evaluated.
    pub keep_inversions: bool,
    /// Where `~True` and `~False` were folded, by the offset of the operator's end; an expression may be folded several
    /// times.
    pub inversions: RefCell<BTreeSet<u32>>,
}

impl Folder {
    /// The constant that an expression is, if CPython's compiler knows it. Never one whose
    /// evaluation would raise or whose result would be large.
    pub fn fold(&self, expression: &Expr) -> Option<Constant> {
        self.at_depth(expression, 0)
    }

    fn at_depth(&self, expression: &Expr, depth: u32) -> Option<Constant> {
        if depth > MAX_DEPTH {
            return None;
        }
        match expression.kind {
            ExprKind::Constant { value, .. } => (!is_long(value)).then(|| from_literal(value)),
            ExprKind::Name { id, ctx: ExprContext::Load } if id == self.debug_name => {
                Some(if self.debug { Constant::True } else { Constant::False })
            }
            ExprKind::Tuple { elts, ctx: ExprContext::Load } => {
                let items: Option<Vec<_>> = elts.iter().map(|item| self.at_depth(item, depth + 1)).collect();
                items.map(|items| Constant::Tuple(items.into()))
            }
            ExprKind::UnaryOp { .. } => self.unary_chain(expression, depth),
            ExprKind::BinOp { .. } => self.left_spine(expression, depth),
            ExprKind::Subscript { value, slice, ctx: ExprContext::Load } => {
                let index = self.at_depth(slice, depth + 1)?;
                subscript(&self.at_depth(value, depth + 1)?, &index)
            }
            _ => None,
        }
    }

    fn unary_chain(&self, expression: &Expr, depth: u32) -> Option<Constant> {
        let mut operators = Vec::new();
        let mut at = expression;
        while let ExprKind::UnaryOp { op, operand } = at.kind {
            operators.push((op, operand.span.start));
            at = operand;
        }
        let mut value = self.at_depth(at, depth + 1)?;
        while let Some((operator, place)) = operators.pop() {
            value = self.unary(operator, &value, place)?;
        }
        Some(value)
    }

    /// An operator on a constant; `place` is where the operand begins.
    pub fn unary(&self, operator: Unaryop, operand: &Constant, place: u32) -> Option<Constant> {
        match operator {
            Unaryop::Invert if matches!(operand, Constant::True | Constant::False) => {
                if self.keep_inversions {
                    return None;
                }
                self.inversions.borrow_mut().insert(place);
                let value = if matches!(operand, Constant::True) { -2 } else { -1 };
                Some(Constant::Int(value))
            }
            Unaryop::Not => Some(if truth(operand) { Constant::False } else { Constant::True }),
            _ => unary(operator, operand),
        }
    }

    /// A binary operator on constants.
    pub fn binary(&self, left: &Constant, operator: Operator, right: &Constant) -> Option<Constant> {
        binary(left, operator, right)
    }

    /// A subscript of a constant by a constant.
    pub fn subscript(&self, value: &Constant, index: &Constant) -> Option<Constant> {
        subscript(value, index)
    }

    fn left_spine(&self, expression: &Expr, depth: u32) -> Option<Constant> {
        let mut bottom = expression;
        while let ExprKind::BinOp { left, .. } = bottom.kind {
            bottom = left;
        }
        let first = self.at_depth(bottom, depth + 1)?;
        let mut spine = Vec::new();
        let mut at = expression;
        while let ExprKind::BinOp { left, op, right } = at.kind {
            spine.push((op, right));
            at = left;
        }
        spine
            .into_iter()
            .rev()
            .try_fold(first, |left, (op, right)| binary(&left, op, &self.at_depth(right, depth + 1)?))
    }
}

/// `value[index]` of a constant sequence and int.
fn subscript(value: &Constant, index: &Constant) -> Option<Constant> {
    let index = match index {
        Constant::Int(index) => *index,
        Constant::True => 1,
        Constant::False => 0,
        _ => return None,
    };
    let at = |length: usize| {
        let index = if index < 0 { index.checked_add(length as i64)? } else { index };
        usize::try_from(index).ok().filter(|index| *index < length)
    };
    match value {
        Constant::Tuple(items) => Some(items[at(items.len())?].clone()),
        Constant::Bytes(bytes) => Some(Constant::Int(bytes[at(bytes.len())?] as i64)),
        Constant::Str(text) => {
            let length = text.chars().count();
            let character = text.chars().nth(at(length)?)?;
            Some(Constant::Str(character.to_string().into()))
        }
        _ => None,
    }
}
