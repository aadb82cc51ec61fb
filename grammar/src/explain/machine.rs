//! The parsing machine: runs the rules over the tokens, with a stack of its own.

use super::compile::{Op, Rules, canonical};
use super::message::Scene;
use super::place::Places;
use super::value::{Node, Value, Values};
use crate::error::SyntaxError;
use crate::parse::{STRETCH, Watch};
use crate::token::{Kind, Token};

/// How many instructions a run may take before it gives up, at all and for each token. Rules that
/// try things twice could take exponential time on nested brackets; none is known that does.
const MAX_STEPS: usize = 50_000_000;
const MAX_STEPS_PER_TOKEN: usize = 500;

/// How a run ends.
pub enum Outcome {
    Accepted,
    Failed,
    /// It needed a token that the tokenizer could not give.
    Stopped,
    Raised(Box<SyntaxError>),
    TooLong,
}

/// What a rule keeps in its slots.
type Slots = [Value; 4];

enum Entry {
    /// A rule in progress, and the state of its caller.
    Call { rule: usize, back: usize, start: usize, slots: Slots, errors: bool },
    /// Where to go on after a failure, and the state to go on with.
    Choice { target: usize, at: usize, slots: Slots },
}

pub struct Machine<'s> {
    rules: &'static Rules,
    source: &'s str,
    tokens: &'s [Token],
    places: &'s Places<'s>,
    /// The token at which runs start.
    from: usize,
    /// How many tokens have been looked at, in all runs.
    pub filled: usize,
    at: usize,
    /// The token at which the current rule started.
    start: usize,
    slots: Slots,
    /// The value at hand.
    value: Value,
    /// Whether error rules are tried.
    errors: bool,
    stack: Vec<Entry>,
    values: Values,
    memo: Memo,
}

/// The results of rules by the token they started at. A token has few, so they form a chain.
#[derive(Default)]
struct Memo {
    /// For each token, the newest of its results, by index plus 1.
    newest: Vec<u32>,
    results: Vec<MemoResult>,
}

struct MemoResult {
    rule: usize,
    /// The value and the token after it, or a failure.
    result: Option<(Value, usize)>,
    /// The result before it at this token, by index plus 1.
    before: u32,
}

impl Memo {
    fn get(&self, at: usize, rule: usize) -> Option<Option<(Value, usize)>> {
        let mut next = self.newest.get(at).copied().unwrap_or(0);
        while next > 0 {
            let known = &self.results[next as usize - 1];
            if known.rule == rule {
                return Some(known.result);
            }
            next = known.before;
        }
        None
    }

    fn insert(&mut self, at: usize, rule: usize, result: Option<(Value, usize)>) {
        if at >= self.newest.len() {
            self.newest.resize(at + 64, 0);
        }
        let before = self.newest[at];
        self.results.push(MemoResult { rule, result, before });
        self.newest[at] = self.results.len() as u32;
    }

    fn clear(&mut self) {
        self.newest.clear();
        self.results.clear();
    }
}

