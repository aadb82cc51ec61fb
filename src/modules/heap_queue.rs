//! `_heapq`: binary heaps in lists, for `heapq`. Comparisons run Python code, which may change the list; that is noticed.

use super::NativeModule;
use crate::heap::Object;
use crate::layout::{List, ListBody};
use crate::methods;
use crate::object::{Result, Runtime};

methods! {
    static FUNCTIONS = [
        /// Push item onto heap, maintaining the heap invariant.
        @function "heappush"(heap, item, /) => push;
        /// Push item on the heap, then pop and return the smallest item from the heap.
        ///
        /// The combined action runs more efficiently than heappush() followed by
        /// a separate call to heappop().
        @function "heappushpop"(heap, item, /) => push_pop;
        /// Pop the smallest item off the heap, maintaining the heap invariant.
        @function "heappop"(heap, /) => |rt: &mut Runtime, heap: &Object| pop(rt, heap, false);
        /// Pop and return the current smallest value, and add the new item.
        ///
        /// This is more efficient than heappop() followed by heappush(), and can be
        /// more appropriate when using a fixed-size heap.  Note that the value
        /// returned may be larger than item!
        @function "heapreplace"(heap, item, /) => |rt: &mut Runtime, heap: &Object, item: &Object| replace(rt, heap, item, false);
        /// Transform list into a heap, in-place, in O(len(heap)) time.
        @function "heapify"(heap, /) => |rt: &mut Runtime, heap: &Object| heapify(rt, heap, false);
        /// Maxheap variant of heappop.
        @function "_heappop_max"(heap, /) => |rt: &mut Runtime, heap: &Object| pop(rt, heap, true);
        /// Maxheap variant of heapreplace.
        @function "_heapreplace_max"(heap, item, /) => |rt: &mut Runtime, heap: &Object, item: &Object| replace(rt, heap, item, true);
        /// Maxheap variant of heapify.
        @function "_heapify_max"(heap, /) => |rt: &mut Runtime, heap: &Object| heapify(rt, heap, true);
    ];
}

/// The list that a heap lies in.
fn list<'a>(rt: &mut Runtime, heap: &'a Object, function: &str) -> Result<&'a List> {
    match heap.cast::<ListBody>() {
        Some(list) => Ok(list),
        None => {
            let got = if heap.is_none() { "None".to_owned() } else { rt.type_name(heap) };
            Err(rt.type_error(format!("{function} must be list, not {got}")))
        }
    }
}

/// Whether `a` belongs before `b`.
#[inline]
fn before(rt: &mut Runtime, a: &Object, b: &Object, max: bool) -> Result<bool> {
    let (a, b) = if max { (b, a) } else { (a, b) };
    match crate::layout::order::quick_less(a, b) {
        Some(less) => Ok(less),
        None => rt.less(a, b),
    }
}

#[cold]
fn changed(rt: &mut Runtime) -> crate::object::Raised {
    rt.runtime_error("list changed size during iteration")
}

/// Whether the item at `i` belongs before the one at `j`; an error if the list has another length afterwards.
#[inline]
fn item_before(rt: &mut Runtime, heap: &List, i: usize, j: usize, max: bool) -> Result<bool> {
    let items = &heap.get(&rt.heap).items;
    let len = items.len();
    let (a, b) = if max { (&items[j], &items[i]) } else { (&items[i], &items[j]) };
    if let Some(less) = crate::layout::order::quick_less(a, b) {
        return Ok(less);
    }
    let (a, b) = (a.clone(), b.clone());
    let less = rt.less(&a, &b)?;
    if heap.get(&rt.heap).items.len() != len {
        return Err(changed(rt));
    }
    Ok(less)
}

/// Moves the item at `at` towards the root `start` until its parent belongs before it.
fn sift_down(rt: &mut Runtime, heap: &List, start: usize, mut at: usize, max: bool) -> Result<()> {
    while at > start {
        let parent = (at - 1) >> 1;
        if !item_before(rt, heap, at, parent, max)? {
            break;
        }
        heap.get_mut(&mut rt.heap).0.items.swap(at, parent);
        at = parent;
    }
    Ok(())
}

