//! Sums and products over iterables.

use crate::base::special::{FloatSum, SumError, TripleSum, vector_norm};
use crate::base::watch::{STRETCH, Stopped};
use crate::heap::{HeapVec, Object};
use crate::layout::int::as_int;
use crate::layout::{ListBody, TupleBody};
use crate::object::{BinaryOp, Raised, Result, Runtime};

#[cold]
fn sum_error(rt: &mut Runtime, error: SumError) -> Raised {
    match error {
        SumError::Overflow => rt.overflow_error("intermediate overflow in fsum"),
        SumError::Opposite => rt.value_error("-inf + inf in fsum"),
    }
}

pub fn fsum(rt: &mut Runtime, iterable: &Object) -> Result<f64> {
    let mut sum = FloatSum::default();
    rt.for_each(iterable, |rt, item| {
        let x = match item.value().as_float() {
            Some(x) => x,
            None => rt.to_f64(&item)?,
        };
        match sum.add(x) {
            Ok(()) => Ok(()),
            Err(error) => Err(sum_error(rt, error)),
        }
    })?;
    match sum.finish() {
        Ok(x) => Ok(x),
        Err(error) => Err(sum_error(rt, error)),
    }
}

pub fn prod(rt: &mut Runtime, iterable: &Object, start: Option<&Object>) -> Result {
    let mut total = start.cloned().unwrap_or(Object::small(1));
    rt.for_each(iterable, |rt, item| {
        total = match (total.value().as_int(), item.value().as_int()) {
            (Some(a), Some(b)) if a.checked_mul(b).and_then(Object::int).is_some() => {
                Object::int(a * b).unwrap_or(Object::NONE)
            }
            _ => match (total.value().as_float(), item.value().as_float()) {
                (Some(a), Some(b)) => rt.new_float(a * b)?,
                _ => rt.binary(BinaryOp::Multiply, &total, &item)?,
            },
        };
        Ok(())
    })?;
    Ok(total)
}

/// Ends a run of ints or floats: adds its sum to the total.
fn flush(rt: &mut Runtime, total: &mut Object, part: Object) -> Result<()> {
    *total = rt.binary(BinaryOp::Add, total, &part)?;
    Ok(())
}

/// `sumprod`: runs of ints are added exactly, runs with floats in triple precision, all else by the operators.
pub fn sumprod(rt: &mut Runtime, p: &Object, q: &Object) -> Result {
    let (first, second) = (rt.iter(p)?, rt.iter(q)?);
    let mut total = Object::small(0);
    let (mut ints, mut ints_used, mut int_path) = (0i64, false, true);
    let (mut floats, mut floats_used, mut float_path) = (TripleSum::default(), false, true);
    loop {
        rt.check_interrupts()?;
        let (a, b) = (rt.next(&first)?, rt.next(&second)?);
        let pair = match (a, b) {
            (Some(a), Some(b)) => Some((a, b)),
            (None, None) => None,
            _ => return Err(rt.value_error("Inputs are not the same length")),
        };
        if int_path {
            if let Some((a, b)) = &pair
                && let (Some(a), Some(b)) = (a.value().as_int(), b.value().as_int())
                && let Some(sum) = a.checked_mul(b).and_then(|product| ints.checked_add(product))
            {
                (ints, ints_used) = (sum, true);
                continue;
            }
            int_path = false;
            if ints_used {
                let part = rt.new_int(ints.into())?;
                flush(rt, &mut total, part)?;
                (ints, ints_used) = (0, false);
            }
        }
        if float_path {
            if let Some((a, b)) = &pair
                && let Some((x, y)) = float_pair(rt, a, b)
            {
                let before = floats;
                floats.add_product(x, y);
                if floats.is_finite() {
                    floats_used = true;
                    continue;
                }
                floats = before;
            }
            if floats_used {
                let part = rt.new_float(floats.finish())?;
                flush(rt, &mut total, part)?;
                (floats, floats_used) = (TripleSum::default(), false);
            }
            if pair.is_some() {
                float_path = false;
            }
        }
        let Some((a, b)) = pair else { return Ok(total) };
        let product = rt.binary(BinaryOp::Multiply, &a, &b)?;
        flush(rt, &mut total, product)?;
        rt.check_interrupts()?;
    }
}

