//! `_lsprof`: the native half of `cProfile`.
//!
//! `profiler` has the class `Profiler`, its observer, what `getstats` returns.

mod profiler;

use super::{NativeModule, set};
use crate::object::{Result, Runtime};
use crate::types::module::Module;

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let class = rt.native_class(&profiler::PROFILER)?;
    set(rt, module, "Profiler", class.into())?;
    let fields = ["code", "callcount", "reccallcount", "totaltime", "inlinetime", "calls"];
    for (name, count) in [("profiler_entry", 6), ("profiler_subentry", 5)] {
        let class = crate::types::struct_sequence::make_class(rt, "_lsprof", name, &fields[..count])?;
        set(rt, module, name, class.into())?;
    }
    Ok(())
}

/// The description of module `_lsprof`.
pub static MODULE: NativeModule = NativeModule { name: "_lsprof", doc: "Fast profiler", functions: &[], init };
