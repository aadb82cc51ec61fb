//! The cycle collector: trial deletion over the containers of some generations.
//!
//! Counts are copied into a side array, every reference between the containers looked at is subtracted, and what keeps a
//! positive rest is reachable from outside, with all that it reaches. The remainder is garbage. (The idea: Lins 1990;
//! CPython's `gc` works alike, with the copied counts in the objects.) Nothing here recurses, and no root is scanned:
//! references from registers, handles and older generations are counted ones that no container looked at accounts for.
//!
//! A collection is done in steps, between which the virtual machine runs callbacks and finalisers: `find_garbage`,
//! `clear_garbage_weakrefs`, `finalize_garbage`, `sort_out_resurrected`, `free_garbage`.

use super::allocator::{Allocator, Breaker};
use super::arena::pool_of;
use super::collector::GENERATIONS;
use super::generation::{PERMANENT, age, set_age};
use super::header::Header;
use super::object::Object;
use super::pool::{Kind, Pool};
use super::release::Event;
use super::shape::ShapeFlags;
use super::trace::Visitor;
use super::value::Value;
use super::weak::AddressSet;

/// What stress mode's collection did.
#[derive(Default)]
pub(super) struct Collected {
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

/// `Pool::side` of pools that do not take part in a scan.
pub(super) const NOT_TRACKED: u32 = u32::MAX;
/// Side-array entry of a container that is reachable from outside.
const REACHABLE: u32 = u32::MAX - 1;

/// A scan: the containers looked at, and for each block of their pools what is left of its count.
struct Scan<'h> {
    heap: &'h Allocator,
    pools: Vec<*mut Pool>,
    members: Vec<*mut Header>,
    counts: Vec<u32>,
}

/// Side index of a block, if its pool takes part.
#[inline(always)]
fn side_index(header: *const Header) -> Option<usize> {
    // SAFETY: H9: every object lies in a pool.
    unsafe {
        let pool = pool_of(header.cast());
        let side = (*pool).side;
        if side == NOT_TRACKED {
            return None;
        }
        let offset = (header.addr() - (*pool).start.addr()) as u64;
        Some(side as usize + ((offset * u64::from((*pool).inverse)) >> 32) as usize)
    }
}

impl<'h> Scan<'h> {
    /// Lets `pools` take part.
    fn new(heap: &'h Allocator, pools: Vec<*mut Pool>) -> Scan<'h> {
        let mut side = 0u32;
        for &pool in &pools {
            // SAFETY: descriptors of mapped arenas.
            unsafe {
                (*pool).side = side;
                side += (*pool).used_blocks();
            }
        }
        Scan { heap, pools, members: Vec::new(), counts: vec![NOT_TRACKED; side as usize] }
    }

    /// Looks at a container, of whose references `held` are not to be taken for outside ones.
    #[inline(always)]
    fn add(&mut self, header: *mut Header, held: u32) {
        if let Some(index) = side_index(header) {
            // SAFETY: members are live.
            self.counts[index] = unsafe { (*header).count }.min(REACHABLE - 1) - held;
            self.members.push(header);
        }
    }

    /// Looks at every container of the pools that is not older than `oldest`.
    fn add_generations(&mut self, oldest: u8) {
        for pool in self.pools.clone() {
            // SAFETY: nothing is allocated or freed during the scan; live blocks have rows in the shape table (H4).
            unsafe {
                let aged = (*pool).aged;
                (*pool).each_live(|header| {
                    if (!aged || age(pool, header.cast()) <= oldest)
                        && self.heap.shape((*header).shape).flags.has(ShapeFlags::CONTAINER)
                    {
                        self.add(header, 0);
                    }
                });
            }
        }
    }

    /// Trial deletion; afterwards `counts` is `REACHABLE` for members that are reachable, 0 for garbage.
    fn run(&mut self) {
        let Scan { heap, members, counts, .. } = self;
        for &header in members.iter() {
            // SAFETY: members are live.
            unsafe {
                heap.trace_object(header, &mut |child| {
                    if let Some(i) = side_index(child.header())
                        && counts[i] < REACHABLE
                    {
                        debug_assert!(counts[i] > 0, "more references than counts");
                        counts[i] = counts[i].saturating_sub(1);
                    }
                });
            }
        }
        let mut work = Vec::new();
        for &header in members.iter() {
            let index = side_index(header).expect("members' pools take part");
            if counts[index] == 0 || counts[index] >= REACHABLE {
                continue;
            }
            counts[index] = REACHABLE;
            work.push(header);
            while let Some(next) = work.pop() {
                // SAFETY: what live objects refer to is live.
                unsafe {
                    heap.trace_object(next, &mut |child| {
                        if let Some(i) = side_index(child.header())
                            && counts[i] < REACHABLE
                        {
                            counts[i] = REACHABLE;
                            work.push(child.header());
                        }
                    });
                }
            }
        }
    }

    /// Calls `f` with each member and whether it is garbage.
    fn each_result(&self, mut f: impl FnMut(*mut Header, bool)) {
        for &header in &self.members {
            let index = side_index(header).expect("members' pools take part");
            f(header, self.counts[index] == 0);
        }
    }
}

impl Drop for Scan<'_> {
    fn drop(&mut self) {
        for &pool in &self.pools {
            // SAFETY: nothing is freed while a scan exists.
            unsafe { (*pool).side = NOT_TRACKED };
        }
    }
}

