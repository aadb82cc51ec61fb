//! The door: source text in, tree out.

use crate::ast::Mod;
use crate::build::{Builder, Failure};
use crate::error::{ErrorKind, SyntaxError, SyntaxWarning, line_of};
use crate::grammar::RootParser;
use crate::layout::{Stop, Tokens, tokenize, unclosed_error};
use crate::position::{Lines, Span};
use crate::resolve::resolve;
use crate::source::{self, Origin};
use crate::symbol::Interner;
use crate::token::{Kind, Token};
use bumpalo::Bump;
use lalrpop_util::ParseError;
use std::cell::Cell;

/// What a source text is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A file: any number of statements (`exec`).
    Module,
    /// One expression (`eval`).
    Expression,
    /// One statement at the prompt (`single`).
    Interactive,
}

/// A parsed source.
#[derive(Debug)]
pub struct Tree<'a> {
    pub root: Mod<'a>,
    /// The decoded source, which spans refer to.
    pub source: &'a str,
    pub lines: Lines,
    /// What CPython would warn of, in no particular order.
    pub warnings: Vec<SyntaxWarning>,
}

/// Parses the bytes of a source. Nodes go into `arena`, names into `names`.
///
/// ```
/// use anthill_grammar::{Interner, Mode, ast::Mod, parse, source::Origin};
/// let (arena, mut names) = (bumpalo::Bump::new(), Interner::new());
/// let tree = parse(b"x = 1\ny = 2\n", Origin::Memory, Mode::Module, &arena, &mut names).unwrap();
/// assert!(matches!(tree.root, Mod::Module { body } if body.len() == 2));
/// ```
///
/// # Errors
/// The text is not a program of that mode.
pub fn parse<'a>(
    bytes: &'a [u8],
    origin: Origin,
    mode: Mode,
    arena: &'a Bump,
    names: &mut Interner,
) -> Result<Tree<'a>, SyntaxError> {
    let text = source::decode(bytes, origin, arena)?;
    parse_decoded(text.text, text.damage, mode, arena, names)
}

/// Parses text that is already decoded; line ends may still be of any kind.
///
/// # Errors
/// The text is not a program of that mode.
pub fn parse_str<'a>(
    text: &'a str,
    mode: Mode,
    arena: &'a Bump,
    names: &mut Interner,
) -> Result<Tree<'a>, SyntaxError> {
    parse_decoded(source::decode_str(text, arena)?, None, mode, arena, names)
}

fn parse_decoded<'a>(
    source: &'a str,
    damage: Option<SyntaxError>,
    mode: Mode,
    arena: &'a Bump,
    names: &mut Interner,
) -> Result<Tree<'a>, SyntaxError> {
    if source.len() >= u32::MAX as usize {
        return Err(SyntaxError::nowhere("source code is too large"));
    }
    let start = match mode {
        Mode::Module => Kind::StartModule,
        Mode::Expression => Kind::StartExpression,
        Mode::Interactive => Kind::StartInteractive,
    };
    let mut tokens = tokenize(source, start);
    resolve(&mut tokens.vector);
    if let Some(damage) = damage {
        return Err(match tokens.stop.take() {
            Some(stop) if stop.raised => stop.error,
            _ => damage,
        });
    }
    let mut builder = Builder::new(source, arena, names);
    match run(&tokens, &mut builder) {
        Ok(root) => {
            let mut warnings = builder.warnings;
            warnings.append(&mut tokens.warnings);
            Ok(Tree { root, source, lines: Lines::new(source), warnings })
        }
        Err((at, failure)) => Err(report(source, tokens, at, failure)),
    }
}

/// Runs the parser; on failure gives the index of the last token it has read.
fn run<'a>(tokens: &Tokens, builder: &mut Builder<'a, '_>) -> Result<Mod<'a>, (usize, Failure)> {
    let read = Cell::new(0);
    let vector = &tokens.vector;
    let stopped = tokens.stop.is_some();
    let stream = (0..vector.len() + stopped as usize).map(|at| {
        read.set(at);
        match vector.get(at) {
            Some(token) => Ok((token.span.start, token.kind, token.span.end)),
            None => Err(Failure::Stopped),
        }
    });
    RootParser::new().parse(builder, stream).map_err(|error| match error {
        ParseError::User { error } => (read.get(), error),
        ParseError::UnrecognizedToken { token, .. } | ParseError::ExtraToken { token } => {
            (read.get(), Failure::Token(token.0))
        }
        ParseError::InvalidToken { location } | ParseError::UnrecognizedEof { location, .. } => {
            (read.get(), Failure::Token(location))
        }
    })
}

/// Chooses, as CPython does, between the tokenizer's error and the parser's.
#[cold]
fn report(source: &str, tokens: Tokens, at: usize, failure: Failure) -> SyntaxError {
    let last = tokens.vector.len() - 1;
    let token = match failure {
        Failure::Token(offset) => failing_token(&tokens.vector[..=at.min(last)], offset),
        _ => at.min(last),
    };
    let parser_error = match failure {
        Failure::Stopped => match tokens.stop {
            Some(stop) => return stop.error,
            None => SyntaxError::nowhere("invalid syntax"),
        },
        Failure::Error(error) => *error,
        Failure::Token(_) => {
            let kind = tokens.vector[token].kind;
            if matches!(kind, Kind::Indent | Kind::Dedent) {
                return unexpected_indent(source, &tokens.vector, token);
            }
            generic(source, &tokens.vector, token)
        }
    };
    match tokens.stop {
        Some(Stop { raised: true, error, .. }) => error,
        Some(Stop { unclosed: Some(open), .. })
            if line_of(source, tokens.vector[token].span.start as usize).0 > line_of(source, open as usize).0 =>
        {
            unclosed_error(source, open)
        }
        _ => parser_error,
    }
}

/// The last token that starts at an offset or after it, among those that the parser has read.
fn failing_token(read: &[Token], offset: u32) -> usize {
    let last = read.len() - 1;
    let before = read.iter().rposition(|token| token.span.start < offset);
    match before {
        Some(before) if before < last => {
            let same =
                read[before + 1..].iter().take_while(|token| token.span.start == read[before + 1].span.start).count();
            // Empty tokens stand at the end of the one before them; the parser fails at the last.
            match read[before + 1].span.start == offset && before + same == last {
                true => last,
                false => before + 1,
            }
        }
        _ => last,
    }
}

fn generic(source: &str, tokens: &[Token], at: usize) -> SyntaxError {
    let token = tokens[at];
    let mut span = token.span;
    if span.start == span.end {
        // A line end: its own character.
        let rest = &source.as_bytes()[span.start as usize..];
        let gap = rest.iter().position(|&byte| byte == b'\n').unwrap_or(0);
        span = Span::new(span.start + gap as u32, span.start + gap as u32 + 1);
    }
    SyntaxError::at("invalid syntax", source, span)
}

fn unexpected_indent(source: &str, tokens: &[Token], at: usize) -> SyntaxError {
    let message = match tokens[at].kind {
        Kind::Indent => "unexpected indent",
        _ => "unexpected unindent",
    };
    let next = tokens[at..].iter().find(|token| token.span.start != token.span.end);
    let place = next.map_or(tokens[at].span.start, |token| token.span.start);
    let span = Span::new(place.saturating_sub(1), place);
    let mut error = SyntaxError::of_kind(ErrorKind::IndentationError, message, source, span);
    error.end_column = -1;
    error
}
