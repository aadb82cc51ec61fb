//! What follows an opening parenthesis.

use super::chars;
use super::error::RegexError;
use super::flags::{self, DEBUG, TYPE_FLAGS, VERBOSE};
use super::parse::{Opened, Parser};
use super::syntax::MAX_GROUPS;
use super::tokens::{Token, Tokens, display};

/// A group's name or number, as `(?(…)` and `\g<…>` take it.
pub(super) enum Reference {
    Number(u32),
    Name(Vec<u32>),
}

/// Checks a group's name; `offset` is how far behind the text the next token stands.
pub(super) fn check_name(tokens: &Tokens<'_>, name: &[u32], offset: usize) -> Result<(), RegexError> {
    let ascii = name.iter().all(|&c| c < 128);
    if (tokens.is_text || ascii) && chars::is_identifier(name) {
        return Ok(());
    }
    let quoted = chars::repr(name, !tokens.is_text);
    let message = format!("bad character in group name {quoted}");
    Err(tokens.error(message, name.len() + offset))
}

/// Tells a group's number from its name; the name is checked.
pub(super) fn reference(tokens: &Tokens<'_>, text: Vec<u32>, zero_allowed: bool) -> Result<Reference, RegexError> {
    let digits = |&c: &u32| matches!(c, 0x30..=0x39);
    if !text.iter().all(digits) {
        check_name(tokens, &text, 1)?;
        return Ok(Reference::Name(text));
    }
    let number = display(&text);
    let number = number.trim_start_matches('0');
    if number.is_empty() {
        if zero_allowed {
            return Ok(Reference::Number(0));
        }
        return Err(tokens.error("bad group number", text.len() + 1));
    }
    match number.parse::<u32>() {
        Ok(number) if number < MAX_GROUPS => Ok(Reference::Number(number)),
        _ => {
            let message = format!("invalid group reference {number}");
            Err(tokens.error(message, text.len() + 1))
        }
    }
}

