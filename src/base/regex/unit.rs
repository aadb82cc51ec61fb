//! The units a subject may be stored in, and how each is scanned.

use super::program::{One, Program};

/// One stored character: a byte, or 2 or 4 bytes.
pub(super) trait Unit: Copy {
    /// Whether every character is below 256.
    const BYTE: bool;
    /// The code point.
    fn code(self) -> u32;
    /// The first place of a character.
    fn find(text: &[Self], c: u32) -> Option<usize>;
    /// The last place of a character.
    fn find_last(text: &[Self], c: u32) -> Option<usize>;
    /// The first place of one of a few bytes.
    fn find_few(text: &[Self], few: &[u8]) -> Option<usize>;
    /// The bytes, if the units are bytes.
    fn bytes(text: &[Self]) -> Option<&[u8]>;
}

impl Unit for u8 {
    const BYTE: bool = true;

    #[inline(always)]
    fn code(self) -> u32 {
        u32::from(self)
    }

    fn find(text: &[u8], c: u32) -> Option<usize> {
        memchr::memchr(u8::try_from(c).ok()?, text)
    }

    fn find_last(text: &[u8], c: u32) -> Option<usize> {
        memchr::memrchr(u8::try_from(c).ok()?, text)
    }

    fn find_few(text: &[u8], few: &[u8]) -> Option<usize> {
        match *few {
            [a] => memchr::memchr(a, text),
            [a, b] => memchr::memchr2(a, b, text),
            [a, b, c] => memchr::memchr3(a, b, c, text),
            _ => None,
        }
    }

    fn bytes(text: &[u8]) -> Option<&[u8]> {
        Some(text)
    }
}

macro_rules! wide_unit {
    ($unit:ty) => {
        impl Unit for $unit {
            const BYTE: bool = false;

            #[inline(always)]
            fn code(self) -> u32 {
                u32::from(self)
            }

            fn find(text: &[$unit], c: u32) -> Option<usize> {
                let wanted = <$unit>::try_from(c).ok()?;
                text.iter().position(|&unit| unit == wanted)
            }

            fn find_last(text: &[$unit], c: u32) -> Option<usize> {
                let wanted = <$unit>::try_from(c).ok()?;
                text.iter().rposition(|&unit| unit == wanted)
            }

            fn find_few(text: &[$unit], few: &[u8]) -> Option<usize> {
                text.iter().position(|&unit| few.iter().any(|&c| unit == <$unit>::from(c)))
            }

            fn bytes(_: &[$unit]) -> Option<&[u8]> {
                None
            }
        }
    };
}

wide_unit!(u16);
wide_unit!(u32);

/// How many units from the beginning of a text a piece matches in a row.
#[inline]
pub(super) fn run_length<U: Unit>(program: &Program, one: One, text: &[U]) -> usize {
    let found = match one {
        One::AnyAll => None,
        One::Any => U::find(text, '\n' as u32),
        One::Char(c) => text.iter().position(|unit| unit.code() != c),
        One::NotChar(c) => U::find(text, c),
        One::Set(set) => {
            let set = &program.sets[set as usize];
            if U::BYTE {
                let low = &set.low;
                text.iter().position(|unit| !low[unit.code() as usize & 255])
            } else {
                text.iter().position(|unit| !set.contains(unit.code()))
            }
        }
    };
    found.unwrap_or(text.len())
}
