//! The characters of a string as a slice of their width, and copying between widths.

use super::{ASCII, WIDTH};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Allocator, OutOfMemory};

/// How the characters of a string are stored. The order is by capability.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// One byte each, all below 128: the bytes are UTF-8.
    Ascii,
    /// One byte each.
    Latin1,
    /// Two bytes each.
    Two,
    /// Four bytes each.
    Four,
}

impl Kind {
    #[inline(always)]
    pub(super) fn from_bits(meta: u64) -> Kind {
        match meta & (WIDTH | ASCII) {
            0 => Kind::Latin1,
            1 => Kind::Two,
            2 => Kind::Four,
            _ => Kind::Ascii,
        }
    }

    #[inline(always)]
    pub(super) fn bits(self) -> u64 {
        match self {
            Kind::Ascii => ASCII,
            Kind::Latin1 => 0,
            Kind::Two => 1,
            Kind::Four => 2,
        }
    }

    /// Binary logarithm of the bytes that a character takes.
    #[inline(always)]
    pub fn shift(self) -> u32 {
        match self {
            Kind::Ascii | Kind::Latin1 => 0,
            Kind::Two => 1,
            Kind::Four => 2,
        }
    }

    /// The narrowest kind that holds the character.
    #[inline(always)]
    pub fn of(character: u32) -> Kind {
        match character {
            0..0x80 => Kind::Ascii,
            0x80..0x100 => Kind::Latin1,
            0x100..0x1_0000 => Kind::Two,
            _ => Kind::Four,
        }
    }
}

/// The characters of a string, in place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Units<'a> {
    /// All below 128.
    Ascii(&'a [u8]),
    /// All below 256.
    Latin1(&'a [u8]),
    /// All below 65,536.
    Two(&'a [u16]),
    /// Any code points.
    Four(&'a [u32]),
}

/// Runs the same expression with the slice of any width.
macro_rules! each_width {
    ($units:expr, $slice:ident => $body:expr) => {
        match $units {
            Units::Ascii($slice) | Units::Latin1($slice) => $body,
            Units::Two($slice) => $body,
            Units::Four($slice) => $body,
        }
    };
}
pub(super) use each_width;

impl<'a> Units<'a> {
    /// Number of characters.
    #[inline]
    pub fn len(self) -> usize {
        each_width!(self, s => s.len())
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The character at `index`, which must be in range.
    #[inline(always)]
    pub fn get(self, index: usize) -> u32 {
        each_width!(self, s => s[index].into())
    }

    /// The characters of `range`, which must be in range.
    #[inline]
    pub fn slice(self, range: std::ops::Range<usize>) -> Units<'a> {
        match self {
            Units::Ascii(s) => Units::Ascii(&s[range]),
            Units::Latin1(s) => Units::Latin1(&s[range]),
            Units::Two(s) => Units::Two(&s[range]),
            Units::Four(s) => Units::Four(&s[range]),
        }
    }

    /// The code points, one after the other.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + 'a {
        (0..self.len()).map(move |i| self.get(i))
    }

    /// The kind of the slice as it is stored.
    #[inline]
    pub fn kind(self) -> Kind {
        match self {
            Units::Ascii(_) => Kind::Ascii,
            Units::Latin1(_) => Kind::Latin1,
            Units::Two(_) => Kind::Two,
            Units::Four(_) => Kind::Four,
        }
    }

    /// The narrowest kind that holds all characters (a part of a wide string may be narrow).
    pub fn narrowest(self) -> Kind {
        match self {
            Units::Ascii(_) => Kind::Ascii,
            Units::Latin1(s) => {
                if s.is_ascii() {
                    Kind::Ascii
                } else {
                    Kind::Latin1
                }
            }
            Units::Two(s) => Kind::of(s.iter().fold(0, |bits, &c| bits | c).into()),
            Units::Four(s) => Kind::of(s.iter().fold(0, |bits, &c| bits | c)),
        }
    }

    /// The bytes as stored: what is hashed, and compared between strings of one kind.
    #[inline(always)]
    pub fn as_bytes(self) -> &'a [u8] {
        // SAFETY: integers without padding, viewed as bytes of the same memory.
        each_width!(self, s => unsafe { std::slice::from_raw_parts(s.as_ptr().cast(), size_of_val(s)) })
    }

    /// Copies the characters to `target` in the width of `kind`.
    ///
    /// # Safety
    /// `target` is aligned for the width and has room; `kind` can hold every character; no overlap.
    #[inline]
    pub(super) unsafe fn copy_to(self, target: *mut u8, kind: Kind) {
        // SAFETY: as promised.
        unsafe {
            if kind.shift() == self.kind().shift() {
                let bytes = self.as_bytes();
                copy_bytes(bytes.as_ptr(), target, bytes.len());
                return;
            }
            match kind {
                Kind::Ascii | Kind::Latin1 => {
                    each_width!(self, s => s.iter().enumerate().for_each(|(i, &c)| target.add(i).write(c as u8)))
                }
                Kind::Two => {
                    let target = target.cast::<u16>();
                    each_width!(self, s => s.iter().enumerate().for_each(|(i, &c)| target.add(i).write(c as u16)))
                }
                Kind::Four => {
                    let target = target.cast::<u32>();
                    each_width!(self, s => s.iter().enumerate().for_each(|(i, &c)| target.add(i).write(c.into())))
                }
            }
        }
    }
}

impl Units<'_> {
    /// [`Units::narrowest`], which may be stopped after every stretch.
    #[inline(never)]
    pub(super) fn narrowest_of_many(self, heap: &Allocator) -> Result<Kind, OutOfMemory> {
        let mut kind = Kind::Ascii;
        for start in (0..self.len()).step_by(LONG_STRETCH) {
            kind = kind.max(self.slice(start..self.len().min(start + LONG_STRETCH)).narrowest());
            if kind == self.kind() {
                break;
            }
            heap.go_on()?;
        }
        Ok(kind)
    }

    /// [`Units::copy_to`], which may be stopped after every stretch.
    ///
    /// # Safety
    /// As for `copy_to`.
    #[inline]
    pub(super) unsafe fn copy_long(self, heap: &Allocator, target: *mut u8, kind: Kind) -> Result<(), OutOfMemory> {
        let mut start = 0;
        loop {
            let end = self.len().min(start + STRETCH);
            // SAFETY: as promised, part by part.
            unsafe { self.slice(start..end).copy_to(target.add(start << kind.shift()), kind) };
            if end == self.len() {
                return Ok(());
            }
            heap.go_on()?;
            start = end;
        }
    }
}

