//! The prompt without a terminal, or on one that cannot move its cursor: lines are read until they make a statement.

use super::session::Session;
use crate::base::system;
use std::io::{ErrorKind, Write};

/// What came of waiting for a line.
enum Line {
    /// A line, with its end; the last one may have none.
    Whole(Vec<u8>),
    /// Ctrl-C.
    Interrupted,
}

/// Bytes of standard input that are no whole line yet.
#[derive(Default)]
struct Input(Vec<u8>);

impl Input {
    /// The next line; empty at the end.
    fn line(&mut self, session: &mut Session<'_>) -> Line {
        let mut looked_at = 0;
        loop {
            if let Some(end) = memchr::memchr(b'\n', &self.0[looked_at..]) {
                return Line::Whole(self.0.drain(..=looked_at + end).collect());
            }
            // Ctrl-C may have come since the prompt was shown.
            if session.was_interrupted() {
                self.0.clear();
                return Line::Interrupted;
            }
            looked_at = self.0.len();
            let mut part = [0; 1 << 13];
            match system::read(0, &mut part) {
                Ok(count @ 1..) => self.0.extend_from_slice(&part[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                _ => return Line::Whole(std::mem::take(&mut self.0)),
            }
        }
    }
}

/// Reads until the end of standard input; gives the exit code.
pub fn run(session: &mut Session<'_>) -> i32 {
    let (mut text, mut input) = (String::new(), Input::default());
    loop {
        let prompt = session.prompt(if text.is_empty() { "ps1" } else { "ps2" });
        let mut error = std::io::stderr().lock();
        let _ = error.write_all(prompt.as_bytes()).and_then(|()| error.flush());
        drop(error);
        let line = match input.line(session) {
            Line::Whole(line) => line,
            Line::Interrupted => {
                eprintln!("\nKeyboardInterrupt");
                text.clear();
                continue;
            }
        };
        let ended = line.is_empty();
        let line = String::from_utf8_lossy(&line);
        if text.is_empty() && line.trim().is_empty() && !ended {
            continue;
        }
        text.push_str(&line);
        let whole = ended || !anthill_grammar::is_incomplete(text.strip_suffix('\n').unwrap_or(&text));
        if whole
            && !text.is_empty()
            && let Some(code) = if text.starts_with('%') { session.enter(&text) } else { session.run(&text) }
        {
            return code;
        }
        if ended {
            eprintln!();
            return 0;
        }
        if whole {
            text.clear();
        }
    }
}
