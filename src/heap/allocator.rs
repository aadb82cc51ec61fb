//! The allocator: size classes over pools, large blocks from the system, and the heap's tables.
//!
//! `Allocator` hands out and takes back memory; it is reachable from every block (H9), so handles need no context.
//! `Heap` owns it and is the *token* for reading and writing bodies: `&Heap` to read, `&mut Heap` to write. Running
//! Python code needs `&mut Heap`, so no borrow of a body lives across it.

use super::accounting::Accounting;
use super::arena::{Arena, arena_of, owner_of, pool_of};
use super::collector::Collector;
use super::generation::{Recent, rejuvenate};
use super::header::Header;
use super::layout::{Layout, Ref, Tail, body_of};
use super::object::Object;
use super::pool::{CLASSES, GRAIN, Kind, Pool, SMALL, State};
use super::release::Releasing;
use super::shape::{ShapeEntry, ShapeFlags, ShapeId};
use super::stress::Stress;
use super::timeline::Timeline;
use super::tracing::Tracing;
use super::value::Value;
use super::weak::WeakTable;
use crate::base::watch::Stopped;
use std::cell::{Cell, RefCell, UnsafeCell};
use std::mem::ManuallyDrop;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicU32, Ordering};

/// Memory could not be had: the system or the memory limit refuses. Becomes Python's MemoryError.
///
/// While Ctrl-C waits, fresh pools and large buffers are refused too, and [`Allocator::go_on`] gives this error: whatever
/// fills memory or works through it then ends soon, by the way that it has for a full memory. Raised, the error of that
/// time is the KeyboardInterrupt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfMemory;

/// The heap of one interpreter.
pub struct Heap {
    allocator: Box<Allocator>,
}

// SAFETY: a heap refers only to memory that it owns; handles into it live inside the interpreter that owns the heap and
// move with it (H10).
unsafe impl Send for Heap {}

/// Memory, shapes and the collector's state. See the module's text.
pub struct Allocator {
    pub(super) pools: UnsafeCell<PoolTable>,
    pub(super) shapes: UnsafeCell<Vec<ShapeEntry>>,
    pub(super) releasing: Releasing,
    pub(super) weak: RefCell<WeakTable>,
    pub(super) accounting: Accounting,
    pub(super) collector: Collector,
    pub(super) timeline: Timeline,
    pub(super) tracing: Tracing,
    pub(super) immortals: RefCell<Vec<Value>>,
    large: Cell<*mut Large>,
    limit: Cell<usize>,
    special: Cell<bool>,
    pub(super) stress: Stress,
    #[cfg(feature = "system-blocks")]
    pub(super) system: super::system::SystemBlocks,
    fail_after: Cell<u64>,
    breaker: AtomicU32,
    /// How often Ctrl-C has been raised.
    interrupts: Cell<u64>,
}

impl From<Stopped> for OutOfMemory {
    fn from(_: Stopped) -> OutOfMemory {
        OutOfMemory
    }
}

/// Bits of the eval breaker: reasons for the VM to leave its plain path at the next call or loop edge.
pub struct Breaker;

impl Breaker {
    /// Finalisers or weakref callbacks wait.
    pub const EVENTS: u32 = 1;
    /// A collection is due.
    pub const COLLECT: u32 = 2;
    /// Ctrl-C.
    pub const INTERRUPT: u32 = 4;
    /// Some other signal, limit or request of the embedder.
    pub const OTHER: u32 = 8;
    /// Something is left to be freed.
    pub const LEFTOVERS: u32 = 16;
    /// Ctrl-C was raised, and has not reached a safe point yet: freeing goes on giving way to it.
    pub const RAISED: u32 = 32;
}

pub(super) struct PoolTable {
    pub current: [[*mut Pool; CLASSES]; 2],
    /// The current pools while every allocation is sent through the slow path.
    pub(super) hidden: [[*mut Pool; CLASSES]; 2],
    pub(super) partial: [[*mut Pool; CLASSES]; 2],
    unused: *mut Pool,
    pub(super) unused_pools: usize,
    /// Arenas mapped since the start, and the most at once.
    pub(super) mapped: usize,
    pub(super) most_arenas: usize,
    pub arenas: Vec<*mut Arena>,
    sentinel: Box<Pool>,
    pub(super) recent: Recent,
}

/// Prefix of a block above `SMALL`.
#[repr(C)]
struct Large {
    owner: *const Allocator,
    size: usize,
    next: *mut Large,
    previous: *mut Large,
}

/// What an instance has or owes beside its body and its slots.
const MORE: u32 = ShapeFlags::EXTRA | ShapeFlags::FINALIZER | ShapeFlags::HEAP_CLASS;

/// Large blocks from this size on are refused while Ctrl-C waits: smaller ones are no sign of long work.
const LONG: usize = 64 << 10;

/// Buffers from this size on take the system long to take back.
const HUGE: usize = 64 << 20;

const LARGE_PREFIX: usize = size_of::<Large>();

/// The allocator that a block belongs to (H9).
#[inline(always)]
pub fn heap_of<'a>(header: *const Header) -> &'a Allocator {
    // SAFETY: H9: objects lie in pools, whose arena names its owner; the owner outlives its blocks (H10).
    unsafe { &*owner_of(header.cast()) }
}

