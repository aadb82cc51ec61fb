//! The grammar of `str.format`: literal text, `{name!conversion:spec}`, and what stands in a name.

use std::ops::Range;

use super::FormatError;
use crate::base::text::{TextRef, decimal_value};

/// A stretch of a format: literal text and the field behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Text to copy, as a range of the format.
    pub literal: Range<usize>,
    /// The replacement field that follows, if one does.
    pub field: Option<Field>,
}

/// A replacement field, its parts as ranges of the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What names the value; may be empty.
    pub name: Range<usize>,
    /// The character behind `!`, if there is one.
    pub conversion: Option<u32>,
    /// The format spec; may be empty.
    pub spec: Range<usize>,
    /// Whether the spec contains fields of its own, to be formatted first.
    pub nested: bool,
}

/// Reads a format piece by piece.
pub struct Pieces<'a> {
    format: TextRef<'a>,
    position: usize,
}

const OPEN: u32 = b'{' as u32;
const CLOSE: u32 = b'}' as u32;

impl<'a> Pieces<'a> {
    /// Starts at the beginning.
    pub fn new(format: TextRef<'a>) -> Self {
        Pieces { format, position: 0 }
    }

    fn read(&mut self) -> Option<u32> {
        let code = self.format.get(self.position);
        self.position += usize::from(code.is_some());
        code
    }

    /// The next piece, `None` at the end.
    pub fn next_piece(&mut self) -> Result<Option<Piece>, FormatError> {
        let start = self.position;
        if start >= self.format.len() {
            return Ok(None);
        }
        let rest = self.format.slice(start..self.format.len());
        let found = match rest {
            TextRef::Ascii(bytes) => bytes.iter().position(|&byte| byte == b'{' || byte == b'}'),
            rest => rest.codes().position(|code| code == OPEN || code == CLOSE),
        };
        let Some(length) = found else {
            self.position = self.format.len();
            return Ok(Some(Piece { literal: start..self.position, field: None }));
        };
        let brace = rest.get(length);
        let end = start + length;
        self.position = end + 1;
        if self.format.get(self.position) == brace {
            // A doubled brace stands for one, and ends the piece.
            self.position += 1;
            return Ok(Some(Piece { literal: start..end + 1, field: None }));
        }
        if brace == Some(CLOSE) {
            return Err(FormatError::value("Single '}' encountered in format string"));
        }
        if self.position >= self.format.len() {
            return Err(FormatError::value("Single '{' encountered in format string"));
        }
        let field = self.field()?;
        Ok(Some(Piece { literal: start..end, field: Some(field) }))
    }

    /// The field behind an opening brace.
    fn field(&mut self) -> Result<Field, FormatError> {
        let start = self.position;
        let unclosed = || FormatError::value("expected '}' before end of string");
        let end_mark = loop {
            match self.read().ok_or_else(unclosed)? {
                OPEN => return Err(FormatError::value("unexpected '{' in field name")),
                // Inside brackets any other character is part of the key.
                0x5b => {
                    while self.format.get(self.position).is_some_and(|code| code != 0x5d) {
                        self.position += 1;
                    }
                }
                mark @ (CLOSE | 0x3a | 0x21) => break mark,
                _ => {}
            }
        };
        let name = start..self.position - 1;
        let mut conversion = None;
        let mut mark = end_mark;
        if mark == 0x21 {
            let missing = || FormatError::value("end of string while looking for conversion specifier");
            conversion = Some(self.read().ok_or_else(missing)?);
            match self.read() {
                None => return Err(FormatError::value("unmatched '{' in format spec")),
                Some(next @ (CLOSE | 0x3a)) => mark = next,
                Some(_) => return Err(FormatError::value("expected ':' after conversion specifier")),
            }
        }
        if mark == CLOSE {
            return Ok(Field { name, conversion, spec: 0..0, nested: false });
        }
        let (spec, nested) = self.spec()?;
        Ok(Field { name, conversion, spec, nested })
    }

    /// The spec behind a colon, up to the brace that balances the field's.
    fn spec(&mut self) -> Result<(Range<usize>, bool), FormatError> {
        let start = self.position;
        let (mut depth, mut nested) = (1usize, false);
        while let Some(code) = self.read() {
            match code {
                OPEN => {
                    nested = true;
                    depth += 1;
                }
                CLOSE if depth == 1 => return Ok((start..self.position - 1, nested)),
                CLOSE => depth -= 1,
                _ => {}
            }
        }
        Err(FormatError::value("unmatched '{' in format spec"))
    }
}

