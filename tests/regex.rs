//! Compares the regular expression engine with CPython: `tests/regex/cases.tsv` was recorded by
//! `tests/regex/record.py`. `ANTHILL_REGEX_CASES` names another table, such as one that
//! `tests/regex/random_cases.py` wrote.

use anthill::base::regex::{
    MatchError, Method, Part, Piece, Regex, RegexError, Request, Scanner, Scratch, Subject, Template, is_special,
    split, substitute,
};
use std::fmt::Write;

fn unescaped(text: &str) -> Vec<u32> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(tail) = rest.strip_prefix("\\{") {
            let (hex, tail) = tail.split_once('}').expect("a closed escape");
            out.push(u32::from_str_radix(hex, 16).expect("hex digits"));
            rest = tail;
        } else {
            out.push(c as u32);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn escaped(text: &[u32]) -> String {
    let mut out = String::new();
    for &c in text {
        if (0x20..0x7F).contains(&c) && c != 0x5C {
            out.push(char::from_u32(c).expect("ASCII"));
        } else {
            write!(out, "\\{{{c:x}}}").expect("memory");
        }
    }
    out
}

fn escaped_str(text: &str) -> String {
    escaped(&text.chars().map(u32::from).collect::<Vec<_>>())
}

/// A subject in the narrowest units that hold it.
struct Text {
    points: Vec<u32>,
    narrow: Vec<u8>,
    wide: Vec<u16>,
}

impl Text {
    fn new(points: Vec<u32>) -> Text {
        let narrow = points.iter().filter_map(|&c| u8::try_from(c).ok());
        let wide = points.iter().filter_map(|&c| u16::try_from(c).ok());
        Text { narrow: narrow.collect(), wide: wide.collect(), points }
    }

    fn subject(&self) -> Subject<'_> {
        if self.narrow.len() == self.points.len() {
            Subject::Narrow(&self.narrow)
        } else if self.wide.len() == self.points.len() {
            Subject::Wide(&self.wide)
        } else {
            Subject::Widest(&self.points)
        }
    }

    fn every_width(&self) -> Vec<Subject<'_>> {
        let mut all = vec![Subject::Widest(&self.points[..])];
        if self.wide.len() == self.points.len() {
            all.push(Subject::Wide(&self.wide));
        }
        if self.narrow.len() == self.points.len() {
            all.push(Subject::Narrow(&self.narrow));
        }
        all
    }
}

fn shown(regex: &Regex, scratch: &Scratch) -> String {
    let mut out = String::new();
    for group in 0..=regex.groups() {
        match scratch.group(group) {
            Some((from, to)) => write!(out, "{from},{to} ").expect("memory"),
            None => out.push_str("- "),
        }
    }
    match scratch.last_index() {
        None => out + "last=None name=None",
        Some(last) => {
            let name = regex
                .group_names()
                .iter()
                .find(|&&(_, number)| number as usize == last)
                .map_or("None", |(name, _)| name);
            format!("{out}last={last} name={}", escaped_str(name))
        }
    }
}

fn error_text(error: &RegexError) -> String {
    match error {
        RegexError::Pattern(error) => {
            let or_none = |number: Option<usize>| number.map_or("None".into(), |n| n.to_string());
            format!(
                "error: {error} [{}] {} {} {}",
                error.message,
                or_none(error.position),
                or_none(error.line_column.map(|(line, _)| line)),
                or_none(error.line_column.map(|(_, column)| column)),
            )
        }
        RegexError::Value(text) => format!("ValueError: {text}"),
        RegexError::Overflow(text) => format!("OverflowError: {text}"),
        RegexError::Index(text) => format!("IndexError: {text}"),
        RegexError::Stopped => unreachable!("nothing stops it"),
    }
}

fn numbers(argument: &str) -> Vec<i64> {
    argument.split(',').filter(|text| !text.is_empty()).map(|text| text.parse().expect("a number")).collect()
}

fn lookup(name: &str) -> Option<u32> {
    (name == "EM DASH").then_some(0x2014)
}

/// Counts the calls of the engine's check; a case that needs too many hangs.
fn check() -> impl FnMut() -> bool {
    let mut calls = 0;
    move || {
        calls += 1;
        calls > 2000
    }
}