/// The allocator that a buffer above `SMALL` belongs to.
///
/// # Safety
/// The buffer is such a one, and was not given back.
pub(super) unsafe fn owner_of_large<'a>(buffer: *mut u8) -> &'a Allocator {
    // SAFETY: its prefix names the owner, which outlives it (H9, H10).
    unsafe { &*(*buffer.sub(LARGE_PREFIX).cast::<Large>()).owner }
}

impl Heap {
    /// An empty heap with rows for the fixed shapes (all alike until the object floor sets them).
    pub fn new() -> Heap {
        let mut sentinel = Box::new(Pool::sentinel());
        let none: *mut Pool = &mut *sentinel;
        let table = PoolTable {
            current: [[none; CLASSES]; 2],
            hidden: [[none; CLASSES]; 2],
            partial: [[null_mut(); CLASSES]; 2],
            unused: null_mut(),
            unused_pools: 0,
            mapped: 0,
            most_arenas: 0,
            arenas: Vec::new(),
            sentinel,
            recent: Recent::default(),
        };
        let blank = ShapeEntry {
            layout: <() as Layout>::info(),
            class: Value::UNBOUND,
            flags: ShapeFlags(ShapeFlags::LEAF),
            slots: 0,
            inline: 0,
        };
        Heap {
            allocator: Box::new(Allocator {
                pools: UnsafeCell::new(table),
                shapes: UnsafeCell::new(vec![blank; ShapeId::FIXED as usize]),
                releasing: Releasing::default(),
                weak: RefCell::default(),
                accounting: Accounting::default(),
                collector: Collector::default(),
                timeline: Timeline::default(),
                tracing: Tracing::default(),
                immortals: RefCell::default(),
                large: Cell::new(null_mut()),
                limit: Cell::new(usize::MAX),
                special: Cell::new(false),
                stress: Stress::default(),
                #[cfg(feature = "system-blocks")]
                system: Default::default(),
                fail_after: Cell::new(u64::MAX),
                breaker: AtomicU32::new(0),
                interrupts: Cell::new(0),
            }),
        }
    }

    /// The allocator with the lifetime of the token's borrow only in name: it never touches bodies.
    #[inline(always)]
    pub(super) fn allocator_unbound<'a>(&mut self) -> &'a Allocator {
        let allocator: *const Allocator = &*self.allocator;
        // SAFETY: the box does not move or die while the caller's `&'a mut Heap` exists.
        unsafe { &*allocator }
    }
}

impl Default for Heap {
    fn default() -> Heap {
        Heap::new()
    }
}

impl std::ops::Deref for Heap {
    type Target = Allocator;
    #[inline(always)]
    fn deref(&self) -> &Allocator {
        &self.allocator
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        self.allocator.clear_traces();
        // Bodies still alive are not dropped here: an orderly end has freed them; what is left is only memory.
        let table = self.allocator.pools.get_mut();
        for arena in table.arenas.drain(..) {
            // SAFETY: the heap dies, so nothing uses its blocks any more (H10).
            unsafe { Arena::unmap(arena) };
        }
        let mut large = self.allocator.large.get();
        while !large.is_null() {
            // SAFETY: the list holds exactly the live large blocks.
            unsafe {
                let next = (*large).next;
                std::alloc::dealloc(large.cast(), large_layout((*large).size));
                large = next;
            }
        }
    }
}

fn large_layout(size: usize) -> std::alloc::Layout {
    std::alloc::Layout::from_size_align(size + LARGE_PREFIX, 16).expect("checked when allocated")
}

/// Gives up a value on a path that is hardly ever taken. The place where it lies is not lent for that, so that on the
/// other path it need not lie in memory at all.
#[inline(always)]
pub(super) fn give_up<T>(value: T) {
    #[cold]
    #[inline(never)]
    unsafe fn end<T>(value: *mut T) {
        // SAFETY: as the caller promises.
        unsafe { value.drop_in_place() }
    }
    let mut value = ManuallyDrop::new(value);
    // SAFETY: the value is whole and not used again.
    unsafe { end((&raw mut value).cast::<T>()) }
}

// SAFETY: no references, nothing to drop.
unsafe impl Layout for () {
    const NAME: &'static str = "object";
    const CONTAINER: bool = true;
    fn trace<V: super::Visitor>(&self, _: &mut V) {}
}

impl Allocator {
    /// Number of bytes that the size class of `size` takes.
    #[inline(always)]
    pub const fn rounded(size: usize) -> usize {
        if size <= SMALL { size.next_multiple_of(GRAIN) } else { size }
    }

    /// Takes a block of at most `SMALL` bytes.
    #[inline(always)]
    pub(super) fn take(&self, kind: Kind, size: usize) -> Result<*mut u8, OutOfMemory> {
        let block = self.take_ready(kind, size);
        if block.is_null() { self.take_slow(kind, size.div_ceil(GRAIN)) } else { Ok(block) }
    }

    /// The same if a block lies ready; else null.
    #[inline(always)]
    #[cfg_attr(feature = "system-blocks", allow(unreachable_code, unused_variables))]
    fn take_ready(&self, kind: Kind, size: usize) -> *mut u8 {
        debug_assert!(size <= SMALL && size > 0);
        #[cfg(feature = "system-blocks")]
        return null_mut();
        let class = size.div_ceil(GRAIN);
        // SAFETY: the table is only touched by these short, non-reentrant functions (H11).
        let block = unsafe { (*(*self.pools.get()).current[kind as usize][class]).take() };
        if !block.is_null() {
            self.accounting.took(class * GRAIN);
        }
        block
    }

