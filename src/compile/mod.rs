//! The compiler: from a syntax tree to code objects.
//!
//! What this floor promises:
//! * Every program that CPython 3.13 compiles becomes verified bytecode ([`crate::bytecode::verify`]
//!   accepts it); every one that CPython's symbol table or compiler rejects gets CPython's
//!   `SyntaxError`, text and position.
//! * It never touches the heap and never overflows the native stack, however deep a tree is.
//!
//! It may know `anthill-grammar` (the tree) and `bytecode`, nothing above.
//!
//! The way of a tree: `future` → `symbols` (collect, analyze) → `compiler` with `statements/` and
//! `expressions/`, which fill a `unit` → `optimize` → `assemble`. Start reading at `compiler.rs`.

mod assemble;
mod compiler;
mod constants;
mod context;
mod expressions;
mod future;
mod names;
mod optimize;
mod statements;
mod symbols;
mod unit;

use std::sync::Arc;

use anthill_grammar::ast::Mod;
use anthill_grammar::{Interner, Lines, SyntaxError};

use crate::bytecode::Code;
pub use context::Warning;

/// What `compile()` and the command line can ask for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// 0; 1 drops `assert` and sets `__debug__` to False (`-O`); 2 drops docstrings too (`-OO`).
    pub optimize: u8,
    /// `CO_FUTURE_…` flags in force from outside, as `exec` inherits them.
    pub future: u32,
    /// Leaves `~True` and `~False` to be evaluated: for programs in which the warning is an error.
    pub keep_inversions: bool,
}

/// A compiled module and what there is to warn of.
#[derive(Debug)]
pub struct Compiled {
    pub code: Arc<Code>,
    /// `SyntaxWarning`s in the order they were found.
    pub warnings: Vec<Warning>,
    /// How often `~True` or `~False` was folded, each with a DeprecationWarning to come.
    pub inversions: usize,
}

/// Compiles a tree. `source` and `lines` are those of the text that it was parsed from.
///
/// # Errors
/// The `SyntaxError` (or `RecursionError`) that CPython's compiler raises after parsing.
pub fn compile(
    root: &Mod,
    source: &str,
    lines: &Lines,
    names: &mut Interner,
    filename: &str,
    options: Options,
) -> Result<Compiled, Box<SyntaxError>> {
    compile_watched(root, (source, lines), names, filename, options, &|| false, &mut Vec::new())
}

/// [`compile`], which now and then asks `watch` whether to stop. Then the error is [`SyntaxError::stopped`]. After an error
/// `warned` holds what CPython warns of before it comes to the error.
///
/// # Errors
/// Those of `compile`.
pub fn compile_watched(
    root: &Mod,
    (source, lines): (&str, &Lines),
    names: &mut Interner,
    filename: &str,
    options: Options,
    watch: &(dyn Fn() -> bool + Sync),
    warned: &mut Vec<Warning>,
) -> Result<Compiled, Box<SyntaxError>> {
    let mut context = context::Context::new(source, lines, names, filename, watch);
    let compiled = compile_in(&mut context, root, options);
    let warnings = context.warnings;
    match compiled {
        Ok(code) => Ok(Compiled { code, warnings, inversions: context.inversions }),
        Err(error) => {
            *warned = warnings;
            Err(error)
        }
    }
}

fn compile_in(context: &mut context::Context, root: &Mod, options: Options) -> Result<Arc<Code>, Box<SyntaxError>> {
    let future = future::features(root, context)? | options.future;
    let annotations_are_text = future & crate::bytecode::flags::FUTURE_ANNOTATIONS != 0;
    let mut collector = symbols::Collector::new(context, annotations_are_text);
    match *root {
        Mod::Module { body } | Mod::Interactive { body } => collector.body(body)?,
        Mod::Expression { body } => collector.expression(body)?,
    }
    let mut table = collector.finish();
    symbols::analyze(&mut table, context)?;
    compiler::Compiler::new(context, table, options, future).module(root)
}
