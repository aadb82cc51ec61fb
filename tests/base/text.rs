//! Text.

use anthill::base::bigint;
use anthill::base::text::{self, Test, TextBuf, TextBuilder, TextRef};
use anthill::base::watch::{LONG_STRETCH, Stopped, Watch};
use anthill::with_units;

use crate::table;

/// Does not stop anything.
const NEVER: Watch<'static> = &|| false;

/// Text from a table: the recorder's stand-ins for lone surrogates become surrogates again.
pub fn buf(text: &str) -> TextBuf {
    let mut builder = TextBuilder::new();
    for c in text.chars() {
        builder.push(match c as u32 {
            code @ 0xFD800..0xFE000 => code - 0xF0000,
            code => code,
        });
    }
    builder.finish()
}

/// And back, with a look at the form.
pub fn shown(text: &TextBuf) -> String {
    let largest = text.as_ref().codes().max().unwrap_or(0);
    match text {
        TextBuf::Ascii(_) => assert!(largest < 0x80),
        TextBuf::Latin1(_) => assert!((0x80..0x100).contains(&largest)),
        TextBuf::Ucs2(_) => assert!((0x100..0x10000).contains(&largest)),
        TextBuf::Ucs4(_) => assert!(largest >= 0x10000),
    }
    shown_ref(text.as_ref())
}

fn shown_ref(text: TextRef<'_>) -> String {
    text.codes().map(|code| char::from_u32(code).unwrap_or_else(|| char::from_u32(code + 0xF0000).unwrap())).collect()
}

fn truth(value: bool) -> String {
    if value { "True".into() } else { "False".into() }
}

fn index(value: Option<usize>) -> String {
    value.map_or("-1".into(), |index| index.to_string())
}

fn joined(text: TextRef<'_>, ranges: impl IntoIterator<Item = std::ops::Range<usize>>) -> String {
    ranges.into_iter().map(|range| shown_ref(text.slice(range))).collect::<Vec<_>>().join("|")
}

fn limit(field: &str) -> usize {
    field.parse().unwrap_or(usize::MAX)
}

#[test]
fn methods_equal_cpython() {
    table::run("text", |fields| {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let (function, arguments) = fields.split_first().unwrap();
        match *function {
            "all" => over_code_points(arguments[0] == "1114112", arguments[1]),
            "clamp_range" => {
                let (start, end) = (arguments[0].parse().unwrap(), arguments[1].parse().unwrap());
                match text::clamp_range(start, end, arguments[2].parse().unwrap()) {
                    Some(range) => format!("{}..{}", range.start, range.end),
                    None => "None".into(),
                }
            }
            "repr_bytes" => text::repr_bytes(&arguments[0].chars().map(|c| c as u8).collect::<Vec<_>>()),
            _ => method(function, buf(arguments[0]).as_ref(), &arguments[1..]),
        }
    });
}

