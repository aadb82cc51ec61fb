//! What is called by name, and `float(…)`.

use super::arithmetic::exact;
use crate::base::float_text::{self, FromHexError, RatioError};
use crate::base::text::{TextRef, to_ascii_digits};
use crate::heap::Object;
use crate::layout::float::as_f64;
use crate::layout::int::from_int;
use crate::layout::{BytesBody, FloatBody, Str, StrBody, Tuple};
use crate::methods;
use crate::object::{Args, Class, ClassId, GetSetDef, OrNone, Raised, Result, Runtime, SizeIndex, UnaryOp};
use crate::types::int::truncated;
use crate::types::str::{Text, text};
use crate::types::{arity, format};

methods! {
    pub(super) static METHODS = [
        /// Return self, the complex conjugate of any float.
        "conjugate"() => exact;
        /// Return the Integral closest to x between 0 and x.
        "__trunc__"() => |rt: &mut Runtime, this: &Object| truncated(rt, operand(this));
        /// Return the floor as an Integral.
        "__floor__"() => |rt: &mut Runtime, this: &Object| truncated(rt, operand(this).floor());
        /// Return the ceiling as an Integral.
        "__ceil__"() => |rt: &mut Runtime, this: &Object| truncated(rt, operand(this).ceil());
        /// Return the Integral closest to x, rounding half toward even.
        ///
        /// When an argument is passed, work like built-in round(x, ndigits).
        "__round__"(ndigits=None, /) => round;
        /// Return a pair of integers, whose ratio is exactly equal to the original float.
        ///
        /// The ratio is in lowest terms and has a positive denominator.  Raise
        /// OverflowError on infinities and a ValueError on NaNs.
        ///
        /// >>> (10.0).as_integer_ratio()
        /// (10, 1)
        /// >>> (0.0).as_integer_ratio()
        /// (0, 1)
        /// >>> (-.25).as_integer_ratio()
        /// (-1, 4)
        "as_integer_ratio"() => as_integer_ratio;
        /// Create a floating-point number from a hexadecimal string.
        ///
        /// >>> float.fromhex('0x1.ffffp10')
        /// 2047.984375
        /// >>> float.fromhex('-0x1p-1074')
        /// -5e-324
        @class "fromhex"(string, /) => fromhex;
        /// Return a hexadecimal representation of a floating-point number.
        ///
        /// >>> (-0.1).hex()
        /// '-0x1.999999999999ap-4'
        /// >>> 3.14159.hex()
        /// '0x1.921f9f01b866ep+1'
        "hex"() => |_: &mut Runtime, this: &Object| float_text::to_hex(operand(this));
        /// Return True if the float is an integer.
        "is_integer"() => |_: &mut Runtime, this: &Object| float_text::is_integer(operand(this));
        "__getnewargs__"() => getnewargs;
        /// You probably don't want to use this function.
        ///
        ///   typestr
        ///     Must be 'double' or 'float'.
        ///
        /// It exists mainly to be used in Python's test suite.
        ///
        /// This function returns whichever of 'unknown', 'IEEE, big-endian' or 'IEEE,
        /// little-endian' best describes the format of floating-point numbers used by the
        /// C type named by typestr.
        @class "__getformat__"(typestr, /) => getformat;
        /// Formats the float according to format_spec.
        "__format__"(format_spec, /) => format::float;
    ];
}

/// The parts that floats share with the other numbers.
pub(super) static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "real", doc: "the real part of a complex number", get: exact, set: None },
    GetSetDef {
        name: "imag",
        doc: "the imaginary part of a complex number",
        get: |rt, _| rt.new_float(0.0),
        set: None,
    },
];

fn operand(this: &Object) -> f64 {
    as_f64(this).unwrap_or(0.0)
}

fn round(rt: &mut Runtime, this: &Object, digits: OrNone<SizeIndex>) -> Result {
    let value = operand(this);
    let Some(SizeIndex(digits)) = digits.0 else {
        return truncated(rt, float_text::round_half_even(value));
    };
    match float_text::round_to_digits(value, digits as i64) {
        Ok(rounded) => rt.new_float(rounded),
        Err(_) => Err(rt.overflow_error("rounded value too large to represent")),
    }
}

fn as_integer_ratio(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    match float_text::as_integer_ratio(operand(this)) {
        Ok((numerator, denominator)) => {
            let pair = [from_int(&rt.heap, &numerator)?, from_int(&rt.heap, &denominator)?];
            Ok(Tuple::from_array(&rt.heap, pair)?)
        }
        Err(RatioError::NotANumber) => Err(rt.value_error("cannot convert NaN to integer ratio")),
        Err(RatioError::Infinity) => Err(rt.overflow_error("cannot convert Infinity to integer ratio")),
    }
}

