//! How a server ends: first it says so, then it finishes what it has begun, and it never waits for ever.

#![allow(clippy::unwrap_used)]

mod common;

use std::time::{Duration, Instant};

use common::binary::{Binary, wait_for};
use common::scripted::{STALL, Scripted};
use common::{Server, client, connect, extract, streamed, within};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

#[tokio::test]
async fn calls_are_answered_while_load_balancers_take_notice() {
    let mut server = Server::start(Scripted::default(), &["--drain-delay=500ms"]).await;
    server.ask_to_stop();
    server.wait_for("NOT_SERVING").await;
    extract(&mut server.client().await, "نص").await.unwrap();
    server.end().await.unwrap();
}

#[tokio::test]
async fn a_call_at_work_is_finished() {
    let engine = Scripted::default();
    let mut server = Server::start(engine.clone(), &[]).await;
    let mut client = server.client().await;
    let call = tokio::spawn(async move { extract(&mut client, "sleep 500").await });
    engine.wait_until_begun(1).await;
    server.ask_to_stop();
    assert_eq!(within(call).await.unwrap().unwrap().document_id, "doc");
    server.end().await.unwrap();
}

#[tokio::test]
async fn no_new_connections_after_the_delay() {
    let engine = Scripted::default();
    let mut server = Server::start(engine.clone(), &["--drain-timeout=2s"]).await;
    let mut client = server.client().await;
    let call = tokio::spawn(async move { extract(&mut client, "sleep 1000").await });
    engine.wait_until_begun(1).await;
    server.ask_to_stop();
    within(async { while TcpStream::connect(server.address).await.is_ok() {} }).await;
    within(call).await.unwrap().unwrap();
}

#[tokio::test]
async fn work_that_never_ends_is_cut_off() {
    let engine = Scripted::default();
    let mut server = Server::start(engine.clone(), &["--drain-timeout=300ms"]).await;
    let mut client = server.client().await;
    let _call = tokio::spawn(async move { extract(&mut client, STALL).await });
    engine.wait_until_begun(1).await;
    let began = Instant::now();
    server.ask_to_stop();
    server.end().await.unwrap();
    assert!(began.elapsed() >= Duration::from_millis(300));
}

#[tokio::test]
async fn a_silent_connection_is_not_waited_for_longer_than_the_timeout() {
    let mut server = Server::start(Scripted::default(), &["--drain-timeout=300ms"]).await;
    let _silent = TcpStream::connect(server.address).await.unwrap();
    server.ask_to_stop();
    server.end().await.unwrap();
}

#[tokio::test]
async fn an_idle_connection_holds_nothing_up() {
    let mut server = Server::start(Scripted::default(), &["--drain-timeout=19s"]).await;
    let channel = connect(server.address).await;
    extract(&mut common::Client::new(channel.clone()), "نص").await.unwrap();
    let began = Instant::now();
    server.ask_to_stop();
    server.end().await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(5));
    drop(channel);
}

#[tokio::test]
async fn the_binary_drains_on_sigterm() {
    let binary = Binary::start(&["--drain-delay=700ms"]).await;
    let (sender, documents) = mpsc::channel(1);
    let mut open = client(binary.address).await;
    let mut answers = open.stream_extract_entities(ReceiverStream::new(documents)).await.unwrap().into_inner();
    sender.send(streamed("before", "نص")).await.unwrap();
    assert_eq!(within(answers.message()).await.unwrap().unwrap().document_id, "before");

    binary.signal("TERM").await;
    wait_for(binary.address, "NOT_SERVING").await;
    extract(&mut client(binary.address).await, "نص").await.unwrap();
    // A stream that is open goes on after the port has closed.
    within(async { while TcpStream::connect(binary.address).await.is_ok() {} }).await;
    sender.send(streamed("after", "نص")).await.unwrap();
    assert_eq!(within(answers.message()).await.unwrap().unwrap().document_id, "after");
    drop(sender);
    assert!(within(answers.message()).await.unwrap().is_none());

    let (code, log) = binary.end().await;
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("draining") && log.contains("ended"), "{log}");
}

#[tokio::test]
async fn the_binary_obeys_sigint_as_well() {
    let binary = Binary::start(&["--drain-delay=0s"]).await;
    binary.signal("INT").await;
    assert_eq!(binary.end().await.0, Some(0));
}

#[tokio::test]
async fn a_second_signal_ends_the_binary_at_once() {
    let binary = Binary::start(&["--drain-delay=1h"]).await;
    binary.signal("TERM").await;
    wait_for(binary.address, "NOT_SERVING").await;
    binary.signal("TERM").await;
    assert_eq!(binary.end().await.0, Some(130));
}

#[tokio::test]
async fn nothing_of_a_text_reaches_the_log() {
    let binary = Binary::start(&["--drain-delay=0s", "--log=qimma=debug"]).await;
    let mut client = client(binary.address).await;
    extract(&mut client, "زار كلمةسرية القاهرة secretword").await.unwrap();
    extract(&mut client, "").await.unwrap_err();
    drop(client);
    binary.signal("TERM").await;
    let (_, log) = binary.end().await;
    assert!(log.contains("ExtractEntities"), "the calls are in the log: {log}");
    assert!(!log.contains("كلمةسرية") && !log.contains("secretword"), "{log}");
}
