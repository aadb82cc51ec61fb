//! `_functools`: what `functools` needs natively.
//!
//! - `partial`: calls with some arguments given beforehand.
//! - `cache`: the wrapper behind `lru_cache`.
//! - `key`: `cmp_to_key`.
//! - `reduce` is here.

mod cache;
mod key;
mod partial;

use super::{NativeModule, set};
use crate::heap::Object;
use crate::methods;
use crate::object::{ClassId, Result, Runtime};
use crate::types::module::Module;

methods! {
    static FUNCTIONS = [
        /// Apply a function of two arguments cumulatively to the items of an iterable, from left to right.
        ///
        /// This effectively reduces the iterable to a single value.  If initial is present,
        /// it is placed before the items of the iterable in the calculation, and serves as
        /// a default when the iterable is empty.
        ///
        /// For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])
        /// calculates ((((1 + 2) + 3) + 4) + 5).
        @function "reduce"(function, iterable, initial = None, /) => reduce;
        /// Convert a cmp= function into a key= function.
        ///
        ///   mycmp
        ///     Function that compares two objects.
        @function "cmp_to_key"(mycmp) => key::cmp_to_key;
    ];
}

fn reduce(rt: &mut Runtime, function: &Object, iterable: &Object, initial: Option<&Object>) -> Result {
    let iterator = match rt.iter(iterable) {
        Err(raised) if rt.is_raised(&raised, ClassId::TypeError) => {
            return Err(rt.type_error("reduce() arg 2 must support iteration"));
        }
        other => other?,
    };
    let first = match initial {
        Some(initial) => Some(initial.clone()),
        None => rt.next(&iterator)?,
    };
    let Some(first) = first else {
        return Err(rt.type_error("reduce() of empty iterable with no initial value"));
    };
    // The accumulated value and the next item, in the window of the call.
    let mut pair = [first, Object::NONE];
    while let Some(item) = rt.next(&iterator)? {
        rt.check_interrupts()?;
        pair[1] = item;
        pair[0] = rt.call(function, &pair)?;
        rt.check_interrupts()?;
    }
    let [result, _] = pair;
    Ok(result)
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for def in [&partial::TYPE, &cache::TYPE] {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    Ok(())
}

/// The description of module `_functools`.
pub static MODULE: NativeModule =
    NativeModule { name: "_functools", doc: "Tools that operate on functions.", functions: FUNCTIONS, init };
