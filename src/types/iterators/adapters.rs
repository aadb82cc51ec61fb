//! `enumerate`, `zip`, `map`, `filter`.

use super::{Ready, advance, ready};
use crate::heap::{HeapVec, Object, Ref, ShapeId};
use crate::layout::{Str, Tuple};
use crate::object::{
    Args, BinaryOp, Class, ClassFlags, ClassId, Fill, Filled, Result, Runtime, Slots, Step, Take, TypeDef, feed_by,
    generic_get_attribute,
};
use crate::types::sequence::reduced;
use crate::types::{arity, iterators};
use crate::{layout, methods};

fn this_iterator(_rt: &mut Runtime, this: &Object) -> Result {
    Ok(this.clone())
}

/// Items of so many iterators need no memory of their own on their way.
const FEW: usize = 6;

const SLOTS: Slots = Slots { iter: Some(this_iterator), get_attribute: Some(generic_get_attribute), ..Slots::EMPTY };

/// Refuses keywords, but for those that a subclass takes in its `__init__`.
fn no_keywords(rt: &mut Runtime, class: &Class, id: ClassId, args: &Args<'_>) -> Result<()> {
    if arity::without_foreign_keywords(rt, class, *args).keyword_count() > 0 {
        return Err(rt.type_error(format!("{}() takes no keyword arguments", id.name())));
    }
    Ok(())
}

layout! {
    /// Body of `enumerate`.
    pub struct EnumerateBody as "enumerate" (ShapeId::ENUMERATE) {
        /// The iterator.
        pub iterator: Object,
        /// The next number.
        pub count: Object,
    }
}

fn enumerate_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let (mut iterable, mut start) = (args.positional().first(), args.positional().get(1));
    if args.values.len() > 2 {
        let got = args.values.len();
        return Err(rt.type_error(format!("enumerate() takes at most 2 arguments ({got} given)")));
    }
    for (name, value) in args.keywords() {
        if name.equals_text("iterable") && iterable.is_none() {
            iterable = Some(value);
        } else if name.equals_text("start") && start.is_none() {
            start = Some(value);
        } else {
            let name: &Str = name;
            let name = name.to_rust().into_owned();
            let text = match class.is(rt.class(ClassId::Enumerate)) {
                true => format!("'{name}' is an invalid keyword argument for enumerate()"),
                false => format!("enumerate() got an unexpected keyword argument '{name}'"),
            };
            return Err(rt.type_error(text));
        }
    }
    let Some(iterable) = iterable else {
        if start.is_some() && args.values.len() == 1 {
            return Err(rt.type_error("'start' is an invalid keyword argument for enumerate()"));
        }
        return Err(rt.type_error("enumerate() missing required argument 'iterable'"));
    };
    let count = match start {
        Some(start) => rt.index_object(start)?,
        None => Object::small(0),
    };
    let iterator = rt.iter(iterable)?;
    Ok(rt.alloc_for(class, EnumerateBody { iterator, count })?.into())
}

#[inline(always)]
fn enumerate_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let enumerate: &Ref<EnumerateBody> = this.cast().expect("by its type");
    let iterator = enumerate.get(&rt.heap).iterator.clone();
    let Some(item) = iterators::next(rt, &iterator)? else { return Ok(None) };
    let count = match enumerate.get(&rt.heap).count.value().as_int().and_then(|n| Object::int(n + 1)) {
        Some(next) => std::mem::replace(&mut enumerate.get_mut(&mut rt.heap).0.count, next),
        None => count_on(rt, enumerate)?,
    };
    Ok(Some(Tuple::from_array(&rt.heap, [count, item])?.into()))
}

static ENUMERATE_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let enumerate: &Ref<EnumerateBody> = this.cast().expect("by its type");
        let body = enumerate.get(&rt.heap);
        let (Some(source), Some(first)) = (ready(rt, &body.iterator), body.count.value().as_int()) else {
            return Ok(Filled::Stuck);
        };
        let count = source.count().min(limit);
        let Some(next) = first.checked_add(count as i64).and_then(Object::int) else { return Ok(Filled::Stuck) };
        items.reserve_steps(&rt.heap, count)?;
        for i in 0..count {
            let number = Object::int(first + i as i64).unwrap_or(Object::NONE);
            items.push(&rt.heap, Tuple::from_array(&rt.heap, [number, source.get(i)])?.into())?;
        }
        let iterator = body.iterator.clone();
        enumerate.get_mut(&mut rt.heap).0.count = next;
        advance(rt, &iterator, count);
        Ok(if count == limit { Filled::Full } else { Filled::Stuck })
    },
    hint: None,
};

