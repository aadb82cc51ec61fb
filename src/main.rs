//! The `anthill` command: hands over to `cli`.

#[global_allocator]
static MEMORY: anthill::heap::SystemMemory = anthill::heap::SystemMemory;

fn main() {
    std::process::exit(anthill::cli::main());
}
