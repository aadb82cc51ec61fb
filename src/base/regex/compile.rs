//! Tree to program. The walk keeps its own stack of tasks, so that a tree of any depth will do.

use super::chars::{self, Fold};
use super::charset::CharSet;
use super::error::{PatternError, RegexError};
use super::flags::{ASCII, DOTALL, IGNORECASE, LOCALE, MULTILINE, UNICODE, combine};
use super::program::{Branch, Follow, Look, Loop, MemoPoint, NONE, One, Op, Position, Program, Repeat, Start};
use super::syntax::{At, Kind, MAX_REPEAT, Mode, NodeId, Tree};
use crate::base::watch::{Watch, look};
use std::collections::HashMap;

/// In patterns that nest loops deeper than this, failures are not remembered.
const MOST_OPEN_LOOPS: usize = 32;

/// How many tasks are done between two looks, and how many characters in one of them.
const LOOK: usize = 1 << 8;
const TASKS: usize = 1 << 10;

/// What is left to do, last first.
enum Task {
    Visit(NodeId, u32),
    /// The pieces of a sequence from a place on.
    Items(NodeId, usize, u32),
    /// So many literal characters from a place of the text on, in any case.
    Folded {
        start: u32,
        len: u32,
        flags: u32,
    },
    Emit(Op),
    /// The second way of the split at an instruction begins here.
    SecondHere(usize),
    /// The first way of the split at an instruction begins here.
    FirstHere(usize),
    AlternativeStart(usize),
    AlternativeEnd(usize),
    BranchEnd(usize),
    /// A loop that needs no registers ends: `first` way back to the instruction, or out.
    SplitBack {
        body: usize,
        lazy: bool,
        skip: Option<usize>,
    },
    LoopEnd {
        number: u32,
        jump: usize,
    },
    LookEnd(u32),
    OpaqueEnd,
    ConditionalElse {
        at: usize,
        no: Option<(NodeId, u32)>,
    },
    JumpHere(usize),
}

struct Compiler<'t> {
    tree: &'t Tree,
    program: Program,
    tasks: Vec<Task>,
    /// For each branch, the jumps to its end.
    exits: Vec<Vec<usize>>,
    /// The loops with registers that are open.
    open_loops: Vec<u32>,
    /// How many atomic groups and lookarounds are open.
    opaque: u32,
    memoizable: bool,
    /// The sets made for literal characters whose case is ignored.
    literal_sets: HashMap<(u32, bool, Fold), u32>,
}

/// Compiles a tree under the pattern's flags.
pub(super) fn compile(tree: &mut Tree, groups: u32, flags: u32, watch: Watch<'_>) -> Result<Program, RegexError> {
    let text = std::mem::take(&mut tree.text);
    let mut compiler = Compiler {
        tree,
        program: Program {
            ops: Vec::new(),
            text,
            sets: Vec::new(),
            repeats: Vec::new(),
            loops: Vec::new(),
            looks: Vec::new(),
            guards: Vec::new(),
            branches: Vec::new(),
            lists: Vec::new(),
            start: Start::Anywhere,
            lead: None,
            groups,
            slots: groups * 2 + 1,
            memo_of: Vec::new(),
            memo_points: Vec::new(),
            memo_states: 0,
        },
        tasks: vec![Task::Emit(Op::Match), Task::Visit(tree.root, flags)],
        exits: Vec::new(),
        open_loops: Vec::new(),
        opaque: 0,
        memoizable: true,
        literal_sets: HashMap::new(),
    };
    let mut steps = 0usize;
    while let Some(task) = compiler.tasks.pop() {
        compiler.task(task)?;
        steps += 1;
        if steps.is_multiple_of(LOOK) {
            look(watch)?;
        }
    }
    if !compiler.memoizable {
        compiler.program.memo_states = 0;
    }
    super::optimize::optimize(&mut compiler.program, compiler.memoizable, watch)?;
    Ok(compiler.program)
}

