//! `islice`, `batched`, `pairwise`.

use super::copying;
use crate::heap::{HeapVec, Object, Ref};
use crate::layout::Tuple;
use crate::modules::support::{end, matched, this_iterator};
use crate::object::{Args, Class, ClassFlags, ClassId, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::iterators::{advance, ready};
use crate::types::{arity, iterators};
use crate::{layout, methods};

layout! {
    /// Body of `islice`.
    pub struct SliceBody as "itertools.islice" {
        /// The source, until the end.
        pub iterator: Option<Object>,
        /// Index of the next item that is given.
        pub next: usize,
        /// Index at which the slice ends.
        pub stop: usize,
        /// From one index to the next.
        pub step: usize,
        /// Items taken from the source.
        pub taken: usize,
    }
}

/// The end of a slice without one.
const FOREVER: usize = isize::MAX as usize;

/// A bound that is None or a number from 0 on; `None` if it is neither.
fn bound(rt: &mut Runtime, object: &Object, default: usize) -> Result<Option<usize>> {
    if object.is_none() {
        return Ok(Some(default));
    }
    match rt.to_index(object) {
        Ok(n) => Ok(usize::try_from(n).ok()),
        Err(raised) if rt.is_raised(&raised, ClassId::Exception) => Ok(None),
        Err(raised) => Err(raised),
    }
}

/// The same for the end. Numbers below -1 get another error than -1 does: the inner `None`.
fn stop_bound(rt: &mut Runtime, object: &Object, default: usize) -> Result<Option<Option<usize>>> {
    if object.is_none() {
        return Ok(Some(Some(default)));
    }
    match rt.to_index(object) {
        Ok(-1) => Ok(None),
        Ok(n) => Ok(Some(usize::try_from(n).ok())),
        Err(raised) if rt.is_raised(&raised, ClassId::Exception) => Ok(None),
        Err(raised) => Err(raised),
    }
}

fn islice_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let args = arity::without_foreign_keywords(rt, class, args);
    let values = arity::positional(rt, "islice", args, 2, 4)?;
    let range = "must be None or an integer: 0 <= x <= sys.maxsize.";
    let (start, stop) = match values {
        [_, stop] => (Some(0), stop_bound(rt, stop, FOREVER)?),
        [_, start, stop, ..] => (bound(rt, start, 0)?, stop_bound(rt, stop, FOREVER)?),
        _ => (None, None),
    };
    let Some(stop) = stop else {
        return Err(rt.value_error(format!("Stop argument for islice() {range}")));
    };
    let (Some(start), Some(stop)) = (start, stop) else {
        return Err(rt.value_error(format!("Indices for islice() {range}")));
    };
    let step = match values.get(3) {
        Some(step) => bound(rt, step, 1)?.filter(|step| *step > 0),
        None => Some(1),
    };
    let Some(step) = step else {
        return Err(rt.value_error("Step for islice() must be a positive integer or None."));
    };
    let iterator = Some(rt.iter(&values[0])?);
    Ok(rt.alloc_for(class, SliceBody { iterator, next: start, stop, step, taken: 0 })?.into())
}

#[inline(always)]
fn islice_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let slice: &Ref<SliceBody> = this.cast().expect("slots of islice get one");
    let body = slice.get(&rt.heap);
    let Some(iterator) = body.iterator.clone() else { return Ok(None) };
    if body.taken < body.next && !pass_over(rt, slice, &iterator)? {
        return Ok(None);
    }
    let body = slice.get(&rt.heap);
    if body.taken >= body.stop {
        return end(slice.get_mut(&mut rt.heap).0.iterator.take());
    }
    let Some(item) = iterators::next(rt, &iterator)? else {
        return end(slice.get_mut(&mut rt.heap).0.iterator.take());
    };
    let body = slice.get_mut(&mut rt.heap).0;
    body.taken += 1;
    body.next = body.next.saturating_add(body.step).min(body.stop);
    Ok(Some(item))
}

