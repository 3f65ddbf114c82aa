//! Messages as proto3 JSON, exactly as every other gRPC tool writes them.

use anyhow::Context;
use prost::Message;
use prost_reflect::{DescriptorPool, DynamicMessage};

use crate::proto::FILE_DESCRIPTOR_SET;

/// The message of the full name `name` as indented JSON, with a newline at its end.
pub(super) fn render(name: &str, message: &impl Message) -> anyhow::Result<String> {
    let pool = DescriptorPool::decode(FILE_DESCRIPTOR_SET).context("the embedded descriptors")?;
    let descriptor = pool.get_message_by_name(name).with_context(|| name.to_owned())?;
    let message = DynamicMessage::decode(descriptor, message.encode_to_vec().as_slice())?;
    Ok(serde_json::to_string_pretty(&message)? + "\n")
}
