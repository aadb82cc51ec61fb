//! Strings from text, from characters, from other strings.

use super::units::{copy_bytes, copy_long, fill_bytes, is_ascii, write_char};
use super::{INLINE_MAX, Kind, LARGE, LENGTH_SHIFT, Str, StrBody, Units, take_buffer};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{Allocator, OutOfMemory, ShapeId};
use std::cell::Cell;
use std::mem::MaybeUninit;

/// What a function that fills a block says: nothing, or that it was stopped (only ever in large blocks).
pub trait Filled {
    fn filled(self) -> Result<(), OutOfMemory>;
}

impl Filled for () {
    #[inline(always)]
    fn filled(self) -> Result<(), OutOfMemory> {
        Ok(())
    }
}

impl Filled for Result<(), OutOfMemory> {
    #[inline(always)]
    fn filled(self) -> Result<(), OutOfMemory> {
        self
    }
}

/// Allocates a string of `len` characters of `kind`, which `fill` writes from the address that it gets. What is longer
/// than a stretch of work it may leave unwritten if it fails.
///
/// # Safety
/// `fill` initialises all characters, each fits `kind`, one of them needs it, and it does not use the heap.
#[inline]
pub(super) unsafe fn allocate<F: Filled>(
    heap: &Allocator,
    kind: Kind,
    len: usize,
    fill: impl FnOnce(*mut u8) -> F,
) -> Result<Str, OutOfMemory> {
    if len > 1 << 54 {
        return Err(OutOfMemory);
    }
    let bytes = len << kind.shift();
    let meta = (len as u64) << LENGTH_SHIFT | kind.bits();
    if bytes > INLINE_MAX {
        let buffer = take_buffer(heap, bytes)?;
        let filled = fill(buffer.wrapping_add(super::PREFIX)).filled();
        // SAFETY: the buffer is nobody else's; without all characters it is given back right here.
        let body = unsafe { StrBody::from_buffer(buffer, meta) };
        filled?;
        return heap.alloc(ShapeId::STR_LARGE, body);
    }
    // SAFETY: `hash`, `meta` and the characters are all that drop and readers look at. At least 24 bytes are taken,
    // so that the fixed body lies wholly in the block.
    unsafe {
        heap.alloc_sized::<StrBody>(ShapeId::STR, 16 + bytes.max(8), |body| {
            (&raw mut (*body).hash).write(Cell::new(-1));
            (&raw mut (*body).meta).write(Cell::new(meta));
            let filled = fill((&raw mut (*body).word).cast()).filled();
            debug_assert!(filled.is_ok(), "short work is not stopped");
        })
    }
}

/// As `allocate` of at most `INLINE_MAX` bytes, if a block lies ready: then nothing is called but `fill`.
///
/// # Safety
/// As for `allocate`.
#[inline(always)]
pub(super) unsafe fn allocate_ready(
    heap: &Allocator,
    kind: Kind,
    len: usize,
    fill: impl FnOnce(*mut u8),
) -> Option<Str> {
    let bytes = len << kind.shift();
    debug_assert!(bytes <= INLINE_MAX);
    // SAFETY: as in `allocate`.
    unsafe {
        heap.alloc_ready::<StrBody>(ShapeId::STR, 16 + bytes.max(8), |body| {
            (&raw mut (*body).hash).write(Cell::new(-1));
            (&raw mut (*body).meta).write(Cell::new((len as u64) << LENGTH_SHIFT | kind.bits()));
            fill((&raw mut (*body).word).cast());
        })
    }
}

impl StrBody {
    /// A body that owns `buffer`.
    ///
    /// # Safety
    /// `buffer` holds the characters that `meta` speaks of, and is given up by the caller.
    pub(super) unsafe fn from_buffer(buffer: *mut u8, meta: u64) -> StrBody {
        StrBody { hash: Cell::new(-1), meta: Cell::new(meta | LARGE), word: MaybeUninit::new(buffer) }
    }

