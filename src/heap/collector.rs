//! The collector's state between collections: counts, thresholds, statistics, the log.

use super::allocator::{Allocator, Breaker};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

/// Number of generations.
pub const GENERATIONS: usize = 3;

/// Entries that the log keeps.
const LOG: usize = 4096;

/// What made a collection run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trigger {
    /// So many containers were made.
    Threshold,
    /// A program asked for it.
    Request,
    /// The interpreter ends.
    Exit,
}

/// An entry of the collector's log.
#[derive(Clone, Copy, Debug)]
pub struct LogEntry {
    /// The generation collected, with all younger ones.
    pub generation: usize,
    /// Why.
    pub trigger: Trigger,
    /// Containers looked at.
    pub scanned: usize,
    /// Unreachable objects freed.
    pub collected: usize,
    /// Unreachable objects that could not be freed.
    pub uncollectable: usize,
    /// The whole time, finalisers and callbacks included.
    pub pause: Duration,
    /// Bytes in use before and after.
    pub bytes: (usize, usize),
    /// Containers made until then.
    pub at: u64,
}

/// Statistics of a generation, as `gc.get_stats` gives them.
#[derive(Clone, Copy, Default, Debug)]
pub struct GenerationStats {
    /// Collections run.
    pub collections: usize,
    /// Objects freed by them.
    pub collected: usize,
    /// Objects that they could not free.
    pub uncollectable: usize,
}

/// Collector state that survives between collections.
pub(super) struct Collector {
    /// Containers allocated less containers freed since the last collection, not below 0.
    young: Cell<u32>,
    /// Above this `young` asks for a collection: the first threshold, or never.
    limit: Cell<u32>,
    thresholds: Cell<[u32; GENERATIONS]>,
    /// Collections of the generation before, since the last one of this (index 0 is unused).
    counts: Cell<[u32; GENERATIONS]>,
    /// Survivors of middle collections since the last full one, and of the last full one.
    pending: Cell<usize>,
    long_lived: Cell<usize>,
    enabled: Cell<bool>,
    /// Whether objects have ever been moved to the permanent generation.
    pub(super) has_permanent: Cell<bool>,
    busy: Cell<bool>,
    /// Sum of what `young` was at each collection: containers made.
    made: Cell<u64>,
    stats: Cell<[GenerationStats; GENERATIONS]>,
    log: RefCell<VecDeque<LogEntry>>,
}

impl Default for Collector {
    fn default() -> Collector {
        Collector {
            young: Cell::new(0),
            limit: Cell::new(2000),
            thresholds: Cell::new([2000, 10, 10]),
            counts: Cell::default(),
            pending: Cell::new(0),
            long_lived: Cell::new(0),
            enabled: Cell::new(true),
            has_permanent: Cell::new(false),
            busy: Cell::new(false),
            made: Cell::new(0),
            stats: Cell::default(),
            log: RefCell::default(),
        }
    }
}

impl Collector {
    /// A container is made. Whether that makes a collection due.
    #[inline(always)]
    pub(super) fn count_container(&self) -> bool {
        let young = self.young.get() + 1;
        self.young.set(young);
        young > self.limit.get()
    }

    #[inline(always)]
    pub(super) fn uncount_container(&self) {
        self.uncount_containers(1);
    }

    #[inline(always)]
    pub(super) fn uncount_containers(&self, count: u32) {
        self.young.set(self.young.get().saturating_sub(count));
    }

    pub(super) fn is_busy(&self) -> bool {
        self.busy.get()
    }

    /// Sets `busy` and says what it was.
    pub(super) fn set_busy(&self, busy: bool) -> bool {
        self.busy.replace(busy)
    }

    fn update_limit(&self) {
        let first = self.thresholds.get()[0];
        self.limit.set(if self.enabled.get() && first > 0 { first } else { u32::MAX - 1 });
    }