/// The number to be given, where the next one is no small int.
#[inline(never)]
fn count_on(rt: &mut Runtime, enumerate: &Ref<EnumerateBody>) -> Result {
    let count = enumerate.get(&rt.heap).count.clone();
    let next = rt.binary(BinaryOp::Add, &count, &Object::small(1))?;
    let old = std::mem::replace(&mut enumerate.get_mut(&mut rt.heap).0.count, next);
    drop(old);
    Ok(count)
}

methods! {
    static ENUMERATE_METHODS = [
        /// See PEP 585
        @class "__class_getitem__"(object, /) => class_getitem;
        /// Return state information for pickling.
        "__reduce__"() => enumerate_reduce;
    ];
}

fn enumerate_reduce(rt: &mut Runtime, this: &Ref<EnumerateBody>) -> Result {
    let body = this.get(&rt.heap);
    let (iterator, count) = (body.iterator.clone(), body.count.clone());
    let class = rt.class_of(this).as_object().clone();
    reduced(rt, class, vec![iterator, count], None)
}

fn class_getitem(rt: &mut Runtime, class: &Class, item: &Object) -> Result {
    (rt.hooks.generic_alias)(rt, class, item)
}

/// The description of `enumerate`.
pub static ENUMERATE: TypeDef = TypeDef {
    id: Some(ClassId::Enumerate),
    name: "enumerate",
    doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    layout: <EnumerateBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::ENUMERATE],
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(enumerate_new),
        next: Some(crate::next_slot!(enumerate_next)),
        fill: Some(&ENUMERATE_FILL),
        ..SLOTS
    },
    methods: ENUMERATE_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `zip`.
    pub struct ZipBody as "zip" (ShapeId::ZIP) {
        /// The iterators.
        pub iterators: HeapVec<Object>,
        /// The pair given first, to be given again.
        pub pair: Option<Tuple>,
        /// `strict=True`.
        pub strict: bool,
    }
}

fn iterators(rt: &mut Runtime, iterables: &[Object]) -> Result<HeapVec<Object>> {
    let mut found = HeapVec::with_capacity(&rt.heap, iterables.len())?;
    for iterable in iterables {
        let iterator = rt.iter(iterable)?;
        found.push(&rt.heap, iterator)?;
    }
    Ok(found)
}

fn zip_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let mut strict = false;
    for (name, value) in args.keywords() {
        if name.equals_text("strict") {
            strict = rt.truth(value)?;
        } else {
            let name: &Str = name;
            let name = name.to_rust().into_owned();
            return Err(rt.type_error(format!("zip() got an unexpected keyword argument '{name}'")));
        }
    }
    let found = iterators(rt, args.positional())?;
    Ok(rt.alloc_for(class, ZipBody { iterators: found, pair: None, strict })?.into())
}

