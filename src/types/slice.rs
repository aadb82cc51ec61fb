//! `slice`: start, stop and step of a subscript, and what they mean for a sequence of some length.

use crate::base::bigint::{self, Int, IntRef};
use crate::base::container_hash::TupleHasher;
use crate::heap::{Object, Ref, ShapeId};
use crate::layout::{Str, StrBuilder, Tuple, int};
use crate::object::{Args, Class, ClassId, CompareOp, GetSetDef, Result, Runtime, Slots, TypeDef};
use crate::types::arity;
use crate::{layout, methods};
use std::cmp::Ordering;

layout! {
    /// Body of a slice. Never changes.
    pub struct SliceBody as "slice" (ShapeId::SLICE) {
        /// `start`.
        pub start: Object,
        /// `stop`.
        pub stop: Object,
        /// `step`.
        pub step: Object,
    }
}
/// A slice object.
pub type Slice = Ref<SliceBody>;

/// A slice's parts as numbers, not yet fitted to a length. The step is not 0.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    start: isize,
    stop: isize,
    step: isize,
}

/// The positions that a slice selects in a sequence: `count` of them, `step` apart, the first one `start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first position; where new items go if there is none.
    pub start: usize,
    /// The distance, not 0.
    pub step: isize,
    /// How many.
    pub count: usize,
}

impl Bounds {
    /// Reads a slice's parts. This may run Python code (`__index__`), so the length is asked for afterwards.
    ///
    /// As with [`Bounds::fit`], the numbers stay in registers: written to memory one by one and read from there in larger
    /// pieces, they would be waited for.
    #[inline(always)]
    pub fn of(rt: &mut Runtime, slice: &Slice) -> Result<Bounds> {
        let body = slice.get(&rt.heap);
        let step = plain_bound(&body.step, 1).filter(|step| *step != 0);
        let (first, last) = if step < Some(0) { (isize::MAX, isize::MIN) } else { (0, isize::MAX) };
        if let Some(step) = step
            && let (Some(start), Some(stop)) = (plain_bound(&body.start, first), plain_bound(&body.stop, last))
        {
            return Ok(Bounds { start, stop, step });
        }
        Bounds::of_any(rt, slice)
    }

    #[inline(never)]
    fn of_any(rt: &mut Runtime, slice: &Slice) -> Result<Bounds> {
        let body = slice.get(&rt.heap);
        let (start, stop, step) = (body.start.clone(), body.stop.clone(), body.step.clone());
        let step = if step.is_none() { 1 } else { index(rt, &step)? };
        if step == 0 {
            return Err(rt.value_error("slice step cannot be zero"));
        }
        // So that the step can be negated.
        let step = step.max(-isize::MAX);
        let start = match start.is_none() {
            true if step < 0 => isize::MAX,
            true => 0,
            false => index(rt, &start)?,
        };
        let stop = match stop.is_none() {
            true if step < 0 => isize::MIN,
            true => isize::MAX,
            false => index(rt, &stop)?,
        };
        Ok(Bounds { start, stop, step })
    }

    /// The positions that `[start:stop]` selects of `len`, if both are small ints or None.
    #[inline]
    pub fn plain(start: &Object, stop: &Object, len: usize) -> Option<std::ops::Range<usize>> {
        let fit = |bound: isize| from_end(bound, len).min(len);
        let (start, stop) = (fit(plain_bound(start, 0)?), fit(plain_bound(stop, isize::MAX)?));
        Some(start..stop.max(start))
    }

    /// Fits the bounds to a sequence of `len` items.
    #[inline(always)]
    pub fn fit(self, len: usize) -> Span {
        let len = len as isize;
        let clamp = |bound: isize| {
            let (lowest, highest) = if self.step < 0 { (-1, len - 1) } else { (0, len) };
            if bound < 0 { (bound.saturating_add(len)).max(lowest) } else { bound.min(highest) }
        };
        let (start, stop) = (clamp(self.start), clamp(self.stop));
        let count = match self.step < 0 {
            true if stop < start => (start - stop - 1) / -self.step + 1,
            false if start < stop => (stop - start - 1) / self.step + 1,
            _ => 0,
        };
        Span { start: start.max(0) as usize, step: self.step, count: count as usize }
    }

