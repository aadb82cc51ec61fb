//! `format % values`.

use super::data::data;
use crate::base::bigint::IntRef;
use crate::base::format_spec::{self, Conversion, FormatError, PercentPiece, PercentPieces};
use crate::base::text::{TextBuf, TextRef};
use crate::base::watch::LONG_STRETCH;
use crate::heap::Object;
use crate::layout::int::as_int;
use crate::layout::{Bytes, BytesBody, StrBody};
use crate::object::{Result, Runtime};
use crate::types::format::{format_error, longest};
use crate::types::int::digit_limit;
use crate::types::percent::{Values, integer};
use crate::types::repeat::is_index;
use crate::types::str::{Text, ascii};

/// The slot of `%`: the format is the left operand.
pub fn remainder(rt: &mut Runtime, format: &Object, operand: &Object) -> Result {
    let Some(format) = format.cast::<BytesBody>() else { return Ok(Object::NOT_IMPLEMENTED) };
    let format = format.as_slice();
    let is_text = operand.cast::<BytesBody>().is_some() || operand.cast::<StrBody>().is_some();
    let mut values = Values::new(rt, operand, is_text);
    let mut pieces = PercentPieces::of_bytes(format, values.is_mapping);
    let mut target = Target { parts: Vec::new(), tail: Vec::with_capacity(format.len() + 16) };
    while let Some(piece) = values.piece(rt, &mut pieces)? {
        rt.check_interrupts()?;
        match piece {
            PercentPiece::Literal(range) => rt.heap.append(&mut target.tail, &format[range])?,
            PercentPiece::Conversion(conversion) => {
                if let Some(key) = &conversion.key {
                    let key = rt.bytes.copy(&rt.heap, &format[key.clone()])?;
                    values.select(rt, &key)?;
                }
                let value = values.take(rt)?;
                convert(rt, &mut target, conversion, &value)?;
            }
        }
    }
    if values.is_left_over() {
        return Err(rt.type_error("not all arguments converted during bytes formatting"));
    }
    Ok(target.whole(rt)?.into())
}

/// What was formatted so far.
struct Target {
    /// Bytes, and the long value behind them, which is copied at the end only.
    parts: Vec<(Vec<u8>, Object)>,
    /// Bytes behind these.
    tail: Vec<u8>,
}

impl Target {
    fn whole(&self, rt: &mut Runtime) -> Result<Bytes> {
        let mut slices = Vec::with_capacity(2 * self.parts.len() + 1);
        for (bytes, value) in &self.parts {
            slices.extend([bytes, data(rt, value)?]);
        }
        slices.push(&self.tail);
        Ok(rt.bytes.share(Bytes::concat(&rt.heap, &slices)?))
    }
}

fn convert(rt: &mut Runtime, target: &mut Target, mut conversion: Conversion, value: &Object) -> Result<()> {
    if conversion.code == b'i'.into() {
        // Error texts name it so too.
        conversion.code = b'd'.into();
    }
    let result = match u8::try_from(conversion.code).unwrap_or(0) {
        b's' | b'b' => {
            let bytes = content(rt, value)?;
            let content = data(rt, &bytes)?;
            let kept = content.len().min(conversion.precision.unwrap_or(usize::MAX));
            if conversion.width <= kept {
                if kept > LONG_STRETCH {
                    let part =
                        if kept == content.len() { bytes } else { rt.bytes.copy(&rt.heap, &content[..kept])?.into() };
                    target.parts.push((std::mem::take(&mut target.tail), part));
                    return Ok(());
                }
                return Ok(rt.heap.append(&mut target.tail, &content[..kept])?);
            }
            format_spec::percent_text(
                TextRef::Latin1(data(rt, &bytes)?),
                &conversion,
                &|| rt.interrupt_waits(),
                longest(rt),
            )
        }
        b'r' | b'a' => {
            let shown = ascii(rt, value)?;
            format_spec::percent_text(shown.text(), &conversion, &|| rt.interrupt_waits(), longest(rt))
        }
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
            let number = integer(rt, value, &conversion)?;
            let limit = digit_limit(rt);
            let (value, longest) = (as_int(&number).unwrap_or(IntRef::ZERO), longest(rt));
            format_spec::percent_int(value, &conversion, limit, &|| rt.interrupt_waits(), longest)
        }
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => match rt.to_f64(value) {
            Ok(number) => format_spec::percent_float(number, &conversion, &|| rt.interrupt_waits(), longest(rt)),
            Err(_) => {
                let got = rt.type_name(value);
                return Err(rt.type_error(format!("float argument required, not {got}")));
            }
        },
        b'c' => {
            let character = [byte(rt, value)?];
            let conversion = Conversion { precision: None, ..conversion };
            format_spec::percent_text(TextRef::Latin1(&character), &conversion, &|| rt.interrupt_waits(), longest(rt))
        }
        _ => Err(format_spec::unsupported_character(&conversion)),
    };
    push(rt, &mut target.tail, result)
}

fn push(rt: &mut Runtime, target: &mut Vec<u8>, result: std::result::Result<TextBuf, FormatError>) -> Result<()> {
    match result {
        Ok(TextBuf::Ascii(bytes) | TextBuf::Latin1(bytes)) => Ok(rt.heap.append(target, &bytes)?),
        Ok(_) => Err(rt.value_error("bytes formatting gave wide characters")),
        Err(error) => Err(format_error(rt, error)),
    }
}

/// The bytes of `%s`.
fn content(rt: &mut Runtime, value: &Object) -> Result {
    if value.cast::<BytesBody>().is_some() {
        return Ok(value.clone());
    }
    let name = rt.names.bytes.clone();
    let got = match rt.call_special(value, &name, &[])? {
        Some(result) if result.cast::<BytesBody>().is_some() => return Ok(result),
        Some(result) => {
            let got = rt.type_name(&result);
            return Err(rt.type_error(format!("__bytes__ returned non-bytes (type {got})")));
        }
        None => rt.type_name(value),
    };
    Err(rt.type_error(format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{got}'")))
}

/// The byte of `%c`.
fn byte(rt: &mut Runtime, value: &Object) -> Result<u8> {
    if let Some([byte]) = value.cast::<BytesBody>().map(|bytes| bytes.as_slice()) {
        return Ok(*byte);
    }
    if !is_index(rt, value) {
        return Err(rt.type_error("%c requires an integer in range(256) or a single byte"));
    }
    let number = rt.index_object(value)?;
    let number = as_int(&number).and_then(IntRef::to_i64);
    match number.and_then(|number| u8::try_from(number).ok()) {
        Some(byte) => Ok(byte),
        None => Err(rt.overflow_error("%c arg not in range(256)")),
    }
}
