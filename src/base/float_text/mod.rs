//! Floats as text and back, and the float arithmetic that Python defines beyond IEEE 754.
//!
//! Promises: every function is total and gives what CPython's `float` gives, digit for digit.
//! Knows nothing of objects. Start reading in `digits.rs` (shortest and exact decimal digits), on
//! which `repr.rs` and `format.rs` lay out text; `parse.rs` is the way back. `arithmetic.rs` and
//! `round.rs` hold the operators that C's library does not define the same way.

mod arithmetic;
mod binary;
mod digits;
mod format;
mod hash;
mod hex;
mod parse;
mod ratio;
mod repr;
mod round;

pub use arithmetic::{PowerError, divmod, floor_divide, modulo, power};
pub use binary::{round_scaled, scale_by_power, split};
pub use digits::{scaled_integer, scientific};
pub use format::{FloatCode, FloatStyle, format_magnitude, format_watched};
pub use hash::{HASH_INFINITY, hash};
pub use hex::{FromHexError, from_hex, to_hex};
pub use parse::parse;
pub use ratio::{RatioError, as_integer_ratio, is_integer};
pub use repr::{REPR_ROOM, push_repr, quick_repr, repr};
pub use round::{RoundError, round_half_even, round_to_digits};
