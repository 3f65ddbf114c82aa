//! Every setting: a flag, a variable, a default with its unit.

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Args;
use http::HeaderValue;

use super::telemetry::LogFormat;
use super::{tls, web};
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
/// Requests in memory at a time: 256 MiB, twice the largest.
pub const MAX_PENDING_BYTES: &str = "268435456";
/// Calls open at a time on one connection.
pub const MAX_CONCURRENT_STREAMS: &str = "512";
/// Connections open at a time. One that is idle costs some ten kilobytes.
pub const MAX_CONNECTIONS: &str = "4096";
/// How long a connection is used before its caller is asked to open another: long connections never find servers that came later.
pub const MAX_CONNECTION_AGE: &str = "30m";
/// How long a caller may take to begin to speak: TLS, then the protocol's first bytes.
pub const HANDSHAKE_TIMEOUT: &str = "10s";
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

/// All traces: a caller that makes many sends a decision with each.
pub const OTLP_SAMPLE_RATIO: &str = "1";

/// The settings of `qimma serve`.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Address and port to listen on
    #[arg(long, env = "QIMMA_LISTEN", default_value = LISTEN, value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,

    /// Folder of gazetteer files to use in place of the one built in
    #[arg(long, env = "QIMMA_GAZETTEER", value_name = "DIR")]
    pub gazetteer: Option<PathBuf>,

    /// Look for changed files, of the gazetteer and of TLS, and load them
    ///
    /// SIGHUP does the same at once. Files that are broken are refused, and what was loaded before goes on serving.
    #[arg(long, env = "QIMMA_WATCH")]
    pub watch: bool,

    /// How often to look; a change is loaded when it has stood still for as long
    #[arg(long, env = "QIMMA_WATCH_INTERVAL", default_value = WATCH_INTERVAL, value_name = "TIME", value_parser = duration)]
    pub watch_interval: Duration,

    /// Certificate to offer TLS with, and those between it and its authority, as PEM; without it connections are not encrypted
    #[arg(long, env = "QIMMA_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,

    /// Key to the certificate, as PEM
    #[arg(long, env = "QIMMA_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,

    /// Take only callers with a certificate of these authorities, as PEM
    #[arg(long, env = "QIMMA_TLS_CLIENT_CA", value_name = "FILE", requires = "tls_cert")]
    pub tls_client_ca: Option<PathBuf>,

    /// Address and port for metrics (/metrics) and probes (/healthz, /readyz) over plain HTTP; without it there are none
    #[arg(long, env = "QIMMA_ADMIN_LISTEN", value_name = "ADDRESS:PORT")]
    pub admin_listen: Option<SocketAddr>,

    /// Speak gRPC-Web as well, over HTTP/1.1 or HTTP/2, on the same port
    #[arg(long, env = "QIMMA_GRPC_WEB")]
    pub grpc_web: bool,

    /// Origins whose pages may call over gRPC-Web (such as https://news.example); * is any
    #[arg(long, env = "QIMMA_GRPC_WEB_ORIGIN", value_name = "ORIGIN", value_delimiter = ',', requires = "grpc_web", value_parser = web::origin)]
    pub grpc_web_origin: Vec<HeaderValue>,

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

    /// Bytes of unary requests in memory at a time, as they come in or in work; more are refused with RESOURCE_EXHAUSTED at once
    #[arg(long, env = "QIMMA_MAX_PENDING_BYTES", default_value = MAX_PENDING_BYTES, value_name = "BYTES")]
    pub max_pending_bytes: usize,

    /// Calls open at a time on one connection
    #[arg(long, env = "QIMMA_MAX_CONCURRENT_STREAMS", default_value = MAX_CONCURRENT_STREAMS, value_name = "COUNT")]
    pub max_concurrent_streams: u32,

    /// Connections open at a time; more are closed at once
    #[arg(long, env = "QIMMA_MAX_CONNECTIONS", default_value = MAX_CONNECTIONS, value_name = "COUNT")]
    pub max_connections: NonZeroUsize,

    /// How long a connection is used before it is told to go once its calls have ended; 0s is for ever
    #[arg(long, env = "QIMMA_MAX_CONNECTION_AGE", default_value = MAX_CONNECTION_AGE, value_name = "TIME", value_parser = duration)]
    pub max_connection_age: Duration,

    /// How long a caller may take for TLS, and again to begin to speak the protocol, before its connection is closed
    #[arg(long, env = "QIMMA_HANDSHAKE_TIMEOUT", default_value = HANDSHAKE_TIMEOUT, value_name = "TIME", value_parser = duration)]
    pub handshake_timeout: Duration,

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

    /// Collector to send traces to, as OTLP over gRPC (such as http://127.0.0.1:4317); without it there are none
    #[arg(long, env = "QIMMA_OTLP_ENDPOINT", value_name = "URL", value_parser = endpoint)]
    pub otlp_endpoint: Option<String>,

    /// Share of the traces begun here that is sent, 0 to 1; a caller that is in a trace has decided already
    #[arg(long, env = "QIMMA_OTLP_SAMPLE_RATIO", default_value = OTLP_SAMPLE_RATIO, value_name = "SHARE", value_parser = share)]
    pub otlp_sample_ratio: f64,
}

impl Config {
    pub(super) fn threads(&self) -> NonZeroUsize {
        self.threads.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }

    pub(super) fn limits(&self) -> Limits {
        Limits { text_bytes: self.max_text_bytes, request_bytes: self.max_request_bytes }
    }

    /// The files of TLS, where it is offered.
    pub(super) fn tls(&self) -> Option<tls::Files> {
        let protocols: &[&[u8]] = if self.grpc_web { &[b"h2", b"http/1.1"] } else { &[b"h2"] };
        let (certificate, key) = (self.tls_cert.clone()?, self.tls_key.clone()?);
        Some(tls::Files { certificate, key, client_ca: self.tls_client_ca.clone(), protocols })
    }

    /// Every file that may change while the server serves.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        [&self.gazetteer, &self.tls_cert, &self.tls_key, &self.tls_client_ca].into_iter().flatten().cloned().collect()
    }
}

/// `500ms`, `2s`, `1m 30s`.
fn duration(text: &str) -> Result<Duration, String> {
    let parsed = text.parse::<jiff::SignedDuration>().map_err(|error| error.to_string())?;
    parsed.try_into().map_err(|_| "must not be negative".to_owned())
}

/// An address without TLS: collectors stand beside the server or behind a mesh.
fn endpoint(text: &str) -> Result<String, String> {
    let sound = text.parse::<http::Uri>().is_ok_and(|uri| uri.scheme_str() == Some("http") && uri.host().is_some());
    if sound { Ok(text.to_owned()) } else { Err("must be http://host:port".to_owned()) }
}

/// From 0 to 1.
fn share(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| "must be from 0 to 1".to_owned())
}
