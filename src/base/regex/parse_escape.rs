//! Escapes and bracketed sets.

use super::error::{PatternWarning, RegexError};
use super::parse::Parser;
use super::syntax::{At, Category, Class, ClassItem, Kind, Width};
use super::tokens::{Token, Tokens, display};

/// Beyond so many items, a set is looked through for equal ones.
const MOST_REPEATED: usize = 1 << 12;

fn is_octal(c: u8) -> bool {
    matches!(c, b'0'..=b'7')
}

/// What `\a` and its like stand for, in patterns and templates alike.
pub(super) fn control_escape(c: u32) -> Option<u32> {
    Some(match char::from_u32(c)? {
        'a' => 0x07,
        'b' => 0x08,
        'f' => 0x0C,
        'n' => 0x0A,
        'r' => 0x0D,
        't' => 0x09,
        'v' => 0x0B,
        '\\' => 0x5C,
        _ => return None,
    })
}

fn category_escape(c: u32) -> Option<Category> {
    Some(match char::from_u32(c)? {
        'd' => Category::Digit,
        'D' => Category::NotDigit,
        's' => Category::Space,
        'S' => Category::NotSpace,
        'w' => Category::Word,
        'W' => Category::NotWord,
        _ => return None,
    })
}

fn is_ascii_letter(c: u32) -> bool {
    u8::try_from(c).is_ok_and(|c| c.is_ascii_alphabetic())
}

/// The error for an octal escape beyond a byte. `text` is the escape, backslash included.
pub(super) fn octal_error(tokens: &Tokens<'_>, text: &str) -> RegexError {
    let message = format!("octal escape value {text} outside of range 0-0o377");
    tokens.error(message, text.len())
}

