//! The two faces of an integer: [`IntRef`] borrows an operand, [`Int`] owns a result.

use std::cmp::Ordering;

use dashu_int::{IBig, Sign, UBig};

use super::magnitude::{self, Magnitude};
use crate::base::watch::{LONG_STRETCH, Stopped, Watch};

/// The smallest integer that is not stored as words.
pub const SMALL_MIN: i64 = -(1 << 61);
/// The largest integer that is not stored as words.
pub const SMALL_MAX: i64 = (1 << 61) - 1;

const _: () = assert!(dashu_int::Word::BITS == 64);

/// A borrowed integer operand.
///
/// `Small` may hold any `i64`. `words` is little-endian; leading zero words are tolerated.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    /// A machine word.
    Small(i64),
    /// Sign and magnitude.
    Big {
        /// Whether the integer is below zero.
        negative: bool,
        /// The magnitude, least significant word first.
        words: &'a [u64],
    },
}

/// An owned integer, the result of an operation. Canonical: see [`Int::as_ref`].
#[derive(Clone, Debug)]
pub struct Int(Repr);

#[derive(Clone, Debug)]
enum Repr {
    Small(i64),
    // Results of one or two words are common (a product of two small ones) and need no allocation.
    Pair { negative: bool, words: [u64; 2] },
    Words { negative: bool, words: Vec<u64> },
    Dashu(IBig),
}

impl<'a> IntRef<'a> {
    /// Zero.
    pub const ZERO: IntRef<'static> = IntRef::Small(0);

    /// Sign and trimmed magnitude; a `Small` uses `scratch` for its word.
    #[inline]
    pub(super) fn split<'b>(self, scratch: &'b mut [u64; 1]) -> (bool, Magnitude<'b>)
    where
        'a: 'b,
    {
        match self {
            IntRef::Small(value) => {
                scratch[0] = value.unsigned_abs();
                (value < 0, if value == 0 { &[] } else { &scratch[..] })
            }
            IntRef::Big { negative, words } => {
                let words = magnitude::trim(words);
                (negative && !words.is_empty(), words)
            }
        }
    }

    /// Whether the integer is below zero.
    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(value) => value < 0,
            IntRef::Big { negative, words } => negative && !magnitude::trim(words).is_empty(),
        }
    }

    /// Whether the integer is zero.
    pub fn is_zero(self) -> bool {
        match self {
            IntRef::Small(value) => value == 0,
            IntRef::Big { words, .. } => magnitude::trim(words).is_empty(),
        }
    }

    /// Whether the integer is odd.
    pub fn is_odd(self) -> bool {
        self.low_u64() & 1 == 1
    }

    /// The lowest 64 bits in two's complement.
    pub fn low_u64(self) -> u64 {
        match self {
            IntRef::Small(value) => value as u64,
            IntRef::Big { negative, words } => {
                let low = words.first().copied().unwrap_or(0);
                if negative { low.wrapping_neg() } else { low }
            }
        }
    }

    /// The value, if it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            IntRef::Small(value) => Some(value),
            IntRef::Big { .. } => i64::try_from(self.to_i128()?).ok(),
        }
    }

    /// The value, if it fits.
    pub fn to_u64(self) -> Option<u64> {
        match self {
            IntRef::Small(value) => u64::try_from(value).ok(),
            IntRef::Big { .. } => u64::try_from(self.to_i128()?).ok(),
        }
    }

    /// The value, if its magnitude fits 127 bits.
    pub fn to_i128(self) -> Option<i128> {
        match self {
            IntRef::Small(value) => Some(i128::from(value)),
            IntRef::Big { negative, words } => {
                let magnitude = match magnitude::trim(words) {
                    [] => 0,
                    [low] => i128::from(*low),
                    [low, high] => i128::try_from(u128::from(*high) << 64 | u128::from(*low)).ok()?,
                    _ => return None,
                };
                Some(if negative { -magnitude } else { magnitude })
            }
        }
    }

    /// Three-way comparison.
    pub fn compare(self, other: IntRef<'_>) -> Ordering {
        if let (IntRef::Big { negative: false, words: a }, IntRef::Big { negative: false, words: b }) = (self, other) {
            return magnitude::compare(magnitude::trim(a), magnitude::trim(b));
        }
        if let (IntRef::Small(a), IntRef::Small(b)) = (self, other) {
            return a.cmp(&b);
        }
        let (mut sa, mut sb) = ([0], [0]);
        let (a_negative, a) = self.split(&mut sa);
        let (b_negative, b) = other.split(&mut sb);
        match (a_negative, b_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => magnitude::compare(a, b),
            (true, true) => magnitude::compare(b, a),
        }
    }

    /// [`IntRef::compare`] that can be stopped.
    pub fn compare_watched(self, other: IntRef<'_>, watch: Watch<'_>) -> Result<Ordering, Stopped> {
        match (self, other) {
            (IntRef::Big { negative, words: a }, IntRef::Big { negative: other_negative, words: b })
                if negative == other_negative =>
            {
                let order = magnitude::compare_watched(magnitude::trim(a), magnitude::trim(b), watch)?;
                Ok(if negative { order.reverse() } else { order })
            }
            _ => Ok(self.compare(other)),
        }
    }

    /// Whether going over all of its words takes long.
    #[inline]
    pub fn is_long(self) -> bool {
        matches!(self, IntRef::Big { words, .. } if words.len() > LONG_STRETCH / 8)
    }

    /// A canonical copy.
    pub fn to_owned(self) -> Int {
        match self {
            IntRef::Small(value) => Int::from_i64(value),
            IntRef::Big { negative, words } => Int::from_slice(negative, words),
        }
    }

    pub(super) fn to_ibig(self) -> IBig {
        match self {
            IntRef::Small(value) => IBig::from(value),
            IntRef::Big { negative, words } => {
                IBig::from_parts(sign(negative), UBig::from_words(magnitude::trim(words)))
            }
        }
    }
}

