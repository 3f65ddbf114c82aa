//! What keeps the service alive and honest: settings, life cycle, health, deadlines, the threads that do the work.

mod call;
mod config;
pub mod deadline;
mod health;
mod lifecycle;
pub mod pool;
mod reload;
mod signals;
pub mod telemetry;
mod watch;

pub use config::Config;
pub use lifecycle::{ServeError, run};
pub use reload::Load;
pub use signals::{reload_requested, stop_requested};
