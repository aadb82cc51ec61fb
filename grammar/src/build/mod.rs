//! What the grammar's actions call: builders of nodes, each a few lines, by theme.
//!
//! * `expression`: names, calls, displays, comprehensions, lambda.
//! * [`operator`]: flat operator chains, climbed in one action.
//! * [`text`]: strings and f-strings.
//! * [`target`]: expressions that become targets.
//! * `parameter`, `statement`, `pattern`: what their names say.
//!
//! # Lists
//! A list that is still growing lives in one of the builder's scratch vectors; its grammar
//! symbol is only the index at which it starts. That works because an LR parser finishes an
//! inner list before it adds to the outer one, so each vector is a stack. It keeps symbols small
//! (at most 24 bytes) and puts finished lists into the arena at their final size.

mod expression;
mod operator;
mod parameter;
mod pattern;
mod statement;
mod target;
mod text;

pub use expression::ArgsStart;
pub use operator::{Infix, Prefix};
pub use parameter::Parameter;
pub use statement::Signature;

use crate::ast::*;
use crate::error::{Found, SyntaxError};
use crate::literal::normalize;
use crate::parse::{STRETCH, Watch};
use crate::position::Span;
use crate::symbol::{Interner, Symbol};
use crate::watched::{PART, Stopped};
use bumpalo::Bump;
use operator::{Climb, Item};
use text::Piece;

/// An expression in the arena.
pub type E<'a> = &'a Expr<'a>;
/// A statement in the arena.
pub type S<'a> = &'a Stmt<'a>;
/// A pattern in the arena.
pub type P<'a> = &'a Pattern<'a>;

/// Why an action refuses what the grammar has accepted.
#[derive(Debug)]
pub enum Failure {
    /// Something cannot stand where it does.
    Token,
    /// The error is known.
    Error(Box<SyntaxError>),
    /// The tokens end before the text does.
    Stopped,
}

/// The result of a checked action.
pub type Checked<T> = Result<T, Failure>;

/// The state of one parse: where nodes go, and the lists that are still growing.
pub struct Builder<'a, 'n> {
    pub arena: &'a Bump,
    pub source: &'a str,
    names: &'n mut Interner,
    /// Whether the whole source is ASCII, so that every name is in its normal form.
    ascii: bool,
    /// Asked now and then whether to stop; and whether it said so to an action that cannot fail.
    watch: Watch<'n>,
    /// Decimal digits that an int may have; 0 for any number.
    max_digits: usize,
    pub(crate) stopped: bool,
    /// What CPython would warn of: messages and offsets.
    pub(crate) warnings: Vec<Found>,
    /// What a function without parameters has.
    empty_arguments: &'a Arguments<'a>,

    exprs: Vec<E<'a>>,
    stmts: Vec<S<'a>>,
    items: Vec<Item<'a>>,
    climb: Climb<'a>,
    pieces: Vec<Piece<'a>>,
    /// For each open f-string: whether it is raw.
    raw: Vec<bool>,
    keywords: Vec<Keyword<'a>>,
    pairs: Vec<(Option<E<'a>>, E<'a>)>,
    comprehensions: Vec<Comprehension<'a>>,
    parameters: Vec<Parameter<'a>>,
    elifs: Vec<statement::Elif<'a>>,
    with_items: Vec<WithItem<'a>>,
    handlers: Vec<ExceptHandler<'a>>,
    cases: Vec<MatchCase<'a>>,
    aliases: Vec<Alias>,
    symbols: Vec<Symbol>,
    type_params: Vec<TypeParam<'a>>,
    patterns: Vec<P<'a>>,
}

impl<'a, 'n> Builder<'a, 'n> {
    /// A builder for one parse of `source`.
    pub fn new(
        source: &'a str,
        arena: &'a Bump,
        names: &'n mut Interner,
        watch: Watch<'n>,
        max_digits: usize,
    ) -> Builder<'a, 'n> {
        Builder {
            arena,
            source,
            names,
            ascii: source.is_ascii(),
            watch,
            max_digits,
            stopped: false,
            warnings: Vec::new(),
            empty_arguments: arena.alloc(Arguments::default()),
            exprs: Vec::new(),
            stmts: Vec::new(),
            items: Vec::new(),
            climb: Climb::default(),
            pieces: Vec::new(),
            raw: Vec::new(),
            keywords: Vec::new(),
            pairs: Vec::new(),
            comprehensions: Vec::new(),
            parameters: Vec::new(),
            elifs: Vec::new(),
            with_items: Vec::new(),
            handlers: Vec::new(),
            cases: Vec::new(),
            aliases: Vec::new(),
            symbols: Vec::new(),
            type_params: Vec::new(),
            patterns: Vec::new(),
        }
    }

