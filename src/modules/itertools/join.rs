//! `chain`, `zip_longest`, `accumulate`.

use super::copying;
use crate::heap::{HeapVec, Object, Ref};
use crate::layout::{DictBody, ListBody, SetBody, Tuple, TupleBody};
use crate::modules::support::{end, matched, this_iterator};
use crate::object::{Args, BinaryOp, Class, ClassFlags, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::iterators::{Ready, advance, ready};
use crate::types::range::RangeBody;
use crate::types::sequence::reduced;
use crate::types::{arity, iterators};
use crate::{layout, methods};

layout! {
    /// Body of `chain`.
    pub struct ChainBody as "itertools.chain" {
        /// The iterator of iterables, until the end.
        pub source: Option<Object>,
        /// The iterator in use.
        pub active: Option<Object>,
    }
}

fn chain_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let args = arity::without_foreign_keywords(rt, class, args);
    let values = arity::positional(rt, "chain", args, 0, usize::MAX)?;
    let all: Object = rt.new_tuple(values.to_vec())?.into();
    let source = Some(rt.iter(&all)?);
    Ok(rt.alloc_for(class, ChainBody { source, active: None })?.into())
}

#[inline(always)]
fn chain_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let chain: &Ref<ChainBody> = this.cast().expect("slots of chain get one");
    loop {
        if let Some(active) = chain.get(&rt.heap).active.clone() {
            if let Some(item) = iterators::next(rt, &active)? {
                return Ok(Some(item));
            }
            let old = chain.get_mut(&mut rt.heap).0.active.take();
            drop(old);
        }
        let Some(source) = chain.get(&rt.heap).source.clone() else { return Ok(None) };
        let next = match iterators::next(rt, &source) {
            Ok(Some(iterable)) => rt.iter(&iterable),
            Ok(None) => return end(chain.get_mut(&mut rt.heap).0.source.take()),
            Err(raised) => Err(raised),
        };
        match next {
            Ok(active) => {
                let old = chain.get_mut(&mut rt.heap).0.active.replace(active);
                drop(old);
            }
            Err(raised) => {
                let old = chain.get_mut(&mut rt.heap).0.source.take();
                drop(old);
                return Err(raised);
            }
        }
        rt.check_interrupts()?;
    }
}

static CHAIN_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let chain: &Ref<ChainBody> = this.cast().expect("slots of chain get one");
        let end = items.len() + limit;
        loop {
            if let Some(active) = chain.get(&rt.heap).active.clone() {
                let filled = rt.fill(&active, items, end - items.len())?;
                if filled != Filled::End {
                    return Ok(filled);
                }
                let old = chain.get_mut(&mut rt.heap).0.active.take();
                drop(old);
                if items.len() == end {
                    return Ok(Filled::Full);
                }
            }
            let Some(source) = chain.get(&rt.heap).source.clone() else { return Ok(Filled::End) };
            let next = match ready(rt, &source) {
                Some(rest) if rest.count() > 0 => rest.get(0),
                _ => return Ok(Filled::Stuck),
            };
            if !iterates_plainly(rt, &next) {
                return Ok(Filled::Stuck);
            }
            let active = rt.iter(&next)?;
            advance(rt, &source, 1);
            chain.get_mut(&mut rt.heap).0.active = Some(active);
            rt.heap.go_on()?;
        }
    },
    hint: None,
};

/// Whether an iterator over the object is made without Python code, and gives many items at once.
fn iterates_plainly(rt: &Runtime, object: &Object) -> bool {
    object.cast_exact::<ListBody>().is_some()
        || object.cast_exact::<TupleBody>().is_some()
        || object.cast_exact::<DictBody>().is_some()
        || object.cast_exact::<SetBody>().is_some()
        || object.cast_exact::<RangeBody>().is_some()
        || {
            let class = rt.class_of(object).get(&rt.heap);
            class.slots.fill.is_some() && !class.flags.has(ClassFlags::HEAP)
        }
}

