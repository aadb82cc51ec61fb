//! Conditions: comparisons, and jumps that depend on an expression's truth.

use anthill_grammar::Span;
use anthill_grammar::ast::{Boolop, Cmpop, Compare, Expr, ExprKind, Unaryop};

use crate::bytecode::{Constant, MIRRORED, Op};
use crate::compile::compiler::Compiler;
use crate::compile::constants::truth;
use crate::compile::context::{Outcome, deeper};
use crate::compile::unit::{Label, Reg, is_temp};

/// The operator that `not` makes of a lone `is`, `is not`, `in` or `not in`.
pub(super) fn inverted(node: &Compare) -> Option<Cmpop> {
    match node.ops {
        [Cmpop::Is] => Some(Cmpop::IsNot),
        [Cmpop::IsNot] => Some(Cmpop::Is),
        [Cmpop::In] => Some(Cmpop::NotIn),
        [Cmpop::NotIn] => Some(Cmpop::In),
        _ => None,
    }
}

/// The instruction that computes a comparison.
fn compute(op: Cmpop) -> Op {
    match op {
        Cmpop::Eq => Op::EQ,
        Cmpop::NotEq => Op::NE,
        Cmpop::Lt => Op::LT,
        Cmpop::LtE => Op::LE,
        Cmpop::Gt => Op::GT,
        Cmpop::GtE => Op::GE,
        Cmpop::Is => Op::IS,
        Cmpop::IsNot => Op::IS_NOT,
        Cmpop::In => Op::IN,
        Cmpop::NotIn => Op::NOT_IN,
    }
}

/// The same with a small int on the right, if there is such an instruction.
fn compute_immediate(op: Cmpop) -> Option<Op> {
    Some(match op {
        Cmpop::Eq => Op::EQ_IMM,
        Cmpop::NotEq => Op::NE_IMM,
        Cmpop::Lt => Op::LT_IMM,
        Cmpop::LtE => Op::LE_IMM,
        Cmpop::Gt => Op::GT_IMM,
        Cmpop::GtE => Op::GE_IMM,
        _ => return None,
    })
}

/// The jump that is taken if the comparison is true, and the one if it is false.
fn branches(op: Cmpop) -> (Op, Op) {
    match op {
        Cmpop::Eq => (Op::JUMP_IF_EQ, Op::JUMP_IF_NOT_EQ),
        Cmpop::NotEq => (Op::JUMP_IF_NE, Op::JUMP_IF_NOT_NE),
        Cmpop::Lt => (Op::JUMP_IF_LT, Op::JUMP_IF_NOT_LT),
        Cmpop::LtE => (Op::JUMP_IF_LE, Op::JUMP_IF_NOT_LE),
        Cmpop::Gt => (Op::JUMP_IF_GT, Op::JUMP_IF_NOT_GT),
        Cmpop::GtE => (Op::JUMP_IF_GE, Op::JUMP_IF_NOT_GE),
        Cmpop::Is => (Op::JUMP_IF_IS, Op::JUMP_IF_IS_NOT),
        Cmpop::IsNot => (Op::JUMP_IF_IS_NOT, Op::JUMP_IF_IS),
        Cmpop::In => (Op::JUMP_IF_IN, Op::JUMP_IF_NOT_IN),
        Cmpop::NotIn => (Op::JUMP_IF_NOT_IN, Op::JUMP_IF_IN),
    }
}

/// The same with a small int on the right.
fn branches_immediate(op: Cmpop) -> Option<(Op, Op)> {
    Some(match op {
        Cmpop::Eq => (Op::JUMP_IF_EQ_IMM, Op::JUMP_IF_NOT_EQ_IMM),
        Cmpop::NotEq => (Op::JUMP_IF_NE_IMM, Op::JUMP_IF_NOT_NE_IMM),
        Cmpop::Lt => (Op::JUMP_IF_LT_IMM, Op::JUMP_IF_NOT_LT_IMM),
        Cmpop::LtE => (Op::JUMP_IF_LE_IMM, Op::JUMP_IF_NOT_LE_IMM),
        Cmpop::Gt => (Op::JUMP_IF_GT_IMM, Op::JUMP_IF_NOT_GT_IMM),
        Cmpop::GtE => (Op::JUMP_IF_GE_IMM, Op::JUMP_IF_NOT_GE_IMM),
        _ => return None,
    })
}