    #[cold]
    #[inline(never)]
    #[cfg_attr(feature = "system-blocks", allow(unreachable_code))]
    fn take_slow(&self, kind: Kind, class: usize) -> Result<*mut u8, OutOfMemory> {
        if self.tracing.only.get() && !cfg!(feature = "system-blocks") {
            // SAFETY: H11; pools in the tables are assigned and mapped (or the sentinel).
            unsafe {
                let pool = (*self.pools.get()).hidden[kind as usize][class];
                let size = class * GRAIN;
                if self.accounting.bytes() + size <= self.limit.get() {
                    let block = (*pool).take();
                    if !block.is_null() {
                        self.accounting.took(size);
                        self.note_pool_trace(pool, block, size);
                        return Ok(block);
                    }
                }
            }
        }
        if self.special.get() {
            self.special_event(kind)?;
        }
        if self.accounting.bytes() + class * GRAIN > self.limit.get() {
            return Err(OutOfMemory);
        }
        #[cfg(feature = "system-blocks")]
        {
            let block = self.system.take(self, kind, class);
            self.accounting.took(class * GRAIN);
            return if block.is_null() { Err(OutOfMemory) } else { Ok(block) };
        }
        let k = kind as usize;
        // SAFETY: H11; pools in the lists are assigned and mapped.
        unsafe {
            let table = &mut *self.pools.get();
            let special = self.special.get();
            let slot = if special { &mut table.hidden[k][class] } else { &mut table.current[k][class] };
            let mut block = (**slot).take();
            if block.is_null() {
                let exhausted = *slot;
                let mut pool = table.partial[k][class];
                if pool.is_null() {
                    self.go_on()?;
                    pool = table.unused_pool(self)?;
                    self.sample(None);
                    (*pool).assign(kind, class * GRAIN);
                } else {
                    table.partial[k][class] = (*pool).next;
                    if !(*pool).next.is_null() {
                        (*(*pool).next).previous = null_mut();
                    }
                }
                // Nothing can fail from here on: a pool that is full but still the current one must not be taken for a
                // full one when a block of it is given back.
                if (*exhausted).state == State::Current {
                    (*exhausted).state = State::Full;
                }
                (*pool).next = null_mut();
                (*pool).previous = null_mut();
                (*pool).state = State::Current;
                if kind == Kind::Object {
                    table.recent.note(pool);
                }
                let slot = if special { &mut table.hidden[k][class] } else { &mut table.current[k][class] };
                *slot = pool;
                block = (*pool).take();
            }
            self.accounting.took(class * GRAIN);
            if special && self.is_tracing() {
                self.note_pool_trace(pool_of(block), block, class * GRAIN);
            }
            Ok(block)
        }
    }

    /// Gives back a block taken with `take`.
    ///
    /// # Safety
    /// `block` is live, its contents are dropped, and it came from a pool of this heap.
    #[inline(always)]
    #[cfg_attr(feature = "system-blocks", allow(unreachable_code))]
    pub(super) unsafe fn put(&self, block: *mut u8) {
        #[cfg(feature = "system-blocks")]
        {
            // SAFETY: as promised.
            self.accounting.gave(unsafe { self.system.put(block) });
            return;
        }
        let pool = pool_of(block);
        // SAFETY: H9, H11.
        unsafe {
            (*pool).put(block);
            if (*pool).aged {
                return self.put_aged(pool, block);
            }
            self.count_put(pool);
        }
    }

    /// The rest of `put` in a pool with blocks that have seen a collection or are traced.
    #[inline(never)]
    unsafe fn put_aged(&self, pool: *mut Pool, block: *mut u8) {
        // SAFETY: as in `put`.
        unsafe {
            rejuvenate(block);
            if !(*pool).traces.is_null() {
                self.forget_pool_trace(pool, block);
            }
            self.count_put(pool);
        }
    }

    #[inline(always)]
    unsafe fn count_put(&self, pool: *mut Pool) {
        // SAFETY: as in `put`.
        unsafe {
            self.accounting.gave((*pool).size as usize);
            if (*pool).live == 0 || (*pool).state == State::Full {
                self.put_slow(pool);
            }
        }
    }

    /// Gives back all live blocks of a pool at once, if they are `count`; else does nothing and says false.
    ///
    /// # Safety
    /// The contents of these `count` blocks are dropped, and they are not used again.
    pub(super) unsafe fn put_all(&self, pool: *mut Pool, count: usize) -> bool {
        // SAFETY: as promised; H11.
        unsafe {
            if (*pool).live as usize != count || self.is_tracing() || cfg!(feature = "system-blocks") {
                return false;
            }
            super::generation::rejuvenate_pool(pool);
            self.accounting.gave(count * (*pool).size as usize);
            (*pool).live = 0;
            self.put_slow(pool);
        }
        true
    }

    #[cold]
    #[inline(never)]
    unsafe fn put_slow(&self, pool: *mut Pool) {
        // SAFETY: H11: list surgery on descriptors of this heap.
        unsafe {
            let table = &mut *self.pools.get();
            let (k, class) = ((*pool).kind as usize, (*pool).size as usize / GRAIN);
            if (*pool).live == 0 {
                // Back to bump mode: a shuffled free list makes later allocations jump about.
                (*pool).free = null_mut();
                (*pool).bump = (*pool).start;
                (*pool).aged = false;
                match (*pool).state {
                    State::Current => return,
                    State::Partial => table.unlink(k, class, pool),
                    State::Full | State::Sealed | State::Unused => {}
                }
                table.give_up(pool);
            } else if (*pool).state == State::Full {
                (*pool).state = State::Partial;
                (*pool).previous = null_mut();
                (*pool).next = table.partial[k][class];
                if !(*pool).next.is_null() {
                    (*(*pool).next).previous = pool;
                }
                table.partial[k][class] = pool;
            }
        }
    }

