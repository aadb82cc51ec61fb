//! The roots of a tree.

use super::{Expr, Stmt};

/// `ast.mod`: what a whole source text is, by the mode it was parsed in.
#[derive(Clone, Copy, Debug)]
pub enum Mod<'a> {
    /// A file (`exec`).
    Module { body: &'a [&'a Stmt<'a>] },
    /// One statement at the prompt (`single`).
    Interactive { body: &'a [&'a Stmt<'a>] },
    /// One expression (`eval`).
    Expression { body: &'a Expr<'a> },
}
