//! `str`: 1, 2 or 4 bytes a character, always the narrowest that holds the string, with a cached hash.
//!
//! A block is `[Header][hash][meta][characters…]` (shape STR), or, for more than [`INLINE_MAX`] bytes and for strings
//! grown in place, `[Header][hash][meta][buffer]` (shape STR_LARGE), the buffer being `[capacity][characters…]`.
//! Instances of subclasses use the second form, or keep at most 8 bytes in the third word, so that their attribute
//! slots have a fixed offset. Lone surrogates are ordinary characters.
//!
//! A string never changes while more than one handle to it exists; with one, `append_in_place` may extend it.
//!
//! - `construct`: strings from text, characters and other strings.
//! - `units`: the characters as a slice of their width; copying between widths.
//! - `read`: length, characters, comparison, hash, Rust text.
//! - `slice`, `append`, `join`, `builder`: parts, growth, strings of strings, piecewise construction.
//! - `cache`: the shared empty and one-character strings.

// One text serves three widths, so that a conversion is useless in one of them.
#![allow(clippy::useless_conversion, clippy::unnecessary_cast)]

mod append;
mod builder;
mod cache;
mod construct;
mod join;
mod read;
mod slice;
#[cfg(test)]
mod tests;
mod units;

use crate::heap::{Allocator, Frozen, Layout, OutOfMemory, Ref, ShapeId, Visitor};
use std::cell::Cell;
use std::mem::MaybeUninit;

pub(crate) use construct::{Filled, repeat_bytes};
pub(crate) use units::{copy_bytes, copy_long};

pub use builder::StrBuilder;
pub use cache::StrCache;
pub use slice::AsciiText;
pub use units::{Kind, Units};

/// A handle on a string.
pub type Str = Ref<StrBody>;

/// Most bytes of characters that lie in the object's own block.
pub const INLINE_MAX: usize = 512 - 24;

/// Bytes before the characters of a buffer: its whole size.
const PREFIX: usize = 8;

const WIDTH: u64 = 3;
const ASCII: u64 = 4;
const LARGE: u64 = 8;
const INTERNED: u64 = 16;
const LENGTH_SHIFT: u32 = 8;

/// Body of a string.
#[repr(C)]
pub struct StrBody {
    /// The hash, or -1 while it is unknown.
    hash: Cell<i64>,
    /// Length in characters above bit 8; below: width, and the flags `ASCII`, `LARGE`, `INTERNED`.
    meta: Cell<u64>,
    /// The first 8 bytes of the characters, or with `LARGE` the buffer.
    word: MaybeUninit<*mut u8>,
}

// SAFETY: H5: no references; H6: `Drop` gives back a buffer.
unsafe impl Layout for StrBody {
    const NAME: &'static str = "str";
    const CONTAINER: bool = false;
    const EXACT: Option<ShapeId> = Some(ShapeId::STR);
    const EXACT_ALSO: Option<ShapeId> = Some(ShapeId::STR_LARGE);
    fn trace<V: Visitor>(&self, _: &mut V) {}
    fn buffers(&self) -> usize {
        self.buffer().map_or(0, |buffer| Allocator::rounded(buffer_size(buffer)))
    }
}

// SAFETY: H8: nothing calls `get_mut` on strings; `append` writes only to a body with one handle.
unsafe impl Frozen for StrBody {}

impl Drop for StrBody {
    #[inline]
    fn drop(&mut self) {
        if let Some(buffer) = self.buffer() {
            // SAFETY: the buffer is this body's own, of the size that its prefix says.
            unsafe { Allocator::put_buffer(buffer, buffer_size(buffer)) };
        }
    }
}

impl StrBody {
    #[inline(always)]
    fn buffer(&self) -> Option<*mut u8> {
        // SAFETY: with `LARGE`, the word was written as the buffer's address.
        if self.meta.get() & LARGE != 0 { Some(unsafe { self.word.assume_init() }) } else { None }
    }

    /// Address of the characters. Inline ones follow `meta` and may reach beyond the fixed body, to the block's end.
    #[inline(always)]
    fn data(&self) -> *mut u8 {
        match self.buffer() {
            Some(buffer) => buffer.wrapping_add(PREFIX),
            None => self.inline_data(),
        }
    }

    /// The same without `LARGE`.
    #[inline(always)]
    fn inline_data(&self) -> *mut u8 {
        (&raw const self.word).cast_mut().cast()
    }

    #[inline(always)]
    fn kind(&self) -> Kind {
        Kind::from_bits(self.meta.get())
    }
}

/// Takes a buffer with room for `bytes` bytes of characters.
fn take_buffer(heap: &Allocator, bytes: usize) -> Result<*mut u8, OutOfMemory> {
    let size = bytes.checked_add(PREFIX).ok_or(OutOfMemory)?;
    let buffer = heap.take_buffer(size)?;
    // SAFETY: the buffer is fresh, at least 8 bytes large and 16-aligned.
    unsafe { buffer.cast::<usize>().write(size) };
    Ok(buffer)
}

/// Changes a buffer's room to `bytes`; on failure the old one stays as it was.
///
/// # Safety
/// `buffer` came from `take_buffer`; the old address is not used after success.
unsafe fn resize_buffer(heap: &Allocator, buffer: *mut u8, bytes: usize) -> Result<*mut u8, OutOfMemory> {
    let size = bytes.checked_add(PREFIX).ok_or(OutOfMemory)?;
    // SAFETY: as promised; the new buffer keeps the prefix, which is then corrected.
    unsafe {
        let buffer = heap.resize_buffer(buffer, buffer_size(buffer), size)?;
        buffer.cast::<usize>().write(size);
        Ok(buffer)
    }
}

/// The whole size of a buffer, prefix included.
#[inline(always)]
fn buffer_size(buffer: *mut u8) -> usize {
    // SAFETY: called with live buffers of `take_buffer` only, whose prefix is their size.
    unsafe { buffer.cast::<usize>().read() }
}

/// Room to ask for when `bytes` are needed and more may follow: an eighth more.
fn roomy(bytes: usize) -> usize {
    (bytes + (bytes >> 3) + PREFIX).next_multiple_of(16) - PREFIX
}
