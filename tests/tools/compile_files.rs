//! Compiles Python files and prints their listings, or verifies their code:
//! `cargo run --release --example compile_files -- [--verify] FILE…`.
//!
//! With `--positions` every instruction is printed with its source range instead, to be compared
//! with CPython's `co_positions`. With `--verify` nothing is printed but failures and a summary; the exit code is 1 if a code
//! object is rejected. Files that are no valid Python are counted, not reported.

use std::time::{Duration, Instant};

use anthill::bytecode::{Code, Op, Word, disassemble_all, verify_all};
use anthill::compile::{Options, compile};
use anthill_grammar::source::Origin;
use anthill_grammar::{Interner, Mode, parse};

fn main() {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let verify = options.iter().any(|option| option == "--verify");
    let (mut compiled, mut rejected, mut broken, mut words, mut bytes) = (0, 0, 0, 0, 0);
    let mut time = Duration::ZERO;
    for file in &files {
        let Ok(source) = std::fs::read(file) else {
            eprintln!("{file}: cannot be read");
            continue;
        };
        let arena = bumpalo::Bump::new();
        let mut names = Interner::new();
        let tree = match parse(&source, Origin::File(file), Mode::Module, &arena, &mut names) {
            Ok(tree) => tree,
            Err(error) => {
                rejected += 1;
                if !verify {
                    eprint!("{}", error.report(file));
                }
                continue;
            }
        };
        let start = Instant::now();
        let result = compile(&tree.root, tree.source, &tree.lines, &mut names, file, Options::default());
        time += start.elapsed();
        match result {
            Err(error) => {
                rejected += 1;
                eprint!("{}", error.report(file));
            }
            Ok(output) => {
                compiled += 1;
                bytes += source.len();
                for warning in &output.warnings {
                    eprintln!("{file}:{}: SyntaxWarning: {}", warning.line, warning.message);
                }
                let mut waiting = vec![output.code.clone()];
                while let Some(code) = waiting.pop() {
                    words += code.words.len();
                    waiting.extend(code.nested().cloned());
                }
                if options.iter().any(|option| option == "--positions") {
                    print_positions(file, &output.code);
                } else if !verify {
                    print!("{}", disassemble_all(&output.code));
                }
                if let Err(error) = verify_all(&output.code) {
                    broken += 1;
                    eprintln!("{file}: {error}");
                }
            }
        }
    }
    if verify {
        let rate = bytes as f64 / time.as_secs_f64().max(1e-9) / 1e6;
        println!("{compiled} compiled, {rejected} rejected, {broken} broken, {words} words, {rate:.1} MB/s");
    }
    if broken > 0 {
        std::process::exit(1);
    }
}

/// A line per instruction: file, code object, opcode, line, end line, column, end column.
fn print_positions(file: &str, code: &Code) {
    let mut offset = 0;
    while let Some(&word) = code.words.get(offset) {
        let Some(op) = Op::from_number(Word(word).op_number()) else { break };
        if let Some(place) = code.position(offset as u32) {
            let range = format!("{}:{}:{}:{}", place.line, place.end_line, place.column, place.end_column);
            println!("{file}\t{}\t{}\t{range}", code.qualname, op.name());
        }
        offset += 1 + op.extra_words();
    }
    code.nested().for_each(|inner| print_positions(file, inner));
}
