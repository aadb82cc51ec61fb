//! Freeing: prompt, in CPython's order, and iterative: a chain of any length is freed with a flat native stack.
//!
//! An object whose count reaches 0 is destroyed at once, unless a destruction is under way on this heap: then it
//! waits in `dead`. After each destruction the newly dead are reversed, so that they are destroyed depth first in the
//! order in which they were given up, as nested deallocation would. Objects with a finaliser and weakref callbacks
//! need Python code, which must not run inside a drop: they become events, which the interpreter runs before the
//! next instruction.

use super::allocator::{Allocator, heap_of};
use super::header::Header;
use super::layout::Tail;
use super::leftover::Leftover;
use super::object::Object;
use super::shape::{ShapeEntry, ShapeFlags, ShapeId};
use super::value::Value;
use std::cell::{Cell, UnsafeCell};

/// Something that Python code must do about a dead object.
#[derive(Debug)]
pub enum Event {
    /// Call the object's `__del__`, then drop it (it lives again for that time).
    Finalize(Object),
    /// Call `callback(weakref)`.
    Callback {
        /// The callable.
        callback: Object,
        /// The weak reference whose target has died.
        weakref: Object,
    },
}

/// State of destruction.
#[derive(Default)]
pub(super) struct Releasing {
    pub(super) dead: UnsafeCell<Vec<*mut Header>>,
    pub(super) busy: Cell<bool>,
    pub(super) leftovers: UnsafeCell<Vec<Leftover>>,
    /// Whether a set of garbage among the leftovers is half freed.
    pub(super) half_freed: Cell<bool>,
    events: UnsafeCell<Vec<Event>>,
    settled: Cell<usize>,
}

impl Drop for Releasing {
    fn drop(&mut self) {
        // The heap ends: its blocks go with it.
        std::mem::forget(std::mem::take(self.leftovers.get_mut()));
    }
}

/// Destroys an object whose count has just reached 0.
///
/// # Safety
/// The block is live but for its count (H2), and nobody uses it any more.
#[cold]
#[inline(never)]
pub unsafe fn release(header: *mut Header) {
    let heap = heap_of(header);
    // SAFETY: the shape id of a live block is a row of its heap's table (H4).
    unsafe {
        // A string of this shape has its characters in its own block, and so have bytes: nothing is to be dropped.
        if (*header).shape == ShapeId::STR || (*header).shape == ShapeId::BYTES {
            return heap.put(header.cast());
        }
        // A tuple, list, dict or set with which nothing but leaves ends need not wait for its turn.
        let shape = (*header).shape;
        if (ShapeId::TUPLE..=ShapeId::FROZENSET).contains(&shape) {
            let entry = heap.shape(shape);
            if !entry.flags.has(ShapeFlags::WEAKLY_REFERENCED) && (entry.layout.drop_quietly)(header) {
                heap.collector.uncount_container();
                return heap.put(header.cast());
            }
        }
        release_other(heap, header);
    }
}

/// Destroys an object of which the caller holds the only reference, if it refers to nothing and nothing watches it; else
/// leaves it as it is and gives false.
///
/// # Safety
/// As for `release`, but that the count is still 1; if the answer is false, the reference is still the caller's.
#[inline(always)]
pub(super) unsafe fn release_leaf(header: *mut Header) -> bool {
    // SAFETY: as in `release`.
    unsafe {
        let shape = (*header).shape;
        if shape == ShapeId::STR || shape == ShapeId::BYTES {
            heap_of(header).put(header.cast());
            return true;
        }
        release_other_leaf(header)
    }
}

/// The same of what is no plain string.
#[inline(never)]
unsafe fn release_other_leaf(header: *mut Header) -> bool {
    let heap = heap_of(header);
    // SAFETY: as in `release`.
    unsafe {
        let entry = heap.shape((*header).shape);
        if entry.flags.0 & (ShapeFlags::LEAF | WATCHED) != ShapeFlags::LEAF {
            return false;
        }
        (*header).count = 0;
        (entry.layout.drop)(header);
        heap.put(header.cast());
    }
    true
}

/// What must be looked at before an object's body is dropped.
const WATCHED: u32 = ShapeFlags::WEAKLY_REFERENCED | ShapeFlags::SLOTS | ShapeFlags::FINALIZER;

/// Destroys what is no plain string. On its own, so that strings need none of the registers that it saves.
#[inline(never)]
unsafe fn release_other(heap: &Allocator, header: *mut Header) {
    // SAFETY: as in `release`.
    unsafe {
        let entry = heap.shape((*header).shape);
        if entry.flags.0 & (ShapeFlags::LEAF | WATCHED) == ShapeFlags::LEAF {
            (entry.layout.drop)(header);
            heap.put(header.cast());
        } else if heap.releasing.busy.get() {
            (*heap.releasing.dead.get()).push(header);
        } else {
            heap.release_all(header);
        }
    }
}

impl Allocator {
    #[inline(always)]
    unsafe fn release_all(&self, first: *mut Header) {
        self.releasing.busy.set(true);
        // SAFETY: `first` is dead and nobody's; the vector is only touched between destructions (H11).
        unsafe {
            self.destroy(first);
            if !(*self.releasing.dead.get()).is_empty() {
                self.release_dead(0, usize::MAX);
            }
        }
        self.releasing.busy.set(false);
    }

