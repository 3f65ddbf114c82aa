//! Many documents over one stream.

#![allow(clippy::unwrap_used)]

mod common;

use std::time::{Duration, Instant};

use common::scripted::{MEET, PANIC, STALL, Scripted};
use common::{Server, document, extract, request, streamed, within};
use qimma::proto as pb;
use qimma::proto::stream_extract_entities_response::Outcome;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;
use tonic::{Code, Streaming};

type Answers = Streaming<pb::StreamExtractEntitiesResponse>;

async fn send(server: &Server, documents: Vec<pb::StreamExtractEntitiesRequest>) -> Vec<pb::StreamExtractEntitiesResponse> {
    let answers: Answers = server.client().await.stream_extract_entities(tokio_stream::iter(documents)).await.unwrap().into_inner();
    within(answers.collect::<Result<Vec<_>, _>>()).await.unwrap()
}

fn error(answer: &pb::StreamExtractEntitiesResponse) -> &tonic_types::Status {
    match answer.outcome.as_ref().unwrap() {
        Outcome::Error(status) => status,
        Outcome::Result(_) => panic!("{} must be refused", answer.document_id),
    }
}

#[tokio::test]
async fn answers_come_in_the_order_sent() {
    let server = Server::start(Scripted::default(), &["--threads=4"]).await;
    // Each document is quicker than the one before it.
    let documents = (0..12).map(|i| streamed(&i.to_string(), &format!("sleep {}", 60 - 5 * i))).collect();
    let ids: Vec<_> = send(&server, documents).await.into_iter().map(|answer| answer.document_id).collect();
    assert_eq!(ids, (0..12).map(|i| i.to_string()).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_bad_document_is_its_own_affair() {
    let server = Server::start(Scripted::default(), &[]).await;
    let answers = send(&server, vec![streamed("a", "نص"), streamed("b", ""), streamed("c", PANIC), streamed("d", "نص")]).await;
    assert_eq!(answers.iter().map(|answer| answer.document_id.as_str()).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    assert!(matches!(answers[0].outcome, Some(Outcome::Result(_))));
    assert!(matches!(answers[3].outcome, Some(Outcome::Result(_))));

    let refused = error(&answers[1]);
    assert_eq!(Code::from(refused.code), Code::InvalidArgument);
    let kinds: Vec<_> = refused.details.iter().map(|detail| detail.type_url.rsplit('/').next().unwrap()).collect();
    assert!(kinds.contains(&"google.rpc.ErrorInfo") && kinds.contains(&"google.rpc.BadRequest"), "{kinds:?}");

    let broken = error(&answers[2]);
    assert_eq!(Code::from(broken.code), Code::Internal);
    assert!(!broken.message.contains("secret"));
}

#[tokio::test]
async fn several_documents_are_in_work_at_a_time() {
    let server = Server::start(Scripted::default(), &["--threads=2"]).await;
    // Neither ends before both have begun.
    let answers = send(&server, vec![streamed("a", MEET), streamed("b", MEET)]).await;
    assert!(answers.iter().all(|answer| matches!(answer.outcome, Some(Outcome::Result(_)))));
}

#[tokio::test]
async fn an_answer_does_not_wait_for_the_next_document() {
    let server = Server::start(Scripted::default(), &[]).await;
    let (sender, documents) = mpsc::channel(1);
    let mut answers: Answers = server.client().await.stream_extract_entities(ReceiverStream::new(documents)).await.unwrap().into_inner();
    for id in ["a", "b", "c"] {
        sender.send(streamed(id, "نص")).await.unwrap();
        assert_eq!(within(answers.next()).await.unwrap().unwrap().document_id, id);
    }
    drop(sender);
    assert!(within(answers.next()).await.is_none());
}

#[tokio::test]
async fn what_a_stream_answers_is_what_a_call_answers() {
    let server = Server::start_real().await;
    let mut unary = request(common::ASTANA);
    unary.document = Some(pb::Document { publish_date: "2024-07-05".into(), ..document("doc", common::ASTANA) });
    unary.offset_encoding = pb::OffsetEncoding::Utf16.into();
    unary.flat = true;
    let mut asked = streamed("doc", common::ASTANA);
    (asked.document, asked.offset_encoding, asked.flat) = (unary.document.clone(), unary.offset_encoding, unary.flat);
    let alone = server.client().await.extract_entities(unary).await.unwrap().into_inner();
    let answers = send(&server, vec![asked]).await;
    assert_eq!(answers[0].outcome, Some(Outcome::Result(alone)));
}

#[tokio::test]
async fn a_full_stream_leaves_room_for_calls() {
    let server = Server::start(Scripted::default(), &["--threads=2", "--queue=0"]).await;
    let documents = (0..100).map(|i| streamed(&i.to_string(), "sleep 10")).collect::<Vec<_>>();
    let mut client = server.client().await;
    let mut answers: Answers = client.stream_extract_entities(tokio_stream::iter(documents)).await.unwrap().into_inner();
    within(answers.next()).await.unwrap().unwrap();
    extract(&mut client, "نص").await.unwrap();
    assert_eq!(within(answers.collect::<Vec<_>>()).await.len(), 99);
}

#[tokio::test]
async fn a_stream_that_its_caller_drops_ends_its_work() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &["--threads=2"]).await;
    let (sender, documents) = mpsc::channel(2);
    let answers: Answers = server.client().await.stream_extract_entities(ReceiverStream::new(documents)).await.unwrap().into_inner();
    sender.send(streamed("a", STALL)).await.unwrap();
    sender.send(streamed("b", STALL)).await.unwrap();
    engine.wait_until_begun(2).await;
    // tonic's client cancels the stream once nobody holds either end of it.
    drop((answers, sender));
    engine.wait_until_stopped(2).await;
}

#[tokio::test]
async fn a_slow_reader_holds_its_sender_back() {
    let engine = Scripted::default();
    let server = Server::start(engine.clone(), &["--stream-in-flight=4"]).await;
    // Each answer is far larger than what HTTP/2 lets go unread.
    let documents = (0..200).map(|i| streamed(&i.to_string(), &"كلمة ".repeat(20_000)));
    let documents = tokio_stream::iter(documents.collect::<Vec<_>>());
    let answers: Answers = server.client().await.stream_extract_entities(documents).await.unwrap().into_inner();
    let began = Instant::now();
    while began.elapsed() < Duration::from_millis(500) {
        assert!(engine.begun() < 20, "{} documents were worked on for a reader that reads none", engine.begun());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    drop(answers);
}
