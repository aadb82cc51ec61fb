//! Trial deletion over the containers of some pools: which of them nothing outside refers to, directly or over others.
//!
//! A side array holds an entry for each block of the pools. The first walk adds the count of every container looked at to
//! its entry and takes 1 off the entry of whatever it refers to: what is left is the number of references from outside.
//! The second walk, over the side array alone, begins at the entries above 0 and marks all that they reach. Entries that
//! are 0 then belong to garbage. (The idea: Lins 1990; CPython's `gc` works alike, with the copied counts in the objects.)
//! Nothing here recurses, and no root is scanned: references from registers, handles and older generations are counted
//! ones that no container looked at accounts for.
//!
//! An entry is found from a block's address with one load: the arena's header has for each pool the index of its first
//! entry and the factor that turns an offset into the number of a block. Both visitors are compiled into each layout's
//! enumeration of its references (`LayoutInfo`).

use super::allocator::Allocator;
use super::arena::side_of;
use super::header::Header;
use super::layout::{LayoutInfo, body_of};
use super::pool::Pool;
use super::shape::{ShapeFlags, ShapeId};
use super::trace::{Visitor, trace_items};
use super::value::Value;
use super::vector::HeapVec;
use crate::base::watch::{STRETCH, Stopped, Watch, look};

/// Containers dealt with between two looks.
pub(super) const LOOK: usize = 1 << 12;
/// `Side::first` of pools that do not take part in a scan.
pub(super) const NOT_TRACKED: u32 = u32::MAX;
/// Entry of a container that is reachable from outside.
const REACHED: u32 = u32::MAX;
/// Added to the entries of blocks that are free, cannot refer to anything, or are too old.
const NOT_MEMBER: u32 = 3 << 30;
/// Entries from here on are `REACHED`, or those of no member with some references taken off (and bit 0 set).
const SETTLED: u32 = 1 << 31;
/// Counts above this, those of immortals, are taken for this.
const MOST: u32 = 1 << 30;

/// A scan.
pub(super) struct Scan<'h> {
    heap: &'h Allocator,
    pools: Vec<*mut Pool>,
    /// Index of each pool's first entry.
    first: Vec<u32>,
    counts: Vec<u32>,
    /// Containers looked at.
    pub members: usize,
    /// Ctrl-C has ended the scan: it says nothing.
    pub stopped: bool,
}

/// What has become of a member.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Reached,
    Garbage,
}

/// The index of a block's entry, if its pool takes part.
#[inline(always)]
fn entry_of(header: *const Header) -> Option<usize> {
    let (side, offset) = side_of(header.cast());
    if side.first == NOT_TRACKED {
        return None;
    }
    let number = (u64::from(offset) * u64::from(side.inverse)) >> 32;
    Some(side.first.wrapping_add(number as u32) as usize)
}

/// Takes 1 off the entry of each child.
pub struct Counting {
    counts: *mut u32,
    heap: *const Allocator,
}

impl Counting {
    #[inline(always)]
    fn take_off(&mut self, header: *const Header, references: u32) {
        if let Some(i) = entry_of(header) {
            // SAFETY: the side array has an entry for each block of the pools that take part.
            unsafe {
                let entry = self.counts.add(i);
                *entry = (*entry).wrapping_sub(references);
            }
        }
    }
}

impl Visitor for Counting {
    #[inline(always)]
    fn visit_value(&mut self, value: Value) {
        if value.is_pointer() {
            self.take_off(value.header(), 1);
        }
    }

    fn goes_on(&self) -> bool {
        // SAFETY: a visitor is used up by the scan that it is made for, which borrows the heap.
        unsafe { !(*self.heap).interrupt_waits() }
    }
}

/// Sees to it that each child gets a visit of its own: one whose entry the walk over the side array will still meet is
/// only made to look referred to from outside; others are marked and wait on a stack.
pub struct Marking {
    counts: *mut u32,
    heap: *const Allocator,
    /// Where the walk is.
    cursor: usize,
    work: Vec<*mut Header>,
}

impl Visitor for Marking {
    #[inline(always)]
    fn visit_value(&mut self, value: Value) {
        if value.is_pointer()
            && let Some(i) = entry_of(value.header())
        {
            // SAFETY: as in `take_off`.
            unsafe {
                let entry = self.counts.add(i);
                if i > self.cursor {
                    // Whatever is settled stays so.
                    *entry |= 1;
                } else if *entry < SETTLED {
                    *entry = REACHED;
                    self.work.push(value.header());
                }
            }
        }
    }

