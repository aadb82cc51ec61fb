//! How iterators of `itertools` are copied: `__reduce__` and `__setstate__`, which warn that they will go.

use crate::heap::Object;
use crate::layout::{Tuple, TupleBody};
use crate::object::{ClassId, Result, Runtime};
use crate::types::sequence::reduced;

/// The warning that all of these methods give.
pub(super) fn warn(rt: &mut Runtime) -> Result<()> {
    let text = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";
    (rt.hooks.warn)(rt, ClassId::DeprecationWarning, text, 1)
}

/// `(class, arguments)`, or `(class, arguments, state)`.
pub(super) fn reduce(rt: &mut Runtime, this: &Object, arguments: Vec<Object>, state: Option<Object>) -> Result {
    warn(rt)?;
    let class = rt.class_of(this).as_object().clone();
    reduced(rt, class, arguments, state)
}

/// Positions that a `__setstate__` gets: a tuple of `count` ints, each moved between the bounds that hold for its place.
pub(super) fn positions(
    rt: &mut Runtime,
    state: &Object,
    count: usize,
    bounds: impl Fn(usize) -> (usize, usize),
) -> Result<Vec<usize>> {
    let Some(state) = state.cast::<TupleBody>().filter(|state| state.len() == count) else {
        return Err(rt.value_error("invalid arguments"));
    };
    let mut positions = Vec::with_capacity(count);
    for (place, position) in state.items().iter().enumerate() {
        let (least, most) = bounds(place);
        let position = usize::try_from(rt.to_i64(position)?).unwrap_or(0);
        positions.push(position.min(most).max(least));
    }
    Ok(positions)
}

/// A tuple of positions, as a `__reduce__` gives it.
pub(super) fn tuple_of(rt: &mut Runtime, positions: &[usize]) -> Result {
    let positions = positions.iter().map(|&n| rt.new_int(n as i128)).collect::<Result<Vec<_>>>()?;
    Ok(rt.new_tuple(positions)?.into())
}

/// The state that a `__setstate__` gets, a tuple of `least` to `most` parts.
pub(super) fn parts(rt: &mut Runtime, state: &Object, least: usize, most: usize) -> Result<Tuple> {
    warn(rt)?;
    let Some(state) = state.cast::<TupleBody>() else {
        return Err(rt.type_error("state is not a tuple"));
    };
    let got = state.items().len();
    if (least..=most).contains(&got) {
        return Ok(state.clone());
    }
    let (bound, number) = match got < least {
        _ if least == most => ("exactly", least),
        true => ("at least", least),
        false => ("at most", most),
    };
    let plural = if number == 1 { "" } else { "s" };
    Err(rt.type_error(format!("function takes {bound} {number} argument{plural} ({got} given)")))
}
