//! Replacement strings (`\1`, `\g<name>`, escapes), and `re.escape`.

use super::Regex;
use super::chars;
use super::error::RegexError;
use super::parse_escape::{control_escape, octal_error};
use super::parse_group::{Reference, reference};
use super::tokens::{Token, Tokens, display};
use crate::base::watch::Watch;

/// A part of a replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Characters as they stand; never empty.
    Literal(Vec<u32>),
    /// The text of a group; nothing if it did not take part.
    Group(usize),
}

/// A replacement string, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub pieces: Vec<Piece>,
}

impl Template {
    /// Reads a replacement for a pattern; `is_text` tells a str from bytes. `watch` may stop it.
    pub fn new(source: &[u32], is_text: bool, regex: &Regex, watch: Watch<'_>) -> Result<Template, RegexError> {
        let mut reader =
            Reader { tokens: Tokens::new(source, is_text, watch)?, regex, pieces: Vec::new(), literal: Vec::new() };
        while let Some(token) = reader.tokens.get()? {
            match token {
                Token::Plain(c) => reader.literal.push(c),
                Token::Escape(c) => reader.escape(c)?,
            }
        }
        reader.flush();
        Ok(Template { pieces: reader.pieces })
    }
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    regex: &'a Regex,
    pieces: Vec<Piece>,
    literal: Vec<u32>,
}

impl Reader<'_> {
    fn flush(&mut self) {
        if !self.literal.is_empty() {
            let literal = std::mem::take(&mut self.literal);
            self.pieces.push(Piece::Literal(literal));
        }
    }

    fn group(&mut self, number: u32, offset: usize) -> Result<(), RegexError> {
        if number as usize > self.regex.groups() {
            let message = format!("invalid group reference {number}");
            return Err(self.tokens.error(message, offset));
        }
        self.flush();
        self.pieces.push(Piece::Group(number as usize));
        Ok(())
    }

    fn escape(&mut self, c: u32) -> Result<(), RegexError> {
        match char::from_u32(c).unwrap_or('\0') {
            'g' => self.named_group(),
            '0' => {
                let digits = self.tokens.get_while(2, |c| matches!(c, b'0'..=b'7'))?;
                let value = u32::from_str_radix(&format!("0{digits}"), 8).expect("octal digits");
                self.literal.push(value & 0xFF);
                Ok(())
            }
            '1'..='9' => self.numbered_group(c as u8),
            _ => match control_escape(c) {
                Some(control) => {
                    self.literal.push(control);
                    Ok(())
                }
                None if u8::try_from(c).is_ok_and(|c| c.is_ascii_alphabetic()) => {
                    let message = format!("bad escape \\{}", display(&[c]));
                    Err(self.tokens.error(message, 2))
                }
                None => {
                    self.literal.extend(['\\' as u32, c]);
                    Ok(())
                }
            },
        }
    }

    /// After `\g`.
    fn named_group(&mut self) -> Result<(), RegexError> {
        if !self.tokens.matches('<')? {
            return Err(self.tokens.error("missing <", 0));
        }
        let text = self.tokens.get_until('>', "group name")?;
        let offset = text.len() + 1;
        let number = match reference(&self.tokens, text, true)? {
            Reference::Number(number) => number,
            Reference::Name(name) => {
                let shown = display(&name);
                let known = self.regex.group_names().iter();
                let found = known.clone().find(|(name, _)| *name == shown);
                match found {
                    Some(&(_, number)) => number,
                    None => {
                        let quoted = chars::repr(&name, false);
                        return Err(RegexError::Index(format!("unknown group name {quoted}")));
                    }
                }
            }
        };
        self.group(number, offset)
    }

    /// `\1` to `\99` are groups, three octal digits a character.
    fn numbered_group(&mut self, first: u8) -> Result<(), RegexError> {
        let is_octal = |c: u8| matches!(c, b'0'..=b'7');
        let mut text = format!("\\{}", char::from(first));
        if let Some(second) = self.tokens.next_ascii(|c| c.is_ascii_digit()) {
            self.tokens.get()?;
            text.push(char::from(second));
            if is_octal(first)
                && is_octal(second)
                && let Some(third) = self.tokens.next_ascii(is_octal)
            {
                self.tokens.get()?;
                text.push(char::from(third));
                let value = u32::from_str_radix(&text[1..], 8).expect("octal digits");
                if value > 0o377 {
                    return Err(octal_error(&self.tokens, &text));
                }
                self.literal.push(value);
                return Ok(());
            }
        }
        let number = text[1..].parse().expect("at most two digits");
        self.group(number, text.len() - 1)
    }
}

/// Whether `re.escape` puts a backslash before the character.
pub fn is_special(c: u32) -> bool {
    const SPECIAL: u128 = {
        let (text, mut bits, mut i) = (b"()[]{}?*+-|^$\\.&~# \t\n\r\x0B\x0C", 0, 0);
        while i < text.len() {
            bits |= 1 << text[i];
            i += 1;
        }
        bits
    };
    c < 128 && SPECIAL >> c & 1 == 1
}
