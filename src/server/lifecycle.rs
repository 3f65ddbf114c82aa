//! The server's life: listen, load, serve, drain, end.

use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::{Notify, oneshot};

use super::admin::{self, Admin};
use super::budget::Budget;
use super::call::CallLayer;
use super::config::Config;
use super::connections::Connections;
use super::health::Health;
use super::metrics::Metrics;
use super::mount;
use super::pool::Pool;
use super::reload::{self, Load, Reload};
use super::tls::{Certificates, TlsError};
use super::watch::{Look, watch};
use crate::LoadError;
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
    /// The certificates cannot be used.
    #[error("TLS cannot be offered")]
    Tls(#[from] TlsError),
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

/// The ports a server answers on.
#[derive(Debug)]
pub struct Listeners {
    /// The service, health and reflection.
    pub service: TcpListener,
    /// Metrics and probes over HTTP, where they are wanted.
    pub admin: Option<TcpListener>,
}

impl Listeners {
    /// Listens on the addresses of the settings.
    ///
    /// # Errors
    /// Where one of them is taken or not this machine's.
    pub async fn bind(config: &Config) -> io::Result<Self> {
        let bind = async |address| {
            let told = |error: io::Error| io::Error::new(error.kind(), format!("cannot listen on {address}: {error}"));
            TcpListener::bind(address).await.map_err(told)
        };
        let service = bind(config.listen).await?;
        let admin = match config.admin_listen {
            Some(address) => Some(bind(address).await?),
            None => None,
        };
        Ok(Self { service, admin })
    }
}

/// Serves on `listeners` until `shutdown`, then drains: says NOT_SERVING, goes on answering for the drain delay, takes no new
/// connections and waits for the calls at work, the drain timeout at most.
///
/// The ports answer from the first moment, with NOT_SERVING until `load` has brought the engine. It is called again, where there are files to
/// load, each time `asked` is notified or the files have changed.
///
/// # Errors
/// Where the engine or the certificates cannot be loaded at the start, or the server cannot go on.
pub async fn run(
    listeners: Listeners,
    config: &Config,
    load: impl Load,
    asked: Arc<Notify>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    // Before anything is loaded, so that no change slips through between.
    let look = Look::at(&config.files());
    let certificates = config.tls().map(Certificates::load).transpose()?;
    let metrics = Arc::new(Metrics::default());
    let health = Health::starting().await;
    let engine = EngineSlot::default();
    let pool = Pool::new(config.threads(), config.queue, config.document_timeout)?;
    let budget = Budget::new(config.max_pending_bytes);
    let admin = Admin { metrics: Arc::clone(&metrics), pool: pool.clone(), budget: budget.clone(), ready: health.ready() };
    let reload = Reload {
        gazetteer: config.gazetteer.is_some(),
        load: Arc::new(load),
        engine: engine.clone(),
        certificates: certificates.clone(),
        metrics: Arc::clone(&metrics),
    };
    let service = Service::new(engine.clone(), pool, config.limits(), config.stream_in_flight.get(), Arc::clone(&metrics));
    let connections = Connections {
        listener: listeners.service,
        places: config.max_connections.get(),
        certificates,
        handshake_timeout: config.handshake_timeout,
        metrics: Arc::clone(&metrics),
    };
    let (close, closed) = oneshot::channel();
    let server = mount::serve(config, connections, service, health.service(), CallLayer::new(metrics, budget), async {
        // A dropped sender closes as well.
        let _ = closed.await;
    })?;
    let life = async {
        let mut shutdown = pin!(shutdown);
        let loaded = tokio::select! {
            loaded = reload::load(&reload.load) => Some(loaded?),
            () = &mut shutdown => None,
        };
        if let Some(loaded) = loaded {
            tracing::info!(gazetteer = loaded.gazetteer_version(), "serving");
            reload.put(loaded);
            health.serving().await;
            tokio::select! {
                () = shutdown => {}
                never = reload.whenever(&asked) => match never {},
                never = watch(config.files(), look, config.watch_interval, &asked), if config.watch => match never {},
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
        never = admin::serve(listeners.admin, admin) => match never {},
    }
}
