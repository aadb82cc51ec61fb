//! `compress`, `dropwhile`, `takewhile`, `filterfalse`, `starmap`.

use super::copying;
use crate::heap::{Object, Ref};
use crate::layout::TupleBody;
use crate::modules::support::{matched, this_iterator};
use crate::object::{
    Args, Class, ClassFlags, ClassId, Fill, Filled, Result, Runtime, Slots, Step, Take, TypeDef, feed_by,
};
use crate::types::{arity, iterators};
use crate::{layout, methods};

layout! {
    /// Body of `compress`.
    pub struct CompressBody as "itertools.compress" {
        /// The iterator of items.
        pub data: Object,
        /// The iterator of truth values.
        pub selectors: Object,
    }
}

fn compress_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [Some(data), Some(selectors)] = matched(rt, "compress", &["data", "selectors"], (2, 2), args)? else {
        return Ok(Object::NONE);
    };
    let (data, selectors) = (rt.iter(data)?, rt.iter(selectors)?);
    Ok(rt.alloc_for(class, CompressBody { data, selectors })?.into())
}

/// The items and the truth values.
fn sources(rt: &Runtime, this: &Object) -> (Object, Object) {
    let compress: &Ref<CompressBody> = this.cast().expect("slots of compress get one");
    let body = compress.get(&rt.heap);
    (body.data.clone(), body.selectors.clone())
}

/// The next item with a true selector.
#[inline(always)]
fn next_selected(rt: &mut Runtime, data: &Object, selectors: &Object) -> Result<Option<Object>> {
    loop {
        let Some(item) = iterators::next(rt, data)? else { return Ok(None) };
        rt.check_interrupts()?;
        let Some(selector) = iterators::next(rt, selectors)? else { return Ok(None) };
        if rt.truth(&selector)? {
            return Ok(Some(item));
        }
        rt.check_interrupts()?;
    }
}

#[inline(always)]
fn compress_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let (data, selectors) = sources(rt, this);
    next_selected(rt, &data, &selectors)
}

fn compress_feed(rt: &mut Runtime, this: &Object, take: &mut Take<'_>) -> Step {
    let (data, selectors) = sources(rt, this);
    feed_by(rt, take, |rt| next_selected(rt, &data, &selectors))
}

methods! {
    static COMPRESS_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<CompressBody>| -> Result {
            let body = this.get(&rt.heap);
            let arguments = vec![body.data.clone(), body.selectors.clone()];
            copying::reduce(rt, this, arguments, None)
        };
    ];
}

methods! {
    static PLAIN_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<FunctionBody>| -> Result {
            let (function, iterator, _) = parts(rt, this);
            copying::reduce(rt, this, vec![function, iterator], None)
        };
    ];
}

methods! {
    static SWITCHED_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<FunctionBody>| -> Result {
            let (function, iterator, switched) = parts(rt, this);
            let state = Object::small(i32::from(switched));
            copying::reduce(rt, this, vec![function, iterator], Some(state))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<FunctionBody>, state: &Object| -> Result<()> {
            copying::warn(rt)?;
            let switched = rt.truth(state)?;
            this.get_mut(&mut rt.heap).0.switched = switched;
            Ok(())
        };
    ];
}

/// The type `compress`.
pub static COMPRESS: TypeDef = TypeDef {
    name: "compress",
    module: "itertools",
    doc: "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
    layout: <CompressBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(compress_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(compress_next)),
        feed: Some(compress_feed),
        ..Slots::EMPTY
    },
    methods: COMPRESS_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of the iterators that have a function and a source.
    pub struct FunctionBody as "itertools.iterator" {
        /// The function.
        pub function: Object,
        /// The source.
        pub iterator: Object,
        /// `dropwhile` has begun to give items, `takewhile` has ended.
        pub switched: bool,
    }
}

fn expect(object: &Object) -> &Ref<FunctionBody> {
    object.cast().expect("slots of such an iterator get one")
}

/// The function, the source and the switch.
fn parts(rt: &Runtime, this: &Object) -> (Object, Object, bool) {
    let body = expect(this).get(&rt.heap);
    (body.function.clone(), body.iterator.clone(), body.switched)
}

fn make(rt: &mut Runtime, own: &'static TypeDef, class: &Class, args: Args<'_>) -> Result {
    let args = arity::without_foreign_keywords(rt, class, args);
    let values = arity::positional(rt, own.name, args, 2, 2)?;
    let iterator = rt.iter(&values[1])?;
    let body = FunctionBody { function: values[0].clone(), iterator, switched: false };
    Ok(rt.alloc_for(class, body)?.into())
}

fn switch(rt: &mut Runtime, this: &Object) {
    expect(this).get_mut(&mut rt.heap).0.switched = true;
}

fn holds(rt: &mut Runtime, function: &Object, item: &Object) -> Result<bool> {
    let verdict = rt.call(function, std::slice::from_ref(item))?;
    rt.truth(&verdict)
}

