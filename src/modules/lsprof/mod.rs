//! `_lsprof`: the native half of `cProfile`.
//!
//! `profiler` has the class `Profiler`, its observer, what `getstats` returns.

mod profiler;

use super::{NativeModule, set};
use crate::object::{Result, Runtime};
use crate::struct_sequence;
use crate::types::module::Module;
use crate::types::struct_sequence::construct;

struct_sequence! {
    /// The figures of a function.
    pub static ENTRY = "_lsprof" "profiler_entry", construct, "";
    items [
        "code" "code object or built-in function name",
        "callcount" "how many times this was called",
        "reccallcount" "how many times called recursively",
        "totaltime" "total time in this entry",
        "inlinetime" "inline time in this entry (not in subcalls)",
        "calls" "details of the calls",
    ]
    hidden []
}

struct_sequence! {
    /// The figures of a function's calls by one caller.
    pub static SUBENTRY = "_lsprof" "profiler_subentry", construct, "";
    items [
        "code" "called code object or built-in function name",
        "callcount" "how many times this is called",
        "reccallcount" "how many times this is called recursively",
        "totaltime" "total time spent in this call",
        "inlinetime" "inline time (not in further subcalls)",
    ]
    hidden []
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let class = rt.native_class(&profiler::PROFILER)?;
    set(rt, module, "Profiler", class.into())?;
    for def in [&ENTRY, &SUBENTRY] {
        let class = rt.native_class(def)?;
        set(rt, module, def.name, class.into())?;
    }
    Ok(())
}

/// The description of module `_lsprof`.
pub static MODULE: NativeModule = NativeModule { name: "_lsprof", doc: "Fast profiler", functions: &[], init };