impl Allocator {
    /// Visits each reference that `header`'s object owns.
    ///
    /// # Safety
    /// The object is live (H2).
    #[inline(always)]
    pub(super) unsafe fn trace_object(&self, header: *const Header, visit: &mut dyn FnMut(Value)) {
        // SAFETY: as promised.
        unsafe {
            self.trace_into(header, &mut Visitor::new(visit));
        }
    }

    /// The same with a visitor.
    #[inline(always)]
    unsafe fn trace_into(&self, header: *const Header, visitor: &mut Visitor<'_>) {
        // SAFETY: H4: shape, body and tail agree.
        unsafe {
            let entry = self.shape((*header).shape);
            super::layout::trace_tail(header.cast_mut(), entry, visitor);
            (entry.layout.trace)(header, visitor);
            if entry.flags.has(ShapeFlags::HEAP_CLASS) {
                visitor.visit_value(entry.class);
            }
        }
    }

    /// The objects that `object` refers to directly, one entry a reference.
    pub fn referents(&self, object: &Object) -> Vec<Object> {
        let mut found = Vec::new();
        self.each_referent(object, |child| found.push(child.clone()));
        found
    }

    /// As `referents`, with ints and other immediates.
    pub fn referents_and_immediates(&self, object: &Object) -> Vec<Object> {
        let mut found = Vec::new();
        if object.is_pointer() {
            // SAFETY: as in `each_referent`.
            unsafe {
                let header = object.value().header();
                let mut visit = |value| found.push(Object::from_borrowed(value));
                self.trace_into(header, &mut Visitor::with_immediates(&mut visit));
            }
        }
        found
    }

