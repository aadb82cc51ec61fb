//! Weak references and the other rare per-object facts, in side tables.
//!
//! The weak references to one object form a doubly linked list through their bodies, as in CPython: first the plain
//! reference without callback, then the proxy without callback, then the others, newest first.

use super::allocator::{Allocator, heap_of};
use super::header::Header;
use super::layout::{Layout, Ref, body_of};
use super::object::Object;
use super::release::Event;
use super::shape::ShapeId;
use super::trace::{Trace, Visitor};
use super::value::Value;
use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::ptr::null_mut;

/// Spreads addresses and other words that nobody chooses, so that one multiplication is enough.
#[derive(Default, Clone, Copy)]
pub struct AddressHasher(u64);

/// For tables keyed by such words.
pub type PlainHash = BuildHasherDefault<AddressHasher>;

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }
    fn write_u64(&mut self, n: u64) {
        let product = (self.0 ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ (product >> 32);
    }
}

/// Tables keyed by block address.
pub(super) type AddressMap<T> = HashMap<u64, T, BuildHasherDefault<AddressHasher>>;
/// Sets of block addresses.
pub(super) type AddressSet = HashSet<u64, BuildHasherDefault<AddressHasher>>;

/// Side tables, keyed by block address.
#[derive(Default)]
pub(super) struct WeakTable {
    /// First weak reference (uncounted) of each weakly referenced object, and when the object was first referenced so.
    heads: AddressMap<(*mut Header, u64)>,
    /// Objects whose finaliser has been run or is about to.
    pub finalized: AddressSet,
    /// Objects with a finaliser, in the order of their making: cycles are finalised in that order.
    births: AddressMap<u64>,
    born: u64,
}

/// Body of a weak reference or proxy.
#[repr(C)]
pub struct WeakBody {
    /// The target's word, uncounted; `UNBOUND` once it has died.
    target: Cell<u64>,
    /// Neighbours in the target's list, uncounted.
    next: Cell<*mut Header>,
    previous: Cell<*mut Header>,
    /// Called with the reference when the target dies.
    pub callback: Option<Object>,
    /// The target's hash, kept once computed; -1 before.
    pub hash: Cell<i64>,
}

// SAFETY: H5: `callback` is the only owned reference; H6: `Drop` only leaves the list.
unsafe impl Layout for WeakBody {
    const NAME: &'static str = "weakref";
    const CONTAINER: bool = true;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        self.callback.trace(visitor);
    }
}

impl WeakBody {
    /// A body for `target`; call [`Allocator::register_weakref`] once it lies in its block.
    pub fn new(target: &Object, callback: Option<Object>) -> WeakBody {
        WeakBody {
            target: Cell::new(target.value().bits()),
            next: Cell::new(null_mut()),
            previous: Cell::new(null_mut()),
            callback,
            hash: Cell::new(-1),
        }
    }

    /// The target, if it is alive.
    pub fn target(&self) -> Option<Object> {
        // SAFETY: the word is cleared before the target's block is freed (H13), so it is live or `UNBOUND`.
        unsafe {
            let value = Value::from_bits(self.target.get());
            // What waits for its end is dead already: its count is 0.
            if value.is_unbound() || (value.is_pointer() && (*value.header()).count == 0) {
                return None;
            }
            Some(Object::from_borrowed(value))
        }
    }

    /// Cuts the body loose from its target, which has died or is forgotten.
    fn detach(&self) {
        self.target.set(Value::UNBOUND.bits());
        self.next.set(null_mut());
        self.previous.set(null_mut());
    }
}

impl Drop for WeakBody {
    fn drop(&mut self) {
        if self.target.get() == Value::UNBOUND.bits() {
            return;
        }
        let target = self.target.get() - 1;
        // SAFETY: H13: a body with a target is in the target's list, whose members are live.
        unsafe { heap_of(target as *const Header).weak.borrow_mut().unlink(target, self) };
    }
}

impl super::allocator::Allocator {
    /// If the object is a weak reference, cuts it loose from its target: its callback will not be called.
    ///
    /// # Safety
    /// `header` is a live object.
    pub(super) unsafe fn forget_weakref(&self, header: *mut Header) {
        // SAFETY: the object is live, and by its shape's layout (H4) its body is a `WeakBody`.
        unsafe {
            if !self.shape((*header).shape).layout.is::<WeakBody>() {
                return;
            }
            let body = &*body_of::<WeakBody>(header);
            if body.target.get() != Value::UNBOUND.bits() {
                self.weak.borrow_mut().unlink(body.target.get() - 1, body);
                body.detach();
            }
        }
    }
}

