//! A type's slots: the operations that the VM and the protocols call without any lookup by name.
//!
//! The fields follow CPython's slots (`nb_add`, `tp_iternext`, …) in meaning. A builtin type's [`super::TypeDef`] fills
//! what it supports; a class made by Python code gets its slots from its MRO (see `slot_table`): a builtin base's
//! function, or a trampoline that calls the `__dunder__` method.

use super::args::Args;
use super::class::Class;
use super::hooks::Take;
use super::raise::{Raised, Result};
use super::runtime::Runtime;
use crate::heap::{HeapVec, Object};
use crate::layout::Str;

/// Binary operators, in the order of the slot arrays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    TrueDivide,
    FloorDivide,
    Remainder,
    Power,
    And,
    Or,
    Xor,
    LeftShift,
    RightShift,
    MatrixMultiply,
    DivMod,
}

impl BinaryOp {
    /// Number of operators.
    pub const COUNT: usize = 14;
    /// All, in order.
    pub const ALL: [BinaryOp; BinaryOp::COUNT] = [
        BinaryOp::Add,
        BinaryOp::Subtract,
        BinaryOp::Multiply,
        BinaryOp::TrueDivide,
        BinaryOp::FloorDivide,
        BinaryOp::Remainder,
        BinaryOp::Power,
        BinaryOp::And,
        BinaryOp::Or,
        BinaryOp::Xor,
        BinaryOp::LeftShift,
        BinaryOp::RightShift,
        BinaryOp::MatrixMultiply,
        BinaryOp::DivMod,
    ];

    /// (symbol, `__op__`, `__rop__`, `__iop__`).
    pub const fn names(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            BinaryOp::Add => ("+", "__add__", "__radd__", "__iadd__"),
            BinaryOp::Subtract => ("-", "__sub__", "__rsub__", "__isub__"),
            BinaryOp::Multiply => ("*", "__mul__", "__rmul__", "__imul__"),
            BinaryOp::TrueDivide => ("/", "__truediv__", "__rtruediv__", "__itruediv__"),
            BinaryOp::FloorDivide => ("//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
            BinaryOp::Remainder => ("%", "__mod__", "__rmod__", "__imod__"),
            BinaryOp::Power => ("** or pow()", "__pow__", "__rpow__", "__ipow__"),
            BinaryOp::And => ("&", "__and__", "__rand__", "__iand__"),
            BinaryOp::Or => ("|", "__or__", "__ror__", "__ior__"),
            BinaryOp::Xor => ("^", "__xor__", "__rxor__", "__ixor__"),
            BinaryOp::LeftShift => ("<<", "__lshift__", "__rlshift__", "__ilshift__"),
            BinaryOp::RightShift => (">>", "__rshift__", "__rrshift__", "__irshift__"),
            BinaryOp::MatrixMultiply => ("@", "__matmul__", "__rmatmul__", "__imatmul__"),
            BinaryOp::DivMod => ("divmod()", "__divmod__", "__rdivmod__", ""),
        }
    }
}

/// Unary operators and conversions, in the order of the slot array.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum UnaryOp {
    Negative,
    Positive,
    Invert,
    Absolute,
    Int,
    Float,
    Index,
}

impl UnaryOp {
    /// Number of operators.
    pub const COUNT: usize = 7;
    /// (symbol for error texts, dunder).
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            UnaryOp::Negative => ("unary -", "__neg__"),
            UnaryOp::Positive => ("unary +", "__pos__"),
            UnaryOp::Invert => ("unary ~", "__invert__"),
            UnaryOp::Absolute => ("abs()", "__abs__"),
            UnaryOp::Int => ("int()", "__int__"),
            UnaryOp::Float => ("float()", "__float__"),
            UnaryOp::Index => ("index", "__index__"),
        }
    }
}

/// Rich comparisons.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum CompareOp {
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
}

impl CompareOp {
    /// All, in order.
    pub const ALL: [CompareOp; 6] = [
        CompareOp::Less,
        CompareOp::LessEqual,
        CompareOp::Equal,
        CompareOp::NotEqual,
        CompareOp::Greater,
        CompareOp::GreaterEqual,
    ];

