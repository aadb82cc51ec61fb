//! `combinations`, `combinations_with_replacement`, `permutations`: all in lexicographic order of the positions.

use super::copying;
use crate::heap::{HeapVec, Object, OutOfMemory, Ref};
use crate::layout::{Tuple, TupleBody, int};
use crate::modules::support::{matched, this_iterator};
use crate::object::{Args, Class, ClassFlags, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::tuple;
use crate::{layout, methods};

layout! {
    /// Body of each of them.
    pub struct CombineBody as "itertools.combinations" {
        /// The items to choose from.
        pub pool: Tuple,
        /// Chosen positions; for permutations all positions, the chosen ones first.
        pub indices: HeapVec<usize>,
        /// For permutations: how often each place may still be advanced.
        pub cycles: HeapVec<usize>,
        /// How many are chosen.
        pub size: usize,
        /// What was given last; it is given again if nobody else holds it.
        pub current: Option<Tuple>,
        /// Whether the first ones were given.
        pub started: bool,
        /// Whether all were given.
        pub ended: bool,
    }
}

fn expect(object: &Object) -> &Ref<CombineBody> {
    object.cast().expect("slots of a combination get one")
}

/// Makes one of the iterators: `indices` are the first positions, of which `size` are shown.
fn make(
    rt: &mut Runtime,
    class: &Class,
    pool: Tuple,
    indices: HeapVec<usize>,
    cycles: HeapVec<usize>,
    size: usize,
    ended: bool,
) -> Result {
    let current = if ended { None } else { Some(Tuple::chosen(&rt.heap, pool.items(), &indices[..size])?) };
    let body = CombineBody { pool, indices, cycles, size, current, started: false, ended };
    Ok(rt.alloc_for(class, body)?.into())
}

fn size_of(rt: &mut Runtime, size: &Object) -> Result<usize> {
    let size = rt.to_index(size)?;
    match usize::try_from(size) {
        Ok(size) => Ok(size),
        Err(_) => Err(rt.value_error("r must be non-negative")),
    }
}

fn combinations_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [Some(iterable), Some(size)] = matched(rt, "combinations", &["iterable", "r"], (2, 2), args)? else {
        return Ok(Object::NONE);
    };
    let size = rt.to_index(size)?;
    let pool = tuple::of(rt, iterable)?;
    let size = size_of(rt, &Object::int(size as i64).unwrap_or(Object::NONE))?;
    let ended = size > pool.len();
    let indices = HeapVec::from_exact(&rt.heap, 0..if ended { 0 } else { size })?;
    make(rt, class, pool, indices, HeapVec::new(), size, ended)
}

fn replacement_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let name = "combinations_with_replacement";
    let [Some(iterable), Some(size)] = matched(rt, name, &["iterable", "r"], (2, 2), args)? else {
        return Ok(Object::NONE);
    };
    let size = rt.to_index(size)?;
    let pool = tuple::of(rt, iterable)?;
    let size = size_of(rt, &Object::int(size as i64).unwrap_or(Object::NONE))?;
    let ended = pool.is_empty() && size > 0;
    if size > 1 << 40 {
        return Err(crate::heap::OutOfMemory.into());
    }
    let indices = HeapVec::filled(&rt.heap, if ended { 0 } else { size }, || 0)?;
    make(rt, class, pool, indices, HeapVec::new(), size, ended)
}

fn permutations_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [Some(iterable), size] = matched(rt, "permutations", &["iterable", "r"], (1, 2), args)? else {
        return Ok(Object::NONE);
    };
    let pool = tuple::of(rt, iterable)?;
    let count = pool.len();
    let size = match size.filter(|size| !size.is_none()) {
        None => count,
        Some(size) if int::as_int(size).is_none() => return Err(rt.type_error("Expected int as r")),
        Some(size) => size_of(rt, size)?,
    };
    let ended = size > count;
    let (chosen, all) = if ended { (0, 0) } else { (size, count) };
    let cycles = HeapVec::from_exact(&rt.heap, (0..chosen).map(|i| count - i))?;
    let indices = HeapVec::from_exact(&rt.heap, 0..all)?;
    make(rt, class, pool, indices, cycles, size, ended)
}

/// A way from the positions of one choice to those of the next: the first of them that has changed; `None` at the end.
type Advance = fn(count: usize, indices: &mut [usize], cycles: &mut [usize]) -> Option<usize>;

