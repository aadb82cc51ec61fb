//! What lies behind a header: the body, and for instances the tail of attribute slots.
//!
//! A block is `[Header][body][extra?][slots…]`. `extra` (present with `ShapeFlags::EXTRA`) is 0, the address of an
//! overflow buffer, or a dict's pointer word; slots are `Value`s of which the first `ShapeEntry::slots` are valid.

use super::allocator::{Allocator, Heap};
use super::header::Header;
use super::object::Object;
use super::scan::{Counting, Marking};
use super::shape::ShapeId;
use super::trace::{Each, Trace, Visitor};
use super::value::Value;
use std::any::TypeId;
use std::marker::PhantomData;
use std::ops::Deref;

/// A type whose values are the bodies of heap objects. Implement it with [`crate::layout!`].
///
/// # Safety
/// `trace` visits each reference that dropping the body gives up, once, and nothing else (H5). `ALIGN <= 8`.
/// The body's `Drop` runs no Python code and allocates nothing (H6).
pub unsafe trait Layout: Sized + 'static {
    /// Name for reports and bug messages.
    const NAME: &'static str;
    /// Whether the body can hold references to containers.
    const CONTAINER: bool;
    /// The shape of an exact instance, if the type has a fixed row (lets `cast` be one compare).
    const EXACT: Option<ShapeId> = None;
    /// A second fixed shape of the same type with the same body.
    const EXACT_ALSO: Option<ShapeId> = None;

    /// Whether the body begins with a `HeapVec<Object>` and refers to nothing else.
    const BUFFER: bool = false;

    /// Visits every owned reference.
    fn trace<V: Visitor>(&self, visitor: &mut V);

    /// Bytes that the body owns outside its block (buffers), as the heap counts them.
    fn buffers(&self) -> usize {
        0
    }

    /// Drops the body if nothing but leaves dies with it. Else gives false; the references that would be given up first may
    /// have been given up and forgotten then. Only asked of exact tuples, lists, dicts, sets and frozensets.
    ///
    /// # Safety
    /// As for dropping the body; if the answer is false, nothing but dropping it may follow.
    unsafe fn drop_quietly(_body: *mut Self) -> bool {
        false
    }

    /// The static description.
    fn info() -> &'static LayoutInfo {
        const {
            &LayoutInfo {
                name: Self::NAME,
                container: Self::CONTAINER,
                buffer: Self::BUFFER,
                body: size_of::<Self>().next_multiple_of(8) as u32,
                drop: drop_body::<Self>,
                drop_quietly: drop_body_quietly::<Self>,
                needs_drop: std::mem::needs_drop::<Self>(),
                trace: trace_each::<Self>,
                count: trace_body::<Self, Counting>,
                mark: trace_body::<Self, Marking>,
                buffers: buffers_of::<Self>,
                id: TypeId::of::<Self>(),
            }
        }
    }
}

/// The operations of a layout, behind one pointer in the shape table.
pub struct LayoutInfo {
    /// Name for reports.
    pub name: &'static str,
    /// Whether the collector looks at objects with this layout.
    pub container: bool,
    /// Whether the body is a buffer of references.
    pub(super) buffer: bool,
    /// Size of the fixed body in bytes, rounded up to whole words.
    pub body: u32,
    pub(super) drop: unsafe fn(*mut Header),
    pub(super) drop_quietly: unsafe fn(*mut Header) -> bool,
    /// Whether dropping the body does anything.
    pub(super) needs_drop: bool,
    pub(super) trace: unsafe fn(*const Header, &mut Each<'_>),
    pub(super) count: unsafe fn(*const Header, &mut Counting),
    pub(super) mark: unsafe fn(*const Header, &mut Marking),
    pub(super) buffers: unsafe fn(*const Header) -> usize,
    id: TypeId,
}

impl LayoutInfo {
    /// Whether this describes bodies of type `T`.
    #[inline(always)]
    pub fn is<T: Layout>(&self) -> bool {
        // The same description may stand at several addresses.
        std::ptr::eq(self, T::info()) || self.id == TypeId::of::<T>()
    }
}

/// The body behind a header.
#[inline(always)]
pub(super) fn body_of<T>(header: *const Header) -> *mut T {
    header.wrapping_add(1).cast_mut().cast::<T>()
}

unsafe fn drop_body<T: Layout>(header: *mut Header) {
    // SAFETY: called once, when the count has reached 0 (H2); the body was initialised by `alloc`.
    unsafe { std::ptr::drop_in_place(body_of::<T>(header)) }
}

unsafe fn drop_body_quietly<T: Layout>(header: *mut Header) -> bool {
    // SAFETY: as in `drop_body`.
    unsafe { T::drop_quietly(body_of::<T>(header)) }
}

unsafe fn trace_body<T: Layout, V: Visitor>(header: *const Header, visitor: &mut V) {
    // SAFETY: the block is live (H2) and its body is a `T` by its shape (H4).
    unsafe { (*body_of::<T>(header)).trace(visitor) }
}

unsafe fn trace_each<T: Layout>(header: *const Header, visitor: &mut Each<'_>) {
    // SAFETY: as promised to `trace_body`.
    unsafe { trace_body::<T, Each<'_>>(header, visitor) }
}

unsafe fn buffers_of<T: Layout>(header: *const Header) -> usize {
    // SAFETY: as in `trace_body`.
    unsafe { (*body_of::<T>(header)).buffers() }
}

/// An owned reference to an object whose body is a `T`.
#[repr(transparent)]
pub struct Ref<T: Layout>(Object, PhantomData<T>);

impl<T: Layout> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        Ref(self.0.clone(), PhantomData)
    }
}

