//! Prints the tree of a Python source as `ast.dump` does: `dump_ast [--attributes] [--indent N] FILE`, with
//! `-` for standard input.
//!
//! `dump_ast --batch` reads file names from standard input, one a line, and answers each with a
//! line `ok LENGTH` or `error LENGTH` and so many bytes: the dump with attributes, or the
//! report of the error.

use anthill_grammar::dump::{DumpOptions, dump};
use anthill_grammar::source::Origin;
use anthill_grammar::{Interner, Mode, SyntaxError, parse};
use bumpalo::Bump;
use std::io::{BufRead, Read, Write};
use std::process::ExitCode;

fn tree(bytes: &[u8], name: &str, options: DumpOptions) -> Result<String, SyntaxError> {
    let (arena, mut names) = (Bump::new(), Interner::new());
    let tree = parse(bytes, Origin::File(name), Mode::Module, &arena, &mut names)?;
    Ok(dump(&tree.root, &names, &tree.lines, options))
}

fn batch() -> std::io::Result<()> {
    let options = DumpOptions { attributes: true, indent: None };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for name in std::io::stdin().lock().lines() {
        let name = name?;
        let (word, text) = match tree(&std::fs::read(&name)?, &name, options) {
            Ok(text) => ("ok", text),
            Err(error) => ("error", error.report(&name)),
        };
        write!(out, "{word} {}\n{text}", text.len())?;
        out.flush()?;
    }
    Ok(())
}

fn usage(problem: &str) -> ExitCode {
    eprintln!("{problem}\nusage: dump_ast [--attributes] [--indent N] FILE");
    ExitCode::from(2)
}

fn read(file: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match file {
        "-" => std::io::stdin().read_to_end(&mut bytes).map(|_| bytes),
        _ => std::fs::read(file),
    }
}

fn main() -> ExitCode {
    let mut options = DumpOptions::default();
    let mut file = None;
    let mut arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--batch" => {
                return if batch().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            }
            "--attributes" => options.attributes = true,
            "--indent" => match arguments.next().and_then(|width| width.parse::<u8>().ok()) {
                Some(width) => options.indent = Some(width.into()),
                None => return usage("--indent needs a number of spaces from 0 to 255"),
            },
            option if option.starts_with("--") => return usage(&format!("unknown option {option}")),
            _ => file = Some(argument),
        }
    }
    let Some(file) = file else { return usage("no file given") };
    let bytes = match read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("dump_ast: {file}: {error}");
            return ExitCode::from(2);
        }
    };
    let name = if file == "-" { "<stdin>" } else { &file };
    match tree(&bytes, name, options) {
        // A reader that has gone away is no error of this program.
        Ok(text) => match writeln!(std::io::stdout(), "{text}") {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        },
        Err(error) => {
            eprint!("{}", error.report(name));
            ExitCode::FAILURE
        }
    }
}
