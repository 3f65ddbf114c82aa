//! The port for those who run the server: what it counts, and whether it lives and is ready.

#![allow(clippy::unwrap_used)]

mod common;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use common::scripted::{PANIC, STALL, Scripted};
use common::{Client, Server, document, extract, http, streamed, within};
use qimma::proto as pb;
use qimma::rpc::Analyzer;
use tokio::time::timeout;

const ADMIN: &str = "--admin-listen=127.0.0.1:0";

async fn metrics(address: SocketAddr) -> String {
    let answer = http::get(address, "/metrics").await;
    assert_eq!(answer.status, 200);
    assert!(answer.header("content-type").unwrap().starts_with("application/openmetrics-text"));
    answer.text().to_owned()
}

/// The value of a sample, 0 where it is not there.
fn value(metrics: &str, sample: &str) -> f64 {
    metrics.lines().find_map(|line| line.strip_prefix(sample)?.strip_prefix(' ')).map_or(0.0, |value| value.parse().unwrap())
}

fn handled(metrics: &str, method: &str, code: &str) -> f64 {
    let line = metrics.lines().find(|line| {
        line.starts_with("grpc_server_handled_total")
            && line.contains(&format!(r#"grpc_method="{method}""#))
            && line.contains(&format!(r#"grpc_code="{code}""#))
    });
    line.map_or(0.0, |line| line.rsplit(' ').next().unwrap().parse().unwrap())
}

/// A call is counted as handled when its last byte has gone, which a caller may see before the counter does.
async fn until(address: SocketAddr, holds: impl Fn(&str) -> bool) -> String {
    within(async {
        loop {
            let metrics = metrics(address).await;
            if holds(&metrics) {
                return metrics;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
}

#[tokio::test]
async fn calls_are_counted_by_how_they_end() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &[ADMIN, "--threads=1"]).await;
    let admin = server.admin.unwrap();
    let mut client = server.client().await;
    extract(&mut client, "نص نص").await.unwrap();
    extract(&mut client, "").await.unwrap_err();
    extract(&mut client, PANIC).await.unwrap_err();
    let mut late = tonic::Request::new(common::request(STALL));
    late.set_timeout(Duration::from_millis(50));
    client.extract_entities(late).await.unwrap_err();
    timeout(Duration::from_millis(50), extract(&mut client, STALL)).await.unwrap_err();
    engine.wait_until_stopped(2).await;

    let seen = until(admin, |seen| handled(seen, "ExtractEntities", "Canceled") == 1.0).await;
    for (code, count) in [("OK", 1.0), ("InvalidArgument", 1.0), ("Internal", 1.0), ("DeadlineExceeded", 1.0)] {
        assert_eq!(handled(&seen, "ExtractEntities", code), count, "{code}\n{seen}");
    }
    let method = r#"{grpc_type="unary",grpc_service="qimma.v1.ExtractionService",grpc_method="ExtractEntities"}"#;
    assert_eq!(value(&seen, &format!("grpc_server_started_total{method}")), 5.0, "{seen}");
    assert_eq!(value(&seen, &format!("grpc_server_handling_seconds_count{method}")), 5.0);
    assert_eq!(value(&seen, "qimma_documents_total"), 1.0, "what was not analysed to its end is not counted");
    assert_eq!(value(&seen, "qimma_document_bytes_total"), "نص نص".len() as f64);
    assert_eq!(value(&seen, r#"qimma_mentions_total{type="PERSON"}"#), 2.0);
    assert_eq!(value(&seen, r#"qimma_gazetteer_info{version="scripted"}"#), 1.0);
    assert_eq!(value(&seen, "qimma_in_flight"), 0.0);
    // There before the first of them, so that it is a rise.
    assert!(
        seen.contains("qimma_shed_total 0\n") && seen.contains(r#"qimma_reloads_total{what="gazetteer",outcome="refused"} 0"#),
        "{seen}"
    );
    if cfg!(target_os = "linux") {
        assert!(value(&seen, "process_resident_memory_bytes") > 1e6);
    }
}

#[tokio::test]
async fn a_busy_server_shows_its_queue_and_what_it_refused() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &[ADMIN, "--threads=1", "--queue=2"]).await;
    let admin = server.admin.unwrap();
    let mut calls = Vec::new();
    for _ in 0..3 {
        let mut client = server.client().await;
        calls.push(tokio::spawn(async move {
            let _ = extract(&mut client, STALL).await;
        }));
    }
    until(admin, |seen| value(seen, "qimma_in_flight") == 1.0 && value(seen, "qimma_queue_depth") == 2.0).await;
    extract(&mut server.client().await, "نص").await.unwrap_err();
    until(admin, |seen| value(seen, "qimma_shed_total") == 1.0 && handled(seen, "ExtractEntities", "ResourceExhausted") == 1.0).await;
    calls.iter().for_each(tokio::task::JoinHandle::abort);
    until(admin, |seen| value(seen, "qimma_in_flight") == 0.0 && value(seen, "qimma_queue_depth") == 0.0).await;
}

#[tokio::test]
async fn streams_and_summits_are_counted_too() {
    let server = Server::start(Scripted::default(), &[ADMIN]).await;
    let mut client = server.client().await;
    let documents = [streamed("a", "نص"), streamed("b", ""), streamed("c", "نص نص")];
    let mut answers = client.stream_extract_entities(tokio_stream::iter(documents)).await.unwrap().into_inner();
    while answers.message().await.unwrap().is_some() {}
    let request = pb::SummarizeSummitRequest { documents: vec![document("d", "نص")], ..Default::default() };
    client.summarize_summit(request).await.unwrap();
    let seen = until(server.admin.unwrap(), |seen| handled(seen, "SummarizeSummit", "OK") == 1.0).await;
    assert_eq!(handled(&seen, "StreamExtractEntities", "OK"), 1.0, "{seen}");
    assert_eq!(value(&seen, "qimma_documents_total"), 3.0);
    assert_eq!(value(&seen, r#"qimma_mentions_total{type="PERSON"}"#), 4.0);
}

#[tokio::test]
async fn made_up_methods_are_one() {
    let server = Server::start(Scripted::default(), &[ADMIN]).await;
    for path in ["/a.b/C", "/qimma.v1.ExtractionService/Nothing"] {
        common::raw::call_path(server.address, path, &[], Default::default()).await;
    }
    let seen = until(server.admin.unwrap(), |seen| handled(seen, "unknown", "Unimplemented") == 2.0).await;
    assert!(!seen.contains("Nothing") && !seen.contains("a.b"), "{seen}");
}

#[tokio::test]
async fn connections_are_counted_while_they_are_open() {
    let server = Server::start(Scripted::default(), &[ADMIN]).await;
    let admin = server.admin.unwrap();
    let mut client: Client = server.client().await;
    extract(&mut client, "نص").await.unwrap();
    until(admin, |seen| value(seen, "qimma_connections") == 1.0).await;
    drop(client);
    until(admin, |seen| value(seen, "qimma_connections") == 0.0).await;
}

#[tokio::test]
async fn probes_tell_living_from_ready() {
    let (let_go, held) = mpsc::channel::<()>();
    let held = Mutex::new(held);
    let mut server = Server::start_loading(&[ADMIN, "--drain-delay=400ms"], move || {
        let _ = held.lock().unwrap().recv();
        Ok(Arc::new(Scripted::default()) as Arc<dyn Analyzer>)
    })
    .await;
    let admin = server.admin.unwrap();
    let ready = async || http::get(admin, "/readyz").await.status;
    assert_eq!((http::get(admin, "/healthz").await.status, ready().await), (200, 503));
    let_go.send(()).unwrap();
    server.wait_for("SERVING").await;
    assert_eq!((http::get(admin, "/healthz").await.status, ready().await), (200, 200));
    server.ask_to_stop();
    server.wait_for("NOT_SERVING").await;
    assert_eq!((http::get(admin, "/healthz").await.status, ready().await), (200, 503));
    assert_eq!(http::get(admin, "/else").await.status, 404);
    server.end().await.unwrap();
}
