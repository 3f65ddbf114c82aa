//! The log, and traces beside it. They say what the server does, never what a document says.

use std::io::{self, IsTerminal};
use std::panic;

use clap::ValueEnum;
use opentelemetry::trace::TracerProvider;
use opentelemetry_otlp::ExporterBuildError;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::{FilterExt, ParseError, Targets, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, fmt, registry};

use super::config::Config;
use super::traces;

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

/// Why the log or the traces cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The filter is none.
    #[error("no filter for the log")]
    Filter(#[from] ParseError),
    /// The collector's address is none.
    #[error("no address of a collector")]
    Collector(#[from] ExporterBuildError),
}

/// What has to be sent before the process ends.
#[derive(Debug, Default)]
pub struct Telemetry {
    traces: Option<SdkTracerProvider>,
}

impl Telemetry {
    /// Sends what is left, and waits for it a few seconds at most. The runtime must still be there.
    pub fn end(self) {
        if let Some(Err(error)) = self.traces.map(|traces| traces.shutdown()) {
            tracing::warn!(%error, "the last traces were not sent");
        }
    }
}

/// Starts the log on standard error, and traces where a collector is named; at most once a process, and within a runtime.
///
/// # Errors
/// Where the filter or the collector's address is none.
pub fn init(config: &Config) -> Result<Telemetry, TelemetryError> {
    let filter = EnvFilter::try_new(&config.log)?;
    let provider = config.otlp_endpoint.as_ref().map(|endpoint| traces::provider(endpoint, config.otlp_sample_ratio)).transpose()?;

    let terminal = io::stderr().is_terminal();
    let log = fmt::layer().with_writer(io::stderr).with_ansi(terminal);
    let pretty = match config.log_format {
        LogFormat::Auto => terminal,
        LogFormat::Pretty => true,
        LogFormat::Json => false,
    };
    let log = if pretty {
        log.with_target(false).boxed()
    } else {
        log.json().flatten_event(true).with_current_span(false).with_span_list(false).boxed()
    };
    // Lines are complete in themselves; spans are for the traces.
    let lines = filter_fn(|about| about.is_event()).with_max_level_hint(LevelFilter::TRACE);
    let log = registry().with(log.with_filter(filter.and(lines)));
    // A second start would change nothing, which is what a test that starts two servers wants.
    let _ = match &provider {
        Some(provider) => {
            let traces = tracing_opentelemetry::layer().with_tracer(provider.tracer(env!("CARGO_PKG_NAME")));
            let traces =
                traces.with_location(false).with_threads(false).with_target(false).with_tracked_inactivity(false).with_level(false);
            log.with(traces.with_filter(Targets::new().with_target(traces::TARGET, LevelFilter::INFO))).try_init()
        }
        // Not an absent layer: beside one of those, spans that nobody wants would be made all the same.
        None => log.try_init(),
    };
    log_panics();
    Ok(Telemetry { traces: provider })
}

/// Reports where a panic happened and not what it says: the message of one about text holds the text.
fn log_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let thread = std::thread::current();
        tracing::error!(place, thread = thread.name().unwrap_or_default(), "a defect: this call panicked");
    }));
}
