//! `GetCapabilities`: what a client needs to know without reading documentation.

use super::analyzer::Analyzer;
use super::validate::{Limits, MAX_CUSTOM_ENTITIES, MAX_DOCUMENTS};
use crate::EntityType;
use crate::proto as pb;

/// What SummarizeSummit reports, by the names of the fields of `Summit`.
const FACT_KINDS: [&str; 20] = [
    "ordinal",
    "host_city",
    "host_country",
    "venue",
    "start_date",
    "end_date",
    "status",
    "themes",
    "participants",
    "sessions",
    "agenda",
    "documents_signed",
    "membership_changes",
    "meetings",
    "statements",
    "background",
    "presidency_transfer",
    "conflicts",
    "summary_ar",
    "summary_en",
];

pub(super) fn answer(engine: &dyn Analyzer, limits: Limits) -> pb::GetCapabilitiesResponse {
    let counts = engine.gazetteer_counts().into_iter();
    pb::GetCapabilitiesResponse {
        entity_types: EntityType::ALL.iter().map(|&kind| kind as i32).collect(),
        fact_kinds: FACT_KINDS.map(str::to_owned).to_vec(),
        offset_encodings: [pb::OffsetEncoding::Utf8, pb::OffsetEncoding::Utf16, pb::OffsetEncoding::Utf32].map(i32::from).to_vec(),
        limits: Some(pb::Limits {
            max_text_bytes: limits.text_bytes,
            max_documents: MAX_DOCUMENTS as u32,
            max_custom_entities: MAX_CUSTOM_ENTITIES as u32,
            max_request_bytes: limits.request_bytes as u64,
        }),
        languages: vec!["ar".to_owned()],
        gazetteer_version: engine.gazetteer_version().to_owned(),
        gazetteer_counts: counts.map(|(kind, count)| pb::GazetteerCount { r#type: kind as i32, count }).collect(),
        server_version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}