    /// Takes memory for a buffer of `size` bytes (0 gives a dangling pointer).
    #[inline]
    pub(crate) fn take_buffer(&self, size: usize) -> Result<*mut u8, OutOfMemory> {
        if size == 0 {
            return Ok(std::ptr::without_provenance_mut(16));
        }
        if size <= SMALL { self.take(Kind::Raw, size) } else { self.take_large(size) }
    }

    #[inline(never)]
    fn take_large(&self, size: usize) -> Result<*mut u8, OutOfMemory> {
        self.large_allowed(size)?;
        // SAFETY: the size is not 0; `large_allowed` bounded it.
        unsafe {
            let block = std::alloc::alloc(large_layout(size)).cast::<Large>();
            if block.is_null() {
                return Err(OutOfMemory);
            }
            self.link_large(block, size);
            Ok(block.cast::<u8>().add(LARGE_PREFIX))
        }
    }

    /// Changes the size of a buffer, keeping its contents up to the smaller size.
    ///
    /// # Safety
    /// `buffer` came from this heap with `old` bytes.
    pub(crate) unsafe fn resize_buffer(&self, buffer: *mut u8, old: usize, new: usize) -> Result<*mut u8, OutOfMemory> {
        if old > SMALL && new > SMALL {
            if new > old {
                self.large_allowed(new - old)?;
            }
            // SAFETY: the block came from the system with this layout; its neighbours are relinked after the move.
            unsafe {
                let block = buffer.sub(LARGE_PREFIX).cast::<Large>();
                self.unlink_large(block, old);
                let moved = std::alloc::realloc(block.cast(), large_layout(old), new + LARGE_PREFIX).cast::<Large>();
                if moved.is_null() {
                    self.link_large(block, old);
                    return Err(OutOfMemory);
                }
                self.link_large(moved, new);
                return Ok(moved.cast::<u8>().add(LARGE_PREFIX));
            }
        }
        if old != 0 && new != 0 && old <= SMALL && new <= SMALL && old.div_ceil(GRAIN) == new.div_ceil(GRAIN) {
            return Ok(buffer);
        }
        let fresh = self.take_buffer(new)?;
        // SAFETY: both buffers hold at least the copied number of bytes and do not overlap.
        unsafe {
            std::ptr::copy_nonoverlapping(buffer, fresh, old.min(new));
            Allocator::put_buffer(buffer, old);
        }
        Ok(fresh)
    }

    /// Gives back a buffer; its heap is found from its address or prefix. While Ctrl-C waits, a huge one goes later.
    ///
    /// # Safety
    /// `buffer` came from some heap with `size` bytes and is not used again.
    pub(crate) unsafe fn put_buffer(buffer: *mut u8, size: usize) {
        // SAFETY: as promised.
        unsafe {
            if size >= HUGE && owner_of_large(buffer).gives_way() {
                Allocator::put_elements::<u8>(buffer, 0, size, false);
            } else {
                Allocator::put_buffer_at_once(buffer, size);
            }
        }
    }

    /// The same; what is small is given back without a call.
    ///
    /// # Safety
    /// As for `put_buffer`.
    #[inline(always)]
    pub(super) unsafe fn put_buffer_inline(buffer: *mut u8, size: usize) {
        // SAFETY: as promised; H9 for small blocks.
        unsafe {
            match size {
                0 => {}
                1..=SMALL => heap_of(buffer.cast()).put(buffer),
                _ => Allocator::put_buffer(buffer, size),
            }
        }
    }

    /// Gives back a buffer, whatever waits.
    ///
    /// # Safety
    /// As for `put_buffer`.
    #[inline]
    pub(super) unsafe fn put_buffer_at_once(buffer: *mut u8, size: usize) {
        // SAFETY: as promised; H9 for small blocks, the prefix for large ones.
        unsafe {
            if size == 0 {
            } else if size <= SMALL {
                heap_of(buffer.cast()).put(buffer);
            } else {
                let block = buffer.sub(LARGE_PREFIX).cast::<Large>();
                (*(*block).owner).unlink_large(block, size);
                std::alloc::dealloc(block.cast(), large_layout(size));
            }
        }
    }

    #[cold]
    fn large_allowed(&self, size: usize) -> Result<(), OutOfMemory> {
        if size >= LONG {
            self.go_on()?;
        }
        if self.special.get() {
            self.special_event(Kind::Raw)?;
        }
        let total = self.accounting.bytes().checked_add(size).ok_or(OutOfMemory)?;
        if size > isize::MAX as usize - 4096 || total > self.limit.get() { Err(OutOfMemory) } else { Ok(()) }
    }

    unsafe fn link_large(&self, block: *mut Large, size: usize) {
        // SAFETY: `block` is ours; the list holds live large blocks only.
        unsafe {
            let next = self.large.get();
            block.write(Large { owner: self, size, next, previous: null_mut() });
            if !next.is_null() {
                (*next).previous = block;
            }
        }
        self.large.set(block);
        self.accounting.took_large(size);
        if self.is_tracing() {
            self.note_trace(block.cast(), size);
        }
        if size >= super::pool::POOL {
            self.sample(None);
        }
    }

