//! printf-style formatting: `'%-8.3f' % x`.

use std::ops::Range;

use super::number::{push_long, push_many};
use super::spec::{Align, Spec, SpecKind, small_number};
use super::{FormatError, digit_limit_message};
use crate::base::bigint::{self, IntRef};
use crate::base::float_text::{FloatCode, FloatStyle, format_watched};
use crate::base::text::{TextBuf, TextBuilder, TextRef, find};
use crate::base::watch::{LONG_STRETCH, Stopped, Watch};

/// A conversion specifier: `%[(key)][flags][width][.precision][length]code`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    /// The mapping key, as a range of the format.
    pub key: Option<Range<usize>>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// Least width.
    pub width: usize,
    /// Digits, or characters of text.
    pub precision: Option<usize>,
    /// The conversion type, not yet judged.
    pub code: u32,
    /// Where `code` stands in the format.
    pub index: usize,
}

/// A part of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PercentPiece {
    /// Text to copy, as a range of the format.
    Literal(Range<usize>),
    /// A value to convert.
    Conversion(Conversion),
}

/// A part of a format that needs no more than a format spec says.
pub enum UsualPiece {
    /// Text to copy, as a range of the format.
    Literal(Range<usize>),
    /// A conversion of the type that the spec names: `d`, `x`, `X`, `f`, `s` or `r`.
    Conversion(Spec),
}

/// Reads a format from left to right; for bytes as Latin-1 text.
pub struct PercentPieces<'a> {
    format: TextRef<'a>,
    position: usize,
    is_mapping: bool,
    too_precise: &'static str,
}

const PERCENT: u32 = b'%' as u32;

impl<'a> PercentPieces<'a> {
    /// `is_mapping` says whether the right operand can be asked for keys.
    pub fn new(format: TextRef<'a>, is_mapping: bool) -> Self {
        PercentPieces { format, position: 0, is_mapping, too_precise: "precision too big" }
    }

    /// The pieces of a bytes format, whose error texts differ.
    pub fn of_bytes(format: &'a [u8], is_mapping: bool) -> Self {
        PercentPieces { too_precise: "prec too big", ..Self::new(TextRef::Latin1(format), is_mapping) }
    }

    fn peek(&self) -> Option<u32> {
        self.format.get(self.position)
    }

    /// The next piece if it is a usual one: ASCII text, or a conversion with nothing but the flags `-` and `0` and
    /// small numbers. `None`, having read nothing, leaves it to [`PercentPieces::next`].
    #[inline]
    pub fn next_usual(&mut self) -> Option<UsualPiece> {
        let TextRef::Ascii(format) = self.format else { return None };
        let start = self.position;
        let rest = &format[start..];
        let [b'%', after @ ..] = rest else {
            let rest = &rest[..rest.len().min(LONG_STRETCH)];
            let length = rest.iter().position(|&byte| byte == b'%').unwrap_or(rest.len());
            if length == 0 {
                return None;
            }
            self.position = start + length;
            return Some(UsualPiece::Literal(start..self.position));
        };
        let mut spec = Spec::default_for(SpecKind::Int);
        let mut after = after;
        let mut left = false;
        while let [flag @ (b'-' | b'0'), others @ ..] = after {
            match flag {
                b'-' => left = true,
                _ => spec.fill = b'0'.into(),
            }
            after = others;
        }
        (spec.width, after) = small_number(after)?;
        if let [b'.', others @ ..] = after {
            (spec.precision, after) = small_number(others)?;
            spec.precision?;
        }
        let [code, ..] = after else { return None };
        (spec.align, spec.code) = match code {
            b'd' | b'i' | b'o' | b'x' | b'X' if spec.precision.is_none() => {
                (Align::AfterSign, if *code == b'i' { b'd' } else { *code }.into())
            }
            b'e' | b'f' => (Align::AfterSign, (*code).into()),
            b's' | b'r' => {
                // Text is never filled up with zeros.
                spec.fill = b' '.into();
                (Align::Right, (*code).into())
            }
            _ => return None,
        };
        if left {
            (spec.align, spec.fill) = (Align::Left, b' '.into());
        } else if spec.fill == u32::from(b' ') {
            spec.align = Align::Right;
        }
        self.position = format.len() - after.len() + 1;
        Some(UsualPiece::Conversion(spec))
    }

    /// Goes back to before a conversion that turned out not to be usual.
    pub fn rewind(&mut self, position: usize) {
        self.position = position;
    }

    /// Whether all is read.
    pub fn is_at_end(&self) -> bool {
        self.position >= self.format.len()
    }

