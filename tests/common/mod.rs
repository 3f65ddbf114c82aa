//! What the tests share: a server on a port of its own, clients, and an engine that does as it is told.

#![allow(dead_code, clippy::unwrap_used)]

pub mod binary;
pub mod http;
pub mod raw;
pub mod scripted;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use qimma::Engine;
use qimma::cli::{Cli, Command};
use qimma::proto as pb;
use qimma::proto::extraction_service_client::ExtractionServiceClient;
use qimma::rpc::Analyzer;
use qimma::server::{self, Config, Listeners, Load, ServeError};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;
use tonic::transport::{Channel, Endpoint};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;

pub type Client = ExtractionServiceClient<Channel>;

/// Longer than anything here takes; a test that waits this long has failed.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A sentence the first version of the engine understands.
pub const ASTANA: &str = include_str!("../articles/astana.txt");

/// A server that lives as long as this does.
pub struct Server {
    pub address: SocketAddr,
    /// Where metrics are, with `--admin-listen`.
    pub admin: Option<SocketAddr>,
    reload: Arc<Notify>,
    stop: Option<oneshot::Sender<()>>,
    ended: JoinHandle<Result<(), ServeError>>,
}

impl Server {
    /// Serves `engine` with the settings of `arguments`, as the command line takes them.
    pub async fn start(engine: impl Analyzer, arguments: &[&str]) -> Self {
        let engine: Arc<dyn Analyzer> = Arc::new(engine);
        let server = Self::start_loading(arguments, move || Ok(Arc::clone(&engine))).await;
        server.wait_for("SERVING").await;
        server
    }

    /// Serves the real engine.
    pub async fn start_real() -> Self {
        Self::start(Engine::embedded().unwrap(), &[]).await
    }

    /// Serves whatever `load` brings, without waiting for it.
    pub async fn start_loading(arguments: &[&str], load: impl Load) -> Self {
        let config = config(arguments);
        let listeners = Listeners::bind(&config).await.unwrap();
        let address = listeners.service.local_addr().unwrap();
        let admin = listeners.admin.as_ref().map(|listener| listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel();
        let reload = Arc::new(Notify::new());
        let asked = Arc::clone(&reload);
        let ended = tokio::spawn(async move {
            let stopped = async {
                let _ = stopped.await;
            };
            server::run(listeners, &config, load, asked, stopped).await
        });
        Self { address, admin, reload, stop: Some(stop), ended }
    }

    pub async fn channel(&self) -> Channel {
        connect(self.address).await
    }

    pub async fn client(&self) -> Client {
        client(self.address).await
    }

    /// What health says of `service`.
    pub async fn health(&self, service: &str) -> String {
        health(self.address, service).await
    }

    pub async fn wait_for(&self, status: &str) {
        within(async {
            while self.health("").await != status {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await;
    }

    /// What SIGHUP does.
    pub fn ask_to_reload(&self) {
        self.reload.notify_one();
    }

    /// What SIGTERM does.
    pub fn ask_to_stop(&mut self) {
        let _ = self.stop.take().unwrap().send(());
    }

    pub async fn end(self) -> Result<(), ServeError> {
        within(self.ended).await.unwrap()
    }
}

/// The settings that `qimma serve` would have with these arguments, with a short drain.
pub fn config(arguments: &[&str]) -> Config {
    let fixed = ["qimma", "serve", "--listen=127.0.0.1:0", "--drain-delay=0s", "--drain-timeout=5s"];
    // Later ones win over earlier ones only where clap is told so: leave out what a test sets itself.
    let fixed = fixed
        .iter()
        .filter(|flag| !flag.starts_with("--drain") || !arguments.iter().any(|a| a.split('=').next() == flag.split('=').next()));
    match Cli::parse_from(fixed.chain(arguments)).command {
        Command::Serve(config) => *config,
        other => panic!("{other:?}"),
    }
}

pub async fn connect(address: SocketAddr) -> Channel {
    Endpoint::from_shared(format!("http://{address}")).unwrap().connect().await.unwrap()
}

pub async fn client(address: SocketAddr) -> Client {
    Client::new(connect(address).await).max_decoding_message_size(usize::MAX)
}

pub async fn health(address: SocketAddr, service: &str) -> String {
    let request = HealthCheckRequest { service: service.to_owned() };
    match HealthClient::new(connect(address).await).check(request).await {
        Ok(answer) => answer.into_inner().status().as_str_name().to_owned(),
        Err(status) => format!("{:?}", status.code()),
    }
}

/// Waits for something that must come.
pub async fn within<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(PATIENCE, future).await.expect("it must not take so long")
}

pub fn document(id: &str, text: &str) -> pb::Document {
    pb::Document { id: id.to_owned(), text: text.to_owned(), ..Default::default() }
}

pub fn request(text: &str) -> pb::ExtractEntitiesRequest {
    pb::ExtractEntitiesRequest { document: Some(document("doc", text)), ..Default::default() }
}

pub fn streamed(id: &str, text: &str) -> pb::StreamExtractEntitiesRequest {
    pb::StreamExtractEntitiesRequest { document: Some(document(id, text)), ..Default::default() }
}

/// What the server answers to `text` by default.
pub async fn extract(client: &mut Client, text: &str) -> Result<pb::ExtractEntitiesResponse, tonic::Status> {
    client.extract_entities(request(text)).await.map(tonic::Response::into_inner)
}

pub fn mentions(answer: &pb::ExtractEntitiesResponse) -> impl Iterator<Item = &pb::Mention> {
    answer.entities.iter().flat_map(|entity| &entity.mentions)
}
