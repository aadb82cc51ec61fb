//! The cycle collector: trial deletion over the pools' containers.
//!
//! Counts are copied into a side array, every reference between containers is subtracted, and what keeps a positive
//! rest is reachable from outside, with all that it reaches. The remainder is garbage. (The idea: Lins 1990;
//! CPython's `gc` works alike, with the copied counts in the objects.) Nothing here recurses, and no root is scanned:
//! references from registers and handles are counted ones that no container accounts for.

use super::allocator::{Allocator, Breaker};
use super::arena::{POOLS, pool_of};
use super::header::Header;
use super::object::Object;
use super::pool::{Kind, Pool, State};
use super::release::Event;
use super::shape::ShapeFlags;
use super::trace::Visitor;
use super::value::Value;
use std::cell::Cell;

/// Number of generations.
pub const GENERATIONS: usize = 3;

/// Collector state that survives between collections.
pub(super) struct Collector {
    /// Containers allocated less containers freed since the last collection, not below 0.
    young: Cell<u32>,
    threshold: Cell<u32>,
    /// Containers that the last collection left alive.
    survivors: Cell<u32>,
    enabled: Cell<bool>,
    busy: Cell<bool>,
}

impl Default for Collector {
    fn default() -> Collector {
        Collector {
            young: Cell::new(0),
            threshold: Cell::new(2000),
            survivors: Cell::new(0),
            enabled: Cell::new(true),
            busy: Cell::new(false),
        }
    }
}

impl Collector {
    #[inline(always)]
    pub(super) fn count_container(&self) -> bool {
        let young = self.young.get() + 1;
        self.young.set(young);
        young > self.due()
    }

    /// Number of new containers that makes a collection due. A collection walks the whole heap, so it waits for a share
    /// of what the last one left: its cost for each new container stays bounded however large the heap grows.
    #[inline(always)]
    fn due(&self) -> u32 {
        self.threshold.get().max(self.survivors.get() / 2)
    }

    pub(super) fn is_busy(&self) -> bool {
        self.busy.get()
    }

    #[inline(always)]
    pub(super) fn uncount_container(&self) {
        self.young.set(self.young.get().saturating_sub(1));
    }
}

/// What a collection did.
#[derive(Default)]
pub(super) struct Collected {
    pub unreachable: usize,
    pub scanned: usize,
}

/// What a collection found.
#[derive(Default, Debug)]
pub struct Collection {
    /// Unreachable containers.
    pub garbage: Vec<Object>,
    /// Containers looked at.
    pub scanned: usize,
}

pub(super) const NOT_TRACKED: u32 = u32::MAX;
const REACHABLE: u32 = u32::MAX - 1;

struct Scan<'h> {
    heap: &'h Allocator,
    pools: Vec<*mut Pool>,
    counts: Vec<u32>,
}

impl Scan<'_> {
    /// Side index of a block, if its pool takes part.
    #[inline]
    fn index(&self, header: *const Header) -> Option<usize> {
        let pool = pool_of(header.cast());
        // SAFETY: H9: every object lies in a pool.
        let pool = unsafe { &*pool };
        if pool.side == NOT_TRACKED || pool.kind != Kind::Object {
            return None;
        }
        Some(pool.side as usize + (header as usize - pool.start as usize) / pool.size as usize)
    }

    /// Calls `f` with each container of the pools.
    fn each(&self, mut f: impl FnMut(*mut Header, usize)) {
        for &pool in &self.pools {
            // SAFETY: nothing is allocated or freed during the scan.
            unsafe {
                (*pool).each_live(|header| {
                    let index = self.index(header).expect("pool takes part");
                    if self.heap.shape((*header).shape).flags.has(ShapeFlags::CONTAINER) {
                        f(header, index);
                    }
                });
            }
        }
    }
}