/// Both factors as floats if one is an exact float and the other a float, an int or a bool.
fn float_pair(rt: &Runtime, a: &Object, b: &Object) -> Option<(f64, f64)> {
    let exact = |object: &Object| {
        rt.class_of(object).is(rt.class(crate::object::ClassId::Float)).then(|| rt.float_value(object)).flatten()
    };
    let int = |object: &Object| {
        let plain = object.value().is_int()
            || object.value().is_bool()
            || rt.class_of(object).is(rt.class(crate::object::ClassId::Int));
        plain.then(|| as_int(object).and_then(|n| crate::base::bigint::to_f64(n).ok())).flatten()
    };
    match (exact(a), exact(b)) {
        (Some(x), Some(y)) => Some((x, y)),
        (Some(x), None) => Some((x, int(b)?)),
        (None, Some(y)) => Some((int(a)?, y)),
        (None, None) => None,
    }
}

/// The norm of coordinates, whose signs do not matter.
/// Vectors of so many coordinates lie on the stack.
const FEW: usize = 16;

fn norm(rt: &mut Runtime, coordinates: &mut [f64]) -> Result<f64> {
    let (mut max, mut has_nan) = (0.0f64, false);
    for x in &mut *coordinates {
        *x = x.abs();
        has_nan |= x.is_nan();
        if *x > max {
            max = *x;
        }
    }
    let norm = vector_norm(coordinates, max, has_nan, &|| rt.interrupt_waits());
    norm.map_err(|Stopped| rt.interrupted())
}

pub fn hypot(rt: &mut Runtime, coordinates: &[Object]) -> Result<f64> {
    let mut few = [0.0; FEW];
    if let Some(values) = few.get_mut(..coordinates.len()) {
        for (value, coordinate) in values.iter_mut().zip(coordinates) {
            *value = rt.to_f64(coordinate)?;
        }
        return norm(rt, values);
    }
    let mut values = Vec::with_capacity(coordinates.len());
    for coordinate in coordinates {
        rt.check_interrupts()?;
        values.push(rt.to_f64(coordinate)?);
    }
    norm(rt, &mut values)
}

fn point(rt: &mut Runtime, object: &Object) -> Result<HeapVec<Object>> {
    match object.cast::<TupleBody>() {
        Some(tuple) => Ok(HeapVec::copied(&rt.heap, tuple.items())?),
        None => rt.gather(object),
    }
}

/// The items of a list or tuple.
fn coordinates<'a>(rt: &'a Runtime, object: &'a Object) -> Option<&'a [Object]> {
    match (object.cast_exact::<ListBody>(), object.cast_exact::<TupleBody>()) {
        (Some(list), _) => Some(&list.get(&rt.heap).items),
        (_, Some(tuple)) => Some(tuple.items()),
        _ => None,
    }
}

/// An immediate number.
fn number(object: &Object) -> Option<f64> {
    object.value().as_float().or_else(|| object.value().as_int().map(|n| n as f64))
}

pub fn dist(rt: &mut Runtime, p: &Object, q: &Object) -> Result<f64> {
    if let (Some(a), Some(b)) = (coordinates(rt, p), coordinates(rt, q))
        && a.len() == b.len()
    {
        let mut few = [0.0; FEW];
        if let Some(values) = few.get_mut(..a.len()) {
            let mut pairs = values.iter_mut().zip(a.iter().zip(b));
            let differences = |(value, (a, b)): (&mut f64, (&Object, &Object))| {
                *value = number(a)? - number(b)?;
                Some(())
            };
            if pairs.try_for_each(differences).is_some() {
                return norm(rt, values);
            }
        }
        let mut values = Vec::with_capacity(a.len());
        for (a, b) in a.chunks(STRETCH).zip(b.chunks(STRETCH)) {
            rt.heap.go_on()?;
            values.extend(a.iter().zip(b).map_while(|(a, b)| Some(number(a)? - number(b)?)));
        }
        if values.len() == a.len() {
            return norm(rt, &mut values);
        }
    }
    let (p, q) = (point(rt, p)?, point(rt, q)?);
    if p.len() != q.len() {
        return Err(rt.value_error("both points must have the same number of dimensions"));
    }
    let mut values = Vec::with_capacity(p.len());
    for (a, b) in p.iter().zip(q.iter()) {
        rt.check_interrupts()?;
        values.push(rt.to_f64(a)? - rt.to_f64(b)?);
    }
    norm(rt, &mut values)
}
