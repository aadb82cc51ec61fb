//! What the Enter key does: run the text, or begin another line, indented.

use super::marks::LEVEL;
use super::scan::{Kind, Piece, open_brackets, scan};
use anthill_grammar::is_incomplete;

/// The decision.
#[derive(Debug, PartialEq, Eq)]
pub enum Decision {
    /// The text is whole, or wrong beyond help.
    Run,
    /// Another line, indented by so many columns.
    Line(usize),
}

/// Decides; the text is given as source, before and behind the cursor.
pub fn decide(before: &str, behind: &str) -> Decision {
    let whole = format!("{before}{behind}");
    if !whole.contains('\n') && (whole.starts_with('%') || whole.trim().is_empty()) {
        return Decision::Run;
    }
    if whole.contains('\n') && !behind.trim().is_empty() {
        return Decision::Line(indentation(before));
    }
    // White space that the editor put on the last line is no content: an empty line ends a block.
    let text = match whole.rfind('\n') {
        Some(end) if whole[end..].trim().is_empty() => &whole[..=end],
        _ => whole.as_str(),
    };
    if is_incomplete(text) || is_incomplete(last_statement(text)) || goes_on(last_statement(text)) {
        Decision::Line(indentation(before))
    } else {
        Decision::Run
    }
}

/// Whether a block that breaks off becomes right by what its next line may be: what a decorator is for, the other half
/// of a `try`. The parser knows only of the line that is missing at the very end.
fn goes_on(text: &str) -> bool {
    let last = text.rsplit('\n').next().unwrap_or(text);
    if !text.contains('\n') || last.trim().is_empty() {
        return false;
    }
    let mut levels: Vec<usize> = text.lines().map(|line| line.len() - line.trim_start_matches(' ').len()).collect();
    levels.sort_unstable();
    levels.dedup();
    let own = last.len() - last.trim_start_matches(' ').len();
    let parses = |level: usize, line: &str| is_incomplete(&format!("{text}\n{}{line}", " ".repeat(level)));
    if last.trim_start().starts_with('@') {
        return parses(own, "def f():");
    }
    levels.into_iter().any(|level| level < own && parses(level, "finally:"))
}

/// The last statement of a text of several, as far as indentation tells.
fn last_statement(text: &str) -> &str {
    const GOES_ON: &[&str] = &["else", "elif", "except", "finally", "case"];
    let mut start = 0;
    let (mut decorated, mut fresh, mut depth) = (false, true, 0_usize);
    let mut previous = "";
    for piece in scan(text) {
        let word = &text[piece.start..piece.end];
        match piece.kind {
            // A line end inside brackets or behind a backslash ends nothing; those in strings are no pieces at all.
            Kind::Newline => fresh = depth == 0 && previous != "\\",
            Kind::Space | Kind::Comment => fresh = false,
            _ => {
                if fresh && !GOES_ON.contains(&word) {
                    if !decorated {
                        start = piece.start;
                    }
                    decorated = word == "@";
                }
                fresh = false;
                match piece.kind {
                    Kind::Open => depth += 1,
                    Kind::Close => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
        previous = word;
    }
    &text[start..]
}

/// How far the next line is indented.
fn indentation(before: &str) -> usize {
    let pieces = scan(before);
    let code: Vec<&Piece> = pieces.iter().filter(|p| !matches!(p.kind, Kind::Space | Kind::Comment)).collect();
    let Some(last) = code.iter().rev().find(|p| p.kind != Kind::Newline) else { return 0 };
    let text = |piece: &Piece| &before[piece.start..piece.end];
    if last.kind == Kind::OpenText {
        return 0;
    }
    let open = open_brackets(&pieces);
    if let Some(&bracket) = open.last() {
        let own = columns(before, before.len());
        return if last.start == pieces[bracket].start { columns(before, last.start) + LEVEL } else { own };
    }
    let first = logical_line(&pieces, before);
    let own = columns(before, first.map_or(before.len(), |p| p.start));
    if text(last) == ":" {
        return own + LEVEL;
    }
    let leaves = first.is_some_and(|p| matches!(text(p), "return" | "pass" | "break" | "continue" | "raise"));
    if leaves { own.saturating_sub(LEVEL) } else { own }
}

/// The first piece of the last logical line that has any code.
fn logical_line<'a>(pieces: &'a [Piece], text: &str) -> Option<&'a Piece> {
    let mut depth = 0_usize;
    let mut first = None;
    let mut fresh = true;
    for (i, piece) in pieces.iter().enumerate() {
        match piece.kind {
            Kind::Newline => {
                let joined = i > 0 && &text[pieces[i - 1].start..pieces[i - 1].end] == "\\";
                fresh |= depth == 0 && !joined;
            }
            Kind::Space | Kind::Comment => {}
            kind => {
                if fresh {
                    first = Some(piece);
                    fresh = false;
                }
                match kind {
                    Kind::Open => depth += 1,
                    Kind::Close => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }
    first
}

/// Columns of white space that the line of byte `at` begins with.
fn columns(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let line = &text[start..];
    line.len() - line.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_go_on_and_are_indented() {
        assert_eq!(decide("x = 1", ""), Decision::Run);
        assert_eq!(decide("", ""), Decision::Run);
        assert_eq!(decide("def f():", ""), Decision::Line(4));
        assert_eq!(decide("def f(): # why", ""), Decision::Line(4));
        assert_eq!(decide("def f():\n    if x:", ""), Decision::Line(8));
        assert_eq!(decide("def f():\n    if x:\n        return 1", ""), Decision::Line(4));
        assert_eq!(decide("def f():\n    return 1\n", ""), Decision::Run);
        assert_eq!(decide("def f():\n    x = 1\n    ", ""), Decision::Run);
        assert_eq!(decide("f(", ""), Decision::Line(4));
        assert_eq!(decide("f(1,", ""), Decision::Line(0));
        assert_eq!(decide("x = '''abc", ""), Decision::Line(0));
        assert_eq!(decide("if f(\n        a):", ""), Decision::Line(4));
        assert_eq!(decide("class C:\n    @property", ""), Decision::Line(4));
        assert_eq!(decide("def f():\n    try:\n        x", ""), Decision::Line(8));
        assert_eq!(decide("try:\n    x", ""), Decision::Line(4));
        assert_eq!(decide("def f():\n    x = = 1", ""), Decision::Run);
    }

    #[test]
    fn wrong_text_is_run_at_once() {
        assert_eq!(decide("x = = 1", ""), Decision::Run);
        assert_eq!(decide("print)", ""), Decision::Run);
        assert_eq!(decide("%time x", ""), Decision::Run);
    }

    #[test]
    fn several_statements_are_whole_when_the_last_is() {
        assert_eq!(decide("x = 1\ny = 2", ""), Decision::Run);
        assert_eq!(decide("x = 1\ndef f():", ""), Decision::Line(4));
        assert_eq!(decide("x = 1\n@d\ndef f():\n    pass", ""), Decision::Line(0));
        assert_eq!(decide("x = '''abc\ndef'''", ""), Decision::Run);
        assert_eq!(decide("f(1,\nwhile_)", ""), Decision::Run);
        assert_eq!(decide("x = 1\nif x:\n    y\nelse:", ""), Decision::Line(4));
    }

    #[test]
    fn in_the_middle_of_a_block_a_line_is_begun() {
        assert_eq!(decide("if x:\n    a", "\n    b"), Decision::Line(4));
    }
}
