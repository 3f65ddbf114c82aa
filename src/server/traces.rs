//! Traces, for those who collect them: sent over OTLP, a batch at a time, from a thread of their own.

use std::env;
use std::time::Duration;

use opentelemetry_otlp::{ExporterBuildError, SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider};

/// What spans are written under, and what the log's filter goes by: none of them is a line of log.
pub(super) const TARGET: &str = "qimma::trace";

/// The name under which collectors show the server, unless the environment names it.
const SERVICE: &str = "qimma";
const NAMED_BY: &str = "OTEL_SERVICE_NAME";

/// Longest a batch may take. A collector that is away costs spans and nothing else.
const TIMEOUT: Duration = Duration::from_secs(5);

/// Sends spans to `endpoint`. Of traces that begin here, the share `ratio` is recorded; others go by what their caller decided.
/// Needs a runtime about it.
///
/// # Errors
/// Where the endpoint is no address.
pub(super) fn provider(endpoint: &str, ratio: f64) -> Result<SdkTracerProvider, ExporterBuildError> {
    let exporter = SpanExporter::builder().with_tonic().with_endpoint(endpoint).with_timeout(TIMEOUT).build()?;
    let sampler = Sampler::ParentBased(Box::new(Sampler::TraceIdRatioBased(ratio)));
    let mut resource = Resource::builder();
    if env::var_os(NAMED_BY).is_none() {
        resource = resource.with_service_name(SERVICE);
    }
    let version = opentelemetry::KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
    let resource = resource.with_attribute(version).build();
    Ok(SdkTracerProvider::builder().with_batch_exporter(exporter).with_sampler(sampler).with_resource(resource).build())
}
