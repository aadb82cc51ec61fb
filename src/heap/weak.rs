//! Weak references and the other rare per-object facts, in side tables.

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

/// Side tables, keyed by block address.
#[derive(Default)]
pub(super) struct WeakTable {
    /// Weakref objects (uncounted) of each weakly referenced object, newest first.
    referents: HashMap<u64, Vec<*mut Header>>,
    /// Objects whose finaliser has been run or is about to.
    pub finalized: HashSet<u64>,
}

/// Body of a weak reference.
#[repr(C)]
pub struct WeakBody {
    /// The target's word, uncounted; `UNBOUND` once it has died.
    target: Cell<u64>,
    /// Called with the reference when the target dies.
    pub callback: Option<Object>,
    /// The target's hash, kept once computed; -1 before.
    pub hash: Cell<i64>,
}

// SAFETY: H5: `callback` is the only owned reference; H6: `Drop` only leaves the side table.
unsafe impl Layout for WeakBody {
    const NAME: &'static str = "weakref";
    const CONTAINER: bool = true;
    const EXACT: Option<ShapeId> = Some(ShapeId::WEAKREF);
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.callback.trace(visitor);
    }
}

impl WeakBody {
    /// A body for `target`; call [`Allocator::register_weakref`] once it lies in its block.
    pub fn new(target: &Object, callback: Option<Object>) -> WeakBody {
        WeakBody { target: Cell::new(target.value().bits()), callback, hash: Cell::new(-1) }
    }

    /// The target, if it is alive.
    pub fn target(&self) -> Option<Object> {
        // SAFETY: the word is cleared before the target's block is freed (H13), so it is live or `UNBOUND`.
        let value = unsafe { Value::from_bits(self.target.get()) };
        if value.is_unbound() {
            None
        } else {
            // SAFETY: as above.
            Some(unsafe { Object::from_borrowed(value) })
        }
    }
}

impl Drop for WeakBody {
    fn drop(&mut self) {
        if self.target.get() == Value::UNBOUND.bits() {
            return;
        }
        let own = (self as *mut WeakBody).cast::<Header>().wrapping_sub(1);
        let target = self.target.get() - 1;
        let heap = heap_of(target as *const Header);
        let mut table = heap.weak.borrow_mut();
        if let Some(list) = table.referents.get_mut(&target) {
            list.retain(|&weak| weak != own);
            if list.is_empty() {
                table.referents.remove(&target);
            }
        }
    }
}

impl Allocator {
    /// Enters a weak reference in the table of its target. The object floor must have set
    /// `ShapeFlags::WEAKLY_REFERENCED` on the shapes of the target's class.
    pub fn register_weakref(&self, weakref: &Ref<WeakBody>) {
        let header = weakref.value().header();
        // SAFETY: a `Ref<WeakBody>`'s body is a `WeakBody` (H4); only a `Cell` is read.
        let target = unsafe { (*body_of::<WeakBody>(header)).target.get() };
        if target & 7 == 1 {
            self.weak.borrow_mut().referents.entry(target - 1).or_default().insert(0, header);
        }
    }

    /// The weak references to `object`, newest first.
    pub fn weakrefs(&self, object: &Object) -> Vec<Ref<WeakBody>> {
        let table = self.weak.borrow();
        let list = table.referents.get(&(object.value().bits().wrapping_sub(1)));
        list.into_iter()
            .flatten()
            // SAFETY: the table holds live weakrefs only: they leave it in their drop (H13).
            .map(|&header| unsafe { Ref::from_object_unchecked(Object::from_borrowed(Value::pointer(header))) })
            .collect()
    }

    /// Clears every weak reference to a dying object and queues the callbacks.
    pub(super) unsafe fn clear_weakrefs(&self, header: *mut Header) {
        let Some(list) = self.weak.borrow_mut().referents.remove(&(header as u64)) else { return };
        for weak in list {
            // SAFETY: H13: listed weakrefs are live or about to be destroyed; those with count 0 get no callback.
            unsafe {
                let body = &*body_of::<WeakBody>(weak);
                body.target.set(Value::UNBOUND.bits());
                if (*weak).count > 0
                    && let Some(callback) = &body.callback
                {
                    let weakref = Object::from_borrowed(Value::pointer(weak));
                    self.push_event(Event::Callback { callback: callback.clone(), weakref });
                }
            }
        }
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
