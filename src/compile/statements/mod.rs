//! Statements.

mod assign;
mod blocks;
mod classes;
mod exceptions;
mod functions;
mod imports;
mod loops;
mod patterns;
mod star_handlers;
mod targets;
mod type_parameters;
mod unparse;
mod with;

use anthill_grammar::Span;
use anthill_grammar::ast::{Expr, ExprKind, Stmt, StmtKind};

use super::compiler::Compiler;
use super::context::{Outcome, deeper};
use super::unit::{Block, is_temp};
use crate::bytecode::{Constant, Op, flags};

impl<'a> Compiler<'a, '_, '_> {
    /// Compiles statements one after the other.
    pub(super) fn body(&mut self, body: &[&'a Stmt<'a>]) -> Outcome {
        body.iter().try_for_each(|statement| deeper(self, |compiler| compiler.statement(statement)))
    }

    fn statement(&mut self, statement: &'a Stmt<'a>) -> Outcome {
        let span = statement.span;
        let base = self.unit().sp;
        match statement.kind {
            StmtKind::FunctionDef(function) => self.function(function, false, span)?,
            StmtKind::AsyncFunctionDef(function) => self.function(function, true, span)?,
            StmtKind::ClassDef(class) => self.class(class, span)?,
            StmtKind::Return { value } => self.return_statement(value, span)?,
            StmtKind::Delete { targets } => targets.iter().try_for_each(|target| self.delete(target))?,
            StmtKind::Assign { targets, value } => self.assign(targets, value, span)?,
            StmtKind::TypeAlias(alias) => self.type_alias(alias, span)?,
            StmtKind::AugAssign { target, op, value } => self.augmented_assign(target, op, value, span)?,
            StmtKind::AnnAssign(node) => self.annotated_assign(node, span)?,
            StmtKind::For(node) => self.for_statement(node, span)?,
            StmtKind::AsyncFor(node) => self.async_for_statement(node, span)?,
            StmtKind::While { test, body, orelse } => self.while_statement(test, body, orelse, span)?,
            StmtKind::If { test, body, orelse } => self.if_statement(test, body, orelse)?,
            StmtKind::With(node) => self.with_statement(node.items, node.body, false, span)?,
            StmtKind::AsyncWith(node) => {
                if !self.in_async_function() {
                    return self.error(span, "'async with' outside async function");
                }
                self.with_statement(node.items, node.body, true, span)?;
            }
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases, span)?,
            StmtKind::Raise { exc, cause } => self.raise(exc, cause, span)?,
            StmtKind::Try(node) => self.try_statement(node, false, span)?,
            StmtKind::TryStar(node) => self.try_statement(node, true, span)?,
            StmtKind::Assert { test, msg } => self.assert(test, msg, span)?,
            StmtKind::Import { names } => self.import(names, span)?,
            StmtKind::ImportFrom { module, names, level } => self.import_from(module, names, level, span)?,
            StmtKind::Expr { value } => self.expression_statement(value, span)?,
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } | StmtKind::Pass => {}
            StmtKind::Break => self.leave_loop(true, span)?,
            StmtKind::Continue => self.leave_loop(false, span)?,
        }
        debug_assert_eq!(self.unit().sp, base, "a statement leaves a temp behind");
        Ok(())
    }

    fn expression_statement(&mut self, value: &'a Expr<'a>, span: Span) -> Outcome {
        if self.interactive && self.units.len() == 1 {
            let value = self.operand(value)?;
            self.drop_operand(value);
            self.emit(Op::PRINT_EXPR, value, 0, 0, span);
            return Ok(());
        }
        self.discarded(value)
    }

    fn if_statement(&mut self, test: &'a Expr<'a>, body: &'a [&'a Stmt<'a>], orelse: &'a [&'a Stmt<'a>]) -> Outcome {
        let end = self.label();
        let (mut test, mut body, mut orelse) = (test, body, orelse);
        loop {
            let otherwise = if orelse.is_empty() { end } else { self.label() };
            self.jump_if(test, false, otherwise)?;
            self.body(body)?;
            if orelse.is_empty() {
                break;
            }
            let last = self.unit().last_span();
            self.unit().jump(end, last);
            self.place_label(otherwise);
            match orelse {
                [Stmt { kind: StmtKind::If { test: next, body: inner, orelse: rest }, .. }] => {
                    (test, body, orelse) = (next, inner, rest);
                }
                _ => {
                    self.body(orelse)?;
                    break;
                }
            }
        }
        self.place_label(end);
        Ok(())
    }

    fn return_statement(&mut self, value: Option<&'a Expr<'a>>, span: Span) -> Outcome {
        if !self.unit().is_function_like() {
            return self.error(span, "'return' outside function");
        }
        if value.is_some() && self.unit().flags & flags::ASYNC_GENERATOR != 0 {
            return self.error(span, "'return' with value in async generator");
        }
        let constant = value.map_or(Some(Constant::None), |value| self.folder.fold(value));
        if let Some(constant) = constant {
            let span = match value {
                Some(value) if self.context.line(value.span) == self.context.line(span) => value.span,
                _ => span,
            };
            return self.unwind_all(None, span, |compiler| match constant {
                Constant::None => compiler.emit(Op::RETURN_NONE, 0, 0, 0, span),
                constant => {
                    let index = compiler.unit().constant(constant);
                    compiler.emit(Op::RETURN_CONST, 0, index, 0, span);
                }
            });
        }
        let Some(value) = value else { return Ok(()) };
        let base = self.unit().sp;
        // What runs on the way out could rebind a local.
        let plain = self.unit().blocks.iter().all(|frame| matches!(frame.block, Block::Loop { .. }));
        let result = if plain {
            self.operand(value)?
        } else {
            let temp = self.unit().temp();
            self.into(value, temp)?;
            temp
        };
        let held = is_temp(result).then_some(result);
        self.unwind_all(held, span, |compiler| compiler.emit(Op::RETURN_VALUE, result, 0, 0, span))?;
        self.unit().sp = base;
        Ok(())
    }

    fn raise(&mut self, exc: Option<&'a Expr<'a>>, cause: Option<&'a Expr<'a>>, span: Span) -> Outcome {
        let base = self.unit().sp;
        match (exc, cause) {
            (None, _) => self.emit(Op::RAISE_CURRENT, 0, 0, 0, span),
            (Some(exc), None) => {
                let exc = self.operand(exc)?;
                self.emit(Op::RAISE, exc, 0, 0, span);
            }
            (Some(exc), Some(cause)) => {
                let exc = self.operand_before(exc, &[cause])?;
                let cause = self.operand(cause)?;
                self.emit(Op::RAISE_FROM, exc, cause, 0, span);
            }
        }
        self.unit().sp = base;
        Ok(())
    }

    fn assert(&mut self, test: &'a Expr<'a>, message: Option<&'a Expr<'a>>, span: Span) -> Outcome {
        if let ExprKind::Tuple { elts: [_, ..], .. } = test.kind {
            self.context.warn(span, "assertion is always true, perhaps remove parentheses?");
        }
        if self.options.optimize > 0 {
            return Ok(());
        }
        let end = self.label();
        self.jump_if(test, true, end)?;
        let base = self.unit().sp;
        let error = self.unit().temp();
        self.emit(Op::LOAD_ASSERTION_ERROR, error, 0, 0, span);
        if let Some(message) = message {
            self.unit().temps(super::expressions::HEADER);
            let argument = self.unit().temp();
            self.into(message, argument)?;
            self.emit(Op::CALL, error, error, 1, span);
        }
        self.emit(Op::RAISE, error, 0, 0, test.span);
        self.unit().sp = base;
        self.place_label(end);
        Ok(())
    }

    /// Releases a value if it is in a temp, the topmost.
    pub(super) fn release(&mut self, value: u32, span: Span) {
        if is_temp(value) {
            self.emit(Op::RELEASE, value, 0, 0, span);
            self.drop_operand(value);
        }
    }
}
