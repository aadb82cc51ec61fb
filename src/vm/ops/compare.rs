//! Comparisons, identity, membership.

use crate::bytecode::MIRRORED;
use crate::heap::{Object, ShapeId};
use crate::layout::search::{Lookup, quick_equal};
use crate::layout::{DictBody, SetBody, StrBody, TupleBody};
use crate::object::{CompareOp, Result, Runtime};
use crate::types::sequence::quick_compare;
use crate::types::str::has_part;
use crate::vm::site::Site;

const fn operator(number: u8) -> CompareOp {
    CompareOp::ALL[number as usize]
}

/// The comparison of two strings, or of an int and a float, natively.
fn quick(op: CompareOp, x: &Object, y: &Object) -> Option<bool> {
    if let (Some(a), Some(b)) = (x.cast_exact::<StrBody>(), y.cast_exact::<StrBody>()) {
        return Some(match op {
            CompareOp::Equal => a.equals(b),
            CompareOp::NotEqual => !a.equals(b),
            _ => op.test(a.compare(b)),
        });
    }
    if x.shape() == ShapeId::TUPLE
        && let (Some(a), Some(b)) = (x.cast_exact::<TupleBody>(), y.cast_exact::<TupleBody>())
    {
        return quick_compare(op, a.items(), b.items());
    }
    // An int below 2^53 is exact as a float.
    let exact = |n: i64| if n.unsigned_abs() < 1 << 53 { Some(n as f64) } else { None };
    let (a, b) = match (x.value().as_float(), y.value().as_float()) {
        (Some(a), Some(b)) => (a, b),
        (Some(a), None) => (a, exact(y.value().as_int()?)?),
        (None, Some(b)) => (exact(x.value().as_int()?)?, b),
        (None, None) => return None,
    };
    Some(match op {
        CompareOp::Less => a < b,
        CompareOp::LessEqual => a <= b,
        CompareOp::Equal => a == b,
        CompareOp::NotEqual => a != b,
        CompareOp::Greater => a > b,
        CompareOp::GreaterEqual => a >= b,
    })
}

fn compute(rt: &mut Runtime, op: CompareOp, x: &Object, y: &Object) -> Result {
    match quick(op, x, y) {
        Some(answer) => Ok(Object::bool(answer)),
        None => rt.compare(op, x, y),
    }
}

fn answer(rt: &mut Runtime, op: CompareOp, x: &Object, y: &Object) -> Result<bool> {
    if let Some(answer) = quick(op, x, y) {
        return Ok(answer);
    }
    let result = rt.compare(op, x, y)?;
    rt.truth(&result)
}

