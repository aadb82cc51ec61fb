//! `set` and `frozenset`: CPython's own open addressing, so that a set is iterated, printed and popped in the same
//! order as there (for keys of the same hash).
//!
//! A table of (key, hash) with a power of two of entries; a walk looks at up to 10 neighbours, then jumps by
//! CPython's recurrence. The table is resized when more than three fifths of it are filled: to the next power of two
//! above four times the keys in use (twice above 50,000). A removed key leaves a dummy; a new key takes the last dummy
//! that its walk has met.
//! Without keys there is no table; it then counts as one of 8 entries.

use super::StrBody;
use super::search::{Lookup, Probe, Same, Searchable, Vacancy, quick_hash, same_key};
use crate::base::hash::HashKey;
use crate::base::watch::STRETCH;
use crate::heap::{Allocator, HeapVec, Layout, MANY, Object, OutOfMemory, Ref, ShapeId, Shared, Trace, Visitor};
use std::cell::Cell;

#[cfg(test)]
mod tests;

/// A handle on a set or a frozenset.
pub type Set = Ref<SetBody>;

/// Entries of the smallest table.
const MIN_SIZE: usize = 8;
/// Neighbours that are looked at before a jump.
const LINEAR_PROBES: usize = 9;
/// The hash of a dummy.
const DUMMY: i64 = -1;

/// One place of the table: a key in use, a dummy (`UNBOUND`, -1), or nothing (`UNBOUND`, 0).
#[repr(C)]
struct SetEntry {
    key: Object,
    hash: i64,
}

impl SetEntry {
    const EMPTY: SetEntry = SetEntry { key: Object::UNBOUND, hash: 0 };
}

// SAFETY: the key is what it refers to.
unsafe impl Shared for SetEntry {
    #[inline(always)]
    fn share(&self) {
        self.key.share();
    }
}

impl Trace for SetEntry {
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        self.key.trace(visitor);
    }
}

/// Body of a set or a frozenset.
#[repr(C)]
pub struct SetBody {
    table: HeapVec<SetEntry>,
    /// Keys in use and dummies.
    fill: usize,
    /// Keys in use.
    used: usize,
    /// Where `pop` goes on.
    finger: u32,
    /// Counts resizes, so that an interrupted search notices one.
    resizes: u32,
    /// A frozenset's hash, or 0 while it is unknown.
    pub hash: Cell<i64>,
}

const _: () = assert!(size_of::<SetBody>() == 56, "with its header a set takes 64 bytes");

// SAFETY: H5: keys are visited, and dropping `table` gives them up; H6: nothing else happens there.
unsafe impl Layout for SetBody {
    const NAME: &'static str = "set";
    const CONTAINER: bool = true;
    const EXACT: Option<ShapeId> = Some(ShapeId::SET);
    const EXACT_ALSO: Option<ShapeId> = Some(ShapeId::FROZENSET);
    fn trace<V: Visitor>(&self, visitor: &mut V) {
        self.table.trace(visitor);
    }
    fn buffers(&self) -> usize {
        self.table.buffer_bytes()
    }
    unsafe fn drop_quietly(body: *mut Self) -> bool {
        // SAFETY: as promised: the body is whole and nobody else's.
        unsafe {
            let table = &mut (*body).table;
            if table.len() > MANY || has_pointers(table) && !table.iter_mut().all(|entry| entry.key.give_up_leaf()) {
                return false;
            }
            table.set_len(0);
            std::ptr::from_mut(table).drop_in_place();
            true
        }
    }
}

/// Whether a key is more than a number or None.
#[inline(always)]
fn has_pointers(table: &[SetEntry]) -> bool {
    table.chunks(MIN_SIZE).any(|part| part.iter().fold(false, |found, entry| found | entry.key.is_pointer()))
}

impl Drop for SetBody {
    #[inline]
    fn drop(&mut self) {
        if self.table.len() <= MANY && !has_pointers(&self.table) {
            // SAFETY: words need not be given up.
            unsafe { self.table.set_len(0) };
        }
    }
}

/// The walk along a table for a hash.
#[derive(Clone, Copy)]
struct Walk {
    start: usize,
    /// Neighbours looked at from `start` on, and how many there are to look at.
    step: usize,
    probes: usize,
    perturb: u64,
    mask: usize,
}

impl Walk {
    #[inline(always)]
    fn new(hash: i64, mask: usize) -> Walk {
        let start = hash as usize & mask;
        Walk { start, step: 0, probes: Walk::probes(start, mask), perturb: hash as u64, mask }
    }

