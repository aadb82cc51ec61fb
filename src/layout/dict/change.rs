//! Insertion, deletion, resizing, copying.

use super::index::{MIN_LOG2, Place, log2_for, new_place, usable};
use super::{DictBody, Entry, NAMESPACE, STRINGS};
use crate::base::hash::HashKey;
use crate::base::watch::STRETCH;
use crate::heap::{Allocator, HeapVec, Object, OutOfMemory};
use crate::layout::search::{Lookup, Vacancy, quick_hash};
use crate::layout::string::StrBody;

impl DictBody {
    /// Empty, without buffers.
    #[inline(always)]
    pub const fn new() -> DictBody {
        DictBody {
            entries: HeapVec::new(),
            place: Place::SMALL,
            used: 0,
            left: 5,
            version: 0,
            log2: MIN_LOG2,
            flags: STRINGS,
            resizes: 0,
        }
    }

    /// Whether it is as [`DictBody::new`] made it: there never was an entry, or all went at once.
    #[inline]
    pub fn is_fresh(&self) -> bool {
        self.entries.capacity() == 0 && self.log2 == MIN_LOG2
    }

    /// Takes over these keys and values; there must be no entry. False, and then it stays without, if the keys are not
    /// strings or immediate ints, or two have one hash.
    pub fn fill_distinct(
        &mut self,
        heap: &Allocator,
        keys: &[Object],
        values: &[Object],
        hash_key: &HashKey,
    ) -> Result<bool, OutOfMemory> {
        if keys.first().is_some_and(|key| quick_hash(key, hash_key).is_none()) {
            return Ok(false);
        }
        let filled = self.push_distinct(heap, keys, values, hash_key);
        if filled != Ok(true) {
            drop(self.take());
        }
        filled
    }

    /// The same, but leaves in the index and among the entries what it could take over.
    #[inline(always)]
    fn push_distinct(
        &mut self,
        heap: &Allocator,
        keys: &[Object],
        values: &[Object],
        hash_key: &HashKey,
    ) -> Result<bool, OutOfMemory> {
        let count = keys.len().min(values.len());
        if !self.is_fresh() {
            drop(self.take());
        }
        if count > usable(MIN_LOG2) {
            self.reserve(heap, count)?;
        } else {
            self.entries = HeapVec::with_capacity(heap, count)?;
        }
        for i in 0..count {
            let Some(hash) = quick_hash(&keys[i], hash_key) else { return Ok(false) };
            if !keys[i].is_pointer() {
                self.flags &= !STRINGS;
            }
            let Some(slot) = self.vacant_slot_for(hash) else { return Ok(false) };
            self.entries.push(heap, Entry { hash, key: keys[i].clone(), value: values[i].clone() })?;
            self.set_slot(slot, Some(i));
        }
        self.used = count as u32;
        self.left -= count as u32;
        self.version = 0;
        Ok(true)
    }

    /// Empty, with room for `len` entries.
    pub fn with_capacity(heap: &Allocator, len: usize) -> Result<DictBody, OutOfMemory> {
        let mut dict = DictBody::new();
        dict.reserve(heap, len)?;
        Ok(dict)
    }

    /// Makes room for `extra` more entries.
    pub fn reserve(&mut self, heap: &Allocator, extra: usize) -> Result<(), OutOfMemory> {
        let len = self.len().checked_add(extra).ok_or(OutOfMemory)?;
        if extra > self.left as usize {
            let log2 = log2_for(len.checked_mul(3).ok_or(OutOfMemory)?.div_ceil(2)).ok_or(OutOfMemory)?;
            let log2 = if usable(log2) < len { log2 + 1 } else { log2 };
            self.resize(heap, log2)?;
        }
        let needed = self.entries.len() + extra;
        if needed > self.entries.capacity() {
            self.version = 0;
            self.entries.set_capacity(heap, needed)?;
        }
        Ok(())
    }

    /// Adds a key that a search in the present table has not found.
    #[inline]
    pub fn insert(
        &mut self,
        heap: &Allocator,
        vacancy: Vacancy,
        hash: i64,
        key: Object,
        value: Object,
    ) -> Result<(), OutOfMemory> {
        let position = self.entries.len();
        if self.left > 0 && position < self.entries.capacity() {
            if key.cast_exact::<StrBody>().is_none() {
                self.flags &= !STRINGS;
            }
            self.entries.push(heap, Entry { hash, key, value })?;
            self.set_slot(vacancy.0, Some(position));
            self.left -= 1;
            self.used += 1;
            self.version = 0;
            return Ok(());
        }
        self.insert_growing(heap, hash, key, value)
    }

