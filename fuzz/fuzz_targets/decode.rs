//! Any bytes as a request of each rpc: refused with INVALID_ARGUMENT or answered, and the answer can be encoded and read back.

#![no_main]

#[path = "../../tests/sound/mod.rs"]
mod sound;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use prost::Message;
use qimma::rpc::{self, Limits};
use qimma::{Engine, proto as pb};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().expect("the embedded gazetteer"));
const LIMITS: Limits = Limits { text_bytes: 1 << 20, request_bytes: 1 << 27 };

fuzz_target!(|data: &[u8]| {
    if let Ok(request) = pb::ExtractEntitiesRequest::decode(data)
        && let Ok(answer) = rpc::extract(&*ENGINE, request, LIMITS)
    {
        assert_eq!(pb::ExtractEntitiesResponse::decode(&*answer.encode_to_vec()).as_ref(), Ok(&answer));
    }
    if let Ok(request) = pb::SummarizeSummitRequest::decode(data) {
        let (documents, encoding) = (request.documents.clone(), request.offset_encoding);
        if let Ok(answer) = rpc::summarize(&*ENGINE, request, LIMITS)
            && encoding < 2
        {
            sound::check_summits(&documents, &answer);
        }
    }
});