    /// Where the next piece begins.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The next piece, `None` at the end; very long text comes in several. `star` is asked for the next argument where a `*` stands
    /// for width or precision (`* wants int`, TypeError, if that is none).
    pub fn next<E: From<FormatError>>(
        &mut self,
        mut star: impl FnMut(bool) -> Result<i64, E>,
    ) -> Result<Option<PercentPiece>, E> {
        let start = self.position;
        let rest = self.format.slice(start..self.format.len().min(start.saturating_add(LONG_STRETCH)));
        if rest.is_empty() {
            return Ok(None);
        }
        match find(rest, TextRef::Ascii(b"%")) {
            None => {
                self.position += rest.len();
                Ok(Some(PercentPiece::Literal(start..self.position)))
            }
            Some(0) if self.format.get(start + 1) == Some(PERCENT) => {
                self.position += 2;
                Ok(Some(PercentPiece::Literal(start + 1..start + 2)))
            }
            Some(0) => {
                self.position += 1;
                self.conversion(&mut star).map(|conversion| Some(PercentPiece::Conversion(conversion)))
            }
            Some(length) => {
                self.position += length;
                Ok(Some(PercentPiece::Literal(start..self.position)))
            }
        }
    }

    fn conversion<E: From<FormatError>>(
        &mut self,
        star: &mut dyn FnMut(bool) -> Result<i64, E>,
    ) -> Result<Conversion, E> {
        let mut conversion = Conversion::default();
        if self.peek() == Some(b'('.into()) {
            conversion.key = Some(self.key()?);
        }
        loop {
            let flag = match self.peek().and_then(|code| u8::try_from(code).ok()) {
                Some(b'-') => &mut conversion.left,
                Some(b'+') => &mut conversion.plus,
                Some(b' ') => &mut conversion.space,
                Some(b'#') => &mut conversion.alternate,
                Some(b'0') => &mut conversion.zero,
                _ => break,
            };
            *flag = true;
            self.position += 1;
        }
        if self.peek() == Some(b'*'.into()) {
            self.position += 1;
            let width = star(false)?;
            conversion.left |= width < 0;
            conversion.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        } else {
            conversion.width = self.digits(isize::MAX as usize, "width too big")?.unwrap_or(0);
        }
        if self.peek() == Some(b'.'.into()) {
            self.position += 1;
            conversion.precision = Some(if self.peek() == Some(b'*'.into()) {
                self.position += 1;
                let precision = star(true)?;
                if i32::try_from(precision).is_err() {
                    return Err(FormatError::Overflow("Python int too large to convert to C int".to_owned()).into());
                }
                usize::try_from(precision).unwrap_or(0)
            } else {
                self.digits(i32::MAX as usize, self.too_precise)?.unwrap_or(0)
            });
        }
        // A length modifier of C is read and means nothing.
        if matches!(self.peek(), Some(0x68 | 0x6c | 0x4c)) {
            self.position += 1;
        }
        conversion.index = self.position;
        conversion.code = self.peek().ok_or_else(|| FormatError::value("incomplete format"))?;
        self.position += 1;
        Ok(conversion)
    }

    /// The key between balanced parentheses.
    fn key(&mut self) -> Result<Range<usize>, FormatError> {
        if !self.is_mapping {
            return Err(FormatError::Type("format requires a mapping".to_string()));
        }
        let start = self.position + 1;
        let mut depth = 0usize;
        for (offset, code) in self.format.slice(self.position..self.format.len()).codes().enumerate() {
            match code {
                0x28 => depth += 1,
                0x29 if depth == 1 => {
                    let end = self.position + offset;
                    self.position = end + 1;
                    return Ok(start..end);
                }
                0x29 => depth -= 1,
                _ => {}
            }
        }
        Err(FormatError::value("incomplete format key"))
    }

    fn digits(&mut self, most: usize, too_big: &str) -> Result<Option<usize>, FormatError> {
        let mut value = None;
        while let Some(digit @ 0x30..0x3a) = self.peek() {
            let next =
                value.unwrap_or(0usize).checked_mul(10).and_then(|value| value.checked_add((digit - 0x30) as usize));
            value = Some(next.filter(|&value| value <= most).ok_or_else(|| FormatError::value(too_big))?);
            self.position += 1;
        }
        Ok(value)
    }
}

