//! `from __future__ import …`: which features a module turns on.

use anthill_grammar::ast::{ExprKind, Mod, Stmt, StmtKind};

use super::context::{Context, Outcome};
use crate::bytecode::flags;

/// The features that the imports at the top of a module name, as `co_flags`.
pub(super) fn features(root: &Mod, context: &mut Context) -> Outcome<u32> {
    let mut found = 0;
    for statement in leading(root, context) {
        let StmtKind::ImportFrom { names, .. } = statement.kind else { continue };
        for alias in names {
            // CPython gives the statement's line, and no end.
            let error = |context: &Context, message: String| {
                let mut error = context.error(statement.span, message);
                (error.column, error.end_line, error.end_column) = (1, error.line, 0);
                Err(error)
            };
            found |= match context.text(alias.name) {
                "nested_scopes" | "generators" | "division" | "absolute_import" | "with_statement"
                | "print_function" | "unicode_literals" | "generator_stop" => 0,
                "barry_as_FLUFL" => flags::FUTURE_BARRY_AS_BDFL,
                "annotations" => flags::FUTURE_ANNOTATIONS,
                "braces" => return error(context, "not a chance".to_string()),
                name => {
                    return error(context, format!("future feature {name} is not defined"));
                }
            };
        }
    }
    Ok(found)
}

/// How many statements at the top may hold such imports: a docstring and the imports themselves.
pub(super) fn leading_count(root: &Mod, context: &Context) -> usize {
    leading(root, context).len()
}

fn leading<'a>(root: &Mod<'a>, context: &Context) -> &'a [&'a Stmt<'a>] {
    let (Mod::Module { body } | Mod::Interactive { body }) = *root else { return &[] };
    let docstring = |statement: &Stmt| match statement.kind {
        StmtKind::Expr { value } => match value.kind {
            ExprKind::Constant { value, .. } => matches!(value, anthill_grammar::ast::Constant::Str(_)),
            _ => false,
        },
        _ => false,
    };
    let import = |statement: &Stmt| match statement.kind {
        StmtKind::ImportFrom { module, level: 0, .. } => module == Some(context.known.future),
        _ => false,
    };
    let first = body.first().is_some_and(|statement| docstring(statement)) as usize;
    let imports = body[first..].iter().take_while(|statement| import(statement)).count();
    &body[..first + imports]
}
