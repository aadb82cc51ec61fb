//! Freeing gives way to Ctrl-C.
//!
//! What frees very much looks up now and then. If Ctrl-C waits, the rest is put on a stack of leftovers, so that the
//! interrupt is delivered at once; the rest is freed in slices at the next safe points, in the same order. Only huge
//! buffers and masses of dead objects ever get here, and only while Ctrl-C waits or unwinds: all else is freed as promptly
//! as ever.
//!
//! Elements of a buffer on the stack are alive, and held by nothing that a collection sees: it takes them as held from
//! outside. Dead objects on it have a count of 0 and their contents: walks pass them by like free blocks (H2), and what
//! they refer to is held from outside too. Handles of a collection that was given up are references like others.
//!
//! A set of garbage that a collection has begun to free is another matter: members without contents are still referred to
//! by others. Nothing outside leads to them, so that only walks over the heap could meet them: while there is such a set,
//! none begins before it is freed (`object_pools`), and no collection either.

use super::allocator::{Allocator, Breaker, owner_of_large};
use super::arena::pool_of;
use super::cycle::Garbage;
use super::header::Header;
use super::huge;
use super::object::Object;
use crate::base::waste;
use std::ops::Range;

/// Elements of a buffer, or dead objects, that are freed between two looks.
const SLICE: usize = 1 << 13;
/// Bytes given back to the system between two looks.
const BYTES: usize = 64 << 20;
/// Bytes of a large page.
const PAGE: usize = 2 << 20;

/// What freeing has left for later.
pub(super) enum Leftover {
    /// Elements of a buffer, and the buffer.
    Elements(Elements),
    /// Dead objects; the last one comes next.
    Dead(Vec<*mut Header>),
    /// References.
    Handles(std::vec::IntoIter<Object>),
    /// Garbage that is half freed.
    Garbage(Garbage),
}

/// Elements that are still to be dropped, in a buffer that is still to be given back.
pub(super) struct Elements {
    data: *mut u8,
    rest: Range<usize>,
    backwards: bool,
    /// Drops the elements of a range.
    drop: unsafe fn(*mut u8, Range<usize>, bool),
    /// Bytes of the buffer; those from `resident` on went back to the system already.
    bytes: usize,
    resident: usize,
}

impl Elements {
    /// Frees a slice, in the end the buffer. Whether there is more to be done.
    ///
    /// # Safety
    /// Elements and buffer are as they were described, and nobody else's.
    unsafe fn go_on(&mut self) -> bool {
        if !self.rest.is_empty() {
            let count = self.rest.len().min(SLICE);
            let slice = match self.backwards {
                true => self.rest.end - count..self.rest.end,
                false => self.rest.start..self.rest.start + count,
            };
            match self.backwards {
                true => self.rest.end = slice.start,
                false => self.rest.start = slice.end,
            }
            // SAFETY: as promised; the slice is no longer part of the rest.
            unsafe { (self.drop)(self.data, slice, self.backwards) };
            return true;
        }
        if self.resident > BYTES + PAGE {
            // Steps end between two large pages.
            let kept = self.resident - BYTES - (self.data as usize + self.resident) % PAGE;
            // SAFETY: nobody reads the buffer's contents any more.
            unsafe { discard(self.data, kept..self.resident) };
            self.resident = kept;
            return true;
        }
        // SAFETY: as promised.
        unsafe { Allocator::put_buffer_at_once(self.data, self.bytes) };
        false
    }
}

/// Drops the elements of a range.
///
/// # Safety
/// They are initialised and nobody else's.
unsafe fn drop_elements<T>(data: *mut u8, range: Range<usize>, backwards: bool) {
    if !std::mem::needs_drop::<T>() {
        return;
    }
    let data = data.cast::<T>();
    // SAFETY: as promised.
    unsafe {
        match backwards {
            true => range.rev().for_each(|i| data.add(i).drop_in_place()),
            false => range.for_each(|i| data.add(i).drop_in_place()),
        }
    }
}

/// Gives the memory of whole pages in a range of a buffer back to the system, which may make them zeros.
///
/// # Safety
/// Nobody reads them any more before they are written.
unsafe fn discard(data: *mut u8, range: Range<usize>) {
    let start = (data as usize + range.start).next_multiple_of(PAGE);
    let end = (data as usize + range.end) & !(PAGE - 1);
    #[cfg(target_os = "linux")]
    if start < end {
        // SAFETY: the pages lie within the buffer.
        unsafe { libc::madvise(data.wrapping_add(start - data as usize).cast(), end - start, libc::MADV_DONTNEED) };
    }
    let _ = (start, end);
}

