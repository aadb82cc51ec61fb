//! The tagged 64-bit word that every register, slot and element holds.
//!
//! | low bits | meaning |
//! |---|---|
//! | `…00` | a 62-bit int, shifted left by 2 |
//! | `..1.` (bit 1 set) | an immediate float: its bits rotated left by 4, minus 1 |
//! | `…001` | a pointer to an object: the block's address + 1 |
//! | `…101` | a singleton: None, False, True, NotImplemented, Ellipsis, or the internal `UNBOUND` |
//!
//! The float code maps zero, infinities, NaN, and every magnitude in [2^-255, 2^257) and some beyond to words with
//! bit 1 set; the others are boxed. The map is a bijection, so decoding needs no table.

use super::header::Header;

/// Largest immediate int.
pub const INT_MAX: i64 = (1 << 61) - 1;
/// Smallest immediate int.
pub const INT_MIN: i64 = -(1 << 61);

/// One word: an immediate, or an uncounted pointer to an object.
///
/// A `Value` is a plain copy: it neither owns nor borrows. Outside the heap and the VM's loop use [`super::Object`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Value(u64);

impl Value {
    /// The word that marks a register or slot without a value; never visible to Python.
    pub const UNBOUND: Value = Value(0x05);
    /// `None`.
    pub const NONE: Value = Value(0x0d);
    /// `False`.
    pub const FALSE: Value = Value(0x15);
    /// `True`.
    pub const TRUE: Value = Value(0x1d);
    /// `NotImplemented`.
    pub const NOT_IMPLEMENTED: Value = Value(0x25);
    /// `Ellipsis`.
    pub const ELLIPSIS: Value = Value(0x2d);
    /// Internal: stands for a MemoryError that has no object yet.
    pub const MEMORY_ERROR: Value = Value(0x35);

    /// The raw word.
    #[inline(always)]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// A word from raw bits.
    ///
    /// # Safety
    /// `bits` must come from [`Value::bits`]; a pointer among them must point to a live block (H1).
    #[inline(always)]
    pub const unsafe fn from_bits(bits: u64) -> Value {
        Value(bits)
    }

    /// An immediate int, if `n` fits 62 bits.
    #[inline(always)]
    pub const fn int(n: i64) -> Option<Value> {
        // `INT_MIN` moved to 0: the range is then what 62 bits hold.
        if (n.wrapping_sub(INT_MIN) as u64) >> 62 == 0 { Some(Value((n as u64) << 2)) } else { None }
    }

    /// An immediate int of at most 32 bits.
    #[inline(always)]
    pub const fn small(n: i32) -> Value {
        Value(((n as i64) << 2) as u64)
    }

    /// `True` or `False`.
    #[inline(always)]
    pub const fn bool(b: bool) -> Value {
        if b { Value::TRUE } else { Value::FALSE }
    }

    /// An immediate float, if `x` has such a form.
    #[inline(always)]
    pub const fn float(x: f64) -> Option<Value> {
        let word = x.to_bits().rotate_left(4).wrapping_sub(1);
        if word & 2 != 0 { Some(Value(word)) } else { None }
    }

    /// Whether the word is an immediate int.
    #[inline(always)]
    pub const fn is_int(self) -> bool {
        self.0 & 3 == 0
    }

    /// Whether the word is an immediate float.
    #[inline(always)]
    pub const fn is_float(self) -> bool {
        self.0 & 2 != 0
    }

    /// Whether the word points to an object. (Asked of the address that `header` gives: whoever asks mostly goes there.)
    #[inline(always)]
    pub const fn is_pointer(self) -> bool {
        self.0.wrapping_sub(1) & 7 == 0
    }

    /// Whether the word is `UNBOUND`.
    #[inline(always)]
    pub const fn is_unbound(self) -> bool {
        self.0 == Value::UNBOUND.0
    }

    /// Whether the word is `True` or `False`.
    #[inline(always)]
    pub const fn is_bool(self) -> bool {
        self.0 & !8 == Value::FALSE.0
    }

    /// The immediate int; meaningless for other words.
    #[inline(always)]
    pub const fn int_unchecked(self) -> i64 {
        (self.0 as i64) >> 2
    }

    /// The immediate float; meaningless for other words.
    #[inline(always)]
    pub const fn float_unchecked(self) -> f64 {
        f64::from_bits(self.0.wrapping_add(1).rotate_right(4))
    }

    /// The immediate int, if this is one.
    #[inline(always)]
    pub const fn as_int(self) -> Option<i64> {
        if self.is_int() { Some(self.int_unchecked()) } else { None }
    }

    /// The immediate float, if this is one.
    #[inline(always)]
    pub const fn as_float(self) -> Option<f64> {
        if self.is_float() { Some(self.float_unchecked()) } else { None }
    }

    /// A pointer word for a block's header.
    #[inline(always)]
    pub fn pointer(header: *mut Header) -> Value {
        Value(header as u64 + 1)
    }

    /// The header behind a pointer word; meaningless for other words.
    #[inline(always)]
    pub const fn header(self) -> *mut Header {
        self.0.wrapping_sub(1) as *mut Header
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Value::UNBOUND => f.write_str("unbound"),
            Value::NONE => f.write_str("None"),
            Value::TRUE => f.write_str("True"),
            Value::FALSE => f.write_str("False"),
            v if v.is_int() => write!(f, "{}", v.int_unchecked()),
            v if v.is_float() => write!(f, "{}", v.float_unchecked()),
            v if v.is_pointer() => write!(f, "object at {:p}", v.header()),
            v => write!(f, "singleton {:#x}", v.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_immediate_comes_back() {
        for n in [0, 1, -1, INT_MAX, INT_MIN] {
            assert_eq!(Value::int(n).and_then(Value::as_int), Some(n));
        }
        assert_eq!(Value::int(INT_MAX + 1), None);
        for x in [0.0, -0.0, 1.0, -1.5, f64::INFINITY, f64::NEG_INFINITY, 1e70, 1e-70, f64::MIN_POSITIVE, 5e-324] {
            let v = Value::float(x).expect("immediate");
            assert!(!v.is_int() && !v.is_pointer());
            assert_eq!(v.float_unchecked().to_bits(), x.to_bits());
        }
        assert_eq!(Value::float(1e100), None);
        assert_eq!(Value::float(1e-100), None);
    }
}
