//! Prints the tree of a Python source as `ast.dump` does: `dump_ast [--attributes] FILE`, with
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

fn main() -> std::io::Result<ExitCode> {
    let mut options = DumpOptions::default();
    let mut file = None;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--batch" => return batch().map(|()| ExitCode::SUCCESS),
            "--attributes" => options.attributes = true,
            _ => file = Some(argument),
        }
    }
    let Some(file) = file else {
        eprintln!("usage: dump_ast [--attributes] FILE");
        return Ok(ExitCode::from(2));
    };
    let (bytes, name) = if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        (bytes, "<stdin>".to_string())
    } else {
        (std::fs::read(&file)?, file)
    };
    match tree(&bytes, &name, options) {
        Ok(text) => {
            println!("{text}");
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            eprint!("{}", error.report(&name));
            Ok(ExitCode::FAILURE)
        }
    }
}
