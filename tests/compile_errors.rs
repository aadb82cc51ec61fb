//! Errors and warnings of the compiler, compared with what CPython 3.13 says of the same source
//! (`tests/compile_errors/record.py`).

use std::fmt::Write;

use anthill::compile::{Options, compile};
use anthill_grammar::source::Origin;
use anthill_grammar::{Interner, Mode, parse};

/// What Anthill says of a source, in the form of `expected.txt`.
fn verdict(source: &str) -> String {
    let arena = bumpalo::Bump::new();
    let mut names = Interner::new();
    let show = |error: &anthill_grammar::SyntaxError| {
        let end = match error.end_column {
            0 => "None".to_string(),
            column => column.to_string(),
        };
        let place = format!("{}:{}-{}:{end}", error.line, error.column, error.end_line);
        format!("{} {place} {}\n", error.kind.name(), error.message)
    };
    let tree = match parse(source.as_bytes(), Origin::Memory, Mode::Module, &arena, &mut names) {
        Ok(tree) => tree,
        Err(error) => return show(&error),
    };
    match compile(&tree.root, tree.source, &tree.lines, &mut names, "case", Options::default()) {
        Ok(output) => {
            let mut text = String::new();
            for warning in &output.warnings {
                let _ = writeln!(text, "warning {} {}", warning.line, warning.message);
            }
            text + "ok\n"
        }
        Err(error) => show(&error),
    }
}

#[test]
fn verdicts_equal_cpython() {
    let cases = include_str!("compile_errors/cases.txt");
    let expected = include_str!("compile_errors/expected.txt");
    let mut records = expected.split("# ").skip(1).map(|record| record.split_once('\n').unwrap_or((record, "")).1);
    let mut wrong = String::new();
    let mut count = 0;
    for (index, case) in cases.split("\n=====\n").enumerate() {
        let source = format!("{}\n", case.trim_end_matches('\n'));
        let expected = records.next().expect("a record for every case");
        let actual = verdict(&source);
        count += 1;
        if actual != expected {
            let number = index + 1;
            let _ = write!(wrong, "case {number}:\n{source}expected: {expected}actual:   {actual}\n");
        }
    }
    assert!(count > 200, "the corpus is there");
    assert!(records.next().is_none(), "a case for every record");
    assert!(wrong.is_empty(), "{wrong}");
}
