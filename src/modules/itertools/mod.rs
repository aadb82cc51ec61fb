//! `itertools`: iterators for efficient looping.
//!
//! - `endless`: `count`, `cycle`, `repeat`.
//! - `select`: `compress`, `dropwhile`, `takewhile`, `filterfalse`, `starmap`.
//! - `slice`: `islice`, `batched`, `pairwise`.
//! - `join`: `chain`, `zip_longest`, `accumulate`.
//! - `group`: `groupby`.
//! - `product`, `combine`: the combinatoric ones.
//! - `tee`: independent iterators over one.
//! - `copying`: what lets iterators be copied.

mod combine;
mod copying;
mod endless;
mod group;
mod join;
mod product;
mod select;
mod slice;
mod tee;

use super::{NativeModule, set};
use crate::heap::Object;
use crate::methods;
use crate::object::{Index, Result, Runtime, TypeDef};
use crate::types::module::Module;

methods! {
    static FUNCTIONS = [
        /// Returns a tuple of n independent iterators.
        @function "tee"(iterable, n = 2, /) => |rt: &mut Runtime, iterable: &Object, n: Option<Index>| {
            tee::tee(rt, iterable, n.map_or(2, |n| n.0))
        };
    ];
}

static TYPES: &[&TypeDef] = &[
    &endless::COUNT,
    &endless::CYCLE,
    &endless::REPEAT,
    &select::COMPRESS,
    &select::DROP_WHILE,
    &select::TAKE_WHILE,
    &select::FILTER_FALSE,
    &select::STAR_MAP,
    &slice::ISLICE,
    &slice::BATCHED,
    &slice::PAIRWISE,
    &join::CHAIN,
    &join::ZIP_LONGEST,
    &join::ACCUMULATE,
    &group::GROUP_BY,
    &group::GROUPER,
    &product::TYPE,
    &combine::COMBINATIONS,
    &combine::WITH_REPLACEMENT,
    &combine::PERMUTATIONS,
    &tee::TEE,
    &tee::DATA,
];

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    for def in TYPES {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    Ok(())
}

/// The description of module `itertools`.
pub static MODULE: NativeModule = NativeModule {
    name: "itertools",
    doc: "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times",
    functions: FUNCTIONS,
    init,
};