/// [`copy_bytes`], which may be stopped after every stretch.
///
/// # Safety
/// As for `copy_bytes`.
#[inline(always)]
pub(crate) unsafe fn copy_long(
    heap: &Allocator,
    from: *const u8,
    to: *mut u8,
    count: usize,
) -> Result<(), OutOfMemory> {
    if count <= LONG_STRETCH {
        // SAFETY: as promised.
        unsafe { copy_bytes(from, to, count) };
        return Ok(());
    }
    // SAFETY: as promised.
    unsafe { heap.copy_very_long(from, to, count) }
}

/// Copies bytes; a call of the library's copy would cost more than the few that most strings have.
///
/// # Safety
/// `from` has `count` bytes to read, `to` room for them; no overlap.
#[inline(always)]
pub(crate) unsafe fn copy_bytes(from: *const u8, to: *mut u8, count: usize) {
    // SAFETY: as promised: the first and the last word of a width that `count` is not less than cover all bytes.
    unsafe {
        match count {
            0 => {}
            1 => *to = *from,
            2..4 => copy_ends::<u16>(from, to, count),
            4..8 => copy_ends::<u32>(from, to, count),
            8..17 => copy_ends::<u64>(from, to, count),
            17..33 => copy_ends::<u128>(from, to, count),
            33..65 => copy_ends::<[u128; 2]>(from, to, count),
            _ => std::ptr::copy_nonoverlapping(from, to, count),
        }
    }
}

/// Writes one byte over and over; a call of the library would cost more than the few that most strings have.
///
/// # Safety
/// `to` has room for `count` bytes.
#[inline(always)]
pub(super) unsafe fn fill_bytes(byte: u8, to: *mut u8, count: usize) {
    let word = u64::from(byte) * 0x0101_0101_0101_0101;
    let wide = u128::from(word) << 64 | u128::from(word);
    // SAFETY: as promised: the first and the last word of a width that `count` is not less than cover all bytes.
    unsafe {
        match count {
            0 => {}
            1 => *to = byte,
            2..4 => write_ends(word as u16, to, count),
            4..8 => write_ends(word as u32, to, count),
            8..17 => write_ends(word, to, count),
            17..33 => write_ends(wide, to, count),
            _ => to.write_bytes(byte, count),
        }
    }
}

/// Writes a word at the beginning and at the end of `count` bytes.
///
/// # Safety
/// As for `fill_bytes`; `count` is at least the size of the word and at most twice that.
#[inline(always)]
unsafe fn write_ends<T: Copy>(word: T, to: *mut u8, count: usize) {
    // SAFETY: as promised.
    unsafe {
        to.cast::<T>().write_unaligned(word);
        to.add(count - size_of::<T>()).cast::<T>().write_unaligned(word);
    }
}

/// Copies the first and the last word of `count` bytes.
///
/// # Safety
/// As for `copy_bytes`; `count` is at least the size of the word and at most twice that.
#[inline(always)]
unsafe fn copy_ends<T: Copy>(from: *const u8, to: *mut u8, count: usize) {
    let last = count - size_of::<T>();
    // SAFETY: as promised.
    unsafe {
        let (first_word, last_word) = (from.cast::<T>().read_unaligned(), from.add(last).cast::<T>().read_unaligned());
        to.cast::<T>().write_unaligned(first_word);
        to.add(last).cast::<T>().write_unaligned(last_word);
    }
}

/// Whether all bytes are below 128: the library's test is made for long texts.
#[inline(always)]
pub(super) fn is_ascii(bytes: &[u8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    if let Some((first, _)) = bytes.split_first_chunk::<8>()
        && let Some((_, last)) = bytes.split_last_chunk::<8>()
    {
        if bytes.len() <= 16 {
            return (u64::from_ne_bytes(*first) | u64::from_ne_bytes(*last)) & HIGH == 0;
        }
        return bytes.is_ascii();
    }
    if let Some((first, _)) = bytes.split_first_chunk::<4>()
        && let Some((_, last)) = bytes.split_last_chunk::<4>()
    {
        return (u32::from_ne_bytes(*first) | u32::from_ne_bytes(*last)) & HIGH as u32 == 0;
    }
    bytes.iter().fold(0, |bits, byte| bits | byte) < 128
}

/// Writes one character in the width of `kind`.
///
/// # Safety
/// `target` is the address of character 0 of a buffer with room for `index + 1` characters, aligned for the width;
/// `kind` can hold the character.
#[inline(always)]
pub(super) unsafe fn write_char(target: *mut u8, kind: Kind, index: usize, character: u32) {
    // SAFETY: as promised.
    unsafe {
        match kind {
            Kind::Ascii | Kind::Latin1 => target.add(index).write(character as u8),
            Kind::Two => target.cast::<u16>().add(index).write(character as u16),
            Kind::Four => target.cast::<u32>().add(index).write(character),
        }
    }
}
