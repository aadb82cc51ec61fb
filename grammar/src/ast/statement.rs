//! Statements and what belongs to them: handlers, aliases, `with` items, cases, type parameters.

use super::{Arguments, Expr, Keyword, Operator, Pattern, Span, Symbol};

/// `ast.stmt`.
#[derive(Clone, Copy, Debug)]
pub struct Stmt<'a> {
    pub kind: StmtKind<'a>,
    pub span: Span,
}

/// A block of statements.
type Body<'a> = &'a [&'a Stmt<'a>];

/// The classes of `ast.stmt`. The `async` forms share their plain form's fields.
#[derive(Clone, Copy, Debug)]
pub enum StmtKind<'a> {
    FunctionDef(&'a FunctionDef<'a>),
    AsyncFunctionDef(&'a FunctionDef<'a>),
    ClassDef(&'a ClassDef<'a>),
    Return {
        value: Option<&'a Expr<'a>>,
    },
    Delete {
        targets: &'a [&'a Expr<'a>],
    },
    /// `targets[0] = targets[1] = … = value`
    Assign {
        targets: &'a [&'a Expr<'a>],
        value: &'a Expr<'a>,
    },
    TypeAlias(&'a TypeAlias<'a>),
    AugAssign {
        target: &'a Expr<'a>,
        op: Operator,
        value: &'a Expr<'a>,
    },
    AnnAssign(&'a AnnAssign<'a>),
    For(&'a For<'a>),
    AsyncFor(&'a For<'a>),
    While {
        test: &'a Expr<'a>,
        body: Body<'a>,
        orelse: Body<'a>,
    },
    /// An `elif` is an `If` alone in `orelse`; its span starts at the word `elif`.
    If {
        test: &'a Expr<'a>,
        body: Body<'a>,
        orelse: Body<'a>,
    },
    With(&'a With<'a>),
    AsyncWith(&'a With<'a>),
    Match {
        subject: &'a Expr<'a>,
        cases: &'a [MatchCase<'a>],
    },
    Raise {
        exc: Option<&'a Expr<'a>>,
        cause: Option<&'a Expr<'a>>,
    },
    Try(&'a Try<'a>),
    /// `try` with `except*`.
    TryStar(&'a Try<'a>),
    Assert {
        test: &'a Expr<'a>,
        msg: Option<&'a Expr<'a>>,
    },
    Import {
        names: &'a [Alias],
    },
    /// `from ..module import names`; `level` counts the dots. The module's name is one symbol,
    /// dots included; none for `from . import x`. `import *` is one alias named `*`.
    ImportFrom {
        module: Option<Symbol>,
        names: &'a [Alias],
        level: u32,
    },
    Global {
        names: &'a [Symbol],
    },
    Nonlocal {
        names: &'a [Symbol],
    },
    Expr {
        value: &'a Expr<'a>,
    },
    Pass,
    Break,
    Continue,
}

/// `ast.FunctionDef`, `ast.AsyncFunctionDef`. The statement's span starts at `def` or `async`,
/// not at the first decorator.
#[derive(Clone, Copy, Debug)]
pub struct FunctionDef<'a> {
    pub name: Symbol,
    pub args: &'a Arguments<'a>,
    pub body: Body<'a>,
    pub decorator_list: &'a [&'a Expr<'a>],
    pub returns: Option<&'a Expr<'a>>,
    pub type_params: &'a [TypeParam<'a>],
}

/// `ast.ClassDef`.
#[derive(Clone, Copy, Debug)]
pub struct ClassDef<'a> {
    pub name: Symbol,
    pub bases: &'a [&'a Expr<'a>],
    pub keywords: &'a [Keyword<'a>],
    pub body: Body<'a>,
    pub decorator_list: &'a [&'a Expr<'a>],
    pub type_params: &'a [TypeParam<'a>],
}

/// `ast.TypeAlias`: `type name[type_params] = value`; `name` is a `Name` in `Store`.
#[derive(Clone, Copy, Debug)]
pub struct TypeAlias<'a> {
    pub name: &'a Expr<'a>,
    pub type_params: &'a [TypeParam<'a>],
    pub value: &'a Expr<'a>,
}

/// `ast.AnnAssign`; `simple` is true for a bare name that is not in parentheses.
#[derive(Clone, Copy, Debug)]
pub struct AnnAssign<'a> {
    pub target: &'a Expr<'a>,
    pub annotation: &'a Expr<'a>,
    pub value: Option<&'a Expr<'a>>,
    pub simple: bool,
}

/// `ast.For`, `ast.AsyncFor`.
#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub body: Body<'a>,
    pub orelse: Body<'a>,
}

/// `ast.With`, `ast.AsyncWith`.
#[derive(Clone, Copy, Debug)]
pub struct With<'a> {
    pub items: &'a [WithItem<'a>],
    pub body: Body<'a>,
}

/// `ast.withitem`: `context_expr as optional_vars`.
#[derive(Clone, Copy, Debug)]
pub struct WithItem<'a> {
    pub context_expr: &'a Expr<'a>,
    pub optional_vars: Option<&'a Expr<'a>>,
}

/// `ast.Try`, `ast.TryStar`.
#[derive(Clone, Copy, Debug)]
pub struct Try<'a> {
    pub body: Body<'a>,
    pub handlers: &'a [ExceptHandler<'a>],
    pub orelse: Body<'a>,
    pub finalbody: Body<'a>,
}

/// `ast.ExceptHandler`; the field `type` of CPython.
#[derive(Clone, Copy, Debug)]
pub struct ExceptHandler<'a> {
    pub type_: Option<&'a Expr<'a>>,
    pub name: Option<Symbol>,
    pub body: Body<'a>,
    pub span: Span,
}

/// `ast.alias`: `name as asname`; a dotted name is one symbol, dots included.
#[derive(Clone, Copy, Debug)]
pub struct Alias {
    pub name: Symbol,
    pub asname: Option<Symbol>,
    pub span: Span,
}

/// `ast.match_case`.
#[derive(Clone, Copy, Debug)]
pub struct MatchCase<'a> {
    pub pattern: &'a Pattern<'a>,
    pub guard: Option<&'a Expr<'a>>,
    pub body: Body<'a>,
}

/// `ast.type_param`.
#[derive(Clone, Copy, Debug)]
pub struct TypeParam<'a> {
    pub kind: TypeParamKind<'a>,
    pub span: Span,
}

/// The classes of `ast.type_param`.
#[derive(Clone, Copy, Debug)]
pub enum TypeParamKind<'a> {
    TypeVar { name: Symbol, bound: Option<&'a Expr<'a>>, default_value: Option<&'a Expr<'a>> },
    ParamSpec { name: Symbol, default_value: Option<&'a Expr<'a>> },
    TypeVarTuple { name: Symbol, default_value: Option<&'a Expr<'a>> },
}

const _: () = assert!(size_of::<Stmt>() <= 56);
