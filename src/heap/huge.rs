//! The system's memory, as the command line's program uses it for all that lies outside the heap: huge blocks are mappings
//! of their own at large pages, and are given back in steps, which give way to Ctrl-C.

use super::interrupt::{gives_way, left};
use super::mapping;
use std::alloc::{GlobalAlloc, Layout, System};
use std::ptr::null_mut;
use std::sync::{Mutex, PoisonError};

/// Blocks from this size on take the system long to take back. The C library maps each of them by itself, too, but where
/// it likes: growing one of them then moves every small page.
const HUGE: usize = 33 << 20;
/// Bytes given back between two looks.
const STEP: usize = 16 << 20;

/// The system's allocator. While Ctrl-C waits, huge blocks go later.
#[derive(Debug)]
pub struct SystemMemory;

/// A block that is still to be given back; this lies at its start.
struct Block {
    next: *mut Block,
    /// Bytes that were not given back yet.
    size: usize,
}

/// The blocks that are still to be given back.
struct Blocks {
    first: *mut Block,
}

// SAFETY: the blocks are nobody else's.
unsafe impl Send for Blocks {}

static BLOCKS: Mutex<Blocks> = Mutex::new(Blocks { first: null_mut() });

// SAFETY: all is left to the system's allocator; a block that goes later is nobody else's until then.
unsafe impl GlobalAlloc for SystemMemory {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match is_huge(layout) {
            // SAFETY: as promised by the caller.
            false => unsafe { System.alloc(layout) },
            true => take_huge(layout.size()),
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        match is_huge(layout) {
            // SAFETY: as promised by the caller.
            false => unsafe { System.alloc_zeroed(layout) },
            true => take_huge(layout.size()),
        }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as promised by the caller.
        unsafe {
            match layout.size() >= HUGE || size >= HUGE {
                false => System.realloc(block, layout, size),
                true => resize_huge(block, layout, size),
            }
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as promised by the caller.
        unsafe {
            match is_huge(layout) {
                false => System.dealloc(block, layout),
                true => put_huge(block.cast(), layout.size()),
            }
        }
    }
}

/// Whether such a block is a mapping.
#[inline]
fn is_huge(layout: Layout) -> bool {
    layout.size() >= HUGE && layout.align() <= mapping::PAGE
}

/// A huge block, all zeros.
#[cold]
#[inline(never)]
fn take_huge(size: usize) -> *mut u8 {
    mapping::map(size)
}

/// Changes the size of a block that is huge, or becomes so.
///
/// # Safety
/// As for [`GlobalAlloc::realloc`].
#[cold]
#[inline(never)]
unsafe fn resize_huge(block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
    // SAFETY: as promised by the caller; the block's alignment stays.
    unsafe {
        let new = Layout::from_size_align_unchecked(size, layout.align());
        if is_huge(layout) && is_huge(new) {
            return mapping::remap(block, layout.size(), size);
        }
        let moved = SystemMemory.alloc(new);
        if !moved.is_null() {
            moved.copy_from_nonoverlapping(block, size.min(layout.size()));
            SystemMemory.dealloc(block, layout);
        }
        moved
    }
}

/// Gives back a huge block, the last bytes first. If Ctrl-C waits, the rest goes later.
///
/// # Safety
/// It is a mapping of so many bytes, and is not used again.
#[cold]
#[inline(never)]
unsafe fn put_huge(block: *mut Block, size: usize) {
    // SAFETY: the block is nobody else's, large enough, and begins at a page.
    unsafe {
        block.write(Block { next: null_mut(), size });
        while !gives_way() {
            if !Block::go_on(block) {
                return;
            }
        }
        leave(block);
    }
    left();
}

/// # Safety
/// The block is as described, and nobody else's.
unsafe fn leave(block: *mut Block) {
    let mut blocks = BLOCKS.lock().unwrap_or_else(PoisonError::into_inner);
    // SAFETY: as promised.
    unsafe { (*block).next = blocks.first };
    blocks.first = block;
}

impl Block {
    /// Gives a step's bytes back. Whether there are more.
    ///
    /// # Safety
    /// As for [`leave`].
    unsafe fn go_on(block: *mut Block) -> bool {
        // SAFETY: as promised; what lies at the start of the block goes last.
        unsafe {
            let size = (*block).size;
            let kept = size.saturating_sub(STEP);
            if kept > 0 {
                (*block).size = kept;
            }
            mapping::shrink(block.cast(), size, kept);
            kept > 0
        }
    }
}

/// Gives back a step of what was left. Whether there was any.
pub(super) fn go_on() -> bool {
    let block = {
        let mut blocks = BLOCKS.lock().unwrap_or_else(PoisonError::into_inner);
        let first = blocks.first;
        if first.is_null() {
            return false;
        }
        // SAFETY: blocks in the list are as described.
        blocks.first = unsafe { (*first).next };
        first
    };
    // SAFETY: it was in the list, and no longer is.
    unsafe {
        if Block::go_on(block) {
            leave(block);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn huge_blocks_go_in_steps() {
        let layout = Layout::from_size_align(3 * HUGE + 5, 8).unwrap();
        // SAFETY: the block is used as the layout says, and given back once.
        unsafe {
            let block = SystemMemory.alloc(layout);
            block.add(layout.size() - 1).write(7);
            SystemMemory.dealloc(block, layout);
            let block = SystemMemory.alloc(layout).cast::<Block>();
            block.write(Block { next: null_mut(), size: layout.size() });
            leave(block);
        }
        let steps = std::iter::from_fn(|| go_on().then_some(())).count();
        assert_eq!(steps, layout.size().div_ceil(STEP));
    }

    #[test]
    fn blocks_become_huge_and_small_again() {
        let layout = |size| Layout::from_size_align(size, 8).unwrap();
        let sizes = [HUGE - 1, HUGE, 5 * HUGE, HUGE + 1, 100];
        // SAFETY: the block is used as its layout says, and given back once.
        unsafe {
            let mut size = 50;
            let mut block = SystemMemory.alloc(layout(size));
            block.add(49).write(9);
            for new in sizes {
                block = SystemMemory.realloc(block, layout(size), new);
                size = new;
                assert_eq!(block.add(49).read(), 9);
                block.add(size - 1).write(1);
            }
            SystemMemory.dealloc(block, layout(size));
        }
    }
}