/// The body of a listed weak reference.
///
/// # Safety
/// `header` is a member of some target's list (H13).
unsafe fn listed<'a>(header: *mut Header) -> &'a WeakBody {
    // SAFETY: members are live, and their bodies are `WeakBody` (H4); fields that change are `Cell`s.
    unsafe { &*body_of::<WeakBody>(header) }
}

/// Whether a list's member is the reference (or, with a proxy's shape, the proxy) that is shared by all who ask for one
/// without callback.
fn is_shared(shape: ShapeId, body: &WeakBody, kinds: &[ShapeId]) -> bool {
    body.callback.is_none() && kinds.contains(&shape)
}

const PROXIES: [ShapeId; 2] = [ShapeId::WEAK_PROXY, ShapeId::WEAK_CALLABLE_PROXY];

impl WeakTable {
    /// Takes a member out of `target`'s list.
    ///
    /// # Safety
    /// `body` is a member of that list.
    unsafe fn unlink(&mut self, target: u64, body: &WeakBody) {
        let (next, previous) = (body.next.get(), body.previous.get());
        // SAFETY: neighbours are members (H13).
        unsafe {
            if !next.is_null() {
                listed(next).previous.set(previous);
            }
            if !previous.is_null() {
                listed(previous).next.set(next);
            } else if next.is_null() {
                self.heads.remove(&target);
            } else if let Some((first, _)) = self.heads.get_mut(&target) {
                *first = next;
            }
        }
    }
}

impl Allocator {
    /// Enters a weak reference in the list of its target. The object floor must have set
    /// `ShapeFlags::WEAKLY_REFERENCED` on the shapes of the target's class.
    pub fn register_weakref(&self, weakref: &Ref<WeakBody>) {
        let header = weakref.value().header();
        // SAFETY: a `Ref<WeakBody>`'s body is a `WeakBody` (H4); only `Cell`s are touched.
        let body = unsafe { &*body_of::<WeakBody>(header) };
        let target = body.target.get();
        if target & 7 != 1 {
            return;
        }
        let mut table = self.weak.borrow_mut();
        table.born += 1;
        let born = table.born;
        let (head, born) = table.heads.get(&(target - 1)).copied().unwrap_or((null_mut(), born));
        // The shared ones come first; a shared reference goes before all, a shared proxy behind that.
        let leaders: &[&[ShapeId]] = if is_shared(weakref.shape(), body, &[ShapeId::WEAKREF]) {
            &[]
        } else if is_shared(weakref.shape(), body, &PROXIES) {
            &[&[ShapeId::WEAKREF]]
        } else {
            &[&[ShapeId::WEAKREF], &PROXIES]
        };
        let (mut before, mut after) = (null_mut::<Header>(), head);
        for kinds in leaders {
            // SAFETY: H13.
            unsafe {
                if !after.is_null() && is_shared((*after).shape, listed(after), kinds) {
                    before = after;
                    after = listed(after).next.get();
                }
            }
        }
        body.next.set(after);
        body.previous.set(before);
        // SAFETY: H13.
        unsafe {
            if !after.is_null() {
                listed(after).previous.set(header);
            }
            if before.is_null() {
                table.heads.insert(target - 1, (header, born));
            } else {
                listed(before).next.set(header);
            }
        }
    }

    /// Calls `f` with the weak references to `object` in list order, until it returns false.
    fn each_weakref(&self, object: &Object, mut f: impl FnMut(*mut Header) -> bool) {
        let head = self.weak.borrow().heads.get(&(object.value().bits().wrapping_sub(1))).copied();
        let mut at = head.map_or(null_mut(), |(head, _)| head);
        while !at.is_null() {
            // SAFETY: H13. A member whose count is 0 is about to be destroyed and does not show.
            unsafe {
                if (*at).count > 0 && !f(at) {
                    return;
                }
                at = listed(at).next.get();
            }
        }
    }

    /// The weak references to `object` in the list's order.
    pub fn weakrefs(&self, object: &Object) -> Vec<Ref<WeakBody>> {
        let mut found = Vec::new();
        self.each_weakref(object, |header| {
            // SAFETY: H13: members of the list are live.
            found.push(unsafe { Ref::from_object_unchecked(Object::from_borrowed(Value::pointer(header))) });
            true
        });
        found
    }

