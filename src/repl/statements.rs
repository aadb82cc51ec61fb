//! An input of several statements: all but the last are run as a program is, the last one as the prompt does, which
//! shows its value.

use anthill_grammar::ast::Mod;
use anthill_grammar::{Interner, Mode, parse_str};
use bumpalo::Bump;

/// How an input is run.
#[derive(Debug, PartialEq, Eq)]
pub enum Cut {
    /// As one statement.
    One,
    /// As a program: it is wrong, and a program's error says best what is wrong.
    Program,
    /// The last statement's line begins at this byte.
    Last(usize),
}

/// Decides.
pub fn cut(text: &str) -> Cut {
    let (arena, mut names) = (Bump::new(), Interner::new());
    if !text.trim_end().contains('\n') {
        return Cut::One;
    }
    let Ok(tree) = parse_str(text, Mode::Module, &arena, &mut names) else { return Cut::Program };
    let Mod::Module { body } = tree.root else { return Cut::One };
    // Line ends have been made alike in the parsed text, and offsets are its own.
    let [first, .., last] = body else { return Cut::One };
    let first_line = tree.lines.line(first.span.start);
    let last_line = tree.lines.line(start_of(tree.source, last.span.start));
    if first_line == last_line {
        return Cut::One;
    }
    let start = text.split_inclusive('\n').take(last_line as usize - 1).map(str::len).sum();
    Cut::Last(start)
}

/// Where a statement begins, its decorators included: those stand on lines before it that begin with `@`.
fn start_of(source: &str, start: u32) -> u32 {
    let mut at = source[..start as usize].rfind('\n').map_or(0, |i| i + 1);
    while at > 0 {
        let previous = source[..at - 1].rfind('\n').map_or(0, |i| i + 1);
        if !source[previous..at].starts_with('@') {
            break;
        }
        at = previous;
    }
    at as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_statement_is_found() {
        assert_eq!(cut("x = 1"), Cut::One);
        assert_eq!(cut("if x:\n    y\n"), Cut::One);
        assert_eq!(cut("x = 1\nx"), Cut::Last(6));
        assert_eq!(cut("def f():\n    pass\n\nf()\n"), Cut::Last(19));
        assert_eq!(cut("x = 1\n@d\ndef f():\n    pass\n"), Cut::Last(6));
        assert_eq!(cut("x = 1\nx = = 2"), Cut::Program);
    }
}
