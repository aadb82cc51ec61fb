//! Colours of reports, and whether they are wanted.

use crate::modules::sys::Settings;
use crate::object::Runtime;
use std::io::IsTerminal;

/// Colours, or none.
#[derive(Clone, Copy, Default)]
pub struct Paint {
    on: bool,
}

const MAGENTA: &str = "\x1b[35m";
const BOLD_MAGENTA: &str = "\x1b[1;35m";
const RED: &str = "\x1b[31m";
const BOLD_RED: &str = "\x1b[1;31m";
const RESET: &str = "\x1b[0m";

impl Paint {
    /// What user and terminal want: `PYTHON_COLORS`, `NO_COLOR` and `FORCE_COLOR` decide in this order, then whether
    /// standard error is a terminal that can show colours.
    pub fn wanted(rt: &mut Runtime) -> Paint {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !rt.extension::<Settings>().ignore_environment {
            match std::env::var("PYTHON_COLORS").as_deref() {
                Ok("0") => return Paint { on: false },
                Ok("1") => return Paint { on: true },
                _ => {}
            }
        }
        if set("NO_COLOR") {
            return Paint { on: false };
        }
        if set("FORCE_COLOR") {
            return Paint { on: true };
        }
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Paint { on: !dumb && std::io::stderr().is_terminal() }
    }

    /// Whether there are colours.
    pub fn is_on(self) -> bool {
        self.on
    }

    fn wrap(self, colour: &str, text: &str) -> String {
        if self.on { format!("{colour}{text}{RESET}") } else { text.to_owned() }
    }

    /// A file, a line number, a function, a message.
    pub fn detail(self, text: &str) -> String {
        self.wrap(MAGENTA, text)
    }

    /// The class of an exception.
    pub fn class(self, text: &str) -> String {
        self.wrap(BOLD_MAGENTA, text)
    }

    /// Text at fault.
    pub fn fault(self, text: &str) -> String {
        self.wrap(BOLD_RED, text)
    }

    /// A line and the marks below it, coloured where the marks are; without colours as they are.
    pub fn marked(self, line: &[char], marks: &str) -> (String, String) {
        if !self.on {
            return (line.iter().collect(), marks.to_owned());
        }
        let marks: Vec<char> = marks.chars().collect();
        let (mut upper, mut lower) = (String::new(), String::new());
        let length = line.len().max(marks.len());
        let mut at = 0;
        while at < length {
            let mark = marks.get(at);
            let end = (at..length).find(|&i| marks.get(i) != mark).unwrap_or(length);
            let part = |chars: &[char]| chars.iter().skip(at).take(end - at).collect::<String>();
            let colour = match mark {
                Some('^') => Some(BOLD_RED),
                Some('~') => Some(RED),
                _ => None,
            };
            for (out, text) in [(&mut upper, part(line)), (&mut lower, part(&marks))] {
                match colour {
                    Some(colour) => out.push_str(&self.wrap(colour, &text)),
                    None => out.push_str(&text),
                }
            }
            at = end;
        }
        (upper, lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_colour_what_stands_above_them() {
        let line: Vec<char> = "x = 1/0".chars().collect();
        let plain = Paint::default().marked(&line, "    ~^~");
        assert_eq!(plain, ("x = 1/0".to_owned(), "    ~^~".to_owned()));
        let (upper, lower) = Paint { on: true }.marked(&line, "    ~^~");
        assert_eq!(upper, "x = \x1b[31m1\x1b[0m\x1b[1;31m/\x1b[0m\x1b[31m0\x1b[0m");
        assert_eq!(lower, "    \x1b[31m~\x1b[0m\x1b[1;31m^\x1b[0m\x1b[31m~\x1b[0m");
    }
}