methods! {
    static CHAIN_METHODS = [
        /// Alternative chain() constructor taking a single iterable argument that evaluates lazily.
        @class "from_iterable"(iterable, /) => |rt: &mut Runtime, class: &Class, iterable: &Object| -> Result {
            let source = Some(rt.iter(iterable)?);
            Ok(rt.alloc_for(class, ChainBody { source, active: None })?.into())
        };
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<ChainBody>| -> Result {
            let body = this.get(&rt.heap);
            let state: Vec<Object> = match (body.source.clone(), body.active.clone()) {
                (Some(source), active) => [source].into_iter().chain(active).collect(),
                (None, _) => return copying::reduce(rt, this, Vec::new(), None),
            };
            let state = rt.new_tuple(state)?.into();
            copying::reduce(rt, this, Vec::new(), Some(state))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<ChainBody>, state: &Object| -> Result<()> {
            let parts = copying::parts(rt, state, 1, 2)?;
            if parts.items().iter().any(|part| rt.class_of(part).get(&rt.heap).slots.next.is_none()) {
                return Err(rt.type_error("Arguments must be iterators."));
            }
            let (source, active) = (parts.items().first().cloned(), parts.items().get(1).cloned());
            let body = this.get_mut(&mut rt.heap).0;
            let old = (std::mem::replace(&mut body.source, source), std::mem::replace(&mut body.active, active));
            drop(old);
            Ok(())
        };
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| {
            crate::types::generic_alias::new(rt, class, item)
        };
    ];
}

/// The type `chain`.
pub static CHAIN: TypeDef = TypeDef {
    name: "chain",
    module: "itertools",
    doc: "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
    layout: <ChainBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(chain_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(chain_next)),
        fill: Some(&CHAIN_FILL),
        ..Slots::EMPTY
    },
    methods: CHAIN_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `zip_longest`.
    pub struct ZipLongestBody as "itertools.zip_longest" {
        /// The iterators; None where one has ended.
        pub iterators: HeapVec<Object>,
        /// How many have not ended.
        pub active: usize,
        /// What stands for the missing items.
        pub fill: Object,
        /// The pair given first, to be given again.
        pub pair: Option<Tuple>,
    }
}

fn zip_longest_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let mut fill = Object::NONE;
    for (name, value) in args.keywords() {
        if args.keyword_count() > 1 || !name.equals_text("fillvalue") {
            return Err(rt.type_error("zip_longest() got an unexpected keyword argument"));
        }
        fill = value.clone();
    }
    let sources = args.positional();
    let mut iterators = HeapVec::with_capacity(&rt.heap, sources.len())?;
    for source in sources {
        let iterator = rt.iter(source)?;
        iterators.push(&rt.heap, iterator)?;
    }
    let active = iterators.len();
    Ok(rt.alloc_for(class, ZipLongestBody { iterators, active, fill, pair: None })?.into())
}

#[inline(always)]
fn zip_longest_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let zip: &Ref<ZipLongestBody> = this.cast().expect("slots of zip_longest get one");
    let body = zip.get(&rt.heap);
    if body.active == 0 {
        return Ok(None);
    }
    if body.iterators.len() == 2 {
        let Some(first) = zip_longest_item(rt, zip, 0)? else { return Ok(None) };
        let Some(second) = zip_longest_item(rt, zip, 1)? else { return Ok(None) };
        let (body, heap) = zip.get_mut(&mut rt.heap);
        return Ok(Some(Tuple::reuse(&mut body.pair, heap, [first, second])?.into()));
    }
    let mut items = Vec::with_capacity(body.iterators.len());
    for i in 0..body.iterators.len() {
        let Some(item) = zip_longest_item(rt, zip, i)? else { return Ok(None) };
        items.push(item);
    }
    Ok(Some(rt.new_tuple(items)?.into()))
}

