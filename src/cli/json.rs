//! Messages as proto3 JSON, exactly as every other gRPC tool writes them.

use anyhow::Context;
use prost::Message;
use prost_reflect::{DescriptorPool, DynamicMessage};

use crate::proto::{self as pb, FILE_DESCRIPTOR_SET};

const ANSWER: &str = "qimma.v1.ExtractEntitiesResponse";

/// The answer as indented JSON, with a newline at its end.
pub(super) fn render(answer: &pb::ExtractEntitiesResponse) -> anyhow::Result<String> {
    let pool = DescriptorPool::decode(FILE_DESCRIPTOR_SET).context("the embedded descriptors")?;
    let descriptor = pool.get_message_by_name(ANSWER).context(ANSWER)?;
    let message = DynamicMessage::decode(descriptor, answer.encode_to_vec().as_slice())?;
    Ok(serde_json::to_string_pretty(&message)? + "\n")
}
