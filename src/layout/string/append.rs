//! `s += t` without copying `s`.

use super::construct::allocate;
use super::units::copy_bytes;
use super::{
    ASCII, INLINE_MAX, INTERNED, Kind, LENGTH_SHIFT, PREFIX, Str, StrBody, Units, WIDTH, buffer_size, roomy,
    take_buffer,
};
use crate::heap::{Allocator, OutOfMemory, ShapeId};
use std::mem::MaybeUninit;

impl Str {
    /// Makes `target` stand for `target + more`. If `target` is the only handle on a plain string, the characters are
    /// appended where it lies, with room for more to come; else a new string replaces it. On failure it keeps its
    /// value. A VM register that holds `target` without being counted must be given up before.
    pub fn append_in_place(heap: &Allocator, target: &mut Str, more: &Str) -> Result<(), OutOfMemory> {
        if target.extend_in_room(more) {
            return Ok(());
        }
        Str::append_slowly(heap, target, more)
    }

    /// Appends the characters of `more`, as `append_in_place`, if that needs no memory and no other width. False if not.
    #[inline]
    pub fn extend_in_room(&mut self, more: &Str) -> bool {
        let (body, added) = (self.frozen(), more.frozen());
        let (meta, new) = (body.meta.get(), added.meta.get());
        let plain = matches!(self.shape(), ShapeId::STR | ShapeId::STR_LARGE);
        if !plain || !self.is_unique() || meta & INTERNED != 0 || (meta ^ new) & (WIDTH | ASCII) != 0 {
            return false;
        }
        let shift = body.kind().shift();
        let (old, extra) = ((meta >> LENGTH_SHIFT << shift) as usize, (new >> LENGTH_SHIFT << shift) as usize);
        let room = match body.buffer() {
            Some(buffer) => buffer_size(buffer) - PREFIX,
            None => inline_room(old),
        };
        if extra > room - old {
            return false;
        }
        // SAFETY: this is the only handle, so nobody reads the body while it changes (H8); `more` is another object, of
        // the same width, and there is room for it.
        unsafe { copy_bytes(added.data(), body.data().add(old), extra) };
        body.meta.set(meta + (new >> LENGTH_SHIFT << LENGTH_SHIFT));
        body.hash.set(-1);
        true
    }

    /// `append_in_place` where more room is needed, the widths differ, or others hold the string.
    #[inline(never)]
    fn append_slowly(heap: &Allocator, target: &mut Str, more: &Str) -> Result<(), OutOfMemory> {
        if more.is_empty() {
            return Ok(());
        }
        if target.is_empty() && matches!(more.shape(), ShapeId::STR | ShapeId::STR_LARGE) {
            *target = more.clone();
            return Ok(());
        }
        let plain = target.shape() == ShapeId::STR || target.shape() == ShapeId::STR_LARGE;
        if !target.is_unique() || !plain || target.is_interned() || target.kind().shift() < more.kind().shift() {
            *target = Str::concat(heap, target, more)?;
            return Ok(());
        }
        let kind = target.kind().max(more.kind());
        let (old, len) = (target.len(), target.len() + more.len());
        let bytes = len << kind.shift();
        let body = target.value().header().wrapping_add(1).cast::<StrBody>();
        // SAFETY: `target` is the only handle, so nobody reads the body while it changes (H8); `more` is another
        // object. Room is made before characters are written behind the old ones, in the same width.
        unsafe {
            match (*body).buffer() {
                Some(mut buffer) => {
                    if bytes + PREFIX > buffer_size(buffer) {
                        buffer = super::resize_buffer(heap, buffer, roomy(bytes))?;
                        (*body).word = MaybeUninit::new(buffer);
                    }
                }
                None => {
                    if bytes > inline_room(old << kind.shift()) {
                        *target = regrow(heap, target.units(), more.units(), kind, len)?;
                        return Ok(());
                    }
                }
            }
            more.units().copy_to((*body).data().add(old << kind.shift()), kind);
            let flags = (*body).meta.get() & !(u64::MAX << LENGTH_SHIFT | super::ASCII | super::WIDTH | INTERNED);
            (*body).meta.set((len as u64) << LENGTH_SHIFT | flags | kind.bits());
            (*body).hash.set(-1);
        }
        Ok(())
    }
}

/// Bytes of characters for which an inline string has room when it has `bytes` of them.
#[inline(always)]
fn inline_room(bytes: usize) -> usize {
    Allocator::rounded(24 + bytes.max(8)) - 24
}

/// A new string of both parts, out of line with spare room if it is long.
fn regrow(heap: &Allocator, a: Units<'_>, b: Units<'_>, kind: Kind, len: usize) -> Result<Str, OutOfMemory> {
    let bytes = len << kind.shift();
    let fill = |target: *mut u8| {
        // SAFETY: called with room for `len` characters of `kind`, which holds both parts.
        unsafe {
            a.copy_to(target, kind);
            b.copy_to(target.add(a.len() << kind.shift()), kind);
        }
    };
    if bytes <= INLINE_MAX {
        // SAFETY: all characters are written; `kind` is that of the wider part.
        return unsafe { allocate(heap, kind, len, fill) };
    }
    let buffer = take_buffer(heap, roomy(bytes))?;
    fill(buffer.wrapping_add(PREFIX));
    // SAFETY: the buffer holds the characters and is given to the body.
    let body = unsafe { StrBody::from_buffer(buffer, (len as u64) << LENGTH_SHIFT | kind.bits()) };
    heap.alloc(ShapeId::STR_LARGE, body)
}
