//! `count`, `cycle`, `repeat`.

use super::copying;
use crate::heap::{Object, Ref};
use crate::layout::{IntBody, List, ListBody, Str};
use crate::modules::support::{matched, this_iterator};
use crate::object::{Args, BinaryOp, Class, ClassFlags, Fill, Filled, Result, Runtime, Slots, TypeDef, UnaryOp};
use crate::types::{arity, iterators};
use crate::{layout, methods};

layout! {
    /// Body of `count`.
    pub struct CountBody as "itertools.count" {
        /// The next number.
        pub next: Object,
        /// What is added each time.
        pub step: Object,
    }
}

fn is_number(rt: &Runtime, object: &Object) -> bool {
    let unary = &rt.class_of(object).get(&rt.heap).slots.unary;
    [UnaryOp::Int, UnaryOp::Float, UnaryOp::Index].iter().any(|op| unary[*op as usize].is_some())
}

fn is_int(object: &Object) -> bool {
    object.value().is_int() || object.value().is_bool() || object.cast::<IntBody>().is_some()
}

fn count_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [start, step] = matched(rt, "count", &["start", "step"], (0, 2), args)?;
    let mut next = start.cloned().unwrap_or(Object::small(0));
    let mut step = step.cloned().unwrap_or(Object::small(1));
    if !is_number(rt, &next) || !is_number(rt, &step) {
        return Err(rt.type_error("a number is required"));
    }
    if is_int(&next) && is_int(&step) && Runtime::exact_i64(&step) == Some(1) {
        step = Object::small(1);
        if let Some(plain) = Runtime::exact_i64(&next).and_then(Object::int) {
            next = plain;
        }
    }
    Ok(rt.alloc_for(class, CountBody { next, step })?.into())
}

#[inline(always)]
fn count_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let count: &Ref<CountBody> = this.cast().expect("slots of count get one");
    let body = count.get_mut(&mut rt.heap).0;
    if let (Some(n), Some(step)) = (body.next.value().as_int(), body.step.value().as_int())
        && let Some(next) = n.checked_add(step).and_then(Object::int)
    {
        return Ok(Some(std::mem::replace(&mut body.next, next)));
    }
    count_on(rt, count)
}

static COUNT_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let count: &Ref<CountBody> = this.cast().expect("slots of count get one");
        let (body, heap) = count.get_mut(&mut rt.heap);
        let (Some(first), Some(step)) = (body.next.value().as_int(), body.step.value().as_int()) else {
            return Ok(Filled::Stuck);
        };
        let end = step.checked_mul(limit as i64).and_then(|span| first.checked_add(span)).and_then(Object::int);
        let Some(end) = end else { return Ok(Filled::Stuck) };
        items.reserve_steps(heap, limit)?;
        for i in 0..limit as i64 {
            items.push(heap, Object::int(first + step * i).unwrap_or(Object::NONE))?;
        }
        body.next = end;
        Ok(Filled::Full)
    },
    hint: None,
};

/// A step of a count that is not by a small int from one small int to another.
#[inline(never)]
fn count_on(rt: &mut Runtime, count: &Ref<CountBody>) -> Result<Option<Object>> {
    let body = count.get(&rt.heap);
    let (present, step) = (body.next.clone(), body.step.clone());
    let next = rt.binary(BinaryOp::Add, &present, &step)?;
    let old = std::mem::replace(&mut count.get_mut(&mut rt.heap).0.next, next);
    drop(old);
    Ok(Some(present))
}

fn count_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let count: &Ref<CountBody> = this.cast().expect("slots of count get one");
    let body = count.get(&rt.heap);
    let (next, step) = (body.next.clone(), body.step.clone());
    let name = rt.class_of(this).get(&rt.heap).name.to_rust().into_owned();
    let next = rt.repr(&next)?.to_rust().into_owned();
    if is_int(&step) && Runtime::exact_i64(&step) == Some(1) {
        return rt.new_str(&format!("{name}({next})"));
    }
    let step = rt.repr(&step)?;
    rt.new_str(&format!("{name}({next}, {})", step.to_rust()))
}

methods! {
    static COUNT_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<CountBody>| -> Result {
            copying::warn(rt)?;
            let class = rt.class_of(this).as_object().clone();
            let body = this.get(&rt.heap);
            let mut state = vec![body.next.clone()];
            if body.step.value().as_int() != Some(1) || body.next.value().as_int().is_none() {
                state.push(body.step.clone());
            }
            let state = rt.new_tuple(state)?;
            Ok(rt.new_tuple(vec![class, state.into()])?.into())
        };
    ];
}

