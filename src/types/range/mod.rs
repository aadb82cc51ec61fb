//! `range`: start, stop and step of any size; the length is computed once.
//!
//! - `iterator`: `range_iterator` on machine words, `longrange_iterator` for the rest.

mod iterator;

pub use iterator::{
    ITERATOR_TYPE, LONG_ITERATOR_TYPE, LongRangeIterator, LongRangeIteratorBody, RangeIterator, RangeIteratorBody,
};

use crate::base::bigint::{self, Int, IntRef};
use crate::base::container_hash::TupleHasher;
use crate::heap::{Object, Ref, ShapeId};
use crate::layout::{Str, StrBuilder, int};
use crate::object::{
    Args, BinaryOp, Class, ClassFlags, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef,
};
use crate::types::arity;
use crate::types::int::arithmetic;
use crate::types::sequence::push_repr;
use crate::types::slice::{Slice, SliceBody, big_bounds, has_index};
use crate::{layout, methods};

layout! {
    /// Body of a range: four exact ints. Never changes.
    pub struct RangeBody as "range" (ShapeId::RANGE) {
        /// `start`.
        pub start: Object,
        /// `stop`.
        pub stop: Object,
        /// `step`, not 0.
        pub step: Object,
        /// The number of items.
        pub length: Object,
    }
}
/// A range object.
pub type Range = Ref<RangeBody>;

fn expect(object: &Object) -> &Range {
    object.cast().expect("slots of range get ranges")
}

/// The value of an int object.
fn value(object: &Object) -> IntRef<'_> {
    int::as_int(object).unwrap_or(IntRef::ZERO)
}

/// Any int object as an exact int.
fn exact(rt: &mut Runtime, object: &Object) -> Result {
    if object.value().is_int() {
        return Ok(object.clone());
    }
    let index = rt.index_object(object)?;
    arithmetic::exact(rt, &index)
}

/// An operation on exact ints, which may be huge.
fn compute(rt: &mut Runtime, op: BinaryOp, a: &Object, b: &Object) -> Result {
    arithmetic::binary(rt, op, a, b).unwrap_or(Ok(Object::NOT_IMPLEMENTED))
}

/// The number of items between two bounds.
fn length(rt: &mut Runtime, start: &Object, stop: &Object, step: &Object) -> Result {
    if let (IntRef::Small(start), IntRef::Small(stop), IntRef::Small(step)) = (value(start), value(stop), value(step)) {
        let (span, step) = (stop as i128 - start as i128, step as i128);
        return Ok(int::from_i128(
            &rt.heap,
            match () {
                _ if step > 0 && span > 0 => (span - 1) / step + 1,
                _ if step < 0 && span < 0 => (-span - 1) / -step + 1,
                _ => 0,
            },
        )?);
    }
    let (first, last) = if value(step).is_negative() { (stop, start) } else { (start, stop) };
    let span = compute(rt, BinaryOp::Subtract, last, first)?;
    if value(&span).is_negative() || value(&span).is_zero() {
        return Ok(Object::small(0));
    }
    if let Some(1 | -1) = step.value().as_int() {
        return Ok(span);
    }
    // The whole steps that lie before the last item, and it.
    let one = Object::small(1);
    let before = compute(rt, BinaryOp::Subtract, &span, &one)?;
    let step = if value(step).is_negative() { arithmetic::negative(rt, step)? } else { step.clone() };
    let count = compute(rt, BinaryOp::FloorDivide, &before, &step)?;
    compute(rt, BinaryOp::Add, &count, &one)
}

/// A new range of exact ints; the step is not 0.
pub fn new(rt: &mut Runtime, start: Object, stop: Object, step: Object) -> Result<Range> {
    let length = length(rt, &start, &stop, &step)?;
    Ok(rt.heap.alloc(ShapeId::RANGE, RangeBody { start, stop, step, length })?)
}

/// `start + index * step`.
fn item_at(rt: &mut Runtime, start: &Object, step: &Object, index: &Object) -> Result {
    if let (Some(start), Some(step), IntRef::Small(index)) =
        (start.value().as_int(), step.value().as_int(), value(index))
    {
        // Two products of 62 and 64 bits fit 128.
        return Ok(int::from_i128(&rt.heap, start as i128 + step as i128 * index as i128)?);
    }
    let offset = compute(rt, BinaryOp::Multiply, step, index)?;
    compute(rt, BinaryOp::Add, start, &offset)
}

impl Range {
    /// Start, step and length as machine words, if all items fit such.
    pub fn words(&self, rt: &Runtime) -> Option<(i64, i64, i64)> {
        let body = self.get(&rt.heap);
        // Stop as well: no item is then beyond either bound.
        let (start, _stop) = (value(&body.start).to_i64()?, value(&body.stop).to_i64()?);
        Some((start, value(&body.step).to_i64()?, value(&body.length).to_i64()?))
    }