/// The next choice: advances the positions and shows the items.
#[inline(always)]
fn next_by(rt: &mut Runtime, this: &Object, advance: Advance) -> Result<Option<Object>> {
    let (body, heap) = expect(this).get_mut(&mut rt.heap);
    if body.ended {
        return Ok(None);
    }
    let Some(tuple) = &mut body.current else { return Ok(None) };
    if !body.started {
        body.started = true;
        return Ok(Some(tuple.clone().into()));
    }
    let pool = body.pool.items();
    let Some(changed) = advance(pool.len(), &mut body.indices, &mut body.cycles) else {
        body.ended = true;
        let held = body.current.take();
        drop(held);
        return Ok(None);
    };
    let indices = &body.indices[..body.size.min(body.indices.len())];
    match tuple.unique_items() {
        Some(current) => {
            for (item, &index) in current.iter_mut().zip(indices).skip(changed) {
                *item = pool[index].clone();
            }
        }
        None => *tuple = Tuple::chosen(heap, pool, indices)?,
    }
    Ok(Some(tuple.clone().into()))
}

/// The next choices, at most so many.
#[inline(always)]
fn fill_by(
    rt: &mut Runtime,
    this: &Object,
    items: &mut HeapVec<Object>,
    limit: usize,
    advance: Advance,
) -> Result<Filled> {
    let (body, heap) = expect(this).get_mut(&mut rt.heap);
    let Some(current) = body.current.as_mut().filter(|_| !body.ended) else { return Ok(Filled::End) };
    let mut given = 0;
    if !body.started {
        items.push(heap, current.clone().into())?;
        body.started = true;
        given = 1;
    }
    let pool = body.pool.items();
    let mut row: Vec<&Object> = body.indices.iter().take(body.size).map(|&index| &pool[index]).collect();
    let mut more = || -> std::result::Result<Filled, OutOfMemory> {
        while given < limit {
            let Some(changed) = advance(pool.len(), &mut body.indices, &mut body.cycles) else {
                return Ok(Filled::End);
            };
            for place in changed..row.len() {
                row[place] = &pool[body.indices[place]];
            }
            items.push(heap, Tuple::from_row(heap, &row)?.into())?;
            given += 1;
        }
        Ok(Filled::Full)
    };
    let result = more();
    body.current = match &result {
        Ok(Filled::Full) => items.last().and_then(|last| last.cast::<TupleBody>()).cloned(),
        // As in CPython, a failure is the end.
        _ => None,
    };
    body.ended = body.current.is_none();
    Ok(result?)
}

#[inline(always)]
fn next_combination(count: usize, indices: &mut [usize], _: &mut [usize]) -> Option<usize> {
    let mut place = indices.len();
    // The last position that each place may have.
    let mut last = count;
    loop {
        place = place.checked_sub(1)?;
        last -= 1;
        let index = &mut indices[place];
        if *index < last {
            *index += 1;
            break;
        }
    }
    let mut next = indices[place];
    for index in &mut indices[place + 1..] {
        next += 1;
        *index = next;
    }
    Some(place)
}

#[inline(always)]
fn next_with_replacement(count: usize, indices: &mut [usize], _: &mut [usize]) -> Option<usize> {
    let place = indices.iter().rposition(|&i| i + 1 != count)?;
    let next = indices[place] + 1;
    for index in &mut indices[place..] {
        *index = next;
    }
    Some(place)
}

#[inline(always)]
fn next_permutation(_: usize, indices: &mut [usize], cycles: &mut [usize]) -> Option<usize> {
    let (count, size) = (indices.len(), cycles.len());
    for i in (0..size).rev() {
        cycles[i] -= 1;
        if cycles[i] == 0 {
            let first = indices[i];
            for k in i + 1..count {
                indices[k - 1] = indices[k];
            }
            indices[count - 1] = first;
            cycles[i] = count - i;
            continue;
        }
        let other = count - cycles[i];
        indices.swap(i, other);
        return Some(i);
    }
    None
}

/// `__reduce__`: the pool and the size, and the positions (as `state` shows them) once something was given.
fn reduce(rt: &mut Runtime, this: &Ref<CombineBody>, state: fn(&mut Runtime, &[usize], &[usize]) -> Result) -> Result {
    let body = this.get(&rt.heap);
    let (pool, size, started, ended) = (body.pool.clone(), body.size, body.started, body.ended);
    let (indices, cycles) = (body.indices.to_vec(), body.cycles.to_vec());
    let size = rt.new_int(size as i128)?;
    if !started {
        return copying::reduce(rt, this, vec![pool.into(), size], None);
    }
    if ended {
        let nothing = rt.empty_tuple.clone().into();
        return copying::reduce(rt, this, vec![nothing, size], None);
    }
    let state = state(rt, &indices, &cycles)?;
    copying::reduce(rt, this, vec![pool.into(), size], Some(state))
}

