//! Bad and extreme input: no panic, no overflow of the native stack, no hang, and CPython's
//! limits where it has some.

use anthill_grammar::dump::{DumpOptions, dump};
use anthill_grammar::{ErrorKind, Interner, Mode, SyntaxError, is_incomplete, parse_str};
use bumpalo::Bump;

const MANY: usize = 100_000;

fn check(source: &str) -> Result<(), SyntaxError> {
    let (arena, mut names) = (Bump::new(), Interner::new());
    parse_str(source, Mode::Module, &arena, &mut names).map(|_| ())
}

/// The source parses, and its tree can be walked.
#[track_caller]
fn accepted(source: &str) {
    let (arena, mut names) = (Bump::new(), Interner::new());
    match parse_str(source, Mode::Module, &arena, &mut names) {
        Ok(tree) => {
            let text = dump(&tree.root, &names, &tree.lines, DumpOptions::default());
            assert!(text.starts_with("Module("));
        }
        Err(error) => panic!("{}", error.report("source")),
    }
}

#[track_caller]
fn rejected(source: &str, message: &str) -> SyntaxError {
    let error = check(source).expect_err("the source must be refused");
    assert_eq!(error.message, message);
    error
}

#[test]
fn nested_brackets_end_at_200() {
    let nested = |n: usize| format!("{}{}", "(".repeat(n), ")".repeat(n));
    accepted(&nested(200));
    for n in [201, MANY] {
        let error = rejected(&nested(n), "too many nested parentheses");
        assert_eq!((error.line, error.column), (1, 201));
    }
    rejected(&"[".repeat(MANY), "too many nested parentheses");
    rejected(&"{".repeat(MANY), "too many nested parentheses");
    rejected(&"f(".repeat(MANY), "too many nested parentheses");
}

#[test]
fn left_chains_have_no_limit() {
    for link in ["+1", ".b", "[0]", "()", "**1", " if x else y", " and x", " < x", " or not x", "@x"] {
        accepted(&format!("a{}", link.repeat(MANY)));
    }
}

#[test]
fn right_chains_have_no_limit() {
    for link in ["-", "not ", "~", "lambda: ", "a ** ", "a if b else ", "x = ", "-a ** "] {
        accepted(&format!("{}a", link.repeat(MANY)));
    }
}

#[test]
fn lists_have_no_limit() {
    accepted(&format!("[{}]", "a, ".repeat(MANY)));
    accepted(&format!("f({})", "a, ".repeat(MANY)));
    accepted(&format!("f({})", "a=1, ".repeat(MANY)));
    accepted(&format!("[x {}]", "for x in y if z ".repeat(MANY)));
    accepted(&format!("x = {}", "'a' ".repeat(MANY)));
    accepted(&format!("x = {}", "f'a{x}' ".repeat(MANY)));
    accepted(&format!("def f({}): pass", "a, ".repeat(MANY)));
    accepted(&format!("import a{}", ".b".repeat(MANY)));
    accepted(&format!("with a{}: pass", ", b".repeat(MANY)));
    accepted(&format!("{}def f(): pass", "@x\n".repeat(MANY)));
    accepted(&format!("match x:\n case 1{}: pass", " | 1".repeat(MANY)));
    accepted(&"a; ".repeat(MANY));
    accepted(&"if x: pass\n".repeat(MANY));
}

#[test]
fn elif_chains_have_no_limit() {
    accepted(&format!("if a: pass\n{}else: pass\n", "elif b: pass\n".repeat(MANY)));
}

#[test]
fn indentation_ends_at_100_levels() {
    let nested = |n: usize| -> String {
        let line = |i| format!("{}if x:\n", " ".repeat(i));
        (0..n).map(line).chain([" ".repeat(n) + "pass\n"]).collect()
    };
    accepted(&nested(99));
    let error = rejected(&nested(100), "too many levels of indentation");
    assert_eq!(error.kind, ErrorKind::IndentationError);
}

