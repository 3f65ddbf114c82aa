//! The protocol on one side, the engine on the other. Only `summit` beside it knows both: its facts are the protocol's messages.

mod analyzer;
mod capabilities;
pub mod convert;
mod extraction;
mod observed;
mod service;
pub mod status;
mod stream;
mod summit;
mod validate;

pub use analyzer::{Analyzer, EngineSlot};
pub use extraction::extract;
pub use service::Service;
pub use summit::summarize;
pub(crate) use validate::parse_date;
pub use validate::{Limits, MAX_CUSTOM_ENTITIES, MAX_DOCUMENTS};
