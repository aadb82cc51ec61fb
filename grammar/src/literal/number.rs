//! Numbers: how far a number token goes, what it is, what is wrong with it.
//!
//! The scan follows CPython's tokenizer step by step, because its messages and columns depend on
//! the exact character at which it gives up.

use crate::ast::Constant;
use crate::parse::Watch;
use crate::watched::{PART, Stopped, find, parts};
use bumpalo::Bump;
use memchr::{memchr, memchr3};

/// CPython's limit on the digits of a decimal int (`sys.int_info.default_max_str_digits`).
pub const MAX_DIGITS: usize = 4300;

/// Floats of more characters are left to the compiler ([`Constant::LongFloat`]).
const LONG_FLOAT: usize = 1 << 12;

/// What sort of number a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    Int,
    Float,
    Imaginary,
}

/// A number token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Its length in bytes.
    pub length: usize,
    pub kind: NumberKind,
    /// A keyword follows without space (`1if`): the text of CPython's `SyntaxWarning`.
    pub warning: Option<&'static str>,
}

/// A malformed number. `from` and `to` are byte offsets from the number's start; the columns
/// CPython reports are the numbers of characters of the line before them
/// ([`SyntaxError::tokenizer`](crate::SyntaxError::tokenizer) takes them as they are).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError {
    pub message: String,
    pub from: usize,
    pub to: usize,
}

/// Finds the end of the number that `text` starts with: a digit, or a dot and a digit. The inner error: the number is
/// malformed, or a name or digit clings to it.
///
/// # Errors
/// The watch said to stop.
pub fn scan_number(text: &str, watch: Watch<'_>) -> Result<Result<Scan, NumberError>, Stopped> {
    let mut scanner = Scanner { text: text.as_bytes(), at: 0, next_look: PART, watch, stopped: false };
    let scan = scan(&mut scanner);
    if scanner.stopped { Err(Stopped) } else { Ok(scan) }
}

fn scan(scanner: &mut Scanner<'_>) -> Result<Scan, NumberError> {
    match scanner.text {
        [b'0', b'x' | b'X', ..] => scanner.radix("hexadecimal", |c| c.is_ascii_hexdigit()),
        [b'0', b'o' | b'O', ..] => scanner.radix("octal", |c| matches!(c, b'0'..=b'7')),
        [b'0', b'b' | b'B', ..] => scanner.radix("binary", |c| matches!(c, b'0' | b'1')),
        [b'0', ..] => scanner.leading_zero(),
        [b'.', ..] => scanner.fraction(),
        _ => {
            scanner.decimal_tail()?;
            scanner.after_digits()
        }
    }
}

/// The value of a number token. Fails, anywhere, when `watch` says to stop: the caller must ask it too.
///
/// # Errors
/// CPython's message for a decimal int with more digits than `max_digits` (0: any number of them); it has no column (0).
pub fn number_value<'a>(
    token: &'a str,
    arena: &'a Bump,
    max_digits: usize,
    watch: Watch<'_>,
) -> Result<Constant<'a>, String> {
    let stopped = |_| String::new();
    let token = match find(token.as_bytes(), watch, |part| memchr(b'_', part)).map_err(stopped)? {
        None => token,
        Some(_) => {
            let mut plain = bumpalo::collections::String::with_capacity_in(token.len(), arena);
            parts(token, PART, watch, |part| plain.extend(part.chars().filter(|&c| c != '_'))).map_err(stopped)?;
            plain.into_bump_str()
        }
    };
    let float = |text: &'a str, imaginary| match text.len() > LONG_FLOAT {
        true => Constant::LongFloat { text, imaginary },
        false => Constant::read_float(text, imaginary),
    };
    let bytes = token.as_bytes();
    let (digits, radix) = match bytes {
        [b'0', b'x' | b'X', ..] => (&token[2..], 16),
        [b'0', b'o' | b'O', ..] => (&token[2..], 8),
        [b'0', b'b' | b'B', ..] => (&token[2..], 2),
        [.., b'j' | b'J'] => return Ok(float(&token[..token.len() - 1], true)),
        _ if find(bytes, watch, |part| memchr3(b'.', b'e', b'E', part)).map_err(stopped)?.is_some() => {
            return Ok(float(token, false));
        }
        _ => (token, 10),
    };
    let zeros = match digits.len() > PART {
        true => find(digits.as_bytes(), watch, |part| part.iter().position(|&c| c != b'0')).map_err(stopped)?,
        false => Some(0),
    };
    // All of them may be zeros.
    let (all, digits) = (digits.len(), &digits[zeros.unwrap_or(digits.len() - 1)..]);
    if let Ok(value) = i64::from_str_radix(digits, radix) {
        return Ok(Constant::Int(value));
    }
    if radix == 10 && max_digits > 0 && all > max_digits {
        return Err(format!(
            "Exceeds the limit ({max_digits} digits) for integer string conversion: value has {} \
             digits; use sys.set_int_max_str_digits() to increase the limit - Consider \
             hexadecimal for huge integer literals to avoid decimal conversion limits.",
            all
        ));
    }
    Ok(Constant::BigInt { digits: digits.trim_start_matches('0'), radix: radix as u8 })
}

struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
    /// Where the watch is asked next, and whether it said to stop: then the scan is at its end.
    next_look: usize,
    watch: Watch<'t>,
    stopped: bool,
}