    unsafe fn unlink_large(&self, block: *mut Large, size: usize) {
        // SAFETY: `block` is in the list.
        unsafe {
            let (next, previous) = ((*block).next, (*block).previous);
            if !next.is_null() {
                (*next).previous = previous;
            }
            if previous.is_null() {
                self.large.set(next);
            } else {
                (*previous).next = next;
            }
        }
        self.accounting.gave_large(size);
        if self.is_tracing() {
            self.forget_trace(block.cast());
        }
    }

    /// Bytes of an object as the heap counts them: its block and the buffers that it owns. Immediates take 0.
    pub fn object_bytes(&self, object: &Object) -> usize {
        if !object.is_pointer() {
            return 0;
        }
        let header = object.value().header();
        // SAFETY: the handle keeps the object alive (H1); pool and shape describe it (H4, H9).
        unsafe {
            let entry = self.shape((*header).shape);
            let mut bytes = (*pool_of(header.cast())).size as usize + (entry.layout.buffers)(header);
            if entry.flags.has(ShapeFlags::EXTRA) {
                let extra = *Tail::extra(header, entry.layout);
                if extra & 7 == 0 && extra != 0 {
                    bytes += Allocator::rounded(8 * (1 + *(extra as *const u64) as usize));
                }
            }
            bytes
        }
    }

    /// Calls `f` with the size of each live large buffer.
    pub fn each_large(&self, mut f: impl FnMut(usize)) {
        let mut at = self.large.get();
        while !at.is_null() {
            // SAFETY: the list holds live blocks.
            unsafe {
                f((*at).size);
                at = (*at).next;
            }
        }
    }

    /// Allocates an object with the given body.
    #[inline(always)]
    pub fn alloc<T: Layout>(&self, shape: ShapeId, body: T) -> Result<Ref<T>, OutOfMemory> {
        const { assert!(align_of::<T>() <= 8 && size_of::<T>() + 8 <= SMALL) };
        debug_assert!(self.shape(shape).layout.is::<T>() && !self.shape(shape).flags.has(ShapeFlags::SLOTS));
        if T::CONTAINER && self.collector.count_container() {
            self.request(Breaker::COLLECT);
        }
        // Nobody gets the body's address before it lies in its block, so that it can be made there: a body that was
        // just written word by word and is then moved in larger pieces is waited for.
        let body = ManuallyDrop::new(body);
        let Ok(block) = self.take(Kind::Object, size_of::<Header>() + size_of::<T>()) else {
            // SAFETY: the body is given up here, and nowhere else.
            give_up(unsafe { std::ptr::read(&*body) });
            return Err(OutOfMemory);
        };
        let header = block.cast::<Header>();
        // SAFETY: the block is ours and large enough; after these writes it is a live object (H2, H4).
        unsafe {
            header.write(Header { count: 1, shape });
            body_of::<ManuallyDrop<T>>(header).write(body);
            Ok(Ref::from_object_unchecked(Object::from_owned(Value::pointer(header))))
        }
    }

    /// Allocates an object that is no more than its body as [`Allocator::alloc`] does, another one as
    /// [`Allocator::alloc_instance`] does.
    #[inline(always)]
    pub fn alloc_of<T: Layout>(&self, shape: ShapeId, body: T, capacity: usize) -> Result<Ref<T>, OutOfMemory> {
        // As in `alloc`: what is lent is a copy, so that a body for `alloc` need not lie in memory.
        let body = ManuallyDrop::new(body);
        let has_more = || self.shape(shape).flags.0 & (MORE | ShapeFlags::SLOTS) != 0;
        let is_body = shape.0 < ShapeId::FIXED || T::CONTAINER && size_of::<T>() > 0 && capacity == 0 && !has_more();
        // SAFETY: the body is given up in one of the two ways.
        unsafe {
            if is_body {
                return self.alloc(shape, std::ptr::read(&*body));
            }
            let mut lent: ManuallyDrop<T> = std::ptr::read(&raw const body);
            self.alloc_moved(shape, (&raw mut lent).cast::<T>(), capacity)
        }
    }

    /// As `alloc_instance`.
    ///
    /// # Safety
    /// The body is whole, and is not used again.
    #[inline(never)]
    unsafe fn alloc_moved<T: Layout>(
        &self,
        shape: ShapeId,
        body: *mut T,
        capacity: usize,
    ) -> Result<Ref<T>, OutOfMemory> {
        // SAFETY: as the caller promises.
        self.alloc_instance(shape, unsafe { body.read() }, capacity)
    }

