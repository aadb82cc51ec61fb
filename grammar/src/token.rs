//! The tokens, as `logos` finds them and as the grammar sees them.
//!
//! `logos` knows keywords, operators and the openings of everything longer: a number's first
//! digits, a string's quote. The [layout filter](crate::layout) completes those by hand and adds
//! the kinds that no pattern can match.

use crate::position::Span;
use logos::Logos;

/// One token of the vector the parser reads.
///
/// `NEWLINE`, `INDENT`, `DEDENT` and the end marker are empty and stand at the end of the last
/// real token, so that a grammar symbol that ends with one ends where CPython says it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub span: Span,
}

/// What a token is.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(skip r"[ \t\x0c]+")]
#[logos(skip(r"#[^\n]*", allow_greedy = true))]
#[repr(u8)]
pub enum Kind {
    // Keywords.
    #[token("False")]
    False,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("and")]
    And,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    #[token("lambda")]
    Lambda,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("or")]
    Or,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("try")]
    Try,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,

    // Words that are keywords in some places; the resolver makes them `Name`s or one of
    // `Match`, `Case`, `Type`.
    #[token("match")]
    SoftMatch,
    #[token("case")]
    SoftCase,
    #[token("type")]
    SoftType,

    // Operators and punctuation.
    #[token("(")]
    LPar,
    #[token(")")]
    RPar,
    #[token("[")]
    LSqb,
    #[token("]")]
    RSqb,
    #[token("{")]
    LBrace,
    #[token("}")]
    RBrace,
    /// `logos` never sees `:=`, because in an f-string's field it is a `:` that starts a format
    /// spec; the filter joins the two characters elsewhere.
    #[token(":")]
    Colon,
    ColonEqual,
    #[token(",")]
    Comma,
    #[token(";")]
    Semi,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("|")]
    VBar,
    #[token("&")]
    Amper,
    #[token("<")]
    Less,
    #[token(">")]
    Greater,
    #[token("=")]
    Equal,
    #[token(".")]
    Dot,
    #[token("%")]
    Percent,
    #[token("==")]
    EqEqual,
    #[token("!=")]
    NotEqual,
    /// The `!=` of Python 1, written `<>`; always an error, with a text of its own.
    #[token("<>")]
    LessGreater,
    #[token("<=")]
    LessEqual,
    #[token(">=")]
    GreaterEqual,
    #[token("~")]
    Tilde,
    #[token("^")]
    Circumflex,
    #[token("<<")]
    LeftShift,
    #[token(">>")]
    RightShift,
    #[token("**")]
    DoubleStar,
    #[token("+=")]
    PlusEqual,
    #[token("-=")]
    MinEqual,
    #[token("*=")]
    StarEqual,
    #[token("/=")]
    SlashEqual,
    #[token("%=")]
    PercentEqual,
    #[token("&=")]
    AmperEqual,
    #[token("|=")]
    VBarEqual,
    #[token("^=")]
    CircumflexEqual,
    #[token("<<=")]
    LeftShiftEqual,
    #[token(">>=")]
    RightShiftEqual,
    #[token("**=")]
    DoubleStarEqual,
    #[token("//")]
    DoubleSlash,
    #[token("//=")]
    DoubleSlashEqual,
    #[token("@")]
    At,
    #[token("@=")]
    AtEqual,
    #[token("->")]
    RArrow,
    #[token("...")]
    Ellipsis,
    #[token("!")]
    Exclamation,
    /// A character that starts no token (`$`, `?`, a backquote); the grammar never takes it.
    #[regex(r"[$?`]")]
    Unknown,

    // What is completed by hand.
    #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][A-Za-z0-9_\u{80}-\u{10FFFF}]*", priority = 1)]
    Name,
    #[regex(r"[0-9]+")]
    #[regex(r"\.[0-9]")]
    Number,
    #[regex(r#"([uUbBrR]|[bB][rR]|[rR][bB])?("|'|"""|''')"#)]
    String,
    #[regex(r#"([fF]|[fF][rR]|[rR][fF])("|'|"""|''')"#)]
    FStringStart,

    // What the filter reads and never passes on.
    #[token("\n")]
    LineEnd,
    #[token("\\")]
    Backslash,

    // What only the filter makes.
    Newline,
    Indent,
    Dedent,
    EndMarker,
    FStringMiddle,
    FStringEnd,
    /// The `{` of an f-string's field.
    FieldOpen,
    /// The `:` before a field's format spec.
    SpecColon,
    /// The mode, as the first token of every vector.
    StartModule,
    StartExpression,
    StartInteractive,

    // What only the resolver makes.
    Match,
    Case,
    Type,
    /// The `in` that ends the targets of a `for`.
    ForIn,
    /// The `not` of `is not`.
    IsNot,
    /// The `(` around the items of a `with`.
    WithLPar,
}

const _: () = assert!(size_of::<Token>() == 12);
