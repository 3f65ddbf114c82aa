//! The log. It says what the server does, never what a document says.

use std::io::{self, IsTerminal};
use std::panic;

use clap::ValueEnum;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

/// How lines of log are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Pretty on a terminal, JSON otherwise.
    #[default]
    Auto,
    /// For people.
    Pretty,
    /// One object a line.
    Json,
}

/// Starts logging to standard error, at most once a process.
///
/// # Errors
/// Where `filter` is none (`info`, `qimma=debug,h2=warn`).
pub fn init(filter: &str, format: LogFormat) -> Result<(), ParseError> {
    let filter = EnvFilter::try_new(filter)?;
    let terminal = io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(terminal);
    let pretty = match format {
        LogFormat::Auto => terminal,
        LogFormat::Pretty => true,
        LogFormat::Json => false,
    };
    // A second start would change nothing, which is what a test that starts two servers wants.
    let _ = if pretty { log.with_target(false).try_init() } else { log.json().flatten_event(true).try_init() };
    log_panics();
    Ok(())
}

/// Reports where a panic happened and not what it says: the message of one about text holds the text.
fn log_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let thread = std::thread::current();
        tracing::error!(place, thread = thread.name().unwrap_or_default(), "a defect: this call panicked");
    }));
}
