//! What the server counts, as Prometheus reads it.

use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use tonic::Code;

use super::method::Method;
use super::pool::Load;
use super::process;
use crate::{Analysis, EntityType};

/// How [`Metrics::render`] writes.
pub(super) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Upper ends of the buckets for how long calls take, in seconds: a short article takes a millisecond or two, a hundred long ones a second.
const SECONDS: [f64; 15] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];

/// Everything counted. Each server has its own.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    started: Family<Method, Counter>,
    handled: Family<Handled, Counter>,
    handling: Family<Method, Histogram, fn() -> Histogram>,
    mentions: Family<Kind, Counter>,
    documents: Counter,
    document_bytes: Counter,
    queue_depth: Gauge,
    in_flight: Gauge,
    pending_bytes: Gauge,
    shed: Counter,
    connections: Gauge,
    connections_refused: Counter,
    gazetteer: Family<Version, Gauge>,
    reloads: Family<Reloaded, Counter>,
    resident: Gauge,
    open_files: Gauge,
}

/// What can be loaded again.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Gazetteer,
    Certificates,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Handled {
    #[prometheus(flatten)]
    method: Method,
    grpc_code: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Kind {
    r#type: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Version {
    version: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Reloaded {
    what: &'static str,
    outcome: &'static str,
}

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            registry: Registry::default(),
            started: Family::default(),
            handled: Family::default(),
            handling: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            mentions: Family::default(),
            documents: Counter::default(),
            document_bytes: Counter::default(),
            queue_depth: Gauge::default(),
            in_flight: Gauge::default(),
            pending_bytes: Gauge::default(),
            shed: Counter::default(),
            connections: Gauge::default(),
            connections_refused: Counter::default(),
            gazetteer: Family::default(),
            reloads: Family::default(),
            resident: Gauge::default(),
            open_files: Gauge::default(),
        };
        metrics.registered()
    }
}

impl Metrics {
    /// The names are those of go-grpc-prometheus for calls, which dashboards know, and `qimma_` for what is this server's own.
    fn registered(mut self) -> Self {
        let registry = &mut self.registry;
        registry.register("grpc_server_started", "Calls begun", self.started.clone());
        registry.register("grpc_server_handled", "Calls ended, by status", self.handled.clone());
        registry.register("grpc_server_handling_seconds", "Time from a call's first byte to its end", self.handling.clone());
        registry.register("qimma_mentions", "Mentions answered, by type", self.mentions.clone());
        registry.register("qimma_documents", "Documents analysed", self.documents.clone());
        registry.register("qimma_document_bytes", "Bytes of text analysed", self.document_bytes.clone());
        registry.register("qimma_queue_depth", "Admitted work that waits for a thread", self.queue_depth.clone());
        registry.register("qimma_in_flight", "Work on a thread", self.in_flight.clone());
        registry.register("qimma_pending_bytes", "Bytes of requests in memory", self.pending_bytes.clone());
        registry.register("qimma_shed", "Calls refused for want of a place or of memory", self.shed.clone());
        registry.register("qimma_connections", "Open connections", self.connections.clone());
        registry.register("qimma_connections_refused", "Connections closed because there were too many", self.connections_refused.clone());
        registry.register("qimma_gazetteer_info", "The gazetteer that serves", self.gazetteer.clone());
        registry.register("qimma_reloads", "Reloads, by what was loaded and whether it was sound", self.reloads.clone());
        registry.register("process_resident_memory_bytes", "Resident memory", self.resident.clone());
        registry.register("process_open_fds", "Open file descriptors", self.open_files.clone());
        let build = Family::<Version, Gauge>::default();
        build.get_or_create(&Version { version: env!("CARGO_PKG_VERSION").to_owned() }).set(1);
        registry.register("qimma_build_info", "The version of the server", build);
        self
    }

    /// A call begins.
    pub(super) fn started(&self, method: Method) {
        self.started.get_or_create(&method).inc();
    }

    /// A call has ended.
    pub(super) fn handled(&self, method: Method, code: Code, seconds: f64) {
        self.handled.get_or_create(&Handled { method, grpc_code: name(code) }).inc();
        self.handling.get_or_create(&method).observe(seconds);
    }

    /// A document has been analysed.
    pub(crate) fn analyzed(&self, bytes: usize, analysis: &Analysis<'_>) {
        self.documents.inc();
        self.document_bytes.inc_by(bytes as u64);
        let mut counts = [0; EntityType::ALL.len()];
        for entity in &analysis.entities {
            if let Some(at) = EntityType::ALL.iter().position(|kind| *kind == entity.kind) {
                counts[at] += entity.mentions.len() as u64;
            }
        }
        for (kind, count) in EntityType::ALL.iter().zip(counts).filter(|(_, count)| *count > 0) {
            self.mentions.get_or_create(&Kind { r#type: kind.as_str() }).inc_by(count);
        }
    }

    /// A call was refused for want of a place or of memory.
    pub(crate) fn shed(&self) {
        self.shed.inc();
    }

    /// A connection was taken.
    pub(super) fn connected(&self) {
        self.connections.inc();
    }

    /// A connection is gone.
    pub(super) fn disconnected(&self) {
        self.connections.dec();
    }

    /// A connection was closed for want of a place.
    pub(super) fn connection_refused(&self) {
        self.connections_refused.inc();
    }

    /// This gazetteer serves from now on.
    pub(super) fn serves(&self, version: &str) {
        self.gazetteer.clear();
        self.gazetteer.get_or_create(&Version { version: version.to_owned() }).set(1);
    }

    /// Something was loaded again, or refused.
    pub(super) fn reloaded(&self, part: Part, sound: bool) {
        let what = match part {
            Part::Gazetteer => "gazetteer",
            Part::Certificates => "certificates",
        };
        self.reloads.get_or_create(&Reloaded { what, outcome: if sound { "ok" } else { "refused" } }).inc();
    }

    /// Everything as text, in the format of [`CONTENT_TYPE`].
    pub(super) fn render(&self, load: Load, pending_bytes: usize) -> String {
        self.queue_depth.set(count(load.waiting));
        self.in_flight.set(count(load.running));
        self.pending_bytes.set(count(pending_bytes));
        self.resident.set(process::resident_bytes().map_or(0, count));
        self.open_files.set(process::open_files().map_or(0, count));
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = text::encode(&mut text, &self.registry);
        text
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The names by which dashboards know statuses.
pub(super) fn name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "Canceled",
        Code::Unknown => "Unknown",
        Code::InvalidArgument => "InvalidArgument",
        Code::DeadlineExceeded => "DeadlineExceeded",
        Code::NotFound => "NotFound",
        Code::AlreadyExists => "AlreadyExists",
        Code::PermissionDenied => "PermissionDenied",
        Code::ResourceExhausted => "ResourceExhausted",
        Code::FailedPrecondition => "FailedPrecondition",
        Code::Aborted => "Aborted",
        Code::OutOfRange => "OutOfRange",
        Code::Unimplemented => "Unimplemented",
        Code::Internal => "Internal",
        Code::Unavailable => "Unavailable",
        Code::DataLoss => "DataLoss",
        Code::Unauthenticated => "Unauthenticated",
    }
}
