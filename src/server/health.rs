//! What `grpc.health.v1` says of this server: the truth from the first moment to the last.

use tonic_health::ServingStatus;
use tonic_health::pb::health_server::HealthServer;
use tonic_health::server::{HealthReporter, HealthService};

use crate::proto::SERVICE_NAME;

/// The names that can be asked for: the whole server, and the service.
const NAMES: [&str; 2] = ["", SERVICE_NAME];

/// Sets what health checks answer.
pub(super) struct Health(HealthReporter);

impl Health {
    /// NOT_SERVING. tonic-health begins by saying SERVING for the whole server, so make this before anything listens.
    pub async fn starting() -> Self {
        let health = Self(HealthReporter::new());
        health.set(ServingStatus::NotServing).await;
        health
    }

    /// The service to mount.
    pub fn service(&self) -> HealthServer<HealthService> {
        HealthServer::new(HealthService::from_health_reporter(self.0.clone()))
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
            self.0.clear_service_status(name).await;
        }
    }

    async fn set(&self, status: ServingStatus) {
        for name in NAMES {
            self.0.set_service_status(name, status).await;
        }
    }
}
