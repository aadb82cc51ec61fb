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

#[test]
fn reports_are_cpythons() {
    for (source, report) in [
        ("a b\tc", "  File \"f.py\", line 1\n    a b\tc\n      ^\nSyntaxError: invalid syntax\n"),
        (
            "x = (1,\n  2 3,\n  4)",
            "  File \"f.py\", line 2\n    2 3,\n    ^^^\n\
             SyntaxError: invalid syntax. Perhaps you forgot a comma?\n",
        ),
        (
            "f(a for a in b,\n  c)",
            "  File \"f.py\", line 1\n    f(a for a in b,\n      ^^^^^^^^^^^^\n\
             SyntaxError: Generator expression must be parenthesized\n",
        ),
        ("if 1:\n\tx = é é\n", "  File \"f.py\", line 2\n    \tx = é é\n    \t      ^\nSyntaxError: invalid syntax\n"),
        // Carets left of the stripped line are not drawn.
        ("x = 1\n   y\n", "  File \"f.py\", line 2\n    y\nIndentationError: unexpected indent\n"),
        (
            "if x:",
            "  File \"f.py\", line 1\n    if x:\n         ^\n\
             IndentationError: expected an indented block after 'if' statement on line 1\n",
        ),
        ("a\0", "SyntaxError: source code string cannot contain null bytes\n"),
    ] {
        let error = error_of(source).expect(source);
        assert_eq!(error.report("f.py"), report);
    }
}
