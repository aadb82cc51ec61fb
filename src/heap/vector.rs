//! A growable buffer in the heap: what lists, dicts and large strings keep their data in.

use super::allocator::{Allocator, OutOfMemory, give_up};
use super::object::Object;
use super::release::release_leaf;
use super::trace::{Trace, Visitor, trace_items};
use super::value::Value;
use crate::base::watch::STRETCH;
use std::marker::PhantomData;
use std::mem::{ManuallyDrop, MaybeUninit};
use std::ops::{Deref, DerefMut};

/// More elements than these are dropped in slices: they lie in a large buffer, whatever their size.
pub(crate) const MANY: usize = 1 << 16;

/// More elements than these are not moved along in one go.
const LONG_SPLICE: usize = 1 << 22;

/// What can be copied word by word.
///
/// # Safety
/// After a call of `share` another value of the same bits is valid, and is to be dropped as the first one is.
pub unsafe trait Shared: Sized {
    /// Counts a reference more for everything that the value refers to. Does not panic.
    fn share(&self);

    /// Writes values of the same bits to `target`, each of which is shared.
    ///
    /// # Safety
    /// There is room for them at `target`, which is another place.
    #[inline(always)]
    unsafe fn copy_shared(values: &[Self], target: *mut Self) {
        // SAFETY: as the caller promises; what the copies refer to is shared.
        unsafe { std::ptr::copy_nonoverlapping(values.as_ptr(), target, values.len()) };
        values.iter().for_each(Shared::share);
    }
}

/// The capacity that a vector of this length gets when it grows to it: an eighth and a bit more, as CPython's list.
#[inline(always)]
fn roomy(len: usize) -> Result<usize, OutOfMemory> {
    Ok((len.checked_add(len >> 3).ok_or(OutOfMemory)? + 6) & !3)
}

/// Whether any of the objects is more than a word.
#[inline(always)]
fn any_pointer(objects: &[Object; BESIDE]) -> bool {
    // The lowest bits of a pointer's word are 001: then, and only then, there is a borrow.
    let borrow = |object: &Object| ((object.value().bits() ^ 1) & 7).wrapping_sub(1);
    objects.iter().fold(0, |found, object| found | borrow(object)) >> 63 != 0
}

/// How many of the objects are left if those at the end that are words, which need nothing, are given up by groups.
///
/// # Safety
/// So many objects are initialised.
#[inline(always)]
unsafe fn before_words(objects: *const Object, mut left: usize) -> usize {
    while let Some(first) = left.checked_sub(BESIDE) {
        // SAFETY: the group lies within the objects.
        if any_pointer(unsafe { &*objects.add(first).cast::<[Object; BESIDE]>() }) {
            break;
        }
        left = first;
    }
    left
}

/// Gives up objects, the last one first.
///
/// # Safety
/// They are initialised, and nobody uses them again.
#[inline(always)]
pub(crate) unsafe fn put_objects(objects: *mut Object, len: usize) {
    let mut left = len;
    while left > 0 {
        // SAFETY: as the caller promises.
        unsafe {
            left = before_words(objects, left);
            let stop = left.saturating_sub(BESIDE);
            while left > stop {
                left -= 1;
                objects.add(left).drop_in_place();
            }
        }
    }
}

/// Gives up objects from the last one on, as long as none of them ends but leaves. Gives the number of those that are left.
///
/// # Safety
/// They are initialised, and those beyond the number that is given are not used again.
#[inline(always)]
pub(crate) unsafe fn put_leaves(objects: *mut Object, len: usize) -> usize {
    let mut left = len;
    while left > 0 {
        // SAFETY: as the caller promises; the last reference of a leaf is given up with it.
        unsafe {
            left = before_words(objects, left);
            let stop = left.saturating_sub(BESIDE);
            while left > stop {
                let word = (*objects.add(left - 1)).value();
                if word.is_pointer() {
                    let header = word.header();
                    let count = (*header).count;
                    if count > 1 {
                        (*header).count = count - 1;
                    } else if !release_leaf(header) {
                        return left;
                    }
                }
                left -= 1;
            }
        }
    }
    0
}

/// So many objects are asked together whether they are words.
const BESIDE: usize = 8;

// SAFETY: H3: an object is a word, and each owner of it is counted.
unsafe impl Shared for Object {
    #[inline(always)]
    fn share(&self) {
        std::mem::forget(self.clone());
    }

