//! Answers each source on standard input, one a line with `\n`, `\t`, `\r` and `\\` escaped, with
//! a line of tab-separated fields: class, message, line, column, end line, end column of its
//! syntax error, or `ok`. With `--report`, the line holds the report CPython prints, escaped;
//! with `--warnings`, `ok` is followed by lines and texts of the warnings; `--eval` and
//! `--single` choose the mode.
//! `tests/errors/mutate.py` compares both with CPython's.

use anthill_grammar::{Interner, Mode, parse_str};
use bumpalo::Bump;
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let flag = |name: &str| std::env::args().any(|argument| argument == name);
    let (report, warnings) = (flag("--report"), flag("--warnings"));
    let mode = match (flag("--eval"), flag("--single")) {
        (true, _) => Mode::Expression,
        (_, true) => Mode::Interactive,
        _ => Mode::Module,
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let source = unescape(&line?);
        let (arena, mut names) = (Bump::new(), Interner::new());
        match parse_str(&source, mode, &arena, &mut names) {
            Ok(tree) if warnings => {
                write!(out, "ok")?;
                for warning in &tree.warnings {
                    write!(out, "\t{} {}", warning.line, warning.message)?;
                }
                writeln!(out)?;
            }
            Ok(_) => writeln!(out, "ok")?,
            Err(error) if report => {
                let text = error.report("f.py");
                let text = text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t");
                writeln!(out, "{}", text.replace('\r', "\\r").replace('\x0c', "\\f"))?;
            }
            Err(error) => writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t{}",
                error.kind.name(),
                error.message,
                error.line,
                error.column,
                error.end_line,
                error.end_column
            )?,
        }
        out.flush()?;
    }
    Ok(())
}

fn unescape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match (c, c == '\\') {
            (_, true) => match rest.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some('f') => out.push('\x0c'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out
}
