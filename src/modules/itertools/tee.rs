//! `tee`: iterators that share one source. What it gave lies in a chain of blocks; a block lives as long as an iterator
//! that has not passed it.

use super::copying;
use crate::heap::{HeapVec, Object, Ref};
use crate::layout::{List, ListBody};
use crate::modules::support::this_iterator;
use crate::object::{Args, Class, ClassFlags, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::iterators;
use crate::{layout, methods};

/// Items of a block.
const BLOCK: usize = 57;

layout! {
    /// A block of items.
    pub struct DataBody as "itertools._tee_dataobject" {
        /// The source.
        pub iterator: Object,
        /// What it gave while this was the last block.
        pub items: HeapVec<Object>,
        /// The block behind a full one.
        pub next: Option<Ref<DataBody>>,
        /// Whether the source is being asked.
        pub running: bool,
    }
}

layout! {
    /// Body of one of the iterators.
    pub struct TeeBody as "itertools._tee" {
        /// The block of the next item.
        pub data: Ref<DataBody>,
        /// Its index there.
        pub index: usize,
    }
}

fn new_data(rt: &mut Runtime, iterator: Object) -> Result<Ref<DataBody>> {
    let class = rt.native_class(&DATA)?;
    rt.alloc_for(&class, DataBody { iterator, items: HeapVec::new(), next: None, running: false })
}

/// `tee(iterable, n)`.
pub fn tee(rt: &mut Runtime, iterable: &Object, n: isize) -> Result {
    let Ok(n) = usize::try_from(n) else { return Err(rt.value_error("n must be >= 0")) };
    if n == 0 {
        return Ok(rt.empty_tuple.clone().into());
    }
    let iterator = rt.iter(iterable)?;
    let name = rt.intern_static("__copy__");
    let copy = rt.get_attr_opt(&iterator, &name)?;
    let mut all = Vec::new();
    all.try_reserve_exact(n).map_err(|_| crate::heap::OutOfMemory)?;
    match copy {
        Some(copy) => {
            all.push(iterator);
            while all.len() < n {
                all.push(rt.call(&copy, &[])?);
            }
        }
        None => {
            let class = rt.native_class(&TEE)?;
            let data = new_data(rt, iterator)?;
            while all.len() < n {
                all.push(rt.alloc_for(&class, TeeBody { data: data.clone(), index: 0 })?.into());
            }
        }
    }
    Ok(rt.new_tuple(all)?.into())
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let values = crate::types::arity::positional(rt, "_tee", args, 1, 1)?;
    let iterator = rt.iter(&values[0])?;
    let body = match iterator.cast::<TeeBody>() {
        Some(tee) => {
            let body = tee.get(&rt.heap);
            TeeBody { data: body.data.clone(), index: body.index }
        }
        None => TeeBody { data: new_data(rt, iterator)?, index: 0 },
    };
    Ok(rt.alloc_for(class, body)?.into())
}

#[inline(always)]
fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let tee: &Ref<TeeBody> = this.cast().expect("slots of a tee get one");
    let body = tee.get(&rt.heap);
    // A full block has no item at the index of the next one.
    if let Some(item) = body.data.get(&rt.heap).items.get(body.index).cloned() {
        tee.get_mut(&mut rt.heap).0.index += 1;
        return Ok(Some(item));
    }
    next_of_source(rt, tee)
}

static FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let tee: &Ref<TeeBody> = this.cast().expect("slots of a tee get one");
        let end = items.len() + limit;
        while items.len() < end {
            if tee.get(&rt.heap).index >= BLOCK {
                next_block(rt, tee)?;
            }
            let body = tee.get(&rt.heap);
            let (data, index) = (body.data.clone(), body.index);
            let rest = data.get(&rt.heap).items.get(index..).unwrap_or(&[]);
            let mut count = rest.len().min(end - items.len());
            if count > 0 {
                items.reserve_steps(&rt.heap, count)?;
                items.extend_from_slice(&rt.heap, &rest[..count])?;
                tee.get_mut(&mut rt.heap).0.index += count;
                continue;
            }
            if data.get(&rt.heap).running {
                return Ok(Filled::Stuck);
            }
            let iterator = data.get(&rt.heap).iterator.clone();
            let first = items.len();
            data.get_mut(&mut rt.heap).0.running = true;
            let filled = rt.fill(&iterator, items, (BLOCK - index).min(end - first));
            let (body, heap) = data.get_mut(&mut rt.heap);
            body.running = false;
            let filled = filled?;
            count = items.len() - first;
            if body.items.capacity() == 0 && count > 0 {
                body.items.set_capacity(heap, BLOCK)?;
            }
            body.items.extend_from_slice(heap, &items[first..])?;
            tee.get_mut(&mut rt.heap).0.index += count;
            if filled != Filled::Full {
                return Ok(filled);
            }
        }
        Ok(Filled::Full)
    },
    hint: None,
};

