//! Traces and the log: whose trace a call is in, how long each stage takes, and never a word of a text.

#![allow(clippy::unwrap_used)]

mod common;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use common::binary::Binary;
use common::{client, document, request};
use opentelemetry_proto::tonic::collector::trace::v1::trace_service_server::{TraceService, TraceServiceServer};
use opentelemetry_proto::tonic::collector::trace::v1::{ExportTraceServiceRequest, ExportTraceServiceResponse};
use opentelemetry_proto::tonic::trace::v1::Span;
use opentelemetry_proto::tonic::trace::v1::span::SpanKind;
use qimma::proto::SummarizeSummitRequest;
use tokio::net::TcpListener;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::{Request, Response, Status};

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const PARENT: &str = "b7ad6b7169203331";
const TEXT: &str = "زار كلمةسرية القاهرة secretword";

/// A collector that keeps what it is sent.
#[derive(Clone, Default)]
struct Collector(Arc<Mutex<Vec<ExportTraceServiceRequest>>>);

#[tonic::async_trait]
impl TraceService for Collector {
    async fn export(&self, request: Request<ExportTraceServiceRequest>) -> Result<Response<ExportTraceServiceResponse>, Status> {
        self.0.lock().unwrap().push(request.into_inner());
        Ok(Response::new(ExportTraceServiceResponse::default()))
    }
}

impl Collector {
    async fn start() -> (Self, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let collector = Self::default();
        let service = TraceServiceServer::new(collector.clone());
        let server = tonic::transport::Server::builder().add_service(service);
        tokio::spawn(server.serve_with_incoming(TcpListenerStream::new(listener)));
        (collector, address)
    }

    fn spans(&self) -> Vec<Span> {
        let requests = self.0.lock().unwrap();
        let scopes = requests.iter().flat_map(|request| &request.resource_spans).flat_map(|resource| &resource.scope_spans);
        scopes.flat_map(|scope| scope.spans.clone()).collect()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn traced<T>(message: T, flags: &str) -> Request<T> {
    let mut request = Request::new(message);
    let parent = format!("00-{TRACE}-{PARENT}-{flags}");
    request.metadata_mut().insert("traceparent", parent.parse().unwrap());
    request.metadata_mut().insert("x-request-id", "request-17".parse().unwrap());
    request
}

fn told_nothing(told: &str) {
    assert!(!told.contains("كلمةسرية") && !told.contains("secretword") && !told.contains("القاهرة"), "{told}");
}

#[tokio::test]
async fn a_call_is_a_span_of_its_callers_trace() {
    let (collector, address) = Collector::start().await;
    let binary = Binary::start(&["--drain-delay=0s", &format!("--otlp-endpoint=http://{address}")]).await;
    let mut client = client(binary.address).await;
    let answer = client.extract_entities(traced(request(TEXT), "01")).await.unwrap();
    assert_eq!(answer.metadata().get("x-request-id").unwrap(), "request-17");
    drop(client);
    binary.signal("TERM").await;
    let (code, log) = binary.end().await;
    assert_eq!(code, Some(0), "{log}");

    let spans = collector.spans();
    assert!(spans.iter().all(|span| hex(&span.trace_id) == TRACE), "{spans:?}");
    let call = spans.iter().find(|span| span.name == "qimma.v1.ExtractionService/ExtractEntities").expect("the call");
    assert_eq!((hex(&call.parent_span_id).as_str(), call.kind()), (PARENT, SpanKind::Server));
    for stage in ["fold", "look up", "recognize", "resolve", "build", "convert"] {
        let span = spans.iter().find(|span| span.name == stage).unwrap_or_else(|| panic!("{stage}: {spans:?}"));
        assert_eq!(span.parent_span_id, call.span_id, "{stage}");
        assert!(span.start_time_unix_nano >= call.start_time_unix_nano && span.end_time_unix_nano <= call.end_time_unix_nano);
    }
    let resource = format!("{:?}", collector.0.lock().unwrap()[0].resource_spans[0].resource);
    assert!(resource.contains("service.name") && resource.contains("qimma"), "{resource}");

    let line = log.lines().find(|line| line.contains(r#""rpc":"ExtractEntities""#)).expect("the call's line");
    for part in [TRACE, "request-17", r#""code":"OK""#, r#""documents":1"#, &format!(r#""bytes":{}"#, TEXT.len()), r#""mentions":"#] {
        assert!(line.contains(part), "{part}: {line}");
    }
    told_nothing(&log);
    told_nothing(&format!("{spans:?}"));
}

#[tokio::test]
async fn each_document_of_a_summit_has_its_stages() {
    let (collector, address) = Collector::start().await;
    let binary = Binary::start(&["--drain-delay=0s", &format!("--otlp-endpoint=http://{address}")]).await;
    let documents = vec![document("a", TEXT), document("b", "انطلقت القمة العربية في المنامة")];
    let request = SummarizeSummitRequest { documents, ..Default::default() };
    client(binary.address).await.summarize_summit(Request::new(request)).await.unwrap();
    binary.signal("TERM").await;
    let (_, log) = binary.end().await;

    let spans = collector.spans();
    let whole = spans.iter().find(|span| span.name == "summarize").expect("the summit");
    let folds: Vec<_> = spans.iter().filter(|span| span.name == "fold").collect();
    assert_eq!(folds.len(), 2);
    assert!(folds.iter().all(|fold| fold.parent_span_id == whole.span_id && fold.trace_id == whole.trace_id));
    let line = log.lines().find(|line| line.contains(r#""rpc":"SummarizeSummit""#)).unwrap();
    assert!(line.contains(&hex(&whole.trace_id)) && line.contains(r#""documents":2"#), "a trace begun here is in the log too: {line}");
}

#[tokio::test]
async fn a_caller_that_does_not_record_is_followed() {
    let (collector, address) = Collector::start().await;
    let binary = Binary::start(&["--drain-delay=0s", &format!("--otlp-endpoint=http://{address}")]).await;
    client(binary.address).await.extract_entities(traced(request(TEXT), "00")).await.unwrap();
    binary.signal("TERM").await;
    let (_, log) = binary.end().await;
    assert!(collector.spans().is_empty());
    assert!(log.contains(TRACE));
}

#[tokio::test]
async fn without_a_collector_the_log_still_names_the_trace() {
    let binary = Binary::start(&["--drain-delay=0s"]).await;
    client(binary.address).await.extract_entities(traced(request(TEXT), "01")).await.unwrap();
    binary.signal("TERM").await;
    let (_, log) = binary.end().await;
    let line = log.lines().find(|line| line.contains(r#""rpc":"ExtractEntities""#)).unwrap();
    assert!(line.contains(TRACE) && line.contains("request-17"), "{line}");
    told_nothing(&log);
}

#[tokio::test]
async fn a_collector_that_is_away_costs_no_call() {
    let binary = Binary::start(&["--drain-delay=0s", "--otlp-endpoint=http://127.0.0.1:1"]).await;
    for _ in 0..20 {
        client(binary.address).await.extract_entities(traced(request(TEXT), "01")).await.unwrap();
    }
    binary.signal("TERM").await;
    let (code, log) = binary.end().await;
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("opentelemetry"), "that it is away is told: {log}");
    told_nothing(&log);
}
