//! Subscripts, membership, comparison, `+` and `*` of deques.

use super::{Deque, DequeBody, expect, methods};
use crate::heap::Object;
use crate::layout::search::quick_equal;
use crate::object::{CompareOp, Raised, Result, Runtime};
use crate::types::repeat::{Count, count as repeat_count, is_index};

fn position(rt: &mut Runtime, deque: &Deque, index: &Object) -> Result<usize> {
    if !is_index(rt, index) {
        let got = rt.type_name(index);
        return Err(rt.type_error(format!("sequence index must be integer, not '{got}'")));
    }
    let index = rt.to_subscript(index)?;
    let len = deque.get(&rt.heap).len();
    crate::types::sequence::position(rt, index, len, "deque index out of range")
}

pub(super) fn get_item(rt: &mut Runtime, this: &Object, index: &Object) -> Result {
    let deque = expect(this);
    let at = position(rt, deque, index)?;
    Ok(deque.get(&rt.heap).get(at).cloned().unwrap_or(Object::NONE))
}

pub(super) fn set_item(rt: &mut Runtime, this: &Object, index: &Object, value: Option<&Object>) -> Result<()> {
    let deque = expect(this);
    let at = position(rt, deque, index)?;
    let body = deque.get_mut(&mut rt.heap).0;
    let gone = match value {
        Some(value) => Some(body.replace(at, value.clone())),
        None => body.remove(at),
    };
    drop(gone);
    Ok(())
}

#[cold]
fn mutated(rt: &mut Runtime) -> Raised {
    rt.runtime_error("deque mutated during iteration")
}

/// The first index in `from..stop` of an item equal to `wanted`.
pub(super) fn find(
    rt: &mut Runtime,
    deque: &Deque,
    wanted: &Object,
    from: usize,
    stop: usize,
) -> Result<Option<usize>> {
    let changes = deque.get(&rt.heap).changes;
    let mut i = from;
    while i < stop {
        let Some(item) = deque.get(&rt.heap).get(i) else { break };
        let equal = match quick_equal(item, wanted) {
            Some(equal) => equal,
            None => {
                let item = item.clone();
                let equal = rt.equal(&item, wanted)?;
                if deque.get(&rt.heap).changes != changes {
                    return Err(mutated(rt));
                }
                equal
            }
        };
        if equal {
            return Ok(Some(i));
        }
        rt.check_interrupts()?;
        i += 1;
    }
    Ok(None)
}

pub(super) fn count(rt: &mut Runtime, this: &Deque, value: &Object) -> Result<usize> {
    let (mut from, mut count) = (0, 0);
    while let Some(at) = find(rt, this, value, from, usize::MAX)? {
        count += 1;
        from = at + 1;
    }
    Ok(count)
}

pub(super) fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (left.cast::<DequeBody>(), right.cast::<DequeBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let lengths = |rt: &Runtime| (a.get(&rt.heap).len(), b.get(&rt.heap).len());
    let (m, n) = lengths(rt);
    if m != n && matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::bool(op == CompareOp::NotEqual));
    }
    let changes = (a.get(&rt.heap).changes, b.get(&rt.heap).changes);
    for i in 0..m.min(n) {
        let (Some(x), Some(y)) = (a.get(&rt.heap).get(i).cloned(), b.get(&rt.heap).get(i).cloned()) else { break };
        if !rt.equal(&x, &y)? {
            return match op {
                CompareOp::Equal => Ok(Object::FALSE),
                CompareOp::NotEqual => Ok(Object::TRUE),
                _ => rt.compare(op, &x, &y),
            };
        }
        if changes != (a.get(&rt.heap).changes, b.get(&rt.heap).changes) {
            return Err(mutated(rt));
        }
        rt.check_interrupts()?;
    }
    Ok(Object::bool(op.test(m.cmp(&n))))
}

pub(super) fn concat(rt: &mut Runtime, left: &Object, right: &Object) -> Result {
    let Some(deque) = left.cast::<DequeBody>() else { return Ok(Object::NOT_IMPLEMENTED) };
    if !methods::is_deque(right) {
        let got = rt.type_name(right);
        return Err(rt.type_error(format!("can only concatenate deque (not \"{got}\") to deque")));
    }
    if deque.get(&rt.heap).limit.is_none()
        && (*rt.class_of(deque).get(&rt.heap).def).is_some_and(|def| std::ptr::eq(def, &super::TYPE))
    {
        let class = rt.class_of(deque).clone();
        let len = deque.get(&rt.heap).len().saturating_add(expect(right).get(&rt.heap).len());
        let sum = rt.alloc_for(&class, DequeBody::new(None))?;
        let (body, heap) = sum.get_mut(&mut rt.heap);
        body.reserve(heap, len)?;
        methods::extend(rt, &sum, left)?;
        methods::extend(rt, &sum, right)?;
        return Ok(sum.into());
    }
    let sum = methods::copy(rt, deque)?;
    if let Some(deque) = sum.cast::<DequeBody>() {
        methods::extend(rt, deque, right)?;
    }
    Ok(sum)
}

pub(super) fn extend_in_place(rt: &mut Runtime, this: &Object, other: &Object) -> Result {
    methods::extend(rt, expect(this), other)?;
    Ok(this.clone())
}

/// Repeats the items in place.
fn repeat(rt: &mut Runtime, deque: &Deque, times: usize) -> Result<()> {
    if times == 0 {
        methods::clear(rt, deque);
        return Ok(());
    }
    if times == 1 || deque.get(&rt.heap).len() == 0 {
        return Ok(());
    }
    let body = deque.get(&rt.heap).repeated(&rt.heap, times)?;
    drop(std::mem::replace(deque.get_mut(&mut rt.heap).0, body));
    Ok(())
}

pub(super) fn multiply(rt: &mut Runtime, a: &Object, b: &Object) -> Result {
    let (deque, other) = match (a.cast::<DequeBody>(), b.cast::<DequeBody>()) {
        (Some(deque), _) => (deque, b),
        (None, Some(deque)) => (deque, a),
        _ => return Ok(Object::NOT_IMPLEMENTED),
    };
    match repeat_count(rt, a, b, other)? {
        None => Ok(Object::NOT_IMPLEMENTED),
        Some(Count::Done(result)) => Ok(result),
        Some(Count::Times(times)) => {
            let product = methods::copy(rt, deque)?;
            if let Some(deque) = product.cast::<DequeBody>() {
                repeat(rt, deque, times)?;
            }
            Ok(product)
        }
    }
}

pub(super) fn multiply_in_place(rt: &mut Runtime, this: &Object, other: &Object) -> Result {
    match repeat_count(rt, this, other, other)? {
        None => Ok(Object::NOT_IMPLEMENTED),
        Some(Count::Done(result)) => Ok(result),
        Some(Count::Times(times)) => {
            repeat(rt, expect(this), times)?;
            Ok(this.clone())
        }
    }
}
