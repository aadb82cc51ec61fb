//! `format % values` where the result is short ASCII text and the values are ints, floats and strings: put together on
//! the stack, so that nothing is allocated but the result.

use crate::base::bigint::{DECIMAL_I64, decimal_i64};
use crate::base::format_spec::{self, PercentPieces, Short, Spec, UsualPiece};
use crate::base::text::{TextRef, copy_short};
use crate::heap::Object;
use crate::layout::{DictBody, Str, StrBody, TupleBody, Units};
use crate::object::{Result, Runtime};

/// Results of at most so many characters are short.
const ROOM: usize = 160;

struct Line {
    bytes: [u8; ROOM],
    len: usize,
}

impl Line {
    /// Appends text if there is room.
    #[inline(always)]
    fn push(&mut self, text: &[u8]) -> Option<()> {
        let end = self.len.checked_add(text.len())?;
        copy_short(self.bytes.get_mut(self.len..end)?, text);
        self.len = end;
        Some(())
    }

    #[inline(always)]
    fn push_byte(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.len)? = byte;
        self.len += 1;
        Some(())
    }

    /// Appends the repr of text in which nothing is escaped.
    fn push_quoted(&mut self, text: &[u8]) -> Option<()> {
        if text.iter().any(|&byte| !(b' '..=b'~').contains(&byte) || byte == b'\'' || byte == b'\\') {
            return None;
        }
        self.push_byte(b'\'')?;
        self.push(text)?;
        self.push_byte(b'\'')
    }

    fn push_decimal(&mut self, n: i64) -> Option<()> {
        let mut digits = [0; DECIMAL_I64];
        self.push(decimal_i64(n, &mut digits))
    }
}

/// The result; `None`, nothing having happened, if the format, the values or the result are not of the kind said above.
pub fn remainder(rt: &mut Runtime, format: &Str, operand: &Object) -> Option<Result> {
    let text = format.as_ascii()?.as_bytes();
    let mut values = match operand.cast::<TupleBody>() {
        Some(tuple) => tuple.items(),
        None => std::slice::from_ref(operand),
    };
    let mut line = Line { bytes: [0; ROOM], len: 0 };
    let mut position = 0;
    let (mut converted, mut by_key) = (false, false);
    while let Some(&byte) = text.get(position) {
        position += 1;
        if byte != b'%' {
            line.push_byte(byte)?;
            continue;
        }
        let mut code = *text.get(position)?;
        if code == b'%' {
            line.push_byte(code)?;
            position += 1;
            continue;
        }
        converted = true;
        let keyed;
        let value = if code == b'(' && !values.is_empty() {
            let key = &text[position + 1..];
            let key = &key[..key.iter().position(|&byte| matches!(byte, b'(' | b')'))?];
            position += key.len() + 2;
            if text[position - 1] != b')' {
                return None;
            }
            code = *text.get(position)?;
            keyed = value_of_key(rt, operand, key)?;
            by_key = true;
            &keyed
        } else if by_key {
            return None;
        } else {
            let (value, rest) = values.split_first()?;
            values = rest;
            value
        };
        match (code, value.value().as_int()) {
            (b'd' | b's' | b'i' | b'r', Some(n)) => line.push_decimal(n)?,
            (b'r', None) => line.push_quoted(value.cast_exact::<StrBody>()?.as_ascii()?.as_bytes())?,
            (b's', None) => line.push(value.cast_exact::<StrBody>()?.as_ascii()?.as_bytes())?,
            _ if by_key => return None,
            _ => {
                position = by_spec(&mut line, text, position - 1, value)?;
                continue;
            }
        }
        position += 1;
    }
    // Values that are left over are an error, and a format without conversions may be its own result.
    if (!values.is_empty() && !by_key) || line.len < 2 || !converted {
        return None;
    }
    let result = Str::from_units(&rt.heap, Units::Ascii(&line.bytes[..line.len]));
    Some(result.map(Into::into).map_err(Into::into))
}

/// What a dict holds for a key that the format names.
fn value_of_key(rt: &mut Runtime, operand: &Object, key: &[u8]) -> Option<Object> {
    let mapping = operand.cast_exact::<DictBody>()?;
    let key = rt.strings.string(&rt.heap, Units::Ascii(key)).ok()?;
    mapping.get_str(&rt.heap, &key).cloned()
}

/// A conversion with flags, width or precision; where the format goes on.
fn by_spec(line: &mut Line, text: &[u8], start: usize, value: &Object) -> Option<usize> {
    let mut pieces = PercentPieces::new(TextRef::Ascii(text), false);
    pieces.rewind(start);
    let Some(UsualPiece::Conversion(spec)) = pieces.next_usual() else { return None };
    line.push(short_by_spec(value, &spec)?.as_bytes())?;
    Some(pieces.position())
}

/// The text of a small int, a float or an ASCII string under a conversion of its own kind, if it is short.
pub(super) fn short_by_spec(value: &Object, spec: &Spec) -> Option<Short> {
    match (u8::try_from(spec.code).ok()?, value.value().as_int(), value.value().as_float()) {
        (b'd' | b'o' | b'x' | b'X', Some(n), _) => format_spec::int_by_spec(n, spec),
        (b'e' | b'f', None, Some(x)) => format_spec::float_by_spec(x, spec),
        (b's', None, None) => format_spec::text_by_spec(value.cast_exact::<StrBody>()?.as_ascii()?.as_bytes(), spec),
        _ => None,
    }
}
