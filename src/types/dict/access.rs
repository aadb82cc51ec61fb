//! Getting, setting and deleting any key, with Python's hash and equality.
//!
//! Keys whose equality the floor of layouts can tell (strings, ints, tuples of such) run no Python code; for others
//! `search::find` calls back. In between the dict may change; positions are therefore used at once.

use crate::heap::Object;
use crate::layout::Dict;
use crate::layout::search::{self, Lookup};
use crate::object::{Result, Runtime};

impl Dict {
    /// Where `key` is, or where it would go. Never `Ask`.
    #[inline]
    pub fn find_key(&self, rt: &mut Runtime, key: &Object, hash: i64) -> Result<Lookup> {
        match self.get(&rt.heap).lookup(key, hash) {
            Lookup::Ask => search::find(rt, self, hash, key, Runtime::equal),
            found => Ok(found),
        }
    }

    /// The value of a key.
    #[inline]
    pub fn get_key(&self, rt: &mut Runtime, key: &Object) -> Result<Option<Object>> {
        let hash = rt.hash(key)?;
        self.get_hashed(rt, key, hash)
    }

    /// The value of a key whose hash is known.
    #[inline]
    pub fn get_hashed(&self, rt: &mut Runtime, key: &Object, hash: i64) -> Result<Option<Object>> {
        match self.find_key(rt, key, hash)? {
            Lookup::Found(position) => Ok(Some(self.get(&rt.heap).value(position).clone())),
            _ => Ok(None),
        }
    }

    /// Whether there is such a key.
    pub fn contains_key(&self, rt: &mut Runtime, key: &Object) -> Result<bool> {
        let hash = rt.hash(key)?;
        Ok(matches!(self.find_key(rt, key, hash)?, Lookup::Found(_)))
    }

    /// Sets the value of a key.
    #[inline]
    pub fn set_key(&self, rt: &mut Runtime, key: &Object, value: Object) -> Result<()> {
        let hash = rt.hash(key)?;
        self.set_hashed(rt, key, hash, value)
    }

    /// Sets the value of a key whose hash is known.
    #[inline]
    pub fn set_hashed(&self, rt: &mut Runtime, key: &Object, hash: i64, value: Object) -> Result<()> {
        let found = self.find_key(rt, key, hash)?;
        let (body, heap) = self.get_mut(&mut rt.heap);
        match found {
            Lookup::Found(position) => drop(body.replace(position, value)),
            Lookup::Missing(vacancy) => body.insert(heap, vacancy, hash, key.clone(), value)?,
            Lookup::Ask => {}
        }
        Ok(())
    }

    /// Deletes a key; gives back its value.
    pub fn remove_key(&self, rt: &mut Runtime, key: &Object) -> Result<Option<Object>> {
        let hash = rt.hash(key)?;
        match self.find_key(rt, key, hash)? {
            Lookup::Found(position) => {
                let (key, value) = self.get_mut(&mut rt.heap).0.remove(position);
                drop(key);
                Ok(Some(value))
            }
            _ => Ok(None),
        }
    }

    /// The first entry at `position` or behind it: its position, key and value. The next one is asked for with that
    /// plus 1.
    #[inline]
    pub fn next_pair(&self, rt: &Runtime, position: usize) -> Option<(usize, Object, Object)> {
        let (at, entry) = self.get(&rt.heap).next(position)?;
        Some((at, entry.key.clone(), entry.value.clone()))
    }
}
