//! Finding a key in a dict or set: natively where no Python code can be involved, else in steps.
//!
//! `lookup` on the bodies answers at once for strings, ints, bytes and tuples of such. Where it says `Ask`, `find`
//! walks the table again and calls back for every doubtful candidate, holding no borrow meanwhile. If the table was
//! changed by the callback, the walk starts anew, as CPython's does.

use super::bytes::BytesBody;
use super::int::IntBody;
use super::string::StrBody;
use super::tuple::TupleBody;
use crate::base::bigint::hash_i64;
use crate::base::hash::HashKey;
use crate::base::watch::STRETCH;
use crate::heap::{Heap, Layout, Object, Ref, Value};

/// Whoever can show the heap: the runtime, or the heap itself.
pub trait HeapAccess {
    /// The heap, for reading.
    fn heap(&self) -> &Heap;
}

impl HeapAccess for Heap {
    fn heap(&self) -> &Heap {
        self
    }
}

/// Where a missing key would go; valid until the table is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vacancy(pub(super) usize);

/// What a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The position of the entry.
    Found(usize),
    /// The key is not there.
    Missing(Vacancy),
    /// Only Python code can tell: use [`find`].
    Ask,
}

/// One step of a search that may need Python code.
pub enum Probe {
    /// The position of the entry.
    Found(usize),
    /// The key is not there.
    Missing(Vacancy),
    /// Whether this key, whose hash is equal, is equal to the one that is looked for.
    Ask(Object),
}

/// A table that can be searched in steps.
pub trait Searchable: Layout {
    /// Where a search stands.
    type Cursor;
    /// The start of a search.
    fn start(&self, hash: i64) -> Self::Cursor;
    /// Walks on to the next thing to tell.
    fn probe(&self, cursor: &mut Self::Cursor, key: &Object) -> Probe;
    /// The position asked about last, if the table and the candidate there are unchanged.
    fn position(&self, cursor: &Self::Cursor, candidate: &Object) -> Option<usize>;
}

/// Looks for `key`; `equal(context, candidate, key)` decides for candidates of the same hash that are not the same
/// object. Its errors end the search. The caller holds a reference to `key`. Never answers `Ask`.
pub fn find<C: HeapAccess, T: Searchable, E>(
    context: &mut C,
    table: &Ref<T>,
    hash: i64,
    key: &Object,
    mut equal: impl FnMut(&mut C, &Object, &Object) -> Result<bool, E>,
) -> Result<Lookup, E> {
    let mut cursor = table.get(context.heap()).start(hash);
    loop {
        let candidate = match table.get(context.heap()).probe(&mut cursor, key) {
            Probe::Found(position) => return Ok(Lookup::Found(position)),
            Probe::Missing(vacancy) => return Ok(Lookup::Missing(vacancy)),
            Probe::Ask(candidate) => candidate,
        };
        let same = equal(context, &candidate, key)?;
        let body = table.get(context.heap());
        match body.position(&cursor, &candidate) {
            Some(position) if same => return Ok(Lookup::Found(position)),
            Some(_) => {}
            None => cursor = body.start(hash),
        }
    }
}

/// Equality as far as it can be told without Python code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Same {
    Yes,
    No,
    Ask,
}

/// Whether two objects are equal as containers see it (identity or equality), if that can be told without Python code.
#[inline]
pub fn quick_equal(left: &Object, right: &Object) -> Option<bool> {
    match same_key(left, right) {
        Same::Yes => Some(true),
        Same::No => Some(false),
        Same::Ask => None,
    }
}

/// The hash of an immediate int, or of a string of which it is known or that is not very long.
#[inline(always)]
pub fn quick_hash(key: &Object, hash_key: &HashKey) -> Option<i64> {
    match key.value().as_int() {
        Some(n) => Some(hash_i64(n)),
        None => {
            let text = key.cast_exact::<StrBody>()?;
            text.cached_hash().or_else(|| (text.len() < STRETCH).then(|| text.hash(hash_key)))
        }
    }
}

/// Whether an item is known at once to be no equal of `int`, an immediate int: another int than an immediate one is never
/// equal to it. `None` stands for anything else that is looked for.
#[inline(always)]
pub fn is_other_int(item: &Object, int: Option<Value>) -> bool {
    int.is_some_and(|int| item.value().is_int() && item.value() != int)
}

/// Levels of nested tuples that are compared natively.
const DEPTH: u32 = 4;

/// Compares two keys of equal hash.
#[inline]
pub(super) fn same_key(candidate: &Object, key: &Object) -> Same {
    if candidate.is(key) {
        return Same::Yes;
    }
    if let (Some(a), Some(b)) = (candidate.cast_exact::<StrBody>(), key.cast_exact::<StrBody>()) {
        return if a.equals(b) { Same::Yes } else { Same::No };
    }
    same_other(candidate, key, DEPTH)
}

fn same_other(candidate: &Object, key: &Object, depth: u32) -> Same {
    let answer = |same| if same { Same::Yes } else { Same::No };
    let (a, b) = (candidate.value(), key.value());
    if a == b {
        return Same::Yes;
    }
    if !a.is_pointer() && !b.is_pointer() {
        return match (a.as_int(), b.as_int(), a.as_float(), b.as_float()) {
            (Some(_), Some(_), ..) => Same::No,
            (.., Some(x), Some(y)) => answer(x == y),
            _ => Same::Ask,
        };
    }
    if let (Some(a), Some(b)) = (candidate.cast_exact::<StrBody>(), key.cast_exact::<StrBody>()) {
        return answer(a.equals(b));
    }
    if let (Some(a), Some(b)) = (candidate.cast_exact::<TupleBody>(), key.cast_exact::<TupleBody>()) {
        return same_items(a.items(), b.items(), depth);
    }
    if let (Some(a), Some(b)) = (candidate.cast_exact::<IntBody>(), key.cast_exact::<IntBody>()) {
        return answer(a.as_int() == b.as_int());
    }
    if let (Some(a), Some(b)) = (candidate.cast_exact::<BytesBody>(), key.cast_exact::<BytesBody>()) {
        return answer(a.as_slice() == b.as_slice());
    }
    Same::Ask
}

/// Tuples are equal up to the first pair that differs; a doubtful pair before it must be asked about.
fn same_items(a: &[Object], b: &[Object], depth: u32) -> Same {
    if a.len() != b.len() {
        // CPython compares items before lengths, and the items may be of types whose comparison runs code.
        return if a.iter().chain(b).all(|item| !item.is_pointer()) { Same::No } else { Same::Ask };
    }
    for (x, y) in a.iter().zip(b) {
        let same = if depth == 0 && !x.is(y) { Same::Ask } else { same_other(x, y, depth.saturating_sub(1)) };
        if same != Same::Yes {
            return same;
        }
    }
    Same::Yes
}
