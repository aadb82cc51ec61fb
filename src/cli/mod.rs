//! Floor 7: the command line.
//!
//! `arguments` is the one definition of the options, for clap; `split` finds where they end. `environment` reads the
//! `PYTHON*` variables, `configure` makes settings of both, `run` runs the program and gives the exit code. `help`
//! prints whatever may be asked about all that; `inspect` prints trees and bytecode instead of running a program.

mod arguments;
mod configure;
mod environment;
mod help;
mod inspect;
mod run;
mod split;
mod watch;

pub use run::main;