/// The operator with its sides exchanged.
fn mirrored(op: Cmpop) -> Cmpop {
    match op {
        Cmpop::Lt => Cmpop::Gt,
        Cmpop::LtE => Cmpop::GtE,
        Cmpop::Gt => Cmpop::Lt,
        Cmpop::GtE => Cmpop::LtE,
        other => other,
    }
}

/// The loop edge that does what a jump does, if there is one.
pub(in crate::compile) fn loop_edge(op: Op) -> Option<Op> {
    Some(match op {
        Op::JUMP => Op::JUMP_BACK,
        Op::JUMP_IF_TRUE => Op::JUMP_BACK_IF_TRUE,
        Op::JUMP_IF_FALSE => Op::JUMP_BACK_IF_FALSE,
        Op::JUMP_IF_NONE => Op::JUMP_BACK_IF_NONE,
        Op::JUMP_IF_NOT_NONE => Op::JUMP_BACK_IF_NOT_NONE,
        Op::JUMP_IF_LT => Op::JUMP_BACK_IF_LT,
        Op::JUMP_IF_LE => Op::JUMP_BACK_IF_LE,
        Op::JUMP_IF_EQ => Op::JUMP_BACK_IF_EQ,
        Op::JUMP_IF_NE => Op::JUMP_BACK_IF_NE,
        Op::JUMP_IF_GT => Op::JUMP_BACK_IF_GT,
        Op::JUMP_IF_GE => Op::JUMP_BACK_IF_GE,
        Op::JUMP_IF_LT_IMM => Op::JUMP_BACK_IF_LT_IMM,
        Op::JUMP_IF_LE_IMM => Op::JUMP_BACK_IF_LE_IMM,
        Op::JUMP_IF_EQ_IMM => Op::JUMP_BACK_IF_EQ_IMM,
        Op::JUMP_IF_NE_IMM => Op::JUMP_BACK_IF_NE_IMM,
        Op::JUMP_IF_GT_IMM => Op::JUMP_BACK_IF_GT_IMM,
        Op::JUMP_IF_GE_IMM => Op::JUMP_BACK_IF_GE_IMM,
        _ => return None,
    })
}

/// The jump that is taken when this one is not.
pub(in crate::compile) fn opposite(op: Op) -> Option<Op> {
    const PAIRS: [(Op, Op); 17] = [
        (Op::JUMP_IF_TRUE, Op::JUMP_IF_FALSE),
        (Op::JUMP_IF_NONE, Op::JUMP_IF_NOT_NONE),
        (Op::JUMP_IF_LT, Op::JUMP_IF_NOT_LT),
        (Op::JUMP_IF_LE, Op::JUMP_IF_NOT_LE),
        (Op::JUMP_IF_EQ, Op::JUMP_IF_NOT_EQ),
        (Op::JUMP_IF_NE, Op::JUMP_IF_NOT_NE),
        (Op::JUMP_IF_GT, Op::JUMP_IF_NOT_GT),
        (Op::JUMP_IF_GE, Op::JUMP_IF_NOT_GE),
        (Op::JUMP_IF_LT_IMM, Op::JUMP_IF_NOT_LT_IMM),
        (Op::JUMP_IF_LE_IMM, Op::JUMP_IF_NOT_LE_IMM),
        (Op::JUMP_IF_EQ_IMM, Op::JUMP_IF_NOT_EQ_IMM),
        (Op::JUMP_IF_NE_IMM, Op::JUMP_IF_NOT_NE_IMM),
        (Op::JUMP_IF_GT_IMM, Op::JUMP_IF_NOT_GT_IMM),
        (Op::JUMP_IF_GE_IMM, Op::JUMP_IF_NOT_GE_IMM),
        (Op::JUMP_IF_EQ_CONST, Op::JUMP_IF_NOT_EQ_CONST),
        (Op::JUMP_IF_IS, Op::JUMP_IF_IS_NOT),
        (Op::JUMP_IF_IN, Op::JUMP_IF_NOT_IN),
    ];
    PAIRS.iter().find_map(|&(left, right)| match op {
        _ if op == left => Some(right),
        _ if op == right => Some(left),
        _ => None,
    })
}

/// The small int that a constant is.
pub(in crate::compile) fn immediate(constant: &Constant) -> Option<u32> {
    match constant {
        Constant::Int(value) => i16::try_from(*value).ok().map(|value| value as u16 as u32),
        _ => None,
    }
}