fn matched(regex: &Regex, subject: Subject<'_>, operation: &str, argument: &str) -> Result<String, MatchError> {
    let mut scratch = Scratch::default();
    let mut check = check();
    match operation {
        "search" | "match" | "fullmatch" => {
            let numbers = numbers(argument);
            let limit = |index: usize, default: usize| {
                let value = numbers.get(index).copied().unwrap_or(default as i64);
                value.clamp(0, subject.len() as i64) as usize
            };
            let request = Request {
                method: match operation {
                    "search" => Method::Search,
                    "match" => Method::Match,
                    _ => Method::FullMatch,
                },
                position: limit(0, 0),
                end: limit(1, subject.len()),
                must_advance: false,
            };
            let found = regex.run(subject, request, &mut scratch, &mut check)?;
            Ok(if found { shown(regex, &scratch) } else { "None".into() })
        }
        "iter" => {
            let mut scanner = Scanner::new(0, subject.len());
            let mut all = Vec::new();
            while scanner.next(regex, subject, Method::Search, &mut scratch, &mut check)? {
                all.push(shown(regex, &scratch));
            }
            Ok(all.join("; "))
        }
        _ => panic!("unknown operation {operation}"),
    }
}

fn pieces(regex: &Regex, text: &Text, argument: &str) -> Result<String, MatchError> {
    let mut scratch = Scratch::default();
    let limit = argument.parse().unwrap_or(0);
    let mut all = Vec::new();
    split(regex, text.subject(), limit, &mut scratch, &mut check(), |span| {
        all.push(match span {
            None => "-".into(),
            Some((from, to)) => format!("<{}>", escaped(&text.points[from..to])),
        });
    })?;
    Ok(all.join(" | "))
}

fn replaced(regex: &Regex, text: &Text, template: &Template) -> Result<String, MatchError> {
    let mut scratch = Scratch::default();
    let mut out: Vec<u32> = Vec::new();
    let count = substitute(regex, text.subject(), 0, &mut scratch, &mut check(), |part| {
        match part {
            Part::Kept(from, to) => out.extend(&text.points[from..to]),
            Part::Match(scratch) => {
                for piece in &template.pieces {
                    match piece {
                        Piece::Literal(literal) => out.extend(literal),
                        Piece::Group(group) => {
                            if let Some((from, to)) = scratch.group(*group) {
                                out.extend(&text.points[from..to]);
                            }
                        }
                    }
                }
            }
        }
        Ok::<(), MatchError>(())
    })?;
    Ok(format!("{count} <{}>", escaped(&out)))
}

/// The outcomes of a case: one for every width of the subject's units that can differ.
fn outcomes(fields: &[&str]) -> Vec<String> {
    let [kind, flags, pattern, operation, subject, ..] = fields else {
        panic!("a short line: {fields:?}");
    };
    let text = Text::new(unescaped(subject));
    let operation: String =
        unescaped(operation).iter().map(|&c| char::from_u32(c).expect("a template without surrogates")).collect();
    let (name, argument) = operation.split_once(':').unwrap_or((&operation, ""));
    if name == "escape" {
        let escape = |&c: &u32| is_special(c).then_some(u32::from('\\')).into_iter().chain([c]);
        return vec![escaped(&text.points.iter().flat_map(escape).collect::<Vec<_>>())];
    }
    let is_text = *kind == "s";
    let flags = flags.parse().expect("flags");
    let (regex, warnings) = match Regex::new(&unescaped(pattern), is_text, flags, &lookup) {
        Ok(compiled) => compiled,
        Err(error) => return vec![escaped_str(&error_text(&error))],
    };
    let told = |result: Result<String, MatchError>| match result {
        Ok(text) => text,
        Err(error) => format!("{error:?}"),
    };
    match name {
        "compile" => {
            let names: Vec<String> =
                regex.group_names().iter().map(|(name, number)| format!("{}={number}", escaped_str(name))).collect();
            let mut out = format!("groups={} flags={} {}", regex.groups(), regex.flags(), names.join(" "));
            for warning in warnings {
                write!(out, " warning={}", escaped_str(&warning.message)).expect("memory");
            }
            vec![out]
        }
        "split" => vec![told(pieces(&regex, &text, argument))],
        "sub" => {
            let points: Vec<u32> = argument.chars().map(u32::from).collect();
            match Template::new(&points, is_text, &regex, &|| false) {
                Ok(template) => vec![told(replaced(&regex, &text, &template))],
                Err(error) => vec![escaped_str(&error_text(&error))],
            }
        }
        _ => text.every_width().into_iter().map(|subject| told(matched(&regex, subject, name, argument))).collect(),
    }
}

