//! `bytes`: `[Header][hash][meta][bytes…]` (BYTES), or a buffer when longer than [`INLINE_MAX`] (BYTES_LARGE).
//! Instances of subclasses use the second form or keep at most 8 bytes in the third word.

use super::string::{Filled, copy_bytes, copy_long, repeat_bytes};
use crate::base::hash::HashKey;
use crate::base::watch::{LONG_STRETCH, STRETCH, Stopped, Watch};
use crate::heap::{Allocator, Frozen, Layout, Object, OutOfMemory, Ref, ShapeId, Visitor};
use std::cell::Cell;
use std::mem::MaybeUninit;

/// A handle on a bytes object.
pub type Bytes = Ref<BytesBody>;

/// Most bytes that lie in the object's own block.
pub const INLINE_MAX: usize = 512 - 24;

const LARGE: u64 = 1;
const LENGTH_SHIFT: u32 = 8;

/// Looks for Ctrl-C once in a while: after a part of so many bytes.
#[inline]
fn look_after(heap: &Allocator, steps: &mut usize, bytes: usize) -> Result<(), OutOfMemory> {
    // A short part takes as long as so many bytes.
    *steps += bytes + 64;
    if *steps >= LONG_STRETCH {
        *steps = 0;
        heap.go_on()?;
    }
    Ok(())
}

/// Body of a bytes object. Never changes.
#[repr(C)]
pub struct BytesBody {
    /// The hash, or -1 while it is unknown.
    hash: Cell<i64>,
    /// Length above bit 8, and the flag `LARGE`.
    meta: u64,
    /// The first 8 bytes, or with `LARGE` the buffer, exactly as long as the bytes.
    word: MaybeUninit<*mut u8>,
}

// SAFETY: H5: no references; H6: `Drop` gives back a buffer.
unsafe impl Layout for BytesBody {
    const NAME: &'static str = "bytes";
    const CONTAINER: bool = false;
    const EXACT: Option<ShapeId> = Some(ShapeId::BYTES);
    const EXACT_ALSO: Option<ShapeId> = Some(ShapeId::BYTES_LARGE);
    fn trace<V: Visitor>(&self, _: &mut V) {}
    fn buffers(&self) -> usize {
        if self.meta & LARGE != 0 { Allocator::rounded(self.len()) } else { 0 }
    }
}

// SAFETY: H8: nothing changes a body but its hash.
unsafe impl Frozen for BytesBody {}

impl Drop for BytesBody {
    #[inline]
    fn drop(&mut self) {
        if self.meta & LARGE != 0 {
            // SAFETY: the buffer is this body's own, of its length.
            unsafe { Allocator::put_buffer(self.word.assume_init(), self.len()) };
        }
    }
}

impl BytesBody {
    #[inline(always)]
    fn len(&self) -> usize {
        (self.meta >> LENGTH_SHIFT) as usize
    }

    /// A copy of `bytes` as a body of fixed size, for an instance of a subclass.
    pub fn detached(heap: &Allocator, bytes: &[u8]) -> Result<BytesBody, OutOfMemory> {
        let meta = (bytes.len() as u64) << LENGTH_SHIFT;
        if bytes.len() <= 8 {
            let mut word: MaybeUninit<*mut u8> = MaybeUninit::zeroed();
            // SAFETY: the word has room for 8 bytes.
            unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), word.as_mut_ptr().cast(), bytes.len()) };
            return Ok(BytesBody { hash: Cell::new(-1), meta, word });
        }
        let buffer = heap.take_buffer(bytes.len())?;
        let body = BytesBody { hash: Cell::new(-1), meta: meta | LARGE, word: MaybeUninit::new(buffer) };
        // SAFETY: the buffer has room for the bytes.
        unsafe { copy_long(heap, bytes.as_ptr(), buffer, bytes.len())? };
        Ok(body)
    }
}

/// The bytes objects that exist once, the empty one and those of one byte. Owned by the runtime; immortal.
pub struct BytesCache {
    empty: Bytes,
    single: Box<[Bytes; 256]>,
}

impl BytesCache {
    /// Makes them.
    pub fn new(heap: &Allocator) -> Result<BytesCache, OutOfMemory> {
        let share = |bytes: &[u8]| -> Result<Bytes, OutOfMemory> {
            let shared = Bytes::new(heap, bytes)?;
            shared.make_immortal();
            Ok(shared)
        };
        let single = (0..=255u8).map(|byte| share(&[byte])).collect::<Result<Box<[Bytes]>, _>>()?;
        Ok(BytesCache { empty: share(&[])?, single: single.try_into().map_err(|_| OutOfMemory)? })
    }

