//! The compiled form of a pattern: a vector of instructions and the tables they index.

use super::chars::Fold;
use super::charset::CharSet;
use super::syntax::Mode;
use crate::base::waste;

/// Marks an unset capture or register.
pub(super) const NONE: u32 = u32::MAX;

/// One instruction. Jump targets are indices of instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    /// The whole pattern has matched.
    Match,
    Fail,
    Char(u32),
    NotChar(u32),
    /// Any character but a line break.
    Any,
    /// Any character.
    AnyAll,
    /// A character of `sets[_]`.
    Set(u32),
    /// The characters `text[start..start + len]`.
    Text {
        start: u32,
        len: u32,
    },
    /// Group `_` begins here.
    Open(u32),
    /// Group `_` ends here.
    Close(u32),
    At(Position),
    Jump(u32),
    /// Go on at `first`; come back for `second`. `guards[guard]` may rule either out.
    Split {
        first: u32,
        second: u32,
        guard: u32,
    },
    /// Try the alternatives of `branches[_]` in order.
    Branch(u32),
    /// Repeat a single-character piece: `repeats[_]`.
    Repeat(u32),
    /// Prepare the registers of `loops[_]`.
    LoopStart(u32),
    /// At the end of an iteration of `loops[_]`, and before the first.
    LoopCheck(u32),
    /// Remember in a register how many points to come back to there are.
    AtomicStart(u32),
    /// Forget the points made since.
    AtomicEnd(u32),
    /// Begin the lookaround `looks[_]`.
    Look(u32),
    /// The body of the lookaround `looks[_]` has matched.
    LookEnd(u32),
    /// The text of a group again.
    Backref {
        group: u32,
        fold: Fold,
    },
    /// Go on if the group is set, else jump.
    Conditional {
        group: u32,
        otherwise: u32,
    },
}

/// A resolved condition on the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    StringStart,
    LineStart,
    StringEnd,
    /// At the end, or before a line break at the end.
    End,
    LineEnd,
    Boundary {
        unicode: bool,
        negate: bool,
    },
}

/// A piece that matches one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum One {
    Char(u32),
    NotChar(u32),
    Any,
    AnyAll,
    Set(u32),
}

/// What the next character must be for the rest of the pattern to have a chance.
#[derive(Debug)]
pub(super) enum Follow {
    Anything,
    Char(u32),
    /// Below 256, the table says; above, the flag.
    Table(Box<[bool; 256]>, bool),
}

/// The repeat of a single-character piece.
#[derive(Debug)]
pub(super) struct Repeat {
    pub one: One,
    pub min: u32,
    pub max: u32,
    pub mode: Mode,
    pub follow: Follow,
    /// The rest can never start with a repeated character, so giving characters back is
    /// useless: in subjects of one byte per character, and in all.
    pub commit_low: bool,
    pub commit: bool,
}

/// The repeat of any other piece that may match nothing or is counted.
#[derive(Debug)]
pub(super) struct Loop {
    pub min: u32,
    pub max: u32,
    pub lazy: bool,
    /// An iteration may be empty, so the place where it began must be remembered.
    pub nullable: bool,
    pub counted: bool,
    pub count_register: u32,
    pub last_register: u32,
    pub body: u32,
}

#[derive(Debug)]
pub(super) struct Look {
    pub negate: bool,
    /// How far back the body begins.
    pub back: u64,
    /// Two registers: how many points to come back to there were, and the position.
    pub register: u32,
    /// Where to go on.
    pub end: u32,
}

/// Which of several ways are open, given the next character.
#[derive(Debug)]
pub(super) struct Guard {
    /// Bit 0: the first way, bit 1: the second.
    pub low: Box<[u8; 256]>,
    pub high: u8,
    pub end: u8,
}

/// An alternation: for each next character, which of `lists` holds the alternatives worth trying.
#[derive(Debug)]
pub(super) struct Branch {
    pub low: Box<[u32; 256]>,
    pub high: u32,
    pub end: u32,
    pub alternatives: Vec<u32>,
}

/// How a search finds places where a match may begin.
#[derive(Debug)]
pub(super) enum Start {
    Anywhere,
    /// Only at the beginning of the subject.
    Anchored,
    /// After line breaks.
    AfterBreak,
    /// A literal text. The first `skip` characters of it need no second look: the program goes
    /// on after them at `resume`.
    Prefix {
        text: Vec<u32>,
        /// The text as bytes with its searcher, if all of it is below 256.
        finder: Option<Box<memchr::memmem::Finder<'static>>>,
        resume: u32,
        skip: u32,
    },
    /// A character of the table, or one beyond 255 if the flag says so.
    Set {
        low: Box<[bool; 256]>,
        high: bool,
        /// All members below 256, if there are at most three.
        few: Option<Vec<u8>>,
    },
}

/// A place where failures can be remembered.
#[derive(Debug)]
pub(super) struct MemoPoint {
    /// The first of this point's states.
    pub base: u64,
    /// The loops whose registers the future depends on.
    pub loops: Box<[u32]>,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Program {
    pub ops: Vec<Op>,
    pub text: Vec<u32>,
    pub sets: Vec<CharSet>,
    pub repeats: Vec<Repeat>,
    pub loops: Vec<Loop>,
    pub looks: Vec<Look>,
    pub guards: Vec<Guard>,
    pub branches: Vec<Branch>,
    /// Instructions where alternatives begin.
    pub lists: Vec<Box<[u32]>>,
    pub start: Start,
    /// The instruction of a repeat without end that every match begins with: after a failure
    /// no match can begin inside the same run of characters.
    pub lead: Option<u32>,
    pub groups: u32,
    /// Captures, `lastindex` and registers.
    pub slots: u32,
    /// Parallel to `ops`: an index into `memo_points`, or `NONE`.
    pub memo_of: Vec<u32>,
    pub memo_points: Vec<MemoPoint>,
    /// How many states all points have; 0 if the pattern's failures cannot be remembered.
    pub memo_states: u64,
}

impl Drop for Program {
    fn drop(&mut self) {
        waste::free(std::mem::take(&mut self.sets));
        waste::free(std::mem::take(&mut self.repeats));
        waste::free(std::mem::take(&mut self.guards));
        waste::free(std::mem::take(&mut self.branches));
        waste::free(std::mem::take(&mut self.lists));
        waste::free(std::mem::take(&mut self.memo_points));
    }
}

impl Program {
    /// The slot of `lastindex`.
    pub fn last_index_slot(&self) -> usize {
        self.groups as usize * 2
    }

    /// Whether a piece matches a character.
    #[inline]
    pub fn matches(&self, one: One, c: u32) -> bool {
        match one {
            One::Char(wanted) => c == wanted,
            One::NotChar(unwanted) => c != unwanted,
            One::Any => c != '\n' as u32,
            One::AnyAll => true,
            One::Set(set) => self.sets[set as usize].contains(c),
        }
    }
}
