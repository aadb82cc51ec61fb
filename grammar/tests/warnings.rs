//! Syntax warnings: their texts, lines and order, as CPython 3.13 gives them.

use anthill_grammar::{Interner, Mode, parse_str};
use bumpalo::Bump;

fn warnings(source: &str) -> Vec<(u32, String)> {
    let (arena, mut names) = (Bump::new(), Interner::new());
    let tree = parse_str(source, Mode::Module, &arena, &mut names).expect(source);
    let warnings = tree.warnings.into_iter();
    warnings.map(|warning| (warning.line, warning.message)).collect()
}

/// `escape` is the character after the backslash.
fn escape(line: u32, escape: &str) -> (u32, String) {
    (line, format!("invalid escape sequence '\\{escape}'"))
}

#[test]
fn escapes_are_reported_where_cpython_does() {
    for (source, expected) in [
        (r"'a\d\q'", vec![escape(1, "d")]),
        (r"b'\d' b'\q'", vec![escape(1, "d"), escape(1, "q")]),
        // A literal's warning stands in the line where the literal starts.
        ("x = '''\n\n\\d'''", vec![escape(1, "d")]),
        ("('\\q'\n '\\d')", vec![escape(1, "q"), escape(2, "d")]),
        // An f-string's, in the line where it ends, if it is not in a format spec.
        ("f'''\n{1}\n\\d\n\n\\q{2}\\w\n'''", vec![escape(6, "d"), escape(6, "w")]),
        ("f'''{x:\\d\n{y}\n\\q}'''", vec![escape(1, "d"), escape(2, "q")]),
        (r"f'\{1}\}}'", vec![escape(1, "{"), escape(1, "}")]),
        (r"f'\d\{{'", vec![escape(1, "{"), escape(1, "d")]),
        (r"f'{x:\{1}}'", vec![escape(1, "{")]),
        (r"f'{'\d'}'", vec![escape(1, "d")]),
        (r"rf'\{1}' r'\d' '\é'", vec![]),
    ] {
        assert_eq!(warnings(source), expected, "{source}");
    }
    let octal = (1, r"invalid octal escape sequence '\400'".to_string());
    assert_eq!(warnings(r"'\400\d'"), [octal]);
}

#[test]
fn keywords_after_numbers_are_reported_in_order() {
    let number = |kind| (1, format!("invalid {kind} literal"));
    let source = r"'\d'; 1or 2; b'\q'; f'\w{0x1or 2}'; 1jif 1else 2";
    let expected = [
        escape(1, "d"),
        number("decimal"),
        escape(1, "q"),
        number("hexadecimal"),
        escape(1, "w"),
        number("imaginary"),
        number("decimal"),
    ];
    assert_eq!(warnings(source), expected);
}