/// The type `count`.
pub static COUNT: TypeDef = TypeDef {
    name: "count",
    module: "itertools",
    doc: "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step",
    layout: <CountBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(count_new),
        repr: Some(count_repr),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(count_next)),
        fill: Some(&COUNT_FILL),
        ..Slots::EMPTY
    },
    methods: COUNT_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `cycle`.
    pub struct CycleBody as "itertools.cycle" {
        /// The iterator of the first round.
        pub iterator: Option<Object>,
        /// Whether what it gives has been saved before, in the cycle that this one is a copy of.
        pub again: bool,
        /// What it gave. Copies share it.
        pub saved: List,
        /// The next of the saved items.
        pub index: usize,
    }
}

fn cycle_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let args = arity::without_foreign_keywords(rt, class, args);
    let values = arity::positional(rt, "cycle", args, 1, 1)?;
    let iterator = Some(rt.iter(&values[0])?);
    let saved = List::from_slice(&rt.heap, &[])?;
    Ok(rt.alloc_for(class, CycleBody { iterator, again: false, saved, index: 0 })?.into())
}

#[inline(always)]
fn cycle_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let cycle: &Ref<CycleBody> = this.cast().expect("slots of cycle get one");
    let body = cycle.get(&rt.heap);
    if body.iterator.is_some()
        && let Some(item) = first_round(rt, cycle)?
    {
        return Ok(Some(item));
    }
    let body = cycle.get(&rt.heap);
    let saved = &body.saved.get(&rt.heap).items;
    let Some(item) = saved.get(body.index).cloned() else { return Ok(None) };
    let next = if body.index + 1 >= saved.len() { 0 } else { body.index + 1 };
    cycle.get_mut(&mut rt.heap).0.index = next;
    Ok(Some(item))
}

static CYCLE_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let cycle: &Ref<CycleBody> = this.cast().expect("slots of cycle get one");
        let end = items.len() + limit;
        let body = cycle.get(&rt.heap);
        if let Some(iterator) = body.iterator.clone() {
            // Who else holds the saved items might see them grow.
            if !body.again && !body.saved.is_unique() {
                return Ok(Filled::Stuck);
            }
            let first = items.len();
            let filled = rt.fill(&iterator, items, limit)?;
            if !cycle.get(&rt.heap).again {
                let saved = cycle.get(&rt.heap).saved.clone();
                let (saved, heap) = saved.get_mut(&mut rt.heap);
                saved.items.extend_from_slice(heap, &items[first..])?;
            }
            if filled != Filled::End {
                return Ok(filled);
            }
            let old = cycle.get_mut(&mut rt.heap).0.iterator.take();
            drop(old);
        }
        let body = cycle.get(&rt.heap);
        let saved = &body.saved.get(&rt.heap).items;
        let mut index = body.index;
        items.reserve_steps(&rt.heap, end - items.len())?;
        while items.len() < end {
            let rest = saved.get(index..).unwrap_or(&[]);
            if rest.is_empty() {
                return Ok(Filled::End);
            }
            let count = rest.len().min(end - items.len());
            items.extend_from_slice(&rt.heap, &rest[..count])?;
            index = if index + count >= saved.len() { 0 } else { index + count };
        }
        cycle.get_mut(&mut rt.heap).0.index = index;
        Ok(Filled::Full)
    },
    hint: None,
};

/// The next item of the source, which is saved for the rounds to come; `None` at its end.
#[inline(never)]
fn first_round(rt: &mut Runtime, cycle: &Ref<CycleBody>) -> Result<Option<Object>> {
    let Some(iterator) = cycle.get(&rt.heap).iterator.clone() else { return Ok(None) };
    if let Some(item) = iterators::next(rt, &iterator)? {
        let body = cycle.get(&rt.heap);
        if !body.again {
            let saved = body.saved.clone();
            let (saved, heap) = saved.get_mut(&mut rt.heap);
            saved.items.push(heap, item.clone())?;
        }
        return Ok(Some(item));
    }
    let old = cycle.get_mut(&mut rt.heap).0.iterator.take();
    drop(old);
    Ok(None)
}

