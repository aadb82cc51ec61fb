//! What lists and tuples have in common: searching, comparing, printing, repeating.
//!
//! Comparisons may run Python code, which may change a list: every loop here looks at the items anew after each one.

use crate::heap::{Layout, Object, Ref};
use crate::layout::search::{is_other_int, quick_equal};
use crate::layout::{ListBody, StrBody, StrBuilder, TupleBody};
use crate::object::{CompareOp, Result, Runtime};

/// A body whose items lie in one slice.
pub trait Items: Layout {
    /// The items.
    fn items(&self) -> &[Object];
}

impl Items for ListBody {
    #[inline(always)]
    fn items(&self) -> &[Object] {
        &self.items
    }
}

impl Items for TupleBody {
    #[inline(always)]
    fn items(&self) -> &[Object] {
        TupleBody::items(self)
    }
}

/// What a walk along items met.
enum Met {
    Equal(usize),
    /// Only Python code can tell whether this one is equal.
    Unsure(usize, Object),
    /// Nothing, up to here.
    Pause(usize),
    End,
}

/// So many items are looked at between two looks at Ctrl-C.
const STRIDE: usize = 1 << 20;

fn walk(items: &[Object], wanted: &Object, from: usize, stop: usize) -> Met {
    let end = stop.min(items.len());
    let stop = end.min(from.saturating_add(STRIDE));
    let number = wanted.value().is_int().then(|| wanted.value());
    for (i, item) in items.iter().enumerate().take(stop).skip(from) {
        if is_other_int(item, number) {
            continue;
        }
        match quick_equal(item, wanted) {
            Some(true) => return Met::Equal(i),
            Some(false) => {}
            None => return Met::Unsure(i, item.clone()),
        }
    }
    if stop < end { Met::Pause(stop) } else { Met::End }
}

/// The first position in `from..stop` of an item equal to `wanted`.
pub fn find<T: Items>(
    rt: &mut Runtime,
    sequence: &Ref<T>,
    wanted: &Object,
    from: usize,
    stop: usize,
) -> Result<Option<usize>> {
    let mut from = from;
    loop {
        match walk(sequence.get(&rt.heap).items(), wanted, from, stop) {
            Met::Equal(i) => return Ok(Some(i)),
            Met::Unsure(i, item) if rt.equal(&item, wanted)? => return Ok(Some(i)),
            Met::Unsure(i, _) => {
                rt.check_interrupts()?;
                from = i + 1;
            }
            Met::Pause(i) => {
                rt.check_interrupts()?;
                from = i;
            }
            Met::End => return Ok(None),
        }
    }
}

/// How many items are equal to `wanted`.
pub fn count<T: Items>(rt: &mut Runtime, sequence: &Ref<T>, wanted: &Object) -> Result<usize> {
    let (mut from, mut count) = (0, 0);
    while let Some(i) = find(rt, sequence, wanted, from, usize::MAX)? {
        rt.check_interrupts()?;
        count += 1;
        from = i + 1;
    }
    Ok(count)
}

/// `left op right` of two exact sequences of one kind, if all that decides are identities, ints, floats and strings.
#[inline]
pub fn quick_compare(op: CompareOp, left: &[Object], right: &[Object]) -> Option<bool> {
    if left.len() > STRIDE {
        return None;
    }
    let mut i = 0;
    let (x, y) = loop {
        match (left.get(i), right.get(i)) {
            (Some(x), Some(y)) if x.is(y) => i += 1,
            (Some(x), Some(y)) => break (x, y),
            _ => return Some(op.test(left.len().cmp(&right.len()))),
        }
    };
    let (a, b) = (x.value(), y.value());
    if a.is_int() && b.is_int() {
        return Some(op.test(a.int_unchecked().cmp(&b.int_unchecked())));
    }
    if a.is_float() && b.is_float() {
        // Different words may be equal: zeros.
        let ordering = a.float_unchecked().partial_cmp(&b.float_unchecked())?;
        return if ordering.is_eq() { None } else { Some(op.test(ordering)) };
    }
    let (a, b) = (x.cast_exact::<StrBody>()?, y.cast_exact::<StrBody>()?);
    let ordering = match op {
        CompareOp::Equal | CompareOp::NotEqual if !a.equals(b) => std::cmp::Ordering::Less,
        _ => a.compare(b),
    };
    if ordering.is_eq() { None } else { Some(op.test(ordering)) }
}