    #[cold]
    #[inline(never)]
    fn insert_growing(&mut self, heap: &Allocator, hash: i64, key: Object, value: Object) -> Result<(), OutOfMemory> {
        if self.left == 0 {
            self.resize(heap, log2_for(self.len() * 3).ok_or(OutOfMemory)?)?;
        }
        let capacity = self.entries.capacity();
        if self.entries.len() == capacity {
            let more = if capacity < 4 { 2 } else { ((capacity >> if capacity < 1000 { 1 } else { 2 }) + 1) & !1 };
            let most = self.entries.len() + self.left as usize;
            self.entries.set_capacity(heap, (capacity + more).min(most))?;
        }
        let slot = self.vacant_slot(hash);
        self.insert(heap, Vacancy(slot), hash, key, value)
    }

    /// Sets a key whose equality needs no Python code: a string in a dict of strings. Gives back the old value.
    ///
    /// # Errors
    /// `OutOfMemory`; then nothing has changed. `Err(None)` if Python code is needed after all.
    pub fn store(
        &mut self,
        heap: &Allocator,
        hash: i64,
        key: &Object,
        value: Object,
    ) -> Result<Option<Object>, Option<OutOfMemory>> {
        match self.lookup(key, hash) {
            Lookup::Found(position) => Ok(Some(self.replace(position, value))),
            Lookup::Missing(vacancy) => match self.insert(heap, vacancy, hash, key.clone(), value) {
                Ok(()) => Ok(None),
                Err(error) => Err(Some(error)),
            },
            Lookup::Ask => Err(None),
        }
    }

    /// Deletes the entry at a position that a search has found; gives back key and value.
    pub fn remove(&mut self, position: usize) -> (Object, Object) {
        let slot = self.slot_of(self.entries[position].hash, position).expect("an entry in use has a slot");
        self.set_slot(slot, None);
        self.used -= 1;
        self.version = 0;
        let gone = Entry { hash: 0, key: Object::UNBOUND, value: Object::UNBOUND };
        let entry = std::mem::replace(&mut self.entries[position], gone);
        (entry.key, entry.value)
    }

    /// Deletes the last entry; gives back key and value.
    pub fn pop_last(&mut self) -> Option<(Object, Object)> {
        let (position, _) = self.previous(self.entries.len())?;
        let pair = self.remove(position);
        self.entries.truncate(position);
        Some(pair)
    }

    /// Adds an entry whose key is known to be missing.
    pub fn append(&mut self, heap: &Allocator, hash: i64, key: Object, value: Object) -> Result<(), OutOfMemory> {
        let slot = self.vacant_slot(hash);
        self.insert(heap, Vacancy(slot), hash, key, value)
    }

    /// Changes whenever entries may have moved to lower positions.
    pub fn resizes(&self) -> u16 {
        self.resizes
    }

    /// Moves the entry at a position in front of all others, of which the first lies at `first`. Gives back its new
    /// position. If there is no hole in front, a stretch of holes is made, so that this takes constant time on average.
    pub fn move_to_front(&mut self, heap: &Allocator, position: usize, first: usize) -> Result<usize, OutOfMemory> {
        if position == first {
            return Ok(position);
        }
        let (mut position, mut first) = (position, first);
        if first == 0 {
            let gap = (self.len() / 2).max(4);
            let holes = self.entries[..position].iter().filter(|entry| entry.key.is_unbound()).count();
            self.open_front(heap, gap)?;
            (position, first) = (position - holes + gap, gap);
        }
        let slot = self.slot_of(self.entries[position].hash, position).expect("an entry in use has a slot");
        self.entries.swap(position, first - 1);
        self.set_slot(slot, Some(first - 1));
        self.version = 0;
        Ok(first - 1)
    }

    /// Closes the holes but for `gap` ones in front.
    fn open_front(&mut self, heap: &Allocator, gap: usize) -> Result<(), OutOfMemory> {
        let wanted = self.len().checked_add(gap).ok_or(OutOfMemory)?;
        let log2 = log2_for(wanted.checked_mul(2).ok_or(OutOfMemory)?).ok_or(OutOfMemory)?;
        let mut entries = HeapVec::with_capacity(heap, wanted)?;
        let place = new_place(heap, log2)?;
        let hole = || Entry { hash: 0, key: Object::UNBOUND, value: Object::UNBOUND };
        for _ in 0..gap {
            entries.push(heap, hole())?;
        }
        for entry in self.entries.iter_mut().filter(|entry| !entry.key.is_unbound()) {
            entries.push(heap, std::mem::replace(entry, hole()))?;
        }
        self.free_index();
        (self.place, self.log2, self.entries) = (place, log2, entries);
        self.left = (usable(log2) - wanted) as u32;
        self.resizes = self.resizes.wrapping_add(1);
        self.version = 0;
        for position in gap..self.entries.len() {
            let slot = self.vacant_slot(self.entries[position].hash);
            self.set_slot(slot, Some(position));
        }
        Ok(())
    }