static ISLICE_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let slice: &Ref<SliceBody> = this.cast().expect("slots of islice get one");
        let Some(iterator) = slice.get(&rt.heap).iterator.clone() else { return Ok(Filled::End) };
        let end = items.len() + limit;
        while items.len() < end {
            let body = slice.get(&rt.heap);
            if body.taken < body.next {
                let Some(rest) = ready(rt, &iterator) else { return Ok(Filled::Stuck) };
                let (rest, wanted) = (rest.count(), body.next - body.taken);
                if rest < wanted {
                    // A step tells that the source ends.
                    return Ok(Filled::Stuck);
                }
                advance(rt, &iterator, wanted);
                slice.get_mut(&mut rt.heap).0.taken += wanted;
            }
            let body = slice.get(&rt.heap);
            let Some(left) = body.stop.checked_sub(body.taken).filter(|left| *left > 0) else {
                let old = slice.get_mut(&mut rt.heap).0.iterator.take();
                drop(old);
                return Ok(Filled::End);
            };
            let wanted = if body.step == 1 { left.min(end - items.len()) } else { 1 };
            let before = items.len();
            let filled = rt.fill(&iterator, items, wanted)?;
            let got = items.len() - before;
            let body = slice.get_mut(&mut rt.heap).0;
            body.taken += got;
            body.next = body.next.saturating_add(body.step.saturating_mul(got)).min(body.stop);
            match filled {
                Filled::Full => {}
                Filled::Stuck => return Ok(Filled::Stuck),
                Filled::End => {
                    let old = body.iterator.take();
                    drop(old);
                    return Ok(Filled::End);
                }
            }
        }
        Ok(Filled::Full)
    },
    hint: None,
};

/// Passes over the items before the next one that is wanted; false if the source ends there.
#[inline(never)]
fn pass_over(rt: &mut Runtime, slice: &Ref<SliceBody>, iterator: &Object) -> Result<bool> {
    while slice.get(&rt.heap).taken < slice.get(&rt.heap).next {
        if iterators::next(rt, iterator)?.is_none() {
            let old = slice.get_mut(&mut rt.heap).0.iterator.take();
            drop(old);
            return Ok(false);
        }
        slice.get_mut(&mut rt.heap).0.taken += 1;
        rt.check_interrupts()?;
    }
    Ok(true)
}

methods! {
    static ISLICE_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<SliceBody>| -> Result {
            let body = this.get(&rt.heap);
            let (iterator, taken) = (body.iterator.clone(), body.taken);
            let (next, stop, step) = (body.next, body.stop, body.step);
            let Some(iterator) = iterator else {
                let nothing: Object = crate::layout::List::from_slice(&rt.heap, &[])?.into();
                let nothing = rt.iter(&nothing)?;
                return copying::reduce(rt, this, vec![nothing, Object::small(0)], Some(Object::small(0)));
            };
            let stop = if stop == FOREVER { Object::NONE } else { rt.new_int(stop as i128)? };
            let arguments = vec![iterator, rt.new_int(next as i128)?, stop, rt.new_int(step as i128)?];
            let taken = rt.new_int(taken as i128)?;
            copying::reduce(rt, this, arguments, Some(taken))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<SliceBody>, state: &Object| -> Result<()> {
            copying::warn(rt)?;
            let taken = crate::types::sequence::iterator_state(rt, state)?;
            // A negative number of items is more than any.
            this.get_mut(&mut rt.heap).0.taken = usize::try_from(taken).unwrap_or(usize::MAX);
            Ok(())
        };
    ];
}

/// The type `islice`.
pub static ISLICE: TypeDef = TypeDef {
    name: "islice",
    module: "itertools",
    doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.",
    layout: <SliceBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(islice_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(islice_next)),
        fill: Some(&ISLICE_FILL),
        ..Slots::EMPTY
    },
    methods: ISLICE_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `batched`.
    pub struct BatchedBody as "itertools.batched" {
        /// The source, until the end.
        pub iterator: Option<Object>,
        /// Items of a batch.
        pub size: usize,
        /// Whether a last batch that is not full is an error.
        pub strict: bool,
    }
}

fn batched_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let given = matched(rt, "batched", &["iterable", "n", "strict"], (2, 2), args)?;
    let [Some(iterable), Some(size), strict] = given else { return Ok(Object::NONE) };
    let size = rt.to_index(size)?;
    let strict = match strict {
        Some(strict) => rt.truth(strict)?,
        None => false,
    };
    if size < 1 {
        return Err(rt.value_error("n must be at least one"));
    }
    let iterator = Some(rt.iter(iterable)?);
    Ok(rt.alloc_for(class, BatchedBody { iterator, size: size as usize, strict })?.into())
}

