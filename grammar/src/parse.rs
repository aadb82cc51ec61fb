//! The door: source text in, tree out.

use crate::ast::Mod;
use crate::build::{Builder, Failure};
use crate::error::{ErrorKind, Found, SyntaxError, SyntaxWarning};
use crate::explain::explain;
use crate::grammar::RootParser;
use crate::layout::{Stop, Tokens, tokenize_watched};
use crate::literal::MAX_DIGITS;
use crate::position::Lines;
use crate::resolve::resolve;
use crate::source::{self, Origin};
use crate::symbol::Interner;
use crate::token::Kind;
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

/// Says whether to stop.
pub type Watch<'w> = &'w (dyn Fn() -> bool + Sync);

/// Tokens between two looks at a watch.
pub(crate) const STRETCH: usize = 1 << 14;

/// A parsed source.
#[derive(Debug)]
pub struct Tree<'a> {
    pub root: Mod<'a>,
    /// The decoded source, which spans refer to.
    pub source: &'a str,
    pub lines: Lines,
    /// What CPython warns of, in its order.
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
    let bounds = Bounds { watch: &|| false, max_digits: MAX_DIGITS };
    parse_watched(bytes, origin, mode, arena, names, bounds, &mut Progress::default())
}

/// What bounds the work of one parse.
#[derive(Clone, Copy)]
pub struct Bounds<'w> {
    /// Says whether to stop.
    pub watch: Watch<'w>,
    /// Decimal digits that an int may have; 0 for any number.
    pub max_digits: usize,
}

/// How far a parse came that failed.
#[derive(Debug, Default)]
pub struct Progress {
    /// What CPython warns of before it comes to the error.
    pub warnings: Vec<SyntaxWarning>,
    /// The line of the last token that was read; 0 if there is none.
    pub line: u32,
}

/// [`parse`] within bounds. Where `watch` stops it, the error is [`SyntaxError::stopped`]. Where the text is no program,
/// `progress` says how far the parse came.
///
/// # Errors
/// The text is not a program of that mode, or the work was stopped.
pub fn parse_watched<'a>(
    bytes: &'a [u8],
    origin: Origin,
    mode: Mode,
    arena: &'a Bump,
    names: &mut Interner,
    bounds: Bounds<'_>,
    progress: &mut Progress,
) -> Result<Tree<'a>, SyntaxError> {
    let text = source::decode(bytes, origin, arena, bounds.watch)?;
    parse_decoded(text.text, text.damage, mode, arena, names, bounds, progress)
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
    let bounds = Bounds { watch: &|| false, max_digits: MAX_DIGITS };
    parse_decoded(
        source::decode_str(text, arena, bounds.watch)?,
        None,
        mode,
        arena,
        names,
        bounds,
        &mut Progress::default(),
    )
}

fn parse_decoded<'a>(
    source: &'a str,
    damage: Option<SyntaxError>,
    mode: Mode,
    arena: &'a Bump,
    names: &mut Interner,
    Bounds { watch, max_digits }: Bounds<'_>,
    progress: &mut Progress,
) -> Result<Tree<'a>, SyntaxError> {
    if source.len() >= u32::MAX as usize {
        return Err(SyntaxError::nowhere("source code is too large"));
    }
    let start = match mode {
        Mode::Module => Kind::StartModule,
        Mode::Expression => Kind::StartExpression,
        Mode::Interactive => Kind::StartInteractive,
    };
    if watch() {
        return Err(SyntaxError::stopped());
    }
    let mut tokens = tokenize_watched(source, start, watch);
    if watch() {
        return Err(SyntaxError::stopped());
    }
    resolve(&mut tokens.vector, watch);
    if watch() {
        return Err(SyntaxError::stopped());
    }
    if let Some(damage) = damage {
        // A long string that does not end before the damage would have reached it.
        let reaches = |stop: &Stop| stop.error.message.contains("triple-quoted");
        return Err(match tokens.stop.take() {
            Some(stop) if stop.raised && !reaches(&stop) => stop.error,
            _ => damage,
        });
    }
    let mut builder = Builder::new(source, arena, names, watch, max_digits);
    match run(&tokens, &mut builder, watch) {
        Ok(_) if builder.stopped => Err(SyntaxError::stopped()),
        Ok(root) => {
            let Some(lines) = Lines::watched(source, watch) else { return Err(SyntaxError::stopped()) };
            let warnings = in_order(builder.warnings, &mut tokens.warnings, &lines);
            Ok(Tree { root: *root, source, lines, warnings })
        }
        Err((_, Failure::Error(error))) if error.kind == ErrorKind::KeyboardInterrupt => Err(*error),
        Err((at, failure)) => {
            // The tokens behind the error too: CPython reads them all to see whether one of them is an error.
            let Some(lines) = Lines::watched(source, watch) else { return Err(SyntaxError::stopped()) };
            progress.warnings = in_order(builder.warnings, &mut tokens.warnings, &lines);
            // A builder finds an error once all of its tokens are read, CPython's rules with the last of them.
            let by_builder = matches!(failure, Failure::Error(_));
            let last = tokens.vector.get(at).map_or(0, |token| lines.line(token.span.start));
            let error = report(source, tokens, at, failure, max_digits, watch);
            progress.line = if by_builder { error.end_line } else { last };
            Err(error)
        }
    }
}

/// The warnings of literals and of tokens in the order in which they were read.
fn in_order(mut found: Vec<Found>, of_tokens: &mut Vec<Found>, lines: &Lines) -> Vec<SyntaxWarning> {
    found.append(of_tokens);
    found.sort_by_key(|warning| warning.read);
    let warning = |found: Found| SyntaxWarning { message: found.message, line: lines.line(found.place) };
    found.into_iter().map(warning).collect()
}

/// Runs the parser; on failure gives the index of the last token it has read.
fn run<'a>(tokens: &Tokens, builder: &mut Builder<'a, '_>, watch: Watch<'_>) -> Result<&'a Mod<'a>, (usize, Failure)> {
    let read = Cell::new(0);
    let vector = &tokens.vector;
    let stopped = tokens.stop.is_some();
    let stream = (0..vector.len() + stopped as usize).map(|at| {
        read.set(at);
        if at.is_multiple_of(STRETCH) && watch() {
            return Err(Failure::Error(Box::new(SyntaxError::stopped())));
        }
        match vector.get(at) {
            Some(token) => Ok((token.span.start, token.kind, token.span.end)),
            None => Err(Failure::Stopped),
        }
    });
    RootParser::new().parse(builder, stream).map_err(|error| match error {
        ParseError::User { error } => (read.get(), error),
        _ => (read.get(), Failure::Token),
    })
}

/// The error of a text that the parser refuses at the token of index `at`.
#[cold]
fn report(
    source: &str,
    tokens: Tokens,
    at: usize,
    failure: Failure,
    max_digits: usize,
    watch: Watch<'_>,
) -> SyntaxError {
    let error = explain(source, &tokens.vector, tokens.stop.as_ref(), at, max_digits, watch);
    if watch() {
        return SyntaxError::stopped();
    }
    if let Some(error) = error {
        return error;
    }
    // Nothing in CPython's rules tells what is wrong.
    match (failure, tokens.stop) {
        (Failure::Error(error), _) => *error,
        (Failure::Stopped, Some(stop)) => stop.error,
        _ => {
            let token = tokens.vector[at.min(tokens.vector.len() - 1)];
            SyntaxError::at("invalid syntax", source, token.span)
        }
    }
}
