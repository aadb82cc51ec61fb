//! Floor 7: the prompt.
//!
//! `session` runs inputs, whoever reads them; `plain` reads lines where there is no terminal to edit on.

mod plain;
mod session;

use crate::interpreter::Interpreter;
use std::ffi::OsString;

/// How the prompt begins.
pub struct Manner {
    /// What is said first.
    pub greeting: Option<String>,
    /// The file that is run first.
    pub startup: Option<OsString>,
    /// The prompt follows a program (`-i`).
    pub after_program: bool,
}

/// Reads and runs inputs until the end; gives the exit code.
pub fn run(interpreter: &mut Interpreter, manner: Manner) -> i32 {
    let mut session = session::Session::new(interpreter, "<stdin>-");
    if let Some(greeting) = &manner.greeting {
        eprintln!("{greeting}");
    }
    if !manner.after_program
        && let Some(startup) = &manner.startup
        && let Some(code) = session.run_startup(startup)
    {
        return code;
    }
    plain::run(&mut session)
}
