//! Pattern text to tree: CPython 3.13's syntax, its error texts and their positions.
//!
//! There is no recursion: every open group is a `Frame` on a stack, so a pattern may nest as
//! deep as memory allows.

use super::error::{PatternWarning, RegexError};
use super::flags::{self, VERBOSE};
use super::syntax::{At, Kind, MAX_REPEAT, Mode, Node, NodeId, Tree, Width};
use super::tokens::{Token, Tokens};
use crate::base::watch::{STRETCH, Watch};
use std::collections::HashMap;

/// Looks up `\N{name}`; gives the code point.
pub type NameLookup<'a> = &'a dyn Fn(&str) -> Option<u32>;

/// What the parser knows about a pattern when it is done.
pub(super) struct Parsed {
    pub tree: Tree,
    pub flags: u32,
    /// The number of capturing groups.
    pub groups: u32,
    /// Named groups in the order of their numbers.
    pub names: Vec<(String, u32)>,
}

/// What an open parenthesis began.
pub(super) enum Opened {
    Pattern,
    Group {
        number: u32,
        add: u32,
        remove: u32,
    },
    Atomic,
    Look {
        behind: bool,
        negate: bool,
        /// Whether this is the outermost lookbehind.
        outermost: bool,
    },
    Conditional {
        group: u32,
        /// The first branch, once the second is being read.
        yes: Option<NodeId>,
    },
}

/// An open group: what was read of it so far.
pub(super) struct Frame {
    pub opened: Opened,
    /// The position of the parenthesis.
    pub start: usize,
    pub verbose: bool,
    pub branches: Vec<NodeId>,
    pub items: Vec<NodeId>,
}

pub(super) struct Parser<'a> {
    pub tokens: Tokens<'a>,
    pub lookup: NameLookup<'a>,
    pub tree: Tree,
    pub flags: u32,
    pub frames: Vec<Frame>,
    /// The width of each group, `None` while it is open; entry 0 is the whole pattern.
    pub group_widths: Vec<Option<Width>>,
    pub names: Vec<(String, u32)>,
    pub name_numbers: HashMap<Vec<u32>, u32>,
    /// Inside a lookbehind: the number of groups when the outermost began.
    pub lookbehind_groups: Option<u32>,
    /// Group numbers that conditionals named, with the place of the first mention.
    pub conditional_groups: Vec<(u32, usize)>,
    pub warnings: &'a mut Vec<PatternWarning>,
}

/// Parses a pattern. `is_text` tells str from bytes (whose units are code points below 256).
/// Warnings are there also if the pattern proves to be wrong.
pub(super) fn parse(
    pattern: &[u32],
    is_text: bool,
    flags: u32,
    lookup: NameLookup<'_>,
    warnings: &mut Vec<PatternWarning>,
    watch: Watch<'_>,
) -> Result<Parsed, RegexError> {
    let mut parser = Parser {
        tokens: Tokens::new(pattern, is_text, watch)?,
        lookup,
        tree: Tree { nodes: Vec::new(), text: Vec::new(), root: 0 },
        flags,
        frames: Vec::new(),
        group_widths: vec![None],
        names: Vec::new(),
        name_numbers: HashMap::new(),
        lookbehind_groups: None,
        conditional_groups: Vec::new(),
        warnings,
    };
    parser.tree.root = parser.pattern()?;
    let flags = flags::settle(parser.flags, is_text).map_err(RegexError::Value)?;
    if parser.tokens.next.is_some() {
        return Err(parser.tokens.error("unbalanced parenthesis", 0));
    }
    for &(group, position) in &parser.conditional_groups {
        if group as usize >= parser.group_widths.len() {
            let message = format!("invalid group reference {group}");
            return Err(parser.tokens.error_at(message, position));
        }
    }
    Ok(Parsed { tree: parser.tree, flags, groups: parser.group_widths.len() as u32 - 1, names: parser.names })
}

/// The characters that verbose mode skips.
fn is_pattern_space(c: u32) -> bool {
    matches!(c, 0x20 | 0x09..=0x0D)
}

