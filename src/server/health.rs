//! What `grpc.health.v1` says of this server: the truth from the first moment to the last.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tonic_health::ServingStatus;
use tonic_health::pb::health_server::HealthServer;
use tonic_health::server::{HealthReporter, HealthService};

use crate::proto::SERVICE_NAME;

/// The names that can be asked for: the whole server, and the service.
const NAMES: [&str; 2] = ["", SERVICE_NAME];

/// Sets what health checks answer.
pub(super) struct Health {
    reporter: HealthReporter,
    ready: Arc<AtomicBool>,
}

impl Health {
    /// NOT_SERVING. tonic-health begins by saying SERVING for the whole server, so make this before anything listens.
    pub async fn starting() -> Self {
        let health = Self { reporter: HealthReporter::new(), ready: Arc::default() };
        health.set(ServingStatus::NotServing).await;
        health
    }

    /// The service to mount.
    pub fn service(&self) -> HealthServer<HealthService> {
        HealthServer::new(HealthService::from_health_reporter(self.reporter.clone()))
    }

    /// Whether it says SERVING, for those who cannot ask over gRPC.
    pub fn ready(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.ready)
    }

    /// The engine is loaded: send calls.
    pub async fn serving(&self) {
        self.set(ServingStatus::Serving).await;
    }

    /// About to stop: send no more calls. Those that still come are answered.
    pub async fn draining(&self) {
        self.set(ServingStatus::NotServing).await;
    }

    /// Ends every open `Watch`, which would otherwise hold its connection until its caller goes.
    pub async fn end_watches(mut self) {
        for name in NAMES {
            self.reporter.clear_service_status(name).await;
        }
    }

    async fn set(&self, status: ServingStatus) {
        self.ready.store(status == ServingStatus::Serving, Ordering::Relaxed);
        for name in NAMES {
            self.reporter.set_service_status(name, status).await;
        }
    }
}
