//! Every row of the contract's error table, over a real connection.

#![allow(clippy::unwrap_used)]

mod common;

use common::scripted::Scripted;
use common::{Server, document, raw, request};
use qimma::proto as pb;
use tonic::{Code, Status};
use tonic_types::StatusExt;

/// The fields a status complains of. Checks on the way what every error must have.
fn fields(status: &Status) -> Vec<String> {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let details = status.get_error_details();
    checked(status);
    details.bad_request().expect("a BadRequest").field_violations.iter().map(|violation| violation.field.clone()).collect()
}

fn checked(status: &Status) -> String {
    assert!(status.message().is_ascii(), "{}", status.message());
    let details = status.get_error_details();
    let info = details.error_info().expect("an ErrorInfo");
    assert_eq!(info.domain, "qimma.v1");
    assert!(!info.reason.is_empty());
    info.reason.clone()
}

async fn refused(change: impl FnOnce(&mut pb::ExtractEntitiesRequest)) -> Vec<String> {
    let server = Server::start(Scripted::default(), &["--max-text-bytes=100"]).await;
    let mut request = request("نص");
    change(&mut request);
    fields(&server.client().await.extract_entities(request).await.expect_err("must be refused"))
}

fn of(request: &mut pb::ExtractEntitiesRequest) -> &mut pb::Document {
    request.document.as_mut().unwrap()
}

