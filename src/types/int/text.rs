//! Ints as text: `str(n)`, and the limit on the digits of conversions that take more than linear time.

use crate::base::bigint::{self, IntRef};
use crate::base::format_spec::digit_limit_message;
use crate::heap::Object;
use crate::layout::Str;
use crate::layout::int::as_int;
use crate::object::{Raised, Result, Runtime};

/// `sys.get_int_max_str_digits()` of a fresh interpreter.
pub const DEFAULT_MAX_STR_DIGITS: usize = 4300;

/// The setting, kept in the runtime: the greatest number of digits, 0 for no limit.
pub struct TextLimit(pub usize);

impl Default for TextLimit {
    fn default() -> TextLimit {
        TextLimit(DEFAULT_MAX_STR_DIGITS)
    }
}

/// The limit in force.
pub fn digit_limit(rt: &mut Runtime) -> usize {
    rt.extension::<TextLimit>().0
}

/// The ValueError for an int with more digits than allowed.
#[cold]
fn too_many_digits(rt: &mut Runtime, limit: usize) -> Raised {
    rt.value_error(digit_limit_message(limit))
}

/// `str(n)`.
pub fn decimal(rt: &mut Runtime, value: IntRef<'_>) -> Result<Str> {
    if let IntRef::Small(n) = value {
        return Ok(rt.strings.decimal(&rt.heap, n)?);
    }
    if let Some(text) = bigint::short_text(value, 10, "", |text| Str::from_latin1(&rt.heap, text)) {
        return Ok(text?);
    }
    let limit = digit_limit(rt);
    match bigint::to_decimal(value, limit, &|| rt.interrupt_waits()) {
        Ok(Some(text)) => rt.new_str(&text),
        Err(_) => Err(rt.interrupted()),
        Ok(None) => Err(too_many_digits(rt, limit)),
    }
}

/// `repr(n)`, also of instances of subclasses.
pub fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    decimal(rt, as_int(this).unwrap_or(IntRef::ZERO))
}
