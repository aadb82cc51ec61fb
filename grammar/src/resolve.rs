//! The resolver: one exact pass that decides, by the tokens around it, what an ambiguous token
//! is, so that the grammar needs one token of lookahead and no tricks.
//!
//! * `match`, `case` and `type` are keywords or names. A line that starts with `match` and ends
//!   in a colon is a `match` statement, because no simple statement ends in a colon; a line of
//!   the block below starts with the keyword `case`; `type` at the start of a statement is the
//!   keyword exactly when a name follows.
//! * The `in` that ends the targets of a `for` is the first one at the `for`'s own bracket depth.
//! * The `not` after `is` belongs to it.
//! * `with (` opens a list of items when the matching `)` is followed by `:` and what is inside
//!   can be one: not empty, no `:=`, `yield`, starred element or generator expression.

use crate::parse::{STRETCH, Watch};
use crate::token::{Kind, Token};

/// Rewrites the kinds of ambiguous tokens in place; of some only when `watch` says to stop: the caller must ask it too.
pub fn resolve(tokens: &mut [Token], watch: Watch<'_>) {
    let mut resolver = Resolver { depth: 0, fors: Vec::new(), blocks: Vec::new(), match_header: false };
    for at in 0..tokens.len() {
        if at % STRETCH == STRETCH - 1 && watch() {
            return;
        }
        resolver.token(tokens, at);
    }
}

struct Resolver {
    /// How many brackets are open.
    depth: u32,
    /// The depths of the `for`s whose `in` is still to come.
    fors: Vec<u32>,
    /// For each open indented block: whether it is the body of a `match`.
    blocks: Vec<bool>,
    /// The last logical line was the header of a `match`.
    match_header: bool,
}

impl Resolver {
    fn token(&mut self, tokens: &mut [Token], at: usize) {
        match tokens[at].kind {
            Kind::LPar => {
                self.depth += 1;
                if at > 0 && tokens[at - 1].kind == Kind::With && holds_with_items(tokens, at) {
                    tokens[at].kind = Kind::WithLPar;
                }
            }
            Kind::LSqb | Kind::LBrace | Kind::FieldOpen => self.depth += 1,
            Kind::RPar | Kind::RSqb | Kind::RBrace => {
                self.depth = self.depth.saturating_sub(1);
                self.leave_fors();
            }
            Kind::Newline => {
                self.depth = 0;
                self.fors.clear();
            }
            Kind::Indent => {
                self.blocks.push(self.match_header);
                self.match_header = false;
            }
            Kind::Dedent => {
                self.blocks.pop();
            }
            Kind::For => self.fors.push(self.depth),
            Kind::In if self.fors.last() == Some(&self.depth) => {
                self.fors.pop();
                tokens[at].kind = Kind::ForIn;
            }
            Kind::Not if at > 0 && tokens[at - 1].kind == Kind::Is => {
                tokens[at].kind = Kind::IsNot;
            }
            Kind::SoftMatch => {
                let header = starts_line(tokens, at) && ends_in_colon(tokens, at);
                self.match_header |= header;
                tokens[at].kind = if header { Kind::Match } else { Kind::Name };
            }
            Kind::SoftCase => {
                let case = starts_line(tokens, at) && self.blocks.last() == Some(&true);
                tokens[at].kind = if case { Kind::Case } else { Kind::Name };
            }
            Kind::SoftType => {
                let alias = starts_statement(tokens, at) && tokens.get(at + 1).is_some_and(|next| is_name(next.kind));
                tokens[at].kind = if alias { Kind::Type } else { Kind::Name };
            }
            _ => {}
        }
    }

    /// Forgets the `for`s of the bracket that has just been closed.
    fn leave_fors(&mut self) {
        while self.fors.last().is_some_and(|&depth| depth > self.depth) {
            self.fors.pop();
        }
    }
}

fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Name | Kind::SoftMatch | Kind::SoftCase | Kind::SoftType)
}

/// Whether a token is the first of its logical line.
fn starts_line(tokens: &[Token], at: usize) -> bool {
    at == 0
        || matches!(
            tokens[at - 1].kind,
            Kind::Newline
                | Kind::Indent
                | Kind::Dedent
                | Kind::StartModule
                | Kind::StartExpression
                | Kind::StartInteractive
        )
}

fn starts_statement(tokens: &[Token], at: usize) -> bool {
    starts_line(tokens, at) || matches!(tokens[at - 1].kind, Kind::Semi | Kind::Colon)
}

/// Whether the last token of the logical line is a colon. There is one `match` to a line start,
/// so all these searches together read each token once.
fn ends_in_colon(tokens: &[Token], at: usize) -> bool {
    let rest = &tokens[at..];
    match rest.iter().position(|token| token.kind == Kind::Newline) {
        Some(length) => rest[length - 1].kind == Kind::Colon,
        None => false,
    }
}

/// Whether the bracket at `open`, after `with`, holds `with` items rather than an expression.
fn holds_with_items(tokens: &[Token], open: usize) -> bool {
    let mut depth = 1;
    let mut empty = true;
    let mut element_start = true;
    for (at, token) in tokens.iter().enumerate().skip(open + 1) {
        match token.kind {
            Kind::LPar | Kind::LSqb | Kind::LBrace | Kind::FieldOpen => depth += 1,
            Kind::RPar | Kind::RSqb | Kind::RBrace => {
                depth -= 1;
                if depth == 0 {
                    let next = tokens.get(at + 1).map(|token| token.kind);
                    return !empty && next == Some(Kind::Colon);
                }
            }
            Kind::ColonEqual | Kind::Yield | Kind::For if depth == 1 => return false,
            Kind::Star if depth == 1 && element_start => return false,
            Kind::Newline => return false,
            _ => {}
        }
        empty = false;
        element_start = depth == 1 && token.kind == Kind::Comma;
    }
    false
}
