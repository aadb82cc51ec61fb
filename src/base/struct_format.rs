//! The formats of `struct`: reading them, sizes and alignment, and the bytes of single values.
//!
//! Native sizes are those of a 64-bit little- or big-endian machine with the System V rules.

use super::watch::{Pace, Stopped, Watch};
use std::fmt::Write;

/// What one letter of a format stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `x`: bytes without a value.
    Pad,
    /// `c`: a bytes object of length 1.
    Char,
    /// `?`
    Bool,
    Signed,
    Unsigned,
    /// `P`
    Pointer,
    /// `e`, `f` and `d`, told apart by their size.
    Float,
    /// `s`: one bytes object of `count` bytes.
    Bytes,
    /// `p`: a length byte and one bytes object, `count` bytes in all.
    Pascal,
}

/// A letter of a format with its repeat count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub letter: u8,
    pub kind: Kind,
    /// Where the first item lies.
    pub offset: usize,
    /// The size of one item.
    pub size: usize,
    /// How many items; for `Bytes` and `Pascal`, how many bytes the one value takes.
    pub count: usize,
}

impl Field {
    /// How many Python values the field takes or gives.
    pub fn values(&self) -> usize {
        match self.kind {
            Kind::Pad => 0,
            Kind::Bytes | Kind::Pascal => 1,
            _ => self.count,
        }
    }
}

/// Why there is no layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The text of `struct.error`.
    Wrong(&'static str),
    /// Whoever watched wanted it to stop.
    Stopped,
}

impl From<&'static str> for Refusal {
    fn from(text: &'static str) -> Refusal {
        Refusal::Wrong(text)
    }
}

impl From<Stopped> for Refusal {
    fn from(_: Stopped) -> Refusal {
        Refusal::Stopped
    }
}

/// A format, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub fields: Vec<Field>,
    /// Size of the whole in bytes.
    pub size: usize,
    /// How many Python values it takes or gives.
    pub values: usize,
    pub little_endian: bool,
    /// Whether sizes are native: a float too large for `f` then becomes an infinity.
    pub native: bool,
}

const NATIVE_LITTLE: bool = cfg!(target_endian = "little");
const TOO_LONG: &str = "total struct size too long";
const BAD_CHAR: &str = "bad char in struct format";

/// Kind, size and native-only flag of a letter.
fn letter_kind(letter: u8, native: bool) -> Option<(Kind, usize)> {
    let long = if native { 8 } else { 4 };
    Some(match letter {
        b'x' => (Kind::Pad, 1),
        b'c' => (Kind::Char, 1),
        b'b' => (Kind::Signed, 1),
        b'B' => (Kind::Unsigned, 1),
        b'?' => (Kind::Bool, 1),
        b'h' => (Kind::Signed, 2),
        b'H' => (Kind::Unsigned, 2),
        b'i' => (Kind::Signed, 4),
        b'I' => (Kind::Unsigned, 4),
        b'l' => (Kind::Signed, long),
        b'L' => (Kind::Unsigned, long),
        b'q' => (Kind::Signed, 8),
        b'Q' => (Kind::Unsigned, 8),
        b'n' if native => (Kind::Signed, 8),
        b'N' if native => (Kind::Unsigned, 8),
        b'P' if native => (Kind::Pointer, 8),
        b'e' => (Kind::Float, 2),
        b'f' => (Kind::Float, 4),
        b'd' => (Kind::Float, 8),
        b's' => (Kind::Bytes, 1),
        b'p' => (Kind::Pascal, 1),
        _ => return None,
    })
}

