//! f-strings.

use anthill_grammar::Span;
use anthill_grammar::ast::{Conversion, Expr, ExprKind};

use crate::bytecode::{Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::unit::{Reg, TEMP, is_temp};

/// Longer f-strings are joined in pieces of this many parts.
const MAX_PARTS: usize = 200;

impl<'a> Compiler<'a, '_, '_> {
    /// The parts in a window, then joined.
    pub(super) fn joined_string(&mut self, values: &'a [&'a Expr<'a>], dst: Reg, span: Span) -> Outcome {
        match values {
            [] => {
                self.load_constant(dst, Constant::Str("".into()), span);
                return Ok(());
            }
            [only] if !matches!(only.kind, ExprKind::Constant { .. }) => return self.into(only, dst),
            _ => {}
        }
        let base = self.unit().sp;
        let first = if is_temp(dst) { base - 1 } else { base };
        self.unit().sp = first;
        let mut parts = 0;
        for value in values {
            if parts == MAX_PARTS {
                self.emit(Op::BUILD_STRING, first | TEMP, first | TEMP, parts as u32, span);
                self.unit().sp = first + 1;
                parts = 1;
            }
            let temp = self.unit().temp();
            self.into(value, temp)?;
            parts += 1;
        }
        self.unit().sp = base;
        self.emit(Op::BUILD_STRING, dst, first | TEMP, parts as u32, span);
        Ok(())
    }

    /// `{value!conversion:spec}`; `dst` is a temp.
    pub(super) fn formatted_value(
        &mut self,
        value: &'a Expr<'a>,
        conversion: Conversion,
        spec: Option<&'a Expr<'a>>,
        dst: Reg,
        span: Span,
    ) -> Outcome {
        let later: &[&'a Expr<'a>] = spec.as_slice();
        let mut operand = match self.local_in_place(value, later) {
            Some(local) => local,
            None => {
                self.into(value, dst)?;
                dst
            }
        };
        let number = match conversion {
            Conversion::None => 0,
            Conversion::Str => 1,
            Conversion::Repr => 2,
            Conversion::Ascii => 3,
        };
        if number != 0 {
            self.emit(Op::CONVERT_VALUE, dst, operand, number, span);
            operand = dst;
        }
        match spec {
            None => self.emit(Op::FORMAT_SIMPLE, dst, operand, 0, span),
            Some(spec) => {
                // A local value leaves `dst` empty, but the spec goes above it all the same.
                let spec = self.operand(spec)?;
                self.drop_operand(spec);
                self.emit(Op::FORMAT_WITH_SPEC, dst, operand, spec, span);
            }
        }
        Ok(())
    }
}
