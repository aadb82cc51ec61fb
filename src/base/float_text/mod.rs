//! Floats as text and back, and the float arithmetic that Python defines beyond IEEE 754.
//!
//! Promises: every function is total and gives what CPython's `float` gives, digit for digit.
//! Knows nothing of objects. Start reading in `digits.rs` (shortest and exact decimal digits), on
//! which `repr.rs` and `format.rs` lay out text; `parse.rs` is the way back.

pub mod binary;

pub use binary::scale_by_power;
