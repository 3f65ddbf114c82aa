//! Errors as gRPC knows them. The only place that maps them.
//!
//! Messages are ASCII and hold nothing of the document. Every status carries an `ErrorInfo` of the domain `qimma.v1`.

use std::collections::HashMap;
use std::time::Duration;

use tonic::metadata::MetadataValue;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, StatusExt};

/// Domain of every `ErrorInfo`.
pub const DOMAIN: &str = "qimma.v1";

/// When a refused caller is told to come back: a queue as long as the default one is worked off in about this time.
pub const RETRY_AFTER: Duration = Duration::from_millis(250);

/// Metadata that gRPC clients with a retry policy obey: milliseconds to wait.
const PUSHBACK: &str = "grpc-retry-pushback-ms";

/// What prost's decoding errors begin with.
const DECODE_ERROR: &str = "failed to decode Protobuf message: ";

/// What tonic says of a request that ends before its message does, or holds none.
const CUT_OFF: [&str; 2] = ["Missing request message.", "Unexpected EOF decoding stream."];

/// The request breaks the contract; one violation a field. `count`: how many there are, where not all are told.
#[must_use]
pub fn invalid(violations: Vec<FieldViolation>, count: usize) -> Status {
    let message = match violations.as_slice() {
        [] => "invalid request".to_owned(),
        [only] => format!("invalid request: {}: {}", only.field, only.description),
        [first, ..] => format!("invalid request: {}: {} (and {} more)", first.field, first.description, count - 1),
    };
    let mut details = ErrorDetails::with_bad_request(violations);
    build(Code::InvalidArgument, message, "INVALID_REQUEST", &mut details)
}

/// More work than the server admits.
#[must_use]
pub fn overloaded() -> Status {
    let mut details = ErrorDetails::with_retry_info(Some(RETRY_AFTER));
    let mut status = build(Code::ResourceExhausted, "the server is busy; try again later", "OVERLOADED", &mut details);
    let millis = u64::try_from(RETRY_AFTER.as_millis()).unwrap_or(u64::MAX);
    status.metadata_mut().insert(PUSHBACK, MetadataValue::from(millis));
    status
}

/// The caller's deadline, or the server's own limit on one document, passed.
#[must_use]
pub fn deadline_exceeded() -> Status {
    plain(Code::DeadlineExceeded, "the deadline passed before the work was done", "DEADLINE_EXCEEDED")
}

/// The caller went away.
#[must_use]
pub fn cancelled() -> Status {
    plain(Code::Cancelled, "the caller cancelled", "CANCELLED")
}

/// The gazetteer is not loaded yet.
#[must_use]
pub fn not_ready() -> Status {
    plain(Code::Unavailable, "the gazetteer is still being loaded", "NOT_READY")
}

/// A defect. Says nothing of the inside.
#[must_use]
pub fn internal() -> Status {
    plain(Code::Internal, "internal error", "INTERNAL")
}

/// Gives a status that tonic made itself the shape the contract asks for. Statuses with details are left as they are.
#[must_use]
pub fn complete(status: Status, path: &str) -> Status {
    if !status.details().is_empty() {
        return status;
    }
    if status.code() == Code::Internal && CUT_OFF.contains(&status.message()) {
        let mut details = ErrorDetails::with_bad_request_violation("", "the request ends before its message does");
        return build(Code::InvalidArgument, "invalid request: it ends before its message does", "INVALID_REQUEST", &mut details);
    }
    let mut complete = match status.code() {
        // Every RESOURCE_EXHAUSTED of our own has details: this one and OUT_OF_RANGE are tonic's words for an oversize message.
        Code::OutOfRange | Code::ResourceExhausted => {
            invalid(vec![FieldViolation::new(largest_field(path), "the message is larger than the server accepts")], 1)
        }
        Code::Internal => match status.message().strip_prefix(DECODE_ERROR) {
            Some(reason) => invalid(vec![FieldViolation::new(decoded_path(reason), "the message cannot be decoded")], 1),
            None => internal(),
        },
        code => plain(code, status.message().to_owned(), reason(code)),
    };
    // Such as `grpc-accept-encoding`, which tells a caller what compression it may use.
    *complete.metadata_mut() = status.metadata().clone();
    complete
}

/// The field that makes a message of this method large.
fn largest_field(path: &str) -> &'static str {
    match path.rsplit('/').next() {
        Some("ExtractEntities" | "StreamExtractEntities") => "document.text",
        Some("SummarizeSummit") => "documents",
        _ => "",
    }
}

/// Where a message could not be decoded: prost's `Document.text: ExtractEntitiesRequest.document: …`, innermost first, is
/// `document.text`.
fn decoded_path(reason: &str) -> String {
    let places = reason.split(": ").map_while(|part| part.split_once('.').filter(|_| !part.contains(' ')));
    let mut fields: Vec<_> = places.map(|(_, field)| field).collect();
    fields.reverse();
    fields.join(".")
}

fn reason(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_REQUEST",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}

fn plain(code: Code, message: impl Into<String>, reason: &str) -> Status {
    build(code, message, reason, &mut ErrorDetails::new())
}

fn build(code: Code, message: impl Into<String>, reason: &str, details: &mut ErrorDetails) -> Status {
    details.set_error_info(reason, DOMAIN, HashMap::new());
    Status::with_error_details(code, message, details.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoding_error_names_the_field() {
        let error = Status::internal(
            "failed to decode Protobuf message: Document.text: ExtractEntitiesRequest.document: invalid string value: data is not UTF-8 encoded",
        );
        let status = complete(error, "/qimma.v1.ExtractionService/ExtractEntities");
        assert_eq!(status.code(), Code::InvalidArgument);
        let details = status.get_error_details();
        assert_eq!(details.bad_request().expect("a BadRequest").field_violations[0].field, "document.text");
    }

    #[test]
    fn the_inside_stays_inside() {
        let status = complete(Status::internal("called `Option::unwrap()` on a `None` value"), "/x/y");
        assert_eq!((status.code(), status.message()), (Code::Internal, "internal error"));
    }

    #[test]
    fn details_are_kept() {
        let status = complete(overloaded(), "/x/y");
        assert_eq!(status.code(), Code::ResourceExhausted);
        assert!(status.get_error_details().retry_info().is_some());
        assert_eq!(status.metadata().get(PUSHBACK).expect("pushback"), "250");
    }
}
