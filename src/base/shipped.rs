//! The file of the compiled library, `stdlib/compiled.bin`: what `build.rs` takes the code of embedded modules from, and
//! what `tests/compiled_library.rs` writes and checks. (`build.rs` includes this file as it is.)
//!
//! The file begins with the keys of the compiler that wrote it; for each module follow its path, the key of its source
//! and its packed code. Code whose keys are not those of the present files is not used: the module is then compiled when
//! it is imported.

use std::path::Path;

/// What a compiler is known by: the key of `src/compile` and `src/bytecode`, and that of the parser's sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Of the compiler.
    pub compiler: u64,
    /// Of the parser; none where its sources are not at hand (a published package).
    pub parser: Option<u64>,
}

impl Keys {
    /// The keys of the sources below `root`, the package's folder.
    pub fn of_sources(root: &Path) -> Keys {
        let parser = root.join("grammar/src");
        Keys {
            compiler: key_of_folders(&[&root.join("src/bytecode"), &root.join("src/compile")]),
            parser: parser.is_dir().then(|| key_of_folders(&[&parser])),
        }
    }

    /// Whether code made under `other` is what this compiler would make.
    pub fn accepts(&self, other: &Keys) -> bool {
        self.compiler == other.compiler && (self.parser.is_none() || self.parser == other.parser)
    }
}

/// A module in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its path in `stdlib/`.
    pub path: &'a str,
    /// The key of its source.
    pub source: u64,
    /// Its packed code.
    pub code: &'a [u8],
}

/// The key of some bytes (FNV-1a of 64 bits).
pub fn key(bytes: &[u8]) -> u64 {
    extend(0xcbf2_9ce4_8422_2325, bytes)
}

fn extend(key: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(key, |key, &byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The key of all files in some folders, whatever order the system lists them in.
fn key_of_folders(folders: &[&Path]) -> u64 {
    let mut files = Vec::new();
    for folder in folders {
        list(folder, &mut files);
    }
    // The sum does not depend on the order; each file counts by its name and text.
    files.iter().fold(0, |sum: u64, (name, text)| sum.wrapping_add(extend(key(name.as_bytes()), text)))
}

fn list(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "lalrpop")
            && let Ok(text) = std::fs::read(&path)
        {
            files.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text));
        }
    }
}

/// The bytes of a file.
pub fn write(keys: &Keys, entries: &[Entry]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend(keys.compiler.to_le_bytes());
    out.extend(keys.parser.unwrap_or(0).to_le_bytes());
    for entry in entries {
        out.extend((entry.path.len() as u32).to_le_bytes());
        out.extend(entry.path.as_bytes());
        out.extend(entry.source.to_le_bytes());
        out.extend((entry.code.len() as u32).to_le_bytes());
        out.extend(entry.code);
    }
    out
}

/// Reads a file. `None`: it is cut off or no such file.
pub fn read(mut bytes: &[u8]) -> Option<(Keys, Vec<Entry<'_>>)> {
    let compiler = u64::from_le_bytes(take(&mut bytes, 8)?.try_into().ok()?);
    let parser = u64::from_le_bytes(take(&mut bytes, 8)?.try_into().ok()?);
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let length = u32::from_le_bytes(take(&mut bytes, 4)?.try_into().ok()?);
        let path = std::str::from_utf8(take(&mut bytes, length as usize)?).ok()?;
        let source = u64::from_le_bytes(take(&mut bytes, 8)?.try_into().ok()?);
        let length = u32::from_le_bytes(take(&mut bytes, 4)?.try_into().ok()?);
        entries.push(Entry { path, source, code: take(&mut bytes, length as usize)? });
    }
    Some((Keys { compiler, parser: Some(parser) }, entries))
}

fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (head, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(head)
}
