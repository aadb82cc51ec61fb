//! `_collections`: the containers of `collections` that are native, and helpers of the others.
//!
//! - `deque`: the double-ended queue.
//! - `defaultdict`: a dict that makes missing values.
//! - `ordered`: `OrderedDict`.
//! - `count`: the loop of `Counter`.

mod count;
mod defaultdict;
mod deque;
mod ordered;

use super::{NativeModule, set};
use crate::methods;
use crate::object::{Result, Runtime};
use crate::types::descriptor::tuple_getter;
use crate::types::module::Module;

methods! {
    static FUNCTIONS = [
        /// Count elements in the iterable, updating the mapping
        @function "_count_elements"(mapping, iterable, /) => count::count_elements;
    ];
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for def in [
        &deque::TYPE,
        &deque::ITERATOR,
        &deque::REVERSE_ITERATOR,
        &defaultdict::TYPE,
        &ordered::TYPE,
        &tuple_getter::TYPE,
    ] {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    Ok(())
}

/// The description of module `_collections`.
pub static MODULE: NativeModule =
    NativeModule { name: "_collections", doc: "High performance data structures.", functions: FUNCTIONS, init };
