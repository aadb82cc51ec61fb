//! Expressions and what belongs to them: parameters, keywords, comprehensions, operators.

use super::{Constant, Span, Symbol};

/// `ast.expr`.
#[derive(Clone, Copy, Debug)]
pub struct Expr<'a> {
    pub kind: ExprKind<'a>,
    pub span: Span,
}

/// The classes of `ast.expr`.
#[derive(Clone, Copy, Debug)]
pub enum ExprKind<'a> {
    /// Two or more values; `a and b and c` is one node.
    BoolOp {
        op: Boolop,
        values: &'a [&'a Expr<'a>],
    },
    /// `target := value`; the target is always a `Name` in `Store`.
    NamedExpr {
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
    },
    BinOp {
        left: &'a Expr<'a>,
        op: Operator,
        right: &'a Expr<'a>,
    },
    UnaryOp {
        op: Unaryop,
        operand: &'a Expr<'a>,
    },
    Lambda {
        args: &'a Arguments<'a>,
        body: &'a Expr<'a>,
    },
    IfExp(&'a IfExp<'a>),
    /// `keys` and `values` are equally long; a key of `None` marks `**value`.
    /// The slice holds `(key, value)` pairs in source order.
    Dict {
        items: &'a [(Option<&'a Expr<'a>>, &'a Expr<'a>)],
    },
    Set {
        elts: &'a [&'a Expr<'a>],
    },
    ListComp(&'a ElementComp<'a>),
    SetComp(&'a ElementComp<'a>),
    DictComp(&'a DictComp<'a>),
    GeneratorExp(&'a ElementComp<'a>),
    Await {
        value: &'a Expr<'a>,
    },
    Yield {
        value: Option<&'a Expr<'a>>,
    },
    YieldFrom {
        value: &'a Expr<'a>,
    },
    /// `left ops[0] comparators[0] ops[1] comparators[1] …`
    Compare(&'a Compare<'a>),
    Call(&'a Call<'a>),
    /// One `{value!conversion:format_spec}` of an f-string; the spec is a `JoinedStr`.
    FormattedValue {
        value: &'a Expr<'a>,
        conversion: Conversion,
        format_spec: Option<&'a Expr<'a>>,
    },
    /// An f-string, or a mixture of strings and f-strings side by side: its values are string
    /// `Constant`s and `FormattedValue`s. Neighbouring constants are merged, empty ones absent.
    JoinedStr {
        values: &'a [&'a Expr<'a>],
    },
    /// `u` says that the literal was written with the prefix `u` (CPython's `kind='u'`).
    Constant {
        value: &'a Constant<'a>,
        u: bool,
    },
    Attribute {
        value: &'a Expr<'a>,
        attr: Symbol,
        ctx: ExprContext,
    },
    /// The index is any expression, a `Slice`, or a `Tuple` that may hold `Slice`s.
    Subscript {
        value: &'a Expr<'a>,
        slice: &'a Expr<'a>,
        ctx: ExprContext,
    },
    Starred {
        value: &'a Expr<'a>,
        ctx: ExprContext,
    },
    Name {
        id: Symbol,
        ctx: ExprContext,
    },
    List {
        elts: &'a [&'a Expr<'a>],
        ctx: ExprContext,
    },
    Tuple {
        elts: &'a [&'a Expr<'a>],
        ctx: ExprContext,
    },
    /// `lower:upper:step`; only inside a `Subscript`.
    Slice(&'a Slice<'a>),
}

/// `ast.expr_context`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExprContext {
    Load,
    Store,
    Del,
}

/// `ast.boolop`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boolop {
    And,
    Or,
}

/// `ast.operator`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// `ast.unaryop`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unaryop {
    Invert,
    Not,
    UAdd,
    USub,
}

/// `ast.cmpop`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cmpop {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// `ast.FormattedValue.conversion`; the numbers are CPython's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i8)]
pub enum Conversion {
    None = -1,
    Str = 115,
    Repr = 114,
    Ascii = 97,
}

/// `ast.IfExp`: `body if test else orelse`.
#[derive(Clone, Copy, Debug)]
pub struct IfExp<'a> {
    pub test: &'a Expr<'a>,
    pub body: &'a Expr<'a>,
    pub orelse: &'a Expr<'a>,
}

/// `ast.ListComp`, `ast.SetComp`, `ast.GeneratorExp`.
#[derive(Clone, Copy, Debug)]
pub struct ElementComp<'a> {
    pub elt: &'a Expr<'a>,
    pub generators: &'a [Comprehension<'a>],
}

/// `ast.DictComp`.
#[derive(Clone, Copy, Debug)]
pub struct DictComp<'a> {
    pub key: &'a Expr<'a>,
    pub value: &'a Expr<'a>,
    pub generators: &'a [Comprehension<'a>],
}

/// `ast.Compare`; `ops` and `comparators` are equally long, at least one.
#[derive(Clone, Copy, Debug)]
pub struct Compare<'a> {
    pub left: &'a Expr<'a>,
    pub ops: &'a [Cmpop],
    pub comparators: &'a [&'a Expr<'a>],
}

/// `ast.Call`. `*x` stands in `args` as a `Starred`, `**x` in `keywords` without a name.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    pub func: &'a Expr<'a>,
    pub args: &'a [&'a Expr<'a>],
    pub keywords: &'a [Keyword<'a>],
}

/// `ast.Slice`.
#[derive(Clone, Copy, Debug)]
pub struct Slice<'a> {
    pub lower: Option<&'a Expr<'a>>,
    pub upper: Option<&'a Expr<'a>>,
    pub step: Option<&'a Expr<'a>>,
}

/// `ast.comprehension`: one `for target in iter if … if …` clause.
#[derive(Clone, Copy, Debug)]
pub struct Comprehension<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub ifs: &'a [&'a Expr<'a>],
    pub is_async: bool,
}

/// `ast.arguments`: the parameters of a function or lambda.
///
/// `defaults` belong to the last parameters of `posonlyargs` followed by `args`;
/// `kw_defaults` has one entry per keyword-only parameter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arguments<'a> {
    pub posonlyargs: &'a [Arg<'a>],
    pub args: &'a [Arg<'a>],
    pub vararg: Option<&'a Arg<'a>>,
    pub kwonlyargs: &'a [Arg<'a>],
    pub kw_defaults: &'a [Option<&'a Expr<'a>>],
    pub kwarg: Option<&'a Arg<'a>>,
    pub defaults: &'a [&'a Expr<'a>],
}

/// `ast.arg`: one parameter.
#[derive(Clone, Copy, Debug)]
pub struct Arg<'a> {
    pub arg: Symbol,
    pub annotation: Option<&'a Expr<'a>>,
    pub span: Span,
}

/// `ast.keyword`: `arg=value`, or `**value` when there is no name.
#[derive(Clone, Copy, Debug)]
pub struct Keyword<'a> {
    pub arg: Option<Symbol>,
    pub value: &'a Expr<'a>,
    pub span: Span,
}

const _: () = assert!(size_of::<Expr>() <= 32);
