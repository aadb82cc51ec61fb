//! The layout filter: from source text to one vector of tokens.
//!
//! It drives `logos` and does what patterns cannot: line ends and indentation, bracket matching,
//! the bodies of strings, the ends of numbers, f-strings (PEP 701) as tokens of their own. It
//! works as CPython's tokenizer does, because the tokenizer's errors are part of the language:
//! which one is found first, and where, follows from the order of its steps.
//!
//! * [`indent`]: the white space before a line, `INDENT` and `DEDENT`.
//! * [`string`]: string bodies.
//! * [`fstring`]: the text of f-strings and the places where fields begin and end.

mod fstring;
mod indent;
mod stop;
mod string;

use crate::error::{Found, SyntaxError, line_of};
use crate::literal::{check_identifier, invalid_character, scan_number};
use crate::parse::{STRETCH, Watch};
use crate::position::Span;
use crate::token::{Kind, Token};
use crate::watched::{PART, Stopped, find, is_ascii};
use fstring::FString;
use logos::{Lexer, Logos};
use memchr::memchr;
use std::ops::Range;
pub use stop::unclosed_error;

/// How many brackets may be open at once.
const MAX_BRACKETS: usize = 200;

/// A token that ends so near to the end of the window might be another one if the lexer saw more; all that may be longer
/// are names, numbers and what is skipped.
const EDGE: usize = 16;

/// All tokens of a source, or all up to the place where there can be no more.
pub struct Tokens {
    pub vector: Vec<Token>,
    /// Why the vector has no end marker.
    pub stop: Option<Stop>,
    /// What CPython would warn of: messages and offsets.
    pub warnings: Vec<Found>,
}

/// What ended the tokens early.
pub struct Stop {
    pub error: SyntaxError,
    /// CPython's tokenizer raises the exception itself, outside of any f-string. Such an error
    /// comes before any error of the parser, wherever that is; the others count only when the
    /// parser gets that far.
    pub raised: bool,
    /// The innermost bracket that is open at the stop, unless an f-string is open too.
    /// A syntax error on a later line gives way to "was never closed".
    pub unclosed: Option<u32>,
}

/// A bracket that is open.
#[derive(Clone, Copy)]
struct Bracket {
    kind: Kind,
    start: u32,
}

/// Splits a decoded source into tokens; `mode` is the first of them.
pub fn tokenize(source: &str, mode: Kind) -> Tokens {
    tokenize_watched(source, mode, &|| false)
}

/// [`tokenize`], which ends early, anywhere, when `watch` says so: the caller must ask it too.
pub fn tokenize_watched<'s>(source: &'s str, mode: Kind, watch: Watch<'s>) -> Tokens {
    tokenize_through(PART, source, mode, watch)
}

/// [`tokenize_watched`] through windows of a size, which must be more than twice [`EDGE`].
fn tokenize_through<'s>(size: usize, source: &'s str, mode: Kind, watch: Watch<'s>) -> Tokens {
    let (lexer, window) = lexer_at(source, 0, size);
    let mut filter = Filter {
        source,
        mode,
        lexer,
        window,
        size,
        out: Vec::with_capacity(source.len() / 4 + 16),
        end: 0,
        ascii: is_ascii(source.as_bytes(), watch) == Ok(true),
        brackets: Vec::new(),
        indents: vec![(0, 0)],
        fstrings: Vec::new(),
        warnings: Vec::new(),
        watch,
    };
    filter.push(mode, 0, 0);
    let stop = filter.run().err().map(|stop| *stop);
    Tokens { vector: filter.out, stop, warnings: filter.warnings }
}

type Step<T = ()> = Result<T, Box<Stop>>;

/// What the lexer gives: a token or a character that starts none; nothing at the end of what it sees.
type Lexed = Option<Result<Kind, ()>>;

