//! How fast text becomes tokens and trees: `cargo bench -p anthill-grammar`.
//!
//! The sources are the committed corpus, or, if the environment names a folder in
//! `ANTHILL_BENCH_SOURCES`, the `*.py` files directly in it (CPython's library, say).

use anthill_grammar::{Interner, Mode, parse_str, stages};
use bumpalo::Bump;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use std::path::PathBuf;

/// All sources that parse.
fn sources() -> Vec<String> {
    let folder = std::env::var_os("ANTHILL_BENCH_SOURCES")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus")), PathBuf::from);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of sources can be read")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    let parses = |text: &String| {
        let (arena, mut names) = (Bump::new(), Interner::new());
        parse_str(text, Mode::Module, &arena, &mut names).is_ok()
    };
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).filter(parses).collect()
}

fn over(bencher: Bencher, work: impl Fn(&str) -> usize + Sync) {
    let sources = sources();
    let bytes: usize = sources.iter().map(String::len).sum();
    let tokens: usize = sources.iter().map(|s| stages::token_vector(s)).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .counter(ItemsCount::new(tokens))
        .bench_local(|| sources.iter().map(|source| work(black_box(source))).sum::<usize>());
}

#[divan::bench]
fn a_lexer(bencher: Bencher) {
    over(bencher, stages::lex);
}

#[divan::bench]
fn b_token_vector(bencher: Bencher) {
    over(bencher, stages::token_vector);
}

#[divan::bench]
fn c_whole_parse(bencher: Bencher) {
    over(bencher, |source| {
        let (arena, mut names) = (Bump::new(), Interner::new());
        let tree = parse_str(source, Mode::Module, &arena, &mut names);
        black_box(tree.is_ok());
        arena.allocated_bytes()
    });
}

/// What `eval` of a short text costs, with a name table that is there already.
#[divan::bench]
fn d_one_line(bencher: Bencher) {
    let mut names = Interner::new();
    bencher.bench_local(|| {
        let arena = Bump::new();
        let tree = parse_str(black_box("x + f(1)"), Mode::Expression, &arena, &mut names);
        black_box(tree.is_ok());
    });
}

fn main() {
    let sources = sources();
    let bytes: usize = sources.iter().map(String::len).sum();
    let arena = |source: &String| {
        let (arena, mut names) = (Bump::new(), Interner::new());
        let tree = parse_str(source, Mode::Module, &arena, &mut names);
        black_box(tree.is_ok());
        arena.allocated_bytes_including_metadata() - arena.chunk_capacity()
    };
    let nodes: usize = sources.iter().map(arena).sum();
    println!(
        "{} files, {bytes} bytes, {:.1} bytes of tree per byte of source",
        sources.len(),
        nodes as f64 / bytes.max(1) as f64
    );
    divan::main();
}
