//! A text that is being typed, cut into pieces for colours, completion and indentation. It may break off anywhere.

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// White space without line ends, marks of the editor.
    Space,
    /// A line end.
    Newline,
    /// A comment.
    Comment,
    /// A name that is no keyword.
    Name,
    /// A keyword.
    Keyword,
    /// A number.
    Number,
    /// A string with its prefix and quotes.
    Text,
    /// A string whose end is missing.
    OpenText,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Any other character.
    Operator,
}

/// A piece: bytes `start..end`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// The keywords.
pub const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Cuts a text into pieces that cover it without gaps.
pub fn scan(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (kind, end) = piece(text, at, first);
        pieces.push(Piece { kind, start: at, end });
        at = end;
    }
    pieces
}

fn piece(text: &str, at: usize, first: char) -> (Kind, usize) {
    let rest = &text[at..];
    let while_true = |test: fn(char) -> bool| rest.find(|c: char| !test(c)).map_or(text.len(), |i| at + i);
    match first {
        '\n' => (Kind::Newline, at + 1),
        '#' => (Kind::Comment, rest.find('\n').map_or(text.len(), |i| at + i)),
        '(' | '[' | '{' => (Kind::Open, at + 1),
        ')' | ']' | '}' => (Kind::Close, at + 1),
        '"' | '\'' => string(text, at),
        c if is_space(c) => (Kind::Space, while_true(is_space)),
        c if c.is_ascii_digit() => (Kind::Number, number(text, at)),
        '.' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => (Kind::Number, number(text, at)),
        c if is_name(c) => {
            let end = while_true(is_name);
            let word = &text[at..end];
            let prefix = word.len() <= 2 && word.chars().all(|c| "rRbBuUfF".contains(c));
            if prefix && text[end..].starts_with(['"', '\'']) {
                return string(text, end);
            }
            (if KEYWORDS.contains(&word) { Kind::Keyword } else { Kind::Name }, end)
        }
        c => (Kind::Operator, at + c.len_utf8()),
    }
}

/// White space other than line ends, and what the editor puts for it.
fn is_space(c: char) -> bool {
    c != '\n' && (c.is_whitespace() || super::marks::is_mark(c))
}

fn is_name(c: char) -> bool {
    (c == '_' || c.is_alphanumeric()) && !super::marks::is_mark(c)
}

fn number(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() {
        let c = bytes[end];
        let sign = matches!(c, b'+' | b'-')
            && matches!(bytes[end - 1], b'e' | b'E')
            && !text[at..end].starts_with("0x")
            && end > at;
        if !(c.is_ascii_alphanumeric() || c == b'_' || c == b'.' || sign) {
            break;
        }
        end += 1;
    }
    end
}

/// A string from its quote on.
fn string(text: &str, quote_at: usize) -> (Kind, usize) {
    let rest = &text[quote_at..];
    let quote = &rest[..1];
    let triple = rest.len() >= 3 && rest.as_bytes()[..3].iter().all(|b| *b == quote.as_bytes()[0]);
    let length = if triple { 3 } else { 1 };
    let bytes = text.as_bytes();
    let mut at = quote_at + length;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'\n' if !triple => return (Kind::OpenText, at),
            b if b == quote.as_bytes()[0] => {
                if !triple {
                    return (Kind::Text, at + 1);
                }
                if bytes[at..].len() >= 3 && bytes[at + 1] == b && bytes[at + 2] == b {
                    return (Kind::Text, at + 3);
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    (Kind::OpenText, text.len())
}

/// The brackets that are open at the end of the pieces: indices of pieces, outermost first.
pub fn open_brackets(pieces: &[Piece]) -> Vec<usize> {
    let mut open = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        match piece.kind {
            Kind::Open => open.push(i),
            Kind::Close => {
                open.pop();
            }
            _ => {}
        }
    }
    open
}

/// The dotted name that ends right before piece `index`: `a.b.c`, with the byte where it starts.
pub fn dotted_name_before(text: &str, pieces: &[Piece], index: usize) -> Option<(usize, String)> {
    let mut at = index;
    let mut start = None;
    loop {
        let name = pieces[..at].last().filter(|p| p.kind == Kind::Name)?;
        start = Some(name.start).or(start);
        at -= 1;
        match pieces[..at].last() {
            Some(dot) if &text[dot.start..dot.end] == "." => at -= 1,
            _ => break,
        }
    }
    let start = start?;
    let end = pieces[..index].last()?.end;
    Some((start, text[start..end].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        let pieces = scan(text);
        assert_eq!(pieces.iter().map(|p| &text[p.start..p.end]).collect::<String>(), text);
        pieces.iter().filter(|p| p.kind != Kind::Space).map(|p| (p.kind, &text[p.start..p.end])).collect()
    }

    #[test]
    fn pieces_cover_any_text() {
        assert_eq!(
            kinds("for x in f('a', 1.5e-3): # c"),
            [
                (Kind::Keyword, "for"),
                (Kind::Name, "x"),
                (Kind::Keyword, "in"),
                (Kind::Name, "f"),
                (Kind::Open, "("),
                (Kind::Text, "'a'"),
                (Kind::Operator, ","),
                (Kind::Number, "1.5e-3"),
                (Kind::Close, ")"),
                (Kind::Operator, ":"),
                (Kind::Comment, "# c"),
            ]
        );
        assert_eq!(kinds("rb'''a\n'b"), [(Kind::OpenText, "rb'''a\n'b")]);
        assert_eq!(kinds("'a\n1"), [(Kind::OpenText, "'a"), (Kind::Newline, "\n"), (Kind::Number, "1")]);
        for odd in ["'\\", "\"\"\"\\", "é'ü", ".5", ".", "1e", "0x", "\u{a97c}", "ß#"] {
            kinds(odd);
        }
    }

    #[test]
    fn names_before_a_bracket() {
        let text = "x = a.b.c(1, ";
        let pieces = scan(text);
        let open = open_brackets(&pieces);
        assert_eq!(dotted_name_before(text, &pieces, open[0]), Some((4, "a.b.c".to_owned())));
    }
}