    /// Calls `f` with each object that `object` refers to directly, once a reference. `f` must not free anything.
    pub fn each_referent(&self, object: &Object, mut f: impl FnMut(&Object)) {
        if object.is_pointer() {
            // SAFETY: the handle keeps the object alive; what it refers to is alive too, and borrowed for the call.
            unsafe {
                self.trace_object(object.value().header(), &mut |value| f(Object::borrow(&value)));
            }
        }
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
        use super::arena::POOLS;
        use super::pool::State;
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

    /// The first step of a collection of `generation` and all younger ones: finds the unreachable containers, which stay
    /// untouched, held by the returned handles. All others enter the next generation. `None` if a collection is under
    /// way; else [`Allocator::end_collection`] must be called.
    pub fn begin_collection(&self, generation: usize) -> Option<Collection> {
        if self.collector.set_busy(true) {
            return None;
        }
        self.withdraw(Breaker::COLLECT);
        self.collector.begin(generation);
        let mut scan = Scan::new(self, self.pools_of_generation(generation));
        scan.add_generations(generation as u8);
        scan.run();
        let next = (generation + 1).min(GENERATIONS - 1) as u8;
        let mut found = Collection { garbage: Vec::new(), scanned: scan.members.len() };
        scan.each_result(|header, is_garbage| {
            // SAFETY: members are live and lie in pools.
            unsafe {
                if is_garbage {
                    found.garbage.push(Object::from_borrowed(Value::pointer(header)));
                } else {
                    set_age(pool_of(header.cast()), header.cast(), next);
                }
            }
        });
        self.collector.survived(generation, found.scanned - found.garbage.len());
        Some(found)
    }

    /// The end of a collection.
    pub fn end_collection(&self) {
        self.collector.set_busy(false);
    }

    /// Clears the weak references to members of `garbage`. Callbacks of references that are not garbage themselves become
    /// events; returns whether there are any.
    pub fn clear_garbage_weakrefs(&self, garbage: &[Object]) -> bool {
        let mut members: Option<AddressSet> = None;
        let before = self.event_count();
        for object in garbage {
            if !self.shape(object.shape()).flags.has(ShapeFlags::WEAKLY_REFERENCED) || !self.has_weakrefs(object) {
                continue;
            }
            let members = members.get_or_insert_with(|| garbage.iter().map(|o| o.value().header() as u64).collect());
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
        let mut scan = Scan::new(self, pools);
        for object in garbage.iter() {
            scan.add(object.value().header(), 1);
        }
        scan.run();
        let (mut dead, mut alive) = (Vec::new(), Vec::new());
        let mut members = std::mem::take(garbage).into_iter();
        scan.each_result(|header, is_garbage| {
            let object = members.next().expect("one result for each member");
            if is_garbage {
                dead.push(object);
            } else {
                // SAFETY: members are live and lie in pools.
                unsafe { set_age(pool_of(header.cast()), header.cast(), GENERATIONS as u8 - 1) };
                alive.push(object);
            }
        });
        drop(scan);
        *garbage = dead;
        alive
    }

    /// Takes the objects of a garbage set apart: every reference that one of them owns is given up, then their blocks
    /// are freed. Nothing runs Python code here: finalisers must have been run, and weak references cleared.
    ///
    /// # Safety
    /// The set is closed: every reference to a member comes from a member or from `garbage` itself.
    pub unsafe fn free_garbage(&self, garbage: Vec<Object>) {
        const SPECIAL: u32 = ShapeFlags::WEAKLY_REFERENCED | ShapeFlags::FINALIZER;
        let headers: Vec<*mut Header> = garbage.into_iter().map(|o| o.into_value().header()).collect();
        for &header in &headers {
            // SAFETY: members are live. A reference that is garbage itself calls nobody.
            unsafe { self.forget_weakref(header) };
        }
        for &header in &headers {
            // SAFETY: each member is held by the reference taken over from `garbage`, so that no drop of another
            // member's contents can free it; its own contents are dropped once.
            unsafe {
                let entry = *self.shape((*header).shape);
                if entry.flags.has(SPECIAL) {
                    self.clear_weakrefs(header, |_| true);
                    self.forget_special(header);
                }
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
        let mut scan = Scan::new(self, pools);
        scan.add_generations(PERMANENT);
        scan.run();
        let collected = Collected { scanned: scan.members.len() };
        let mut garbage = Vec::new();
        scan.each_result(|header, is_garbage| {
            if is_garbage {
                // SAFETY: members are live.
                garbage.push(unsafe { Object::from_borrowed(Value::pointer(header)) });
            }
        });
        drop(scan);
        if garbage.iter().any(|o| self.needs_finalizing(o)) {
            self.finalize_garbage(&garbage);
        } else {
            self.clear_garbage_weakrefs(&garbage);
            // SAFETY: the scan found a closed set, and nothing has run since.
            unsafe { self.free_garbage(garbage) };
        }
        self.collector.set_busy(false);
        self.withdraw(Breaker::COLLECT);
        collected
    }
}