    /// Whether the slice has no step or a step of 1: it then stands for a gap that may grow or shrink.
    pub fn is_plain(self) -> bool {
        self.step == 1
    }
}

impl Span {
    /// The position of the `i`th selected item.
    #[inline(always)]
    pub fn at(&self, i: usize) -> usize {
        self.start.wrapping_add_signed(self.step.wrapping_mul(i as isize))
    }

    /// All positions in order.
    pub fn positions(self) -> impl ExactSizeIterator<Item = usize> {
        (0..self.count).map(move |i| self.at(i))
    }

    /// First position, step, number.
    pub fn parts(self) -> (usize, isize, usize) {
        (self.start, self.step, self.count)
    }

    /// The selected range of positions, if the step is 1.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.count
    }
}

/// A bound that is a small int or None, which stands for `absent`.
#[inline(always)]
fn plain_bound(bound: &Object, absent: isize) -> Option<isize> {
    if bound.is_none() { Some(absent) } else { bound.value().as_int().map(|n| n as isize) }
}

/// The index of one part, clamped to `isize`.
pub fn index(rt: &mut Runtime, part: &Object) -> Result<isize> {
    if let Some(n) = part.value().as_int() {
        return Ok(n as isize);
    }
    match has_index(rt, part) {
        true => rt.to_size_index(part),
        false => Err(rt.type_error("slice indices must be integers or None or have an __index__ method")),
    }
}

/// Whether the object is an int or has `__index__`.
pub fn has_index(rt: &Runtime, object: &Object) -> bool {
    let value = object.value();
    value.is_int()
        || value.is_bool()
        || int::as_int(object).is_some()
        || rt.class_of(object).get(&rt.heap).slots.unary[crate::object::UnaryOp::Index as usize].is_some()
}

/// The bounds of a search (`list.index(x, start, stop)`), clamped; `None` is refused. The length is asked for afterwards
/// and applied with [`from_end`].
pub fn search_bounds(rt: &mut Runtime, start: Option<&Object>, stop: Option<&Object>) -> Result<(isize, isize)> {
    let mut bound = |bound: Option<&Object>, absent: isize| match bound {
        None => Ok(absent),
        Some(bound) if has_index(rt, bound) => rt.to_size_index(bound),
        Some(_) => Err(rt.type_error("slice indices must be integers or have an __index__ method")),
    };
    Ok((bound(start, 0)?, bound(stop, isize::MAX)?))
}

/// A bound counted from the end if negative, at least 0.
pub fn from_end(bound: isize, len: usize) -> usize {
    if bound < 0 { (bound.saturating_add(len as isize)).max(0) as usize } else { bound as usize }
}

/// A new slice object.
pub fn new(rt: &Runtime, start: Object, stop: Object, step: Object) -> Result<Slice> {
    Ok(rt.heap.alloc(ShapeId::SLICE, SliceBody { start, stop, step })?)
}

impl Slice {
    fn parts(&self, rt: &Runtime) -> [Object; 3] {
        let body = self.get(&rt.heap);
        [body.start.clone(), body.stop.clone(), body.step.clone()]
    }
}

fn expect(object: &Object) -> &Slice {
    object.cast().expect("slots of slice get slices")
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let mut text = StrBuilder::new();
    text.push_str(&rt.heap, "slice(")?;
    for (i, part) in expect(this).parts(rt).iter().enumerate() {
        if i > 0 {
            text.push_str(&rt.heap, ", ")?;
        }
        let part = rt.repr(part)?;
        text.push_string(&rt.heap, &part)?;
    }
    text.push(&rt.heap, ')' as u32)?;
    Ok(text.finish(&rt.heap, &rt.strings)?)
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<SliceBody>(), right.cast::<SliceBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    if a.is(b) {
        return Ok(Object::bool(op.test(Ordering::Equal)));
    }
    let (a, b) = (Tuple::from_array(&rt.heap, a.parts(rt))?, Tuple::from_array(&rt.heap, b.parts(rt))?);
    rt.compare(op, &a, &b)
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let mut hasher = TupleHasher::default();
    for part in expect(this).parts(rt) {
        hasher.push(rt.native_call("", |rt| rt.hash(&part))?);
    }
    Ok(hasher.finish_slice())
}