    /// A collection of `generation` begins: counts as CPython keeps them.
    pub(super) fn begin(&self, generation: usize) {
        self.made.set(self.made.get() + u64::from(self.young.get()));
        let mut counts = self.counts.get();
        if generation + 1 < GENERATIONS {
            counts[generation + 1] += 1;
        }
        counts[..=generation].fill(0);
        self.counts.set(counts);
        self.young.set(0);
    }

    /// What it left alive.
    pub(super) fn survived(&self, generation: usize, survivors: usize) {
        match generation {
            1 => self.pending.set(self.pending.get() + survivors),
            2 => {
                self.pending.set(0);
                self.long_lived.set(survivors);
            }
            _ => {}
        }
    }
}

impl Allocator {
    /// Switches automatic collections.
    pub fn set_collecting(&self, on: bool) {
        self.collector.enabled.set(on);
        self.collector.update_limit();
        if !on {
            self.withdraw(Breaker::COLLECT);
        }
    }

    /// Whether collections run by themselves.
    pub fn is_collecting_enabled(&self) -> bool {
        self.collector.enabled.get()
    }

    /// Whether a collection is under way.
    pub fn is_collecting(&self) -> bool {
        self.collector.busy.get()
    }

    /// The generation whose collection is due, if one is: the oldest with a count above its threshold. The oldest of all
    /// waits until a quarter of its objects is new.
    pub fn generation_due(&self) -> Option<usize> {
        let state = &self.collector;
        if !state.enabled.get() || state.busy.get() || state.young.get() <= state.limit.get() || self.is_half_freed() {
            return None;
        }
        let (counts, thresholds) = (self.collection_counts(), state.thresholds.get());
        (0..GENERATIONS).rev().find(|&i| {
            counts[i] > thresholds[i] && (i < GENERATIONS - 1 || state.pending.get() >= state.long_lived.get() / 4)
        })
    }

    /// Containers made, less those freed, since the last collection.
    pub fn young_count(&self) -> u32 {
        self.collector.young.get()
    }

    /// Containers made in all, less those freed soon.
    pub fn containers_made(&self) -> u64 {
        self.collector.made.get() + u64::from(self.collector.young.get())
    }

    /// What has been made until now, at the start of the interpreter, brings no collection nearer: it stays alive.
    pub fn settle(&self) {
        let young = self.collector.young.take();
        self.collector.made.set(self.collector.made.get() + u64::from(young));
    }

    /// `gc.get_count()`.
    pub fn collection_counts(&self) -> [u32; GENERATIONS] {
        let counts = self.collector.counts.get();
        [self.collector.young.get(), counts[1], counts[2]]
    }

    /// `gc.get_threshold()`.
    pub fn thresholds(&self) -> [u32; GENERATIONS] {
        self.collector.thresholds.get()
    }

    /// `gc.set_threshold()`; 0 as the first switches automatic collections off.
    pub fn set_thresholds(&self, thresholds: [u32; GENERATIONS]) {
        self.collector.thresholds.set(thresholds);
        self.collector.update_limit();
    }

    /// Statistics of the generations.
    pub fn generation_stats(&self) -> [GenerationStats; GENERATIONS] {
        self.collector.stats.get()
    }

    /// Enters a finished collection in statistics and log.
    pub fn log_collection(&self, entry: LogEntry) {
        self.sample(Some(entry.generation as u8));
        let mut stats = self.collector.stats.get();
        let row = &mut stats[entry.generation];
        row.collections += 1;
        row.collected += entry.collected;
        row.uncollectable += entry.uncollectable;
        self.collector.stats.set(stats);
        let mut log = self.collector.log.borrow_mut();
        if log.len() == LOG {
            log.pop_front();
        }
        log.push_back(entry);
    }

    /// The last collections, oldest first.
    pub fn collection_log(&self) -> Vec<LogEntry> {
        self.collector.log.borrow().iter().copied().collect()
    }
}