    /// Makes the root. It is boxed to keep the grammar's symbols small.
    pub fn root(&mut self, root: Mod<'a>) -> &'a Mod<'a> {
        self.arena.alloc(root)
    }

    /// The source between two offsets.
    pub fn text(&self, start: u32, end: u32) -> &'a str {
        &self.source[start as usize..end as usize]
    }

    /// The symbol of the name between two offsets, in its normal form.
    pub fn name(&mut self, start: u32, end: u32) -> Symbol {
        let text = self.text(start, end);
        match self.ascii {
            true if text.len() <= PART => self.names.intern(text),
            _ => self.rare_name(text),
        }
    }

    /// The symbol of a name that is very long or may not be in its normal form.
    fn rare_name(&mut self, text: &'a str) -> Symbol {
        let name = normalize(text, self.arena, self.watch);
        name.and_then(|name| self.names.intern_watched(name, self.watch)).unwrap_or_else(|Stopped| {
            self.stopped = true;
            self.names.intern("")
        })
    }

    /// Makes an expression.
    #[inline]
    pub fn expr(&mut self, start: u32, kind: ExprKind<'a>, end: u32) -> E<'a> {
        let span = Span::new(start, end);
        self.arena.alloc(Expr { kind, span })
    }

    /// Makes a statement.
    #[inline]
    pub fn stmt(&mut self, start: u32, kind: StmtKind<'a>, end: u32) -> S<'a> {
        let span = Span::new(start, end);
        self.arena.alloc(Stmt { kind, span })
    }

    /// Adds to the list of expressions; gives where the element stands, hence, for a first
    /// element, where its list starts.
    #[inline]
    pub fn push(&mut self, expr: E<'a>) -> u32 {
        self.exprs.push(expr);
        self.exprs.len() as u32 - 1
    }

    /// The start of a list of expressions that has no elements yet.
    pub fn no_exprs(&self) -> u32 {
        self.exprs.len() as u32
    }

    /// Ends the list of expressions that starts at `start`.
    #[inline]
    pub fn exprs(&mut self, start: u32) -> &'a [E<'a>] {
        finish(&mut self.exprs, start, self.arena)
    }

    /// Adds a statement to the block that is growing.
    #[inline]
    pub fn push_stmt(&mut self, stmt: S<'a>) -> u32 {
        self.stmts.push(stmt);
        self.stmts.len() as u32 - 1
    }

    /// Ends the block that starts at `start`.
    pub fn body(&mut self, start: u32) -> &'a [S<'a>] {
        finish(&mut self.stmts, start, self.arena)
    }

    /// Adds a name to a list of names.
    pub fn push_symbol(&mut self, name: Symbol) -> u32 {
        self.symbols.push(name);
        self.symbols.len() as u32 - 1
    }

    /// Ends a list of names.
    pub fn symbols(&mut self, start: u32) -> &'a [Symbol] {
        finish(&mut self.symbols, start, self.arena)
    }

    /// After so many steps of one action: whether to stop.
    #[inline]
    fn stops(&self, steps: usize) -> bool {
        steps.is_multiple_of(STRETCH) && (self.watch)()
    }

    /// What ends an action that was told to stop.
    #[cold]
    fn stop<T>(&self) -> Checked<T> {
        Err(Failure::Error(Box::new(SyntaxError::stopped())))
    }

    /// `SyntaxError` over a range.
    #[cold]
    pub fn error<T>(&self, message: impl Into<String>, span: Span) -> Checked<T> {
        let error = SyntaxError::at(message, self.source, span);
        Err(Failure::Error(Box::new(error)))
    }
}

/// Moves the top of a scratch vector, from `start` on, into the arena.
#[inline]
fn finish<'a, T: Copy>(scratch: &mut Vec<T>, start: u32, arena: &'a Bump) -> &'a [T] {
    let start = start as usize;
    let list = arena.alloc_slice_copy(&scratch[start..]);
    scratch.truncate(start);
    list
}
