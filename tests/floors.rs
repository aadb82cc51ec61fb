//! A file names its own floor and lower ones only: every `crate::` path in `src/` is read and compared with the table.

use std::path::Path;

/// Floors of the folders and files of `src/`; the two towers (text to bytecode, heap to objects) meet in `vm`.
const FLOORS: &[(&str, u32)] = &[
    ("base", 0),
    ("heap", 1),
    ("bytecode", 2),
    ("layout", 2),
    ("compile", 3),
    ("object", 3),
    ("types", 4),
    ("vm", 5),
    ("builtins", 5),
    ("modules", 5),
    ("import", 6),
    ("interpreter", 6),
    ("repl", 7),
    ("cli", 7),
];

fn floor(name: &str) -> Option<u32> {
    FLOORS.iter().find(|(n, _)| *n == name).map(|(_, floor)| *floor)
}

/// Whether `from` may name `to`.
fn allowed(from: &str, to: &str) -> bool {
    let (Some(a), Some(b)) = (floor(from), floor(to)) else { return true };
    // The towers do not see each other below the place where they meet.
    let left = |name: &str| matches!(name, "bytecode" | "compile");
    if left(from) && matches!(to, "heap" | "layout" | "object") {
        return false;
    }
    if from == "vm" && matches!(to, "builtins" | "modules") {
        return false;
    }
    a >= b
}

fn visit(folder: &Path, top: &str, findings: &mut Vec<String>) {
    for path in std::fs::read_dir(folder).expect("src is readable").flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            visit(&path, top, findings);
            continue;
        }
        if path.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            for (at, _) in code.match_indices("crate::") {
                let rest = &code[at + 7..];
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                let target = &rest[..end];
                if !allowed(top, target) {
                    findings.push(format!("{}:{}: {top} names {target}", path.display(), number + 1));
                }
            }
        }
    }
}

#[test]
fn no_arrow_points_up() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut findings = Vec::new();
    for path in std::fs::read_dir(&source).expect("src is readable").flatten().map(|entry| entry.path()) {
        let name = path.file_stem().expect("entries have names").to_string_lossy().into_owned();
        if floor(&name).is_none() {
            assert!(matches!(name.as_str(), "lib" | "main"), "{name} has no floor");
            continue;
        }
        if path.is_dir() {
            visit(&path, &name, &mut findings);
        }
    }
    assert!(findings.is_empty(), "upward arrows:\n{}", findings.join("\n"));
}

#[test]
fn unsafe_code_stands_where_it_may() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut findings = Vec::new();
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).expect("src is readable").flatten().map(|entry| entry.path()) {
            let name = path.strip_prefix(&source).expect("below src").to_string_lossy().into_owned();
            if path.is_dir() {
                if !["heap", "layout", "vm"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if std::fs::read_to_string(&path).is_ok_and(|text| text.contains("unsafe {")) {
                // The machine's stack is reserved memory; the class of a shape is a word of the shape table; system
                // calls stand behind one module of safe functions.
                let known = ["object/machine.rs", "object/runtime.rs", "base/system.rs"].contains(&name.as_str());
                if !known && !name.starts_with("base/system/") {
                    findings.push(name);
                }
            }
        }
    }
    assert!(findings.is_empty(), "unsafe outside heap, layout and vm: {findings:?}");
}