    /// Allocates an instance of a heap class: body, then the tail (extra word and `capacity` slots, the ones that the
    /// shape counts as used start `UNBOUND`). Counts the class up, as each instance owns one reference to it.
    pub fn alloc_instance<T: Layout>(&self, shape: ShapeId, body: T, capacity: usize) -> Result<Ref<T>, OutOfMemory> {
        let entry = self.shape(shape);
        debug_assert!(entry.layout.is::<T>());
        // As in `alloc`.
        let body = ManuallyDrop::new(body);
        if capacity == 0 && entry.flags.0 & MORE == 0 {
            const { assert!(align_of::<T>() <= 8 && size_of::<T>() + 8 <= SMALL) };
            if self.collector.count_container() {
                self.request(Breaker::COLLECT);
            }
            let Ok(block) = self.take(Kind::Object, (size_of::<Header>() + size_of::<T>()).max(16)) else {
                // SAFETY: the body is given up here, and nowhere else.
                give_up(unsafe { std::ptr::read(&*body) });
                return Err(OutOfMemory);
            };
            let header = block.cast::<Header>();
            // SAFETY: the block is ours and large enough for the body, which is all that there is (H2, H4).
            unsafe {
                header.write(Header { count: 1, shape });
                body_of::<ManuallyDrop<T>>(header).write(body);
                return Ok(Ref::from_object_unchecked(Object::from_owned(Value::pointer(header))));
            }
        }
        let extra = entry.flags.has(ShapeFlags::EXTRA);
        let size = size_of::<Header>() + entry.layout.body as usize + 8 * (extra as usize + capacity);
        if size > SMALL {
            // SAFETY: the body is given up here, and nowhere else.
            give_up(unsafe { std::ptr::read(&*body) });
            return Err(OutOfMemory);
        }
        if self.collector.count_container() {
            self.request(Breaker::COLLECT);
        }
        let Ok(block) = self.take(Kind::Object, size.max(16)) else {
            // SAFETY: the body is given up here, and nowhere else.
            give_up(unsafe { std::ptr::read(&*body) });
            return Err(OutOfMemory);
        };
        let header = block.cast::<Header>();
        // SAFETY: the block is ours and large enough for body and tail; afterwards it is a live object (H2, H4).
        unsafe {
            header.write(Header { count: 1, shape });
            body_of::<ManuallyDrop<T>>(header).write(body);
            if extra {
                Tail::extra(header, entry.layout).write(0);
            }
            let slots = Tail::slots(header, entry.layout, extra);
            for i in 0..(entry.slots as usize).min(capacity) {
                slots.add(i).write(Value::UNBOUND);
            }
            if entry.flags.has(ShapeFlags::FINALIZER) {
                self.note_birth(header);
            }
            if entry.flags.has(ShapeFlags::HEAP_CLASS) {
                (*entry.class.header()).count += 1;
            }
            Ok(Ref::from_object_unchecked(Object::from_owned(Value::pointer(header))))
        }
    }

    /// As `alloc_instance` for an object without body of which nothing but the extra word is to be written, if a block lies
    /// ready: then nothing is called.
    #[inline(always)]
    pub fn alloc_plain_instance(&self, shape: ShapeId, capacity: usize) -> Option<Object> {
        const PLAIN: u32 = ShapeFlags::EXTRA | ShapeFlags::HEAP_CLASS;
        let entry = self.shape(shape);
        debug_assert!(entry.layout.is::<()>());
        let size = size_of::<Header>() + 8 * (1 + capacity);
        if entry.flags.0 & (PLAIN | ShapeFlags::FINALIZER) != PLAIN || entry.slots != 0 || size > SMALL {
            return None;
        }
        let header = self.take_ready(Kind::Object, size).cast::<Header>();
        if header.is_null() {
            return None;
        }
        if self.collector.count_container() {
            self.request(Breaker::COLLECT);
        }
        // SAFETY: as in `alloc_instance`: the extra word lies behind the header.
        unsafe {
            header.write(Header { count: 1, shape });
            header.add(1).cast::<u64>().write(0);
            (*entry.class.header()).count += 1;
            Some(Object::from_owned(Value::pointer(header)))
        }
    }

    /// Allocates an object whose body is followed by data of its own (an inline string, a tuple's items). `fill` gets
    /// the address of the body and must initialise it wholly.
    ///
    /// # Safety
    /// `fill` writes a valid `T` and all that its `trace` and `Drop` read; it does not use this heap.
    #[inline(always)]
    pub unsafe fn alloc_sized<T: Layout>(
        &self,
        shape: ShapeId,
        body_size: usize,
        fill: impl FnOnce(*mut T),
    ) -> Result<Ref<T>, OutOfMemory> {
        if T::CONTAINER && self.collector.count_container() {
            self.request(Breaker::COLLECT);
        }
        let header = self.take(Kind::Object, size_of::<Header>() + body_size)?.cast::<Header>();
        // SAFETY: as in `alloc`, with the caller's promise for the body.
        unsafe {
            fill(body_of::<T>(header));
            header.write(Header { count: 1, shape });
            Ok(Ref::from_object_unchecked(Object::from_owned(Value::pointer(header))))
        }
    }

    /// As `alloc_sized`, if a block lies ready: then nothing is called.
    ///
    /// # Safety
    /// As for `alloc_sized`.
    #[inline(always)]
    pub unsafe fn alloc_ready<T: Layout>(
        &self,
        shape: ShapeId,
        body_size: usize,
        fill: impl FnOnce(*mut T),
    ) -> Option<Ref<T>> {
        let header = self.take_ready(Kind::Object, size_of::<Header>() + body_size).cast::<Header>();
        if header.is_null() {
            return None;
        }
        if T::CONTAINER && self.collector.count_container() {
            self.request(Breaker::COLLECT);
        }
        // SAFETY: as in `alloc_sized`.
        unsafe {
            fill(body_of::<T>(header));
            header.write(Header { count: 1, shape });
            Some(Ref::from_object_unchecked(Object::from_owned(Value::pointer(header))))
        }
    }