impl Parser<'_> {
    /// After a backslash and its character, outside a set.
    pub fn escape(&mut self, c: u32) -> Result<(), RegexError> {
        let at = match char::from_u32(c).unwrap_or('\0') {
            'A' => Some(At::BeginningString),
            'Z' => Some(At::EndString),
            'b' => Some(At::Boundary),
            'B' => Some(At::NotBoundary),
            _ => None,
        };
        if let Some(at) = at {
            self.append(Kind::At(at), Width::ZERO);
            return Ok(());
        }
        if let Some(category) = category_escape(c) {
            let class = Class { negate: false, items: vec![ClassItem::Category(category)] };
            self.append(Kind::Set(class), Width::ONE);
            return Ok(());
        }
        if let Ok(digit @ 0x31..=0x39) = u8::try_from(c) {
            return self.octal_or_reference(digit);
        }
        let literal = self.character_escape(c, true)?;
        self.append_literal(literal);
        Ok(())
    }

    /// `\1` to `\99` are groups, three octal digits a character.
    fn octal_or_reference(&mut self, first: u8) -> Result<(), RegexError> {
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
                self.append_literal(value);
                return Ok(());
            }
        }
        let group: u32 = text[1..].parse().expect("at most two digits");
        if group as usize >= self.group_widths.len() {
            let message = format!("invalid group reference {group}");
            return Err(self.tokens.error(message, text.len() - 1));
        }
        if !self.is_closed(group) {
            let message = "cannot refer to an open group";
            return Err(self.tokens.error(message, text.len()));
        }
        self.reference(group)
    }

    /// Appends a back reference to a closed group.
    pub fn reference(&mut self, group: u32) -> Result<(), RegexError> {
        self.check_lookbehind_group(group)?;
        let width = self.group_widths[group as usize].unwrap_or(Width::ZERO);
        self.append(Kind::Backref(group), width);
        Ok(())
    }

    /// An escape that stands for one character: `\n`, `\x41`, `\u0041`, `\N{DIGIT ONE}`, `\0`, `\.`.
    /// Outside a set (`bare`) an octal escape starts with 0.
    fn character_escape(&mut self, c: u32, bare: bool) -> Result<u32, RegexError> {
        if let Some(control) = control_escape(c) {
            return Ok(control);
        }
        let bad = |parser: &Self| {
            let message = format!("bad escape \\{}", display(&[c]));
            Err(parser.tokens.error(message, 2))
        };
        let text = self.tokens.is_text;
        match char::from_u32(c).unwrap_or('\0') {
            'x' => self.hex_escape('x', 2),
            'u' if text => self.hex_escape('u', 4),
            'U' if text => self.hex_escape('U', 8),
            'N' if text => self.named_character(),
            '0'..='7' => {
                let digits = self.tokens.get_while(2, is_octal)?;
                let text = format!("\\{}{digits}", display(&[c]));
                let value = u32::from_str_radix(&text[1..], 8).expect("octal digits");
                if value > 0o377 && !bare {
                    return Err(octal_error(&self.tokens, &text));
                }
                Ok(value)
            }
            '8' | '9' => bad(self),
            _ if is_ascii_letter(c) => bad(self),
            _ => Ok(c),
        }
    }

    fn hex_escape(&mut self, letter: char, digits: usize) -> Result<u32, RegexError> {
        let text = self.tokens.get_while(digits, |c| c.is_ascii_hexdigit())?;
        if text.len() != digits {
            let message = format!("incomplete escape \\{letter}{text}");
            return Err(self.tokens.error(message, text.len() + 2));
        }
        let value = u32::from_str_radix(&text, 16).expect("hex digits");
        if value > 0x10_FFFF {
            let message = format!("bad escape \\{letter}{text}");
            return Err(self.tokens.error(message, text.len() + 2));
        }
        Ok(value)
    }

    fn named_character(&mut self) -> Result<u32, RegexError> {
        if !self.tokens.matches('{')? {
            return Err(self.tokens.error("missing {", 0));
        }
        let name = self.tokens.get_until('}', "character name")?;
        match (self.lookup)(&display(&name)) {
            Some(c) => Ok(c),
            None => {
                let quoted = super::chars::repr(&name, false);
                let message = format!("undefined character name {quoted}");
                Err(self.tokens.error(message, name.len() + r"\N{}".len()))
            }
        }
    }

    /// After `[`.
    pub fn set(&mut self) -> Result<(), RegexError> {
        let here = self.tokens.tell() - 1;
        if self.tokens.next_is('[') {
            self.warn("nested set", self.tokens.tell());
        }
        let negate = self.tokens.matches('^')?;
        let mut items: Vec<ClassItem> = Vec::new();
        let mut room = MOST_REPEATED;
        let unterminated = |parser: &Self| Err(parser.tokens.error_at("unterminated character set", here));
        loop {
            let Some(this) = self.tokens.get()? else {
                return unterminated(self);
            };
            if this.is(']') && !items.is_empty() {
                break;
            }
            if items.len() >= room {
                items.sort_unstable();
                items.dedup();
                room = MOST_REPEATED.max(2 * items.len());
            }
            if !items.is_empty() && self.tokens.next == Some(this) {
                self.warn_operator(this);
            }
            let low = self.set_item(this)?;
            if !self.tokens.matches('-')? {
                items.push(low);
                continue;
            }
            let Some(that) = self.tokens.get()? else {
                return unterminated(self);
            };
            if that.is(']') {
                items.push(low);
                items.push(ClassItem::Literal('-' as u32));
                break;
            }
            if that.is('-') {
                self.warn("set difference", self.tokens.tell() - 2);
            }
            let high = self.set_item(that)?;
            match (low, high) {
                (ClassItem::Literal(low), ClassItem::Literal(high)) if low <= high => {
                    items.push(ClassItem::Range(low, high));
                }
                _ => {
                    let mut text = Vec::new();
                    this.push_to(&mut text);
                    text.push('-' as u32);
                    that.push_to(&mut text);
                    let message = format!("bad character range {}", display(&text));
                    return Err(self.tokens.error(message, text.len()));
                }
            }
        }
        let first = items[0];
        let kind = match first {
            ClassItem::Literal(c) if items.iter().all(|&item| item == first) => {
                if !negate {
                    self.append_literal(c);
                    return Ok(());
                }
                Kind::NotLiteral(c)
            }
            _ => Kind::Set(Class { negate, items }),
        };
        self.append(kind, Width::ONE);
        Ok(())
    }

    fn set_item(&mut self, token: Token) -> Result<ClassItem, RegexError> {
        match token {
            Token::Plain(c) => Ok(ClassItem::Literal(c)),
            Token::Escape(c) => match category_escape(c) {
                Some(category) => Ok(ClassItem::Category(category)),
                None => Ok(ClassItem::Literal(self.character_escape(c, false)?)),
            },
        }
    }

    /// Two equal punctuation characters in a set may come to mean something one day.
    fn warn_operator(&mut self, token: Token) {
        let operation = match token {
            Token::Plain(0x2D) => "set difference",
            Token::Plain(0x26) => "set intersection",
            Token::Plain(0x7E) => "set symmetric difference",
            Token::Plain(0x7C) => "set union",
            _ => return,
        };
        self.warn(operation, self.tokens.tell() - 1);
    }

    fn warn(&mut self, what: &str, position: usize) {
        self.warnings.push(PatternWarning {
            message: format!("Possible {what} at position {position}"),
            nesting: self.frames.len(),
        });
    }
}
