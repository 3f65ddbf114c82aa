//! Qimma (قمة, "summit") reads raw Arabic news and returns what is in it, each mention at its exact place.

mod analysis;
mod engine;

pub use analysis::{Analysis, CustomEntity, Document, Entity, EntityType, Mention, MentionKind, Options, Position, TypeSet, Value};
pub use engine::{Engine, Interrupted, LoadError};