    /// A row of the shape table.
    #[inline(always)]
    pub fn shape(&self, id: ShapeId) -> &ShapeEntry {
        // SAFETY: ids come from this table; rows are replaced only through `set_shape`, on the object floor, while no
        // such borrow is alive (H12).
        unsafe { (&*self.shapes.get()).get_unchecked(id.0 as usize) }
    }

    /// Adds a row.
    pub fn add_shape(&self, entry: ShapeEntry) -> ShapeId {
        // SAFETY: H12.
        unsafe {
            let shapes = &mut *self.shapes.get();
            shapes.push(entry);
            ShapeId((shapes.len() - 1) as u32)
        }
    }

    /// Replaces a row.
    ///
    /// # Safety
    /// Objects of this shape, if there are any, fit the new row as well (H4).
    pub unsafe fn set_shape(&self, id: ShapeId, entry: ShapeEntry) {
        // SAFETY: H12.
        unsafe { (&mut *self.shapes.get())[id.0 as usize] = entry };
    }

    /// Sets the class and the flags of a fixed row whose layout is `T`: called once for each builtin type.
    pub fn set_fixed_shape<T: Layout>(&self, id: ShapeId, class: &Object, flags: u32) {
        let leaf = if T::CONTAINER { ShapeFlags::CONTAINER } else { ShapeFlags::LEAF };
        let entry = ShapeEntry {
            layout: T::info(),
            class: class.value(),
            flags: ShapeFlags(flags | leaf),
            slots: 0,
            inline: 0,
        };
        debug_assert!(id.0 < ShapeId::FIXED);
        // SAFETY: a fixed row's objects are made with this very layout (`alloc` checks it in debug builds).
        unsafe { self.set_shape(id, entry) };
    }

    /// Sets layout and flags of a fixed row, whose class is not known yet.
    pub fn set_fixed_layout(&self, id: ShapeId, layout: &'static super::LayoutInfo, flags: u32) {
        assert!(id.0 < ShapeId::FIXED && self.shape(id).class == Value::UNBOUND, "a fixed row is described once");
        let kind = if layout.container { ShapeFlags::CONTAINER } else { ShapeFlags::LEAF };
        let entry = ShapeEntry { layout, class: Value::UNBOUND, flags: ShapeFlags(flags | kind), slots: 0, inline: 0 };
        // SAFETY: no object of the shape exists yet.
        unsafe { self.set_shape(id, entry) };
    }

    /// Sets the class of a fixed row.
    pub fn set_fixed_class(&self, id: ShapeId, class: &Object) {
        assert!(id.0 < ShapeId::FIXED, "a fixed row");
        let entry = ShapeEntry { class: class.value(), ..*self.shape(id) };
        // SAFETY: layout and tail stay as they are.
        unsafe { self.set_shape(id, entry) };
    }

    /// Adds flags to a row.
    pub fn add_shape_flags(&self, id: ShapeId, flags: u32) {
        // SAFETY: H12; flags that only make freeing look closer are always valid.
        unsafe { (&mut *self.shapes.get())[id.0 as usize].flags.0 |= flags };
    }

    /// Number of rows.
    pub fn shape_count(&self) -> u32 {
        // SAFETY: H12.
        unsafe { (*self.shapes.get()).len() as u32 }
    }

    /// Asks the VM to look up from its plain path; `bits` are of [`Breaker`].
    #[inline]
    pub fn request(&self, bits: u32) {
        // A collection is asked for by each container that is made while one is due.
        if self.breaker.load(Ordering::Relaxed) & bits != bits {
            self.breaker.fetch_or(bits, Ordering::Relaxed);
        }
    }

    /// Withdraws requests.
    pub fn withdraw(&self, bits: u32) {
        self.breaker.fetch_and(!bits, Ordering::Relaxed);
    }

    /// Whether Ctrl-C waits to be looked at.
    #[inline]
    pub fn interrupt_waits(&self) -> bool {
        self.breaker.load(Ordering::Relaxed) & Breaker::INTERRUPT != 0
    }

    /// Whether long freeing gives way: Ctrl-C waits, or is on its way to who handles it.
    #[inline]
    pub(super) fn gives_way(&self) -> bool {
        self.breaker.load(Ordering::Relaxed) & (Breaker::INTERRUPT | Breaker::RAISED) != 0
    }

    /// Ctrl-C is raised now.
    pub fn interrupt_raised(&self) {
        self.interrupts.set(self.interrupts.get() + 1);
        self.withdraw(Breaker::INTERRUPT);
        self.request(Breaker::RAISED);
    }

    /// How often Ctrl-C has been raised.
    pub fn interrupts(&self) -> u64 {
        self.interrupts.get()
    }

    /// An error if Ctrl-C waits. Native work asks this after every `STRETCH` or so of simple
    /// steps (see `base::watch`).
    #[inline]
    pub fn go_on(&self) -> Result<(), OutOfMemory> {
        if self.interrupt_waits() { Err(OutOfMemory) } else { Ok(()) }
    }

    /// The word that the VM looks at on calls and loop edges, and signal handlers write to.
    #[inline(always)]
    pub fn breaker(&self) -> &AtomicU32 {
        &self.breaker
    }

    /// Exact figures of memory in use.
    pub fn accounting(&self) -> &Accounting {
        &self.accounting
    }

    /// Sets the limit on bytes in use; above it allocations fail.
    pub fn set_limit(&self, bytes: Option<usize>) {
        self.limit.set(bytes.unwrap_or(usize::MAX));
    }