    /// (symbol, dunder).
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            CompareOp::Less => ("<", "__lt__"),
            CompareOp::LessEqual => ("<=", "__le__"),
            CompareOp::Equal => ("==", "__eq__"),
            CompareOp::NotEqual => ("!=", "__ne__"),
            CompareOp::Greater => (">", "__gt__"),
            CompareOp::GreaterEqual => (">=", "__ge__"),
        }
    }

    /// The operator with its operands exchanged.
    pub const fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Less => CompareOp::Greater,
            CompareOp::LessEqual => CompareOp::GreaterEqual,
            CompareOp::Greater => CompareOp::Less,
            CompareOp::GreaterEqual => CompareOp::LessEqual,
            other => other,
        }
    }

    /// What the operator says of an ordering.
    #[inline(always)]
    pub const fn test(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Less => ordering.is_lt(),
            CompareOp::LessEqual => ordering.is_le(),
            CompareOp::Equal => ordering.is_eq(),
            CompareOp::NotEqual => ordering.is_ne(),
            CompareOp::Greater => ordering.is_gt(),
            CompareOp::GreaterEqual => ordering.is_ge(),
        }
    }
}

/// `left op right`; either operand may be the one whose type defines the slot. NotImplemented asks for the other.
pub type BinaryFn = fn(&mut Runtime, &Object, &Object) -> Result;
/// An operation on one object.
pub type UnaryFn = fn(&mut Runtime, &Object) -> Result;

/// What a step of an iterator gave. A type of its own, since this one is returned in machine registers.
pub enum Step {
    /// The next item.
    Item(Object),
    /// There is none.
    End,
    /// An error.
    Raise(Raised),
}

/// How far an iterator could give its items at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Filled {
    /// As many as were asked for.
    Full,
    /// All that were left; the iterator has ended.
    End,
    /// What comes next takes a step: Python code may have to run for it, or it is an error.
    Stuck,
}

/// How an iterator of a builtin type gives many items at once.
pub struct Fill {
    /// Appends the next items to a buffer that nobody else sees, at most so many, as so many steps would give them. It
    /// runs no Python code, so nobody can tell the two ways apart. The only error is one of memory.
    pub items: fn(&mut Runtime, &Object, &mut HeapVec<Object>, usize) -> Result<Filled>,
    /// The number of items left, as its `__length_hint__` gives it; `None` if it has no such method.
    pub hint: Option<fn(&Runtime, &Object) -> usize>,
}

impl From<Result<Option<Object>>> for Step {
    #[inline(always)]
    fn from(result: Result<Option<Object>>) -> Step {
        match result {
            Ok(Some(item)) => Step::Item(item),
            Ok(None) => Step::End,
            Err(raised) => Step::Raise(raised),
        }
    }
}

impl From<Step> for Result<Option<Object>> {
    #[inline(always)]
    fn from(step: Step) -> Result<Option<Object>> {
        match step {
            Step::Item(item) => Ok(Some(item)),
            Step::End => Ok(None),
            Step::Raise(raised) => Err(raised),
        }
    }
}