/// The next item of the iterator that is ahead of all others, or the first one of a block.
#[inline(never)]
fn next_of_source(rt: &mut Runtime, tee: &Ref<TeeBody>) -> Result<Option<Object>> {
    if tee.get(&rt.heap).index >= BLOCK {
        next_block(rt, tee)?;
    }
    let (data, index) = {
        let body = tee.get(&rt.heap);
        (body.data.clone(), body.index)
    };
    let body = data.get(&rt.heap);
    if let Some(item) = body.items.get(index).cloned() {
        tee.get_mut(&mut rt.heap).0.index += 1;
        return Ok(Some(item));
    }
    if body.running {
        return Err(rt.runtime_error("cannot re-enter the tee iterator"));
    }
    let iterator = body.iterator.clone();
    data.get_mut(&mut rt.heap).0.running = true;
    let result = iterators::next(rt, &iterator);
    let (body, heap) = data.get_mut(&mut rt.heap);
    body.running = false;
    let Some(item) = result? else { return Ok(None) };
    if body.items.capacity() == 0 {
        body.items.set_capacity(heap, BLOCK)?;
    }
    body.items.push(heap, item.clone())?;
    tee.get_mut(&mut rt.heap).0.index += 1;
    Ok(Some(item))
}

/// Goes on to the next block, which is made if there is none.
fn next_block(rt: &mut Runtime, tee: &Ref<TeeBody>) -> Result<()> {
    let data = tee.get(&rt.heap).data.clone();
    let next = match data.get(&rt.heap).next.clone() {
        Some(next) => next,
        None => {
            let iterator = data.get(&rt.heap).iterator.clone();
            let next = new_data(rt, iterator)?;
            data.get_mut(&mut rt.heap).0.next = Some(next.clone());
            next
        }
    };
    let body = tee.get_mut(&mut rt.heap).0;
    body.index = 0;
    let old = std::mem::replace(&mut body.data, next);
    drop((old, data));
    Ok(())
}

methods! {
    static METHODS = [
        /// Returns an independent iterator.
        "__copy__"() => |rt: &mut Runtime, this: &Ref<TeeBody>| -> Result {
            let class = rt.native_class(&TEE)?;
            let body = this.get(&rt.heap);
            let body = TeeBody { data: body.data.clone(), index: body.index };
            Ok(rt.alloc_for(&class, body)?.into())
        };
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<TeeBody>| -> Result {
            let body = this.get(&rt.heap);
            let (data, index) = (body.data.clone(), body.index);
            let nothing = rt.empty_tuple.clone().into();
            let state = rt.new_tuple(vec![data.into(), Object::small(index as i32)])?.into();
            copying::reduce(rt, this, vec![nothing], Some(state))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<TeeBody>, state: &Object| -> Result<()> {
            let parts = copying::parts(rt, state, 2, 2)?;
            let Some(data) = parts.items()[0].cast::<DataBody>().cloned() else {
                let got = rt.type_name(&parts.items()[0]);
                let text = format!("argument 1 must be itertools._tee_dataobject, not {got}");
                return Err(rt.type_error(text));
            };
            let index = rt.to_i64(&parts.items()[1])?;
            let Some(index) = usize::try_from(index).ok().filter(|index| *index <= BLOCK) else {
                return Err(rt.value_error("Index out of range"));
            };
            // Beyond what the block holds, the next item is its next one.
            let index = index.min(if data.get(&rt.heap).next.is_some() { BLOCK } else { data.get(&rt.heap).items.len() });
            let body = this.get_mut(&mut rt.heap).0;
            body.index = index;
            let old = std::mem::replace(&mut body.data, data);
            drop(old);
            Ok(())
        };
    ];
}

fn data_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let args = crate::types::arity::positional(rt, "teedataobject", args, 3, 3)?;
    let Some(values) = args[1].cast::<ListBody>() else {
        let got = rt.type_name(&args[1]);
        return Err(rt.type_error(format!("teedataobject() argument 2 must be list, not {got}")));
    };
    let count = values.get(&rt.heap).items.len();
    let next = args[2].cast::<DataBody>().cloned();
    if count > BLOCK || (!args[2].is_none() && (count < BLOCK || next.is_none())) {
        return Err(rt.value_error("Invalid arguments"));
    }
    let items = HeapVec::from_exact(&rt.heap, values.get(&rt.heap).items.iter().cloned())?;
    Ok(rt.alloc_for(class, DataBody { iterator: args[0].clone(), items, next, running: false })?.into())
}

methods! {
    static DATA_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<DataBody>| -> Result {
            let body = this.get(&rt.heap);
            let (iterator, next) = (body.iterator.clone(), body.next.clone().map_or(Object::NONE, Object::from));
            let items = body.items.to_vec();
            let items = List::from_slice(&rt.heap, &items)?;
            copying::reduce(rt, this, vec![iterator, items.into(), next], None)
        };
    ];
}

/// The type of the iterators.
pub static TEE: TypeDef = TypeDef {
    name: "_tee",
    module: "itertools",
    doc: "Iterator wrapped to make it copyable.",
    layout: <TeeBody as crate::heap::Layout>::info,
    flags: ClassFlags::WEAKREFABLE,
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

/// The type of the blocks.
pub static DATA: TypeDef = TypeDef {
    name: "_tee_dataobject",
    module: "itertools",
    doc: "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
    layout: <DataBody as crate::heap::Layout>::info,
    slots: Slots { new: Some(data_new), ..Slots::EMPTY },
    methods: DATA_METHODS,
    ..TypeDef::EMPTY
};