#[test]
fn nested_fstrings_end_at_149() {
    let nested = |n: usize| format!("{}a{}", "f'{".repeat(n), "}'".repeat(n));
    accepted(&nested(149));
    rejected(&nested(150), "too many nested f-strings");
    rejected("f'{a:{b:{c:{d}}}}'", "f-string: expressions nested too deeply");
}

#[test]
fn long_lines_and_literals_parse() {
    let megabytes = 10 << 20;
    accepted(&format!("x = '{}'", "a".repeat(megabytes)));
    accepted(&format!("x = [{}]", "1,".repeat(megabytes / 16)));
    accepted(&"#".repeat(megabytes));
    accepted(&"\n".repeat(megabytes));
    accepted(&"a".repeat(megabytes));
    accepted(&format!("x = 0x{}", "f".repeat(4000)));
    assert!(check(&"9".repeat(megabytes)).is_err());
    assert!(check(&"\\\n".repeat(megabytes / 2)).is_err());
    assert!(check(&"'\\q' ".repeat(MANY)).is_ok(), "many warnings cost little");
}

/// A small generator of pseudo-random numbers (xorshift64*).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }
}

#[test]
fn random_bytes_are_refused() {
    let mut random = Random(1);
    let bytes: Vec<u8> = (0..20 << 20).map(|_| random.below(256) as u8).collect();
    let (arena, mut names) = (Bump::new(), Interner::new());
    let origin = anthill_grammar::source::Origin::Memory;
    assert!(anthill_grammar::parse(&bytes, origin, Mode::Module, &arena, &mut names).is_err());
    // Text that the tokenizer can read far into.
    let text: String = (0..20 << 20).map(|_| (32 + random.below(95) as u8) as char).collect();
    assert!(check(&text).is_err());
    let letters = b"abcdefgh \n,.:;()[]{}='\"f\\#+*01 ";
    for _ in 0..2000 {
        let length = random.below(200);
        let text: String = (0..length).map(|_| letters[random.below(letters.len())] as char).collect();
        let _ = check(&text);
    }
}

#[test]
fn every_prefix_of_a_program_is_handled() {
    let source = include_str!("corpus/spacing.py");
    let step = 1.max(source.len() / 1500);
    for end in (0..source.len()).step_by(step).filter(|&end| source.is_char_boundary(end)) {
        let _ = check(&source[..end]);
        let _ = is_incomplete(&source[..end]);
    }
}

#[test]
fn a_prompt_asks_for_more_as_codeop_does() {
    let more = [
        "if 1: pass",
        "if 1:\n  pass",
        "@a",
        "def f(): pass",
        "def f():\n  x\n  ",
        "(",
        "'''a",
        "x = \\",
        "try:\n  x",
        "try:\n  x\n",
        "try:\n x\nexcept: y",
        "if 1:\n  pass\nelse:",
        "if 1:\n  (",
        "class A:\n  def f(self):\n    pass",
        "for x in y:",
        "f'''{",
        "f'{",
        "f'{a",
        "with a: b",
        "while 1: x;",
        "async def f(): pass",
        "match x:",
        "match x:\n case 1:",
        "match x:\n case 1: pass",
        "'a\\",
    ];
    for source in more {
        assert!(is_incomplete(source), "{source:?} wants more");
    }
    let done = [
        "if 1: pass\n",
        "if 1:\n  pass\n",
        "x",
        "x\n",
        "x =",
        "a;b",
        "a\nb",
        "#",
        "",
        "1+",
        "class A:\n  def f(self):\n    pass\n",
        "for x in",
        "print('a",
        "x y",
        "if 1:\n x\ny",
        "match x:\n case 1: pass\n",
        "  x",
        "if 1:\n\tx\n  y",
    ];
    for source in done {
        assert!(!is_incomplete(source), "{source:?} is done");
    }
}