#[inline(always)]
fn zip_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let zip: &Ref<ZipBody> = this.cast().expect("by its type");
    let count = zip.get(&rt.heap).iterators.len();
    if count == 0 {
        return Ok(None);
    }
    if count == 2 && !zip.get(&rt.heap).strict {
        let (a, b) = {
            let iterators = &zip.get(&rt.heap).iterators;
            (iterators[0].clone(), iterators[1].clone())
        };
        let Some(first) = iterators::next(rt, &a)? else { return Ok(None) };
        let Some(second) = iterators::next(rt, &b)? else { return Ok(None) };
        let (body, heap) = zip.get_mut(&mut rt.heap);
        return Ok(Some(Tuple::reuse(&mut body.pair, heap, [first, second])?.into()));
    }
    if count == 3 && !zip.get(&rt.heap).strict {
        let (a, b, c) = {
            let iterators = &zip.get(&rt.heap).iterators;
            (iterators[0].clone(), iterators[1].clone(), iterators[2].clone())
        };
        let Some(first) = iterators::next(rt, &a)? else { return Ok(None) };
        let Some(second) = iterators::next(rt, &b)? else { return Ok(None) };
        let Some(third) = iterators::next(rt, &c)? else { return Ok(None) };
        return Ok(Some(Tuple::from_array(&rt.heap, [first, second, third])?.into()));
    }
    if count <= FEW && !zip.get(&rt.heap).strict {
        let mut items = [const { Object::NONE }; FEW];
        for (i, place) in items[..count].iter_mut().enumerate() {
            let Some(iterator) = zip.get(&rt.heap).iterators.get(i).cloned() else { return Ok(None) };
            let Some(item) = iterators::next(rt, &iterator)? else { return Ok(None) };
            *place = item;
        }
        return Ok(Some(Tuple::from_slice(&rt.heap, &items[..count])?.into()));
    }
    let mut items = Vec::with_capacity(count);
    for i in 0..count {
        let Some(iterator) = zip.get(&rt.heap).iterators.get(i).cloned() else { return Ok(None) };
        match iterators::next(rt, &iterator)? {
            Some(item) => items.push(item),
            None if zip.get(&rt.heap).strict => return strict_end(rt, zip, i),
            None => return Ok(None),
        }
    }
    Ok(Some(Tuple::from_slice(&rt.heap, &items)?.into()))
}

/// So many iterators are looked at together.
const TOGETHER: usize = 3;

/// Items of up to [`TOGETHER`] iterators that have them ready; the end, and what comes before an error, are left to steps.
static ZIP_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let zip: &Ref<ZipBody> = this.cast().expect("by its type");
        let iterators = &zip.get(&rt.heap).iterators[..];
        let count = match iterators {
            // An iterator that stands in several places is asked in turns.
            [a, b] if !a.is(b) => {
                let (Some(a), Some(b)) = (ready(rt, a), ready(rt, b)) else { return Ok(Filled::Stuck) };
                zip_ready(rt, items, [a, b], limit)?
            }
            [a, b, c] if !a.is(b) && !b.is(c) && !a.is(c) => {
                let (Some(a), Some(b), Some(c)) = (ready(rt, a), ready(rt, b), ready(rt, c)) else {
                    return Ok(Filled::Stuck);
                };
                zip_ready(rt, items, [a, b, c], limit)?
            }
            _ => return Ok(Filled::Stuck),
        };
        for i in 0..TOGETHER {
            let Some(iterator) = zip.get(&rt.heap).iterators.get(i).cloned() else { break };
            advance(rt, &iterator, count);
        }
        Ok(if count == limit { Filled::Full } else { Filled::Stuck })
    },
    hint: None,
};

/// Appends tuples of the next items of several sources, at most so many, and no more than the shortest has. Their number.
#[inline(always)]
fn zip_ready<const N: usize>(
    rt: &Runtime,
    items: &mut HeapVec<Object>,
    sources: [Ready<'_>; N],
    limit: usize,
) -> Result<usize> {
    let count = sources.iter().map(Ready::count).min().unwrap_or(0).min(limit);
    items.reserve_steps(&rt.heap, count)?;
    match sources[..] {
        [Ready::Items(a), Ready::Items(b)] => {
            for (x, y) in a[..count].iter().zip(b) {
                items.push(&rt.heap, Tuple::from_array(&rt.heap, [x.clone(), y.clone()])?.into())?;
            }
            return Ok(count);
        }
        [Ready::Items(a), Ready::Items(b), Ready::Items(c)] => {
            for ((x, y), z) in a[..count].iter().zip(b).zip(c) {
                items.push(&rt.heap, Tuple::from_array(&rt.heap, [x.clone(), y.clone(), z.clone()])?.into())?;
            }
            return Ok(count);
        }
        _ => {}
    }
    for i in 0..count {
        let mut row = [const { Object::NONE }; N];
        for (place, source) in row.iter_mut().zip(&sources) {
            *place = source.get(i);
        }
        items.push(&rt.heap, Tuple::from_array(&rt.heap, row)?.into())?;
    }
    Ok(count)
}

/// With `strict`, iterator `short` has ended: it must be the first, and all others must end too.
fn strict_end(rt: &mut Runtime, zip: &Ref<ZipBody>, short: usize) -> Result<Option<Object>> {
    let before = |n: usize| if n == 1 { " 1".to_owned() } else { format!("s 1-{n}") };
    if short > 0 {
        let text = format!("zip() argument {} is shorter than argument{}", short + 1, before(short));
        return Err(rt.value_error(text));
    }
    let count = zip.get(&rt.heap).iterators.len();
    for i in 1..count {
        let Some(iterator) = zip.get(&rt.heap).iterators.get(i).cloned() else { break };
        if iterators::next(rt, &iterator)?.is_some() {
            let text = format!("zip() argument {} is longer than argument{}", i + 1, before(i));
            return Err(rt.value_error(text));
        }
    }
    Ok(None)
}

methods! {
    static ZIP_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => zip_reduce;
        /// Set state information for unpickling.
        "__setstate__"(object, /) => zip_set_state;
    ];
}