    #[inline(always)]
    fn probes(start: usize, mask: usize) -> usize {
        if start + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 }
    }

    #[inline(always)]
    fn at(&self) -> usize {
        self.start + self.step
    }

    #[inline(always)]
    fn advance(&mut self) {
        if self.step < self.probes {
            self.step += 1;
            return;
        }
        self.perturb >>= 5;
        let next = self.start.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize);
        self.start = next & self.mask;
        self.step = 0;
        self.probes = Walk::probes(self.start, self.mask);
    }
}

/// Where a search in steps stands.
pub struct Cursor {
    walk: Walk,
    hash: i64,
    position: usize,
    /// The last dummy met.
    dummy: Option<usize>,
    resizes: u32,
}

impl SetBody {
    /// Empty, without a table.
    #[inline(always)]
    pub const fn new() -> SetBody {
        SetBody { table: HeapVec::new(), fill: 0, used: 0, finger: 0, resizes: 0, hash: Cell::new(0) }
    }

    /// Number of keys.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there are no keys.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    #[inline(always)]
    fn mask(&self) -> usize {
        if self.table.is_empty() { MIN_SIZE - 1 } else { self.table.len() - 1 }
    }

    /// Looks for `key`, whose hash is `hash`.
    #[inline]
    pub fn lookup(&self, key: &Object, hash: i64) -> Lookup {
        if self.table.is_empty() {
            return Lookup::Missing(Vacancy(hash as usize & (MIN_SIZE - 1)));
        }
        let first = hash as usize & self.mask();
        let entry = &self.table[first];
        if entry.key.is(key) && !key.is_unbound() {
            return Lookup::Found(first);
        }
        if entry.key.is_unbound() && entry.hash != DUMMY {
            return Lookup::Missing(Vacancy(first));
        }
        self.lookup_far(key, hash)
    }

    /// [`SetBody::lookup`] of what is neither the object at the place where the key would lie first nor missing there.
    fn lookup_far(&self, key: &Object, hash: i64) -> Lookup {
        let first = hash as usize & self.table.len().wrapping_sub(1);
        if let Some(entry) = self.table.get(first)
            && entry.hash == hash
            && let Some(text) = key.cast_exact::<StrBody>()
            && let Some(other) = entry.key.cast_exact::<StrBody>()
            && other.equals(text)
        {
            return Lookup::Found(first);
        }
        self.lookup_on(key, hash)
    }

    /// [`SetBody::lookup`] along the whole walk.
    fn lookup_on(&self, key: &Object, hash: i64) -> Lookup {
        let Some(text) = key.cast_exact::<StrBody>() else {
            return self.walk(hash, |candidate| same_key(candidate, key));
        };
        self.walk(hash, |candidate| match candidate.cast_exact::<StrBody>() {
            Some(other) if other.equals(text) => Same::Yes,
            Some(_) => Same::No,
            None => same_key(candidate, key),
        })
    }

    #[inline(always)]
    fn walk(&self, hash: i64, same: impl Fn(&Object) -> Same) -> Lookup {
        let mut walk = Walk::new(hash, self.mask());
        let mut dummy = None;
        loop {
            let entry = &self.table[walk.at()];
            if entry.hash == hash && !entry.key.is_unbound() {
                match same(&entry.key) {
                    Same::Yes => return Lookup::Found(walk.at()),
                    Same::No => {}
                    Same::Ask => return Lookup::Ask,
                }
            } else if entry.key.is_unbound() {
                if entry.hash != DUMMY {
                    return Lookup::Missing(Vacancy(dummy.unwrap_or(walk.at())));
                }
                dummy = Some(walk.at());
            }
            walk.advance();
        }
    }

    /// Adds a key if the place where it would lie first is free, and there is room for one more. False if not.
    #[inline(always)]
    pub fn add_first(&mut self, key: &Object, hash: i64) -> bool {
        // Without a table there is no such place.
        let mask = self.table.len().wrapping_sub(1);
        if let Some(entry) = self.table.get_mut(hash as usize & mask)
            && entry.key.is_unbound()
            && entry.hash != DUMMY
            && (self.fill + 1) * 5 < mask * 3
        {
            *entry = SetEntry { key: key.clone(), hash };
            self.fill += 1;
            self.used += 1;
            return true;
        }
        false
    }

