//! Python's `int` of any size, as pure arithmetic.
//!
//! Promises: every function is total (no panic, results bounded by [`MAX_BITS`]), and returns what
//! CPython's `int` does. Operands are borrowed as [`IntRef`]: a machine word, or a sign with
//! little-endian 64-bit words. Results are an owned [`Int`] that is always canonical: a value that
//! fits 62 signed bits comes back as [`IntRef::Small`], any other one as trimmed words.
//!
//! Knows nothing of objects or the heap. `dashu-int` does the work on large operands and is not
//! visible outside. Long computations can be priced beforehand with [`work`], so that a caller can
//! refuse them, or look at its limits first.
//!
//! Sums and short products can be written straight to where they shall lie ([`Draft`]).
//!
//! Start reading in `value.rs`; `magnitude.rs` holds the word loops that all others share.

mod arithmetic;
mod bits;
mod bytes;
mod combinatorics;
mod divide;
mod draft;
mod float;
mod hash;
mod magnitude;
mod parse;
mod power;
mod roots;
mod short_divide;
mod text;
mod true_divide;
mod value;
pub mod watched;
pub mod work;

use crate::base::watch::Stopped;

pub use arithmetic::{absolute, add, multiply, negate, subtract};
pub use bits::{
    Logic, and, bit_count, bit_length, bit_length_i64, invert, or, shift_left, shift_left_watched, shift_right,
    shift_right_watched, trailing_zeros, xor,
};
pub use bytes::{ToBytesError, check_bytes, from_bytes, from_bytes_watched, to_bytes, write_bytes};
pub use combinatorics::{combinations, factorial, permutations, small_combinations};
pub use divide::{divide_nearest, divmod, floor_divide, remainder, round_to_digits};
pub use draft::{Draft, Scratch, logic, shift, short_product, sum};
pub(crate) use float::decompose;
pub use float::{FromFloatError, compare_f64, from_f64, to_f64};
pub use hash::{HASH_BITS, HASH_MODULUS, hash, hash_i64, hash_watched};
pub use magnitude::{compare as compare_magnitudes, sum_length};
pub use parse::{ParseIntError, digit_value, parse};
pub use power::{power, power_modulo};
pub use roots::{gcd, gcd_u64, integer_sqrt, lcm};
pub use short_divide::{Quotient, short_divmod};
pub use text::{
    DECIMAL_I64, decimal_digits_exceed, decimal_i64, decimal_start, decimal_u64, short_text, to_decimal, to_prefixed,
    to_radix,
};
pub use true_divide::true_divide;
pub use value::{Int, IntRef, SMALL_MAX, SMALL_MIN};
pub use watched::Stop;

/// For work that is bounded otherwise: never stops.
pub const UNWATCHED: Stop<'static> = &|| false;

/// The largest result that any operation makes, in bits (1 GiB of words). CPython is bounded by
/// memory only; beyond this size the object layer reports the error that fits the operation.
pub const MAX_BITS: u64 = 1 << 33;

/// Why an operation has no result. The object layer words these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntError {
    /// Division or remainder by zero, or a zero modulus.
    ZeroDivision,
    /// A shift count below zero.
    NegativeShift,
    /// A negative exponent where no inverse is defined (Python answers with a float).
    NegativeExponent,
    /// The base has no inverse for the modulus.
    NotInvertible,
    /// An argument that must not be negative is (`isqrt`, `factorial`, `comb`, `perm`).
    Negative,
    /// The result is too large for a float.
    FloatOverflow,
    /// The result would exceed [`MAX_BITS`].
    TooLarge,
    /// Whoever watched a long operation wanted it to stop.
    Interrupted,
}

impl From<Stopped> for IntError {
    fn from(_: Stopped) -> IntError {
        IntError::Interrupted
    }
}
