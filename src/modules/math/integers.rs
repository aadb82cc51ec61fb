//! Number theory, and rounding to ints.

use crate::base::bigint::{self, IntError};
use crate::heap::Object;
use crate::layout::int::{as_int, from_int};
use crate::object::{Raised, Result, Runtime};
use crate::types::int::{int_error, truncated};

/// Checks of the arguments ensure that this is an int.
fn int_of(object: &Object) -> bigint::IntRef<'_> {
    as_int(object).unwrap_or(bigint::IntRef::Small(0))
}

fn result(rt: &mut Runtime, value: std::result::Result<bigint::Int, IntError>) -> Result {
    match value {
        Ok(value) => Ok(from_int(&rt.heap, &value)?),
        Err(error) => Err(int_error(rt, error)),
    }
}

/// `ceil` and `floor`: a float's, else through the special method, else as a float.
pub fn rounded(rt: &mut Runtime, x: &Object, method: &'static str, function: fn(f64) -> f64) -> Result {
    if let Some(x) = x.value().as_float() {
        let rounded = function(x);
        if rounded.abs() < (1i64 << 60) as f64
            && let Some(int) = Object::int(rounded as i64)
        {
            return Ok(int);
        }
        return truncated(rt, rounded);
    }
    if x.value().is_int() {
        return Ok(x.clone());
    }
    let name = rt.intern_static(method);
    if let Some(result) = rt.call_special(x, &name, &[])? {
        return Ok(result);
    }
    let x = rt.to_f64(x)?;
    truncated(rt, function(x))
}

pub fn trunc(rt: &mut Runtime, x: &Object) -> Result {
    if let Some(x) = x.value().as_float() {
        return truncated(rt, x);
    }
    let name = rt.names.trunc.clone();
    match rt.call_special(x, &name, &[])? {
        Some(result) => Ok(result),
        None => {
            let kind = rt.type_name(x);
            Err(rt.type_error(format!("type {kind} doesn't define __trunc__ method")))
        }
    }
}

pub fn factorial(rt: &mut Runtime, n: &Object) -> Result {
    if let Some(n @ 0..=20) = n.value().as_int() {
        return rt.new_int((2..=n as u64).product::<u64>().into());
    }
    let n = rt.index_object(n)?;
    if Runtime::is_negative_int(&n) {
        return Err(rt.value_error("factorial() not defined for negative values"));
    }
    if Runtime::exact_i64(&n).is_none() {
        return Err(rt.overflow_error("factorial() argument should not exceed 9223372036854775807"));
    }
    let value = bigint::factorial(int_of(&n), &|| rt.interrupt_waits());
    result(rt, value)
}

pub fn isqrt(rt: &mut Runtime, n: &Object) -> Result {
    if let Some(n @ 0..) = n.value().as_int() {
        return rt.new_int(n.isqrt().into());
    }
    let n = rt.index_object(n)?;
    if Runtime::is_negative_int(&n) {
        return Err(rt.value_error("isqrt() argument must be nonnegative"));
    }
    let value = bigint::integer_sqrt(int_of(&n), &|| rt.interrupt_waits());
    result(rt, value)
}

#[cold]
fn negative(rt: &mut Runtime, name: &str) -> Raised {
    rt.value_error(format!("{name} must be a non-negative integer"))
}

/// `n` and `k` as ints from 0 on.
fn choice(rt: &mut Runtime, n: &Object, k: &Object) -> Result<(Object, Object)> {
    let (n, k) = (rt.index_object(n)?, rt.index_object(k)?);
    if Runtime::is_negative_int(&n) {
        return Err(negative(rt, "n"));
    }
    if Runtime::is_negative_int(&k) {
        return Err(negative(rt, "k"));
    }
    Ok((n, k))
}

pub fn perm(rt: &mut Runtime, n: &Object, k: Option<&Object>) -> Result {
    let Some(k) = k else { return factorial(rt, n) };
    if let (Some(n @ 0..), Some(k @ 0..=20)) = (n.value().as_int(), k.value().as_int())
        && let Some(product) =
            (0..k as u64).try_fold(1u64, |product, i| product.checked_mul((n as u64).saturating_sub(i)))
    {
        return rt.new_int(product.into());
    }
    let (n, k) = choice(rt, n, k)?;
    if int_of(&k).compare(int_of(&n)).is_gt() {
        return Ok(Object::small(0));
    }
    if Runtime::exact_i64(&k).is_none() {
        return Err(rt.overflow_error("k must not exceed 9223372036854775807"));
    }
    let value = bigint::permutations(int_of(&n), int_of(&k), &|| rt.interrupt_waits());
    result(rt, value)
}

pub fn comb(rt: &mut Runtime, n: &Object, k: &Object) -> Result {
    if let (Some(n), Some(k)) = (n.value().as_int(), k.value().as_int())
        && let Some(result) = bigint::small_combinations(n, k)
    {
        return rt.new_int(result.into());
    }
    let (n, k) = choice(rt, n, k)?;
    let rest = bigint::subtract(int_of(&n), int_of(&k));
    if rest.as_ref().is_negative() {
        return Ok(Object::small(0));
    }
    if Runtime::exact_i64(&k).is_none() && rest.as_ref().to_i64().is_none() {
        return Err(rt.overflow_error("min(n - k, k) must not exceed 9223372036854775807"));
    }
    let value = bigint::combinations(int_of(&n), int_of(&k), &|| rt.interrupt_waits());
    result(rt, value)
}

/// The immediate ints at the beginning, and what follows them.
fn words(integers: &[Object]) -> (impl Iterator<Item = i64>, &[Object]) {
    let count = integers.iter().take_while(|integer| integer.value().is_int()).count();
    let (first, rest) = integers.split_at(count);
    (first.iter().filter_map(|integer| integer.value().as_int()), rest)
}

pub fn gcd(rt: &mut Runtime, integers: &[Object]) -> Result {
    let (words, rest) = words(integers);
    let mut common = 0;
    for word in words {
        rt.check_interrupts()?;
        common = bigint::gcd_u64(common, word.unsigned_abs());
    }
    let mut total = rt.new_int(common.into())?;
    for integer in rest {
        rt.check_interrupts()?;
        let next = rt.index_object(integer)?;
        let common = bigint::gcd(int_of(&total), int_of(&next), &|| rt.interrupt_waits());
        total = result(rt, common)?;
    }
    Ok(total)
}

pub fn lcm(rt: &mut Runtime, integers: &[Object]) -> Result {
    if let [a, b] = integers
        && let (Some(a), Some(b)) = (a.value().as_int(), b.value().as_int())
    {
        let (a, b) = (a.unsigned_abs(), b.unsigned_abs());
        let divisor = bigint::gcd_u64(a, b).max(1);
        return rt.new_int(i128::from(a / divisor) * i128::from(b));
    }
    let mut total = Object::small(1);
    for integer in integers {
        rt.check_interrupts()?;
        let next = rt.index_object(integer)?;
        let multiple = bigint::lcm(int_of(&total), int_of(&next), &|| rt.interrupt_waits());
        total = result(rt, multiple)?;
    }
    Ok(total)
}
