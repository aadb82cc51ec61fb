//! `bisect`: places in sorted sequences, by halving.

use super::NativeModule;
use crate::heap::Object;
use crate::layout::order::quick_less;
use crate::layout::{DictBody, ListBody};
use crate::methods;
use crate::object::{Index, OrNone, Result, Runtime};
use crate::types::module::Module;

methods! {
    static FUNCTIONS = [
        /// Return the index where to insert item x in list a, assuming a is sorted.
        ///
        /// The return value i is such that all e in a[:i] have e <= x, and all e in
        /// a[i:] have e > x.  So if x already appears in the list, a.insert(i, x) will
        /// insert just after the rightmost x already there.
        ///
        /// Optional args lo (default 0) and hi (default len(a)) bound the
        /// slice of a to be searched.
        ///
        /// A custom key function can be supplied to customize the sort order.
        @function "bisect_right"(a, x, lo = 0, hi = None, *, key = None) => bisect_right;
        /// Return the index where to insert item x in list a, assuming a is sorted.
        ///
        /// The return value i is such that all e in a[:i] have e < x, and all e in
        /// a[i:] have e >= x.  So if x already appears in the list, a.insert(i, x) will
        /// insert just before the leftmost x already there.
        ///
        /// Optional args lo (default 0) and hi (default len(a)) bound the
        /// slice of a to be searched.
        ///
        /// A custom key function can be supplied to customize the sort order.
        @function "bisect_left"(a, x, lo = 0, hi = None, *, key = None) => bisect_left;
        /// Insert item x in list a, and keep it sorted assuming a is sorted.
        ///
        /// If x is already in a, insert it to the right of the rightmost x.
        ///
        /// Optional args lo (default 0) and hi (default len(a)) bound the
        /// slice of a to be searched.
        ///
        /// A custom key function can be supplied to customize the sort order.
        @function "insort_right"(a, x, lo = 0, hi = None, *, key = None) => insort_right;
        /// Insert item x in list a, and keep it sorted assuming a is sorted.
        ///
        /// If x is already in a, insert it to the left of the leftmost x.
        ///
        /// Optional args lo (default 0) and hi (default len(a)) bound the
        /// slice of a to be searched.
        ///
        /// A custom key function can be supplied to customize the sort order.
        @function "insort_left"(a, x, lo = 0, hi = None, *, key = None) => insort_left;
    ];
}

fn sequence_item(rt: &mut Runtime, sequence: &Object, index: usize) -> Result {
    let got = |rt: &Runtime| rt.type_name(sequence);
    if sequence.cast::<DictBody>().is_some() {
        let got = got(rt);
        return Err(rt.type_error(format!("{got} is not a sequence")));
    }
    if rt.class_of(sequence).get(&rt.heap).slots.get_item.is_none() {
        let got = got(rt);
        return Err(rt.type_error(format!("'{got}' object does not support indexing")));
    }
    let index = rt.new_int(index as i128)?;
    rt.get_item(sequence, &index)
}

/// Where `x` belongs: behind (`right`) or before equal items. The key function is for the items only.
fn search(
    rt: &mut Runtime,
    (sequence, x): (&Object, &Object),
    bounds: (Option<Index>, Option<Index>),
    key: Option<&Object>,
    right: bool,
) -> Result<usize> {
    let low = bounds.0.map_or(0, |low| low.0);
    let Ok(mut low) = usize::try_from(low) else { return Err(rt.value_error("lo must be non-negative")) };
    let mut high = match bounds.1 {
        Some(high) if high.0 >= 0 => high.0 as usize,
        Some(Index(-1)) | None if sequence.cast::<DictBody>().is_some() => {
            let got = rt.type_name(sequence);
            return Err(rt.type_error(format!("{got} is not a sequence")));
        }
        Some(Index(-1)) | None => rt.len(sequence)?,
        Some(_) => 0,
    };
    while low < high {
        let middle = low + (high - low) / 2;
        let item = match sequence.cast_exact::<ListBody>().map(|list| list.get(&rt.heap).items.get(middle)) {
            Some(Some(item)) => item.clone(),
            Some(None) => return Err(rt.index_error("list index out of range")),
            None => sequence_item(rt, sequence, middle)?,
        };
        let item = match key {
            Some(key) => rt.call(key, &[item])?,
            None => item,
        };
        let (a, b) = if right { (x, &item) } else { (&item, x) };
        let less = match quick_less(a, b) {
            Some(less) => less,
            None => rt.less(a, b)?,
        };
        if less == right {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

fn bisect_right(
    rt: &mut Runtime,
    a: &Object,
    x: &Object,
    lo: Option<Index>,
    hi: OrNone<Index>,
    key: OrNone<&Object>,
) -> Result<usize> {
    search(rt, (a, x), (lo, hi.0), key.0, true)
}

fn bisect_left(
    rt: &mut Runtime,
    a: &Object,
    x: &Object,
    lo: Option<Index>,
    hi: OrNone<Index>,
    key: OrNone<&Object>,
) -> Result<usize> {
    search(rt, (a, x), (lo, hi.0), key.0, false)
}

fn insort(
    rt: &mut Runtime,
    (a, x): (&Object, &Object),
    bounds: (Option<Index>, Option<Index>),
    key: Option<&Object>,
    right: bool,
) -> Result<()> {
    let wanted = match key {
        Some(key) => rt.call(key, std::slice::from_ref(x))?,
        None => x.clone(),
    };
    let at = search(rt, (a, &wanted), bounds, key, right)?;
    if let Some(list) = a.cast_exact::<ListBody>() {
        let (body, heap) = list.get_mut(&mut rt.heap);
        return Ok(body.items.insert(heap, at, x.clone())?);
    }
    let at = rt.new_int(at as i128)?;
    rt.call_method(a, "insert", &[at, x.clone()]).map(drop)
}

fn insort_right(
    rt: &mut Runtime,
    a: &Object,
    x: &Object,
    lo: Option<Index>,
    hi: OrNone<Index>,
    key: OrNone<&Object>,
) -> Result<()> {
    insort(rt, (a, x), (lo, hi.0), key.0, true)
}

fn insort_left(
    rt: &mut Runtime,
    a: &Object,
    x: &Object,
    lo: Option<Index>,
    hi: OrNone<Index>,
    key: OrNone<&Object>,
) -> Result<()> {
    insort(rt, (a, x), (lo, hi.0), key.0, false)
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for (alias, name) in [("bisect", "bisect_right"), ("insort", "insort_right")] {
        let name = rt.intern(name);
        let dict = module.get(&rt.heap).dict.clone();
        if let Some(function) = dict.get_str(&rt.heap, &name).cloned() {
            super::set(rt, module, alias, function)?;
        }
    }
    Ok(())
}

/// The description of module `bisect`.
pub static MODULE: NativeModule = NativeModule {
    name: "bisect",
    doc: "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n",
    functions: FUNCTIONS,
    init,
};
