//! The `anthill` command: hands over to `cli`.
fn main() {}
