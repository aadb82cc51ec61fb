//! Ctrl-C: a flag that the VM looks at on calls and loop edges.
use super::allocator::{Allocator, OutOfMemory};
use super::{Breaker, Heap};
use crate::base::waste;
use crate::base::watch::LONG_STRETCH;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering};

/// The breaker word of the interpreter that gets the process's interrupts.
static TARGET: AtomicPtr<AtomicU32> = AtomicPtr::new(std::ptr::null_mut());

/// Sends SIGINT to `heap`'s interpreter from now on. The heap must live until the process ends or another heap is
/// watched; the command line's interpreter does.
pub fn watch_interrupts(heap: &Heap) {
    TARGET.store(std::ptr::from_ref(heap.breaker()).cast_mut(), Ordering::SeqCst);
    waste::watch(waste::Hooks { gives_way, left });
    #[cfg(unix)]
    // SAFETY: the handler only touches an atomic word; a broken pipe is reported by the write itself.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = on_interrupt as *const () as usize;
        libc::sigaction(libc::SIGINT, &action, std::ptr::null_mut());
        libc::signal(libc::SIGPIPE, libc::SIG_IGN);
    }
}

#[cfg(unix)]
extern "C" fn on_interrupt(_signal: libc::c_int) {
    if let Some(word) = target() {
        word.fetch_or(Breaker::INTERRUPT, Ordering::SeqCst);
    }
}

fn target() -> Option<&'static AtomicU32> {
    // SAFETY: `watch_interrupts` stored the address of a word that lives as long as the process.
    unsafe { TARGET.load(Ordering::SeqCst).as_ref() }
}

/// Whether long freeing outside the heap gives way to Ctrl-C, as in `Allocator::gives_way`.
pub(super) fn gives_way() -> bool {
    target().is_some_and(|word| word.load(Ordering::Relaxed) & (Breaker::INTERRUPT | Breaker::RAISED) != 0)
}

/// Something outside the heap was left to be freed at safe points.
pub(super) fn left() {
    if let Some(word) = target() {
        word.fetch_or(Breaker::LEFTOVERS, Ordering::Relaxed);
    }
}

impl Allocator {
    /// Copies bytes, perhaps very many, unless Ctrl-C waits.
    ///
    /// # Safety
    /// As for `std::ptr::copy_nonoverlapping`.
    #[inline(always)]
    pub(crate) unsafe fn copy_long(&self, from: *const u8, to: *mut u8, count: usize) -> Result<(), OutOfMemory> {
        // SAFETY: as promised.
        unsafe {
            if count > LONG_STRETCH {
                return self.copy_very_long(from, to, count);
            }
            std::ptr::copy_nonoverlapping(from, to, count);
        }
        Ok(())
    }

    /// Copies very many bytes, unless Ctrl-C waits.
    ///
    /// # Safety
    /// As for `std::ptr::copy_nonoverlapping`.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn copy_very_long(&self, from: *const u8, to: *mut u8, count: usize) -> Result<(), OutOfMemory> {
        for start in (0..count).step_by(LONG_STRETCH) {
            self.go_on()?;
            // SAFETY: as promised, part by part.
            unsafe { std::ptr::copy_nonoverlapping(from.add(start), to.add(start), LONG_STRETCH.min(count - start)) };
        }
        Ok(())
    }

    /// Appends to a vector outside the heap what may be very much, unless Ctrl-C waits.
    pub fn append<T: Copy>(&self, target: &mut Vec<T>, items: &[T]) -> Result<(), OutOfMemory> {
        target.try_reserve(items.len()).map_err(|_| OutOfMemory)?;
        for part in items.chunks(LONG_STRETCH) {
            target.extend_from_slice(part);
            if part.len() == LONG_STRETCH {
                self.go_on()?;
            }
        }
        Ok(())
    }
}

/// Ends the process by SIGINT, so that whoever started it learns that Ctrl-C ended it (a shell: exit code 130).
pub fn end_by_interrupt() {
    #[cfg(unix)]
    // SAFETY: the default action of SIGINT is restored; the process ends.
    unsafe {
        libc::signal(libc::SIGINT, libc::SIG_DFL);
        libc::kill(libc::getpid(), libc::SIGINT);
    }
}
