//! Traces of allocations, for `tracemalloc`: which place in the program took each block that is alive.
//!
//! While tracing is on every allocation goes through the slow path (see `update_special`), and pools with traced blocks are
//! marked, so that neither path of the allocator carries a test for it while tracing is off. What a place is, is the
//! business of whoever sets it: here it is a number.

use super::allocator::Allocator;
use super::object::Object;
use super::pool::Pool;
use super::weak::AddressMap;
use std::cell::{Cell, RefCell};

/// State of tracing.
#[derive(Default)]
pub(super) struct Tracing {
    on: Cell<bool>,
    place: Cell<u32>,
    /// Place and bytes of each traced block, by address.
    blocks: RefCell<AddressMap<(u32, usize)>>,
    bytes: Cell<usize>,
    peak: Cell<usize>,
}

impl Allocator {
    /// Starts or ends tracing; either way all traces are forgotten.
    pub fn set_tracing(&self, on: bool) {
        self.tracing.on.set(on);
        self.clear_traces();
        self.update_special();
    }

    /// Whether tracing is on.
    #[inline]
    pub fn is_tracing(&self) -> bool {
        self.tracing.on.get()
    }

    /// Says which place in the program runs: allocations from now on are its.
    #[inline]
    pub fn set_trace_place(&self, place: u32) {
        self.tracing.place.set(place);
    }

    /// Forgets all traces.
    pub fn clear_traces(&self) {
        *self.tracing.blocks.borrow_mut() = AddressMap::default();
        self.tracing.bytes.set(0);
        self.tracing.peak.set(0);
    }

    /// A block has been taken.
    pub(super) fn note_trace(&self, block: *const u8, size: usize) {
        self.tracing.blocks.borrow_mut().insert(block.addr() as u64, (self.tracing.place.get(), size));
        let bytes = self.tracing.bytes.get() + size;
        self.tracing.bytes.set(bytes);
        self.tracing.peak.set(self.tracing.peak.get().max(bytes));
    }

    /// A block of a pool has been taken: its pool must be asked when it is given back.
    pub(super) fn note_pool_trace(&self, pool: *mut Pool, block: *const u8, size: usize) {
        // SAFETY: the pool is mapped; the mark only makes `put` look closer.
        unsafe { (*pool).aged = true };
        self.note_trace(block, size);
    }

    /// A block is given back.
    #[cold]
    #[inline(never)]
    pub(super) fn forget_trace(&self, block: *const u8) {
        if let Some((_, size)) = self.tracing.blocks.borrow_mut().remove(&(block.addr() as u64)) {
            self.tracing.bytes.set(self.tracing.bytes.get() - size);
        }
    }

    /// Bytes of traced blocks now, and at most since the start or the last `reset_trace_peak`.
    pub fn traced_bytes(&self) -> (usize, usize) {
        (self.tracing.bytes.get(), self.tracing.peak.get())
    }

    /// Makes the present traced bytes the peak.
    pub fn reset_trace_peak(&self) {
        self.tracing.peak.set(self.tracing.bytes.get());
    }

    /// Place and bytes of every traced block.
    pub fn traces(&self) -> Vec<(u32, usize)> {
        self.tracing.blocks.borrow().values().copied().collect()
    }

    /// The place that took an object's block.
    pub fn trace_of(&self, object: &Object) -> Option<u32> {
        if !object.is_pointer() {
            return None;
        }
        let address = object.value().header() as u64;
        self.tracing.blocks.borrow().get(&address).map(|(place, _)| *place)
    }

    /// Bytes that tracing itself needs, about.
    pub fn tracing_bytes(&self) -> usize {
        self.tracing.blocks.borrow().capacity() * (size_of::<(u64, u32, usize)>() + 1)
    }
}
