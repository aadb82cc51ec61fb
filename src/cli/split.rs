//! Finds where the interpreter's own options end, as getopt does: everything after the script, `-c CODE` or `-m MODULE`
//! belongs to the program untouched. Which options there are is read from clap's definition.

use super::arguments::Options;
use clap::CommandFactory;
use std::ffi::{OsStr, OsString};

/// The two halves of a command line.
#[derive(Debug, Default)]
pub struct Halves {
    /// The interpreter's options, for clap: one option or value each.
    pub own: Vec<OsString>,
    /// The script and its arguments, or the arguments of `-c` and `-m`.
    pub rest: Vec<OsString>,
}

/// What is wrong with a command line.
#[derive(Debug, PartialEq, Eq)]
pub enum Misuse {
    /// `-Z`
    Letter(char),
    /// `--nonsense`
    Word(String),
    /// `-W` without a value.
    NoValue(String),
    /// A value that is none of those that an option has.
    Choice(&'static str),
}

impl Misuse {
    /// What CPython prints on standard error.
    pub fn report(&self, program: &str) -> String {
        let first = match self {
            Misuse::Letter(letter) => format!("Unknown option: -{letter}"),
            Misuse::Word(word) => format!("unknown option {word}"),
            Misuse::NoValue(name) => format!("Argument expected for the {name} option"),
            Misuse::Choice(text) => (*text).to_owned(),
        };
        format!(
            "{first}\nusage: {program} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n\
             Try `anthill -h' for more information.\n"
        )
    }
}

/// The options that clap knows, and which of them take a value.
struct Known {
    letters: Vec<(char, bool)>,
    words: Vec<(String, bool)>,
}

impl Known {
    fn new() -> Known {
        let mut known = Known { letters: Vec::new(), words: Vec::new() };
        for arg in Options::command().get_arguments() {
            let valued = arg.get_action().takes_values();
            known.letters.extend(arg.get_short_and_visible_aliases().unwrap_or_default().iter().map(|c| (*c, valued)));
            known.words.extend(arg.get_long().map(|word| (word.to_owned(), valued)));
        }
        known
    }

    fn letter(&self, letter: char) -> Option<bool> {
        self.letters.iter().find(|(c, _)| *c == letter).map(|(_, valued)| *valued)
    }

