//! New files for a server that serves: loaded beside the old ones, put in place when they are sound, refused when they are not.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::{Notify, oneshot};

use super::lifecycle::ServeError;
use super::metrics::{Metrics, Part};
use super::tls::Certificates;
use crate::LoadError;
use crate::rpc::{Analyzer, EngineSlot};

/// Brings the engine: once at the start, and again for every reload.
pub trait Load: Fn() -> Result<Arc<dyn Analyzer>, LoadError> + Send + Sync + 'static {}

impl<L: Fn() -> Result<Arc<dyn Analyzer>, LoadError> + Send + Sync + 'static> Load for L {}

/// Loads on a thread of its own: it takes long, and must hold up neither calls nor the end of the process.
pub(super) async fn load(load: &Arc<impl Load>) -> Result<Arc<dyn Analyzer>, ServeError> {
    let (tell, told) = oneshot::channel();
    let load = Arc::clone(load);
    std::thread::spawn(move || tell.send(load()));
    Ok(told.await.map_err(|_| ServeError::LoadBroke)??)
}

/// What can be loaded again, and where it goes.
pub(super) struct Reload<L> {
    /// Whether the gazetteer is files; the one built in stays as it is.
    pub gazetteer: bool,
    pub load: Arc<L>,
    pub engine: EngineSlot,
    pub certificates: Option<Certificates>,
    pub metrics: Arc<Metrics>,
}

impl<L: Load> Reload<L> {
    /// Puts an engine in place.
    pub fn put(&self, engine: Arc<dyn Analyzer>) {
        self.metrics.serves(engine.gazetteer_version());
        self.engine.set(engine);
    }

    /// Reloads whenever it is asked to, one reload after the other; what is asked for during one is done once, after it.
    pub async fn whenever(&self, asked: &Notify) -> Infallible {
        loop {
            asked.notified().await;
            if let Some(certificates) = &self.certificates {
                self.certificates(certificates);
            }
            if self.gazetteer {
                self.gazetteer().await;
            } else if self.certificates.is_none() {
                tracing::info!("nothing to reload: the gazetteer is the one built in");
            }
        }
    }

    fn certificates(&self, certificates: &Certificates) {
        let outcome = certificates.reload();
        self.metrics.reloaded(Part::Certificates, outcome.is_ok());
        match outcome {
            Ok(()) => tracing::info!("certificates reloaded"),
            Err(error) => tracing::error!(%error, "certificates refused; the ones before go on serving"),
        }
    }

    async fn gazetteer(&self) {
        let began = Instant::now();
        let before = self.engine.get().map(|engine| engine.gazetteer_version().to_owned()).unwrap_or_default();
        let loaded = load(&self.load).await;
        self.metrics.reloaded(Part::Gazetteer, loaded.is_ok());
        match loaded {
            Ok(new) => {
                tracing::info!(gazetteer = new.gazetteer_version(), before, elapsed = ?began.elapsed(), "gazetteer reloaded");
                self.put(new);
            }
            Err(error) => {
                let error = format!("{:#}", anyhow::Error::from(error));
                tracing::error!(gazetteer = before, error, "gazetteer refused; the one before goes on serving");
            }
        }
    }
}