fn fold_of(flags: u32) -> Fold {
    if flags & IGNORECASE == 0 {
        Fold::None
    } else if flags & LOCALE != 0 {
        Fold::Locale
    } else if flags & UNICODE != 0 {
        Fold::Unicode
    } else {
        Fold::Ascii
    }
}

fn is_unicode(flags: u32) -> bool {
    flags & UNICODE != 0 && flags & (ASCII | LOCALE) == 0
}

fn position_of(at: At, flags: u32) -> Position {
    let multiline = flags & MULTILINE != 0;
    let unicode = is_unicode(flags);
    match at {
        At::Beginning if multiline => Position::LineStart,
        At::Beginning | At::BeginningString => Position::StringStart,
        At::End if multiline => Position::LineEnd,
        At::End => Position::End,
        At::EndString => Position::StringEnd,
        At::Boundary => Position::Boundary { unicode, negate: false },
        At::NotBoundary => Position::Boundary { unicode, negate: true },
    }
}

impl Compiler<'_> {
    fn here(&self) -> usize {
        self.program.ops.len()
    }

    fn emit(&mut self, op: Op) -> usize {
        let at = self.here();
        let is_point = matches!(op, Op::Split { .. } | Op::Branch(_) | Op::Repeat(_) | Op::LoopCheck(_));
        if is_point && self.opaque == 0 && self.memoizable {
            self.memoizable = self.open_loops.len() <= MOST_OPEN_LOOPS;
            self.program.memo_of.push(self.program.memo_points.len() as u32);
            self.program
                .memo_points
                .push(MemoPoint { base: self.program.memo_states, loops: self.open_loops.clone().into() });
            let states = self.open_loops.iter().fold(1u64, |states, &number| {
                let dimension = self.program.loops[number as usize].states();
                states.saturating_mul(dimension)
            });
            self.program.memo_states = self.program.memo_states.saturating_add(states);
        } else {
            self.program.memo_of.push(NONE);
        }
        self.program.ops.push(op);
        at
    }

    fn split(&mut self) -> usize {
        let next = self.here() as u32 + 1;
        self.emit(Op::Split { first: next, second: next, guard: NONE })
    }

    fn register(&mut self) -> u32 {
        self.program.slots += 1;
        self.program.slots - 1
    }

    fn set(&mut self, set: CharSet) -> u32 {
        self.program.sets.push(set);
        self.program.sets.len() as u32 - 1
    }

    fn task(&mut self, task: Task) -> Result<(), RegexError> {
        let here = self.here() as u32;
        match task {
            Task::Visit(node, flags) => return self.visit(node, flags),
            Task::Items(node, at, flags) => self.items(node, at, flags),
            Task::Folded { start, len, flags } => self.folded(start, len, flags),
            Task::Emit(op) => {
                self.emit(op);
            }
            Task::SecondHere(at) => {
                if let Op::Split { second, .. } = &mut self.program.ops[at] {
                    *second = here;
                }
            }
            Task::FirstHere(at) => {
                if let Op::Split { first, .. } = &mut self.program.ops[at] {
                    *first = here;
                }
            }
            Task::AlternativeStart(branch) => {
                self.program.branches[branch].alternatives.push(here);
            }
            Task::AlternativeEnd(branch) => {
                let jump = self.emit(Op::Jump(NONE));
                self.exits[branch].push(jump);
            }
            Task::BranchEnd(branch) => {
                for jump in std::mem::take(&mut self.exits[branch]) {
                    self.program.ops[jump] = Op::Jump(here);
                }
            }
            Task::SplitBack { body, lazy, skip } => {
                let at = self.split();
                let out = at as u32 + 1;
                let (first, second) = if lazy { (out, body as u32) } else { (body as u32, out) };
                self.program.ops[at] = Op::Split { first, second, guard: NONE };
                if let Some(skip) = skip {
                    self.program.ops[skip] = Op::Jump(at as u32);
                }
            }
            Task::LoopEnd { number, jump } => {
                let at = self.emit(Op::LoopCheck(number));
                self.program.ops[jump] = Op::Jump(at as u32);
                self.open_loops.pop();
            }
            Task::LookEnd(number) => {
                self.emit(Op::LookEnd(number));
                self.opaque -= 1;
                self.program.looks[number as usize].end = here + 1;
            }
            Task::OpaqueEnd => self.opaque -= 1,
            Task::ConditionalElse { at, no } => {
                let exit = no.map(|_| self.emit(Op::Jump(NONE)));
                let else_here = self.here() as u32;
                if let Op::Conditional { otherwise, .. } = &mut self.program.ops[at] {
                    *otherwise = else_here;
                }
                if let (Some(exit), Some((no, flags))) = (exit, no) {
                    self.tasks.push(Task::JumpHere(exit));
                    self.tasks.push(Task::Visit(no, flags));
                }
            }
            Task::JumpHere(at) => self.program.ops[at] = Op::Jump(here),
        }
        Ok(())
    }

    fn visit(&mut self, id: NodeId, flags: u32) -> Result<(), RegexError> {
        let tree = self.tree;
        let node = &tree.nodes[id];
        match &node.kind {
            Kind::Text { start, len } if fold_of(flags) != Fold::None => self.folded(*start, *len, flags),
            Kind::Text { start, len } => {
                self.emit_text(*start, *len);
            }
            Kind::NotLiteral(_) | Kind::Any | Kind::Set(_) => {
                let one = self.one(id, flags).expect("a single-character piece");
                self.emit_one(one);
            }
            Kind::At(at) => {
                self.emit(Op::At(position_of(*at, flags)));
            }
            Kind::Sequence(_) => self.items(id, 0, flags),
            Kind::Branch(alternatives) => self.branch(alternatives, flags),
            Kind::Repeat { min, max, mode, body } => self.repeat(*min, *max, *mode, *body, flags),
            Kind::Group { number, add, remove, body } => {
                if *number > 0 {
                    self.emit(Op::Open(*number));
                    self.tasks.push(Task::Emit(Op::Close(*number)));
                }
                let flags = combine(flags, *add, *remove);
                self.tasks.push(Task::Visit(*body, flags));
            }
            Kind::Atomic(body) => self.atomic(Task::Visit(*body, flags)),
            Kind::Look { behind, negate, body } => return self.look(*behind, *negate, *body, flags),
            Kind::Backref(group) => {
                self.memoizable = false;
                self.emit(Op::Backref { group: *group, fold: fold_of(flags) });
            }
            Kind::Conditional { group, yes, no } => {
                self.memoizable = false;
                let at = self.emit(Op::Conditional { group: *group, otherwise: NONE });
                let no = no.map(|no| (no, flags));
                self.tasks.push(Task::ConditionalElse { at, no });
                self.tasks.push(Task::Visit(*yes, flags));
            }
            Kind::Fail => {
                self.emit(Op::Fail);
            }
        }
        Ok(())
    }

    /// The node as a single-character piece, if it is one.
    fn one(&mut self, id: NodeId, flags: u32) -> Option<One> {
        let fold = fold_of(flags);
        let tree = self.tree;
        Some(match &tree.nodes[id].kind {
            Kind::Text { start, len: 1 } => self.one_literal(self.program.text[*start as usize], fold),
            Kind::NotLiteral(c) if !chars::is_cased(*c, fold) => One::NotChar(*c),
            Kind::NotLiteral(c) => One::Set(self.literal_set(*c, true, fold)),
            Kind::Any if flags & DOTALL != 0 => One::AnyAll,
            Kind::Any => One::Any,
            Kind::Set(class) => {
                let set = CharSet::new(class, is_unicode(flags), fold);
                One::Set(self.set(set))
            }
            _ => return None,
        })
    }

    fn one_literal(&mut self, c: u32, fold: Fold) -> One {
        match chars::is_cased(c, fold) {
            false => One::Char(c),
            true => One::Set(self.literal_set(c, false, fold)),
        }
    }

    /// The number of the set of a literal character whose case is ignored.
    fn literal_set(&mut self, c: u32, negate: bool, fold: Fold) -> u32 {
        if let Some(&set) = self.literal_sets.get(&(c, negate, fold)) {
            return set;
        }
        let set = self.set(CharSet::of_literal(c, negate, fold));
        self.literal_sets.insert((c, negate, fold), set);
        set
    }

    fn emit_one(&mut self, one: One) {
        self.emit(match one {
            One::Char(c) => Op::Char(c),
            One::NotChar(c) => Op::NotChar(c),
            One::Any => Op::Any,
            One::AnyAll => Op::AnyAll,
            One::Set(set) => Op::Set(set),
        });
    }

    fn emit_text(&mut self, start: u32, len: u32) {
        self.emit(match len {
            1 => Op::Char(self.program.text[start as usize]),
            _ => Op::Text { start, len },
        });
    }

    /// Emits literal characters whose case is ignored: those without case as texts. What is left after a while is a task.
    fn folded(&mut self, start: u32, len: u32, flags: u32) {
        let fold = fold_of(flags);
        let (mut at, end) = (start, start + len.min(TASKS as u32));
        while at < end {
            let rest = &self.program.text[at as usize..end as usize];
            let caseless = rest.iter().take_while(|&&c| !chars::is_cased(c, fold)).count() as u32;
            if caseless > 0 {
                self.emit_text(at, caseless);
                at += caseless;
                continue;
            }
            let one = self.one_literal(self.program.text[at as usize], fold);
            self.emit_one(one);
            at += 1;
        }
        if end < start + len {
            self.tasks.push(Task::Folded { start: end, len: start + len - end, flags });
        }
    }

    /// Visits the pieces of a sequence from a place on.
    fn items(&mut self, id: NodeId, at: usize, flags: u32) {
        let Kind::Sequence(items) = &self.tree.nodes[id].kind else { return };
        let Some(&item) = items.get(at) else { return };
        if at + 1 < items.len() {
            self.tasks.push(Task::Items(id, at + 1, flags));
        }
        self.tasks.push(Task::Visit(item, flags));
    }

    fn branch(&mut self, alternatives: &[NodeId], flags: u32) {
        let number = self.program.branches.len();
        self.program.branches.push(Branch {
            low: Box::new([0; 256]),
            high: 0,
            end: 0,
            alternatives: Vec::with_capacity(alternatives.len()),
        });
        self.exits.push(Vec::new());
        self.emit(Op::Branch(number as u32));
        self.tasks.push(Task::BranchEnd(number));
        for (index, &alternative) in alternatives.iter().enumerate().rev() {
            if index + 1 < alternatives.len() {
                self.tasks.push(Task::AlternativeEnd(number));
            }
            self.tasks.push(Task::Visit(alternative, flags));
            self.tasks.push(Task::AlternativeStart(number));
        }
    }

    fn atomic(&mut self, body: Task) {
        let register = self.register();
        self.emit(Op::AtomicStart(register));
        self.opaque += 1;
        self.tasks.push(Task::OpaqueEnd);
        self.tasks.push(Task::Emit(Op::AtomicEnd(register)));
        self.tasks.push(body);
    }

    fn look(&mut self, behind: bool, negate: bool, body: NodeId, flags: u32) -> Result<(), RegexError> {
        let mut back = 0;
        if behind {
            let width = self.tree.nodes[body].width;
            let error = |message| Err(RegexError::Pattern(PatternError::nowhere(message)));
            if width.min > u64::from(u32::MAX) {
                return error("looks too much behind");
            }
            if width.min != width.max {
                return error("look-behind requires fixed-width pattern");
            }
            back = width.min;
        }
        let register = self.register();
        self.register();
        let number = self.program.looks.len() as u32;
        self.program.looks.push(Look { negate, back, register, end: NONE });
        self.emit(Op::Look(number));
        self.opaque += 1;
        self.tasks.push(Task::LookEnd(number));
        self.tasks.push(Task::Visit(body, flags));
        Ok(())
    }

    fn repeat(&mut self, min: u32, max: u32, mode: Mode, body: NodeId, flags: u32) {
        if max == 0 {
            // Never run, but its lookbehinds are checked.
            let over = self.emit(Op::Jump(NONE));
            self.tasks.push(Task::JumpHere(over));
            self.tasks.push(Task::Visit(body, flags));
            return;
        }
        let (mut inner, mut inner_flags) = (body, flags);
        while let Kind::Group { number: 0, add, remove, body } = self.tree.nodes[inner].kind {
            inner = body;
            inner_flags = combine(inner_flags, add, remove);
        }
        if let Some(one) = self.one(inner, inner_flags) {
            self.program.repeats.push(Repeat {
                one,
                min,
                max,
                mode,
                follow: Follow::Anything,
                commit_low: false,
                commit: false,
            });
            self.emit(Op::Repeat(self.program.repeats.len() as u32 - 1));
            return;
        }
        if mode == Mode::Possessive {
            // CPython commits to every iteration by itself, then to their number.
            let register = self.register();
            self.emit(Op::AtomicStart(register));
            self.opaque += 2;
            self.tasks.push(Task::OpaqueEnd);
            self.tasks.push(Task::Emit(Op::AtomicEnd(register)));
            self.complex_repeat(min, max, false, true, body, flags);
            return;
        }
        self.complex_repeat(min, max, mode == Mode::Lazy, false, body, flags);
    }

    /// Visits the body of a repeat; each iteration is atomic on demand.
    fn body(&mut self, atomic: bool, body: NodeId, flags: u32) {
        if atomic {
            let register = self.register();
            self.tasks.push(Task::OpaqueEnd);
            self.tasks.push(Task::Emit(Op::AtomicEnd(register)));
            self.tasks.push(Task::Visit(body, flags));
            self.tasks.push(Task::Emit(Op::AtomicStart(register)));
        } else {
            self.tasks.push(Task::Visit(body, flags));
        }
    }

    fn complex_repeat(&mut self, min: u32, max: u32, lazy: bool, atomic: bool, body: NodeId, flags: u32) {
        if (min, max) == (1, 1) {
            self.body(atomic, body, flags);
            return;
        }
        if (min, max) == (0, 1) {
            let at = self.split();
            self.tasks.push(if lazy { Task::FirstHere(at) } else { Task::SecondHere(at) });
            self.body(atomic, body, flags);
            return;
        }
        let nullable = self.tree.nodes[body].width.min == 0;
        if !nullable && min <= 1 && max == MAX_REPEAT {
            let skip = (min == 0).then(|| self.emit(Op::Jump(NONE)));
            let start = self.here();
            self.tasks.push(Task::SplitBack { body: start, lazy, skip });
            self.body(atomic, body, flags);
            return;
        }
        let number = self.program.loops.len() as u32;
        let count_register = self.register();
        let last_register = self.register();
        self.emit(Op::LoopStart(number));
        let jump = self.emit(Op::Jump(NONE));
        self.program.loops.push(Loop {
            min,
            max,
            lazy,
            nullable,
            counted: min > 0 || max != MAX_REPEAT,
            count_register,
            last_register,
            body: jump as u32 + 1,
        });
        self.open_loops.push(number);
        self.tasks.push(Task::LoopEnd { number, jump });
        self.body(atomic, body, flags);
    }
}

impl Loop {
    /// How many different futures the registers of this loop can mean.
    pub fn states(&self) -> u64 {
        let places = if self.nullable { 2 } else { 1 };
        let counts = if self.counted { u64::from(self.top_count()) + 1 } else { 1 };
        places * counts
    }

    /// Counts above this one mean the same.
    pub fn top_count(&self) -> u32 {
        if self.max == MAX_REPEAT { self.min } else { self.max }
    }
}