impl Scanner<'_> {
    /// The byte at hand; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    /// Goes on behind digits.
    fn skip(&mut self, digit: impl Fn(u8) -> bool) {
        // Very many are skipped a block at a time, without a branch for each.
        while let Some(block) = self.text[self.at..].first_chunk::<64>()
            && block.iter().fold(true, |all, &c| all & digit(c))
        {
            self.at += block.len();
            self.look();
        }
        while digit(self.peek()) {
            self.at += 1;
        }
        self.look();
    }

    /// Now and then asks whether to stop.
    #[inline]
    fn look(&mut self) {
        if self.at >= self.next_look {
            self.next_look = self.at + PART;
            if (self.watch)() {
                self.stopped = true;
                self.at = self.text.len();
            }
        }
    }

    fn error<T>(&self, message: impl Into<String>, at: usize) -> Result<T, NumberError> {
        Err(NumberError { message: message.into(), from: at, to: at })
    }

    /// Digits of another radix after `0x`, `0o` or `0b`, each group after at most one `_`.
    fn radix(&mut self, name: &'static str, digit: fn(u8) -> bool) -> Result<Scan, NumberError> {
        self.at = 2;
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            let c = self.peek();
            if !digit(c) {
                if c.is_ascii_digit() {
                    return self.bad_digit(name, c);
                }
                return self.error(format!("invalid {name} literal"), self.at);
            }
            self.skip(digit);
            if self.peek() != b'_' {
                break;
            }
        }
        let c = self.peek();
        if c.is_ascii_digit() {
            return self.bad_digit(name, c);
        }
        self.finish(NumberKind::Int, name)
    }

    fn bad_digit<T>(&self, name: &str, c: u8) -> Result<T, NumberError> {
        let message = format!("invalid digit '{}' in {name} literal", c as char);
        self.error(message, self.at + 1)
    }

    /// `0` and what may follow: more zeros, or a float or imaginary number with leading zeros.
    fn leading_zero(&mut self) -> Result<Scan, NumberError> {
        self.at = 1;
        loop {
            if self.peek() == b'_' {
                self.at += 1;
                if !self.peek().is_ascii_digit() {
                    return self.error("invalid decimal literal", self.at);
                }
            }
            if self.peek() != b'0' {
                break;
            }
            self.skip(|c| c == b'0');
        }
        let zeros_end = self.at + 1;
        let nonzero = self.peek().is_ascii_digit();
        if nonzero {
            self.decimal_tail()?;
        }
        match self.peek() {
            b'.' | b'e' | b'E' | b'j' | b'J' => self.after_digits(),
            _ if nonzero => Err(NumberError {
                message: "leading zeros in decimal integer literals are not permitted; \
                          use an 0o prefix for octal integers"
                    .to_string(),
                from: 1,
                to: zeros_end,
            }),
            _ => self.finish(NumberKind::Int, "decimal"),
        }
    }

    /// Decimal digits with single `_` between them.
    fn decimal_tail(&mut self) -> Result<(), NumberError> {
        loop {
            self.skip(|c| c.is_ascii_digit());
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return self.error("invalid decimal literal", self.at);
            }
        }
    }

    /// What follows the integer part: a fraction, an exponent, `j`.
    fn after_digits(&mut self) -> Result<Scan, NumberError> {
        match self.peek() {
            b'.' => self.fraction(),
            _ => self.exponent(NumberKind::Int),
        }
    }

    fn fraction(&mut self) -> Result<Scan, NumberError> {
        self.at += 1;
        if self.peek().is_ascii_digit() {
            self.decimal_tail()?;
        }
        self.exponent(NumberKind::Float)
    }

    fn exponent(&mut self, kind: NumberKind) -> Result<Scan, NumberError> {
        let mut kind = kind;
        if matches!(self.peek(), b'e' | b'E') {
            let mark = self.at;
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
                if !self.peek().is_ascii_digit() {
                    return self.error("invalid decimal literal", self.at);
                }
            } else if !self.peek().is_ascii_digit() {
                // No exponent: the letter belongs to what follows the number.
                self.at = mark;
                return self.finish(kind, "decimal");
            }
            self.decimal_tail()?;
            kind = NumberKind::Float;
        }
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            return self.finish(NumberKind::Imaginary, "imaginary");
        }
        self.finish(kind, "decimal")
    }

    /// A number may be followed directly by one of the keywords that can follow it, with a
    /// warning; by no other letter, digit or underscore.
    fn finish(&self, kind: NumberKind, name: &'static str) -> Result<Scan, NumberError> {
        let rest = &self.text[self.at..];
        let is_word = |c: Option<&u8>| c.is_some_and(|&c| c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80);
        let keyword = match rest {
            [b'i', b'f' | b'n' | b's', ..] => true,
            [b'a' | b'e' | b'f' | b'o' | b'n', ..] => ["and", "else", "for", "or", "not"]
                .iter()
                .any(|word| rest.starts_with(word.as_bytes()) && !is_word(rest.get(word.len()))),
            _ => false,
        };
        if !keyword && rest.first().is_some_and(|&c| c < 0x80) && is_word(rest.first()) {
            return self.error(format!("invalid {name} literal"), self.at);
        }
        let warning = match name {
            "hexadecimal" => "invalid hexadecimal literal",
            "octal" => "invalid octal literal",
            "binary" => "invalid binary literal",
            "imaginary" => "invalid imaginary literal",
            _ => "invalid decimal literal",
        };
        Ok(Scan { length: self.at, kind, warning: keyword.then_some(warning) })
    }
}
