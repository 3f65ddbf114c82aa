//! Every setting: a flag, a variable, a default with its unit.

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Args;

use super::telemetry::LogFormat;
use crate::rpc::Limits;

/// Where to listen: this machine alone, unless told otherwise.
pub const LISTEN: &str = "127.0.0.1:50051";
/// Calls that may wait for a thread. At a few milliseconds each they are worked off well within a second.
pub const QUEUE: &str = "128";
/// Documents of one stream in work at a time.
pub const STREAM_IN_FLIGHT: &str = "16";
/// Longest text: 1 MiB, a hundred times a long article.
pub const MAX_TEXT_BYTES: &str = "1048576";
/// Largest request: 128 MiB, which a hundred documents of the greatest length fit.
pub const MAX_REQUEST_BYTES: &str = "134217728";
/// Calls open at a time on one connection.
pub const MAX_CONCURRENT_STREAMS: &str = "512";
/// How often a silent connection is asked whether it is still there.
pub const KEEPALIVE_INTERVAL: &str = "30s";
/// How long it may take to say so.
pub const KEEPALIVE_TIMEOUT: &str = "20s";
/// How often the files are looked at with `--watch`. A change counts once it has stood still for as long.
pub const WATCH_INTERVAL: &str = "2s";
/// Longest work on one document, whatever its caller's deadline.
pub const DOCUMENT_TIMEOUT: &str = "30s";
/// How long calls are still taken after the server has said NOT_SERVING: as long as load balancers need to notice.
pub const DRAIN_DELAY: &str = "2s";
/// How long calls at work may take to end after that.
pub const DRAIN_TIMEOUT: &str = "20s";

/// The settings of `qimma serve`.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Address and port to listen on
    #[arg(long, env = "QIMMA_LISTEN", default_value = LISTEN, value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,

    /// Folder of gazetteer files to use in place of the one built in
    #[arg(long, env = "QIMMA_GAZETTEER", value_name = "DIR")]
    pub gazetteer: Option<PathBuf>,

    /// Look for changed files of the gazetteer, and load them
    ///
    /// SIGHUP does the same at once. Files that are broken are refused, and what was loaded before goes on serving.
    #[arg(long, env = "QIMMA_WATCH")]
    pub watch: bool,

    /// How often to look; a change is loaded when it has stood still for as long
    #[arg(long, env = "QIMMA_WATCH_INTERVAL", default_value = WATCH_INTERVAL, value_name = "TIME", value_parser = duration)]
    pub watch_interval: Duration,

    /// Threads that analyse [default: one a core]
    #[arg(long, env = "QIMMA_THREADS", value_name = "COUNT")]
    pub threads: Option<NonZeroUsize>,

    /// Calls that may wait for a thread; more are refused with RESOURCE_EXHAUSTED at once
    #[arg(long, env = "QIMMA_QUEUE", default_value = QUEUE, value_name = "COUNT")]
    pub queue: usize,

    /// Documents of one stream in work at a time
    #[arg(long, env = "QIMMA_STREAM_IN_FLIGHT", default_value = STREAM_IN_FLIGHT, value_name = "COUNT")]
    pub stream_in_flight: NonZeroUsize,

    /// Longest text of a document
    #[arg(long, env = "QIMMA_MAX_TEXT_BYTES", default_value = MAX_TEXT_BYTES, value_name = "BYTES")]
    pub max_text_bytes: u32,

    /// Largest request, after decompression
    #[arg(long, env = "QIMMA_MAX_REQUEST_BYTES", default_value = MAX_REQUEST_BYTES, value_name = "BYTES")]
    pub max_request_bytes: usize,

    /// Calls open at a time on one connection
    #[arg(long, env = "QIMMA_MAX_CONCURRENT_STREAMS", default_value = MAX_CONCURRENT_STREAMS, value_name = "COUNT")]
    pub max_concurrent_streams: u32,

    /// How often a silent connection is pinged (such as 30s)
    #[arg(long, env = "QIMMA_KEEPALIVE_INTERVAL", default_value = KEEPALIVE_INTERVAL, value_name = "TIME", value_parser = duration)]
    pub keepalive_interval: Duration,

    /// How long a ping may stay unanswered before the connection is closed
    #[arg(long, env = "QIMMA_KEEPALIVE_TIMEOUT", default_value = KEEPALIVE_TIMEOUT, value_name = "TIME", value_parser = duration)]
    pub keepalive_timeout: Duration,

    /// Longest work on one document; a caller's deadline may be shorter
    #[arg(long, env = "QIMMA_DOCUMENT_TIMEOUT", default_value = DOCUMENT_TIMEOUT, value_name = "TIME", value_parser = duration)]
    pub document_timeout: Duration,

    /// How long calls are still taken after SIGTERM, when health already says NOT_SERVING
    #[arg(long, env = "QIMMA_DRAIN_DELAY", default_value = DRAIN_DELAY, value_name = "TIME", value_parser = duration)]
    pub drain_delay: Duration,

    /// How long calls at work may take to end after that
    #[arg(long, env = "QIMMA_DRAIN_TIMEOUT", default_value = DRAIN_TIMEOUT, value_name = "TIME", value_parser = duration)]
    pub drain_timeout: Duration,

    /// What to log: a level, or levels by module (such as qimma=debug,h2=warn)
    #[arg(long, env = "QIMMA_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,

    /// How to log; auto is pretty on a terminal and JSON otherwise
    #[arg(long, env = "QIMMA_LOG_FORMAT", value_enum, default_value_t, value_name = "FORMAT")]
    pub log_format: LogFormat,
}

impl Config {
    pub(super) fn threads(&self) -> NonZeroUsize {
        self.threads.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }

    pub(super) fn limits(&self) -> Limits {
        Limits { text_bytes: self.max_text_bytes, request_bytes: self.max_request_bytes }
    }
}

/// `500ms`, `2s`, `1m 30s`.
fn duration(text: &str) -> Result<Duration, String> {
    let parsed = text.parse::<jiff::SignedDuration>().map_err(|error| error.to_string())?;
    parsed.try_into().map_err(|_| "must not be negative".to_owned())
}