fn fromhex(rt: &mut Runtime, class: &Class, string: &Object) -> Result {
    let Some(string) = string.cast::<StrBody>() else {
        return Err(rt.type_error("bad argument type for built-in operation"));
    };
    crate::types::codec::check_utf8(rt, string)?;
    let parsed = match string.as_ascii() {
        Some(text) => Some(float_text::from_hex(text.as_bytes(), &|| rt.interrupt_waits())?),
        None => None,
    };
    let value = match parsed {
        Some(Ok(value)) => rt.new_float(value)?,
        Some(Err(FromHexError::TooLarge)) => {
            return Err(rt.overflow_error("hexadecimal value too large to represent as a float"));
        }
        None | Some(Err(FromHexError::Invalid)) => {
            return Err(rt.value_error("invalid hexadecimal floating-point string"));
        }
    };
    if class.is(rt.class(ClassId::Float)) { Ok(value) } else { rt.call(class, &[value]) }
}

fn getnewargs(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    let value = exact(rt, this)?;
    Ok(Tuple::from_array(&rt.heap, [value])?)
}

fn getformat(rt: &mut Runtime, _: &Class, kind: &Str) -> Result<&'static str> {
    if !kind.equals_text("double") && !kind.equals_text("float") {
        return Err(rt.value_error("__getformat__() argument 1 must be 'double' or 'float'"));
    }
    Ok(if cfg!(target_endian = "little") { "IEEE, little-endian" } else { "IEEE, big-endian" })
}

/// `float(x=0, /)`.
pub(super) fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    if let ([value], None) = (args.values, args.names)
        && class.is(rt.class(ClassId::Float))
    {
        return from_object(rt, value);
    }
    let args = arity::without_foreign_keywords(rt, class, args);
    let values = arity::positional(rt, "float", args, 0, 1)?;
    let number = match values.first() {
        Some(value) => from_object(rt, value)?,
        None => rt.new_float(0.0)?,
    };
    if class.is(rt.class(ClassId::Float)) {
        return Ok(number);
    }
    Ok(rt.alloc_for(class, FloatBody { value: operand(&number) })?.into())
}

fn from_object(rt: &mut Runtime, value: &Object) -> Result {
    if value.value().is_float() || value.cast_exact::<FloatBody>().is_some() {
        return Ok(value.clone());
    }
    let unary = &rt.class_of(value).get(&rt.heap).slots.unary;
    let converts = [UnaryOp::Float, UnaryOp::Index].iter().any(|op| unary[*op as usize].is_some());
    if let Some(string) = value.cast::<StrBody>().filter(|_| !converts) {
        let digits = to_ascii_digits(string.text(), &|| rt.interrupt_waits())?;
        return match float_text::parse(&digits, &|| rt.interrupt_waits())? {
            Some(x) => rt.new_float(x),
            None => Err(invalid(rt, value)),
        };
    }
    let slots = &rt.class_of(value).get(&rt.heap).slots;
    if let Some(function) = slots.unary[UnaryOp::Float as usize] {
        let result = function(rt, value)?;
        return match as_f64(&result) {
            Some(_) => {
                if !result.value().is_float() && result.cast_exact::<FloatBody>().is_none() {
                    let (class, name) = (rt.type_name(value), rt.type_name(&result));
                    let complaint = format!("{class}.__float__ returned non-float (type {name})");
                    rt.warn_of_subclass(&complaint, "float")?;
                }
                exact(rt, &result)
            }
            None => {
                let (class, name) = (rt.type_name(value), rt.type_name(&result));
                Err(rt.type_error(format!("{class}.__float__ returned non-float (type {name})")))
            }
        };
    }
    if slots.unary[UnaryOp::Index as usize].is_some() {
        let x = rt.to_f64(value)?;
        return rt.new_float(x);
    }
    if let Some(bytes) = value.cast::<BytesBody>() {
        return match float_text::parse(bytes.as_slice(), &|| rt.interrupt_waits())? {
            Some(x) => rt.new_float(x),
            None => Err(invalid(rt, value)),
        };
    }
    let name = rt.type_name(value);
    Err(rt.type_error(format!("float() argument must be a string or a real number, not '{name}'")))
}

#[cold]
fn invalid(rt: &mut Runtime, value: &Object) -> Raised {
    let start = TextRef::Ascii(b"could not convert string to float: ");
    match rt.repr(value).and_then(|shown| text::concat(rt, &[start, shown.text()])) {
        Ok(message) => rt.raise_with(ClassId::ValueError, &[message.into()]),
        Err(raised) => raised,
    }
}