impl<'s> Machine<'s> {
    pub fn new(
        rules: &'static Rules,
        source: &'s str,
        tokens: &'s [Token],
        places: &'s Places<'s>,
        from: usize,
    ) -> Machine<'s> {
        Machine {
            rules,
            source,
            tokens,
            places,
            from,
            filled: from + 1,
            at: from,
            start: from,
            slots: Slots::default(),
            value: Value::None,
            errors: false,
            stack: Vec::new(),
            values: Values::default(),
            memo: Memo::default(),
        }
    }

    /// Runs a rule from the first token, with or without the error rules, unless `watch` says to stop.
    pub fn run(&mut self, rule: &str, errors: bool, watch: Watch<'_>) -> Outcome {
        let Some(rule) = self.rules.named(rule) else {
            return Outcome::TooLong;
        };
        self.at = self.from;
        self.errors = errors;
        self.stack.clear();
        self.memo.clear();
        self.values = Values::default();
        let mut pc = self.call(rule, 0);
        let tokens = self.tokens.len() - self.from;
        for steps in 0..MAX_STEPS + MAX_STEPS_PER_TOKEN * tokens {
            if steps.is_multiple_of(STRETCH) && watch() {
                break;
            }
            match self.step(pc) {
                Ok(next) => pc = next,
                Err(outcome) => return outcome,
            }
        }
        Outcome::TooLong
    }

    /// Executes one instruction; gives the next.
    fn step(&mut self, pc: usize) -> Result<usize, Outcome> {
        match self.rules.code[pc] {
            Op::Token(kind) => {
                let found = self.kind()? == kind;
                return self.accept(found, pc);
            }
            Op::Word(word) => {
                let found = self.kind()? == Kind::Name && self.text() == word;
                return self.accept(found, pc);
            }
            Op::SoftKeyword => {
                // CPython compares only as many characters as the name has.
                let soft = ["_", "case", "match", "type"];
                let is_soft = |name: &str| soft.iter().any(|word| word.starts_with(name));
                let found = self.kind()? == Kind::Name && is_soft(self.text());
                return self.accept(found, pc);
            }
            Op::SpecColon => {
                let found = self.kind()? == Kind::Colon && self.tokens[self.at].kind == Kind::SpecColon;
                let next = self.tokens.get(self.at + 1).map(|token| token.kind);
                let text = !matches!(next, Some(Kind::FStringEnd | Kind::FieldOpen));
                return self.accept(found && text, pc);
            }
            Op::Forced(kind, text) => {
                if self.kind()? != kind {
                    let at = self.at.min(self.tokens.len() - 1);
                    let error = self.places.tokens(format!("expected '{text}'"), at, at);
                    return Err(Outcome::Raised(Box::new(error)));
                }
                return self.accept(true, pc);
            }
            Op::CallError(_) if !self.errors => return self.fail(),
            Op::Call(rule) | Op::CallError(rule) => {
                if self.rules.rules[rule].memo
                    && let Some(known) = self.memo.get(self.at, rule)
                {
                    let Some((value, at)) = known else {
                        return self.fail();
                    };
                    (self.value, self.at) = (value, at);
                    return Ok(pc + 1);
                }
                return Ok(self.call(rule, pc + 1));
            }
            Op::Choice(target) => self.stack.push(Entry::Choice { target, at: self.at, slots: self.slots }),
            Op::Commit(target) => {
                self.stack.pop();
                return Ok(target);
            }
            Op::BackCommit(target) => {
                if let Some(Entry::Choice { at, .. }) = self.stack.pop() {
                    self.at = at;
                }
                return Ok(target);
            }
            Op::Fail => return self.fail(),
            Op::FailTwice => {
                self.stack.pop();
                return self.fail();
            }
            Op::Cut => {
                if let Some(Entry::Choice { target, .. }) = self.stack.last_mut() {
                    *target = 0; // The code starts with `Fail`.
                }
            }
            Op::Set(slot) => self.slots[slot] = self.value,
            Op::Append(slot) => {
                self.slots[slot] = self.values.append(self.slots[slot], self.value);
            }
            Op::Nothing => self.value = Value::None,
            Op::Get(slot) => self.value = self.slots[slot],
            Op::Node(shape) => self.node(shape, [self.slots[0], self.slots[1]]),
            Op::Grow(shape) => {
                self.node(shape, [self.slots[super::compile::SEED], Value::None]);
            }
            Op::Raise(raise) => {
                let raise = &self.rules.raises[raise];
                let scene = Scene {
                    tokens: self.tokens,
                    places: self.places,
                    values: &self.values,
                    slots: self.slots,
                    start: self.start,
                    at: self.at,
                    last: (self.filled - 1).min(self.tokens.len() - 1),
                };
                if let Some(error) = scene.raise(raise) {
                    return Err(Outcome::Raised(Box::new(error)));
                }
                if !raise.form.is_check() {
                    // CPython gives the rule up, other alternatives included.
                    while let Some(Entry::Choice { .. }) = self.stack.last() {
                        self.stack.pop();
                    }
                    return self.fail();
                }
                self.value = Value::None;
            }
            Op::Return => return self.leave(),
        }
        Ok(pc + 1)
    }

    /// The canonical kind of the token at hand.
    fn kind(&mut self) -> Result<Kind, Outcome> {
        self.filled = self.filled.max(self.at + 1);
        match self.tokens.get(self.at) {
            Some(token) => Ok(canonical(token.kind)),
            None => match self.tokens.last() {
                Some(last) if last.kind == Kind::EndMarker => Ok(Kind::EndMarker),
                _ => Err(Outcome::Stopped),
            },
        }
    }

    fn text(&self) -> &'s str {
        let span = self.tokens[self.at].span;
        &self.source[span.start as usize..span.end as usize]
    }

    fn accept(&mut self, found: bool, pc: usize) -> Result<usize, Outcome> {
        if !found {
            return self.fail();
        }
        self.value = Value::Token(self.at as u32);
        self.at += 1;
        Ok(pc + 1)
    }

    /// Enters a rule; gives its first instruction.
    fn call(&mut self, rule: usize, back: usize) -> usize {
        let info = self.rules.rules[rule];
        self.stack.push(Entry::Call { rule, back, start: self.start, slots: self.slots, errors: self.errors });
        self.start = self.at;
        self.slots = Slots::default();
        self.errors &= !info.quiet;
        info.entry
    }

    /// Leaves a rule that has matched.
    fn leave(&mut self) -> Result<usize, Outcome> {
        self.stack.pop(); // The choice of the alternative.
        let Some(Entry::Call { rule, back, start, slots, errors }) = self.stack.pop() else {
            return Err(Outcome::TooLong);
        };
        if self.rules.rules[rule].memo {
            let result = Some((self.value, self.at));
            self.memo.insert(self.start, rule, result);
        }
        (self.start, self.slots, self.errors) = (start, slots, errors);
        match self.stack.is_empty() {
            true => Err(Outcome::Accepted),
            false => Ok(back),
        }
    }

    /// Goes back to the newest choice; the rules entered since then have failed.
    fn fail(&mut self) -> Result<usize, Outcome> {
        while let Some(entry) = self.stack.pop() {
            match entry {
                Entry::Choice { target, at, slots } => {
                    (self.at, self.slots) = (at, slots);
                    return Ok(target);
                }
                Entry::Call { rule, start, slots, errors, .. } => {
                    if self.rules.rules[rule].memo {
                        self.memo.insert(self.start, rule, None);
                    }
                    (self.start, self.slots, self.errors) = (start, slots, errors);
                }
            }
        }
        Err(Outcome::Failed)
    }

    /// The value at hand is a node over the tokens of the rule so far.
    fn node(&mut self, shape: super::value::Shape, parts: [Value; 2]) {
        let last = self.at.max(self.start + 1) - 1;
        self.value = self.values.node(Node { shape, first: self.start as u32, last: last as u32, parts });
    }
}
