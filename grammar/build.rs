//! Generates the parser from `src/grammar.lalrpop`, and nothing else, so that a change of the
//! rest of the crate does not generate it again.

fn main() {
    println!("cargo::rerun-if-changed=src/grammar.lalrpop");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    lalrpop::Configuration::new()
        .set_out_dir(out)
        .emit_rerun_directives(false)
        .process_file("src/grammar.lalrpop")
        .unwrap_or_else(|error| panic!("src/grammar.lalrpop: {error}"));
}
