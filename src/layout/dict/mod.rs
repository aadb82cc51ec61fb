//! `dict`: compact and ordered. Entries (hash, key, value) lie in the order of insertion; an index table of 1, 2 or
//! 4 bytes a slot finds them. Deleted entries leave a hole until the table is resized. Sizes and growth are CPython's
//! (two thirds full, to three times the entries in use), so that iteration sees changes at the same points.
//!
//! - `index`: the slots, in the body itself up to 16, and the walk along them.
//! - `find`: looking up a key.
//! - `change`: insertion, deletion, resizing, copying.
//! - `walk`: iteration by position.

mod change;
mod find;
mod index;
#[cfg(test)]
mod tests;
mod walk;

pub use find::Cursor;

use crate::base::hash::HashKey;
use crate::heap::{
    Allocator, Heap, HeapVec, Layout, MANY, Object, OutOfMemory, Ref, ShapeId, Shared, Trace, Visitor, trace_items,
};
use index::Place;

/// A handle on a dict.
pub type Dict = Ref<DictBody>;

/// One entry. A deleted one has `UNBOUND` as key and value.
#[repr(C)]
pub struct Entry {
    /// The key's hash.
    pub hash: i64,
    /// The key.
    pub key: Object,
    /// The value.
    pub value: Object,
}

// SAFETY: key and value are what it refers to.
unsafe impl Shared for Entry {
    #[inline(always)]
    fn share(&self) {
        self.key.share();
        self.value.share();
    }
}

/// Flag: every key is a `str`, no subclass.
const STRINGS: u8 = 1;
/// Flag: the dict is the namespace of a class.
const NAMESPACE: u8 = 2;

/// Body of a dict.
#[repr(C)]
pub struct DictBody {
    entries: HeapVec<Entry>,
    place: Place,
    /// Entries in use.
    used: u32,
    /// Entries that may be appended before the table must be resized.
    left: u32,
    version: u32,
    /// Binary logarithm of the number of slots.
    log2: u8,
    /// See `STRINGS` and `NAMESPACE`.
    flags: u8,
    /// Counts resizes, so that an interrupted search notices one.
    resizes: u16,
}

const _: () = assert!(size_of::<DictBody>() == 56, "with its header a dict takes 64 bytes");

// SAFETY: H5: keys and values are visited, and dropping `entries` gives them up; H6: `Drop` gives back the index.
unsafe impl Layout for DictBody {
    const NAME: &'static str = "dict";
    const CONTAINER: bool = true;
    const EXACT: Option<ShapeId> = Some(ShapeId::DICT);
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        trace_items(&self.entries, visitor, |visitor, entry| {
            entry.key.trace(visitor);
            entry.value.trace(visitor);
        });
    }
    unsafe fn drop_quietly(body: *mut Self) -> bool {
        // SAFETY: as promised: the body is whole and nobody else's.
        unsafe {
            let entries = &mut (*body).entries;
            if entries.len() > MANY
                || !entries.iter_mut().all(|entry| entry.key.give_up_leaf() && entry.value.give_up_leaf())
            {
                return false;
            }
            entries.set_len(0);
            body.drop_in_place();
            true
        }
    }
    fn buffers(&self) -> usize {
        Allocator::rounded(self.entries.capacity() * size_of::<Entry>()) + Allocator::rounded(self.index_bytes())
    }
}

impl Drop for DictBody {
    #[inline]
    fn drop(&mut self) {
        self.free_index();
    }
}

impl DictBody {
    /// Number of entries.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.used as usize
    }

    /// Whether there are no entries.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The number that `set_version` gave to the present set of keys, or 0 once a key was added or removed or an
    /// entry has moved. Changing the value of a key keeps it.
    ///
    /// With it global variables are cached: if a dict's version is the one that was remembered, the key remembered
    /// with it still lies at the same position, or is still missing.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Names the present set of keys; the caller never gives the same number twice, nor 0.
    pub fn set_version(&mut self, version: u32) {
        self.version = version;
    }

    /// Whether every key is a `str` and no subclass.
    #[inline(always)]
    pub fn has_only_strings(&self) -> bool {
        self.flags & STRINGS != 0
    }

    /// Whether this is the namespace of a class: programs see it through proxies only, for caches rely on it.
    pub fn is_class_namespace(&self) -> bool {
        self.flags & NAMESPACE != 0
    }

    /// Says that this is the namespace of a class.
    pub fn set_class_namespace(&mut self) {
        self.flags |= NAMESPACE;
    }

    /// The entry at a position that a search has found.
    #[inline(always)]
    pub fn entry(&self, position: usize) -> &Entry {
        &self.entries[position]
    }

    /// The value at a position that a search has found.
    #[inline(always)]
    pub fn value(&self, position: usize) -> &Object {
        &self.entries[position].value
    }

    /// Replaces the value at a position that a search has found; gives back the old one.
    #[inline(always)]
    pub fn replace(&mut self, position: usize, value: Object) -> Object {
        std::mem::replace(&mut self.entries[position].value, value)
    }

    /// Address of the entries, for the VM's loop: valid as long as `version` is not 0 and unchanged.
    #[inline(always)]
    pub fn entries_ptr(&mut self) -> *mut Entry {
        self.entries.as_mut_ptr()
    }
}

impl Dict {
    /// An empty dict.
    #[inline]
    pub fn new(heap: &Allocator) -> Result<Dict, OutOfMemory> {
        heap.alloc(ShapeId::DICT, DictBody::new())
    }

    /// The dict of these keys and values. `None` if the keys are not strings or immediate ints, or two have
    /// one hash.
    pub fn of_distinct(
        heap: &Allocator,
        keys: &[Object],
        values: &[Object],
        hash_key: &HashKey,
    ) -> Result<Option<Dict>, OutOfMemory> {
        let mut dict = Dict::new(heap)?;
        // SAFETY: the only handle of a new dict.
        let filled = unsafe { dict.unshared() }.fill_distinct(heap, keys, values, hash_key)?;
        Ok(filled.then_some(dict))
    }

    /// A new dict with the same keys and values, and with room for `extra` more entries, as far as the table of slots
    /// has it.
    pub fn copied(heap: &Heap, other: &Dict, extra: usize) -> Result<Dict, OutOfMemory> {
        let mut dict = Dict::new(heap)?;
        // SAFETY: the only handle of a new dict.
        unsafe { dict.unshared() }.fill_copy(heap, other.get(heap), extra)?;
        Ok(dict)
    }

    /// An empty dict with room for `len` entries.
    pub fn with_capacity(heap: &Allocator, len: usize) -> Result<Dict, OutOfMemory> {
        let mut dict = Dict::new(heap)?;
        if len > 0 {
            // SAFETY: the only handle of a new dict.
            unsafe { dict.unshared() }.reserve(heap, len)?;
        }
        Ok(dict)
    }
}

impl Default for DictBody {
    fn default() -> DictBody {
        DictBody::new()
    }
}