    /// Adds a key that a search in the present table has not found.
    #[inline]
    pub fn insert(&mut self, heap: &Allocator, vacancy: Vacancy, hash: i64, key: Object) -> Result<(), OutOfMemory> {
        if self.table.is_empty() {
            self.table = new_table(heap, MIN_SIZE)?;
        }
        let mut vacancy = vacancy;
        let mask = self.mask();
        if let Some(entry) = self.table.get_mut(vacancy.0)
            && entry.key.is_unbound()
            && entry.hash != DUMMY
            && (self.fill + 1) * 5 < mask * 3
        {
            *entry = SetEntry { key, hash };
            self.fill += 1;
            self.used += 1;
            return Ok(());
        }
        if !self.table[vacancy.0].key.is_unbound() {
            // A dummy that the search had met was taken by code that ran during the search.
            vacancy = Vacancy(vacant(&self.table, hash));
        }
        let before = self.table[vacancy.0].hash;
        let reused = before == DUMMY;
        if reused || (self.fill + 1) * 5 < self.mask() * 3 {
            self.put(vacancy.0, hash, key);
            return Ok(());
        }
        // The new table first, so that a failure changes nothing; the key lies in it where CPython, which puts the
        // key into the old table and then resizes, would have it.
        let wanted = if self.used + 1 > 50_000 { (self.used + 1) * 2 } else { (self.used + 1) * 4 };
        let mut table = new_table(heap, size_above(wanted)?)?;
        self.put(vacancy.0, hash, key);
        if let Err(stopped) = self.refill(heap, &mut table) {
            self.used -= 1;
            self.fill -= (before != DUMMY) as usize;
            let entry = SetEntry { key: Object::UNBOUND, hash: before };
            drop(std::mem::replace(&mut self.table[vacancy.0], entry));
            return Err(stopped);
        }
        Ok(())
    }

    /// Adds items from a position on, up to the first one that is not as simple as strings and ints are, whose position is
    /// given back; at the end that behind the last one.
    pub fn add_items(
        &mut self,
        heap: &Allocator,
        items: &[Object],
        from: usize,
        hash_key: &HashKey,
    ) -> Result<usize, OutOfMemory> {
        let mut at = from;
        while let Some(key) = items.get(at) {
            let Some(hash) = quick_hash(key, hash_key) else { break };
            if !self.add_first(key, hash) {
                match self.lookup(key, hash) {
                    Lookup::Missing(vacancy) => self.insert(heap, vacancy, hash, key.clone())?,
                    Lookup::Found(_) => {}
                    Lookup::Ask => break,
                }
            }
            heap.go_on()?;
            at += 1;
        }
        Ok(at)
    }

    #[inline(always)]
    fn put(&mut self, position: usize, hash: i64, key: Object) {
        debug_assert!(self.table[position].key.is_unbound());
        let old = std::mem::replace(&mut self.table[position], SetEntry { key, hash });
        self.fill += (old.hash != DUMMY) as usize;
        self.used += 1;
    }

    /// Removes the key at a position that a search has found; gives it back.
    pub fn remove(&mut self, position: usize) -> Object {
        self.used -= 1;
        std::mem::replace(&mut self.table[position], SetEntry { key: Object::UNBOUND, hash: DUMMY }).key
    }

    /// Removes some key: the one that CPython would choose.
    pub fn pop(&mut self) -> Option<(Object, i64)> {
        if self.used == 0 {
            return None;
        }
        let mask = self.mask();
        let mut position = self.finger as usize & mask;
        while self.table[position].key.is_unbound() {
            position = if position == mask { 0 } else { position + 1 };
        }
        self.finger = position as u32 + 1;
        let hash = self.table[position].hash;
        Some((self.remove(position), hash))
    }

    /// Empties the set. What it held is given back, to be dropped when the borrow has ended.
    pub fn take(&mut self) -> SetBody {
        self.exchange(SetBody::new())
    }

    /// Takes over the keys of another body, and gives back the old ones. Where `pop` goes on is kept, as in CPython.
    pub fn exchange(&mut self, mut other: SetBody) -> SetBody {
        other.finger = self.finger;
        other.resizes = self.resizes.wrapping_add(1);
        std::mem::replace(self, other)
    }

    /// The first key at `position` or behind it, with its position and hash. The next one is asked for with the
    /// position plus 1.
    #[inline]
    pub fn next(&self, position: usize) -> Option<(usize, &Object, i64)> {
        let rest = self.table.get(position..)?;
        let offset = rest.iter().position(|entry| !entry.key.is_unbound())?;
        Some((position + offset, &rest[offset].key, rest[offset].hash))
    }

