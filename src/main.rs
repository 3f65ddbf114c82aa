//! The `qimma` command.

use std::process::ExitCode;

use clap::Parser;
use qimma::cli::{self, Cli, Command};

/// An answer is many small strings, which this allocator makes and frees faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let ended = match Cli::parse().command {
        Command::Serve(config) => cli::serve(&config),
        Command::Extract(arguments) => cli::extract(&arguments),
        Command::Summarize(arguments) => cli::summarize(&arguments),
        Command::Gazetteer(command) => cli::gazetteer(&command),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // On one line and without a backtrace: these are errors of use, and defects panic.
            eprintln!("qimma: {error:#}");
            ExitCode::FAILURE
        }
    }
}
