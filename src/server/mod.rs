//! What keeps the service alive and honest: settings, life cycle, health, deadlines, connections, the threads that do the work, and what is told
//! of it all.

mod admin;
pub(crate) mod budget;
mod call;
mod config;
mod connections;
pub mod deadline;
mod health;
mod lifecycle;
mod method;
pub(crate) mod metrics;
mod mount;
mod origin;
pub mod pool;
mod process;
pub(crate) mod record;
mod reload;
mod signals;
pub mod telemetry;
mod tls;
mod traces;
mod watch;
mod web;

pub use config::Config;
pub use lifecycle::{Listeners, ServeError, run};
pub use metrics::Metrics;
pub use reload::Load;
pub use signals::{reload_requested, stop_requested};
pub use tls::TlsError;