/// A lexer that goes on at an offset and sees no more than a part of the source, because it cannot be stopped; and where
/// that part ends. Where it sees the whole source that is `usize::MAX`.
fn lexer_at(source: &str, offset: usize, size: usize) -> (Lexer<'_, Kind>, usize) {
    let end = source.floor_char_boundary(offset.saturating_add(size));
    let (mut lexer, window) = match end < source.len() {
        true => (Kind::lexer(&source[..end]), end),
        false => (Kind::lexer(source), usize::MAX - EDGE),
    };
    lexer.bump(offset);
    (lexer, window)
}

struct Filter<'s> {
    source: &'s str,
    /// The first token. Only to a module does CPython add the line end that its last line may
    /// lack, which shows in a few errors.
    mode: Kind,
    lexer: Lexer<'s, Kind>,
    /// How far the lexer sees, and how much it sees at once.
    window: usize,
    size: usize,
    out: Vec<Token>,
    /// Where the last real token ends.
    end: u32,
    /// Whether the whole source is ASCII, so that no name needs a check.
    ascii: bool,
    brackets: Vec<Bracket>,
    /// Column and alternative column (a tab counts 8, or 1) of each open block; never empty.
    indents: Vec<(u32, u32)>,
    /// The f-strings that are open.
    fstrings: Vec<FString>,
    warnings: Vec<Found>,
    watch: Watch<'s>,
}

