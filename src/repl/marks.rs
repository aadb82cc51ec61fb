//! The editor's marks. Behind each line end of the edited text stands a mark that is shown as the continuation prompt,
//! and a level of indentation is one mark too, so that one key removes it. A mark is a single grapheme of the right
//! width (the line editor counts widths), made of characters that nobody types; it is replaced before anyone else sees
//! the text.

use unicode_width::UnicodeWidthStr;

/// Two columns of a continuation prompt: a letter of old Korean, which forms one grapheme with the next of its kind.
const PROMPT: char = '\u{a97c}';
/// Four columns: two squares joined.
const INDENT: &str = "\u{2b1b}\u{200d}\u{2b1b}";
/// How far a level is indented.
pub const LEVEL: usize = 4;

/// Whether a character belongs to a mark.
pub fn is_mark(c: char) -> bool {
    matches!(c, PROMPT | '\u{2b1b}' | '\u{200d}')
}

/// The mark that stands for a continuation prompt, and the prompt filled up to its width.
pub struct Continuation {
    /// The mark.
    pub mark: String,
    /// What is shown.
    pub shown: String,
}

impl Continuation {
    /// For `sys.ps2`. A prompt with line ends or escapes is replaced by the usual one.
    pub fn new(prompt: &str) -> Continuation {
        let prompt = if prompt.chars().any(char::is_control) { "... " } else { prompt };
        let width = prompt.width();
        let mark: String = std::iter::repeat_n(PROMPT, width.div_ceil(2)).collect();
        let shown = format!("{prompt}{}", " ".repeat(width % 2));
        Continuation { mark, shown }
    }
}

/// The text as Python reads it.
pub fn to_source(edited: &str) -> String {
    edited.replace(PROMPT, "").replace(INDENT, "    ")
}

/// A text as it is edited.
pub fn to_edited(source: &str, mark: &str) -> String {
    if !source.starts_with(' ') && memchr::memchr(b'\n', source.as_bytes()).is_none() {
        return source.to_owned();
    }
    let mut out = String::with_capacity(source.len() * 2);
    for (i, line) in source.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
            out.push_str(mark);
        }
        let text = line.trim_start_matches(' ');
        push_indent(&mut out, line.len() - text.len());
        out.push_str(text);
    }
    out
}

/// Adds an indentation of so many columns.
pub fn push_indent(out: &mut String, columns: usize) {
    out.extend(std::iter::repeat_n(INDENT, columns / LEVEL));
    out.extend(std::iter::repeat_n(' ', columns % LEVEL));
}

/// The text as it is shown: marks replaced by what they stand for.
pub fn to_shown(edited: &str, continuation: &Continuation) -> String {
    let text = edited.replace(INDENT, "    ");
    if continuation.mark.is_empty() { text } else { text.replace(&continuation.mark, &continuation.shown) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_and_go() {
        let continuation = Continuation::new("... ");
        let source = "def f():\n    if x:\n      y\n\n    return 'é'";
        let edited = to_edited(source, &continuation.mark);
        assert_eq!(to_source(&edited), source);
        assert_eq!(to_shown("if x:", &continuation), "if x:");
        assert_eq!(to_shown(&to_edited("a\n        b", &continuation.mark), &continuation), "a\n...         b");
    }

    #[test]
    fn marks_are_as_wide_as_what_is_shown() {
        use unicode_width::UnicodeWidthChar;
        let width = |text: &str| text.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
        for prompt in ["... ", "", "odd", "--> "] {
            let continuation = Continuation::new(prompt);
            assert_eq!(width(&continuation.mark), continuation.shown.width(), "{prompt:?}");
        }
        assert_eq!(width(INDENT), LEVEL);
    }
}
