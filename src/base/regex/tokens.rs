//! Reads a pattern or template character by character, one token ahead: an escape is one token
//! of two characters. Errors are placed relative to the next unread token, as CPython places
//! them, so the order in which tokens are read decides what an error reports.

use super::error::{PatternError, RegexError};
use crate::base::watch::{Pace, Watch, look};

/// One character, or a backslash and the character after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Plain(u32),
    Escape(u32),
}

impl Token {
    /// How many characters of the source the token takes.
    pub fn len(self) -> usize {
        match self {
            Token::Plain(_) => 1,
            Token::Escape(_) => 2,
        }
    }

    /// Whether the token is this character, unescaped.
    pub fn is(self, c: char) -> bool {
        self == Token::Plain(c as u32)
    }

    /// Adds the token's source text.
    pub fn push_to(self, text: &mut Vec<u32>) {
        match self {
            Token::Plain(c) => text.push(c),
            Token::Escape(c) => text.extend(['\\' as u32, c]),
        }
    }
}

pub(super) struct Tokens<'a> {
    pub source: &'a [u32],
    /// Whether the source is a str rather than bytes.
    pub is_text: bool,
    index: usize,
    pub next: Option<Token>,
    watch: Watch<'a>,
    pace: Pace,
}

impl<'a> Tokens<'a> {
    pub fn new(source: &'a [u32], is_text: bool, watch: Watch<'a>) -> Result<Tokens<'a>, RegexError> {
        let mut tokens = Tokens { source, is_text, index: 0, next: None, watch, pace: Pace::default() };
        tokens.advance()?;
        Ok(tokens)
    }

    fn advance(&mut self) -> Result<(), RegexError> {
        let Some(&c) = self.source.get(self.index) else {
            self.next = None;
            return Ok(());
        };
        self.pace.look(self.index, self.watch)?;
        if c != '\\' as u32 {
            self.index += 1;
            self.next = Some(Token::Plain(c));
            return Ok(());
        }
        let Some(&escaped) = self.source.get(self.index + 1) else {
            return Err(RegexError::Pattern(PatternError::at(
                "bad escape (end of pattern)".to_owned(),
                self.source,
                self.source.len() - 1,
            )));
        };
        self.index += 2;
        self.next = Some(Token::Escape(escaped));
        Ok(())
    }

    /// An error if the work is to stop.
    pub fn look(&self) -> Result<(), RegexError> {
        Ok(look(self.watch)?)
    }

    /// Takes the next token.
    pub fn get(&mut self) -> Result<Option<Token>, RegexError> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Takes the next token if it is this character.
    pub fn matches(&mut self, c: char) -> Result<bool, RegexError> {
        let found = self.next_is(c);
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    pub fn next_is(&self, c: char) -> bool {
        self.next.is_some_and(|token| token.is(c))
    }

    /// The next token, if it is an unescaped ASCII character that the test accepts.
    pub fn next_ascii(&self, accept: impl Fn(u8) -> bool) -> Option<u8> {
        match self.next {
            Some(Token::Plain(c)) => u8::try_from(c).ok().filter(|&c| accept(c)),
            _ => None,
        }
    }

    /// Takes at most `limit` tokens that the test accepts.
    pub fn get_while(&mut self, limit: usize, accept: impl Fn(u8) -> bool) -> Result<String, RegexError> {
        let mut text = String::new();
        while text.len() < limit {
            let Some(c) = self.next_ascii(&accept) else {
                break;
            };
            text.push(char::from(c));
            self.advance()?;
        }
        Ok(text)
    }

    /// Takes everything up to a terminator, which it takes too. `name` says in errors what the
    /// text is.
    pub fn get_until(&mut self, terminator: char, name: &str) -> Result<Vec<u32>, RegexError> {
        let mut text = Vec::new();
        loop {
            let token = self.next;
            self.advance()?;
            match token {
                None if text.is_empty() => return Err(self.error(format!("missing {name}"), 0)),
                None => {
                    let message = format!("missing {terminator}, unterminated name");
                    return Err(self.error(message, text.len()));
                }
                Some(token) if token.is(terminator) => break,
                Some(token) => token.push_to(&mut text),
            }
        }
        if text.is_empty() {
            return Err(self.error(format!("missing {name}"), 1));
        }
        Ok(text)
    }

    /// Where the next token starts.
    pub fn tell(&self) -> usize {
        self.index - self.next.map_or(0, Token::len)
    }

    pub fn seek(&mut self, index: usize) -> Result<(), RegexError> {
        self.index = index;
        self.advance()
    }

    /// An error `offset` characters before the next token.
    pub fn error(&self, message: impl Into<String>, offset: usize) -> RegexError {
        self.error_at(message, self.tell() - offset)
    }

    /// An error at a position.
    pub fn error_at(&self, message: impl Into<String>, position: usize) -> RegexError {
        let mut message = message.into();
        if !self.is_text && !message.is_ascii() {
            message = ascii_backslashed(&message);
        }
        RegexError::Pattern(PatternError::at(message, self.source, position))
    }
}

/// The text with everything beyond ASCII written as an escape.
pub(super) fn ascii_backslashed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c as u32 {
            code @ 0..0x80 => out.push(char::from(code as u8)),
            code @ 0x80..0x100 => out.push_str(&format!("\\x{code:02x}")),
            code @ 0x100..0x1_0000 => out.push_str(&format!("\\u{code:04x}")),
            code => out.push_str(&format!("\\U{code:08x}")),
        }
    }
    out
}

/// Code points as text for a message; a lone surrogate shows as its escape.
pub(super) fn display(text: &[u32]) -> String {
    let mut out = String::with_capacity(text.len());
    for &c in text {
        match char::from_u32(c) {
            Some(c) => out.push(c),
            None => out.push_str(&format!("\\u{c:04x}")),
        }
    }
    out
}