impl Allocator {
    /// Drops so many elements of a large buffer, and gives the buffer back.
    ///
    /// # Safety
    /// The buffer came from a heap with so many bytes, more than a small block's; the elements are initialised, and nobody
    /// uses them again.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn put_elements<T>(data: *mut T, len: usize, bytes: usize, backwards: bool) {
        let (data, drop) = (data.cast::<u8>(), drop_elements::<T> as unsafe fn(*mut u8, Range<usize>, bool));
        let mut elements = Elements { data, rest: 0..len, backwards, drop, bytes, resident: bytes };
        // SAFETY: as promised.
        unsafe {
            let heap = owner_of_large(data);
            loop {
                if heap.gives_way() {
                    return heap.leave(Leftover::Elements(elements));
                }
                if elements.rest.is_empty() {
                    return Allocator::put_buffer(data, bytes);
                }
                elements.go_on();
            }
        }
    }

    /// Drops references to garbage. If Ctrl-C waits, their rest is dropped later.
    pub fn drop_garbage(&self, handles: Vec<Object>) {
        let mut handles = handles.into_iter();
        while !handles.as_slice().is_empty() {
            if self.gives_way() {
                return self.leave(Leftover::Handles(handles));
            }
            self.drop_handles(&mut handles);
        }
    }

    /// Drops a slice of references to objects that a collection has found, and lists their pools for the next one.
    fn drop_handles(&self, handles: &mut std::vec::IntoIter<Object>) {
        let mut last = std::ptr::null_mut();
        for object in handles.by_ref().take(SLICE) {
            let pool = pool_of(object.value().header().cast());
            if pool != last {
                self.note_recent(&[pool]);
                last = pool;
            }
        }
    }

    fn leave(&self, leftover: Leftover) {
        // SAFETY: H11.
        unsafe { (*self.releasing.leftovers.get()).push(leftover) };
        self.request(Breaker::LEFTOVERS);
    }

    /// How many leftovers there are.
    pub(super) fn leftover_count(&self) -> usize {
        // SAFETY: H11.
        unsafe { (*self.releasing.leftovers.get()).len() }
    }

    /// Leaves dead objects for later, below the leftovers from `place` on.
    pub(super) fn leave_dead(&self, place: usize, dead: Vec<*mut Header>) {
        self.leave_below(place, Leftover::Dead(dead));
    }

    fn leave_below(&self, place: usize, leftover: Leftover) {
        // SAFETY: H11.
        unsafe { (*self.releasing.leftovers.get()).insert(place, leftover) };
        self.request(Breaker::LEFTOVERS);
    }

    /// Frees garbage, which gives way if Ctrl-C waits: the rest is left, below what its members have left.
    pub(super) fn release_garbage(&self, mut garbage: Garbage) {
        let place = self.leftover_count();
        self.releasing.half_freed.set(true);
        loop {
            // Blocks may only be freed when nothing refers to them any more.
            if self.gives_way() || self.leftover_count() > place {
                return self.leave_below(place, Leftover::Garbage(garbage));
            }
            if !garbage.go_on(self) {
                break;
            }
        }
        self.releasing.half_freed.set(false);
    }

    /// Whether a set of garbage among the leftovers is half freed.
    pub(super) fn is_half_freed(&self) -> bool {
        self.releasing.half_freed.get()
    }

    /// Frees what must not be met by a walk over the heap.
    pub(super) fn finish_garbage(&self) {
        while self.is_half_freed() && self.release_leftover() {}
    }

    /// Frees a slice of what was left. Whether there is more.
    pub fn release_leftover(&self) -> bool {
        if self.releasing.busy.get() {
            return false;
        }
        // SAFETY: H11; what lies on the stack is nobody else's.
        unsafe {
            let Some(next) = (*self.releasing.leftovers.get()).pop() else {
                self.withdraw(Breaker::LEFTOVERS);
                // Taken back if there is more of what lies outside the heap.
                let more = waste::go_on() || huge::go_on();
                if more {
                    self.request(Breaker::LEFTOVERS);
                }
                return more;
            };
            // What these two drop is released as everywhere: it may leave more, which comes first.
            let place = self.leftover_count();
            match next {
                Leftover::Garbage(mut garbage) => match garbage.go_on(self) {
                    true => self.leave_below(place, Leftover::Garbage(garbage)),
                    false => self.releasing.half_freed.set(false),
                },
                Leftover::Handles(mut handles) => {
                    self.drop_handles(&mut handles);
                    if !handles.as_slice().is_empty() {
                        self.leave_below(place, Leftover::Handles(handles));
                    }
                }
                Leftover::Elements(mut elements) => {
                    self.releasing.busy.set(true);
                    if elements.go_on() {
                        self.leave(Leftover::Elements(elements));
                    }
                    self.release_dead(0, usize::MAX);
                    self.releasing.busy.set(false);
                }
                Leftover::Dead(dead) => {
                    self.releasing.busy.set(true);
                    let settled = dead.len();
                    *self.releasing.dead.get() = dead;
                    self.release_dead(settled, SLICE);
                    self.releasing.busy.set(false);
                }
            }
        }
        true
    }

    /// Frees all that was left.
    pub fn release_leftovers(&self) {
        self.withdraw(Breaker::RAISED);
        while self.release_leftover() {}
    }

    /// The same, unless Ctrl-C waits.
    pub fn release_leftovers_watched(&self) {
        self.withdraw(Breaker::RAISED);
        while !self.interrupt_waits() && self.release_leftover() {}
    }
}
