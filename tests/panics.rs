//! A defect costs one call, tells nothing of the inside, and the server goes on.

#![allow(clippy::unwrap_used)]

mod common;

use common::scripted::{PANIC, Scripted};
use common::{Server, extract, within};
use tonic::Code;
use tonic_types::StatusExt;

#[tokio::test]
async fn a_panic_is_internal_and_nothing_more() {
    let server = Server::start(Scripted::default(), &[]).await;
    let mut client = server.client().await;
    let status = within(extract(&mut client, PANIC)).await.unwrap_err();
    assert_eq!((status.code(), status.message()), (Code::Internal, "internal error"));
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((info.reason.as_str(), info.metadata.len()), ("INTERNAL", 0));
    assert!(details.debug_info().is_none());
}

#[tokio::test]
async fn the_server_outlives_more_panics_than_it_has_threads_and_places() {
    let server = Server::start(Scripted::default(), &["--threads=2", "--queue=1"]).await;
    let mut client = server.client().await;
    for _ in 0..20 {
        assert_eq!(within(extract(&mut client, PANIC)).await.unwrap_err().code(), Code::Internal);
    }
    within(extract(&mut client, "نص")).await.unwrap();
    assert_eq!(server.health("").await, "SERVING");
}

#[tokio::test]
async fn calls_beside_a_panic_are_answered() {
    let server = Server::start(Scripted::default(), &["--threads=2"]).await;
    let mut beside = server.client().await;
    let beside = tokio::spawn(async move { extract(&mut beside, "sleep 200").await });
    within(extract(&mut server.client().await, PANIC)).await.unwrap_err();
    within(beside).await.unwrap().unwrap();
}
