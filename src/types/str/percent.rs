//! `format % values`.

use super::percent_short::{self, short_by_spec};
use super::text::{self, Text};
use crate::base::bigint::IntRef;
use crate::base::format_spec::{self, Conversion, FormatError, PercentPiece, PercentPieces, UsualPiece};
use crate::base::text as algorithms;
use crate::base::text::{TextBuf, TextRef};
use crate::base::watch::LONG_STRETCH;
use crate::heap::Object;
use crate::layout::int::as_int;
use crate::layout::{Str, StrBody, StrBuilder, Units};
use crate::object::{Result, Runtime};
use crate::types::format::{format_error, longest};
use crate::types::int::{decimal, digit_limit};
use crate::types::percent::{Values, integer};

/// The slot of `%`: the format is the left operand.
pub fn remainder(rt: &mut Runtime, format: &Object, operand: &Object) -> Result {
    let Some(format) = format.cast::<StrBody>() else { return Ok(Object::NOT_IMPLEMENTED) };
    match percent_short::remainder(rt, format, operand) {
        Some(result) => result,
        None => general(rt, format, operand),
    }
}

#[inline(never)]
fn general(rt: &mut Runtime, format: &Str, operand: &Object) -> Result {
    let mut values = Values::new(rt, operand, operand.cast::<StrBody>().is_some());
    let mut pieces = PercentPieces::new(format.text(), values.is_mapping);
    let mut target = StrBuilder::with_capacity(&rt.heap, format.len() + 16)?;
    while !pieces.is_at_end() {
        rt.check_interrupts()?;
        if usual_piece(rt, &mut target, format, &mut pieces, &mut values)? {
            continue;
        }
        let Some(piece) = values.piece(rt, &mut pieces)? else { break };
        match piece {
            PercentPiece::Literal(range) => target.push_units(&rt.heap, format.units().slice(range))?,
            PercentPiece::Conversion(conversion) => {
                if let Some(key) = &conversion.key {
                    let key = text::new(rt, format.text().slice(key.clone()))?;
                    values.select(rt, &key)?;
                }
                let value = values.take(rt)?;
                convert(rt, &mut target, conversion, &value)?;
            }
        }
    }
    if values.is_left_over() {
        return Err(rt.type_error("not all arguments converted during string formatting"));
    }
    if !format.is_empty()
        && target.units().len() == format.len()
        && algorithms::find_watched(format.text(), TextRef::Ascii(b"%"), &|| rt.interrupt_waits())?.is_none()
    {
        // Nothing to fill in: the object itself, as in CPython.
        return Ok(format.as_object().clone());
    }
    Ok(target.finish(&rt.heap, &rt.strings)?.into())
}

/// Appends the next piece if it is a usual one and its value fits it. False, nothing having happened, leaves it to the
/// general way.
fn usual_piece(
    rt: &mut Runtime,
    target: &mut StrBuilder,
    format: &Str,
    pieces: &mut PercentPieces<'_>,
    values: &mut Values<'_>,
) -> Result<bool> {
    let position = pieces.position();
    let spec = match pieces.next_usual() {
        None => return Ok(false),
        Some(UsualPiece::Literal(range)) => {
            target.push_units(&rt.heap, format.units().slice(range))?;
            return Ok(true);
        }
        Some(UsualPiece::Conversion(spec)) => spec,
    };
    let Some(value) = values.peek() else {
        pieces.rewind(position);
        return Ok(false);
    };
    let is_bare = spec.width.is_none() && spec.precision.is_none();
    if is_bare {
        match (spec.code as u8, value.value().as_int(), value.cast_exact::<StrBody>()) {
            (b's', _, Some(string)) => {
                target.push_string(&rt.heap, string)?;
                values.skip();
                return Ok(true);
            }
            (b'd' | b's' | b'r', Some(n), _) => {
                target.push_decimal(&rt.heap, n)?;
                values.skip();
                return Ok(true);
            }
            (b's' | b'r', _, _) => {
                values.skip();
                let text = if spec.code as u8 == b's' { rt.str(value)? } else { rt.repr(value)? };
                target.push_string(&rt.heap, &text)?;
                return Ok(true);
            }
            _ => {}
        }
    }
    match short_by_spec(value, &spec) {
        Some(short) => {
            target.push_units(&rt.heap, Units::Ascii(short.as_bytes()))?;
            values.skip();
            Ok(true)
        }
        None => {
            pieces.rewind(position);
            Ok(false)
        }
    }
}

