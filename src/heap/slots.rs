//! Attribute slots of instances: reading, writing, growing, and leaving them for a dict.
//!
//! These are the safe operations on an instance's tail; which name lies in which slot is the object floor's business.

use super::allocator::{Allocator, Heap, OutOfMemory};
use super::header::Header;
use super::layout::Tail;
use super::object::Object;
use super::shape::{ShapeEntry, ShapeFlags, ShapeId};
use super::value::Value;

impl Heap {
    /// Address of slot `index`, which the object's shape must count as used.
    #[inline]
    fn slot_address(&self, object: &Object, index: usize) -> *mut Value {
        let header = object.value().header();
        let entry = self.shape(object.shape());
        assert!(object.is_pointer() && index < entry.slots as usize, "slot in use");
        // SAFETY: H4: the tail is as the shape says; the index was checked.
        unsafe { slot_address(header, entry, index) }
    }

    /// The value in an attribute slot; `None` if it is unbound.
    #[inline]
    pub fn slot<'a>(&'a self, object: &'a Object, index: usize) -> Option<&'a Object> {
        let address = self.slot_address(object, index);
        // SAFETY: H7: the shared token keeps the slot unchanged for the borrow.
        let value = unsafe { Object::borrow(address) };
        if value.is_unbound() { None } else { Some(value) }
    }

    /// Puts a value (or `Object::UNBOUND`) into a slot and returns the old one, to be dropped by the caller.
    #[inline]
    pub fn replace_slot(&mut self, object: &Object, index: usize, value: Object) -> Object {
        let address = self.slot_address(object, index);
        // SAFETY: H7: exclusive token; the slot owns its word.
        unsafe { Object::from_owned(std::mem::replace(&mut *address, value.into_value())) }
    }

    /// Moves the object to `shape`, which has one slot more than its present one, with `value` in that slot.
    pub fn add_slot(&mut self, object: &Object, shape: ShapeId, value: Object) -> Result<(), OutOfMemory> {
        let old = *self.shape(object.shape());
        let new = *self.shape(shape);
        assert!(
            new.slots == old.slots + 1 && new.inline == old.inline && new.flags.has(ShapeFlags::EXTRA),
            "a transition adds one slot"
        );
        assert!(std::ptr::eq(new.layout, old.layout) && new.class == old.class, "a transition keeps the class");
        let header = object.value().header();
        let index = old.slots as usize;
        if index >= old.inline as usize {
            self.grow_overflow(header, &old, index - old.inline as usize + 1)?;
        }
        // SAFETY: the slot lies in the block's capacity or in the overflow just grown; it held nothing.
        unsafe {
            slot_address(header, &new, index).write(value.into_value());
            (*header).shape = shape;
        }
        Ok(())
    }

    fn grow_overflow(&self, header: *mut Header, entry: &ShapeEntry, needed: usize) -> Result<(), OutOfMemory> {
        // SAFETY: EXTRA was checked by the caller; the overflow buffer starts with its capacity.
        unsafe {
            let extra = Tail::extra(header, entry.layout);
            let old = *extra as *mut u64;
            let old_capacity = if old.is_null() { 0 } else { *old as usize };
            if needed <= old_capacity {
                return Ok(());
            }
            let capacity = (needed + needed / 2 + 3) | 1;
            let old_bytes = if old.is_null() { 0 } else { 8 * (1 + old_capacity) };
            let fresh = self.resize_buffer(old.cast(), old_bytes, 8 * (1 + capacity))?.cast::<u64>();
            *fresh = capacity as u64;
            *extra = fresh as u64;
        }
        Ok(())
    }

    /// The dict of an object in dict mode.
    pub fn instance_dict<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        let entry = self.shape(object.shape());
        if !entry.flags.has(ShapeFlags::DICT_MODE) {
            return None;
        }
        // SAFETY: in dict mode the extra word is the dict's pointer (H4).
        unsafe { Some(Object::borrow(Tail::extra(object.value().header(), entry.layout).cast())) }
    }

    /// Moves the object to dict mode: `shape` keeps only the first slots (those of `__slots__`), the attributes live in
    /// `dict` from now on. Returns what the given-up slots held.
    pub fn enter_dict_mode(&mut self, object: &Object, shape: ShapeId, dict: Object) -> Vec<Object> {
        let old = *self.shape(object.shape());
        let new = *self.shape(shape);
        assert!(new.flags.has(ShapeFlags::DICT_MODE) && old.flags.has(ShapeFlags::EXTRA), "shapes fit");
        assert!(new.slots <= old.slots && new.inline == old.inline && dict.is_pointer(), "shapes fit");
        assert!(std::ptr::eq(new.layout, old.layout) && new.class == old.class, "dict mode keeps the class");
        let header = object.value().header();
        let mut given_up = Vec::new();
        // SAFETY: every used slot beyond the kept ones is read once and not used again; the overflow buffer is given
        // back; a former dict is taken out (H4).
        unsafe {
            for i in new.slots as usize..old.slots as usize {
                given_up.push(Object::from_owned(*slot_address(header, &old, i)));
            }
            let extra = Tail::extra(header, old.layout);
            if old.flags.has(ShapeFlags::DICT_MODE) {
                given_up.push(Object::from_owned(Value::from_bits(*extra)));
            } else if *extra != 0 && new.slots <= new.inline {
                let overflow = *extra as *mut u64;
                Allocator::put_buffer(overflow.cast(), 8 * (1 + *overflow as usize));
            }
            *extra = dict.into_value().bits();
            (*header).shape = shape;
        }
        given_up
    }

    /// Moves an object to the shape of another class with the same layout (`x.__class__ = C`). Both shapes must have the
    /// same body, tail form and number of used slots. Returns false, changing nothing, if they do not.
    pub fn change_class(&mut self, object: &Object, shape: ShapeId) -> bool {
        if !object.is_pointer() {
            return false;
        }
        let old = *self.shape(object.shape());
        let new = *self.shape(shape);
        const FORM: u32 = ShapeFlags::SLOTS | ShapeFlags::EXTRA | ShapeFlags::DICT_MODE;
        let fits = std::ptr::eq(new.layout, old.layout)
            && new.slots == old.slots
            && new.inline <= old.inline
            && (new.inline == old.inline || old.slots <= new.inline)
            && old.flags.0 & FORM == new.flags.0 & FORM;
        if fits {
            // SAFETY: tail and body fit the new shape as checked; the counts on the classes move with it.
            unsafe {
                if new.flags.has(ShapeFlags::HEAP_CLASS) {
                    (*new.class.header()).count += 1;
                }
                (*object.value().header()).shape = shape;
                if old.flags.has(ShapeFlags::HEAP_CLASS) {
                    drop(Object::from_owned(old.class));
                }
            }
        }
        fits
    }
}

/// Address of a used slot.
///
/// # Safety
/// `header` is a live object whose tail fits `entry`, and `index` is below the slots in use or the block's capacity.
#[inline(always)]
pub(super) unsafe fn slot_address(header: *mut Header, entry: &ShapeEntry, index: usize) -> *mut Value {
    let extra = entry.flags.has(ShapeFlags::EXTRA);
    if index < entry.inline as usize {
        Tail::slots(header, entry.layout, extra).wrapping_add(index)
    } else {
        // SAFETY: slots beyond the inline ones lie in the overflow buffer behind its capacity word.
        unsafe { (*Tail::extra(header, entry.layout) as *mut Value).wrapping_add(1 + index - entry.inline as usize) }
    }
}