methods! {
    static CYCLE_METHODS = [
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<CycleBody>| -> Result {
            let body = this.get(&rt.heap);
            let (iterator, index, again) = (body.iterator.clone(), body.index, body.again);
            let saved: Object = body.saved.clone().into();
            let ended = iterator.is_none() || again;
            let iterator = match iterator {
                Some(iterator) => iterator,
                None => {
                    let rest = rt.iter(&saved)?;
                    if index > 0 {
                        rt.call_method(&rest, "__setstate__", &[Object::int(index as i64).unwrap_or(Object::NONE)])?;
                    }
                    rest
                }
            };
            let state = rt.new_tuple(vec![saved, Object::bool(ended)])?.into();
            copying::reduce(rt, this, vec![iterator], Some(state))
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &Ref<CycleBody>, state: &Object| -> Result<()> {
            let parts = copying::parts(rt, state, 2, 2)?;
            let Some(saved) = parts.items()[0].cast::<ListBody>() else {
                let got = rt.type_name(&parts.items()[0]);
                return Err(rt.type_error(format!("argument 1 must be list, not {got}")));
            };
            let again = rt.to_index(&parts.items()[1])? != 0;
            let saved = saved.clone();
            let body = this.get_mut(&mut rt.heap).0;
            body.again = again;
            drop(std::mem::replace(&mut body.saved, saved));
            Ok(())
        };
    ];
}

/// The type `cycle`.
pub static CYCLE: TypeDef = TypeDef {
    name: "cycle",
    module: "itertools",
    doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
    layout: <CycleBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(cycle_new),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(cycle_next)),
        fill: Some(&CYCLE_FILL),
        ..Slots::EMPTY
    },
    methods: CYCLE_METHODS,
    ..TypeDef::EMPTY
};

layout! {
    /// Body of `repeat`.
    pub struct RepeatBody as "itertools.repeat" {
        /// What is repeated.
        pub object: Object,
        /// How many times more; `None` for ever.
        pub left: Option<usize>,
    }
}

fn repeat_new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [object, times] = matched(rt, "repeat", &["object", "times"], (1, 2), args)?;
    let object = object.cloned().unwrap_or(Object::NONE);
    let left = match times {
        Some(times) => Some(rt.to_index(times)?.max(0) as usize),
        None => None,
    };
    Ok(rt.alloc_for(class, RepeatBody { object, left })?.into())
}

#[inline(always)]
fn repeat_next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let repeat: &Ref<RepeatBody> = this.cast().expect("slots of repeat get one");
    let body = repeat.get_mut(&mut rt.heap).0;
    match &mut body.left {
        Some(0) => return Ok(None),
        Some(left) => *left -= 1,
        None => {}
    }
    Ok(Some(body.object.clone()))
}

static REPEAT_FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let repeat: &Ref<RepeatBody> = this.cast().expect("slots of repeat get one");
        let (body, heap) = repeat.get_mut(&mut rt.heap);
        let count = body.left.map_or(limit, |left| left.min(limit));
        items.reserve_steps(heap, count)?;
        items.extend_repeated(heap, std::slice::from_ref(&body.object), count)?;
        if let Some(left) = &mut body.left {
            *left -= count;
        }
        Ok(if count == limit { Filled::Full } else { Filled::End })
    },
    hint: Some(|rt, this| this.cast::<RepeatBody>().and_then(|repeat| repeat.get(&rt.heap).left).unwrap_or(0)),
};

fn repeat_repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let repeat: &Ref<RepeatBody> = this.cast().expect("slots of repeat get one");
    let body = repeat.get(&rt.heap);
    let (object, left) = (body.object.clone(), body.left);
    let name = rt.class_of(this).get(&rt.heap).name.to_rust().into_owned();
    let object = rt.repr(&object)?;
    let times = left.map_or(String::new(), |left| format!(", {left}"));
    rt.new_str(&format!("{name}({}{times})", object.to_rust()))
}

methods! {
    static REPEAT_METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => |rt: &mut Runtime, this: &Ref<RepeatBody>| match this.get(&rt.heap).left {
            Some(left) => Ok(left),
            None => Err(rt.type_error("len() of unsized object")),
        };
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &Ref<RepeatBody>| -> Result {
            copying::warn(rt)?;
            let class = rt.class_of(this).as_object().clone();
            let body = this.get(&rt.heap);
            let (mut state, left) = (vec![body.object.clone()], body.left);
            if let Some(left) = left {
                state.push(rt.new_int(left as i128)?);
            }
            let state = rt.new_tuple(state)?;
            Ok(rt.new_tuple(vec![class, state.into()])?.into())
        };
    ];
}

/// The type `repeat`.
pub static REPEAT: TypeDef = TypeDef {
    name: "repeat",
    module: "itertools",
    doc: "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
    layout: <RepeatBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots {
        new: Some(repeat_new),
        repr: Some(repeat_repr),
        iter: Some(this_iterator),
        next: Some(crate::next_slot!(repeat_next)),
        fill: Some(&REPEAT_FILL),
        ..Slots::EMPTY
    },
    methods: REPEAT_METHODS,
    ..TypeDef::EMPTY
};
