//! Functions on numbers: `abs`, `round`, `pow`, `divmod`, `bin`, `oct`, `hex`.

use crate::base::bigint;
use crate::heap::Object;
use crate::layout::Str;
use crate::layout::int::as_int;
use crate::methods;
use crate::object::{BinaryOp, OrNone, Result, Runtime, UnaryOp};

methods! {
    pub static FUNCTIONS = [
        /// Return the absolute value of the argument.
        @function "abs"(x, /) => abs;
        /// Round a number to a given precision in decimal digits.
        ///
        /// The return value is an integer if ndigits is omitted or None.  Otherwise
        /// the return value has the same type as the number.  ndigits may be negative.
        @function "round"(number, ndigits=None) => round;
        /// Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.
        ///
        /// Some types, such as ints, are able to use a more efficient algorithm when
        /// invoked using the three argument form.
        @function "pow"(base, exp, mod=None) => pow;
        /// Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.
        @function "divmod"(x, y, /) => divmod;
        /// Return the binary representation of an integer.
        ///
        ///    >>> bin(2796202)
        ///    '0b1010101010101010101010'
        @function "bin"(number, /) => bin;
        /// Return the octal representation of an integer.
        ///
        ///    >>> oct(342391)
        ///    '0o1234567'
        @function "oct"(number, /) => oct;
        /// Return the hexadecimal representation of an integer.
        ///
        ///    >>> hex(12648430)
        ///    '0xc0ffee'
        @function "hex"(number, /) => hex;
    ];
}

fn abs(rt: &mut Runtime, x: &Object) -> Result {
    rt.unary(UnaryOp::Absolute, x)
}

fn round(rt: &mut Runtime, number: &Object, digits: OrNone<&Object>) -> Result {
    let name = rt.names.round.clone();
    let args: &[Object] = match digits.0 {
        Some(digits) => std::slice::from_ref(digits),
        None => &[],
    };
    match rt.call_special(number, &name, args)? {
        Some(result) => Ok(result),
        None => {
            let kind = rt.type_name(number);
            Err(rt.type_error(format!("type {kind} doesn't define __round__ method")))
        }
    }
}

fn pow(rt: &mut Runtime, base: &Object, exponent: &Object, modulus: Option<&Object>) -> Result {
    rt.power_modulo(base, exponent, modulus.unwrap_or(&Object::NONE))
}

fn divmod(rt: &mut Runtime, x: &Object, y: &Object) -> Result {
    rt.binary(BinaryOp::DivMod, x, y)
}

fn radix(rt: &mut Runtime, number: &Object, base: u32, prefix: &str) -> Result<Str> {
    if let Some(value) = number.value().as_int() {
        // From the end: digits, prefix, sign.
        let (mut text, mut at, mut rest) = ([0; 72], 72, value.unsigned_abs());
        let mut push = |byte: u8| {
            at -= 1;
            text[at] = byte;
        };
        loop {
            push(b"0123456789abcdef"[(rest & u64::from(base - 1)) as usize]);
            rest >>= base.trailing_zeros();
            if rest == 0 {
                break;
            }
        }
        prefix.bytes().rev().for_each(&mut push);
        if value < 0 {
            push(b'-');
        }
        return Ok(Str::from_latin1(&rt.heap, &text[at..])?);
    }
    let int = rt.index_object(number)?;
    let Some(value) = as_int(&int) else {
        return Err(rt.type_error("an integer is required"));
    };
    if let Some(text) = bigint::short_text(value, base, prefix, |text| Str::from_latin1(&rt.heap, text)) {
        return Ok(text?);
    }
    match bigint::to_prefixed(value, base, prefix, &|| rt.interrupt_waits()) {
        Ok(text) => rt.new_str(&text),
        Err(_) => Err(rt.interrupted()),
    }
}

fn bin(rt: &mut Runtime, number: &Object) -> Result<Str> {
    radix(rt, number, 2, "0b")
}

fn oct(rt: &mut Runtime, number: &Object) -> Result<Str> {
    radix(rt, number, 8, "0o")
}

fn hex(rt: &mut Runtime, number: &Object) -> Result<Str> {
    radix(rt, number, 16, "0x")
}