impl Layout {
    /// Reads a format.
    pub fn new(format: &[u8], watch: Watch<'_>) -> Result<Layout, Refusal> {
        if format.contains(&0) {
            return Err(Refusal::Wrong("embedded null character"));
        }
        let (native, little_endian, mut rest) = match format {
            [b'@', rest @ ..] => (true, NATIVE_LITTLE, rest),
            [b'=', rest @ ..] => (false, NATIVE_LITTLE, rest),
            [b'<', rest @ ..] => (false, true, rest),
            [b'>' | b'!', rest @ ..] => (false, false, rest),
            _ => (true, NATIVE_LITTLE, format),
        };
        let mut layout = Layout { fields: Vec::new(), size: 0, values: 0, little_endian, native };
        let mut pace = Pace::default();
        while let [letter, tail @ ..] = rest {
            pace.look(format.len() - rest.len(), watch)?;
            rest = tail;
            if matches!(letter, b' ' | 9..=13) {
                continue;
            }
            let (mut letter, mut count) = (*letter, 1usize);
            if letter.is_ascii_digit() {
                count = usize::from(letter - b'0');
                loop {
                    let [next, tail @ ..] = rest else {
                        return Err(Refusal::Wrong("repeat count given without format specifier"));
                    };
                    rest = tail;
                    if !next.is_ascii_digit() {
                        letter = *next;
                        break;
                    }
                    let digit = usize::from(next - b'0');
                    count = count
                        .checked_mul(10)
                        .and_then(|count| count.checked_add(digit))
                        .filter(|&count| count <= isize::MAX as usize)
                        .ok_or(TOO_LONG)?;
                }
            }
            layout.add(letter, count)?;
        }
        Ok(layout)
    }