fn custom(id: &str, name: &str, kind: i32) -> pb::CustomEntity {
    pb::CustomEntity { id: id.into(), name: name.into(), r#type: kind, ..Default::default() }
}

#[tokio::test]
async fn no_document() {
    assert_eq!(refused(|r| r.document = None).await, ["document"]);
}

#[tokio::test]
async fn empty_text() {
    assert_eq!(refused(|r| of(r).text.clear()).await, ["document.text"]);
}

#[tokio::test]
async fn text_over_the_limit() {
    assert_eq!(refused(|r| of(r).text = "ا".repeat(51)).await, ["document.text"]);
}

#[tokio::test]
async fn text_of_exactly_the_limit_is_taken() {
    let server = Server::start(Scripted::default(), &["--max-text-bytes=100"]).await;
    common::extract(&mut server.client().await, &"ا".repeat(50)).await.unwrap();
}

#[tokio::test]
async fn the_default_limit_is_one_mebibyte() {
    let server = Server::start(Scripted::default(), &[]).await;
    let mut client = server.client().await;
    common::extract(&mut client, &"a".repeat(1 << 20)).await.unwrap();
    let status = common::extract(&mut client, &"a".repeat((1 << 20) + 1)).await.unwrap_err();
    assert_eq!(fields(&status), ["document.text"]);
    let status = common::extract(&mut client, &"a".repeat(6 << 20)).await.unwrap_err();
    assert_eq!(fields(&status), ["document.text"], "above what gRPC servers take by default");
}

#[tokio::test]
async fn a_message_over_the_transport_limit() {
    let server = Server::start(Scripted::default(), &["--max-request-bytes=1000"]).await;
    let status = common::extract(&mut server.client().await, &"a".repeat(2000)).await.unwrap_err();
    assert_eq!(fields(&status), ["document.text"]);
}

#[tokio::test]
async fn a_compressed_message_over_the_transport_limit() {
    let server = Server::start(Scripted::default(), &["--max-request-bytes=1000"]).await;
    let mut client = server.client().await.send_compressed(tonic::codec::CompressionEncoding::Gzip);
    let status = common::extract(&mut client, &"a".repeat(200_000)).await.unwrap_err();
    assert_eq!(fields(&status), ["document.text"]);
}

#[tokio::test]
async fn text_that_is_not_utf8() {
    let server = Server::start(Scripted::default(), &[]).await;
    // Document { text: FF }, as field 1 of the request.
    let status = raw::call(server.address, "ExtractEntities", &[], vec![0x0a, 3, 0x1a, 1, 0xff].into()).await;
    assert_eq!(fields(&status), ["document.text"]);
}

#[tokio::test]
async fn a_request_that_ends_before_its_message() {
    let server = Server::start(Scripted::default(), &[]).await;
    let whole = raw::frame(&raw::encode(&request("نص")));
    for method in ["ExtractEntities", "SummarizeSummit", "GetCapabilities"] {
        for length in [0, 3, 5, whole.len() - 1] {
            let path = format!("/qimma.v1.ExtractionService/{method}");
            let status = raw::call_with(server.address, &path, &[], whole.slice(..length)).await;
            assert_eq!(status.code(), Code::InvalidArgument, "{method} {length}: {status:?}");
            assert_eq!(checked(&status), "INVALID_REQUEST");
        }
    }
}

#[tokio::test]
async fn bad_publish_dates() {
    for date in ["2024-13-01", "2023-02-29", "4/7/2024", "2024-07-04T00:00:00Z", "أمس"] {
        assert_eq!(refused(|r| of(r).publish_date = date.into()).await, ["document.publish_date"], "{date}");
    }
}

#[tokio::test]
async fn unknown_enum_values() {
    assert_eq!(refused(|r| r.offset_encoding = 4).await, ["offset_encoding"]);
    assert_eq!(refused(|r| r.types = vec![1, 22]).await, ["types[1]"]);
    assert_eq!(refused(|r| r.types = vec![0]).await, ["types[0]"]);
    assert_eq!(refused(|r| r.types = vec![-1]).await, ["types[0]"]);
}

#[tokio::test]
async fn confidence_outside_its_range() {
    for confidence in [-0.01, 1.01, f32::NAN, f32::INFINITY] {
        assert_eq!(refused(|r| r.min_confidence = confidence).await, ["min_confidence"], "{confidence}");
    }
}

#[tokio::test]
async fn custom_entities() {
    assert_eq!(refused(|r| r.custom_entities = vec![custom("", "اسم", 1)]).await, ["custom_entities[0].id"]);
    assert_eq!(refused(|r| r.custom_entities = vec![custom("a", "", 1)]).await, ["custom_entities[0].name"]);
    assert_eq!(refused(|r| r.custom_entities = vec![custom("a", "اسم", 1), custom("b", "اسم", 0)]).await, ["custom_entities[1].type"]);
    assert_eq!(refused(|r| r.custom_entities = vec![custom("a", "اسم", 1), custom("a", "آخر", 1)]).await, ["custom_entities[1].id"]);
    let many = (0..1001).map(|i| custom(&i.to_string(), "اسم", 1)).collect();
    assert_eq!(refused(|r| r.custom_entities = many).await, ["custom_entities"]);
}

#[tokio::test]
async fn everything_wrong_is_told_at_once() {
    let found = refused(|r| {
        of(r).text.clear();
        of(r).publish_date = "x".into();
        r.offset_encoding = 9;
        r.min_confidence = 2.0;
    });
    assert_eq!(found.await, ["document.text", "document.publish_date", "offset_encoding", "min_confidence"]);
}

async fn summit(documents: Vec<pb::Document>) -> Status {
    let server = Server::start(Scripted::default(), &["--max-text-bytes=100"]).await;
    let request = pb::SummarizeSummitRequest { documents, ..Default::default() };
    server.client().await.summarize_summit(request).await.expect_err("must be refused")
}

#[tokio::test]
async fn no_documents_or_too_many() {
    assert_eq!(fields(&summit(vec![]).await), ["documents"]);
    assert_eq!(fields(&summit((0..101).map(|i| document(&i.to_string(), "نص")).collect()).await), ["documents"]);
}

#[tokio::test]
async fn duplicate_document_ids() {
    assert_eq!(fields(&summit(vec![document("a", "نص"), document("b", "نص"), document("a", "نص")]).await), ["documents[2].id"]);
}

#[tokio::test]
async fn one_bad_document_refuses_the_whole_call_by_name() {
    let mut documents: Vec<_> = (0..5).map(|i| document(&i.to_string(), "نص")).collect();
    documents[3].publish_date = "2024-02-30".into();
    assert_eq!(fields(&summit(documents).await), ["documents[3].publish_date"]);
}

#[tokio::test]
async fn articles_about_no_summit_are_no_error() {
    let server = Server::start_real().await;
    let request =
        pb::SummarizeSummitRequest { documents: vec![document("a", "نص"), document("b", "No Arabic here.")], ..Default::default() };
    let answer = server.client().await.summarize_summit(request).await.unwrap().into_inner();
    assert!(answer.summits.is_empty());
    assert_eq!(answer.unassigned_document_ids, ["a", "b"]);
}

#[tokio::test]
async fn text_that_is_not_arabic_is_no_error() {
    let server = Server::start_real().await;
    let mut client = server.client().await;
    for text in ["The quick brown fox.", "   \n", "12345", "漢字"] {
        let answer = common::extract(&mut client, text).await.unwrap();
        assert!(!answer.language_supported, "{text}");
    }
}

#[tokio::test]
async fn an_unknown_method_has_its_error_info_too() {
    let server = Server::start(Scripted::default(), &[]).await;
    for path in ["/qimma.v1.ExtractionService/Nonsense", "/no.such.Service/Method"] {
        let status = raw::call_path(server.address, path, &[], bytes::Bytes::new()).await;
        assert_eq!((status.code(), checked(&status).as_str()), (Code::Unimplemented, "UNIMPLEMENTED"));
    }
}