impl PartialEq for IntRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other) == Ordering::Equal
    }
}

impl Int {
    /// The integer zero.
    pub const ZERO: Int = Int(Repr::Small(0));

    /// An integer from a machine word.
    #[inline]
    pub fn from_i64(value: i64) -> Int {
        if (SMALL_MIN..=SMALL_MAX).contains(&value) {
            Int(Repr::Small(value))
        } else {
            Int(Repr::Pair { negative: value < 0, words: [value.unsigned_abs(), 0] })
        }
    }

    /// An integer from an unsigned word.
    pub fn from_u64(value: u64) -> Int {
        Int::from_sign_u128(false, u128::from(value))
    }

    /// An integer from a double word.
    #[inline]
    pub fn from_i128(value: i128) -> Int {
        Int::from_sign_u128(value < 0, value.unsigned_abs())
    }

    /// An integer from sign and magnitude.
    #[inline]
    pub fn from_sign_u128(negative: bool, magnitude: u128) -> Int {
        let limit = SMALL_MAX as u128 + u128::from(negative);
        if magnitude <= limit {
            let value = magnitude as i64;
            return Int(Repr::Small(if negative { -value } else { value }));
        }
        Int(Repr::Pair { negative, words: [magnitude as u64, (magnitude >> 64) as u64] })
    }

    /// An integer from sign and little-endian magnitude, copied.
    pub fn from_slice(negative: bool, words: &[u64]) -> Int {
        match magnitude::trim(words) {
            [] => Int::ZERO,
            [low] => Int::from_sign_u128(negative, u128::from(*low)),
            [low, high] => Int::from_sign_u128(negative, u128::from(*high) << 64 | u128::from(*low)),
            words => Int(Repr::Words { negative, words: words.to_vec() }),
        }
    }

    /// An integer from sign and little-endian magnitude, without copying long ones.
    pub fn from_words(negative: bool, mut words: Vec<u64>) -> Int {
        let length = magnitude::trim(&words).len();
        if length <= 2 {
            return Int::from_slice(negative, &words);
        }
        words.truncate(length);
        Int(Repr::Words { negative, words })
    }

    pub(super) fn from_ibig(value: IBig) -> Int {
        let (sign, words) = value.as_sign_words();
        if words.len() <= 2 {
            return Int::from_slice(sign == Sign::Negative, words);
        }
        Int(Repr::Dashu(value))
    }

    pub(super) fn from_ubig(negative: bool, value: UBig) -> Int {
        Int::from_ibig(IBig::from_parts(sign(negative), value))
    }

    /// The value, borrowed. `Small` exactly if it lies in [`SMALL_MIN`]`..=`[`SMALL_MAX`];
    /// otherwise `words` has no leading zero word.
    #[inline]
    pub fn as_ref(&self) -> IntRef<'_> {
        match &self.0 {
            Repr::Small(value) => IntRef::Small(*value),
            Repr::Pair { negative, words } => {
                let length = if words[1] == 0 { 1 } else { 2 };
                IntRef::Big { negative: *negative, words: &words[..length] }
            }
            Repr::Words { negative, words } => IntRef::Big { negative: *negative, words },
            Repr::Dashu(value) => {
                let (sign, words) = value.as_sign_words();
                IntRef::Big { negative: sign == Sign::Negative, words }
            }
        }
    }

    /// The value, if it fits 62 signed bits.
    #[inline]
    pub fn small(&self) -> Option<i64> {
        match self.0 {
            Repr::Small(value) => Some(value),
            _ => None,
        }
    }
}

impl PartialEq for Int {
    fn eq(&self, other: &Self) -> bool {
        self.as_ref() == other.as_ref()
    }
}

impl Eq for Int {}

impl From<i64> for Int {
    fn from(value: i64) -> Int {
        Int::from_i64(value)
    }
}

pub(super) fn sign(negative: bool) -> Sign {
    if negative { Sign::Negative } else { Sign::Positive }
}

pub(super) fn ubig(words: Magnitude<'_>) -> UBig {
    UBig::from_words(words)
}