impl Allocator {
    /// Visits each reference that `header`'s object owns.
    ///
    /// # Safety
    /// The object is live (H2).
    pub(super) unsafe fn trace_object(&self, header: *const Header, visit: &mut dyn FnMut(Value)) {
        // SAFETY: H4: shape, body and tail agree.
        unsafe {
            let entry = self.shape((*header).shape);
            let mut visitor = Visitor::new(visit);
            super::layout::trace_tail(header.cast_mut(), entry, &mut visitor);
            (entry.layout.trace)(header, &mut visitor);
            if entry.flags.has(ShapeFlags::HEAP_CLASS) {
                visitor.visit_value(entry.class);
            }
        }
    }

    /// The objects that `object` refers to directly, one entry a reference.
    pub fn referents(&self, object: &Object) -> Vec<Object> {
        let mut found = Vec::new();
        if object.is_pointer() {
            // SAFETY: the handle keeps the object alive; what it refers to is alive too.
            unsafe {
                self.trace_object(object.value().header(), &mut |value| found.push(Object::from_borrowed(value)));
            }
        }
        found
    }

    /// Calls `f` with every live object in the pools.
    pub fn each_object(&self, mut f: impl FnMut(&Object)) {
        for pool in self.object_pools() {
            // SAFETY: `each_live` yields live blocks; `f` gets a borrow and cannot free them through it.
            unsafe {
                (*pool).each_live(|header| {
                    let value = Value::pointer(header);
                    f(Object::borrow(&value));
                });
            }
        }
    }

    #[cfg(feature = "system-blocks")]
    pub(super) fn object_pools(&self) -> Vec<*mut Pool> {
        let mut pools = self.system.pools();
        // SAFETY: descriptors of live blocks.
        pools.retain(|&pool| unsafe { (*pool).kind == Kind::Object && *(*pool).start.cast::<u32>() != 0 });
        pools
    }

    #[cfg(not(feature = "system-blocks"))]
    pub(super) fn object_pools(&self) -> Vec<*mut Pool> {
        // SAFETY: H11.
        let table = unsafe { &*self.pools.get() };
        let mut pools = Vec::new();
        for &arena in &table.arenas {
            for i in 0..POOLS {
                // SAFETY: arenas in the table are mapped.
                let pool = unsafe { &raw mut (*arena).pools[i] };
                // SAFETY: as above.
                if unsafe { (*pool).state != State::Unused && (*pool).kind == Kind::Object } {
                    pools.push(pool);
                }
            }
        }
        pools
    }

    /// Finds the unreachable containers of the whole heap. They stay untouched, held by the returned handles.
    pub fn find_garbage(&self) -> Collection {
        self.find_garbage_in(self.object_pools())
    }

    /// Finds the unreachable containers of the given pools; `side` of all others is `NOT_TRACKED`.
    fn find_garbage_in(&self, pools: Vec<*mut Pool>) -> Collection {
        let mut side = 0u32;
        for &pool in &pools {
            // SAFETY: descriptors of mapped arenas.
            unsafe {
                (*pool).side = side;
                side += (*pool).used_blocks();
            }
        }
        let mut scan = Scan { heap: self, pools, counts: vec![NOT_TRACKED; side as usize] };
        let mut counts = std::mem::take(&mut scan.counts);
        let mut scanned = 0;
        scan.each(|header, index| {
            // SAFETY: the walk hands out live headers.
            counts[index] = unsafe { (*header).count }.min(REACHABLE - 1);
            scanned += 1;
        });
        scan.each(|header, _| {
            // SAFETY: the object is live.
            unsafe {
                self.trace_object(header, &mut |child| {
                    if let Some(i) = scan.index(child.header())
                        && counts[i] < REACHABLE
                    {
                        debug_assert!(counts[i] > 0, "more references than counts");
                        counts[i] = counts[i].saturating_sub(1);
                    }
                });
            }
        });
        let mut work = Vec::new();
        scan.each(|header, index| {
            if counts[index] > 0 && counts[index] < REACHABLE {
                counts[index] = REACHABLE;
                work.push(header);
                while let Some(next) = work.pop() {
                    // SAFETY: the object is live.
                    unsafe {
                        self.trace_object(next, &mut |child| {
                            if let Some(i) = scan.index(child.header())
                                && counts[i] < REACHABLE
                            {
                                counts[i] = REACHABLE;
                                work.push(child.header());
                            }
                        });
                    }
                }
            }
        });
        let mut garbage = Vec::new();
        scan.each(|header, index| {
            if counts[index] == 0 {
                // SAFETY: the object is live.
                garbage.push(unsafe { Object::from_borrowed(Value::pointer(header)) });
            }
        });
        Collection { garbage, scanned }
    }

