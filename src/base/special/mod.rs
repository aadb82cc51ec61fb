//! Special functions of `math`, as pure arithmetic: results are CPython's, bit for bit where its own code computes them.
//!
//! - `gamma`: the gamma function and its logarithm.
//! - `exact`: sums and products of floats that are rounded once: `fsum`, `sumprod`, `hypot`.
//! - `near`: neighbours of a float, remainders.

mod exact;
mod gamma;
mod near;

pub use exact::{FloatSum, SumError, TripleSum, vector_norm};
pub use gamma::{gamma, log_gamma};
pub use near::{remainder, step_towards, ulp};

/// Why a function has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecialError {
    /// The argument is outside the domain (or at a pole).
    Domain,
    /// The result is too large.
    Range,
}
