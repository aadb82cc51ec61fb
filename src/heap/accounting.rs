//! Exact figures, always on: what is in use, and the peak.

use super::allocator::Allocator;
use super::arena::POOLS;
use super::pool::{CLASSES, GRAIN, Kind, State};
use std::cell::Cell;

/// Bytes and blocks in use, kept by the allocator at every step.
#[derive(Default)]
pub struct Accounting {
    bytes: Cell<usize>,
    peak: Cell<usize>,
    large_bytes: Cell<usize>,
    large_blocks: Cell<usize>,
}

impl Accounting {
    /// Bytes in live blocks (pool blocks at their class's size, large blocks at their own).
    #[inline(always)]
    pub fn bytes(&self) -> usize {
        self.bytes.get()
    }

    /// Highest value that `bytes` has had since the start or the last `reset_peak`.
    pub fn peak(&self) -> usize {
        self.peak.get()
    }

    /// Makes the present use the peak.
    pub fn reset_peak(&self) {
        self.peak.set(self.bytes.get());
    }

    /// Makes the peak at least this.
    pub fn raise_peak(&self, bytes: usize) {
        self.peak.set(self.peak.get().max(bytes));
    }

    /// Bytes in live large blocks.
    pub fn large_bytes(&self) -> usize {
        self.large_bytes.get()
    }

    /// Number of live large blocks.
    pub fn large_blocks(&self) -> usize {
        self.large_blocks.get()
    }

    #[inline(always)]
    pub(super) fn took(&self, size: usize) {
        let bytes = self.bytes.get() + size;
        self.bytes.set(bytes);
        self.peak.set(self.peak.get().max(bytes));
    }

    #[inline(always)]
    pub(super) fn gave(&self, size: usize) {
        self.bytes.set(self.bytes.get() - size);
    }

    pub(super) fn took_large(&self, size: usize) {
        self.took(size);
        self.large_bytes.set(self.large_bytes.get() + size);
        self.large_blocks.set(self.large_blocks.get() + 1);
    }

    pub(super) fn gave_large(&self, size: usize) {
        self.gave(size);
        self.large_bytes.set(self.large_bytes.get() - size);
        self.large_blocks.set(self.large_blocks.get() - 1);
    }
}

/// Use of one size class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassUse {
    /// Block size in bytes.
    pub size: usize,
    /// Pools of this class.
    pub pools: usize,
    /// Live blocks with headers.
    pub objects: usize,
    /// Live blocks that are buffers.
    pub buffers: usize,
    /// Blocks that the pools could still give.
    pub free: usize,
}

/// Use of one pool.
#[derive(Clone, Copy, Debug)]
pub struct PoolUse {
    /// Number of its arena, in the order of mapping.
    pub arena: usize,
    /// Number in the arena.
    pub index: usize,
    /// What its blocks are; `None` if it serves no size class.
    pub objects: Option<bool>,
    /// Bytes of a block.
    pub size: usize,
    /// Live blocks.
    pub live: usize,
    /// Blocks that it can hold.
    pub capacity: usize,
}

/// Use of arenas and pools.
#[derive(Clone, Copy, Debug, Default)]
pub struct ArenaUse {
    /// Arenas mapped since the start.
    pub arenas_mapped: usize,
    /// Most arenas that were mapped at once.
    pub arenas_peak: usize,
    /// Arenas mapped now.
    pub arenas: usize,
    /// Bytes of an arena.
    pub arena_bytes: usize,
    /// Pools that serve no size class.
    pub unused_pools: usize,
    /// Bytes of a pool.
    pub pool_bytes: usize,
    /// Bytes of an arena that hold its pools' descriptors and the ages of their blocks.
    pub header_bytes: usize,
}

impl Allocator {
    /// Use of arenas and pools.
    pub fn arena_use(&self) -> ArenaUse {
        // SAFETY: H11; descriptors are only read.
        let table = unsafe { &*self.pools.get() };
        ArenaUse {
            arenas_mapped: table.mapped,
            arenas_peak: table.most_arenas,
            arenas: table.arenas.len(),
            arena_bytes: super::arena::ARENA,
            unused_pools: table.unused_pools,
            pool_bytes: super::pool::POOL,
            header_bytes: size_of::<super::arena::Arena>(),
        }
    }

    /// Use of every pool, in address order within each arena.
    pub fn pool_use(&self) -> Vec<PoolUse> {
        let mut rows = Vec::new();
        // SAFETY: H11; descriptors are only read.
        let table = unsafe { &*self.pools.get() };
        for (number, &arena) in table.arenas.iter().enumerate() {
            for index in 0..POOLS {
                // SAFETY: arenas in the table are mapped.
                let pool = unsafe { &(*arena).pools[index] };
                let used = pool.state != State::Unused;
                let size = pool.size as usize;
                rows.push(PoolUse {
                    arena: number,
                    index,
                    objects: used.then_some(pool.kind == Kind::Object),
                    size: if used { size } else { 0 },
                    live: if used { pool.live as usize } else { 0 },
                    capacity: if used { (pool.end as usize - pool.start as usize) / size } else { 0 },
                });
            }
        }
        rows
    }

    /// Use of every size class that has pools, and the number of arenas.
    pub fn class_use(&self) -> (Vec<ClassUse>, usize) {
        let mut rows: Vec<ClassUse> =
            (0..CLASSES).map(|c| ClassUse { size: c * GRAIN, ..ClassUse::default() }).collect();
        // SAFETY: H11; descriptors are only read.
        let table = unsafe { &*self.pools.get() };
        for &arena in &table.arenas {
            for i in 0..POOLS {
                // SAFETY: arenas in the table are mapped.
                let pool = unsafe { &(*arena).pools[i] };
                if pool.state == State::Unused {
                    continue;
                }
                let row = &mut rows[pool.size as usize / GRAIN];
                row.pools += 1;
                match pool.kind {
                    Kind::Object => row.objects += pool.live as usize,
                    Kind::Raw => row.buffers += pool.live as usize,
                }
                row.free += (pool.end as usize - pool.start as usize) / pool.size as usize - pool.live as usize;
            }
        }
        rows.retain(|row| row.pools > 0);
        (rows, table.arenas.len())
    }

    /// Number of live blocks: in pools and large.
    pub fn live_blocks(&self) -> usize {
        let (rows, _) = self.class_use();
        rows.iter().map(|r| r.objects + r.buffers).sum::<usize>() + self.accounting.large_blocks()
    }
}