    fn word(&self, word: &str) -> Option<bool> {
        self.words.iter().find(|(w, _)| w == word).map(|(_, valued)| *valued)
    }
}

/// Splits the arguments behind the program's name.
///
/// # Errors
/// What is wrong with the interpreter's half.
pub fn split(arguments: &[OsString]) -> Result<Halves, Misuse> {
    let mut halves = Halves::default();
    // A plain script, the usual case, needs no table.
    if arguments.first().is_none_or(|first| !is_option(first)) {
        halves.rest = arguments.to_vec();
        return Ok(halves);
    }
    let known = Known::new();
    let mut at = 0;
    while at < arguments.len() && is_option(&arguments[at]) {
        let argument = arguments[at].as_encoded_bytes();
        at += 1;
        if argument == b"--" {
            break;
        }
        let ended = match argument.strip_prefix(b"--") {
            Some(word) => long(&known, word, arguments, &mut at, &mut halves.own)?,
            None => letters(&known, &argument[1..], arguments, &mut at, &mut halves.own)?,
        };
        if ended {
            break;
        }
    }
    halves.rest = arguments[at..].to_vec();
    Ok(halves)
}

fn is_option(argument: &OsStr) -> bool {
    let bytes = argument.as_encoded_bytes();
    bytes.len() > 1 && bytes[0] == b'-'
}

fn long(
    known: &Known,
    word: &[u8],
    arguments: &[OsString],
    at: &mut usize,
    own: &mut Vec<OsString>,
) -> Result<bool, Misuse> {
    let text = String::from_utf8_lossy(word).into_owned();
    let (name, inline) = match text.split_once('=') {
        Some((name, _)) => (name.to_owned(), true),
        None => (text.clone(), false),
    };
    let whole = format!("--{text}");
    match known.word(&name) {
        None => return Err(Misuse::Word(whole)),
        Some(false) if inline => return Err(Misuse::Word(whole)),
        Some(valued) => {
            own.push(whole.into());
            if valued && !inline {
                let Some(value) = arguments.get(*at) else { return Err(Misuse::NoValue(format!("--{name}"))) };
                own.push(value.clone());
                *at += 1;
            }
            let value = own.last().map(|value| value.to_string_lossy()).unwrap_or_default();
            let value = value.rsplit('=').next().unwrap_or_default();
            if name == "check-hash-based-pycs" && !["default", "always", "never"].contains(&value) {
                return Err(Misuse::Choice("--check-hash-based-pycs must be one of 'default', 'always', or 'never'"));
            }
        }
    }
    Ok(false)
}

/// Joined letters, the last of which may have its value behind it. Gives whether the program begins here.
fn letters(
    known: &Known,
    letters: &[u8],
    arguments: &[OsString],
    at: &mut usize,
    own: &mut Vec<OsString>,
) -> Result<bool, Misuse> {
    for (i, &byte) in letters.iter().enumerate() {
        let letter = char::from(byte);
        match known.letter(letter) {
            None => return Err(Misuse::Letter(letter)),
            Some(false) => own.push(format!("-{letter}").into()),
            Some(true) => {
                let value = if i + 1 < letters.len() {
                    tail(&arguments[*at - 1], i + 2)
                } else {
                    let Some(value) = arguments.get(*at) else { return Err(Misuse::NoValue(format!("-{letter}"))) };
                    *at += 1;
                    value.clone()
                };
                own.push(format!("-{letter}").into());
                own.push(value);
                return Ok(matches!(letter, 'c' | 'm'));
            }
        }
    }
    Ok(false)
}

/// The part of an argument from a byte on; the bytes before it are ASCII letters.
fn tail(argument: &OsStr, from: usize) -> OsString {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::{OsStrExt, OsStringExt};
        OsString::from_vec(argument.as_bytes()[from..].to_vec())
    }
    #[cfg(not(unix))]
    {
        OsString::from(argument.to_string_lossy().get(from..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::{Misuse, split};
    use std::ffi::OsString;

    fn cut(words: &str) -> (String, usize) {
        let words: Vec<OsString> = words.split(' ').map(OsString::from).collect();
        let halves = split(&words).expect("right options");
        (halves.own.join(" ".as_ref()).into_string().expect("text"), halves.rest.len())
    }

    fn wrong(words: &str) -> Misuse {
        let words: Vec<OsString> = words.split(' ').map(OsString::from).collect();
        split(&words).expect_err("wrong options")
    }

    #[test]
    fn options_end_where_the_program_begins() {
        assert_eq!(cut("-O x.py -O"), ("-O".into(), 2));
        assert_eq!(cut("-c pass -x"), ("-c pass".into(), 1));
        assert_eq!(cut("-c=pass -x"), ("-c =pass".into(), 1));
        assert_eq!(cut("-X a x.py"), ("-X a".into(), 1));
        assert_eq!(cut("-uOm mod -m"), ("-u -O -m mod".into(), 1));
        assert_eq!(cut("-OO -- -c x"), ("-O -O".into(), 2));
        assert_eq!(cut("--completions bash -"), ("--completions bash".into(), 1));
        assert_eq!(cut("-"), (String::new(), 1));
    }

    #[test]
    fn misuse_is_named() {
        assert_eq!(wrong("-OZ x.py"), Misuse::Letter('Z'));
        assert_eq!(wrong("--nonsense"), Misuse::Word("--nonsense".into()));
        assert_eq!(wrong("-u -c"), Misuse::NoValue("-c".into()));
    }
}
