//! `qimma serve`.

use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::Notify;

use crate::rpc::Analyzer;
use crate::server::{self, Config, telemetry};
use crate::{Engine, LoadError};

/// Serves until the system asks the process to end.
///
/// # Errors
/// Where the address is taken, the gazetteer broken, or the server cannot go on.
pub fn serve(config: &Config) -> anyhow::Result<()> {
    telemetry::init(&config.log, config.log_format)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        // Listened for from here on: a signal that comes while the gazetteer loads is obeyed.
        let shutdown = server::stop_requested()?;
        let reload = Arc::new(Notify::new());
        server::reload_requested(Arc::clone(&reload))?;
        let listener =
            TcpListener::bind(config.listen).await.map_err(|error| anyhow::anyhow!("cannot listen on {}: {error}", config.listen))?;
        tracing::info!(address = %listener.local_addr()?, version = env!("CARGO_PKG_VERSION"), "listening");
        let gazetteer = config.gazetteer.clone();
        server::run(listener, config, move || load(gazetteer.as_deref()), reload, shutdown).await?;
        tracing::info!("ended");
        Ok(())
    })
}

fn load(gazetteer: Option<&Path>) -> Result<Arc<dyn Analyzer>, LoadError> {
    let engine = gazetteer.map_or_else(Engine::embedded, Engine::from_checked_folder)?;
    Ok(Arc::new(engine))
}
