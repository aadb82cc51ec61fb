//! What the rules say when they match.

use super::place::Places;
use super::value::{Shape, Targets, Value, Values};
use crate::error::{ErrorKind, SyntaxError};
use crate::literal::{BytesBuilder, Prefix, StrBuilder, number_value};
use crate::token::{Kind, Token};
use bumpalo::Bump;

/// What an error needs to know about the state of the machine.
pub struct Scene<'s> {
    pub tokens: &'s [Token],
    pub places: &'s Places<'s>,
    pub values: &'s Values,
    /// The values of the labels.
    pub slots: [Value; 4],
    /// The first token of the rule.
    pub start: usize,
    /// The token at hand.
    pub at: usize,
    /// The last token read so far.
    pub last: usize,
}

/// The error form of an action: how to find the place, and the arguments.
#[derive(Clone, Debug)]
pub struct Raise {
    pub form: Form,
    /// The slots named after the form.
    pub slots: [usize; 2],
    /// The message, with `{what slot}` for its variable parts.
    pub message: String,
}

/// The forms, by their names in the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `at a`: over a value.
    At,
    /// `range a b`: from the start of one value to the end of another.
    Range,
    /// `items a b`: from the first element of a list to the last of another, or of the same.
    Items,
    /// `from a`: from a value to the last token read.
    From,
    /// `last`: at the last token read.
    Last,
    /// `indent`: an IndentationError at the last token read.
    Indent,
    /// `next`: at the token at hand.
    Next,
    /// `key a`: at the end of a dict's key.
    Key,
    /// `assign a`, `assign_for a`, `delete a`: the part that cannot be a target, if any.
    Target(Targets),
    /// `legacy a b`: `print x`.
    Legacy,
    /// `comma a b`: two expressions side by side in brackets.
    Comma,
    /// `generator a b`: a bare generator expression after other arguments.
    Generator,
    /// `positional a`: a positional argument after a keyword.
    Positional,
    /// `spacing a b`: a `!` in an f-string and the name after it.
    Spacing,
    /// `conversion a`: the name after a `!`, if any.
    Conversion,
    /// `real a`, `imaginary a`: a part of a complex literal in a pattern.
    Number { imaginary: bool },
    /// `digits a`: an int with too many of them.
    Digits,
    /// `text a`: a string or bytes literal that cannot be decoded.
    Text,
    /// `pieces a b`: the text of an f-string from one token to another, the same.
    Pieces,
    /// `mixed`: bytes beside strings, in the tokens of the rule.
    Mixed,
}

impl Form {
    /// The form of a name.
    pub fn named(name: &str) -> Option<Form> {
        Some(match name {
            "at" => Form::At,
            "range" => Form::Range,
            "items" => Form::Items,
            "from" => Form::From,
            "last" => Form::Last,
            "indent" => Form::Indent,
            "next" => Form::Next,
            "key" => Form::Key,
            "assign" => Form::Target(Targets::Assign),
            "assign_for" => Form::Target(Targets::For),
            "delete" => Form::Target(Targets::Delete),
            "legacy" => Form::Legacy,
            "comma" => Form::Comma,
            "generator" => Form::Generator,
            "positional" => Form::Positional,
            "spacing" => Form::Spacing,
            "conversion" => Form::Conversion,
            "real" => Form::Number { imaginary: false },
            "imaginary" => Form::Number { imaginary: true },
            "digits" => Form::Digits,
            "text" => Form::Text,
            "pieces" => Form::Pieces,
            "mixed" => Form::Mixed,
            _ => return None,
        })
    }

    /// Whether the form is a check: the rule goes on when there is nothing to say.
    pub fn is_check(self) -> bool {
        use Form::*;
        matches!(self, Spacing | Conversion | Number { .. } | Digits | Text | Pieces | Mixed)
    }
}

