//! The protocol `qimma.v1`: messages, client and server, generated from `proto/qimma/v1` at build time.

// Comments come from the .proto files, style from the generator.
#![allow(missing_docs, clippy::all, clippy::pedantic)]

tonic::include_proto!("qimma.v1");

/// The protocol's descriptors with their comments and options, for reflection and for proto3 JSON.
pub const FILE_DESCRIPTOR_SET: &[u8] = tonic::include_file_descriptor_set!("qimma.v1");

/// Full name of the service, as health checks and reflection know it.
pub const SERVICE_NAME: &str = extraction_service_server::SERVICE_NAME;
