//! gRPC-Web, as a browser speaks it: HTTP/1.1, and questions about origins before it.

#![allow(clippy::unwrap_used)]

mod common;

use common::http::{Answer, send};
use common::scripted::Scripted;
use common::{Server, extract, raw, request};
use prost::Message;
use qimma::proto::ExtractEntitiesResponse;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PATH: &str = "/qimma.v1.ExtractionService/ExtractEntities";
const WEB: &str = "application/grpc-web+proto";
const PAGE: &str = "https://news.example";

/// What a page sends, and what its browser adds.
async fn call(server: &Server, text: &str, origin: &str) -> Answer {
    let headers = [("content-type", WEB), ("x-grpc-web", "1"), ("origin", origin)];
    send(server.address, "POST", PATH, &headers, &raw::frame(&raw::encode(&request(text)))).await
}

async fn preflight(server: &Server, origin: &str) -> Answer {
    let headers = [
        ("origin", origin),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type,x-grpc-web,grpc-timeout"),
    ];
    send(server.address, "OPTIONS", PATH, &headers, b"").await
}

/// The frames of a body: the first byte of each, and the rest.
fn frames(mut body: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut frames = Vec::new();
    while let [kind, a, b, c, d, rest @ ..] = body {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        frames.push((*kind, rest[..length].to_vec()));
        body = &rest[length..];
    }
    frames
}

#[tokio::test]
async fn a_page_is_answered_over_http_1() {
    let server = Server::start(Scripted::default(), &["--grpc-web", "--grpc-web-origin=https://news.example"]).await;
    let answer = call(&server, "نص نص", PAGE).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some(WEB)));
    assert_eq!(answer.header("access-control-allow-origin"), Some(PAGE));
    let frames = frames(&answer.body);
    assert_eq!(frames.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [0, 0x80], "a message, then trailers");
    let message = ExtractEntitiesResponse::decode(frames[0].1.as_slice()).unwrap();
    assert_eq!((message.document_id.as_str(), message.entities.len()), ("doc", 1));
    let trailers = String::from_utf8(frames[1].1.clone()).unwrap();
    assert!(trailers.contains("grpc-status:0"), "{trailers}");
    // Callers that speak gRPC itself are answered on the same port.
    extract(&mut server.client().await, "نص").await.unwrap();
}

#[tokio::test]
async fn errors_reach_the_page() {
    let server = Server::start(Scripted::default(), &["--grpc-web", "--grpc-web-origin=*"]).await;
    let answer = call(&server, "", PAGE).await;
    let trailers: String = frames(&answer.body).into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    let status = answer.header("grpc-status").map_or(trailers.contains("grpc-status:3"), |status| status == "3");
    assert!(status, "{:?} {trailers}", answer.headers);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert!(answer.header("access-control-expose-headers").unwrap().contains("grpc-status"));
}

#[tokio::test]
async fn pages_of_other_origins_may_not_call() {
    let server = Server::start(Scripted::default(), &["--grpc-web", "--grpc-web-origin=https://a.example,https://news.example"]).await;
    let allowed = preflight(&server, PAGE).await;
    assert_eq!((allowed.status, allowed.header("access-control-allow-origin")), (200, Some(PAGE)));
    let headers = allowed.header("access-control-allow-headers").unwrap().to_lowercase();
    assert!(headers.contains("x-grpc-web") && headers.contains("grpc-timeout"), "{headers}");
    assert_eq!(allowed.header("access-control-allow-methods"), Some("POST"));
    let other = preflight(&server, "https://elsewhere.example").await;
    assert_eq!(other.header("access-control-allow-origin"), None);

    let server = Server::start(Scripted::default(), &["--grpc-web"]).await;
    assert_eq!(preflight(&server, PAGE).await.header("access-control-allow-origin"), None, "none is allowed unless it is named");
}

#[tokio::test]
async fn without_the_flag_http_1_is_not_spoken() {
    let server = Server::start(Scripted::default(), &[]).await;
    let mut tcp = TcpStream::connect(server.address).await.unwrap();
    tcp.write_all(format!("POST {PATH} HTTP/1.1\r\nhost: qimma\r\ncontent-length: 0\r\n\r\n").as_bytes()).await.unwrap();
    let mut read = Vec::new();
    let _ = common::within(tcp.read_to_end(&mut read)).await;
    assert!(!read.starts_with(b"HTTP/1"), "{}", String::from_utf8_lossy(&read));
}