/// Moves the item at `at` down along the smaller children while these are small ints; where it is then. Which child is
/// smaller cannot be foretold: it is computed, not branched on.
fn descend(items: &mut [Object], mut at: usize, max: bool) -> usize {
    while at < items.len() >> 1 {
        let mut child = 2 * at + 1;
        if let [left, right, ..] = &items[child..] {
            let (Some(left), Some(right)) = (left.value().as_int(), right.value().as_int()) else { break };
            let keeps = if max { right < left } else { left < right };
            child += !keeps as usize;
        }
        items.swap(at, child);
        at = child;
    }
    at
}

/// Moves the item at `at` down to a leaf along the smaller children, then up to its place.
fn sift_up(rt: &mut Runtime, heap: &List, start: usize, max: bool) -> Result<()> {
    let items = &mut heap.get_mut(&mut rt.heap).0.items;
    let (end, mut at) = (items.len(), descend(items, start, max));
    let limit = end >> 1;
    while at < limit {
        let mut child = 2 * at + 1;
        if child + 1 < end && !item_before(rt, heap, child, child + 1, max)? {
            child += 1;
        }
        heap.get_mut(&mut rt.heap).0.items.swap(at, child);
        at = child;
    }
    sift_down(rt, heap, start, at, max)
}

fn push(rt: &mut Runtime, heap: &Object, item: &Object) -> Result<()> {
    let list = list(rt, heap, "heappush() argument 1")?;
    let (body, allocator) = list.get_mut(&mut rt.heap);
    body.items.push(allocator, item.clone())?;
    let last = body.items.len() - 1;
    sift_down(rt, list, 0, last, false)
}

fn pop(rt: &mut Runtime, heap: &Object, max: bool) -> Result {
    let function = if max { "_heappop_max() argument" } else { "heappop() argument" };
    let list = list(rt, heap, function)?;
    let body = list.get_mut(&mut rt.heap).0;
    let Some(last) = body.items.pop() else { return Err(rt.index_error("index out of range")) };
    let Some(first) = body.items.first_mut() else { return Ok(last) };
    let result = std::mem::replace(first, last);
    sift_up(rt, list, 0, max)?;
    Ok(result)
}

fn replace(rt: &mut Runtime, heap: &Object, item: &Object, max: bool) -> Result {
    let function = if max { "_heapreplace_max() argument 1" } else { "heapreplace() argument 1" };
    let list = list(rt, heap, function)?;
    let Some(first) = list.get_mut(&mut rt.heap).0.items.first_mut() else {
        return Err(rt.index_error("index out of range"));
    };
    let result = std::mem::replace(first, item.clone());
    sift_up(rt, list, 0, max)?;
    Ok(result)
}

fn push_pop(rt: &mut Runtime, heap: &Object, item: &Object) -> Result {
    let list = list(rt, heap, "heappushpop() argument 1")?;
    let Some(top) = list.get(&rt.heap).items.first().cloned() else { return Ok(item.clone()) };
    if !before(rt, &top, item, false)? {
        return Ok(item.clone());
    }
    let Some(first) = list.get_mut(&mut rt.heap).0.items.first_mut() else {
        return Err(rt.index_error("index out of range"));
    };
    let result = std::mem::replace(first, item.clone());
    sift_up(rt, list, 0, false)?;
    Ok(result)
}

fn heapify(rt: &mut Runtime, heap: &Object, max: bool) -> Result<()> {
    let list = list(rt, heap, if max { "_heapify_max() argument" } else { "heapify() argument" })?;
    let len = list.get(&rt.heap).items.len();
    for at in (0..len / 2).rev() {
        if at.is_multiple_of(1 << 12) {
            rt.check_interrupts()?;
        }
        sift_up(rt, list, at, max)?;
    }
    Ok(())
}

/// The description of module `_heapq`.
pub static MODULE: NativeModule = NativeModule {
    name: "_heapq",
    doc: "Heap queue algorithm (a.k.a. priority queue).",
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};
