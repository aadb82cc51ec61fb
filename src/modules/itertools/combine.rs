//! `combinations`, `combinations_with_replacement`, `permutations`: all in lexicographic order of the positions.

use crate::heap::{HeapVec, Object, Ref};
use crate::layout::{Tuple, int};
use crate::modules::support::{matched, this_iterator};
use crate::object::{Args, Class, ClassFlags, Result, Runtime, Slots, TypeDef};
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
    indices: Vec<usize>,
    cycles: Vec<usize>,
    size: usize,
    ended: bool,
) -> Result {
    let current = match ended {
        true => None,
        false => Some(rt.new_tuple(indices[..size].iter().map(|&i| pool.items()[i].clone()).collect())?),
    };
    let indices = HeapVec::from_exact(&rt.heap, indices.into_iter())?;
    let cycles = HeapVec::from_exact(&rt.heap, cycles.into_iter())?;
    let body = CombineBody { pool, indices, cycles, current, started: false, ended };
    Ok(rt.alloc_for(class, body)?.into())
}

fn size_of(rt: &mut Runtime, size: &Object) -> Result<usize> {
    let size = rt.to_index(size)?;
    match usize::try_from(size) {
        Ok(size) => Ok(size),
        Err(_) => Err(rt.value_error("r must be non-negative")),
    }
}

fn pool_of(rt: &mut Runtime, iterable: &Object) -> Result<Tuple> {
    let items = rt.collect(iterable)?;
    rt.new_tuple(items)
}

fn combinations_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [Some(iterable), Some(size)] = matched(rt, "combinations", &["iterable", "r"], (2, 2), args)? else {
        return Ok(Object::NONE);
    };
    let size = rt.to_index(size)?;
    let pool = pool_of(rt, iterable)?;
    let size = size_of(rt, &Object::int(size as i64).unwrap_or(Object::NONE))?;
    let ended = size > pool.len();
    let indices = if ended { Vec::new() } else { (0..size).collect() };
    make(rt, class, pool, indices, Vec::new(), size, ended)
}

fn replacement_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let name = "combinations_with_replacement";
    let [Some(iterable), Some(size)] = matched(rt, name, &["iterable", "r"], (2, 2), args)? else {
        return Ok(Object::NONE);
    };
    let size = rt.to_index(size)?;
    let pool = pool_of(rt, iterable)?;
    let size = size_of(rt, &Object::int(size as i64).unwrap_or(Object::NONE))?;
    let ended = pool.is_empty() && size > 0;
    if size > 1 << 40 {
        return Err(crate::heap::OutOfMemory.into());
    }
    let indices = if ended { Vec::new() } else { vec![0; size] };
    make(rt, class, pool, indices, Vec::new(), size, ended)
}

fn permutations_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [Some(iterable), size] = matched(rt, "permutations", &["iterable", "r"], (1, 2), args)? else {
        return Ok(Object::NONE);
    };
    let pool = pool_of(rt, iterable)?;
    let count = pool.len();
    let size = match size.filter(|size| !size.is_none()) {
        None => count,
        Some(size) if int::as_int(size).is_none() => return Err(rt.type_error("Expected int as r")),
        Some(size) => size_of(rt, size)?,
    };
    let ended = size > count;
    let cycles = if ended { Vec::new() } else { (0..size).map(|i| count - i).collect() };
    let indices = if ended { Vec::new() } else { (0..count).collect() };
    make(rt, class, pool, indices, cycles, size, ended)
}

/// A way from one choice to the next, whose items are written down; false at the end.
type Advance = fn(pool: &[Object], indices: &mut [usize], cycles: &mut [usize], current: &mut [Object]) -> bool;

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
    if !tuple.is_unique() {
        *tuple = Tuple::from_slice(heap, tuple.items())?;
    }
    let current = tuple.unique_items().unwrap_or_default();
    if !advance(body.pool.items(), &mut body.indices, &mut body.cycles, current) {
        body.ended = true;
        let held = body.current.take();
        drop(held);
        return Ok(None);
    }
    Ok(Some(tuple.clone().into()))
}

fn next_combination(pool: &[Object], indices: &mut [usize], _: &mut [usize], current: &mut [Object]) -> bool {
    let (count, size) = (pool.len(), indices.len());
    let Some(place) = (0..size).rev().find(|&i| indices[i] != i + count - size) else { return false };
    let first = indices[place] + 1;
    for (k, (index, item)) in indices[place..].iter_mut().zip(&mut current[place..]).enumerate() {
        *index = first + k;
        *item = pool[*index].clone();
    }
    true
}

fn next_with_replacement(pool: &[Object], indices: &mut [usize], _: &mut [usize], current: &mut [Object]) -> bool {
    let Some(place) = indices.iter().rposition(|&i| i + 1 != pool.len()) else { return false };
    let next = indices[place] + 1;
    for (index, item) in indices[place..].iter_mut().zip(&mut current[place..]) {
        *index = next;
        *item = pool[next].clone();
    }
    true
}

fn next_permutation(pool: &[Object], indices: &mut [usize], cycles: &mut [usize], current: &mut [Object]) -> bool {
    let (count, size) = (indices.len(), cycles.len());
    for i in (0..size).rev() {
        cycles[i] -= 1;
        if cycles[i] == 0 {
            indices[i..].rotate_left(1);
            cycles[i] = count - i;
            continue;
        }
        let other = count - cycles[i];
        indices.swap(i, other);
        for (item, &index) in current[i..].iter_mut().zip(&indices[i..size]) {
            *item = pool[index].clone();
        }
        return true;
    }
    false
}

methods! {
    static METHODS = [
        /// Returns size in memory, in bytes.
        "__sizeof__"() => |rt: &mut Runtime, this: &Object| rt.heap.object_bytes(this);
    ];
}

/// Declares one of the types.
macro_rules! combination {
    ($definition:ident, $name:literal, $new:ident, $advance:ident, $doc:literal) => {
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
                ..Slots::EMPTY
            },
            methods: METHODS,
            ..TypeDef::EMPTY
        };
    };
}

combination!(
    COMBINATIONS,
    "combinations",
    combinations_new,
    next_combination,
    "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)"
);
combination!(
    WITH_REPLACEMENT,
    "combinations_with_replacement",
    replacement_new,
    next_with_replacement,
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')\""
);
combination!(
    PERMUTATIONS,
    "permutations",
    permutations_new,
    next_permutation,
    "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)"
);
