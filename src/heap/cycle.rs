//! The cycle collector's steps, between which the virtual machine runs callbacks and finalisers: `begin_collection` finds
//! the garbage (see `scan`), then `clear_garbage_weakrefs`, `finalize_garbage`, `sort_out_resurrected`, `free_garbage`.
//!
//! If Ctrl-C waits, a step ends early and says so, and the collection is given up: whatever it has found stays whole, and
//! the handles go to `drop_garbage`. What is garbage still is found by a later collection. Only when members are already
//! being taken apart there is no way back: the rest is then freed in slices (see `leftover`).

use super::allocator::{Allocator, Breaker};
use super::arena::pool_of;
use super::collector::GENERATIONS;
use super::generation::{AgeWriter, PERMANENT, set_age};
use super::header::Header;
use super::object::Object;
use super::pool::Pool;
use super::release::Event;
use super::scan::{Fate, LOOK, Scan};
use super::shape::{ShapeFlags, ShapeId};
use super::value::Value;
use super::weak::{AddressSet, WeakBody};
use crate::base::sort::merge_sort;
use crate::base::watch::Stopped;

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

/// A closed set of garbage that is being freed: first all contents, then the blocks.
pub(super) struct Garbage {
    members: Vec<Object>,
    /// Members whose contents are gone.
    emptied: usize,
    /// Members whose blocks are gone.
    freed: usize,
}

impl Garbage {
    /// Goes on freeing a little. Whether there is more to be done.
    pub fn go_on(&mut self, heap: &Allocator) -> bool {
        if self.emptied < self.members.len() {
            let slice = self.emptied..(self.emptied + LOOK).min(self.members.len());
            self.emptied = slice.end;
            for object in &self.members[slice] {
                let header = object.value().header();
                // SAFETY: each member is held by its handle, so that no drop of another member's contents can free it; its
                // own contents are dropped once. Nothing meets what has none (`free_garbage`).
                unsafe {
                    let entry = heap.shape((*header).shape);
                    if entry.flags.has(ShapeFlags::WEAKLY_REFERENCED | ShapeFlags::FINALIZER) {
                        heap.forget_special(header);
                    }
                    heap.drop_contents(header, entry);
                }
            }
            return true;
        }
        let end = (self.freed + LOOK).min(self.members.len());
        while self.freed < end {
            let rest = &self.members[self.freed..];
            let pool = pool_of(rest[0].value().header().cast());
            let count = rest.iter().take_while(|o| pool_of(o.value().header().cast()) == pool).count();
            // SAFETY: contents are gone; by closure only the handles are left, which are forgotten below.
            unsafe {
                debug_assert!(rest[..count].iter().all(|o| o.count() == 1), "garbage is still referenced");
                heap.collector.uncount_containers(count as u32);
                if !heap.put_all(pool, count) {
                    for object in &rest[..count] {
                        heap.put(object.value().header().cast());
                    }
                }
            }
            self.freed += count;
        }
        if self.freed < self.members.len() {
            return true;
        }
        // SAFETY: the handles are forgotten: what they held is gone.
        unsafe { self.members.set_len(0) };
        false
    }
}

/// Looks for Ctrl-C at every so manieth step.
#[derive(Default)]
struct Steps(usize);

impl Steps {
    #[inline(always)]
    fn step(&mut self, heap: &Allocator) -> Result<(), Stopped> {
        self.0 += 1;
        if self.0.is_multiple_of(LOOK) && heap.interrupt_waits() { Err(Stopped) } else { Ok(()) }
    }
}