/// How an iterator of a builtin type gives its items one after another.
pub type FeedFn = fn(&mut Runtime, &Object, &mut Take<'_>) -> Step;

/// Gives the items of `step` to `take` for as long as it takes them: what is given back, the end or an error.
#[inline(always)]
pub fn feed_by(
    rt: &mut Runtime,
    take: &mut Take<'_>,
    mut step: impl FnMut(&mut Runtime) -> Result<Option<Object>>,
) -> Step {
    loop {
        let item = match step(rt) {
            Ok(Some(item)) => item,
            Ok(None) => return Step::End,
            Err(raised) => return Step::Raise(raised),
        };
        if let Err(raised) = rt.check_interrupts() {
            return Step::Raise(raised);
        }
        if let Some(back) = take(rt, item) {
            return Step::Item(back);
        }
    }
}

/// A function for the slot `next` that gives `Result<Option<Object>>`.
#[macro_export]
macro_rules! next_slot {
    ($function:path) => {
        |rt, this| $function(rt, this).into()
    };
}

/// The slots of a type. `None` means that the type does not support the operation.
#[derive(Clone, Copy)]
pub struct Slots {
    /// `cls.__new__(cls, *args)`.
    pub new: Option<fn(&mut Runtime, &Class, Args<'_>) -> Result>,
    /// `__init__`.
    pub init: Option<fn(&mut Runtime, &Object, Args<'_>) -> Result<()>>,
    /// `__call__`.
    pub call: Option<fn(&mut Runtime, &Object, Args<'_>) -> Result>,
    /// `__repr__`.
    pub repr: Option<fn(&mut Runtime, &Object) -> Result<Str>>,
    /// `__str__`.
    pub str: Option<fn(&mut Runtime, &Object) -> Result<Str>>,
    /// `__hash__`; a type that is unhashable has [`super::protocols`]' refusing function.
    pub hash: Option<fn(&mut Runtime, &Object) -> Result<i64>>,
    /// `__iter__`.
    pub iter: Option<UnaryFn>,
    /// `__next__`; `None` when exhausted.
    pub next: Option<fn(&mut Runtime, &Object) -> Step>,
    /// The same for many items at once. It is inherited together with `next`.
    pub fill: Option<&'static Fill>,
    /// The same for one item after another, where a call for each would look up again what they have in common. It is
    /// inherited together with `next`.
    pub feed: Option<FeedFn>,
    /// `__getattribute__` and `__getattr__`.
    pub get_attribute: Option<fn(&mut Runtime, &Object, &Str) -> Result>,
    /// `__setattr__`, and `__delattr__` with `None`.
    pub set_attribute: Option<fn(&mut Runtime, &Object, &Str, Option<&Object>) -> Result<()>>,
    /// The rich comparisons; may return NotImplemented.
    pub compare: Option<fn(&mut Runtime, &Object, &Object, CompareOp) -> Result>,
    /// `__bool__`.
    pub truth: Option<fn(&mut Runtime, &Object) -> Result<bool>>,
    /// `__len__`.
    pub len: Option<fn(&mut Runtime, &Object) -> Result<usize>>,
    /// `__getitem__`.
    pub get_item: Option<BinaryFn>,
    /// `__setitem__`, and `__delitem__` with `None`.
    pub set_item: Option<fn(&mut Runtime, &Object, &Object, Option<&Object>) -> Result<()>>,
    /// `__contains__`.
    pub contains: Option<fn(&mut Runtime, &Object, &Object) -> Result<bool>>,
    /// `__get__(instance or None, owner)`.
    pub descriptor_get: Option<fn(&mut Runtime, &Object, Option<&Object>, &Object) -> Result>,
    /// `__set__`, and `__delete__` with `None`. Its presence makes a data descriptor.
    pub descriptor_set: Option<fn(&mut Runtime, &Object, &Object, Option<&Object>) -> Result<()>>,
    /// `__format__` is an ordinary method; `pow(a, b, m)` is this.
    pub power_modulo: Option<fn(&mut Runtime, &Object, &Object, &Object) -> Result>,
    /// Binary operators, by [`BinaryOp`]. For sequences `Add` is concatenation and `Multiply` repetition.
    pub binary: [Option<BinaryFn>; BinaryOp::COUNT],
    /// In-place operators, by [`BinaryOp`].
    pub in_place: [Option<BinaryFn>; BinaryOp::COUNT],
    /// Unary operators, by [`UnaryOp`].
    pub unary: [Option<UnaryFn>; UnaryOp::COUNT],
}

impl Slots {
    /// No slot at all.
    pub const EMPTY: Slots = Slots {
        new: None,
        init: None,
        call: None,
        repr: None,
        str: None,
        hash: None,
        iter: None,
        next: None,
        fill: None,
        feed: None,
        get_attribute: None,
        set_attribute: None,
        compare: None,
        truth: None,
        len: None,
        get_item: None,
        set_item: None,
        contains: None,
        descriptor_get: None,
        descriptor_set: None,
        power_modulo: None,
        binary: [None; BinaryOp::COUNT],
        in_place: [None; BinaryOp::COUNT],
        unary: [None; UnaryOp::COUNT],
    };

    /// The slots with one binary operator set; for use in constants.
    pub const fn with_binary(mut self, op: BinaryOp, function: BinaryFn) -> Slots {
        self.binary[op as usize] = Some(function);
        self
    }

    /// The slots with one in-place operator set.
    pub const fn with_in_place(mut self, op: BinaryOp, function: BinaryFn) -> Slots {
        self.in_place[op as usize] = Some(function);
        self
    }

    /// The slots with one unary operator set.
    pub const fn with_unary(mut self, op: UnaryOp, function: UnaryFn) -> Slots {
        self.unary[op as usize] = Some(function);
        self
    }
}
