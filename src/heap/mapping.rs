//! Mappings for huge blocks: they begin at a large page, and stay so when they grow.
//!
//! The system fills large pages with zeros far more quickly than as many small ones, and moves a mapping to another
//! address by changing one entry for each large page, but only where old and new address lie alike within their pages.
//! So a mapping that cannot grow where it is moves to an address that is chosen for it.

use super::arena::prefer_huge_pages;
use std::ptr::null_mut;

/// Bytes of a large page; mappings are whole ones.
pub(super) const PAGE: usize = 2 << 20;

/// Bytes that are mapped for a block of so many, which are at most `isize::MAX`.
fn mapped(size: usize) -> usize {
    size.next_multiple_of(PAGE)
}

/// A mapping for so many bytes, all of them zeros; null if the system has none.
pub(super) fn map(size: usize) -> *mut u8 {
    let memory = reserve(size, libc::PROT_READ | libc::PROT_WRITE);
    if !memory.is_null() {
        prefer_huge_pages(memory, mapped(size));
    }
    memory
}

/// Addresses at the start of a large page for so many bytes; null if the system has none.
fn reserve(size: usize, protection: i32) -> *mut u8 {
    let size = mapped(size);
    // SAFETY: a fresh anonymous mapping, of which only the ends are unmapped again.
    unsafe {
        // Not MAP_NORESERVE: sizes that the system cannot have are refused here, not by a signal when they are filled.
        let flags = libc::MAP_PRIVATE | libc::MAP_ANON;
        let memory = libc::mmap(null_mut(), size + PAGE, protection, flags, -1, 0);
        if memory == libc::MAP_FAILED {
            return null_mut();
        }
        let start = memory.cast::<u8>();
        let skip = start.align_offset(PAGE);
        if skip > 0 {
            libc::munmap(memory, skip);
        }
        libc::munmap(start.add(skip + size).cast(), PAGE - skip);
        start.add(skip)
    }
}

/// Makes a mapping of `old` bytes one of `new` bytes; null, with the mapping as it was, if the system has none.
///
/// # Safety
/// It came from [`map`] or from here, and is used at the new address only.
#[cfg(target_os = "linux")]
pub(super) unsafe fn remap(memory: *mut u8, old: usize, new: usize) -> *mut u8 {
    let (before, after) = (mapped(old), mapped(new));
    if before == after {
        return memory;
    }
    // SAFETY: as promised; the place to move to is a fresh mapping of just that size.
    unsafe {
        if libc::mremap(memory.cast(), before, after, 0) != libc::MAP_FAILED {
            return memory;
        }
        let place = reserve(new, libc::PROT_NONE);
        if place.is_null() {
            return null_mut();
        }
        let flags = libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED;
        if libc::mremap(memory.cast(), before, after, flags, place.cast::<libc::c_void>()) == libc::MAP_FAILED {
            libc::munmap(place.cast(), after);
            return null_mut();
        }
        place
    }
}

/// The same where mappings cannot be moved.
///
/// # Safety
/// As above.
#[cfg(not(target_os = "linux"))]
pub(super) unsafe fn remap(memory: *mut u8, old: usize, new: usize) -> *mut u8 {
    let moved = map(new);
    if !moved.is_null() {
        // SAFETY: both mappings have so many bytes, and the new one is apart.
        unsafe {
            moved.copy_from_nonoverlapping(memory, old.min(new));
            shrink(memory, old, 0);
        }
    }
    moved
}

/// Gives what lies beyond the first `kept` of `size` bytes back to the system, in whole pages.
///
/// # Safety
/// The mapping came from here, and what goes is not used again.
pub(super) unsafe fn shrink(memory: *mut u8, size: usize, kept: usize) {
    let (size, kept) = (mapped(size), mapped(kept));
    if kept < size {
        // SAFETY: whole pages of the mapping, which are given up.
        unsafe { libc::munmap(memory.wrapping_add(kept).cast(), size - kept) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mappings_keep_their_bytes_and_begin_at_large_pages() {
        let mut memory = map(PAGE + 1);
        let mut size = PAGE + 1;
        // SAFETY: the mapping is used within its bounds, and given back once.
        unsafe {
            memory.write(3);
            memory.add(size - 1).write(5);
            for new in [2 * PAGE, 3 * PAGE, 200 * PAGE + 7, 2 * PAGE + 1] {
                // What lies behind the mapping keeps it from growing in place.
                let behind = map(PAGE);
                memory = remap(memory, size, new);
                size = new;
                shrink(behind, PAGE, 0);
                assert_eq!(memory.align_offset(PAGE), 0);
                assert_eq!((memory.read(), memory.add(PAGE).read()), (3, 5));
                assert_eq!(memory.add(size - 1).read(), 0);
            }
            shrink(memory, size, PAGE);
            assert_eq!(memory.read(), 3);
            shrink(memory, PAGE, 0);
        }
    }

    #[test]
    fn what_the_system_cannot_have_is_refused() {
        assert!(map(1 << 56).is_null());
        let memory = map(PAGE);
        // SAFETY: the mapping stays as it was, and is given back once.
        unsafe {
            assert!(remap(memory, PAGE, 1 << 56).is_null());
            memory.write(1);
            shrink(memory, PAGE, 0);
        }
    }
}
