//! `stdlib/compiled.bin` holds what the present compiler makes of the modules in `stdlib/`; `BLESS=1` rewrites it.

use std::path::Path;

use anthill::base::shipped::{Entry, Keys, key, write};
use anthill::bytecode::{Code, disassemble_all, pack, unpack, verify_all};
use anthill::compile::{Options, compile};
use anthill::modules::EMBEDDED;
use anthill_grammar::source::Origin;
use anthill_grammar::{Interner, Mode, parse};

/// Compiles a module as an import does.
fn code(source: &str, path: &str) -> std::sync::Arc<Code> {
    let file = format!("<stdlib>/{path}");
    let (arena, mut names) = (bumpalo::Bump::new(), Interner::new());
    let tree = parse(source.as_bytes(), Origin::Memory, Mode::Module, &arena, &mut names).expect("the library parses");
    let output = compile(&tree.root, tree.source, &tree.lines, &mut names, &file, Options::default());
    let output = output.expect("the library compiles");
    assert!(tree.warnings.is_empty() && output.warnings.is_empty(), "{path}: a warning would be lost");
    output.code
}

#[test]
fn the_compiled_library_is_that_of_this_compiler() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut packed = Vec::new();
    for module in EMBEDDED {
        let code = code(module.source, module.path);
        let bytes = pack(&code);
        let again = unpack(&bytes, &code.filename).expect("what was packed can be unpacked");
        verify_all(&again).expect("the code is right");
        assert_eq!(disassemble_all(&code), disassemble_all(&again), "{}", module.path);
        assert_eq!(format!("{code:?}"), format!("{again:?}"), "{}", module.path);
        packed.push((module.path, key(module.source.as_bytes()), bytes));
    }
    let entries: Vec<Entry> = packed.iter().map(|(path, source, code)| Entry { path, source: *source, code }).collect();
    let actual = write(&Keys::of_sources(root), &entries);
    let file = root.join("stdlib/compiled.bin");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, actual).expect("the file can be written");
        return;
    }
    assert!(
        std::fs::read(&file).ok().as_deref() == Some(&actual),
        "stdlib/compiled.bin is stale; BLESS=1 cargo test --test compiled_library rewrites it"
    );
    assert!(EMBEDDED.iter().all(|module| !module.code.is_empty()), "built before the file was written: build again");
}

#[test]
fn bytes_that_are_no_code_are_refused() {
    let code = code("def f(a, *b, c=1):\n    return [a, b'x', 1.5, 10 ** 30, 'text', (1, None)]\n", "sample.py");
    let bytes = pack(&code);
    assert!(unpack(&bytes, "sample.py").is_some());
    for length in 0..bytes.len() {
        // Cut off, it may still be whole if only an empty end is missing, but never panics.
        let _ = unpack(&bytes[..length], "sample.py");
    }
    assert!(unpack(&[], "sample.py").is_none());
    assert!(unpack(&[0xff; 64], "sample.py").is_none());
}