    /// Bytes that the limit still allows; `usize::MAX` without a limit.
    pub fn room(&self) -> usize {
        match self.limit.get() {
            usize::MAX => usize::MAX,
            limit => limit.saturating_sub(self.accounting.bytes()),
        }
    }

    /// Makes the allocation after the next `n` fail, once; for fault-injection tests.
    pub fn fail_after(&self, n: u64) {
        self.fail_after.set(n);
        self.update_special();
    }

    pub(super) fn note_immortal(&self, value: Value) {
        self.immortals.borrow_mut().push(value);
    }

    /// Whether every allocation takes the slow path.
    #[cfg_attr(feature = "system-blocks", allow(dead_code))]
    pub(super) fn is_special(&self) -> bool {
        self.special.get()
    }

    /// Sends every allocation through the slow path, or stops doing so: the plain path carries no test for it.
    pub(super) fn update_special(&self) {
        let others = self.stress() || self.fail_after.get() != u64::MAX;
        self.tracing.only.set(self.is_tracing() && !others);
        let on = others || self.is_tracing();
        if on == self.special.get() {
            return;
        }
        self.special.set(on);
        // SAFETY: H11.
        unsafe {
            let table = &mut *self.pools.get();
            if on {
                table.hidden = table.current;
                let none: *mut Pool = &mut *table.sentinel;
                table.current = [[none; CLASSES]; 2];
            } else {
                table.current = table.hidden;
            }
        }
    }

    fn special_event(&self, kind: Kind) -> Result<(), OutOfMemory> {
        let left = self.fail_after.get();
        if left != u64::MAX {
            if left == 0 {
                self.fail_after.set(u64::MAX);
                self.update_special();
                return Err(OutOfMemory);
            }
            self.fail_after.set(left - 1);
        }
        // A count of young containers above 0 means that this allocation is of one: collections set it to 0.
        if self.stress() && kind == Kind::Object && self.young_count() > 0 {
            self.collect_under_stress();
        }
        Ok(())
    }
}

impl PoolTable {
    /// The pool that stands for no pool.
    pub(super) fn none(&mut self) -> *mut Pool {
        &mut *self.sentinel
    }

    fn unused_pool(&mut self, owner: &Allocator) -> Result<*mut Pool, OutOfMemory> {
        if self.unused.is_null() {
            // A small heap takes no more than it needs; a large one will need the second one of a pair.
            const SMALL_HEAP: usize = 8;
            let arenas = match self.arenas.len() < SMALL_HEAP {
                true => [Arena::map(owner), null_mut()],
                false => Arena::map_pair(owner),
            };
            if arenas[0].is_null() {
                return Err(OutOfMemory);
            }
            // The pools of the lowest are taken first.
            for arena in arenas.into_iter().rev().filter(|arena| !arena.is_null()) {
                self.arenas.push(arena);
                self.mapped += 1;
                for i in (0..super::arena::POOLS).rev() {
                    // SAFETY: the arena is ours and initialised.
                    let pool = unsafe { &raw mut (*arena).pools[i] };
                    self.push_unused(pool);
                }
            }
            self.most_arenas = self.most_arenas.max(self.arenas.len());
        }
        let pool = self.unused;
        // SAFETY: unused pools are mapped and in no other list.
        unsafe {
            self.unlink_unused(pool);
            (*arena_of(pool.cast())).used += 1;
        }
        Ok(pool)
    }

    fn push_unused(&mut self, pool: *mut Pool) {
        // SAFETY: the pool is in no list.
        unsafe {
            (*pool).state = State::Unused;
            (*pool).previous = null_mut();
            (*pool).next = self.unused;
            if !self.unused.is_null() {
                (*self.unused).previous = pool;
            }
        }
        self.unused = pool;
        self.unused_pools += 1;
    }

    unsafe fn unlink_unused(&mut self, pool: *mut Pool) {
        // SAFETY: the pool is in the unused list.
        unsafe {
            let (next, previous) = ((*pool).next, (*pool).previous);
            if !next.is_null() {
                (*next).previous = previous;
            }
            if previous.is_null() {
                self.unused = next;
            } else {
                (*previous).next = next;
            }
        }
        self.unused_pools -= 1;
    }

    unsafe fn unlink(&mut self, kind: usize, class: usize, pool: *mut Pool) {
        // SAFETY: the pool is in the partial list of its class.
        unsafe {
            let (next, previous) = ((*pool).next, (*pool).previous);
            if !next.is_null() {
                (*next).previous = previous;
            }
            if previous.is_null() {
                self.partial[kind][class] = next;
            } else {
                (*previous).next = next;
            }
        }
    }

    /// Takes back an empty pool; an arena without used pools goes back to the system unless it is the last spare.
    unsafe fn give_up(&mut self, pool: *mut Pool) {
        self.push_unused(pool);
        // SAFETY: the descriptor lies in the arena's header.
        unsafe {
            let arena = arena_of(pool.cast());
            (*arena).used -= 1;
            if (*arena).used == 0 && self.unused_pools > super::arena::POOLS {
                for i in 0..super::arena::POOLS {
                    super::tracing::drop_traces(&raw mut (*arena).pools[i]);
                    self.unlink_unused(&raw mut (*arena).pools[i]);
                }
                self.arenas.retain(|a| *a != arena);
                self.recent.forget_arena(arena);
                Arena::unmap(arena);
            }
        }
    }
}
