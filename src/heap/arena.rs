//! Arenas: 1 MiB from the system, aligned to 1 MiB, holding 16 pools and their descriptors.

use super::allocator::Allocator;
use super::pool::{POOL, Pool, State};
use std::ptr::null_mut;

/// Bytes and alignment of an arena.
pub const ARENA: usize = 1 << 20;
/// Pools in an arena.
pub const POOLS: usize = ARENA / POOL;

/// The header at the start of an arena; it takes the first bytes of pool 0.
#[repr(C)]
pub struct Arena {
    /// The heap that owns the arena: how a handle finds its heap (H9).
    pub owner: *const Allocator,
    /// Pools in use.
    pub used: u32,
    /// Descriptors, in address order.
    pub pools: [Pool; POOLS],
    /// Ages of the blocks, see `generation`.
    pub ages: [super::generation::Ages; POOLS],
}

/// The arena that a block lies in.
#[inline(always)]
pub fn arena_of(block: *const u8) -> *mut Arena {
    block.map_addr(|a| a & !(ARENA - 1)).cast_mut().cast()
}

/// The descriptor of the pool that a block lies in.
#[cfg(not(feature = "system-blocks"))]
#[inline(always)]
pub fn pool_of(block: *const u8) -> *mut Pool {
    let index = (block.addr() >> POOL.trailing_zeros()) & (POOLS - 1);
    let arena = arena_of(block);
    // SAFETY: H9: every block of a pool lies in an arena with a header; only an address is computed.
    unsafe { (&raw mut (*arena).pools).cast::<Pool>().add(index) }
}

/// The heap that a block belongs to.
#[cfg(not(feature = "system-blocks"))]
#[inline(always)]
pub fn owner_of(block: *const u8) -> *const Allocator {
    // SAFETY: H9: every block of a pool lies in an arena whose header names its heap.
    unsafe { (*arena_of(block)).owner }
}

#[cfg(feature = "system-blocks")]
pub use super::system::{owner_of, pool_of};

impl Arena {
    /// Maps a new arena, or returns null.
    pub fn map(owner: *const Allocator) -> *mut Arena {
        let memory = map_aligned();
        if memory.is_null() {
            return null_mut();
        }
        let arena = memory.cast::<Arena>();
        // SAFETY: the memory is ours, aligned, and large enough for the header.
        unsafe {
            (&raw mut (*arena).owner).write(owner);
            (&raw mut (*arena).used).write(0);
            for i in 0..POOLS {
                let mut pool = Pool::sentinel();
                let begin = if i == 0 { size_of::<Arena>().next_multiple_of(64) } else { i * POOL };
                pool.start = memory.add(begin);
                pool.bump = pool.start;
                pool.end = memory.add((i + 1) * POOL);
                pool.state = State::Unused;
                (&raw mut (*arena).pools).cast::<Pool>().add(i).write(pool);
            }
        }
        arena
    }

    /// Gives the arena back to the system.
    ///
    /// # Safety
    /// No block of it is live, and nothing points into it.
    pub unsafe fn unmap(arena: *mut Arena) {
        // SAFETY: the memory came from `map_aligned`.
        unsafe { unmap_aligned(arena.cast()) }
    }
}

#[cfg(unix)]
fn map_aligned() -> *mut u8 {
    // SAFETY: fresh anonymous mappings; only the unaligned ends of our own mapping are unmapped again.
    unsafe {
        let protection = libc::PROT_READ | libc::PROT_WRITE;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANON;
        let memory = libc::mmap(null_mut(), 2 * ARENA, protection, flags, -1, 0);
        if memory == libc::MAP_FAILED {
            return null_mut();
        }
        let start = memory.cast::<u8>();
        let skip = start.align_offset(ARENA);
        if skip > 0 {
            libc::munmap(memory, skip);
        }
        libc::munmap(start.add(skip + ARENA).cast(), ARENA - skip);
        start.add(skip)
    }
}

#[cfg(unix)]
unsafe fn unmap_aligned(memory: *mut u8) {
    // SAFETY: the caller gives up the whole mapping.
    unsafe {
        libc::munmap(memory.cast(), ARENA);
    }
}

#[cfg(not(unix))]
fn layout() -> std::alloc::Layout {
    std::alloc::Layout::from_size_align(ARENA, ARENA).expect("constant")
}

#[cfg(not(unix))]
fn map_aligned() -> *mut u8 {
    // SAFETY: the size is not 0.
    unsafe { std::alloc::alloc(layout()) }
}

#[cfg(not(unix))]
unsafe fn unmap_aligned(memory: *mut u8) {
    // SAFETY: allocated by `map_aligned` with the same layout.
    unsafe { std::alloc::dealloc(memory, layout()) }
}
