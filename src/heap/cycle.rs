//! The cycle collector's steps, between which the virtual machine runs callbacks and finalisers: `begin_collection` finds
//! the garbage (see `scan`), then `clear_garbage_weakrefs`, `finalize_garbage`, `sort_out_resurrected`, `free_garbage`.

use super::allocator::{Allocator, Breaker};
use super::arena::pool_of;
use super::collector::GENERATIONS;
use super::generation::{AgeWriter, PERMANENT, set_age};
use super::header::Header;
use super::object::Object;
use super::pool::Pool;
use super::release::Event;
use super::scan::{Fate, Scan};
use super::shape::{ShapeFlags, ShapeId};
use super::value::Value;
use super::weak::{AddressSet, WeakBody};

/// What stress mode's collection did.
#[derive(Default)]
pub(super) struct Collected {
    pub scanned: usize,
}

/// What a collection found.
#[derive(Debug)]
pub struct Collection {
    /// Unreachable containers.
    pub garbage: Vec<Object>,
    /// How many of them have each shape.
    pub shapes: Vec<(ShapeId, usize)>,
    /// Whether none has a finaliser, is referenced weakly or is a weak reference: they may just be freed.
    pub plain: bool,
    /// Containers looked at.
    pub scanned: usize,
}

/// Counts objects by shape, in runs.
struct Census {
    counts: Vec<u32>,
    shape: ShapeId,
    run: u32,
}

impl Census {
    #[inline(always)]
    fn add(&mut self, heap: &Allocator, shape: ShapeId) {
        if shape != self.shape {
            self.write(heap);
            self.shape = shape;
        }
        self.run += 1;
    }

    fn write(&mut self, heap: &Allocator) {
        if self.run > 0 {
            self.counts.resize(heap.shape_count() as usize, 0);
            self.counts[self.shape.0 as usize] += self.run;
            self.run = 0;
        }
    }

    fn finish(mut self, heap: &Allocator) -> Vec<(ShapeId, usize)> {
        self.write(heap);
        let rows = self.counts.iter().enumerate().filter(|(_, count)| **count > 0);
        rows.map(|(shape, &count)| (ShapeId(shape as u32), count as usize)).collect()
    }
}

impl Allocator {
    /// The first step of a collection of `generation` and all younger ones: finds the unreachable containers, which stay
    /// untouched, held by the returned handles. All others enter the next generation. `None` if a collection is under
    /// way, or Ctrl-C has ended the scan, as if none had begun; else [`Allocator::end_collection`] must be called.
    pub fn begin_collection(&self, generation: usize) -> Option<Collection> {
        if self.collector.set_busy(true) {
            return None;
        }
        let scan = Scan::generations(self, self.pools_of_generation(generation), generation as u8);
        if scan.stopped {
            self.note_recent(scan.pools());
            self.collector.set_busy(false);
            return None;
        }
        self.withdraw(Breaker::COLLECT);
        self.collector.begin(generation);
        let found = self.found(&scan, Some((generation + 1).min(GENERATIONS - 1) as u8));
        self.collector.survived(generation, found.scanned - found.garbage.len());
        Some(found)
    }

    /// The result of a scan; survivors get the given age.
    fn found(&self, scan: &Scan<'_>, next: Option<u8>) -> Collection {
        let mut garbage = Vec::new();
        let mut census = Census { counts: Vec::new(), shape: ShapeId(0), run: 0 };
        for (index, &pool) in scan.pools().iter().enumerate() {
            // SAFETY: pools of a scan are mapped, members are live. An age that is not asked for is not set.
            unsafe {
                let mut ages = AgeWriter::new(pool, next.unwrap_or(0));
                scan.each_of_pool(index, |block, fate| match fate {
                    Fate::Reached if next.is_some() => ages.set(block),
                    Fate::Reached => {}
                    Fate::Garbage => {
                        let header = block.cast::<Header>();
                        census.add(self, (*header).shape);
                        garbage.push(Object::from_borrowed(Value::pointer(header)));
                    }
                });
            }
        }
        let shapes = census.finish(self);
        let plain = shapes.iter().all(|&(id, _)| {
            let shape = self.shape(id);
            !shape.flags.has(ShapeFlags::FINALIZER | ShapeFlags::WEAKLY_REFERENCED) && !shape.layout.is::<WeakBody>()
        });
        Collection { garbage, shapes, plain, scanned: scan.members }
    }

    /// The end of a collection.
    pub fn end_collection(&self) {
        self.collector.set_busy(false);
    }

    /// Clears the weak references to members of `garbage`. Callbacks of references that are not garbage themselves become
    /// events; returns whether there are any.
    pub fn clear_garbage_weakrefs(&self, garbage: &[Object]) -> bool {
        let before = self.event_count();
        let is_target = |object: &&Object| {
            self.shape(object.shape()).flags.has(ShapeFlags::WEAKLY_REFERENCED) && self.has_weakrefs(object)
        };
        let mut targets: Vec<&Object> = garbage.iter().filter(is_target).collect();
        if targets.is_empty() {
            return false;
        }
        // CPython goes by the order of making, as far as it is known here.
        targets.sort_by_cached_key(|object| self.weakly_since(object));
        let members: AddressSet = garbage.iter().map(|o| o.value().header() as u64).collect();
        for object in targets {
            // SAFETY: the handle keeps the object whole.
            unsafe { self.clear_weakrefs(object.value().header(), |weakref| !members.contains(&(weakref as u64))) };
        }
        self.event_count() > before
    }

