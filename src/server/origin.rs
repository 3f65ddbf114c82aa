//! Where a call comes from: the id of the request and the trace it belongs to, as its headers tell.

use std::hash::{BuildHasher, Hasher, RandomState};

use http::{HeaderMap, HeaderValue};
use opentelemetry::Context;
use opentelemetry::propagation::{Extractor, TextMapPropagator};
use opentelemetry::trace::TraceContextExt;
use opentelemetry_sdk::propagation::TraceContextPropagator;

/// The header by which proxies name a request; it is sent back.
pub(super) const REQUEST_ID: &str = "x-request-id";

/// Longest id that is taken over from a caller.
const LONGEST: usize = 128;

/// The id of a request: its caller's, where it is fit for a log, else a new one.
pub(super) fn request_id(headers: &HeaderMap) -> String {
    let given = headers.get(REQUEST_ID).and_then(|value| value.to_str().ok());
    given.filter(|id| fit(id)).map_or_else(new_id, str::to_owned)
}

/// Letters, digits and what stands between them in ids. Nothing else gets from a header into the log.
fn fit(id: &str) -> bool {
    (1..=LONGEST).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:".contains(&b))
}

/// 128 random bits. The standard library draws the keys of its hash maps at random, which is chance enough for an id.
fn new_id() -> String {
    let half = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", half(), half())
}

/// The same as a header.
pub(super) fn header(id: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(id).ok()
}

/// The trace that the caller says it is in, by the W3C's `traceparent`; none where it says nothing or nothing sensible.
pub(super) fn trace(headers: &HeaderMap) -> Option<Context> {
    struct Headers<'a>(&'a HeaderMap);

    impl Extractor for Headers<'_> {
        fn get(&self, key: &str) -> Option<&str> {
            self.0.get(key).and_then(|value| value.to_str().ok())
        }

        fn keys(&self) -> Vec<&str> {
            self.0.keys().map(http::HeaderName::as_str).collect()
        }
    }

    if !headers.contains_key("traceparent") {
        return None;
    }
    let context = TraceContextPropagator::new().extract_with_context(&Context::new(), &Headers(headers));
    context.span().span_context().is_valid().then_some(context)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &'static str, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(http::HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn ids_are_taken_over_where_they_are_fit() {
        assert_eq!(request_id(&with(REQUEST_ID, "3f2a-A.b_c:1")), "3f2a-A.b_c:1");
        let long = "a".repeat(LONGEST + 1);
        for unfit in ["", "two words", "{}", "a\tb", long.as_str()] {
            let id = request_id(&with(REQUEST_ID, unfit));
            assert!(id.len() == 32 && fit(&id), "{unfit}: {id}");
        }
        assert_ne!(request_id(&HeaderMap::new()), request_id(&HeaderMap::new()));
    }

    #[test]
    fn traces() {
        let context = trace(&with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")).unwrap();
        assert_eq!(context.span().span_context().trace_id().to_string(), "0af7651916cd43dd8448eb211c80319c");
        for bad in ["", "00-0-0-0", "00-00000000000000000000000000000000-b7ad6b7169203331-01"] {
            assert!(trace(&with("traceparent", bad)).is_none(), "{bad}");
        }
        assert!(trace(&HeaderMap::new()).is_none());
    }
}
