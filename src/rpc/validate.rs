//! What a request may hold. Everything wrong with it is told at once, each fault by its path as the client wrote it.

use std::collections::HashSet;

use jiff::civil::Date;
use tonic::Status;
use tonic_types::FieldViolation;

use super::convert::Encoding;
use super::status;
use crate::proto as pb;
use crate::summit::{Input, Wish};
use crate::{CustomEntity, Document, EntityType, Options, TypeSet};

/// Most custom entities in one request.
pub const MAX_CUSTOM_ENTITIES: usize = 1_000;

/// Most documents in one `SummarizeSummitRequest`.
pub const MAX_DOCUMENTS: usize = 100;

/// Most faults of one request that are told one by one: an answer's headers hold no more than some kilobytes.
const MOST_FAULTS: usize = 50;

/// The limits that a deployment may set.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Longest `Document.text`, in bytes.
    pub text_bytes: u32,
    /// Largest request message, in bytes after decompression.
    pub request_bytes: usize,
}

/// A checked `ExtractEntitiesRequest`: everything the engine needs, owned, so that it can move to another thread.
#[derive(Debug)]
pub(super) struct Order {
    pub document_id: String,
    pub text: String,
    pub encoding: Encoding,
    publish_date: Option<Date>,
    types: TypeSet,
    flat: bool,
    min_confidence: f32,
    custom_entities: Vec<CustomEntity>,
    excluded_names: Vec<String>,
    explain: bool,
}

impl Order {
    /// Checks a request.
    pub fn new(request: pb::ExtractEntitiesRequest, limits: Limits) -> Result<Self, Status> {
        let mut faults = Faults::default();
        let document = request.document.unwrap_or_else(|| {
            faults.add("document", "is required");
            // Holds no second fault.
            pb::Document { text: "-".into(), ..Default::default() }
        });
        let publish_date = faults.document("document", &document, limits);
        let encoding = faults.encoding(request.offset_encoding);
        let types: Vec<_> = request.types.iter().enumerate().filter_map(|(i, &kind)| faults.kind(|| format!("types[{i}]"), kind)).collect();
        // Written so that NaN is refused as well.
        if !(0.0..=1.0).contains(&request.min_confidence) {
            faults.add("min_confidence", "must be from 0 to 1");
        }
        let custom_entities = faults.custom_entities(request.custom_entities);
        faults.end()?;
        Ok(Self {
            document_id: document.id,
            text: document.text,
            encoding,
            publish_date,
            types: if types.is_empty() { TypeSet::ALL } else { types.into_iter().collect() },
            flat: request.flat,
            min_confidence: request.min_confidence,
            custom_entities,
            excluded_names: request.excluded_names,
            explain: request.explain,
        })
    }

    /// The document, as the engine takes it.
    pub fn document(&self) -> Document<'_> {
        Document { text: &self.text, publish_date: self.publish_date }
    }

    /// The options, as the engine takes them.
    pub fn options(&self) -> Options<'_> {
        Options {
            types: self.types,
            flat: self.flat,
            min_confidence: self.min_confidence,
            custom_entities: &self.custom_entities,
            excluded_names: &self.excluded_names,
            explain: self.explain,
        }
    }
}

/// Checks a `SummarizeSummitRequest`.
pub(super) fn summit(request: pb::SummarizeSummitRequest, limits: Limits) -> Result<(Vec<Input>, Wish), Status> {
    let mut faults = Faults::default();
    match request.documents.len() {
        0 => faults.add("documents", "must hold at least one document"),
        1..=MAX_DOCUMENTS => {}
        many => faults.add("documents", format!("must hold at most {MAX_DOCUMENTS} documents, holds {many}")),
    }
    let mut ids = HashSet::new();
    let mut published = Vec::with_capacity(request.documents.len());
    for (i, document) in request.documents.iter().enumerate().take(MAX_DOCUMENTS) {
        published.push(faults.document(&format!("documents[{i}]"), document, limits));
        if !ids.insert(document.id.as_str()) {
            faults.add(format!("documents[{i}].id"), "must differ from the ids of the documents before it");
        }
    }
    let encoding = faults.encoding(request.offset_encoding);
    let custom_entities = faults.custom_entities(request.custom_entities);
    faults.end()?;
    let inputs =
        request.documents.into_iter().zip(published).map(|(document, published)| Input { id: document.id, text: document.text, published });
    Ok((inputs.collect(), Wish { encoding, most_sentences: request.max_summary_sentences as usize, custom_entities }))
}