    /// Takes the objects of a garbage set apart: every reference that one of them owns is given up, then their blocks
    /// are freed. Nothing runs Python code here: finalisers must have been run, and weak references cleared.
    ///
    /// # Safety
    /// The set is closed: every reference to a member comes from a member or from `garbage` itself.
    pub unsafe fn free_garbage(&self, garbage: Vec<Object>) {
        let headers: Vec<*mut Header> = garbage.into_iter().map(|o| o.into_value().header()).collect();
        for &header in &headers {
            // SAFETY: each member is held by the reference taken over from `garbage`, so that no drop of another
            // member's contents can free it; its own contents are dropped once.
            unsafe {
                self.clear_weakrefs(header);
                let entry = *self.shape((*header).shape);
                self.weak.borrow_mut().finalized.remove(&(header as u64));
                self.drop_contents(header, &entry);
            }
        }
        for &header in &headers {
            // SAFETY: contents are gone; by closure only the held reference is left.
            unsafe {
                debug_assert_eq!((*header).count, 1, "garbage is still referenced");
                self.collector.uncount_container();
                self.put(header.cast());
            }
        }
    }

    /// Whether a member of `garbage` needs Python code before it may go: a finaliser not yet run.
    pub fn needs_finalizing(&self, object: &Object) -> bool {
        self.shape(object.shape()).flags.has(ShapeFlags::FINALIZER) && !self.is_finalized(object)
    }

    /// One whole collection: weak references to garbage are cleared (callbacks of live ones become events), finalisers
    /// become events and their garbage waits for a later collection, the rest is freed. Returns the number of
    /// unreachable containers.
    pub fn collect(&self) -> usize {
        self.collect_pools(self.object_pools()).unreachable
    }

    /// A collection of the given pools only; `side` of all others is `NOT_TRACKED`.
    pub(super) fn collect_pools(&self, pools: Vec<*mut Pool>) -> Collected {
        if self.collector.busy.replace(true) {
            return Collected::default();
        }
        let found = self.find_garbage_in(pools);
        let collected = Collected { unreachable: found.garbage.len(), scanned: found.scanned };
        if found.garbage.iter().any(|o| self.needs_finalizing(o)) {
            for object in found.garbage {
                if self.needs_finalizing(&object) {
                    self.weak.borrow_mut().finalized.insert(object.value().header() as u64);
                    self.push_event(Event::Finalize(object));
                }
            }
        } else {
            // SAFETY: `find_garbage` computes a closed set: a reference from outside leaves a positive rest.
            unsafe { self.free_garbage(found.garbage) };
        }
        self.collector.young.set(0);
        self.collector.survivors.set(collected.scanned.saturating_sub(collected.unreachable) as u32);
        self.collector.busy.set(false);
        self.withdraw(Breaker::COLLECT);
        collected
    }

    /// Switches automatic collections.
    pub fn set_collecting(&self, on: bool) {
        self.collector.enabled.set(on);
    }

    /// Whether collections run by themselves.
    pub fn is_collecting_enabled(&self) -> bool {
        self.collector.enabled.get()
    }

    /// Whether enough containers were made since the last collection for another one.
    pub fn collection_due(&self) -> bool {
        self.collector.enabled.get() && self.collector.young.get() > self.collector.due()
    }

    /// Containers made, less those freed, since the last collection.
    pub fn young_count(&self) -> u32 {
        self.collector.young.get()
    }

    /// Sets the number of new containers that makes a collection due.
    pub fn set_threshold(&self, containers: u32) {
        self.collector.threshold.set(containers);
    }
}
