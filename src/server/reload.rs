//! New gazetteer files for a server that serves: loaded beside the old ones, put in place when they are sound, refused when they are not.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::{Notify, oneshot};

use super::lifecycle::ServeError;
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

/// Reloads whenever it is asked to, one reload after the other; what is asked for during one is done once, after it.
pub(super) async fn whenever(asked: &Notify, files: bool, bring: &Arc<impl Load>, engine: &EngineSlot) -> Infallible {
    loop {
        asked.notified().await;
        if !files {
            tracing::info!("nothing to reload: the gazetteer is the one built in");
            continue;
        }
        let began = Instant::now();
        let before = engine.get().map(|engine| engine.gazetteer_version().to_owned()).unwrap_or_default();
        match load(bring).await {
            Ok(new) => {
                let elapsed = began.elapsed();
                tracing::info!(gazetteer = new.gazetteer_version(), before, ?elapsed, "gazetteer reloaded");
                engine.set(new);
            }
            Err(error) => {
                let error = anyhow::Error::from(error);
                tracing::error!(gazetteer = before, error = format!("{error:#}"), "gazetteer refused; the one before goes on serving");
            }
        }
    }
}