/// `unsupported format character 'c' (0x63) at index 1` (ValueError).
pub fn unsupported_character(conversion: &Conversion) -> FormatError {
    let (code, index) = (conversion.code, conversion.index);
    let shown = if (31..127).contains(&code) { code as u8 as char } else { '?' };
    FormatError::Value(format!("unsupported format character '{shown}' (0x{code:x}) at index {index}"))
}

/// `%s`, `%r`, `%a`: the text cut to the precision and padded. For `%c` clear the precision first.
pub fn percent_text(
    text: TextRef<'_>,
    conversion: &Conversion,
    stop: Watch<'_>,
    longest: usize,
) -> Result<TextBuf, FormatError> {
    let text = text.slice(0..conversion.precision.unwrap_or(usize::MAX));
    put(None, "", 0, text, conversion, stop, longest)
}

/// `%d`, `%i`, `%u`, `%o`, `%x`, `%X` of an int.
pub fn percent_int(
    value: IntRef<'_>,
    conversion: &Conversion,
    digit_limit: usize,
    stop: bigint::Stop<'_>,
    longest: usize,
) -> Result<TextBuf, FormatError> {
    let (radix, prefix) = match conversion.code as u8 {
        b'o' => (8, "0o"),
        b'x' => (16, "0x"),
        b'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut text = match radix {
        10 => bigint::to_decimal(value, digit_limit, stop)
            .map_err(|_| FormatError::Interrupted)?
            .ok_or_else(|| FormatError::Value(digit_limit_message(digit_limit)))?,
        _ => bigint::to_radix(value, radix, prefix == "0X", stop).map_err(|_| FormatError::Interrupted)?,
    };
    let negative = text.starts_with('-');
    if negative {
        text.remove(0);
    }
    let zeros = conversion.precision.unwrap_or(0).saturating_sub(text.len());
    let prefix = if conversion.alternate { prefix } else { "" };
    put(sign(negative, conversion), prefix, zeros, TextRef::Ascii(text.as_bytes()), conversion, stop, longest)
}

/// `%e`, `%f`, `%g` and their capitals.
pub fn percent_float(
    value: f64,
    conversion: &Conversion,
    stop: Watch<'_>,
    longest: usize,
) -> Result<TextBuf, FormatError> {
    let code = conversion.code as u8;
    let precision = conversion.precision.unwrap_or(6);
    if precision > longest {
        return Err(FormatError::Memory);
    }
    let style = FloatStyle {
        code: match code.to_ascii_lowercase() {
            b'e' => FloatCode::Exponent,
            b'f' => FloatCode::Fixed,
            _ => FloatCode::General,
        },
        precision,
        alternate: conversion.alternate,
        add_dot_zero: false,
        upper_case: code.is_ascii_uppercase(),
    };
    let text = format_watched(value, style, stop).map_err(|Stopped| FormatError::Interrupted)?;
    let negative = value.is_sign_negative() && !value.is_nan();
    put(sign(negative, conversion), "", 0, TextRef::Ascii(text.as_bytes()), conversion, stop, longest)
}

fn sign(negative: bool, conversion: &Conversion) -> Option<u8> {
    match conversion {
        _ if negative => Some(b'-'),
        Conversion { plus: true, .. } => Some(b'+'),
        Conversion { space: true, .. } => Some(b' '),
        _ => None,
    }
}

/// Pads: zeros stand between sign or prefix and digits (of numbers only), spaces outside.
fn put(
    sign: Option<u8>,
    prefix: &str,
    zeros: usize,
    body: TextRef<'_>,
    conversion: &Conversion,
    stop: Watch<'_>,
    longest: usize,
) -> Result<TextBuf, FormatError> {
    let length = (usize::from(sign.is_some()) + prefix.len() + body.len()).saturating_add(zeros);
    if conversion.width.max(length) > longest {
        return Err(FormatError::Memory);
    }
    let padding = conversion.width.saturating_sub(length);
    let is_number = matches!(
        conversion.code as u8,
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G'
    );
    let (spaces, zeros, after) = match conversion {
        Conversion { left: true, .. } => (0, zeros, padding),
        Conversion { zero: true, .. } if is_number => (0, zeros + padding, 0),
        _ => (padding, zeros, 0),
    };
    let mut text = TextBuilder::with_capacity(length + padding);
    push_many(&mut text, ' '.into(), spaces, stop)?;
    if let Some(sign) = sign {
        text.push(sign.into());
    }
    text.push_str(prefix);
    push_many(&mut text, '0'.into(), zeros, stop)?;
    push_long(&mut text, body, stop)?;
    push_many(&mut text, ' '.into(), after, stop)?;
    Ok(text.finish())
}
