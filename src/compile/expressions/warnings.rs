//! SyntaxWarnings about expressions that can only be mistakes.

use anthill_grammar::Span;
use anthill_grammar::ast::{Cmpop, Compare, Expr, ExprKind};

use crate::bytecode::Constant;
use crate::compile::compiler::Compiler;
use crate::compile::constants::type_name;

impl<'a> Compiler<'a, '_, '_> {
    /// `x is 1`; `not x is 1` is `x is not 1`.
    pub(super) fn check_comparison(&mut self, node: &'a Compare<'a>, negated: bool, span: Span) {
        let mut left = node.left;
        for (&op, &right) in node.ops.iter().zip(node.comparators) {
            if matches!(op, Cmpop::Is | Cmpop::IsNot) {
                let literal = |operand: &Expr| {
                    let constant = self.folder.fold(operand)?;
                    let identity =
                        matches!(constant, Constant::None | Constant::True | Constant::False | Constant::Ellipsis);
                    (!identity).then(|| type_name(&constant))
                };
                if let Some(kind) = literal(left).or_else(|| literal(right)) {
                    let negated = negated && node.ops.len() == 1;
                    let (word, better) = if (op == Cmpop::Is) != negated { ("is", "==") } else { ("is not", "!=") };
                    self.context.warn(span, format!("\"{word}\" with '{kind}' literal. Did you mean \"{better}\"?"));
                    return;
                }
            }
            left = right;
        }
    }

    /// `(1, 2)(3)`.
    pub(super) fn check_callee(&mut self, callee: &Expr, span: Span) {
        if !matches!(
            callee.kind,
            ExprKind::Constant { .. }
                | ExprKind::Tuple { .. }
                | ExprKind::List { .. }
                | ExprKind::ListComp(_)
                | ExprKind::Dict { .. }
                | ExprKind::DictComp(_)
                | ExprKind::Set { .. }
                | ExprKind::SetComp(_)
                | ExprKind::GeneratorExp(_)
                | ExprKind::JoinedStr { .. }
                | ExprKind::FormattedValue { .. }
        ) {
            return;
        }
        if let Some(kind) = self.inferred_type(callee) {
            let _ = span;
            let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
            self.context.warn(callee.span, message);
        }
    }

    /// `1[0]` and `(1, 2)['x']`.
    pub(super) fn check_subscript(&mut self, value: &Expr, index: &Expr, _span: Span) {
        let subscriptable = match value.kind {
            ExprKind::Constant { value, .. } => {
                use anthill_grammar::ast::Constant as Literal;
                matches!(value, Literal::Str(_) | Literal::SurrogateStr(_) | Literal::Bytes(_))
            }
            ExprKind::Set { .. } | ExprKind::SetComp(_) | ExprKind::GeneratorExp(_) | ExprKind::Lambda { .. } => false,
            _ => true,
        };
        if !subscriptable {
            if let Some(kind) = self.inferred_type(value) {
                let message = format!("'{kind}' object is not subscriptable; perhaps you missed a comma?");
                self.context.warn(value.span, message);
            }
            return;
        }
        let sequence = matches!(
            value.kind,
            ExprKind::Constant { .. }
                | ExprKind::Tuple { .. }
                | ExprKind::List { .. }
                | ExprKind::ListComp(_)
                | ExprKind::JoinedStr { .. }
                | ExprKind::FormattedValue { .. }
        );
        let Some(kind) = self.inferred_type(index) else { return };
        if sequence
            && !matches!(kind, "int" | "bool" | "slice")
            && let Some(container) = self.inferred_type(value)
        {
            let message =
                format!("{container} indices must be integers or slices, not {kind}; perhaps you missed a comma?");
            self.context.warn(value.span, message);
        }
    }

    /// The type that an expression is sure to have.
    fn inferred_type(&self, expression: &Expr) -> Option<&'static str> {
        Some(match expression.kind {
            ExprKind::Tuple { .. } => "tuple",
            ExprKind::List { .. } | ExprKind::ListComp(_) => "list",
            ExprKind::Dict { .. } | ExprKind::DictComp(_) => "dict",
            ExprKind::Set { .. } | ExprKind::SetComp(_) => "set",
            ExprKind::GeneratorExp(_) => "generator",
            ExprKind::Lambda { .. } => "function",
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "str",
            _ => type_name(&self.folder.fold(expression)?),
        })
    }
}
