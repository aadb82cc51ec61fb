//! The edited text in colours, continuation prompts included.

use super::marks::{Continuation, to_shown};
use super::scan::{Kind, Piece, open_brackets, scan};
use std::collections::HashSet;

const KEYWORD: &str = "\x1b[1;34m";
const TEXT: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[33m";
const BUILTIN: &str = "\x1b[36m";
const COMMENT: &str = "\x1b[90m";
const DEFINED: &str = "\x1b[1m";
const BRACKET: &str = "\x1b[1;7m";
const WRONG: &str = "\x1b[31m";
const PROMPT: &str = "\x1b[1;35m";
const FAINT: &str = "\x1b[2m";
const RESET: &str = "\x1b[0m";

/// The first prompt in its colour.
pub fn prompt(text: &str) -> String {
    format!("{PROMPT}{text}{RESET}")
}

/// A hint in its colour.
pub fn hint(text: &str) -> String {
    format!("{FAINT}{text}{RESET}")
}

/// Where the brackets at the cursor and its partner stand.
fn bracket_pair(pieces: &[Piece], cursor: usize) -> Option<(usize, usize)> {
    let at = pieces.iter().position(|p| match p.kind {
        Kind::Open => p.start == cursor,
        Kind::Close => p.end == cursor,
        _ => false,
    })?;
    if pieces[at].kind == Kind::Close {
        let open = open_brackets(&pieces[..at]).pop()?;
        return Some((open, at));
    }
    let mut depth = 0_usize;
    for (i, piece) in pieces.iter().enumerate().skip(at) {
        match piece.kind {
            Kind::Open => depth += 1,
            Kind::Close => {
                depth -= 1;
                if depth == 0 {
                    return Some((at, i));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether the cursor stands at a bracket.
pub fn is_at_bracket(text: &str, cursor: usize) -> bool {
    let around = [text[..cursor].chars().next_back(), text[cursor..].chars().next()];
    around.iter().flatten().any(|c| "()[]{}".contains(*c))
}

/// The text as it is shown, in colours; `cursor` marks the brackets there.
pub fn highlight(
    text: &str,
    cursor: Option<usize>,
    continuation: &Continuation,
    builtins: &HashSet<String>,
    colours: bool,
) -> String {
    if !colours {
        return to_shown(text, continuation);
    }
    let pieces = scan(text);
    let pair = cursor.and_then(|cursor| bracket_pair(&pieces, cursor));
    let shown = Continuation { mark: continuation.mark.clone(), shown: prompt(&continuation.shown) };
    let mut out = String::with_capacity(text.len() * 2);
    let mut previous = "";
    for (i, piece) in pieces.iter().enumerate() {
        let word = &text[piece.start..piece.end];
        let colour = match piece.kind {
            Kind::Keyword => KEYWORD,
            Kind::Text => TEXT,
            // A string that lacks its end is fine on the last line, where it is still being typed.
            Kind::OpenText if piece.end == text.len() => TEXT,
            Kind::OpenText => WRONG,
            Kind::Number => NUMBER,
            Kind::Comment => COMMENT,
            Kind::Name if matches!(previous, "def" | "class") => DEFINED,
            Kind::Name if previous != "." && builtins.contains(word) => BUILTIN,
            Kind::Name if is_soft_keyword(text, &pieces, i) => KEYWORD,
            Kind::Open | Kind::Close if pair.is_some_and(|(a, b)| a == i || b == i) => BRACKET,
            _ => "",
        };
        let word_shown = to_shown(word, &shown);
        if colour.is_empty() {
            out.push_str(&word_shown);
        } else {
            // Prompts inside a string end its colour.
            let word_shown = word_shown.replace(&shown.shown, &format!("{RESET}{}{colour}", shown.shown));
            out.push_str(colour);
            out.push_str(&word_shown);
            out.push_str(RESET);
        }
        if piece.kind != Kind::Space {
            previous = word;
        }
    }
    out
}

/// `match`, `case` and `type` where they begin a statement.
fn is_soft_keyword(text: &str, pieces: &[Piece], index: usize) -> bool {
    let word = &text[pieces[index].start..pieces[index].end];
    if !matches!(word, "match" | "case" | "type") {
        return false;
    }
    let begins = pieces[..index].iter().rev().take_while(|p| p.kind != Kind::Newline).all(|p| p.kind == Kind::Space);
    let line = pieces[index + 1..].iter().take_while(|p| p.kind != Kind::Newline);
    let rest: Vec<&Piece> = line.filter(|p| !matches!(p.kind, Kind::Space | Kind::Comment)).collect();
    let next_is_name = rest.first().is_some_and(|p| matches!(p.kind, Kind::Name));
    let ends_block = rest.last().is_some_and(|p| &text[p.start..p.end] == ":");
    begins && if word == "type" { next_is_name } else { ends_block }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_change_nothing_else() {
        let continuation = Continuation::new("... ");
        let builtins = HashSet::from(["print".to_owned()]);
        let edited = super::super::marks::to_edited("def f(x):\n    print('a', 1) # é", &continuation.mark);
        let plain = highlight(&edited, Some(5), &continuation, &builtins, false);
        assert_eq!(plain, "def f(x):\n...     print('a', 1) # é");
        let coloured = highlight(&edited, Some(5), &continuation, &builtins, true);
        let mut bare = String::new();
        let mut rest = coloured.as_str();
        while let Some(at) = rest.find('\x1b') {
            bare.push_str(&rest[..at]);
            rest = &rest[at + rest[at..].find('m').expect("an escape ends") + 1..];
        }
        bare.push_str(rest);
        assert_eq!(bare, plain);
        assert!(coloured.contains("\x1b[36mprint\x1b[0m"), "{coloured:?}");
        assert!(coloured.contains("\x1b[1;7m(\x1b[0m"), "{coloured:?}");
    }
}
