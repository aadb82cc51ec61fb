//! The scanner.

use crate::base::text::{CodeUnit, TextBuilder, TextRef};
use crate::base::watch::{LONG_STRETCH, STRETCH, Stopped, Watch, look};
use crate::with_units;

/// A text that is not JSON: what `json.JSONDecodeError` tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonError {
    pub message: &'static str,
    /// In characters.
    pub position: usize,
}

impl JsonError {
    /// Line and column of the position, both counted from 1.
    pub fn line_column(&self, text: TextRef<'_>) -> (usize, usize) {
        let before = text.slice(0..self.position);
        let mut line = 1;
        let mut column = 1;
        for code in before.codes() {
            column += 1;
            if code == u32::from(b'\n') {
                line += 1;
                column = 1;
            }
        }
        (line, column)
    }
}

/// Why a scan ended early.
#[derive(Debug, PartialEq, Eq)]
pub enum ScanError<E> {
    Syntax(JsonError),
    /// More containers are open than the caller allows: a RecursionError.
    TooDeep,
    /// The visitor's own.
    Visitor(E),
}

/// The words beyond JSON that `json` reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constant {
    NaN,
    Infinity,
    NegativeInfinity,
}

impl Constant {
    /// As it is written.
    pub fn text(self) -> &'static str {
        match self {
            Constant::NaN => "NaN",
            Constant::Infinity => "Infinity",
            Constant::NegativeInfinity => "-Infinity",
        }
    }
}

/// Is told what a text holds, in order.
pub trait Visitor {
    type Error;
    fn null(&mut self) -> Result<(), Self::Error>;
    fn boolean(&mut self, value: bool) -> Result<(), Self::Error>;
    /// Decimal digits, perhaps after a minus sign.
    fn integer(&mut self, text: &str) -> Result<(), Self::Error>;
    /// A number with a fraction or an exponent.
    fn float(&mut self, text: &str) -> Result<(), Self::Error>;
    fn constant(&mut self, constant: Constant) -> Result<(), Self::Error>;
    /// The string's characters; the form may be wider than they need.
    fn string(&mut self, text: TextRef<'_>) -> Result<(), Self::Error>;
    /// The key of the pair whose value comes next.
    fn key(&mut self, text: TextRef<'_>) -> Result<(), Self::Error>;
    fn begin_array(&mut self) -> Result<(), Self::Error>;
    fn end_array(&mut self) -> Result<(), Self::Error>;
    fn begin_object(&mut self) -> Result<(), Self::Error>;
    fn end_object(&mut self) -> Result<(), Self::Error>;
    /// Called once a stretch of long strings, numbers and white space; an error ends the scan.
    fn go_on(&mut self) -> Result<(), Self::Error>;
}

/// Reads one value that begins at `start` (no white space is skipped before it); gives the
/// position after it. `strict` refuses control characters in strings. At most `depth` containers
/// may be open at once.
pub fn scan<V: Visitor>(
    text: TextRef<'_>,
    start: usize,
    strict: bool,
    depth: usize,
    visitor: &mut V,
) -> Result<usize, ScanError<V::Error>> {
    with_units!(text, |units| {
        let mut scanner = Scanner { text, units, at: start, strict, digits: String::new() };
        scanner.run(depth, visitor)?;
        Ok(scanner.at)
    })
}

/// The first position from `start` on that is not JSON white space.
pub fn skip_space(text: TextRef<'_>, start: usize, watch: Watch<'_>) -> Result<usize, Stopped> {
    with_units!(text, |units| {
        let mut at = start;
        for part in units.get(start..).unwrap_or_default().chunks(STRETCH) {
            let length = part.iter().take_while(|&&unit| is_space(CodeUnit::code(unit))).count();
            at += length;
            if length < part.len() {
                break;
            }
            look(watch)?;
        }
        Ok(at)
    })
}

fn is_space(code: u32) -> bool {
    matches!(code, 0x20 | 0x09 | 0x0A | 0x0D)
}

struct Scanner<'a, U> {
    text: TextRef<'a>,
    units: &'a [U],
    at: usize,
    strict: bool,
    /// Numbers of wide texts, narrowed.
    digits: String,
}

/// An open container.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Array,
    Object,
}

