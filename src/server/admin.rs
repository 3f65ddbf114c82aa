//! The port for those who run the server: metrics, and whether it lives and is ready, over plain HTTP.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use tokio::net::TcpListener;

use super::budget::Budget;
use super::metrics::{self, Metrics};
use super::pool::Pool;

/// What the port tells of.
#[derive(Clone)]
pub(super) struct Admin {
    pub metrics: Arc<Metrics>,
    pub pool: Pool,
    pub budget: Budget,
    /// Whether health says SERVING.
    pub ready: Arc<AtomicBool>,
}

/// Answers on `listener`, where there is one, until it is dropped.
pub(super) async fn serve(listener: Option<TcpListener>, admin: Admin) -> Infallible {
    if let Some(listener) = listener {
        let routes = Router::new()
            .route("/metrics", get(metrics))
            // Answering at all is the answer.
            .route("/healthz", get(|| async { "ok\n" }))
            .route("/readyz", get(ready))
            .with_state(admin);
        // It never ends by itself: connections that cannot be accepted are waited out.
        let _ = axum::serve(listener, routes).await;
    }
    std::future::pending().await
}

async fn metrics(State(admin): State<Admin>) -> ([(http::HeaderName, &'static str); 1], String) {
    ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], admin.metrics.render(admin.pool.load(), admin.budget.held()))
}

async fn ready(State(admin): State<Admin>) -> (StatusCode, &'static str) {
    if admin.ready.load(Ordering::Relaxed) { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "not ready\n") }
}