    /// Start, step and length, if they are immediate.
    #[inline]
    fn small(&self, rt: &Runtime) -> Option<(i64, i64, i64)> {
        let body = self.get(&rt.heap);
        Some((body.start.value().as_int()?, body.step.value().as_int()?, body.length.value().as_int()?))
    }

    fn item(&self, rt: &mut Runtime, index: &Object) -> Result {
        let body = self.get(&rt.heap);
        let (start, step) = (body.start.clone(), body.step.clone());
        item_at(rt, &start, &step, index)
    }
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let body = expect(this).get(&rt.heap);
    let (start, stop, step) = (body.start.clone(), body.stop.clone(), body.step.clone());
    let mut text = StrBuilder::new();
    text.push_str(&rt.heap, "range(")?;
    push_repr(rt, &mut text, &start)?;
    text.push_str(&rt.heap, ", ")?;
    push_repr(rt, &mut text, &stop)?;
    if step.value().as_int() != Some(1) {
        text.push_str(&rt.heap, ", ")?;
        push_repr(rt, &mut text, &step)?;
    }
    text.push(&rt.heap, ')' as u32)?;
    Ok(text.finish(&rt.heap, &rt.strings)?)
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<RangeBody>(), right.cast::<RangeBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    let same = |x: &Object, y: &Object| value(x) == value(y);
    let equal = same(&a.length, &b.length)
        && (value(&a.length).is_zero()
            || (same(&a.start, &b.start) && (value(&a.length) == IntRef::Small(1) || same(&a.step, &b.step))));
    match op {
        CompareOp::Equal => Ok(Object::bool(equal)),
        CompareOp::NotEqual => Ok(Object::bool(!equal)),
        _ => Ok(Object::NOT_IMPLEMENTED),
    }
}

/// That of the tuple of length, start and step, the last two only as far as they matter.
fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let body = expect(this).get(&rt.heap);
    let (length, mut start, mut step) = (body.length.clone(), body.start.clone(), body.step.clone());
    if value(&length).is_zero() {
        start = Object::NONE;
    }
    if value(&length).compare(IntRef::Small(2)).is_lt() {
        step = Object::NONE;
    }
    let mut hasher = TupleHasher::default();
    for part in [&length, &start, &step] {
        hasher.push(rt.hash(part)?);
    }
    Ok(hasher.finish())
}

fn len(rt: &mut Runtime, this: &Object) -> Result<usize> {
    match value(&expect(this).get(&rt.heap).length).to_i64() {
        Some(length) => Ok(length as usize),
        None => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn get_item(rt: &mut Runtime, this: &Object, key: &Object) -> Result {
    let range = expect(this);
    if let Some(slice) = key.cast::<SliceBody>() {
        return Ok(get_slice(rt, range, slice)?.into());
    }
    if let Some(index) = key.value().as_int()
        && let Some((start, step, length)) = range.small(rt)
        && (-length..length).contains(&index)
    {
        let index = if index < 0 { index + length } else { index };
        if let Some(item) = step.checked_mul(index).and_then(|offset| start.checked_add(offset)).and_then(Object::int) {
            return Ok(item);
        }
    }
    if !has_index(rt, key) {
        let name = rt.type_name(key);
        return Err(rt.type_error(format!("range indices must be integers or slices, not {name}")));
    }
    let key = exact(rt, key)?;
    let length = range.get(&rt.heap).length.clone();
    let index = match value(&key).is_negative() {
        true => compute(rt, BinaryOp::Add, &key, &length)?,
        false => key,
    };
    if value(&index).is_negative() || value(&index).compare(value(&length)).is_ge() {
        return Err(rt.index_error("range object index out of range"));
    }
    range.item(rt, &index)
}

fn get_slice(rt: &mut Runtime, range: &Range, slice: &Slice) -> Result<Range> {
    let length = range.get(&rt.heap).length.clone();
    let [start, stop, step] = big_bounds(rt, slice, value(&length))?;
    let own_step = range.get(&rt.heap).step.clone();
    let [start, stop, step] = [start, stop, step].map(|bound| int::from_int(&rt.heap, &bound));
    let step = compute(rt, BinaryOp::Multiply, &step?, &own_step)?;
    let (start, stop) = (range.item(rt, &start?)?, range.item(rt, &stop?)?);
    new(rt, start, stop, step)
}

/// Whether the object is an int that a range can look for by arithmetic.
fn is_plain_int(object: &Object) -> bool {
    object.value().is_int() || object.value().is_bool() || object.shape() == ShapeId::INT
}

/// The index of an int in the range.
fn find_int(rt: &Runtime, range: &Range, wanted: &Object) -> Option<Int> {
    let body = range.get(&rt.heap);
    let (wanted, start, stop, step) = (value(wanted), value(&body.start), value(&body.stop), value(&body.step));
    let inside = match step.is_negative() {
        false => wanted.compare(start).is_ge() && wanted.compare(stop).is_lt(),
        true => wanted.compare(start).is_le() && wanted.compare(stop).is_gt(),
    };
    if !inside {
        return None;
    }
    let (index, rest) = bigint::divmod(bigint::subtract(wanted, start).as_ref(), step, bigint::UNWATCHED).ok()?;
    if rest.as_ref().is_zero() { Some(index) } else { None }
}

fn contains(rt: &mut Runtime, this: &Object, wanted: &Object) -> Result<bool> {
    if let Some(number) = wanted.value().as_int()
        && let Some((start, 1, length)) = expect(this).small(rt)
    {
        return Ok((0..length).contains(&(number - start)));
    }
    if is_plain_int(wanted) {
        return Ok(find_int(rt, expect(this), wanted).is_some());
    }
    let iterator = rt.iter(this)?;
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if rt.equal(&item, wanted)? {
            return Ok(true);
        }
    }
    Ok(false)
}

methods! {
    static METHODS = [
        /// rangeobject.count(value) -> integer -- return number of occurrences of value
        "count"(object, /) => count;
        /// rangeobject.index(value) -> integer -- return index of value.
        /// Raise ValueError if the value is not present.
        "index"(object, /) => index;
        /// Return a reverse iterator.
        "__reversed__"() => |rt: &mut Runtime, this: &Range| iterator::reversed(rt, this);
        "__reduce__"() => reduce;
    ];
}

fn count(rt: &mut Runtime, this: &Range, wanted: &Object) -> Result<usize> {
    if is_plain_int(wanted) {
        return Ok(find_int(rt, this, wanted).is_some() as usize);
    }
    let iterator = rt.iter(this)?;
    let mut count = 0;
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        count += rt.equal(&item, wanted)? as usize;
    }
    Ok(count)
}

