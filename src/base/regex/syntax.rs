//! The tree of a pattern. Nodes lie in one vector and name each other by index, so that a
//! tree of any depth is built, walked and dropped without recursion.

use crate::base::waste;

/// The greatest repeat count; it stands for "without end".
pub const MAX_REPEAT: u32 = u32::MAX;
/// No pattern has this many groups.
pub const MAX_GROUPS: u32 = 1_073_741_823;

/// The index of a node in its tree.
pub type NodeId = usize;

/// A parsed pattern.
#[derive(Debug)]
pub struct Tree {
    pub nodes: Vec<Node>,
    /// The characters of the literal pieces.
    pub text: Vec<u32>,
    pub root: NodeId,
}

impl Drop for Tree {
    fn drop(&mut self) {
        waste::free(std::mem::take(&mut self.nodes));
    }
}

/// A piece of a pattern and how many characters it can match.
#[derive(Debug)]
pub struct Node {
    pub kind: Kind,
    pub width: Width,
}

/// The least and greatest number of characters that a piece matches; `u64::MAX` is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    pub min: u64,
    pub max: u64,
}

impl Width {
    pub const ZERO: Width = Width { min: 0, max: 0 };
    pub const ONE: Width = Width { min: 1, max: 1 };

    /// The width of this followed by another.
    pub fn then(self, other: Width) -> Width {
        Width { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }

    /// The width of this or another.
    pub fn or(self, other: Width) -> Width {
        Width { min: self.min.min(other.min), max: self.max.max(other.max) }
    }

    /// The width of this, repeated.
    pub fn repeated(self, min: u32, max: u32) -> Width {
        Width {
            min: self.min.saturating_mul(u64::from(min)),
            max: if max == MAX_REPEAT && self.max > 0 { u64::MAX } else { self.max.saturating_mul(u64::from(max)) },
        }
    }
}

/// What a piece of a pattern is.
#[derive(Debug)]
pub enum Kind {
    /// Literal characters in a row: `text[start..start + len]` of the tree, at least one.
    Text {
        start: u32,
        len: u32,
    },
    NotLiteral(u32),
    /// `.`
    Any,
    Set(Class),
    At(At),
    Sequence(Vec<NodeId>),
    Branch(Vec<NodeId>),
    Repeat {
        min: u32,
        max: u32,
        mode: Mode,
        body: NodeId,
    },
    /// A group; number 0 captures nothing. `add` and `remove` are flags for its inside.
    Group {
        number: u32,
        add: u32,
        remove: u32,
        body: NodeId,
    },
    Atomic(NodeId),
    Look {
        behind: bool,
        negate: bool,
        body: NodeId,
    },
    Backref(u32),
    Conditional {
        group: u32,
        yes: NodeId,
        no: Option<NodeId>,
    },
    /// `(?!)`: never matches.
    Fail,
}

/// How a repeat chooses its count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// As many as possible, fewer when the rest fails.
    Greedy,
    /// As few as possible, more when the rest fails.
    Lazy,
    /// As many as possible, never fewer.
    Possessive,
}

/// A bracketed set of characters, or a class on its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Class {
    pub negate: bool,
    pub items: Vec<ClassItem>,
}

/// One entry of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClassItem {
    Literal(u32),
    Range(u32, u32),
    Category(Category),
}

/// The classes `\d \s \w` and their opposites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Digit,
    NotDigit,
    Space,
    NotSpace,
    Word,
    NotWord,
}

/// A condition on the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// `^`
    Beginning,
    /// `$`
    End,
    /// `\A`
    BeginningString,
    /// `\Z`
    EndString,
    /// `\b`
    Boundary,
    /// `\B`
    NotBoundary,
}