impl<'a> Compiler<'a, '_, '_> {
    /// Jumps to `target` if the expression's truth is `wanted`, else goes on. A target that has
    /// been placed is the start of a loop, and the jump its edge.
    pub(in crate::compile) fn jump_if(&mut self, expression: &'a Expr<'a>, wanted: bool, target: Label) -> Outcome {
        let (mut expression, mut wanted) = (expression, wanted);
        let mut negated = false;
        while let ExprKind::UnaryOp { op: Unaryop::Not, operand } = expression.kind {
            expression = operand;
            wanted = !wanted;
            negated = !negated;
        }
        let span = expression.span;
        match expression.kind {
            ExprKind::BoolOp { op, values } => {
                deeper(self, |compiler| compiler.jump_if_operation(op, values, wanted, target))
            }
            ExprKind::IfExp(node) => deeper(self, |compiler| {
                let (otherwise, end) = (compiler.label(), compiler.label());
                compiler.jump_if(node.test, false, otherwise)?;
                compiler.jump_if(node.body, wanted, target)?;
                compiler.unit().jump(end, span);
                compiler.place_label(otherwise);
                compiler.jump_if(node.orelse, wanted, target)?;
                compiler.place_label(end);
                Ok(())
            }),
            ExprKind::Compare(node) => {
                self.check_comparison(node, negated, span);
                deeper(self, |compiler| compiler.jump_if_compare(node, wanted, target, span))
            }
            _ => {
                if let Some(constant) = self.folder.fold(expression) {
                    if truth(&constant) == wanted {
                        self.branch(Op::JUMP, [0; 3], 0, target, span);
                    }
                    return Ok(());
                }
                let value = self.operand(expression)?;
                self.drop_operand(value);
                let (op, opposite) = match wanted {
                    true => (Op::JUMP_IF_TRUE, Op::JUMP_IF_FALSE),
                    false => (Op::JUMP_IF_FALSE, Op::JUMP_IF_TRUE),
                };
                self.branch_either(op, opposite, [value, 0, 0], 0, target, span);
                Ok(())
            }
        }
    }

    fn jump_if_operation(&mut self, op: Boolop, values: &'a [&'a Expr<'a>], wanted: bool, target: Label) -> Outcome {
        let Some((last, rest)) = values.split_last() else { return Ok(()) };
        let decides = op == Boolop::Or;
        if decides == wanted {
            for value in rest {
                self.jump_if(value, wanted, target)?;
            }
            return self.jump_if(last, wanted, target);
        }
        let end = self.label();
        for value in rest {
            self.jump_if(value, decides, end)?;
        }
        self.jump_if(last, wanted, target)?;
        self.place_label(end);
        Ok(())
    }

    /// Emits a jump, as a loop edge if it goes back.
    pub(in crate::compile) fn branch(&mut self, op: Op, operands: [u32; 3], extra: u64, target: Label, span: Span) {
        self.branch_either(op, Op::NOP, operands, extra, target, span);
    }

    /// The same, given the opposite jump for those that have no loop edge of their own.
    fn branch_either(&mut self, op: Op, opposite: Op, operands: [u32; 3], extra: u64, target: Label, span: Span) {
        if !self.unit().is_placed(target) {
            self.unit().emit_jump(op, operands, extra, target, span);
            return;
        }
        match loop_edge(op) {
            Some(edge) => {
                self.unit().emit_jump(edge, operands, extra, target, span);
            }
            None => {
                let past = self.label();
                self.unit().emit_jump(opposite, operands, extra, past, span);
                self.unit().jump_back(target, span);
                self.place_label(past);
            }
        }
    }