/// Sorts by a number, keeping the order of equals, unless Ctrl-C waits.
fn sort_by_number<T: Copy>(heap: &Allocator, items: &mut [(u64, T)]) -> Result<(), Stopped> {
    let mut steps = Steps::default();
    merge_sort(items, |a, b| {
        steps.step(heap)?;
        Ok(a.0 < b.0)
    })
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
    /// way, or Ctrl-C has ended it, as if none had begun (some objects may have entered the next generation); else
    /// [`Allocator::end_collection`] must be called.
    pub fn begin_collection(&self, generation: usize) -> Option<Collection> {
        if self.is_half_freed() || self.collector.set_busy(true) {
            return None;
        }
        let scan = Scan::generations(self, self.pools_of_generation(generation), generation as u8);
        let next = Some((generation + 1).min(GENERATIONS - 1) as u8);
        let Ok(found) = (if scan.stopped { Err(Stopped) } else { self.found(&scan, next) }) else {
            self.note_recent(scan.pools());
            self.collector.set_busy(false);
            return None;
        };
        self.withdraw(Breaker::COLLECT);
        self.collector.begin(generation);
        self.collector.survived(generation, found.scanned - found.garbage.len());
        Some(found)
    }

    /// The result of a scan; survivors get the given age.
    fn found(&self, scan: &Scan<'_>, next: Option<u8>) -> Result<Collection, Stopped> {
        let mut garbage = Vec::new();
        let mut census = Census { counts: Vec::new(), shape: ShapeId(0), run: 0 };
        for (index, &pool) in scan.pools().iter().enumerate() {
            if self.interrupt_waits() {
                self.drop_garbage(garbage);
                return Err(Stopped);
            }
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
        Ok(Collection { garbage, shapes, plain, scanned: scan.members })
    }

    /// The end of a collection.
    pub fn end_collection(&self) {
        self.collector.set_busy(false);
    }

    /// Clears the weak references to members of `garbage`. Callbacks of references that are not garbage themselves become
    /// events; returns whether there are any.
    ///
    /// # Errors
    /// Ctrl-C waits; some may be cleared.
    pub fn clear_garbage_weakrefs(&self, garbage: &[Object]) -> Result<bool, Stopped> {
        let before = self.event_count();
        let (mut targets, mut members) = (Vec::new(), AddressSet::default());
        let mut steps = Steps::default();
        for object in garbage {
            steps.step(self)?;
            if self.shape(object.shape()).flags.has(ShapeFlags::WEAKLY_REFERENCED) {
                let since = self.weakly_since(object);
                if since > 0 {
                    targets.push((since, object));
                }
            }
        }
        if targets.is_empty() {
            return Ok(false);
        }
        // CPython goes by the order of making, as far as it is known here.
        sort_by_number(self, &mut targets)?;
        for object in garbage {
            steps.step(self)?;
            if self.shape(object.shape()).layout.is::<WeakBody>() {
                members.insert(object.value().header() as u64);
            }
        }
        for (_, object) in targets {
            steps.step(self)?;
            let is_called = |weakref| !members.contains(&(weakref as u64));
            // SAFETY: the handle keeps the object whole; what is not cleared now is cleared by a later collection.
            if !unsafe { self.clear_weakrefs(object.value().header(), is_called) } {
                return Err(Stopped);
            }
        }
        Ok(self.event_count() > before)
    }

    /// Makes events of the finalisers in `garbage` that have not been run; returns whether there are any.
    ///
    /// # Errors
    /// Ctrl-C waits; some may be events.
    pub fn finalize_garbage(&self, garbage: &[Object]) -> Result<bool, Stopped> {
        let (mut waiting, mut steps) = (Vec::new(), Steps::default());
        for object in garbage {
            steps.step(self)?;
            if self.needs_finalizing(object) {
                waiting.push((self.birth(object), object));
            }
        }
        sort_by_number(self, &mut waiting)?;
        for (_, object) in &waiting {
            steps.step(self)?;
            self.weak.borrow_mut().finalized.insert(object.value().header() as u64);
            self.push_event(Event::Finalize((*object).clone()));
        }
        Ok(!waiting.is_empty())
    }

    /// After finalisers and callbacks have run: takes those members out of `garbage` that are reachable again, and
    /// returns them; they enter the oldest generation. Every member must be held by its handle in `garbage` once.
    ///
    /// # Errors
    /// Ctrl-C waits; `garbage` has all members yet.
    pub fn sort_out_resurrected(&self, garbage: &mut Vec<Object>) -> Result<Vec<Object>, Stopped> {
        let mut pools: Vec<*mut Pool> = Vec::new();
        let mut steps = Steps::default();
        for object in garbage.iter() {
            steps.step(self)?;
            // Most lie where the one before lies.
            let pool = pool_of(object.value().header().cast());
            if pools.last() != Some(&pool) {
                pools.push(pool);
            }
        }
        pools.sort_unstable();
        pools.dedup();
        let scan = Scan::among(self, pools, garbage);
        if scan.stopped {
            return Err(Stopped);
        }
        let is_alive = |object: &Object| scan.fate(object.value().header()) == Fate::Reached;
        let mut count = 0;
        for object in garbage.iter() {
            steps.step(self)?;
            count += is_alive(object) as usize;
        }
        let mut alive = Vec::with_capacity(count);
        if count > 0 {
            alive.extend(garbage.extract_if(.., |object| is_alive(object)));
        }
        for object in &alive {
            let header = object.value().header();
            // SAFETY: members are live and lie in pools.
            unsafe { set_age(pool_of(header.cast()), header.cast(), GENERATIONS as u8 - 1) };
        }
        Ok(alive)
    }

    /// Takes the objects of a garbage set apart: every reference that one of them owns is given up, then their blocks
    /// are freed. Nothing runs Python code here: finalisers must have been run, and weak references cleared. `plain` is
    /// what the scan said of the set. If Ctrl-C waits, the rest is freed later, or the garbage is left for a later
    /// collection.
    ///
    /// # Safety
    /// The set is closed: every reference to a member comes from a member or from `garbage` itself.
    pub unsafe fn free_garbage(&self, garbage: Vec<Object>, plain: bool) {
        if !plain && self.detach_garbage(&garbage).is_err() {
            return self.drop_garbage(garbage);
        }
        // Nothing but walks over the heap leads to members now, and these wait for the end of `release_garbage`.
        self.release_garbage(Garbage { members: garbage, emptied: 0, freed: 0 });
    }

    /// Clears the weak references that have been made to members of a garbage set, and takes those that are members
    /// themselves out of the lists.
    fn detach_garbage(&self, garbage: &[Object]) -> Result<(), Stopped> {
        let mut steps = Steps::default();
        for object in garbage {
            steps.step(self)?;
            // SAFETY: members are live. A reference that is garbage itself calls nobody.
            unsafe { self.forget_weakref(object.value().header()) };
        }
        for object in garbage {
            steps.step(self)?;
            if self.shape(object.shape()).flags.has(ShapeFlags::WEAKLY_REFERENCED) {
                // SAFETY: the handle keeps the object whole.
                let is_clear = unsafe { self.clear_weakrefs(object.value().header(), |_| true) };
                if !is_clear {
                    return Err(Stopped);
                }
            }
        }
        Ok(())
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
        let Ok(found) = (if scan.stopped { Err(Stopped) } else { self.found(&scan, None) }) else {
            self.collector.set_busy(false);
            return Collected::default();
        };
        drop(scan);
        let Collection { garbage, plain, scanned, .. } = found;
        if garbage.iter().any(|o| self.needs_finalizing(o)) {
            // What is not finalised waits for a later collection.
            let _ = self.finalize_garbage(&garbage);
            self.drop_garbage(garbage);
        } else if self.clear_garbage_weakrefs(&garbage).is_err() {
            self.drop_garbage(garbage);
        } else {
            // SAFETY: the scan found a closed set, and nothing has run since.
            unsafe { self.free_garbage(garbage, plain) };
        }
        self.collector.set_busy(false);
        self.withdraw(Breaker::COLLECT);
        Collected { scanned }
    }
}
