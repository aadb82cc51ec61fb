//! Feature `system-blocks`: every block is a system allocation of its own, for finding bad unsafe code with
//! AddressSanitizer or valgrind (`tests/tools/sanitize.sh`). Such a tool sees blocks of pools as one piece of memory;
//! like this it knows each block's bounds, and freed blocks are not used again for a long time.
//!
//! A block has a pool of its own: the descriptor lies in front of it. So the collector and the check, which walk pools,
//! need no other form.

use super::allocator::Allocator;
use super::arena::Side;
use super::pool::{GRAIN, Kind, Pool, State};
use std::alloc::Layout;
use std::cell::Cell;
use std::ptr::null_mut;

/// What lies in front of a block.
#[repr(C, align(16))]
struct Prefix {
    owner: *const Allocator,
    next: *mut Prefix,
    previous: *mut Prefix,
    pool: Pool,
}

const PREFIX: usize = size_of::<Prefix>();

fn layout(size: usize) -> Layout {
    Layout::from_size_align(PREFIX + size, 16).expect("small")
}

fn prefix_of(block: *const u8) -> *mut Prefix {
    block.wrapping_sub(PREFIX).cast_mut().cast()
}

/// The descriptor in front of a block.
pub fn pool_of(block: *const u8) -> *mut Pool {
    // SAFETY: only an address is computed; blocks have prefixes.
    unsafe { &raw mut (*prefix_of(block)).pool }
}

/// The heap that a block belongs to.
pub fn owner_of(block: *const u8) -> *const Allocator {
    // SAFETY: blocks have prefixes.
    unsafe { (*prefix_of(block)).owner }
}

/// The entry of a block in a scan; its offset in a pool of its own is 0.
pub fn side_of(block: *const u8) -> (Side, u32) {
    // SAFETY: blocks have prefixes.
    (unsafe { (*pool_of(block)).side }, 0)
}

/// Lets a block take part in a scan with the entry `first`.
///
/// # Safety
/// The descriptor is that of a live block.
pub unsafe fn take_part(pool: *mut Pool, first: u32) {
    // SAFETY: as promised.
    unsafe { (*pool).side = Side::new(first, (*pool).size, 0) };
}

/// The end of that.
///
/// # Safety
/// As for `take_part`.
pub unsafe fn leave_scan(pool: *mut Pool) {
    // SAFETY: as promised.
    unsafe { (*pool).side = Side::NONE };
}

/// All live blocks of a heap.
#[derive(Default)]
pub(super) struct SystemBlocks {
    first: Cell<*mut Prefix>,
}

impl SystemBlocks {
    /// Takes a block of a whole number of grains; null if the system has none.
    pub fn take(&self, owner: *const Allocator, kind: Kind, class: usize) -> *mut u8 {
        let size = class * GRAIN;
        // SAFETY: the size is not 0; the prefix is written before it is linked.
        unsafe {
            let prefix = std::alloc::alloc(layout(size)).cast::<Prefix>();
            if prefix.is_null() {
                return null_mut();
            }
            let block = prefix.cast::<u8>().add(PREFIX);
            let mut pool = Pool::sentinel();
            pool.start = block;
            pool.bump = block.add(size);
            pool.end = pool.bump;
            pool.live = 1;
            pool.size = size as u32;
            pool.kind = kind;
            pool.state = State::Full;
            pool.touched = true;
            let next = self.first.get();
            prefix.write(Prefix { owner, next, previous: null_mut(), pool });
            if !next.is_null() {
                (*next).previous = prefix;
            }
            self.first.set(prefix);
            block
        }
    }

    /// Gives a block back to the system; returns its size.
    ///
    /// # Safety
    /// The block came from `take` and is not used again.
    pub unsafe fn put(&self, block: *mut u8) -> usize {
        // SAFETY: live blocks are linked.
        unsafe {
            let prefix = prefix_of(block);
            let (next, previous, size) = ((*prefix).next, (*prefix).previous, (*prefix).pool.size as usize);
            if !next.is_null() {
                (*next).previous = previous;
            }
            if previous.is_null() {
                self.first.set(next);
            } else {
                (*previous).next = next;
            }
            std::alloc::dealloc(prefix.cast(), layout(size));
            size
        }
    }

    /// The pools of all live blocks.
    pub fn pools(&self) -> Vec<*mut Pool> {
        let mut pools = Vec::new();
        let mut at = self.first.get();
        while !at.is_null() {
            // SAFETY: the list holds live blocks.
            unsafe {
                pools.push(&raw mut (*at).pool);
                at = (*at).next;
            }
        }
        pools
    }
}

impl Drop for SystemBlocks {
    fn drop(&mut self) {
        while !self.first.get().is_null() {
            // SAFETY: the heap dies: what is left is only memory (H10).
            unsafe { self.put(self.first.get().cast::<u8>().add(PREFIX)) };
        }
    }
}
