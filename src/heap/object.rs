//! The handle that owns one reference.

use super::allocator::heap_of;
use super::header::Header;
use super::release::{release, release_leaf};
use super::shape::ShapeId;
use super::value::Value;
use std::mem::ManuallyDrop;

/// An owned reference: an immediate, or a pointer whose count this handle is part of.
///
/// `Clone` counts up, `Drop` counts down and frees at zero. The word is never `UNBOUND` where Python can see it.
#[repr(transparent)]
pub struct Object(Value);

impl Object {
    /// `None`.
    pub const NONE: Object = Object(Value::NONE);
    /// `True`.
    pub const TRUE: Object = Object(Value::TRUE);
    /// `False`.
    pub const FALSE: Object = Object(Value::FALSE);
    /// `NotImplemented`.
    pub const NOT_IMPLEMENTED: Object = Object(Value::NOT_IMPLEMENTED);
    /// `Ellipsis`.
    pub const ELLIPSIS: Object = Object(Value::ELLIPSIS);
    /// The internal absence of a value.
    pub const UNBOUND: Object = Object(Value::UNBOUND);

    /// Gives the object up, and leaves nothing here, if nothing ends with that but a leaf; else gives false.
    #[inline(always)]
    pub(crate) fn give_up_leaf(&mut self) -> bool {
        if self.0.is_pointer() {
            // SAFETY: H3: a pointer word holds a reference, which is given up once: the word is overwritten.
            unsafe {
                let header = self.0.header();
                if (*header).count > 1 {
                    (*header).count -= 1;
                } else if !release_leaf(header) {
                    return false;
                }
            }
            self.0 = Value::UNBOUND;
        }
        true
    }

    /// Takes over the reference that `value` stands for.
    ///
    /// # Safety
    /// The caller owns that reference and gives it up (H1, H3).
    #[inline(always)]
    pub unsafe fn from_owned(value: Value) -> Object {
        Object(value)
    }

    /// A new reference to what `value` points to.
    ///
    /// # Safety
    /// `value` is an immediate or points to a live object (H1).
    #[inline(always)]
    pub unsafe fn from_borrowed(value: Value) -> Object {
        if value.is_pointer() {
            // SAFETY: H1, the block is live by this function's contract.
            unsafe { (*value.header()).count += 1 };
        }
        Object(value)
    }

    /// Views a word in place as a handle, without counting.
    ///
    /// # Safety
    /// The word stays valid and unchanged for `'a` (H1).
    #[inline(always)]
    pub unsafe fn borrow<'a>(value: *const Value) -> &'a Object {
        // SAFETY: `Object` is a transparent `Value`; validity is the caller's promise.
        unsafe { &*value.cast::<Object>() }
    }

    /// An immediate as a handle: ints, floats and singletons own nothing. Pointers are refused by `None`.
    #[inline(always)]
    pub fn immediate(value: Value) -> Option<Object> {
        if value.is_pointer() { None } else { Some(Object(value)) }
    }

    /// An int of at most 32 bits.
    #[inline(always)]
    pub const fn small(n: i32) -> Object {
        Object(Value::small(n))
    }

    /// An int that fits 62 bits.
    #[inline(always)]
    pub const fn int(n: i64) -> Option<Object> {
        match Value::int(n) {
            Some(v) => Some(Object(v)),
            None => None,
        }
    }

    /// `True` or `False`.
    #[inline(always)]
    pub const fn bool(b: bool) -> Object {
        Object(Value::bool(b))
    }

    /// The word, uncounted.
    #[inline(always)]
    pub const fn value(&self) -> Value {
        self.0
    }

    /// Gives up the handle without counting down: the word now stands for the reference.
    #[inline(always)]
    pub fn into_value(self) -> Value {
        ManuallyDrop::new(self).0
    }

    /// Python's `is`: the same word.
    #[inline(always)]
    pub fn is(&self, other: &Object) -> bool {
        self.0 == other.0
    }

    /// Whether this is `None`.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        self.0 == Value::NONE
    }

    /// Whether this is `NotImplemented`.
    #[inline(always)]
    pub fn is_not_implemented(&self) -> bool {
        self.0 == Value::NOT_IMPLEMENTED
    }

    /// Whether this is the internal `UNBOUND`.
    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        self.0.is_unbound()
    }

    /// Whether this points to a heap object.
    #[inline(always)]
    pub fn is_pointer(&self) -> bool {
        self.0.is_pointer()
    }

    /// The header, if this points to an object.
    #[inline(always)]
    pub(super) fn header(&self) -> Option<&Header> {
        if self.0.is_pointer() {
            // SAFETY: H1, a handle's pointer is live as long as the handle.
            Some(unsafe { &*self.0.header() })
        } else {
            None
        }
    }

    /// The shape id: the header's, or the fixed one of the immediate's class.
    #[inline(always)]
    pub fn shape(&self) -> ShapeId {
        match self.header() {
            Some(header) => header.shape,
            None => ShapeId::of_immediate(self.0),
        }
    }

    /// The exact reference count; immediates report an immortal's count.
    #[inline(always)]
    pub fn count(&self) -> u32 {
        self.header().map_or(super::IMMORTAL_START, |h| h.count)
    }

    /// Whether exactly one reference (this one) exists.
    #[inline(always)]
    pub fn is_unique(&self) -> bool {
        self.header().is_some_and(|h| h.count == 1)
    }

    /// The class of the object, as the heap's shape table records it. Uncounted; classes outlive their instances.
    #[inline]
    pub fn class_value(&self, heap: &super::Heap) -> Value {
        heap.shape(self.shape()).class
    }

    /// `id()`: the address, or for an immediate its word made non-negative.
    pub fn id(&self) -> u64 {
        if self.is_pointer() { self.0.header() as u64 } else { self.0.bits() & (u64::MAX >> 2) }
    }

    /// Makes the object immortal: its count no longer frees it. Used for builtin classes and interned names.
    pub fn make_immortal(&self) {
        if self.is_pointer() {
            // SAFETY: H1; the count only ever grows here.
            unsafe {
                let header = &mut *self.0.header();
                if !header.is_immortal() {
                    header.count += super::IMMORTAL_START;
                    heap_of(self.0.header()).note_immortal(self.0);
                }
            }
        }
    }
}

impl Clone for Object {
    #[inline(always)]
    fn clone(&self) -> Object {
        // SAFETY: H1, a handle's pointer is live.
        unsafe { Object::from_borrowed(self.0) }
    }
}

impl Drop for Object {
    #[inline(always)]
    fn drop(&mut self) {
        if self.0.is_pointer() {
            // SAFETY: H1 and H3: this handle owns one of the counted references.
            unsafe {
                let header = self.0.header();
                (*header).count -= 1;
                if (*header).count == 0 {
                    release(header);
                }
            }
        }
    }
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