/// The item of one of the iterators, or what stands for it; `None` if that was the last one to end.
#[inline]
fn zip_longest_item(rt: &mut Runtime, zip: &Ref<ZipLongestBody>, i: usize) -> Result<Option<Object>> {
    let Some(iterator) = zip.get(&rt.heap).iterators.get(i).cloned() else { return Ok(None) };
    if iterator.is_none() {
        return Ok(Some(zip.get(&rt.heap).fill.clone()));
    }
    match iterators::next(rt, &iterator) {
        Ok(Some(item)) => Ok(Some(item)),
        Ok(None) => {
            let body = zip.get_mut(&mut rt.heap).0;
            let old = std::mem::replace(&mut body.iterators[i], Object::NONE);
            body.active = body.active.saturating_sub(1);
            let (ended, fill) = (body.active == 0, body.fill.clone());
            drop(old);
            Ok(if ended { None } else { Some(fill) })
        }
        Err(raised) => {
            zip.get_mut(&mut rt.heap).0.active = 0;
            Err(raised)
        }
    }
}

/// Tuples of what up to three iterators have ready; where one ends is left to steps.
static ZIP_LONGEST_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let zip: &Ref<ZipLongestBody> = this.cast().expect("slots of zip_longest get one");
        let body = zip.get(&rt.heap);
        let count = match &body.iterators[..] {
            _ if body.active == 0 => return Ok(Filled::End),
            [a, b] => zip_rest(rt, [a, b], &body.fill, items, limit)?,
            [a, b, c] => zip_rest(rt, [a, b, c], &body.fill, items, limit)?,
            _ => 0,
        };
        for i in 0..if count > 0 { body.iterators.len() } else { 0 } {
            let Some(iterator) = zip.get(&rt.heap).iterators.get(i).cloned() else { break };
            advance(rt, &iterator, count);
        }
        Ok(if count == limit { Filled::Full } else { Filled::Stuck })
    },
    hint: None,
};

/// Appends tuples of the next items of several iterators, of which those that are None have ended: at most so many, and
/// no more than the shortest has left. Their number.
#[inline(always)]
fn zip_rest<const N: usize>(
    rt: &Runtime,
    iterators: [&Object; N],
    fill: &Object,
    items: &mut HeapVec<Object>,
    limit: usize,
) -> Result<usize> {
    let mut sources: [Option<Ready<'_>>; N] = [const { None }; N];
    let mut count = limit;
    for (i, iterator) in iterators.iter().enumerate() {
        // An iterator that stands in several places is asked in turns.
        if iterator.is_none() {
            continue;
        }
        let Some(source) = ready(rt, iterator).filter(|_| !iterators[..i].iter().any(|other| other.is(iterator)))
        else {
            return Ok(0);
        };
        count = count.min(source.count());
        sources[i] = Some(source);
    }
    items.reserve_steps(&rt.heap, count)?;
    for i in 0..count {
        let row = std::array::from_fn(|k| sources[k].as_ref().map_or_else(|| fill.clone(), |source| source.get(i)));
        items.push(&rt.heap, Tuple::from_array::<N>(&rt.heap, row)?.into())?;
    }
    Ok(count)
}

methods! {
    static ZIP_LONGEST_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<ZipLongestBody>| -> Result {
            let nothing: Object = rt.empty_tuple.clone().into();
            let body = this.get(&rt.heap);
            let sources = body.iterators.iter().map(|source| match source.is_none() {
                true => nothing.clone(),
                false => source.clone(),
            });
            let (sources, fill) = (sources.collect(), body.fill.clone());
            copying::reduce(rt, this, sources, Some(fill))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<ZipLongestBody>, state: &Object| -> Result<()> {
            copying::warn(rt)?;
            let old = std::mem::replace(&mut this.get_mut(&mut rt.heap).0.fill, state.clone());
            drop(old);
            Ok(())
        };
    ];
}

/// The type `zip_longest`.
pub static ZIP_LONGEST: TypeDef = TypeDef {
    name: "zip_longest",
    module: "itertools",
    doc: "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.",
    layout: <ZipLongestBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(zip_longest_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(zip_longest_next)),
        fill: Some(&ZIP_LONGEST_FILL),
        ..Slots::EMPTY
    },
    methods: ZIP_LONGEST_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `accumulate`.
    pub struct AccumulateBody as "itertools.accumulate" {
        /// The source.
        pub iterator: Object,
        /// The function; None for addition.
        pub function: Object,
        /// What was given last.
        pub total: Option<Object>,
        /// What is given first, until it was.
        pub initial: Option<Object>,
    }
}

