//! What is called by name: bits, bytes, rounding, the parts that all numbers have.

use super::arithmetic::{exact, int_error};
use crate::base::bigint::{self, IntRef, ToBytesError};
use crate::heap::{Object, OutOfMemory};
use crate::layout::int::{as_int, from_int};
use crate::layout::{Bytes, BytesBody, Str, Tuple};
use crate::methods;
use crate::object::{Class, ClassId, GetSetDef, Index, Result, Runtime};
use crate::types::bytes;

methods! {
    pub(super) static METHODS = [
        /// Return the size of the object in memory, in bytes.
        "__sizeof__"() => crate::types::object::sizeof;
        /// Returns self, the complex conjugate of any int.
        "conjugate"() => exact;
        /// Number of bits necessary to represent self in binary.
        ///
        /// >>> bin(37)
        /// '0b100101'
        /// >>> (37).bit_length()
        /// 6
        "bit_length"() => bit_length;
        /// Number of ones in the binary representation of the absolute value of self.
        ///
        /// Also known as the population count.
        ///
        /// >>> bin(13)
        /// '0b1101'
        /// >>> (13).bit_count()
        /// 3
        "bit_count"() => bit_count;
        /// Return an array of bytes representing an integer.
        ///
        ///   length
        ///     Length of bytes object to use.  An OverflowError is raised if the
        ///     integer is not representable with the given number of bytes.  Default
        ///     is length 1.
        ///   byteorder
        ///     The byte order used to represent the integer.  If byteorder is 'big',
        ///     the most significant byte is at the beginning of the byte array.  If
        ///     byteorder is 'little', the most significant byte is at the end of the
        ///     byte array.  To request the native byte order of the host system, use
        ///     sys.byteorder as the byte order value.  Default is to use 'big'.
        ///   signed
        ///     Determines whether two's complement is used to represent the integer.
        ///     If signed is False and a negative integer is given, an OverflowError
        ///     is raised.
        "to_bytes"(length=1, byteorder="big", *, signed=False) => to_bytes;
        /// Return the integer represented by the given array of bytes.
        ///
        ///   bytes
        ///     Holds the array of bytes to convert.  The argument must either
        ///     support the buffer protocol or be an iterable object producing bytes.
        ///     Bytes and bytearray are examples of built-in objects that support the
        ///     buffer protocol.
        ///   byteorder
        ///     The byte order used to represent the integer.  If byteorder is 'big',
        ///     the most significant byte is at the beginning of the byte array.  If
        ///     byteorder is 'little', the most significant byte is at the end of the
        ///     byte array.  To request the native byte order of the host system, use
        ///     sys.byteorder as the byte order value.  Default is to use 'big'.
        ///   signed
        ///     Indicates whether two's complement is used to represent the integer.
        @class "from_bytes"(bytes, byteorder="big", *, signed=False) => from_bytes;
        /// Return a pair of integers, whose ratio is equal to the original int.
        ///
        /// The ratio is in lowest terms and has a positive denominator.
        ///
        /// >>> (10).as_integer_ratio()
        /// (10, 1)
        /// >>> (-10).as_integer_ratio()
        /// (-10, 1)
        /// >>> (0).as_integer_ratio()
        /// (0, 1)
        "as_integer_ratio"() => as_integer_ratio;
        /// Truncating an Integral returns itself.
        "__trunc__"() => exact;
        /// Flooring an Integral returns itself.
        "__floor__"() => exact;
        /// Ceiling of an Integral returns itself.
        "__ceil__"() => exact;
        /// Rounding an Integral returns itself.
        ///
        /// Rounding with an ndigits argument also returns an integer.
        "__round__"(ndigits=None, /) => round;
        "__getnewargs__"() => getnewargs;
        /// Convert to a string according to format_spec.
        "__format__"(format_spec, /) => format;
        /// Returns True. Exists for duck type compatibility with float.is_integer.
        "is_integer"() => is_integer;
    ];
}

/// The parts that ints share with the other numbers.
pub(super) static GETSET: &[GetSetDef] = &[
    GetSetDef { name: "real", doc: "the real part of a complex number", get: exact, set: None },
    GetSetDef {
        name: "imag",
        doc: "the imaginary part of a complex number",
        get: |_, _| Ok(Object::small(0)),
        set: None,
    },
    GetSetDef { name: "numerator", doc: "the numerator of a rational number in lowest terms", get: exact, set: None },
    GetSetDef {
        name: "denominator",
        doc: "the denominator of a rational number in lowest terms",
        get: |_, _| Ok(Object::small(1)),
        set: None,
    },
];

fn operand(this: &Object) -> IntRef<'_> {
    as_int(this).unwrap_or(IntRef::ZERO)
}

fn bit_length(_: &mut Runtime, this: &Object) -> u64 {
    bigint::bit_length(operand(this))
}

