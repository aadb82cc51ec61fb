//! The one enumeration of an object's references.
//!
//! It serves freeing (through `Drop`, which gives up exactly what `trace` visits), the collector,
//! `gc.get_referents`, the leak check and heap dumps.

use super::allocator::Allocator;
use super::object::Object;
use super::value::Value;
use std::cell::{Cell, OnceCell, RefCell};

/// What is told of each reference. Tracing is generic over it, so that the collector's two visitors are compiled into the
/// enumeration of each layout.
pub trait Visitor {
    /// Reports the word of an owned reference; it may be an immediate or `UNBOUND`.
    fn visit_value(&mut self, value: Value);

    /// Reports one owned reference.
    #[inline(always)]
    fn visit(&mut self, object: &Object) {
        self.visit_value(object.value());
    }

    /// Whether a long enumeration is to go on. What a visitor that says no was told is of no use.
    #[inline(always)]
    fn goes_on(&self) -> bool {
        true
    }
}

/// More items than these are visited in parts, between which the visitor is asked whether to go on.
const LONG: usize = 1 << 12;
const PART: usize = 1 << 16;

/// Calls `visit` with the visitor and each item, of very many only until the visitor has enough.
#[inline(always)]
pub fn trace_items<T, V: Visitor>(items: &[T], visitor: &mut V, visit: impl Fn(&mut V, &T)) {
    if items.len() <= LONG {
        items.iter().for_each(|item| visit(visitor, item));
    } else {
        trace_many(items, visitor, visit);
    }
}

#[cold]
#[inline(never)]
fn trace_many<T, V: Visitor>(items: &[T], visitor: &mut V, visit: impl Fn(&mut V, &T)) {
    for part in items.chunks(PART) {
        if !visitor.goes_on() {
            return;
        }
        part.iter().for_each(|item| visit(visitor, item));
    }
}

/// A visitor that calls a function for every reference that is not `UNBOUND`.
pub struct Each<'a> {
    visit: &'a mut dyn FnMut(Value),
    immediates: bool,
    /// The heap, if the visit is to end when Ctrl-C waits.
    watched: Option<&'a Allocator>,
}

impl<'a> Each<'a> {
    /// With or without immediates.
    pub(super) fn new(visit: &'a mut dyn FnMut(Value), immediates: bool) -> Each<'a> {
        Each { visit, immediates, watched: None }
    }

    /// Without immediates, until Ctrl-C waits.
    pub(super) fn watched(visit: &'a mut dyn FnMut(Value), heap: &'a Allocator) -> Each<'a> {
        Each { visit, immediates: false, watched: Some(heap) }
    }
}

impl Visitor for Each<'_> {
    #[inline]
    fn visit_value(&mut self, value: Value) {
        if value.is_pointer() || (self.immediates && !value.is_unbound()) {
            (self.visit)(value);
        }
    }

    fn goes_on(&self) -> bool {
        self.watched.is_none_or(|heap| !heap.interrupt_waits())
    }
}

/// A field of a body: visits what its drop gives up. Implemented on this floor only (see [`crate::layout!`]).
pub trait Trace {
    /// Whether the field can refer to a container.
    const CONTAINER: bool = true;
    /// Visits each owned reference once.
    fn trace<V: Visitor>(&self, visitor: &mut V);
    /// Bytes owned outside the block.
    fn buffers(&self) -> usize {
        0
    }
}

impl Trace for Object {
    #[inline]
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        visitor.visit(self);
    }
}

impl<T: Trace> Trace for Option<T> {
    const CONTAINER: bool = T::CONTAINER;
    #[inline]
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        if let Some(inner) = self {
            inner.trace(visitor);
        }
    }
    fn buffers(&self) -> usize {
        self.as_ref().map_or(0, Trace::buffers)
    }
}

impl<A: Trace, B: Trace> Trace for (A, B) {
    const CONTAINER: bool = A::CONTAINER || B::CONTAINER;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        self.0.trace(visitor);
        self.1.trace(visitor);
    }
    fn buffers(&self) -> usize {
        self.0.buffers() + self.1.buffers()
    }
}

impl<T: Trace> Trace for Vec<T> {
    const CONTAINER: bool = T::CONTAINER;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        trace_items(self, visitor, |visitor, item| item.trace(visitor));
    }
}

impl<T: Trace, const N: usize> Trace for [T; N] {
    const CONTAINER: bool = T::CONTAINER;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        self.iter().for_each(|item| item.trace(visitor));
    }
}

impl<T: Trace + ?Sized> Trace for Box<T> {
    const CONTAINER: bool = true;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        (**self).trace(visitor);
    }
    fn buffers(&self) -> usize {
        (**self).buffers()
    }
}

impl<T: Trace> Trace for OnceCell<T> {
    const CONTAINER: bool = T::CONTAINER;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        if let Some(inner) = self.get() {
            inner.trace(visitor);
        }
    }
}

impl<T: Trace> Trace for RefCell<T> {
    const CONTAINER: bool = T::CONTAINER;
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        // A body that is borrowed mutably is in use: its references then count as external, which keeps them alive.
        if let Ok(inner) = self.try_borrow() {
            inner.trace(visitor);
        }
    }
}

/// Fields without references.
macro_rules! no_references {
    ($($ty:ty),* $(,)?) => { $(impl Trace for $ty {
        const CONTAINER: bool = false;
        #[inline(always)]
        fn trace<V: Visitor>(&self, _: &mut V) {}
    })* };
}

no_references!(
    (),
    bool,
    u8,
    u16,
    u32,
    u64,
    usize,
    i8,
    i16,
    i32,
    i64,
    isize,
    f64,
    char,
    String,
    &'static str,
    std::time::Instant,
    super::shape::ShapeId,
);

impl<T: Copy> Trace for Cell<T>
where
    T: PlainData,
{
    const CONTAINER: bool = false;
    fn trace<V: Visitor>(&self, _: &mut V) {}
}

/// Plain numbers, for `Cell` fields.
pub trait PlainData: Copy {}
macro_rules! plain { ($($ty:ty),*) => { $(impl PlainData for $ty {})* }; }
plain!(bool, u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f64);

/// Any Rust value without references to heap objects, as a field.
///
/// The type must not hold handles: they would be invisible to the collector and to the leak check.
pub struct Opaque<T>(pub T);

impl<T> Trace for Opaque<T> {
    const CONTAINER: bool = false;
    fn trace<V: Visitor>(&self, _: &mut V) {}
}

impl<T> std::ops::Deref for Opaque<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> std::ops::DerefMut for Opaque<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
