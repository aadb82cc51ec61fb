//! The modes `eval` and `single`.

use anthill_grammar::dump::{DumpOptions, dump};
use anthill_grammar::{Interner, Mode, parse_str};
use bumpalo::Bump;

fn tree(source: &str, mode: Mode) -> Result<String, String> {
    let (arena, mut names) = (Bump::new(), Interner::new());
    let tree = parse_str(source, mode, &arena, &mut names).map_err(|error| error.message)?;
    Ok(dump(&tree.root, &names, &tree.lines, DumpOptions::default()))
}

#[test]
fn an_expression_is_one_without_stars() {
    let eval = |source| tree(source, Mode::Expression);
    assert_eq!(eval("x\n\n").unwrap(), "Expression(body=Name(id='x', ctx=Load()))");
    assert_eq!(eval("x,").unwrap(), "Expression(body=Tuple(elts=[Name(id='x', ctx=Load())], ctx=Load()))");
    assert_eq!(
        eval("1, 2").unwrap(),
        "Expression(body=Tuple(elts=[Constant(value=1), Constant(value=2)], ctx=Load()))"
    );
    assert_eq!(eval("(\n1\n)#").unwrap(), "Expression(body=Constant(value=1))");
    for source in ["*x", "", "x = 1", "pass", "x; y", "x\ny", "yield", "a := b"] {
        assert_eq!(eval(source).unwrap_err(), "invalid syntax", "{source:?}");
    }
    for source in [" x", "x\n ", "x\n\t"] {
        assert_eq!(eval(source).unwrap_err(), "unexpected indent", "{source:?}");
    }
    assert_eq!(eval("x \\").unwrap_err(), "unexpected character after line continuation character");
}

#[test]
fn an_interactive_text_is_one_line_or_one_compound_statement() {
    let single = |source| tree(source, Mode::Interactive);
    let name = |id| format!("Expr(value=Name(id='{id}', ctx=Load()))");
    assert_eq!(single("x").unwrap(), format!("Interactive(body=[{}])", name("x")));
    assert_eq!(single("\n\nx\n\n# c\n").unwrap(), single("x").unwrap());
    assert_eq!(single("x; y\n").unwrap(), format!("Interactive(body=[{}, {}])", name("x"), name("y")));
    assert_eq!(
        single("if x:\n  y").unwrap(),
        format!("Interactive(body=[If(test=Name(id='x', ctx=Load()), body=[{}])])", name("y"))
    );
    let several = "multiple statements found while compiling a single statement";
    assert_eq!(single("x\ny\n").unwrap_err(), several);
    for source in ["", "\n", "#\n", "if x:\n  y\nz"] {
        assert_eq!(single(source).unwrap_err(), "invalid syntax", "{source:?}");
    }
}
