//! A growable buffer in the heap: what lists, dicts and large strings keep their data in.

use super::allocator::{Allocator, OutOfMemory};
use super::trace::{Trace, Visitor};
use crate::base::watch::STRETCH;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// Like `Vec`, with memory from Anthill's heap: counted, and found again from its address when dropped.
#[repr(C)]
pub struct HeapVec<T> {
    data: *mut T,
    len: usize,
    capacity: usize,
    marker: PhantomData<T>,
}

impl<T> HeapVec<T> {
    /// Empty, without memory.
    pub const fn new() -> HeapVec<T> {
        HeapVec { data: std::ptr::without_provenance_mut(16), len: 0, capacity: 0, marker: PhantomData }
    }

    /// Empty, with room for `capacity` elements.
    pub fn with_capacity(heap: &Allocator, capacity: usize) -> Result<HeapVec<T>, OutOfMemory> {
        let mut vec = HeapVec::new();
        vec.set_capacity(heap, capacity)?;
        Ok(vec)
    }

    /// The elements of `items`, whose number is known to the iterator.
    pub fn from_exact(heap: &Allocator, items: impl ExactSizeIterator<Item = T>) -> Result<HeapVec<T>, OutOfMemory> {
        let mut vec = HeapVec::with_capacity(heap, items.len())?;
        let mut items = items;
        loop {
            for item in items.by_ref().take(STRETCH) {
                vec.push(heap, item)?;
            }
            if items.len() == 0 {
                return Ok(vec);
            }
            heap.go_on()?;
        }
    }

    /// So many elements, each made by `make`.
    pub fn filled(heap: &Allocator, count: usize, make: impl Fn() -> T) -> Result<HeapVec<T>, OutOfMemory> {
        let mut vec: HeapVec<T> = HeapVec::with_capacity(heap, count)?;
        for i in 0..count {
            // SAFETY: there is room for all of them; a panic of `make` leaves the vector empty.
            unsafe { vec.data.add(i).write(make()) };
        }
        vec.len = count;
        Ok(vec)
    }

    /// Number of elements for which there is room.
    #[inline(always)]
    pub fn capacity(&self) -> usize {
        self.capacity
    }

    /// Changes the room to exactly `capacity` (at least the length).
    pub fn set_capacity(&mut self, heap: &Allocator, capacity: usize) -> Result<(), OutOfMemory> {
        const { assert!(align_of::<T>() <= 16 && size_of::<T>() > 0) };
        let capacity = capacity.max(self.len);
        let bytes = capacity.checked_mul(size_of::<T>()).ok_or(OutOfMemory)?;
        let old = self.capacity * size_of::<T>();
        // SAFETY: the buffer came from the heap with `old` bytes.
        self.data = unsafe { heap.resize_buffer(self.data.cast(), old, bytes)? }.cast();
        self.capacity = capacity;
        Ok(())
    }

    /// Makes room for `extra` more elements, growing by an eighth and a bit as CPython's list does.
    pub fn reserve(&mut self, heap: &Allocator, extra: usize) -> Result<(), OutOfMemory> {
        let needed = self.len.checked_add(extra).ok_or(OutOfMemory)?;
        if needed <= self.capacity {
            return Ok(());
        }
        let roomy = (needed.checked_add(needed >> 3).ok_or(OutOfMemory)? + 6) & !3;
        self.set_capacity(heap, roomy)
    }

    /// Appends.
    #[inline(always)]
    pub fn push(&mut self, heap: &Allocator, item: T) -> Result<(), OutOfMemory> {
        if self.len == self.capacity {
            self.grow_one(heap)?;
        }
        // SAFETY: there is room for one more.
        unsafe { self.data.add(self.len).write(item) };
        self.len += 1;
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn grow_one(&mut self, heap: &Allocator) -> Result<(), OutOfMemory> {
        self.reserve(heap, 1)
    }

    /// Removes and returns the last element.
    #[inline]
    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        // SAFETY: the element was initialised, and is now outside the length.
        Some(unsafe { self.data.add(self.len).read() })
    }

    /// Inserts before `index` (at most the length).
    pub fn insert(&mut self, heap: &Allocator, index: usize, item: T) -> Result<(), OutOfMemory> {
        let index = index.min(self.len);
        if self.len == self.capacity {
            self.grow_one(heap)?;
        }
        // SAFETY: there is room for one more; the moved range is initialised.
        unsafe {
            let at = self.data.add(index);
            std::ptr::copy(at, at.add(1), self.len - index);
            at.write(item);
        }
        self.len += 1;
        Ok(())
    }

    /// Removes the element at `index`, which must be in range.
    pub fn remove(&mut self, index: usize) -> T {
        assert!(index < self.len, "index in range");
        // SAFETY: the element is initialised; the ones behind it move down over it.
        unsafe {
            let at = self.data.add(index);
            let item = at.read();
            std::ptr::copy(at.add(1), at, self.len - index - 1);
            self.len -= 1;
            item
        }
    }