fn accumulate_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let given = matched(rt, "accumulate", &["iterable", "func", "initial"], (1, 2), args)?;
    let [Some(iterable), function, initial] = given else { return Ok(Object::NONE) };
    let body = AccumulateBody {
        iterator: rt.iter(iterable)?,
        function: function.cloned().unwrap_or(Object::NONE),
        total: None,
        initial: initial.filter(|initial| !initial.is_none()).cloned(),
    };
    Ok(rt.alloc_for(class, body)?.into())
}

#[inline(always)]
fn accumulate_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let accumulate: &Ref<AccumulateBody> = this.cast().expect("slots of accumulate get one");
    let body = accumulate.get_mut(&mut rt.heap).0;
    if let Some(initial) = body.initial.take() {
        body.total = Some(initial.clone());
        return Ok(Some(initial));
    }
    let (iterator, function) = (body.iterator.clone(), body.function.clone());
    let Some(item) = iterators::next(rt, &iterator)? else { return Ok(None) };
    let total = match accumulate.get(&rt.heap).total.clone() {
        None => item,
        Some(total) if function.is_none() => rt.binary(BinaryOp::Add, &total, &item)?,
        Some(total) => rt.call(&function, &[total, item])?,
    };
    let old = accumulate.get_mut(&mut rt.heap).0.total.replace(total.clone());
    drop(old);
    Ok(Some(total))
}

/// An iterator that gives an item, and then what another one gives.
fn before(rt: &mut Runtime, item: Object, iterator: Object) -> Result {
    let item = rt.new_tuple(vec![item])?.into();
    let chain = rt.native_class(&CHAIN)?;
    rt.call(&chain.into(), &[item, iterator])
}

methods! {
    static ACCUMULATE_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<AccumulateBody>| -> Result {
            let body = this.get(&rt.heap);
            let (iterator, function) = (body.iterator.clone(), body.function.clone());
            let (total, initial) = (body.total.clone(), body.initial.clone());
            if let Some(initial) = initial {
                let iterator = before(rt, initial, iterator)?;
                return copying::reduce(rt, this, vec![iterator, function], Some(Object::NONE));
            }
            let Some(total) = total.filter(Object::is_none) else {
                let total = this.get(&rt.heap).total.clone().unwrap_or(Object::NONE);
                return copying::reduce(rt, this, vec![iterator, function], Some(total));
            };
            // A total of None cannot be a state, which would be left out: it is given once more, and passed over.
            copying::warn(rt)?;
            let iterator = before(rt, total, iterator)?;
            let accumulate = rt.native_class(&ACCUMULATE)?;
            let iterator = rt.call(&accumulate.into(), &[iterator, function])?;
            let slice = rt.native_class(&super::slice::ISLICE)?;
            reduced(rt, slice.into(), vec![iterator, Object::small(1), Object::NONE], None)
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<AccumulateBody>, state: &Object| -> Result<()> {
            copying::warn(rt)?;
            let old = this.get_mut(&mut rt.heap).0.total.replace(state.clone());
            drop(old);
            Ok(())
        };
    ];
}

/// The type `accumulate`.
pub static ACCUMULATE: TypeDef = TypeDef {
    name: "accumulate",
    module: "itertools",
    doc: "Return series of accumulated sums.",
    layout: <AccumulateBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(accumulate_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(accumulate_next)),
        ..Slots::EMPTY
    },
    methods: ACCUMULATE_METHODS,
    ..TypeDef::EMPTY
};
