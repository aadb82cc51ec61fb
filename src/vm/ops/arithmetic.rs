//! Arithmetic: what the loop tries on immediates, and the operators of all other objects.

use crate::heap::{Object, Value};
use crate::layout::{Str, StrBody};
use crate::object::{BinaryOp, Result, Runtime, UnaryOp};
use crate::types::int;
use crate::vm::safe_point;
use crate::vm::site::Site;

/// `x / y` of immediates, unless it needs care.
#[inline(always)]
pub fn fast_divide(x: Value, y: Value) -> Option<Value> {
    let to_float = |value: Value| match value.as_float() {
        Some(number) => Some(number),
        // Ints beyond 53 bits are not exact as floats: their quotient needs care.
        None => value.as_int().filter(|n| n.unsigned_abs() < 1 << 53).map(|n| n as f64),
    };
    let (x, y) = (to_float(x)?, to_float(y)?);
    if y == 0.0 { None } else { Value::float(x / y) }
}

/// `+`, `-` or `*` of two immediate numbers of which at least one is a float. `which` is the operator's number and flags.
#[inline(never)]
pub fn mixed_values(which: u16, x: Value, y: Value) -> Option<Value> {
    let (x, y) = match (x.as_float(), y.as_float()) {
        (Some(x), Some(y)) => (x, y),
        (Some(x), None) => (x, y.as_int()? as f64),
        (None, Some(y)) => (x.as_int()? as f64, y),
        (None, None) => return None,
    };
    const ADD: u8 = BinaryOp::Add as u8;
    const SUBTRACT: u8 = BinaryOp::Subtract as u8;
    const MULTIPLY: u8 = BinaryOp::Multiply as u8;
    // The lowest five bits are the operator; flags lie above.
    let result = match which as u8 & 31 {
        ADD => x + y,
        SUBTRACT => x - y,
        MULTIPLY => x * y,
        _ => return None,
    };
    Value::float(result)
}

/// `-x` of an immediate float.
#[inline(always)]
pub fn negative_float(x: Value) -> Option<Value> {
    Value::float(-x.as_float()?)
}

/// `x ** y` of immediates where nothing can go wrong: a positive float to a float or int power, or a small int to a small
/// power that is not negative.
#[inline(never)]
pub fn fast_power(x: Value, y: Value) -> Option<Value> {
    if let (Some(base), Some(exponent)) = (x.as_int(), y.as_int()) {
        let exponent = u32::try_from(exponent).ok().filter(|&n| n < 64)?;
        return base.checked_pow(exponent).and_then(Value::int);
    }
    let base = x.as_float().filter(|&x| x > 0.0 && x.is_finite())?;
    let exponent = match y.as_float() {
        Some(y) => y,
        None => y.as_int().filter(|n| n.unsigned_abs() < 1 << 53)? as f64,
    };
    let result = base.powf(exponent);
    // What overflows or vanishes is the general way's to judge.
    if result.is_finite() && result != 0.0 { Value::float(result) } else { None }
}

/// `x // y`.
#[inline(always)]
pub fn floor_divide(x: i64, y: i64) -> Option<Value> {
    if y == 0 {
        return None;
    }
    // 62-bit operands cannot overflow 64 bits.
    let quotient = x / y;
    Value::int(quotient - ((x % y != 0 && (x < 0) != (y < 0)) as i64))
}

/// `x % y`.
#[inline(always)]
pub fn remainder(x: i64, y: i64) -> Option<Value> {
    if y == 0 {
        return None;
    }
    let rest = x % y;
    Value::int(if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest })
}

/// `x << y`, if the result is immediate.
#[inline(always)]
pub fn left_shift(x: i64, y: i64) -> Option<Value> {
    if !(0..61).contains(&y) {
        return None;
    }
    let shifted = x << y;
    if shifted >> y == x { Value::int(shifted) } else { None }
}

/// `x >> y`.
#[inline(always)]
pub fn right_shift(x: i64, y: i64) -> Option<Value> {
    if y < 0 { None } else { Value::int(x >> y.min(63)) }
}

/// `x & y`.
#[inline(always)]
pub fn and(x: i64, y: i64) -> Option<Value> {
    Value::int(x & y)
}

#[inline(always)]
const fn operator(number: u8) -> BinaryOp {
    BinaryOp::ALL[number as usize]
}

/// The same of objects.
#[inline(always)]
fn mixed(op: BinaryOp, x: &Object, y: &Object) -> Option<Object> {
    mixed_values(op as u16, x.value(), y.value()).and_then(Object::immediate)
}

#[inline(always)]
fn compute(rt: &mut Runtime, op: BinaryOp, x: &Object, y: &Object) -> Result {
    if let Some(result) = mixed(op, x, y) {
        return Ok(result);
    }
    if let Some(result) = int::binary(rt, op, x, y) {
        return result;
    }
    rt.binary(op, x, y)
}

