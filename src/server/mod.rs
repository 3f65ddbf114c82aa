//! What keeps the service alive and honest: settings, life cycle, health, deadlines, the threads that do the work.

mod call;
mod config;
pub mod deadline;
mod health;
mod lifecycle;
pub mod pool;
mod signals;
pub mod telemetry;

pub use config::Config;
pub use lifecycle::{ServeError, run};
pub use signals::stop_requested;