impl<U: CodeUnit> Scanner<'_, U> {
    #[inline]
    fn peek(&self, ahead: usize) -> Option<u32> {
        self.units.get(self.at + ahead).map(|unit| unit.code())
    }

    /// The next character as ASCII; 0 if there is none or it is not.
    #[inline]
    fn next(&self) -> u8 {
        self.peek(0).and_then(|code| u8::try_from(code).ok()).unwrap_or(0)
    }

    fn skip<V: Visitor>(&mut self, visitor: &mut V) -> Result<(), ScanError<V::Error>> {
        self.skip_while(visitor, is_space)
    }

    /// Steps over units for which `test` holds.
    #[inline]
    fn skip_while<V: Visitor>(
        &mut self,
        visitor: &mut V,
        test: impl Fn(u32) -> bool,
    ) -> Result<(), ScanError<V::Error>> {
        let start = self.at;
        while self.peek(0).is_some_and(&test) {
            self.at += 1;
            if (self.at - start).is_multiple_of(STRETCH) {
                visitor.go_on().map_err(ScanError::Visitor)?;
            }
        }
        Ok(())
    }

    fn fail<E, T>(&self, message: &'static str, position: usize) -> Result<T, ScanError<E>> {
        Err(ScanError::Syntax(JsonError { message, position }))
    }

    fn run<V: Visitor>(&mut self, depth: usize, visitor: &mut V) -> Result<(), ScanError<V::Error>> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            // A value begins here.
            let began = match self.next() {
                b'[' => Some(Open::Array),
                b'{' => Some(Open::Object),
                _ => None,
            };
            if let Some(kind) = began {
                if open.len() >= depth {
                    return Err(ScanError::TooDeep);
                }
                self.at += 1;
                self.skip(visitor)?;
                match kind {
                    Open::Array => {
                        visitor.begin_array().map_err(ScanError::Visitor)?;
                        if self.next() != b']' {
                            open.push(kind);
                            continue;
                        }
                        visitor.end_array()
                    }
                    Open::Object => {
                        visitor.begin_object().map_err(ScanError::Visitor)?;
                        if self.next() != b'}' {
                            open.push(kind);
                            self.key(visitor)?;
                            continue;
                        }
                        visitor.end_object()
                    }
                }
                .map_err(ScanError::Visitor)?;
                self.at += 1;
            } else {
                self.scalar(visitor)?;
            }
            // A value has ended: close what ends with it.
            loop {
                let Some(&kind) = open.last() else {
                    return Ok(());
                };
                self.skip(visitor)?;
                let close = if kind == Open::Array { b']' } else { b'}' };
                let next = self.next();
                if next == close {
                    self.at += 1;
                    open.pop();
                    if kind == Open::Array { visitor.end_array() } else { visitor.end_object() }
                        .map_err(ScanError::Visitor)?;
                    continue;
                }
                if next != b',' {
                    return self.fail("Expecting ',' delimiter", self.at);
                }
                let comma = self.at;
                self.at += 1;
                self.skip(visitor)?;
                if self.next() == close {
                    let message = match kind {
                        Open::Array => "Illegal trailing comma before end of array",
                        Open::Object => "Illegal trailing comma before end of object",
                    };
                    return self.fail(message, comma);
                }
                if kind == Open::Object {
                    self.key(visitor)?;
                }
                break;
            }
        }
    }

    /// A key and its colon.
    fn key<V: Visitor>(&mut self, visitor: &mut V) -> Result<(), ScanError<V::Error>> {
        if self.next() != b'"' {
            return self.fail("Expecting property name enclosed in double quotes", self.at);
        }
        self.string(visitor, V::key)?;
        self.skip(visitor)?;
        if self.next() != b':' {
            return self.fail("Expecting ':' delimiter", self.at);
        }
        self.at += 1;
        self.skip(visitor)?;
        Ok(())
    }

    fn word(&mut self, word: &str) -> bool {
        let same = word.bytes().enumerate().all(|(index, c)| self.peek(index) == Some(c.into()));
        if same {
            self.at += word.len();
        }
        same
    }

    fn scalar<V: Visitor>(&mut self, visitor: &mut V) -> Result<(), ScanError<V::Error>> {
        let start = self.at;
        match self.next() {
            b'"' => return self.string(visitor, V::string),
            b'n' if self.word("null") => visitor.null(),
            b't' if self.word("true") => visitor.boolean(true),
            b'f' if self.word("false") => visitor.boolean(false),
            b'N' if self.word("NaN") => visitor.constant(Constant::NaN),
            b'I' if self.word("Infinity") => visitor.constant(Constant::Infinity),
            b'-' if self.word("-Infinity") => visitor.constant(Constant::NegativeInfinity),
            b'-' | b'0'..=b'9' => return self.number(visitor),
            _ => return self.fail("Expecting value", start),
        }
        .map_err(ScanError::Visitor)
    }

    fn skip_digits<V: Visitor>(&mut self, visitor: &mut V) -> Result<bool, ScanError<V::Error>> {
        let start = self.at;
        self.skip_while(visitor, |code| matches!(code, 0x30..=0x39))?;
        Ok(self.at > start)
    }

    fn number<V: Visitor>(&mut self, visitor: &mut V) -> Result<(), ScanError<V::Error>> {
        let start = self.at;
        if self.next() == b'-' {
            self.at += 1;
        }
        if self.next() == b'0' {
            self.at += 1;
        } else if !self.skip_digits(visitor)? {
            return self.fail("Expecting value", start);
        }
        let mut is_float = false;
        let digit = |code: Option<u32>| matches!(code, Some(0x30..=0x39));
        if self.next() == b'.' && digit(self.peek(1)) {
            self.at += 1;
            self.skip_digits(visitor)?;
            is_float = true;
        }
        if matches!(self.next(), b'e' | b'E') {
            let before = self.at;
            self.at += 1;
            if matches!(self.next(), b'+' | b'-') {
                self.at += 1;
            }
            if self.skip_digits(visitor)? {
                is_float = true;
            } else {
                self.at = before;
            }
        }
        let units = &self.units[start..self.at];
        let narrow = U::bytes(units).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let text = match narrow {
            Some(text) => text,
            None => {
                self.digits.clear();
                self.digits.extend(units.iter().filter_map(|unit| char::from_u32(unit.code())));
                &self.digits
            }
        };
        let told = if is_float { visitor.float(text) } else { visitor.integer(text) };
        told.map_err(ScanError::Visitor)
    }

    /// At a quote: reads the string and hands it on.
    fn string<V: Visitor>(
        &mut self,
        visitor: &mut V,
        tell: impl FnOnce(&mut V, TextRef<'_>) -> Result<(), V::Error>,
    ) -> Result<(), ScanError<V::Error>> {
        let begin = self.at;
        let mut looked = begin;
        let mut built: Option<TextBuilder> = None;
        let mut start = begin + 1;
        loop {
            let part = &self.units[start..self.units.len().min(start + LONG_STRETCH)];
            let ends = |code: u32| matches!(code, 0x22 | 0x5C) || (code < 0x20 && self.strict);
            let end = start + part.iter().position(|unit| ends(unit.code())).unwrap_or(part.len());
            if end - looked >= STRETCH {
                visitor.go_on().map_err(ScanError::Visitor)?;
                looked = end;
            }
            let piece = self.text.slice(start..end);
            let Some(unit) = self.units.get(end) else {
                return self.fail("Unterminated string starting at", begin);
            };
            if unit.code() < 0x20 && self.strict {
                return self.fail("Invalid control character at", end);
            }
            if !matches!(unit.code(), 0x22 | 0x5C) {
                // A long string's next part.
                built.get_or_insert_default().push_text(piece);
                start = end;
                continue;
            }
            if unit.code() == 0x22 {
                self.at = end + 1;
                return match built {
                    None => tell(visitor, piece),
                    Some(mut builder) => {
                        builder.push_text(piece);
                        tell(visitor, builder.as_ref())
                    }
                }
                .map_err(ScanError::Visitor);
            }
            let builder = built.get_or_insert_default();
            builder.push_text(piece);
            let code;
            (code, start) = self.escape(begin, end)?;
            builder.push(code);
        }
    }

    /// The escape whose backslash stands at `at`: its character and the position after it.
    fn escape<E>(&self, begin: usize, at: usize) -> Result<(u32, usize), ScanError<E>> {
        let Some(letter) = self.units.get(at + 1).map(|unit| unit.code()) else {
            return self.fail("Unterminated string starting at", begin);
        };
        let plain = match u8::try_from(letter).unwrap_or(0) {
            c @ (b'"' | b'\\' | b'/') => c,
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => return self.hex_escape(at),
            _ => return self.fail("Invalid \\escape", at),
        };
        Ok((plain.into(), at + 2))
    }

    fn hex_escape<E>(&self, at: usize) -> Result<(u32, usize), ScanError<E>> {
        const BAD: &str = "Invalid \\uXXXX escape";
        let end = at + 6;
        // The closing quote must follow somewhere.
        if end >= self.units.len() {
            return self.fail(BAD, at + 1);
        }
        let Some(high) = self.four_digits(at + 2) else {
            return self.fail(BAD, at + 1);
        };
        let follows = |index: usize, c: u8| self.units[index].code() == c.into();
        let pair = matches!(high, 0xD800..0xDC00)
            && end + 6 < self.units.len()
            && follows(end, b'\\')
            && follows(end + 1, b'u');
        if pair {
            let Some(low) = self.four_digits(end + 2) else {
                return self.fail(BAD, end + 1);
            };
            if matches!(low, 0xDC00..0xE000) {
                return Ok((0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00), end + 6));
            }
        }
        Ok((high, end))
    }

    fn four_digits(&self, at: usize) -> Option<u32> {
        self.units[at..at + 4].iter().try_fold(0, |value, unit| {
            let digit = char::from_u32(unit.code())?.to_digit(16)?;
            Some(value * 16 + digit)
        })
    }
}