    /// A copy of `text` as a body of fixed size, for an instance of a subclass.
    pub fn detached(heap: &Allocator, text: &Str) -> Result<StrBody, OutOfMemory> {
        let units = text.units();
        let bytes = units.as_bytes();
        let meta = (units.len() as u64) << LENGTH_SHIFT | units.kind().bits();
        if bytes.len() <= 8 {
            let mut body = StrBody { hash: Cell::new(-1), meta: Cell::new(meta), word: MaybeUninit::zeroed() };
            // SAFETY: the word has room for 8 bytes.
            unsafe { units.copy_to((&raw mut body.word).cast(), units.kind()) };
            return Ok(body);
        }
        let buffer = take_buffer(heap, bytes.len())?;
        // SAFETY: the buffer has room for the characters in their own width; the body owns it from here on.
        unsafe {
            let body = StrBody::from_buffer(buffer, meta);
            units.copy_long(heap, buffer.add(super::PREFIX), units.kind())?;
            Ok(body)
        }
    }
}

/// Writes few characters as a byte each.
///
/// # Safety
/// `target` has room for them; all are below 256.
#[inline(always)]
unsafe fn narrow(characters: &[u16], target: *mut u8) {
    for (i, &character) in characters.iter().enumerate() {
        // SAFETY: as promised.
        unsafe { target.add(i).write(character as u8) };
    }
}

/// A text in parts, between which there is a look: a few milliseconds' work each.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (part, more) = rest.split_at(rest.floor_char_boundary(STRETCH));
        rest = more;
        (!part.is_empty()).then_some(part)
    })
}

impl Str {
    /// A copy of Rust text.
    #[inline]
    pub fn new(heap: &Allocator, text: &str) -> Result<Str, OutOfMemory> {
        if is_ascii(text.as_bytes()) {
            // SAFETY: checked just now.
            return unsafe { Str::from_ascii_unchecked(heap, text.as_bytes()) };
        }
        Str::from_wide_text(heap, text)
    }

    #[inline(never)]
    fn from_wide_text(heap: &Allocator, text: &str) -> Result<Str, OutOfMemory> {
        let (mut len, mut bits) = (0, 0);
        for part in stretches(text) {
            for c in part.chars() {
                len += 1;
                bits |= c as u32;
            }
            if part.len() < text.len() {
                heap.go_on()?;
            }
        }
        let kind = Kind::of(bits);
        // SAFETY: `kind` holds the union of all bits, hence every character; all `len` are written, or it fails.
        unsafe {
            allocate(heap, kind, len, |target| {
                let mut at = 0;
                for part in stretches(text) {
                    for c in part.chars() {
                        write_char(target, kind, at, c as u32);
                        at += 1;
                    }
                    if part.len() < text.len() {
                        heap.go_on()?;
                    }
                }
                Ok(())
            })
        }
    }

    /// A copy of characters below 256, one byte each.
    pub fn from_latin1(heap: &Allocator, bytes: &[u8]) -> Result<Str, OutOfMemory> {
        Str::from_units(heap, Units::Latin1(bytes))
    }

    /// `len` ASCII characters that `fill` writes over zeros, or is stopped in doing so. Other bytes are a bug in the caller:
    /// they panic.
    pub fn build_ascii<F: Filled>(
        heap: &Allocator,
        len: usize,
        fill: impl FnOnce(&mut [u8]) -> F,
    ) -> Result<Str, OutOfMemory> {
        // SAFETY: all bytes are zeroed, so that the slice is initialised whatever `fill` does; they are ASCII.
        unsafe {
            allocate(heap, Kind::Ascii, len, |target| {
                repeat_bytes(heap, &[0], target, len)?;
                let slice = std::slice::from_raw_parts_mut(target, len);
                fill(slice).filled()?;
                assert!(is_ascii(slice), "only ASCII characters were promised");
                Ok(())
            })
        }
    }

    /// A copy of characters below 65,536 (no surrogate pairs are joined).
    pub fn from_two(heap: &Allocator, characters: &[u16]) -> Result<Str, OutOfMemory> {
        Str::from_units(heap, Units::Two(characters))
    }

