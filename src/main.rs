//! The `anthill` command: hands over to `cli`.

fn main() {
    std::process::exit(anthill::cli::main());
}