impl<T: Layout> Deref for Ref<T> {
    type Target = Object;
    #[inline(always)]
    fn deref(&self) -> &Object {
        &self.0
    }
}

impl<T: Layout> From<Ref<T>> for Object {
    #[inline(always)]
    fn from(r: Ref<T>) -> Object {
        r.0
    }
}

impl<T: Layout> Ref<T> {
    /// Takes over `object` as a `T`.
    ///
    /// # Safety
    /// The object's body is a `T` (H4).
    #[inline(always)]
    pub unsafe fn from_object_unchecked(object: Object) -> Ref<T> {
        Ref(object, PhantomData)
    }

    /// The handle as a plain object.
    #[inline(always)]
    pub fn as_object(&self) -> &Object {
        &self.0
    }

    /// The body, for as long as the handle and the heap are not borrowed mutably. Whatever may run Python code needs
    /// `&mut Heap` (inside `&mut Runtime`), so the borrow cannot outlive a change of the body.
    #[inline(always)]
    pub fn get<'a>(&'a self, _heap: &'a Heap) -> &'a T {
        // SAFETY: H4 (a `Ref<T>`'s body is a `T`), H7 (shared heap token: no `get_mut` is alive).
        unsafe { &*body_of::<T>(self.0.value().header()) }
    }

    /// The body for writing, and the allocator for growing its buffers.
    #[inline(always)]
    pub fn get_mut<'a>(&'a self, heap: &'a mut Heap) -> (&'a mut T, &'a Allocator) {
        // SAFETY: H4, H7 (exclusive heap token: no other borrow of any body is alive). The allocator touches no body.
        unsafe { (&mut *body_of::<T>(self.0.value().header()), heap.allocator_unbound()) }
    }

    /// The same beside the body of another one, for reading. `None` if the two are one object.
    #[inline(always)]
    pub fn get_mut_beside<'a, U: Layout>(
        &'a self,
        other: &'a Ref<U>,
        heap: &'a mut Heap,
    ) -> Option<(&'a mut T, &'a U, &'a Allocator)> {
        if other.is(self) {
            return None;
        }
        // SAFETY: H4, H7 (exclusive heap token: no other borrow of any body is alive); the two bodies are not the same.
        let other = unsafe { &*body_of::<U>(other.0.value().header()) };
        let (body, allocator) = self.get_mut(heap);
        Some((body, other, allocator))
    }

    /// The same beside two others.
    #[inline(always)]
    pub fn get_mut_beside_two<'a>(
        &'a self,
        [a, b]: [&'a Ref<T>; 2],
        heap: &'a mut Heap,
    ) -> Option<(&'a mut T, [&'a T; 2], &'a Allocator)> {
        if a.is(self) || b.is(self) {
            return None;
        }
        // SAFETY: H4, H7 (exclusive heap token: no other borrow of any body is alive); the body to be written is not one
        // of those to be read.
        let others = unsafe { [&*body_of::<T>(a.0.value().header()), &*body_of::<T>(b.0.value().header())] };
        let (body, allocator) = self.get_mut(heap);
        Some((body, others, allocator))
    }

    /// The body of an object that was just made, for writing what is still missing.
    ///
    /// # Safety
    /// This is the only handle, and nobody has borrowed the body.
    #[inline(always)]
    pub(crate) unsafe fn unshared(&mut self) -> &mut T {
        // SAFETY: H4, and H7 as promised.
        unsafe { &mut *body_of::<T>(self.0.value().header()) }
    }

    /// The body of an object whose body never changes after construction.
    #[inline(always)]
    pub fn frozen(&self) -> &T
    where
        T: Frozen,
    {
        // SAFETY: H4; `Frozen` promises that no `get_mut` exists for this type.
        unsafe { &*body_of::<T>(self.0.value().header()) }
    }
}

/// A layout whose bodies are never changed while more than one handle exists, so that reading needs no heap token.
///
/// # Safety
/// No code calls `get_mut` on a `Ref<Self>` whose count is not 1 (H8).
pub unsafe trait Frozen: Layout {}

impl Object {
    /// Views the object as a `T` if its body is one (an instance of a subclass counts).
    #[inline(always)]
    pub fn cast<T: Layout>(&self) -> Option<&Ref<T>> {
        let header = self.header()?;
        let shape = header.shape;
        if T::EXACT == Some(shape)
            || (T::EXACT_ALSO.is_some() && T::EXACT_ALSO == Some(shape))
            || self.has_layout::<T>(shape)
        {
            // SAFETY: H4, the shape says that the body is a `T`; `Ref` is transparent.
            Some(unsafe { &*(self as *const Object).cast::<Ref<T>>() })
        } else {
            None
        }
    }