fn method(function: &str, hay: TextRef<'_>, arguments: &[&str]) -> String {
    let second = buf(arguments.first().copied().unwrap_or(""));
    let needle = second.as_ref();
    match function {
        "repr" => shown(&text::repr(hay, false)),
        "ascii" => shown(&text::repr(hay, true)),
        "splitlines" => {
            with_units!(hay, |u| joined(hay, text::split_lines(u, text::is_line_break, arguments[0] == "1", NEVER)))
        }
        "strip" => joined(hay, [text::strip_spaces(hay, true, true, NEVER).unwrap()]),
        "lstrip" => joined(hay, [text::strip_spaces(hay, true, false, NEVER).unwrap()]),
        "rstrip" => joined(hay, [text::strip_spaces(hay, false, true, NEVER).unwrap()]),
        "split_spaces" => {
            with_units!(hay, |u| joined(hay, text::split_spaces(u, text::is_space, limit(arguments[0]), NEVER)))
        }
        "rsplit_spaces" => {
            let ranges =
                with_units!(hay, |u| text::rsplit_spaces(u, text::is_space, limit(arguments[0]), NEVER).unwrap());
            joined(hay, ranges.into_iter().rev())
        }
        "expandtabs" => shown(&text::expand_tabs(hay, arguments[0].parse().unwrap(), 1 << 30).unwrap()),
        "zfill" => shown(&text::zero_fill(hay, arguments[0].parse().unwrap())),
        "find" => index(text::find(hay, needle)),
        "rfind" => index(text::rfind_watched(hay, needle, NEVER).unwrap()),
        "count" => text::count(hay, needle, usize::MAX, NEVER).unwrap().to_string(),
        "startswith" => truth(text::starts_with(hay, needle, &|| false).unwrap()),
        "endswith" => truth(text::ends_with(hay, needle, &|| false).unwrap()),
        "compare" => (hay.compare(needle) as i8).to_string(),
        "replace" => {
            let new = buf(arguments[1]);
            match text::replace(hay, needle, new.as_ref(), limit(arguments[2]), usize::MAX, NEVER).unwrap() {
                Some(result) => shown(&result),
                None => shown_ref(hay),
            }
        }
        "split" => with_units!(hay, |u| {
            let needle = needle.to_units();
            let fits = text::find(hay, second.as_ref()).is_some();
            joined(hay, text::split(u, &needle, if fits { limit(arguments[1]) } else { 0 }, NEVER))
        }),
        "rsplit" => with_units!(hay, |u| {
            let needle = needle.to_units();
            let fits = text::find(hay, second.as_ref()).is_some();
            let ranges = text::rsplit(u, &needle, if fits { limit(arguments[1]) } else { 0 }, NEVER).unwrap();
            joined(hay, ranges.into_iter().rev())
        }),
        "partition" => match text::find_watched(hay, needle, NEVER).unwrap() {
            Some(place) => {
                let (before, after) = (0..place, place + needle.len()..hay.len());
                format!("{}|{}|{}", joined(hay, [before]), shown_ref(needle), joined(hay, [after]))
            }
            None => format!("{}||", shown_ref(hay)),
        },
        "rpartition" => match text::rfind_watched(hay, needle, NEVER).unwrap() {
            Some(place) => {
                let (before, after) = (0..place, place + needle.len()..hay.len());
                format!("{}|{}|{}", joined(hay, [before]), shown_ref(needle), joined(hay, [after]))
            }
            None => format!("||{}", shown_ref(hay)),
        },
        "int" => match bigint::parse(&text::to_ascii_digits(hay, bigint::UNWATCHED).unwrap(), 10, 0, bigint::UNWATCHED)
        {
            Ok(value) => bigint::to_decimal(value.as_ref(), 0, bigint::UNWATCHED).unwrap().unwrap(),
            Err(_) => "ValueError".into(),
        },
        _ => match mapped(function, hay) {
            Some(result) => shown(&result),
            None => truth(test(function, hay)),
        },
    }
}

fn mapped(function: &str, text: TextRef<'_>) -> Option<TextBuf> {
    Some(match function {
        "upper" => text::upper(text),
        "lower" => text::lower(text),
        "title" => text::title(text),
        "capitalize" => text::capitalize(text),
        "swapcase" => text::swapcase(text),
        "casefold" => text::casefold(text),
        _ => return None,
    })
}

fn test(function: &str, text: TextRef<'_>) -> bool {
    match function {
        "isalpha" => text::all(text, Test::Alpha),
        "isdecimal" => text::all(text, Test::Decimal),
        "isdigit" => text::all(text, Test::Digit),
        "isnumeric" => text::all(text, Test::Numeric),
        "isalnum" => text::all(text, Test::Alphanumeric),
        "isspace" => text::all(text, Test::Space),
        "isidentifier" => text::is_identifier(text),
        "islower" => text::is_lower_text(text),
        "isupper" => text::is_upper_text(text),
        "istitle" => text::is_title_text(text),
        "isprintable" => text.codes().all(text::is_printable),
        other => panic!("no such function: {other}"),
    }
}

