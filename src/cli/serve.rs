//! `qimma serve`.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::Notify;

use crate::rpc::Analyzer;
use crate::server::{self, Config, Listeners, telemetry};
use crate::{Engine, LoadError};

/// Serves until the system asks the process to end.
///
/// # Errors
/// Where the address is taken, the gazetteer broken, or the server cannot go on.
pub fn serve(config: &Config) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let telemetry = {
        let _within = runtime.enter();
        telemetry::init(config)?
    };
    let ended = runtime.block_on(async {
        // Listened for from here on: a signal that comes while the gazetteer loads is obeyed.
        let shutdown = server::stop_requested()?;
        let reload = Arc::new(Notify::new());
        server::reload_requested(Arc::clone(&reload))?;
        let listeners = Listeners::bind(config).await?;
        let admin = listeners.admin.as_ref().map(|listener| listener.local_addr()).transpose()?.map(|address| address.to_string());
        tracing::info!(address = %listeners.service.local_addr()?, admin, version = env!("CARGO_PKG_VERSION"), "listening");
        let gazetteer = config.gazetteer.clone();
        server::run(listeners, config, move || load(gazetteer.as_deref()), reload, shutdown).await?;
        tracing::info!("ended");
        Ok(())
    });
    telemetry.end();
    ended
}

fn load(gazetteer: Option<&Path>) -> Result<Arc<dyn Analyzer>, LoadError> {
    let engine = gazetteer.map_or_else(Engine::embedded, Engine::from_checked_folder)?;
    Ok(Arc::new(engine))
}
