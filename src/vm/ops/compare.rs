//! Comparisons, identity, membership.

use crate::base::bigint::IntRef;
use crate::base::watch::LONG_STRETCH;
use crate::bytecode::MIRRORED;
use crate::heap::{Object, ShapeId};
use crate::layout::search::{Lookup, is_other_int, quick_equal};
use crate::layout::{BytesBody, DictBody, IntBody, ListBody, SetBody, Str, StrBody, TupleBody};
use crate::object::{CompareOp, Result, Runtime};
use crate::types::sequence::quick_compare;
use crate::types::str::{are_long, has_part};
use crate::vm::site::Site;

#[inline(always)]
const fn operator(number: u8) -> CompareOp {
    CompareOp::ALL[number as usize]
}

/// The comparison of two strings, ints, tuples of such, or of an int and a float, natively.
#[inline(always)]
fn quick(op: CompareOp, x: &Object, y: &Object) -> Option<bool> {
    if x.is_pointer() && x.shape() == ShapeId::TUPLE {
        return quick_compare(op, x.cast_exact::<TupleBody>()?.items(), y.cast_exact::<TupleBody>()?.items());
    }
    if let (Some(a), Some(b)) = (x.cast_exact::<StrBody>(), y.cast_exact::<StrBody>()) {
        if are_long(a, b) {
            return None;
        }
        return Some(match op {
            CompareOp::Equal => a.equals(b),
            CompareOp::NotEqual => !a.equals(b),
            _ => op.test(a.compare(b)),
        });
    }
    if x.is_pointer() || y.is_pointer() {
        let (a, b) = (exact_int(x)?, exact_int(y)?);
        return if a.is_long() && b.is_long() { None } else { Some(op.test(a.compare(b))) };
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

fn exact_int(object: &Object) -> Option<IntRef<'_>> {
    match object.value().as_int() {
        Some(n) => Some(IntRef::Small(n)),
        None => Some(object.cast_exact::<IntBody>()?.as_int()),
    }
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

/// Whether the strings in two registers compare so, 1 or 0; temps are released. 2, and nothing is done, if they are so long
/// that it must be looked for Ctrl-C.
///
/// # Safety
/// Both registers hold exact strings (V1, H4).
#[inline(never)]
pub unsafe fn texts<const OP: u8>(site: Site, left: usize, right: usize) -> u8 {
    // SAFETY: as promised.
    let (a, b) = unsafe { (text(site.get(left)), text(site.get(right))) };
    if let Some((x, y)) = a.only_bytes(b)
        // SAFETY: strings are pointers.
        && unsafe { site.finish_both_shared(left, right) }
    {
        return operator(OP).test(x.cmp(&y)).into();
    }
    // SAFETY: as promised.
    unsafe { any_texts::<OP>(site, left, right) }
}

/// `texts` of any length.
///
/// # Safety
/// As for `texts`.
#[inline(never)]
unsafe fn any_texts<const OP: u8>(site: Site, left: usize, right: usize) -> u8 {
    // SAFETY: as promised.
    let (a, b) = unsafe { (text(site.get(left)), text(site.get(right))) };
    if are_long(a, b) {
        return 2;
    }
    let answer = match operator(OP) {
        CompareOp::Equal => a.equals(b),
        CompareOp::NotEqual => !a.equals(b),
        op => op.test(a.compare(b)),
    };
    site.finish(left);
    site.finish(right);
    answer.into()
}

/// The object as the string that it is.
///
/// # Safety
/// It is an exact string (H4).
#[inline(always)]
unsafe fn text(object: &Object) -> &Str {
    debug_assert!(object.cast_exact::<StrBody>().is_some());
    // SAFETY: as promised; `Ref` is transparent.
    unsafe { &*(&raw const *object).cast::<Str>() }
}

/// Whether the string in R[a] equals the constant.
///
/// # Safety
/// The register holds an exact string (V1, H4).
#[inline(never)]
pub unsafe fn equals_text(site: Site) -> bool {
    // SAFETY: as promised.
    let own = unsafe { text(site.get(site.a())) };
    // A string equals no constant of another type.
    let Some(constant) = site.constant(site.b()).cast_exact::<StrBody>() else {
        site.finish(site.a());
        return false;
    };
    if let Some((x, y)) = own.only_bytes(constant)
        // SAFETY: a string is a pointer.
        && unsafe { site.finish_shared(site.a()) }
    {
        return x == y;
    }
    equals_any_text(site, own, constant)
}

/// `equals_text` of any length.
#[inline(never)]
fn equals_any_text(site: Site, own: &Str, constant: &Str) -> bool {
    let answer = own.equals(constant);
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

/// Whether `item in container`: a string or small int in a string or tuple, these or a tuple of them in a set or dict;
/// `None` if it takes more.
#[inline(always)]
fn quick_in(rt: &Runtime, item: &Object, container: &Object) -> Option<bool> {
    match container.shape() {
        ShapeId::STR | ShapeId::STR_LARGE => {
            let (text, part) = (container.cast_exact::<StrBody>()?, item.cast_exact::<StrBody>()?);
            if let (Some(byte), Some(short)) = (part.only_byte(), text.short_bytes()) {
                return Some(short.contains(&byte));
            }
            // A search that Ctrl-C has stopped begins again where it can raise.
            has_part(rt, text, part).ok()
        }
        ShapeId::TUPLE => {
            for other in container.cast_exact::<TupleBody>()?.items() {
                if quick_equal(other, item)? {
                    return Some(true);
                }
            }
            Some(false)
        }
        ShapeId::BYTES | ShapeId::BYTES_LARGE => {
            let byte = u8::try_from(item.value().as_int()?).ok()?;
            let bytes = container.cast_exact::<BytesBody>()?.as_slice();
            (bytes.len() <= LONG_STRETCH).then(|| memchr::memchr(byte, bytes).is_some())
        }
        ShapeId::LIST => {
            let items = &container.cast_exact::<ListBody>()?.get(&rt.heap).items;
            let wanted = item.value().is_int().then(|| item.value());
            for other in items.get(..items.len().min(LONG_STRETCH))? {
                if !is_other_int(other, wanted) && quick_equal(other, item)? {
                    return Some(true);
                }
            }
            (items.len() <= LONG_STRETCH).then_some(false)
        }
        shape => {
            let is_dict = match shape {
                ShapeId::DICT => true,
                ShapeId::SET | ShapeId::FROZENSET => false,
                _ => return None,
            };
            let hash = match (item.cast_exact::<StrBody>(), item.cast_exact::<TupleBody>()) {
                (Some(text), _) => text.hash(&rt.hash_key),
                (None, Some(tuple)) => tuple.quick_hash(&rt.hash_key)?,
                (None, None) => crate::base::bigint::hash_i64(item.value().as_int()?),
            };
            let found = match is_dict {
                true => container.cast_exact::<DictBody>()?.get(&rt.heap).lookup(item, hash),
                false => container.cast_exact::<SetBody>()?.get(&rt.heap).lookup(item, hash),
            };
            match found {
                Lookup::Found(_) => Some(true),
                Lookup::Missing(_) => Some(false),
                Lookup::Ask => None,
            }
        }
    }
}

/// Whether `item in container`.
fn is_in(rt: &mut Runtime, item: &Object, container: &Object) -> Result<bool> {
    if let Some(answer) = quick_in(rt, item, container) {
        return Ok(answer);
    }
    if item.cast_exact::<TupleBody>().is_some() {
        if let Some(set) = container.cast_exact::<SetBody>() {
            return crate::types::set::contains(rt, set, item);
        }
        if let Some(dict) = container.cast_exact::<DictBody>() {
            return dict.contains_key(rt, item);
        }
    }
    rt.contains(container, item)
}

/// Whether a tuple of interned strings has an interned string; `None` if it is not about such.
#[inline(always)]
fn is_among_names(item: &Object, container: &Object) -> Option<bool> {
    let is_name = |object: &Object| object.cast_exact::<StrBody>().is_some_and(Str::is_interned);
    if !is_name(item) {
        return None;
    }
    for other in container.cast_exact::<TupleBody>()?.items() {
        if other.is(item) {
            return Some(true);
        }
        if !is_name(other) {
            return None;
        }
    }
    Some(false)
}

/// Whether `R[a] in R[b]`, 1 or 0, if that is told without Python code and nothing is left to be done after the release
/// of the operands; else 2, having done nothing.
#[inline(never)]
pub fn quick_contains(rt: &mut Runtime, site: Site, a: usize, b: usize) -> u32 {
    let (item, container) = (site.get(a), site.get(b));
    let locals = site.code().local_count as usize;
    if container.shape() == ShapeId::TUPLE
        && (b < locals || container.count() > 1)
        && let Some(answer) = is_among_names(item, container)
    {
        site.finish(a);
        site.finish(b);
        return answer as u32;
    }
    // Items are strings, numbers or tuples of such, or stay; a container of others may die with finalisers.
    let is_keyed = matches!(container.shape(), ShapeId::DICT | ShapeId::SET | ShapeId::FROZENSET);
    let is_plain = || item.cast_exact::<StrBody>().is_some() || is_keyed && item.cast_exact::<TupleBody>().is_some();
    if (a >= locals && item.is_pointer() && !is_plain())
        || (b >= locals && container.count() == 1 && container.cast_exact::<StrBody>().is_none())
    {
        return 2;
    }
    let Some(answer) = quick_in(rt, item, container) else { return 2 };
    if a >= locals {
        drop(site.take(a));
    }
    if b >= locals {
        drop(site.take(b));
    }
    answer as u32
}

/// The same where R[b] is a string.
#[inline(never)]
pub fn text_contains(rt: &mut Runtime, site: Site, a: usize, b: usize) -> u32 {
    let (item, container) = (site.get(a), site.get(b));
    let (Some(item), Some(text)) = (item.cast_exact::<StrBody>(), container.cast_exact::<StrBody>()) else {
        return quick_contains(rt, site, a, b);
    };
    if let (Some(byte), Some(short)) = (item.only_byte(), text.short_bytes())
        // SAFETY: strings are pointers.
        && unsafe { site.finish_both_shared(a, b) }
    {
        return short.contains(&byte) as u32;
    }
    // A search that Ctrl-C has stopped begins again where it can raise.
    let Ok(answer) = has_part(rt, text, item) else { return 2 };
    site.finish(a);
    site.finish(b);
    answer as u32
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
