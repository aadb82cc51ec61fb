//! Arguments of constructors (`slots.new`, `slots.init`), which get them as they were passed.

use crate::heap::Object;
use crate::object::{Args, Result, Runtime};

/// The positional arguments, between `least` and `most`; keywords are refused.
pub fn positional<'a>(rt: &mut Runtime, name: &str, args: Args<'a>, least: usize, most: usize) -> Result<&'a [Object]> {
    if args.keyword_count() > 0 {
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    let values = args.positional();
    let got = values.len();
    let (bound, number) = match () {
        _ if got < least => ("at least ", least),
        _ if got > most => ("at most ", most),
        _ => return Ok(values),
    };
    let bound = if least == most { "" } else { bound };
    let plural = if number == 1 { "" } else { "s" };
    Err(rt.type_error(format!("{name} expected {bound}{number} argument{plural}, got {got}")))
}
