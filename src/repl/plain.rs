//! The prompt without a terminal, or on one that cannot move its cursor: lines are read until they make a statement.

use super::session::Session;
use std::io::{BufRead, Write};

/// Reads until the end of standard input; gives the exit code.
pub fn run(session: &mut Session<'_>) -> i32 {
    let mut text = String::new();
    loop {
        let prompt = session.prompt(if text.is_empty() { "ps1" } else { "ps2" });
        let mut error = std::io::stderr().lock();
        let _ = error.write_all(prompt.as_bytes()).and_then(|()| error.flush());
        drop(error);
        let mut line = Vec::new();
        let ended = !matches!(std::io::stdin().lock().read_until(b'\n', &mut line), Ok(1..));
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
