//! The sources in `corpus/`, which together use every production of the grammar: their tokens
//! (`*.tokens`, rewritten by `BLESS=1`) and their trees (`*.tree`, written from CPython by
//! `record_trees.py`).

use anthill_grammar::dump::{DumpOptions, dump};
use anthill_grammar::source::{Origin, decode};
use anthill_grammar::{Interner, Mode, parse, stages};
use bumpalo::Bump;
use std::fs;
use std::path::{Path, PathBuf};

fn sources() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
    let entries = fs::read_dir(folder).expect("the corpus is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    assert!(paths.len() > 10);
    paths
}

/// The first line at which two texts part.
#[track_caller]
fn assert_same(path: &Path, ours: &str, expected: &str) {
    let mut lines = ours.lines().zip(expected.lines()).enumerate();
    if let Some((at, (ours, expected))) = lines.find(|(_, (ours, expected))| ours != expected) {
        panic!("{}:{}\n  ours     {ours}\n  expected {expected}", path.display(), at + 1);
    }
    assert_eq!(ours.lines().count(), expected.lines().count(), "{}", path.display());
}

#[test]
fn trees_are_those_of_cpython() {
    for path in sources() {
        let bytes = fs::read(&path).expect("a source");
        let (arena, mut names) = (Bump::new(), Interner::new());
        let tree = parse(&bytes, Origin::Memory, Mode::Module, &arena, &mut names);
        let tree = tree.unwrap_or_else(|error| panic!("{}", error.report(&path.to_string_lossy())));
        let options = DumpOptions { attributes: true, indent: Some(1) };
        let text = dump(&tree.root, &names, &tree.lines, options);
        let golden = path.with_extension("tree");
        assert_same(&golden, &text, &fs::read_to_string(&golden).expect("run record_trees.py"));
    }
}

#[test]
fn tokens_are_as_recorded() {
    for path in sources() {
        let bytes = fs::read(&path).expect("a source");
        let arena = Bump::new();
        let text = decode(&bytes, Origin::Memory, &arena, &|| false).expect("text").text;
        let listing = stages::token_listing(text);
        let golden = path.with_extension("tokens");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&golden, &listing).expect("the golden can be written");
        }
        assert_same(&golden, &listing, &fs::read_to_string(&golden).expect("run with BLESS=1"));
    }
}
