//! Text as Python's `str` methods and `textwrap` treat it: line ends, indentation, white space, display width.

use unicode_width::UnicodeWidthChar;

/// `str.isspace()` of one character.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// `str.splitlines(keepends=True)`.
pub(super) fn split_lines_inclusive(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_line_end(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
            end += 1;
        }
        lines.push(&text[start..end]);
        start = end;
    }
    if start < text.len() {
        lines.push(&text[start..]);
    }
    lines
}

/// `str.splitlines()`.
pub(super) fn split_lines(text: &str) -> Vec<&str> {
    split_lines_inclusive(text).into_iter().map(|line| line.trim_end_matches(is_line_end)).collect()
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `textwrap.indent(text, prefix, lambda line: True)`, to the end of `out`.
pub(super) fn push_indented(out: &mut String, text: &str, prefix: &str) {
    if prefix.is_empty() {
        out.push_str(text);
        return;
    }
    for line in split_lines_inclusive(text) {
        out.push_str(prefix);
        out.push_str(line);
    }
}

/// `textwrap.dedent(text)`: lines of blanks become empty, the longest common margin of the others is removed.
pub(super) fn dedent(text: &str) -> String {
    let blank = |line: &str| line.trim_matches([' ', '\t']).is_empty();
    let margin_of = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut margin: Option<&str> = None;
    for line in text.split('\n').filter(|line| !blank(line)) {
        let own = &line[..margin_of(line)];
        margin = Some(match margin {
            None => own,
            Some(common) => {
                let same = common.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
                &common[..same]
            }
        });
    }
    let margin = margin.map_or(0, str::len);
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        if !blank(line) {
            out.push_str(&line[margin..]);
        }
    }
    out
}

/// How many columns the first `count` characters take. East Asian wide characters count twice, all others once; a
/// line of ASCII characters is as wide as `count` even beyond its end.
pub(super) fn display_width(line: &[char], count: usize) -> usize {
    if line.iter().all(char::is_ascii) {
        return count;
    }
    line.iter().take(count).map(|c| if c.width() == Some(2) { 2 } else { 1 }).sum()
}

/// The character index of a byte offset; one within a character counts that character.
pub(super) fn character_offset(line: &str, bytes: usize) -> usize {
    line.char_indices().take_while(|(at, _)| *at < bytes).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dedent_keeps_relative_margins() {
        assert_eq!(dedent("    a\n\n      b\n   \n    c\n"), "a\n\n  b\n\nc\n");
        assert_eq!(dedent("\ta\n    b\n"), "\ta\n    b\n");
    }

    #[test]
    fn lines_end_where_python_says() {
        assert_eq!(split_lines("a\r\nb\x0cc\u{2028}\n"), ["a", "b", "c", ""]);
        assert_eq!(split_lines_inclusive("a\r\n\rb"), ["a\r\n", "\r", "b"]);
    }

    #[test]
    fn wide_characters_count_twice() {
        let line: Vec<char> = "a日b".chars().collect();
        assert_eq!([0, 1, 2, 3, 9].map(|n| display_width(&line, n)), [0, 1, 3, 4, 4]);
        assert_eq!(character_offset("a日b", 2), 2);
    }
}