/// What a field name begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// Nothing: the next positional argument.
    Empty,
    /// A positional argument by number.
    Index(usize),
    /// A keyword argument, as a range of the name.
    Name(Range<usize>),
}

/// Splits a field name into its first part and the accessors behind it.
#[inline]
pub fn split_field_name(name: TextRef<'_>) -> Result<(First, FieldPath<'_>), FormatError> {
    if name.is_empty() {
        return Ok((First::Empty, FieldPath { name, position: 0 }));
    }
    let end = name.codes().position(|code| code == 0x5b || code == 0x2e).unwrap_or(name.len());
    let first = match index(name.slice(0..end))? {
        _ if end == 0 => First::Empty,
        Some(index) => First::Index(index),
        None => First::Name(0..end),
    };
    Ok((first, FieldPath { name, position: end }))
}

/// A number in decimal digits; `None` if the text is anything else.
fn index(text: TextRef<'_>) -> Result<Option<usize>, FormatError> {
    let mut value = 0usize;
    for code in text.codes() {
        let Some(digit) = decimal_value(code) else { return Ok(None) };
        let next = value.checked_mul(10).and_then(|value| value.checked_add(digit.into()));
        let next = next.filter(|&value| isize::try_from(value).is_ok());
        value = next.ok_or_else(|| FormatError::value("Too many decimal digits in format string"))?;
    }
    Ok((!text.is_empty()).then_some(value))
}

/// A step from a value to a part of it; names and keys as ranges of the field name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accessor {
    /// `.name`
    Attribute(Range<usize>),
    /// `[0]`
    Index(usize),
    /// `[key]`
    Key(Range<usize>),
}

/// The accessors of a field name, in order.
pub struct FieldPath<'a> {
    name: TextRef<'a>,
    position: usize,
}

impl FieldPath<'_> {
    /// The next accessor, `None` at the end.
    pub fn next_accessor(&mut self) -> Result<Option<Accessor>, FormatError> {
        let Some(mark) = self.name.get(self.position) else { return Ok(None) };
        let start = self.position + 1;
        let rest = self.name.slice(start..self.name.len());
        let (end, accessor) = match mark {
            0x2e => {
                let length = rest.codes().position(|code| code == 0x5b || code == 0x2e).unwrap_or(rest.len());
                (start + length, Accessor::Attribute(start..start + length))
            }
            0x5b => {
                let Some(length) = rest.codes().position(|code| code == 0x5d) else {
                    return Err(FormatError::value("Missing ']' in format string"));
                };
                let accessor = match index(rest.slice(0..length))? {
                    Some(index) => Accessor::Index(index),
                    None => Accessor::Key(start..start + length),
                };
                (start + length + 1, accessor)
            }
            _ => return Err(FormatError::value("Only '.' or '[' may follow ']' in format field specifier")),
        };
        if matches!(&accessor, Accessor::Attribute(name) | Accessor::Key(name) if name.is_empty()) {
            return Err(FormatError::value("Empty attribute in format string"));
        }
        self.position = end;
        Ok(Some(accessor))
    }
}

/// Numbers the fields that name no argument, and sees to it that a format does not mix both ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AutoNumber {
    manual: Option<bool>,
    next: usize,
}

impl AutoNumber {
    /// The positional argument that a field means; `None` if it means a keyword.
    pub fn resolve(&mut self, first: &First) -> Result<Option<usize>, FormatError> {
        let manual = match first {
            First::Name(_) => return Ok(None),
            First::Index(_) => true,
            First::Empty => false,
        };
        match (*self.manual.get_or_insert(manual), first) {
            (true, First::Index(index)) => Ok(Some(*index)),
            (true, _) => {
                Err(FormatError::value("cannot switch from manual field specification to automatic field numbering"))
            }
            (false, First::Empty) => {
                self.next += 1;
                Ok(Some(self.next - 1))
            }
            (false, _) => {
                Err(FormatError::value("cannot switch from automatic field numbering to manual field specification"))
            }
        }
    }
}

/// `Unknown conversion specifier z` (ValueError), for a conversion other than `r`, `s` and `a`.
pub fn unknown_conversion(code: u32) -> FormatError {
    FormatError::Value(match code {
        33..127 => format!("Unknown conversion specifier {}", code as u8 as char),
        _ => format!("Unknown conversion specifier \\x{code:x}"),
    })
}