    fn add(&mut self, letter: u8, count: usize) -> Result<(), &'static str> {
        const MOST: usize = isize::MAX as usize;
        let (kind, size) = letter_kind(letter, self.native).ok_or(BAD_CHAR)?;
        let mut offset = self.size;
        if self.native {
            let over = offset % size;
            if over > 0 {
                offset = offset.checked_add(size - over).filter(|&offset| offset <= MOST).ok_or(TOO_LONG)?;
            }
        }
        let bytes = count.checked_mul(size).ok_or(TOO_LONG)?;
        self.size = offset.checked_add(bytes).filter(|&size| size <= MOST).ok_or(TOO_LONG)?;
        let field = Field { letter, kind, offset, size, count };
        match self.fields.last_mut() {
            // The same once more, right behind the last.
            Some(last)
                if last.letter == letter
                    && !matches!(kind, Kind::Bytes | Kind::Pascal)
                    && last.offset + last.count * size == offset =>
            {
                last.count += count;
            }
            _ if field.values() > 0 || kind == Kind::Pad => self.fields.push(field),
            _ => {}
        }
        self.values += field.values();
        Ok(())
    }

    /// Writes an integer into the bytes of an item, which are as many as the field's size.
    /// `None` is a value beyond 128 bits. `Err` is the text of `struct.error`.
    pub fn pack_integer(&self, field: &Field, value: Option<i128>, target: &mut [u8]) -> Result<(), String> {
        let bits = field.size as u32 * 8;
        let (low, high) = match field.kind {
            Kind::Signed => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
            Kind::Pointer => (-(1i128 << (bits - 1)), (1i128 << bits) - 1),
            _ => (0, (1i128 << bits) - 1),
        };
        match value {
            Some(value) if low <= value && value <= high => {
                self.store(value as u64, target);
                Ok(())
            }
            _ if field.kind == Kind::Pointer => Err("int too large to convert".to_owned()),
            _ => {
                let mut message = String::new();
                let letter = char::from(field.letter);
                // Writing to a String cannot fail.
                let _ = write!(message, "'{letter}' format requires {low} <= number <= {high}");
                Err(message)
            }
        }
    }

    /// As `pack_integer` for a value that fits; else does nothing, and is false.
    #[inline]
    pub fn pack_small(&self, field: &Field, value: i64, target: &mut [u8]) -> bool {
        let unused = 64 - 8 * field.size.clamp(1, 8) as u32;
        let fits = match field.kind {
            Kind::Signed => value << unused >> unused == value,
            _ => value >= 0 && (value as u64) << unused >> unused == value as u64,
        };
        if fits {
            self.store(value as u64, target);
        }
        fits
    }

    #[inline]
    fn store(&self, value: u64, target: &mut [u8]) {
        // The usual sizes without a loop.
        let ordered =
            if self.little_endian { value } else { value.swap_bytes() >> (64 - 8 * target.len().clamp(1, 8)) };
        if let Ok(target) = <&mut [u8; 8]>::try_from(&mut *target) {
            return *target = ordered.to_le_bytes();
        }
        if let Ok(target) = <&mut [u8; 4]>::try_from(&mut *target) {
            return *target = (ordered as u32).to_le_bytes();
        }
        let size = target.len().min(8);
        if self.little_endian {
            target[..size].copy_from_slice(&value.to_le_bytes()[..size]);
        } else {
            target[..size].copy_from_slice(&value.to_be_bytes()[8 - size..]);
        }
    }

    #[inline]
    fn load(&self, bytes: &[u8]) -> u64 {
        if let Ok(word) = <[u8; 8]>::try_from(bytes) {
            return if self.little_endian { u64::from_le_bytes(word) } else { u64::from_be_bytes(word) };
        }
        if let Ok(word) = <[u8; 4]>::try_from(bytes) {
            return if self.little_endian { u32::from_le_bytes(word) } else { u32::from_be_bytes(word) }.into();
        }
        if let Ok(word) = <[u8; 2]>::try_from(bytes) {
            return if self.little_endian { u16::from_le_bytes(word) } else { u16::from_be_bytes(word) }.into();
        }
        let fold = |value: u64, &byte: &u8| value << 8 | u64::from(byte);
        if self.little_endian { bytes.iter().rev().fold(0, fold) } else { bytes.iter().fold(0, fold) }
    }

    /// The integer in the bytes of an item without a sign.
    #[inline]
    pub fn unpack_unsigned(&self, bytes: &[u8]) -> u64 {
        self.load(bytes)
    }

    /// The integer in the bytes of an item with a sign.
    #[inline]
    pub fn unpack_signed(&self, bytes: &[u8]) -> i64 {
        let unused = 64 - bytes.len().clamp(1, 8) as u32 * 8;
        (self.load(bytes) << unused) as i64 >> unused
    }

    /// Writes a float into the bytes of an item. `Err` is the text of an OverflowError.
    pub fn pack_float(&self, field: &Field, value: f64, target: &mut [u8]) -> Result<(), &'static str> {
        let bits = match field.size {
            2 => u64::from(half_bits(value).ok_or("float too large to pack with e format")?),
            4 => {
                let single = value as f32;
                if single.is_infinite() && !value.is_infinite() && !self.native {
                    return Err("float too large to pack with f format");
                }
                u64::from(single.to_bits())
            }
            _ => value.to_bits(),
        };
        self.store(bits, target);
        Ok(())
    }

    /// The float in the bytes of an item.
    #[inline]
    pub fn unpack_float(&self, bytes: &[u8]) -> f64 {
        let bits = self.load(bytes);
        match bytes.len() {
            2 => half_value(bits as u16),
            4 => f64::from(f32::from_bits(bits as u32)),
            _ => f64::from_bits(bits),
        }
    }
}

/// The bits of the nearest half-precision number, ties to even; `None` if it is too large.
fn half_bits(value: f64) -> Option<u16> {
    let sign = ((value.to_bits() >> 63) as u16) << 15;
    if value.is_nan() {
        return Some(sign | 0x7E00);
    }
    let magnitude = value.abs();
    if magnitude.is_infinite() {
        return Some(sign | 0x7C00);
    }
    // Half-precision numbers are multiples of 2^-24; from 2^-14 on, of 2^(exponent - 10).
    let exponent = ((magnitude.to_bits() >> 52) as i32 - 1023).max(-14);
    let units = (magnitude * 2f64.powi(10 - exponent)).round_ties_even() as u32;
    // A carry into the exponent does the right thing by itself.
    let bits = if magnitude < 2f64.powi(-14) {
        units
    } else if exponent > 15 {
        return None;
    } else {
        ((exponent + 14) as u32 * 1024) + units
    };
    (bits < 0x7C00).then_some(sign | bits as u16)
}

fn half_value(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3FF);
    let magnitude = match i32::from(bits >> 10 & 31) {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (fraction + 1024.0) * 2f64.powi(exponent - 25),
    };
    if bits >> 15 == 1 { -magnitude } else { magnitude }
}
