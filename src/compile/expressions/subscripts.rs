//! Subscripts and slices.

use anthill_grammar::Span;
use anthill_grammar::ast::{Expr, ExprKind, Slice};

use super::chain::{Left, Spine};
use super::conditions::immediate;
use crate::bytecode::{Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::unit::{Reg, is_temp};

impl<'a> Compiler<'a, '_, '_> {
    /// `left[index]`.
    pub(super) fn subscript_step(
        &mut self,
        left: Left<'a>,
        index: &'a Expr<'a>,
        span: Span,
        spine: &mut Spine,
    ) -> Outcome<Reg> {
        if let ExprKind::Slice(slice @ Slice { step: None, .. }) = index.kind {
            let object = self.settle(left, &[index], spine)?;
            let base = self.unit().sp;
            let bounds = self.slice_bounds(slice, index.span)?;
            self.unit().sp = base;
            let result = self.result_over(spine, object);
            self.emit(Op::LOAD_SLICE, result, object, bounds, span);
            return Ok(result);
        }
        let folded = self.folder.fold(index);
        if let Some(value) = folded.as_ref().and_then(immediate) {
            let object = self.settle(left, &[], spine)?;
            let result = self.result_over(spine, object);
            self.emit(Op::LOAD_SUBSCR_IMM, result, object, value, span);
            return Ok(result);
        }
        if let Some(constant @ (Constant::Str(_) | Constant::Bytes(_))) = folded {
            let key = self.unit().constant(constant);
            if key <= u16::MAX as u32 {
                let object = self.settle(left, &[], spine)?;
                let result = self.result_over(spine, object);
                self.emit(Op::LOAD_SUBSCR_CONST, result, object, key, span);
                return Ok(result);
            }
        }
        let object = self.settle(left, &[index], spine)?;
        let key = self.right_operand(index, object, spine)?;
        if is_temp(key) && is_temp(object) {
            self.drop_operand(key);
        }
        let result = self.result_over(spine, object);
        self.emit(Op::LOAD_SUBSCR, result, object, key, span);
        Ok(result)
    }

    /// Lower and upper bound in two new temps; None where there is none.
    pub(in crate::compile) fn slice_bounds(&mut self, slice: &'a Slice<'a>, span: Span) -> Outcome<Reg> {
        let mut first = None;
        for bound in [slice.lower, slice.upper] {
            let temp = self.unit().temp();
            first.get_or_insert(temp);
            match bound {
                Some(bound) => self.into(bound, temp)?,
                None => self.emit(Op::LOAD_NONE, temp, 0, 0, span),
            }
        }
        Ok(first.unwrap_or_default())
    }

    /// A slice object.
    pub(super) fn slice(&mut self, slice: &'a Slice<'a>, dst: Reg, span: Span) -> Outcome {
        self.in_temp(dst, span, |compiler, dst| {
            compiler.unit().sp -= 1;
            let base = compiler.unit().sp;
            compiler.slice_bounds(slice, span)?;
            let step = compiler.unit().temp();
            match slice.step {
                Some(bound) => compiler.into(bound, step)?,
                None => compiler.emit(Op::LOAD_NONE, step, 0, 0, span),
            }
            compiler.unit().sp = base + 1;
            compiler.emit(Op::BUILD_SLICE, dst, dst, 0, span);
            Ok(())
        })
    }
}