    fn jump_if_compare(&mut self, node: &'a Compare<'a>, wanted: bool, target: Label, span: Span) -> Outcome {
        if let ([op], [right]) = (node.ops, node.comparators) {
            return self.jump_if_once(node.left, *op, right, wanted, target, span);
        }
        let plain = |compiler: &mut Self, operand: &&'a Expr<'a>| compiler.is_plain(operand);
        if node.comparators[..node.ops.len() - 1].iter().all(|operand| plain(self, operand)) {
            return self.jump_if_pairs(node, wanted, target, span);
        }
        // a < b < c: every comparison but the last leaves its right operand for the next one.
        let base = self.unit().sp;
        let end = self.label();
        let mut left = self.operand_before(node.left, node.comparators)?;
        let last = node.ops.len() - 1;
        for (index, (&op, right)) in node.ops.iter().zip(node.comparators).enumerate() {
            if index == last {
                let (yes, no) = branches(op);
                let right = self.comparison_operand(op, right)?;
                self.unit().sp = base;
                let (op, opposite) = if wanted { (yes, no) } else { (no, yes) };
                self.branch_either(op, opposite, [left, right, 0], 0, target, span);
                break;
            }
            let later = &node.comparators[index + 1..];
            let right = self.operand_before(right, later)?;
            let (_, no) = branches(op);
            if !is_temp(right) {
                let out = if wanted { end } else { target };
                if self.unit().is_placed(out) {
                    let past = self.label();
                    self.unit().emit_jump(branches(op).0, [left, right, 0], 0, past, span);
                    self.unit().jump_back(out, span);
                    self.place_label(past);
                } else {
                    self.unit().emit_jump(no, [left, right, 0], 0, out, span);
                }
            } else {
                let (next, copy) = (self.label(), self.unit().temp());
                self.emit(Op::COPY, copy, right, 0, span);
                self.unit().emit_jump(branches(op).0, [left, copy, 0], 0, next, span);
                self.emit(Op::RELEASE, right, 0, 0, span);
                self.branch(Op::JUMP, [0; 3], 0, if wanted { end } else { target }, span);
                self.place_label(next);
                self.unit().sp = (right & !crate::compile::unit::TEMP) + 1;
            }
            left = self.lowered(right, base, span);
        }
        self.unit().sp = base;
        self.place_label(end);
        Ok(())
    }

    /// In a long chain of comparisons, moves a temp back to where the operands started.
    fn lowered(&mut self, operand: Reg, base: u32, span: Span) -> Reg {
        use crate::compile::unit::TEMP;
        if !is_temp(operand) || (operand & !TEMP) < base + 32 {
            return operand;
        }
        self.emit(Op::MOVE, base | TEMP, operand, 0, span);
        self.unit().sp = base + 1;
        base | TEMP
    }

    /// Whether evaluating an expression twice is the same as once: constants, and locals that no
    /// assignment expression rebinds.
    fn is_plain(&mut self, expression: &'a Expr<'a>) -> bool {
        match expression.kind {
            ExprKind::Constant { .. } => true,
            ExprKind::Name { id, .. } => self.local(id).is_some() && !self.is_rebound(id),
            _ => false,
        }
    }

    /// `a < b < c` with a plain `b` is `a < b and b < c`.
    fn jump_if_pairs(&mut self, node: &'a Compare<'a>, wanted: bool, target: Label, span: Span) -> Outcome {
        let end = self.label();
        let mut left = node.left;
        let last = node.ops.len() - 1;
        for (index, (&op, &right)) in node.ops.iter().zip(node.comparators).enumerate() {
            if index == last {
                self.jump_if_once(left, op, right, wanted, target, span)?;
            } else {
                self.jump_if_once(left, op, right, false, if wanted { end } else { target }, span)?;
            }
            left = right;
        }
        self.place_label(end);
        Ok(())
    }

