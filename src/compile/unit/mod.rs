//! The code object in the making: instructions with labels, registers, tables.
//!
//! Instructions are kept in a loose form until the unit is complete: temps are numbered apart
//! from locals (whose number is not known before the end), jumps go to labels, and every read of
//! a local is preceded by a `CHECK_LOCAL`. `finish` then hands them to `optimize`, which drops
//! what is not needed, and to `assemble`.

mod emit;
mod registers;
mod tables;

pub(super) use emit::{Inst, Label, NO_HANDLER, NO_LABEL, Protection};
pub(super) use registers::{Reg, TEMP, is_temp};
pub(super) use tables::Constants;

use anthill_grammar::ast::Stmt;
use anthill_grammar::{Span, Symbol};

use super::symbols::{NumberMap, ScopeId};
use crate::bytecode::{Capture, Constant, LocalVariable, flags};

/// What kind of code a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    /// Type parameters, type alias values, bounds and defaults.
    TypeScope,
}

/// What `break`, `continue` and `return` must undo on their way out; CPython's frame blocks.
#[derive(Clone, Copy)]
pub(super) enum Block<'a> {
    Loop {
        /// Where `continue` goes.
        next: Label,
        /// Where `break` goes.
        end: Label,
        /// The iterator of a `for`.
        iterator: Option<Reg>,
    },
    /// A `try` body with `except` clauses.
    Try,
    /// A `try` body with a `finally`, whose statements run on the way out.
    Finally { body: &'a [&'a Stmt<'a>] },
    /// Inside a handler or the exceptional copy of a `finally`: the saved exception, and the
    /// caught one while its register holds it.
    Handler { saved: Reg, caught: Option<Reg> },
    /// The body of `except … as name`: the name is deleted on the way out.
    HandlerName { name: Symbol, span: Span },
    /// A `with` body; the temp holds `__exit__`.
    With { exit: Reg, asynchronous: bool, span: Span },
    /// The value of a `return` that a `finally` on its way may still drop.
    Held { register: Reg },
    /// An `except*` clause, which may not be left by a jump.
    StarHandler,
}

/// A block and the exception handler that held outside of it.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub block: Block<'a>,
    pub outer: u32,
}

/// A comprehension being compiled into this unit: its scope, and the registers of its variables.
pub(super) struct Inlined {
    pub scope: ScopeId,
    pub registers: NumberMap<Symbol, Reg>,
}

/// A code object in the making.
pub(super) struct Unit<'a> {
    pub scope: ScopeId,
    pub kind: UnitKind,
    pub name: String,
    pub qualname: String,
    /// The whole definition; for a module its first line.
    pub span: Span,
    pub first_line: u32,
    pub flags: u32,
    pub positional_only: usize,
    pub positional: usize,
    pub keyword_only: usize,
    pub docstring: Option<Constant>,

    pub code: Vec<Inst>,
    /// Where each label stands; `NO_LABEL` until it is placed.
    pub labels: Vec<u32>,
    pub protections: Vec<Protection>,
    /// The handler in force where code is being emitted.
    pub handler: u32,
    /// Positions of extra words that differ from their instruction's: index, position.
    pub extra_spans: Vec<(u32, Span)>,
    pub blocks: Vec<Frame<'a>>,

    /// The first free temp, and the most that were in use.
    pub sp: u32,
    pub max_sp: u32,
    pub locals: Vec<LocalVariable>,
    pub registers: NumberMap<Symbol, Reg>,
    /// Hidden and internal locals that may be used again.
    pub spare: Vec<Reg>,
    /// Runs of internal locals that may be used again: first, length.
    pub spare_blocks: Vec<(Reg, usize)>,
    /// Every hidden or internal local in the order of use: handlers release those of their body.
    pub hidden_log: Vec<Reg>,
    pub free: Vec<(Symbol, Capture)>,
    pub free_index: NumberMap<Symbol, u32>,
    pub names: Vec<Symbol>,
    pub name_index: NumberMap<Symbol, u32>,
    pub constants: Constants,
    pub inlined: Vec<Inlined>,
    /// Names set on `self` in methods of this class.
    pub static_attributes: Vec<Symbol>,
}

impl<'a> Unit<'a> {
    pub fn new(scope: ScopeId, kind: UnitKind, name: String, span: Span, first_line: u32) -> Unit<'a> {
        Unit {
            scope,
            kind,
            qualname: name.clone(),
            name,
            span,
            first_line,
            flags: 0,
            positional_only: 0,
            positional: 0,
            keyword_only: 0,
            docstring: None,
            code: Vec::new(),
            labels: Vec::new(),
            protections: Vec::new(),
            handler: NO_HANDLER,
            extra_spans: Vec::new(),
            blocks: Vec::new(),
            sp: 0,
            max_sp: 0,
            locals: Vec::new(),
            registers: NumberMap::default(),
            spare: Vec::new(),
            spare_blocks: Vec::new(),
            hidden_log: Vec::new(),
            free: Vec::new(),
            free_index: NumberMap::default(),
            names: Vec::new(),
            name_index: NumberMap::default(),
            constants: Constants::default(),
            inlined: Vec::new(),
            static_attributes: Vec::new(),
        }
    }

    /// How many registers parameters take.
    pub fn parameters(&self) -> u32 {
        let flag = |bit: u32| (self.flags & bit != 0) as usize;
        let rest = flag(flags::VARARGS) + flag(flags::VARKEYWORDS);
        (self.positional + self.keyword_only + rest) as u32
    }

    /// Whether the code runs with fast locals: everything but modules and class bodies.
    pub fn is_function_like(&self) -> bool {
        !matches!(self.kind, UnitKind::Module | UnitKind::Class)
    }
}
