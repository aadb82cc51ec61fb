//! Lists the modules in `stdlib/` for embedding, with their code out of `stdlib/compiled.bin` where that is of this very
//! source and compiler, and tells the linker how to lay the program out.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[allow(dead_code)]
#[path = "src/base/shipped.rs"]
mod shipped;

fn main() {
    lay_out();
    let package = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let root = package.join("stdlib");
    for sources in ["grammar/src", "src/bytecode", "src/compile", "src/base/shipped.rs", "stdlib/compiled.bin"] {
        let path = package.join(sources);
        if path.exists() {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    let compiled = std::fs::read(root.join("compiled.bin")).unwrap_or_default();
    let codes = codes(&package, &compiled);
    let out_folder = PathBuf::from(std::env::var("OUT_DIR").expect("set by cargo"));
    let mut stale = 0;
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
        let source = std::fs::read(&full).expect("the module can be read");
        let code = match codes.get(text.as_str()) {
            Some(entry) if entry.source == shipped::key(&source) => entry.code,
            _ => {
                stale += 1;
                &[]
            }
        };
        let packed = out_folder.join(format!("{name}.code"));
        std::fs::write(&packed, code).expect("the output folder is writable");
        let _ = writeln!(
            out,
            "    Embedded {{ name: {name:?}, is_package: {is_package}, path: {text:?}, source: include_str!({full:?}), \
             code: include_bytes!({packed:?}) }},"
        );
    }
    out.push_str("]\n");
    std::fs::write(out_folder.join("stdlib.rs"), out).expect("the output folder is writable");
    if stale > 0 {
        println!(
            "cargo::warning={stale} modules of stdlib/ are compiled at each import: \
             write stdlib/compiled.bin anew (BLESS=1 cargo test --test compiled_library)"
        );
    }
}

/// The compiled modules by path; none if another compiler wrote them.
fn codes<'a>(package: &Path, compiled: &'a [u8]) -> HashMap<&'a str, shipped::Entry<'a>> {
    match shipped::read(compiled) {
        Some((keys, entries)) if shipped::Keys::of_sources(package).accepts(&keys) => {
            entries.into_iter().map(|entry| (entry.path, entry)).collect()
        }
        _ => HashMap::new(),
    }
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
/// of its pages. And the program is linked to one address: its tables of functions then need no relocation at the start,
/// for which every page of them would be written. (The system still places stack, heap and libraries at random.)
/// Only the linker that comes with rustup's toolchains for this target is known to take the options.
fn lay_out() {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let order = folder.join("benches/order.txt");
    println!("cargo::rerun-if-changed={}", order.display());
    // Not read here: the compiler reads it (benches/profile/rustc.sh).
    println!("cargo::rerun-if-changed={}", folder.join("benches/profile/branches.profdata").display());
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let target = variable("TARGET");
    let flags = variable("CARGO_ENCODED_RUSTFLAGS");
    let own_linker = !variable("RUSTC_LINKER").is_empty() || flags.contains("link") || flags.contains("fuse-ld");
    // The runtime of counting builds does not go with what follows.
    let own_linker = own_linker || !variable("ANTHILL_COUNT").is_empty();
    if target != "x86_64-unknown-linux-gnu" || variable("PROFILE") != "release" || own_linker || !order.exists() {
        return;
    }
    let sysroot = std::process::Command::new(variable("RUSTC")).args(["--print", "sysroot"]).output();
    let Ok(sysroot) = sysroot else { return };
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(&target).join("bin/gcc-ld/ld.lld").exists() {
        println!("cargo::rustc-link-arg-bins=-Wl,--symbol-ordering-file={}", order.display());
        println!("cargo::rustc-link-arg-bins=-Wl,--no-warn-symbol-ordering");
        println!("cargo::rustc-link-arg-bins=-no-pie");
        link_statically();
    }
}

/// Takes the C library into the binary where its static form is installed (`libc6-dev` brings it, `glibc-static`
/// elsewhere): no loader runs at the start, and a process holds the few pages of it that it uses instead of the whole
/// (a megabyte less). The standard library asks for `-lc` and its like by name, with shared ones preferred; a folder
/// searched first that has only the archives decides otherwise. Without the archives the binary links as usual.
fn link_statically() {
    let folder = PathBuf::from(std::env::var("OUT_DIR").expect("set by cargo")).join("static");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the output folder is writable");
    let libraries = [("c", "c"), ("m", "m"), ("pthread", "pthread"), ("dl", "dl"), ("rt", "rt"), ("util", "util")];
    for (wanted, archive) in libraries.into_iter().chain([("gcc_s", "gcc_eh")]) {
        let query = format!("-print-file-name=lib{archive}.a");
        let Ok(answer) = std::process::Command::new("cc").arg(query).output() else { return };
        let path = PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim());
        // A name without a folder says that there is none.
        if !path.is_absolute() || std::os::unix::fs::symlink(&path, folder.join(format!("lib{wanted}.a"))).is_err() {
            return;
        }
    }
    println!("cargo::rustc-link-arg-bins=-static");
    println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
}