    #[inline(always)]
    unsafe fn copy_shared(values: &[Object], target: *mut Object) {
        // SAFETY: as the caller promises: each place is written once, with a reference of its own.
        values.iter().enumerate().for_each(|(i, object)| unsafe { target.add(i).write(object.clone()) });
    }
}

// SAFETY: it refers to nothing.
unsafe impl Shared for u8 {
    #[inline(always)]
    fn share(&self) {}
}

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
    #[inline(always)]
    pub const fn new() -> HeapVec<T> {
        HeapVec { data: std::ptr::without_provenance_mut(16), len: 0, capacity: 0, marker: PhantomData }
    }

    /// Empty, with room for `capacity` elements. As with the other makers it is made in registers: what lies in memory
    /// word by word and is moved on at once in larger pieces is waited for.
    #[inline(always)]
    pub fn with_capacity(heap: &Allocator, capacity: usize) -> Result<HeapVec<T>, OutOfMemory> {
        const { assert!(align_of::<T>() <= 16 && size_of::<T>() > 0) };
        let bytes = capacity.checked_mul(size_of::<T>()).ok_or(OutOfMemory)?;
        Ok(HeapVec { data: heap.take_buffer(bytes)?.cast(), len: 0, capacity, marker: PhantomData })
    }

    /// The elements of `items`, whose number is known to the iterator.
    #[inline]
    pub fn from_exact(heap: &Allocator, items: impl ExactSizeIterator<Item = T>) -> Result<HeapVec<T>, OutOfMemory> {
        let (capacity, mut items) = (items.len(), items);
        const { assert!(align_of::<T>() <= 16 && size_of::<T>() > 0) };
        let bytes = capacity.checked_mul(size_of::<T>()).ok_or(OutOfMemory)?;
        let data = heap.take_buffer(bytes)?.cast::<T>();
        let mut len = 0;
        loop {
            for item in items.by_ref().take((capacity - len).min(STRETCH)) {
                // SAFETY: there is room for `capacity` items; a panic of the iterator leaves them to nobody.
                unsafe { data.add(len).write(item) };
                len += 1;
            }
            if len == capacity || items.len() == 0 {
                return Ok(HeapVec { data, len, capacity, marker: PhantomData });
            }
            if let Err(stopped) = heap.go_on() {
                drop(HeapVec { data, len, capacity, marker: PhantomData });
                return Err(stopped);
            }
        }
    }

    /// So many elements, made one after the other by `make`, which are few enough for no look at what waits.
    #[inline(always)]
    pub fn made<E: From<OutOfMemory>>(
        heap: &Allocator,
        count: usize,
        mut make: impl FnMut() -> Result<T, E>,
    ) -> Result<HeapVec<T>, E> {
        let mut vec: HeapVec<T> = HeapVec::with_capacity(heap, count)?;
        while vec.len < count {
            let item = make()?;
            // SAFETY: there is room for all of them.
            unsafe { vec.data.add(vec.len).write(item) };
            vec.len += 1;
        }
        Ok(vec)
    }

    /// Clones of `items`.
    #[inline(always)]
    pub fn copied(heap: &Allocator, items: &[T]) -> Result<HeapVec<T>, OutOfMemory>
    where
        T: Shared,
    {
        const { assert!(align_of::<T>() <= 16 && size_of::<T>() > 0) };
        let data = if items.len() > STRETCH {
            HeapVec::copied_long(heap, items)?
        } else {
            let data = heap.take_buffer(size_of_val(items))?.cast::<T>();
            // SAFETY: there is room for the elements.
            unsafe { T::copy_shared(items, data) };
            data
        };
        Ok(HeapVec { data, len: items.len(), capacity: items.len(), marker: PhantomData })
    }

    /// A buffer of clones of `items`, just large enough.
    #[inline(never)]
    fn copied_long(heap: &Allocator, items: &[T]) -> Result<*mut T, OutOfMemory>
    where
        T: Shared,
    {
        let mut vec = HeapVec::with_capacity(heap, items.len())?;
        vec.extend_from_slice(heap, items)?;
        Ok(ManuallyDrop::new(vec).data)
    }

    /// So many elements, each made by `make`.
    #[inline(always)]
    pub fn filled(heap: &Allocator, count: usize, make: impl Fn() -> T) -> Result<HeapVec<T>, OutOfMemory> {
        const { assert!(align_of::<T>() <= 16 && size_of::<T>() > 0) };
        let bytes = count.checked_mul(size_of::<T>()).ok_or(OutOfMemory)?;
        let data = heap.take_buffer(bytes)?.cast::<T>();
        let mut done = 0;
        loop {
            let end = (done + STRETCH).min(count);
            for i in done..end {
                // SAFETY: there is room for all of them; a panic of `make` leaves them and the buffer to nobody.
                unsafe { data.add(i).write(make()) };
            }
            done = end;
            if done == count {
                return Ok(HeapVec { data, len: count, capacity: count, marker: PhantomData });
            }
            if let Err(stopped) = heap.go_on() {
                drop(HeapVec { data, len: done, capacity: count, marker: PhantomData });
                return Err(stopped);
            }
        }
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
        self.data = match old {
            0 => heap.take_buffer(bytes)?.cast(),
            // SAFETY: the buffer came from the heap with `old` bytes.
            _ => unsafe { heap.resize_buffer(self.data.cast(), old, bytes)? }.cast(),
        };
        self.capacity = capacity;
        Ok(())
    }

    /// Makes room for `extra` more elements, growing by an eighth and a bit as CPython's list does.
    pub fn reserve(&mut self, heap: &Allocator, extra: usize) -> Result<(), OutOfMemory> {
        let needed = self.len.checked_add(extra).ok_or(OutOfMemory)?;
        if needed <= self.capacity {
            return Ok(());
        }
        self.set_capacity(heap, roomy(needed)?)
    }

    /// Makes room for `extra` more elements: as much as there would be if they were appended one by one.
    pub fn reserve_steps(&mut self, heap: &Allocator, extra: usize) -> Result<(), OutOfMemory> {
        let needed = self.len.checked_add(extra).ok_or(OutOfMemory)?;
        if needed <= self.capacity {
            return Ok(());
        }
        let mut capacity = self.capacity;
        while capacity < needed {
            capacity = roomy(capacity.checked_add(1).ok_or(OutOfMemory)?)?;
        }
        self.set_capacity(heap, capacity)
    }

    /// Appends.
    #[inline(always)]
    pub fn push(&mut self, heap: &Allocator, item: T) -> Result<(), OutOfMemory> {
        let item = ManuallyDrop::new(item);
        if self.len == self.capacity && self.grow_one(heap).is_err() {
            // SAFETY: the item is given up here, and nowhere else.
            give_up(unsafe { std::ptr::read(&*item) });
            return Err(OutOfMemory);
        }
        // SAFETY: there is room for one more.
        unsafe { self.data.add(self.len).cast::<ManuallyDrop<T>>().write(item) };
        self.len += 1;
        Ok(())
    }

    /// Appends, or gives the item back if there is no memory for it.
    #[inline(always)]
    pub fn push_or_back(&mut self, heap: &Allocator, item: T) -> Option<T> {
        if self.len == self.capacity && self.grow_one(heap).is_err() {
            return Some(item);
        }
        // SAFETY: there is room for one more.
        unsafe { self.data.add(self.len).write(item) };
        self.len += 1;
        None
    }

    #[cold]
    #[inline(never)]
    fn grow_one(&mut self, heap: &Allocator) -> Result<(), OutOfMemory> {
        /// The room that `reserve` makes for the first one.
        const FIRST: usize = 4;
        if self.capacity > 0 {
            return self.reserve(heap, 1);
        }
        self.data = heap.take_buffer(FIRST * size_of::<T>())?.cast();
        self.capacity = FIRST;
        Ok(())
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
        let mut removed: HeapVec<T> = HeapVec::with_capacity(heap, end - start)?;
        let added = items.len;
        let grows = self.len - (end - start) + added > self.capacity;
        if added > LONG_SPLICE || grows && self.len - start > LONG_SPLICE {
            return self.splice_long(heap, start..end, items);
        }
        if added > end - start {
            self.reserve(heap, added - (end - start))?;
        }
        // SAFETY: every element is moved exactly once: out to `removed`, along within the buffer, or in from `items`.
        unsafe {
            heap.copy_long(self.data.add(start).cast(), removed.data.cast(), (end - start) * size_of::<T>())?;
            removed.len = end - start;
            std::ptr::copy(self.data.add(end), self.data.add(start + added), self.len - end);
            std::ptr::copy_nonoverlapping(items.data, self.data.add(start), added);
            self.len = self.len - (end - start) + added;
            let mut items = items;
            items.len = 0;
        }
        Ok(removed)
    }

    /// [`HeapVec::splice`] for very many elements: all are copied to a new buffer, a stretch at a time.
    #[cold]
    #[inline(never)]
    fn splice_long(
        &mut self,
        heap: &Allocator,
        range: std::ops::Range<usize>,
        mut items: HeapVec<T>,
    ) -> Result<HeapVec<T>, OutOfMemory> {
        let mut removed = HeapVec::with_capacity(heap, range.len())?;
        let len = (self.len - range.len()).checked_add(items.len).ok_or(OutOfMemory)?;
        let mut all: HeapVec<T> = HeapVec::new();
        all.reserve(heap, len)?;
        let parts = [
            (self.data.cast_const(), all.data, range.start),
            (items.data, all.data.wrapping_add(range.start), items.len),
            (self.data.wrapping_add(range.end), all.data.wrapping_add(range.start + items.len), self.len - range.end),
            (self.data.wrapping_add(range.start), removed.data, range.len()),
        ];
        for (from, to, count) in parts {
            // SAFETY: each part lies in its buffer, and there is room for it in the other. The copies are nobody's until
            // all are made.
            unsafe { heap.copy_very_long(from.cast(), to.cast(), count * size_of::<T>())? };
        }
        (all.len, removed.len, items.len, self.len) = (len, range.len(), 0, 0);
        *self = all;
        Ok(removed)
    }

    /// Removes `count` elements, at least one: the one at `first` and every `step`th behind it, all of them in range. They
    /// are given back, to be dropped when the borrow has ended.
    ///
    /// # Errors
    /// `OutOfMemory`; then nothing has changed.
    pub fn remove_stepped(
        &mut self,
        heap: &Allocator,
        first: usize,
        step: usize,
        count: usize,
    ) -> Result<HeapVec<T>, OutOfMemory> {
        let last = (count - 1).checked_mul(step).and_then(|span| span.checked_add(first));
        assert!(step > 0 && last.is_some_and(|last| last < self.len), "elements in range");
        let mut removed = HeapVec::with_capacity(heap, count)?;
        if self.len <= MANY {
            // SAFETY: each element is moved once, to `removed` or down; the length tells where they end.
            unsafe { self.part_stepped((first, step, count), removed.data, self.data.add(first), || Ok(()))? };
            removed.len = count;
            self.len -= count;
            return Ok(removed);
        }
        // Both parts are made beside the old buffer: if Ctrl-C ends this, they are forgotten.
        let mut kept: HeapVec<T> = HeapVec::with_capacity(heap, self.len - count)?;
        // SAFETY: each element is copied once, to one of the parts, which have room for them and own nothing while their
        // length is 0; then the old buffer forgets all.
        unsafe {
            for start in (0..first).step_by(STRETCH) {
                let stretch = STRETCH.min(first - start);
                std::ptr::copy_nonoverlapping(self.data.add(start), kept.data.add(start), stretch);
                heap.go_on()?;
            }
            self.part_stepped((first, step, count), removed.data, kept.data.add(first), || heap.go_on())?;
            removed.len = count;
            kept.len = self.len - count;
            self.len = 0;
        }
        std::mem::swap(self, &mut kept);
        Ok(removed)
    }

    /// Copies the elements from `first` on: every `step`th, `count` of them, to `removed`, the others to `kept`, which may
    /// be the place of `first` itself. After each stretch of elements `look` is asked whether to go on.
    unsafe fn part_stepped(
        &self,
        (first, step, count): (usize, usize, usize),
        removed: *mut T,
        mut kept: *mut T,
        look: impl Fn() -> Result<(), OutOfMemory>,
    ) -> Result<(), OutOfMemory> {
        let mut unseen = 0;
        for i in 0..count {
            let at = first + i * step;
            let end = if i + 1 == count { self.len } else { at + step };
            // SAFETY: as the caller promises; what is kept moves down or to another buffer.
            unsafe {
                std::ptr::copy_nonoverlapping(self.data.add(at), removed.add(i), 1);
                let mut from = at + 1;
                unseen += 1;
                while from < end {
                    let stretch = STRETCH.min(end - from);
                    std::ptr::copy(self.data.add(from), kept, stretch);
                    (from, kept, unseen) = (from + stretch, kept.add(stretch), unseen + stretch);
                    if unseen >= STRETCH {
                        unseen = 0;
                        look()?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Appends clones of `items`.
    #[inline]
    pub fn extend_from_slice(&mut self, heap: &Allocator, items: &[T]) -> Result<(), OutOfMemory>
    where
        T: Shared,
    {
        if items.len() > self.capacity - self.len {
            self.reserve(heap, items.len())?;
        }
        let mut rest = items;
        loop {
            let (stretch, after) = rest.split_at(rest.len().min(STRETCH));
            // SAFETY: room was made for all of them.
            unsafe { T::copy_shared(stretch, self.data.add(self.len)) };
            self.len += stretch.len();
            if after.is_empty() {
                return Ok(());
            }
            heap.go_on()?;
            rest = after;
        }
    }

    /// Appends all elements of another buffer, which is taken over if there is none yet.
    pub fn append(&mut self, heap: &Allocator, mut items: HeapVec<T>) -> Result<(), OutOfMemory> {
        if self.capacity == 0 {
            *self = items;
            return Ok(());
        }
        self.reserve(heap, items.len)?;
        let (from, to) = (items.data.cast_const(), self.data.wrapping_add(self.len));
        // SAFETY: room was made; the elements are moved when all are copied, and `items` forgets them.
        unsafe { heap.copy_long(from.cast(), to.cast(), items.len * size_of::<T>())? };
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
        if !std::mem::needs_drop::<T>() {
            self.len = self.len.min(len);
        }
        while self.len > len {
            drop(self.pop());
        }
    }

    /// Gives back room that a list of this length would not keep, as CPython's list does when it shrinks by half.
    pub fn shrink_lazily(&mut self, heap: &Allocator) {
        if self.len < self.capacity >> 1 {
            let wanted = if self.len == 0 { Ok(0) } else { roomy(self.len) };
            if let Ok(wanted) = wanted
                && wanted < self.capacity
            {
                // A failure to shrink keeps the old buffer: nothing is lost.
                let _ = self.set_capacity(heap, wanted);
            }
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

/// Writes clones of the object at `first` and every `step`th from there on, `count` of them, all in range of `items`.
///
/// # Safety
/// There is room for them at `target`, which is another place.
#[inline(never)]
unsafe fn copy_stepped(items: &[Object], (first, step, count): (usize, isize, usize), target: *mut Object) {
    if step == -1 && count > 0 {
        let span = items[first + 1 - count..=first].iter().rev();
        // SAFETY: as promised: each place is written once, with a reference of its own.
        span.enumerate().for_each(|(i, object)| unsafe { target.add(i).write(object.clone()) });
        return;
    }
    let mut at = first;
    for i in 0..count {
        // SAFETY: as above; the index is checked.
        unsafe { target.add(i).write(items[at].clone()) };
        at = at.wrapping_add_signed(step);
    }
}

impl HeapVec<Object> {
    /// Gives up the elements from the last one on, as long as none of them ends but leaves, and if that is all of them the
    /// buffer; else gives false.
    ///
    /// # Safety
    /// If the answer is true, it is not used again.
    #[inline(always)]
    pub(crate) unsafe fn drop_leaves(&mut self) -> bool {
        if self.len > MANY {
            return false;
        }
        // SAFETY: the elements are initialised, and those that are given up are outside the length then; the buffer is ours.
        unsafe {
            self.len = put_leaves(self.data, self.len);
            if self.len > 0 {
                return false;
            }
            Allocator::put_buffer_inline(self.data.cast(), self.capacity * size_of::<Object>());
        }
        true
    }

    /// Drops the elements from the last to the first, and the buffer.
    pub fn drop_backwards(&mut self) {
        if self.len > MANY {
            let mut own = ManuallyDrop::new(self.take());
            // SAFETY: more elements than `MANY` lie in a large buffer; they are not used again.
            unsafe { Allocator::put_elements(own.data, own.len, own.capacity * size_of::<Object>(), true) };
            own.len = 0;
            return;
        }
        let len = std::mem::take(&mut self.len);
        // SAFETY: the elements were initialised, and are outside the length.
        unsafe { put_objects(self.data, len) };
    }

    /// Appends `items`, `count` times over.
    pub fn extend_repeated(&mut self, heap: &Allocator, items: &[Object], count: usize) -> Result<(), OutOfMemory> {
        self.reserve_exact(heap, items.len().checked_mul(count).ok_or(OutOfMemory)?)?;
        if items.is_empty() {
            return Ok(());
        }
        if items.len() > STRETCH {
            for _ in 0..count {
                for part in items.chunks(STRETCH) {
                    self.extend_from_slice(heap, part)?;
                    heap.go_on()?;
                }
            }
            return Ok(());
        }
        let rounds = STRETCH / items.len();
        let mut left = count;
        while left > 0 {
            let times = rounds.min(left);
            // SAFETY: room for all rounds was made; each word that is written is a reference of its own (H3), and the
            // counts stay below those of immortal objects as they do if references are taken one by one.
            unsafe {
                for item in items {
                    let word = item.value();
                    if word.is_pointer() {
                        (*word.header()).count += times as u32;
                    }
                }
                let place = self.data.add(self.len).cast::<Value>();
                if let [item] = items {
                    std::slice::from_raw_parts_mut(place.cast::<MaybeUninit<Value>>(), times)
                        .fill(MaybeUninit::new(item.value()));
                } else {
                    for round in 0..times {
                        let place = place.add(round * items.len());
                        std::ptr::copy_nonoverlapping(items.as_ptr().cast(), place, items.len());
                    }
                }
            }
            self.len += times * items.len();
            left -= times;
            if left > 0 {
                heap.go_on()?;
            }
        }
        Ok(())
    }

    /// The object at `first` and every `step`th from there on, `count` of them, all in range of `items`.
    #[inline(always)]
    pub fn stepped(
        heap: &Allocator,
        items: &[Object],
        parts: (usize, isize, usize),
    ) -> Result<HeapVec<Object>, OutOfMemory> {
        let count = parts.2;
        if count > STRETCH {
            return HeapVec::stepped_long(heap, items, parts);
        }
        // Made in registers, as by `with_capacity`.
        let data = heap.take_buffer(count * size_of::<Object>())?.cast();
        // SAFETY: there is room for all of them.
        unsafe { copy_stepped(items, parts, data) };
        Ok(HeapVec { data, len: count, capacity: count, marker: PhantomData })
    }

    /// The same of so many that Ctrl-C may be looked at.
    #[inline(never)]
    fn stepped_long(
        heap: &Allocator,
        items: &[Object],
        parts: (usize, isize, usize),
    ) -> Result<HeapVec<Object>, OutOfMemory> {
        let mut vec: HeapVec<Object> = HeapVec::with_capacity(heap, parts.2)?;
        vec.extend_stepped(heap, items, parts)?;
        Ok(vec)
    }

    /// Appends the object at `first` and every `step`th from there on, `count` of them, all in range of `items`.
    pub fn extend_stepped(
        &mut self,
        heap: &Allocator,
        items: &[Object],
        (first, step, count): (usize, isize, usize),
    ) -> Result<(), OutOfMemory> {
        self.reserve(heap, count)?;
        let all = self.len + count;
        let mut at = first;
        loop {
            let end = (self.len + STRETCH).min(all);
            if step == -1 && end > self.len {
                let stretch = &items[at + 1 - (end - self.len)..=at];
                // SAFETY: there is room for `count`; each place is written once, from the last one on.
                unsafe {
                    let mut place = self.data.add(end);
                    for item in stretch {
                        place = place.sub(1);
                        place.write(item.clone());
                    }
                }
                self.len = end;
                at = at.wrapping_sub(stretch.len());
            }
            while self.len < end {
                // SAFETY: there is room for `count`; the index is checked.
                unsafe { self.data.add(self.len).write(items[at].clone()) };
                self.len += 1;
                at = at.wrapping_add_signed(step);
            }
            if end == all {
                return Ok(());
            }
            heap.go_on()?;
        }
    }
}

/// The elements of a buffer, one after the other.
pub struct IntoIter<T> {
    /// Its length is 0: the elements from `next` to `end` are the iterator's.
    buffer: HeapVec<T>,
    next: usize,
    end: usize,
}

impl<T> IntoIterator for HeapVec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(mut self) -> IntoIter<T> {
        let end = std::mem::take(&mut self.len);
        IntoIter { buffer: self, next: 0, end }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.next == self.end {
            return None;
        }
        self.next += 1;
        // SAFETY: the element is the iterator's, and given up.
        Some(unsafe { self.buffer.data.add(self.next - 1).read() })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T> Drop for IntoIter<T> {
    fn drop(&mut self) {
        self.for_each(drop);
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
        if self.capacity == 0 {
            return;
        }
        // SAFETY: the elements are initialised and not used again; the buffer is ours.
        unsafe {
            if std::mem::needs_drop::<T>() {
                if self.len > MANY {
                    return Allocator::put_elements(self.data, self.len, self.capacity * size_of::<T>(), false);
                }
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
        trace_items(self, visitor, |visitor, item| item.trace(visitor));
    }
    fn buffers(&self) -> usize {
        self.buffer_bytes() + self.iter().map(Trace::buffers).sum::<usize>()
    }
}