/// `R[a] = R[b] op R[c]`.
pub fn binary<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = compute(rt, operator(OP), site.get(site.b()), site.get(site.c()))?;
    site.finish(site.b());
    site.finish(site.c());
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = R[b] op c`.
pub fn binary_imm<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = compute(rt, operator(OP), site.get(site.b()), &Object::small(site.c_signed()))?;
    site.finish(site.b());
    site.set(site.a(), result);
    Ok(())
}

/// Whether `R[a] op R[b]`.
pub fn test<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<bool> {
    let result = answer(rt, operator(OP), site.get(site.a()), site.get(site.b()))?;
    site.finish(site.a());
    site.finish(site.b());
    Ok(result)
}

/// Whether `R[a] op b`.
pub fn test_imm<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<bool> {
    let number = Object::small(site.b_signed());
    let object = site.get(site.a());
    let result = if site.extra(0) & MIRRORED != 0 {
        answer(rt, operator(OP).swapped(), &number, object)?
    } else {
        answer(rt, operator(OP), object, &number)?
    };
    site.finish(site.a());
    Ok(result)
}

/// Whether the strings in two registers compare so; temps are released.
#[inline(never)]
pub fn texts<const OP: u8>(site: Site, left: usize, right: usize) -> bool {
    let (Some(a), Some(b)) = (site.get(left).cast_exact::<StrBody>(), site.get(right).cast_exact::<StrBody>()) else {
        return false;
    };
    let answer = match operator(OP) {
        CompareOp::Equal => a.equals(b),
        CompareOp::NotEqual => !a.equals(b),
        op => op.test(a.compare(b)),
    };
    let locals = site.code().local_count as usize;
    for register in [left, right] {
        if register >= locals {
            drop(site.take(register));
        }
    }
    answer
}

/// Whether the string in R[a] equals the constant.
#[inline(never)]
pub fn equals_text(site: Site) -> bool {
    let (own, constant) = (site.get(site.a()).cast_exact::<StrBody>(), site.constant(site.b()).cast_exact::<StrBody>());
    let answer = match (own, constant) {
        (Some(own), Some(constant)) => own.equals(constant),
        // A string equals no constant of another type.
        _ => false,
    };
    site.finish(site.a());
    answer
}

/// Whether R[a] equals the constant.
pub fn equals_constant(rt: &mut Runtime, site: Site) -> Result<bool> {
    let result = answer(rt, CompareOp::Equal, site.get(site.a()), site.constant(site.b()))?;
    site.finish(site.a());
    Ok(result)
}

fn identity(site: Site) -> bool {
    let same = site.get(site.b()).is(site.get(site.c()));
    site.finish(site.b());
    site.finish(site.c());
    same
}

/// `R[a] = R[b] is R[c]`.
pub fn is(_: &mut Runtime, site: Site) -> Result<()> {
    let same = identity(site);
    site.set(site.a(), Object::bool(same));
    Ok(())
}

/// `R[a] = R[b] is not R[c]`.
pub fn is_not(_: &mut Runtime, site: Site) -> Result<()> {
    let same = identity(site);
    site.set(site.a(), Object::bool(!same));
    Ok(())
}

/// Whether `R[a] is R[b]`.
pub fn test_is(_: &mut Runtime, site: Site) -> Result<bool> {
    let same = site.get(site.a()).is(site.get(site.b()));
    site.finish(site.a());
    site.finish(site.b());
    Ok(same)
}

/// Whether `R[a] is R[b]`, unless releasing one of them would free it: then `None`.
#[inline(never)]
pub fn quick_is(site: Site) -> Option<bool> {
    let (a, b) = (site.a(), site.b());
    let (x, y) = (site.get(a), site.get(b));
    let same = x.is(y);
    // Each register that is a temp gives one reference up.
    let held = 1 + same as u32;
    if (site.is_temp(a) && x.is_pointer() && x.count() <= held)
        || (site.is_temp(b) && y.is_pointer() && y.count() <= held)
    {
        return None;
    }
    site.finish(a);
    site.finish(b);
    Some(same)
}

/// Whether `item in container`: strings in strings, strings and small ints in tuples, sets and dicts natively.
fn is_in(rt: &mut Runtime, item: &Object, container: &Object) -> Result<bool> {
    match container.shape() {
        ShapeId::STR | ShapeId::STR_LARGE => {
            return match (container.cast_exact::<StrBody>(), item.cast_exact::<StrBody>()) {
                (Some(string), Some(part)) => Ok(has_part(string, part)),
                _ => rt.contains(container, item),
            };
        }
        ShapeId::TUPLE => {
            let items = container.cast_exact::<TupleBody>().map_or(&[][..], |tuple| tuple.items());
            for other in items {
                match quick_equal(other, item) {
                    Some(true) => return Ok(true),
                    Some(false) => {}
                    None => return rt.contains(container, item),
                }
            }
            return Ok(false);
        }
        _ => {}
    }
    let hash = match item.cast_exact::<StrBody>() {
        Some(text) => Some(text.hash(&rt.hash_key)),
        None => item.value().as_int().map(crate::base::bigint::hash_i64),
    };
    if let Some(hash) = hash {
        let found = if let Some(set) = container.cast_exact::<SetBody>() {
            set.get(&rt.heap).lookup(item, hash)
        } else if let Some(dict) = container.cast_exact::<DictBody>() {
            dict.get(&rt.heap).lookup(item, hash)
        } else {
            Lookup::Ask
        };
        match found {
            Lookup::Found(_) => return Ok(true),
            Lookup::Missing(_) => return Ok(false),
            Lookup::Ask => {}
        }
    } else if item.cast_exact::<TupleBody>().is_some() {
        if let Some(set) = container.cast_exact::<SetBody>() {
            return crate::types::set::contains(rt, set, item);
        }
        if let Some(dict) = container.cast_exact::<DictBody>() {
            return dict.contains_key(rt, item);
        }
    }
    rt.contains(container, item)
}

/// `R[a] = R[b] in R[c]`.
pub fn contains(rt: &mut Runtime, site: Site) -> Result<()> {
    let answer = is_in(rt, site.get(site.b()), site.get(site.c()))?;
    site.finish(site.b());
    site.finish(site.c());
    site.set(site.a(), Object::bool(answer));
    Ok(())
}

/// `R[a] = R[b] not in R[c]`.
pub fn not_contains(rt: &mut Runtime, site: Site) -> Result<()> {
    let answer = is_in(rt, site.get(site.b()), site.get(site.c()))?;
    site.finish(site.b());
    site.finish(site.c());
    site.set(site.a(), Object::bool(!answer));
    Ok(())
}

/// Whether `R[a] in R[b]`.
pub fn test_contains(rt: &mut Runtime, site: Site) -> Result<bool> {
    let answer = is_in(rt, site.get(site.a()), site.get(site.b()))?;
    site.finish(site.a());
    site.finish(site.b());
    Ok(answer)
}
