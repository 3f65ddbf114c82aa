//! Entities of the gazetteer as the answer refers to them.

use crate::proto as pb;
use crate::rpc::Analyzer;

/// An entity of the gazetteer as the answer refers to it.
#[must_use]
pub fn reference(engine: &dyn Analyzer, key: &str) -> pb::EntityRef {
    engine.about(key).map_or_else(
        || pb::EntityRef { entity_id: key.to_owned(), ..Default::default() },
        |about| pb::EntityRef {
            entity_id: about.id,
            name: about.name,
            name_en: about.name_en,
            wikidata_id: about.wikidata_id,
            country_code: about.country_code,
        },
    )
}
