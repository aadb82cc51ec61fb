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
use fstring::FString;
use logos::{Lexer, Logos};
pub use stop::unclosed_error;

/// How many brackets may be open at once.
const MAX_BRACKETS: usize = 200;

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
    let mut filter = Filter {
        source,
        mode,
        lexer: Kind::lexer(source),
        out: Vec::with_capacity(source.len() / 4 + 16),
        end: 0,
        ascii: source.is_ascii(),
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

struct Filter<'s> {
    source: &'s str,
    /// The first token. Only to a module does CPython add the line end that its last line may
    /// lack, which shows in a few errors.
    mode: Kind,
    lexer: Lexer<'s, Kind>,
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
        while let Some(found) = self.lexer.next() {
            steps += 1;
            if steps.is_multiple_of(STRETCH) && (self.watch)() {
                return Ok(());
            }
            let span = self.lexer.span();
            let Ok(kind) = found else {
                return Err(self.bad_character());
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
                        self.check_name()?;
                    }
                    self.push(kind, span.start, span.end);
                }
                Kind::Number => self.number()?,
                Kind::String => self.string()?,
                Kind::FStringStart => self.fstring_start()?,
                Kind::LPar | Kind::LSqb | Kind::LBrace => self.open(kind, span.start)?,
                Kind::RPar | Kind::RSqb | Kind::RBrace => self.close(kind, span.start)?,
                Kind::Colon => self.colon(span.start)?,
                Kind::Backslash => self.continuation(span.start)?,
                _ => self.push(kind, span.start, span.end),
            }
        }
        self.end_of_source()
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
        self.lexer.bump(offset - self.at());
    }

    fn warn(&mut self, message: String, at: usize) {
        let at = at as u32;
        self.warnings.push(Found { message, place: at, read: at });
    }

    fn check_name(&self) -> Step {
        let span = self.lexer.span();
        match check_identifier(self.lexer.slice()) {
            Ok(()) => Ok(()),
            Err(bad) => Err(self.raise(bad.message, span.start, span.start + bad.end)),
        }
    }

    fn number(&mut self) -> Step {
        let span = self.lexer.span();
        let bytes = self.source.as_bytes();
        let plain = match bytes.get(span.end) {
            Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'.' | 0x80..) => false,
            _ => matches!(bytes[span.start], b'1'..=b'9') || span.len() == 1,
        };
        if !plain {
            match scan_number(&self.source[span.start..]) {
                Err(error) => {
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
                Ok(scan) => {
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
            self.lexer.bump(1);
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
                self.lexer.bump(1);
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
    fn bad_character(&self) -> Box<Stop> {
        let start = self.lexer.span().start;
        match self.source[start..].chars().next() {
            Some(c) => self.raise(invalid_character(c), start, start + c.len_utf8()),
            None => self.raise("invalid syntax", start, start),
        }
    }
}
