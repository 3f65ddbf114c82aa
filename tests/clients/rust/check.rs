//! What a Rust caller needs, checked against a server: `cargo run --example client-check [-- ADDRESS:PORT]`. Its last line is "N passed, N failed".

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::future::Future;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use prost::Message;
use qimma::proto::extraction_service_client::ExtractionServiceClient;
use qimma::proto::stream_extract_entities_response::Outcome;
use qimma::proto::{Document, ExtractEntitiesRequest, ExtractEntitiesResponse, OffsetEncoding, Span};
use qimma::proto::{StreamExtractEntitiesRequest, SummarizeSummitRequest};
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request, Status};
use tonic_types::StatusExt;

type Client = ExtractionServiceClient<Channel>;
type Outcomes = Result<(), Box<dyn Error>>;

const MIB: usize = 1 << 20;

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:50051".into());
    let channel = Endpoint::from_shared(format!("http://{address}"))?
        // Tonic reads no service config: a deadline for every call, pings while calls are open.
        .timeout(Duration::from_secs(10))
        .http2_keep_alive_interval(Duration::from_secs(30))
        .connect()
        .await?;
    // An answer may be larger than the 4 MiB that gRPC allows by itself.
    let client = ExtractionServiceClient::new(channel).max_decoding_message_size(64 * MIB);

    let mut tally = Tally::default();
    tally.check("unary", unary(client.clone())).await;
    for line in read("ids.tsv")?.lines() {
        let (name, wanted) = line.split_once('\t').ok_or("a line of ids.tsv without a tab")?;
        tally.check(&format!("offsets in {name}"), offsets(client.clone(), name, wanted)).await;
    }
    tally.check("stream", stream(client.clone())).await;
    tally.check("deadline", deadline(client.clone())).await;
    tally.check("BadRequest", bad_request(client.clone())).await;
    tally.check("ErrorInfo", error_info(client.clone())).await;
    tally.check("large answer", large_answer(client.clone())).await;
    tally.check("SummarizeSummit", summit(client)).await;
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    async fn check(&mut self, name: &str, body: impl Future<Output = Outcomes>) {
        match body.await {
            Ok(()) => {
                self.passed += 1;
                println!("ok  rust: {name}");
            }
            Err(error) => {
                self.failed += 1;
                println!("FAILED  rust: {name}: {error}");
            }
        }
    }
}

async fn unary(mut client: Client) -> Outcomes {
    let answer = client.extract_entities(request(read("emoji.txt")?)).await?.into_inner();
    hold(ids(&answer).contains("vladimir-putin") && answer.language_supported && answer.document_id == "a", &answer)
}

async fn offsets(mut client: Client, name: &str, wanted: &str) -> Outcomes {
    let text = read(&format!("{name}.txt"))?;
    let answer = client.extract_entities(request(text.clone())).await?.into_inner();
    for id in wanted.split(' ') {
        hold(ids(&answer).contains(id), format!("{id} is missing"))?;
    }
    for (piece, said) in slices(&text, &answer) {
        hold(piece == Some(said), (piece, said))?;
    }
    // The text is such that another unit would not do.
    let other = ExtractEntitiesRequest { offset_encoding: OffsetEncoding::Utf16.into(), ..request(text.clone()) };
    let answer = client.extract_entities(other).await?.into_inner();
    hold(slices(&text, &answer).iter().any(|(piece, said)| *piece != Some(said)), "UTF-16 spans fit bytes")
}

async fn stream(mut client: Client) -> Outcomes {
    let documents = [("a", read("emoji.txt")?), ("b", String::new()), ("c", read("marks.txt")?)];
    let requests = documents.map(|(id, text)| StreamExtractEntitiesRequest { document: Some(document(id, text)), ..Default::default() });
    let mut answers = client.stream_extract_entities(tokio_stream::iter(requests)).await?.into_inner();
    let mut got = Vec::new();
    while let Some(answer) = answers.message().await? {
        got.push((answer.document_id, answer.outcome.ok_or("an answer without an outcome")?));
    }
    let [(a, Outcome::Result(first)), (b, Outcome::Error(refused)), (c, Outcome::Result(third))] = got.as_slice() else {
        return Err(format!("{got:?}").into());
    };
    hold((a.as_str(), b.as_str(), c.as_str()) == ("a", "b", "c"), (a, b, c))?;
    hold(ids(first).contains("vladimir-putin") && ids(third).contains("cairo"), &got)?;
    let status = Status::with_details(Code::from_i32(refused.code), &refused.message, refused.encode_to_vec().into());
    violations(&status, &["document.text"])
}

