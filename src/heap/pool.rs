//! A pool: 64 KiB of blocks of one size class. Its descriptor lies in the arena's header.

use super::header::Header;
use std::ptr::null_mut;

/// Bytes of a pool.
pub const POOL: usize = 64 << 10;
/// Sizes are multiples of this.
pub const GRAIN: usize = 16;
/// Largest block that pools serve.
pub const SMALL: usize = 512;
/// Number of size classes, class 0 unused.
pub const CLASSES: usize = SMALL / GRAIN + 1;

/// What the blocks of a pool are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Kind {
    /// Objects with headers; the collector walks them.
    Object = 0,
    /// Buffers owned by objects.
    Raw = 1,
}

/// Where a pool stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum State {
    /// Belongs to no size class.
    Unused,
    /// Serves allocations of its class.
    Current,
    /// Has free blocks and waits in its class's list.
    Partial,
    /// Has no free block.
    Full,
    /// Serves no allocations whether it has free blocks or not (`stress`).
    Sealed,
}

/// A free block: the count is 0, the link lies at offset 8 (H2).
#[repr(C)]
pub struct Free {
    zero: u64,
    pub next: *mut Free,
}

/// A pool's descriptor.
#[repr(C)]
pub struct Pool {
    /// Freed blocks, newest first.
    pub free: *mut Free,
    /// First byte never handed out since the pool was last empty.
    pub bump: *mut u8,
    /// Live blocks.
    pub live: u32,
    /// Block size in bytes.
    pub size: u32,
    /// One past the last usable byte.
    pub end: *mut u8,
    /// First usable byte.
    pub start: *mut u8,
    /// Neighbours in the list of partial (or of unused) pools.
    pub next: *mut Pool,
    /// See `next`.
    pub previous: *mut Pool,
    /// During a scan: where the entry of the only block lies.
    #[cfg(feature = "system-blocks")]
    pub side: super::arena::Side,
    /// Numbers of the places that took the blocks, one for each grain; null unless allocations are traced.
    pub traces: *mut u32,
    pub kind: Kind,
    pub state: State,
    /// Whether the pool has served allocations since the last collection: it is listed as one to look at.
    pub touched: bool,
    /// Whether the pool is listed as one with survivors of one collection.
    pub middle: bool,
    /// Whether some block's age may be above 0.
    pub aged: bool,
    /// Age of the only block, where each block has a pool of its own.
    pub age: u8,
}

impl Pool {
    /// A pool without memory: every allocation from it takes the slow path.
    pub const fn sentinel() -> Pool {
        Pool {
            free: null_mut(),
            bump: null_mut(),
            live: 0,
            size: GRAIN as u32,
            end: null_mut(),
            start: null_mut(),
            next: null_mut(),
            previous: null_mut(),
            #[cfg(feature = "system-blocks")]
            side: super::arena::Side::NONE,
            traces: null_mut(),
            kind: Kind::Raw,
            state: State::Full,
            touched: false,
            middle: false,
            aged: false,
            age: 0,
        }
    }

    /// Makes the pool serve blocks of `size` bytes, from its beginning.
    pub fn assign(&mut self, kind: Kind, size: usize) {
        self.free = null_mut();
        self.bump = self.start;
        self.live = 0;
        self.size = size as u32;
        self.kind = kind;
        self.next = null_mut();
        self.previous = null_mut();
    }

    /// Takes a block, if there is one.
    ///
    /// # Safety
    /// The pool is assigned (or the sentinel), and its memory is mapped.
    #[inline(always)]
    pub unsafe fn take(&mut self) -> *mut u8 {
        let free = self.free;
        if !free.is_null() {
            // SAFETY: H2, a block in the list is free and holds its link.
            self.free = unsafe { (*free).next };
            self.live += 1;
            return free.cast();
        }
        let block = self.bump;
        let after = block.wrapping_add(self.size as usize);
        if after <= self.end && !block.is_null() {
            self.bump = after;
            self.live += 1;
            return block;
        }
        null_mut()
    }

    /// Whether there is no block left to take.
    pub fn is_used_up(&self) -> bool {
        self.free.is_null() && self.bump.wrapping_add(self.size as usize) > self.end
    }

    /// Gives a block back to the list.
    ///
    /// # Safety
    /// `block` is a live block of this pool whose body has been dropped.
    #[inline(always)]
    pub unsafe fn put(&mut self, block: *mut u8) {
        let free = block.cast::<Free>();
        // SAFETY: blocks are at least 16 bytes, and this one is nobody's.
        unsafe {
            (*free).zero = 0;
            (*free).next = self.free;
        }
        self.free = free;
        self.live -= 1;
    }

    /// Calls `f` with each live object.
    ///
    /// # Safety
    /// This is an object pool; `f` neither takes nor frees blocks of it.
    pub unsafe fn each_live(&self, mut f: impl FnMut(*mut Header)) {
        let mut at = self.start;
        while at < self.bump {
            let header = at.cast::<Header>();
            // SAFETY: every block below the bump mark has a header, with count 0 if it is free (H2).
            if unsafe { (*header).count } != 0 {
                f(header);
            }
            at = at.wrapping_add(self.size as usize);
        }
    }

    /// Number of blocks below the bump mark.
    pub fn used_blocks(&self) -> u32 {
        ((self.bump as usize - self.start as usize) / self.size as usize) as u32
    }
}
