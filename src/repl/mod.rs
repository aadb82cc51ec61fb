//! Floor 7: the prompt.
//!
//! `session` runs inputs, whoever reads them. `editor` reads them on a terminal, `plain` where there is none to edit on.
//! The editor's helpers are pure functions over the text: `scan` cuts it into pieces, `paint` colours them, `enter`
//! decides what the Enter key does, `marks` stand for prompts and indentation in the edited text. `complete` and
//! `signature` look at the interpreter's objects too, through `objects`, which never runs Python code. `keys` binds keys,
//! `history` keeps the file, `statements` cuts an input into its statements.

mod complete;
mod editor;
mod enter;
mod history;
mod keys;
mod marks;
mod objects;
mod paint;
mod plain;
mod scan;
mod session;
mod signature;
mod statements;

use crate::interpreter::{Interpreter, Paint};
use crate::modules::sys::Settings;
use session::Session;
use std::ffi::OsString;
use std::io::IsTerminal;

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
    let dumb = std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb" || term == "unknown");
    let editable = !dumb && std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let colours = Paint::wanted(&mut interpreter.rt).is_on();
    let ignore_environment = interpreter.rt.extension::<Settings>().ignore_environment;
    if let Some(greeting) = &manner.greeting {
        eprintln!("{greeting}");
    }
    let mut session = Session::new(interpreter, if editable { "<python-input-" } else { "<stdin>-" });
    if !manner.after_program
        && let Some(startup) = &manner.startup
        && let Some(code) = session.run_startup(startup)
    {
        return code;
    }
    if editable {
        return editor::run(session, colours, ignore_environment).unwrap_or(0);
    }
    plain::run(&mut session)
}
