//! Translates the rules to instructions of the parsing machine.
//!
//! The instructions are those of a parsing machine for PEGs as LPeg has it: calls and choices
//! share one stack, and a failure goes back to the newest choice.

use super::message::{Form, Raise};
use super::notation::{self, split};
use super::value::Shape;
use crate::token::Kind;
use logos::Logos;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The slot of a left-recursive rule's value so far.
pub const SEED: usize = 3;

/// One instruction of the parsing machine; targets are indices into [`Rules::code`].
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// The token at hand must be of this (canonical) kind.
    Token(Kind),
    /// It must be this name.
    Word(&'static str),
    /// It must be a name that is a keyword in some places.
    SoftKeyword,
    /// It must be the colon before the text of a format spec.
    SpecColon,
    /// It must be of this kind, or the parse ends with an error at it.
    Forced(Kind, &'static str),
    Call(usize),
    /// The same, in the second run only.
    CallError(usize),
    /// On failure go on at the target, with everything as it is now.
    Choice(usize),
    /// Forget the newest choice and jump.
    Commit(usize),
    /// Forget the newest choice, go back to its token, and jump.
    BackCommit(usize),
    Fail,
    /// Forget the newest choice and fail.
    FailTwice,
    /// Let the newest choice, that of the rule's alternative, fail the rule.
    Cut,
    Set(usize),
    Append(usize),
    /// The value at hand is nothing.
    Nothing,
    /// The value at hand is that of a slot.
    Get(usize),
    /// The value at hand is a new node; its parts are slots a and b.
    Node(Shape),
    /// The same for a left-recursive rule; its first part is the value so far.
    Grow(Shape),
    Raise(usize),
    /// Ends the alternative and the rule.
    Return,
}

/// A rule: where its code starts, and what its head says.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub entry: usize,
    pub memo: bool,
    pub quiet: bool,
}

/// The translated rules.
pub struct Rules {
    pub code: Vec<Op>,
    pub rules: Vec<Rule>,
    pub raises: Vec<Raise>,
    names: HashMap<&'static str, usize>,
}

impl Rules {
    /// The rules; translated at the first use, which takes less than a millisecond.
    pub fn get() -> &'static Rules {
        static RULES: OnceLock<Rules> = OnceLock::new();
        RULES.get_or_init(compile)
    }

    /// The index of a rule.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.rules.len()
    }
}

/// The kind that stands for all kinds that are one token for CPython.
pub fn canonical(kind: Kind) -> Kind {
    match kind {
        Kind::SoftMatch | Kind::SoftCase | Kind::SoftType => Kind::Name,
        Kind::Match | Kind::Case | Kind::Type => Kind::Name,
        Kind::ForIn => Kind::In,
        Kind::IsNot => Kind::Not,
        Kind::WithLPar => Kind::LPar,
        Kind::FieldOpen => Kind::LBrace,
        Kind::SpecColon => Kind::Colon,
        kind => kind,
    }
}

struct Compiler {
    rules: Rules,
    /// What is left of the line at hand, as words.
    words: std::vec::IntoIter<&'static str>,
    line: &'static str,
}

fn compile() -> Rules {
    let mut compiler = Compiler {
        rules: Rules { code: vec![Op::Fail], rules: Vec::new(), raises: Vec::new(), names: HashMap::new() },
        words: Vec::new().into_iter(),
        line: "",
    };
    let texts = notation::rules();
    for text in &texts {
        compiler.rules.names.insert(text.name, compiler.rules.rules.len());
        compiler.rules.rules.push(Rule { entry: 0, memo: text.memo, quiet: text.quiet });
    }
    for (rule, text) in texts.iter().enumerate() {
        compiler.rule(rule, &text.base, &text.growth);
    }
    compiler.rules
}

impl Compiler {
    fn emit(&mut self, op: Op) -> usize {
        self.rules.code.push(op);
        self.rules.code.len() - 1
    }

    fn here(&self) -> usize {
        self.rules.code.len()
    }

    /// Fills in a target that was not known yet.
    fn patch(&mut self, at: usize, target: usize) {
        let op = &mut self.rules.code[at];
        *op = match *op {
            Op::Choice(_) => Op::Choice(target),
            Op::Commit(_) => Op::Commit(target),
            Op::BackCommit(_) => Op::BackCommit(target),
            op => op,
        };
    }

