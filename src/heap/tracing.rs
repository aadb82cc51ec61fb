//! Traces of allocations, for `tracemalloc`: which place in the program took each block that is alive.
//!
//! While tracing is on every allocation goes through the slow path (see `update_special`), and pools with traced blocks are
//! marked, so that neither path of the allocator carries a test for it while tracing is off. Such a pool has a number for
//! each of its grains: that of the place that took the block there, plus 1. What a place is, is the business of whoever
//! traces: the heap is told where the program runs (a frame and an instruction, as numbers) and asks for the place's number
//! when a block is taken.

use super::allocator::Allocator;
use super::arena::POOLS;
use super::object::Object;
use super::pool::{GRAIN, POOL, Pool};
use super::weak::AddressMap;
use std::cell::{Cell, RefCell};
use std::ptr::null_mut;

/// Gives the number of a place: frame and instruction.
pub type PlaceNumber = Box<dyn FnMut(usize, usize) -> u32>;

/// Numbers for the grains of a pool.
type PoolTraces = [u32; POOL / GRAIN];

/// Places remembered by their instruction.
const REMEMBERED: usize = 1 << 10;

/// State of tracing.
#[derive(Default)]
pub(super) struct Tracing {
    on: Cell<bool>,
    /// Whether nothing else sends allocations through the slow path.
    pub only: Cell<bool>,
    frame: Cell<usize>,
    instruction: Cell<usize>,
    number: RefCell<Option<PlaceNumber>>,
    /// Numbers by instruction, if they depend on nothing else.
    remembered: RefCell<Vec<(usize, u32)>>,
    /// Place and bytes of each traced block that lies in no pool, by address.
    large: RefCell<AddressMap<(u32, usize)>>,
    bytes: Cell<usize>,
    peak: Cell<usize>,
}

impl Tracing {
    /// The number of the place that runs; 0 if none does.
    #[inline]
    fn place(&self) -> u32 {
        let instruction = self.instruction.get();
        if instruction == 0 {
            return 0;
        }
        let mut remembered = self.remembered.borrow_mut();
        if let Some(known) = remembered.get_mut((instruction >> 3) % REMEMBERED) {
            if known.0 != instruction {
                *known = (instruction, self.ask(instruction));
            }
            return known.1;
        }
        self.ask(instruction)
    }

    #[inline(never)]
    fn ask(&self, instruction: usize) -> u32 {
        self.number.borrow_mut().as_mut().map_or(0, |number| number(self.frame.get(), instruction))
    }

    #[inline]
    fn add(&self, size: usize) {
        let bytes = self.bytes.get() + size;
        self.bytes.set(bytes);
        self.peak.set(self.peak.get().max(bytes));
    }
}

impl Allocator {
    /// Starts tracing: places have the numbers that `number` gives, from 1. With `by_instruction` they do not depend on
    /// the frame.
    pub fn start_tracing(&self, number: PlaceNumber, by_instruction: bool) {
        *self.tracing.number.borrow_mut() = Some(number);
        *self.tracing.remembered.borrow_mut() = vec![(0, 0); if by_instruction { REMEMBERED } else { 0 }];
        self.set_trace_place(0, 0);
        self.tracing.on.set(true);
        self.update_special();
    }

    /// Ends tracing; all traces are forgotten.
    pub fn stop_tracing(&self) {
        self.clear_traces();
        self.tracing.on.set(false);
        self.update_special();
        *self.tracing.number.borrow_mut() = None;
        *self.tracing.remembered.borrow_mut() = Vec::new();
    }

    /// Whether tracing is on.
    #[inline]
    pub fn is_tracing(&self) -> bool {
        self.tracing.on.get()
    }

    /// Says where the program runs: allocations from now on are that place's. 0 for nowhere.
    #[inline(always)]
    pub(crate) fn set_trace_place(&self, frame: usize, instruction: usize) {
        self.tracing.frame.set(frame);
        self.tracing.instruction.set(instruction);
    }

    /// Forgets all traces.
    pub fn clear_traces(&self) {
        self.each_pool(|pool| {
            // SAFETY: the pool is mapped.
            unsafe { drop_traces(pool) }
        });
        *self.tracing.large.borrow_mut() = AddressMap::default();
        self.tracing.bytes.set(0);
        self.tracing.peak.set(0);
    }