    /// Destroys those that wait, and all that dies with them; after about `most` objects, or if Ctrl-C waits, the rest is
    /// left for later. The first `settled` are in their order already.
    ///
    /// # Safety
    /// `busy` is set.
    #[inline(never)]
    pub(super) unsafe fn release_dead(&self, mut settled: usize, most: usize) {
        const LOOK: usize = 1 << 12;
        let (mut count, leftovers) = (0, self.leftover_count());
        loop {
            count += 1;
            if count % LOOK == 0 && (count >= most || self.gives_way()) {
                // SAFETY: H11.
                let dead = unsafe { &mut *self.releasing.dead.get() };
                dead[settled..].reverse();
                if !dead.is_empty() {
                    self.leave_dead(leftovers, std::mem::take(dead));
                }
                return;
            }
            // SAFETY: as in `release_all`.
            unsafe {
                let dead = &mut *self.releasing.dead.get();
                if dead.len() - settled > 1 {
                    dead[settled..].reverse();
                }
                let Some(next) = dead.pop() else { return };
                settled = dead.len();
                if settled == 0 && dead.capacity() > 1 << 16 {
                    dead.shrink_to(64);
                }
                self.destroy(next);
            }
        }
    }

    /// Ends one object: finaliser and weak references first, then its references, then the block.
    #[inline(always)]
    unsafe fn destroy(&self, header: *mut Header) {
        // SAFETY: as for `release`. The row stays where it is: nothing here makes shapes.
        unsafe {
            let entry = self.shape((*header).shape);
            if entry.flags.has(ShapeFlags::FINALIZER | ShapeFlags::WEAKLY_REFERENCED) && self.postpone(header) {
                return;
            }
            self.drop_contents(header, entry);
            if entry.flags.has(ShapeFlags::CONTAINER) {
                self.collector.uncount_container();
            }
            self.put(header.cast());
        }
    }

    /// Drops tail, body and the count on the class; the block stays.
    #[inline(always)]
    pub(super) unsafe fn drop_contents(&self, header: *mut Header, entry: &ShapeEntry) {
        // SAFETY: each word of tail and body is initialised as the shape says (H4) and is given up once.
        unsafe {
            if entry.flags.has(ShapeFlags::SLOTS | ShapeFlags::EXTRA) {
                let has_extra = entry.flags.has(ShapeFlags::EXTRA);
                let slots = Tail::slots(header, entry.layout, has_extra);
                for i in 0..entry.slots.min(entry.inline) as usize {
                    drop(Object::from_owned(*slots.add(i)));
                }
                if has_extra && *Tail::extra(header, entry.layout) != 0 {
                    drop_extra(*Tail::extra(header, entry.layout), entry);
                }
            }
            if entry.layout.needs_drop {
                (entry.layout.drop)(header);
            }
            if entry.flags.has(ShapeFlags::HEAP_CLASS) {
                drop(Object::from_owned(entry.class));
            }
        }
    }

    /// Turns finaliser and weakref callbacks into events. True if the object lives on until its event has run, or waits
    /// among the leftovers.
    #[cold]
    unsafe fn postpone(&self, header: *mut Header) -> bool {
        // SAFETY: the object is whole until its contents are dropped; for an event it gets a count again.
        unsafe {
            if self.shape((*header).shape).flags.has(ShapeFlags::FINALIZER)
                && self.weak.borrow_mut().finalized.insert(header as u64)
            {
                (*header).count = 1;
                self.push_event(Event::Finalize(Object::from_owned(Value::pointer(header))));
                return true;
            }
            if !self.clear_weakrefs(header, |_| true) {
                self.leave_dead(self.leftover_count(), vec![header]);
                return true;
            }
            if self.shape((*header).shape).flags.has(ShapeFlags::FINALIZER) {
                self.forget_special(header);
            }
        }
        false
    }

    pub(super) fn push_event(&self, event: Event) {
        // SAFETY: H11.
        unsafe { (*self.releasing.events.get()).push(event) };
        self.request(super::allocator::Breaker::EVENTS);
    }

    /// The next event, in the order in which CPython would have run the code: events that arose while the last one
    /// ran come before older ones.
    pub fn next_event(&self) -> Option<Event> {
        // SAFETY: H11.
        let events = unsafe { &mut *self.releasing.events.get() };
        let settled = self.releasing.settled.get().min(events.len());
        events[settled..].reverse();
        let event = events.pop();
        self.releasing.settled.set(events.len());
        if event.is_none() {
            self.withdraw(super::allocator::Breaker::EVENTS);
        }
        event
    }

    pub(super) fn is_releasing(&self) -> bool {
        self.releasing.busy.get()
    }

    /// How many events wait.
    #[inline(always)]
    pub fn event_count(&self) -> usize {
        // SAFETY: H11.
        unsafe { (*self.releasing.events.get()).len() }
    }

    /// Whether events wait.
    #[inline(always)]
    pub fn has_events(&self) -> bool {
        // SAFETY: H11.
        unsafe { !(*self.releasing.events.get()).is_empty() }
    }
}

/// Gives up the dict in an instance's extra word, or the slots beyond the inline ones and their buffer.
#[inline(never)]
unsafe fn drop_extra(extra: u64, entry: &ShapeEntry) {
    // SAFETY: as for `drop_contents`: the word is a dict's pointer or the address of a buffer that begins with its capacity.
    unsafe {
        if extra & 7 == 1 {
            drop(Object::from_owned(Value::from_bits(extra)));
        } else {
            let overflow = extra as *mut u64;
            for i in 0..entry.slots.saturating_sub(entry.inline) as usize {
                drop(Object::from_owned(Value::from_bits(*overflow.add(1 + i))));
            }
            Allocator::put_buffer(overflow.cast(), 8 * (1 + *overflow as usize));
        }
    }
}