    fn rule(&mut self, rule: usize, base: &[&'static str], growth: &[&'static str]) {
        self.rules.rules[rule].entry = self.here();
        let mut commits = Vec::new();
        for line in base {
            self.words = split(line).into_iter();
            self.line = line;
            loop {
                let choice = self.emit(Op::Choice(0));
                self.alternative(false);
                if growth.is_empty() {
                    self.emit(Op::Return);
                } else {
                    self.emit(Op::Set(SEED));
                    commits.push(self.emit(Op::Commit(0)));
                }
                let next = self.here();
                self.patch(choice, next);
                if self.words.next() != Some("|") {
                    break;
                }
            }
        }
        self.emit(Op::Fail);
        if growth.is_empty() {
            return;
        }
        let start = self.here();
        for commit in commits {
            self.patch(commit, start);
        }
        for line in growth {
            self.words = split(line).into_iter();
            self.line = line;
            let choice = self.emit(Op::Choice(0));
            self.alternative(true);
            self.emit(Op::Set(SEED));
            self.emit(Op::Commit(start));
            let next = self.here();
            self.patch(choice, next);
        }
        self.emit(Op::Get(SEED));
        // A choice for `Return` to forget.
        self.emit(Op::Choice(0));
        self.emit(Op::Return);
    }

    /// One alternative up to `|`, with its action.
    fn alternative(&mut self, grows: bool) {
        let start = self.here();
        let error_rule = self.words.as_slice().first().is_some_and(|word| word.starts_with("invalid_"));
        let (count, plain_end) = self.sequence();
        if let Op::Call(rule) = self.rules.code[start]
            && error_rule
            && count == 1
        {
            self.rules.code[start] = Op::CallError(rule);
        }
        if self.words.as_slice().first() != Some(&"=>") {
            if count != 1 || !plain_end {
                self.emit(Op::Node(Shape::Other));
            }
            return;
        }
        while self.words.as_slice().first() == Some(&"=>") {
            self.words.next();
            self.action(grows);
        }
    }

    fn action(&mut self, grows: bool) {
        let name = self.words.next().unwrap_or("");
        if let Some(slot) = slot(name) {
            self.emit(Op::Get(slot));
            return;
        }
        if let Some(shape) = Shape::named(name) {
            self.emit(if grows { Op::Grow(shape) } else { Op::Node(shape) });
            return;
        }
        let form = Form::named(name);
        let form = form.unwrap_or_else(|| panic!("no form {name} in rule: {}", self.line));
        let mut raise = Raise { form, slots: [2, 2], message: String::new() };
        let mut next = 0;
        while let Some(&word) = self.words.as_slice().first()
            && word != "=>"
        {
            self.words.next();
            match slot(word) {
                Some(slot) => {
                    raise.slots[next] = slot;
                    next += 1;
                }
                None => raise.message = word[1..word.len() - 1].replace("\\\"", "\""),
            }
        }
        self.rules.raises.push(raise);
        self.emit(Op::Raise(self.rules.raises.len() - 1));
    }

    /// Parts up to `|`, `)` or `=>`: how many have a value, and whether the last one has.
    fn sequence(&mut self) -> (usize, bool) {
        let mut count = 0;
        let mut plain_end = false;
        while let Some(&word) = self.words.as_slice().first() {
            if matches!(word, "|" | ")" | "=>") {
                break;
            }
            plain_end = !matches!(word, "&" | "!" | "~");
            count += usize::from(plain_end);
            self.element();
        }
        (count, plain_end)
    }