impl Filter<'_> {
    fn run(&mut self) -> Step {
        self.line_start()?;
        let mut steps = 0usize;
        loop {
            let before = self.at();
            let mut found = self.lexer.next();
            let mut span = self.lexer.span();
            if span.end + EDGE > self.window {
                (found, span) = self.at_edge(before, found, span)?;
            }
            let Some(found) = found else { break };
            steps += 1;
            if steps.is_multiple_of(STRETCH) && (self.watch)() {
                return Ok(());
            }
            let Ok(kind) = found else {
                return Err(self.bad_character(span.start));
            };
            match kind {
                Kind::LineEnd => {
                    if self.brackets.is_empty() {
                        self.push_empty(Kind::Newline);
                        self.line_start()?;
                    }
                }
                Kind::Name => {
                    if !self.ascii {
                        self.check_name(&span)?;
                    }
                    self.push(kind, span.start, span.end);
                }
                Kind::Number => self.number(span)?,
                Kind::String => self.string(span)?,
                Kind::FStringStart => self.fstring_start(span)?,
                Kind::LPar | Kind::LSqb | Kind::LBrace => self.open(kind, span.start)?,
                Kind::RPar | Kind::RSqb | Kind::RBrace => self.close(kind, span.start)?,
                Kind::Colon => self.colon(span.start)?,
                Kind::Backslash => self.continuation(span.start)?,
                _ => self.push(kind, span.start, span.end),
            }
        }
        self.end_of_source()
    }

    /// What the lexer has found near the end of its window since `before`: it sees more of the source then, and finds it
    /// anew. What is long is completed by hand.
    #[cold]
    fn at_edge(&mut self, before: usize, found: Lexed, span: Range<usize>) -> Step<(Lexed, Range<usize>)> {
        let (mut before, mut found, mut span) = (before, found, span);
        while span.end + EDGE > self.window {
            if (self.watch)() {
                return Err(self.stopped());
            }
            let rest = &self.source.as_bytes()[span.end..];
            match found {
                // What has been skipped may go on.
                None => {
                    let comment = self.source.as_bytes()[before..span.end].contains(&b'#');
                    let end = find(rest, self.watch, |part| match comment {
                        true => memchr(b'\n', part),
                        false => part.iter().position(|byte| !b" \t\x0c".contains(byte)),
                    });
                    let Ok(end) = end else { return Err(self.stopped()) };
                    before = span.end + end.unwrap_or(rest.len());
                    self.see_from(before);
                }
                Some(Ok(Kind::Name)) if span.len() > EDGE => {
                    let goes_on = |byte: &u8| matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' | 0x80..);
                    let end = find(rest, self.watch, |part| part.iter().position(|byte| !goes_on(byte)));
                    let Ok(end) = end else { return Err(self.stopped()) };
                    span.end += end.unwrap_or(rest.len());
                    self.see_from(span.end);
                    break;
                }
                // Its end is looked for in the source.
                Some(Ok(Kind::Number)) if span.len() > EDGE => break,
                Some(_) => self.see_from(span.start),
            }
            found = self.lexer.next();
            span = self.lexer.span();
        }
        Ok((found, span))
    }

    #[inline]
    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.end = end as u32;
        self.out.push(Token { kind, span: Span::new(start as u32, end as u32) });
    }

    /// Pushes a token without text, at the end of the last real one.
    fn push_empty(&mut self, kind: Kind) {
        let span = Span::new(self.end, self.end);
        self.out.push(Token { kind, span });
    }

    /// Where the lexer stands.
    fn at(&self) -> usize {
        self.lexer.span().end
    }

    /// Moves the lexer on to an offset.
    fn skip_to(&mut self, offset: usize) {
        match offset <= self.window {
            true => self.lexer.bump(offset - self.at()),
            false => self.see_from(offset),
        }
    }

    /// Lets the lexer go on at an offset with a new window.
    #[cold]
    fn see_from(&mut self, offset: usize) {
        (self.lexer, self.window) = lexer_at(self.source, offset, self.size);
    }

    fn warn(&mut self, message: String, at: usize) {
        let at = at as u32;
        self.warnings.push(Found { message, place: at, read: at });
    }

    fn check_name(&self, span: &Range<usize>) -> Step {
        match check_identifier(&self.source[span.clone()], self.watch) {
            Ok(Ok(())) => Ok(()),
            Err(Stopped) => Err(self.stopped()),
            Ok(Err(bad)) => Err(self.raise(bad.message, span.start, span.start + bad.end)),
        }
    }

    fn number(&mut self, span: Range<usize>) -> Step {
        let bytes = self.source.as_bytes();
        let plain = match bytes.get(span.end) {
            Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'.' | 0x80..) => false,
            _ => matches!(bytes[span.start], b'1'..=b'9') || span.len() == 1,
        };
        if !plain {
            match scan_number(&self.source[span.start..], self.watch) {
                Err(Stopped) => return Err(self.stopped()),
                Ok(Err(error)) => {
                    let (from, to) = (span.start + error.from, span.start + error.to);
                    let mut stop = self.raise_range(error.message, span.start, from, to);
                    if from != to {
                        // CPython does not count characters here.
                        let line_start = self.line_start_of(span.start);
                        stop.error.column = (from - line_start) as i32;
                        stop.error.end_column = (to - line_start) as i32;
                    }
                    return Err(stop);
                }
                Ok(Ok(scan)) => {
                    if let Some(warning) = scan.warning {
                        self.warn(warning.to_string(), span.start);
                    }
                    self.skip_to((span.start + scan.length).max(span.end));
                }
            }
        }
        self.push(Kind::Number, span.start, self.at());
        Ok(())
    }

    fn open(&mut self, kind: Kind, start: usize) -> Step {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(self.raise("too many nested parentheses", start, start + 1));
        }
        let start32 = start as u32;
        self.brackets.push(Bracket { kind, start: start32 });
        self.push(kind, start, start + 1);
        Ok(())
    }

    fn close(&mut self, kind: Kind, start: usize) -> Step {
        // Brackets below `base` belong to the text around the innermost f-string.
        let base = self.fstrings.last().map_or(0, |fstring| fstring.base);
        let closing = self.source.as_bytes()[start] as char;
        let in_fstring = !self.fstrings.is_empty();
        if self.brackets.len() == base && in_fstring && kind == Kind::RBrace {
            let message = "f-string: single '}' is not allowed";
            return Err(self.raise(message, start, start + 1));
        }
        let Some(open) = self.brackets.pop() else {
            return Err(self.raise(format!("unmatched '{closing}'"), start, start + 1));
        };
        let matches = match open.kind {
            Kind::LPar => kind == Kind::RPar,
            Kind::LSqb => kind == Kind::RSqb,
            _ => kind == Kind::RBrace,
        };
        if !matches {
            // An f-string may have ended in a format spec, with its field still open.
            if open.kind == Kind::FieldOpen && in_fstring && self.brackets.len() >= base {
                let message = format!("f-string: unmatched '{closing}'");
                return Err(self.raise(message, start, start + 1));
            }
            return Err(self.mismatch(open, closing, start));
        }
        self.push(kind, start, start + 1);
        if open.kind == Kind::FieldOpen {
            self.field_closed()?;
        }
        Ok(())
    }

    #[cold]
    fn mismatch(&self, open: Bracket, closing: char, start: usize) -> Box<Stop> {
        let opening = self.source.as_bytes()[open.start as usize] as char;
        let mut message = format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'");
        let (open_line, _) = line_of(self.source, open.start as usize);
        if line_of(self.source, start).0 != open_line {
            message.push_str(&format!(" on line {open_line}"));
        }
        self.raise(message, start, start + 1)
    }

    fn colon(&mut self, start: usize) -> Step {
        if let Some(bracket) = self.brackets.last()
            && bracket.kind == Kind::FieldOpen
        {
            self.push(Kind::SpecColon, start, start + 1);
            return self.spec_text();
        }
        if self.source.as_bytes().get(start + 1) == Some(&b'=') {
            self.skip_to(start + 2);
            self.push(Kind::ColonEqual, start, start + 2);
        } else {
            self.push(Kind::Colon, start, start + 1);
        }
        Ok(())
    }

    /// A backslash outside of strings: it joins two lines, or is an error.
    fn continuation(&mut self, start: usize) -> Step {
        match self.source.as_bytes().get(start + 1) {
            Some(b'\n') if start + 2 < self.source.len() => {
                self.skip_to(start + 2);
                Ok(())
            }
            Some(b'\n') => Err(self.end_after_backslash(start)),
            _ => Err(self.text_after_backslash(start)),
        }
    }

    fn end_of_source(&mut self) -> Step {
        if let Some(stop) = self.unclosed() {
            return Err(stop);
        }
        let last = self.out.last().map(|token| token.kind);
        let fresh = matches!(last, Some(Kind::Newline | Kind::Indent | Kind::Dedent));
        if !fresh && self.out.len() > 1 {
            self.push_empty(Kind::Newline);
        }
        for _ in 1..self.indents.len() {
            self.push_empty(Kind::Dedent);
        }
        self.push_empty(Kind::EndMarker);
        Ok(())
    }

    #[cold]
    fn bad_character(&self, start: usize) -> Box<Stop> {
        match self.source[start..].chars().next() {
            Some(c) => self.raise(invalid_character(c), start, start + c.len_utf8()),
            None => self.raise("invalid syntax", start, start),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Through whatever windows the source is seen, the tokens are the same.
    #[test]
    fn windows_do_not_show() {
        let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
        let of = |text: &str, count: usize| text.repeat(count);
        let mut sources = vec![
            format!("{}\n{} = 0x{}_1{}", of("#", 300), of("n", 300), of("f", 300), of(" ", 300)),
            format!("({} + {} \\\n{}\n", of("é", 200), of("1", 300), of("x := 1, ", 100)),
            format!("f'{}{}'", of("{x!r:{y:>9}}", 20), of("{x}{{", 100)),
            format!("f\"{}{}", of("plain", 100), of("\\N{DIGIT ONE}", 20)),
            format!("\x27\x27\x27{}\x27\x27\x27 rb'{}' {}$", of("\n\\'", 100), of("a", 200), of("...", 100)),
        ];
        for entry in std::fs::read_dir(corpus).expect("the corpus") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "py") {
                sources.extend(std::fs::read_to_string(path));
            }
        }
        assert!(sources.len() > 20);
        for source in &sources {
            let whole = tokenize(source, Kind::StartModule);
            for size in [33, 35, 50, 71, 1000] {
                let parts = tokenize_through(size, source, Kind::StartModule, &|| false);
                assert_eq!(parts.vector, whole.vector, "in windows of {size}");
                let [parts, whole] = [&parts, &whole].map(|tokens| tokens.stop.as_ref().map(|stop| &stop.error));
                assert_eq!(parts, whole);
            }
        }
    }
}
