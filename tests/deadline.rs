//! A deadline that passes is DEADLINE_EXCEEDED, never CANCELLED, and ends the work.

#![allow(clippy::unwrap_used)]

mod common;

use std::time::{Duration, Instant};

use common::scripted::{STALL, Scripted};
use common::{Server, raw, request, streamed, within};
use tonic::Code;
use tonic_types::StatusExt;

const SOON: &[(&str, &str)] = &[("grpc-timeout", "100m")];

#[tokio::test]
async fn a_call_ends_at_its_deadline() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &[]).await;
    let began = Instant::now();
    let status = within(raw::call(server.address, "ExtractEntities", SOON, raw::encode(&request(STALL)))).await;
    assert_eq!(status.code(), Code::DeadlineExceeded);
    assert_eq!(status.get_error_details().error_info().unwrap().domain, "qimma.v1");
    assert!((90..5_000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    engine.wait_until_stopped(1).await;
}

#[tokio::test]
async fn a_stream_ends_at_its_deadline() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &[]).await;
    let message = raw::encode(&streamed("a", STALL));
    let status = within(raw::call(server.address, "StreamExtractEntities", SOON, message)).await;
    assert_eq!(status.code(), Code::DeadlineExceeded);
    assert!(status.get_error_details().error_info().is_some());
    engine.wait_until_stopped(1).await;
}

/// tonic keeps a timer for the same header and would say CANCELLED: ours must be first every time.
#[tokio::test(flavor = "multi_thread")]
async fn never_cancelled() {
    let server = Server::start(Scripted::default(), &["--threads=4", "--queue=1000"]).await;
    let calls = (0..200).map(|i| {
        let address = server.address;
        tokio::spawn(async move {
            let timeout = format!("{}m", 1 + i % 20);
            raw::call(address, "ExtractEntities", &[("grpc-timeout", &timeout)], raw::encode(&request(STALL))).await.code()
        })
    });
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(within(call).await.unwrap(), Code::DeadlineExceeded);
    }
}

#[tokio::test]
async fn a_call_in_the_queue_ends_at_its_deadline_and_is_never_begun() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &["--threads=1"]).await;
    let mut client = server.client().await;
    let first = tokio::spawn(async move { common::extract(&mut client, STALL).await });
    engine.wait_until_begun(1).await;
    let status = raw::call(server.address, "ExtractEntities", SOON, raw::encode(&request("نص"))).await;
    assert_eq!(status.code(), Code::DeadlineExceeded);
    first.abort();
    engine.wait_until_stopped(1).await;
    // The thread is free and the late call is dropped: the next one to begin is a new one.
    common::extract(&mut server.client().await, "نص").await.unwrap();
    assert_eq!(engine.begun(), 2);
}

#[tokio::test]
async fn a_caller_that_cancels_ends_the_work() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &[]).await;
    let mut client = server.client().await;
    let call = tokio::spawn(async move { common::extract(&mut client, STALL).await });
    engine.wait_until_begun(1).await;
    call.abort();
    engine.wait_until_stopped(1).await;
}

#[tokio::test]
async fn the_server_has_a_limit_of_its_own() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &["--document-timeout=50ms"]).await;
    let status = within(common::extract(&mut server.client().await, STALL)).await.unwrap_err();
    assert_eq!(status.code(), Code::DeadlineExceeded);
}

#[tokio::test]
async fn a_deadline_far_away_changes_nothing() {
    let server = Server::start(Scripted::default(), &[]).await;
    for timeout in ["99999999H", "10S", "nonsense"] {
        let status = raw::call(server.address, "ExtractEntities", &[("grpc-timeout", timeout)], raw::encode(&request("نص"))).await;
        assert_eq!(status.code(), Code::Ok, "{timeout}");
    }
    tokio::time::sleep(Duration::from_millis(1)).await;
}