fn zip_reduce(rt: &mut Runtime, this: &Ref<ZipBody>) -> Result {
    let body = this.get(&rt.heap);
    let (iterators, strict) = (body.iterators.to_vec(), body.strict);
    let class = rt.class_of(this).as_object().clone();
    reduced(rt, class, iterators, strict.then_some(Object::TRUE))
}

fn zip_set_state(rt: &mut Runtime, this: &Ref<ZipBody>, state: &Object) -> Result<()> {
    let strict = rt.truth(state)?;
    this.get_mut(&mut rt.heap).0.strict = strict;
    Ok(())
}

/// The description of `zip`.
pub static ZIP: TypeDef = TypeDef {
    id: Some(ClassId::Zip),
    name: "zip",
    doc: "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
    layout: <ZipBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::ZIP],
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(zip_new), next: Some(crate::next_slot!(zip_next)), fill: Some(&ZIP_FILL), ..SLOTS },
    methods: ZIP_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `map`.
    pub struct MapBody as "map" (ShapeId::MAP) {
        /// The function.
        pub function: Object,
        /// The iterators.
        pub iterators: HeapVec<Object>,
    }
}

fn map_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    no_keywords(rt, class, ClassId::Map, &args)?;
    let [function, iterables @ ..] = args.positional() else {
        return Err(rt.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(rt.type_error("map() must have at least two arguments."));
    }
    let iterators = iterators(rt, iterables)?;
    Ok(rt.alloc_for(class, MapBody { function: function.clone(), iterators })?.into())
}

/// The function's result for the next item.
#[inline(always)]
fn map_one(rt: &mut Runtime, function: &Object, iterator: &Object) -> Result<Option<Object>> {
    let Some(item) = iterators::next(rt, iterator)? else { return Ok(None) };
    rt.call(function, std::slice::from_ref(&item)).map(Some)
}

fn map_feed(rt: &mut Runtime, this: &Object, take: &mut Take<'_>) -> Step {
    let map: &Ref<MapBody> = this.cast().expect("by its type");
    let body = map.get(&rt.heap);
    match &*body.iterators {
        [iterator] => {
            let (function, iterator) = (body.function.clone(), iterator.clone());
            feed_by(rt, take, |rt| map_one(rt, &function, &iterator))
        }
        _ => feed_by(rt, take, |rt| map_next(rt, this)),
    }
}

#[inline(always)]
fn map_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let map: &Ref<MapBody> = this.cast().expect("by its type");
    let function = map.get(&rt.heap).function.clone();
    let count = map.get(&rt.heap).iterators.len();
    if count == 1 {
        let Some(iterator) = map.get(&rt.heap).iterators.first().cloned() else { return Ok(None) };
        return map_one(rt, &function, &iterator);
    }
    if count == 2 {
        let (a, b) = {
            let iterators = &map.get(&rt.heap).iterators;
            (iterators[0].clone(), iterators[1].clone())
        };
        let Some(first) = iterators::next(rt, &a)? else { return Ok(None) };
        let Some(second) = iterators::next(rt, &b)? else { return Ok(None) };
        return rt.call(&function, &[first, second]).map(Some);
    }
    if count <= FEW {
        let mut items = [const { Object::NONE }; FEW];
        for (i, place) in items[..count].iter_mut().enumerate() {
            let Some(iterator) = map.get(&rt.heap).iterators.get(i).cloned() else { return Ok(None) };
            let Some(item) = iterators::next(rt, &iterator)? else { return Ok(None) };
            *place = item;
        }
        return rt.call(&function, &items[..count]).map(Some);
    }
    let mut items = Vec::with_capacity(count);
    for i in 0..count {
        let Some(iterator) = map.get(&rt.heap).iterators.get(i).cloned() else { return Ok(None) };
        match iterators::next(rt, &iterator)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    rt.call(&function, &items).map(Some)
}

