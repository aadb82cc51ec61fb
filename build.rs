//! Lists the modules in `stdlib/` for embedding: `(dotted name, is package, path, source)`, and asks the linker to put
//! the functions that every program runs side by side.

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    order_functions();
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

/// Gives the linker `benches/order.txt`, which says what lies first in the binary: a short program then touches a tenth
/// of its pages. Only the linker that comes with rustup's toolchains for this target is known to take the option.
fn order_functions() {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let order = folder.join("benches/order.txt");
    println!("cargo::rerun-if-changed={}", order.display());
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let target = variable("TARGET");
    let flags = variable("CARGO_ENCODED_RUSTFLAGS");
    let own_linker = !variable("RUSTC_LINKER").is_empty() || flags.contains("link") || flags.contains("fuse-ld");
    if target != "x86_64-unknown-linux-gnu" || variable("PROFILE") != "release" || own_linker || !order.exists() {
        return;
    }
    let sysroot = std::process::Command::new(variable("RUSTC")).args(["--print", "sysroot"]).output();
    let Ok(sysroot) = sysroot else { return };
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(&target).join("bin/gcc-ld/ld.lld").exists() {
        println!("cargo::rustc-link-arg-bins=-Wl,--symbol-ordering-file={}", order.display());
        println!("cargo::rustc-link-arg-bins=-Wl,--no-warn-symbol-ordering");
    }
}
