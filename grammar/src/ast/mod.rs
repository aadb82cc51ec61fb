//! The syntax tree: Python 3.13's `ast`, node by node, under CPython's names.
//!
//! * Nodes live in a `bumpalo` arena and own nothing: they hold references into the arena or
//!   into the source text, symbols of an [`Interner`](crate::Interner), and plain numbers.
//!   Nothing in a tree has a destructor, so dropping the arena frees a tree of any depth at once.
//! * A node is `{ kind, span }`; `kind` is an enum of CPython's classes. Classes whose fields do
//!   not fit in two words are boxed in the arena (`ExprKind::Call(&Call)`).
//! * Every node that has positions in CPython has a [`Span`]: byte offsets into the decoded
//!   source; [`Lines`](crate::Lines) turns one into CPython's four numbers.
//! * `BoolOp` and `Compare` are flat, as in CPython.
//!
//! # Depth
//! A tree may be deeper than any native stack. Whoever walks it follows these rules:
//! * **Left spines have no limit** and are walked in a loop: `BinOp.left`, `Attribute.value`,
//!   `Subscript.value`, `Call.func`, `Compare.left`, `BoolOp.values[0]`, and mixtures of them.
//!   `1+1+1+…` a hundred thousand times is ordinary input.
//! * **Right spines have no limit** either: `If.orelse` of an `elif` (a list of exactly one
//!   `If`, whose span starts at the word `elif`), `UnaryOp.operand`, `IfExp.orelse`,
//!   `Lambda.body`, the `right` of `**`, `Await.value`.
//! * Everything else nests through brackets, indentation, f-strings or arguments, which the
//!   layout filter bounds (200 brackets, 100 indents, 150 f-strings). A walker that recurses
//!   there, or that recurses along a right spine, keeps a depth counter and reports
//!   `RecursionError` when it is exhausted.

mod constant;
mod expression;
mod module;
mod pattern;
mod statement;

pub use constant::Constant;
pub use expression::{
    Arg, Arguments, Boolop, Call, Cmpop, Compare, Comprehension, Conversion, DictComp, ElementComp, Expr, ExprContext,
    ExprKind, IfExp, Keyword, Operator, Slice, Unaryop,
};
pub use module::Mod;
pub use pattern::{MatchClass, MatchMapping, Pattern, PatternKind};
pub use statement::{
    Alias, AnnAssign, ClassDef, ExceptHandler, For, FunctionDef, MatchCase, Stmt, StmtKind, Try, TypeAlias, TypeParam,
    TypeParamKind, With, WithItem,
};

use crate::position::Span;
use crate::symbol::Symbol;