#[test]
fn every_case_goes_as_in_cpython() {
    let given = std::env::var_os("ANTHILL_REGEX_CASES");
    let path = given.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/regex/cases.tsv").into());
    let table = std::fs::read_to_string(&path).expect("the table of cases");
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let wanted = fields[5];
        count += 1;
        for outcome in outcomes(&fields) {
            if outcome != wanted {
                wrong.push(format!("{}\n  wanted {wanted}\n  got    {outcome}", fields[..5].join("  ")));
            }
        }
    }
    assert!(count >= 600, "only {count} cases");
    let shown = wrong.iter().take(40).cloned().collect::<Vec<_>>();
    assert!(wrong.is_empty(), "{} of {count} cases differ:\n{}", wrong.len(), shown.join("\n"));
}

/// Searches, and tells how many times the engine asked whether to go on.
fn search(pattern: &str, subject: &str) -> (bool, u64) {
    let pattern: Vec<u32> = pattern.chars().map(u32::from).collect();
    let (regex, _) = Regex::new(&pattern, true, 0, &|_| None).expect("a pattern");
    let request = Request { method: Method::Search, position: 0, end: subject.len(), must_advance: false };
    let mut calls = 0;
    let mut check = || {
        calls += 1;
        calls > 10_000
    };
    let subject = Subject::Narrow(subject.as_bytes());
    let found = regex.run(subject, request, &mut Scratch::default(), &mut check);
    (found.expect("an end in reasonable time"), calls)
}

#[test]
fn failures_are_remembered_instead_of_repeated() {
    let many = "a".repeat(2000);
    for pattern in [
        "(a*)*b",
        "(a|a)*b",
        "(a|aa)+b",
        "(a+)+b",
        "(a+)+$!",
        "(?:a*a*)*b",
        "(?:a|b|ab)*c",
        "((a*)*)*b",
        "(.*)*x",
        "(a*?)*?b",
        "(?:(?:a|a)|(?:a|a))*b",
        "(?:a{0,3}){0,9}b",
        "(x+x+)+y",
        "(?:a?){30}a{30}b",
        "(?:aa?)+?b",
        "(a+|a*)+b",
    ] {
        assert!(!search(pattern, &many).0, "{pattern}");
    }
    let long = "a".repeat(200_000);
    for pattern in ["(a|a)*b", "(a+)+b", "a*b", "a*?b", r"\w+\s", "(?:a|b)*c", "[a-z]+@"] {
        let (found, calls) = search(pattern, &long);
        assert!(!found && calls < 500, "{pattern}: {calls}");
    }
    assert!(search("(a*)*b", &(long + "b")).0);
}

#[test]
fn depth_and_length_need_no_native_stack() {
    let deep = 100_000;
    let nested = |open: &str, close: &str| open.repeat(deep) + "a" + &close.repeat(deep);
    for (open, close) in [("(", ")"), ("(?:", ")"), ("(?=", ")"), ("(?:", ")*"), ("(?>", ")"), ("(?:b|", ")")] {
        assert!(search(&nested(open, close), "xa").0, "{open}");
    }
    let subject = "ab".repeat(500_000) + "c";
    for pattern in ["(?:a|b)*c", "(a|b)+c", "(?:ab)*?c", "(?:(a)|(b))*c", "(?>(a)|b)*c", "(a|b){0,2000000}c"] {
        assert!(search(pattern, &subject).0, "{pattern}");
    }
    assert!(search(&"a|".repeat(deep), "b").0);
    assert!(search(&"a".repeat(deep), &"a".repeat(deep)).0);
}

#[test]
fn the_caller_can_stop_a_match() {
    let pattern: Vec<u32> = r"(a*)*\1b".chars().map(u32::from).collect();
    let (regex, _) = Regex::new(&pattern, true, 0, &|_| None).expect("a pattern");
    let request = Request { method: Method::Search, position: 0, end: 60, must_advance: false };
    let subject = "a".repeat(60);
    let mut calls = 0;
    let mut check = || {
        calls += 1;
        calls == 3
    };
    let subject = Subject::Narrow(subject.as_bytes());
    let found = regex.run(subject, request, &mut Scratch::default(), &mut check);
    assert_eq!(found, Err(MatchError::Interrupted));
}