    /// A copy of code points, each at most 0x10FFFF.
    pub fn from_four(heap: &Allocator, characters: &[u32]) -> Result<Str, OutOfMemory> {
        Str::from_units(heap, Units::Four(characters))
    }

    /// A copy of characters, in the narrowest width.
    #[inline]
    pub fn from_units(heap: &Allocator, units: Units<'_>) -> Result<Str, OutOfMemory> {
        // A promise of the variant that anybody can make must be checked before it becomes `&str`.
        if let Units::Ascii(bytes) | Units::Latin1(bytes) = units
            && are_ascii(heap, bytes)?
        {
            // SAFETY: checked just now.
            return unsafe { Str::from_ascii_unchecked(heap, bytes) };
        }
        Str::from_wide(heap, units)
    }

    /// A copy of bytes below 128.
    ///
    /// # Safety
    /// All of them are.
    #[inline]
    pub(super) unsafe fn from_ascii_unchecked(heap: &Allocator, bytes: &[u8]) -> Result<Str, OutOfMemory> {
        const SHORT: usize = 64;
        if bytes.len() <= SHORT {
            // SAFETY: as promised; all are written.
            let string = unsafe {
                allocate_ready(heap, Kind::Ascii, bytes.len(), |to| copy_bytes(bytes.as_ptr(), to, bytes.len()))
            };
            if let Some(string) = string {
                return Ok(string);
            }
        }
        // SAFETY: as promised.
        unsafe { Str::from_more_ascii(heap, bytes) }
    }

    #[inline(never)]
    unsafe fn from_more_ascii(heap: &Allocator, bytes: &[u8]) -> Result<Str, OutOfMemory> {
        // SAFETY: as promised; all are written.
        unsafe {
            allocate(heap, Kind::Ascii, bytes.len(), |target| copy_long(heap, bytes.as_ptr(), target, bytes.len()))
        }
    }

    /// `from_units` of what is not all ASCII in its variant.
    #[inline(never)]
    fn from_wide(heap: &Allocator, units: Units<'_>) -> Result<Str, OutOfMemory> {
        const SHORT: usize = 64;
        let (units, kind) = match units {
            Units::Ascii(bytes) | Units::Latin1(bytes) => (Units::Latin1(bytes), Kind::Latin1),
            Units::Two(characters) if characters.len() <= SHORT => {
                let kind = Kind::of(characters.iter().fold(0, |bits, &c| bits | c).into());
                // SAFETY: `kind` is the narrowest that holds all characters; all are written.
                let string = unsafe {
                    allocate_ready(heap, kind, characters.len(), |target| match kind {
                        Kind::Ascii | Kind::Latin1 => narrow(characters, target),
                        _ => copy_bytes(characters.as_ptr().cast(), target, size_of_val(characters)),
                    })
                };
                if let Some(string) = string {
                    return Ok(string);
                }
                (units, kind)
            }
            _ if units.len() <= LONG_STRETCH => (units, units.narrowest()),
            _ => (units, units.narrowest_of_many(heap)?),
        };
        if units.len() <= SHORT {
            // SAFETY: `kind` is the narrowest that holds all characters; all are written.
            let string = unsafe { allocate_ready(heap, kind, units.len(), |target| units.copy_to(target, kind)) };
            if let Some(string) = string {
                return Ok(string);
            }
        }
        // SAFETY: as above.
        unsafe { allocate(heap, kind, units.len(), |target| units.copy_long(heap, target, kind)) }
    }

    /// A string of one character.
    pub fn from_char(heap: &Allocator, character: u32) -> Result<Str, OutOfMemory> {
        let kind = Kind::of(character);
        // SAFETY: the kind is the narrowest for the character, which is written.
        match unsafe { allocate_ready(heap, kind, 1, |target| write_char(target, kind, 0, character)) } {
            Some(string) => Ok(string),
            None => Str::from_units(heap, Units::Four(&[character])),
        }
    }

