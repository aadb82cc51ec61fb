//! `int(…)`: from numbers through `__int__`, `__index__`, `__trunc__`, and from text.

use super::text::digit_limit;
use crate::base::bigint::{self, FromFloatError, Int, IntRef, ParseIntError};
use crate::base::text::{
    TextBuilder, TextRef, push_bytes_escaped, push_escaped, quote_watched, strip_spaces, to_ascii_digits,
};
use crate::base::watch::LONG_STRETCH;
use crate::heap::Object;
use crate::layout::int::{as_int, from_i64, from_int};
use crate::layout::{BytesBody, IntBody, Str, StrBody};
use crate::object::{Args, Class, ClassId, Result, Runtime, UnaryOp};
use crate::types::str::{Text, text};

/// `int(x=0, base=10)`.
pub fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    if let ([value], None) = (args.values, args.names)
        && class.is(rt.class(ClassId::Int))
    {
        return from_object(rt, value);
    }
    let (value, base) = arguments(rt, args)?;
    let number = match (value, base) {
        (None, None) => Object::small(0),
        (None, Some(_)) => return Err(rt.type_error("int() missing string argument")),
        (Some(value), None) => from_object(rt, value)?,
        (Some(value), Some(base)) => {
            let base = rt.to_size_index(base)?;
            if base != 0 && !(2..=36).contains(&base) {
                return Err(rt.value_error("int() base must be >= 2 and <= 36, or 0"));
            }
            from_text(rt, value, base as u32)?
        }
    };
    if class.is(rt.class(ClassId::Int)) {
        return Ok(number);
    }
    let body = IntBody::detached(&rt.heap, as_int(&number).unwrap_or(IntRef::ZERO))?;
    Ok(rt.alloc_for(class, body)?.into())
}

fn arguments<'a>(rt: &mut Runtime, args: Args<'a>) -> Result<(Option<&'a Object>, Option<&'a Object>)> {
    let values = args.positional();
    let total = args.values.len();
    if total > 2 {
        return Err(match args.keyword_count() {
            0 => rt.type_error(format!("int expected at most 2 arguments, got {total}")),
            _ => rt.type_error(format!("int() takes at most 2 arguments ({total} given)")),
        });
    }
    let mut base = values.get(1);
    for (name, value) in args.keywords() {
        if !name.equals_text("base") {
            let name = name.to_rust();
            let hint = crate::base::suggest::hint(&name, &["base"]);
            return Err(rt.type_error(format!("int() got an unexpected keyword argument '{name}'{hint}")));
        }
        if base.is_some() {
            return Err(rt.type_error("argument for int() given by name ('base') and position (2)"));
        }
        base = Some(value);
    }
    Ok((values.first(), base))
}