fn batched_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let batched: &Ref<BatchedBody> = this.cast().expect("slots of batched get one");
    let body = batched.get(&rt.heap);
    let (size, strict) = (body.size, body.strict);
    let Some(iterator) = body.iterator.clone() else { return Ok(None) };
    let mut items = HeapVec::with_capacity(&rt.heap, size.min(64))?;
    while items.len() < size {
        match iterators::next(rt, &iterator)? {
            Some(item) => items.push(&rt.heap, item)?,
            None => break,
        }
        rt.check_interrupts()?;
    }
    if items.len() < size {
        let old = batched.get_mut(&mut rt.heap).0.iterator.take();
        drop(old);
        if items.is_empty() {
            return Ok(None);
        }
        if strict {
            return Err(rt.value_error("batched(): incomplete batch"));
        }
    }
    Ok(Some(Tuple::from_vec(&rt.heap, items)?.into()))
}

/// The type `batched`.
pub static BATCHED: TypeDef = TypeDef {
    name: "batched",
    module: "itertools",
    doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples\nup to size n.  The input is consumed lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\nor when the input iterable is exhausted.\n\n    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)\n\nIf \"strict\" is True, raises a ValueError if the final batch is shorter\nthan n.",
    layout: <BatchedBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(batched_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(batched_next)),
        ..Slots::EMPTY
    },
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `pairwise`.
    pub struct PairwiseBody as "itertools.pairwise" {
        /// The source, until the end.
        pub iterator: Option<Object>,
        /// The item before the next one.
        pub old: Option<Object>,
        /// The pair given first, to be given again.
        pub pair: Option<Tuple>,
    }
}

fn pairwise_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let args = arity::without_foreign_keywords(rt, class, args);
    let values = arity::positional(rt, "pairwise", args, 1, 1)?;
    let iterator = Some(rt.iter(&values[0])?);
    Ok(rt.alloc_for(class, PairwiseBody { iterator, old: None, pair: None })?.into())
}

#[inline(always)]
fn pairwise_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let pairwise: &Ref<PairwiseBody> = this.cast().expect("slots of pairwise get one");
    let body = pairwise.get(&rt.heap);
    let Some(iterator) = body.iterator.clone() else { return Ok(None) };
    let old = match body.old.clone() {
        Some(old) => old,
        None => {
            let first = iterators::next(rt, &iterator)?;
            // The source may have used this very iterator.
            let before = std::mem::replace(&mut pairwise.get_mut(&mut rt.heap).0.old, first.clone());
            drop(before);
            match first {
                Some(first) => first,
                None => return end(pairwise.get_mut(&mut rt.heap).0.iterator.take()),
            }
        }
    };
    let Some(new) = iterators::next(rt, &iterator)? else {
        let body = pairwise.get_mut(&mut rt.heap).0;
        return end(Some((body.iterator.take(), body.old.take())));
    };
    let (body, heap) = pairwise.get_mut(&mut rt.heap);
    let before = body.old.replace(new.clone());
    let pair = Tuple::reuse(&mut body.pair, heap, [old, new])?;
    drop(before);
    Ok(Some(pair.into()))
}

static PAIRWISE_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let pairwise: &Ref<PairwiseBody> = this.cast().expect("slots of pairwise get one");
        let body = pairwise.get(&rt.heap);
        let Some(iterator) = body.iterator.clone() else { return Ok(Filled::End) };
        let Some(source) = ready(rt, &iterator) else { return Ok(Filled::Stuck) };
        // Without an item from before, the first one is it.
        let (mut old, first) = match body.old.clone() {
            Some(old) => (old, 0),
            None if source.count() > 1 => (source.get(0), 1),
            None => return Ok(Filled::Stuck),
        };
        let count = (source.count() - first).min(limit);
        items.reserve_steps(&rt.heap, count)?;
        for i in first..first + count {
            let new = source.get(i);
            items.push(&rt.heap, Tuple::from_array(&rt.heap, [old, new.clone()])?.into())?;
            old = new;
        }
        advance(rt, &iterator, first + count);
        let before = pairwise.get_mut(&mut rt.heap).0.old.replace(old);
        drop(before);
        Ok(if count == limit { Filled::Full } else { Filled::Stuck })
    },
    hint: None,
};

/// The type `pairwise`.
pub static PAIRWISE: TypeDef = TypeDef {
    name: "pairwise",
    module: "itertools",
    doc: "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
    layout: <PairwiseBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(pairwise_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(pairwise_next)),
        fill: Some(&PAIRWISE_FILL),
        ..Slots::EMPTY
    },
    ..TypeDef::EMPTY
};
