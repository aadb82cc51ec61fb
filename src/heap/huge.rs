//! The system's memory, as the command line's program uses it for all that lies outside the heap: huge blocks are given
//! back in steps, which give way to Ctrl-C.

use super::interrupt::{gives_way, left};
use super::leftover::discard;
use std::alloc::{GlobalAlloc, Layout, System};
use std::ptr::null_mut;
use std::sync::{Mutex, PoisonError};

/// Blocks from this size on take the system long to take back. The C library maps each of them by itself.
const HUGE: usize = 33 << 20;
/// Bytes given back between two looks.
const STEP: usize = 16 << 20;

/// The system's allocator. While Ctrl-C waits, huge blocks go later.
#[derive(Debug)]
pub struct SystemMemory;

/// A block that is still to be given back; this lies at its start.
struct Block {
    next: *mut Block,
    layout: Layout,
    /// The bytes from here on went back already.
    resident: usize,
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
        // SAFETY: as promised by the caller.
        let block = unsafe { System.alloc(layout) };
        if layout.size() >= HUGE {
            want_large_pages(block, layout.size());
        }
        block
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as promised by the caller.
        let block = unsafe { System.alloc_zeroed(layout) };
        if layout.size() >= HUGE {
            want_large_pages(block, layout.size());
        }
        block
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as promised by the caller.
        let moved = unsafe { System.realloc(block, layout, size) };
        if size >= HUGE && layout.size() < HUGE {
            want_large_pages(moved, size);
        }
        moved
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as promised by the caller.
        unsafe {
            match layout.size() >= HUGE && layout.align() <= 16 {
                false => System.dealloc(block, layout),
                true => put_huge(block.cast(), layout),
            }
        }
    }
}

/// Asks the system to back a huge block by large pages, of which there are far fewer to be filled with zeros at first
/// touch. It is a wish: what comes of it does not matter.
#[cold]
#[inline(never)]
fn want_large_pages(block: *mut u8, size: usize) {
    const PAGE: usize = 2 << 20;
    let start = (block as usize).next_multiple_of(PAGE);
    let end = (block as usize).saturating_add(size) & !(PAGE - 1);
    if !block.is_null() && start < end {
        super::arena::prefer_huge_pages(block.wrapping_add(start - block as usize), end - start);
    }
}

/// Gives back a huge block, the last bytes first. If Ctrl-C waits, the rest goes later.
///
/// # Safety
/// It came from the system's allocator, aligned to 16 bytes at most, and is not used again.
#[cold]
#[inline(never)]
unsafe fn put_huge(block: *mut Block, layout: Layout) {
    // SAFETY: the block is nobody else's, and large enough; the allocator aligns all blocks to 16 bytes.
    unsafe {
        block.write(Block { next: null_mut(), layout, resident: layout.size() });
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
            let (layout, resident) = ((*block).layout, (*block).resident);
            if resident <= STEP {
                System.dealloc(block.cast(), layout);
                return false;
            }
            discard(block.cast(), (resident - STEP).max(size_of::<Block>())..resident);
            (*block).resident = resident - STEP;
            true
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
            block.write(Block { next: null_mut(), layout, resident: layout.size() });
            leave(block);
        }
        let steps = std::iter::from_fn(|| go_on().then_some(())).count();
        assert_eq!(steps, layout.size().div_ceil(STEP));
    }
}
