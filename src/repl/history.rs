//! The history file: one input a line, line ends and backslashes escaped. Every input is appended at once, so that
//! several prompts share the file.

use std::io::Write;
use std::path::PathBuf;

/// How many inputs are kept.
const KEPT: usize = 10_000;

/// The file of past inputs.
pub struct HistoryFile {
    path: Option<PathBuf>,
}

impl HistoryFile {
    /// The file that `PYTHON_HISTORY` names, unless the environment is ignored, else `.anthill_history` at home.
    pub fn new(ignore_environment: bool) -> HistoryFile {
        let named = std::env::var_os("PYTHON_HISTORY").filter(|name| !name.is_empty() && !ignore_environment);
        let home = || std::env::var_os("HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
        HistoryFile { path: named.map(PathBuf::from).or_else(|| home().map(|home| home.join(".anthill_history"))) }
    }

    /// The inputs, oldest first. A file that has grown far too long is cut.
    pub fn load(&self) -> Vec<String> {
        let Some(text) = self.path.as_ref().and_then(|path| std::fs::read(path).ok()) else { return Vec::new() };
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let recent = &lines[lines.len().saturating_sub(KEPT)..];
        if lines.len() > 2 * KEPT
            && let Some(path) = &self.path
        {
            let _ = std::fs::write(path, recent.join("\n") + "\n");
        }
        recent.iter().map(|line| unescape(line)).collect()
    }

    /// Adds an input. That the file cannot be written is no reason to stop.
    pub fn append(&self, input: &str) {
        let Some(path) = &self.path else { return };
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
        if let Ok(mut file) = file {
            let _ = file.write_all(format!("{}\n", escape(input)).as_bytes());
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

fn unescape(line: &str) -> String {
    // Nearly all inputs are one line without backslashes, and there may be thousands.
    if memchr::memchr(b'\\', line.as_bytes()).is_none() {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_survive_the_file() {
        for text in ["x", "a\nb", "'\\n'\n\\", "é\\\\n"] {
            assert_eq!(unescape(&escape(text)), text);
            assert!(!escape(text).contains('\n'));
        }
    }
}
