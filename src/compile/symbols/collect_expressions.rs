//! The first pass over expressions.

use anthill_grammar::Span;
use anthill_grammar::ast::{Arguments, Comprehension as Clause, Expr, ExprContext, ExprKind};

use super::collect::Collector;
use super::table::{Comprehension, Role, ScopeKind, def};
use crate::compile::context::{Outcome, deeper};

impl<'a> Collector<'_, '_> {
    pub(super) fn optional(&mut self, expression: Option<&'a Expr<'a>>) -> Outcome {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    pub(super) fn all(&mut self, expressions: &[&'a Expr<'a>]) -> Outcome {
        expressions.iter().try_for_each(|expression| self.expression(expression))
    }

    /// Visits an expression; left spines and unary chains of any length in a loop.
    pub fn expression(&mut self, expression: &'a Expr<'a>) -> Outcome {
        let mut at = expression;
        let mut spine: Vec<&'a Expr<'a>> = Vec::new();
        loop {
            let next = match at.kind {
                ExprKind::BinOp { left, .. } => left,
                ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => value,
                ExprKind::Call(call) => call.func,
                ExprKind::Compare(compare) => compare.left,
                ExprKind::UnaryOp { operand, .. } => operand,
                _ => break,
            };
            spine.push(at);
            at = next;
        }
        self.leaf(at)?;
        while let Some(node) = spine.pop() {
            match node.kind {
                ExprKind::BinOp { right, .. } => self.nested(right)?,
                ExprKind::Subscript { slice, .. } => self.nested(slice)?,
                ExprKind::Compare(compare) => {
                    compare.comparators.iter().try_for_each(|operand| self.nested(operand))?;
                }
                ExprKind::Call(call) => {
                    call.args.iter().try_for_each(|argument| self.nested(argument))?;
                    call.keywords.iter().try_for_each(|keyword| self.nested(keyword.value))?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn nested(&mut self, expression: &'a Expr<'a>) -> Outcome {
        match expression.kind {
            ExprKind::Name { id, ctx: ExprContext::Load } if id != self.context.known.super_ => {
                self.add(id, def::USE, expression.span)
            }
            ExprKind::Constant { .. } => Ok(()),
            _ => deeper(self, |walker| walker.expression(expression)),
        }
    }

    /// An expression that is no link of a left spine.
    fn leaf(&mut self, expression: &'a Expr<'a>) -> Outcome {
        let span = expression.span;
        match expression.kind {
            ExprKind::Name { id, ctx } => self.name(id, ctx, span),
            ExprKind::Constant { .. } => Ok(()),
            ExprKind::BoolOp { values, .. } => self.each(values),
            ExprKind::NamedExpr { target, value } => self.named(expression, target, value),
            ExprKind::Lambda { args, body } => {
                self.all_nested(args.defaults)?;
                for default in args.kw_defaults.iter().flatten() {
                    self.nested(default)?;
                }
                self.enter(ScopeKind::Function, expression, Role::Body);
                self.parameters(args, span)?;
                self.nested(body)?;
                self.leave();
                Ok(())
            }
            ExprKind::IfExp(mut node) => loop {
                self.nested(node.test)?;
                self.nested(node.body)?;
                match node.orelse.kind {
                    ExprKind::IfExp(next) => node = next,
                    _ => break self.nested(node.orelse),
                }
            },
            ExprKind::Dict { items } => {
                for (key, _) in items {
                    key.map_or(Ok(()), |key| self.nested(key))?;
                }
                items.iter().try_for_each(|(_, value)| self.nested(value))
            }
            ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => self.each(elts),
            ExprKind::ListComp(node) => {
                self.comprehension(expression, Comprehension::List, node.generators, &[node.elt])
            }
            ExprKind::SetComp(node) => self.comprehension(expression, Comprehension::Set, node.generators, &[node.elt]),
            ExprKind::GeneratorExp(node) => {
                self.comprehension(expression, Comprehension::Generator, node.generators, &[node.elt])
            }
            ExprKind::DictComp(node) => {
                self.comprehension(expression, Comprehension::Dict, node.generators, &[node.value, node.key])
            }
            ExprKind::Yield { value } => {
                self.forbid_in_annotations("yield expression", span)?;
                value.map_or(Ok(()), |value| self.nested(value))?;
                self.note_yield(span)
            }
            ExprKind::YieldFrom { value } => {
                self.forbid_in_annotations("yield expression", span)?;
                self.nested(value)?;
                self.note_yield(span)
            }
            ExprKind::Await { value } => {
                self.forbid_in_annotations("await expression", span)?;
                self.nested(value)?;
                self.scope().coroutine = true;
                Ok(())
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.nested(value)?;
                format_spec.map_or(Ok(()), |spec| self.nested(spec))
            }
            ExprKind::JoinedStr { values } => self.each(values),
            ExprKind::Starred { value, .. } => self.nested(value),
            ExprKind::Slice(slice) => {
                let parts = [slice.lower, slice.upper, slice.step];
                parts.into_iter().flatten().try_for_each(|part| self.nested(part))
            }
            // Links of a spine, which `expression` has taken apart.
            ExprKind::BinOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::Compare(_)
            | ExprKind::Call(_)
            | ExprKind::Attribute { .. }
            | ExprKind::Subscript { .. } => Ok(()),
        }
    }

    fn each(&mut self, expressions: &[&'a Expr<'a>]) -> Outcome {
        expressions.iter().try_for_each(|expression| self.nested(expression))
    }

    pub(super) fn all_nested(&mut self, expressions: &[&'a Expr<'a>]) -> Outcome {
        self.each(expressions)
    }

    fn name(&mut self, name: anthill_grammar::Symbol, ctx: ExprContext, span: Span) -> Outcome {
        if ctx != ExprContext::Load {
            return self.add(name, def::LOCAL, span);
        }
        self.add(name, def::USE, span)?;
        // super() without arguments needs the class it stands in.
        if name == self.context.known.super_ && self.scope().kind == ScopeKind::Function {
            let class = self.context.known.class_cell;
            self.add(class, def::USE, span)?;
        }
        Ok(())
    }

    fn named(&mut self, expression: &Expr, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Outcome {
        self.forbid_in_annotations("named expression", expression.span)?;
        if self.scope().iterables > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(self.context.error(expression.span, message));
        }
        if self.scope().comprehension != Comprehension::No {
            self.extend_named_scope(target)?;
        }
        self.nested(value)?;
        let ExprKind::Name { id, .. } = target.kind else { return self.nested(target) };
        self.add(id, def::LOCAL | def::NAMED, target.span)
    }

    /// Parameters bind names; their defaults and annotations have been visited outside.
    pub(super) fn parameters(&mut self, arguments: &'a Arguments<'a>, _span: Span) -> Outcome {
        let plain = arguments.posonlyargs.iter().chain(arguments.args).chain(arguments.kwonlyargs);
        for parameter in plain.chain(arguments.vararg).chain(arguments.kwarg) {
            self.add(parameter.arg, def::PARAM, parameter.span)?;
        }
        Ok(())
    }

    /// The first iterable belongs to the scope around, all else to the comprehension's own.
    fn comprehension(
        &mut self,
        expression: &'a Expr<'a>,
        kind: Comprehension,
        clauses: &'a [Clause<'a>],
        results: &[&'a Expr<'a>],
    ) -> Outcome {
        let first = &clauses[0];
        self.scope().iterables += 1;
        self.nested(first.iter)?;
        self.scope().iterables -= 1;
        self.enter(ScopeKind::Function, expression, Role::Body);
        self.scope().comprehension = kind;
        self.scope().coroutine = first.is_async;
        let argument = self.context.known.dot_zero;
        self.add(argument, def::PARAM, expression.span)?;
        self.clause_target(first)?;
        self.each(first.ifs)?;
        for clause in &clauses[1..] {
            self.clause_target(clause)?;
            self.scope().iterables += 1;
            self.nested(clause.iter)?;
            self.scope().iterables -= 1;
            self.each(clause.ifs)?;
            if clause.is_async {
                self.scope().coroutine = true;
            }
        }
        self.each(results)?;
        let generator = kind == Comprehension::Generator;
        self.scope().generator = generator;
        let asynchronous = self.scope().coroutine && !generator;
        self.leave();
        if asynchronous {
            self.scope().coroutine = true;
        }
        Ok(())
    }

    fn clause_target(&mut self, clause: &Clause<'a>) -> Outcome {
        self.scope().visiting_target = true;
        self.nested(clause.target)?;
        self.scope().visiting_target = false;
        Ok(())
    }
}
