//! Floor 7: the command line.

mod arguments;
mod run;

pub use run::main;
