//! What a person sees: the command line and what it prints.

mod serve;

use clap::{Parser, Subcommand};

use crate::server::Config;

pub use serve::serve;

/// Named entities from raw Arabic news.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the command can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve qimma.v1.ExtractionService over gRPC
    ///
    /// Ends on SIGTERM or SIGINT: health says NOT_SERVING at once, calls are still taken for the drain delay, then those at work may end.
    Serve(Box<Config>),
}