    /// Empties the dict. What it held is given back, to be dropped when the borrow has ended.
    pub fn take(&mut self) -> DictBody {
        self.exchange(DictBody::new())
    }

    /// Takes over the entries of another body, and gives back the old ones.
    pub fn exchange(&mut self, mut other: DictBody) -> DictBody {
        other.resizes = self.resizes.wrapping_add(1);
        other.flags |= self.flags & NAMESPACE;
        std::mem::replace(self, other)
    }

    /// A copy with the same keys and values, without holes.
    pub fn copy(&self, heap: &Allocator) -> Result<DictBody, OutOfMemory> {
        let mut copy = DictBody::new();
        copy.fill_copy(heap, self, 0)?;
        Ok(copy)
    }

    /// Takes over the keys and values of another dict; there must be no entry. There will be room for `extra` more
    /// entries, as far as the table of slots has it.
    ///
    /// # Errors
    /// `OutOfMemory`; then there is no entry.
    pub fn fill_copy(&mut self, heap: &Allocator, other: &DictBody, extra: usize) -> Result<(), OutOfMemory> {
        debug_assert!(self.is_empty());
        if !self.is_fresh() {
            drop(self.take());
        }
        let filled = self.push_copy(heap, other, extra);
        if filled.is_err() {
            drop(self.take());
        }
        self.version = 0;
        self.resizes = self.resizes.wrapping_add(1);
        filled
    }

    /// The same, but leaves in the index and among the entries what it could take over.
    #[inline(always)]
    fn push_copy(&mut self, heap: &Allocator, other: &DictBody, extra: usize) -> Result<(), OutOfMemory> {
        // Nothing was ever deleted: positions stay, and so the slots.
        let is_whole = other.entries.len() == other.len() && other.left as usize + other.len() == usable(other.log2);
        match is_whole && other.log2 == self.log2 {
            true => self.entries = HeapVec::with_capacity(heap, other.len() + extra.min(other.left as usize))?,
            false => self.reserve(heap, other.len())?,
        }
        if is_whole && other.log2 == self.log2 && other.len() <= STRETCH {
            self.entries.extend_from_slice(heap, &other.entries)?;
            self.copy_slots(other);
        } else {
            // Holes count too: there may be very many.
            for part in other.entries.chunks(STRETCH) {
                for entry in part.iter().filter(|entry| !entry.key.is_unbound()) {
                    let clone = Entry { hash: entry.hash, key: entry.key.clone(), value: entry.value.clone() };
                    let (slot, position) = (self.vacant_slot(entry.hash), self.entries.len());
                    self.entries.push(heap, clone)?;
                    self.set_slot(slot, Some(position));
                }
                if part.len() == STRETCH {
                    heap.go_on()?;
                }
            }
        }
        self.used = other.used;
        self.left -= other.used;
        self.flags = self.flags & NAMESPACE | other.flags & STRINGS;
        Ok(())
    }

    /// Puts another index in the place of this one, which is given back.
    fn exchange_index(&mut self, place: Place, log2: u8) -> (Place, u8) {
        (std::mem::replace(&mut self.place, place), std::mem::replace(&mut self.log2, log2))
    }

    /// Gives the table `1 << log2` slots, which must be enough, and closes the holes.
    fn resize(&mut self, heap: &Allocator, log2: u8) -> Result<(), OutOfMemory> {
        let old = self.exchange_index(new_place(heap, log2)?, log2);
        let mut position = 0;
        for i in 0..self.entries.len() {
            let entry = &self.entries[i];
            if !entry.key.is_unbound() {
                let slot = self.vacant_slot(entry.hash);
                self.set_slot(slot, Some(position));
                position += 1;
            }
            if i % STRETCH == STRETCH - 1
                && let Err(stopped) = heap.go_on()
            {
                self.free_index();
                self.exchange_index(old.0, old.1);
                return Err(stopped);
            }
        }
        let fresh = self.exchange_index(old.0, old.1);
        self.free_index();
        self.exchange_index(fresh.0, fresh.1);
        self.left = (usable(log2) - self.len()) as u32;
        self.resizes = self.resizes.wrapping_add(1);
        if self.entries.len() > self.len() {
            self.version = 0;
            let mut kept = 0;
            for i in 0..self.entries.len() {
                if !self.entries[i].key.is_unbound() {
                    self.entries.swap(kept, i);
                    kept += 1;
                }
            }
            self.entries.truncate(kept);
        }
        Ok(())
    }
}