    /// The empty bytes object.
    #[inline]
    pub fn empty(&self) -> Bytes {
        self.empty.clone()
    }

    /// `bytes` itself, or the shared one if it is empty: CPython shares what it has built in place only then.
    #[inline]
    pub fn share_empty(&self, bytes: Bytes) -> Bytes {
        if bytes.as_slice().is_empty() { self.empty() } else { bytes }
    }

    /// `bytes` itself, or the shared one that equals it.
    pub fn share(&self, bytes: Bytes) -> Bytes {
        match bytes.as_slice() {
            [] => self.empty(),
            [byte] => self.single[usize::from(*byte)].clone(),
            _ => bytes,
        }
    }

    /// A copy of `bytes`; CPython shares copies of no byte and of one.
    #[inline]
    pub fn copy(&self, heap: &Allocator, bytes: &[u8]) -> Result<Bytes, OutOfMemory> {
        match bytes {
            [] => Ok(self.empty()),
            [byte] => Ok(self.single[usize::from(*byte)].clone()),
            bytes => Bytes::new(heap, bytes),
        }
    }
}

impl Bytes {
    /// A copy of `bytes`, never a shared one.
    #[inline]
    pub fn new(heap: &Allocator, bytes: &[u8]) -> Result<Bytes, OutOfMemory> {
        const SHORT: usize = 64;
        if bytes.len() <= SHORT {
            // SAFETY: every part of the body that is read gets written; the fixed body lies wholly in the block.
            let ready = unsafe {
                heap.alloc_ready::<BytesBody>(ShapeId::BYTES, 16 + bytes.len().max(8), |body| {
                    (&raw mut (*body).hash).write(Cell::new(-1));
                    (&raw mut (*body).meta).write((bytes.len() as u64) << LENGTH_SHIFT);
                    copy_bytes(bytes.as_ptr(), (&raw mut (*body).word).cast(), bytes.len());
                })
            };
            if let Some(ready) = ready {
                return Ok(ready);
            }
        }
        Bytes::from_more(heap, bytes)
    }

    #[inline(never)]
    fn from_more(heap: &Allocator, bytes: &[u8]) -> Result<Bytes, OutOfMemory> {
        // SAFETY: all bytes are written.
        unsafe { Bytes::allocate(heap, bytes.len(), |target| copy_long(heap, bytes.as_ptr(), target, bytes.len())) }
    }

    /// `len` bytes that `fill` writes into a zeroed slice, or is stopped in doing so.
    pub fn build<F: Filled>(
        heap: &Allocator,
        len: usize,
        fill: impl FnOnce(&mut [u8]) -> F,
    ) -> Result<Bytes, OutOfMemory> {
        // SAFETY: all bytes are zeroed, so that the slice is initialised whatever `fill` does.
        unsafe {
            Bytes::allocate(heap, len, |target| {
                repeat_bytes(heap, &[0], target, len)?;
                fill(std::slice::from_raw_parts_mut(target, len)).filled()
            })
        }
    }

    /// The parts, one after the other.
    pub fn concat(heap: &Allocator, parts: &[&[u8]]) -> Result<Bytes, OutOfMemory> {
        let len = parts.iter().try_fold(0usize, |n, part| n.checked_add(part.len())).ok_or(OutOfMemory)?;
        // SAFETY: the parts are written one behind the other, `len` bytes in all.
        unsafe {
            Bytes::allocate(heap, len, |mut target| {
                let mut steps = 0;
                for part in parts {
                    copy_long(heap, part.as_ptr(), target, part.len())?;
                    target = target.add(part.len());
                    look_after(heap, &mut steps, part.len())?;
                }
                Ok(())
            })
        }
    }

