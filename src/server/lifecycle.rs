//! The server's life: listen, load, serve, drain, end.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::{Notify, oneshot};
use tonic::codec::CompressionEncoding;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic_health::pb::health_server::HealthServer;
use tonic_health::server::HealthService;

use super::call::CallLayer;
use super::config::Config;
use super::health::Health;
use super::pool::Pool;
use super::reload::{self, Load};
use super::watch::{Look, watch};
use crate::LoadError;
use crate::proto::FILE_DESCRIPTOR_SET;
use crate::proto::extraction_service_server::ExtractionServiceServer;
use crate::rpc::{EngineSlot, Service};

/// Why a server ended before it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The gazetteer could not be loaded.
    #[error("the gazetteer could not be loaded")]
    Load(#[from] LoadError),
    /// Loading panicked.
    #[error("loading the gazetteer broke off")]
    LoadBroke,
    /// The system gave no threads.
    #[error("no threads to analyse on")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// The descriptors for reflection are broken, which a build cannot produce.
    #[error("the descriptors for reflection")]
    Reflection(#[from] tonic_reflection::server::Error),
    /// The connections could not be served.
    #[error("the connections could not be served")]
    Transport(#[from] tonic::transport::Error),
}

/// Serves on `listener` until `shutdown`, then drains: says NOT_SERVING, goes on answering for the drain delay, takes no new
/// connections and waits for the calls at work, the drain timeout at most.
///
/// The port answers from the first moment, with NOT_SERVING until `load` has brought the engine. It is called again, where there are files to load, each
/// time `reload` is notified or the files have changed.
///
/// # Errors
/// Where the engine cannot be loaded at the start or the server cannot go on.
pub async fn run(
    listener: TcpListener,
    config: &Config,
    load: impl Load,
    reload: Arc<Notify>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let load = Arc::new(load);
    let files: Vec<_> = config.gazetteer.iter().cloned().collect();
    // Before anything is loaded, so that no change slips through between.
    let look = Look::at(&files);
    let health = Health::starting().await;
    let engine = EngineSlot::default();
    let (close, closed) = oneshot::channel();
    let server = serve(listener, config, engine.clone(), health.service(), async {
        // A dropped sender closes as well.
        let _ = closed.await;
    })?;
    let life = async {
        let mut shutdown = pin!(shutdown);
        let loaded = tokio::select! {
            loaded = reload::load(&load) => Some(loaded?),
            () = &mut shutdown => None,
        };
        if let Some(loaded) = loaded {
            tracing::info!(gazetteer = loaded.gazetteer_version(), "serving");
            engine.set(loaded);
            health.serving().await;
            tokio::select! {
                () = shutdown => {}
                never = reload::whenever(&reload, config.gazetteer.is_some(), &load, &engine) => match never {},
                never = watch(files, look, config.watch_interval, &reload), if config.watch => match never {},
            }
        }
        tracing::info!("draining");
        health.draining().await;
        tokio::time::sleep(config.drain_delay).await;
        let _ = close.send(());
        health.end_watches().await;
        tokio::time::sleep(config.drain_timeout).await;
        tracing::warn!("the drain timeout passed with calls still open; they are cut off");
        Ok(())
    };
    tokio::select! {
        ended = server => ended.map_err(ServeError::from),
        ended = life => ended,
    }
}

fn serve(
    listener: TcpListener,
    config: &Config,
    engine: EngineSlot,
    health: HealthServer<HealthService>,
    closed: impl Future<Output = ()>,
) -> Result<impl Future<Output = Result<(), tonic::transport::Error>>, ServeError> {
    let pool = Pool::new(config.threads(), config.queue, config.document_timeout)?;
    let service = Service::new(engine, pool, config.limits(), config.stream_in_flight.get());
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
    let router = Server::builder()
        .max_concurrent_streams(config.max_concurrent_streams)
        .http2_keepalive_interval(Some(config.keepalive_interval))
        .http2_keepalive_timeout(Some(config.keepalive_timeout))
        .layer(CallLayer)
        .add_service(health)
        .add_service(reflection().build_v1()?)
        .add_service(reflection().build_v1alpha()?)
        .add_service(extraction);
    let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
    Ok(router.serve_with_incoming_shutdown(incoming, closed))
}