fn index(rt: &mut Runtime, this: &Range, wanted: &Object) -> Result {
    if is_plain_int(wanted) {
        return match find_int(rt, this, wanted) {
            Some(index) => Ok(int::from_int(&rt.heap, &index)?),
            None => {
                let wanted = rt.repr(wanted)?;
                Err(rt.value_error(format!("{wanted} is not in range")))
            }
        };
    }
    let iterator = rt.iter(this)?;
    let mut index = 0;
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        if rt.equal(&item, wanted)? {
            return rt.new_int(index);
        }
        index += 1;
    }
    Err(rt.value_error("sequence.index(x): x not in sequence"))
}

fn reduce(rt: &mut Runtime, this: &Range) -> Result {
    let body = this.get(&rt.heap);
    let arguments = rt.new_tuple(vec![body.start.clone(), body.stop.clone(), body.step.clone()])?;
    let class = rt.class(ClassId::Range).as_object().clone();
    Ok(rt.new_tuple(vec![class, arguments.into()])?.into())
}

fn create(rt: &mut Runtime, _: &Class, args: Args<'_>) -> Result {
    if let ([stop], None) = (args.values, args.names)
        && let Some(count) = stop.value().as_int()
    {
        let length = Object::int(count.max(0)).unwrap_or(Object::NONE);
        let body = RangeBody { start: Object::small(0), stop: stop.clone(), step: Object::small(1), length };
        return Ok(rt.heap.alloc(ShapeId::RANGE, body)?.into());
    }
    let (start, stop, step) = match arity::positional(rt, "range", args, 1, 3)? {
        [start, stop, step] => (exact(rt, start)?, exact(rt, stop)?, exact(rt, step)?),
        [start, stop] => (exact(rt, start)?, exact(rt, stop)?, Object::small(1)),
        more => (Object::small(0), exact(rt, &more[0])?, Object::small(1)),
    };
    if value(&step).is_zero() {
        return Err(rt.value_error("range() arg 3 must not be zero"));
    }
    Ok(new(rt, start, stop, step)?.into())
}

/// A read-only member, whose refusal to be set has words of its own.
macro_rules! member {
    ($field:ident) => {
        GetSetDef {
            name: stringify!($field),
            doc: "",
            get: |rt, this| Ok(expect(this).get(&rt.heap).$field.clone()),
            set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
        }
    };
}

static GETSET: &[GetSetDef] = &[member!(start), member!(stop), member!(step)];

/// The type.
pub static TYPE: TypeDef = TypeDef {
    id: Some(ClassId::Range),
    name: "range",
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
    layout: <RangeBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::RANGE],
    flags: ClassFlags::SEQUENCE,
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(create),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        iter: Some(|rt, this| iterator::iter(rt, expect(this))),
        truth: Some(|rt, this| Ok(!value(&expect(this).get(&rt.heap).length).is_zero())),
        len: Some(len),
        get_item: Some(get_item),
        contains: Some(contains),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
