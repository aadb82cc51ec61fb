//! Listings of compiled code (`tests/bytecode/*.py` with `.lst`; `BLESS=1` rewrites them), and the
//! verifier over every Python file of the repository.

use std::path::{Path, PathBuf};

use anthill::bytecode::{disassemble_all, verify_all};
use anthill::compile::{Options, compile};
use anthill_grammar::source::Origin;
use anthill_grammar::{Interner, Mode, parse};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder with an extension, sorted; `target` and hidden folders left out.
fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        if name.starts_with('.') || name == "target" {
            continue;
        }
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|other| other == extension) {
            found.push(path);
        }
    }
}

/// The listing of a file that compiles; none if it is no valid Python.
fn listing(path: &Path, optimize: u8) -> Option<String> {
    let source = std::fs::read(path).expect("the file can be read");
    let arena = bumpalo::Bump::new();
    let mut names = Interner::new();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("?");
    let tree = parse(&source, Origin::File(name), Mode::Module, &arena, &mut names).ok()?;
    let options = Options { optimize, ..Options::default() };
    let output = compile(&tree.root, tree.source, &tree.lines, &mut names, name, options).ok()?;
    if let Err(error) = verify_all(&output.code) {
        panic!("{}: {error}\n{}", path.display(), disassemble_all(&output.code));
    }
    Some(disassemble_all(&output.code))
}

#[test]
fn listings() {
    let mut sources = Vec::new();
    files(&root().join("tests/bytecode"), "py", &mut sources);
    assert!(sources.len() > 10, "the corpus is there");
    let mut stale = Vec::new();
    for source in sources {
        let actual = listing(&source, 0).expect("the corpus is valid Python");
        let golden = source.with_extension("lst");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&golden, actual).expect("the golden can be written");
        } else if std::fs::read_to_string(&golden).ok() != Some(actual) {
            stale.push(golden);
        }
    }
    assert!(stale.is_empty(), "changed listings (BLESS=1 rewrites them): {stale:?}");
}

#[test]
fn all_code_is_verified() {
    let mut sources = Vec::new();
    files(root(), "py", &mut sources);
    let valid = sources.iter().filter(|source| listing(source, 2).is_some()).count();
    assert!(valid > 20, "the repository has Python files");
}
