//! What the engine answers: entities, their mentions and their values.
//!
//! Spans are byte ranges into the document's text as it was given; the service converts them to the caller's encoding.

use std::borrow::Cow;
use std::ops::Range;

use crate::entity_type::{EntityType, TypeSet};

/// One document to analyse.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    /// The raw article, boilerplate included.
    pub text: &'a str,
    /// The day it was published, against which relative dates resolve; without it they stay open.
    pub publish_date: Option<jiff::civil::Date>,
}

/// A name of the caller's own, matched under the same clitic and spelling rules as the gazetteer's.
#[derive(Clone, Debug)]
pub struct CustomEntity {
    /// The caller's identifier; becomes the entity's `id`.
    pub id: String,
    /// Its type.
    pub kind: EntityType,
    /// Canonical Arabic name, matched too.
    pub name: String,
    /// English name, only reported.
    pub name_en: String,
    /// Further forms to match.
    pub aliases: Vec<String>,
}

/// What a caller may ask of one analysis.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// Types to report; others are still found, since they decide about their neighbours.
    pub types: TypeSet,
    /// Report outermost mentions only.
    pub flat: bool,
    /// Leave out mentions whose confidence is below this, 0 to 1.
    pub min_confidence: f32,
    /// The caller's own names.
    pub custom_entities: &'a [CustomEntity],
    /// Names that are not to be reported, in any spelling that folds to the same letters.
    pub excluded_names: &'a [String],
    /// Fill [`Mention::explanation`].
    pub explain: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { types: TypeSet::ALL, flat: false, min_confidence: 0.0, custom_entities: &[], excluded_names: &[], explain: false }
    }
}

/// The engine's answer for one document. Borrows names from the gazetteer (`'g`).
#[derive(Clone, Debug)]
pub struct Analysis<'g> {
    /// Entities in the order of their first mention.
    pub entities: Vec<Entity<'g>>,
    /// Byte ranges of the sentences, in order.
    pub sentences: Vec<Range<usize>>,
    /// BCP 47 tag of the text's language: `ar`, or `und` where it is not Arabic.
    pub language: &'static str,
    /// Whether the rules are made for that language.
    pub language_supported: bool,
}

/// One real-world thing, date or amount with everything that mentions it.
#[derive(Clone, Debug)]
pub struct Entity<'g> {
    /// The gazetteer's key, the caller's identifier, or one local to the answer that begins with `local:`.
    /// A country and its people share a key: identity is `id` together with `kind`.
    pub id: Cow<'g, str>,
    /// Its type.
    pub kind: EntityType,
    /// Canonical Arabic name; the first mention's text where the entity is unknown.
    pub name: Cow<'g, str>,
    /// English name, empty where unknown.
    pub name_en: Cow<'g, str>,
    /// Wikidata id, empty where not verified.
    pub wikidata_id: Cow<'g, str>,
    /// ISO 3166-1 alpha-2 code, empty where unknown or not one country's.
    pub country_code: Cow<'g, str>,
    /// How central it is to the document, 0 to 1; all entities of a document sum to at most 1.
    pub salience: f32,
    /// How sure the identity is, 0 to 1; 0 for local ones.
    pub link_confidence: f32,
    /// Where it is mentioned, in text order.
    pub mentions: Vec<Mention<'g>>,
    /// For a PERSON, the positions the text gives it.
    pub positions: Vec<Position>,
    /// For dates, numbers, amounts: the value.
    pub value: Option<Value>,
}

/// One place where an entity stands in the text.
#[derive(Clone, Debug)]
pub struct Mention<'g> {
    /// Byte range in the text.
    pub span: Range<usize>,
    /// How it refers.
    pub kind: MentionKind,
    /// Byte range of the proclitic cut off before it; empty where none.
    pub proclitic: Range<usize>,
    /// Probability that type and span are right, 0 to 1.
    pub confidence: f32,
    /// What found it: `gazetteer:KEY`, `custom:ID` or `rule:FAMILY.NAME`.
    pub source: Cow<'g, str>,
    /// Index of the enclosing mention when all mentions of the answer are ordered by (begin, -end); -1 at the top.
    pub parent: i32,
    /// Index into [`Analysis::sentences`].
    pub sentence: u32,
    /// Why, for people; empty unless asked for.
    pub explanation: String,
}

/// How a mention refers to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionKind {
    /// By a name.
    Proper,
    /// By a common noun («المنظمة»).
    Nominal,
    /// By a part of the name («بوتين»).
    Abbreviated,
}

/// What the text says a person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The title as it stands in the text.
    pub title: String,
    /// Key of the country, empty where none.
    pub country_id: String,
    /// Key of the organisation, empty where none.
    pub organization_id: String,
    /// Whether it is held in an acting capacity.
    pub acting: bool,
    /// Byte range of the title.
    pub span: Range<usize>,
}

/// The value of a date, number or amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// EDTF, empty where the text does not fix it.
    Date {
        /// Extended Date/Time Format, level 1 (ISO 8601-2).
        edtf: String,
    },
    /// A number.
    Number {
        /// Decimal digits, `.` as separator.
        decimal: String,
    },
    /// An amount of money.
    Money {
        /// Decimal digits, `.` as separator.
        decimal: String,
        /// ISO 4217; empty where the text does not say whose currency it is.
        currency_code: String,
    },
    /// A quantity.
    Quantity {
        /// Decimal digits, `.` as separator.
        decimal: String,
        /// Canonical name of the unit.
        unit: String,
    },
}

/// What the gazetteer says about one of its entities, for those who fuse the answers to many documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Stable key.
    pub id: String,
    /// Canonical Arabic name.
    pub name: String,
    /// English name or empty.
    pub name_en: String,
    /// Wikidata id or empty.
    pub wikidata_id: String,
    /// ISO 3166-1 alpha-2 code or empty.
    pub country_code: String,
    /// Key of the country of that code, empty where there is none.
    pub country_id: String,
    /// `kind` attribute: `country`, `city`, `international`, `club`; empty where none.
    pub subtype: String,
    /// Keys of an international body's members.
    pub members: Vec<String>,
    /// What a person holds or held: (title, key of country or body).
    pub offices: Vec<(String, String)>,
}
