//! `posix`: what `os` asks of the system.
//!
//! - `argument`: paths and descriptors as arguments, and errors about them.
//! - `status`: `stat` and its results. `folder`: `listdir`, `scandir`. `file`: names of files made, moved and removed.
//! - `volume`: file systems, owners, devices, extended attributes. `limits`: `sysconf` and its like.
//! - `descriptor`: descriptors. `transfer`: bytes between them, events, timers. `terminal`: terminals.
//! - `process`: the process and its environment. `identity`: users, groups, sessions. `children`: other processes.
//!   `schedule`: priorities and processors.
//! - `constants`: numbers.

mod argument;
mod children;
pub mod constants;
mod descriptor;
mod file;
mod folder;
mod identity;
mod limits;
mod process;
mod records;
mod schedule;
mod status;
mod terminal;
mod transfer;
mod volume;

use super::{NativeModule, set};
use crate::object::{MethodDef, Result, Runtime};
use crate::types::module::Module;

/// All tables of functions.
static TABLES: &[&[MethodDef]] = &[
    children::FUNCTIONS,
    descriptor::FUNCTIONS,
    file::FUNCTIONS,
    folder::FUNCTIONS,
    identity::FUNCTIONS,
    limits::FUNCTIONS,
    process::FUNCTIONS,
    schedule::FUNCTIONS,
    status::FUNCTIONS,
    terminal::FUNCTIONS,
    transfer::FUNCTIONS,
    volume::FUNCTIONS,
];

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let name = rt.intern("posix");
    for table in TABLES {
        for def in *table {
            let function = rt.new_builtin_function(def, None, name.clone().into())?;
            set(rt, module, def.name, function)?;
        }
    }
    constants::install(rt, module)?;
    records::install(rt, module)?;
    limits::install(rt, module)?;
    process::install(rt, module)?;
    folder::install(rt, module)?;
    let error = rt.class(crate::object::ClassId::OSError).as_object().clone();
    set(rt, module, "error", error)
}

/// The description of module `posix`.
pub static MODULE: NativeModule = NativeModule {
    name: "posix",
    doc: "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.",
    functions: &[],
    init,
};
