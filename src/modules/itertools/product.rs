//! `product`: the cartesian product, counted like an odometer.

use super::copying;
use crate::heap::{Allocator, HeapVec, Object, OutOfMemory, Ref};
use crate::layout::{Tuple, TupleBody};
use crate::modules::support::this_iterator;
use crate::object::{Args, Class, ClassFlags, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::tuple;
use crate::{layout, methods};

layout! {
    /// Body of `product`.
    pub struct ProductBody as "itertools.product" {
        /// The pools, one for each place of the result; those of repeated ones are shared.
        pub pools: HeapVec<Tuple>,
        /// The index in each pool.
        pub indices: HeapVec<usize>,
        /// What was given last; it is given again if nobody else holds it.
        pub current: Option<Tuple>,
        /// Whether the first ones were given.
        pub started: bool,
        /// Whether all were given.
        pub ended: bool,
    }
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let mut repeat = 1;
    for (name, value) in args.keywords() {
        if !name.equals_text("repeat") {
            let name = name.to_rust().into_owned();
            return Err(rt.type_error(format!("product() got an unexpected keyword argument '{name}'")));
        }
        repeat = rt.to_index(value)?;
    }
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(rt.value_error("repeat argument cannot be negative"));
    };
    let sources = if repeat == 0 { &[] } else { args.positional() };
    let Some(count) = sources.len().checked_mul(repeat).filter(|&n| n <= isize::MAX as usize / 8) else {
        return Err(rt.overflow_error("repeat argument too large"));
    };
    let mut own = Vec::with_capacity(sources.len());
    for source in sources {
        own.push(tuple::of(rt, source)?);
    }
    let mut pools = HeapVec::with_capacity(&rt.heap, count)?;
    let mut indices = HeapVec::with_capacity(&rt.heap, count)?;
    for _ in 0..if own.is_empty() { 0 } else { repeat } {
        for pool in &own {
            pools.push(&rt.heap, pool.clone())?;
            indices.push(&rt.heap, 0)?;
        }
    }
    let body = ProductBody { pools, indices, current: None, started: false, ended: false };
    Ok(rt.alloc_for(class, body)?.into())
}

#[inline(always)]
fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let product: &Ref<ProductBody> = this.cast().expect("slots of product get one");
    let (body, heap) = product.get_mut(&mut rt.heap);
    let Some(tuple) = body.current.as_mut() else { return first(rt, product) };
    let Some(place) = advance(&body.pools, &mut body.indices) else {
        body.ended = true;
        let held = (body.current.take(), body.pools.take());
        drop(held);
        return Ok(None);
    };
    match tuple.unique_items() {
        Some(current) => {
            let chosen = current.iter_mut().zip(body.pools.iter().zip(body.indices.iter()));
            for (item, (pool, &index)) in chosen.skip(place) {
                *item = pool.items()[index].clone();
            }
        }
        None => *tuple = Tuple::one_of_each(heap, &body.pools, &body.indices)?,
    }
    Ok(Some(tuple.clone().into()))
}

/// Moves the positions on by one choice: the first place that changes; `None` behind the last choice.
#[inline(always)]
fn advance(pools: &[Tuple], indices: &mut [usize]) -> Option<usize> {
    for place in (0..pools.len()).rev() {
        let next = indices[place] + 1;
        if next < pools[place].len() {
            indices[place] = next;
            return Some(place);
        }
        indices[place] = 0;
    }
    None
}