/// `int(x)`.
pub fn from_object(rt: &mut Runtime, value: &Object) -> Result {
    if value.value().is_int() || value.cast_exact::<IntBody>().is_some() {
        return Ok(value.clone());
    }
    if let Some(x) = value.value().as_float() {
        return truncated(rt, x);
    }
    if value.cast_exact::<StrBody>().is_some() {
        return from_text(rt, value, 10);
    }
    let slots = &rt.class_of(value).get(&rt.heap).slots;
    let (int, index) = (slots.unary[UnaryOp::Int as usize], slots.unary[UnaryOp::Index as usize]);
    if let Some(function) = int {
        let result = function(rt, value)?;
        if as_int(&result).is_some() && !result.value().is_int() && result.cast_exact::<IntBody>().is_none() {
            let name = rt.type_name(&result);
            rt.warn_of_subclass(&format!("__int__ returned non-int (type {name})"), "int")?;
        }
        return exact_or_error(rt, result, "__int__ returned non-int");
    }
    if index.is_some() {
        let result = rt.index_object(value)?;
        return exact_or_error(rt, result, "__index__ returned non-int");
    }
    let trunc = rt.names.trunc.clone();
    if let Some(result) = rt.call_special(value, &trunc, &[])? {
        let text = "The delegation of int() to __trunc__ is deprecated.";
        (rt.hooks.warn)(rt, ClassId::DeprecationWarning, text, 1)?;
        if as_int(&result).is_none() {
            let slots = &rt.class_of(&result).get(&rt.heap).slots;
            if slots.unary[UnaryOp::Index as usize].is_none() {
                let name = rt.type_name(&result);
                return Err(rt.type_error(format!("__trunc__ returned non-Integral (type {name})")));
            }
        }
        let result = rt.index_object(&result)?;
        return exact_or_error(rt, result, "__trunc__ returned non-Integral");
    }
    if value.cast::<StrBody>().is_some() || value.cast::<BytesBody>().is_some() {
        return from_text(rt, value, 10);
    }
    let name = rt.type_name(value);
    Err(rt.type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{name}'")))
}

/// The result of a conversion method as an exact int.
fn exact_or_error(rt: &mut Runtime, result: Object, complaint: &str) -> Result {
    match as_int(&result) {
        Some(_) => super::arithmetic::exact(rt, &result),
        None => {
            let name = rt.type_name(&result);
            Err(rt.type_error(format!("{complaint} (type {name})")))
        }
    }
}

/// The whole part of a float.
pub fn truncated(rt: &mut Runtime, value: f64) -> Result {
    match bigint::from_f64(value) {
        Ok(int) => Ok(from_int(&rt.heap, &int)?),
        Err(FromFloatError::NotANumber) => Err(rt.value_error("cannot convert float NaN to integer")),
        Err(FromFloatError::Infinity) => Err(rt.overflow_error("cannot convert float infinity to integer")),
    }
}

fn from_text(rt: &mut Runtime, value: &Object, base: u32) -> Result {
    if let Some(string) = value.cast::<StrBody>() {
        if let Some(n) = string.as_ascii().and_then(|text| plain_number(text.as_bytes(), base)) {
            return Ok(from_i64(&rt.heap, n)?);
        }
        let mut text = string.text();
        if text.len() > LONG_STRETCH {
            text = text.slice(strip_spaces(text, true, true, &|| rt.interrupt_waits())?);
        }
        let digits = to_ascii_digits(text, &|| rt.interrupt_waits())?;
        return match parse(rt, &digits, base)? {
            Some(int) => Ok(from_int(&rt.heap, &int)?),
            None => Err(invalid(rt, string.text(), base)?),
        };
    }
    if let Some(bytes) = value.cast::<BytesBody>() {
        return match parse(rt, bytes.as_slice(), base)? {
            Some(int) => Ok(from_int(&rt.heap, &int)?),
            None => {
                let quote = quote_watched(bytes.as_slice().into(), &|| rt.interrupt_waits())?;
                let mut shown = format!("b{}", char::from(quote));
                push_bytes_escaped(&mut shown, &bytes.as_slice()[..bytes.as_slice().len().min(SHOWN)], quote);
                shown.push(char::from(quote));
                shown.truncate(SHOWN);
                Err(rt.value_error(format!("invalid literal for int() with base {base}: {shown}")))
            }
        };
    }
    Err(rt.type_error("int() can't convert non-string with explicit base"))
}

/// `int` of an exact string of a few ASCII digits, with or without a sign; `None` of others.
#[inline]
pub fn of_plain_digits(text: &Str) -> Option<Object> {
    Object::int(plain_number(text.as_ascii()?.as_bytes(), 10)?)
}

/// The number that a few ASCII digits stand for, which is always a small int.
#[inline]
fn plain_digits(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    text.iter().try_fold(0, |value, byte| match byte {
        b'0'..=b'9' => Some(value * 10 + i64::from(byte - b'0')),
        _ => None,
    })
}

/// The number that a few digits of a base stand for, with or without a sign.
#[inline]
fn plain_number(text: &[u8], base: u32) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    let magnitude = match base {
        10 => plain_digits(digits)?,
        // So few make a small int in every base.
        2..=36 if matches!(digits.len(), 1..=11) => digits.iter().try_fold(0, |value, &byte| {
            let digit = bigint::digit_value(byte);
            (u32::from(digit) < base).then(|| value * i64::from(base) + i64::from(digit))
        })?,
        _ => return None,
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// The number that ASCII digits stand for; `None` if they stand for none.
fn parse(rt: &mut Runtime, digits: &[u8], base: u32) -> Result<Option<Int>> {
    // The setting matters only for what could exceed it at its lowest.
    let limit = if digits.len() > 600 { digit_limit(rt) } else { 0 };
    match bigint::parse(digits, base, limit, &|| rt.interrupt_waits()) {
        Ok(int) => Ok(Some(int)),
        Err(ParseIntError::Invalid) => Ok(None),
        Err(ParseIntError::Interrupted) => Err(rt.interrupted()),
        Err(ParseIntError::TooManyDigits(count)) => Err(rt.value_error(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; use \
             sys.set_int_max_str_digits() to increase the limit"
        ))),
    }
}

/// `int(string, base)` for other natives.
pub fn parse_text(rt: &mut Runtime, string: &Str, base: u32) -> Result {
    from_text(rt, string, base)
}

/// So much of the `repr` of a wrong text is shown.
const SHOWN: usize = 200;

/// What is raised for a wrong text.
#[cold]
fn invalid(rt: &mut Runtime, string: TextRef<'_>, base: u32) -> Result<crate::object::Raised> {
    let quote = quote_watched(string, &|| rt.interrupt_waits())?.into();
    let mut shown = TextBuilder::with_capacity(SHOWN + 2);
    shown.push(quote);
    push_escaped(&mut shown, string.slice(0..SHOWN), quote, false);
    shown.push(quote);
    let start = format!("invalid literal for int() with base {base}: ");
    let message = text::concat(rt, &[TextRef::Ascii(start.as_bytes()), shown.as_ref().slice(0..SHOWN)])?;
    Ok(rt.raise_with(ClassId::ValueError, &[message.into()]))
}