/// `R[a] = R[b] op R[c]`.
pub fn binary<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = compute(rt, operator(OP), site.get(site.b()), site.get(site.c()))?;
    site.finish(site.b());
    site.finish(site.c());
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = R[b] op= R[c]`.
pub fn in_place<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    let op = operator(OP);
    let (x, y) = (site.get(site.b()), site.get(site.c()));
    if op == BinaryOp::Add
        && let (Some(_), Some(more)) = (x.cast_exact::<StrBody>(), y.cast_exact::<StrBody>())
    {
        return append(rt, site, more);
    }
    let result = match mixed(op, x, y) {
        Some(result) => result,
        None => match int::binary(rt, op, x, y) {
            Some(result) => result?,
            None => rt.in_place(op, x, y)?,
        },
    };
    site.finish(site.b());
    site.finish(site.c());
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = R[b] + R[c]`, or the same in place, for two strings. False if it raised: the exception is in `machine.raised`.
///
/// # Safety
/// Both registers hold exact strings (V1, H4).
#[inline(never)]
pub unsafe fn add_texts(rt: &mut Runtime, site: Site, in_place: bool) -> bool {
    let (dst, left, right) = (site.a(), site.b(), site.c());
    // SAFETY: V1, V6: registers are words; `Ref` is a transparent one, and the two are different registers.
    unsafe {
        if in_place
            && dst == left
            && right != left
            && (*site.base.add(left).cast::<Str>()).extend_in_room(&*site.base.add(right).cast::<Str>())
        {
            site.finish(right);
            return true;
        }
    }
    rt.machine.base = site.base;
    rt.machine.pc = site.pc.wrapping_add(1);
    let (x, y) = (site.get(left).cast_exact::<StrBody>(), site.get(right).cast_exact::<StrBody>());
    let (Some(x), Some(y)) = (x, y) else { return true };
    let result = match in_place {
        true => append(rt, site, y),
        false => match Str::concat(&rt.heap, x, y) {
            Ok(whole) => {
                site.finish(left);
                site.finish(right);
                site.set(dst, whole.into());
                Ok(())
            }
            Err(error) => Err(error.into()),
        },
    };
    // The old content of the target may have been anything.
    if safe_point::has_events(rt) {
        safe_point::run_events(rt);
    }
    match result {
        Ok(()) => true,
        Err(raised) => {
            rt.machine.raised = raised.into_object();
            false
        }
    }
}

/// `s += t`: the register gives its reference up, so that a string that nobody else holds grows where it lies.
fn append(rt: &mut Runtime, site: Site, more: &Str) -> Result<()> {
    let (dst, left, right) = (site.a(), site.b(), site.c());
    if dst == left
        && right != left
        && let Ok(mut whole) = site.take(left).downcast::<StrBody>()
    {
        let result = Str::append_in_place(&rt.heap, &mut whole, more);
        site.set(left, whole.into());
        if result.is_ok() {
            site.finish(right);
        }
        return Ok(result?);
    }
    if dst != left && !site.is_temp(left) {
        let whole = Str::concat(&rt.heap, site.get(left).cast_exact::<StrBody>().expect("seen by the caller"), more)?;
        site.finish(right);
        site.set(dst, whole.into());
        return Ok(());
    }
    let more = more.clone();
    let Ok(mut whole) = site.take(left).downcast::<StrBody>() else { return Ok(()) };
    let result = Str::append_in_place(&rt.heap, &mut whole, &more);
    if result.is_err() {
        site.set(left, whole.into());
        return Ok(result?);
    }
    if right != left {
        site.finish(right);
    }
    site.set(dst, whole.into());
    Ok(())
}

/// `R[a] = R[b] op c`.
pub fn binary_imm<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = compute(rt, operator(OP), site.get(site.b()), &Object::small(site.c_signed()))?;
    site.finish(site.b());
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = R[b] op= c`.
pub fn in_place_imm<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    let (x, y) = (site.get(site.b()), Object::small(site.c_signed()));
    let result = match mixed(operator(OP), x, &y) {
        Some(result) => result,
        None => match int::binary(rt, operator(OP), x, &y) {
            Some(result) => result?,
            None => rt.in_place(operator(OP), x, &y)?,
        },
    };
    site.finish(site.b());
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = b op R[c]`.
pub fn imm_binary<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    let result = compute(rt, operator(OP), &Object::small(site.b_signed()), site.get(site.c()))?;
    site.finish(site.c());
    site.set(site.a(), result);
    Ok(())
}

/// `R[a] = op R[b]`.
pub fn unary<const OP: u8>(rt: &mut Runtime, site: Site) -> Result<()> {
    const OPERATORS: [UnaryOp; 3] = [UnaryOp::Negative, UnaryOp::Positive, UnaryOp::Invert];
    let result = rt.unary(OPERATORS[OP as usize], site.get(site.b()))?;
    site.set(site.a(), result);
    Ok(())
}
