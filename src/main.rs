//! The `qimma` command.
fn main() {}
