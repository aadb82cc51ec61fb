//! The table of interned strings: one string object a text, found by the hash that the strings carry themselves.

use crate::base::hash::HashKey;
use crate::heap::Heap;
use crate::layout::{Str, Units};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// The table of interned strings. They are immortal.
pub(super) struct Interned {
    table: HashTable<Str>,
    /// The strings last asked for by [`Interned::recent`], by the address of their text.
    recent: [Option<(&'static str, Str)>; RECENT],
}

const RECENT: usize = 128;

impl Default for Interned {
    fn default() -> Interned {
        Interned { table: HashTable::with_capacity(1700), recent: [const { None }; RECENT] }
    }
}

/// The hash that a string of the table carries.
fn carried(string: &Str) -> u64 {
    string.cached_hash().expect("computed before it was put in") as u64
}

impl Interned {
    /// How many strings are interned.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// The interned string equal to `text`, if there is one already.
    pub fn get(&self, heap: &Heap, key: &HashKey, text: &str) -> Option<Str> {
        if !text.is_ascii() {
            let string = Str::new(heap, text).ok()?;
            let hash = string.hash(key) as u64;
            return self.table.find(hash, |known| known.units() == string.units()).cloned();
        }
        let is_same = |known: &Str| matches!(known.units(), Units::Ascii(bytes) if bytes == text.as_bytes());
        self.table.find(key.hash(text.as_bytes()) as u64, is_same).cloned()
    }

    /// Puts a plain string in, or gives the equal one that is there.
    pub fn put(&mut self, key: &HashKey, string: &Str) -> Str {
        let hash = string.hash(key) as u64;
        match self.table.entry(hash, |known| known.units() == string.units(), carried) {
            Entry::Occupied(entry) => entry.get().clone(),
            Entry::Vacant(entry) => {
                string.set_interned(true);
                string.make_immortal();
                entry.insert(string.clone());
                string.clone()
            }
        }
    }

    /// The interned string equal to `string`, if there is one already.
    pub fn find(&self, key: &HashKey, string: &Str) -> Option<Str> {
        self.table.find(string.hash(key) as u64, |known| known.units() == string.units()).cloned()
    }

    /// The interned string equal to `text`, made now if it is new: only for the names of the beginning, for which there
    /// is memory.
    pub fn intern(&mut self, heap: &Heap, key: &HashKey, text: &str) -> Str {
        match self.get(heap, key, text) {
            Some(found) => found,
            None => {
                let fresh = Str::new(heap, text).expect("memory for the first names");
                self.put(key, &fresh)
            }
        }
    }

    /// The place where a text of the program is remembered.
    #[inline]
    pub fn recent(&mut self, text: &'static str) -> &mut Option<(&'static str, Str)> {
        let address = text.as_ptr() as usize;
        &mut self.recent[(address ^ address >> 6) % RECENT]
    }
}
