//! What is known of a call, from its first byte to its last: told to the metrics, the log and the trace when it ends, however it ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use http::HeaderMap;
use opentelemetry::trace::{Status as TraceStatus, TraceContextExt};
use tonic::Code;
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

use super::method::Method;
use super::metrics::{self, Metrics};
use super::origin;

/// How much a call was about. The handler fills it; it travels in the request's extensions.
#[derive(Debug, Default)]
pub struct Tally {
    documents: AtomicUsize,
    bytes: AtomicUsize,
    mentions: AtomicUsize,
}

impl Tally {
    /// Adds a document that was analysed.
    pub fn add(&self, bytes: usize, mentions: usize) {
        self.documents.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.mentions.fetch_add(mentions, Ordering::Relaxed);
    }
}

/// A call on its way. When this is dropped, the call has ended: with `code`, or given up by its caller where none was set.
#[derive(Debug)]
pub(super) struct Record {
    pub method: Method,
    began: Instant,
    code: Option<Code>,
    pub request_id: String,
    trace_id: Option<String>,
    pub tally: Arc<Tally>,
    pub span: Span,
    metrics: Arc<Metrics>,
}

impl Record {
    /// A call begins.
    pub fn begin(path: &str, headers: &HeaderMap, metrics: Arc<Metrics>) -> Self {
        let method = Method::of(path);
        metrics.started(method);
        let request_id = origin::request_id(headers);
        let caller = origin::trace(headers);
        let name = format_args!("{}/{}", method.grpc_service, method.grpc_method);
        // Not made at all unless somebody collects traces. Health is asked every other second, which is not worth one.
        let span = if method.is_ours() {
            tracing::info_span!(
                target: "qimma::trace",
                "call",
                otel.name = name,
                otel.kind = "server",
                rpc.system = "grpc",
                rpc.service = method.grpc_service,
                rpc.method = method.grpc_method,
                request_id,
            )
        } else {
            Span::none()
        };
        let mut trace_id = caller.as_ref().map(|context| context.span().span_context().trace_id());
        if !span.is_disabled() {
            if let Some(caller) = caller {
                // It fails only for a span that has begun to be written already, which this one has not.
                let _ = span.set_parent(caller);
            }
            trace_id = Some(span.context().span().span_context().trace_id());
        }
        let trace_id = trace_id.map(|id| id.to_string());
        Self { method, began: Instant::now(), code: None, request_id, trace_id, tally: Arc::default(), span, metrics }
    }

    /// The status that the call ends with.
    pub fn ended(&mut self, code: Code) {
        self.code = Some(code);
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let code = self.code.unwrap_or(Code::Cancelled);
        let elapsed = self.began.elapsed();
        self.metrics.handled(self.method, code, elapsed.as_secs_f64());
        let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        let (documents, bytes, mentions) = (count(&self.tally.documents), count(&self.tally.bytes), count(&self.tally.mentions));
        if !self.span.is_disabled() {
            self.span.set_attribute("rpc.grpc.status_code", i64::from(i32::from(code)));
            self.span.set_attribute("qimma.documents", documents as i64);
            self.span.set_attribute("qimma.bytes", bytes as i64);
            self.span.set_attribute("qimma.mentions", mentions as i64);
            if server_fault(code) {
                self.span.set_status(TraceStatus::error(metrics::name(code)));
            }
        }
        // A macro, since the level of a line is part of where it is written.
        macro_rules! tell {
            ($level:ident) => {
                tracing::$level!(
                    target: "qimma::call",
                    rpc = self.method.grpc_method,
                    code = metrics::name(code),
                    elapsed_ms = (elapsed.as_secs_f64() * 1e6).round() / 1e3,
                    documents,
                    bytes,
                    mentions,
                    request_id = self.request_id,
                    trace_id = self.trace_id,
                    "answered"
                )
            };
        }
        if server_fault(code) {
            tell!(warn);
        } else if self.method.is_ours() {
            tell!(info);
        } else {
            tell!(debug);
        }
    }
}

/// Whether somebody should look at the server, and not at its caller; after the conventions for traces of gRPC.
fn server_fault(code: Code) -> bool {
    matches!(code, Code::Unknown | Code::DeadlineExceeded | Code::Unimplemented | Code::Internal | Code::Unavailable | Code::DataLoss)
}