methods! {
    static METHODS = [
        /// S.indices(len) -> (start, stop, stride)
        ///
        /// Assuming a sequence of length len, calculate the start and stop
        /// indices, and the stride length of the extended slice described by
        /// S. Out of bounds indices are clipped in a manner consistent with the
        /// handling of normal slices.
        "indices"(object, /) => indices;
        /// Return state information for pickling.
        "__reduce__"() => reduce;
    ];
}

fn indices(rt: &mut Runtime, this: &Slice, length: &Object) -> Result {
    let length = rt.index_object(length)?;
    let length = int::as_int(&length).map_or(Int::ZERO, IntRef::to_owned);
    if length.as_ref().is_negative() {
        return Err(rt.value_error("length should not be negative"));
    }
    let bounds = big_bounds(rt, this, length.as_ref())?;
    let [start, stop, step] = bounds.map(|bound| int::from_int(&rt.heap, &bound));
    Ok(rt.new_tuple(vec![start?, stop?, step?])?.into())
}

/// Start, stop and step fitted to a sequence of any length.
pub fn big_bounds(rt: &mut Runtime, slice: &Slice, length: IntRef<'_>) -> Result<[Int; 3]> {
    let one = IntRef::Small(1);
    let [start, stop, step] = slice.parts(rt);
    let step = match step.is_none() {
        true => Int::from_i64(1),
        false => big_index(rt, &step)?,
    };
    if step.as_ref().is_zero() {
        return Err(rt.value_error("slice step cannot be zero"));
    }
    let backwards = step.as_ref().is_negative();
    let (lowest, highest) = match backwards {
        true => (Int::from_i64(-1), bigint::subtract(length, one)),
        false => (Int::ZERO, length.to_owned()),
    };
    let bound = |rt: &mut Runtime, part: &Object, absent: &Int| -> Result<Int> {
        if part.is_none() {
            return Ok(absent.clone());
        }
        let given = big_index(rt, part)?;
        if given.as_ref().is_negative() {
            let moved = bigint::add(given.as_ref(), length);
            return Ok(if moved.as_ref().compare(lowest.as_ref()).is_lt() { lowest.clone() } else { moved });
        }
        Ok(if given.as_ref().compare(highest.as_ref()).is_gt() { highest.clone() } else { given })
    };
    let start = bound(rt, &start, if backwards { &highest } else { &lowest })?;
    let stop = bound(rt, &stop, if backwards { &lowest } else { &highest })?;
    Ok([start, stop, step])
}

fn big_index(rt: &mut Runtime, part: &Object) -> Result<Int> {
    if !has_index(rt, part) {
        return Err(rt.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    let int = rt.index_object(part)?;
    Ok(int::as_int(&int).map_or(Int::ZERO, IntRef::to_owned))
}

fn reduce(rt: &mut Runtime, this: &Slice) -> Result {
    let arguments = Tuple::from_array(&rt.heap, this.parts(rt))?;
    let class = rt.class(ClassId::Slice).as_object().clone();
    Ok(Tuple::from_array(&rt.heap, [class, arguments.into()])?.into())
}

fn create(rt: &mut Runtime, _: &Class, args: Args<'_>) -> Result {
    let (start, stop, step) = match arity::positional(rt, "slice", args, 1, 3)? {
        [stop] => (Object::NONE, stop.clone(), Object::NONE),
        [start, stop] => (start.clone(), stop.clone(), Object::NONE),
        [start, stop, step, ..] => (start.clone(), stop.clone(), step.clone()),
        [] => (Object::NONE, Object::NONE, Object::NONE),
    };
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
    id: Some(ClassId::Slice),
    name: "slice",
    doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    layout: <SliceBody as crate::heap::Layout>::info,
    shapes: &[ShapeId::SLICE],
    slots: Slots {
        get_attribute: Some(crate::object::generic_get_attribute),
        new: Some(create),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