methods! {
    static MAP_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => map_reduce;
    ];
}

fn map_reduce(rt: &mut Runtime, this: &Ref<MapBody>) -> Result {
    let body = this.get(&rt.heap);
    let mut arguments = vec![body.function.clone()];
    arguments.extend_from_slice(&body.iterators);
    let class = rt.class_of(this).as_object().clone();
    reduced(rt, class, arguments, None)
}

/// The description of `map`.
pub static MAP: TypeDef = TypeDef {
    id: Some(ClassId::Map),
    name: "map",
    doc: "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
    layout: <MapBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::MAP],
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(map_new), next: Some(crate::next_slot!(map_next)), feed: Some(map_feed), ..SLOTS },
    methods: MAP_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `filter`.
    pub struct FilterBody as "filter" (ShapeId::FILTER) {
        /// The predicate; None for truth.
        pub function: Object,
        /// The iterator.
        pub iterator: Object,
    }
}

fn filter_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    no_keywords(rt, class, ClassId::Filter, &args)?;
    let [function, iterable] = args.positional() else {
        let got = args.positional().len();
        return Err(rt.type_error(format!("filter expected 2 arguments, got {got}")));
    };
    let iterator = rt.iter(iterable)?;
    Ok(rt.alloc_for(class, FilterBody { function: function.clone(), iterator })?.into())
}

/// The function of a filter, and its iterator.
fn filter_parts(rt: &Runtime, this: &Object) -> (Object, Object) {
    let filter: &Ref<FilterBody> = this.cast().expect("by its type");
    let body = filter.get(&rt.heap);
    (body.function.clone(), body.iterator.clone())
}

fn is_truth(rt: &Runtime, function: &Object) -> bool {
    function.is_none() || function.is(rt.class(ClassId::Bool))
}

/// The next item for which the function, or the item's own truth, says yes.
#[inline(always)]
fn filter_one(rt: &mut Runtime, function: &Object, iterator: &Object, by_truth: bool) -> Result<Option<Object>> {
    loop {
        let Some(item) = iterators::next(rt, iterator)? else { return Ok(None) };
        rt.check_interrupts()?;
        let wanted = if by_truth {
            rt.truth(&item)?
        } else {
            let verdict = rt.call(function, std::slice::from_ref(&item))?;
            rt.truth(&verdict)?
        };
        if wanted {
            return Ok(Some(item));
        }
    }
}

#[inline(always)]
fn filter_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let (function, iterator) = filter_parts(rt, this);
    let by_truth = is_truth(rt, &function);
    filter_one(rt, &function, &iterator, by_truth)
}

fn filter_feed(rt: &mut Runtime, this: &Object, take: &mut Take<'_>) -> Step {
    let (function, iterator) = filter_parts(rt, this);
    let by_truth = is_truth(rt, &function);
    feed_by(rt, take, |rt| filter_one(rt, &function, &iterator, by_truth))
}

methods! {
    static FILTER_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => filter_reduce;
    ];
}

fn filter_reduce(rt: &mut Runtime, this: &Ref<FilterBody>) -> Result {
    let body = this.get(&rt.heap);
    let arguments = vec![body.function.clone(), body.iterator.clone()];
    let class = rt.class_of(this).as_object().clone();
    reduced(rt, class, arguments, None)
}

/// The description of `filter`.
pub static FILTER: TypeDef = TypeDef {
    id: Some(ClassId::Filter),
    name: "filter",
    doc: "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
    layout: <FilterBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::FILTER],
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(filter_new),
        next: Some(crate::next_slot!(filter_next)),
        feed: Some(filter_feed),
        ..SLOTS
    },
    methods: FILTER_METHODS,
    ..TypeDef::EMPTY
};
