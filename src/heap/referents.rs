//! Enumerations over the live heap: what an object refers to, all objects, all pools of objects.

use super::allocator::{Allocator, OutOfMemory};
use super::header::Header;
use super::object::Object;
use super::pool::{Kind, Pool};
use super::shape::ShapeFlags;
use super::trace::{Each, Visitor};
use super::value::Value;
use std::convert::Infallible;

impl Allocator {
    /// Visits each reference that `header`'s object owns.
    ///
    /// # Safety
    /// The object is live (H2).
    #[inline(always)]
    pub(super) unsafe fn trace_object(&self, header: *const Header, visit: &mut dyn FnMut(Value)) {
        // SAFETY: as promised.
        unsafe {
            self.trace_into(header, &mut Each::new(visit, false));
        }
    }

    /// The same with a visitor.
    #[inline(always)]
    unsafe fn trace_into(&self, header: *const Header, visitor: &mut Each<'_>) {
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
                self.trace_into(header, &mut Each::new(&mut visit, true));
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

    /// The same, for a very large object until Ctrl-C waits.
    pub fn each_referent_watched(&self, object: &Object, mut f: impl FnMut(&Object)) {
        if object.is_pointer() {
            let mut visit = |value| {
                // SAFETY: as in `each_referent`.
                unsafe { f(Object::borrow(&value)) }
            };
            // SAFETY: as in `each_referent`.
            unsafe { self.trace_into(object.value().header(), &mut Each::watched(&mut visit, self)) };
        }
    }

    /// Calls `f` with every live object in the pools.
    pub fn each_object(&self, f: impl FnMut(&Object)) {
        let Ok(()) = self.each_object_with(f, || Ok::<_, Infallible>(()));
    }

    /// The same, until Ctrl-C waits.
    ///
    /// # Errors
    /// It did.
    pub fn each_object_watched(&self, f: impl FnMut(&Object)) -> Result<(), OutOfMemory> {
        self.each_object_with(f, || self.go_on())
    }

    /// Calls `f` with every live object, and `after` at the end of each pool.
    fn each_object_with<E>(
        &self,
        mut f: impl FnMut(&Object),
        mut after: impl FnMut() -> Result<(), E>,
    ) -> Result<(), E> {
        for pool in self.object_pools() {
            // SAFETY: `each_live` yields live blocks; `f` gets a borrow and cannot free them through it.
            unsafe {
                (*pool).each_live(|header| {
                    let value = Value::pointer(header);
                    f(Object::borrow(&value));
                });
            }
            after()?;
        }
        Ok(())
    }

    /// The pools of objects, for a walk over all of them.
    #[cfg(feature = "system-blocks")]
    pub(super) fn object_pools(&self) -> Vec<*mut Pool> {
        self.finish_garbage();
        let mut pools = self.system.pools();
        // SAFETY: descriptors of live blocks.
        pools.retain(|&pool| unsafe { (*pool).kind == Kind::Object && *(*pool).start.cast::<u32>() != 0 });
        pools
    }

    /// The pools of objects, for a walk over all of them.
    #[cfg(not(feature = "system-blocks"))]
    pub(super) fn object_pools(&self) -> Vec<*mut Pool> {
        use super::arena::POOLS;
        use super::pool::State;
        self.finish_garbage();
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
}
