//! The fields of expressions.

use super::super::repr::repr;
use super::{Describer, Item};
use crate::ast::*;

impl<'t> Describer<'t, '_> {
    pub(super) fn expression(&mut self, kind: &'t ExprKind<'t>) -> &'static str {
        match *kind {
            ExprKind::BoolOp { op, values } => {
                self.simple("op", boolop(op));
                self.exprs("values", values);
                "BoolOp"
            }
            ExprKind::NamedExpr { target, value } => {
                self.expr("target", target);
                self.expr("value", value);
                "NamedExpr"
            }
            ExprKind::BinOp { left, op, right } => {
                self.expr("left", left);
                self.simple("op", operator(op));
                self.expr("right", right);
                "BinOp"
            }
            ExprKind::UnaryOp { op, operand } => {
                self.simple("op", unaryop(op));
                self.expr("operand", operand);
                "UnaryOp"
            }
            ExprKind::Lambda { args, body } => {
                self.one("args", Item::Arguments(args));
                self.expr("body", body);
                "Lambda"
            }
            ExprKind::IfExp(choice) => {
                self.expr("test", choice.test);
                self.expr("body", choice.body);
                self.expr("orelse", choice.orelse);
                "IfExp"
            }
            ExprKind::Dict { items } => {
                self.maybe_exprs("keys", items.iter().map(|item| item.0));
                self.many("values", items.iter().map(|item| Item::Expr(item.1)));
                "Dict"
            }
            ExprKind::Set { elts } => {
                self.exprs("elts", elts);
                "Set"
            }
            ExprKind::ListComp(comprehension) => {
                self.element_comp(comprehension);
                "ListComp"
            }
            ExprKind::SetComp(comprehension) => {
                self.element_comp(comprehension);
                "SetComp"
            }
            ExprKind::DictComp(comprehension) => {
                self.expr("key", comprehension.key);
                self.expr("value", comprehension.value);
                self.generators(comprehension.generators);
                "DictComp"
            }
            ExprKind::GeneratorExp(comprehension) => {
                self.element_comp(comprehension);
                "GeneratorExp"
            }
            ExprKind::Await { value } => {
                self.expr("value", value);
                "Await"
            }
            ExprKind::Yield { value } => {
                self.maybe("value", value);
                "Yield"
            }
            ExprKind::YieldFrom { value } => {
                self.expr("value", value);
                "YieldFrom"
            }
            ExprKind::Compare(compare) => {
                self.expr("left", compare.left);
                let ops = compare.ops.iter().map(|&op| Item::Simple(cmpop(op).into()));
                self.many("ops", ops);
                self.exprs("comparators", compare.comparators);
                "Compare"
            }
            ExprKind::Call(call) => {
                self.expr("func", call.func);
                self.exprs("args", call.args);
                self.many("keywords", call.keywords.iter().map(Item::Keyword));
                "Call"
            }
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.expr("value", value);
                self.simple("conversion", (conversion as i8).to_string());
                self.maybe("format_spec", format_spec);
                "FormattedValue"
            }
            ExprKind::JoinedStr { values } => {
                self.exprs("values", values);
                "JoinedStr"
            }
            ExprKind::Constant { value, u } => {
                self.simple("value", repr(value));
                if u {
                    self.simple("kind", "'u'");
                }
                "Constant"
            }
            ExprKind::Attribute { value, attr, ctx } => {
                self.expr("value", value);
                self.name("attr", attr);
                self.ctx(ctx);
                "Attribute"
            }
            ExprKind::Subscript { value, slice, ctx } => {
                self.expr("value", value);
                self.expr("slice", slice);
                self.ctx(ctx);
                "Subscript"
            }
            ExprKind::Starred { value, ctx } => {
                self.expr("value", value);
                self.ctx(ctx);
                "Starred"
            }
            ExprKind::Name { id, ctx } => {
                self.name("id", id);
                self.ctx(ctx);
                "Name"
            }
            ExprKind::List { elts, ctx } => {
                self.exprs("elts", elts);
                self.ctx(ctx);
                "List"
            }
            ExprKind::Tuple { elts, ctx } => {
                self.exprs("elts", elts);
                self.ctx(ctx);
                "Tuple"
            }
            ExprKind::Slice(slice) => {
                self.maybe("lower", slice.lower);
                self.maybe("upper", slice.upper);
                self.maybe("step", slice.step);
                "Slice"
            }
        }
    }

    fn element_comp(&mut self, comprehension: &'t ElementComp<'t>) {
        self.expr("elt", comprehension.elt);
        self.generators(comprehension.generators);
    }

    fn generators(&mut self, clauses: &'t [Comprehension<'t>]) {
        self.many("generators", clauses.iter().map(Item::Comprehension));
    }
}

fn boolop(op: Boolop) -> &'static str {
    match op {
        Boolop::And => "And()",
        Boolop::Or => "Or()",
    }
}

fn unaryop(op: Unaryop) -> &'static str {
    match op {
        Unaryop::Invert => "Invert()",
        Unaryop::Not => "Not()",
        Unaryop::UAdd => "UAdd()",
        Unaryop::USub => "USub()",
    }
}

pub(super) fn operator(op: Operator) -> &'static str {
    match op {
        Operator::Add => "Add()",
        Operator::Sub => "Sub()",
        Operator::Mult => "Mult()",
        Operator::MatMult => "MatMult()",
        Operator::Div => "Div()",
        Operator::Mod => "Mod()",
        Operator::Pow => "Pow()",
        Operator::LShift => "LShift()",
        Operator::RShift => "RShift()",
        Operator::BitOr => "BitOr()",
        Operator::BitXor => "BitXor()",
        Operator::BitAnd => "BitAnd()",
        Operator::FloorDiv => "FloorDiv()",
    }
}

fn cmpop(op: Cmpop) -> &'static str {
    match op {
        Cmpop::Eq => "Eq()",
        Cmpop::NotEq => "NotEq()",
        Cmpop::Lt => "Lt()",
        Cmpop::LtE => "LtE()",
        Cmpop::Gt => "Gt()",
        Cmpop::GtE => "GtE()",
        Cmpop::Is => "Is()",
        Cmpop::IsNot => "IsNot()",
        Cmpop::In => "In()",
        Cmpop::NotIn => "NotIn()",
    }
}