async fn deadline(mut client: Client) -> Outcomes {
    let mut late = Request::new(request(read("emoji.txt")?.repeat(2500)));
    late.set_timeout(Duration::from_millis(5));
    let status = client.extract_entities(late).await.err().ok_or("answered within 5 ms")?;
    // The server says DEADLINE_EXCEEDED; tonic's own timer, which may be first, says CANCELLED.
    hold(matches!(status.code(), Code::DeadlineExceeded | Code::Cancelled), &status)?;
    hold(!client.extract_entities(request("بوتين".into())).await?.into_inner().entities.is_empty(), "nothing found")
}

async fn bad_request(mut client: Client) -> Outcomes {
    let document = Document { text: "نص".into(), publish_date: "4/7/2024".into(), ..Default::default() };
    let bad = ExtractEntitiesRequest { document: Some(document), min_confidence: 2.0, ..Default::default() };
    let status = client.extract_entities(bad).await.err().ok_or("the call was not refused")?;
    violations(&status, &["document.publish_date", "min_confidence"])
}

async fn error_info(mut client: Client) -> Outcomes {
    let status = client.summarize_summit(SummarizeSummitRequest::default()).await.err().ok_or("the call was not refused")?;
    let info = status.get_details_error_info().ok_or("no ErrorInfo")?;
    hold((info.reason.as_str(), info.domain.as_str()) == ("INVALID_REQUEST", "qimma.v1"), info)
}

async fn large_answer(mut client: Client) -> Outcomes {
    let piece = "بوتين، أستانا، ";
    let answer = client.extract_entities(request(piece.repeat(MIB / piece.len()))).await?.into_inner();
    hold(answer.encoded_len() > 4 * MIB, answer.encoded_len())
}

async fn summit(mut client: Client) -> Outcomes {
    let text = read("summit.txt")?;
    let documents = vec![
        Document { publish_date: "2024-05-16".into(), ..document("a", text.clone()) },
        document("b", "ارتفعت أسعار الذهب اليوم.".into()),
    ];
    let answer = client.summarize_summit(SummarizeSummitRequest { documents, ..Default::default() }).await?.into_inner();
    hold(answer.unassigned_document_ids == ["b"], &answer)?;
    let [found] = answer.summits.as_slice() else {
        return Err(format!("{} summits", answer.summits.len()).into());
    };
    let organizer = found.organizer.as_ref().map_or("", |organizer| &organizer.entity_id);
    hold((organizer, found.ordinal, found.start_date.as_str()) == ("arab-league", 33, "2024-05-16"), found)?;
    hold(!found.participants.is_empty(), found)?;
    for evidence in found.participants.iter().flat_map(|participant| &participant.evidence) {
        hold(slice(&text, evidence.span.as_ref()) == Some(&evidence.text), evidence)?;
    }
    Ok(())
}

fn document(id: &str, text: String) -> Document {
    Document { id: id.into(), text, ..Default::default() }
}

/// Rust's strings are bytes, which is what spans count by default.
fn request(text: String) -> ExtractEntitiesRequest {
    ExtractEntitiesRequest { document: Some(document("a", text)), ..Default::default() }
}

fn ids(answer: &ExtractEntitiesResponse) -> HashSet<&str> {
    answer.entities.iter().map(|entity| entity.id.as_str()).collect()
}

fn slice<'a>(text: &'a str, span: Option<&Span>) -> Option<&'a str> {
    let span = span?;
    text.get(span.begin as usize..span.end as usize)
}

/// What the text holds at each span, beside what the server says it holds.
fn slices<'a>(text: &'a str, answer: &'a ExtractEntitiesResponse) -> Vec<(Option<&'a str>, &'a str)> {
    let mut slices = Vec::new();
    for entity in &answer.entities {
        slices.extend(entity.mentions.iter().map(|mention| (slice(text, mention.span.as_ref()), mention.text.as_str())));
        slices.extend(entity.positions.iter().map(|position| (slice(text, position.span.as_ref()), position.title.as_str())));
    }
    slices
}

/// Fails unless the status is INVALID_ARGUMENT for these fields and no others.
fn violations(status: &Status, fields: &[&str]) -> Outcomes {
    let bad = status.get_details_bad_request().ok_or("no BadRequest")?;
    let found: Vec<_> = bad.field_violations.iter().map(|violation| violation.field.as_str()).collect();
    hold(status.code() == Code::InvalidArgument && found == fields, (status, found))
}

fn hold(holds: bool, what: impl std::fmt::Debug) -> Outcomes {
    if holds { Ok(()) } else { Err(format!("{what:?}").into()) }
}

fn read(name: &str) -> std::io::Result<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/texts").join(name))
}