fn convert(rt: &mut Runtime, target: &mut StrBuilder, conversion: Conversion, value: &Object) -> Result<()> {
    if conversion.width > LONG_STRETCH && (conversion.left || !conversion.zero) {
        // Spaces on either side; a large number of them is made part by part.
        let (width, left) = (conversion.width, conversion.left);
        let mut text = StrBuilder::new();
        convert(rt, &mut text, Conversion { width: 0, ..conversion }, value)?;
        let text = text.finish(&rt.heap, &rt.strings)?;
        let spaces = width.saturating_sub(text.len());
        if !left {
            target.push_repeated(&rt.heap, u32::from(b' '), spaces)?;
        }
        target.push_string(&rt.heap, &text)?;
        if left {
            target.push_repeated(&rt.heap, u32::from(b' '), spaces)?;
        }
        return Ok(());
    }
    let is_bare = conversion.width == 0 && conversion.precision.is_none();
    let result = match u8::try_from(conversion.code).unwrap_or(0) {
        b's' | b'r' | b'a' => {
            let string = match conversion.code as u8 {
                b's' => rt.str(value)?,
                b'r' => rt.repr(value)?,
                _ => super::ascii(rt, value)?,
            };
            if is_bare {
                return Ok(target.push_string(&rt.heap, &string)?);
            }
            let kept = string.len().min(conversion.precision.unwrap_or(usize::MAX));
            if conversion.width <= kept {
                return Ok(target.push_units(&rt.heap, string.units().slice(0..kept))?);
            }
            format_spec::percent_text(string.text(), &conversion, &|| rt.interrupt_waits(), longest(rt))
        }
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
            let number = integer(rt, value, &conversion)?;
            let decimals = matches!(conversion.code as u8, b'd' | b'i' | b'u');
            if is_bare && decimals && !conversion.plus && !conversion.space {
                let text = decimal(rt, as_int(&number).unwrap_or(IntRef::ZERO))?;
                return Ok(target.push_string(&rt.heap, &text)?);
            }
            let limit = digit_limit(rt);
            let (value, longest) = (as_int(&number).unwrap_or(IntRef::ZERO), longest(rt));
            format_spec::percent_int(value, &conversion, limit, &|| rt.interrupt_waits(), longest)
        }
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => {
            let number = rt.to_f64(value)?;
            format_spec::percent_float(number, &conversion, &|| rt.interrupt_waits(), longest(rt))
        }
        b'c' => {
            let character = character(rt, value)?;
            let conversion = Conversion { precision: None, ..conversion };
            format_spec::percent_text(character.as_ref(), &conversion, &|| rt.interrupt_waits(), longest(rt))
        }
        _ => Err(format_spec::unsupported_character(&conversion)),
    };
    push(rt, target, result)
}

fn push(rt: &mut Runtime, target: &mut StrBuilder, result: std::result::Result<TextBuf, FormatError>) -> Result<()> {
    match result {
        Ok(formatted) => Ok(target.push_units(&rt.heap, text::units(formatted.as_ref()))?),
        Err(error) => Err(format_error(rt, error)),
    }
}

/// The character of `%c`.
fn character(rt: &mut Runtime, value: &Object) -> Result<TextBuf> {
    if let Some(string) = value.cast::<StrBody>() {
        return match string.len() {
            1 => Ok(TextBuf::from_code(string.char_at(0))),
            _ => Err(rt.type_error("%c requires int or char")),
        };
    }
    if !crate::types::repeat::is_index(rt, value) {
        return Err(rt.type_error("%c requires int or char"));
    }
    let number = rt.index_object(value)?;
    let code = as_int(&number).and_then(IntRef::to_i64).and_then(|code| u32::try_from(code).ok());
    match code.filter(|&code| code < 0x11_0000) {
        Some(code) => Ok(TextBuf::from_code(code)),
        None => Err(rt.overflow_error("%c arg not in range(0x110000)")),
    }
}