    fn goes_on(&self) -> bool {
        // SAFETY: as in `Counting`.
        unsafe { !(*self.heap).interrupt_waits() }
    }
}

#[inline(always)]
fn prefetch(header: *const Header) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a hint; it reads nothing.
    unsafe {
        std::arch::x86_64::_mm_prefetch::<{ std::arch::x86_64::_MM_HINT_T0 }>(header.cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = header;
}

/// How the objects of a shape are visited, at hand for the next object of the same shape.
struct Plan<V> {
    shape: ShapeId,
    is_container: bool,
    /// Inline slots: how many, and the offset of the first from the header in words.
    slots: usize,
    slots_at: usize,
    /// Whether the word before them exists, and how many slots lie in the buffer that it may lead to.
    has_extra: bool,
    overflow: usize,
    /// Whether the body is a buffer of references (`Layout::BUFFER`).
    buffer: bool,
    /// Visits another body; `None` for bodies without references.
    body: Option<unsafe fn(*const Header, &mut V)>,
    /// The class that each object owns a reference to, or an immediate.
    class: Value,
}

impl<V: Visitor> Plan<V> {
    fn new(
        heap: &Allocator,
        shape: ShapeId,
        body: impl Fn(&LayoutInfo) -> unsafe fn(*const Header, &mut V),
    ) -> Plan<V> {
        let entry = heap.shape(shape);
        let has_tail = entry.flags.has(ShapeFlags::SLOTS | ShapeFlags::EXTRA);
        let has_extra = entry.flags.has(ShapeFlags::EXTRA);
        Plan {
            shape,
            is_container: entry.flags.has(ShapeFlags::CONTAINER),
            slots: if has_tail { entry.slots.min(entry.inline) as usize } else { 0 },
            slots_at: 1 + entry.layout.body as usize / 8 + has_extra as usize,
            has_extra,
            overflow: entry.slots.saturating_sub(entry.inline) as usize,
            buffer: entry.layout.buffer,
            body: if entry.layout.container && entry.layout.body != 0 { Some(body(entry.layout)) } else { None },
            class: if entry.flags.has(ShapeFlags::HEAP_CLASS) { entry.class } else { Value::NONE },
        }
    }

    /// Visits all references but the one to the class.
    ///
    /// # Safety
    /// `header` is a live object of the plan's shape (H4).
    #[inline(always)]
    unsafe fn visit(&self, header: *const Header, visitor: &mut V) {
        // SAFETY: H4: body and tail are as the shape says.
        unsafe {
            let words = header.cast::<Value>();
            for i in self.slots_at..self.slots_at + self.slots {
                visitor.visit_value(*words.add(i));
            }
            if self.has_extra {
                let extra = *words.add(self.slots_at - 1);
                if extra.bits() != 0 {
                    self.visit_extra(extra, visitor);
                }
            }
            if self.buffer {
                trace_items(&*body_of::<HeapVec<super::Object>>(header), visitor, |visitor, item| visitor.visit(item));
            } else if let Some(body) = self.body {
                body(header, visitor);
            }
        }
    }

    /// Visits a dict in the word before the slots, or the slots in the buffer that it leads to.
    #[inline(never)]
    unsafe fn visit_extra(&self, extra: Value, visitor: &mut V) {
        if extra.is_pointer() {
            visitor.visit_value(extra);
        } else {
            for i in 0..self.overflow {
                // SAFETY: H4: the buffer holds its capacity and then the slots.
                visitor.visit_value(unsafe { *(extra.bits() as *const Value).add(1 + i) });
            }
        }
    }
}

impl<'h> Scan<'h> {
    /// Lets `pools` take part, as yet without members. If Ctrl-C waits the scan may be stopped already, without entries.
    fn new(heap: &'h Allocator, pools: Vec<*mut Pool>) -> Scan<'h> {
        const FILLED: usize = 1 << 22;
        let mut entries = 0u32;
        let mut first = Vec::with_capacity(pools.len());
        for &pool in &pools {
            first.push(entries);
            // SAFETY: descriptors of mapped arenas.
            unsafe {
                super::arena::take_part(pool, entries);
                entries += (*pool).used_blocks();
            }
        }
        let mut counts = Vec::with_capacity(entries as usize);
        let mut stopped = false;
        while counts.len() < entries as usize && !stopped {
            counts.resize((counts.len() + FILLED).min(entries as usize), NOT_MEMBER);
            stopped = heap.interrupt_waits();
        }
        Scan { heap, pools, first, counts, members: 0, stopped }
    }

    /// Scans every container of `pools` that is not older than `oldest`; ends early if Ctrl-C waits.
    pub fn generations(heap: &'h Allocator, pools: Vec<*mut Pool>, oldest: u8) -> Scan<'h> {
        let mut scan = Scan::new(heap, pools);
        if scan.stopped {
            return scan;
        }
        let mut visitor = Counting { counts: scan.counts.as_mut_ptr(), heap };
        // Most objects are like the one before: plans are kept, and references to a class are counted in runs.
        let mut plan = Plan::new(heap, ShapeId::NONE, |layout| layout.count);
        let (mut class, mut run) = (Value::NONE, 0);
        let mut members = 0;
        for (&pool, &first) in scan.pools.iter().zip(&scan.first) {
            if heap.interrupt_waits() {
                scan.stopped = true;
                return scan;
            }
            // SAFETY: nothing is allocated or freed during the scan; blocks below the bump mark have headers (H2), those
            // of live ones rows in the shape table (H4); each has its entry.
            unsafe {
                let mut ages = heap.age_reader(pool, oldest);
                let (size, bump) = ((*pool).size as usize, (*pool).bump);
                let mut entry = visitor.counts.add(first as usize);
                let mut at = (*pool).start;
                while at < bump {
                    // Blocks that are too old are not even fetched.
                    if !ages.is_older(at) {
                        let header = at.cast::<Header>();
                        let count = (*header).count;
                        if count != 0 && (*header).shape != plan.shape {
                            plan = Plan::new(heap, (*header).shape, |layout| layout.count);
                        }
                        if count != 0 && plan.is_container {
                            *entry = (*entry).wrapping_sub(NOT_MEMBER).wrapping_add(count.min(MOST));
                            members += 1;
                            plan.visit(header, &mut visitor);
                            if plan.class.is_pointer() {
                                if plan.class != class {
                                    if run > 0 {
                                        visitor.take_off(class.header(), run);
                                    }
                                    (class, run) = (plan.class, 0);
                                }
                                run += 1;
                            }
                        }
                    }
                    entry = entry.add(1);
                    at = at.wrapping_add(size);
                }
            }
        }
        if run > 0 {
            visitor.take_off(class.header(), run);
        }
        scan.members = members;
        scan.mark();
        scan
    }

    /// Scans some containers; a reference to each, from the slice itself, does not count as one from outside. Ends early
    /// if Ctrl-C waits.
    pub fn among(heap: &'h Allocator, pools: Vec<*mut Pool>, members: &[super::Object]) -> Scan<'h> {
        let mut scan = Scan::new(heap, pools);
        if scan.stopped {
            return scan;
        }
        scan.members = members.len();
        for (i, object) in members.iter().enumerate() {
            if i % LOOK == 0 && heap.interrupt_waits() {
                scan.stopped = true;
                return scan;
            }
            let header = object.value().header();
            let index = entry_of(header).expect("members' pools take part");
            // SAFETY: members are live.
            scan.counts[index] = unsafe { (*header).count }.min(MOST) - 1;
        }
        let mut visitor = Counting { counts: scan.counts.as_mut_ptr(), heap };
        let mut plan = Plan::new(heap, ShapeId::NONE, |layout| layout.count);
        for (i, object) in members.iter().enumerate() {
            if i % LOOK == 0 && heap.interrupt_waits() {
                scan.stopped = true;
                return scan;
            }
            let header = object.value().header();
            // SAFETY: members are live (H4).
            unsafe {
                if (*header).shape != plan.shape {
                    plan = Plan::new(heap, (*header).shape, |layout| layout.count);
                }
                plan.visit(header, &mut visitor);
                visitor.visit_value(plan.class);
            }
        }
        scan.mark();
        scan
    }

    /// Marks what is reachable from members that are referred to from outside, unless Ctrl-C waits.
    fn mark(&mut self) {
        let heap = self.heap;
        let watch: Watch<'_> = &|| heap.interrupt_waits();
        let mut visitor = Marking { counts: self.counts.as_mut_ptr(), heap, cursor: 0, work: Vec::new() };
        let mut plan = Plan::new(self.heap, ShapeId::NONE, |layout| layout.mark);
        for (&pool, &first) in self.pools.iter().zip(&self.first) {
            if self.stopped || watch() {
                self.stopped = true;
                return;
            }
            // SAFETY: each block has its entry; entries between 0 and `SETTLED` are those of live members.
            unsafe {
                let (start, size) = ((*pool).start, (*pool).size as usize);
                for index in first as usize..first as usize + (*pool).used_blocks() as usize {
                    let entry = visitor.counts.add(index);
                    debug_assert!(*entry <= NOT_MEMBER + 1 || *entry == REACHED, "more references than counts");
                    // Neither 0 nor settled.
                    if (*entry).wrapping_sub(1) < SETTLED - 1 {
                        *entry = REACHED;
                        visitor.cursor = index;
                        let header = start.add((index - first as usize) * size).cast::<Header>();
                        mark_children(self.heap, &mut plan, header, &mut visitor);
                        if !visitor.work.is_empty() {
                            self.stopped = mark_all(self.heap, &mut plan, &mut visitor, watch).is_err();
                        }
                    }
                }
            }
        }
        // What was waited for may have come within the last object.
        self.stopped |= watch();
    }

    /// What has become of a member.
    pub fn fate(&self, header: *const Header) -> Fate {
        let index = entry_of(header).expect("members' pools take part");
        if self.counts[index] == 0 { Fate::Garbage } else { Fate::Reached }
    }

    /// The pools that took part.
    pub fn pools(&self) -> &[*mut Pool] {
        &self.pools
    }

    /// Calls `f` with the address of each block of the pool that is a member, and what has become of it.
    #[inline(always)]
    pub fn each_of_pool(&self, index: usize, mut f: impl FnMut(*mut u8, Fate)) {
        let pool = self.pools[index];
        // SAFETY: descriptors of mapped arenas, unchanged since the scan began.
        unsafe {
            let first = self.first[index] as usize;
            let entries = &self.counts[first..first + (*pool).used_blocks() as usize];
            let size = (*pool).size as usize;
            let mut at = (*pool).start;
            for &entry in entries {
                if entry == REACHED {
                    f(at, Fate::Reached);
                } else if entry == 0 {
                    f(at, Fate::Garbage);
                }
                at = at.wrapping_add(size);
            }
        }
    }
}

/// # Safety
/// `header` is a live object.
#[inline(always)]
unsafe fn mark_children(heap: &Allocator, plan: &mut Plan<Marking>, header: *mut Header, visitor: &mut Marking) {
    // SAFETY: shape, body and tail of a live object agree (H4).
    unsafe {
        if (*header).shape != plan.shape {
            // The references of the objects of a shape to their class are one as good as many.
            *plan = Plan::new(heap, (*header).shape, |layout| layout.mark);
            visitor.visit_value(plan.class);
        }
        plan.visit(header, visitor);
    }
}

/// Visits what waits, and what that brings up. Between the stack and the visit an object spends some turns in a ring, in
/// which its header is fetched.
///
/// # Safety
/// What waits is live.
unsafe fn mark_all(
    heap: &Allocator,
    plan: &mut Plan<Marking>,
    visitor: &mut Marking,
    watch: Watch<'_>,
) -> Result<(), Stopped> {
    const RING: usize = 8;
    let mut ring = [std::ptr::null_mut::<Header>(); RING];
    let (mut oldest, mut held, mut count) = (0, 0, 0);
    loop {
        count += 1;
        if count % STRETCH == 0 {
            look(watch)?;
        }
        if let Some(header) = visitor.work.pop() {
            prefetch(header);
            ring[(oldest + held) % RING] = header;
            held += 1;
            if held < RING {
                continue;
            }
        } else if held == 0 {
            return Ok(());
        }
        let header = ring[oldest];
        oldest = (oldest + 1) % RING;
        held -= 1;
        // SAFETY: what live objects refer to is live.
        unsafe { mark_children(heap, plan, header, visitor) };
    }
}

impl Drop for Scan<'_> {
    fn drop(&mut self) {
        for &pool in &self.pools {
            // SAFETY: nothing is freed while a scan exists.
            unsafe { super::arena::leave_scan(pool) };
        }
    }
}
