//! Broken programs: whatever is cut out of a program, put into it or exchanged, the parser
//! answers with a tree or an error, never with a panic, and the error's place lies in the text.

use anthill_grammar::dump::{DumpOptions, dump};
use anthill_grammar::source::Origin;
use anthill_grammar::{Interner, Mode, is_incomplete, parse, parse_str};
use bumpalo::Bump;
use proptest::prelude::*;

/// Words that mean something to the tokenizer or the grammar.
const WORDS: &[&str] = &[
    "(", ")", "[", "]", "{", "}", ":", ",", ";", ".", "=", ":=", "->", "*", "**", "@", "!", "$", "\\", "\\\n", "\n",
    "\n    ", "\n\t", "\n\n", " ", "#", "'", "\"", "'''", "\"\"\"", "f'", "f\"{", "rb'", "{{", "}}", "0x", "1_", "1e",
    "1j", "09", "é", "\u{a0}", "“", "\0", "\r", "\x0c", "not", "in", "is", "if", "else", "elif", "for", "while", "def",
    "class", "lambda", "yield", "await", "async", "with", "as", "try", "except", "finally", "match", "case", "type",
    "import", "from", "return", "del", "global", "x", "_", "None", "...",
];

const SOURCES: &[&str] = &[
    include_str!("corpus/spacing.py"),
    include_str!("corpus/fstrings.py"),
    include_str!("corpus/patterns.py"),
    include_str!("corpus/definitions.py"),
    include_str!("corpus/layout.py"),
    include_str!("corpus/displays.py"),
];

fn judge(text: &str) {
    for mode in [Mode::Module, Mode::Expression, Mode::Interactive] {
        let (arena, mut names) = (Bump::new(), Interner::new());
        match parse_str(text, mode, &arena, &mut names) {
            Ok(tree) => {
                let options = DumpOptions { attributes: true, indent: None };
                assert!(!dump(&tree.root, &names, &tree.lines, options).is_empty());
            }
            Err(error) => {
                let lines = text.split(['\n', '\r']).count() as u32 + 1;
                assert!(error.line <= lines, "{error:?}");
                assert!(!error.report("text").is_empty());
            }
        }
    }
    is_incomplete(text);
}

/// A few lines of a source.
fn excerpt() -> impl Strategy<Value = String> {
    (0..SOURCES.len(), any::<prop::sample::Index>(), 1..8_usize).prop_map(|(source, start, count)| {
        let lines: Vec<&str> = SOURCES[source].lines().collect();
        let start = start.index(lines.len());
        lines[start..].iter().take(count).map(|line| format!("{line}\n")).collect()
    })
}

/// Where to change a text, how, and by which word.
fn edit() -> impl Strategy<Value = (prop::sample::Index, u8, &'static str)> {
    (any::<prop::sample::Index>(), 0..3_u8, prop::sample::select(WORDS))
}

fn apply(text: &mut String, (at, how, word): (prop::sample::Index, u8, &str)) {
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = at.index(borders.len());
    let to = (from + how as usize).min(borders.len() - 1);
    match how {
        0 => text.insert_str(borders[from], word),
        1 => text.replace_range(borders[from]..borders[to], ""),
        _ => text.replace_range(borders[from]..borders[to], word),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn edited_programs_are_judged(mut text in excerpt(), edits in prop::collection::vec(edit(), 1..6)) {
        for edit in edits {
            apply(&mut text, edit);
        }
        judge(&text);
    }

    #[test]
    fn any_words_are_judged(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        judge(&words.concat());
        judge(&words.join(" "));
    }

    #[test]
    fn any_bytes_are_judged(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for origin in [Origin::Memory, Origin::File("file")] {
            let (arena, mut names) = (Bump::new(), Interner::new());
            let _ = parse(&bytes, origin, Mode::Module, &arena, &mut names);
        }
    }
}