    fn element(&mut self) {
        let start = self.here();
        let word = self.words.next().unwrap_or("");
        match word {
            "~" => {
                self.emit(Op::Cut);
                return;
            }
            "&" => {
                let choice = self.emit(Op::Choice(0));
                self.element();
                let commit = self.emit(Op::BackCommit(0));
                let fail = self.emit(Op::Fail);
                self.patch(choice, fail);
                self.patch(commit, fail + 1);
                return;
            }
            "!" => {
                let choice = self.emit(Op::Choice(0));
                self.element();
                let fail = self.emit(Op::FailTwice);
                self.patch(choice, fail + 1);
                return;
            }
            "&&" => {
                let text = self.words.next().unwrap_or("");
                let text = &text[1..text.len() - 1];
                let kind = self.kind_of(text);
                self.emit(Op::Forced(kind, text));
                return;
            }
            _ => {}
        }
        let label = match (slot(word), self.words.as_slice().first()) {
            (Some(slot), Some(&":")) => Some(Op::Set(slot)),
            (Some(slot), Some(&"+:")) => Some(Op::Append(slot)),
            _ => None,
        };
        if label.is_some() {
            self.words.next();
            let word = self.words.next().unwrap_or("");
            self.primary(word);
        } else {
            self.primary(word);
        }
        // The code of the part just emitted moves when something must stand before it.
        match self.words.as_slice().first() {
            Some(&"?") => {
                self.words.next();
                self.insert(start, Op::Choice(0));
                let commit = self.emit(Op::Commit(0));
                let nothing = self.emit(Op::Nothing);
                self.patch(start, nothing);
                self.patch(commit, nothing + 1);
                self.emit_label(label);
            }
            Some(&"*") => {
                self.words.next();
                self.emit_label(label);
                self.insert(start, Op::Choice(0));
                let commit = self.emit(Op::Commit(start));
                self.patch(start, commit + 1);
            }
            Some(&"%") => {
                self.words.next();
                self.emit_label(label);
                let end = self.here();
                let choice = self.emit(Op::Choice(0));
                self.element();
                // The element once more, after the separator.
                let offset = self.here() - start;
                for at in start..end {
                    let op = shifted(self.rules.code[at], start, offset);
                    self.emit(op);
                }
                let commit = self.emit(Op::Commit(choice));
                self.patch(choice, commit + 1);
            }
            _ => self.emit_label(label),
        }
    }

    fn emit_label(&mut self, label: Option<Op>) {
        if let Some(label) = label {
            self.emit(label);
        }
    }

    /// Puts an instruction before code that has just been emitted.
    fn insert(&mut self, at: usize, op: Op) {
        self.rules.code.insert(at, op);
        for op in &mut self.rules.code[at + 1..] {
            *op = shifted(*op, at, 1);
        }
    }

    fn primary(&mut self, word: &'static str) {
        let op = match word.as_bytes() {
            [b'\'', .., b'\''] => Op::Token(self.kind_of(&word[1..word.len() - 1])),
            [b'"', .., b'"'] => Op::Word(&word[1..word.len() - 1]),
            b"(" => return self.group(),
            _ => match word {
                "SOFT_KEYWORD" => Op::SoftKeyword,
                "SPEC_COLON" => Op::SpecColon,
                "NAME" => Op::Token(Kind::Name),
                "NUMBER" => Op::Token(Kind::Number),
                "STRING" => Op::Token(Kind::String),
                "NEWLINE" => Op::Token(Kind::Newline),
                "INDENT" => Op::Token(Kind::Indent),
                "DEDENT" => Op::Token(Kind::Dedent),
                "ENDMARKER" => Op::Token(Kind::EndMarker),
                "FSTRING_START" => Op::Token(Kind::FStringStart),
                "FSTRING_MIDDLE" => Op::Token(Kind::FStringMiddle),
                "FSTRING_END" => Op::Token(Kind::FStringEnd),
                name => match self.rules.named(name) {
                    Some(rule) => Op::Call(rule),
                    None => panic!("no rule {name}, in rule: {}", self.line),
                },
            },
        };
        self.emit(op);
    }

    fn group(&mut self) {
        let mut commits = Vec::new();
        loop {
            let choice = self.emit(Op::Choice(0));
            self.sequence();
            commits.push(self.emit(Op::Commit(0)));
            let next = self.here();
            self.patch(choice, next);
            if self.words.next() != Some("|") {
                break;
            }
        }
        let end = self.emit(Op::Fail) + 1;
        for commit in commits {
            self.patch(commit, end);
        }
    }

    /// The kind of a keyword or operator, as the lexer sees it.
    fn kind_of(&self, text: &str) -> Kind {
        match (text, Kind::lexer(text).next()) {
            (":=", _) => Kind::ColonEqual,
            (_, Some(Ok(kind))) => canonical(kind),
            _ => panic!("no token {text}, in rule: {}", self.line),
        }
    }
}

fn slot(word: &str) -> Option<usize> {
    match word {
        "a" => Some(0),
        "b" => Some(1),
        "c" => Some(2),
        _ => None,
    }
}

/// An instruction whose targets from `from` on have moved by `offset`.
fn shifted(op: Op, from: usize, offset: usize) -> Op {
    let moved = |target| if target >= from { target + offset } else { target };
    match op {
        Op::Choice(target) => Op::Choice(moved(target)),
        Op::Commit(target) => Op::Commit(moved(target)),
        Op::BackCommit(target) => Op::BackCommit(moved(target)),
        op => op,
    }
}