    /// The items with a separator between them; the place of the first item that is no bytes object.
    pub fn join(heap: &Allocator, separator: &[u8], items: &[Object]) -> Result<Result<Bytes, usize>, OutOfMemory> {
        let mut len = separator.len().checked_mul(items.len().saturating_sub(1)).ok_or(OutOfMemory)?;
        for (i, item) in items.iter().enumerate() {
            let Some(item) = item.cast::<BytesBody>() else { return Ok(Err(i)) };
            len = len.checked_add(item.as_slice().len()).ok_or(OutOfMemory)?;
            if i % STRETCH == STRETCH - 1 {
                heap.go_on()?;
            }
        }
        // SAFETY: the items are the same as above, bytes objects never change, and all are written one behind the other
        // with separators between them: `len` bytes in all.
        unsafe {
            let joined = Bytes::allocate(heap, len, |mut target| {
                let mut steps = 0;
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        copy_long(heap, separator.as_ptr(), target, separator.len())?;
                        target = target.add(separator.len());
                    }
                    let item = item.cast::<BytesBody>().map_or(&[][..], |item| item.as_slice());
                    copy_long(heap, item.as_ptr(), target, item.len())?;
                    target = target.add(item.len());
                    look_after(heap, &mut steps, separator.len() + item.len())?;
                }
                Ok::<_, OutOfMemory>(())
            });
            joined.map(Ok)
        }
    }

    /// `self * count`. The caller has checked that the result is not too large to try.
    pub fn repeat(&self, heap: &Allocator, count: usize) -> Result<Bytes, OutOfMemory> {
        let bytes = self.as_slice();
        let len = bytes.len().checked_mul(count).ok_or(OutOfMemory)?;
        // SAFETY: `count` copies are written.
        unsafe { Bytes::allocate(heap, len, |target| repeat_bytes(heap, bytes, target, len)) }
    }

    /// # Safety
    /// `fill` initialises `len` bytes and does not use the heap.
    unsafe fn allocate<F: Filled>(
        heap: &Allocator,
        len: usize,
        fill: impl FnOnce(*mut u8) -> F,
    ) -> Result<Bytes, OutOfMemory> {
        if len > 1 << 55 {
            return Err(OutOfMemory);
        }
        let meta = (len as u64) << LENGTH_SHIFT;
        if len > INLINE_MAX {
            let buffer = heap.take_buffer(len)?;
            let filled = fill(buffer).filled();
            // The body gives the buffer back if this fails.
            let body = BytesBody { hash: Cell::new(-1), meta: meta | LARGE, word: MaybeUninit::new(buffer) };
            filled?;
            return heap.alloc(ShapeId::BYTES_LARGE, body);
        }
        // SAFETY: every part of the body that is read gets written; the fixed body lies wholly in the block.
        unsafe {
            heap.alloc_sized::<BytesBody>(ShapeId::BYTES, 16 + len.max(8), |body| {
                (&raw mut (*body).hash).write(Cell::new(-1));
                (&raw mut (*body).meta).write(meta);
                let filled = fill((&raw mut (*body).word).cast()).filled();
                debug_assert!(filled.is_ok(), "short work is not stopped");
            })
        }
    }

    /// The bytes in place.
    #[inline(always)]
    pub fn as_slice(&self) -> &[u8] {
        let body = self.frozen();
        // SAFETY: the buffer, or the block behind `meta`, holds `len` bytes, which never change.
        unsafe {
            let large = body.meta & LARGE != 0;
            let data = if large { body.word.assume_init() } else { (&raw const body.word).cast_mut().cast() };
            std::slice::from_raw_parts(data, body.len())
        }
    }

    /// The hash under `key`, which is always the same one for a heap. Never -1.
    #[inline]
    pub fn hash_watched(&self, key: &HashKey, watch: Watch<'_>) -> Result<i64, Stopped> {
        let body = self.frozen();
        if body.hash.get() == -1 {
            body.hash.set(key.hash_watched(self.as_slice(), watch)?);
        }
        Ok(body.hash.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::testing::heap;

    #[test]
    fn bytes_of_every_length_come_back_and_are_freed() {
        let heap = heap();
        for len in (0..40).chain(480..500).chain([5000]) {
            let data: Vec<u8> = (0..len).map(|i| i as u8).collect();
            let bytes = Bytes::new(&heap, &data).unwrap();
            assert_eq!(bytes.as_slice(), data);
            assert_eq!(bytes.repeat(&heap, 3).unwrap().as_slice(), data.repeat(3));
            let joined = Bytes::concat(&heap, &[&data, b"-", &data]).unwrap();
            assert_eq!(joined.as_slice(), [&data[..], b"-", &data].concat());
            let body = BytesBody::detached(&heap, &data).unwrap();
            let shape = heap.add_shape(*heap.shape(ShapeId::BYTES));
            let instance = heap.alloc_instance(shape, body, 0).unwrap();
            assert_eq!(instance.as_slice(), data);
            let key = HashKey::from_seed(1);
            assert_eq!(bytes.hash_watched(&key, &|| false), instance.hash_watched(&key, &|| false));
        }
        assert_eq!(heap.accounting().bytes(), 0);
    }
}