impl Parser<'_> {
    /// Reads to the end of the pattern, or to a parenthesis that closes nothing.
    fn pattern(&mut self) -> Result<NodeId, RegexError> {
        let verbose = self.flags & VERBOSE != 0;
        self.open(Opened::Pattern, 0, verbose);
        while let Some(token) = self.tokens.next {
            if token.is('|') {
                self.next_branch()?;
            } else if token.is(')') {
                if self.frames.len() == 1 {
                    break;
                }
                self.close()?;
            } else {
                self.tokens.get()?;
                self.item(token)?;
            }
        }
        let frame = self.frames.pop().expect("the pattern's own frame");
        if !self.frames.is_empty() {
            let message = "missing ), unterminated subpattern";
            return Err(self.tokens.error_at(message, frame.start));
        }
        self.alternatives(frame.branches, frame.items)
    }

    pub fn open(&mut self, opened: Opened, start: usize, verbose: bool) {
        self.frames.push(Frame { opened, start, verbose, branches: Vec::new(), items: Vec::new() });
    }

    pub fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the pattern's own frame")
    }

    pub fn add(&mut self, kind: Kind, width: Width) -> NodeId {
        self.tree.nodes.push(Node { kind, width });
        self.tree.nodes.len() - 1
    }

    /// Adds a node to the sequence being read.
    pub fn append(&mut self, kind: Kind, width: Width) {
        let node = self.add(kind, width);
        self.frame().items.push(node);
    }

    /// Adds a literal character to the sequence being read: to the text that stands last, if one does.
    pub fn append_literal(&mut self, c: u32) {
        let end = self.tree.text.len() as u32;
        self.tree.text.push(c);
        let last = self.frame().items.last().copied();
        if let Some(last) = last
            && let Node { kind: Kind::Text { start, len }, width } = &mut self.tree.nodes[last]
            && *start + *len == end
        {
            *len += 1;
            *width = width.then(Width::ONE);
            return;
        }
        self.append(Kind::Text { start: end, len: 1 }, Width::ONE);
    }

    /// The last piece of the sequence being read, as a repeat takes it: of a text only the last character.
    fn last_item(&mut self) -> Option<NodeId> {
        let last = *self.frame().items.last()?;
        let Node { kind: Kind::Text { start, len }, width } = &mut self.tree.nodes[last] else { return Some(last) };
        if *len == 1 {
            return Some(last);
        }
        *len -= 1;
        *width = Width { min: (*len).into(), max: (*len).into() };
        let start = *start + *len;
        self.append(Kind::Text { start, len: 1 }, Width::ONE);
        self.frame().items.last().copied()
    }

    fn sequence(&mut self, items: Vec<NodeId>) -> Result<NodeId, RegexError> {
        if let [only] = items[..] {
            return Ok(only);
        }
        let mut width = Width::ZERO;
        for items in items.chunks(STRETCH) {
            width = items.iter().fold(width, |width, &item| width.then(self.tree.nodes[item].width));
            self.tokens.look()?;
        }
        Ok(self.add(Kind::Sequence(items), width))
    }

    fn alternatives(&mut self, mut branches: Vec<NodeId>, items: Vec<NodeId>) -> Result<NodeId, RegexError> {
        let last = self.sequence(items)?;
        if branches.is_empty() {
            return Ok(last);
        }
        branches.push(last);
        let mut width = self.tree.nodes[last].width;
        for branches in branches.chunks(STRETCH) {
            width = branches.iter().fold(width, |width, &branch| width.or(self.tree.nodes[branch].width));
            self.tokens.look()?;
        }
        Ok(self.add(Kind::Branch(branches), width))
    }

    /// At a `|`.
    fn next_branch(&mut self) -> Result<(), RegexError> {
        if let Opened::Conditional { yes, .. } = &self.frame().opened {
            if yes.is_some() {
                let message = "conditional backref with more than two branches";
                return Err(self.tokens.error(message, 0));
            }
            self.tokens.get()?;
            let items = std::mem::take(&mut self.frame().items);
            let first = self.sequence(items)?;
            if let Opened::Conditional { yes, .. } = &mut self.frame().opened {
                *yes = Some(first);
            }
            return Ok(());
        }
        self.tokens.get()?;
        let items = std::mem::take(&mut self.frame().items);
        let branch = self.sequence(items)?;
        let verbose = self.flags & VERBOSE != 0;
        let outermost = self.frames.len() == 1;
        let frame = self.frame();
        frame.branches.push(branch);
        if outermost {
            frame.verbose = verbose;
        }
        Ok(())
    }

    /// At the `)` of the innermost group.
    fn close(&mut self) -> Result<(), RegexError> {
        let frame = self.frames.pop().expect("a group is open");
        if let Opened::Look { behind: true, outermost: true, .. } = frame.opened {
            self.lookbehind_groups = None;
        }
        self.tokens.get()?;
        if let Opened::Conditional { group, yes } = frame.opened {
            let last = self.sequence(frame.items)?;
            let (yes, no) = match yes {
                Some(yes) => (yes, Some(last)),
                None => (last, None),
            };
            let other = no.map_or(Width::ZERO, |no| self.tree.nodes[no].width);
            let width = self.tree.nodes[yes].width;
            let width = if no.is_some() { width.or(other) } else { Width { min: 0, ..width } };
            self.append(Kind::Conditional { group, yes, no }, width);
            return Ok(());
        }
        let single = frame.branches.is_empty();
        let empty = single && frame.items.is_empty();
        let body = self.alternatives(frame.branches, frame.items)?;
        let width = self.tree.nodes[body].width;
        match frame.opened {
            Opened::Group { number, add, remove } => {
                if number > 0 {
                    self.group_widths[number as usize] = Some(width);
                }
                let kind = Kind::Group { number, add, remove, body };
                self.append(kind, width);
            }
            Opened::Atomic => self.append(Kind::Atomic(body), width),
            Opened::Look { negate: true, .. } if empty => self.append(Kind::Fail, Width::ZERO),
            Opened::Look { behind, negate, .. } => {
                let kind = Kind::Look { behind, negate, body };
                self.append(kind, Width::ZERO);
            }
            Opened::Pattern | Opened::Conditional { .. } => unreachable!("handled above"),
        }
        Ok(())
    }

    /// Reads the rest of what a token begins.
    fn item(&mut self, token: Token) -> Result<(), RegexError> {
        let c = match token {
            Token::Escape(c) => return self.escape(c),
            Token::Plain(c) => c,
        };
        if self.frame().verbose {
            if is_pattern_space(c) {
                return Ok(());
            }
            if c == '#' as u32 {
                while let Some(token) = self.tokens.get()? {
                    if token.is('\n') {
                        break;
                    }
                }
                return Ok(());
            }
        }
        match char::from_u32(c).unwrap_or('\0') {
            '[' => self.set(),
            '(' => self.group(),
            '*' | '+' | '?' | '{' => self.repeat(c),
            '.' => {
                self.append(Kind::Any, Width::ONE);
                Ok(())
            }
            '^' => {
                self.append(Kind::At(At::Beginning), Width::ZERO);
                Ok(())
            }
            '$' => {
                self.append(Kind::At(At::End), Width::ZERO);
                Ok(())
            }
            _ => {
                self.append_literal(c);
                Ok(())
            }
        }
    }

    /// After `*`, `+`, `?` or `{`.
    fn repeat(&mut self, c: u32) -> Result<(), RegexError> {
        let here = self.tokens.tell();
        let (min, max) = match char::from_u32(c) {
            Some('?') => (0, 1),
            Some('*') => (0, MAX_REPEAT),
            Some('+') => (1, MAX_REPEAT),
            _ => match self.counts(here)? {
                Some(counts) => counts,
                None => {
                    self.append_literal(c);
                    return Ok(());
                }
            },
        };
        let Some(item) = self.last_item() else {
            return Err(self.tokens.error_at("nothing to repeat", here - 1));
        };
        match self.tree.nodes[item].kind {
            Kind::At(_) => return Err(self.tokens.error_at("nothing to repeat", here - 1)),
            Kind::Repeat { .. } => return Err(self.tokens.error_at("multiple repeat", here - 1)),
            _ => {}
        }
        let mode = if self.tokens.matches('?')? {
            Mode::Lazy
        } else if self.tokens.matches('+')? {
            Mode::Possessive
        } else {
            Mode::Greedy
        };
        let width = self.tree.nodes[item].width.repeated(min, max);
        let kind = Kind::Repeat { min, max, mode, body: item };
        let node = self.add(kind, width);
        *self.frame().items.last_mut().expect("the repeated item") = node;
        Ok(())
    }

    /// The counts of `{…}`; `None` if the brace is a plain character.
    fn counts(&mut self, here: usize) -> Result<Option<(u32, u32)>, RegexError> {
        if self.tokens.next_is('}') {
            return Ok(None);
        }
        let low = self.tokens.get_while(usize::MAX, |c| c.is_ascii_digit())?;
        let high = if self.tokens.matches(',')? {
            self.tokens.get_while(usize::MAX, |c| c.is_ascii_digit())?
        } else {
            low.clone()
        };
        if !self.tokens.matches('}')? {
            self.tokens.seek(here)?;
            return Ok(None);
        }
        let count = |digits: &str, default: u32| {
            if digits.is_empty() {
                return Ok(default);
            }
            match digits.trim_start_matches('0') {
                "" => Ok(0),
                digits => match digits.parse() {
                    Ok(count) if count < MAX_REPEAT => Ok(count),
                    _ => Err(RegexError::Overflow("the repetition number is too large")),
                },
            }
        };
        let min = count(&low, 0)?;
        let max = count(&high, MAX_REPEAT)?;
        if max < min {
            let message = "min repeat greater than max repeat";
            return Err(self.tokens.error_at(message, here));
        }
        Ok(Some((min, max)))
    }

    /// Whether a group exists and is closed.
    pub fn is_closed(&self, group: u32) -> bool {
        matches!(self.group_widths.get(group as usize), Some(Some(_)))
    }

    /// Inside a lookbehind, only groups from before it may be referred to.
    pub fn check_lookbehind_group(&self, group: u32) -> Result<(), RegexError> {
        let Some(limit) = self.lookbehind_groups else {
            return Ok(());
        };
        if !self.is_closed(group) {
            return Err(self.tokens.error("cannot refer to an open group", 0));
        }
        if group >= limit {
            let message = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.tokens.error(message, 0));
        }
        Ok(())
    }
}