#[inline(always)]
fn drop_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    if expect(this).get(&rt.heap).switched {
        let iterator = expect(this).get(&rt.heap).iterator.clone();
        return iterators::next(rt, &iterator);
    }
    let (function, iterator, _) = parts(rt, this);
    loop {
        let Some(item) = iterators::next(rt, &iterator)? else { return Ok(None) };
        rt.check_interrupts()?;
        if !holds(rt, &function, &item)? {
            switch(rt, this);
            return Ok(Some(item));
        }
        rt.check_interrupts()?;
    }
}

/// A `dropwhile` that has begun to give items gives those of its source.
static DROP_FILL: Fill = Fill {
    items: |rt, this, items, limit| match parts(rt, this) {
        (_, iterator, true) => rt.fill(&iterator, items, limit),
        _ => Ok(Filled::Stuck),
    },
    hint: None,
};

#[inline(always)]
fn take_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let (function, iterator, _) = parts(rt, this);
    take_one(rt, this, &function, &iterator)
}

fn take_feed(rt: &mut Runtime, this: &Object, take: &mut Take<'_>) -> Step {
    let (function, iterator, _) = parts(rt, this);
    feed_by(rt, take, |rt| take_one(rt, this, &function, &iterator))
}

#[inline(always)]
fn take_one(rt: &mut Runtime, this: &Object, function: &Object, iterator: &Object) -> Result<Option<Object>> {
    if expect(this).get(&rt.heap).switched {
        return Ok(None);
    }
    let Some(item) = iterators::next(rt, iterator)? else { return Ok(None) };
    if holds(rt, function, &item)? {
        return Ok(Some(item));
    }
    switch(rt, this);
    Ok(None)
}

#[inline(always)]
fn false_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let (function, iterator, _) = parts(rt, this);
    false_one(rt, &function, &iterator)
}

fn false_feed(rt: &mut Runtime, this: &Object, take: &mut Take<'_>) -> Step {
    let (function, iterator, _) = parts(rt, this);
    feed_by(rt, take, |rt| false_one(rt, &function, &iterator))
}

#[inline(always)]
fn false_one(rt: &mut Runtime, function: &Object, iterator: &Object) -> Result<Option<Object>> {
    let by_truth = function.is_none() || function.is(rt.class(ClassId::Bool));
    loop {
        let Some(item) = iterators::next(rt, iterator)? else { return Ok(None) };
        rt.check_interrupts()?;
        let good = if by_truth { rt.truth(&item)? } else { holds(rt, function, &item)? };
        if !good {
            return Ok(Some(item));
        }
        rt.check_interrupts()?;
    }
}

#[inline(always)]
fn star_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let (function, iterator, _) = parts(rt, this);
    star_one(rt, &function, &iterator)
}

fn star_feed(rt: &mut Runtime, this: &Object, take: &mut Take<'_>) -> Step {
    let (function, iterator, _) = parts(rt, this);
    feed_by(rt, take, |rt| star_one(rt, &function, &iterator))
}

#[inline(always)]
fn star_one(rt: &mut Runtime, function: &Object, iterator: &Object) -> Result<Option<Object>> {
    let Some(item) = iterators::next(rt, iterator)? else { return Ok(None) };
    if let Some(args) = item.cast_exact::<TupleBody>() {
        return rt.call(function, args.items()).map(Some);
    }
    let args = rt.collect(&item)?;
    rt.call(function, &args).map(Some)
}

/// Declares a type whose instances have a function and a source.
macro_rules! with_function {
    ($definition:ident, $name:literal, $next:ident, $many:ident: $more:expr, $methods:ident, $doc:literal) => {
        #[doc = concat!("The type `", $name, "`.")]
        pub static $definition: TypeDef = TypeDef {
            name: $name,
            module: "itertools",
            doc: $doc,
            layout: <FunctionBody as crate::heap::Layout>::info,
            flags: ClassFlags::BASE,
            slots: Slots {
                new: Some(|rt, class, args| make(rt, &$definition, class, args)),
                iter: Some(this_iterator),
                next: Some(crate::next_slot!($next)),
                $many: Some($more),
                ..Slots::EMPTY
            },
            methods: $methods,
            ..TypeDef::EMPTY
        };
    };
}

with_function!(
    DROP_WHILE,
    "dropwhile",
    drop_next,
    fill: &DROP_FILL,
    SWITCHED_METHODS,
    "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted."
);
with_function!(
    TAKE_WHILE,
    "takewhile",
    take_next,
    feed: take_feed,
    SWITCHED_METHODS,
    "Return successive entries from an iterable as long as the predicate evaluates to true for each entry."
);
with_function!(
    FILTER_FALSE,
    "filterfalse",
    false_next,
    feed: false_feed,
    PLAIN_METHODS,
    "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false."
);
with_function!(
    STAR_MAP,
    "starmap",
    star_next,
    feed: star_feed,
    PLAIN_METHODS,
    "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence."
);
