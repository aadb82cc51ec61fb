//! The values a literal can have.

/// What stands in `ast.Constant.value`.
///
/// A Python string is a sequence of code points that may hold lone surrogates
/// (`"\ud800"`), which a Rust `str` cannot. The ordinary case is [`Constant::Str`]; a literal
/// with at least one lone surrogate, and only such a literal, is [`Constant::SurrogateStr`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Constant<'a> {
    None,
    True,
    False,
    Ellipsis,
    /// An int that fits in 64 bits with sign; literals are never negative.
    Int(i64),
    /// An int above `i64::MAX`: its digits in `radix` (2, 8, 10 or 16), without prefix,
    /// underscores or leading zeros. Decimal digits are at most 4300, CPython's limit.
    BigInt {
        digits: &'a str,
        radix: u8,
    },
    Float(f64),
    /// A float, or a complex literal's imaginary part, of very many characters, which takes long to read: its text
    /// without underscores and `j`.
    LongFloat {
        text: &'a str,
        imaginary: bool,
    },
    /// The imaginary part of a complex literal such as `2j`.
    Imaginary(f64),
    /// A string without lone surrogates.
    Str(&'a str),
    /// A string with lone surrogates, in WTF-8: UTF-8 in which each surrogate that is not part
    /// of a pair takes three bytes (`ED A0..BF 80..BF`). A high and a low surrogate written as
    /// two escapes stay two code points, as in CPython, and are two such sequences.
    SurrogateStr(&'a [u8]),
    Bytes(&'a [u8]),
}

impl Constant<'_> {
    /// The constant of a float literal, or of an imaginary one without its `j`; neither has underscores.
    pub fn read_float(text: &str, imaginary: bool) -> Self {
        // Rust reads what CPython's float syntax allows and rounds as correctly.
        let value = text.parse::<f64>().unwrap_or(f64::NAN);
        if imaginary { Constant::Imaginary(value) } else { Constant::Float(value) }
    }
}
