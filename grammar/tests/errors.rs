//! Every row of the error table: the error of a source, as CPython 3.13 reports it.
//!
//! `errors/generate.py` makes the table from `errors/cases.txt`.

use anthill_grammar::{Interner, Mode, SyntaxError, parse_str};
use bumpalo::Bump;

fn error_of(source: &str) -> Option<SyntaxError> {
    let (arena, mut names) = (Bump::new(), Interner::new());
    parse_str(source, Mode::Module, &arena, &mut names).err()
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        out.push(match c {
            '\\' => match rest.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some('f') => '\x0c',
                other => other.unwrap_or('\\'),
            },
            c => c,
        });
    }
    out
}

#[test]
fn errors_are_cpythons() {
    let table = include_str!("errors/table.tsv");
    let (mut rows, mut misplaced, mut wrong) = (0, Vec::new(), Vec::new());
    for row in table.lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        let source = unescape(fields[0]);
        rows += 1;
        let Some(error) = error_of(&source) else {
            wrong.push(format!("{source:?} parses; expected {}", fields[2]));
            continue;
        };
        let place = [error.line as i32, error.column, error.end_line as i32, error.end_column];
        if (error.kind.name(), error.message.as_str()) != (fields[1], fields[2]) {
            let message = &error.message;
            wrong.push(format!("{source:?} is {message:?}; expected {}", fields[2]));
        } else if place.map(|number| number.to_string()) != fields[3..] {
            let expected = fields[3..].join(" ");
            misplaced.push(format!("{source:?} at {place:?}; expected {expected}"));
        }
    }
    assert!(rows >= 1250, "only {rows} rows");
    assert!(wrong.is_empty(), "wrong in class or message:\n{}", wrong.join("\n"));
    assert!(misplaced.is_empty(), "misplaced:\n{}", misplaced.join("\n"));
}