    /// `left + right`.
    #[inline]
    pub fn concat(heap: &Allocator, left: &Str, right: &Str) -> Result<Str, OutOfMemory> {
        let (a, b) = (left.units(), right.units());
        if let (Units::Ascii(a), Units::Ascii(b)) = (a, b) {
            // SAFETY: both strings are ASCII; both are written, the second behind the first.
            return unsafe {
                allocate(heap, Kind::Ascii, a.len() + b.len(), |target| {
                    copy_long(heap, a.as_ptr(), target, a.len())?;
                    copy_long(heap, b.as_ptr(), target.add(a.len()), b.len())
                })
            };
        }
        Str::concat_wide(heap, a, b)
    }

    #[inline(never)]
    fn concat_wide(heap: &Allocator, a: Units<'_>, b: Units<'_>) -> Result<Str, OutOfMemory> {
        let kind = a.kind().max(b.kind());
        // SAFETY: the wider kind holds both; both are written, the second behind the first.
        unsafe {
            allocate(heap, kind, a.len() + b.len(), |target| {
                a.copy_long(heap, target, kind)?;
                b.copy_long(heap, target.add(a.len() << kind.shift()), kind)
            })
        }
    }

    /// `self * count`. The caller has checked that the result is not too large to try.
    pub fn repeat(&self, heap: &Allocator, count: usize) -> Result<Str, OutOfMemory> {
        let units = self.units();
        let (bytes, kind) = (units.as_bytes(), units.kind());
        let len = units.len().checked_mul(count).ok_or(OutOfMemory)?;
        let kind = if len == 0 { Kind::Ascii } else { kind };
        // SAFETY: each round writes as much as fits of what is already there: all of it in the end.
        unsafe { allocate(heap, kind, len, |target| repeat_bytes(heap, bytes, target, bytes.len() * count)) }
    }
}

/// Writes `bytes` over and over, `total` bytes in all.
///
/// # Safety
/// `target` has room for `total` bytes, a multiple of the length; no overlap.
#[inline(always)]
pub(crate) unsafe fn repeat_bytes(
    heap: &Allocator,
    bytes: &[u8],
    target: *mut u8,
    total: usize,
) -> Result<(), OutOfMemory> {
    if let (&[byte], ..=LONG_STRETCH) = (bytes, total) {
        // SAFETY: as promised.
        unsafe { fill_bytes(byte, target, total) };
        return Ok(());
    }
    // SAFETY: as promised.
    unsafe { repeat_many(heap, bytes, target, total) }
}

/// `repeat_bytes` of more than one byte, or of very many.
///
/// # Safety
/// As for `repeat_bytes`.
#[inline(never)]
unsafe fn repeat_many(heap: &Allocator, bytes: &[u8], target: *mut u8, total: usize) -> Result<(), OutOfMemory> {
    let mut done = bytes.len().min(total);
    // SAFETY: each round writes as much as fits of what is already there: all of it in the end.
    unsafe {
        copy_long(heap, bytes.as_ptr(), target, done)?;
        while done < total {
            let more = done.min(total - done);
            // Whole rounds of what is repeated, as few as make a long stretch.
            let more = more.min(LONG_STRETCH.next_multiple_of(bytes.len()));
            if bytes.len() == 1 {
                target.add(done).write_bytes(bytes[0], more);
            } else {
                copy_long(heap, target, target.add(done), more)?;
            }
            done += more;
            if more >= LONG_STRETCH {
                heap.go_on()?;
            }
        }
    }
    Ok(())
}

/// Whether all bytes are below 128; looks for Ctrl-C meanwhile.
#[inline(always)]
pub(super) fn are_ascii(heap: &Allocator, bytes: &[u8]) -> Result<bool, OutOfMemory> {
    if bytes.len() <= LONG_STRETCH { Ok(is_ascii(bytes)) } else { is_long_ascii(heap, bytes) }
}

/// `are_ascii` of very many bytes.
#[cold]
fn is_long_ascii(heap: &Allocator, bytes: &[u8]) -> Result<bool, OutOfMemory> {
    for part in bytes.chunks(LONG_STRETCH) {
        heap.go_on()?;
        if !is_ascii(part) {
            return Ok(false);
        }
    }
    Ok(true)
}