impl Parser<'_> {
    /// After `(`.
    pub fn group(&mut self) -> Result<(), RegexError> {
        let start = self.tokens.tell() - 1;
        let verbose = self.frame().verbose;
        if !self.tokens.matches('?')? {
            return self.open_capture(None, start, verbose);
        }
        let Some(token) = self.tokens.get()? else {
            return Err(self.tokens.error("unexpected end of pattern", 0));
        };
        let c = match token {
            Token::Plain(c) => char::from_u32(c).unwrap_or('\0'),
            Token::Escape(_) => '\0',
        };
        match c {
            'P' => self.python_extension(start, verbose),
            ':' => {
                let opened = Opened::Group { number: 0, add: 0, remove: 0 };
                self.open(opened, start, verbose);
                Ok(())
            }
            '#' => self.comment(start),
            '=' | '!' | '<' => self.look(c, start, verbose),
            '(' => self.conditional(start, verbose),
            '>' => {
                self.open(Opened::Atomic, start, verbose);
                Ok(())
            }
            'i' | 'L' | 'm' | 's' | 'x' | 'a' | 'u' | '-' => self.flags(c, start, verbose),
            _ => Err(self.unknown_extension("?", token)),
        }
    }

    fn unknown_extension(&self, prefix: &str, token: Token) -> RegexError {
        let mut text = Vec::new();
        token.push_to(&mut text);
        let message = format!("unknown extension {prefix}{}", display(&text));
        self.tokens.error(message, text.len() + prefix.len())
    }

    fn open_capture(&mut self, name: Option<Vec<u32>>, start: usize, verbose: bool) -> Result<(), RegexError> {
        let number = self.group_widths.len() as u32;
        self.group_widths.push(None);
        if let Some(name) = name {
            if let Some(&other) = self.name_numbers.get(&name) {
                let message = format!(
                    "redefinition of group name {} as group {number}; was group {other}",
                    chars::repr(&name, false)
                );
                return Err(self.tokens.error(message, name.len() + 1));
            }
            self.names.push((display(&name), number));
            self.name_numbers.insert(name, number);
        }
        let opened = Opened::Group { number, add: 0, remove: 0 };
        self.open(opened, start, verbose);
        Ok(())
    }

    /// After `(?P`.
    fn python_extension(&mut self, start: usize, verbose: bool) -> Result<(), RegexError> {
        if self.tokens.matches('<')? {
            let name = self.tokens.get_until('>', "group name")?;
            check_name(&self.tokens, &name, 1)?;
            return self.open_capture(Some(name), start, verbose);
        }
        if self.tokens.matches('=')? {
            let name = self.tokens.get_until(')', "group name")?;
            check_name(&self.tokens, &name, 1)?;
            let group = self.named_group(&name)?;
            if !self.is_closed(group) {
                let message = "cannot refer to an open group";
                return Err(self.tokens.error(message, name.len() + 1));
            }
            return self.reference(group);
        }
        match self.tokens.get()? {
            None => Err(self.tokens.error("unexpected end of pattern", 0)),
            Some(token) => Err(self.unknown_extension("?P", token)),
        }
    }

    fn named_group(&self, name: &[u32]) -> Result<u32, RegexError> {
        self.name_numbers.get(name).copied().ok_or_else(|| {
            let message = format!("unknown group name {}", chars::repr(name, false));
            self.tokens.error(message, name.len() + 1)
        })
    }

    /// After `(?#`.
    fn comment(&mut self, start: usize) -> Result<(), RegexError> {
        loop {
            match self.tokens.get()? {
                None => {
                    let message = "missing ), unterminated comment";
                    return Err(self.tokens.error_at(message, start));
                }
                Some(token) if token.is(')') => return Ok(()),
                Some(_) => {}
            }
        }
    }

    /// After `(?=`, `(?!` or `(?<`.
    fn look(&mut self, c: char, start: usize, verbose: bool) -> Result<(), RegexError> {
        let mut negate = c == '!';
        let behind = c == '<';
        let mut outermost = false;
        if behind {
            match self.tokens.get()? {
                None => return Err(self.tokens.error("unexpected end of pattern", 0)),
                Some(token) if token.is('=') => {}
                Some(token) if token.is('!') => negate = true,
                Some(token) => return Err(self.unknown_extension("?<", token)),
            }
            if self.lookbehind_groups.is_none() {
                outermost = true;
                self.lookbehind_groups = Some(self.group_widths.len() as u32);
            }
        }
        let opened = Opened::Look { behind, negate, outermost };
        self.open(opened, start, verbose);
        Ok(())
    }

    /// After `(?(`.
    fn conditional(&mut self, start: usize, verbose: bool) -> Result<(), RegexError> {
        let text = self.tokens.get_until(')', "group name")?;
        let length = text.len();
        let group = match reference(&self.tokens, text, false)? {
            Reference::Name(name) => self.named_group(&name)?,
            Reference::Number(group) => {
                let known = self.conditional_groups.iter().any(|&(g, _)| g == group);
                if !known {
                    let position = self.tokens.tell() - length - 1;
                    self.conditional_groups.push((group, position));
                }
                group
            }
        };
        self.check_lookbehind_group(group)?;
        self.open(Opened::Conditional { group, yes: None }, start, verbose);
        Ok(())
    }

    /// After `(?` and the first flag letter or the minus sign.
    fn flags(&mut self, first: char, start: usize, verbose: bool) -> Result<(), RegexError> {
        let Some((add, remove)) = self.read_flags(first)? else {
            let outermost = self.frames.len() == 1;
            let frame = self.frame();
            if !outermost || !frame.items.is_empty() || !frame.branches.is_empty() {
                let message = "global flags not at the start of the expression";
                return Err(self.tokens.error_at(message, start));
            }
            let verbose = self.flags & VERBOSE != 0;
            self.frame().verbose = verbose;
            return Ok(());
        };
        let verbose = (verbose || add & VERBOSE != 0) && remove & VERBOSE == 0;
        let opened = Opened::Group { number: 0, add, remove };
        self.open(opened, start, verbose);
        Ok(())
    }

    /// Reads to the `)` or `:`. `None`: the flags were global, and are set.
    fn read_flags(&mut self, first: char) -> Result<Option<(u32, u32)>, RegexError> {
        let mut add = 0;
        let mut remove = 0;
        let mut end = Token::Plain(first as u32);
        if first != '-' {
            (add, end) = self.added_flags(first)?;
        }
        if end.is(')') {
            self.flags |= add;
            return Ok(None);
        }
        if add & DEBUG != 0 {
            let message = "bad inline flags: cannot turn on global flag";
            return Err(self.tokens.error(message, 1));
        }
        if end.is('-') {
            remove = self.removed_flags()?;
        }
        if add & remove != 0 {
            let message = "bad inline flags: flag turned on and off";
            return Err(self.tokens.error(message, 1));
        }
        Ok(Some((add, remove)))
    }

    /// The flag of a token, or the error that says so.
    fn flag(&mut self, missing: &str) -> Result<(Token, Option<u32>), RegexError> {
        let Some(token) = self.tokens.get()? else {
            return Err(self.tokens.error(missing, 0));
        };
        let flag = match token {
            Token::Plain(c) => flags::from_letter(c),
            Token::Escape(_) => None,
        };
        Ok((token, flag))
    }

    /// The error for a token that is no flag letter.
    fn no_flag(&self, token: Token, missing: &str) -> RegexError {
        let letter = matches!(token, Token::Plain(c) if chars::is_alpha(c));
        let message = if letter { "unknown flag" } else { missing };
        self.tokens.error(message, token.len())
    }

    fn added_flags(&mut self, first: char) -> Result<(u32, Token), RegexError> {
        const MISSING: &str = "missing -, : or )";
        let mut add = 0;
        let mut flag = flags::from_letter(first as u32).expect("a flag letter");
        loop {
            if self.tokens.is_text && flag == flags::LOCALE {
                let message = "bad inline flags: cannot use 'L' flag with a str pattern";
                return Err(self.tokens.error(message, 0));
            }
            if !self.tokens.is_text && flag == flags::UNICODE {
                let message = "bad inline flags: cannot use 'u' flag with a bytes pattern";
                return Err(self.tokens.error(message, 0));
            }
            add |= flag;
            if flag & TYPE_FLAGS != 0 && add & TYPE_FLAGS != flag {
                let message = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                return Err(self.tokens.error(message, 0));
            }
            let (token, next) = self.flag(MISSING)?;
            if [')', '-', ':'].into_iter().any(|c| token.is(c)) {
                return Ok((add, token));
            }
            flag = next.ok_or_else(|| self.no_flag(token, MISSING))?;
        }
    }

    fn removed_flags(&mut self) -> Result<u32, RegexError> {
        let mut remove = 0;
        let mut missing = "missing flag";
        loop {
            let (token, flag) = self.flag(missing)?;
            if remove != 0 && token.is(':') {
                return Ok(remove);
            }
            let flag = flag.ok_or_else(|| self.no_flag(token, missing))?;
            if flag & TYPE_FLAGS != 0 {
                let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                return Err(self.tokens.error(message, 0));
            }
            remove |= flag;
            missing = "missing :";
        }
    }
}
