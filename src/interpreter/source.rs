//! Source lines for tracebacks: from files, and from texts compiled under names like `<string>`.

use std::collections::HashMap;

/// Sources by file name.
#[derive(Default)]
pub struct Sources {
    texts: HashMap<String, Vec<String>>,
}

impl Sources {
    /// Keeps the text of a source that is no file.
    pub fn remember(&mut self, filename: &str, source: &[u8]) {
        self.texts.insert(filename.to_owned(), split(source));
    }

    /// Line `number` (from 1) of a source; read from disk on first use.
    pub fn line(&mut self, filename: &str, number: u32) -> Option<&str> {
        if !self.texts.contains_key(filename) {
            let text = match embedded(filename) {
                Some(text) => text.as_bytes().to_vec(),
                None => std::fs::read(filename).ok()?,
            };
            self.texts.insert(filename.to_owned(), split(&text));
        }
        let lines = self.texts.get(filename)?;
        lines.get((number as usize).checked_sub(1)?).map(String::as_str)
    }

    /// Forgets everything.
    pub fn forget(&mut self) {
        self.texts.clear();
    }
}

fn embedded(filename: &str) -> Option<&'static str> {
    let path = filename.strip_prefix("<stdlib>/")?;
    crate::modules::EMBEDDED.iter().find(|module| module.path == path).map(|module| module.source)
}

fn split(source: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source));
    text.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(str::to_owned).collect()
}
