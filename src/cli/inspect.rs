//! `--dump-ast` and `--dis`: the program's tree or bytecode instead of its run.

use super::arguments::Options;
use super::run::{print, program_name, read_source};
use std::ffi::OsString;

/// Prints what was asked for; gives the exit code.
pub fn inspect(options: &Options, rest: &[OsString]) -> i32 {
    let Some(file) = rest.first() else {
        eprintln!("{}: a file is missing (- for standard input)", program_name());
        return 2;
    };
    let source = match read_source(file) {
        Ok(source) => source,
        Err(code) => return code,
    };
    let name = if file == "-" { "<stdin>".into() } else { super::configure::shown(file) };
    match crate::interpreter::inspect(&source, &name, options.dump_ast, options.attributes) {
        Ok(text) => print(&text),
        Err(report) => {
            eprint!("{report}");
            1
        }
    }
}
