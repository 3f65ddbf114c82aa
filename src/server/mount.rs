//! What is served on a connection: the services, the layers round them, the limits of the protocol.

use std::future::Future;

use tonic::codec::CompressionEncoding;
use tonic::transport::Server;
use tonic_health::pb::health_server::HealthServer;
use tonic_health::server::HealthService;
use tower::util::option_layer;

use super::call::CallLayer;
use super::config::Config;
use super::connections::Connections;
use super::lifecycle::ServeError;
use super::web;
use crate::proto::FILE_DESCRIPTOR_SET;
use crate::proto::extraction_service_server::ExtractionServiceServer;
use crate::rpc::Service;

/// Serves connections until `closed`, then those calls that are open.
pub(super) fn serve(
    config: &Config,
    connections: Connections,
    service: Service,
    health: HealthServer<HealthService>,
    layer: CallLayer,
    closed: impl Future<Output = ()>,
) -> Result<impl Future<Output = Result<(), tonic::transport::Error>>, ServeError> {
    let extraction = ExtractionServiceServer::new(service)
        .accept_compressed(CompressionEncoding::Gzip)
        .max_decoding_message_size(config.max_request_bytes)
        // An answer is what it is; a limit could only turn it into an error.
        .max_encoding_message_size(usize::MAX);
    let reflection = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(FILE_DESCRIPTOR_SET)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
            // What is in the details of a status, so that clients that learn from reflection can read them.
            .register_encoded_file_descriptor_set(tonic_types::pb::FILE_DESCRIPTOR_SET)
    };
    let mut server = Server::builder()
        .accept_http1(config.grpc_web)
        .max_concurrent_streams(config.max_concurrent_streams)
        .http2_keepalive_interval(Some(config.keepalive_interval))
        .http2_keepalive_timeout(Some(config.keepalive_timeout));
    if !config.max_connection_age.is_zero() {
        // Without a grace: tonic's skips GOAWAY and cuts calls off.
        server = server.max_connection_age(config.max_connection_age);
    }
    let router = server
        .layer(option_layer(web::cors(&config.grpc_web_origin)))
        .layer(option_layer(config.grpc_web.then(tonic_web::GrpcWebLayer::new)))
        .layer(layer)
        .add_service(health)
        .add_service(reflection().build_v1()?)
        .add_service(reflection().build_v1alpha()?)
        .add_service(extraction);
    Ok(router.serve_with_incoming_shutdown(connections.incoming(), closed))
}