impl Scene<'_> {
    /// The error of an action, or nothing if it does not apply after all.
    pub fn raise(&self, raise: &Raise) -> Option<SyntaxError> {
        let [a, b] = raise.slots.map(|slot| self.slots[slot]);
        let message = || self.fill(&raise.message);
        let over = |message: String, first: Value, last: Value| {
            let (first, _) = self.values.range(first);
            let (_, last) = self.values.range(last);
            self.places.tokens(message, first as usize, last as usize)
        };
        Some(match raise.form {
            Form::At => over(message(), a, a),
            Form::Range => over(message(), a, b),
            Form::Items => {
                let last = if b == Value::None { a } else { b };
                let first = *self.values.items(a).first()?;
                over(message(), first, *self.values.items(last).last()?)
            }
            Form::From => {
                let (first, _) = self.values.range(a);
                self.places.from(message(), first as usize, self.last)
            }
            Form::Last => self.places.last(ErrorKind::SyntaxError, message(), self.last),
            Form::Indent => {
                let kind = ErrorKind::IndentationError;
                self.places.last(kind, message(), self.last)
            }
            Form::Next => self.places.last(ErrorKind::SyntaxError, message(), self.at),
            Form::Key => {
                let (first, last) = self.values.range(a);
                self.places.key(message(), first as usize, last as usize)
            }
            Form::Target(targets) => {
                let bad = self.values.invalid_target(a, targets)?;
                let name = self.values.shape(bad).description();
                let verb = match targets {
                    Targets::Delete => "delete",
                    Targets::Assign | Targets::For => "assign to",
                };
                over(format!("cannot {verb} {name}"), bad, bad)
            }
            Form::Legacy => {
                let name = self.legacy(a)?;
                let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
                over(message, a, b)
            }
            Form::Comma => {
                if self.legacy(a).is_some() || !self.in_brackets() {
                    return None;
                }
                over("invalid syntax. Perhaps you forgot a comma?".into(), a, b)
            }
            Form::Generator => {
                let args = self.positional_arguments(a);
                if args.len() <= 1 {
                    return None;
                }
                let message = "Generator expression must be parenthesized";
                over(message.into(), *args.last()?, b)
            }
            Form::Positional => {
                let Value::Node(node) = a else {
                    return None;
                };
                let parts = self.values.parts(node);
                let unpacking = parts.iter().any(|&part| self.values.shape(part) == Shape::Keywords);
                let message = match unpacking {
                    true => "positional argument follows keyword argument unpacking",
                    false => "positional argument follows keyword argument",
                };
                self.places.last(ErrorKind::SyntaxError, message.into(), self.last)
            }
            Form::Spacing => {
                let (mark, name) = (self.values.range(a).0, self.values.range(b).0);
                let end = self.tokens[mark as usize].span.end;
                if end == self.tokens[name as usize].span.start {
                    return None;
                }
                let message = "f-string: conversion type must come right after the exclamanation mark";
                over(message.into(), a, b)
            }
            Form::Conversion => {
                let Value::Token(name) = a else {
                    return None;
                };
                let text = self.places.text(name as usize);
                if matches!(text, "s" | "r" | "a") {
                    return None;
                }
                let shown = crate::dump::repr_str(text.as_bytes());
                let message = format!("f-string: invalid conversion character {shown}: expected 's', 'r', or 'a'");
                over(message, a, a)
            }
            Form::Digits => return self.digits(self.values.range(a).0 as usize),
            Form::Text => return self.literal(self.values.range(a).0 as usize),
            Form::Pieces => {
                let (first, last) = (self.values.range(a).0, self.values.range(b).1);
                return self.pieces(first as usize, last as usize);
            }
            Form::Mixed => {
                let bytes = |token: &Token| {
                    let text = self.places.slice(token.span);
                    token.kind == Kind::String && Prefix::split(text).0.bytes
                };
                let tokens = self.literals();
                let count = tokens.iter().filter(|token| bytes(token)).count();
                if count == 0 || count == tokens.len() {
                    return None;
                }
                let message = "cannot mix bytes and nonbytes literals".into();
                self.places.last(ErrorKind::SyntaxError, message, self.last)
            }
            Form::Number { imaginary } => {
                let (token, _) = self.values.range(a);
                if self.places.text(token as usize).ends_with(['j', 'J']) == imaginary {
                    return None;
                }
                let wanted = if imaginary { "imaginary" } else { "real" };
                over(format!("{wanted} number required in complex literal"), a, a)
            }
        })
    }

    /// A message with its variable parts.
    fn fill(&self, message: &str) -> String {
        let mut out = String::with_capacity(message.len() + 16);
        let mut rest = message;
        while let Some(open) = rest.find("{") {
            // Braces in quotes are text.
            let directive = rest[open + 1..].split_once('}').and_then(|(inside, after)| {
                let (what, slot) = inside.split_once(' ')?;
                let slot = b"abcd".iter().position(|&name| slot.as_bytes() == [name])?;
                Some((what, self.slots[slot], after))
            });
            let Some((what, value, after)) = directive else {
                out.push_str(&rest[..=open]);
                rest = &rest[open + 1..];
                continue;
            };
            out.push_str(&rest[..open]);
            let (first, _) = self.values.range(value);
            match what {
                "expr" => out.push_str(self.values.shape(value).description()),
                "text" => out.push_str(self.places.text(first as usize)),
                "line" => out.push_str(&self.places.line(first as usize).to_string()),
                "bound" if self.values.shape(value) == Shape::Tuple => out.push_str("constraints"),
                "bound" => out.push_str("bound"),
                _ => {}
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// The name, if a value is one of the statements of Python 2.
    fn legacy(&self, value: Value) -> Option<&str> {
        if self.values.shape(value) != Shape::Name {
            return None;
        }
        let text = self.places.text(self.values.range(value).0 as usize);
        matches!(text, "print" | "exec").then_some(text)
    }

    /// Whether a bracket is open after the last token matched.
    fn in_brackets(&self) -> bool {
        let mut depth = 0i32;
        for token in self.tokens[..self.at].iter().rev() {
            match token.kind {
                Kind::LPar | Kind::WithLPar | Kind::LSqb | Kind::LBrace | Kind::FieldOpen => {
                    depth += 1;
                }
                Kind::RPar | Kind::RSqb | Kind::RBrace => depth -= 1,
                // No bracket is open at the end of a logical line.
                Kind::Newline => break,
                _ => {}
            }
        }
        depth > 0
    }

    fn positional_arguments(&self, args: Value) -> Vec<Value> {
        let Value::Node(node) = args else {
            return Vec::new();
        };
        let mut parts = self.values.parts(node);
        parts.retain(|&part| !matches!(self.values.shape(part), Shape::Keyword | Shape::Keywords));
        parts
    }

    /// The literals side by side in the rule's tokens: strings, and the starts of f-strings.
    fn literals(&self) -> Vec<&Token> {
        let mut depth = 0;
        let mut literals = Vec::new();
        for token in &self.tokens[self.start..self.at] {
            if depth == 0 && matches!(token.kind, Kind::String | Kind::FStringStart) {
                literals.push(token);
            }
            match token.kind {
                Kind::FStringStart => depth += 1,
                Kind::FStringEnd => depth -= 1,
                _ => {}
            }
        }
        literals
    }

    fn digits(&self, token: usize) -> Option<SyntaxError> {
        let arena = Bump::new();
        let message = number_value(self.places.text(token), &arena, self.places.max_digits, self.places.watch).err()?;
        let mut error = self.places.tokens(message, token, token);
        (error.column, error.end_column) = (0, 0);
        Some(error)
    }

    fn literal(&self, token: usize) -> Option<SyntaxError> {
        let arena = Bump::new();
        let (prefix, quoted) = Prefix::split(self.places.text(token));
        let body = Prefix::body(quoted);
        let result = match prefix.bytes {
            true => BytesBuilder::new(&arena).push_watched(body, prefix.raw, self.places.watch),
            false => StrBuilder::new(&arena).push_watched(body, prefix.raw, self.places.watch),
        };
        Some(self.places.tokens(result.err()?, token, token))
    }

    /// The text of an f-string outside of its fields. CPython reports its errors at the last
    /// token read.
    fn pieces(&self, first: usize, last: usize) -> Option<SyntaxError> {
        let mut start = self.tokens[..=first].iter();
        let start = start.rfind(|token| token.kind == Kind::FStringStart)?;
        let raw = Prefix::split(self.places.slice(start.span)).0.raw;
        let arena = Bump::new();
        let mut depth = 0;
        for token in &self.tokens[first..=last] {
            match token.kind {
                Kind::FieldOpen | Kind::LBrace => depth += 1,
                Kind::RBrace => depth -= 1,
                Kind::FStringMiddle if depth == 0 => {
                    let text = self.places.slice(token.span);
                    if let Err(message) = StrBuilder::new(&arena).push_watched(text, raw, self.places.watch) {
                        let kind = ErrorKind::SyntaxError;
                        return Some(self.places.last(kind, message, self.last));
                    }
                }
                _ => {}
            }
        }
        None
    }
}
