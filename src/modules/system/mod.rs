//! More of `sys`: hooks, frames, memory, and settings that change nothing here.

mod frames;
mod hooks;
mod memory;
pub(super) mod records;
mod settings;

pub use hooks::{SystemHooks, make_unraisable};

use super::{NativeModule, set};
use crate::object::{MethodDef, Result, Runtime};
use crate::types::module::Module;

/// Adds functions and attributes to `sys`.
pub fn extend_sys(rt: &mut Runtime, sys: &Module, module: &NativeModule) -> Result<()> {
    let name = rt.intern(module.name);
    let tables: [&'static [MethodDef]; 4] =
        [frames::FUNCTIONS, hooks::FUNCTIONS, memory::FUNCTIONS, settings::FUNCTIONS];
    for def in tables.into_iter().flatten() {
        let function = rt.new_builtin_function(def, None, name.clone().into())?;
        set(rt, sys, def.name, function.clone())?;
        if matches!(def.name, "unraisablehook" | "breakpointhook") {
            set(rt, sys, &format!("__{}__", def.name), function)?;
        }
    }
    settings::add(rt, sys)
}
