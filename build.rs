//! Lists the modules in `stdlib/` for embedding: `(dotted name, is package, path, source)`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("set by cargo")).join("stdlib");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort();
    let mut out = String::from("&[\n");
    for file in files {
        println!("cargo::rerun-if-changed={}", root.join(&file).display());
        let text = file.to_string_lossy().replace('\\', "/");
        let stem = text.strip_suffix(".py").unwrap_or(&text);
        let (name, is_package) = match stem.strip_suffix("/__init__") {
            Some(package) => (package, true),
            None => (stem, false),
        };
        let name = name.replace('/', ".");
        let full = root.join(&file);
        let _ = writeln!(out, "    ({name:?}, {is_package}, {text:?}, include_str!({full:?})),");
    }
    out.push_str("]\n");
    let target = Path::new(&std::env::var("OUT_DIR").expect("set by cargo")).join("stdlib.rs");
    std::fs::write(target, out).expect("the output folder is writable");
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|e| e == "py")
            && let Ok(relative) = path.strip_prefix(root)
        {
            files.push(relative.to_owned());
        }
    }
}
