//! Arenas: 1 MiB from the system, aligned to 1 MiB, holding 16 pools and their descriptors.

use super::allocator::Allocator;
use super::pool::{POOL, Pool, State};
use super::scan::NOT_TRACKED;
use std::ptr::null_mut;

/// Bytes and alignment of an arena.
pub const ARENA: usize = 1 << 20;
/// Pools in an arena.
pub const POOLS: usize = ARENA / POOL;

/// Where a scan finds the entry of a block in its side array, see `scan`.
#[derive(Clone, Copy)]
#[repr(C, align(8))]
pub struct Side {
    /// Index of the entry that a block at offset 0 of the pool would have, or `NOT_TRACKED`.
    pub first: u32,
    /// 2^32 / the block size, rounded up: turns an offset into the number of a block.
    pub inverse: u32,
}

impl Side {
    /// That of a pool which takes part in no scan.
    pub const NONE: Side = Side { first: NOT_TRACKED, inverse: 0 };

    /// That of a pool whose first block, at `offset`, has the entry `first`. Offsets and sizes are multiples of 16 below
    /// 2^16, so that the product's whole part is the quotient.
    pub fn new(first: u32, size: u32, offset: u32) -> Side {
        let inverse = u32::MAX / size + 1;
        let before = ((u64::from(offset) * u64::from(inverse)) >> 32) as u32;
        Side { first: first.wrapping_sub(before), inverse }
    }
}

/// The header at the start of an arena; it takes the first bytes of pool 0.
#[repr(C)]
pub struct Arena {
    /// The heap that owns the arena: how a handle finds its heap (H9).
    pub owner: *const Allocator,
    /// Pools in use.
    pub used: u32,
    /// For each pool, during a scan: where the entries of its blocks lie.
    pub sides: [Side; POOLS],
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

/// The side entry of the pool that a block lies in, and the block's offset in the pool.
#[cfg(not(feature = "system-blocks"))]
#[inline(always)]
pub(super) fn side_of(block: *const u8) -> (Side, u32) {
    let index = (block.addr() >> POOL.trailing_zeros()) & (POOLS - 1);
    // SAFETY: H9: every block of a pool lies in an arena with a header.
    let side = unsafe { (&raw const (*arena_of(block)).sides).cast::<Side>().add(index).read() };
    (side, (block.addr() & (POOL - 1)) as u32)
}

/// The side entry of a pool, from its descriptor.
///
/// # Safety
/// The pool is one of an arena.
#[cfg(not(feature = "system-blocks"))]
unsafe fn side_of_pool(pool: *mut Pool) -> *mut Side {
    let arena = arena_of(pool.cast());
    // SAFETY: descriptors and sides lie in the arena's header, in the same order.
    unsafe {
        let index = pool.offset_from((&raw mut (*arena).pools).cast::<Pool>());
        (&raw mut (*arena).sides).cast::<Side>().offset(index)
    }
}

/// Lets a pool take part in a scan; the entries of its blocks begin at `first`.
///
/// # Safety
/// The pool is mapped and serves a size class.
#[cfg(not(feature = "system-blocks"))]
pub(super) unsafe fn take_part(pool: *mut Pool, first: u32) {
    // SAFETY: as promised.
    unsafe { *side_of_pool(pool) = Side::new(first, (*pool).size, ((*pool).start.addr() & (POOL - 1)) as u32) };
}

/// The end of that.
///
/// # Safety
/// The pool is mapped.
#[cfg(not(feature = "system-blocks"))]
pub(super) unsafe fn leave_scan(pool: *mut Pool) {
    // SAFETY: as promised.
    unsafe { *side_of_pool(pool) = Side::NONE };
}

#[cfg(feature = "system-blocks")]
pub use super::system::{leave_scan, owner_of, pool_of, side_of, take_part};

impl Arena {
    /// Maps a new arena, or returns null.
    pub fn map(owner: *const Allocator) -> *mut Arena {
        let memory = map_aligned(ARENA);
        if memory.is_null() { null_mut() } else { Arena::lay_out(memory, owner) }
    }

    /// Maps two arenas that may have one huge page together; or one, or none.
    pub fn map_pair(owner: *const Allocator) -> [*mut Arena; 2] {
        let memory = if cfg!(unix) { map_aligned(2 * ARENA) } else { null_mut() };
        if memory.is_null() {
            return [Arena::map(owner), null_mut()];
        }
        prefer_huge_pages(memory, 2 * ARENA);
        // The lower one first: a huge page comes with the first access.
        [memory, memory.wrapping_add(ARENA)].map(|half| Arena::lay_out(half, owner))
    }

    fn lay_out(memory: *mut u8, owner: *const Allocator) -> *mut Arena {
        let arena = memory.cast::<Arena>();
        // SAFETY: the memory is ours, aligned, and large enough for the header.
        unsafe {
            (&raw mut (*arena).owner).write(owner);
            (&raw mut (*arena).used).write(0);
            (&raw mut (*arena).sides).write([Side::NONE; POOLS]);
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

/// Asks the system to back a mapping with huge pages where it can: then a page fault brings 2 MiB instead of 4 KiB, which
/// costs a seventh for each byte. Where it cannot, nothing happens.
pub(super) fn prefer_huge_pages(memory: *mut u8, size: usize) {
    #[cfg(target_os = "linux")]
    {
        // SAFETY: whole pages of memory that is the caller's; what they hold stays.
        unsafe { libc::madvise(memory.cast(), size, libc::MADV_HUGEPAGE) };
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (memory, size);
}

/// Memory of `size` bytes at a multiple of `size`; null if there is none.
#[cfg(unix)]
fn map_aligned(size: usize) -> *mut u8 {
    // SAFETY: fresh anonymous mappings; only the unaligned ends of our own mapping are unmapped again.
    unsafe {
        let protection = libc::PROT_READ | libc::PROT_WRITE;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANON;
        let memory = libc::mmap(null_mut(), 2 * size, protection, flags, -1, 0);
        if memory == libc::MAP_FAILED {
            return null_mut();
        }
        let start = memory.cast::<u8>();
        let skip = start.align_offset(size);
        if skip > 0 {
            libc::munmap(memory, skip);
        }
        libc::munmap(start.add(skip + size).cast(), size - skip);
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
fn map_aligned(_: usize) -> *mut u8 {
    // SAFETY: the size is not 0. Only single arenas are asked for.
    unsafe { std::alloc::alloc(layout()) }
}

#[cfg(not(unix))]
unsafe fn unmap_aligned(memory: *mut u8) {
    // SAFETY: allocated by `map_aligned` with the same layout.
    unsafe { std::alloc::dealloc(memory, layout()) }
}
