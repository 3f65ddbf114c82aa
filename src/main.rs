//! The `qimma` command.

use clap::Parser;
use qimma::cli::{self, Cli, Command};

/// An answer is many small strings, which this allocator makes and frees faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Serve(config) => cli::serve(&config),
    }
}
