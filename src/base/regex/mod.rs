//! The engine behind `re`: CPython 3.13's patterns and templates, matched over subjects of 1, 2
//! or 4 bytes per character and over bytes. It knows nothing of Python objects.
//!
//! A pattern goes through `parse` (text to tree), `compile` (tree to instructions) and
//! `optimize` (what can be told in advance); `matcher` runs the instructions, `search` finds
//! places to begin, `memo` keeps time in proportion to the subject where the pattern allows it.
//! `template` reads replacement strings, `iterate` walks all matches of a subject.
//!
//! Nothing recurses natively: patterns may nest, and subjects repeat, as deep as memory allows.

mod chars;
mod charset;
mod compile;
mod error;
mod first;
pub mod flags;
mod iterate;
mod matcher;
mod memo;
mod optimize;
mod parse;
mod parse_escape;
mod parse_group;
mod program;
mod search;
mod syntax;
mod template;
mod tokens;
mod unit;

pub use error::{MatchError, PatternError, PatternWarning, RegexError};
pub use iterate::{Part, Scanner, split, substitute};
pub use parse::NameLookup;
pub use template::{Piece, Template, is_special};

use crate::base::watch::Watch;
use matcher::{Matcher, Point};
use memo::Memo;
use program::{NONE, Program};

/// A compiled pattern.
#[derive(Debug)]
pub struct Regex {
    program: Program,
    flags: u32,
    is_text: bool,
    names: Vec<(String, u32)>,
}

/// What is searched. The units of a str are code points; lone surrogates are legal.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// Bytes, or a str whose code points are all below 256.
    Narrow(&'a [u8]),
    Wide(&'a [u16]),
    Widest(&'a [u32]),
}

impl Subject<'_> {
    /// The number of characters.
    pub fn len(&self) -> usize {
        match self {
            Subject::Narrow(text) => text.len(),
            Subject::Wide(text) => text.len(),
            Subject::Widest(text) => text.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What kind of match is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Anywhere at or after the position.
    Search,
    /// At the position.
    Match,
    /// At the position, and up to the end.
    FullMatch,
}

/// Memory that matches reuse, and the captures of the last successful one.
#[derive(Debug, Default)]
pub struct Scratch {
    slots: Vec<u32>,
    stack: Vec<Point>,
    memo: Memo,
    span: (u32, u32),
    groups: u32,
}

impl Scratch {
    /// The span of the whole match (0) or of a group; `None` if the group did not take part.
    pub fn group(&self, number: usize) -> Option<(usize, usize)> {
        if number == 0 {
            return Some((self.span.0 as usize, self.span.1 as usize));
        }
        if number > self.groups as usize {
            return None;
        }
        let (from, to) = (self.slots[number * 2 - 2], self.slots[number * 2 - 1]);
        (from != NONE && to != NONE).then_some((from as usize, to as usize))
    }

    /// The number of the group that was closed last (`lastindex`).
    pub fn last_index(&self) -> Option<usize> {
        let last = self.slots[self.groups as usize * 2];
        (last != NONE).then_some(last as usize)
    }
}

/// The part of a subject that a match may use, and how it must go.
#[derive(Debug, Clone, Copy)]
pub struct Request {
    pub method: Method,
    /// Where to begin; lookbehind and boundaries see what stands before.
    pub position: usize,
    /// Where the subject ends for this match.
    pub end: usize,
    /// The match must not be empty at `position`: how iteration goes on after an empty match.
    pub must_advance: bool,
}

impl Regex {
    /// Compiles a pattern given as code points (`is_text`) or bytes, under `re`'s flags.
    /// `lookup` serves `\N{…}`. Warnings come back beside the pattern.
    pub fn new(
        pattern: &[u32],
        is_text: bool,
        flags: u32,
        lookup: NameLookup<'_>,
    ) -> Result<(Regex, Vec<PatternWarning>), RegexError> {
        let mut warnings = Vec::new();
        Ok((Regex::with_warnings(pattern, is_text, flags, lookup, &mut warnings, &|| false)?, warnings))
    }

    /// The same; the warnings are there also if the pattern proves to be wrong.
    pub fn with_warnings(
        pattern: &[u32],
        is_text: bool,
        flags: u32,
        lookup: NameLookup<'_>,
        warnings: &mut Vec<PatternWarning>,
        watch: Watch<'_>,
    ) -> Result<Regex, RegexError> {
        if pattern.len() >= NONE as usize {
            return Err(RegexError::Overflow("pattern longer than 4294967294 characters"));
        }
        let mut parsed = parse::parse(pattern, is_text, flags, lookup, warnings, watch)?;
        let program = compile::compile(&mut parsed.tree, parsed.groups, parsed.flags, watch)?;
        Ok(Regex { program, flags: parsed.flags, is_text, names: parsed.names })
    }

    /// The flags, inline ones and the implied UNICODE included.
    pub fn flags(&self) -> u32 {
        self.flags
    }

    /// Whether the pattern is a str.
    pub fn is_text(&self) -> bool {
        self.is_text
    }

    /// The number of capturing groups.
    pub fn groups(&self) -> usize {
        self.program.groups as usize
    }

    /// The named groups with their numbers, in that order (`groupindex`).
    pub fn group_names(&self) -> &[(String, u32)] {
        &self.names
    }

    /// Matches. On success `scratch` holds the captures. `check` is called every few thousand
    /// steps; if it returns true, the match is given up.
    pub fn run(
        &self,
        subject: Subject<'_>,
        request: Request,
        scratch: &mut Scratch,
        check: &mut dyn FnMut() -> bool,
    ) -> Result<bool, MatchError> {
        if subject.len() >= NONE as usize {
            return Err(MatchError::TooLong);
        }
        let end = request.end.min(subject.len());
        if request.position > end {
            return Ok(false);
        }
        match subject {
            Subject::Narrow(text) => self.run_on(&text[..end], request, scratch, check),
            Subject::Wide(text) => self.run_on(&text[..end], request, scratch, check),
            Subject::Widest(text) => self.run_on(&text[..end], request, scratch, check),
        }
    }

    fn run_on<U: unit::Unit>(
        &self,
        text: &[U],
        request: Request,
        scratch: &mut Scratch,
        check: &mut dyn FnMut() -> bool,
    ) -> Result<bool, MatchError> {
        let slots = self.program.slots as usize;
        if scratch.slots.len() != slots {
            scratch.slots.clear();
            scratch.slots.resize(slots, NONE);
        }
        scratch.groups = self.program.groups;
        let position = request.position as u32;
        let mut matcher = Matcher {
            program: &self.program,
            text,
            full: request.method == Method::FullMatch,
            must_advance: if request.must_advance { position } else { NONE },
            slots: &mut scratch.slots,
            stack: &mut scratch.stack,
            memo: &mut scratch.memo,
            check,
            steps: 0,
            next_check: matcher::CHECK_EVERY,
            lead_end: position,
        };
        let found = match request.method {
            Method::Search => matcher.search(position),
            Method::Match | Method::FullMatch => matcher.match_at(position).map(|end| end.map(|end| (position, end))),
        };
        scratch.memo.stop();
        if scratch.stack.capacity() > matcher::KEPT_POINTS {
            scratch.stack = Vec::new();
        }
        if let Some(span) = found? {
            scratch.span = span;
            return Ok(true);
        }
        Ok(false)
    }
}