/// The recorder's polynomial hash, over the answers for every code point (or all the assigned ones).
fn over_code_points(every: bool, function: &str) -> String {
    let mut total = 0u64;
    let mut add = |value: i64| {
        total = ((u128::from(total) * 1_000_003 + (value + 1) as u128) % ((1 << 61) - 1)) as u64;
    };
    let assigned = (0..0x32400).chain(0xDFF00..0xE0300).chain(0x10FF00..0x110000);
    let codes: Vec<u32> = if every { (0..0x110000).collect() } else { assigned.collect() };
    for code in codes {
        let units = [code];
        let text = TextBuf::from_code(code);
        match function {
            "continues" => add(text::is_xid_continue(code).into()),
            "breaks" => add(if text::is_line_break(code) { 2 } else { 1 }),
            "sigma" => add(text::lower(TextRef::Ucs4(&[65, code, 0x3a3])).as_ref().codes().next_back().unwrap().into()),
            "sigma_after" => add(text::lower(TextRef::Ucs4(&[65, 0x3a3, code])).as_ref().get(1).unwrap().into()),
            "decimal" => add(text::decimal_value(code).map_or(-1, i64::from)),
            "digit" => add(text::digit_value(code).map_or(-1, i64::from)),
            _ => match mapped(function, TextRef::Ucs4(&units)) {
                Some(result) => result.as_ref().codes().for_each(|code| add(code.into())),
                None => add(test(function, text.as_ref()).into()),
            },
        }
    }
    total.to_string()
}

#[test]
fn utf8_text_takes_the_narrowest_form() {
    for sample in ["", "abc", "é", "ÿ", "Ā", "日本", "😀", "a\u{10ffff}"] {
        assert_eq!(shown(&TextBuf::from(sample)), sample);
        assert_eq!(TextBuf::from(sample).as_ref().to_string_lossy(), sample);
    }
}

#[test]
fn a_hostile_needle_stays_linear() {
    let hay = vec![0x3b1u16; 1 << 18];
    let mut needle = vec![0x3b1u16; 1 << 16];
    needle.push(0x3b2);
    assert_eq!(text::find(TextRef::Ucs2(&hay), TextRef::Ucs2(&needle)), None);
    needle.reverse();
    assert_eq!(text::rfind_watched(TextRef::Ucs2(&hay), TextRef::Ucs2(&needle), NEVER), Ok(None));
    assert_eq!(text::count(TextRef::Ucs2(&hay), TextRef::Ucs2(&hay[..3]), usize::MAX, NEVER), Ok((1 << 18) / 3));
}

#[test]
fn searches_by_windows_find_what_lies_across_their_edges() {
    for at in [0, LONG_STRETCH - 2, LONG_STRETCH - 1, LONG_STRETCH, 2 * LONG_STRETCH - 3, 3 * LONG_STRETCH - 3] {
        let mut hay = vec![b'a'; 3 * LONG_STRETCH];
        hay[at..at + 3].copy_from_slice(b"xyz");
        let (hay, needle) = (TextRef::Ascii(&hay), TextRef::Ascii(b"xyz"));
        assert_eq!(text::find_watched(hay, needle, NEVER), Ok(Some(at)));
        assert_eq!(text::rfind_watched(hay, needle, NEVER), Ok(Some(at)));
        assert_eq!(text::count(hay, needle, usize::MAX, NEVER), Ok(1));
    }
}

#[test]
fn a_watch_stops_searches_and_replacements() {
    let hay = vec![b'a'; 3 * LONG_STRETCH];
    let (hay, needle) = (TextRef::Ascii(&hay), TextRef::Ascii(b"ab"));
    assert_eq!(text::find_watched(hay, needle, &|| true), Err(Stopped));
    assert_eq!(text::rfind_watched(hay, needle, &|| true), Err(Stopped));
    assert_eq!(text::count(hay, TextRef::Ascii(b"aa"), usize::MAX, &|| true), Err(Stopped));
    let replaced = text::replace(hay, TextRef::Ascii(b"a"), TextRef::Ascii(b"b"), usize::MAX, usize::MAX, &|| true);
    assert_eq!(replaced.unwrap_err(), text::ReplaceError::Stopped);
}