/// `left op right` of two sequences of the same kind: by the first pair that differs, else by length.
pub fn compare<T: Items>(rt: &mut Runtime, left: &Ref<T>, right: &Ref<T>, op: CompareOp) -> Result {
    let lengths = |rt: &Runtime| (left.get(&rt.heap).items().len(), right.get(&rt.heap).items().len());
    let (a, b) = lengths(rt);
    // A list of another length is never equal; CPython compares tuples nevertheless, which only shows in `__eq__` calls.
    if a != b && T::EXACT == ListBody::EXACT && matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::bool(op == CompareOp::NotEqual));
    }
    if let Some(answer) = quick_compare(op, left.get(&rt.heap).items(), right.get(&rt.heap).items()) {
        return Ok(Object::bool(answer));
    }
    let mut i = 0;
    loop {
        let (x, y, told) = {
            let (a, b) = (left.get(&rt.heap).items(), right.get(&rt.heap).items());
            let mut pairs = a.iter().zip(b).enumerate().skip(i).take(STRIDE);
            match pairs.find(|(_, (x, y))| quick_equal(x, y) != Some(true)) {
                Some((at, (x, y))) => {
                    i = at;
                    (x.clone(), y.clone(), quick_equal(x, y))
                }
                None if a.len().min(b.len()).saturating_sub(i) > STRIDE => {
                    i += STRIDE;
                    rt.check_interrupts()?;
                    continue;
                }
                None => break,
            }
        };
        if told == Some(false) {
            return match op {
                CompareOp::Equal => Ok(Object::FALSE),
                CompareOp::NotEqual => Ok(Object::TRUE),
                _ => order(rt, op, &x, &y),
            };
        }
        if !rt.equal(&x, &y)? {
            let (a, b) = (left.get(&rt.heap).items(), right.get(&rt.heap).items());
            let (Some(x), Some(y)) = (a.get(i).cloned(), b.get(i).cloned()) else { break };
            return match op {
                CompareOp::Equal => Ok(Object::FALSE),
                CompareOp::NotEqual => Ok(Object::TRUE),
                _ => rt.compare(op, &x, &y),
            };
        }
        rt.check_interrupts()?;
        i += 1;
    }
    let (a, b) = lengths(rt);
    Ok(Object::bool(op.test(a.cmp(&b))))
}

/// `x op y`, numbers that are immediate first.
fn order(rt: &mut Runtime, op: CompareOp, x: &Object, y: &Object) -> Result {
    let (a, b) = (x.value(), y.value());
    let ordering = match (a.as_int(), b.as_int()) {
        (Some(a), Some(b)) => Some(a.cmp(&b)),
        // None of these is a NaN.
        _ if a.is_float() && b.is_float() => a.float_unchecked().partial_cmp(&b.float_unchecked()),
        _ => None,
    };
    match ordering {
        Some(ordering) => Ok(Object::bool(op.test(ordering))),
        None => rt.compare(op, x, y),
    }
}

/// Appends `repr(object)`.
pub fn push_repr(rt: &mut Runtime, text: &mut StrBuilder, object: &Object) -> Result<()> {
    if let Some(n) = object.value().as_int() {
        return Ok(text.push_decimal(&rt.heap, n)?);
    }
    let repr = rt.repr(object)?;
    Ok(text.push_string(&rt.heap, &repr)?)
}

/// Appends the reprs of all items with commas between.
pub fn push_items<T: Items>(rt: &mut Runtime, text: &mut StrBuilder, sequence: &Ref<T>) -> Result<()> {
    let mut i = 0;
    while let Some(item) = sequence.get(&rt.heap).items().get(i).cloned() {
        rt.check_interrupts()?;
        if i > 0 {
            text.push_str(&rt.heap, ", ")?;
        }
        push_repr(rt, text, &item)?;
        i += 1;
    }
    Ok(())
}

/// The position that a subscript means, or the IndexError `message`.
#[inline]
pub fn position(rt: &mut Runtime, index: isize, len: usize, message: &str) -> Result<usize> {
    let at = if index < 0 { index.wrapping_add(len as isize) } else { index };
    if at as usize >= len {
        return Err(rt.index_error(message));
    }
    Ok(at as usize)
}

/// `(iter, (container,), index)`, or `(iter, (empty,))` once exhausted: how iterators are copied.
pub fn reduce_iterator(rt: &mut Runtime, name: &str, container: Option<(Object, usize)>, empty: Object) -> Result {
    let name = rt.intern(name);
    let Some(function) = rt.builtins.get_str(&rt.heap, &name).cloned() else {
        return Err(rt.runtime_error("lost builtins"));
    };
    Ok(match container {
        Some((container, index)) => {
            let arguments = rt.new_tuple(vec![container])?.into();
            let index = rt.new_int(index as i128)?;
            rt.new_tuple(vec![function, arguments, index])?.into()
        }
        None => {
            let arguments = rt.new_tuple(vec![empty])?.into();
            rt.new_tuple(vec![function, arguments])?.into()
        }
    })
}

/// A function of `builtins` by name, for what `__reduce__` gives.
pub fn builtin(rt: &mut Runtime, name: &str) -> Result {
    let name = rt.intern(name);
    match rt.builtins.get_str(&rt.heap, &name).cloned() {
        Some(function) => Ok(function),
        None => Err(rt.runtime_error("lost builtins")),
    }
}

/// `(function, arguments)`, with a state if there is one: a result of `__reduce__`.
pub fn reduced(rt: &mut Runtime, function: Object, arguments: Vec<Object>, state: Option<Object>) -> Result {
    let arguments = rt.new_tuple(arguments)?.into();
    let parts = [function, arguments].into_iter().chain(state).collect();
    Ok(rt.new_tuple(parts)?.into())
}

/// `(getattr, (object, name))`: how what is an attribute of another object is made again.
pub fn reduce_attribute(rt: &mut Runtime, object: Object, name: &str) -> Result {
    let function = builtin(rt, "getattr")?;
    let name = rt.intern(name).into();
    reduced(rt, function, vec![object, name], None)
}

/// The position that an iterator's `__setstate__` gets: an int, no less.
pub fn iterator_state(rt: &mut Runtime, state: &Object) -> Result<isize> {
    if !state.value().is_int() && !state.value().is_bool() && state.cast::<crate::layout::IntBody>().is_none() {
        return Err(rt.type_error("an integer is required"));
    }
    rt.to_index(state)
}