    /// Makes events of the finalisers in `garbage` that have not been run; returns whether there are any.
    pub fn finalize_garbage(&self, garbage: &[Object]) -> bool {
        let mut waiting: Vec<&Object> = garbage.iter().filter(|object| self.needs_finalizing(object)).collect();
        waiting.sort_by_cached_key(|object| self.birth(object));
        for object in &waiting {
            self.weak.borrow_mut().finalized.insert(object.value().header() as u64);
            self.push_event(Event::Finalize((*object).clone()));
        }
        !waiting.is_empty()
    }

    /// After finalisers and callbacks have run: takes those members out of `garbage` that are reachable again, and
    /// returns them; they enter the oldest generation. Every member must be held by its handle in `garbage` once.
    pub fn sort_out_resurrected(&self, garbage: &mut Vec<Object>) -> Vec<Object> {
        let mut pools: Vec<*mut Pool> = garbage.iter().map(|o| pool_of(o.value().header().cast())).collect();
        pools.sort_unstable();
        pools.dedup();
        let scan = Scan::among(self, pools, garbage);
        let (mut dead, mut alive) = (Vec::new(), Vec::new());
        for object in std::mem::take(garbage) {
            let header = object.value().header();
            if scan.fate(header) == Fate::Garbage {
                dead.push(object);
            } else {
                // SAFETY: members are live and lie in pools.
                unsafe { set_age(pool_of(header.cast()), header.cast(), GENERATIONS as u8 - 1) };
                alive.push(object);
            }
        }
        drop(scan);
        *garbage = dead;
        alive
    }

    /// Takes the objects of a garbage set apart: every reference that one of them owns is given up, then their blocks
    /// are freed. Nothing runs Python code here: finalisers must have been run, and weak references cleared. `plain` is
    /// what the scan said of the set.
    ///
    /// # Safety
    /// The set is closed: every reference to a member comes from a member or from `garbage` itself.
    pub unsafe fn free_garbage(&self, garbage: Vec<Object>, plain: bool) {
        const SPECIAL: u32 = ShapeFlags::WEAKLY_REFERENCED | ShapeFlags::FINALIZER;
        if !plain {
            for object in &garbage {
                // SAFETY: members are live. A reference that is garbage itself calls nobody.
                unsafe { self.forget_weakref(object.value().header()) };
            }
        }
        let waiting = self.leftover_count();
        for object in &garbage {
            let header = object.value().header();
            // SAFETY: each member is held by its handle in `garbage`, so that no drop of another member's contents can
            // free it; its own contents are dropped once.
            unsafe {
                let entry = self.shape((*header).shape);
                if entry.flags.has(SPECIAL) {
                    self.clear_weakrefs(header, |_| true);
                    self.forget_special(header);
                }
                self.drop_contents(header, entry);
            }
        }
        // What gave way to Ctrl-C meanwhile may refer to members, whose blocks are still there now.
        while self.leftover_count() > waiting && self.release_leftover() {}
        let mut rest = garbage.as_slice();
        while let Some(object) = rest.first() {
            let pool = pool_of(object.value().header().cast());
            let count = rest.iter().take_while(|o| pool_of(o.value().header().cast()) == pool).count();
            let (of_pool, others) = rest.split_at(count);
            rest = others;
            // SAFETY: contents are gone; by closure only the handles are left, which are forgotten below.
            unsafe {
                debug_assert!(of_pool.iter().all(|o| o.count() == 1), "garbage is still referenced");
                self.collector.uncount_containers(count as u32);
                if !self.put_all(pool, count) {
                    for object in of_pool {
                        self.put(object.value().header().cast());
                    }
                }
            }
        }
        garbage.into_iter().for_each(std::mem::forget);
    }

    /// Whether a member of garbage needs Python code before it may go: a finaliser not yet run.
    pub fn needs_finalizing(&self, object: &Object) -> bool {
        self.shape(object.shape()).flags.has(ShapeFlags::FINALIZER) && !self.is_finalized(object)
    }

    /// A collection of the given pools that runs no Python code: weak references to garbage are cleared (callbacks of
    /// live ones become events), finalisers become events and their garbage waits for a later collection, the rest is
    /// freed.
    pub(super) fn collect_pools(&self, pools: Vec<*mut Pool>) -> Collected {
        if self.collector.set_busy(true) {
            return Collected::default();
        }
        self.collector.begin(0);
        let scan = Scan::generations(self, pools, PERMANENT);
        if scan.stopped {
            self.collector.set_busy(false);
            return Collected::default();
        }
        let Collection { garbage, plain, scanned, .. } = self.found(&scan, None);
        drop(scan);
        if garbage.iter().any(|o| self.needs_finalizing(o)) {
            self.finalize_garbage(&garbage);
        } else {
            self.clear_garbage_weakrefs(&garbage);
            // SAFETY: the scan found a closed set, and nothing has run since.
            unsafe { self.free_garbage(garbage, plain) };
        }
        self.collector.set_busy(false);
        self.withdraw(Breaker::COLLECT);
        Collected { scanned }
    }
}
