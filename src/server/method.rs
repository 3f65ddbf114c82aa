//! The methods served, by the names under which they are counted and traced.

use prometheus_client::encoding::EncodeLabelSet;

const UNARY: &str = "unary";
const SERVER: &str = "server_stream";
const BIDI: &str = "bidi_stream";

const EXTRACTION: &str = "qimma.v1.ExtractionService";
const HEALTH: &str = "grpc.health.v1.Health";
const REFLECTION: &str = "ServerReflectionInfo";

/// A method, as it labels metrics.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub(super) struct Method {
    pub grpc_type: &'static str,
    pub grpc_service: &'static str,
    pub grpc_method: &'static str,
}

const fn method(grpc_type: &'static str, grpc_service: &'static str, grpc_method: &'static str) -> Method {
    Method { grpc_type, grpc_service, grpc_method }
}

const KNOWN: [Method; 8] = [
    method(UNARY, EXTRACTION, "ExtractEntities"),
    method(BIDI, EXTRACTION, "StreamExtractEntities"),
    method(UNARY, EXTRACTION, "SummarizeSummit"),
    method(UNARY, EXTRACTION, "GetCapabilities"),
    method(UNARY, HEALTH, "Check"),
    method(SERVER, HEALTH, "Watch"),
    method(BIDI, "grpc.reflection.v1.ServerReflection", REFLECTION),
    method(BIDI, "grpc.reflection.v1alpha.ServerReflection", REFLECTION),
];

/// Whatever else is called: one name for all, since callers could make up any number of them.
const UNKNOWN: Method = method(UNARY, "unknown", "unknown");

impl Method {
    /// The method of a request's path.
    pub fn of(path: &str) -> Self {
        let parts = path.strip_prefix('/').and_then(|path| path.split_once('/'));
        let known = parts.and_then(|(service, name)| KNOWN.iter().find(|known| known.grpc_service == service && known.grpc_method == name));
        known.copied().unwrap_or(UNKNOWN)
    }

    /// Whether one message asks and one answers.
    pub fn is_unary(self) -> bool {
        self.grpc_type == UNARY
    }

    /// Whether it is of the service this server is there for, and not of those that describe or watch it.
    pub fn is_ours(self) -> bool {
        self.grpc_service == EXTRACTION
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::SERVICE_NAME;

    #[test]
    fn paths() {
        assert_eq!(EXTRACTION, SERVICE_NAME);
        for known in KNOWN {
            assert_eq!(Method::of(&format!("/{}/{}", known.grpc_service, known.grpc_method)), known);
        }
        for path in ["", "/", "/a", "/a/b", "qimma.v1.ExtractionService/ExtractEntities", "/qimma.v1.ExtractionService/ExtractEntities/"] {
            assert_eq!(Method::of(path), UNKNOWN, "{path}");
        }
    }
}
