//! More work than the server admits is refused at once, and nothing else suffers from it.

#![allow(clippy::unwrap_used)]

mod common;

use std::time::{Duration, Instant};

use common::scripted::{STALL, Scripted};
use common::{Server, extract, within};
use tokio::task::JoinHandle;
use tonic::{Code, Status};
use tonic_types::StatusExt;

/// A server of one thread and a queue of one, both taken.
async fn full() -> (Server, Scripted, Vec<JoinHandle<()>>) {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &["--threads=1", "--queue=1"]).await;
    let mut calls = Vec::new();
    for _ in 0..2 {
        let mut client = server.client().await;
        calls.push(tokio::spawn(async move {
            let _ = extract(&mut client, STALL).await;
        }));
    }
    engine.wait_until_begun(1).await;
    within(async { while !refused(&extract_soon(&server).await) {} }).await;
    (server, engine, calls)
}

/// A call that is given up where it is not refused.
async fn extract_soon(server: &Server) -> Result<(), Status> {
    let mut client = server.client().await;
    match tokio::time::timeout(Duration::from_millis(50), extract(&mut client, "نص")).await {
        Ok(answer) => answer.map(|_| ()),
        Err(_) => Ok(()),
    }
}

fn refused(answer: &Result<(), Status>) -> bool {
    answer.as_ref().is_err_and(|status| status.code() == Code::ResourceExhausted)
}

#[tokio::test]
async fn the_refusal_says_when_to_come_back() {
    let (server, engine, _calls) = full().await;
    let began = Instant::now();
    let status = extract(&mut server.client().await, "نص").await.unwrap_err();
    assert!(began.elapsed() < Duration::from_secs(1), "at once");
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(engine.begun(), 1, "before any work");

    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((info.reason.as_str(), info.domain.as_str()), ("OVERLOADED", "qimma.v1"));
    let delay = details.retry_info().unwrap().retry_delay.unwrap();
    let pushback: u64 = status.metadata().get("grpc-retry-pushback-ms").unwrap().to_str().unwrap().parse().unwrap();
    assert_eq!(delay, Duration::from_millis(pushback));
    assert!(pushback > 0);
}

#[tokio::test]
async fn health_and_capabilities_answer_all_the_same() {
    let (server, _engine, _calls) = full().await;
    let began = Instant::now();
    assert_eq!(server.health("").await, "SERVING");
    server.client().await.get_capabilities(qimma::proto::GetCapabilitiesRequest {}).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(1));
}

#[tokio::test]
async fn there_is_room_again_when_work_ends() {
    let (server, engine, calls) = full().await;
    for call in &calls {
        call.abort();
    }
    engine.wait_until_stopped(1).await;
    within(async { while extract(&mut server.client().await, "نص").await.is_err() {} }).await;
}