    /// All keys with their hashes.
    pub fn iter(&self) -> impl Iterator<Item = (&Object, i64)> {
        self.table.iter().filter(|entry| !entry.key.is_unbound()).map(|entry| (&entry.key, entry.hash))
    }

    /// What CPython does after many removals: dummies above a quarter of the table are cleared away.
    pub fn clear_dummies(&mut self, heap: &Allocator) -> Result<(), OutOfMemory> {
        if self.fill - self.used <= self.mask() / 4 {
            return Ok(());
        }
        let wanted = if self.used > 50_000 { self.used * 2 } else { self.used * 4 };
        let mut table = new_table(heap, size_above(wanted)?)?;
        self.refill(heap, &mut table)
    }

    /// Whether there is neither a key nor a dummy.
    pub fn is_fresh(&self) -> bool {
        self.fill == 0
    }

    /// What CPython does before it adds `extra` keys of a set or dict: one big resize instead of several.
    pub fn prepare_merge(&mut self, heap: &Allocator, extra: usize) -> Result<(), OutOfMemory> {
        if (self.fill + extra) * 5 >= self.mask() * 3 {
            let mut table = new_table(heap, size_above((self.used + extra) * 2)?)?;
            self.refill(heap, &mut table)?;
        }
        Ok(())
    }

    /// Adds the keys of `other` to this set, which must be fresh: the start of a copy. The order is as CPython's.
    ///
    /// # Errors
    /// `OutOfMemory`; then the set is empty.
    #[inline]
    pub fn copy_from(&mut self, heap: &Allocator, other: &SetBody) -> Result<(), OutOfMemory> {
        debug_assert!(self.is_fresh());
        if other.used == 0 {
            return Ok(());
        }
        let mask = self.mask();
        let size = if other.used * 5 < mask * 3 { mask + 1 } else { size_above(other.used * 2)? };
        if other.fill == other.used && other.table.len() == size {
            self.table = HeapVec::copied(heap, &other.table)?;
            (self.fill, self.used) = (other.used, other.used);
            self.resizes = self.resizes.wrapping_add(1);
            return Ok(());
        }
        self.copy_anew(heap, other)
    }

    /// The same if the keys may lie elsewhere in the copy.
    #[inline(never)]
    fn copy_anew(&mut self, heap: &Allocator, other: &SetBody) -> Result<(), OutOfMemory> {
        self.prepare_merge(heap, other.used)?;
        if self.table.is_empty() {
            self.table = new_table(heap, MIN_SIZE)?;
        }
        for (i, (key, hash)) in other.iter().enumerate() {
            insert_clean(&mut self.table, SetEntry { key: key.clone(), hash });
            if i % STRETCH == STRETCH - 1
                && let Err(stopped) = heap.go_on()
            {
                // Without a count for the copies the table must not be used.
                drop(self.take());
                return Err(stopped);
            }
        }
        (self.fill, self.used) = (other.used, other.used);
        self.resizes = self.resizes.wrapping_add(1);
        Ok(())
    }

    /// Adds the keys of `other` for which `wanted` says so. The position of a key that only Python code can tell from
    /// one of this set's, or of which `wanted` knows nothing, if there is one: up to there all is done.
    pub fn merge(
        &mut self,
        heap: &Allocator,
        other: &SetBody,
        wanted: impl Fn(&Object, i64) -> Option<bool>,
    ) -> Result<Option<usize>, OutOfMemory> {
        let mut position = 0;
        while let Some((at, key, hash)) = other.next(position) {
            match wanted(key, hash) {
                None => return Ok(Some(at)),
                Some(false) => {}
                Some(true) if self.add_first(key, hash) => {}
                Some(true) => match self.lookup(key, hash) {
                    Lookup::Ask => return Ok(Some(at)),
                    Lookup::Found(_) => {}
                    Lookup::Missing(vacancy) => self.insert(heap, vacancy, hash, key.clone())?,
                },
            }
            heap.go_on()?;
            position = at + 1;
        }
        Ok(None)
    }

    /// Removes the keys that `other` has too and adds the others of `other`; else as
    /// [`SetBody::merge`].
    pub fn toggle(&mut self, heap: &Allocator, other: &SetBody) -> Result<Option<usize>, OutOfMemory> {
        let mut position = 0;
        while let Some((at, key, hash)) = other.next(position) {
            match self.lookup(key, hash) {
                Lookup::Ask => return Ok(Some(at)),
                Lookup::Found(own) => drop(self.remove(own)),
                Lookup::Missing(vacancy) => self.insert(heap, vacancy, hash, key.clone())?,
            }
            heap.go_on()?;
            position = at + 1;
        }
        Ok(None)
    }

