//! Constants of a code object, as plain Rust data.

use std::sync::Arc;

use super::Code;
use crate::base::bigint;

/// A constant. The VM makes a value of it when the code is loaded.
#[derive(Clone, Debug)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// An int outside the range of `i64`.
    BigInt(bigint::Int),
    Float(f64),
    /// A complex number.
    Complex {
        real: f64,
        imaginary: f64,
    },
    /// A string without lone surrogates.
    Str(Box<str>),
    /// A string with lone surrogates, in WTF-8 (each takes three bytes `ED A0..BF 80..BF`; two
    /// that stand side by side are not a pair).
    SurrogateStr(Box<[u8]>),
    Bytes(Box<[u8]>),
    Tuple(Box<[Constant]>),
    FrozenSet(Box<[Constant]>),
    Code(Arc<Code>),
}

/// Equality as a code object's constant table needs it: same type and same value, floats by
/// their bits (`0.0` and `-0.0` differ, a NaN equals itself), code objects by identity.
impl PartialEq for Constant {
    fn eq(&self, other: &Constant) -> bool {
        use Constant::*;
        match (self, other) {
            (None, None) | (True, True) | (False, False) | (Ellipsis, Ellipsis) => true,
            (Int(left), Int(right)) => left == right,
            (BigInt(left), BigInt(right)) => left == right,
            (Float(left), Float(right)) => left.to_bits() == right.to_bits(),
            (Complex { real: left_real, imaginary: left_imaginary }, Complex { real, imaginary }) => {
                left_real.to_bits() == real.to_bits() && left_imaginary.to_bits() == imaginary.to_bits()
            }
            (Str(left), Str(right)) => left == right,
            (SurrogateStr(left), SurrogateStr(right)) | (Bytes(left), Bytes(right)) => left == right,
            (Tuple(left), Tuple(right)) | (FrozenSet(left), FrozenSet(right)) => left == right,
            (Code(left), Code(right)) => Arc::ptr_eq(left, right),
            _ => false,
        }
    }
}

impl Eq for Constant {}

impl std::hash::Hash for Constant {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        use Constant::*;
        std::mem::discriminant(self).hash(state);
        match self {
            None | True | False | Ellipsis => {}
            Int(value) => value.hash(state),
            BigInt(value) => bigint::hash(value.as_ref()).hash(state),
            Float(value) => value.to_bits().hash(state),
            Complex { real, imaginary } => {
                real.to_bits().hash(state);
                imaginary.to_bits().hash(state);
            }
            Str(value) => value.hash(state),
            SurrogateStr(value) | Bytes(value) => value.hash(state),
            Tuple(items) | FrozenSet(items) => items.hash(state),
            Code(code) => Arc::as_ptr(code).hash(state),
        }
    }
}
