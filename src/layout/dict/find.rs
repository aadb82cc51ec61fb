//! Looking up a key.

use super::index::{Slot, Walk, is_empty, with_slots};
use super::{DictBody, Entry};
use crate::heap::Object;
use crate::layout::search::{Lookup, Probe, Same, Searchable, Vacancy, same_key};
use crate::layout::string::{Str, StrBody};

/// Where a search in steps stands.
pub struct Cursor {
    walk: Walk,
    hash: i64,
    position: usize,
    resizes: u16,
}

impl DictBody {
    /// Looks for `key`, whose hash is `hash`.
    #[inline]
    pub fn lookup(&self, key: &Object, hash: i64) -> Lookup {
        match key.cast_exact::<StrBody>() {
            Some(key) => self.lookup_str(key, hash),
            None if key.value().is_int() => self.lookup_int(key, hash),
            None => self.walk(hash, |entry| if entry.hash == hash { same_key(&entry.key, key) } else { Same::No }),
        }
    }

    /// Looks for a string. A dict with string keys only never answers `Ask`.
    #[inline]
    pub fn lookup_str(&self, key: &Str, hash: i64) -> Lookup {
        if !self.has_only_strings() {
            return self.walk(hash, |entry| if entry.hash == hash { same_key(&entry.key, key) } else { Same::No });
        }
        self.walk(hash, |entry| {
            if entry.key.is(key) {
                return Same::Yes;
            }
            if entry.hash != hash {
                return Same::No;
            }
            // SAFETY: H4: with `strings` every key is a `str`.
            let candidate = unsafe { &*(&raw const entry.key).cast::<Str>() };
            if candidate.equals(key) { Same::Yes } else { Same::No }
        })
    }

    /// Looks for an immediate int.
    #[inline]
    fn lookup_int(&self, key: &Object, hash: i64) -> Lookup {
        self.walk(hash, |entry| {
            if entry.key.is(key) {
                Same::Yes
            } else if entry.hash == hash && !entry.key.value().is_int() {
                same_key(&entry.key, key)
            } else {
                Same::No
            }
        })
    }

    #[inline(always)]
    fn walk(&self, hash: i64, same: impl Fn(&Entry) -> Same) -> Lookup {
        let mut walk = Walk::new(hash, self.log2);
        let entries = &*self.entries;
        with_slots!(self, slots => loop {
            // SAFETY: a walk stays below the number of slots.
            let at = unsafe { slots.get_unchecked(walk.slot).get() };
            // EMPTY and DELETED are beyond the entries.
            if let Some(entry) = entries.get(at) {
                match same(entry) {
                    Same::Yes => return Lookup::Found(at),
                    Same::No => {}
                    Same::Ask => return Lookup::Ask,
                }
            } else if is_empty(slots, at) {
                return Lookup::Missing(Vacancy(walk.slot));
            }
            walk.step();
        })
    }
}

impl Searchable for DictBody {
    type Cursor = Cursor;

    fn start(&self, hash: i64) -> Cursor {
        Cursor { walk: Walk::new(hash, self.log2), hash, position: 0, resizes: self.resizes }
    }

    fn probe(&self, cursor: &mut Cursor, key: &Object) -> Probe {
        with_slots!(self, slots => loop {
            let (slot, at) = (cursor.walk.slot, slots[cursor.walk.slot].get());
            if is_empty(slots, at) {
                return Probe::Missing(Vacancy(slot));
            }
            cursor.walk.step();
            if let Some(entry) = self.entries.get(at).filter(|entry| entry.hash == cursor.hash) {
                match same_key(&entry.key, key) {
                    Same::Yes => return Probe::Found(at),
                    Same::No => {}
                    Same::Ask => {
                        cursor.position = at;
                        return Probe::Ask(entry.key.clone());
                    }
                }
            }
        })
    }

    fn position(&self, cursor: &Cursor, candidate: &Object) -> Option<usize> {
        let entry = self.entries.get(cursor.position)?;
        if self.resizes == cursor.resizes && entry.key.is(candidate) { Some(cursor.position) } else { None }
    }
}