/// Takes over positions: as if what they choose had been given last.
fn resume(rt: &mut Runtime, this: &Ref<CombineBody>, indices: &[usize], cycles: &[usize]) -> Result<()> {
    let (body, heap) = this.get_mut(&mut rt.heap);
    if body.ended {
        return Ok(());
    }
    body.indices.copy_from_slice(indices);
    body.cycles.copy_from_slice(cycles);
    body.started = true;
    let current = Tuple::chosen(heap, body.pool.items(), &indices[..body.size])?;
    drop(body.current.replace(current));
    Ok(())
}

/// `__setstate__` of the iterators whose state is one tuple; `most` tells the last position that a place can have.
fn resume_places(
    rt: &mut Runtime,
    this: &Ref<CombineBody>,
    state: &Object,
    most: fn(place: usize, count: usize, size: usize) -> usize,
) -> Result<()> {
    copying::warn(rt)?;
    let body = this.get(&rt.heap);
    let (count, size) = (body.pool.len(), body.size);
    let indices = copying::positions(rt, state, size, |place| (0, most(place, count, size)))?;
    resume(rt, this, &indices, &[])
}

methods! {
    static COMBINATIONS_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<CombineBody>| {
            reduce(rt, this, |rt, indices, _| copying::tuple_of(rt, indices))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<CombineBody>, state: &Object| {
            resume_places(rt, this, state, |place, count, size| (place + count).saturating_sub(size))
        };
        /// Returns size in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &Object| rt.heap.object_bytes(this);
    ];
}

methods! {
    static REPLACEMENT_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<CombineBody>| {
            reduce(rt, this, |rt, indices, _| copying::tuple_of(rt, indices))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<CombineBody>, state: &Object| {
            resume_places(rt, this, state, |_, count, _| count.saturating_sub(1))
        };
        /// Returns size in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &Object| rt.heap.object_bytes(this);
    ];
}

methods! {
    static PERMUTATIONS_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<CombineBody>| {
            reduce(rt, this, |rt, indices, cycles| {
                let parts = vec![copying::tuple_of(rt, indices)?, copying::tuple_of(rt, cycles)?];
                Ok(rt.new_tuple(parts)?.into())
            })
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<CombineBody>, state: &Object| -> Result<()> {
            let parts = copying::parts(rt, state, 2, 2)?;
            for (i, part) in parts.items().iter().enumerate() {
                if part.cast::<TupleBody>().is_none() {
                    let got = rt.type_name(part);
                    return Err(rt.type_error(format!("argument {} must be tuple, not {got}", i + 1)));
                }
            }
            let body = this.get(&rt.heap);
            let (count, size) = (body.pool.len(), body.size);
            let indices = copying::positions(rt, &parts.items()[0], count, |_| (0, count.saturating_sub(1)))?;
            let cycles = copying::positions(rt, &parts.items()[1], size, |place| (1, count.saturating_sub(place)))?;
            resume(rt, this, &indices, &cycles)
        };
        /// Returns size in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &Object| rt.heap.object_bytes(this);
    ];
}

/// Declares one of the types.
macro_rules! combination {
    ($definition:ident, $name:literal, $new:ident, $advance:ident, $methods:ident, $doc:literal) => {
        #[doc = concat!("The type `", $name, "`.")]
        pub static $definition: TypeDef = TypeDef {
            name: $name,
            module: "itertools",
            doc: $doc,
            layout: <CombineBody as crate::heap::Layout>::info,
            flags: ClassFlags::BASE,
            slots: Slots {
                new: Some($new),
                iter: Some(this_iterator),
                next: Some(|rt, this| next_by(rt, this, $advance).into()),
                fill: Some(&Fill {
                    items: |rt, this, items, limit| fill_by(rt, this, items, limit, $advance),
                    hint: None,
                }),
                ..Slots::EMPTY
            },
            methods: $methods,
            ..TypeDef::EMPTY
        };
    };
}

combination!(
    COMBINATIONS,
    "combinations",
    combinations_new,
    next_combination,
    COMBINATIONS_METHODS,
    "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)"
);
combination!(
    WITH_REPLACEMENT,
    "combinations_with_replacement",
    replacement_new,
    next_with_replacement,
    REPLACEMENT_METHODS,
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')\""
);
combination!(
    PERMUTATIONS,
    "permutations",
    permutations_new,
    next_permutation,
    PERMUTATIONS_METHODS,
    "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)"
);