    /// Whether it has a key, as far as that can be told without Python code.
    #[inline]
    pub fn quick_contains(&self, key: &Object, hash: i64) -> Option<bool> {
        match self.lookup(key, hash) {
            Lookup::Ask => None,
            found => Some(matches!(found, Lookup::Found(_))),
        }
    }

    /// Moves the keys to a fresh table.
    ///
    /// # Errors
    /// Ctrl-C waits; then nothing has changed.
    fn refill(&mut self, heap: &Allocator, table: &mut HeapVec<SetEntry>) -> Result<(), OutOfMemory> {
        let mut left = STRETCH;
        for entry in self.table.iter().filter(|entry| !entry.key.is_unbound()) {
            // SAFETY: each key lies in both tables for a while; one of them forgets all in the end.
            insert_clean(table, unsafe { std::ptr::read(entry) });
            left -= 1;
            if left == 0 {
                left = STRETCH;
                if let Err(stopped) = heap.go_on() {
                    // SAFETY: the old table keeps the keys.
                    unsafe { table.set_len(0) };
                    return Err(stopped);
                }
            }
        }
        // SAFETY: the fresh table has the keys.
        unsafe { self.table.set_len(0) };
        std::mem::swap(&mut self.table, table);
        self.fill = self.used;
        self.resizes = self.resizes.wrapping_add(1);
        Ok(())
    }
}

#[inline]
fn new_table(heap: &Allocator, size: usize) -> Result<HeapVec<SetEntry>, OutOfMemory> {
    HeapVec::filled(heap, size, || SetEntry::EMPTY)
}

/// The smallest table size above `wanted`.
fn size_above(wanted: usize) -> Result<usize, OutOfMemory> {
    let size = wanted.checked_add(1).and_then(usize::checked_next_power_of_two).ok_or(OutOfMemory)?;
    if size > 1 << 31 { Err(OutOfMemory) } else { Ok(size.max(MIN_SIZE)) }
}

/// Puts a key into a table that has neither dummies nor that key.
#[inline]
fn insert_clean(table: &mut [SetEntry], entry: SetEntry) {
    let position = vacant(table, entry.hash);
    table[position] = entry;
}

/// The first place without a key.
#[inline]
fn vacant(table: &[SetEntry], hash: i64) -> usize {
    let first = hash as usize & (table.len() - 1);
    if table[first].key.is_unbound() {
        return first;
    }
    let mut walk = Walk::new(hash, table.len() - 1);
    while !table[walk.at()].key.is_unbound() {
        walk.advance();
    }
    walk.at()
}

impl Searchable for SetBody {
    type Cursor = Cursor;

    fn start(&self, hash: i64) -> Cursor {
        Cursor { walk: Walk::new(hash, self.mask()), hash, position: 0, dummy: None, resizes: self.resizes }
    }

    fn probe(&self, cursor: &mut Cursor, key: &Object) -> Probe {
        loop {
            let position = cursor.walk.at();
            let Some(entry) = self.table.get(position) else { return Probe::Missing(Vacancy(position)) };
            if entry.key.is_unbound() {
                if entry.hash != DUMMY {
                    return Probe::Missing(Vacancy(cursor.dummy.unwrap_or(position)));
                }
                cursor.dummy = Some(position);
            }
            cursor.walk.advance();
            if entry.hash == cursor.hash {
                match same_key(&entry.key, key) {
                    Same::Yes => return Probe::Found(position),
                    Same::No => {}
                    Same::Ask => {
                        cursor.position = position;
                        return Probe::Ask(entry.key.clone());
                    }
                }
            }
        }
    }

    fn position(&self, cursor: &Cursor, candidate: &Object) -> Option<usize> {
        let entry = self.table.get(cursor.position)?;
        if self.resizes == cursor.resizes && entry.key.is(candidate) { Some(cursor.position) } else { None }
    }
}

impl Default for SetBody {
    fn default() -> SetBody {
        SetBody::new()
    }
}

impl Set {
    /// An empty set.
    pub fn new(heap: &Allocator) -> Result<Set, OutOfMemory> {
        heap.alloc(ShapeId::SET, SetBody::new())
    }
}
