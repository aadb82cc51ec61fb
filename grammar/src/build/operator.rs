//! Operator chains: parsed flat, then climbed by precedence in one action.
//!
//! The grammar reads `a + b * -c` as a flat list of operands, infix and prefix operators. When
//! the list is complete, [`Builder::chain`] builds the tree with two stacks (Dijkstra's
//! shunting-yard algorithm), without recursion, whatever the chain's length. That replaces some
//! fifteen levels of productions, each of which would cost one reduction per operand.

use super::{Builder, Checked, E, Failure, STRETCH, finish};
use crate::ast::{Boolop, Cmpop, Compare, ExprKind, Operator, Unaryop};

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Infix {
    Bool(Boolop),
    Compare(Cmpop),
    Binary(Operator),
}

/// An operator before an operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    Unary(Unaryop),
    Await,
}

/// How tightly operators bind; the greater the tighter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Unary,
    Power,
    Await,
}

impl Infix {
    fn level(self) -> Level {
        match self {
            Infix::Bool(Boolop::Or) => Level::Or,
            Infix::Bool(Boolop::And) => Level::And,
            Infix::Compare(_) => Level::Compare,
            Infix::Binary(operator) => match operator {
                Operator::BitOr => Level::BitOr,
                Operator::BitXor => Level::BitXor,
                Operator::BitAnd => Level::BitAnd,
                Operator::LShift | Operator::RShift => Level::Shift,
                Operator::Add | Operator::Sub => Level::Arithmetic,
                Operator::Pow => Level::Power,
                _ => Level::Term,
            },
        }
    }
}

impl Prefix {
    fn level(self) -> Level {
        match self {
            Prefix::Unary(Unaryop::Not) => Level::Not,
            Prefix::Unary(_) => Level::Unary,
            Prefix::Await => Level::Await,
        }
    }
}

/// An operand with the extent of its tokens, parentheses around it included.
#[derive(Clone, Copy)]
pub(super) struct Operand<'a> {
    expr: E<'a>,
    start: u32,
    end: u32,
}

/// An element of a flat chain.
#[derive(Clone, Copy)]
pub(super) enum Item<'a> {
    Operand(Operand<'a>),
    Infix(Infix),
    Prefix { prefix: Prefix, start: u32 },
}

/// The two stacks; empty between chains, kept for their memory.
#[derive(Default)]
pub(super) struct Climb<'a> {
    operands: Vec<Operand<'a>>,
    operators: Vec<Pending>,
    /// The parts of a flat node while it is built.
    exprs: Vec<E<'a>>,
    ops: Vec<Cmpop>,
}

/// An operator that waits for its right operand to be complete.
#[derive(Clone, Copy)]
enum Pending {
    Infix(Infix),
    Prefix { prefix: Prefix, start: u32 },
}

impl Pending {
    fn level(self) -> Level {
        match self {
            Pending::Infix(infix) => infix.level(),
            Pending::Prefix { prefix, .. } => prefix.level(),
        }
    }
}

