//! `range_iterator` and `longrange_iterator`.

use super::{Range, compute, item_at, value};
use crate::heap::{Object, Ref, ShapeId};
use crate::layout::{IntBody, TupleBody, int};
use crate::object::{BinaryOp, ClassId, CompareOp, Fill, Filled, Result, Runtime, Slots, TypeDef};
use crate::types::int::arithmetic;
use crate::types::sequence::reduce_iterator;
use crate::{layout, methods};

layout! {
    /// Body of an iterator over a range of machine words. The VM reads and writes it in place.
    pub struct RangeIteratorBody as "range_iterator" (ShapeId::RANGE_ITERATOR) {
        /// The next item: the word of that int, four times the number; if `left` is negative, the number.
        pub next: i64,
        /// The distance to the one behind it, in the same measure.
        pub step: i64,
        /// Items left; the complement of their number if the items, or what would follow, go beyond the ints that are words.
        pub left: i64,
    }
}
/// An iterator over a range of machine words.
pub type RangeIterator = Ref<RangeIteratorBody>;

impl RangeIteratorBody {
    /// `None` if what would follow the last item is no machine word.
    fn new(next: i64, step: i64, left: i64) -> Option<RangeIteratorBody> {
        let left = left.max(0);
        let behind = next.checked_add(step.checked_mul(left)?)?;
        Some(match [next, step, behind].iter().all(|&number| Object::int(number).is_some()) {
            true => RangeIteratorBody { next: next * 4, step: step * 4, left },
            false => RangeIteratorBody { next, step, left: !left },
        })
    }

    /// The next item, the distance to the one behind it, the number of items left.
    fn parts(&self) -> (i64, i64, i64) {
        if self.left < 0 { (self.next, self.step, !self.left) } else { (self.next >> 2, self.step >> 2, self.left) }
    }

    /// The same if all items are words.
    pub fn words(&self) -> Option<(i64, i64, usize)> {
        let left = usize::try_from(self.left).ok()?;
        Some((self.next >> 2, self.step >> 2, left))
    }

    /// Leaves out `count` items, at most those that are left.
    pub fn skip(&mut self, count: i64) {
        self.next += self.step * count;
        self.left -= if self.left < 0 { -count } else { count };
    }
}

layout! {
    /// Body of an iterator over a range of ints of any size.
    pub struct LongRangeIteratorBody as "longrange_iterator" {
        /// The next item.
        pub next: Object,
        /// The distance to the one behind it.
        pub step: Object,
        /// Items left.
        pub left: Object,
    }
}
/// An iterator over a range of ints of any size.
pub type LongRangeIterator = Ref<LongRangeIteratorBody>;

fn expect(object: &Object) -> &RangeIterator {
    object.cast().expect("slots of range_iterator get range iterators")
}

fn expect_long(object: &Object) -> &LongRangeIterator {
    object.cast().expect("slots of longrange_iterator get such iterators")
}

pub(super) fn iter(rt: &mut Runtime, range: &Range) -> Result {
    if let Some((next, step, left)) = range.words(rt)
        && let Some(body) = RangeIteratorBody::new(next, step, left)
    {
        return Ok(rt.heap.alloc(ShapeId::RANGE_ITERATOR, body)?.into());
    }
    let body = range.get(&rt.heap);
    let body = LongRangeIteratorBody { next: body.start.clone(), step: body.step.clone(), left: body.length.clone() };
    Ok(rt.alloc_for(rt.class(ClassId::LongRangeIterator), body)?.into())
}

/// From the last item to the first.
pub(super) fn reversed(rt: &mut Runtime, range: &Range) -> Result {
    if let Some((start, step, left)) = range.words(rt)
        && let Some(step_back) = step.checked_neg()
        // The last item, if there is one, lies between the bounds.
        && let Ok(next) = i64::try_from(start as i128 + step as i128 * (left as i128 - 1))
        && let Some(body) = RangeIteratorBody::new(next, step_back, left)
    {
        return Ok(rt.heap.alloc(ShapeId::RANGE_ITERATOR, body)?.into());
    }
    let body = range.get(&rt.heap);
    let (start, step, left) = (body.start.clone(), body.step.clone(), body.length.clone());
    let last = compute(rt, BinaryOp::Subtract, &left, &Object::small(1))?;
    let next = item_at(rt, &start, &step, &last)?;
    let step = arithmetic::negative(rt, &step)?;
    Ok(rt.alloc_for(rt.class(ClassId::LongRangeIterator), LongRangeIteratorBody { next, step, left })?.into())
}

#[inline(always)]
fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let body = expect(this).get_mut(&mut rt.heap).0;
    let (item, _, left) = body.parts();
    if left == 0 {
        return Ok(None);
    }
    body.skip(1);
    match Object::int(item) {
        Some(item) => Ok(Some(item)),
        None => Ok(Some(int::from_i64(&rt.heap, item)?)),
    }
}

static FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let (body, heap) = expect(this).get_mut(&mut rt.heap);
        let Some((next, step, left)) = body.words() else { return Ok(Filled::Stuck) };
        let count = left.min(limit);
        items.reserve_steps(heap, count)?;
        for i in 0..count {
            items.push(heap, Object::int(next + step * i as i64).unwrap_or(Object::NONE))?;
        }
        body.skip(count as i64);
        Ok(if count == limit { Filled::Full } else { Filled::End })
    },
    hint: Some(|rt, this| expect(this).get(&rt.heap).parts().2 as usize),
};

fn next_long(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let iterator = expect_long(this);
    let body = iterator.get(&rt.heap);
    let (next, step, left) = (body.next.clone(), body.step.clone(), body.left.clone());
    if value(&left).is_zero() || value(&left).is_negative() {
        return Ok(None);
    }
    let left = compute(rt, BinaryOp::Subtract, &left, &Object::small(1))?;
    let following = compute(rt, BinaryOp::Add, &next, &step)?;
    let body = iterator.get_mut(&mut rt.heap).0;
    let old = std::mem::replace(&mut body.left, left);
    let item = std::mem::replace(&mut body.next, following);
    drop(old);
    Ok(Some(item))
}

/// `(iter, (range of the rest,), 0)`.
fn reduce_rest(rt: &mut Runtime, next: &Object, step: &Object, left: &Object) -> Result {
    let stop = item_at(rt, next, step, left)?;
    let rest = super::new(rt, next.clone(), stop, step.clone())?;
    // CPython has None for the state here.
    let pair = reduce_iterator(rt, "iter", Some((rest.into(), 0)), Object::NONE)?;
    match pair.cast::<TupleBody>().map(|parts| parts.items().to_vec()) {
        Some(mut parts) if parts.len() == 3 => {
            parts[2] = Object::NONE;
            Ok(rt.new_tuple(parts)?.into())
        }
        _ => Ok(pair),
    }
}

methods! {
    static METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => |rt: &mut Runtime, this: &RangeIterator| this.get(&rt.heap).parts().2;
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &RangeIterator| {
            let (next, step, left) = this.get(&rt.heap).parts();
            let (next, step) = (rt.new_int(next.into())?, rt.new_int(step.into())?);
            {
 let left = int::from_i64(&rt.heap, left)?;
 reduce_rest(rt, &next, &step, &left)
}
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &RangeIterator, state: i64| {
            let body = this.get_mut(&mut rt.heap).0;
            body.skip(state.clamp(0, body.parts().2));
        };
    ];
}

methods! {
    static LONG_METHODS = [
        /// Private method returning an estimate of len(list(it)).
        "__length_hint__"() => |rt: &mut Runtime, this: &LongRangeIterator| this.get(&rt.heap).left.clone();
        /// Return state information for pickling.
        "__reduce__"() => |rt: &mut Runtime, this: &LongRangeIterator| {
            let body = this.get(&rt.heap);
            let (next, step, left) = (body.next.clone(), body.step.clone(), body.left.clone());
            reduce_rest(rt, &next, &step, &left)
        };
        /// Set state information for unpickling.
        "__setstate__"(object, /) => |rt: &mut Runtime, this: &LongRangeIterator, state: &Object| -> Result<()> {
            if !state.value().is_int() && !state.value().is_bool() && state.cast::<IntBody>().is_none() {
                let got = rt.type_name(state);
                return Err(rt.type_error(format!("state must be an int, not {got}")));
            }
            let body = this.get(&rt.heap);
            let (next, step, left) = (body.next.clone(), body.step.clone(), body.left.clone());
            let zero = Object::small(0);
            let skipped = if rt.compare(CompareOp::Less, state, &zero)?.is(&Object::TRUE) {
                zero
            } else if rt.compare(CompareOp::Greater, state, &left)?.is(&Object::TRUE) {
                left.clone()
            } else {
                state.clone()
            };
            let way = rt.binary(BinaryOp::Multiply, &step, &skipped)?;
            let next = rt.binary(BinaryOp::Add, &next, &way)?;
            let left = rt.binary(BinaryOp::Subtract, &left, &skipped)?;
            let body = this.get_mut(&mut rt.heap).0;
            let old = (std::mem::replace(&mut body.next, next), std::mem::replace(&mut body.left, left));
            drop(old);
            Ok(())
        };
    ];
}

/// The type of iterators over machine words.
pub static ITERATOR_TYPE: TypeDef = TypeDef {
    id: Some(ClassId::RangeIterator),
    name: "range_iterator",
    layout: <RangeIteratorBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::RANGE_ITERATOR],
    slots: Slots {
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(crate::next_slot!(next)),
        fill: Some(&FILL),
        ..Slots::EMPTY
    },
    methods: METHODS,
    ..TypeDef::EMPTY
};

/// The type of the other iterators.
pub static LONG_ITERATOR_TYPE: TypeDef = TypeDef {
    id: Some(ClassId::LongRangeIterator),
    name: "longrange_iterator",
    layout: <LongRangeIteratorBody as crate::heap::Layout>::info,
    slots: Slots { iter: Some(|_, this| Ok(this.clone())), next: Some(crate::next_slot!(next_long)), ..Slots::EMPTY },
    methods: LONG_METHODS,
    ..TypeDef::EMPTY
};
