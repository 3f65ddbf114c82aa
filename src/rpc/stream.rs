//! `StreamExtractEntities`: many documents over one stream, several in work at a time, answers in the order sent.

use std::future::{Future, ready};
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Instant;

use futures_util::future::Either;
use futures_util::stream::poll_fn;
use futures_util::{FutureExt, Stream, StreamExt};
use tonic::{Status, Streaming};

use super::analyzer::Analyzer;
use super::service::Service;
use super::validate::Order;
use super::{extraction, status};
use crate::proto as pb;
use crate::proto::stream_extract_entities_response::Outcome;
use crate::server::budget::Held;

type Item = Result<pb::StreamExtractEntitiesResponse, Status>;

/// Answers of one stream.
pub type Answers = Pin<Box<dyn Stream<Item = Item> + Send>>;

const PATH: &str = "StreamExtractEntities";

/// Answers every document of `inbound`. Nothing is read ahead of what is in work, so a slow reader slows its sender down and no one
/// else. A stream that breaks, or outlives its deadline, ends with the status that says so.
pub(super) fn answers(
    service: Service,
    engine: Arc<dyn Analyzer>,
    inbound: Streaming<pb::StreamExtractEntitiesRequest>,
    held: Option<Held>,
    deadline: Option<Instant>,
) -> Answers {
    let in_flight = service.stream_in_flight();
    let answers = inbound
        .inspect(move |_| {
            // The message is whole, and from here on one of the few in work.
            if let Some(held) = &held {
                held.clear();
            }
        })
        .map(move |message| match message {
            Ok(request) => Either::Left(one(service.clone(), Arc::clone(&engine), request, deadline)),
            Err(broken) => Either::Right(ready(Err(status::complete(broken, PATH)))),
        })
        .buffered(in_flight);
    until(answers, deadline)
}

/// One document's answer. What is wrong with it is its own affair: the stream goes on.
async fn one(service: Service, engine: Arc<dyn Analyzer>, request: pb::StreamExtractEntitiesRequest, deadline: Option<Instant>) -> Item {
    let document_id = request.document.as_ref().map(|document| document.id.clone()).unwrap_or_default();
    // A panic while a body is being written would look like the end of a stream that went well.
    let outcome = AssertUnwindSafe(result(service, engine, request, deadline)).catch_unwind().await;
    let outcome = match outcome.unwrap_or_else(|_| Err(status::internal())) {
        Ok(result) => Outcome::Result(result),
        Err(fault) => Outcome::Error(message(&fault)),
    };
    Ok(pb::StreamExtractEntitiesResponse { document_id, outcome: Some(outcome) })
}

async fn result(
    service: Service,
    engine: Arc<dyn Analyzer>,
    request: pb::StreamExtractEntitiesRequest,
    deadline: Option<Instant>,
) -> Result<pb::ExtractEntitiesResponse, Status> {
    let order = Order::new(unary(request), service.limits())?;
    // A stream waits for its turn, since HTTP/2 lets it hold its sender back; only unary calls are turned away.
    let admission = service.pool().wait().await;
    extraction::work_off(service.pool(), admission, engine, order, deadline).await
}

/// Ends a stream at its deadline with DEADLINE_EXCEEDED, and the work for it at the same time.
fn until(answers: impl Stream<Item = Item> + Send + 'static, deadline: Option<Instant>) -> Answers {
    let Some(deadline) = deadline else {
        return Box::pin(answers);
    };
    let mut passed = Box::pin(tokio::time::sleep_until(deadline.into()));
    let mut answers = Some(Box::pin(answers));
    Box::pin(poll_fn(move |context| {
        let Some(open) = &mut answers else {
            return Poll::Ready(None);
        };
        // The clock is asked as well: the engine goes by it, and may have given up before this timer rings.
        if passed.as_mut().poll(context).is_ready() || Instant::now() >= deadline {
            answers = None;
            return Poll::Ready(Some(Err(status::deadline_exceeded())));
        }
        open.as_mut().poll_next(context)
    }))
}

/// The status as a message of its own. tonic-types keeps exactly this message in the status's details.
fn message(fault: &Status) -> tonic_types::Status {
    let decoded = prost::Message::decode(fault.details());
    decoded.unwrap_or_else(|_| tonic_types::Status { code: fault.code().into(), message: fault.message().to_owned(), details: Vec::new() })
}

/// The unary request of the same fields.
fn unary(request: pb::StreamExtractEntitiesRequest) -> pb::ExtractEntitiesRequest {
    let pb::StreamExtractEntitiesRequest {
        document,
        offset_encoding,
        types,
        flat,
        min_confidence,
        custom_entities,
        excluded_names,
        explain,
    } = request;
    pb::ExtractEntitiesRequest { document, offset_encoding, types, flat, min_confidence, custom_entities, excluded_names, explain }
}
