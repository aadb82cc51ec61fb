//! The symbol table: which scope every name belongs to, found before any code is made.
//!
//! Two passes, as in CPython. `collect` (with `collect_statements`, `collect_expressions`,
//! `collect_types`) walks the tree once and notes what each scope does to its names; `analyze`
//! then decides for each name whether it is local, a cell, free or global, and which
//! comprehensions are inlined (PEP 709).

mod analyze;
mod collect;
mod collect_expressions;
mod collect_statements;
mod collect_types;
mod table;

pub(super) use analyze::analyze;
pub(super) use collect::Collector;
pub(super) use table::{
    Access, Comprehension, NumberHasher, NumberMap, Role, Scope, ScopeId, ScopeKind, SymbolTable, def,
};
