//! What a prompt needs to know of a text that is still being typed.

use crate::layout::tokenize;
use crate::parse::{Mode, parse_str};
use crate::resolve::resolve;
use crate::symbol::Interner;
use crate::token::Kind;
use bumpalo::Bump;

/// Whether a prompt should ask for another line rather than run the text or report its error.
///
/// `source` holds the lines typed so far, without the line end of the last one; it is judged as
/// `codeop.compile_command` judges it: a compound statement goes on until a blank line.
///
/// ```
/// use anthill_grammar::is_incomplete;
/// assert!(is_incomplete("if x:"));
/// assert!(is_incomplete("if x:\n    y"));
/// assert!(!is_incomplete("if x:\n    y\n"));
/// assert!(is_incomplete("print("));
/// assert!(!is_incomplete("print)"));
/// ```
pub fn is_incomplete(source: &str) -> bool {
    let (arena, mut names) = (Bump::new(), Interner::new());
    let tree = match parse_str(source, Mode::Interactive, &arena, &mut names) {
        Ok(tree) => tree,
        // A text without any statement is complete, but the grammar wants one.
        Err(error) => return error.incomplete && !is_blank(source),
    };
    let mut tokens = tokenize(tree.source, Kind::StartInteractive);
    resolve(&mut tokens.vector, &|| false);
    let first = tokens.vector.get(1).map(|token| token.kind);
    let compound = matches!(
        first,
        Some(
            Kind::If
                | Kind::While
                | Kind::For
                | Kind::Try
                | Kind::With
                | Kind::Def
                | Kind::Class
                | Kind::Async
                | Kind::At
                | Kind::Match
        )
    );
    compound && !tree.source.ends_with('\n')
}

/// Whether a text holds only white space and comments.
fn is_blank(source: &str) -> bool {
    source.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#'))
}
