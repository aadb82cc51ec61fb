//! `docs/bytecode.md` is what the opcode table says; `BLESS=1` rewrites it.

use std::path::Path;

#[test]
fn page_equals_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bytecode.md");
    let page = anthill::bytecode::opcode_table();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, page).expect("docs/bytecode.md can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).expect("docs/bytecode.md is there");
    assert!(kept == page, "docs/bytecode.md is stale: BLESS=1 cargo test --test bytecode_docs");
}