/// Appends the next choices, at most so many.
fn choices(
    heap: &Allocator,
    (pools, indices): (&[Tuple], &mut [usize]),
    items: &mut HeapVec<Object>,
    limit: usize,
) -> std::result::Result<Filled, OutOfMemory> {
    let mut row: Vec<&Object> = pools.iter().zip(&*indices).map(|(pool, &index)| &pool.items()[index]).collect();
    let Some(end) = row.len().checked_sub(1) else { return Ok(Filled::End) };
    let quick = pools[end].items();
    let mut left = limit;
    while left > 0 {
        // The last place runs through its pool.
        let next = indices[end] + 1;
        let run = (quick.len() - next).min(left);
        for item in &quick[next..next + run] {
            row[end] = item;
            items.push(heap, Tuple::from_row(heap, &row)?.into())?;
        }
        indices[end] += run;
        left -= run;
        if left == 0 {
            break;
        }
        let Some(place) = advance(pools, indices) else { return Ok(Filled::End) };
        for k in place..=end {
            row[k] = &pools[k].items()[indices[k]];
        }
        items.push(heap, Tuple::from_row(heap, &row)?.into())?;
        left -= 1;
    }
    Ok(Filled::Full)
}

static FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let product: &Ref<ProductBody> = this.cast().expect("slots of product get one");
        let mut given = 0;
        if product.get(&rt.heap).current.is_none() {
            match first(rt, product)? {
                None => return Ok(Filled::End),
                Some(tuple) => items.push(&rt.heap, tuple)?,
            }
            given = 1;
        }
        let (body, heap) = product.get_mut(&mut rt.heap);
        if body.current.is_none() {
            return Ok(Filled::Stuck);
        }
        let result = choices(heap, (&body.pools, &mut body.indices), items, limit - given);
        body.current = match &result {
            Ok(Filled::Full) => items.last().and_then(|last| last.cast::<TupleBody>()).cloned(),
            // As in CPython, a failure is the end.
            _ => None,
        };
        if body.current.is_none() {
            body.ended = true;
            let pools = body.pools.take();
            drop(pools);
        }
        Ok(result?)
    },
    hint: None,
};

/// The first one; and nothing when all were given, or if a pool is empty.
#[inline(never)]
fn first(rt: &mut Runtime, product: &Ref<ProductBody>) -> Result<Option<Object>> {
    let (body, heap) = product.get_mut(&mut rt.heap);
    if body.ended {
        return Ok(None);
    }
    let started = std::mem::replace(&mut body.started, true);
    if body.pools.is_empty() && !started {
        return Ok(Some(rt.empty_tuple.clone().into()));
    }
    if body.pools.is_empty() || body.pools.iter().any(|pool| pool.is_empty()) {
        body.ended = true;
        return Ok(None);
    }
    let first = Tuple::one_of_each(heap, &body.pools, &body.indices)?;
    body.current = Some(first.clone());
    Ok(Some(first.into()))
}

methods! {
    static METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<ProductBody>| -> Result {
            let body = this.get(&rt.heap);
            let (started, ended) = (body.started, body.ended);
            let pools: Vec<Object> = body.pools.iter().map(|pool| pool.clone().into()).collect();
            let indices = body.indices.to_vec();
            if ended {
                let nothing = rt.empty_tuple.clone().into();
                return copying::reduce(rt, this, vec![nothing], None);
            }
            let state = if started { Some(copying::tuple_of(rt, &indices)?) } else { None };
            copying::reduce(rt, this, pools, state)
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<ProductBody>, state: &Object| -> Result<()> {
            copying::warn(rt)?;
            let sizes: Vec<usize> = this.get(&rt.heap).pools.iter().map(|pool| pool.len()).collect();
            let indices = copying::positions(rt, state, sizes.len(), |i| (0, sizes[i].saturating_sub(1)))?;
            let (body, heap) = this.get_mut(&mut rt.heap);
            if sizes.contains(&0) || body.ended {
                body.ended = true;
                return Ok(());
            }
            body.indices.copy_from_slice(&indices);
            body.started = true;
            let current = Tuple::one_of_each(heap, &body.pools, &body.indices)?;
            drop(body.current.replace(current));
            Ok(())
        };
        /// Returns size in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &Object| rt.heap.object_bytes(this);
    ];
}

/// The type `product`.
pub static TYPE: TypeDef = TypeDef {
    name: "product",
    module: "itertools",
    doc: "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, A).",
    layout: <ProductBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(next)),
        fill: Some(&FILL),
        ..Slots::EMPTY
    },
    methods: METHODS,
    ..TypeDef::EMPTY
};
