//! What `ast.dump` prints of each node: its class, its fields in CPython's order, its span.

mod expression;
mod pattern;
mod statement;

use super::repr::repr_str;
use crate::ast::*;
use crate::position::Span;
use crate::symbol::{Interner, Symbol};
use std::borrow::Cow;

/// Anything that stands in a field.
pub(in crate::dump) enum Item<'t> {
    /// A value without fields: a name, a number, `Load()`.
    Simple(Cow<'static, str>),
    Mod(&'t Mod<'t>),
    Stmt(&'t Stmt<'t>),
    Expr(&'t Expr<'t>),
    Pattern(&'t Pattern<'t>),
    Arguments(&'t Arguments<'t>),
    Arg(&'t Arg<'t>),
    Keyword(&'t Keyword<'t>),
    Alias(&'t Alias),
    With(&'t WithItem<'t>),
    MatchCase(&'t MatchCase<'t>),
    Comprehension(&'t Comprehension<'t>),
    ExceptHandler(&'t ExceptHandler<'t>),
    TypeParam(&'t TypeParam<'t>),
}

/// One item or a list of them.
pub(in crate::dump) enum Fields<'t> {
    One(Item<'t>),
    /// Never empty: empty lists are left out.
    Many(Vec<Item<'t>>),
}

pub(in crate::dump) struct Node<'t> {
    pub(in crate::dump) class: &'static str,
    pub(in crate::dump) fields: Vec<(&'static str, Fields<'t>)>,
    /// None for classes without attributes.
    pub(in crate::dump) span: Option<Span>,
}

/// Describes a node by the names of an interner.
pub(in crate::dump) fn describe<'t>(item: &Item<'t>, names: &Interner) -> Node<'t> {
    let mut node = Describer { names, fields: Vec::with_capacity(4) };
    let (class, span) = match *item {
        Item::Simple(_) => ("", None),
        Item::Mod(root) => (node.module(root), None),
        Item::Stmt(statement) => (node.statement(&statement.kind), Some(statement.span)),
        Item::Expr(expression) => (node.expression(&expression.kind), Some(expression.span)),
        Item::Pattern(pattern) => (node.pattern(&pattern.kind), Some(pattern.span)),
        Item::Arguments(arguments) => (node.arguments(arguments), None),
        Item::Arg(arg) => {
            node.name("arg", arg.arg);
            node.maybe("annotation", arg.annotation);
            ("arg", Some(arg.span))
        }
        Item::Keyword(keyword) => {
            node.maybe_name("arg", keyword.arg);
            node.expr("value", keyword.value);
            ("keyword", Some(keyword.span))
        }
        Item::Alias(alias) => {
            node.name("name", alias.name);
            node.maybe_name("asname", alias.asname);
            ("alias", Some(alias.span))
        }
        Item::With(item) => {
            node.expr("context_expr", item.context_expr);
            node.maybe("optional_vars", item.optional_vars);
            ("withitem", None)
        }
        Item::MatchCase(case) => {
            node.one("pattern", Item::Pattern(case.pattern));
            node.maybe("guard", case.guard);
            node.body("body", case.body);
            ("match_case", None)
        }
        Item::Comprehension(clause) => {
            node.expr("target", clause.target);
            node.expr("iter", clause.iter);
            node.exprs("ifs", clause.ifs);
            node.number("is_async", clause.is_async.into());
            ("comprehension", None)
        }
        Item::ExceptHandler(handler) => {
            node.maybe("type", handler.type_);
            node.maybe_name("name", handler.name);
            node.body("body", handler.body);
            ("ExceptHandler", Some(handler.span))
        }
        Item::TypeParam(parameter) => (node.type_param(&parameter.kind), Some(parameter.span)),
    };
    Node { class, fields: node.fields, span }
}

/// Collects the fields of one node.
struct Describer<'t, 'n> {
    names: &'n Interner,
    fields: Vec<(&'static str, Fields<'t>)>,
}

impl<'t> Describer<'t, '_> {
    fn one(&mut self, name: &'static str, item: Item<'t>) {
        self.fields.push((name, Fields::One(item)));
    }

    fn many(&mut self, name: &'static str, items: impl IntoIterator<Item = Item<'t>>) {
        let items: Vec<_> = items.into_iter().collect();
        if !items.is_empty() {
            self.fields.push((name, Fields::Many(items)));
        }
    }

    fn simple(&mut self, name: &'static str, text: impl Into<Cow<'static, str>>) {
        self.one(name, Item::Simple(text.into()));
    }

    fn number(&mut self, name: &'static str, value: u32) {
        self.simple(name, value.to_string());
    }

    fn name_item<'x>(&self, symbol: Symbol) -> Item<'x> {
        Item::Simple(repr_str(self.names.text(symbol).as_bytes()).into())
    }

    fn name(&mut self, name: &'static str, symbol: Symbol) {
        self.one(name, self.name_item(symbol));
    }

    fn maybe_name(&mut self, name: &'static str, symbol: Option<Symbol>) {
        if let Some(symbol) = symbol {
            self.name(name, symbol);
        }
    }

    fn names(&mut self, name: &'static str, symbols: &[Symbol]) {
        let items: Vec<_> = symbols.iter().map(|&s| self.name_item(s)).collect();
        self.many(name, items);
    }

    fn expr(&mut self, name: &'static str, expression: &'t Expr<'t>) {
        self.one(name, Item::Expr(expression));
    }

    fn maybe(&mut self, name: &'static str, expression: Option<&'t Expr<'t>>) {
        if let Some(expression) = expression {
            self.expr(name, expression);
        }
    }

    fn exprs(&mut self, name: &'static str, expressions: &'t [&'t Expr<'t>]) {
        self.many(name, expressions.iter().map(|e| Item::Expr(e)));
    }

    /// A list in which an element may be missing: `None`.
    fn maybe_exprs(&mut self, name: &'static str, expressions: impl Iterator<Item = Option<&'t Expr<'t>>>) {
        let none = || Item::Simple("None".into());
        self.many(name, expressions.map(|e| e.map_or_else(none, Item::Expr)));
    }

    fn patterns(&mut self, name: &'static str, patterns: &'t [&'t Pattern<'t>]) {
        self.many(name, patterns.iter().map(|p| Item::Pattern(p)));
    }

    fn body(&mut self, name: &'static str, body: &'t [&'t Stmt<'t>]) {
        self.many(name, body.iter().map(|s| Item::Stmt(s)));
    }

    fn type_params(&mut self, parameters: &'t [TypeParam<'t>]) {
        self.many("type_params", parameters.iter().map(Item::TypeParam));
    }

    fn ctx(&mut self, ctx: ExprContext) {
        self.simple(
            "ctx",
            match ctx {
                ExprContext::Load => "Load()",
                ExprContext::Store => "Store()",
                ExprContext::Del => "Del()",
            },
        );
    }
}
