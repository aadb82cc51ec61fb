//! The patterns of a `match` statement.

use super::{Constant, Expr, Span, Symbol};

/// `ast.pattern`.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    pub kind: PatternKind<'a>,
    pub span: Span,
}

/// The classes of `ast.pattern`.
#[derive(Clone, Copy, Debug)]
pub enum PatternKind<'a> {
    /// A literal (numbers may be signed or complex, hence an expression) or a dotted name.
    MatchValue {
        value: &'a Expr<'a>,
    },
    /// `None`, `True` or `False`.
    MatchSingleton {
        value: &'a Constant<'a>,
    },
    MatchSequence {
        patterns: &'a [&'a Pattern<'a>],
    },
    MatchMapping(&'a MatchMapping<'a>),
    MatchClass(&'a MatchClass<'a>),
    /// `*name`; no name for `*_`.
    MatchStar {
        name: Option<Symbol>,
    },
    /// `pattern as name`, a bare name (no pattern), or `_` (neither).
    MatchAs {
        pattern: Option<&'a Pattern<'a>>,
        name: Option<Symbol>,
    },
    MatchOr {
        patterns: &'a [&'a Pattern<'a>],
    },
}

/// `ast.MatchMapping`; `keys` and `patterns` are equally long, `rest` is the name after `**`.
#[derive(Clone, Copy, Debug)]
pub struct MatchMapping<'a> {
    pub keys: &'a [&'a Expr<'a>],
    pub patterns: &'a [&'a Pattern<'a>],
    pub rest: Option<Symbol>,
}

/// `ast.MatchClass`; `kwd_attrs` and `kwd_patterns` are equally long.
#[derive(Clone, Copy, Debug)]
pub struct MatchClass<'a> {
    pub cls: &'a Expr<'a>,
    pub patterns: &'a [&'a Pattern<'a>],
    pub kwd_attrs: &'a [Symbol],
    pub kwd_patterns: &'a [&'a Pattern<'a>],
}
