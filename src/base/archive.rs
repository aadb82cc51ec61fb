//! Zip files as folders of modules: what a program packed with `zipapp` is, or an entry of `sys.path`.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive};
use std::collections::HashMap;
use std::path::Path;

/// The largest member that is unpacked, in bytes: no source text is longer, and a forged one must not eat all memory.
const MEMBER_LIMIT: usize = 256 << 20;

/// A zip file in memory, its members by name.
pub struct Archive {
    data: Vec<u8>,
    members: HashMap<String, Member>,
}

struct Member {
    start: usize,
    end: usize,
    packed: bool,
}

impl Archive {
    /// Reads the file, which may begin with something else (a line for the shell). `None` if it is no zip file.
    pub fn open(path: &Path) -> Option<Archive> {
        let data = std::fs::read(path).ok()?;
        let members = {
            let archive = ZipArchive::from_slice(&data).ok()?;
            let mut members = HashMap::new();
            let mut entries = archive.entries();
            while let Some(entry) = entries.next_entry().ok()? {
                let packed = match entry.compression_method() {
                    CompressionMethod::STORE => false,
                    CompressionMethod::DEFLATE => true,
                    _ => continue,
                };
                let Ok(name) = String::from_utf8(entry.file_path().as_ref().to_vec()) else { continue };
                let Ok(found) = archive.get_entry(entry.wayfinder()) else { continue };
                let (start, end) = found.compressed_data_range();
                let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else { continue };
                members.insert(name, Member { start, end, packed });
            }
            members
        };
        Some(Archive { data, members })
    }

    /// Whether there is a member of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Whether a member lies below this folder (given without a slash at its end).
    pub fn has_folder(&self, folder: &str) -> bool {
        self.members.keys().any(|name| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }

    /// The text of a member. `None` if there is none or it is damaged.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let member = self.members.get(name)?;
        let data = self.data.get(member.start..member.end)?;
        if member.packed { decompress_to_vec_with_limit(data, MEMBER_LIMIT).ok() } else { Some(data.to_vec()) }
    }
}
