//! The engine's answer as the protocol writes it, spans in the caller's encoding.

use std::borrow::Cow;
use std::ops::Range;

use crate::proto as pb;
use crate::{Analysis, Entity, Mention, MentionKind, Position, Value};

/// The unit in which a caller counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units.
    Utf16,
    /// Code points.
    Utf32,
}

/// Converts byte offsets of one text to the caller's unit.
#[derive(Debug)]
pub struct Offsets {
    /// Byte offset and what it is in the caller's unit, ascending. Empty where the unit is the byte.
    table: Vec<(usize, u32)>,
}

impl Offsets {
    /// Prepares the conversion of `offsets`, all of them on character borders of `text`: one pass over the text, however many there
    /// are and in whatever order they come.
    #[must_use]
    pub fn new(text: &str, encoding: Encoding, offsets: impl Iterator<Item = usize>) -> Self {
        let width: fn(&str) -> usize = match encoding {
            Encoding::Utf8 => return Self { table: Vec::new() },
            Encoding::Utf16 => |part| part.chars().map(char::len_utf16).sum(),
            Encoding::Utf32 => |part| part.chars().count(),
        };
        let mut sorted: Vec<usize> = offsets.collect();
        sorted.sort_unstable();
        sorted.dedup();
        let (mut last, mut units) = (0, 0);
        let table = sorted.into_iter().map(|offset| {
            units += width(&text[last..offset]);
            last = offset;
            (offset, narrow(units))
        });
        Self { table: table.collect() }
    }

    /// A byte range whose ends were prepared, as the protocol writes it.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> pb::Span {
        pb::Span { begin: self.get(range.start), end: self.get(range.end) }
    }

    fn get(&self, offset: usize) -> u32 {
        if self.table.is_empty() {
            return narrow(offset);
        }
        let found = self.table.binary_search_by_key(&offset, |&(byte, _)| byte);
        debug_assert!(found.is_ok(), "offset {offset} was not prepared");
        self.table[found.unwrap_or_else(|next| next.saturating_sub(1))].1
    }
}

/// Texts are limited to far less than 4 GiB, so nothing is ever cut here.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The whole answer to one document.
#[must_use]
pub fn response(
    document_id: String,
    text: &str,
    encoding: Encoding,
    analysis: Analysis<'_>,
    gazetteer_version: &str,
) -> pb::ExtractEntitiesResponse {
    let offsets = Offsets::new(text, encoding, every_offset(&analysis));
    pb::ExtractEntitiesResponse {
        document_id,
        sentences: analysis.sentences.iter().map(|range| offsets.span(range)).collect(),
        entities: analysis.entities.into_iter().map(|found| entity(found, text, &offsets)).collect(),
        language: analysis.language.to_owned(),
        language_supported: analysis.language_supported,
        gazetteer_version: gazetteer_version.to_owned(),
    }
}

fn every_offset(analysis: &Analysis<'_>) -> impl Iterator<Item = usize> {
    let mentions = analysis.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| &mention.span));
    let positions = analysis.entities.iter().flat_map(|entity| entity.positions.iter().map(|position| &position.span));
    analysis.sentences.iter().chain(mentions).chain(positions).flat_map(|range| [range.start, range.end])
}

fn entity(entity: Entity<'_>, text: &str, offsets: &Offsets) -> pb::Entity {
    pb::Entity {
        id: entity.id.into_owned(),
        r#type: entity.kind as i32,
        name: entity.name.into_owned(),
        name_en: entity.name_en.into_owned(),
        wikidata_id: entity.wikidata_id.into_owned(),
        country_code: entity.country_code.into_owned(),
        salience: entity.salience,
        link_confidence: entity.link_confidence,
        mentions: entity.mentions.into_iter().map(|found| mention(found, text, offsets)).collect(),
        positions: entity.positions.into_iter().map(|found| position(found, offsets)).collect(),
        value: entity.value.map(value),
    }
}

fn mention(mention: Mention<'_>, text: &str, offsets: &Offsets) -> pb::Mention {
    let kind = match mention.kind {
        MentionKind::Proper => pb::MentionKind::Proper,
        MentionKind::Nominal => pb::MentionKind::Nominal,
        MentionKind::Abbreviated => pb::MentionKind::Abbreviated,
    };
    pb::Mention {
        text: text[mention.span.clone()].to_owned(),
        span: Some(offsets.span(&mention.span)),
        kind: kind.into(),
        proclitic: text[mention.proclitic].to_owned(),
        confidence: mention.confidence,
        source: Cow::into_owned(mention.source),
        parent: mention.parent,
        sentence: mention.sentence,
        explanation: mention.explanation,
    }
}

fn position(position: Position, offsets: &Offsets) -> pb::Position {
    pb::Position {
        title: position.title,
        country_id: position.country_id,
        organization_id: position.organization_id,
        acting: position.acting,
        span: Some(offsets.span(&position.span)),
    }
}

fn value(value: Value) -> pb::entity::Value {
    match value {
        Value::Date { edtf } => pb::entity::Value::Date(pb::DateValue { edtf }),
        Value::Number { decimal } => pb::entity::Value::Number(pb::NumberValue { decimal }),
        Value::Money { decimal, currency_code } => pb::entity::Value::Money(pb::MoneyValue { decimal, currency_code }),
        Value::Quantity { decimal, unit } => pb::entity::Value::Quantity(pb::QuantityValue { decimal, unit }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::EntityType;

    #[test]
    fn types_have_the_numbers_of_the_protocol() {
        for kind in EntityType::ALL {
            let wire = pb::EntityType::try_from(kind as i32).expect("a type of the protocol");
            assert_eq!(wire.as_str_name(), format!("ENTITY_TYPE_{}", kind.as_str()));
        }
    }

    proptest! {
        /// Whatever the text, the slice a caller takes by its own units is the slice the engine meant.
        #[test]
        fn spans_mean_the_same_in_every_encoding(text in "\\PC{0,60}|[ء-ي🎉𝄞 a\u{64b}]{0,60}", picks in prop::collection::vec((0usize..200, 0usize..200), 1..20)) {
            let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let ranges: Vec<Range<usize>> = picks.iter().map(|&(a, b)| {
                let (a, b) = (borders[a % borders.len()], borders[b % borders.len()]);
                a.min(b)..a.max(b)
            }).collect();
            let ends = || ranges.iter().flat_map(|range| [range.start, range.end]);
            let (bytes, units, points) = (Offsets::new(&text, Encoding::Utf8, ends()), Offsets::new(&text, Encoding::Utf16, ends()), Offsets::new(&text, Encoding::Utf32, ends()));
            let (utf16, utf32): (Vec<u16>, Vec<char>) = (text.encode_utf16().collect(), text.chars().collect());
            for range in &ranges {
                let want = &text[range.clone()];
                let slice = |span: pb::Span| span.begin as usize..span.end as usize;
                prop_assert_eq!(&text[slice(bytes.span(range))], want);
                prop_assert_eq!(String::from_utf16(&utf16[slice(units.span(range))]).expect("whole characters"), want);
                prop_assert_eq!(utf32[slice(points.span(range))].iter().collect::<String>(), want);
            }
        }
    }
}