/// The faults found so far.
#[derive(Default)]
struct Faults {
    /// The first of them.
    told: Vec<FieldViolation>,
    /// How many there are.
    count: usize,
}

impl Faults {
    fn add(&mut self, field: impl Into<String>, description: impl Into<String>) {
        self.count += 1;
        if self.told.len() < MOST_FAULTS {
            self.told.push(FieldViolation::new(field, description));
        }
    }

    fn end(self) -> Result<(), Status> {
        if self.told.is_empty() { Ok(()) } else { Err(status::invalid(self.told, self.count)) }
    }

    fn document(&mut self, path: &str, document: &pb::Document, limits: Limits) -> Option<Date> {
        let length = document.text.len();
        if length == 0 {
            self.add(format!("{path}.text"), "must not be empty");
        } else if length > limits.text_bytes as usize {
            let most = limits.text_bytes;
            self.add(format!("{path}.text"), format!("must be at most {most} bytes of UTF-8, is {length}"));
        }
        if document.publish_date.is_empty() {
            return None;
        }
        let date = parse_date(&document.publish_date);
        if date.is_none() {
            self.add(format!("{path}.publish_date"), "must be a calendar date written YYYY-MM-DD");
        }
        date
    }

    fn encoding(&mut self, number: i32) -> Encoding {
        match pb::OffsetEncoding::try_from(number) {
            Ok(pb::OffsetEncoding::Unspecified | pb::OffsetEncoding::Utf8) => Encoding::Utf8,
            Ok(pb::OffsetEncoding::Utf16) => Encoding::Utf16,
            Ok(pb::OffsetEncoding::Utf32) => Encoding::Utf32,
            Err(_) => {
                self.add("offset_encoding", format!("is no OffsetEncoding: {number}"));
                Encoding::Utf8
            }
        }
    }

    fn kind(&mut self, path: impl FnOnce() -> String, number: i32) -> Option<EntityType> {
        let kind = EntityType::ALL.into_iter().find(|&kind| kind as i32 == number);
        if kind.is_none() {
            self.add(path(), format!("is no EntityType: {number}"));
        }
        kind
    }

    fn custom_entities(&mut self, entities: Vec<pb::CustomEntity>) -> Vec<CustomEntity> {
        if entities.len() > MAX_CUSTOM_ENTITIES {
            self.add("custom_entities", format!("must hold at most {MAX_CUSTOM_ENTITIES} entities, holds {}", entities.len()));
            return Vec::new();
        }
        let mut ids = HashSet::with_capacity(entities.len());
        let mut checked = Vec::with_capacity(entities.len());
        for (i, entity) in entities.into_iter().enumerate() {
            if entity.id.is_empty() {
                self.add(format!("custom_entities[{i}].id"), "must not be empty");
            } else if !ids.insert(entity.id.clone()) {
                self.add(format!("custom_entities[{i}].id"), "must differ from the ids of the entities before it");
            }
            if entity.name.trim().is_empty() {
                self.add(format!("custom_entities[{i}].name"), "must not be empty");
            }
            if let Some(kind) = self.kind(|| format!("custom_entities[{i}].type"), entity.r#type) {
                checked.push(CustomEntity { id: entity.id, kind, name: entity.name, name_en: entity.name_en, aliases: entity.aliases });
            }
        }
        checked
    }
}

/// A date written exactly `YYYY-MM-DD`. ISO 8601's other ways of writing one are refused.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let shape = text.len() == 10 && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if shape { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn dates() {
        for good in ["2024-07-04", "2024-02-29", "1999-12-31"] {
            assert!(parse_date(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "2024-7-4",
            "2024-02-30",
            "2023-02-29",
            "20240704",
            "04-07-2024",
            "2024-07-04T00:00",
            " 2024-07-04",
            "2024-13-01",
            "٢٠٢٤-٠٧-٠٤",
            "+024-07-04",
        ] {
            assert!(parse_date(bad).is_none(), "{bad}");
        }
    }
}
