//! Dicts as namespaces: access by string keys, which needs no Python code.

use crate::base::hash::HashKey;
use crate::heap::{Heap, Object, OutOfMemory};
use crate::layout::search::Lookup;
use crate::layout::{Dict, Str};

impl Dict {
    /// Where a string key lies, if its hash is known (interned names, or strings hashed before) or by comparing all keys.
    #[inline]
    pub fn position_of(&self, heap: &Heap, name: &Str) -> Option<usize> {
        let body = self.get(heap);
        match name.cached_hash() {
            Some(hash) => match body.lookup_str(name, hash) {
                Lookup::Found(position) => Some(position),
                _ => None,
            },
            None => {
                let same = |key: &Object| key.cast::<crate::layout::StrBody>().is_some_and(|key| key.equals(name));
                body.iter().find(|(_, entry)| same(&entry.key)).map(|(position, _)| position)
            }
        }
    }

    /// The value of a string key.
    #[inline]
    pub fn get_str<'a>(&'a self, heap: &'a Heap, name: &Str) -> Option<&'a Object> {
        self.position_of(heap, name).map(|position| self.get(heap).value(position))
    }

    /// Sets a string key; the old value is dropped after the change.
    pub fn set_str(&self, heap: &mut Heap, name: &Str, value: Object, key: &HashKey) -> Result<(), OutOfMemory> {
        let hash = name.hash(key);
        let (body, allocator) = self.get_mut(heap);
        match body.store(allocator, hash, name, value) {
            Ok(old) => {
                drop(old);
                Ok(())
            }
            Err(Some(error)) => Err(error),
            // A key of another type with the same hash whose equality only Python could tell: a namespace has none
            // that equals a string.
            Err(None) => Err(OutOfMemory),
        }
    }

    /// Removes a string key and gives back its value.
    pub fn remove_str(&self, heap: &mut Heap, name: &Str) -> Option<Object> {
        let position = self.position_of(heap, name)?;
        let (key, value) = self.get_mut(heap).0.remove(position);
        drop(key);
        Some(value)
    }

    /// All keys and values, in order.
    pub fn pairs(&self, heap: &Heap) -> Vec<(Object, Object)> {
        self.get(heap).iter().map(|(_, entry)| (entry.key.clone(), entry.value.clone())).collect()
    }

    /// A new dict with the same entries.
    pub fn copy(&self, heap: &Heap) -> Result<Dict, OutOfMemory> {
        Dict::copied(heap, self, 0)
    }
}
