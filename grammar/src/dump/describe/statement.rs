//! The fields of modules and statements.

use super::expression::operator;
use super::{Describer, Item};
use crate::ast::*;

impl<'t> Describer<'t, '_> {
    pub(super) fn module(&mut self, root: &'t Mod<'t>) -> &'static str {
        match *root {
            Mod::Module { body } => {
                self.body("body", body);
                "Module"
            }
            Mod::Interactive { body } => {
                self.body("body", body);
                "Interactive"
            }
            Mod::Expression { body } => {
                self.expr("body", body);
                "Expression"
            }
        }
    }

    pub(super) fn statement(&mut self, kind: &'t StmtKind<'t>) -> &'static str {
        match *kind {
            StmtKind::FunctionDef(function) => {
                self.function(function);
                "FunctionDef"
            }
            StmtKind::AsyncFunctionDef(function) => {
                self.function(function);
                "AsyncFunctionDef"
            }
            StmtKind::ClassDef(class) => {
                self.name("name", class.name);
                self.exprs("bases", class.bases);
                self.many("keywords", class.keywords.iter().map(Item::Keyword));
                self.body("body", class.body);
                self.exprs("decorator_list", class.decorator_list);
                self.type_params(class.type_params);
                "ClassDef"
            }
            StmtKind::Return { value } => {
                self.maybe("value", value);
                "Return"
            }
            StmtKind::Delete { targets } => {
                self.exprs("targets", targets);
                "Delete"
            }
            StmtKind::Assign { targets, value } => {
                self.exprs("targets", targets);
                self.expr("value", value);
                "Assign"
            }
            StmtKind::TypeAlias(alias) => {
                self.expr("name", alias.name);
                self.type_params(alias.type_params);
                self.expr("value", alias.value);
                "TypeAlias"
            }
            StmtKind::AugAssign { target, op, value } => {
                self.expr("target", target);
                self.simple("op", operator(op));
                self.expr("value", value);
                "AugAssign"
            }
            StmtKind::AnnAssign(assign) => {
                self.expr("target", assign.target);
                self.expr("annotation", assign.annotation);
                self.maybe("value", assign.value);
                self.number("simple", assign.simple.into());
                "AnnAssign"
            }
            StmtKind::For(statement) => {
                self.for_loop(statement);
                "For"
            }
            StmtKind::AsyncFor(statement) => {
                self.for_loop(statement);
                "AsyncFor"
            }
            StmtKind::While { test, body, orelse } => {
                self.expr("test", test);
                self.body("body", body);
                self.body("orelse", orelse);
                "While"
            }
            StmtKind::If { test, body, orelse } => {
                self.expr("test", test);
                self.body("body", body);
                self.body("orelse", orelse);
                "If"
            }
            StmtKind::With(statement) => {
                self.with(statement);
                "With"
            }
            StmtKind::AsyncWith(statement) => {
                self.with(statement);
                "AsyncWith"
            }
            StmtKind::Match { subject, cases } => {
                self.expr("subject", subject);
                self.many("cases", cases.iter().map(Item::MatchCase));
                "Match"
            }
            StmtKind::Raise { exc, cause } => {
                self.maybe("exc", exc);
                self.maybe("cause", cause);
                "Raise"
            }
            StmtKind::Try(statement) => {
                self.try_block(statement);
                "Try"
            }
            StmtKind::TryStar(statement) => {
                self.try_block(statement);
                "TryStar"
            }
            StmtKind::Assert { test, msg } => {
                self.expr("test", test);
                self.maybe("msg", msg);
                "Assert"
            }
            StmtKind::Import { names } => {
                self.many("names", names.iter().map(Item::Alias));
                "Import"
            }
            StmtKind::ImportFrom { module, names, level } => {
                self.maybe_name("module", module);
                self.many("names", names.iter().map(Item::Alias));
                self.number("level", level);
                "ImportFrom"
            }
            StmtKind::Global { names } => {
                self.names("names", names);
                "Global"
            }
            StmtKind::Nonlocal { names } => {
                self.names("names", names);
                "Nonlocal"
            }
            StmtKind::Expr { value } => {
                self.expr("value", value);
                "Expr"
            }
            StmtKind::Pass => "Pass",
            StmtKind::Break => "Break",
            StmtKind::Continue => "Continue",
        }
    }

    fn function(&mut self, function: &'t FunctionDef<'t>) {
        self.name("name", function.name);
        self.one("args", Item::Arguments(function.args));
        self.body("body", function.body);
        self.exprs("decorator_list", function.decorator_list);
        self.maybe("returns", function.returns);
        self.type_params(function.type_params);
    }

    fn for_loop(&mut self, statement: &'t For<'t>) {
        self.expr("target", statement.target);
        self.expr("iter", statement.iter);
        self.body("body", statement.body);
        self.body("orelse", statement.orelse);
    }

    fn with(&mut self, statement: &'t With<'t>) {
        self.many("items", statement.items.iter().map(Item::With));
        self.body("body", statement.body);
    }

    fn try_block(&mut self, statement: &'t Try<'t>) {
        self.body("body", statement.body);
        let handlers = statement.handlers.iter().map(Item::ExceptHandler);
        self.many("handlers", handlers);
        self.body("orelse", statement.orelse);
        self.body("finalbody", statement.finalbody);
    }
}
