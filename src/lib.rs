//! Qimma (قمة, "summit") reads raw Arabic news and returns what is in it, each mention at its exact place.

mod analysis;
mod embedded;
mod engine;
mod entity_type;
mod gazetteer;
mod recognize;
mod resolve;
mod text;

#[cfg(feature = "server")]
pub mod cli;
#[cfg(feature = "server")]
pub mod proto;
#[cfg(feature = "server")]
pub mod rpc;
#[cfg(feature = "server")]
pub mod server;
#[cfg(feature = "server")]
mod summit;

pub use analysis::{About, Analysis, CustomEntity, Document, Entity, Mention, MentionKind, Options, Position, Value};
pub use engine::{Engine, Interrupted, LoadError, Stage, check_gazetteer};
pub use entity_type::{EntityType, TypeSet};
pub use gazetteer::lookup::Lookup;