fn bit_count(rt: &mut Runtime, this: &Object) -> Result<u64> {
    Ok(bigint::bit_count(operand(this), &|| rt.interrupt_waits())?)
}

/// Whether `byteorder` says little-endian.
fn is_little(rt: &mut Runtime, byteorder: Option<&Str>) -> Result<bool> {
    match byteorder {
        None => Ok(false),
        Some(order) if order.equals_text("little") => Ok(true),
        Some(order) if order.equals_text("big") => Ok(false),
        Some(_) => Err(rt.value_error("byteorder must be either 'little' or 'big'")),
    }
}

/// No machine has memory for more.
const LONGEST: usize = 1 << 47;

fn to_bytes(
    rt: &mut Runtime,
    this: &Object,
    length: Option<Index>,
    byteorder: Option<&Str>,
    signed: Option<bool>,
) -> Result<Bytes> {
    let signed = signed.unwrap_or(false);
    let little = is_little(rt, byteorder)?;
    let Ok(length) = usize::try_from(length.map_or(1, |n| n.0)) else {
        return Err(rt.value_error("length argument must be non-negative"));
    };
    if length > isize::MAX as usize - 33 {
        return Err(rt.overflow_error("byte string is too large"));
    }
    if length > LONGEST {
        return Err(OutOfMemory.into());
    }
    if let (Some(number), 1..=8) = (this.value().as_int(), length) {
        let unused = 64 - 8 * length as u32;
        let fits = match signed {
            true => number << unused >> unused == number,
            false => number >= 0 && (number as u64) << unused >> unused == number as u64,
        };
        if fits {
            let (low, high) = (number.to_le_bytes(), number.to_be_bytes());
            return Ok(Bytes::new(&rt.heap, if little { &low[..length] } else { &high[8 - length..] })?);
        }
    }
    let value = operand(this);
    match bigint::check_bytes(value, length, signed) {
        Ok(()) => Ok(Bytes::build(&rt.heap, length, |target| {
            bigint::write_bytes(value, target, little, &|| rt.interrupt_waits()).map_err(OutOfMemory::from)
        })?),
        Err(ToBytesError::NegativeUnsigned) => Err(rt.overflow_error("can't convert negative int to unsigned")),
        Err(ToBytesError::TooBig) => Err(rt.overflow_error("int too big to convert")),
    }
}

fn from_bytes(
    rt: &mut Runtime,
    class: &Class,
    source: &Object,
    byteorder: Option<&Str>,
    signed: Option<bool>,
) -> Result {
    let little = is_little(rt, byteorder)?;
    if let Some(bytes) = source.cast_exact::<BytesBody>().map(|bytes| bytes.as_slice())
        && let 1..=8 = bytes.len()
        && class.is(rt.class(ClassId::Int))
    {
        let mut word = [0; 8];
        let number = match little {
            true => {
                word[..bytes.len()].copy_from_slice(bytes);
                u64::from_le_bytes(word)
            }
            false => {
                word[8 - bytes.len()..].copy_from_slice(bytes);
                u64::from_be_bytes(word)
            }
        };
        let unused = 64 - 8 * bytes.len() as u32;
        return rt.new_int(match signed {
            Some(true) => ((number << unused) as i64 >> unused).into(),
            _ => number.into(),
        });
    }
    let source = bytes::from_object(rt, source)?;
    let bytes = source.cast::<BytesBody>().map_or(&[][..], |bytes| bytes.as_slice());
    let value = bigint::from_bytes_watched(bytes, little, signed.unwrap_or(false), &|| rt.interrupt_waits())?;
    let value = from_int(&rt.heap, &value)?;
    if class.is(rt.class(ClassId::Int)) { Ok(value) } else { rt.call(class, &[value]) }
}

fn as_integer_ratio(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    let numerator = exact(rt, this)?;
    Ok(Tuple::from_array(&rt.heap, [numerator, Object::small(1)])?)
}

fn round(rt: &mut Runtime, this: &Object, digits: Option<&Object>) -> Result {
    let Some(digits) = digits else { return exact(rt, this) };
    let digits = rt.index_object(digits)?;
    match bigint::round_to_digits(operand(this), operand(&digits), &|| rt.interrupt_waits()) {
        Ok(value) => Ok(from_int(&rt.heap, &value)?),
        Err(error) => Err(int_error(rt, error)),
    }
}

fn getnewargs(rt: &mut Runtime, this: &Object) -> Result<Tuple> {
    let value = exact(rt, this)?;
    Ok(Tuple::from_array(&rt.heap, [value])?)
}

fn format(rt: &mut Runtime, this: &Object, spec: &Str) -> Result<Str> {
    crate::types::format::int(rt, this, spec)
}

fn is_integer(_: &mut Runtime, _: &Object) -> bool {
    true
}