    /// Replaces `range` by `items`; returns the removed elements, to be dropped when the borrow has ended.
    pub fn splice(
        &mut self,
        heap: &Allocator,
        range: std::ops::Range<usize>,
        items: HeapVec<T>,
    ) -> Result<HeapVec<T>, OutOfMemory> {
        let (start, end) = (range.start.min(self.len), range.end.min(self.len).max(range.start.min(self.len)));
        let mut removed = HeapVec::with_capacity(heap, end - start)?;
        let added = items.len;
        if added > end - start {
            self.reserve(heap, added - (end - start))?;
        }
        // SAFETY: every element is moved exactly once: out to `removed`, along within the buffer, or in from `items`.
        unsafe {
            std::ptr::copy_nonoverlapping(self.data.add(start), removed.data, end - start);
            removed.len = end - start;
            std::ptr::copy(self.data.add(end), self.data.add(start + added), self.len - end);
            std::ptr::copy_nonoverlapping(items.data, self.data.add(start), added);
            self.len = self.len - (end - start) + added;
            let mut items = items;
            items.len = 0;
        }
        Ok(removed)
    }

    /// Appends clones of `items`.
    pub fn extend_from_slice(&mut self, heap: &Allocator, items: &[T]) -> Result<(), OutOfMemory>
    where
        T: Clone,
    {
        self.reserve(heap, items.len())?;
        let mut rest = items;
        loop {
            let (stretch, after) = rest.split_at(rest.len().min(STRETCH));
            for item in stretch {
                // SAFETY: room was made for all of them.
                unsafe { self.data.add(self.len).write(item.clone()) };
                self.len += 1;
            }
            if after.is_empty() {
                return Ok(());
            }
            heap.go_on()?;
            rest = after;
        }
    }

    /// Appends clones of `items`, `count` times over.
    pub fn extend_repeated(&mut self, heap: &Allocator, items: &[T], count: usize) -> Result<(), OutOfMemory>
    where
        T: Clone,
    {
        self.reserve_exact(heap, items.len().checked_mul(count).ok_or(OutOfMemory)?)?;
        if items.is_empty() {
            return Ok(());
        }
        let rounds = (STRETCH / items.len()).max(1);
        let mut left = count;
        loop {
            for _ in 0..rounds.min(left) {
                self.extend_from_slice(heap, items)?;
            }
            left = left.saturating_sub(rounds);
            if left == 0 {
                return Ok(());
            }
            heap.go_on()?;
        }
    }

    /// Appends all elements of another buffer.
    pub fn append(&mut self, heap: &Allocator, mut items: HeapVec<T>) -> Result<(), OutOfMemory> {
        self.reserve(heap, items.len)?;
        // SAFETY: room was made; the elements are moved, and `items` forgets them.
        unsafe { std::ptr::copy_nonoverlapping(items.data, self.data.add(self.len), items.len) };
        self.len += items.len;
        items.len = 0;
        Ok(())
    }

    /// Makes room for exactly `extra` more elements.
    pub fn reserve_exact(&mut self, heap: &Allocator, extra: usize) -> Result<(), OutOfMemory> {
        let needed = self.len.checked_add(extra).ok_or(OutOfMemory)?;
        if needed <= self.capacity { Ok(()) } else { self.set_capacity(heap, needed) }
    }

    /// Takes all elements out, leaving the buffer empty.
    pub fn take(&mut self) -> HeapVec<T> {
        std::mem::take(self)
    }

    /// Drops the elements from `len` on.
    pub fn truncate(&mut self, len: usize) {
        while self.len > len {
            drop(self.pop());
        }
    }

    /// Gives back room that a list of this length would not keep, as CPython's list does when it shrinks by half.
    pub fn shrink_lazily(&mut self, heap: &Allocator) {
        if self.len < self.capacity >> 1 {
            let roomy = if self.len == 0 { 0 } else { (self.len + (self.len >> 3) + 6) & !3 };
            // A failure to shrink keeps the old buffer: nothing is lost.
            let _ = self.set_capacity(heap, roomy);
        }
    }

    /// Address of the elements, for the VM's loop.
    #[inline(always)]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.data
    }

    /// Sets the length.
    ///
    /// # Safety
    /// Elements up to `len` are initialised, and `len` is at most the capacity.
    pub unsafe fn set_len(&mut self, len: usize) {
        self.len = len;
    }

    /// Bytes of the buffer, as the heap counts them.
    pub fn buffer_bytes(&self) -> usize {
        Allocator::rounded(self.capacity * size_of::<T>())
    }
}

impl<T> Default for HeapVec<T> {
    fn default() -> HeapVec<T> {
        HeapVec::new()
    }
}

impl<T> Deref for HeapVec<T> {
    type Target = [T];
    #[inline(always)]
    fn deref(&self) -> &[T] {
        // SAFETY: the first `len` elements are initialised.
        unsafe { std::slice::from_raw_parts(self.data, self.len) }
    }
}

impl<T> DerefMut for HeapVec<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as in `deref`, exclusively.
        unsafe { std::slice::from_raw_parts_mut(self.data, self.len) }
    }
}

impl<T> Drop for HeapVec<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the elements are initialised and not used again; the buffer is ours.
        unsafe {
            if std::mem::needs_drop::<T>() {
                std::ptr::drop_in_place(std::ptr::slice_from_raw_parts_mut(self.data, self.len));
            }
            Allocator::put_buffer(self.data.cast(), self.capacity * size_of::<T>());
        }
    }
}

impl<T: Trace> Trace for HeapVec<T> {
    const CONTAINER: bool = T::CONTAINER;
    #[inline(always)]
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        self.iter().for_each(|item| item.trace(visitor));
    }
    fn buffers(&self) -> usize {
        self.buffer_bytes() + self.iter().map(Trace::buffers).sum::<usize>()
    }
}
