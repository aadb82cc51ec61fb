//! Expressions that turn out to be targets: of assignments, `for`, `with`, `del`.
//!
//! The grammar reads a target as an expression; here it is checked and copied with its context.
//! Nested tuples and lists are bounded by the limit on brackets, so recursion is safe.

use super::{Builder, Checked, E};
use crate::ast::*;

impl<'a> Builder<'a, '_> {
    /// The target of `=`, `as`, or of the `:` of an annotation.
    ///
    /// # Errors
    /// `cannot assign to …`
    pub fn target(&mut self, expr: E<'a>) -> Checked<E<'a>> {
        self.convert(expr, ExprContext::Store, "cannot assign to")
    }

    /// The target of a `for`.
    ///
    /// # Errors
    /// `cannot assign to …`
    pub fn for_target(&mut self, expr: E<'a>) -> Checked<E<'a>> {
        self.target(expr)
    }

    /// The target of a `del`.
    ///
    /// # Errors
    /// `cannot delete …`
    pub fn del_target(&mut self, expr: E<'a>) -> Checked<E<'a>> {
        self.convert(expr, ExprContext::Del, "cannot delete")
    }

    fn convert(&mut self, expr: E<'a>, ctx: ExprContext, verb: &str) -> Checked<E<'a>> {
        let kind = match expr.kind {
            ExprKind::Name { id, .. } => ExprKind::Name { id, ctx },
            ExprKind::Attribute { value, attr, .. } => ExprKind::Attribute { value, attr, ctx },
            ExprKind::Subscript { value, slice, .. } => ExprKind::Subscript { value, slice, ctx },
            ExprKind::Starred { value, .. } if ctx == ExprContext::Store => {
                let value = self.convert(value, ctx, verb)?;
                ExprKind::Starred { value, ctx }
            }
            ExprKind::Tuple { elts, .. } => {
                let elts = self.convert_all(elts, ctx, verb)?;
                ExprKind::Tuple { elts, ctx }
            }
            ExprKind::List { elts, .. } => {
                let elts = self.convert_all(elts, ctx, verb)?;
                ExprKind::List { elts, ctx }
            }
            _ => return self.error(format!("{verb} {}", describe(expr)), expr.span),
        };
        Ok(self.expr(expr.span.start, kind, expr.span.end))
    }

    fn convert_all(&mut self, elts: &'a [E<'a>], ctx: ExprContext, verb: &str) -> Checked<&'a [E<'a>]> {
        let list = self.no_exprs();
        for elt in elts {
            let elt = self.convert(elt, ctx, verb)?;
            self.push(elt);
        }
        Ok(self.exprs(list))
    }
}

/// What CPython calls an expression in messages such as `cannot assign to literal`.
pub(crate) fn describe(expr: &Expr) -> &'static str {
    match expr.kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred { .. } => "starred",
        ExprKind::Name { .. } => "name",
        ExprKind::List { .. } => "list",
        ExprKind::Tuple { .. } => "tuple",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call(_) => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp(_) => "generator expression",
        ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } => "yield expression",
        ExprKind::Await { .. } => "await expression",
        ExprKind::ListComp(_) => "list comprehension",
        ExprKind::SetComp(_) => "set comprehension",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Dict { .. } => "dict literal",
        ExprKind::Set { .. } => "set display",
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "f-string expression",
        ExprKind::Constant { value, .. } => match value {
            Constant::None => "None",
            Constant::True => "True",
            Constant::False => "False",
            Constant::Ellipsis => "ellipsis",
            _ => "literal",
        },
        ExprKind::Compare(_) => "comparison",
        ExprKind::IfExp(_) => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
        ExprKind::Slice(_) => "slice",
    }
}
