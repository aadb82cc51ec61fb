//! What Python sees of the cycle collector beside the heap's own state: debug flags, callbacks, saved garbage, and which
//! objects CPython's collector would track.

use super::class::{Class, ClassBody, ClassFlags};
use super::runtime::Runtime;
use crate::heap::{Object, ShapeFlags, ShapeId};
use crate::layout::{DictBody, TupleBody};

/// Bits of `gc.set_debug`.
pub mod debug {
    /// Print statistics.
    pub const STATS: u32 = 1;
    /// Print what is freed.
    pub const COLLECTABLE: u32 = 2;
    /// Print what cannot be freed.
    pub const UNCOLLECTABLE: u32 = 4;
    /// Keep what would be freed in `gc.garbage`, a list.
    pub const SAVE_ALL: u32 = 32;
}

/// State of module `gc`.
#[derive(Default)]
pub struct CollectorState {
    /// `gc.set_debug`.
    pub debug: u32,
    /// `gc.callbacks`, a list.
    pub callbacks: Option<Object>,
    /// `gc.garbage`, a list.
    pub garbage: Option<Object>,
}

impl Runtime {
    /// Whether CPython's collector would track objects of this type. (Anthill's walks some more: code objects, which
    /// hold constants, and plain `object()`s.)
    pub fn is_collected_type(&self, object: &Object) -> bool {
        if let Some(class) = Class::from_object(object) {
            return class.get(&self.heap).flags.has(ClassFlags::HEAP);
        }
        object.is_pointer() && self.has_collected_shape(object.shape())
    }

    /// Whether CPython's collector would track all objects of this shape, or none; `None` if that depends on the object.
    pub fn is_collected_shape(&self, shape: ShapeId) -> Option<bool> {
        let by_object = matches!(shape, ShapeId::DICT | ShapeId::TUPLE | ShapeId::TUPLE_LARGE)
            || self.heap.shape(shape).layout.is::<ClassBody>();
        if by_object { None } else { Some(self.has_collected_shape(shape)) }
    }

    fn has_collected_shape(&self, shape: ShapeId) -> bool {
        if matches!(shape, ShapeId::CODE | ShapeId::RANGE) {
            return false;
        }
        let entry = self.heap.shape(shape);
        if !entry.flags.has(ShapeFlags::CONTAINER) {
            return false;
        }
        if entry.layout.is::<()>() && !entry.flags.has(ShapeFlags::SLOTS | ShapeFlags::EXTRA) {
            // No field, no attribute: nothing to follow, unless weak references make the class bigger than `object`.
            return self.heap.shape_class_of_entry(shape).get(&self.heap).flags.has(ClassFlags::WEAKREFABLE);
        }
        true
    }

    /// `gc.is_tracked`: dicts and tuples of atoms are not. (CPython decides that for tuples when a collection meets them,
    /// for dicts when values are put in; here it follows from the contents and the age.)
    pub fn is_tracked(&self, object: &Object) -> bool {
        match object.shape() {
            ShapeId::DICT => {
                let dict = object.cast::<DictBody>().expect("by its shape").get(&self.heap);
                dict.iter().any(|(_, entry)| self.may_be_tracked(&entry.key) || self.may_be_tracked(&entry.value))
            }
            ShapeId::TUPLE | ShapeId::TUPLE_LARGE => self.is_tracked_tuple(object),
            _ => self.is_collected_type(object),
        }
    }

    fn may_be_tracked(&self, object: &Object) -> bool {
        match object.shape() {
            ShapeId::TUPLE | ShapeId::TUPLE_LARGE => self.is_tracked_tuple(object),
            _ => self.is_collected_type(object),
        }
    }

    fn is_tracked_tuple(&self, object: &Object) -> bool {
        // Iterative: tuples may be nested a million deep.
        let mut waiting = vec![object.clone()];
        let mut looked_at = 0;
        while let Some(object) = waiting.pop() {
            let items = object.cast::<TupleBody>().expect("by its shape").items();
            if items.is_empty() {
                continue;
            }
            looked_at += 1;
            if self.heap.generation(&object) == 0 || looked_at > 1000 {
                return true;
            }
            for item in items {
                match item.shape() {
                    ShapeId::TUPLE | ShapeId::TUPLE_LARGE => waiting.push(item.clone()),
                    _ if self.is_collected_type(item) => return true,
                    _ => {}
                }
            }
        }
        false
    }
}
