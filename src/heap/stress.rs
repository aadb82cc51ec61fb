//! Stress mode: a full collection at the allocation of a container, so that a reference that is counted wrongly, or a
//! child that is not enumerated, shows at once and always at the same place.
//!
//! A collection walks the containers that were made since stress began: what existed before (the builtin classes, some
//! 10,000 objects) is *sealed*: its pools serve no allocations and take no part, and what it refers to counts as
//! referred to from outside. While the rest is small, every allocation of a container collects. Beyond `BUDGET`
//! containers a collection waits for as many allocations as it costs more than that, and ever longer the more has been
//! walked in all, so that programs with hundreds of thousands of objects can be run in this mode too.

use super::allocator::Allocator;
use super::pool::{CLASSES, Kind, State};
use std::cell::Cell;
use std::ptr::null_mut;

/// Containers that collections may walk for each allocation of one.
const BUDGET: usize = 400;
/// Containers walked in all after which the budget sinks.
const PLENTY: usize = 1_000_000;

/// State of stress mode.
#[derive(Default)]
pub(super) struct Stress {
    on: Cell<bool>,
    /// Allocations of containers until the next collection.
    wait: Cell<usize>,
    /// Containers walked so far.
    walked: Cell<usize>,
}

impl Allocator {
    /// Switches the stress mode. What exists now is left out of its collections.
    pub fn set_stress(&self, on: bool) {
        if on == self.stress.on.get() {
            return;
        }
        self.stress.on.set(on);
        self.update_special();
        self.seal(on);
    }

    /// Whether stress mode is on.
    pub fn stress(&self) -> bool {
        self.stress.on.get()
    }

    /// Stress mode's collection inside an allocation: only garbage that needs no Python code is freed now.
    pub(super) fn collect_under_stress(&self) {
        let wait = self.stress.wait.get();
        if wait > 0 {
            self.stress.wait.set(wait - 1);
        } else if !self.collector.is_busy() && !self.is_releasing() && !self.is_half_freed() {
            let mut pools = self.object_pools();
            // SAFETY: descriptors of mapped arenas.
            pools.retain(|&pool| unsafe { (*pool).state != State::Sealed });
            let scanned = self.collect_pools(pools).scanned;
            let walked = self.stress.walked.get() + scanned;
            self.stress.walked.set(walked);
            self.stress.wait.set(scanned * (1 + walked / PLENTY) / BUDGET);
        }
    }

    /// Takes the object pools out of use for allocations, or allows it again to those that get a free block.
    fn seal(&self, on: bool) {
        for pool in self.object_pools() {
            // SAFETY: descriptors of mapped arenas.
            unsafe {
                if on || (*pool).state == State::Sealed {
                    (*pool).state = if on { State::Sealed } else { State::Full };
                }
            }
        }
        if on {
            // SAFETY: H11; sealed pools are in no list.
            unsafe {
                let table = &mut *self.pools.get();
                let none = table.none();
                table.hidden[Kind::Object as usize] = [none; CLASSES];
                table.partial[Kind::Object as usize] = [null_mut(); CLASSES];
            }
        }
    }
}