    /// How many weak references to `object` there are.
    pub fn weakref_count(&self, object: &Object) -> usize {
        let mut count = 0;
        self.each_weakref(object, |_| {
            count += 1;
            true
        });
        count
    }

    /// The weak reference without callback that all share who ask for one of these shapes, if it exists.
    pub fn shared_weakref(&self, object: &Object, shapes: &[ShapeId]) -> Option<Object> {
        let mut found = None;
        let mut looked_at = 0;
        self.each_weakref(object, |header| {
            // SAFETY: H13.
            unsafe {
                if is_shared((*header).shape, listed(header), shapes) {
                    found = Some(Object::from_borrowed(Value::pointer(header)));
                }
            }
            looked_at += 1;
            found.is_none() && looked_at < 2
        });
        found
    }

    /// Whether any weak reference that is alive has a callback.
    pub fn has_weak_callbacks(&self) -> bool {
        self.weak.borrow().heads.values().any(|&head| {
            let mut at = head.0;
            // SAFETY: H13: the lists hold live references, and nothing is taken or freed here.
            unsafe {
                while !at.is_null() {
                    if listed(at).callback.is_some() {
                        return true;
                    }
                    at = listed(at).next.get();
                }
            }
            false
        })
    }

    /// Whether there are weak references to `object`.
    pub fn has_weakrefs(&self, object: &Object) -> bool {
        self.weak.borrow().heads.contains_key(&(object.value().bits().wrapping_sub(1)))
    }

    /// When the object was first referenced weakly, in relation to others; 0 if it is not.
    pub(super) fn weakly_since(&self, object: &Object) -> u64 {
        self.weak.borrow().heads.get(&(object.value().bits().wrapping_sub(1))).map_or(0, |(_, since)| *since)
    }

    /// Clears every weak reference to a dying object and queues the callbacks of those that `is_called` says yes to. If
    /// Ctrl-C waits, very many are not all cleared: says whether none is left.
    ///
    /// # Safety
    /// `header` is a block that is still whole, and stays so as long as some weak reference is left.
    #[must_use]
    pub(super) unsafe fn clear_weakrefs(&self, header: *mut Header, is_called: impl Fn(*mut Header) -> bool) -> bool {
        const LOOK: usize = 1 << 12;
        let mut table = self.weak.borrow_mut();
        if table.heads.is_empty() {
            return true;
        }
        let Some((mut at, since)) = table.heads.remove(&(header as u64)) else { return true };
        drop(table);
        let mut count = 0;
        while !at.is_null() {
            count += 1;
            // SAFETY: H13: listed weakrefs are live or about to be destroyed; those with count 0 get no callback.
            unsafe {
                let body = listed(at);
                if count % LOOK == 0 && self.gives_way() {
                    body.previous.set(null_mut());
                    self.weak.borrow_mut().heads.insert(header as u64, (at, since));
                    return false;
                }
                let next = body.next.get();
                body.detach();
                if (*at).count > 0
                    && is_called(at)
                    && let Some(callback) = &body.callback
                {
                    let weakref = Object::from_borrowed(Value::pointer(at));
                    self.push_event(Event::Callback { callback: callback.clone(), weakref });
                }
                at = next;
            }
        }
        true
    }

    /// An object with a finaliser has been made.
    #[cold]
    #[inline(never)]
    pub(super) fn note_birth(&self, header: *const Header) {
        let mut table = self.weak.borrow_mut();
        table.born += 1;
        let born = table.born;
        table.births.insert(header as u64, born);
    }

    /// When an object with a finaliser was made, in relation to others; 0 if its class got the finaliser later.
    pub(super) fn birth(&self, object: &Object) -> u64 {
        self.weak.borrow().births.get(&(object.value().header() as u64)).copied().unwrap_or(0)
    }

    /// An object with a finaliser ends. Whether the finaliser has been run.
    pub(super) fn forget_special(&self, header: *const Header) -> bool {
        let mut table = self.weak.borrow_mut();
        table.births.remove(&(header as u64));
        table.finalized.remove(&(header as u64))
    }

    /// Forgets that the object's finaliser has been run: it may run again.
    pub fn forget_finalized(&self, object: &Object) {
        self.weak.borrow_mut().finalized.remove(&(object.value().bits().wrapping_sub(1)));
    }

    /// Whether the object's finaliser has been run.
    pub fn is_finalized(&self, object: &Object) -> bool {
        self.weak.borrow().finalized.contains(&(object.value().bits().wrapping_sub(1)))
    }
}