    /// A block outside the pools has been taken.
    pub(super) fn note_trace(&self, block: *const u8, size: usize) {
        let place = self.tracing.place();
        self.tracing.large.borrow_mut().insert(block.addr() as u64, (place, size));
        self.tracing.add(size);
    }

    /// A block of a pool has been taken.
    #[inline]
    pub(super) fn note_pool_trace(&self, pool: *mut Pool, block: *const u8, size: usize) {
        if cfg!(feature = "system-blocks") {
            return self.note_trace(block, size);
        }
        let place = self.tracing.place();
        // SAFETY: the pool is mapped; the mark only makes `put` look closer, and `traces` has a number for each grain.
        unsafe {
            if (*pool).traces.is_null() {
                (*pool).traces = Box::into_raw(Box::<PoolTraces>::new([0; POOL / GRAIN])).cast();
            }
            (*pool).aged = true;
            *(*pool).traces.add(grain(block)) = place + 1;
        }
        self.tracing.add(size);
    }

    /// A block outside the pools is given back.
    #[cold]
    #[inline(never)]
    pub(super) fn forget_trace(&self, block: *const u8) {
        if let Some((_, size)) = self.tracing.large.borrow_mut().remove(&(block.addr() as u64)) {
            self.tracing.bytes.set(self.tracing.bytes.get() - size);
        }
    }

    /// A block of a pool with traces is given back.
    ///
    /// # Safety
    /// The block lies in the pool, whose `traces` are not null.
    #[inline]
    pub(super) unsafe fn forget_pool_trace(&self, pool: *mut Pool, block: *const u8) {
        // SAFETY: as promised.
        unsafe {
            let number = (*pool).traces.add(grain(block));
            if *number != 0 {
                *number = 0;
                self.tracing.bytes.set(self.tracing.bytes.get() - (*pool).size as usize);
            }
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
        let mut found: Vec<(u32, usize)> = self.tracing.large.borrow().values().copied().collect();
        self.each_pool(|pool| {
            // SAFETY: the pool is mapped; `traces`, if any, has a number for each grain.
            unsafe {
                if !(*pool).traces.is_null() {
                    let numbers = &*(*pool).traces.cast::<PoolTraces>();
                    let taken = numbers.iter().filter(|&&number| number != 0);
                    found.extend(taken.map(|number| (number - 1, (*pool).size as usize)));
                }
            }
        });
        found
    }

    /// The place that took an object's block.
    pub fn trace_of(&self, object: &Object) -> Option<u32> {
        if !object.is_pointer() {
            return None;
        }
        let block = object.value().header().cast::<u8>();
        if cfg!(feature = "system-blocks") {
            return self.tracing.large.borrow().get(&(block.addr() as u64)).map(|(place, _)| *place);
        }
        // SAFETY: H9: objects lie in pools.
        unsafe {
            let traces = (*super::arena::pool_of(block)).traces;
            if traces.is_null() { None } else { (*traces.add(grain(block))).checked_sub(1) }
        }
    }

    /// Bytes that tracing itself needs, about.
    pub fn tracing_bytes(&self) -> usize {
        let mut bytes = self.tracing.large.borrow().capacity() * (size_of::<(u64, u32, usize)>() + 1);
        self.each_pool(|pool| {
            // SAFETY: the pool is mapped.
            bytes += if unsafe { (*pool).traces.is_null() } { 0 } else { size_of::<PoolTraces>() };
        });
        bytes
    }

    fn each_pool(&self, mut f: impl FnMut(*mut Pool)) {
        // SAFETY: H11; arenas in the table are mapped.
        let table = unsafe { &*self.pools.get() };
        for &arena in &table.arenas {
            for index in 0..POOLS {
                // SAFETY: as above.
                f(unsafe { &raw mut (*arena).pools[index] });
            }
        }
    }
}

/// Number of the grain in its pool that a block begins with.
#[inline(always)]
fn grain(block: *const u8) -> usize {
    (block.addr() & (POOL - 1)) / GRAIN
}

/// Gives the numbers of a pool back.
///
/// # Safety
/// The pool is mapped.
pub(super) unsafe fn drop_traces(pool: *mut Pool) {
    // SAFETY: what is not null came from a box.
    unsafe {
        if !(*pool).traces.is_null() {
            drop(Box::from_raw((*pool).traces.cast::<PoolTraces>()));
            (*pool).traces = null_mut();
        }
    }
}
