//! gRPC-Web: what a page of another origin may do.

use std::time::Duration;

use http::{HeaderName, HeaderValue, Method, header};
use tower_http::cors::{AllowOrigin, CorsLayer};

/// Any origin.
const ANY: &str = "*";

/// How long a browser may rely on having asked.
const ASKED_FOR: Duration = Duration::from_secs(3600);

/// Headers that a page may send: those of gRPC-Web, and those that name a request and its trace.
const SENT: [HeaderName; 7] = [
    header::CONTENT_TYPE,
    HeaderName::from_static("x-grpc-web"),
    HeaderName::from_static("x-user-agent"),
    HeaderName::from_static("grpc-timeout"),
    HeaderName::from_static("traceparent"),
    HeaderName::from_static("tracestate"),
    HeaderName::from_static("x-request-id"),
];

/// Headers that a page may read: the status, where there is no body to hold it.
const READ: [HeaderName; 5] = [
    HeaderName::from_static("grpc-status"),
    HeaderName::from_static("grpc-message"),
    HeaderName::from_static("grpc-status-details-bin"),
    HeaderName::from_static("grpc-retry-pushback-ms"),
    HeaderName::from_static("x-request-id"),
];

/// The answer to browsers that ask on behalf of a page; none where no origin is allowed, which browsers take for a no.
pub(super) fn cors(origins: &[HeaderValue]) -> Option<CorsLayer> {
    let origin = if origins.is_empty() {
        return None;
    } else if origins.iter().any(|origin| origin == ANY) {
        AllowOrigin::any()
    } else {
        AllowOrigin::list(origins.iter().cloned())
    };
    let layer = CorsLayer::new().allow_origin(origin).allow_methods([Method::POST]).allow_headers(SENT).expose_headers(READ);
    Some(layer.max_age(ASKED_FOR))
}

/// An origin as browsers write it: `https://news.example` or `http://localhost:8080`, without a path.
pub(super) fn origin(text: &str) -> Result<HeaderValue, String> {
    let shape =
        text.split_once("://").is_some_and(|(scheme, host)| ["http", "https"].contains(&scheme) && !host.is_empty() && !host.contains('/'));
    match text.parse() {
        Ok(origin) if shape || text == ANY => Ok(origin),
        _ => Err("an origin is https://host or https://host:port, without a path; * is any".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn origins() {
        for good in ["*", "https://news.example", "http://localhost:8080"] {
            assert!(origin(good).is_ok(), "{good}");
        }
        for bad in ["", "news.example", "https://", "https://news.example/", "ftp://news.example", "https://a\nb"] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }
}