    /// Views the object as a `T` if it is an exact instance: no subclass.
    #[inline(always)]
    pub fn cast_exact<T: Layout>(&self) -> Option<&Ref<T>> {
        let shape = self.header()?.shape;
        if T::EXACT == Some(shape) || (T::EXACT_ALSO.is_some() && T::EXACT_ALSO == Some(shape)) {
            // SAFETY: as in `cast`.
            Some(unsafe { &*(self as *const Object).cast::<Ref<T>>() })
        } else {
            None
        }
    }

    /// Takes the object over as a `T`, or gives it back.
    pub fn downcast<T: Layout>(self) -> Result<Ref<T>, Object> {
        if self.cast::<T>().is_some() { Ok(Ref(self, PhantomData)) } else { Err(self) }
    }

    #[inline]
    fn has_layout<T: Layout>(&self, shape: ShapeId) -> bool {
        // A fixed row belongs to one type: without a match above only another type or, for types without a row, a
        // dynamic shape is possible.
        if T::EXACT.is_some() && shape.0 < ShapeId::FIXED {
            return false;
        }
        super::heap_of(self.value().header()).shape(shape).layout.is::<T>()
    }
}

/// The tail of an instance: the extra word and the attribute slots.
pub struct Tail;

impl Tail {
    /// Address of the extra word; valid only with `ShapeFlags::EXTRA`.
    #[inline(always)]
    pub(crate) fn extra(header: *mut Header, layout: &LayoutInfo) -> *mut u64 {
        header.wrapping_add(1).cast::<u8>().wrapping_add(layout.body as usize).cast::<u64>()
    }

    /// Address of inline slot 0.
    #[inline(always)]
    pub(crate) fn slots(header: *mut Header, layout: &LayoutInfo, extra: bool) -> *mut Value {
        Tail::extra(header, layout).wrapping_add(extra as usize).cast::<Value>()
    }
}

impl<T: Layout> Trace for Ref<T> {
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        visitor.visit(&self.0);
    }
}

/// Declares the body of a heap object: a struct whose fields are all [`Trace`], traced field by field.
///
/// ```ignore
/// layout! {
///     /// State of `map(f, *iterables)`.
///     pub struct MapIterator as "map" (ShapeId::MAP) { pub function: Object, pub iterators: HeapVec<Object> }
/// }
/// ```
#[macro_export]
macro_rules! layout {
    ($(#[$meta:meta])* $vis:vis struct $name:ident as $text:literal $(($exact:expr $(, $also:expr)?))? $(leaf $leaf:tt)? {
        $($(#[$fmeta:meta])* $fvis:vis $field:ident : $ty:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[repr(C)]
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $ty),* }
        // SAFETY: H5: fields are visited once each, and `Trace` is implemented in the heap floor only, for types that
        // visit what their drop gives up; H6: none of those types runs code or allocates in `Drop`.
        #[allow(unsafe_code)]
        unsafe impl $crate::heap::Layout for $name {
            const NAME: &'static str = $text;
            const CONTAINER: bool = false $(|| <$ty as $crate::heap::Trace>::CONTAINER)*;
            $(const EXACT: Option<$crate::heap::ShapeId> = Some($exact); $(const EXACT_ALSO: Option<$crate::heap::ShapeId> = Some($also);)?)?
            #[allow(unused_variables)]
            fn trace<V: $crate::heap::Visitor>(&self, visitor: &mut V) {
                $($crate::heap::Trace::trace(&self.$field, visitor);)*
            }
            fn buffers(&self) -> usize {
                0 $(+ $crate::heap::Trace::buffers(&self.$field))*
            }
        }
    };
}

/// Visits the references in an instance's tail.
///
/// # Safety
/// `header` is a live object of shape `entry` (H4).
#[inline(always)]
pub(super) unsafe fn trace_tail<V: Visitor>(header: *mut Header, entry: &super::ShapeEntry, visitor: &mut V) {
    use super::ShapeFlags;
    if !entry.flags.has(ShapeFlags::SLOTS | ShapeFlags::EXTRA) {
        return;
    }
    // SAFETY: H4: the tail is as the shape says.
    unsafe {
        let has_extra = entry.flags.has(ShapeFlags::EXTRA);
        let slots = Tail::slots(header, entry.layout, has_extra);
        for i in 0..entry.slots.min(entry.inline) as usize {
            visitor.visit_value(*slots.add(i));
        }
        if has_extra {
            let extra = *Tail::extra(header, entry.layout);
            if extra & 7 == 1 {
                visitor.visit_value(Value::from_bits(extra));
            } else if extra != 0 {
                let overflow = extra as *const u64;
                for i in 0..entry.slots.saturating_sub(entry.inline) as usize {
                    visitor.visit_value(Value::from_bits(*overflow.add(1 + i)));
                }
            }
        }
    }
}