impl<'a> Builder<'a, '_> {
    /// Adds an operand to the growing chain.
    #[inline]
    pub fn operand(&mut self, start: u32, expr: E<'a>, end: u32) -> u32 {
        self.items.push(Item::Operand(Operand { expr, start, end }));
        self.items.len() as u32 - 1
    }

    /// Adds an infix operator to the growing chain.
    #[inline]
    pub fn infix(&mut self, infix: Infix) {
        self.items.push(Item::Infix(infix));
    }

    /// Adds a prefix operator to the growing chain, the first in it if `first`.
    ///
    /// # Errors
    /// `not` binds more loosely than most operators, and nothing may stand between `await` and
    /// its operand; both are told from legal chains only here.
    pub fn prefix(&mut self, start: u32, prefix: Prefix, first: bool) -> Checked<u32> {
        let before = if first { None } else { self.items.last() };
        let loose = match before {
            None => true,
            Some(Item::Infix(infix)) => matches!(infix, Infix::Bool(_)),
            Some(&Item::Prefix { prefix: outer, .. }) => {
                if outer == Prefix::Await {
                    return Err(Failure::Token);
                }
                outer == Prefix::Unary(Unaryop::Not)
            }
            Some(Item::Operand(_)) => false,
        };
        if prefix == Prefix::Unary(Unaryop::Not) && !loose {
            return Err(Failure::Token);
        }
        self.items.push(Item::Prefix { prefix, start });
        Ok(self.items.len() as u32 - 1)
    }

    /// Builds the tree of the chain that starts at `start`.
    pub fn chain(&mut self, start: u32) -> E<'a> {
        let start = start as usize;
        // The commonest chain by far: one infix operator.
        if let [Item::Operand(left), Item::Infix(infix), Item::Operand(right)] = self.items[start..] {
            self.items.truncate(start);
            return self.pair(left, infix, right);
        }
        let mut at = start;
        while let Some(&item) = self.items.get(at) {
            at += 1;
            if at.is_multiple_of(STRETCH) && at > start + STRETCH && (self.watch)() {
                self.stopped = true;
                break;
            }
            match item {
                Item::Operand(operand) => self.climb.operands.push(operand),
                Item::Prefix { prefix, start } => {
                    self.climb.operators.push(Pending::Prefix { prefix, start });
                }
                Item::Infix(infix) => {
                    self.climb_down(infix);
                    self.climb.operators.push(Pending::Infix(infix));
                }
            }
        }
        self.items.truncate(start);
        while let Some(pending) = self.climb.operators.pop() {
            self.reduce(pending);
        }
        // A chain has at least one operand, and every operator has taken its own.
        self.climb.operands.pop().expect("a chain has an operand").expr
    }

    /// Builds what binds more tightly than `infix`, or as tightly and from left to right.
    fn climb_down(&mut self, infix: Infix) {
        let level = infix.level();
        let groups_left = !matches!(level, Level::Or | Level::And | Level::Compare | Level::Power);
        while let Some(&top) = self.climb.operators.last() {
            let closer = top.level() > level || (groups_left && top.level() == level);
            if !closer {
                break;
            }
            self.climb.operators.pop();
            self.reduce(top);
        }
    }

    /// Builds the node of an operator that has just been popped.
    fn reduce(&mut self, pending: Pending) {
        let Some(right) = self.climb.operands.pop() else {
            return;
        };
        let node = match pending {
            Pending::Prefix { prefix, start } => {
                let operand = right.expr;
                let kind = match prefix {
                    Prefix::Unary(op) => ExprKind::UnaryOp { op, operand },
                    Prefix::Await => ExprKind::Await { value: operand },
                };
                self.node(start, kind, right.end)
            }
            Pending::Infix(Infix::Binary(op)) => {
                let Some(left) = self.climb.operands.pop() else {
                    return;
                };
                let kind = ExprKind::BinOp { left: left.expr, op, right: right.expr };
                self.node(left.start, kind, right.end)
            }
            Pending::Infix(infix) => self.flat(infix, right),
        };
        self.climb.operands.push(node);
    }

    /// Builds the one node of a run of comparisons, `and`s or `or`s that ends with `last`.
    fn flat(&mut self, infix: Infix, last: Operand<'a>) -> Operand<'a> {
        let level = infix.level();
        let mut run = 1;
        while let Some(&Pending::Infix(more)) = self.climb.operators.iter().rev().nth(run - 1)
            && more.level() == level
        {
            run += 1;
        }
        let operators = self.climb.operators.len() - (run - 1);
        let operands = self.climb.operands.len() - run;
        let first = self.climb.operands[operands];
        self.climb.exprs.clear();
        let exprs = self.climb.operands[operands..].iter().map(|o| o.expr);
        self.climb.exprs.extend(exprs);
        self.climb.exprs.push(last.expr);
        let kind = match infix {
            Infix::Bool(op) => ExprKind::BoolOp { op, values: finish(&mut self.climb.exprs, 0, self.arena) },
            _ => {
                self.climb.ops.clear();
                for pending in &self.climb.operators[operators..] {
                    if let Pending::Infix(Infix::Compare(op)) = pending {
                        self.climb.ops.push(*op);
                    }
                }
                if let Infix::Compare(op) = infix {
                    self.climb.ops.push(op);
                }
                ExprKind::Compare(self.arena.alloc(Compare {
                    left: first.expr,
                    ops: finish(&mut self.climb.ops, 0, self.arena),
                    comparators: finish(&mut self.climb.exprs, 1, self.arena),
                }))
            }
        };
        self.climb.operators.truncate(operators);
        self.climb.operands.truncate(operands);
        self.node(first.start, kind, last.end)
    }

    /// One infix operator and nothing else.
    fn pair(&mut self, left: Operand<'a>, infix: Infix, right: Operand<'a>) -> E<'a> {
        let kind = match infix {
            Infix::Binary(op) => ExprKind::BinOp { left: left.expr, op, right: right.expr },
            Infix::Compare(op) => ExprKind::Compare(self.arena.alloc(Compare {
                left: left.expr,
                ops: self.arena.alloc_slice_copy(&[op]),
                comparators: self.arena.alloc_slice_copy(&[right.expr]),
            })),
            Infix::Bool(op) => ExprKind::BoolOp { op, values: self.arena.alloc_slice_copy(&[left.expr, right.expr]) },
        };
        self.expr(left.start, kind, right.end)
    }

    fn node(&mut self, start: u32, kind: ExprKind<'a>, end: u32) -> Operand<'a> {
        let expr = self.expr(start, kind, end);
        Operand { expr, start, end }
    }
}
