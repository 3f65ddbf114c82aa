//! What one caller, or one connection, can take from the others.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::error::Error;
use std::time::{Duration, Instant};

use clap::{ArgAction, CommandFactory};
use common::scripted::{STALL, Scripted};
use common::{Client, Server, connect, extract, http, raw, request, within};
use qimma::cli::Cli;
use qimma::proto as pb;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tonic::codec::CompressionEncoding;
use tonic::{Code, Status};
use tonic_types::StatusExt;

/// Waits until the server closes a connection, whatever it says before.
async fn closed(mut tcp: TcpStream) {
    // That it was reset is as good.
    let _ = within(tcp.read_to_end(&mut Vec::new())).await;
}

#[tokio::test]
async fn too_many_connections_are_closed_at_once() {
    let server = Server::start(Scripted::default(), &["--max-connections=2", "--admin-listen=127.0.0.1:0"]).await;
    let admin = server.admin.unwrap();
    let has = async |sample: &str| within(async { while !http::get(admin, "/metrics").await.text().contains(sample) {} }).await;
    has("qimma_connections 0\n").await;
    let (mut first, mut second) = (server.client().await, server.client().await);
    extract(&mut first, "نص").await.unwrap();
    extract(&mut second, "نص").await.unwrap();
    let third = TcpStream::connect(server.address).await.unwrap();
    closed(third).await;
    has("qimma_connections_refused_total 1\n").await;
    extract(&mut first, "نص").await.unwrap();
    drop(second);
    has("qimma_connections 1\n").await;
    extract(&mut server.client().await, "نص").await.unwrap();
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() {
    let server = Server::start(Scripted::default(), &["--handshake-timeout=200ms"]).await;
    let began = Instant::now();
    let silent = TcpStream::connect(server.address).await.unwrap();
    let halting = TcpStream::connect(server.address).await.unwrap();
    halting.try_write(b"PRI * HTT").unwrap();
    closed(silent).await;
    closed(halting).await;
    assert!(began.elapsed() >= Duration::from_millis(200));
    // One that has spoken may rest as long as it likes.
    let mut client = server.client().await;
    extract(&mut client, "نص").await.unwrap();
    tokio::time::sleep(Duration::from_millis(400)).await;
    extract(&mut client, "نص").await.unwrap();
}

#[tokio::test]
async fn an_old_connection_goes_without_losing_a_call() {
    let server = Server::start(Scripted::default(), &["--max-connection-age=300ms", "--admin-listen=127.0.0.1:0"]).await;
    let channel = connect(server.address).await;
    let mut at_work = Client::new(channel.clone());
    // Begun before the connection is old, ended after.
    let call = tokio::spawn(async move { extract(&mut at_work, "sleep 900").await });
    let began = Instant::now();
    let mut client = Client::new(channel);
    let (mut answered, mut unsent) = (0.0, 0);
    while began.elapsed() < Duration::from_millis(1500) {
        match extract(&mut client, "نص").await {
            Ok(_) => answered += 1.0,
            // This client does not send again by itself what it had not sent when its connection went.
            Err(status) => {
                assert!(status.source().is_some_and(|source| format!("{source:?}").contains("Canceled")), "{status:?}");
                unsent += 1;
            }
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    within(call).await.unwrap().unwrap();
    println!("{answered} answered, {unsent} not sent");
    // What the server took, it answered.
    let sample = format!(r#"grpc_method="ExtractEntities",grpc_code="OK"}} {}"#, answered + 1.0);
    let admin = server.admin.unwrap();
    within(async { while !http::get(admin, "/metrics").await.text().contains(&sample) {} }).await;
    assert!(!http::get(admin, "/metrics").await.text().contains("Canceled"));
}

#[tokio::test]
async fn calls_beyond_those_open_at_a_time_wait_on_their_connection() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &["--max-concurrent-streams=2", "--threads=4"]).await;
    let channel = connect(server.address).await;
    let mut calls = Vec::new();
    for _ in 0..2 {
        let mut client = Client::new(channel.clone());
        calls.push(tokio::spawn(async move { extract(&mut client, STALL).await }));
    }
    engine.wait_until_begun(2).await;
    let third = timeout(Duration::from_millis(200), extract(&mut Client::new(channel), "نص")).await;
    assert!(third.is_err(), "it waits");
    extract(&mut server.client().await, "نص").await.unwrap();
}

#[tokio::test]
async fn admitted_work_keeps_its_time_whatever_is_refused() {
    let server = Server::start(Scripted::default(), &["--threads=1", "--queue=1"]).await;
    let mut flood = Vec::new();
    for _ in 0..4 {
        let channel = connect(server.address).await;
        flood.push(tokio::spawn(async move {
            let (mut answered, mut refused) = (Vec::new(), 0);
            let end = Instant::now() + Duration::from_secs(1);
            while Instant::now() < end {
                let began = Instant::now();
                match extract(&mut Client::new(channel.clone()), "sleep 20").await {
                    Ok(_) => answered.push(began.elapsed()),
                    Err(status) => {
                        assert_eq!(status.code(), Code::ResourceExhausted);
                        refused += 1;
                    }
                }
            }
            (answered, refused)
        }));
    }
    let (mut answered, mut refused) = (Vec::new(), 0);
    for caller in flood {
        let (some, more) = within(caller).await.unwrap();
        answered.extend(some);
        refused += more;
    }
    answered.sort();
    let slowest = answered[answered.len() * 9 / 10];
    assert!(refused > 100 && answered.len() >= 20, "{refused} refused, {} answered", answered.len());
    // Its own 20 ms, those of the one before it in the queue, and room for a busy machine.
    assert!(slowest < Duration::from_millis(200), "nine of ten within {slowest:?}");
}

/// A request of about `bytes` that does what `text` says.
fn long(text: &str, bytes: usize) -> pb::ExtractEntitiesRequest {
    let padding =
        pb::CustomEntity {
            id: "padding".into(), r#type: pb::EntityType::Person.into(), name: "س".repeat(bytes / 2), ..Default::default()
        };
    pb::ExtractEntitiesRequest { custom_entities: vec![padding], ..request(text) }
}

fn overloaded<T: std::fmt::Debug>(answer: Result<T, Status>) {
    let status = answer.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted, "{status:?}");
    assert!(status.get_error_details().retry_info().is_some());
}

#[tokio::test]
async fn requests_take_no_more_memory_than_they_may() {
    let engine = Scripted::default();
    let arguments = ["--max-pending-bytes=300000", "--threads=2", "--admin-listen=127.0.0.1:0"];
    let server = Server::start(engine.clone(), &arguments).await;
    let admin = server.admin.unwrap();
    let pending = async |sample: &str| within(async { while !http::get(admin, "/metrics").await.text().contains(sample) {} }).await;
    let mut first = server.client().await;
    let at_work = tokio::spawn(async move { first.extract_entities(long(STALL, 200_000)).await });
    engine.wait_until_begun(1).await;
    let mut second = server.client().await;
    overloaded(second.extract_entities(long("نص", 200_000)).await);
    // Hardly anything on the wire.
    overloaded(second.clone().send_compressed(CompressionEncoding::Gzip).extract_entities(long("نص", 200_000)).await);
    second.extract_entities(long("نص", 50_000)).await.unwrap();
    at_work.abort();
    engine.wait_until_stopped(1).await;
    pending("qimma_pending_bytes 0\n").await;
    second.extract_entities(long("نص", 200_000)).await.unwrap();

    // One that is still on its way counts as well.
    let half = raw::begin(server.address, "ExtractEntities", &raw::encode(&long("نص", 200_000)), 150_000).await;
    pending("qimma_pending_bytes 150000\n").await;
    overloaded(second.extract_entities(long("نص", 200_000)).await);
    drop(half);
    pending("qimma_pending_bytes 0\n").await;
}

/// The flags, variables and defaults of `docs/settings.md` are those of the command.
#[test]
fn every_setting_is_in_the_documentation() {
    let mut command = Cli::command();
    command.build();
    let serve = command.find_subcommand("serve").unwrap();
    let settings = serve.get_arguments().filter(|argument| argument.get_long().is_some_and(|long| long != "help"));
    let settings: BTreeSet<[String; 3]> = settings
        .map(|argument| {
            let default: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
            let default = match (argument.get_action(), default.as_slice()) {
                (ArgAction::SetTrue, _) => "off".to_owned(),
                (_, []) => "none".to_owned(),
                (_, values) => values.join(","),
            };
            let variable = argument.get_env().unwrap().to_string_lossy().into_owned();
            [format!("--{}", argument.get_long().unwrap()), variable, default]
        })
        .collect();
    let rows = include_str!("../docs/settings.md").lines().filter(|line| line.starts_with("| `--"));
    let documented: BTreeSet<[String; 3]> = rows
        .map(|row| {
            let cells: Vec<_> = row.split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect();
            [cells[1].clone(), cells[2].clone(), cells[3].clone()]
        })
        .collect();
    let missing: Vec<_> = settings.difference(&documented).collect();
    let wrong: Vec<_> = documented.difference(&settings).collect();
    assert!(missing.is_empty() && wrong.is_empty(), "not documented: {missing:?}\nno such setting: {wrong:?}");
    assert!(settings.len() > 25);
}