    /// One comparison and the jump, with an immediate or constant operand where there is one.
    fn jump_if_once(
        &mut self,
        left: &'a Expr<'a>,
        op: Cmpop,
        right: &'a Expr<'a>,
        wanted: bool,
        target: Label,
        span: Span,
    ) -> Outcome {
        let base = self.unit().sp;
        let pick = |(yes, no): (Op, Op)| if wanted { (yes, no) } else { (no, yes) };
        let folded_right = self.folder.fold(right);
        if let Some(constant) = &folded_right {
            if let (Some(value), Some(ops)) = (immediate(constant), branches_immediate(op)) {
                let left = self.operand(left)?;
                self.unit().sp = base;
                let (op, opposite) = pick(ops);
                self.branch_either(op, opposite, [left, value, 0], 0, target, span);
                return Ok(());
            }
            if *constant == Constant::None && matches!(op, Cmpop::Is | Cmpop::IsNot) {
                let left = self.operand(left)?;
                self.unit().sp = base;
                let ops = (Op::JUMP_IF_NONE, Op::JUMP_IF_NOT_NONE);
                let (op, opposite) = pick(if op == Cmpop::Is { ops } else { (ops.1, ops.0) });
                self.branch_either(op, opposite, [left, 0, 0], 0, target, span);
                return Ok(());
            }
            if matches!(constant, Constant::Str(_) | Constant::Bytes(_)) && op == Cmpop::Eq {
                let left = self.operand(left)?;
                self.unit().sp = base;
                let index = self.unit().constant(constant.clone());
                if index <= u16::MAX as u32 {
                    let (op, opposite) = pick((Op::JUMP_IF_EQ_CONST, Op::JUMP_IF_NOT_EQ_CONST));
                    self.branch_either(op, opposite, [left, index, 0], 0, target, span);
                    return Ok(());
                }
                let right = if is_temp(left) { self.unit().temps(2) + 1 } else { self.unit().temp() };
                self.emit(Op::LOAD_CONST, right, index, 0, span);
                self.unit().sp = base;
                let (op, opposite) = pick(branches(op));
                self.branch_either(op, opposite, [left, right, 0], 0, target, span);
                return Ok(());
            }
        } else if let Some(value) = self.folder.fold(left).as_ref().and_then(immediate)
            && let Some(ops) = branches_immediate(mirrored(op))
        {
            let right = self.operand(right)?;
            self.unit().sp = base;
            let (op, opposite) = pick(ops);
            self.branch_either(op, opposite, [right, value, 0], MIRRORED, target, span);
            return Ok(());
        }
        let left = self.operand_before(left, &[right])?;
        let right = self.comparison_operand(op, right)?;
        self.unit().sp = base;
        let (op, opposite) = pick(branches(op));
        self.branch_either(op, opposite, [left, right, 0], 0, target, span);
        Ok(())
    }

    /// The right operand; `in` turns a list or set of constants into a tuple or frozenset.
    fn comparison_operand(&mut self, op: Cmpop, right: &'a Expr<'a>) -> Outcome<Reg> {
        if matches!(op, Cmpop::In | Cmpop::NotIn)
            && let Some(constant) = self.constant_container(right)
        {
            let temp = self.unit().temp();
            self.load_constant(temp, constant, right.span);
            return Ok(temp);
        }
        self.operand(right)
    }

    /// A comparison whose value is wanted.
    pub(super) fn compare(&mut self, node: &'a Compare<'a>, dst: Reg, span: Span) -> Outcome {
        self.check_comparison(node, false, span);
        if let ([op], [right]) = (node.ops, node.comparators) {
            return self.compare_once(node.left, *op, right, dst, span);
        }
        let base = self.unit().sp;
        let end = self.label();
        let mut left = self.operand_before(node.left, node.comparators)?;
        let last = node.ops.len() - 1;
        for (index, (&op, right)) in node.ops.iter().zip(node.comparators).enumerate() {
            if index == last {
                let right = self.comparison_operand(op, right)?;
                self.emit(compute(op), dst, left, right, span);
                break;
            }
            let right = self.operand_before(right, &node.comparators[index + 1..])?;
            if is_temp(right) {
                let copy = self.unit().temp();
                self.emit(Op::COPY, copy, right, 0, span);
                self.emit(compute(op), dst, left, copy, span);
                let (decided, next) = (self.label(), self.label());
                self.unit().emit_jump(Op::JUMP_IF_FALSE_OR_POP, [dst, 0, 0], 0, decided, span);
                self.unit().jump(next, span);
                self.place_label(decided);
                self.emit(Op::RELEASE, right, 0, 0, span);
                self.unit().jump(end, span);
                self.place_label(next);
                self.unit().sp -= 1;
                left = self.lowered(right, base, span);
                continue;
            } else {
                self.emit(compute(op), dst, left, right, span);
                self.unit().emit_jump(Op::JUMP_IF_FALSE_OR_POP, [dst, 0, 0], 0, end, span);
            }
            left = right;
        }
        self.unit().sp = base;
        self.place_label(end);
        Ok(())
    }

    /// One comparison.
    pub(super) fn compare_once(
        &mut self,
        left: &'a Expr<'a>,
        op: Cmpop,
        right: &'a Expr<'a>,
        dst: Reg,
        span: Span,
    ) -> Outcome {
        let base = self.unit().sp;
        if let Some(value) = self.folder.fold(right).as_ref().and_then(immediate)
            && let Some(op) = compute_immediate(op)
        {
            let left = self.operand(left)?;
            self.emit(op, dst, left, value, span);
        } else {
            let left = self.operand_before(left, &[right])?;
            let right = self.comparison_operand(op, right)?;
            self.emit(compute(op), dst, left, right, span);
        }
        self.unit().sp = base;
        Ok(())
    }
}
